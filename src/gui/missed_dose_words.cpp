#include "gui/missed_dose_words.h"

#include "app/dose_gap.h"
#include "core/interruption.h"
#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

namespace lento::gui {

namespace {

QString words(const char* source) {
    return QCoreApplication::translate("lento::gui::MissedDose", source);
}

QString clock(int minute) {
    return QString::fromStdString(core::clockText(minute));
}

} // namespace

QString missedDoseWords(const CalendarDay& day, const app::PatientRecord& record, const core::RuleNumbers& numbers) {
    QStringList lines;
    if (!day.dose)
        return {};
    bool missed = false;
    for (const core::DayPart part : day.dose->split.parts()) {
        if (day.diary.parts[static_cast<std::size_t>(part)] != core::Taken::missed)
            continue;
        const auto late = core::lateDose(day.dose->split, part, numbers.spl1.usual, numbers);
        if (!late)
            continue;
        missed = true;
        if (day.today)
            lines << words(QT_TRANSLATE_NOOP("lento::gui::MissedDose",
                                             "%1, usually at %2: take it now if it is not later than %3; otherwise "
                                             "skip it and take the next at %4 (RST-M)."))
                         .arg(wording::dayPartText(part), clock(late->minuteOfDay), clock(late->takeUntil),
                              clock(late->next));
    }
    if (!missed)
        return {};
    lines << words(QT_TRANSLATE_NOOP("lento::gui::MissedDose", "A missed dose is never made up for by a double one."));
    if (const std::optional<app::DiaryGap> gap = app::diaryGap(record, day.on))
        lines << words(QT_TRANSLATE_NOOP("lento::gui::MissedDose",
                                         "%1 doses in a row were missed, a gap of about %2 h: write a visit. It asks "
                                         "for signs of withdrawal and proposes how to go on (RST-1 to RST-4)."))
                     .arg(QString::number(gap->doses), QString::number(gap->hours));
    return lines.join(u'\n');
}

} // namespace lento::gui
