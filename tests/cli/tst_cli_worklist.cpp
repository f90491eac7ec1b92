// lento-cli worklist: what is due and the figures of a clinic small enough to count by hand.
#include "app/planning.h"
#include "app/visits.h"
#include "cli_call.h"
#include "counted_clinic.h"
#include "plan_values.h"
#include "test_clinic.h"

#include <QJsonArray>
#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using namespace Qt::Literals::StringLiterals;

namespace {

void follow(TestClinic& clinic, const core::PatientId& patient, const core::PlanInputs& inputs) {
    const auto record = app::loadRecord(clinic.session(), shippedCatalogue(), patient).value();
    const app::PlanningContext context = app::planningContext(shippedCatalogue(), record, clinic.today());
    app::PlanView view = app::plan(inputs, products("TAB10"), context).value();
    const std::vector<core::Finding> findings = view.findings;
    app::Draft draft = app::draftNew(record, std::move(view.plan));
    draft.reason = "As agreed";
    for (const core::Finding& finding : core::unanswered(findings, {}))
        draft.overrides.push_back(
            {finding.rule, finding.fingerprint(), "Agreed", "Dr A. Weber", "2026-01-01T00:00:00Z"});
    QVERIFY(app::makeActive(clinic.session(), draft, context));
}

core::PatientId add(TestClinic& clinic, const std::string& surname) {
    app::PatientForm form = TestClinic::form(surname);
    form.patient.identity.birthDate = date("1980-01-01");
    form.newWeights = {{clinic.today(), 68'000}};
    form.newCreatinines = {{clinic.today(), 600, core::CreatinineUnit::mgPerDl, false}};
    return app::addPatient(clinic.session(), form).value();
}

} // namespace

class CliWorklistTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestClinic> m_clinic;

    CliCall worklist(const QStringList& more) const {
        return test::call(QStringList{u"worklist"_s, u"--file"_s, m_clinic->path(), u"--today"_s, u"2026-11-19"_s} +
                          more);
    }

private Q_SLOTS:
    // Two steady since January, one of them scored in November; one falling and on hold, one rising, one untreated.
    void initTestCase() {
        m_clinic = std::make_unique<TestClinic>("2026-01-05");
        TestClinic& clinic = *m_clinic;
        follow(clinic, add(clinic, "Unscored"), titration("2026-01-05", "45", "5", 7, "45"));
        const core::PatientId scored = add(clinic, "Scored");
        follow(clinic, scored, titration("2026-01-05", "30", "5", 7, "30"));
        add(clinic, "Untreated");
        clinic.setToday("2026-11-02");
        follow(clinic, add(clinic, "Rising"), titration("2026-11-02", "15", "5", 7, "45"));
        core::Visit visit;
        visit.patient = scored;
        visit.on = clinic.today();
        visit.nrsTenths = 30;
        QVERIFY(app::saveVisit(clinic.session(), visit));
        const core::PatientId falling = add(clinic, "Falling");
        follow(clinic, falling, taper("2026-11-09", "60", 10, 7));
        clinic.setToday("2026-11-17");
        const auto record = app::loadRecord(clinic.session(), shippedCatalogue(), falling).value();
        app::Draft held = app::draftHold(record, clinic.today(), 7, shippedNumbers()).value();
        held.reason = "Spasms";
        QVERIFY(
            app::makeActive(clinic.session(), held, app::planningContext(shippedCatalogue(), record, clinic.today())));
        clinic.setToday("2026-11-19");
    }

    void theFiguresAreThoseCountedByHand() {
        const CliCall made = worklist({u"--figures"_s, u"--json"_s});
        QCOMPARE(made.err, QByteArray());
        const QJsonObject figures = made.json();
        const auto number = [&figures](QLatin1StringView name) { return figures[name].toInt(-1); };
        QCOMPARE(number("titrated"_L1), 1);
        QCOMPARE(number("at_highest_dose"_L1), 0);
        QCOMPARE(number("tapered"_L1), 1);
        QCOMPARE(number("on_hold"_L1), 1);
        QCOMPARE(number("paused_or_reversed"_L1), 1);
        QCOMPARE(number("stable"_L1), 2);
        QCOMPARE(number("without_score"_L1), 1);
        // Each that was answered when its plan was made active.
        QMap<QString, int> overrides;
        for (const QJsonValue& each : figures["overrides"_L1].toArray())
            overrides[each["rule"_L1].toString()] = each["times"_L1].toInt();
        QVERIFY(!overrides.isEmpty());
        for (const int times : overrides)
            QVERIFY(times > 0);
        const QByteArray lines = worklist({u"--figures"_s}).out;
        QVERIFY2(
            lines.startsWith("Being titrated\t1\tat the highest dose of the plan\t0\nBeing tapered\t1\ton hold\t1\t"),
            lines.constData());
    }

    // Eleven courses and each override, as counted_clinic.h counts them.
    void theFiguresOfEveryCourseAreThoseCountedByHand() {
        CountedClinic clinic;
        clinic.close();
        const CliCall made = test::call(
            {u"worklist"_s, u"--file"_s, clinic.path(), u"--today"_s, u"2026-11-22"_s, u"--figures"_s, u"--json"_s});
        QCOMPARE(made.err, QByteArray());
        const QJsonObject figures = made.json();
        const auto number = [&figures](QLatin1StringView name) { return figures[name].toInt(-1); };
        const core::ClinicFigures counted = countedByHand();
        QCOMPARE(number("titrated"_L1), counted.titrated);
        QCOMPARE(number("at_highest_dose"_L1), counted.atMaximum);
        QCOMPARE(number("tapered"_L1), counted.tapered);
        QCOMPARE(number("on_hold"_L1), counted.onHold);
        QCOMPARE(number("paused_or_reversed"_L1), counted.pausedOrReversed);
        QCOMPARE(number("stable"_L1), counted.stable);
        QCOMPARE(number("without_score"_L1), counted.unscored);
        std::vector<std::pair<std::string, std::int64_t>> overrides;
        for (const QJsonValue& each : figures["overrides"_L1].toArray())
            overrides.emplace_back(each["rule"_L1].toString().toStdString(), each["times"_L1].toInteger());
        QCOMPARE(overrides, counted.overridesByRule);
    }

    void whatIsDueIsListed() {
        const CliCall made = worklist({u"--json"_s});
        QCOMPARE(made.err, QByteArray());
        const QJsonArray entries = QJsonDocument::fromJson(made.out).array();
        QStringList found;
        for (const QJsonValue& entry : entries)
            found << QStringLiteral("%1 %2 %3")
                         .arg(entry["name"_L1].toString(), entry["kind"_L1].toString(), entry["rule"_L1].toString());
        QVERIFY2(found.contains(u"RISING, Maria review TIT-11"_s), qPrintable(found.join(u'\n')));
        QVERIFY2(found.contains(u"FALLING, Maria taper-visit TAP-16"_s), qPrintable(found.join(u'\n')));
        QCOMPARE(worklist({}).lines().size(), entries.size());
    }

    void nothingIsListedOfAFileThatIsNone() {
        const CliCall made = test::call({u"worklist"_s, u"--file"_s, m_clinic->path() + u"x"_s});
        QCOMPARE(made.exitCode, 3);
        QVERIFY(made.out.isEmpty());
    }
};

QTEST_MAIN(CliWorklistTest)
#include "tst_cli_worklist.moc"
