#include "wording/due_words.h"

#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <variant>

namespace lento::wording {

namespace {

using core::DueItem;
using core::DueKind;

QString translated(const char* source) {
    return QCoreApplication::translate("lento::wording::due", source);
}

template <class T>
std::optional<T> input(const DueItem& item, std::string_view name) {
    const auto found = std::find_if(item.inputs.begin(), item.inputs.end(),
                                    [name](const core::Input& each) { return each.name == name; });
    if (found == item.inputs.end())
        return std::nullopt;
    const T* value = std::get_if<T>(&found->value);
    return value ? std::optional(*value) : std::nullopt;
}

QString dose(const DueItem& item, std::string_view name) {
    const auto daily = input<core::DailyDose>(item, name);
    return daily ? dailyText(*daily) : QString();
}

QString day(const DueItem& item, std::string_view name) {
    const auto date = input<core::Date>(item, name);
    return date ? clinicalDate(*date) : QString();
}

QString lastSeen(const DueItem& item) {
    const QString last = day(item, "last_visit");
    return last.isEmpty() ? translated("never seen") : translated("last seen %1").arg(last);
}

QString visitBecause(const DueItem& item) {
    QStringList parts;
    const auto days = input<std::int64_t>(item, "days");
    const QString daily = dose(item, "daily_mg");
    if (days && !daily.isEmpty())
        parts << translated("%1 on %2").arg(daysText(static_cast<int>(*days) + 1), daily);
    parts << lastSeen(item);
    return parts.join(QStringLiteral("; "));
}

QString stepBecause(const DueItem& item) {
    const QString from = translated("From %1").arg(dose(item, "before_mg"));
    return input<bool>(item, "after_review").value_or(false) ? translated("%1; only after review").arg(from) : from;
}

} // namespace

QString dueToDo(const DueItem& item) {
    switch (item.kind) {
    case DueKind::pumpRefill:
        return input<bool>(item, "past_alarm").value_or(false) ? translated("Pump past its alarm date: refill now")
               : item.staysUntilEntered()                      ? translated("Pump refill not entered")
                                                               : translated("Pump refill");
    case DueKind::pumpUnassessed:
        return translated("Enter the fill and the setting of the pump");
    case DueKind::pumpReplacement:
        return translated("Plan the replacement of the pump");
    case DueKind::supply:
        return translated("Supply runs out");
    case DueKind::withdrawalCall: {
        const auto daily = input<core::DailyDose>(item, "daily_mg");
        return daily && daily->isZero() ? translated("Call after the last dose")
                                        : translated("Call after the step to %1").arg(dose(item, "daily_mg"));
    }
    case DueKind::review:
        return translated("Review during escalation");
    case DueKind::taperVisit:
        return translated("Visit during the taper");
    case DueKind::reprint:
        return translated("Print the new calendar");
    case DueKind::holdEnds:
        return translated("Hold ends: %1").arg(dose(item, "daily_mg"));
    case DueKind::stepUp:
        return translated("Step up to %1").arg(dose(item, "daily_mg"));
    case DueKind::stepDown:
        return translated("Step down to %1").arg(dose(item, "daily_mg"));
    case DueKind::stop:
        return translated("Baclofen stops");
    case DueKind::creatinine:
        return translated("Creatinine");
    case DueKind::transaminases:
        return translated("Liver tests");
    case DueKind::glucose:
        return translated("Glucose");
    case DueKind::standingPressure:
        return translated("Blood pressure standing");
    case DueKind::seizureDiary:
        return translated("Look at the seizure diary");
    case DueKind::toleranceReview:
        return translated("Review of tolerance");
    case DueKind::weight:
        return translated("Weight for the dose by weight");
    case DueKind::routineReview:
        return translated("Yearly review");
    case DueKind::planDraft:
        return translated("Plan not made active");
    case DueKind::visitDraft:
        return translated("Visit not saved");
    }
    return {};
}

QString dueBecause(const DueItem& item) {
    switch (item.kind) {
    case DueKind::pumpRefill:
        return input<bool>(item, "past_alarm").value_or(false)
                   ? translated("Alarm date was %1: withdrawal is an emergency").arg(day(item, "alarm"))
                   : translated("Alarm date %1").arg(day(item, "alarm"));
    case DueKind::pumpUnassessed:
        return translated("Refill and alarm date not assessed; implanted %1").arg(day(item, "since"));
    case DueKind::pumpReplacement:
        return translated("End of service about %1").arg(day(item, "ends"));
    case DueKind::supply:
        return translated("Tablets last until %1").arg(day(item, "until"));
    case DueKind::withdrawalCall:
        return translated("Ask: fever, confusion, seizure, stiffness");
    case DueKind::review:
    case DueKind::taperVisit:
        return visitBecause(item);
    case DueKind::reprint:
        return translated("The sheet at home is not plan %1, version %2")
            .arg(input<std::int64_t>(item, "plan").value_or(0))
            .arg(input<std::int64_t>(item, "version").value_or(0));
    case DueKind::holdEnds:
    case DueKind::stepUp:
    case DueKind::stepDown:
    case DueKind::stop:
        return stepBecause(item);
    case DueKind::creatinine: {
        const QString last = day(item, "creatinine_date");
        return last.isEmpty() ? translated("Never recorded: kidneys not assessed")
                              : translated("Last creatinine %1").arg(last);
    }
    case DueKind::transaminases:
    case DueKind::glucose: {
        const QString last = day(item, "last_date");
        const QString why =
            item.kind == DueKind::glucose ? translated("with diabetes") : translated("with liver disease");
        return last.isEmpty() ? translated("Never recorded, %1").arg(why) : translated("Last %1, %2").arg(last, why);
    }
    case DueKind::standingPressure:
        return translated("A medicine for blood pressure is listed");
    case DueKind::seizureDiary:
        return translated("Epilepsy is listed");
    case DueKind::toleranceReview:
        return translated("The settled dose rose %1 times since %2")
            .arg(input<std::int64_t>(item, "rises").value_or(0))
            .arg(day(item, "since"));
    case DueKind::weight: {
        const QString last = day(item, "weight_date");
        return last.isEmpty() ? translated("Never recorded, child under 18")
                              : translated("Last weight %1, child under 18").arg(last);
    }
    case DueKind::routineReview:
        return lastSeen(item);
    case DueKind::planDraft:
    case DueKind::visitDraft:
        return translated("Draft since %1").arg(day(item, "since"));
    }
    return {};
}

QString dueWhen(const DueItem& item, core::Date today) {
    const int days = item.due - today;
    if (days < 0)
        return translated("overdue %1 d").arg(-days);
    if (days == 0)
        return translated("today");
    if (days < 14)
        return QStringLiteral("%1 %2").arg(weekdayShort(item.due.weekday()), shortDate(item.due));
    return translated("in %1 w").arg(days / 7);
}

QString urgencyText(core::Urgency urgency) {
    switch (urgency) {
    case core::Urgency::urgent:
        return translated("Urgent");
    case core::Urgency::due:
        return translated("Due");
    case core::Urgency::coming:
        return translated("Coming");
    }
    return {};
}

} // namespace lento::wording
