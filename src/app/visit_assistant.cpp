#include "app/visit_assistant.h"

#include "app/timeline.h"
#include "app/treatment_response.h"
#include "app/visits.h"
#include "app/withdrawal_check.h"
#include "core/plan_change.h"
#include "core/signs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lento::app {

namespace {

using core::DailyDose;
using core::Date;

constexpr int tenthsPerPercent = 10;

// VIS-2: of any grade.
constexpr std::array<std::string_view, 2> psychosisCodes{"hallucinations", "seizure"};
template <std::size_t n>
bool isOneOf(const std::array<std::string_view, n>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// Effects were asked for when any stands there, be it with grade 0.
// rule: AE-5
std::optional<int> worstGrade(const core::Visit& visit, const content::Catalogue& catalogue) {
    std::optional<int> worst;
    for (const core::AdverseEffect& effect : visit.adverseEffects) {
        int grade = effect.grade;
        if (grade > 0)
            for (const content::AdverseEffectKind& kind : catalogue.adverseEffects())
                if (kind.code == effect.code)
                    grade = std::max(grade, kind.leastGrade); // AE-5
        worst = std::max(worst.value_or(0), grade);
    }
    if (visit.falls.value_or(0) > 0) // AE-5
        worst = std::max(worst.value_or(0), core::moderateGrade);
    return worst;
}

// Hallucinations are a question of their own, seizures one of the red flags: nothing is absent that nobody asked for.
std::optional<bool> psychosis(const core::Visit& visit) {
    bool asked = false;
    for (const core::AdverseEffect& effect : visit.adverseEffects) {
        if (!isOneOf(psychosisCodes, effect.code))
            continue;
        if (effect.grade > 0)
            return true;
        asked = asked || effect.code == psychosisCodes.front();
    }
    return asked && visit.redFlags ? std::optional(false) : std::nullopt;
}

// The stored visits before this one, newest first.
std::vector<const core::Visit*> visitsBefore(const PatientRecord& record, const core::Visit& visit) {
    std::vector<const core::Visit*> before;
    for (auto each = record.visits.rbegin(); each != record.visits.rend(); ++each)
        if (!each->draft && each->id != visit.id && each->on < visit.on)
            before.push_back(&*each);
    return before;
}

// Nobody asked before, so there was no grade 2 twice running.
bool moderateBefore(const std::vector<const core::Visit*>& before, const content::Catalogue& catalogue) {
    for (const core::Visit* visit : before) {
        if (const std::optional<int> worst = worstGrade(*visit, catalogue))
            return *worst >= core::moderateGrade;
    }
    return false;
}

// VIS-11. One of the two alone can say that it is severe, but not that it is not.
std::optional<bool> severe(const core::Visit& visit, const core::RuleNumbers& numbers) {
    const core::Mas least = core::masFromText(std::to_string(numbers.vis11.masLevel)).value();
    const bool byMas = std::any_of(visit.mas.begin(), visit.mas.end(),
                                   [&](const core::MasScore& score) { return score.level >= least; });
    const bool byNrs = visit.nrsTenths && *visit.nrsTenths >= numbers.vis11.nrsTenths;
    if (byMas || byNrs)
        return true;
    return visit.mas.empty() || !visit.nrsTenths ? std::nullopt : std::optional(false);
}

std::optional<bool> regional(const core::Visit& visit) {
    if (visit.mas.empty())
        return std::nullopt;
    std::vector<std::string_view> groups;
    for (const core::MasScore& score : visit.mas)
        if (score.level != core::Mas::zero &&
            std::find(groups.begin(), groups.end(), score.muscleGroup) == groups.end())
            groups.push_back(score.muscleGroup);
    return groups.size() > 1;
}

// The steps that were taken up to a day, a dose that went on under several revisions once.
std::vector<core::Step> stepsTaken(const PatientRecord& record, const DoseTimeline& timeline, Date day) {
    std::vector<core::Step> taken;
    for (const Stretch& stretch : timeline.stretches()) {
        if (stretch.span.first > day)
            break;
        const core::Step& step = record.revisions[stretch.revision].plan.steps[stretch.step];
        if (!taken.empty() && taken.back().daily() == stretch.split.total()) {
            taken.back().span.last = stretch.span.last;
            continue;
        }
        taken.push_back(step);
        taken.back().span = stretch.span;
        taken.back().split = stretch.split;
    }
    return taken;
}

// The first day of the run of doses that ends on the last step and meets a condition throughout.
template <class Holds>
std::optional<Date> runBegan(const std::vector<core::Step>& steps, Holds holds) {
    std::optional<Date> first;
    for (auto step = steps.rbegin(); step != steps.rend() && holds(step->daily()); ++step)
        first = step->span.first;
    return first;
}

std::optional<bool> suddenlyWorse(const std::vector<const core::Visit*>& before, const core::Visit& visit,
                                  const DoseTimeline& timeline, const std::optional<int>& daysSinceChange,
                                  const core::IsLowerLimb& isLowerLimb, const core::RuleNumbers& numbers) {
    if (before.empty() || !daysSinceChange || visit.on - before.front()->on > *daysSinceChange)
        return false;
    const auto last = core::response(core::responseInputs(*before.front(), visit, isLowerLimb, numbers), numbers);
    const bool taking = timeline.on(visit.on).has_value();
    return taking && last.decided == core::ResponseClass::worse;
}

// How the row names what is missing: not "the ceiling" but what the ceiling lacks.
void nameWhatItLacks(core::VisitDecision& decision, std::string_view what, const std::vector<std::string>& lacks) {
    std::vector<core::Input>& inputs = decision.row.inputs;
    const auto named = std::find_if(inputs.begin(), inputs.end(), [what](const core::Input& input) {
        const auto* name = std::get_if<std::string>(&input.value);
        return input.name == "missing" && name && *name == what;
    });
    if (named == inputs.end() || lacks.empty())
        return;
    inputs.erase(named);
    for (const std::string& name : lacks)
        inputs.push_back({"missing", name});
}

} // namespace

VisitAssessment assessVisit(const PatientRecord& record, const core::Visit& visit, const content::Catalogue& catalogue,
                            Date today) {
    const core::RuleNumbers& numbers = catalogue.numbers();
    const DoseTimeline timeline(record);
    const std::vector<const core::Visit*> before = visitsBefore(record, visit);
    const core::IsLowerLimb isLowerLimb = lowerLimbs(catalogue);

    VisitAssessment made;
    made.latest = std::none_of(record.visits.begin(), record.visits.end(), [&](const core::Visit& other) {
        return !other.draft && other.id != visit.id && other.on > visit.on;
    });
    made.limits = doseLimits(record, catalogue, visit.on);
    const TreatmentResponse found = treatmentResponse(record, visit, catalogue);
    made.baselineOn = found.baselineOn;
    made.response = found.response;

    core::VisitInputs& inputs = made.inputs;
    inputs.tapering = isTapering(record, visit.on, numbers);
    inputs.worstGrade = worstGrade(visit, catalogue);
    inputs.psychosis = psychosis(visit);
    const core::GradedSigns graded = gradeWithdrawal(record, visit, catalogue);
    const bool withoutK = record.renal.band && *record.renal.band >= core::RenalBand::r4;
    std::optional<double> k = record.renal.function ? std::optional(record.renal.function->k) : std::nullopt;
    if (withoutK)
        k = 0.0; // dialysis or an unstable creatinine: what the formula gives is no K (REN-5)
    const core::RaisedFlags flags = core::raisedFlags(visit, catalogue.redFlags(), k, numbers);
    inputs.redFlag = flags.raised;
    if (!inputs.tapering && graded.grade.value_or(0) >= core::lifeThreateningGrade)
        inputs.redFlag = true; // WDL-4 is one, whatever the plan
    inputs.withdrawalGrade = graded.grade;
    inputs.gradeTwoBefore = moderateBefore(before, catalogue);
    inputs.adherence = visit.adherence;
    if (const std::optional<int> tenths = diaryAdherenceTenths(record, visit.on, numbers))
        inputs.adherencePercent = *tenths / tenthsPerPercent;
    inputs.response = made.response.decided;
    inputs.severe = severe(visit, numbers);
    inputs.regional = regional(visit);
    inputs.increment = made.limits.increment;
    inputs.intervalDays = made.limits.intervalDays;
    inputs.ceiling = made.limits.ceiling;
    inputs.finalDose = numbers.tap1.finalDose;
    if (inputs.tapering) {
        const core::Revision* inForce = record.inForceOn(visit.on);
        inputs.intervalDays = inForce->plan.taper()->intervalDays;
    }

    const std::optional<DayDose> now = timeline.on(visit.on);
    if (now && !now->daily.isZero()) {
        const std::vector<core::Step> taken = stepsTaken(record, timeline, visit.on);
        const std::optional<DailyDose> tolerated = core::maximumToleratedDose(taken, numbers);
        inputs.dose = now->daily;
        inputs.atStartDose = now->daily <= made.limits.start;
        inputs.atMaximumTolerated = tolerated && now->daily >= *tolerated;
        if (const auto since = runBegan(taken, [&](DailyDose dose) { return dose == now->daily; }))
            inputs.daysSinceChange = visit.on - *since;
        if (const auto since =
                runBegan(taken, [&](DailyDose dose) { return inputs.ceiling && dose >= *inputs.ceiling; }))
            inputs.daysAtCeiling = visit.on - *since;
        else if (*inputs.atMaximumTolerated)
            inputs.daysAtCeiling = inputs.daysSinceChange; // since it was last fallen back to
        if (const core::Result<Draft> back = draftStepBack(record, today, numbers)) {
            if (const core::Step* step = back->plan.stepOn(today))
                inputs.previousStep = step->daily();
        }
    }
    inputs.suddenlyWorse = suddenlyWorse(before, visit, timeline, inputs.daysSinceChange, isLowerLimb, numbers);

    made.decision = core::decideVisit(inputs, numbers);
    nameWhatItLacks(made.decision, "ceiling_mg", made.limits.missing);
    if (flags.lacksKidney)
        nameWhatItLacks(made.decision, "red_flag", {"creatinine"}); // what was ticked counts with K
    for (core::Finding& finding : core::signFindings(graded, flags))
        made.decision.beside.push_back(std::move(finding));

    made.gap = visit.stoppedHours ? suddenStop(record, visit) : diaryGap(record, visit.on);
    if (visit.stoppedHours) {
        core::Finding& finding = made.decision.beside.emplace_back();
        finding.rule = "WDL-5";
        finding.action = core::Action::warn;
        finding.message = "wdl-5.sudden-stop";
        if (const content::RuleText* rule = catalogue.rule("WDL-5"))
            finding.sources = rule->sources;
        finding.inputs.push_back({"hours", std::int64_t{*visit.stoppedHours}});
    }
    if (made.gap) {
        const PlanningContext context = planningContext(catalogue, record, visit.on);
        core::Interruption gap;
        gap.gapHours = made.gap->hours;
        gap.previous = made.gap->before;
        gap.protocolStart = made.limits.start;
        gap.quantum = grainToJudgeBy(context);
        if (inputs.withdrawalGrade) {
            gap.withdrawalSigns = *inputs.withdrawalGrade > 0;
            gap.withdrawalGrade = inputs.withdrawalGrade;
        }
        if (record.renal.function)
            gap.k = record.renal.function->k;
        gap.withoutK = withoutK;
        made.restart = core::restartAfter(gap, numbers);
    }
    return made;
}

core::DecidedVisit proposalOf(const VisitAssessment& assessment, const content::Catalogue& catalogue) {
    core::DecidedVisit decided;
    decided.proposal = assessment.decision.proposal;
    decided.row = assessment.decision.row;
    decided.proposedDose = assessment.decision.dose;
    decided.referForPump = assessment.decision.referForPump;
    decided.ruleSetVersion = catalogue.ruleSetVersion();
    return decided;
}

} // namespace lento::app
