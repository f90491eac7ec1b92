#include "app/oral_wean.h"

#include "app/plan_drafts.h"
#include "app/timeline.h"

#include <algorithm>
#include <set>

namespace lento::app {

namespace {

const core::PumpSetting* firstSetting(const core::PumpCourse& course, const core::PumpImplant& implant) {
    const auto found = std::ranges::find(course.settings, implant.id, &core::PumpSetting::implant);
    return found == course.settings.end() ? nullptr : &*found;
}

} // namespace

std::optional<core::DailyDose> doseBeforeImplant(const PatientRecord& record, const core::PumpImplant& implant) {
    if (implant.oralBefore && !implant.oralBefore->isZero())
        return implant.oralBefore;
    const std::optional<DayDose> then = DoseTimeline(record).on(implant.on);
    return then && !then->daily.isZero() ? std::optional(then->daily) : std::nullopt;
}

bool mayWean(const PatientRecord& record, core::Date today) {
    const core::PumpImplant* implant = record.pump.implantOn(today);
    const core::PumpSetting* setting = implant ? record.pump.settingOn(implant->id, today) : nullptr;
    if (!setting)
        return false;
    if (const std::optional<DayDose> now = DoseTimeline(record).on(today))
        return !now->daily.isZero();
    return setting->phase == core::PumpPhase::titration && doseBeforeImplant(record, *implant).has_value();
}

core::Result<PlanView> planOralWean(const PatientRecord& record, const PlanningContext& context, core::Date start,
                                    core::DailyDose before) {
    const core::PumpImplant* implant = record.pump.implantOn(context.today);
    const core::PumpSetting* running = implant ? firstSetting(record.pump, *implant) : nullptr;
    if (!running)
        return core::failure(core::ErrorCode::missingField, "pump");
    if (start < running->on)
        return core::failure(core::ErrorCode::conflictingFields, "start", {start.iso(), running->on.iso()});
    core::TaperInputs inputs = core::oralWean(start, before, context.catalogue->numbers().pump);
    if (const std::optional<DayDose> eve = DoseTimeline(record).on(start - 1))
        inputs.from = eve->daily;
    // The day stays divided as it is (TAP-17).
    inputs.split = context.strategyToday;
    inputs.singleDoseCap = context.catalogue->numbers().tit8.singleDose;
    if (context.splitToday && context.splitToday->dosesPerDay() > 0)
        inputs.dosesPerDay = context.splitToday->dosesPerDay();
    return plan(inputs, usualProducts(context), context);
}

Draft draftOralWean(const PatientRecord& record, core::Plan plan) {
    Draft draft = draftNew(record, std::move(plan));
    draft.rules = {"ITB-18"};
    return draft;
}

std::vector<WeanDay> weanLine(const PatientRecord& record, const core::Plan& plan, const PumpDays& pump,
                              core::Date first) {
    const DoseTimeline timeline(record, revisionOf(draftOralWean(record, plan), record.revisions));
    std::set<core::Date> oral;
    for (const Stretch& stretch : timeline.stretches())
        oral.insert(stretch.span.first);
    std::set<core::Date> set;
    for (const PumpEvent& event : pump.events())
        if (event.kind == PumpEventKind::doseSet)
            set.insert(event.on);
    std::set<core::Date> days{first};
    const core::Date last = plan.steps.empty() ? first : plan.steps.back().span.first;
    for (const std::set<core::Date>* some : {&oral, &set})
        for (const core::Date day : *some)
            if (day >= first && day <= last)
                days.insert(day);
    std::vector<WeanDay> line;
    for (const core::Date day : days) {
        WeanDay one;
        one.on = day;
        if (const std::optional<DayDose> dose = timeline.on(day)) {
            one.oral = dose->daily;
            one.oralChanges = dose->change != Change::none;
        }
        one.pump = pump.doseOn(day);
        one.pumpChanges = set.contains(day);
        if (one.oralChanges || one.pumpChanges || day == first)
            line.push_back(one);
    }
    return line;
}

} // namespace lento::app
