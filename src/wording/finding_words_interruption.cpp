// Words of findings about missed doses and interruptions (RST).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{
        "RST-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Go on with the full dose"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "The gap of {gap_hours} is short: take {proposed_mg} a day again, and ask for signs of withdrawal.")},
    FindingWords{
        "RST-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Admission or operation"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Keep baclofen going: give it on the day, by tube or as a liquid if need be, and tell the anaesthetist.")},
    FindingWords{"rst-2.gap", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart at half the dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "After a gap of {gap_hours} start again with {proposed_mg} a day "
                                   "instead of {before_mg}, then go up by the scheme.")},
    FindingWords{
        "rst-2.kidney", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart at half the dose"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "The gap of {gap_hours} is short, but the kidney function asks for more care: "
                          "start again with {proposed_mg} a day instead of {before_mg}, then go up by the scheme.")},
    FindingWords{"rst-3.gap", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart from the beginning"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "After a gap of {gap_hours} tolerance is lost: start again with "
                                   "{proposed_mg} a day, the start of the scheme.")},
    FindingWords{"rst-3.kidney", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart from the beginning"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "With this kidney function a gap of {gap_hours} counts as a week: "
                                   "start again with {proposed_mg} a day, the start of the scheme.")},
    FindingWords{"rst-4.emergency", QT_TRANSLATE_NOOP("lento::wording::findings", "Withdrawal: emergency"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Severe withdrawal after the gap: follow the emergency card. The previous dose, "
                                   "{proposed_mg} a day, is given again under supervision.")},
    FindingWords{"rst-4.supervise", QT_TRANSLATE_NOOP("lento::wording::findings", "Withdrawal after a gap"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "There are signs of withdrawal: give the previous dose, {proposed_mg} a day, again "
                                   "under supervision, whatever the length of the gap.")},
};

} // namespace

std::span<const FindingWords> interruptionWords() {
    return rows;
}

} // namespace lento::wording
