// What tests of the rules are full of: someone of whom everything is known, plans in one line, findings as text.
#pragma once

#include "content/catalogue.h"
#include "core/rules.h"
#include "finding_sources.h"
#include "plan_values.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace lento::test {

using namespace lento::core;

inline const lento::content::Catalogue& catalogue() {
    static const lento::content::Catalogue loaded =
        lento::content::Catalogue::load(QStringLiteral(LENTO_SOURCE_DIR "/resources")).value();
    return loaded;
}

inline const Date today = date("2026-01-05");

// Someone of whom everything is known: a man of 40 with a spinal origin and healthy kidneys, new to baclofen.
inline PatientFacts known() {
    PatientFacts facts;
    facts.birthDate = date("1985-06-01");
    facts.sex = Sex::male;
    facts.origin = SpasticityOrigin::spinal;
    facts.heightMillimetres = 1'800;
    facts.weights = {{date("2026-01-02"), 80'000}};
    facts.creatinines = {{date("2026-01-02"), 900, CreatinineUnit::mgPerDl, false}};
    facts.onDialysis = false;
    facts.baclofenAllergy = false;
    facts.toneNeeded = false;
    facts.conditionsRecorded = true;
    facts.medicinesRecorded = true;
    facts.hasDiagnosis = true;
    facts.hasGoal = true;
    facts.latestScore = date("2026-01-02");
    facts.region = Region::uk;
    return facts;
}

inline PatientFacts with(void (*change)(PatientFacts&)) {
    PatientFacts facts = known();
    change(facts);
    return facts;
}

// Taking baclofen since a day.
inline PatientFacts since(const char* day) {
    PatientFacts facts = known();
    facts.baclofenSince = date(day);
    return facts;
}

inline PatientFacts creatinine(int thousandths) {
    PatientFacts facts = known();
    facts.creatinines.front().thousandths = thousandths;
    return facts;
}

// E5: a man of 72, 70 kg, creatinine 1.5.
inline PatientFacts olderWithR3() {
    PatientFacts facts = creatinine(1'500);
    facts.birthDate = date("1953-06-01");
    facts.weights.front().grams = 70'000;
    return facts;
}

inline std::vector<Finding> checked(const Plan& plan, const std::optional<PatientFacts>& facts,
                                    std::optional<DailyDose> before = std::nullopt) {
    RuleContext context{plan, catalogue().numbers(), today};
    context.facts = facts ? &*facts : nullptr;
    context.doseBefore = before;
    std::vector<Finding> findings = check(context);
    holdSources(findings);
    return findings;
}

inline QStringList of(const char* rule, const std::vector<Finding>& findings) {
    QStringList texts;
    for (const Finding& finding : findings) {
        if (finding.rule == RuleId(rule))
            texts << findingText(finding);
    }
    return texts;
}

inline const Finding* find(const std::vector<Finding>& findings, const char* message) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [message](const Finding& finding) { return finding.message == message; });
    return found == findings.end() ? nullptr : &*found;
}

template <class T>
std::optional<T> input(const Finding& finding, std::string_view name) {
    for (const Input& each : finding.inputs) {
        if (const T* value = each.name == name ? std::get_if<T>(&each.value) : nullptr)
            return *value;
    }
    return std::nullopt;
}

inline QStringList missing(const Finding& finding) {
    QStringList names;
    for (const Input& each : finding.inputs) {
        if (each.name == "missing")
            names << QString::fromStdString(std::get<std::string>(each.value));
    }
    return names;
}

inline TitrationInputs follow(TitrationInputs inputs, const char* protocol) {
    inputs.protocol = *catalogue().protocol(protocol);
    return inputs;
}

inline Plan up(std::string_view from, std::string_view increment, int days, std::string_view goal,
               std::string_view set = "TAB10") {
    return planned(titration("2026-01-05", from, increment, days, goal), set);
}
inline Plan down(std::string_view from, int percent, int days, std::string_view set = "TAB10") {
    return planned(taper("2026-01-05", from, percent, days), set);
}
inline Plan changed(TaperInputs inputs, void (*change)(TaperInputs&), std::string_view set = "TAB10") {
    change(inputs);
    return planned(inputs, set);
}

using Facts = std::optional<PatientFacts>;

} // namespace lento::test
