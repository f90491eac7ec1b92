// Words of findings about the intrathecal pump (ITB).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{"ITB-6", QT_TRANSLATE_NOOP("lento::wording::findings", "Raised on the first day"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The pump was started {since_hours} ago. In the first 24 hours its dose is not "
                                   "raised.")},
    FindingWords{"itb-1.order", QT_TRANSLATE_NOOP("lento::wording::findings", "Another bolus than the usual one"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The bolus is {bolus_mcg}; the next of the usual ones is {proposed_mcg}.")},
    FindingWords{"itb-10.month", QT_TRANSLATE_NOOP("lento::wording::findings", "Tolerance or a fault"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "From {before_mcg} to {daily_mcg} a day within 30 days, and the latest visit saw no "
                                   "response (SCL-9): check pump and catheter before the next increase.")},
    FindingWords{
        "itb-10.unseen", QT_TRANSLATE_NOOP("lento::wording::findings", "Tolerance or a fault"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "From {before_mcg} to {daily_mcg} a day within 30 days, and no visit of that time tells "
                          "whether there was a response: check pump and catheter before the next increase.")},
    FindingWords{
        "itb-10.year", QT_TRANSLATE_NOOP("lento::wording::findings", "Tolerance or a fault"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "From {before_mcg} to {daily_mcg} a day within a year: check pump and catheter before "
                          "the next increase.")},
    FindingWords{"itb-11.clock", QT_TRANSLATE_NOOP("lento::wording::findings", "The pump's own clock"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The clock of the pump does not follow summer time or travel to another time zone: "
                                   "the periods then come at other hours.")},
    FindingWords{"itb-12.flow", QT_TRANSLATE_NOOP("lento::wording::findings", "Unusual flow"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{flow_ml} would flow in a day, outside {lowest_ml} to {highest_ml}: choose another "
                                   "concentration.")},
    FindingWords{"itb-14.differs", QT_TRANSLATE_NOOP("lento::wording::findings", "Volume differs"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{aspirated_ml} were aspirated, {expected_ml} were expected. A difference of more "
                                   "than {limit_ml} is investigated: pump, catheter, programming.")},
    FindingWords{"itb-16.bridge", QT_TRANSLATE_NOOP("lento::wording::findings", "No bridge bolus"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The concentration changes and no bridge bolus is recorded. Until the old solution "
                                   "has left the catheter the patient gets {given_mcg} a day instead of {daily_mcg}. "
                                   "The bridge bolus would be {bolus_mcg}.")},
    FindingWords{"itb-2.interval", QT_TRANSLATE_NOOP("lento::wording::findings", "Too soon for a bolus"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The last bolus was {since_hours} ago. At least 24 hours lie between two.")},
    FindingWords{"itb-2.most", QT_TRANSLATE_NOOP("lento::wording::findings", "Large bolus"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "A screening bolus of {bolus_mcg} is above the largest, {limit_mcg}.")},
    FindingWords{"itb-4.age", QT_TRANSLATE_NOOP("lento::wording::findings", "Very young"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "At {age_years} the child is younger than the labels allow for a pump.")},
    FindingWords{"itb-4.body", QT_TRANSLATE_NOOP("lento::wording::findings", "Too small for the device"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "The body is too small for the device.")},
    FindingWords{"itb-4.brain", QT_TRANSLATE_NOOP("lento::wording::findings", "Recent brain injury"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "The brain injury of {since} is less than a year old.")},
    FindingWords{"itb-4.infection", QT_TRANSLATE_NOOP("lento::wording::findings", "Active infection"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "There is an active infection: no bolus and no pump until it is over.")},
    FindingWords{"itb-4.no-response", QT_TRANSLATE_NOOP("lento::wording::findings", "No candidate for a pump"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "There was no response to {bolus_mcg}.")},
    FindingWords{"itb-4.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Candidate for a pump"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Whether the patient may have a pump depends on it.")},
    FindingWords{"itb-7.large", QT_TRANSLATE_NOOP("lento::wording::findings", "More than a fifth"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "From {before_mcg} to {daily_mcg} a day: at higher doses more than 20 % may be too "
                                   "much.")},
    FindingWords{"itb-7.range", QT_TRANSLATE_NOOP("lento::wording::findings", "Large increase"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "From {before_mcg} to {daily_mcg} a day. Allowed at one time: {lowest_mcg} to "
                                   "{highest_mcg}.")},
    FindingWords{"itb-7.sooner", QT_TRANSLATE_NOOP("lento::wording::findings", "Raised twice in a day"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The dose was raised {since_hours} ago; it is raised at most once in 24 hours.")},
    FindingWords{"itb-8.increase", QT_TRANSLATE_NOOP("lento::wording::findings", "Increase outside the usual"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "From {before_mcg} to {daily_mcg} a day. Usual at a maintenance visit: {lowest_mcg} "
                                   "to {highest_mcg}.")},
    FindingWords{"itb-8.reduction", QT_TRANSLATE_NOOP("lento::wording::findings", "Reduction outside the usual"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "From {before_mcg} to {daily_mcg} a day. Usual at one time: down to {lowest_mcg} to "
                                   "{highest_mcg}; a larger drop can bring on withdrawal.")},
    FindingWords{"itb-9.reason", QT_TRANSLATE_NOOP("lento::wording::findings", "Very high dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{daily_mcg} a day is above {limit_mcg}.")},
    FindingWords{
        "itb-9.usual", QT_TRANSLATE_NOOP("lento::wording::findings", "Outside the usual range"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{daily_mcg} a day. Usual are {lowest_mcg} to {highest_mcg}.")},
    FindingWords{"itb-9.warn", QT_TRANSLATE_NOOP("lento::wording::findings", "High dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{daily_mcg} a day is above {limit_mcg}.")},
};

} // namespace

std::span<const FindingWords> pumpWords() {
    return rows;
}

} // namespace lento::wording
