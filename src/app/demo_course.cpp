#include "app/demo_course.h"

#include "app/demo_people.h"
#include "app/plan_drafts.h"
#include "core/rules.h"
#include "core/titration.h"

#include <algorithm>

namespace lento::app {

namespace {

std::string morningOf(core::Date day) {
    return day.iso() + "T09:15:00.000Z";
}

core::Result<core::Plan> planned(const core::PlanInputs& inputs, const core::ProductSet& products,
                                 const content::Catalogue& catalogue) {
    if (const auto* taper = std::get_if<core::TaperInputs>(&inputs))
        return core::planTaper(*taper, products, catalogue.numbers());
    return core::planTitration(std::get<core::TitrationInputs>(inputs), products,
                               catalogue.numbers().tit11.reviewEveryDays);
}

} // namespace

core::PatientFacts factsOn(const PatientRecord& record, core::Date day) {
    core::PatientFacts facts = record.facts;
    std::erase_if(facts.weights, [day](const core::Weight& weight) { return weight.on > day; });
    std::erase_if(facts.creatinines, [day](const core::Creatinine& creatinine) { return creatinine.on > day; });
    facts.latestScore = day; // whoever changes a plan has just scored the patient
    return facts;
}

DemoCourse::DemoCourse(PatientRecord& record, const content::Catalogue& catalogue, DemoRandom& random, bool checked)
    : m_record(record)
    , m_catalogue(catalogue)
    , m_random(random)
    , m_checked(checked) {
    useProducts({{"TAB10", true}});
}

void DemoCourse::useProducts(std::initializer_list<std::pair<const char*, bool>> idsAndHalves) {
    std::vector<core::Product> products;
    for (const auto& [id, halves] : idsAndHalves) {
        if (const core::Product* product = m_catalogue.product(id)) {
            products.push_back(*product);
            products.back().halvesAllowed = halves;
        }
    }
    if (core::Result<core::ProductSet> set = core::ProductSet::of(std::move(products)))
        m_products = *std::move(set);
    else if (!m_trouble)
        m_trouble = set.error();
}

core::PlanInputs DemoCourse::inputs(const Titration& titration) const {
    core::TitrationInputs inputs;
    inputs.start = titration.start;
    inputs.startDose = titration.from;
    inputs.increment = titration.increment;
    inputs.goal = titration.goal;
    inputs.intervalDays = titration.intervalDays;
    inputs.dosesPerDay = titration.dosesPerDay;
    if (const core::Protocol* protocol = titration.protocol ? m_catalogue.protocol(titration.protocol) : nullptr) {
        inputs.protocol = *protocol;
        inputs.split = protocol->split;
        inputs.singleDoseCap = protocol->singleDoseCap;
        inputs.dosesPerDay = protocol->dosesPerDay;
    }
    return inputs;
}

Draft DemoCourse::draft(const core::PlanInputs& inputs) const {
    const core::Result<core::Plan> plan = planned(inputs, m_products, m_catalogue);
    if (!plan && !m_trouble)
        m_trouble = plan.error();
    return draftNew(m_record, plan ? *plan : core::Plan{});
}

void DemoCourse::titrate(const Titration& titration, std::string reason) {
    if (!m_trouble)
        adopt(draft(inputs(titration)), titration.start, std::move(reason));
}

void DemoCourse::taper(core::Date start, core::TaperModel model, int percent, int intervalDays, core::DailyDose goal,
                       std::string reason, core::Date decidedOn) {
    if (m_trouble)
        return;
    core::TaperInputs inputs;
    inputs.start = start;
    inputs.model = model;
    inputs.percent = core::Percent::of(percent);
    inputs.intervalDays = intervalDays;
    inputs.goal = goal;
    if (const auto eve = DoseTimeline(m_record).on(start - 1)) {
        inputs.from = eve->daily;
        inputs.dosesPerDay = eve->split.dosesPerDay();
        inputs.split = m_record.revisions[eve->revision].plan.splitRules().strategy;
        m_products = m_record.revisions[eve->revision].plan.products;
    }
    adopt(draft(inputs), decidedOn, std::move(reason));
}

void DemoCourse::hold(core::Date on, int days, std::string reason) {
    if (!m_trouble)
        adopt(draftHold(m_record, on, days, m_catalogue.numbers()), on, std::move(reason));
}

void DemoCourse::stepBack(core::Date on, std::string reason) {
    if (!m_trouble)
        adopt(draftStepBack(m_record, on, m_catalogue.numbers()), on, std::move(reason));
}

core::DailyDose DemoCourse::doseOn(core::Date day) const {
    const auto found = DoseTimeline(m_record).on(day);
    return found ? found->daily : core::DailyDose();
}

void DemoCourse::adopt(core::Result<Draft> draft, core::Date decidedOn, std::string reason) {
    if (!draft && !m_trouble)
        m_trouble = draft.error();
    if (m_trouble)
        return;
    draft->reason = std::move(reason);
    draft->overrides.clear();
    core::Revision revision = revisionOf(*draft, m_record.revisions);
    revision.id = m_random.id<core::RevisionId>(decidedOn);
    if (revision.planId.isNull())
        revision.planId = m_random.id<core::PlanId>(decidedOn);
    revision.author = revision.activatedBy = demoPrescriber;
    revision.createdAt = revision.activatedAt = morningOf(decidedOn);
    revision.status = core::RevisionStatus::active;
    m_findings.push_back(m_checked ? answered(revision, decidedOn) : std::vector<core::Finding>());
    for (core::Revision& earlier : m_record.revisions)
        earlier.status = core::RevisionStatus::superseded;
    m_record.revisions.push_back(std::move(revision));
}

std::vector<core::Finding> DemoCourse::answered(core::Revision& revision, core::Date decidedOn) const {
    PlanningContext context = planningContext(m_catalogue, m_record, decidedOn);
    context.facts = factsOn(m_record, decidedOn);
    std::vector<core::Finding> findings = viewOf(revision.plan, context).findings;
    for (const core::Finding& owed : core::unanswered(findings, {}))
        revision.overrides.push_back({owed.rule, owed.fingerprint(),
                                      "Discussed with the patient; close telephone contact agreed.", demoPrescriber,
                                      morningOf(decidedOn)});
    return findings;
}

} // namespace lento::app
