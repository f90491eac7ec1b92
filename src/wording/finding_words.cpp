#include "wording/finding_words.h"

#include <QCoreApplication>

#include <algorithm>
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
    FindingWords{"DSP-2", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose cannot be made"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{dose_mg} cannot be made from the chosen products. The nearest dose on the careful "
                                   "side is {offer_mg}; a finer product makes it exactly.")},
    FindingWords{"DSP-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Volume cannot be measured"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{dose_mg} is no whole step of the syringe. {offer_mg} is {offer_ml}.")},
    FindingWords{"FRM-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Products cannot be combined"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not every piece of these products is a multiple of {quantum_mg} "
                                   "({product}), so some doses cannot be made exactly.")},
    FindingWords{"SPL-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Single dose above the cap"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "From this step on a single dose of {dose_mg} is needed; the cap is {cap_mg}, and "
                                   "the day has no further time to take the rest.")},
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
    FindingWords{
        "TAP-19", QT_TRANSLATE_NOOP("lento::wording::findings", "Faster for a serious reaction"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "A faster taper is allowed because of a serious adverse reaction; the reason is kept with the plan.")},
    FindingWords{"TAP-7", QT_TRANSLATE_NOOP("lento::wording::findings", "Large first step"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The first step is {drop_mg} of {from_mg} ({drop_percent}), more "
                                   "than {most_percent}. A finer product makes it smaller.")},
    FindingWords{"TIT-11", QT_TRANSLATE_NOOP("lento::wording::findings", "Review dates"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{visits} reviews are proposed, every {every_days}: the "
                                                               "first on {first_visit}, the last on {last_visit}.")},
    FindingWords{"TIT-17", QT_TRANSLATE_NOOP("lento::wording::findings", "Only after review"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{steps} steps from {from} on are printed as “only after review”: the patient stays "
                                   "on the dose before them until then.")},
    FindingWords{"TIT-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Above the usual range"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above what is usually effective, {usual_highest_mg} a day. "
                                   "Use the lowest dose that meets the goal.")},
    FindingWords{
        "TIT-8", QT_TRANSLATE_NOOP("lento::wording::findings", "Large single dose"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "A single dose of {dose_mg} is above {limit_mg}, the largest of any label. Take it in more doses a day.")},
    FindingWords{"UNI-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose beyond any use"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{daily_mg} a day is above {limit_mg} and cannot be planned. Check the number and the unit.")},
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
    FindingWords{"frm-2.changed", QT_TRANSLATE_NOOP("lento::wording::findings", "Concentration changes"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The liquid changes from {before_mg_per_ml} to {now_mg_per_ml}. For {dose_mg} that "
                                   "is {now_ml} instead of {before_ml}. Tell the patient and show the new volume.")},
    FindingWords{"frm-2.two", QT_TRANSLATE_NOOP("lento::wording::findings", "Two concentrations"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Two liquids of different strength are chosen: {dose_mg} is "
                                   "{before_ml} of one and {now_ml} of the other. Use one only.")},
    FindingWords{"protocol.quantum", QT_TRANSLATE_NOOP("lento::wording::findings", "Pieces too large for this scheme"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This scheme needs pieces of {most_mg} or less; the smallest "
                                   "that the chosen products make is {quantum_mg}.")},
    FindingWords{"protocol.soft-ceiling",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Above the scheme’s soft ceiling"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above {limit_mg}, where this scheme asks for caution.")},
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
                                   "with the nephrologist; write that name in the reason.")},
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
    FindingWords{"tit-10.missing", QT_TRANSLATE_NOOP("lento::wording::findings", "Before the start"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Not recorded yet: {missing}.")},
    FindingWords{"tit-10.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Before the start"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Not assessed: {missing} is missing.")},
    FindingWords{
        "tit-14.licensed", QT_TRANSLATE_NOOP("lento::wording::findings", "Effect uncertain"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Licensed here, but the benefit is less certain with this origin of spasticity ({reason}).")},
    FindingWords{"tit-14.muscle-pain", QT_TRANSLATE_NOOP("lento::wording::findings", "Not an indication"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Muscle pain of rheumatic origin is not an indication for baclofen.")},
    FindingWords{
        "tit-14.not-recommended", QT_TRANSLATE_NOOP("lento::wording::findings", "Effect uncertain"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "The labels of this region do not recommend oral baclofen with this origin of spasticity ({reason}).")},
    FindingWords{"tit-6.ceiling", QT_TRANSLATE_NOOP("lento::wording::findings", "Above the ceiling"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above {limit_mg}, the highest dose of the labels.")},
    FindingWords{"tit-6.protocol", QT_TRANSLATE_NOOP("lento::wording::findings", "Above the scheme’s ceiling"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above {limit_mg}, the ceiling of this scheme.")},
    FindingWords{
        "tit-6.second-clinician", QT_TRANSLATE_NOOP("lento::wording::findings", "Needs a second clinician"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{highest_mg} a day is above {limit_mg}: a second clinician’s name belongs in the reason.")},
    FindingWords{"tit-7.interval", QT_TRANSLATE_NOOP("lento::wording::findings", "Steps too close"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This step comes after {interval_days}; {least_days} is the least.")},
    FindingWords{"tit-7.rise", QT_TRANSLATE_NOOP("lento::wording::findings", "Rises too fast"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The dose rises by {rise_mg} within {within_days}; {most_mg} is the most.")},
};

} // namespace

std::span<const FindingWords> findingWords() {
    return rows;
}

const FindingWords* wordsFor(std::string_view key) {
    const auto* found =
        std::lower_bound(rows.begin(), rows.end(), key,
                         [](const FindingWords& row, std::string_view wanted) { return row.key < wanted; });
    return found != rows.end() && found->key == key ? &*found : nullptr;
}

} // namespace lento::wording
