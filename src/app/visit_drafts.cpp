// A decision at a visit as a draft of a plan (VIS, TIT-18, TAP, RST).
#include "app/visit_assistant.h"
#include "core/titration.h"

#include <algorithm>

namespace lento::app {

namespace {

using core::DailyDose;
using core::Date;
using core::VisitChoice;

constexpr auto nothingToDraft = [] { return core::Result<std::optional<Draft>>(std::optional<Draft>()); };

core::Result<std::optional<Draft>> asOptional(core::Result<Draft> draft, const VisitAssessment& assessment) {
    if (!draft)
        return core::failure(draft.error());
    const core::RuleId rule = assessment.decision.row.rule;
    if (std::find(draft->rules.begin(), draft->rules.end(), rule) == draft->rules.end())
        draft->rules.insert(draft->rules.begin(), rule);
    return std::optional(*std::move(draft));
}

int holdDays(const VisitAssessment& assessment, const core::RuleNumbers& numbers) {
    return assessment.decision.proposal == core::Proposal::hold
               ? assessment.decision.holdDays.value_or(numbers.vis3.holdDays)
               : numbers.vis3.holdDays;
}

// A dose that stays as it is for so long anyway is held already.
bool changesWithin(const PatientRecord& record, Date day, int days) {
    const std::optional<DayDose> next = DoseTimeline(record).nextChangeAfter(day);
    return next && next->on < day + days;
}

// The rest of the plan from a higher dose; a plan of its own where the one in force is no titration.
core::Result<Draft> draftIncrease(DailyDose to, const VisitAssessment& assessment, const PatientRecord& record,
                                  const content::Catalogue& catalogue, Date from) {
    const core::Revision* active = record.active();
    if (active != nullptr && active->plan.titration() && active->plan.stepOn(from)) {
        core::Result<core::Plan> raised = core::raiseTo(active->plan, from, to, catalogue.numbers());
        if (!raised)
            return core::failure(raised.error());
        Draft draft = draftNew(record, *std::move(raised));
        draft.basedOn = active->id;
        draft.effectiveFrom = from;
        draft.overrides = active->overrides;
        return draft;
    }
    const PlanningContext context = planningContext(catalogue, record, from - 1);
    const core::ProductSet products = usualProducts(context);
    core::TitrationInputs inputs = proposedTitration(context, proposedProtocol(context), from, products);
    inputs.startDose = inputs.goal = to;
    inputs.increment = assessment.limits.increment;
    inputs.intervalDays = assessment.limits.intervalDays;
    core::Result<PlanView> view = plan(inputs, products, context);
    return view ? core::Result<Draft>(draftNew(record, std::move(view->plan))) : core::failure(view.error());
}

// TAP-11 from today's dose; to a lower dose by one step of it, which the clinician then sets (TAP-16).
core::Result<Draft> draftTaper(bool toLowerDose, const PatientRecord& record, const content::Catalogue& catalogue,
                               Date from) {
    const PlanningContext context = planningContext(catalogue, record, from - 1);
    const core::ProductSet products = usualProducts(context);
    core::TaperInputs inputs = proposedTaper(context, from);
    if (products.quantum().isZero())
        return core::failure(core::ErrorCode::noProducts, "products");
    const DailyDose quantum = core::perDay(products.quantum());
    if (toLowerDose && !inputs.from.isZero()) {
        const DailyDose step =
            core::taperStep(inputs.from, inputs.percent, quantum, catalogue.numbers().rnd3.mostOfBase);
        inputs.goal = step < inputs.from ? inputs.from - step : DailyDose();
    }
    core::Result<PlanView> view = plan(inputs, products, context);
    return view ? core::Result<Draft>(draftNew(record, std::move(view->plan))) : core::failure(view.error());
}

} // namespace

std::vector<OfferedChoice> offeredChoices(const VisitAssessment& assessment, const PatientRecord& record,
                                          const content::Catalogue& catalogue, Date today) {
    const core::VisitInputs& inputs = assessment.inputs;
    const core::VisitDecision& decision = assessment.decision;
    const bool hasPlan = record.active() != nullptr;
    std::vector<OfferedChoice> offered;
    const auto add = [&](VisitChoice choice, std::optional<DailyDose> dose, bool draftsPlan) {
        const bool proposed = decision.proposal && core::asChoice(*decision.proposal) == choice;
        offered.push_back({choice, dose, proposed, draftsPlan && assessment.latest});
    };
    if (decision.proposal == core::Proposal::emergency)
        add(VisitChoice::emergency, {}, false);
    if (!inputs.dose)
        return offered;
    if (inputs.tapering)
        add(VisitChoice::continueTaper, inputs.dose, false);
    else
        add(VisitChoice::maintain, inputs.dose, false);
    if (!inputs.tapering && inputs.increment) {
        const DailyDose raised = *inputs.dose + *inputs.increment;
        add(VisitChoice::increase, decision.proposal == core::Proposal::increase ? decision.dose : raised, true);
    }
    if (hasPlan)
        add(VisitChoice::hold, inputs.dose, changesWithin(record, today, holdDays(assessment, catalogue.numbers())));
    if (!inputs.tapering)
        add(VisitChoice::taperLower, {}, true);
    if (inputs.previousStep)
        add(VisitChoice::stepBack, inputs.previousStep, true);
    if (!inputs.tapering)
        add(VisitChoice::stopAndTaper, DailyDose(), true);
    add(VisitChoice::referForPump, inputs.dose, false);
    return offered;
}

core::Result<std::optional<Draft>> draftChoice(VisitChoice choice, const VisitAssessment& assessment,
                                               const PatientRecord& record, const content::Catalogue& catalogue,
                                               Date today) {
    const core::RuleNumbers& numbers = catalogue.numbers();
    if (!assessment.latest)
        return nothingToDraft();
    switch (choice) {
    case VisitChoice::emergency:
    case VisitChoice::maintain:
    case VisitChoice::continueTaper:
    case VisitChoice::referForPump:
        return nothingToDraft();
    case VisitChoice::hold: {
        const int days = holdDays(assessment, numbers);
        if (!changesWithin(record, today, days))
            return nothingToDraft();
        return asOptional(draftHold(record, today, days, numbers), assessment);
    }
    case VisitChoice::stepBack:
        return asOptional(draftStepBack(record, today, numbers), assessment);
    case VisitChoice::increase: {
        if (!assessment.inputs.dose || !assessment.inputs.increment)
            return core::failure(core::ErrorCode::notFound, "dose");
        const bool proposed = assessment.decision.proposal == core::Proposal::increase && assessment.decision.dose;
        const DailyDose to =
            proposed ? *assessment.decision.dose : *assessment.inputs.dose + *assessment.inputs.increment;
        return asOptional(draftIncrease(to, assessment, record, catalogue, today + 1), assessment);
    }
    case VisitChoice::stopAndTaper:
    case VisitChoice::taperLower:
        break;
    }
    return asOptional(draftTaper(choice == VisitChoice::taperLower, record, catalogue, today + 1), assessment);
}

core::Result<Draft> draftRestart(const VisitAssessment& assessment, const PatientRecord& record,
                                 const content::Catalogue& catalogue, Date today) {
    if (!assessment.restart || assessment.restart->action == core::RestartAction::resume ||
        assessment.restart->action == core::RestartAction::supervise)
        return core::failure(core::ErrorCode::notFound, "restart");
    const PlanningContext context = planningContext(catalogue, record, today);
    const core::ProductSet products = usualProducts(context);
    core::TitrationInputs inputs = proposedTitration(context, proposedProtocol(context), today, products);
    inputs.startDose = assessment.restart->dose;
    inputs.goal = assessment.gap->before;
    inputs.increment = assessment.limits.increment;
    inputs.intervalDays = assessment.limits.intervalDays;
    core::Result<core::Plan> made = core::planTitration(inputs, products, catalogue.numbers().tit11.reviewEveryDays);
    if (!made)
        return core::failure(made.error());
    Draft draft = draftNew(record, *std::move(made));
    draft.rules = {assessment.restart->finding.rule};
    return draft;
}

} // namespace lento::app
