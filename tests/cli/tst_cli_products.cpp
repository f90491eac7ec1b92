// lento-cli on a clinic with products of its own (FRM-1) and a region: plans from a request, what is shown and printed
// of a patient who takes such a product.
#include "app/clinic_settings.h"
#include "app/documents.h"
#include "app/patients.h"
#include "app/planning.h"
#include "app/session.h"
#include "cli_call.h"
#include "clinic_products.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

const QByteArray request =
    R"({"plan":"titration","start":"2026-11-23","start_mg":25,"increment_mg":25,"interval_days":7,
    "goal_mg":50,"doses_per_day":2,"split":"equal","single_dose_cap_mg":50,"products":["Baclo"]})";

} // namespace

class CliProductsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_id;

    QString file() const { return m_folder.filePath(QStringLiteral("clinic.lento")); }
    QStringList plan() const { return {QStringLiteral("plan"), QStringLiteral("--file"), file()}; }

private Q_SLOTS:
    void initTestCase() {
        app::Environment environment = app::Environment::ofThisComputer();
        environment.today = [] { return date("2026-11-22"); };
        app::NewClinic clinic;
        clinic.name = "Test clinic";
        clinic.region = core::Region::us;
        const auto session = app::Session::create(file(), clinic, environment).value();
        app::ProductEdits edits;
        edits.added = {clinicTablet("25", false, "Baclo")};
        m_id = edits.added.front().product.id;
        QVERIFY(app::saveProducts(*session, edits));
        const content::Catalogue catalogue = app::clinicCatalogue(*session, content::Catalogue::load().value()).value();

        app::PatientForm form;
        form.patient.identity.surname = "Kowalski";
        form.patient.identity.birthDate = date("1961-03-12");
        form.patient.identity.recordNumber = "77";
        const core::PatientId patient = app::addPatient(*session, form).value();
        const auto record = app::loadRecord(*session, catalogue, patient).value();
        core::TitrationInputs inputs;
        inputs.start = date("2026-11-23");
        inputs.startDose = daily("25");
        inputs.increment = daily("25");
        inputs.goal = daily("50");
        inputs.intervalDays = 7;
        const auto context = app::planningContext(catalogue, record, date("2026-11-22"));
        app::PlanView view =
            app::plan(inputs, core::ProductSet::of({*catalogue.product(m_id)}).value(), context).value();
        app::Draft draft = app::draftNew(record, view.plan);
        draft.reason = "As agreed";
        for (const core::Finding& finding : core::unanswered(view.findings, {}))
            draft.overrides.push_back({finding.rule, finding.fingerprint(), "Agreed", "Dr A. Weber", "2026-11-22"});
        QVERIFY(app::makeActive(*session, draft, context));
        core::Dispensed handedOut;
        handedOut.patient = patient;
        handedOut.on = date("2026-11-22");
        handedOut.productId = m_id;
        handedOut.tablets = 28;
        QVERIFY(app::recordDispensed(*session, handedOut));
    }

    void aRequestNamesTheClinicsProduct_data() {
        QTest::addColumn<QByteArray>("product");
        QTest::newRow("by the clinic's name") << QByteArray("Baclo");
        QTest::newRow("by its id") << QByteArray::fromStdString(m_id);
    }
    void aRequestNamesTheClinicsProduct() {
        QFETCH(const QByteArray, product);
        const CliCall made = test::call(plan(), QByteArray(request).replace("Baclo", product));
        QCOMPARE(made.err, QByteArray());
        const QJsonObject unit = made.json()[QLatin1String("supply")][0].toObject();
        QCOMPARE(unit[QLatin1String("name")].toString(), QStringLiteral("Baclo"));
        QCOMPARE(unit[QLatin1String("product")].toString(), QString::fromStdString(m_id));
        QVERIFY(unit[QLatin1String("tablets")].toInt() > 0);
    }

    void withoutTheClinicNobodyKnowsIt() {
        const CliCall made = test::call({QStringLiteral("plan")}, request);
        QCOMPARE(made.exitCode, 2);
        QVERIFY2(made.err.contains("Baclo"), made.err.constData());
        QVERIFY(made.out.isEmpty());
    }

    void aFileThatIsNoClinicIsTheFilesFault() {
        const CliCall made =
            test::call({QStringLiteral("plan"), QStringLiteral("--file"), file() + QStringLiteral("x")}, request);
        QCOMPARE(made.exitCode, 3);
        QVERIFY2(made.err.contains("clinic.lentox"), made.err.constData());
    }

    // Section 0: a patient without a region is one of the clinic's.
    void theRegionIsTheClinics_data() {
        QTest::addColumn<bool>("withFile");
        QTest::addColumn<QByteArray>("patient");
        QTest::addColumn<QString>("action");
        QTest::newRow("of the clinic (US)") << true << QByteArray() << QStringLiteral("WARN");
        QTest::newRow("said otherwise") << true << QByteArray(",\"region\":\"UK\"") << QStringLiteral("BLOCK-OVR");
        QTest::newRow("without a clinic") << false << QByteArray() << QStringLiteral("BLOCK-OVR");
    }
    void theRegionIsTheClinics() {
        QFETCH(const bool, withFile);
        QFETCH(const QByteArray, patient);
        QFETCH(const QString, action);
        const QByteArray asked = QByteArray(request)
                                     .replace("\"Baclo\"", "\"TAB10\"")
                                     .replace("\"plan\":", "\"patient\":{\"conditions\":[\"peptic-ulcer-active\"]" +
                                                               patient + "},\"plan\":");
        const CliCall made = test::call(withFile ? plan() : QStringList{QStringLiteral("plan")}, asked);
        QCOMPARE(made.err, QByteArray());
        QString found;
        for (const QJsonValue& finding : made.json()[QLatin1String("findings")].toArray()) {
            if (finding[QLatin1String("rule")].toString() == QLatin1String("SAF-2"))
                found = finding[QLatin1String("action")].toString();
        }
        QCOMPARE(found, action);
    }

    void whatThePatientTakesIsShownAndPrinted() {
        const QString day = QStringLiteral("2026-11-24");
        const CliCall shown = test::call({QStringLiteral("show"), QStringLiteral("77"), QStringLiteral("--json"),
                                          QStringLiteral("--file"), file(), QStringLiteral("--today"), day});
        QCOMPARE(shown.err, QByteArray());
        const QJsonArray supply = shown.json()[QLatin1String("supply")].toArray();
        QCOMPARE(supply.size(), 1);
        QCOMPARE(supply[0][QLatin1String("name")].toString(), QStringLiteral("Baclo"));
        QCOMPARE(supply[0][QLatin1String("product")].toString(), QString::fromStdString(m_id));
        const QString pdf = m_folder.filePath(QStringLiteral("calendar.pdf"));
        const CliCall printed = test::call({QStringLiteral("print"), QStringLiteral("calendar"),
                                            QStringLiteral("--patient"), QStringLiteral("77"), QStringLiteral("--out"),
                                            pdf, QStringLiteral("--file"), file(), QStringLiteral("--today"), day});
        QCOMPARE(printed.err, QByteArray());
        QCOMPARE(printed.exitCode, 0);
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY2(text.contains(QStringLiteral("25 mg tablet")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("25 mg a day on 24-Nov to 50 mg a day on 30-Nov")), qPrintable(text));
    }
};

QTEST_MAIN(CliProductsTest)
#include "tst_cli_products.moc"
