// Words of findings about what is measured again and when (MON, DAT).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{
        "DAT-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Creatinine is too old"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "The kidney function is not assessed: the last creatinine is too old for this patient. Enter a new one.")},
    FindingWords{"MON-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Standing blood pressure"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: measure the pressure lying and standing at each visit.")},
    FindingWords{"MON-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Seizure diary"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Ask the patient to keep a diary of seizures and look at it at each visit.")},
    FindingWords{"mon-1.blood-test", QT_TRANSLATE_NOOP("lento::wording::findings", "Next blood test"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{test}: last on {last_date}, next by {next_date}.")},
    FindingWords{
        "mon-1.blood-test-due", QT_TRANSLATE_NOOP("lento::wording::findings", "Blood test due"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Not assessed: {missing} is missing or too old. It is asked for at the start and every {every_days}.")},
    FindingWords{
        "mon-1.creatinine", QT_TRANSLATE_NOOP("lento::wording::findings", "Next creatinine"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "Creatinine of {creatinine_date}: the next by {next_date}.")},
    FindingWords{"mon-2.rises", QT_TRANSLATE_NOOP("lento::wording::findings", "Is more really needed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The settled dose rises {rises} times within {within_days}. Look "
                                   "for tolerance or another cause before each increase.")},
    FindingWords{
        "mon-2.yearly", QT_TRANSLATE_NOOP("lento::wording::findings", "Yearly review"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "On baclofen since {baclofen_since}: once a year ask whether it still helps and whether less would do.")},
};

} // namespace

std::span<const FindingWords> monitoringWords() {
    return rows;
}

} // namespace lento::wording
