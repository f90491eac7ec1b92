// Words of findings about a dose that rises (TIT).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{"TIT-11", QT_TRANSLATE_NOOP("lento::wording::findings", "Review dates"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{visits} reviews are proposed, every {every_days}: the "
                                                               "first on {first_visit}, the last on {last_visit}.")},
    FindingWords{"TIT-12", QT_TRANSLATE_NOOP("lento::wording::findings", "A fair trial"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The trial of {highest_mg} a day is complete on {trial_ends}, "
                                   "after {days}. Do not call it a failure before.")},
    FindingWords{"TIT-13", QT_TRANSLATE_NOOP("lento::wording::findings", "The trial is complete"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day for {days}; complete since {trial_ends}. If it has not helped: "
                                   "taper and talk about alternatives, never stop at once.")},
    FindingWords{"TIT-15", QT_TRANSLATE_NOOP("lento::wording::findings", "Take with food"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Nausea was noted: take baclofen with food or milk.")},
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
    FindingWords{"tit-6.second-clinician", QT_TRANSLATE_NOOP("lento::wording::findings", "Needs a second clinician"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{highest_mg} a day is above {limit_mg}: a second clinician’s name is kept with the reason.")},
    FindingWords{"tit-7.interval", QT_TRANSLATE_NOOP("lento::wording::findings", "Steps too close"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This step comes after {interval_days}; {least_days} is the least.")},
    FindingWords{"tit-7.rise", QT_TRANSLATE_NOOP("lento::wording::findings", "Rises too fast"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The dose rises by {rise_mg} within {within_days}; {most_mg} is the most.")},
    FindingWords{
        "tit-9.four", QT_TRANSLATE_NOOP("lento::wording::findings", "Four doses a day"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Four doses a day are usual above {limit_mg} and in children; at {highest_mg} three are enough for most.")},
    FindingWords{
        "tit-9.once", QT_TRANSLATE_NOOP("lento::wording::findings", "One dose a day"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "One dose a day is meant for night spasms or for dialysis.")},
    FindingWords{
        "tit-9.twice", QT_TRANSLATE_NOOP("lento::wording::findings", "Two doses a day"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "Two doses a day are unusual in spasticity; three are usual.")},
};

} // namespace

std::span<const FindingWords> titrationWords() {
    return rows;
}

} // namespace lento::wording
