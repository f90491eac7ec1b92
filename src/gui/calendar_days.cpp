#include "gui/calendar_days.h"

#include "core/rules.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace lento::gui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("lento::gui::CalendarDays", text);
}

QString visitText(core::VisitKind kind) {
    switch (kind) {
    case core::VisitKind::clinic:
        return say("Visit");
    case core::VisitKind::telephone:
        return say("Call");
    case core::VisitKind::ward:
        return say("Ward visit");
    case core::VisitKind::home:
        return say("Home visit");
    }
    return {};
}

struct Marking {
    CalendarDay::Marked state = CalendarDay::Marked::nothing;
    QString text;
};

Marking markingOf(const core::DiaryDay& diary, const core::DoseSplit& split) {
    int due = 0;
    int taken = 0;
    QStringList missed;
    bool other = false;
    for (const core::DayPart part : split.parts()) {
        if (split.at(part).isZero())
            continue;
        ++due;
        switch (diary.parts[static_cast<std::size_t>(part)]) {
        case core::Taken::taken:
            ++taken;
            break;
        case core::Taken::missed:
            missed << wording::dayPartText(part).toLower();
            break;
        case core::Taken::other:
            other = true;
            break;
        case core::Taken::notMarked:
            break;
        }
    }
    if (!missed.isEmpty())
        return {CalendarDay::Marked::someMissed, say("missed %1").arg(missed.join(QStringLiteral(", ")))};
    if (other)
        return {CalendarDay::Marked::someTaken, say("took another dose")};
    if (due > 0 && taken == due)
        return {CalendarDay::Marked::allTaken, say("taken")};
    if (taken > 0)
        return {CalendarDay::Marked::someTaken, say("taken %1 of %2").arg(taken).arg(due)};
    return {};
}

QString changeWords(app::Change change) {
    switch (change) {
    case app::Change::up:
        return say("dose goes up");
    case app::Change::down:
        return say("dose goes down");
    case app::Change::stop:
        return say("baclofen stops");
    case app::Change::start:
        return say("baclofen starts");
    case app::Change::none:
        break;
    }
    return {};
}

QString pumpText(const app::PumpEvent& event) {
    switch (event.kind) {
    case app::PumpEventKind::implanted:
        return say("Implant");
    case app::PumpEventKind::removed:
        return say("Pump removed");
    case app::PumpEventKind::filled:
        return say("Pump filled");
    case app::PumpEventKind::doseSet:
        return say("Pump set");
    case app::PumpEventKind::refillBy:
        return event.urgent ? say("Refill overdue") : say("Refill by");
    case app::PumpEventKind::alarm:
        return say("Pump alarm");
    case app::PumpEventKind::planReplacement:
        return say("Plan new pump");
    case app::PumpEventKind::endOfService:
        return say("Pump ends");
    }
    return {};
}

} // namespace

CalendarDays::CalendarDays(std::shared_ptr<const app::PatientRecord> record, core::Date today,
                           const core::RuleNumbers& numbers, const std::vector<core::Weekday>& closedDays)
    : m_record(std::move(record))
    , m_timeline(*m_record)
    , m_today(today)
    , m_pump(m_record->pump, today, closedDays, numbers.pump) {
    for (std::size_t i = 0; i < m_record->diary.size(); ++i)
        m_diary[m_record->diary[i].on.dayNumber()] = i;
    for (const core::Visit& visit : m_record->visits)
        if (!visit.draft)
            m_events[visit.on.dayNumber()].texts << visitText(visit.kind);
    for (const core::Revision& revision : m_record->revisions) {
        if (revision.status != core::RevisionStatus::active)
            continue;
        for (const core::Date day : core::reviewDates(revision.plan, numbers))
            if (day >= m_today && day >= revision.effectiveFrom)
                m_events[day.dayNumber()].texts << say("Review");
    }
    for (const app::PumpEvent& event : m_pump.events()) {
        Events& events = m_events[event.on.dayNumber()];
        events.texts << pumpText(event);
        events.urgent = events.urgent || event.urgent;
    }
}

CalendarDay CalendarDays::on(core::Date day) const {
    CalendarDay result;
    result.on = day;
    result.dose = m_timeline.on(day);
    result.today = day == m_today;
    result.past = day < m_today;
    result.diary.patient = m_record->patient.id;
    result.diary.on = day;
    if (const auto found = m_diary.find(day.dayNumber()); found != m_diary.end())
        result.diary = m_record->diary[found->second];
    if (const auto found = m_events.find(day.dayNumber()); found != m_events.end())
        std::tie(result.events, result.urgent) = std::tie(found->second.texts, found->second.urgent);
    result.pumpAlone = pumpAlone();
    result.pump = m_pump.doseOn(day);

    QStringList words{wording::clinicalDateWithWeekday(day)};
    if (!result.dose) {
        if (!result.pump)
            words << (result.pumpAlone ? say("pump dose not assessed") : say("no plan"));
    } else {
        const Marking marking = markingOf(result.diary, result.dose->split);
        result.marked = marking.state;
        result.markText = marking.text;
        words << wording::dailyText(result.dose->daily);
        if (!result.dose->daily.isZero())
            words << wording::splitWords(result.dose->split);
        if (const QString change = changeWords(result.dose->change); !change.isEmpty())
            words << change;
        if (result.dose->onlyAfterReview)
            words << say("only after review");
        if (!marking.text.isEmpty())
            words << marking.text;
    }
    if (result.pump)
        words << say("pump %1").arg(wording::microgramsPerDayText(*result.pump));
    if (result.today)
        words << say("today");
    words << result.events;
    result.accessibleText = words.join(QStringLiteral(", "));
    return result;
}

core::DailyDose CalendarDays::highestDose(core::Date first, core::Date last) const {
    core::DailyDose highest;
    for (const app::Stretch& stretch : m_timeline.stretches()) {
        const bool meets = stretch.span.first <= last && (!stretch.span.last || *stretch.span.last >= first);
        if (meets)
            highest = std::max(highest, stretch.split.total());
    }
    return highest;
}

} // namespace lento::gui
