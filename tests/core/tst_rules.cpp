#include "content/catalogue.h"
#include "core/plan_change.h"
#include "core/rules.h"
#include "for_rule.h"
#include "plan_values.h"
#include "rule_values.h"

#include <algorithm>
#include <set>

using namespace lento::core;
using namespace lento::test;

class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rulesFindWhatTheyShould_data();
    void rulesFindWhatTheyShould();
    void findingsNameTheirInputs();
    void missingInputsAreNamed_data();
    void missingInputsAreNamed();
    void aPlanUnderWayAsksForTheScoreOfItsStart();
    void soundPlanNeedsNoAnswer();
    void highestDoseIsThatOfTheData();
    void troubleIsCountedByTheNumbers();
    void concentrationChangeShowsBothVolumes();
    void anotherFormIsNamed();            // FRM-5
    void undispensableDosesAreOffered();  // DSP-2, DSP-3
    void setThatCannotBeCombinedBlocks(); // FRM-3
    void kidneyLimitsAreThoseOfTheExamples_data();
    void kidneyLimitsAreThoseOfTheExamples();
    void holdsAndStepBacksKeepTheAnswerValid();
    void findingsAreSorted();
    void fingerprintIsTheSameEverywhere();
    void fingerprintKnowsEveryInput();
    void overridesAnswerOnlyTheirFinding();
    void anOverrideNeedsAReasonAndAName_data();
    void anOverrideNeedsAReasonAndAName();
    void theFirstStepRisesFromTheDoseBefore_data();
    void theFirstStepRisesFromTheDoseBefore(); // REN-5
    void messageKeysAreListedOnce();
    void everyRuleIsExplained();
    void reviewsAreDated_data();
    void reviewsAreDated(); // TIT-11, TAP-16
    void actionsHaveTheirNames();
    void ruleIdsHoldTheirText();
};

void TestRules::initTestCase() {
    const auto loaded = lento::content::Catalogue::load(QStringLiteral(LENTO_SOURCE_DIR "/resources"));
    QVERIFY2(loaded, loaded ? "" : loaded.error().subject.c_str());
}

void TestRules::rulesFindWhatTheyShould_data() {
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<QByteArray>("expected"); // separated by "; "
    const auto row = [](const char* name, const char* rule, const Plan& plan, const Facts& facts,
                        const char* expected) {
        QTest::addRow("%s %s", rule, name) << QByteArray(rule) << plan << facts << QByteArray(expected);
    };
    const Facts none;

    // UNI, SPL, DSP, FRM
    row("300 is allowed", "UNI-1", up("290", "5", 7, "300"), none, "");
    row("above 300", "UNI-1", up("295", "5", 7, "305"), none, "HARD UNI-1 3");
    row("a taper from above 300", "UNI-1", down("305", 10, 7), none, "HARD UNI-1");
    row("80 fits in four", "SPL-4", up("60", "15", 3, "80"), none, "");
    row("90 does not", "SPL-4", up("75", "5", 7, "90"), none, "BLOCK-OVR SPL-4 3");
    row("taper from 120", "SPL-4", down("120", 10, 7), none, "BLOCK-OVR SPL-4 1");
    row("all can be made", "DSP-2", up("15", "5", 7, "60"), none, "");
    row("no products to judge", "DSP-2", up("15", "5", 7, "60", "q 5"), none, "");
    row("one set", "FRM-3", up("20", "10", 7, "60", "TAB20,TAB10"), none, "");

    // TIT
    row("within the usual range", "TIT-5", up("15", "15", 3, "60"), known(), "");
    row("above it in the UK", "TIT-5", up("15", "5", 7, "65"), known(), "INFORM TIT-5 11");
    row("not above it in the US", "TIT-5", up("15", "5", 7, "80"), with([](auto& f) { f.region = Region::us; }), "");
    row("in France", "TIT-5", up("15", "5", 7, "80"), with([](auto& f) { f.region = Region::fr; }), "");
    row("elsewhere the lowest", "TIT-5", up("15", "5", 7, "65"), with([](auto& f) { f.region = Region::other; }),
        "INFORM TIT-5 11");
    row("region unknown", "TIT-5", up("15", "5", 7, "65"), none, "");
    row("80 is allowed", "TIT-6", up("60", "5", 7, "80"), none, "");
    row("above 80", "TIT-6", up("60", "5", 7, "85"), none, "BLOCK-OVR TIT-6 6 tit-6.ceiling");
    row("100 needs one name", "TIT-6", up("80", "10", 7, "100"), none, "BLOCK-OVR TIT-6 2 tit-6.ceiling");
    row("above 100 needs two", "TIT-6", up("90", "15", 7, "105"), none, "BLOCK-OVR TIT-6 2 tit-6.second-clinician");
    row("not in a taper", "TIT-6", down("120", 10, 7), none, "");
    row("label speed", "TIT-7", up("15", "15", 3, "60"), known(), "");
    row("E4", "TIT-7", up("60", "15", 3, "80"), since("2025-01-01"), "");
    row("20 mg at once", "TIT-7", up("10", "20", 7, "50"), known(),
        "BLOCK-OVR TIT-7 2 tit-7.rise; BLOCK-OVR TIT-7 3 tit-7.rise");
    // The second step is 20 mg within 3 days of nothing.
    row("every 2 days", "TIT-7", up("15", "5", 2, "25"), known(),
        "BLOCK-OVR TIT-7 2 tit-7.rise; BLOCK-OVR TIT-7 3 tit-7.interval");
    row("10 every 2 days is 20 in 3", "TIT-7", up("15", "10", 2, "35"), known(),
        "BLOCK-OVR TIT-7 2 tit-7.rise; BLOCK-OVR TIT-7 3 tit-7.rise");
    row("from nothing to 60", "TIT-7", up("60", "5", 7, "60"), known(), "BLOCK-OVR TIT-7 1 tit-7.rise");
    row("60 for someone who takes it", "TIT-7", up("60", "5", 7, "60"), since("2025-01-01"), "");
    row("20 mg a time", "TIT-8", up("15", "15", 3, "80"), none, "");
    row("more than 20 mg a time", "TIT-8", up("75", "5", 7, "90"), none, "BLOCK-OVR TIT-8 3");
    row("all known", "TIT-10", up("15", "5", 3, "45"), known(), "");
    row("nothing known", "TIT-10", up("15", "5", 3, "45"), none, "? WARN TIT-10 tit-10.not-assessed");
    row("no goal", "TIT-10", up("15", "5", 3, "45"), with([](auto& f) { f.hasGoal = false; }),
        "WARN TIT-10 tit-10.missing");
    row(
        "already taking it", "TIT-10", up("30", "5", 3, "45"),
        [] {
            PatientFacts facts = since("2025-01-01");
            facts.hasGoal = false;
            return facts;
        }(),
        "");
    row("not in a taper", "TIT-10", down("60", 10, 7), none, "");
    row("visits", "TIT-11", up("15", "5", 7, "60"), none, "PROPOSE TIT-11");
    row("spinal origin", "TIT-14", up("15", "5", 7, "60"), known(), "");
    row("stroke in the US", "TIT-14", up("15", "5", 7, "60"), with([](auto& f) {
            f.conditionCodes = {"stroke"};
            f.region = Region::us;
        }),
        "WARN TIT-14 tit-14.not-recommended");
    row("stroke in the UK", "TIT-14", up("15", "5", 7, "60"), with([](auto& f) { f.conditionCodes = {"stroke"}; }),
        "INFORM TIT-14 tit-14.licensed");
    row("cerebral origin", "TIT-14", up("15", "5", 7, "60"),
        with([](auto& f) { f.origin = SpasticityOrigin::cerebral; }), "INFORM TIT-14 tit-14.licensed");
    row("muscle pain", "TIT-14", up("15", "5", 7, "60"), with([](auto& f) { f.conditionCodes = {"muscle-pain"}; }),
        "WARN TIT-14 tit-14.muscle-pain");
    row("later steps", "TIT-17", up("15", "5", 7, "60"), none, "INFORM TIT-17 4");
    row("no later steps", "TIT-17", up("15", "15", 3, "60"), none, "");

    // ELD and the protocol's own notes
    row("40 years", "ELD-1", up("15", "5", 7, "60"), known(), "");
    row("65 today", "ELD-1", up("5", "5", 7, "30"), with([](auto& f) { f.birthDate = date("1961-01-05"); }),
        "INFORM ELD-1 eld-1.falls; PROPOSE ELD-1 eld-1.sensitive");
    row("65 tomorrow", "ELD-1", up("5", "5", 7, "30"), with([](auto& f) { f.birthDate = date("1961-01-06"); }), "");
    row("soft ceiling", "ELD-1", up("5", "5", 7, "50"), with([](auto& f) { f.birthDate = date("1957-01-01"); }),
        "WARN ELD-1 9 eld-1.soft-ceiling; INFORM ELD-1 eld-1.falls; PROPOSE ELD-1 eld-1.sensitive");
    row("sensitive protocol says it itself", "ELD-1",
        planned(follow(titration("2026-01-05", "5", "5", 7, "50"), "ORAL-ADULT-SENSITIVE"), "TAB10"),
        with([](auto& f) { f.birthDate = date("1957-01-01"); }), "INFORM ELD-1 eld-1.falls");
    row("a protocol's higher soft ceiling does not lift it", "ELD-1",
        planned(follow(titration("2026-01-05", "15", "15", 7, "60"), "IND-TN"), "TAB10"),
        with([](auto& f) { f.birthDate = date("1957-01-01"); }),
        "WARN ELD-1 3 eld-1.soft-ceiling; INFORM ELD-1 eld-1.falls");
    row("40 is the soft ceiling", "ELD-1", up("5", "5", 7, "40"),
        with([](auto& f) { f.birthDate = date("1957-01-01"); }),
        "INFORM ELD-1 eld-1.falls; PROPOSE ELD-1 eld-1.sensitive");
    row("its soft ceiling", "TIT-ORAL-ADULT-4",
        planned(follow(titration("2026-01-05", "5", "5", 7, "50"), "ORAL-ADULT-SENSITIVE"), "TAB10"), known(),
        "WARN TIT-ORAL-ADULT-4 9 protocol.soft-ceiling");
    row("pieces too coarse", "TIT-ORAL-ADULT-3",
        planned(follow(titration("2026-01-05", "5", "2.5", 5, "50"), "ORAL-ADULT-VERY-SLOW"), "TAB10"), known(),
        "WARN TIT-ORAL-ADULT-3 protocol.quantum");
    row("pieces fine enough", "TIT-ORAL-ADULT-3",
        planned(follow(titration("2026-01-05", "5", "2.5", 5, "50"), "ORAL-ADULT-VERY-SLOW"), "TAB5*"), known(), "");
    row("birth date unknown", "ELD-1", up("5", "5", 7, "30"), none, "? INFORM ELD-1 eld-1.not-assessed");

    // REN
    row("healthy", "REN-5", up("15", "15", 3, "60"), known(), "");
    row("nothing known", "REN-5", up("15", "15", 3, "60"), none, "? WARN REN-5 ren-5.not-assessed");
    row(
        "85 mL/min", "REN-5", up("15", "15", 3, "60"),
        [] {
            PatientFacts facts = creatinine(900);
            facts.weights.front().grams = 55'000;
            return facts;
        }(),
        "INFORM REN-5 ren-5.r1");
    row("R3 within its limits", "REN-5",
        planned(follow(titration("2026-01-05", "5", "5", 7, "40"), "ORAL-ADULT-GRADUAL"), "TAB10"), olderWithR3(),
        "WARN REN-5 ren-5.r3");
    row("R3 as if healthy", "REN-5",
        planned(follow(titration("2026-01-05", "15", "10", 3, "45"), "ORAL-ADULT-GRADUAL"), "TAB10"), olderWithR3(),
        "BLOCK-OVR REN-5 4 ren-5.ceiling; WARN REN-5 ren-5.r3; WARN REN-5 1 ren-5.start; "
        "WARN REN-5 2 ren-5.increment; WARN REN-5 2 ren-5.interval");
    row("R4", "REN-5", up("5", "5", 14, "25"), creatinine(3'900), "BLOCK-OVR REN-5 ren-5.r4");
    row("dialysis without any value", "REN-5", up("5", "5", 14, "10"), with([](auto& f) {
            f.onDialysis = true;
            f.creatinines.clear();
        }),
        "BLOCK-OVR REN-5 ren-5.r5; BLOCK-OVR REN-5 2 ren-5.once-daily; BLOCK-OVR REN-5 2 ren-5.ceiling");
    row("unstable", "REN-5", up("5", "5", 14, "25"), with([](auto& f) { f.creatinines.front().unstable = true; }),
        "BLOCK-OVR REN-5 ren-5.unstable");
    row("a taper is watched, not blocked", "REN-5", down("60", 10, 7), creatinine(3'900), "WARN REN-5 ren-5.taper");
    row("too old", "REN-5", up("15", "5", 7, "45"),
        with([](auto& f) { f.creatinines.front().on = date("2024-12-01"); }), "? WARN REN-5 ren-5.not-assessed");
    row("too old", "DAT-5", up("15", "5", 7, "45"),
        with([](auto& f) { f.creatinines.front().on = date("2024-12-01"); }), "? WARN DAT-5");
    row("a year old", "DAT-5", up("15", "5", 7, "45"),
        with([](auto& f) { f.creatinines.front().on = date("2025-01-05"); }), "");
    row("never measured", "DAT-5", up("15", "5", 7, "45"), with([](auto& f) { f.creatinines.clear(); }), "");
    row("start, old and low", "REN-6", up("5", "5", 7, "15"), olderWithR3(), "BLOCK-OVR REN-6 ren-6.start");
    row("20 mg, old and low", "REN-6", up("5", "5", 7, "20"), olderWithR3(),
        "BLOCK-OVR REN-6 ren-6.start; WARN REN-6 4 ren-6.dose");
    row("taper, old and low", "REN-6", down("30", 10, 7), olderWithR3(), "WARN REN-6 1 ren-6.dose");
    row("19.5 mg, old and low", "REN-6", up("4.5", "5", 7, "19.5", "SOL1"), olderWithR3(),
        "BLOCK-OVR REN-6 ren-6.start");
    // REN-5: what an unstable creatinine gives is no K, so it counts as R4.
    row("old and unstable", "REN-6", up("5", "5", 14, "15"), with([](auto& f) {
            f.birthDate = date("1956-01-01");
            f.creatinines.front() = {date("2026-01-02"), 600, CreatinineUnit::mgPerDl, true};
        }),
        "BLOCK-OVR REN-6 ren-6.start");
    row("old and on dialysis, unmeasured", "REN-6", up("5", "5", 14, "15"), with([](auto& f) {
            f.birthDate = date("1956-01-01");
            f.onDialysis = true;
            f.creatinines.clear();
        }),
        "BLOCK-OVR REN-6 ren-6.start");
    row(
        "65 tomorrow", "REN-6", up("5", "5", 7, "15"),
        [] {
            PatientFacts facts = creatinine(1'500);
            facts.birthDate = date("1961-01-06");
            facts.weights.front().grams = 70'000;
            return facts;
        }(),
        "");
    row(
        "65 today", "REN-6", up("5", "5", 7, "15"),
        [] {
            PatientFacts facts = creatinine(1'500);
            facts.birthDate = date("1961-01-05");
            facts.weights.front().grams = 70'000;
            return facts;
        }(),
        "BLOCK-OVR REN-6 ren-6.start");
    row("low but not old", "REN-6", up("5", "5", 7, "20"), creatinine(3'000), "");
    row("old, kidney unknown", "REN-6", up("5", "5", 7, "20"), with([](auto& f) {
            f.birthDate = date("1950-01-01");
            f.creatinines.clear();
        }),
        "? INFORM REN-6 ren-6.not-assessed");

    // TAP: E11, E12, E15 to E17
    row("E11", "TAP-7", down("60", 10, 7), none, "");
    row("E11", "TAP-8", down("60", 10, 7), none, "");
    row("E12", "TAP-8", down("60", 20, 7), none, "");
    row("E15", "TAP-7", down("20", 10, 7), none, "WARN TAP-7 1");
    row("E15", "TAP-8", down("20", 10, 7), none, "");
    row("E16", "TAP-7",
        changed(
            taper("2026-05-04", "20", 10, 7), [](auto& in) { in.finalDose = daily("2.5"); }, "TAB5*"),
        none, "");
    const Plan e17 = planned(fixedTaper("2026-04-01", "60", "15", 2), "TAB10");
    row("E17", "TAP-7", e17, none, "WARN TAP-7 1");
    row("E17", "TAP-8", e17, none, "BLOCK-OVR TAP-8 4 tap-8.half; WARN TAP-8 3 tap-8.third");
    row("E17", "TAP-9", e17, none, "WARN TAP-9 tap-9.short");
    row("4 days", "TAP-9", planned(fixedTaper("2026-04-01", "60", "15", 1), "TAB10"), none,
        "BLOCK-OVR TAP-9 tap-9.block");
    row("exactly 14 days", "TAP-9", planned(fixedTaper("2026-04-01", "15", "5", 7), "TAB10"), none, "");
    row("exactly 7 days", "TAP-9", planned(fixedTaper("2026-04-01", "10", "5", 7), "TAB10"), none,
        "WARN TAP-9 tap-9.short");
    row("to a lower dose there is no stop", "TAP-9",
        changed(fixedTaper("2026-04-01", "60", "15", 2), [](auto& in) { in.goal = daily("30"); }), none, "");
    row("may stop", "TAP-10", down("5", 10, 7), none, "INFORM TAP-10");
    row("may stop", "TAP-7", down("5", 10, 7), none, "");
    row("may stop", "TAP-9", down("5", 10, 7), none, "");
    row("may stop", "TAP-11", down("5", 10, 7), since("2020-01-01"), "");
    row("15 mg tablets", "TAP-8", planned(fixedTaper("2026-04-01", "60", "15", 14), "TAB15"), none,
        "BLOCK-OVR TAP-8 4 tap-8.half; WARN TAP-8 3 tap-8.third");
    // ITB-18
    row("E18d beside a pump", "TAP-7",
        changed(fixedTaper("2026-06-02", "60", "15", 3), [](auto& in) { in.afterPumpImplant = true; }), none, "");
    row("E18d beside a pump", "TAP-8",
        changed(fixedTaper("2026-06-02", "60", "15", 3), [](auto& in) { in.afterPumpImplant = true; }), none, "");
    row("10 %", "TAP-4", down("60", 10, 7), none, "");
    row("20 %", "TAP-4", down("60", 20, 7), none, "");
    row("21 %", "TAP-4", down("60", 21, 7), none, "WARN TAP-4 tap-4.high");
    row("25 %", "TAP-4", down("60", 25, 7), none, "WARN TAP-4 tap-4.high");
    row("26 %", "TAP-4", down("60", 26, 7), none, "BLOCK-OVR TAP-4 tap-4.block");
    row("4 %", "TAP-4", down("60", 4, 7), none, "INFORM TAP-4 tap-4.low");
    row("every 6 days", "TAP-4", down("60", 10, 6), none, "BLOCK-OVR TAP-4 tap-4.interval");
    row("fixed steps", "TAP-4", e17, none, "");
    // The finish mockup: 60 mg/day for 26 months, 10 % every week.
    row("long treatment, weekly", "TAP-11", down("60", 10, 7), since("2023-11-01"),
        "BLOCK-OVR TAP-11 tap-11.high-faster");
    row("long treatment, every 2 weeks", "TAP-11", down("60", 10, 14), since("2023-11-01"),
        "INFORM TAP-11 tap-11.high");
    row("three months, 20 %", "TAP-11", down("45", 20, 7, "SOL1"), since("2025-10-01"), "WARN TAP-11 tap-11.faster");
    row("three months, 10 %", "TAP-11", down("45", 10, 7), since("2025-10-01"), "");
    row("coarse pieces make both the same", "TAP-11", down("20", 20, 7), since("2025-10-01"), "");
    row(
        "a flag", "TAP-11", down("20", 10, 7),
        [] {
            PatientFacts facts = since("2025-12-15");
            facts.conditionCodes = {"diabetes", "epilepsy"};
            return facts;
        }(),
        "BLOCK-OVR TAP-11 tap-11.high-faster");
    row(
        "pregnant", "TAP-11", down("20", 10, 14),
        [] {
            PatientFacts facts = since("2025-12-15");
            facts.pregnant = true;
            return facts;
        }(),
        "INFORM TAP-11 tap-11.high");
    row("duration unknown", "TAP-11", down("20", 10, 7), known(), "? INFORM TAP-11 tap-11.not-assessed");
    row("duration unknown, dose says enough", "TAP-11", down("60", 10, 14), known(), "INFORM TAP-11 tap-11.high");
    row("nothing known", "TAP-11", down("60", 10, 14), none, "? INFORM TAP-11 tap-11.not-assessed");
    row("beside a pump", "TAP-11",
        changed(fixedTaper("2026-06-02", "60", "15", 3), [](auto& in) { in.afterPumpImplant = true; }),
        since("2020-01-01"), "");
    row("untroubled", "TAP-15", down("60", 10, 7), none, "");
    row("one pause", "TAP-15", pauseStep(down("60", 10, 7), 3, 7).value(), none, "");
    row("two pauses", "TAP-15", pauseStep(pauseStep(down("60", 10, 7), 3, 7).value(), 3, 7).value(), none,
        "PROPOSE TAP-15");
    row("one step-back", "TAP-15", steppedBack(down("60", 10, 7), date("2026-01-22")).value(), none, "PROPOSE TAP-15");
    row("already the slowest", "TAP-15",
        steppedBack(planned(taper("2026-01-05", "60", 10, 14, TaperModel::percentOfCurrent), "TAB10"),
                    date("2026-02-22"))
            .value(),
        none, "");
    row("visits", "TAP-16", down("60", 10, 7), none, "PROPOSE TAP-16");
    row("no dose rises", "TAP-17", planned(fixedTaper("2026-12-02", "65", "5", 14), "TAB10"), none, "");
    row(
        "by hand one rises", "TAP-17",
        [] {
            DoseSplit split(3);
            split.set(0, dose("20"));
            split.set(1, dose("15"));
            split.set(2, dose("15"));
            return changeStep(down("60", 10, 7), 2, split, false, catalogue().numbers()).value();
        }(),
        none, "WARN TAP-17 2");
    row("a step-back may rise", "TAP-17", steppedBack(down("60", 10, 7), date("2026-01-22")).value(), none, "");
    row("serious reaction", "TAP-19",
        changed(fixedTaper("2026-04-01", "60", "15", 2), [](auto& in) { in.seriousReaction = true; }), none,
        "INFORM TAP-19");
    row("none", "TAP-19", e17, none, "");
}

void TestRules::rulesFindWhatTheyShould() {
    QFETCH(QByteArray, rule);
    QFETCH(Plan, plan);
    QFETCH(Facts, facts);
    QFETCH(QByteArray, expected);
    QCOMPARE(of(rule.constData(), checked(plan, facts)).join(QStringLiteral("; ")), QString::fromUtf8(expected));
}

void TestRules::findingsNameTheirInputs() {
    const std::vector<Finding> fast = checked(planned(fixedTaper("2026-04-01", "60", "15", 2), "TAB10"), std::nullopt);
    const Finding* half = find(fast, "tap-8.half");
    QVERIFY(half);
    QCOMPARE(input<DailyDose>(*half, "drop_mg"), daily("10"));
    QCOMPARE(input<DailyDose>(*half, "from_mg"), daily("15"));
    QCOMPARE(input<double>(*half, "drop_percent"), 66.7);
    const Finding* length = find(fast, "tap-9.short");
    QVERIFY(length);
    QCOMPARE(input<std::int64_t>(*length, "days"), 8);
    QCOMPARE(length->sources, (std::vector<std::string>{"S8", "S11", "S15"}));

    const std::vector<Finding> high = checked(down("60", 10, 7), since("2023-11-01"));
    const Finding* block = find(high, "tap-11.high-faster");
    QVERIFY(block);
    QCOMPARE(input<std::string>(*block, "class"), std::string("HIGH"));
    QCOMPARE(input<std::int64_t>(*block, "months"), 26);
    QCOMPARE(input<std::int64_t>(*block, "days"), 77);
    QCOMPARE(input<std::int64_t>(*block, "preset_days"), 154);
    QCOMPARE(input<std::int64_t>(*block, "preset_percent"), 10);
    QCOMPARE(input<std::int64_t>(*block, "preset_interval_days"), 14);
}

void TestRules::missingInputsAreNamed_data() {
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QStringList>("names");
    const auto list = [](const char* names) { return QString::fromUtf8(names).split(QLatin1Char(' ')); };
    const Plan titrated = up("15", "5", 3, "45");

    QTest::newRow("nobody") << titrated << Facts() << QByteArray("ren-5.not-assessed") << list("patient");
    QTest::newRow("nothing recorded") << titrated << Facts(PatientFacts()) << QByteArray("tit-10.missing")
                                      << list("diagnosis origin goal baseline_score creatinine weight medicines "
                                              "tone_needed");
    QTest::newRow("kidney of nobody recorded") << titrated << Facts(PatientFacts()) << QByteArray("ren-5.not-assessed")
                                               << list("birth_date sex weight creatinine");
    QTest::newRow("score of two weeks ago is new") << titrated << Facts(with([](auto& f) {
        f.latestScore = date("2025-12-22");
        f.toneNeeded.reset();
    })) << QByteArray("tit-10.missing") << list("tone_needed");
    QTest::newRow("score is older") << titrated << Facts(with([](auto& f) { f.latestScore = date("2025-12-21"); }))
                                    << QByteArray("tit-10.missing") << list("baseline_score");
    QTest::newRow("a woman of 40") << titrated << Facts(with([](auto& f) { f.sex = Sex::female; }))
                                   << QByteArray("tit-10.missing") << list("pregnancy");
    QTest::newRow("old creatinine") << titrated
                                    << Facts(with([](auto& f) { f.creatinines.front().on = date("2024-01-01"); }))
                                    << QByteArray("tit-10.missing") << list("creatinine");
    QTest::newRow("taper without history")
        << down("20", 10, 7) << Facts(with([](auto& f) { f.conditionsRecorded = false; }))
        << QByteArray("tap-11.not-assessed") << list("baclofen_since conditions");
}

void TestRules::missingInputsAreNamed() {
    QFETCH(Plan, plan);
    QFETCH(Facts, facts);
    QFETCH(QByteArray, message);
    QFETCH(QStringList, names);
    const std::vector<Finding> findings = checked(plan, facts);
    const Finding* finding = find(findings, message.constData());
    QVERIFY(finding);
    QCOMPARE(missing(*finding), names);
}

void TestRules::aPlanUnderWayAsksForTheScoreOfItsStart() {
    const ForRule rule("TIT-10");
    const Plan plan = up("15", "5", 3, "45"); // from 05-Jan-2026
    const auto missingAfterFiveWeeks = [&plan](const char* scored) {
        const PatientFacts facts = [scored] {
            PatientFacts known = lento::test::known();
            known.latestScore = date(scored);
            return known;
        }();
        RuleContext context{plan, catalogue().numbers(), date("2026-02-10")};
        context.facts = &facts;
        const std::vector<Finding> findings = check(context);
        const Finding* finding = find(findings, "tit-10.missing");
        return finding ? missing(*finding) : QStringList();
    };
    QVERIFY(!missingAfterFiveWeeks("2026-01-02").contains(QStringLiteral("baseline_score")));
    QVERIFY(!missingAfterFiveWeeks("2025-12-22").contains(QStringLiteral("baseline_score")));
    QVERIFY(missingAfterFiveWeeks("2025-12-21").contains(QStringLiteral("baseline_score")));
}

void TestRules::soundPlanNeedsNoAnswer() {
    const TitrationInputs inputs = follow(titration("2026-01-05", "15", "5", 7, "60"), "ORAL-ADULT-GRADUAL");
    const std::vector<Finding> findings = checked(planned(inputs, "TAB10"), known());
    QStringList texts;
    for (const Finding& finding : findings)
        texts << findingText(finding);
    QCOMPARE(texts, (QStringList{QStringLiteral("INFORM TIT-12"), QStringLiteral("INFORM TIT-17 4"),
                                 QStringLiteral("PROPOSE MON-1 mon-1.creatinine"), QStringLiteral("PROPOSE TIT-11")}));
    QVERIFY(unanswered(findings, {}).empty());
}

// What the planners name as the highest amount, and where they stop to look for one, is the hard limit of the data.
void TestRules::highestDoseIsThatOfTheData() {
    const ForRule rule("UNI-1");
    const DailyDose most = catalogue().numbers().uni1.oralHardDaily;
    TaperInputs nothing = taper("2026-01-05", "60", 10, 7);
    nothing.from = {};
    QCOMPARE(planTaper(nothing, products("TAB10"), catalogue().numbers()).error().values.back(), milligramText(most));
    const OralDose highest = OralDose::nanograms(most.inNanograms());
    QCOMPARE(dispensableNeighbours(highest - dose("1"), products("TAB10")).higher.value(), highest);
    QVERIFY(!dispensableNeighbours(highest + dose("1"), products("TAB10")).higher);
    QCOMPARE(dispensableNeighbours(highest - dose("1"), products("TAB10")).lower, highest - dose("5"));
}

// TAP-15: how many pauses, how many step-backs.
void TestRules::troubleIsCountedByTheNumbers() {
    const ForRule rule("TAP-15");
    RuleNumbers other = catalogue().numbers();
    const auto asks = [&](const Plan& plan) {
        RuleContext context{plan, other, today};
        const std::vector<Finding> findings = check(context);
        return std::ranges::any_of(findings, [](const Finding& finding) { return finding.rule == RuleId("TAP-15"); });
    };
    const Plan paused = pauseStep(down("60", 10, 7), 3, 7).value();
    const Plan back = steppedBack(down("60", 10, 7), date("2026-01-22")).value();
    QVERIFY(!asks(paused) && asks(back));
    other.tap15.pauses = 1;
    other.tap15.stepBacks = 2;
    QVERIFY(asks(paused) && !asks(back));
}

void TestRules::concentrationChangeShowsBothVolumes() {
    const ForRule rule("FRM-2");
    const Plan plan = up("15", "5", 7, "30", "SUS5");
    const ProductSet before = products("SOL1");
    RuleContext context{plan, catalogue().numbers(), today};
    context.productsBefore = &before;
    const std::vector<Finding> findings = check(context);
    const Finding* change = find(findings, "frm-2.changed");
    QVERIFY(change);
    QCOMPARE(change->action, Action::warn);
    QCOMPARE(input<OralDose>(*change, "dose_mg"), dose("5"));
    QCOMPARE(input<std::string>(*change, "before_ml"), std::string("5"));
    QCOMPARE(input<std::string>(*change, "now_ml"), std::string("1"));

    const ProductSet tablets = products("TAB10");
    const ProductSet same = products("SUS5");
    for (const ProductSet* other : {&tablets, &same}) {
        context.productsBefore = other;
        QVERIFY(!find(check(context), "frm-2.changed"));
    }
    const Plan two = up("15", "5", 7, "30", "SOL1,SUS5");
    QVERIFY(find(check(RuleContext{two, catalogue().numbers(), today}), "frm-2.two"));
}

void TestRules::anotherFormIsNamed() {
    const ProductSet tablets = products("TAB10");
    const ProductSet liquid = products("SUS5");
    const Plan toLiquid = up("15", "5", 7, "30", "SUS5");
    RuleContext context{toLiquid, catalogue().numbers(), today};
    context.productsBefore = &tablets;
    QCOMPARE(of("FRM-5", check(context)), QStringList{QStringLiteral("INFORM FRM-5 frm-5.to-liquid")});
    context.productsBefore = &liquid;
    QCOMPARE(of("FRM-5", check(context)), QStringList());
    const Plan toTablets = up("15", "5", 7, "30", "TAB10");
    RuleContext back{toTablets, catalogue().numbers(), today};
    back.productsBefore = &liquid;
    QCOMPARE(of("FRM-5", check(back)), QStringList{QStringLiteral("INFORM FRM-5 frm-5.to-tablets")});
    back.productsBefore = nullptr; // nothing was in use
    QCOMPARE(of("FRM-5", check(back)), QStringList());
}

void TestRules::undispensableDosesAreOffered() {
    // The plan was made for half tablets; then the halves are forbidden.
    Plan rising = up("15", "5", 7, "25");
    rising.products = products("TAB10-");
    const std::vector<Finding> findings = checked(rising, std::nullopt);
    QCOMPARE(of("DSP-2", findings), (QStringList{QStringLiteral("WARN DSP-2 1"), QStringLiteral("WARN DSP-2 2"),
                                                 QStringLiteral("WARN DSP-2 3")}));
    QCOMPARE(input<OralDose>(*find(findings, "DSP-2"), "dose_mg"), dose("5"));
    QCOMPARE(input<OralDose>(*find(findings, "DSP-2"), "offer_mg"), dose("0"));

    Plan falling = down("20", 10, 7);
    falling.products = products("TAB10-");
    QCOMPARE(input<OralDose>(*find(checked(falling, std::nullopt), "DSP-2"), "offer_mg"), dose("10"));

    Plan liquid = up("12.5", "2.5", 7, "25", "q 2.5");
    liquid.products = products("SOL2");
    const std::vector<Finding> measured = checked(liquid, std::nullopt);
    QVERIFY(of("DSP-2", measured).isEmpty());
    const Finding* volume = find(measured, "DSP-3");
    QVERIFY(volume);
    QCOMPARE(input<OralDose>(*volume, "dose_mg"), dose("2.5"));
    QCOMPARE(input<OralDose>(*volume, "offer_mg"), dose("2"));
    QCOMPARE(input<std::string>(*volume, "offer_ml"), std::string("1"));
}

void TestRules::setThatCannotBeCombinedBlocks() {
    const std::vector<Finding> findings = checked(up("30", "15", 7, "60", "TAB20-,TAB15"), std::nullopt);
    QCOMPARE(of("FRM-3", findings), QStringList{QStringLiteral("BLOCK-OVR FRM-3")});
    QCOMPARE(input<std::string>(*find(findings, "FRM-3"), "product"), std::string("TAB20"));
}

void TestRules::kidneyLimitsAreThoseOfTheExamples_data() {
    QTest::addColumn<PatientFacts>("facts");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("band");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("increment");
    QTest::addColumn<QByteArray>("ceiling");
    QTest::addColumn<int>("interval");

    QTest::newRow("E5") << olderWithR3() << QByteArray("q 5") << QByteArray("R3") << QByteArray("5") << QByteArray("5")
                        << QByteArray("40") << 7;
    PatientFacts e6 = known();
    e6.birthDate = date("1967-06-01");
    e6.sex = Sex::female;
    e6.weights.front().grams = 64'000;
    e6.creatinines.front() = {date("2026-01-02"), 95'000, CreatinineUnit::umolPerL, false};
    QTest::newRow("E6") << e6 << QByteArray("q 2.5") << QByteArray("R3") << QByteArray("7.5") << QByteArray("2.5")
                        << QByteArray("40") << 7;
    PatientFacts e7 = creatinine(3'200);
    e7.birthDate = date("1970-06-01");
    QTest::newRow("E7") << e7 << QByteArray("q 5") << QByteArray("R4") << QByteArray("5") << QByteArray("5")
                        << QByteArray("25") << 14;
}

void TestRules::kidneyLimitsAreThoseOfTheExamples() {
    QFETCH(PatientFacts, facts);
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, band);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, increment);
    QFETCH(QByteArray, ceiling);
    QFETCH(int, interval);
    const TitrationInputs inputs = follow(titration("2026-01-05", "5", "5", 14, "25"), "ORAL-ADULT-GRADUAL");
    const std::vector<Finding> findings = checked(planned(inputs, set.toStdString()), facts);
    const auto finding = std::find_if(findings.begin(), findings.end(), [](const Finding& each) {
        return each.rule == RuleId("REN-5") && input<std::string>(each, "band");
    });
    QVERIFY(finding != findings.end());
    QCOMPARE(QByteArray::fromStdString(*input<std::string>(*finding, "band")), band);
    QCOMPARE(input<DailyDose>(*finding, "start_mg"), daily(start.toStdString()));
    QCOMPARE(input<DailyDose>(*finding, "increment_mg"), daily(increment.toStdString()));
    QCOMPARE(input<DailyDose>(*finding, "ceiling_mg"), daily(ceiling.toStdString()));
    QCOMPARE(input<std::int64_t>(*finding, "interval_days"), interval);
}

void TestRules::holdsAndStepBacksKeepTheAnswerValid() {
    const PatientFacts facts = since("2023-11-01");
    const Plan plan = down("60", 10, 7);
    const std::uint64_t fingerprint = find(checked(plan, facts), "tap-11.high-faster")->fingerprint();
    const Plan held = hold(plan, date("2026-01-20"), 60, shippedNumbers()).value();
    const Plan back = steppedBack(held, date("2026-03-20")).value();
    for (const Plan* each : {&held, &back}) {
        const std::vector<Finding> findings = checked(*each, facts);
        QVERIFY(find(findings, "tap-11.high-faster"));
        QCOMPARE(find(findings, "tap-11.high-faster")->fingerprint(), fingerprint);
    }
    const std::vector<Finding> faster = checked(down("60", 15, 7), facts);
    QVERIFY(find(faster, "tap-11.high-faster")->fingerprint() != fingerprint);
}

void TestRules::findingsAreSorted() {
    const std::vector<Finding> findings =
        checked(planned(fixedTaper("2026-04-01", "310", "15", 2), "TAB10"), olderWithR3());
    QVERIFY(findings.size() > 5);
    QCOMPARE(findings.front().action, Action::hard);
    QCOMPARE(findings.back().action, Action::propose);
    for (std::size_t i = 1; i < findings.size(); ++i) {
        const Finding& a = findings[i - 1];
        const Finding& b = findings[i];
        QVERIFY(a.action >= b.action);
        if (a.action == b.action)
            QVERIFY(a.rule <= b.rule);
        if (a.action == b.action && a.rule == b.rule)
            QVERIFY(a.step <= b.step);
    }
}

void TestRules::fingerprintIsTheSameEverywhere() {
    Finding finding;
    finding.rule = "TAP-8";
    finding.action = Action::blockOverridable;
    finding.step = 4;
    finding.inputs = {{"drop_mg", daily("10")},     {"drop_percent", 66.7},     {"band", std::string("R3")},
                      {"from", date("2026-04-07")}, {"days", std::int64_t{-1}}, {"current", true},
                      {"dose_mg", dose("2.5")}};
    // A number once stored with an answer must stay: changing the encoding would ask every reason again.
    QCOMPARE(finding.fingerprint(), 3592493263740001325ULL);
    Finding same = finding;
    same.message = "tap-8.half";
    same.sources = {"S8"};
    QCOMPARE(same.fingerprint(), finding.fingerprint());
    // The last bits of a clearance are the machine's.
    same.inputs[1].value = 66.7 + 1e-12;
    QCOMPARE(same.fingerprint(), finding.fingerprint());
}

void TestRules::fingerprintKnowsEveryInput() {
    Finding base;
    base.rule = "TAP-8";
    base.action = Action::warn;
    base.inputs = {{"drop_mg", daily("10")}};
    std::set<std::uint64_t> seen{base.fingerprint()};
    const auto differs = [&](void (*change)(Finding&)) {
        Finding other = base;
        change(other);
        return seen.insert(other.fingerprint()).second;
    };
    QVERIFY(differs([](Finding& f) { f.rule = "TAP-9"; }));
    QVERIFY(differs([](Finding& f) { f.action = Action::blockOverridable; }));
    QVERIFY(differs([](Finding& f) { f.step = 1; }));
    QVERIFY(differs([](Finding& f) { f.step = 2; }));
    QVERIFY(differs([](Finding& f) { f.assessed = false; }));
    QVERIFY(differs([](Finding& f) { f.inputs[0].value = daily("10.5"); }));
    QVERIFY(differs([](Finding& f) { f.inputs[0].value = dose("10"); }));
    QVERIFY(differs([](Finding& f) { f.inputs[0].name = "rise_mg"; }));
    QVERIFY(differs([](Finding& f) { f.inputs.clear(); }));
    QVERIFY(differs([](Finding& f) { f.inputs.push_back({"a", std::string("bc")}); }));
    QVERIFY(differs([](Finding& f) { f.inputs.push_back({"ab", std::string("c")}); }));
}

void TestRules::overridesAnswerOnlyTheirFinding() {
    const std::vector<Finding> findings = checked(up("60", "5", 7, "85"), since("2025-01-01"));
    const std::vector<Finding> owed = unanswered(findings, {});
    QVERIFY(!owed.empty());
    std::vector<Override> answers;
    for (const Finding& finding : owed)
        answers.push_back(
            {finding.rule, finding.fingerprint(), "under specialist care", "Dr A. Weber", "2026-01-05T09:00:00Z"});
    QVERIFY(unanswered(findings, answers).empty());

    // A higher dose is another question.
    const std::vector<Finding> higher = checked(up("60", "5", 7, "90"), since("2025-01-01"));
    QVERIFY(!unanswered(higher, answers).empty());
    // An empty reason is none, and nothing answers a HARD.
    answers.front().reason.clear();
    QCOMPARE(unanswered(findings, answers).size(), std::size_t{1});
    const std::vector<Finding> hard = checked(down("305", 10, 7), std::nullopt);
    QCOMPARE(hard.front().action, Action::hard);
    const Override tried{hard.front().rule, hard.front().fingerprint(), "no", "Dr A. Weber", ""};
    QCOMPARE(unanswered(hard, {tried}).front().rule, RuleId("UNI-1"));
}

void TestRules::anOverrideNeedsAReasonAndAName_data() {
    QTest::addColumn<QByteArray>("highest");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* name, const char* highest, const char* reason, const char* who, const char* second,
                        bool good) {
        QTest::newRow(name) << QByteArray(highest) << QByteArray(reason) << QByteArray(who) << QByteArray(second)
                            << good;
    };
    row("both", "85", "under specialist care", "Dr A. Weber", "", true);
    row("no reason", "85", "", "Dr A. Weber", "", false);
    row("a reason of blanks", "85", " \t\n", "Dr A. Weber", "", false);
    row("a reason of no-break spaces", "85", "\xC2\xA0", "Dr A. Weber", "", false);
    row("a reason without width", "85", "\xE2\x80\x8B", "Dr A. Weber", "", false);
    row("a name of no-break spaces", "85", "under specialist care", "\xC2\xA0", "", false);
    row("a second of no-break spaces", "105", "agreed", "Dr A. Weber", "\xC2\xA0", false);
    row("nobody's name", "85", "under specialist care", "", "", false);
    row("a name of blanks", "85", "under specialist care", "  ", "", false);
    // TIT-6: above 100 mg a day a second clinician.
    row("two people", "105", "agreed", "Dr A. Weber", "Dr B. Koch", true);
    row("no second", "105", "agreed", "Dr A. Weber", "", false);
    row("a second of blanks", "105", "agreed", "Dr A. Weber", "  ", false);
    row("the same name", "105", "agreed", "Dr A. Weber", "Dr A. Weber", false);
    row("the same name with a no-break space", "105", "agreed", "Dr A. Weber",
        "Dr\xC2\xA0"
        "A. Weber",
        false);
    row("the same name in another spelling", "105", "agreed", "Dr A. Weber", " dr a weber ", false);
    row("another name with the same beginning", "105", "agreed", "Dr A. Weber", "Dr A. Weber-Koch", true);
}

void TestRules::anOverrideNeedsAReasonAndAName() {
    QFETCH(QByteArray, highest);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, who);
    QFETCH(QByteArray, second);
    QFETCH(bool, good);
    const std::vector<Finding> findings = checked(up("60", "5", 7, highest.toStdString()), since("2025-01-01"));
    const auto ceiling = std::find_if(findings.begin(), findings.end(),
                                      [](const Finding& each) { return each.rule == RuleId("TIT-6"); });
    QVERIFY(ceiling != findings.end());
    const Override given{ceiling->rule,     ceiling->fingerprint(), reason.toStdString(),
                         who.toStdString(), "2026-01-05T09:00:00Z", second.toStdString()};
    QCOMPARE(answers(given, *ceiling), good);
}

void TestRules::theFirstStepRisesFromTheDoseBefore_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* first, const char* before, const char* expected) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(before) << QString::fromUtf8(expected);
    };
    // R3 leaves 5 mg a step and 40 mg in all.
    row("as much as the band allows", "25", "20", "WARN REN-5 ren-5.r3");
    row("more than it allows", "30", "20", "WARN REN-5 ren-5.r3;WARN REN-5 1 ren-5.increment");
    row("the same dose", "30", "30", "WARN REN-5 ren-5.r3");
    row("less", "20", "30", "WARN REN-5 ren-5.r3");
    row("a new start is judged as one", "30", "0", "WARN REN-5 ren-5.r3;WARN REN-5 1 ren-5.start");
}

void TestRules::theFirstStepRisesFromTheDoseBefore() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, before);
    QFETCH(QString, expected);
    const TitrationInputs inputs =
        follow(titration("2026-01-05", first.toStdString(), "5", 7, first.toStdString()), "ORAL-ADULT-GRADUAL");
    const std::vector<Finding> findings = checked(planned(inputs, "TAB10"), olderWithR3(), daily(before.toStdString()));
    QCOMPARE(of("REN-5", findings).join(QLatin1Char(';')), expected);
    if (const Finding* rise = find(findings, "ren-5.increment"))
        QCOMPARE(input<DailyDose>(*rise, "increment_mg"), daily("10"));
}

void TestRules::messageKeysAreListedOnce() {
    const std::span<const std::string_view> keys = messageKeys();
    QVERIFY(keys.size() > 40);
    QVERIFY(std::is_sorted(keys.begin(), keys.end()));
    QVERIFY(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    for (const RuleEntry& entry : ruleTable()) {
        QVERIFY(!entry.messages.empty());
        for (const std::string_view key : entry.messages)
            QVERIFY(std::binary_search(keys.begin(), keys.end(), key));
    }
}

void TestRules::everyRuleIsExplained() {
    std::set<RuleId> rules;
    for (const RuleEntry& entry : ruleTable()) {
        QVERIFY2(catalogue().rule(entry.rule.text()), entry.rule.text().data());
        QVERIFY(rules.insert(entry.rule).second);
    }
}

void TestRules::reviewsAreDated_data() {
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QString>("dates");
    QTest::newRow("every 14 days while it rises")
        << up("15", "5", 7, "45") << QStringLiteral("2026-01-19 2026-02-02 2026-02-16");
    QTest::newRow("once at least") << up("15", "15", 3, "60") << QStringLiteral("2026-01-19");
    // 18-Jan-2026 is a Sunday, so are the days 28 and 56 later.
    QTest::newRow("taper") << down("60", 10, 7) << QStringLiteral("2026-01-16 2026-02-13 2026-03-13 2026-03-30");
    QTest::newRow("taper from a Wednesday")
        << planned(taper("2026-01-07", "20", 10, 7), "TAB10") << QStringLiteral("2026-01-20 2026-02-04");
    // 34 days lie between the visit of 13-Mar and the stop: one is needed before.
    QTest::newRow("never more than 28 days apart")
        << down("70", 10, 7) << QStringLiteral("2026-01-16 2026-02-13 2026-03-13 2026-04-06 2026-04-13");
    QTest::newRow("short taper") << planned(fixedTaper("2026-04-01", "30", "15", 2), "TAB10")
                                 << QStringLiteral("2026-04-12");
    TaperInputs lower = taper("2026-09-07", "50", 10, 14);
    lower.goal = daily("30");
    QTest::newRow("to a lower dose") << planned(lower) << QStringLiteral("2026-09-18 2026-10-16 2026-11-13");
}

void TestRules::reviewsAreDated() {
    QFETCH(Plan, plan);
    QFETCH(QString, dates);
    QStringList found;
    for (const Date day : reviewDates(plan, catalogue().numbers()))
        found << QString::fromStdString(day.iso());
    QCOMPARE(found.join(QLatin1Char(' ')), dates);
    QVERIFY(reviewDates(Plan(), catalogue().numbers()).empty());
}

void TestRules::actionsHaveTheirNames() {
    QCOMPARE(actionName(Action::propose), std::string_view("PROPOSE"));
    QCOMPARE(actionName(Action::inform), std::string_view("INFORM"));
    QCOMPARE(actionName(Action::warn), std::string_view("WARN"));
    QCOMPARE(actionName(Action::blockOverridable), std::string_view("BLOCK-OVR"));
    QCOMPARE(actionName(Action::hard), std::string_view("HARD"));
}

void TestRules::ruleIdsHoldTheirText() {
    QCOMPARE(RuleId("TIT-ORAL-ADULT-4").text(), std::string_view("TIT-ORAL-ADULT-4"));
    QCOMPARE(RuleId("").text(), std::string_view());
    QVERIFY(RuleId("TAP-1") != RuleId("TAP-10"));
    QVERIFY(check(RuleContext{Plan(), catalogue().numbers(), today}).empty());
}

LENTO_CORE_TEST_MAIN(TestRules)
#include "tst_rules.moc"
