// Words of findings about uses other than spasticity, and about whom a protocol is made for (IND, DAT-1).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{
        "ind-aud.care", QT_TRANSLATE_NOOP("lento::wording::findings", "Care around the dose"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Psychosocial care goes with it; ask about drowsiness and suicide risk at each visit.")},
    FindingWords{"ind-aud.specialist",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Above the ceiling for alcohol dependence"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above {limit_mg}: only with an addiction specialist, whose "
                                   "name is kept with the reason. Admissions and deaths rise above it.")},
    FindingWords{
        "ind-hicc.review", QT_TRANSLATE_NOOP("lento::wording::findings", "Judge the effect on hiccups"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Review on {review_on}, {after_days} after the start. Without effect baclofen is tapered, not stopped.")},
    FindingWords{"ind.no-protocol", QT_TRANSLATE_NOOP("lento::wording::findings", "No protocol for this use"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The clinic has enabled no protocol for {indication}; this plan "
                                   "is free, and nothing but the general limits speaks for it.")},
    FindingWords{
        "ind.no-rule", QT_TRANSLATE_NOOP("lento::wording::findings", "No rule for this use"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "There is no rule for this use: the plan is free, and nothing but the general limits speaks for it.")},
    FindingWords{"ind.off-label", QT_TRANSLATE_NOOP("lento::wording::findings", "Off-label use"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{indication} is outside the label in this region. Say "
                                                               "so to the patient and record why baclofen is given.")},
    FindingWords{"protocol.indication", QT_TRANSLATE_NOOP("lento::wording::findings", "Made for another use"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{protocol} is not made for {indication}.")},
    FindingWords{
        "protocol.kidney", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney below what the protocol is made for"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "The kidney function is {band}; this protocol is made for {lowest_band} or better.")},
    FindingWords{"protocol.region", QT_TRANSLATE_NOOP("lento::wording::findings", "Made for another region"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{protocol} is not made for the clinic’s region.")},
    FindingWords{
        "protocol.too-heavy", QT_TRANSLATE_NOOP("lento::wording::findings", "Heavier than the protocol is made for"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{weight_kg}; this protocol is made for less than {limit_kg}.")},
    FindingWords{
        "protocol.too-light", QT_TRANSLATE_NOOP("lento::wording::findings", "Lighter than the protocol is made for"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{weight_kg}; this protocol is made from {limit_kg} on.")},
    FindingWords{"protocol.too-old",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Older than the protocol is made for"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{age_years}; this protocol is made for patients below {limit_years}.")},
    FindingWords{
        "protocol.too-young", QT_TRANSLATE_NOOP("lento::wording::findings", "Younger than the protocol is made for"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{age_years}; this protocol is made from {limit_years} on.")},
};

} // namespace

std::span<const FindingWords> indicationWords() {
    return rows;
}

} // namespace lento::wording
