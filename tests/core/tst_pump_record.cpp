// Trials, settings and refills of a pump: what is refused, what the rules say, where a pump stands on a day (ITB).
#include "core/pump_rules.h"
#include "core/pump_status.h"
#include "core/taper.h"
#include "finding_sources.h"
#include "for_rule.h"
#include "plan_values.h"
#include "shipped_numbers.h"

#include <functional>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

const PumpNumbers& numbers() {
    return shippedNumbers().pump;
}

PumpDose mcg(double micrograms) {
    return PumpDose::nanograms(static_cast<std::int64_t>(micrograms * 1000));
}

Volume ml(double millilitres) {
    return Volume::nanolitres(static_cast<std::int64_t>(millilitres * 1'000'000));
}

const Date today = date("2026-11-22");

PumpImplant exampleImplant() {
    PumpImplant implant;
    implant.id = PumpImplantId("one");
    implant.on = date("2026-01-15");
    implant.model = {"p20", "Pump 20", ml(20), ml(2), ml(0.199), ml(0.0022), 84, "manual", "", ""};
    implant.catheterMillimetres = 600;
    implant.origin = SpasticityOrigin::spinal;
    return implant;
}

PumpSetting setting(const char* on, int minute, double micrograms, PumpPhase phase = PumpPhase::titration) {
    PumpSetting made;
    made.id = RecordId(std::string(on) + std::to_string(minute));
    made.implant = PumpImplantId("one");
    made.on = date(on);
    made.minute = minute;
    made.daily = mcg(micrograms);
    made.phase = phase;
    return made;
}

PumpRefill fill(const char* on, int concentration = 500) {
    PumpRefill made;
    made.id = RecordId(std::string("fill ") + on);
    made.implant = PumpImplantId("one");
    made.on = date(on);
    made.filled = ml(20);
    made.concentration = Concentration::microgramsPerMillilitre(concentration);
    made.lot = "L1";
    return made;
}

// E26: 20 mL of 500 mcg/mL on 15-Jan-2026, 120 mcg a day.
PumpCourse exampleCourse() {
    PumpCourse course;
    course.implants = {exampleImplant()};
    course.refills = {fill("2026-01-15")};
    course.settings = {setting("2026-01-15", 600, 120)};
    return course;
}

PumpFacts facts(SpasticityOrigin origin = SpasticityOrigin::spinal) {
    PumpFacts made;
    made.birthDate = date("1980-06-30");
    made.origin = origin;
    made.brainInjury = false;
    return made;
}

ScreeningBolus bolus(const char* on, int minute, int micrograms) {
    ScreeningBolus made;
    made.on = date(on);
    made.minute = minute;
    made.dose = PumpBolus::micrograms(micrograms);
    return made;
}

ScreeningBolus failed(const char* on, int minute, int micrograms) {
    ScreeningBolus made = bolus(on, minute, micrograms);
    made.observations = {{0, 3000, {}, {}, {}, {}, {}}, {4, 2001, {}, {}, {}, {}, {}}};
    made.goalMet = false;
    return made;
}

PumpTrial trial(std::vector<ScreeningBolus> boluses) {
    PumpTrial made;
    made.infection = false;
    made.bodyTooSmall = false;
    made.boluses = std::move(boluses);
    return made;
}

// "BLOCK-OVR itb-7.range, WARN itb-12.flow"
QString said(const std::vector<Finding>& findings) {
    holdSources(findings);
    QStringList all;
    for (const Finding& finding : findings)
        all << QString::fromStdString(std::string(actionName(finding.action)) + ' ' + finding.message);
    return all.join(QStringLiteral(", "));
}

QString refused(const Result<void>& result) {
    if (result)
        return QStringLiteral("accepted");
    const Error& error = result.error();
    const QString field = QString::fromStdString(error.subject);
    switch (error.code) {
    case ErrorCode::outOfRange:
        return QStringLiteral("range ") + field;
    case ErrorCode::conflictingFields:
        return QStringLiteral("conflict ") + field;
    case ErrorCode::limitHard:
        return QStringLiteral("hard ") + field + u' ' + QString::fromStdString(error.values.front());
    case ErrorCode::missingField:
    case ErrorCode::emptyText:
        return QStringLiteral("missing ") + field;
    default:
        return QStringLiteral("other ") + field;
    }
}

} // namespace

class TestPumpRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trialsAreRefused_data();
    void trialsAreRefused();
    void implantsAreRefused_data();
    void implantsAreRefused();
    void settingsAreRefused_data();
    void settingsAreRefused();
    void refillsAreRefused_data();
    void refillsAreRefused();
    void bolusesAreChecked_data();
    void bolusesAreChecked();
    void missingFactsAreNotFine();
    void aBolusIsPositiveAtAFallOfOne_data();
    void aBolusIsPositiveAtAFallOfOne();
    void theTrialProposesTheNextBolus();
    void settingsAreChecked_data();
    void settingsAreChecked();
    void changeLimitsNameTheFirstMoment();
    void refillsAreChecked_data();
    void refillsAreChecked();
    void statusFollowsEveryDose();
    void urgencyFollowsTheDays_data();
    void urgencyFollowsTheDays();
    void serviceEndsEarlyRatherThanLate();
    void primingFillsCatheterAndTubing();
    void oralWeanFollowsTheExample();
    void messagesAreSortedAndOnce();
};

void TestPumpRecord::trialsAreRefused_data() {
    QTest::addColumn<PumpTrial>("made");
    QTest::addColumn<QString>("answer");
    QTest::newRow("whole") << trial({failed("2026-11-18", 540, 50), bolus("2026-11-19", 540, 75)}) << "accepted";
    QTest::newRow("tomorrow") << trial({bolus("2026-11-23", 540, 50)}) << "range boluses[0].on";
    QTest::newRow("no such minute") << trial({bolus("2026-11-18", 1440, 50)}) << "range boluses[0].minute";
    QTest::newRow("nothing given") << trial({bolus("2026-11-18", 540, 0)}) << "range boluses[0].dose";
    QTest::newRow("milligrams slipped in") << trial({bolus("2026-11-18", 540, 50'000)}) << "range boluses[0].dose";
    QTest::newRow("before the first") << trial({bolus("2026-11-18", 540, 50), bolus("2026-11-18", 540, 75)})
                                      << "conflict boluses[1].on";
    PumpTrial strange = trial({failed("2026-11-18", 540, 50)});
    // ITB-2, each at both ends and beyond them.
    const auto ends = [](const char* name, std::optional<int> PumpObservation::*value, const PlausibleRange& range) {
        const auto row = [&](int measured, const char* answer) {
            PumpTrial made = trial({failed("2026-11-18", 540, 50)});
            made.boluses[0].observations[1].*value = measured;
            QTest::addRow("ITB-2 %s %d", name, measured) << made << answer;
        };
        const QByteArray refusal = QByteArray("range boluses[0].") + name;
        row(range.lowest - 1, refusal.constData());
        row(range.lowest, "accepted");
        row(range.highest, "accepted");
        row(range.highest + 1, refusal.constData());
    };
    ends("pulse", &PumpObservation::pulse, {20, 300});
    ends("systolic", &PumpObservation::systolic, {40, 300});
    ends("diastolic", &PumpObservation::diastolic, {20, 200});
    ends("breaths", &PumpObservation::breaths, {0, 80});
    ends("saturation", &PumpObservation::saturationPercent, {30, 100});
    strange.boluses[0].observations[1] = {4, {}, {}, 80, 120, {}, {}};
    QTest::newRow("diastolic above systolic") << strange << "conflict boluses[0].diastolic";
    strange.boluses[0].observations[1] = {0, {}, {}, {}, {}, {}, {}};
    QTest::newRow("an hour twice") << strange << "conflict boluses[0].observations";
}
void TestPumpRecord::trialsAreRefused() {
    QFETCH(const PumpTrial, made);
    QTEST(refused(validate(made, today, numbers())), "answer");
}

void TestPumpRecord::implantsAreRefused_data() {
    QTest::addColumn<PumpImplant>("made");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, const std::function<void(PumpImplant&)>& change, const char* answer) {
        PumpImplant made = exampleImplant();
        made.id = PumpImplantId("two");
        made.on = date("2026-11-20");
        change(made);
        QTest::newRow(name) << made << QString::fromLatin1(answer);
    };
    row(
        "while one is in place", [](auto&) {}, "conflict on");
    row(
        "on the day of the other", [](auto& i) { i.on = date("2026-01-15"); }, "conflict on");
    row(
        "the same one corrected", [](auto& i) { i.id = PumpImplantId("one"); }, "accepted");
    row(
        "tomorrow", [](auto& i) { i.on = date("2026-11-23"); }, "range on");
    row(
        "before the other, taken out then",
        [](auto& i) {
            i.on = date("2020-01-15");
            i.removedOn = date("2026-01-15");
        },
        "accepted");
    row(
        "taken out too late",
        [](auto& i) {
            i.on = date("2020-01-15");
            i.removedOn = date("2026-01-16");
        },
        "conflict on");
    row(
        "taken out before", [](auto& i) { i.removedOn = date("2026-11-19"); }, "range removedOn");
    row(
        "no catheter", [](auto& i) { i.catheterMillimetres = 0; }, "range catheter");
    row(
        "alarm as large as the reservoir", [](auto& i) { i.model.alarm = i.model.reservoir; }, "conflict alarm");
    row(
        "no service life", [](auto& i) { i.model.serviceMonths = 0; }, "range serviceMonths");
    row(
        "no name", [](auto& i) { i.model.name.clear(); }, "missing model");
}
void TestPumpRecord::implantsAreRefused() {
    QFETCH(const PumpImplant, made);
    QTEST(refused(validate(made, exampleCourse(), today)), "answer");
}

void TestPumpRecord::settingsAreRefused_data() {
    QTest::addColumn<PumpSetting>("made");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, const std::function<void(PumpSetting&)>& change, const char* answer) {
        PumpSetting made = setting("2026-02-01", 600, 140);
        change(made);
        QTest::newRow(name) << made << QString::fromLatin1(answer);
    };
    row(
        "whole", [](auto&) {}, "accepted");
    row(
        "before the implant", [](auto& s) { s.on = date("2026-01-14"); }, "range on");
    row(
        "in the future", [](auto& s) { s.on = date("2026-11-23"); }, "range on");
    row(
        "before the last setting",
        [](auto& s) {
            s.on = date("2026-01-15");
            s.minute = 599;
        },
        "conflict on");
    row(
        "UNI-1: 5000 mcg", [](auto& s) { s.daily = mcg(5000); }, "accepted");
    row(
        "UNI-1: above 5000 mcg", [](auto& s) { s.daily = mcg(5000.1); }, "hard daily UNI-1");
    row(
        "UNI-2: off the grid", [](auto& s) { s.daily = mcg(140.05); }, "range daily");
    row(
        "nothing", [](auto& s) { s.daily = mcg(0); }, "range daily");
    row(
        "of no pump", [](auto& s) { s.implant = PumpImplantId("other"); }, "other implant");
    row(
        "E34b flex",
        [](auto& s) {
            s.mode = PumpMode::flex;
            s.daily = mcg(258);
            s.periods = {{0, 360, mcg(8)}, {360, 480, mcg(20)}, {480, 1320, mcg(10)}, {1320, 1440, mcg(15)}};
        },
        "accepted");
    row(
        "ITB-11: flex that comes to another total",
        [](auto& s) {
            s.mode = PumpMode::flex;
            s.periods = {{0, 1440, mcg(10)}};
        },
        "conflict daily");
    row(
        "flex with a gap",
        [](auto& s) {
            s.mode = PumpMode::flex;
            s.periods = {{0, 600, mcg(10)}};
        },
        "conflict periods[0]");
    row(
        "periods without flex",
        [](auto& s) {
            s.periods = {{0, 1440, mcg(10)}};
        },
        "conflict periods");
    row(
        "boluses",
        [](auto& s) {
            s.mode = PumpMode::periodicBolus;
            s.bolus = PumpBolus::micrograms(35);
            s.bolusesPerDay = 4;
        },
        "accepted");
    row(
        "boluses above the total",
        [](auto& s) {
            s.mode = PumpMode::periodicBolus;
            s.bolus = PumpBolus::micrograms(36);
            s.bolusesPerDay = 4;
        },
        "conflict bolus");
    row(
        "boluses without one", [](auto& s) { s.mode = PumpMode::periodicBolus; }, "missing bolus");
    row(
        "a bolus in another mode", [](auto& s) { s.bolus = PumpBolus::micrograms(1); }, "conflict bolus");
}
void TestPumpRecord::settingsAreRefused() {
    QFETCH(const PumpSetting, made);
    QTEST(refused(validate(made, exampleCourse(), today, shippedNumbers().uni1.pumpHardDaily)), "answer");
}

void TestPumpRecord::refillsAreRefused_data() {
    QTest::addColumn<PumpRefill>("made");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, const std::function<void(PumpRefill&)>& change, const char* answer) {
        PumpRefill made = fill("2026-03-25");
        made.aspirated = ml(3.4);
        change(made);
        QTest::newRow(name) << made << QString::fromLatin1(answer);
    };
    row(
        "whole", [](auto&) {}, "accepted");
    row(
        "before the implant", [](auto& r) { r.on = date("2026-01-14"); }, "range on");
    row(
        "in the future", [](auto& r) { r.on = date("2026-11-23"); }, "range on");
    row(
        "not after the last", [](auto& r) { r.on = date("2026-01-15"); }, "conflict on");
    row(
        "the screening strength", [](auto& r) { r.concentration = Concentration::microgramsPerMillilitre(50); },
        "hard concentration ITB-1");
    row(
        "more than the reservoir", [](auto& r) { r.filled = ml(20.1); }, "range filled");
    row(
        "no more than the alarm volume", [](auto& r) { r.filled = ml(2); }, "range filled");
    row(
        "nothing aspirated was said", [](auto& r) { r.aspirated.reset(); }, "missing aspirated");
    row(
        "more aspirated than there is room", [](auto& r) { r.aspirated = ml(21); }, "range aspirated");
    row(
        "no lot", [](auto& r) { r.lot.clear(); }, "missing lot");
    row(
        "of no pump", [](auto& r) { r.implant = PumpImplantId("other"); }, "other implant");
}
void TestPumpRecord::refillsAreRefused() {
    QFETCH(const PumpRefill, made);
    QTEST(refused(validate(made, exampleCourse(), today, numbers())), "answer");
}

// ITB-1, ITB-2, ITB-4
void TestPumpRecord::bolusesAreChecked_data() {
    QTest::addColumn<PumpFacts>("who");
    QTest::addColumn<PumpTrial>("before");
    QTest::addColumn<ScreeningBolus>("next");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, const PumpFacts& who, const PumpTrial& before, const ScreeningBolus& next,
                        const char* answer) {
        QTest::newRow(name) << who << before << next << QString::fromLatin1(answer);
    };
    const PumpTrial fifty = trial({failed("2026-11-18", 540, 50)});
    row("first", facts(), trial({}), bolus("2026-11-18", 540, 50), "");
    row("the smallest first", facts(), trial({}), bolus("2026-11-18", 540, 25), "");
    row("75 first", facts(), trial({}), bolus("2026-11-18", 540, 75), "WARN itb-1.order");
    row("a day later", facts(), fifty, bolus("2026-11-19", 540, 75), "");
    row("a minute short of a day", facts(), fifty, bolus("2026-11-19", 539, 75), "BLOCK-OVR itb-2.interval");
    row("over a step", facts(), fifty, bolus("2026-11-19", 540, 100), "WARN itb-1.order");
    row("above the largest", facts(), fifty, bolus("2026-11-19", 540, 101), "BLOCK-OVR itb-2.most");
    row("E31 after a failed 100", facts(), trial({failed("2026-11-18", 540, 100)}), bolus("2026-11-19", 540, 100),
        "BLOCK-OVR itb-4.no-response");
    PumpFacts injured = facts();
    injured.brainInjury = true;
    injured.brainInjuryOn = date("2025-11-19");
    row("364 days after a brain injury", injured, trial({}), bolus("2026-11-18", 540, 50), "BLOCK-OVR itb-4.brain");
    injured.brainInjuryOn = date("2025-11-18");
    row("365 days after it", injured, trial({}), bolus("2026-11-18", 540, 50), "");
    PumpFacts child = facts();
    child.birthDate = date("2022-11-19");
    row("the day before the fourth birthday", child, trial({}), bolus("2026-11-18", 540, 25), "BLOCK-OVR itb-4.age");
    row("the fourth birthday", child, trial({}), bolus("2026-11-19", 540, 25), "");
    PumpTrial ill = trial({});
    ill.infection = true;
    ill.bodyTooSmall = true;
    row("infected and small", facts(), ill, bolus("2026-11-18", 540, 50),
        "BLOCK-OVR itb-4.infection, BLOCK-OVR itb-4.body");
}
void TestPumpRecord::bolusesAreChecked() {
    QFETCH(const PumpFacts, who);
    QFETCH(const PumpTrial, before);
    QFETCH(const ScreeningBolus, next);
    QTEST(said(checkScreeningBolus(who, before, next, numbers())), "answer");
}

void TestPumpRecord::missingFactsAreNotFine() {
    const std::vector<Finding> findings = checkScreeningBolus({}, PumpTrial(), bolus("2026-11-18", 540, 50), numbers());
    QCOMPARE(said(findings), QStringLiteral("WARN itb-4.not-assessed"));
    QVERIFY(!findings.front().assessed);
    QCOMPARE(findings.front().inputs.size(), std::size_t{4}); // birth date, conditions, infection, body size
}

void TestPumpRecord::aBolusIsPositiveAtAFallOfOne_data() {
    QTest::addColumn<ScreeningBolus>("given");
    QTest::addColumn<QString>("answer");
    ScreeningBolus given = failed("2026-11-18", 540, 50);
    QTest::newRow("0.999 less") << given << "no";
    given.observations[1].meanMasThousandths = 2000;
    QTest::newRow("1 less") << given << "yes";
    given.observations[1].meanMasThousandths = 3000;
    given.goalMet = true;
    QTest::newRow("the goal alone") << given << "yes";
    given.observations.clear();
    given.goalMet.reset();
    QTest::newRow("nothing known") << given << "not known";
    given.goalMet = false;
    QTest::newRow("the goal missed, nothing measured") << given << "no";
}
void TestPumpRecord::aBolusIsPositiveAtAFallOfOne() {
    const ForRule rule("ITB-3");
    QFETCH(const ScreeningBolus, given);
    const std::optional<bool> positive = isBolusPositive(given, numbers());
    QTEST(QString::fromLatin1(!positive ? "not known" : *positive ? "yes" : "no"), "answer");
}

void TestPumpRecord::theTrialProposesTheNextBolus() {
    using Kind = TrialProposal::Kind;
    QCOMPARE(proposeForTrial(trial({}), false, numbers()).bolus, PumpBolus::micrograms(50));
    QCOMPARE(proposeForTrial(trial({}), true, numbers()).bolus, PumpBolus::micrograms(25));
    const TrialProposal second = proposeForTrial(trial({failed("2026-11-18", 540, 50)}), false, numbers());
    QCOMPARE(second.kind, Kind::giveBolus);
    QCOMPARE(second.bolus, PumpBolus::micrograms(75));
    QCOMPARE(second.notBeforeOn, date("2026-11-19"));
    QCOMPARE(second.notBeforeMinute, 540);
    QCOMPARE(proposeForTrial(trial({failed("2026-11-18", 540, 100)}), false, numbers()).kind, Kind::noCandidate);
    QCOMPARE(proposeForTrial(trial({bolus("2026-11-18", 540, 50)}), false, numbers()).kind, Kind::notAssessed);
    ScreeningBolus good = bolus("2026-11-18", 540, 50);
    good.goalMet = true;
    TrialProposal positive = proposeForTrial(trial({good}), false, numbers());
    QCOMPARE(positive.kind, Kind::positive);
    QVERIFY(!positive.firstDose); // how long it lasted is not known
    good.effectMinutes = 360;
    good.negativeReaction = false;
    positive = proposeForTrial(trial({good}), false, numbers());
    QCOMPARE(positive.firstDose, (FirstPumpDose{mcg(100), false})); // E31
}

// ITB-6 to ITB-12
void TestPumpRecord::settingsAreChecked_data() {
    QTest::addColumn<PumpFacts>("who");
    QTest::addColumn<std::vector<PumpSetting>>("before");
    QTest::addColumn<PumpSetting>("next");
    QTest::addColumn<int>("concentration");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, const PumpFacts& who, const std::vector<PumpSetting>& before,
                        const PumpSetting& next, const char* answer, int concentration = 500) {
        QTest::newRow(name) << who << before << next << concentration << QString::fromLatin1(answer);
    };
    using enum PumpPhase;
    const std::vector<PumpSetting> from300{setting("2026-01-15", 600, 300)};
    const PumpFacts spinal = facts();
    PumpFacts responds = facts();
    responds.lastResponse = true;
    row("first", spinal, {}, setting("2026-01-15", 600, 300), "");
    row("ITB-6: a minute short", spinal, from300, setting("2026-01-16", 599, 330), "BLOCK-OVR ITB-6");
    row("ITB-6: 24 hours", spinal, from300, setting("2026-01-16", 600, 330), "");
    row("a reduction is never too soon", spinal, from300, setting("2026-01-15", 700, 270), "INFORM itb-9.usual");
    const std::vector<PumpSetting> raised{setting("2026-01-15", 600, 300), setting("2026-01-17", 600, 330)};
    row("ITB-7: again within a day", spinal, raised, setting("2026-01-18", 599, 363),
        "BLOCK-OVR itb-7.sooner, WARN itb-10.unseen");
    row("ITB-7: 30 % in spinal origin", responds, from300, setting("2026-02-20", 600, 390), "INFORM itb-7.large");
    row("ITB-7: above 30 %", responds, from300, setting("2026-02-20", 600, 390.1), "BLOCK-OVR itb-7.range");
    row("ITB-7: 20 % is not more than 20 %", responds, from300, setting("2026-02-20", 600, 360), "");
    row("ITB-7: 15.1 % in cerebral origin", facts(SpasticityOrigin::cerebral), from300,
        setting("2026-01-20", 600, 345.1), "BLOCK-OVR itb-7.range");
    row("ITB-7: unknown origin is as cerebral", facts(SpasticityOrigin::notRecorded), from300,
        setting("2026-01-20", 600, 345), "");
    PumpFacts ageless = facts();
    ageless.birthDate.reset();
    row("unknown age is as a child", ageless, from300, setting("2026-01-20", 600, 345.1), "BLOCK-OVR itb-7.range");
    row("ITB-8: below 10 %", responds, from300, setting("2026-06-20", 600, 329, maintenance),
        "BLOCK-OVR itb-8.increase");
    row("ITB-8: 40 %", responds, from300, setting("2027-02-20", 600, 420, maintenance), "WARN itb-10.year");
    row("ITB-8: above 40 %", responds, from300, setting("2026-06-20", 600, 420.1, maintenance),
        "BLOCK-OVR itb-8.increase, WARN itb-10.year");
    PumpSetting less = setting("2026-06-20", 600, 240);
    less.forSideEffects = true;
    row("E31 reduction by 20 %", spinal, from300, less, "INFORM itb-9.usual");
    less.daily = mcg(239.9);
    row("reduction above 20 %", spinal, from300, less, "BLOCK-OVR itb-8.reduction, INFORM itb-9.usual");
    less.daily = mcg(290);
    row("reduction below 10 % for side effects", spinal, from300, less,
        "BLOCK-OVR itb-8.reduction, INFORM itb-9.usual");
    less.forSideEffects = false;
    row("a small reduction for another cause", spinal, from300, less, "INFORM itb-9.usual");
    less.daily = mcg(239);
    row("a large one for another cause", spinal, from300, less, "BLOCK-OVR itb-8.reduction, INFORM itb-9.usual");
    row("ITB-9: 800 spinal", spinal, {}, setting("2026-01-15", 600, 800), "");
    row("ITB-9: 800.1 spinal", spinal, {}, setting("2026-01-15", 600, 800.1), "INFORM itb-9.usual");
    row("ITB-9: 703 cerebral", facts(SpasticityOrigin::cerebral), {}, setting("2026-01-15", 600, 703), "");
    row("ITB-9: 703.1 cerebral", facts(SpasticityOrigin::cerebral), {}, setting("2026-01-15", 600, 703.1),
        "INFORM itb-9.usual");
    PumpFacts child = facts(SpasticityOrigin::cerebral);
    child.birthDate = date("2014-01-16");
    row("ITB-9: 24 below 12 years", child, {}, setting("2026-01-15", 600, 24), "");
    row("ITB-9: 24 on the 12th birthday", child, {}, setting("2026-01-16", 600, 24),
        "INFORM itb-9.usual, WARN itb-12.flow", 2000);
    row("ITB-9: 1000", spinal, {}, setting("2026-01-15", 600, 1000), "INFORM itb-9.usual");
    row("ITB-9: above 1000", spinal, {}, setting("2026-01-15", 600, 1000.1), "WARN itb-9.warn");
    row("ITB-9: 1500", spinal, {}, setting("2026-01-15", 600, 1500), "WARN itb-9.warn");
    row("ITB-9: above 1500", spinal, {}, setting("2026-01-15", 600, 1500.1), "BLOCK-OVR itb-9.reason");
    const std::vector<PumpSetting> slow{setting("2025-06-20", 600, 300), setting("2025-12-20", 600, 360)};
    row("ITB-10: 100 mcg in a year", responds, slow, setting("2026-06-19", 600, 400, maintenance), "");
    row("ITB-10: above 100 mcg in a year", responds, slow, setting("2026-06-19", 600, 400.1, maintenance),
        "WARN itb-10.year");
    row("ITB-10: the dose of a year ago no longer counts", responds, slow, setting("2026-12-21", 600, 460, maintenance),
        "");
    row("ITB-10: 20 % within 30 days", spinal, raised, setting("2026-01-25", 600, 360, maintenance),
        "BLOCK-OVR itb-8.increase");
    row("ITB-10: more than 20 % within 30 days", spinal, raised, setting("2026-01-25", 600, 363), "WARN itb-10.unseen");
    PumpFacts unmoved = facts();
    unmoved.lastResponse = false;
    row("ITB-10: a visit saw no response", unmoved, raised, setting("2026-01-25", 600, 363), "WARN itb-10.month");
    row("ITB-10: with a response", responds, raised, setting("2026-01-25", 600, 363), "");
    PumpSetting flex = setting("2026-01-15", 600, 300);
    flex.mode = PumpMode::flex;
    flex.periods = {{0, 1440, mcg(12.5)}};
    row("ITB-11", spinal, {}, flex, "INFORM itb-11.clock");
    row("ITB-12: 0.048 mL a day", facts(SpasticityOrigin::cerebral), {}, setting("2026-01-15", 600, 96), "", 2000);
    row("ITB-12: less", facts(SpasticityOrigin::cerebral), {}, setting("2026-01-15", 600, 95.9), "WARN itb-12.flow",
        2000);
}
void TestPumpRecord::settingsAreChecked() {
    QFETCH(const PumpFacts, who);
    QFETCH(const std::vector<PumpSetting>, before);
    QFETCH(const PumpSetting, next);
    QFETCH(const int, concentration);
    PumpCourse course = exampleCourse();
    course.settings = before;
    QTEST(said(checkSetting(who, course, course.implants.front(), next,
                            Concentration::microgramsPerMillilitre(concentration), numbers())),
          "answer");
}

void TestPumpRecord::changeLimitsNameTheFirstMoment() {
    PumpCourse course = exampleCourse();
    const auto limits = [&](const char* on) {
        return pumpChangeLimits(facts(), course, course.implants.front(), PumpPhase::titration, date(on), numbers());
    };
    QVERIFY(!limits("2026-01-14"));
    QCOMPARE(limits("2026-01-15")->increase, (PumpRange{mcg(132), mcg(156)}));
    QCOMPARE(limits("2026-01-15")->reduction, (PumpRange{mcg(96), mcg(108)}));
    QCOMPARE(limits("2026-01-15")->increaseFromOn, date("2026-01-16"));
    QCOMPARE(limits("2026-01-15")->increaseFromMinute, 600);
    course.settings.push_back(setting("2026-01-18", 700, 140));
    QCOMPARE(limits("2026-01-18")->increaseFromOn, date("2026-01-19"));
    QCOMPARE(limits("2026-01-18")->increaseFromMinute, 700);
}

// ITB-12, ITB-14, ITB-16
void TestPumpRecord::refillsAreChecked_data() {
    QTest::addColumn<PumpRefill>("next");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, double expected, double aspirated, int concentration, bool bridge,
                        const char* answer) {
        PumpRefill made = fill("2026-03-25", concentration);
        made.expected = ml(expected);
        made.aspirated = ml(aspirated);
        made.bridgeGiven = bridge;
        QTest::newRow(name) << made << QString::fromLatin1(answer);
    };
    row("as expected", 3.4, 3.4, 500, false, "");
    row("2 mL more", 3.4, 5.4, 500, false, "");
    row("above 2 mL more", 3.4, 5.5, 500, false, "WARN itb-14.differs");
    row("above 2 mL less", 3.4, 1.3, 500, false, "WARN itb-14.differs");
    row("another concentration", 3.4, 3.4, 2000, false, "BLOCK-OVR itb-16.bridge");
    row("with its bridge", 3.4, 3.4, 2000, true, "");
    row("a concentration for another dose", 3.4, 3.4, 4000, true, "WARN itb-12.flow");
}
void TestPumpRecord::refillsAreChecked() {
    QFETCH(const PumpRefill, next);
    const PumpCourse course = exampleCourse();
    QTEST(said(checkRefill(course, course.implants.front(), next, numbers())), "answer");
}

void TestPumpRecord::statusFollowsEveryDose() {
    PumpCourse course = exampleCourse();
    const auto status = [&](const char* on) { return pumpStatus(course, date(on), {}, numbers()); };
    QVERIFY(!*status("2026-01-14")); // not implanted yet
    auto now = *status("2026-01-25");
    QVERIFY(now);
    QCOMPARE(now->refill.alarm, date("2026-03-31")); // E26
    QCOMPARE(now->refill.refillBy, date("2026-03-26"));
    QCOMPARE(now->left, ml(17.6));
    QCOMPARE(now->flow, ml(0.24));
    QCOMPARE(now->daysLeft, 60);
    // Twice the dose from the tenth day on: half the days that were left.
    course.settings.push_back(setting("2026-01-25", 600, 240));
    now = *status("2026-01-25");
    QCOMPARE(now->refill.daysToAlarm, 42);
    // Two settings on one day: the later stands for it.
    course.settings.push_back(setting("2026-01-25", 900, 120));
    QCOMPARE((*status("2026-01-25"))->refill.daysToAlarm, 75);
    course.settings.clear();
    QVERIFY(!*status("2026-01-25")); // a fill without a setting says nothing
    course = exampleCourse();
    course.implants.front().removedOn = date("2026-02-01");
    QVERIFY(*status("2026-01-31"));
    QVERIFY(!*status("2026-02-01"));
    // Started after the fill: counted from the fill, so never late.
    course = exampleCourse();
    course.settings = {setting("2026-01-20", 600, 120)};
    QCOMPARE((*status("2026-01-25"))->refill.alarm, date("2026-03-31"));
}

// ITB-22
void TestPumpRecord::urgencyFollowsTheDays_data() {
    QTest::addColumn<QString>("on");
    QTest::addColumn<int>("urgency");
    const auto row = [](const char* on, RefillUrgency urgency) {
        QTest::newRow(on) << QString::fromLatin1(on) << static_cast<int>(urgency);
    };
    row("2026-03-11", RefillUrgency::later); // 15 days before 26 March
    row("2026-03-12", RefillUrgency::soon);
    row("2026-03-18", RefillUrgency::soon);
    row("2026-03-19", RefillUrgency::warn);
    row("2026-03-26", RefillUrgency::warn);
    row("2026-03-27", RefillUrgency::late);
    row("2026-03-31", RefillUrgency::late); // the alarm date itself
    row("2026-04-01", RefillUrgency::pastAlarm);
}
void TestPumpRecord::urgencyFollowsTheDays() {
    QFETCH(const QString, on);
    const auto status = *pumpStatus(exampleCourse(), date(on.toStdString()), {}, numbers());
    QTEST(static_cast<int>(status->urgency), "urgency");
}

// ITB-15
void TestPumpRecord::serviceEndsEarlyRatherThanLate() {
    PumpImplant implant = exampleImplant();
    PumpService service = pumpService(implant, numbers());
    QCOMPARE(service.ends, date("2033-01-14")); // 84 months and not a day more
    QCOMPARE(service.planBy, service.ends - 90);
    implant.model.serviceMonths = 1;
    QCOMPARE(pumpService(implant, numbers()).ends, implant.on + 30);
}

void TestPumpRecord::primingFillsCatheterAndTubing() {
    const ForRule rule("ITB-17");
    const Catheter catheter = exampleImplant().catheter();
    QCOMPARE(primingBolus(catheter, Concentration::microgramsPerMillilitre(500)), PumpBolus::nanograms(165'500)); // E30
    QCOMPARE(primingBolus({}, Concentration::microgramsPerMillilitre(500)), PumpBolus());
    QCOMPARE(numbers().itb17.observeHours, 8);
}

void TestPumpRecord::oralWeanFollowsTheExample() {
    const ForRule rule("ITB-18");
    const TaperInputs wean = oralWean(date("2026-06-02"), DailyDose::milligrams(60), numbers());
    QCOMPARE(wean.fixedStep, DailyDose::milligrams(15));
    QCOMPARE(wean.intervalDays, 3);
    QVERIFY(wean.afterPumpImplant);
    const Result<Plan> plan = planTaper(wean, products("q 5"), shippedNumbers());
    QVERIFY(plan);
    QStringList steps;
    for (const Step& step : plan->steps)
        steps << QString::fromStdString(step.span.first.iso() + ' ' + milligramText(step.daily()));
    QCOMPARE(steps.join(QStringLiteral("; ")),
             QStringLiteral("2026-06-02 45; 2026-06-05 30; 2026-06-08 15; 2026-06-11 5; 2026-06-14 0")); // E18d
}

void TestPumpRecord::messagesAreSortedAndOnce() {
    const auto keys = pumpMessages();
    for (std::size_t i = 1; i < keys.size(); ++i)
        QVERIFY(keys[i - 1] < keys[i]);
}

LENTO_CORE_TEST_MAIN(TestPumpRecord)
#include "tst_pump_record.moc"
