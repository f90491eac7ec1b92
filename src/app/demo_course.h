// A DemoCourse gives an invented patient a history of plans, made by the planners and numbered as activation numbers
// them.
//
// The first problem is remembered and everything after it is ignored; a plan that the rules stop gets its reasons.
#pragma once

#include "app/demo_random.h"
#include "app/planning.h"
#include "app/record.h"
#include "content/catalogue.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lento::app {

class DemoCourse {
public:
    // Everything in the record that is dated by then is known when a plan is made. checked: the rules are asked.
    DemoCourse(PatientRecord& record, const content::Catalogue& catalogue, DemoRandom& random, bool checked);

    // What the pharmacy hands out from here on.
    void useProducts(std::initializer_list<std::pair<const char*, bool>> idsAndHalves);

    struct Titration {
        core::Date start;
        core::DailyDose from, increment, goal;
        int intervalDays = 3;
        int dosesPerDay = 3;
        const char* protocol = nullptr;
    };
    core::PlanInputs inputs(const Titration& titration) const;
    void titrate(const Titration& titration, std::string reason);
    // From the dose of the eve. goal: zero for the whole way.
    void taper(core::Date start, core::TaperModel model, int percent, int intervalDays, core::DailyDose goal,
               std::string reason, core::Date decidedOn);
    void hold(core::Date on, int days, std::string reason);
    void stepBack(core::Date on, std::string reason);

    core::DailyDose doseOn(core::Date day) const;
    // As the Plan page would keep it.
    Draft draft(const core::PlanInputs& inputs) const;

    // What the rules said of each revision, in their order; empty unless checked.
    const std::vector<std::vector<core::Finding>>& findings() const noexcept { return m_findings; }
    const std::optional<core::Error>& trouble() const noexcept { return m_trouble; }

private:
    void adopt(core::Result<Draft> draft, core::Date decidedOn, std::string reason);
    std::vector<core::Finding> answered(core::Revision& revision, core::Date decidedOn) const;

    PatientRecord& m_record;
    const content::Catalogue& m_catalogue;
    DemoRandom& m_random;
    core::ProductSet m_products;
    std::vector<std::vector<core::Finding>> m_findings;
    mutable std::optional<core::Error> m_trouble;
    bool m_checked;
};

// What was known of a patient on a day.
core::PatientFacts factsOn(const PatientRecord& record, core::Date day);

} // namespace lento::app
