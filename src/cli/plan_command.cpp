#include "cli/plan_command.h"

#include "cli/plan_answer.h"
#include "cli/plan_request.h"
#include "cli/requests.h"
#include "core/plan_change.h"
#include "core/rules.h"
#include "core/taper.h"
#include "core/titration.h"

namespace lento::cli {

namespace {

core::Result<core::Plan> planned(const PlanRequest& request, const core::RuleNumbers& numbers) {
    if (const auto* titration = std::get_if<core::TitrationInputs>(&request.inputs))
        return core::planTitration(*titration, request.products, numbers.tit11.reviewEveryDays);
    return core::planTaper(std::get<core::TaperInputs>(request.inputs), request.products, numbers);
}

core::Result<core::Plan> changed(const core::Plan& plan, const PlanEvent& event, const core::RuleNumbers& numbers) {
    struct Change {
        const core::Plan& plan;
        const core::RuleNumbers& numbers;
        core::Result<core::Plan> operator()(const HoldEvent& event) const {
            return hold(plan, event.on, event.days, numbers);
        }
        core::Result<core::Plan> operator()(const PauseEvent& event) const {
            return pauseStep(plan, event.step, event.days);
        }
        core::Result<core::Plan> operator()(const StepBackEvent& event) const {
            return stepBack(plan, event.on, numbers);
        }
        core::Result<core::Plan> operator()(const ShiftEvent& event) const {
            return shift(plan, event.from, event.days);
        }
    };
    return std::visit(Change{plan, numbers}, event.what);
}

core::Result<Answer> answerPlan(content::JsonReader& reader, const content::Catalogue& catalogue) {
    const core::Result<PlanRequest> request = readPlanRequest(reader, catalogue);
    if (!request)
        return core::failure(request.error());
    core::Result<core::Plan> plan = planned(*request, catalogue.numbers());
    if (!plan)
        return core::failure(placed(plan.error(), reader.place()));
    for (const PlanEvent& event : request->events) {
        plan = changed(*plan, event, catalogue.numbers());
        if (!plan)
            return core::failure(placed(plan.error(), event.place));
    }
    core::RuleContext context{*plan, catalogue.numbers(), request->today};
    if (request->facts)
        context.facts = &*request->facts;
    const std::vector<core::Finding> findings = core::check(context);
    return Answer{planJson(*plan, findings), needsClinician(findings)};
}

} // namespace

int runPlan(const QStringList& arguments, const Streams& streams) {
    return answerRequests(
        QStringLiteral("plan"),
        QStringLiteral("Makes a titration or taper plan from a JSON request and writes it as JSON, with "
                       "doses, tablets or volumes, supply and findings."),
        arguments, streams, answerPlan);
}

} // namespace lento::cli
