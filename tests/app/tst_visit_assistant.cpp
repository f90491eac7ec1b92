// The assistant's inputs from a record and a visit, its proposal, and what each choice drafts: only what was recorded
// counts.
#include "app/visit_assistant.h"
#include "record_values.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace lento;
using namespace lento::test;
using core::Proposal;
using core::VisitChoice;

namespace {

const core::Date today = core::Date::fromIso("2026-11-22").value();

app::PatientRecord adult(std::string_view born = "1980-05-01", int creatinineThousandths = 700) {
    app::PatientRecord record;
    record.patient.id = core::PatientId("patient");
    record.facts.birthDate = date(born);
    record.facts.sex = core::Sex::female;
    record.facts.conditionsRecorded = record.facts.medicinesRecorded = true;
    record.facts.weights = {{date("2026-11-01"), 68'000}};
    record.facts.heightMillimetres = 1'680;
    record.facts.creatinines = {{date("2026-11-01"), creatinineThousandths, core::CreatinineUnit::mgPerDl, false}};
    record.renal = core::assessRenal(record.facts, today, shippedCatalogue().numbers());
    return record;
}

// By the gradual protocol to 60 mg a day: 15 on 02-Nov, 5 more every 7 days, so 25 mg since 16-Nov.
app::PatientRecord rising(app::PatientRecord record = adult()) {
    core::TitrationInputs inputs = titration("2026-11-02", "15", "5", 7, "60");
    inputs.protocol = *shippedCatalogue().protocol("ORAL-ADULT-GRADUAL");
    addRevision(record, planned(inputs, "TAB10"));
    return record;
}

// A dose that has stayed the same since a day.
app::PatientRecord steadyOn(const char* mg, const char* since, app::PatientRecord record = adult()) {
    addRevision(record, steady(since, mg));
    return record;
}

app::PatientRecord goingDown() {
    app::PatientRecord record = steadyOn("60", "2026-01-05");
    addRevision(record, planned(taper("2026-11-09", "60", 10, 7), "TAB10"));
    return record;
}

core::Visit visitOn(std::string_view day, const char* id) {
    core::Visit visit;
    visit.id = core::VisitId(id);
    visit.on = date(day);
    return visit;
}

// Everything asked, nothing wrong, no response.
core::Visit askedToday() {
    core::Visit visit = visitOn("2026-11-22", "now");
    visit.adverseEffects = {{"drowsiness", "", 0}, {"hallucinations", "", 0}};
    visit.redFlags.emplace();
    visit.adherence = core::Adherence::all;
    visit.nrsTenths = 60;
    visit.mas = {{"hip-adductors", core::Side::left, core::Mas::two}, {"hamstrings", core::Side::left, core::Mas::one}};
    return visit;
}

core::Visit firstVisit(int nrsTenths = 60) {
    core::Visit visit = visitOn("2026-10-30", "first");
    visit.nrsTenths = nrsTenths;
    visit.adverseEffects = {{"drowsiness", "", 0}};
    return visit;
}

template <class Change>
core::Visit with(core::Visit visit, Change change) {
    change(visit);
    return visit;
}

app::VisitAssessment assess(const app::PatientRecord& record, const core::Visit& visit) {
    return app::assessVisit(record, visit, shippedCatalogue(), today);
}

QString outcome(const app::VisitAssessment& made) {
    const core::VisitDecision& decision = made.decision;
    if (decision.proposal)
        return QString::fromLatin1(core::proposalName(*decision.proposal).data()) + QLatin1Char(' ') +
               QString::fromLatin1(decision.row.rule.text().data());
    QStringList missing;
    for (const core::Input& input : decision.row.inputs)
        if (input.name == "missing")
            missing << QString::fromStdString(std::get<std::string>(input.value));
    return QStringLiteral("not assessed: ") + missing.join(QStringLiteral(", "));
}

core::DiaryDay marked(std::string_view day, core::Taken morning, core::Taken midday, core::Taken evening) {
    core::DiaryDay diary;
    diary.on = date(day);
    diary.parts = {morning, midday, evening, core::Taken::notMarked};
    return diary;
}
constexpr auto yes = core::Taken::taken;
constexpr auto no = core::Taken::missed;
constexpr auto blank = core::Taken::notMarked;

core::Result<std::optional<app::Draft>> draftOf(VisitChoice choice, const app::PatientRecord& record,
                                                const core::Visit& visit) {
    return app::draftChoice(choice, assess(record, visit), record, shippedCatalogue(), today);
}

} // namespace

Q_DECLARE_METATYPE(app::PatientRecord)

class TestVisitAssistant : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theProposalFollowsRecordAndVisit_data() {
        QTest::addColumn<app::PatientRecord>("record");
        QTest::addColumn<core::Visit>("visit");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* name, app::PatientRecord record, const core::Visit& visit, const char* found) {
            record.visits.insert(record.visits.begin(), firstVisit());
            QTest::newRow(name) << record << visit << QString::fromLatin1(found);
        };
        const auto effect = [](const char* code, int grade) {
            return with(askedToday(), [&](core::Visit& visit) { visit.adverseEffects.front() = {code, "", grade}; });
        };
        const auto falls = [](int count) {
            return with(askedToday(), [&](core::Visit& visit) { visit.falls = count; });
        };
        const auto nrs = [](int tenths) {
            return with(askedToday(), [&](core::Visit& visit) { visit.nrsTenths = tenths; });
        };
        const auto taken = [](core::Adherence adherence) {
            return with(askedToday(), [&](core::Visit& visit) { visit.adherence = adherence; });
        };
        row("room to rise, but too soon", rising(), askedToday(), "HOLD VIS-6");
        row("room to rise", steadyOn("30", "2026-11-01"), askedToday(), "INCREASE VIS-6");
        row("responder", rising(), nrs(40), "MAINTAIN VIS-5");
        row("a small response is not enough below the ceiling", steadyOn("30", "2026-11-01"), nrs(48),
            "INCREASE VIS-6");
        row("a grade 4", rising(), effect("drowsiness", 4), "EMERGENCY VIS-1");
        row("a grade 3", rising(), effect("weakness", 3), "STEP-BACK VIS-2");
        ;
        row("hallucinations of grade 1", rising(), effect("hallucinations", 1), "STEP-BACK VIS-2");
        row("a grade 3 at the start", steadyOn("15", "2026-11-02"), effect("weakness", 3), "STOP-AND-TAPER VIS-2");
        row("a grade 2", rising(), effect("drowsiness", 2), "HOLD VIS-3");
        row("AE-5: a fall counts as grade 2", rising(), falls(1), "HOLD VIS-3");
        row("no falls", steadyOn("30", "2026-11-01"), falls(0), "INCREASE VIS-6");
        row("AE-5: mild choking counts as grade 2", rising(), effect("choking", 1), "HOLD VIS-3");
        row("choking asked and absent", steadyOn("30", "2026-11-01"), effect("choking", 0), "INCREASE VIS-6");
        row("less than 80 % taken", rising(), taken(core::Adherence::under80), "HOLD VIS-4");
        row("most taken", steadyOn("30", "2026-11-01"), taken(core::Adherence::most), "INCREASE VIS-6");
        row("at the ceiling for 28 days", steadyOn("80", "2026-10-25"), askedToday(), "HOLD VIS-8");
        row("at the ceiling for 42 days", steadyOn("80", "2026-10-11"), askedToday(), "STOP-AND-TAPER VIS-9");
        row("a little better at the ceiling", steadyOn("80", "2026-10-11"), nrs(48), "MAINTAIN VIS-7");
        row("from 65 the ceiling is 40", steadyOn("40", "2026-10-25", adult("1955-01-01")), askedToday(), "HOLD VIS-8");
        row("a weak kidney halves it", steadyOn("40", "2026-10-25", adult("1980-05-01", 1'500)), askedToday(),
            "HOLD VIS-8");
        row("a taper goes on", goingDown(), askedToday(), "not assessed: withdrawal_grade");
        row("a taper with a red flag", goingDown(), effect("drowsiness", 4), "EMERGENCY TAP-14");

        row("no effects asked", rising(), with(askedToday(), [](core::Visit& visit) { visit.adverseEffects.clear(); }),
            "not assessed: ae_grade");
        row("no red flags asked (AE-4)", rising(),
            with(askedToday(), [](core::Visit& visit) { visit.redFlags.reset(); }), "not assessed: red_flag");
        row("a red flag needs nothing else", rising(),
            with(visitOn("2026-11-22", "now"), [](core::Visit& visit) { visit.redFlags = {{"hard-to-wake"}}; }),
            "EMERGENCY VIS-1");
        // AE-4 counts confusion only with a low K; REN-5: an unstable creatinine and dialysis are one, whatever K is.
        const core::Visit confused =
            with(visitOn("2026-11-22", "now"), [](core::Visit& visit) { visit.redFlags = {{"acute-confusion"}}; });
        app::PatientRecord kidney = adult();
        row("confusion with good kidneys is no red flag", rising(kidney), confused, "not assessed: ae_grade");
        kidney.facts.creatinines.front().unstable = true;
        kidney.renal = core::assessRenal(kidney.facts, today, shippedCatalogue().numbers());
        row("confusion with an unstable creatinine is one", rising(kidney), confused, "EMERGENCY VIS-1");
        kidney.facts.creatinines.clear();
        kidney.facts.onDialysis = true;
        kidney.renal = core::assessRenal(kidney.facts, today, shippedCatalogue().numbers());
        row("confusion on dialysis is one", rising(kidney), confused, "EMERGENCY VIS-1");
        row("hallucinations not asked (VIS-2)", rising(),
            with(askedToday(), [](core::Visit& visit) { visit.adverseEffects.pop_back(); }), "not assessed: psychosis");
        row("a grade 3 needs no more", rising(),
            with(askedToday(),
                 [](core::Visit& visit) {
                     visit.adverseEffects = {{"weakness", "", 3}};
                 }),
            "STEP-BACK VIS-2");
        row("doses taken not asked", rising(), taken(core::Adherence::notAsked), "not assessed: adherence_percent");
        row("no score", rising(),
            with(askedToday(),
                 [](core::Visit& visit) {
                     visit.nrsTenths.reset();
                     visit.mas.clear();
                 }),
            "not assessed: response");
        row("no plan", adult(), askedToday(), "not assessed: daily_mg");
        app::PatientRecord unmeasured = adult();
        unmeasured.facts.creatinines.clear();
        unmeasured.renal = core::assessRenal(unmeasured.facts, today, shippedCatalogue().numbers());
        row("no creatinine", steadyOn("30", "2026-11-01", unmeasured), askedToday(), "not assessed: creatinine");
        row("a responder needs no ceiling", steadyOn("30", "2026-11-01", unmeasured), nrs(30), "MAINTAIN VIS-5");
    }
    void theProposalFollowsRecordAndVisit() {
        QFETCH(const app::PatientRecord, record);
        QFETCH(const core::Visit, visit);
        QFETCH(const QString, found);
        QCOMPARE(outcome(assess(record, visit)), found);
    }

    void aGapOnDialysisIsJudgedOneClassLower() {
        const core::Visit stopped = with(askedToday(), [](core::Visit& visit) { visit.stoppedHours = 30; });
        app::PatientRecord record = steadyOn("60", "2026-01-05");
        QCOMPARE(assess(record, stopped).restart->finding.rule, core::RuleId("RST-1"));
        record.facts.onDialysis = true;
        record.facts.creatinines.clear();
        record.renal = core::assessRenal(record.facts, today, shippedCatalogue().numbers());
        QCOMPARE(assess(record, stopped).restart->finding.rule, core::RuleId("RST-2"));
    }

    void gradeTwoCountsFromTheVisitAtWhichEffectsWereAsked() {
        app::PatientRecord record = rising();
        record.visits = {firstVisit(), visitOn("2026-11-09", "graded"), visitOn("2026-11-16", "silent")};
        record.visits[1].adverseEffects = {{"drowsiness", "", 2}};
        const core::Visit again =
            with(askedToday(), [](core::Visit& visit) { visit.adverseEffects.front().grade = 2; });
        QCOMPARE(outcome(assess(record, again)), QStringLiteral("STEP-BACK VIS-3"));
        record.visits[2].adverseEffects = {{"drowsiness", "", 1}};
        QCOMPARE(outcome(assess(record, again)), QStringLiteral("HOLD VIS-3"));
        // The visit itself, stored and corrected, is not its own predecessor.
        record.visits = {firstVisit(), again};
        QCOMPARE(outcome(assess(record, again)), QStringLiteral("HOLD VIS-3"));
    }

    void theResponseIsAgainstTheFirstScores() {
        app::PatientRecord record = rising();
        record.visits = {firstVisit(80), visitOn("2026-11-09", "second")};
        record.visits[1].nrsTenths = 40;
        const app::VisitAssessment made = assess(record, askedToday());
        QCOMPARE(made.baselineOn, date("2026-10-30"));
        QVERIFY(made.response.by == core::DecidedBy::nrs);
        QCOMPARE(made.response.nrsChangeTenths, std::int64_t{250});
        QVERIFY(made.response.decided == core::ResponseClass::minimal);
    }

    void limitsAreTheLowestOfAll_data() {
        QTest::addColumn<app::PatientRecord>("record");
        QTest::addColumn<QString>("limits"); // start / increment every days / ceiling
        QTest::newRow("protocol") << rising() << QStringLiteral("15 / 5 every 7 / 80");
        QTest::newRow("R3, K about 50") << rising(adult("1980-05-01", 1'400)) << QStringLiteral("5 / 5 every 7 / 40");
        QTest::newRow("65 years") << rising(adult("1955-01-01", 700)) << QStringLiteral("10 / 5 every 7 / 40");
        QTest::newRow("without a plan the protocol that fits") << adult() << QStringLiteral("15 / 5 every 3 / 80");
        app::PatientRecord child = adult("2016-05-01");
        child.facts.weights = {{date("2026-11-01"), 24'000}};
        child.facts.heightMillimetres = 1'250;
        child.renal = core::assessRenal(child.facts, today, shippedCatalogue().numbers());
        QTest::newRow("a child of 24 kg")
            << steadyOn("20", "2026-11-01", child) << QStringLiteral("5 / 5 every 7 / 30");
        child.facts.weights.clear();
        // What goes by weight is the smallest amount while there is none.
        QTest::newRow("a child without a weight")
            << steadyOn("20", "2026-11-01", child) << QStringLiteral("5 / 5 every 7 / missing weight");
    }
    void limitsAreTheLowestOfAll() {
        QFETCH(const app::PatientRecord, record);
        QFETCH(const QString, limits);
        const app::DoseLimits found = app::doseLimits(record, shippedCatalogue(), today);
        QString ceiling = QStringLiteral("missing");
        for (const std::string& name : found.missing)
            ceiling += QLatin1Char(' ') + QString::fromStdString(name);
        if (found.ceiling)
            ceiling = QString::fromStdString(milligramText(*found.ceiling));
        QCOMPARE(QStringLiteral("%1 / %2 every %3 / %4")
                     .arg(QString::fromStdString(milligramText(found.start)),
                          QString::fromStdString(milligramText(found.increment)))
                     .arg(found.intervalDays)
                     .arg(ceiling),
                 limits);
    }

    // VIS-10, read off what was really taken: 45 twice fallen back to, once on either side of a revision.
    void theHighestToleratedDoseIsReadOffTheRecord() {
        core::TitrationInputs inputs = titration("2026-06-01", "40", "5", 7, "80");
        core::Plan plan = planned(inputs, "TAB10");
        plan = steppedBack(plan, date("2026-06-16")).value(); // 50 to 45
        app::PatientRecord record = adult();
        addRevision(record, plan);
        QCOMPARE(assess(record, askedToday()).inputs.atMaximumTolerated, false);
        addRevision(record, steppedBack(plan, date("2026-07-05")).value(), "2026-07-05"); // again 50 to 45
        const app::VisitAssessment made = assess(record, askedToday());
        QCOMPARE(made.inputs.dose, daily("45"));
        QCOMPARE(made.inputs.atMaximumTolerated, true);
        QCOMPARE(made.inputs.daysAtCeiling, today - date("2026-07-05"));
    }

    void worseSinceTheLastVisitOnTheSameDoseAsksFirst() {
        app::PatientRecord record = steadyOn("30", "2026-09-01");
        record.visits = {firstVisit(50)};
        const core::Visit worse = with(askedToday(), [](core::Visit& visit) { visit.nrsTenths = 60; });
        const app::VisitAssessment made = assess(record, worse);
        QVERIFY(made.inputs.suddenlyWorse.value());
        QVERIFY(made.decision.proposal == Proposal::increase);
        QCOMPARE(made.decision.beside.size(), std::size_t{1});
        QVERIFY(made.decision.beside.front().rule == core::RuleId("VIS-12"));
        // On a dose that changed since, the change explains it.
        record = steadyOn("30", "2026-11-10");
        record.visits = {firstVisit(50)};
        QVERIFY(!assess(record, worse).inputs.suddenlyWorse.value());
    }

    void theDiaryCountsTowardsAdherence() {
        app::PatientRecord record = steadyOn("30", "2026-11-01");
        record.visits = {firstVisit()};
        record.diary = {marked("2026-11-18", yes, no, no), marked("2026-11-19", yes, no, yes)};
        const app::VisitAssessment made = assess(record, askedToday());
        QCOMPARE(made.inputs.adherencePercent, 50);
        QCOMPARE(outcome(made), QStringLiteral("HOLD VIS-4")); // although all is what was said
    }

    void aGapIsWhatWasMissedInARow_data() {
        QTest::addColumn<QList<core::DiaryDay>>("diary");
        QTest::addColumn<int>("doses");
        QTest::addColumn<int>("hours");
        using Days = QList<core::DiaryDay>;
        QTest::newRow("nothing marked") << Days{} << 0 << 0;
        QTest::newRow("all taken") << Days{marked("2026-11-21", yes, yes, yes)} << 0 << 0;
        QTest::newRow("one missed") << Days{marked("2026-11-21", yes, yes, no)} << 0 << 0;
        QTest::newRow("two missed") << Days{marked("2026-11-21", yes, no, no)} << 2 << 24;
        QTest::newRow("five missed") << Days{marked("2026-11-20", yes, no, no), marked("2026-11-21", no, no, no)} << 5
                                     << 48;
        QTest::newRow("today too") << Days{marked("2026-11-21", yes, no, no), marked("2026-11-22", no, blank, blank)}
                                   << 3 << 32;
        QTest::newRow("taken again") << Days{marked("2026-11-20", no, no, no), marked("2026-11-21", no, no, yes)} << 0
                                     << 0;
        QTest::newRow("nobody knows when it began") << Days{marked("2026-11-21", no, no, no)} << 0 << 0;
        QTest::newRow("a hole in the marks ends it")
            << Days{marked("2026-11-19", yes, no, no), marked("2026-11-20", blank, blank, blank),
                    marked("2026-11-21", no, no, no)}
            << 0 << 0;
        QTest::newRow("the diary ends days ago") << Days{marked("2026-11-18", yes, no, no)} << 0 << 0;
    }
    void aGapIsWhatWasMissedInARow() {
        QFETCH(const QList<core::DiaryDay>, diary);
        QFETCH(const int, doses);
        QFETCH(const int, hours);
        app::PatientRecord record = steadyOn("60", "2026-09-01");
        record.diary.assign(diary.begin(), diary.end());
        const auto gap = app::diaryGap(record, today);
        QCOMPARE(gap ? gap->doses : 0, doses);
        QCOMPARE(gap ? gap->hours : 0, hours);
    }

    void aGapProposesARestart() {
        app::PatientRecord record = steadyOn("60", "2026-09-01");
        record.diary = {marked("2026-11-20", yes, no, no), marked("2026-11-21", no, no, no)};
        const app::VisitAssessment made = assess(record, askedToday());
        QVERIFY(made.restart.has_value());
        QCOMPARE(made.restart->dose, daily("30"));
        QVERIFY(made.restart->finding.rule == core::RuleId("RST-2"));
        const auto draft = app::draftRestart(made, record, shippedCatalogue(), today);
        QVERIFY(draft);
        QCOMPARE(draft->plan.stepOn(today)->daily(), daily("30"));
        QCOMPARE(draft->plan.steps.back().daily(), daily("60"));
        QVERIFY(draft->rules == std::vector<core::RuleId>{"RST-2"});

        record.diary = {marked("2026-11-21", yes, no, no)};
        const app::VisitAssessment shortGap = assess(record, askedToday());
        QVERIFY(shortGap.restart->action == core::RestartAction::resume);
        QVERIFY(!app::draftRestart(shortGap, record, shippedCatalogue(), today));
    }

    void choicesSayTheirDose() {
        app::PatientRecord record = rising();
        record.visits = {firstVisit()};
        const app::VisitAssessment made = assess(record, askedToday());
        QStringList found;
        for (const app::OfferedChoice& offer : app::offeredChoices(made, record, shippedCatalogue(), today)) {
            const QString dose = offer.dose ? QString::fromStdString(milligramText(*offer.dose)) : QStringLiteral("-");
            found << QString::fromLatin1(core::choiceName(offer.choice).data()) + QLatin1Char(' ') + dose +
                         (offer.proposed ? QStringLiteral(" *") : QString());
        }
        QCOMPARE(found,
                 QStringList({QStringLiteral("MAINTAIN 25"), QStringLiteral("INCREASE 30"), QStringLiteral("HOLD 25 *"),
                              QStringLiteral("TAPER-LOWER -"), QStringLiteral("STEP-BACK 20"),
                              QStringLiteral("STOP-AND-TAPER 0"), QStringLiteral("REFER-ITB 25")}));
        // Without a dose there is nothing to decide but an emergency.
        QVERIFY(app::offeredChoices(assess(adult(), askedToday()), adult(), shippedCatalogue(), today).empty());
    }

    void anIncreaseRebuildsTheRestOfThePlan() {
        app::PatientRecord record = rising();
        record.visits = {firstVisit()};
        const auto draft = draftOf(VisitChoice::increase, record, askedToday());
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->basedOn, record.active()->id);
        QCOMPARE((*draft)->effectiveFrom, today + 1);
        const core::Plan& plan = (*draft)->plan;
        QCOMPARE(plan.stepOn(today)->daily(), daily("25"));
        QCOMPARE(plan.stepOn(today + 1)->daily(), daily("30"));
        QCOMPARE(plan.stepOn(today + 7)->daily(), daily("30"));
        QCOMPARE(plan.stepOn(today + 8)->daily(), daily("35"));
        QCOMPARE(plan.steps.back().daily(), daily("60"));
        QVERIFY((*draft)->rules.front() == core::RuleId("VIS-6"));
    }

    // A plan that has reached its goal rises above it and stays there.
    void anIncreaseAboveTheGoalStaysOpen() {
        const auto draft = draftOf(VisitChoice::increase, steadyOn("30", "2026-11-01"), askedToday());
        QVERIFY(draft && *draft);
        const core::Plan& plan = (*draft)->plan;
        QCOMPARE(plan.steps.back().daily(), daily("35"));
        QVERIFY(plan.steps.back().span.isOpen());
        QCOMPARE(plan.steps.back().span.first, today + 1);
    }

    void aHoldMovesWhatWouldRise() {
        const core::Visit moderate =
            with(askedToday(), [](core::Visit& visit) { visit.adverseEffects.front().grade = 2; });
        const auto draft = draftOf(VisitChoice::hold, rising(), moderate);
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->plan.stepOn(today + 13)->daily(), daily("25"));
        // A dose that stays anyway is held without a new plan.
        const auto held = draftOf(VisitChoice::hold, steadyOn("30", "2026-11-01"), moderate);
        QVERIFY(held && !*held);
    }

    void aStepBackReturnsToTheDoseBefore() {
        const core::Visit severe = with(askedToday(), [](core::Visit& visit) {
            visit.adverseEffects = {{"weakness", "", 3}};
        });
        const auto draft = draftOf(VisitChoice::stepBack, rising(), severe);
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->plan.stepOn(today)->daily(), daily("20"));
        QVERIFY((*draft)->rules.front() == core::RuleId("VIS-2"));
        QVERIFY(!draftOf(VisitChoice::stepBack, steadyOn("15", "2026-11-01"), severe));
    }

    void stoppingIsATaper() {
        const app::PatientRecord record = steadyOn("60", "2026-01-05");
        const auto draft = draftOf(VisitChoice::stopAndTaper, record, askedToday());
        QVERIFY(draft && *draft);
        QVERIFY((*draft)->plan.kind() == core::PlanKind::taper);
        QVERIFY((*draft)->plan.stopDate().has_value());
        QCOMPARE((*draft)->plan.steps.front().span.first, today + 1);
        const auto lower = draftOf(VisitChoice::taperLower, record, askedToday());
        QVERIFY(lower && *lower);
        QVERIFY(!(*lower)->plan.stopDate());
        QCOMPARE((*lower)->plan.steps.back().daily(), daily("55"));
    }

    void someChoicesLeaveThePlanAlone() {
        for (const VisitChoice choice :
             {VisitChoice::maintain, VisitChoice::referForPump, VisitChoice::continueTaper, VisitChoice::emergency}) {
            const auto draft = draftOf(choice, rising(), askedToday());
            QVERIFY(draft && !*draft);
        }
    }

    // A visit that is corrected after another one has followed changes no plan any more.
    void onlyTheLatestVisitDraftsAPlan() {
        app::PatientRecord record = rising();
        record.visits = {firstVisit()};
        const core::Visit earlier = with(askedToday(), [](core::Visit& visit) { visit.on = date("2026-10-31"); });
        QVERIFY(assess(record, earlier).latest);
        record.visits.push_back(visitOn("2026-11-20", "later"));
        QVERIFY(!assess(record, earlier).latest);
        const auto draft = draftOf(VisitChoice::stepBack, record, earlier);
        QVERIFY(draft && !*draft);
    }

    void theProposalIsStoredAsItWasMade() {
        app::PatientRecord record = rising();
        record.visits = {firstVisit()};
        const app::VisitAssessment made = assess(record, askedToday());
        const core::DecidedVisit decided = app::proposalOf(made, shippedCatalogue());
        QVERIFY(decided.proposal == Proposal::hold);
        QVERIFY(decided.row == made.decision.row);
        QCOMPARE(decided.proposedDose, daily("25"));
        QCOMPARE(decided.ruleSetVersion, shippedCatalogue().ruleSetVersion());
        QVERIFY(!decided.choice && decided.who.empty());
    }
};

QTEST_GUILESS_MAIN(TestVisitAssistant)
#include "tst_visit_assistant.moc"
