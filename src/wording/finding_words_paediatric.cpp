// Words of findings about children (PED).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{
        "PED-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Above the lower maintenance dose"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{highest_mg} a day is above {maintenance_low_mg}, the lower end of the maintenance band, "
                          "which ends at {maintenance_high_mg}. Beyond the lower end only by decision at a visit.")},
    FindingWords{
        "PED-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Above the ceiling for this child"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{highest_mg} a day is above {limit_mg}, the ceiling at {age_years} and {weight_kg}.")},
    FindingWords{"PED-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Above the older age band"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{highest_mg} a day is above {limit_mg}, the upper end that older texts give at {age_years}.")},
    FindingWords{
        "PED-6", QT_TRANSLATE_NOOP("lento::wording::findings", "Tablets for a small child"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "At {weight_kg} tablets cannot be dosed finely enough; below {limit_kg} use a liquid.")},
    FindingWords{
        "PED-7", QT_TRANSLATE_NOOP("lento::wording::findings", "A very young child"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "At {age_years} baclofen by mouth is for specialists only.")},
    FindingWords{"PED-8", QT_TRANSLATE_NOOP("lento::wording::findings", "Weight has changed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{before_kg} before, {weight_kg} on {weight_date}: the limits "
                                   "are worked out from the new weight. Check the doses.")},
    FindingWords{
        "ped-1.doses", QT_TRANSLATE_NOOP("lento::wording::findings", "Fewer than four doses a day"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{doses_per_day} doses a day; in children four are preferred, and two are the least.")},
    FindingWords{"ped-1.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Weight is missing"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not assessed: {missing} is missing. A child’s dose is worked out from it.")},
    FindingWords{"ped-1.start", QT_TRANSLATE_NOOP("lento::wording::findings", "Start too high for this child"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The plan starts with {start_mg} a day; at {weight_kg} {limit_mg} is the most.")},
    FindingWords{"ped-2.increment", QT_TRANSLATE_NOOP("lento::wording::findings", "Rises too much for this child"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This step rises by {increment_mg}; {limit_mg} a day is the most.")},
    FindingWords{"ped-2.interval", QT_TRANSLATE_NOOP("lento::wording::findings", "Rises too soon for this child"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This step comes after {interval_days}; {least_days} is the least.")},
    FindingWords{
        "ped-7.label", QT_TRANSLATE_NOOP("lento::wording::findings", "Not established at this age"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "US labels do not cover baclofen by mouth below {from_years}; the patient is {age_years}.")},
    FindingWords{
        "ped-9.confirm", QT_TRANSLATE_NOOP("lento::wording::findings", "Adult scheme for a young person"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "At {age_years} and {weight_kg} an adult scheme may be used if the clinician confirms it.")},
    FindingWords{"ped-9.too-young", QT_TRANSLATE_NOOP("lento::wording::findings", "Adult scheme for a child"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This scheme is for adults. From {from_years} and {limit_kg} it "
                                   "may be used when confirmed; below that the weight decides.")},
};

} // namespace

std::span<const FindingWords> paediatricWords() {
    return rows;
}

} // namespace lento::wording
