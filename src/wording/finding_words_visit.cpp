// Words of findings about the decision at a visit (VIS, and TAP as a visit reads it).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{"ae-4.red-flag", QT_TRANSLATE_NOOP("lento::wording::findings", "Red flag"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{sign}: an emergency.")},
    FindingWords{"ren-7.toxicity", QT_TRANSLATE_NOOP("lento::wording::findings", "Signs of too much baclofen"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{sign}: with weak kidneys this may be poisoning. An emergency; haemodialysis clears the drug.")},
    FindingWords{"wdl-5.sudden-stop", QT_TRANSLATE_NOOP("lento::wording::findings", "Stopped suddenly"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No dose for {hours} h: withdrawal shows within hours to days. "
                                   "Ask for its signs; the restart is advised below.")},
    FindingWords{"wdl.grade", QT_TRANSLATE_NOOP("lento::wording::findings", "Signs of withdrawal"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Grade {withdrawal_grade} by: {sign}.")},
    FindingWords{
        "VIS-10", QT_TRANSLATE_NOOP("lento::wording::findings", "After a step back"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Stay there for {hold_days}; the next increase is half as large and waits twice as long.")},
    FindingWords{"VIS-12", QT_TRANSLATE_NOOP("lento::wording::findings", "Worse on a stable dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Before more baclofen ask about infection, bladder, bowel, skin, "
                                   "pain, missed doses and, where there is one, the pump.")},
    FindingWords{
        "vis-1.emergency", QT_TRANSLATE_NOOP("lento::wording::findings", "Emergency"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "A red flag, or an adverse effect of grade 4. Follow the emergency card now; no dose is calculated.")},
    FindingWords{"vis-1.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No emergency"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No red flag, and the worst adverse effect is of grade {ae_grade}.")},
    FindingWords{"vis-11.focal", QT_TRANSLATE_NOOP("lento::wording::findings", "No pump for focal spasticity"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The spasticity is focal: consider treatment of that muscle rather than a pump.")},
    FindingWords{"vis-11.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Referral for a pump"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Whether a referral for a pump trial should be discussed is not assessed: {missing} is missing.")},
    FindingWords{"vis-11.refer", QT_TRANSLATE_NOOP("lento::wording::findings", "Discuss a pump trial"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Severe spasticity in more than one region, and tablets failed "
                                   "or were not tolerated: refer for a pump trial.")},
    FindingWords{"vis-2.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No severe adverse effect"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No adverse effect of grade 3; no new hallucinations, psychosis or seizure.")},
    FindingWords{"vis-2.step-back", QT_TRANSLATE_NOOP("lento::wording::findings", "Step back"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "A severe adverse effect, or new hallucinations, psychosis or a "
                                   "seizure: go back to the dose of the step before.")},
    FindingWords{"vis-2.stop", QT_TRANSLATE_NOOP("lento::wording::findings", "Stop by a taper"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "A severe adverse effect, or new hallucinations, psychosis or a "
                                   "seizure, already at the starting dose: stop by a taper.")},
    FindingWords{"vis-2.stop-at-once", QT_TRANSLATE_NOOP("lento::wording::findings", "Stop"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "A severe adverse effect, or new hallucinations, psychosis or a seizure, at a dose "
                                   "that may be stopped without a taper (TAP-10).")},
    FindingWords{"vis-3.hold", QT_TRANSLATE_NOOP("lento::wording::findings", "Hold the dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "A moderate adverse effect: keep the dose for {hold_days} and see.")},
    FindingWords{"vis-3.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No moderate adverse effect"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "The worst adverse effect is of grade {ae_grade}.")},
    FindingWords{
        "vis-3.step-back", QT_TRANSLATE_NOOP("lento::wording::findings", "Step back"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "A moderate adverse effect at two visits running: go back to the dose of the step before.")},
    FindingWords{"vis-4.hold", QT_TRANSLATE_NOOP("lento::wording::findings", "Hold, adherence first"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Less than {least_percent} of the doses were taken: find out why before the response is judged.")},
    FindingWords{"vis-4.not", QT_TRANSLATE_NOOP("lento::wording::findings", "Doses are taken"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "At least {least_percent} of the doses were taken.")},
    FindingWords{"vis-5.maintain", QT_TRANSLATE_NOOP("lento::wording::findings", "Maintain"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The treatment works. Look for the lowest dose that holds it at {review_months}.")},
    FindingWords{"vis-5.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No clear response yet"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "The response is {response}.")},
    FindingWords{"vis-6.hold", QT_TRANSLATE_NOOP("lento::wording::findings", "Hold until the interval has passed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "There is room to rise, but only {days_since_change} have passed "
                                   "since the last change; the scheme waits {interval_days}.")},
    FindingWords{"vis-6.increase", QT_TRANSLATE_NOOP("lento::wording::findings", "Increase"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The response is not enough, {daily_mg} a day is below the ceiling of {ceiling_mg}, "
                                   "and the interval of {interval_days} has passed.")},
    FindingWords{"vis-6.not-ceiling", QT_TRANSLATE_NOOP("lento::wording::findings", "No room to rise"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{daily_mg} a day is at the ceiling of {ceiling_mg}.")},
    FindingWords{"vis-6.not-tolerated", QT_TRANSLATE_NOOP("lento::wording::findings", "No room to rise"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{daily_mg} a day is the highest dose tolerated.")},
    FindingWords{
        "vis-7.maintain", QT_TRANSLATE_NOOP("lento::wording::findings", "Maintain, discuss more"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "A small response at the highest dose: keep it, and discuss an adjunct, focal treatment or a pump.")},
    FindingWords{"vis-7.not", QT_TRANSLATE_NOOP("lento::wording::findings", "Not a small response"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "The response is {response}.")},
    FindingWords{"vis-8.hold", QT_TRANSLATE_NOOP("lento::wording::findings", "Hold until the trial is complete"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No response yet, after {days_at_ceiling} of {trial_days} at the highest dose.")},
    FindingWords{"vis-8.not", QT_TRANSLATE_NOOP("lento::wording::findings", "Trial complete"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{days_at_ceiling} at the highest dose; the trial takes {trial_days}.")},
    FindingWords{"vis-9.stop", QT_TRANSLATE_NOOP("lento::wording::findings", "Stop by a taper"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No response after {days_at_ceiling} at the highest dose: stop "
                                   "by a taper, never at once, and discuss what else can help.")},
    FindingWords{
        "vis.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Not assessed yet"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "Nothing is proposed yet. Still to be entered: {missing}.")},
    FindingWords{"visit-tap-12.continue", QT_TRANSLATE_NOOP("lento::wording::findings", "Go on with the taper"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Withdrawal of grade {withdrawal_grade} at most: go on as planned.")},
    FindingWords{"visit-tap-12.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No moderate withdrawal"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Withdrawal is of grade {withdrawal_grade}.")},
    FindingWords{"visit-tap-12.pause", QT_TRANSLATE_NOOP("lento::wording::findings", "Pause the taper"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Moderate withdrawal: keep the present dose one interval longer.")},
    FindingWords{"visit-tap-13.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No severe withdrawal"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Withdrawal is of grade {withdrawal_grade}.")},
    FindingWords{
        "visit-tap-13.step-back", QT_TRANSLATE_NOOP("lento::wording::findings", "Step back"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Severe withdrawal: go back to the dose of the step before for two intervals, then down more slowly.")},
    FindingWords{"visit-tap-14.emergency", QT_TRANSLATE_NOOP("lento::wording::findings", "Emergency"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "A red flag, or withdrawal or an adverse effect of grade 4. "
                                   "Follow the emergency card now; planning stops.")},
    FindingWords{
        "visit-tap-14.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No emergency"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "No red flag; the worst adverse effect is of grade {ae_grade}, withdrawal of grade {withdrawal_grade}.")},
    FindingWords{"visit-tap-19.faster", QT_TRANSLATE_NOOP("lento::wording::findings", "Go on, faster if needed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "A severe adverse effect while the dose falls: go on with the "
                                   "taper; a faster one is allowed when the reason is recorded.")},
    FindingWords{"visit-tap-19.not", QT_TRANSLATE_NOOP("lento::wording::findings", "No severe adverse effect"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No adverse effect of grade 3; no new hallucinations, psychosis or seizure.")},
};

} // namespace

std::span<const FindingWords> visitWords() {
    return rows;
}

} // namespace lento::wording
