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
    FindingWords{"INT-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Opioids"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: sedation and slow breathing add up, and deaths are reported. Lowest "
                                   "doses, slower steps; warn those who care for the patient.")},
    FindingWords{"INT-10", QT_TRANSLATE_NOOP("lento::wording::findings", "Lithium"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: involuntary movements may get worse.")},
    FindingWords{
        "INT-11", QT_TRANSLATE_NOOP("lento::wording::findings", "MAO inhibitor"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: more drowsiness is described. Adjust the doses.")},
    FindingWords{"INT-12", QT_TRANSLATE_NOOP("lento::wording::findings", "Medicine that acts on the kidney"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{medicine}: baclofen may leave the body more slowly. Measure creatinine within {within_days}.")},
    FindingWords{"INT-13", QT_TRANSLATE_NOOP("lento::wording::findings", "Diabetes medicine"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: glucose may rise with baclofen.")},
    FindingWords{"INT-14", QT_TRANSLATE_NOOP("lento::wording::findings", "Anaesthetic"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: its effect may be stronger. Tell the anaesthetist about baclofen.")},
    FindingWords{"INT-15", QT_TRANSLATE_NOOP("lento::wording::findings", "Anaesthetic beside a pump"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{medicine}: disturbed heart rhythm and convulsions are described beside baclofen in the spine.")},
    FindingWords{
        "INT-16", QT_TRANSLATE_NOOP("lento::wording::findings", "Morphine beside a pump"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{medicine}: low pressure and breathlessness are described beside baclofen in the spine.")},
    FindingWords{"INT-2", QT_TRANSLATE_NOOP("lento::wording::findings", "Benzodiazepine or sleeping pill"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: drowsiness adds up. Do not taper both at the same time.")},
    FindingWords{"INT-21", QT_TRANSLATE_NOOP("lento::wording::findings", "Medicines without a known interaction"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not in any of the interaction lists: {medicine}. Check the "
                                   "spelling. No interaction through liver enzymes is expected.")},
    FindingWords{"INT-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Alcohol"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: to be avoided with baclofen; the effect together cannot be foretold.")},
    FindingWords{
        "INT-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Sedating antihistamine"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{medicine}: drowsiness adds up. Ask about sleep aids bought without a prescription too.")},
    FindingWords{
        "INT-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Medicine that makes drowsy"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{medicine}: drowsiness adds up. Gabapentinoids need a dose for the kidney as well.")},
    FindingWords{"INT-6", QT_TRANSLATE_NOOP("lento::wording::findings", "Another muscle relaxant"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: drowsiness adds up, with low pressure (tizanidine) or weakness "
                                   "(dantrolene). Together only where one alone has failed.")},
    FindingWords{"INT-7", QT_TRANSLATE_NOOP("lento::wording::findings", "Blood pressure medicine"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: pressure may fall. Measure it standing and adjust that medicine.")},
    FindingWords{
        "INT-8", QT_TRANSLATE_NOOP("lento::wording::findings", "Tricyclic antidepressant"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: marked limpness and drowsiness are described.")},
    FindingWords{"INT-9", QT_TRANSLATE_NOOP("lento::wording::findings", "Levodopa"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: confusion, hallucinations and worse parkinsonism are described.")},
    FindingWords{"MON-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Standing blood pressure"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: measure the pressure lying and standing at each visit.")},
    FindingWords{"MON-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Seizure diary"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Ask the patient to keep a diary of seizures and look at it at each visit.")},
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
    FindingWords{"PRG-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Breastfeeding"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Possible while the infant is watched for sleepiness and weak feeding.")},
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
    FindingWords{
        "SAF-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Hypersensitive to baclofen"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "A known hypersensitivity forbids baclofen by every route.")},
    FindingWords{
        "SAF-10", QT_TRANSLATE_NOOP("lento::wording::findings", "Autonomic dysreflexia"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "Pain or a sudden stop can set it off. Keep the doses steady.")},
    FindingWords{"SAF-11", QT_TRANSLATE_NOOP("lento::wording::findings", "Bladder"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "The bladder may empty less. Ask for residual urine.")},
    FindingWords{"SAF-12", QT_TRANSLATE_NOOP("lento::wording::findings", "Diabetes"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Glucose may rise. Check it.")},
    FindingWords{
        "SAF-13", QT_TRANSLATE_NOOP("lento::wording::findings", "Pressure or porphyria"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{condition}: use baclofen with care; pressure may fall.")},
    FindingWords{"SAF-14", QT_TRANSLATE_NOOP("lento::wording::findings", "Ovarian cysts"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Cysts were found in some women on baclofen; most went away by themselves.")},
    FindingWords{"SAF-15", QT_TRANSLATE_NOOP("lento::wording::findings", "Not for muscle pain"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Rheumatic or ordinary muscle pain is no indication for baclofen.")},
    FindingWords{"SAF-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Epilepsy or seizures"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Seizures may come more easily: only with treatment and supervision, and never stop suddenly.")},
    FindingWords{"SAF-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Mind and mood"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{condition}: may get worse with baclofen or its withdrawal. Ask "
                                   "about mood and thoughts of self-harm at each visit.")},
    FindingWords{"SAF-6", QT_TRANSLATE_NOOP("lento::wording::findings", "Parkinson’s disease"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Baclofen may worsen it and bring confusion.")},
    FindingWords{"SAF-7", QT_TRANSLATE_NOOP("lento::wording::findings", "Stroke"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Poorly tolerated after a stroke: the sensitive scheme, in small steps.")},
    FindingWords{
        "SAF-8", QT_TRANSLATE_NOOP("lento::wording::findings", "Tone is needed"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "The patient needs tone to stand or transfer: look at gait and transfers at each step.")},
    FindingWords{
        "SAF-9", QT_TRANSLATE_NOOP("lento::wording::findings", "Breathing"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Impaired breathing or sleep apnoea: baclofen can depress breathing, more so with other sedatives.")},
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
        "TIT-8",
        QT_TRANSLATE_NOOP("lento::wording::findings", "Large single dose"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "A single dose of {dose_mg} is above {limit_mg}, the largest of any label. Take it in more doses a day.")},
    FindingWords{"UNI-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose beyond any use"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{daily_mg} a day is above {limit_mg} and cannot be planned. Check the number and the unit.")},
    FindingWords{
        "VIS-10", QT_TRANSLATE_NOOP("lento::wording::findings", "After a step back"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Stay there for {hold_days}; the next increase is half as large and waits twice as long.")},
    FindingWords{"VIS-12", QT_TRANSLATE_NOOP("lento::wording::findings", "Worse on a stable dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Before more baclofen ask about infection, bladder, bowel, skin, "
                                   "pain, missed doses and, where there is one, the pump.")},
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
    FindingWords{"frm-2.changed", QT_TRANSLATE_NOOP("lento::wording::findings", "Concentration changes"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The liquid changes from {before_mg_per_ml} to {now_mg_per_ml}. For {dose_mg} that "
                                   "is {now_ml} instead of {before_ml}. Tell the patient and show the new volume.")},
    FindingWords{"frm-2.two", QT_TRANSLATE_NOOP("lento::wording::findings", "Two concentrations"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Two liquids of different strength are chosen: {dose_mg} is "
                                   "{before_ml} of one and {now_ml} of the other. Use one only.")},
    FindingWords{"frm-5.to-liquid", QT_TRANSLATE_NOOP("lento::wording::findings", "From tablets to a liquid"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Tablets and liquid replace each other milligram for milligram. Show the patient the volume.")},
    FindingWords{"frm-5.to-tablets", QT_TRANSLATE_NOOP("lento::wording::findings", "From a liquid to tablets"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Liquid and tablets replace each other milligram for milligram.")},
    FindingWords{
        "hep-1.decompensated", QT_TRANSLATE_NOOP("lento::wording::findings", "Decompensated liver"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Decompensated cirrhosis or encephalopathy: baclofen may bring on or hide encephalopathy. Avoid it.")},
    FindingWords{"hep-1.liver", QT_TRANSLATE_NOOP("lento::wording::findings", "Liver disease"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "No factor on the dose, but the sensitive scheme; check the transaminases.")},
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
    FindingWords{
        "ind.no-protocol", QT_TRANSLATE_NOOP("lento::wording::findings", "No protocol for this use"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "The clinic has enabled no protocol for {indication}; this plan "
                                                      "is free, and nothing but the general limits speaks for it.")},
    FindingWords{
        "ind.no-rule", QT_TRANSLATE_NOOP("lento::wording::findings", "No rule for this use"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "There is no rule for this use: the plan is free, and nothing but the general limits speaks for it.")},
    FindingWords{"ind.off-label", QT_TRANSLATE_NOOP("lento::wording::findings", "Off-label use"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{indication} is outside the label in this region. Say "
                                                               "so to the patient and record why baclofen is given.")},
    FindingWords{"int-20.too-soon", QT_TRANSLATE_NOOP("lento::wording::findings", "Several sedating medicines"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: together a major interaction. Wait at least {least_days} before the "
                                   "next increase; the plan waits {interval_days}.")},
    FindingWords{"int-20.waits", QT_TRANSLATE_NOOP("lento::wording::findings", "Several sedating medicines"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: together a major interaction. The plan leaves at "
                                   "least {least_days} before the next increase.")},
    FindingWords{"int-3.treated", QT_TRANSLATE_NOOP("lento::wording::findings", "Alcohol under treatment"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: while drinking goes on, look for drowsiness and "
                                   "slow breathing and ask about suicidal thoughts at each visit.")},
    FindingWords{"int.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Interactions not assessed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not assessed: {missing} is missing. Opioids, sleeping pills and "
                                   "other sedatives add to baclofen; ask for all medicines.")},
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
    FindingWords{"prg-1.either", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnancy or planning one"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Only if the benefit outweighs the risk. In animals a gap in the "
                                   "abdominal wall appeared at 13 times the human dose.")},
    FindingWords{
        "prg-1.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnancy not assessed"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Not assessed: {missing} is missing. Ask whether the patient is pregnant or plans to be.")},
    FindingWords{"prg-1.overdue", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnancy is out of date"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Not assessed: the due date {due_date} is past. Ask again, and whether she is breastfeeding.")},
    FindingWords{"prg-1.planning", QT_TRANSLATE_NOOP("lento::wording::findings", "A pregnancy is planned"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Only if the benefit outweighs the risk. In animals a gap in the abdominal wall "
                                   "appeared at 13 times the human dose; talk about it before.")},
    FindingWords{"prg-1.pregnant", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnant"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Only if the benefit outweighs the risk. In animals a gap in the abdominal wall "
                                   "appeared at 13 times the human dose. Never stop suddenly.")},
    FindingWords{"prg-2.continues", QT_TRANSLATE_NOOP("lento::wording::findings", "Baclofen until birth"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "If it goes on, tell the neonatal team: the newborn is watched for hours to days "
                                   "for stiffness, tremor, a high-pitched cry, fever and convulsions.")},
    FindingWords{"prg-2.late", QT_TRANSLATE_NOOP("lento::wording::findings", "The taper ends too late"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "It ends on {stop_date}; before the birth due on {due_date} it should end by {latest_stop}.")},
    FindingWords{
        "prg-2.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Due date is missing"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Whether the taper ends in time before the birth is not assessed: {missing} is missing.")},
    FindingWords{
        "prg-3.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Breastfeeding, infant not known"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Not assessed: {missing} is missing. A very young or preterm infant needs more care.")},
    FindingWords{"prg-3.young", QT_TRANSLATE_NOOP("lento::wording::findings", "Breastfeeding a very young infant"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Below 2 months or born early: watch the infant closely for "
                                   "sleepiness and weak feeding, and talk about the alternatives.")},
    FindingWords{"protocol.indication", QT_TRANSLATE_NOOP("lento::wording::findings", "Made for another use"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{protocol} is not made for {indication}.")},
    FindingWords{
        "protocol.kidney", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney below what the protocol is made for"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "The kidney function is {band}; this protocol is made for {lowest_band} or better.")},
    FindingWords{"protocol.quantum", QT_TRANSLATE_NOOP("lento::wording::findings", "Pieces too large for this scheme"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This scheme needs pieces of {most_mg} or less; the smallest "
                                   "that the chosen products make is {quantum_mg}.")},
    FindingWords{"protocol.region", QT_TRANSLATE_NOOP("lento::wording::findings", "Made for another region"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{protocol} is not made for the clinic’s region.")},
    FindingWords{"protocol.soft-ceiling",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Above the scheme’s soft ceiling"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above {limit_mg}, where this scheme asks for caution.")},
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
    FindingWords{"rst-2.gap", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart at half the dose"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "After a gap of {gap_hours} start again with {proposed_mg} a day "
                                   "instead of {before_mg}, then go up by the scheme.")},
    FindingWords{
        "rst-2.kidney", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart at half the dose"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "The gap of {gap_hours} is short, but the kidney function (K {k_ml_min}) asks for more care: "
                          "start again with {proposed_mg} a day instead of {before_mg}, then go up by the scheme.")},
    FindingWords{"rst-3.gap", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart from the beginning"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "After a gap of {gap_hours} tolerance is lost: start again with "
                                   "{proposed_mg} a day, the start of the scheme.")},
    FindingWords{"rst-3.kidney", QT_TRANSLATE_NOOP("lento::wording::findings", "Restart from the beginning"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "With this kidney function (K {k_ml_min}) a gap of {gap_hours} counts as a week: "
                                   "start again with {proposed_mg} a day, the start of the scheme.")},
    FindingWords{"rst-4.emergency", QT_TRANSLATE_NOOP("lento::wording::findings", "Withdrawal: emergency"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Severe withdrawal after the gap: follow the emergency card. The previous dose, "
                                   "{proposed_mg} a day, is given again under supervision.")},
    FindingWords{"rst-4.supervise", QT_TRANSLATE_NOOP("lento::wording::findings", "Withdrawal after a gap"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "There are signs of withdrawal: give the previous dose, {proposed_mg} a day, again "
                                   "under supervision, whatever the length of the gap.")},
    FindingWords{
        "saf-1.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Allergies not assessed"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Not assessed: {missing} is missing. Ask for a reaction to baclofen before it is given.")},
    FindingWords{"saf-1.taper", QT_TRANSLATE_NOOP("lento::wording::findings", "Hypersensitive to baclofen"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Baclofen is forbidden; this plan takes it away. Choose how fast by how severe the reaction is.")},
    FindingWords{"saf-2.active", QT_TRANSLATE_NOOP("lento::wording::findings", "Active peptic ulcer"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Baclofen stimulates acid; with an active ulcer it is to be avoided.")},
    FindingWords{"saf-2.history", QT_TRANSLATE_NOOP("lento::wording::findings", "Peptic ulcer in the past"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Baclofen may bring an ulcer back; ask about the stomach at each visit.")},
    FindingWords{"saf-4.contraindicated", QT_TRANSLATE_NOOP("lento::wording::findings", "Epilepsy or seizures"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "A leaflet of this region forbids baclofen in epilepsy. Only with treatment and supervision.")},
    FindingWords{
        "saf.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Precautions not assessed"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Not assessed: {missing} is missing. Ulcer, epilepsy, mood, breathing and others change what is allowed.")},
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
    FindingWords{"vis.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Not assessed yet"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Nothing is proposed yet: {missing} is missing.")},
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
