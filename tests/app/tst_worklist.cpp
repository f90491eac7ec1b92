// The worklist of a clinic file: what is due over all patients, what was marked, and the figures.
#include "app/clinic_print.h"
#include "app/demo.h"
#include "app/planning.h"
#include "app/visits.h"
#include "app/worklist.h"
#include "counted_clinic.h"
#include "plan_values.h"
#include "storage/audit_store.h"
#include "test_clinic.h"
#include "wording/due_words.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

QString text(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QStringList entryTexts(const app::Worklist& worklist) {
    QStringList texts;
    for (const app::WorklistEntry& entry : worklist.entries())
        texts << QStringLiteral("%1 %2").arg(text(entry.surname), text(entry.item.key()));
    return texts;
}

void activate(TestClinic& clinic, const core::PatientId& patient, const core::PlanInputs& inputs) {
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
    form.newWeights = {{clinic.today(), 68'000}};
    form.newCreatinines = {{clinic.today(), 600, core::CreatinineUnit::mgPerDl, false}};
    form.patient.identity.birthDate = date("1980-01-01");
    return app::addPatient(clinic.session(), form).value();
}

void see(TestClinic& clinic, const core::PatientId& patient, int nrsTenths = 40) {
    core::Visit visit;
    visit.patient = patient;
    visit.on = clinic.today();
    visit.nrsTenths = nrsTenths;
    QVERIFY(app::saveVisit(clinic.session(), visit));
}

app::Worklist load(TestClinic& clinic) {
    return app::loadWorklist(clinic.session(), shippedCatalogue()).value();
}

core::DueItem firstItem(TestClinic& clinic) {
    return load(clinic).entries().front().item;
}

// 15 mg on 02-Nov-2026, 5 mg more each week to 45 mg; seen on that day.
core::PatientId rising(TestClinic& clinic, const std::string& surname = "Ferreira") {
    clinic.setToday("2026-11-02");
    const core::PatientId patient = add(clinic, surname);
    activate(clinic, patient, titration("2026-11-02", "15", "5", 7, "45"));
    see(clinic, patient);
    return patient;
}

} // namespace

class TestWorklist : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPatientsItemsStandInOneList() {
        TestClinic clinic("2026-11-02");
        rising(clinic, "Ferreira");
        const core::PatientId tapering = add(clinic, "Kowalski");
        activate(clinic, tapering, taper("2026-11-16", "60", 10, 7));
        add(clinic, "Untreated");
        clinic.setToday("2026-11-18");
        QCOMPARE(entryTexts(load(clinic)), (QStringList{QStringLiteral("Ferreira review 2026-11-16"),
                                                        QStringLiteral("Kowalski withdrawal-call 2026-11-16"),
                                                        QStringLiteral("Ferreira step-up 2026-11-23"),
                                                        QStringLiteral("Kowalski step-down 2026-11-23"),
                                                        QStringLiteral("Ferreira creatinine 2026-11-02")}));
    }

    void aMarkHidesOneOccasionOnly() {
        TestClinic clinic;
        const core::PatientId patient = rising(clinic);
        clinic.setToday("2026-11-17");
        QCOMPARE(QString::fromStdString(firstItem(clinic).key()), QStringLiteral("review 2026-11-16"));
        QVERIFY(app::markDone(clinic.session(), patient, firstItem(clinic)));
        QCOMPARE(entryTexts(load(clinic)), QStringList{QStringLiteral("Ferreira step-up 2026-11-23")});
        clinic.reopen();
        QCOMPARE(load(clinic).entries().size(), std::size_t{1});
        clinic.setToday("2026-12-01"); // the next review
        QCOMPARE(QString::fromStdString(firstItem(clinic).key()), QStringLiteral("review 2026-11-30"));
    }

    void whatWasPutOffComesBackByItself() {
        TestClinic clinic;
        const core::PatientId patient = rising(clinic);
        clinic.setToday("2026-11-17");
        QVERIFY(app::putOff(clinic.session(), patient, firstItem(clinic), date("2026-11-20")));
        clinic.setToday("2026-11-19");
        QVERIFY(!entryTexts(load(clinic)).contains(QStringLiteral("Ferreira review 2026-11-16")));
        clinic.setToday("2026-11-20");
        QVERIFY(entryTexts(load(clinic)).contains(QStringLiteral("Ferreira review 2026-11-16")));
    }

    void aMarkIsTakenBack() {
        TestClinic clinic;
        const core::PatientId patient = rising(clinic);
        clinic.setToday("2026-11-17");
        const core::DueItem item = firstItem(clinic);
        QVERIFY(app::markDone(clinic.session(), patient, item));
        QVERIFY(app::unmark(clinic.session(), patient, item));
        QCOMPARE(firstItem(clinic).key(), item.key());
    }

    void itCanOnlyBePutOffToALaterDay() {
        TestClinic clinic;
        const core::PatientId patient = rising(clinic);
        clinic.setToday("2026-11-17");
        const auto refused = app::putOff(clinic.session(), patient, firstItem(clinic), date("2026-11-17"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::outOfRange);
        QCOMPARE(load(clinic).entries().size(), std::size_t{2});
    }

    void marksAreInTheAuditTrail() {
        TestClinic clinic;
        const core::PatientId patient = rising(clinic);
        clinic.setToday("2026-11-17");
        QVERIFY(app::putOff(clinic.session(), patient, firstItem(clinic), date("2026-11-20")));
        const auto lines = clinic.session()
                               .read([&patient](storage::Database& database) {
                                   return storage::AuditStore(database).forPatient(patient);
                               })
                               .value();
        QCOMPARE(lines.back().entry.operation, std::string("mark-worklist"));
        QCOMPARE(lines.back().entry.subject, std::string("review 2026-11-16"));
        QVERIFY(lines.back().entry.after.contains("2026-11-20"));
        QVERIFY(clinic.session().verify());
    }

    void itsCauseGoneAnItemLeaves() {
        TestClinic clinic;
        const core::PatientId patient = rising(clinic);
        clinic.setToday("2026-11-17");
        app::Worklist worklist = load(clinic);
        QCOMPARE(worklist.entries().size(), std::size_t{2});
        see(clinic, patient);
        QVERIFY(app::refreshWork(clinic.session(), shippedCatalogue(), patient, worklist));
        QCOMPARE(entryTexts(worklist), QStringList{QStringLiteral("Ferreira step-up 2026-11-23")});
    }

    void onePatientReadAnewIsAsInTheWholeList() {
        QTemporaryDir folder;
        app::TaskMonitor monitor;
        app::DemoRequest request;
        request.today = date("2026-11-27");
        request.patients = 120;
        const QString path = folder.filePath(QStringLiteral("demo.lento"));
        QVERIFY(app::makeDemoClinic(path, request, shippedCatalogue(), monitor));
        app::Environment environment = app::Environment::ofThisComputer();
        environment.today = [] { return date("2026-11-27"); };
        environment.isOnNetwork = [](const QString&) { return false; };
        const auto session = app::Session::open(path, environment);
        QVERIFY(session);
        app::Worklist worklist = app::loadWorklist(**session, shippedCatalogue()).value();
        const QStringList before = entryTexts(worklist);
        QVERIFY(before.size() > 20); // a believable clinic has work
        for (const app::WorklistEntry& entry : worklist.entries()) {
            QVERIFY(!wording::dueToDo(entry.item).isEmpty());
            QVERIFY2(!wording::dueToDo(entry.item).contains(QLatin1Char('%')),
                     qPrintable(wording::dueToDo(entry.item)));
            QVERIFY2(!wording::dueBecause(entry.item).contains(QLatin1Char('%')),
                     qPrintable(wording::dueBecause(entry.item)));
            QVERIFY(app::refreshWork(**session, shippedCatalogue(), entry.patient, worklist));
        }
        QCOMPARE(entryTexts(worklist), before);
    }

    void figuresCountWhereEverybodyStands() {
        TestClinic clinic("2026-01-05");
        const core::PatientId steady = add(clinic, "Stable");
        activate(clinic, steady, titration("2026-01-05", "45", "5", 7, "45"));
        const core::PatientId down = add(clinic, "Tapering");
        activate(clinic, down, taper("2026-11-16", "60", 10, 7));
        rising(clinic, "Rising");
        clinic.setToday("2026-11-19");
        core::ClinicFigures figures = load(clinic).figures();
        QCOMPARE(figures.titrated, 1);
        QCOMPARE(figures.atMaximum, 0);
        QCOMPARE(figures.tapered, 1);
        QCOMPARE(figures.onHold, 0);
        QCOMPARE(figures.stable, 1);
        QCOMPARE(figures.unscored, 1); // nobody ever scored that one
        QVERIFY(!figures.overridesByRule.empty());

        const auto record = app::loadRecord(clinic.session(), shippedCatalogue(), down).value();
        app::Draft held = app::draftHold(record, clinic.today(), 7, shippedNumbers()).value();
        held.reason = "Spasms";
        const app::PlanningContext context = app::planningContext(shippedCatalogue(), record, clinic.today());
        QVERIFY(app::makeActive(clinic.session(), held, context));
        figures = load(clinic).figures();
        QCOMPARE(figures.tapered, 1);
        QCOMPARE(figures.onHold, 1);
        QCOMPARE(figures.pausedOrReversed, 1);

        clinic.setToday("2026-12-20"); // the titration is at its goal, on trial
        figures = load(clinic).figures();
        QCOMPARE(figures.titrated, 1);
        QCOMPARE(figures.atMaximum, 1);
        clinic.setToday("2027-01-25"); // 42 days after the goal
        QCOMPARE(load(clinic).figures().titrated, 0);
    }

    void figuresOfASmallClinicAreThoseCountedByHand() {
        CountedClinic clinic;
        app::Worklist worklist = app::loadWorklist(clinic.session(), clinic.catalogue()).value();
        const core::ClinicFigures figures = worklist.figures();
        const core::ClinicFigures counted = countedByHand();
        QCOMPARE(figures.titrated, counted.titrated);
        QCOMPARE(figures.atMaximum, counted.atMaximum);
        QCOMPARE(figures.tapered, counted.tapered);
        QCOMPARE(figures.onHold, counted.onHold);
        QCOMPARE(figures.pausedOrReversed, counted.pausedOrReversed);
        QCOMPARE(figures.stable, counted.stable);
        QCOMPARE(figures.unscored, counted.unscored);
        QCOMPARE(figures.overridesByRule, counted.overridesByRule);
    }

    // No patient is concerned, so the audit trail is where the sheet and its numbers stay.
    void figuresOnPaperAreInTheAuditTrail() {
        TestClinic clinic;
        app::ClinicPrint print{"clinic-figures", "A4", "pdf", clinic.today(), {}};
        print.figures.tapered = 4;
        print.figures.overridesByRule = {{"TAP-4", 3}};
        QVERIFY(app::recordClinicPrint(clinic.session(), print, "{\"pages\":1}"));
        std::optional<storage::AuditEntry> last;
        const auto read = clinic.session().read([&last](storage::Database& database) {
            storage::AuditStore(database).forEach([&last](storage::AuditLine&& line) {
                last = std::move(line.entry);
                return true;
            });
        });
        QVERIFY(read && last);
        QCOMPARE(last->operation, std::string("print-document"));
        QCOMPARE(last->subject, std::string("clinic-figures"));
        QCOMPARE(last->who, std::string("Dr A. Weber"));
        QVERIFY(!last->patient);
        for (const char* part : {"\"tapered\":4", "\"TAP-4\":3", "\"day\":\"2026-11-22\"", "\"pdf\""})
            QVERIFY2(last->after.contains(part), last->after.constData());
        QVERIFY(clinic.session().verify());
    }

    // The sheet itself stays, so that exactly that can be printed again.
    void figuresOnPaperAreKeptForAnExactReprint() {
        TestClinic clinic;
        app::ClinicPrint print{"clinic-figures", "A4", "pdf", clinic.today(), {}};
        QVERIFY(app::earlierClinicPrints(clinic.session(), "clinic-figures").value().empty());
        QVERIFY(app::recordClinicPrint(clinic.session(), print, "first"));
        clinic.setToday("2026-12-22");
        print.day = clinic.today();
        QVERIFY(app::recordClinicPrint(clinic.session(), print, "second"));
        const auto earlier = app::earlierClinicPrints(clinic.session(), "clinic-figures").value();
        QCOMPARE(earlier.size(), std::size_t{2});
        QCOMPARE(earlier.front().day, date("2026-12-22")); // newest first
        QCOMPARE(earlier.front().printedBy, std::string("Dr A. Weber"));
        QCOMPARE(app::printedClinicDocument(clinic.session(), earlier.back().id).value(), QByteArray("first"));
        QVERIFY(app::recordClinicReprint(clinic.session(), earlier.back().id, "printer"));
        const auto after = app::earlierClinicPrints(clinic.session(), "clinic-figures").value();
        QCOMPARE(after.size(), std::size_t{3});
        QCOMPARE(after.front().day, date("2026-11-22")); // counted then, printed now
        QCOMPARE(app::printedClinicDocument(clinic.session(), after.front().id).value(), QByteArray("first"));
        QVERIFY(app::earlierClinicPrints(clinic.session(), "another-sheet").value().empty());
        const auto missing = app::printedClinicDocument(clinic.session(), clinic.session().newId<core::RecordId>());
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, core::ErrorCode::recordMissing);
        const auto altered = clinic.session().perform(
            app::Operation::printDocument, {}, [](storage::Database& database) -> core::Result<void> {
                database.change("update clinic_document set document_json = 'another' where document_json = 'second'");
                return {};
            });
        QVERIFY(altered);
        const auto damaged = app::printedClinicDocument(clinic.session(), earlier.front().id);
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, core::ErrorCode::fileDamaged);
    }

    void aCancelledReadIsNoList() {
        TestClinic clinic;
        rising(clinic);
        app::TaskMonitor monitor;
        monitor.cancel();
        const auto read = app::loadWorklist(clinic.session(), shippedCatalogue(), &monitor);
        QVERIFY(!read);
        QCOMPARE(read.error().code, core::ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestWorklist)
#include "tst_worklist.moc"
