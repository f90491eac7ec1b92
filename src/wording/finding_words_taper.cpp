// Words of findings about a dose that falls (TAP).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{
        "TAP-10", QT_TRANSLATE_NOOP("lento::wording::findings", "May stop"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{from_mg} a day is no more than the last dose of a taper: it may be stopped without one.")},
    FindingWords{"TAP-15", QT_TRANSLATE_NOOP("lento::wording::findings", "Slower taper proposed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "There were {pauses} pauses and {step_backs} steps back. A "
                                   "slower pace is proposed for what remains: {preset}.")},
    FindingWords{
        "TAP-16", QT_TRANSLATE_NOOP("lento::wording::findings", "Visits during the taper"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "{visits} visits or calls, the first on {first_visit}, the last on {last_visit}, a week after the end.")},
    FindingWords{"TAP-17", QT_TRANSLATE_NOOP("lento::wording::findings", "A single dose rises"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "In this step the {part} dose rises from {before_mg} to {now_mg} "
                                   "although the day’s total falls. Check that this is meant.")},
    FindingWords{"TAP-18", QT_TRANSLATE_NOOP("lento::wording::findings", "Another taper is running"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Another sedative or antispastic medicine is being tapered. Take "
                                   "down one at a time, or nobody knows which withdrawal is seen.")},
    FindingWords{
        "TAP-19", QT_TRANSLATE_NOOP("lento::wording::findings", "Faster for a serious reaction"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "A faster taper is allowed because of a serious adverse reaction; the reason is kept with the plan.")},
    FindingWords{"TAP-7", QT_TRANSLATE_NOOP("lento::wording::findings", "Large first step"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The first step is {drop_mg} of {from_mg} ({drop_percent}), more "
                                   "than {most_percent}. A finer product makes it smaller.")},
    FindingWords{"tap-11.faster", QT_TRANSLATE_NOOP("lento::wording::findings", "Faster than proposed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{days} to the end; for this patient {preset_days} are proposed: {preset}.")},
    FindingWords{"tap-11.high", QT_TRANSLATE_NOOP("lento::wording::findings", "Long treatment, high dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "High risk of withdrawal ({why}). The slow pace is kept: {preset}.")},
    FindingWords{
        "tap-11.high-faster", QT_TRANSLATE_NOOP("lento::wording::findings", "Faster than advised for high risk"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "High risk of withdrawal ({why}), but this plan takes {days} where {preset_days} are proposed: {preset}.")},
    FindingWords{
        "tap-11.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Risk of withdrawal not assessed"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Not assessed: {missing} is missing. Without it the standard pace is only a proposal.")},
    FindingWords{"tap-4.block", QT_TRANSLATE_NOOP("lento::wording::findings", "Very large percentage"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{percent} a step is more than 25 %; withdrawal is to be expected.")},
    FindingWords{"tap-4.high", QT_TRANSLATE_NOOP("lento::wording::findings", "Large percentage"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{percent} a step is more than the usual 5 to 20 %.")},
    FindingWords{"tap-4.interval", QT_TRANSLATE_NOOP("lento::wording::findings", "Steps too close"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Steps every {interval_days}; with a percentage {least_days} is the least.")},
    FindingWords{"tap-4.low", QT_TRANSLATE_NOOP("lento::wording::findings", "Small percentage"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{percent} a step is less than the usual 5 to 20 %; the taper will be long.")},
    FindingWords{
        "tap-8.half", QT_TRANSLATE_NOOP("lento::wording::findings", "Very large drop"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "This step drops {drop_mg} of {from_mg} ({drop_percent}), more than half of the dose.")},
    FindingWords{
        "tap-8.third", QT_TRANSLATE_NOOP("lento::wording::findings", "Large drop"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "This step drops {drop_mg} of {from_mg} ({drop_percent}), more than a third of the dose.")},
    FindingWords{"tap-9.block", QT_TRANSLATE_NOOP("lento::wording::findings", "Too short"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{days} from the first reduction to the stop; below {least_days} "
                                   "a reason is needed, such as a serious adverse reaction.")},
    FindingWords{"tap-9.short", QT_TRANSLATE_NOOP("lento::wording::findings", "Short"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{days} from the first reduction to the stop; the labels advise "
                                   "at least {least_days}, longer if symptoms come.")},
};

} // namespace

std::span<const FindingWords> taperWords() {
    return rows;
}

} // namespace lento::wording
