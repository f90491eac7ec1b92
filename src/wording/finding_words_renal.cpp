// Words of findings about kidney, liver and age (REN, HEP, ELD).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{"eld-1.falls", QT_TRANSLATE_NOOP("lento::wording::findings", "Ask about falls"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "At {age_years}: ask about falls at each visit.")},
    FindingWords{
        "eld-1.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Age is missing"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Whether the slower scheme for older people applies is not assessed: {missing} is missing.")},
    FindingWords{"eld-1.sensitive", QT_TRANSLATE_NOOP("lento::wording::findings", "Sensitive scheme proposed"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "At {age_years} the sensitive scheme is proposed: 5 mg in the evening, 5 mg more every 7 days.")},
    FindingWords{
        "eld-1.soft-ceiling", QT_TRANSLATE_NOOP("lento::wording::findings", "High dose for this age"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{highest_mg} a day at {age_years}: older people seldom tolerate more than {limit_mg}.")},
    FindingWords{
        "hep-1.decompensated", QT_TRANSLATE_NOOP("lento::wording::findings", "Decompensated liver"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Decompensated cirrhosis or encephalopathy: baclofen may bring on or hide encephalopathy. Avoid it.")},
    FindingWords{"hep-1.liver", QT_TRANSLATE_NOOP("lento::wording::findings", "Liver disease"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No factor on the dose, but the sensitive scheme; check the transaminases.")},
    FindingWords{"ren-2.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Height not recorded"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not assessed: {missing} is missing. From a body mass index of 30 the clearance is "
                                   "worked out with a corrected weight; taken as it is, it comes out too high.")},
    FindingWords{"ren-5.ceiling",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Above the ceiling for this kidney function"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above {limit_mg}, the ceiling for this kidney function.")},
    FindingWords{
        "ren-5.increment", QT_TRANSLATE_NOOP("lento::wording::findings", "Rises too much for this kidney function"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "This step rises by {increment_mg}; for this kidney function {limit_mg} is the most.")},
    FindingWords{"ren-5.interval",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Rises too soon for this kidney function"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "This step comes after {interval_days}; for this kidney function {least_days} is the least.")},
    FindingWords{"ren-5.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function not assessed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not assessed: {missing} is missing. Baclofen leaves the body through the kidneys; "
                                   "enter what is missing before the plan is made active.")},
    FindingWords{"ren-5.once-daily",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Too many doses a day for this kidney function"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{doses_per_day} doses a day; on dialysis or with K below 15 one only.")},
    FindingWords{"ren-5.r1", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function just below normal"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "K is {k_ml_min}. No change is asked for; one reviewed scheme "
                                   "already cuts the first dose by a third below 90.")},
    FindingWords{
        "ren-5.r2", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function slightly reduced"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "K is {k_ml_min}, band {band}: start {start_mg}, increase {increment_mg}, ceiling {ceiling_mg} a day.")},
    FindingWords{"ren-5.r3", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function reduced"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "K is {k_ml_min}, band {band}: start {start_mg}, increase {increment_mg} every "
                                   "{interval_days}, ceiling {ceiling_mg} a day. Watch for drowsiness and confusion.")},
    FindingWords{"ren-5.r4", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function severely reduced"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "K is {k_ml_min}, band {band}: avoid baclofen. If it is given: start {start_mg}, "
                                   "increase {increment_mg} every {interval_days}, ceiling {ceiling_mg} a day.")},
    FindingWords{"ren-5.r5", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney failure or dialysis"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Band {band}: at most {ceiling_mg} a day, taken once, and only "
                                   "with the nephrologist, whose name is kept with the reason.")},
    FindingWords{
        "ren-5.start", QT_TRANSLATE_NOOP("lento::wording::findings", "Start too high for this kidney function"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "The plan starts with {start_mg} a day; for this kidney function {limit_mg} is the most.")},
    FindingWords{
        "ren-5.taper", QT_TRANSLATE_NOOP("lento::wording::findings", "Reduced kidney function"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Band {band}: the same taper, but look for signs of too much baclofen before blaming withdrawal.")},
    FindingWords{"ren-5.unstable", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function is changing"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Creatinine is not stable, so K is not valid and the kidney counts as severely "
                                   "reduced: ceiling {ceiling_mg} a day. Measure again.")},
    FindingWords{"ren-6.dose", QT_TRANSLATE_NOOP("lento::wording::findings", "Confusion risk"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "At {age_years} with K {k_ml_min}, {limit_mg} a day or more doubles admissions with "
                                   "confusion; the plan reaches {highest_mg}. Look for it at each visit.")},
    FindingWords{"ren-6.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Age or kidney function missing"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Whether starting is advisable at this age is not assessed: {missing} is missing.")},
    FindingWords{"ren-6.start",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Avoid starting at this age and kidney function"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "At {age_years} with K {k_ml_min} the advice is not to start baclofen; otherwise "
                                   "the lowest dose, watching the mental state.")},
    FindingWords{
        "ren-7.band", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function has fallen"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "From band {band_before} to {band}, creatinine of {creatinine_date}. Drowsiness, confusion, limpness or "
            "abdominal pain in the next days may be poisoning: emergency, dialysis clears the drug.")},
    FindingWords{"ren-7.reduce", QT_TRANSLATE_NOOP("lento::wording::findings", "Reduction proposed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{daily_mg} a day is above {ceiling_mg}, the new ceiling. Reduce "
                                   "to it over at least {over_days}; never stop at once.")},
};

} // namespace

std::span<const FindingWords> renalWords() {
    return rows;
}

} // namespace lento::wording
