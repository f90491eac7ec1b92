// lento-cli on a clinic file: demo, patients, show, print, chart; exit codes and error lines by command-line.md.
#include "app/documents.h"
#include "app/patients.h"
#include "app/session.h"
#include "cli_call.h"
#include "report/document_json.h"

#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace lento;
using test::CliCall;

namespace {

const QString today = QStringLiteral("2026-11-22");

QStringList words(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CliClinicTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    // The command on the demo clinic.
    CliCall on(const QStringList& command) const {
        return test::call(
            command + QStringList{QStringLiteral("--file"), path("clinic.lento"), QStringLiteral("--today"), today});
    }
    CliCall on(const char* command, const QStringList& rest = {}) const { return on(words(command) + rest); }

    std::vector<app::Print> printsOf(const QString& patient) const {
        auto session = app::Session::openReadOnly(path("clinic.lento"), app::Environment::ofThisComputer());
        if (!session)
            qFatal("the clinic does not open");
        const auto index = app::loadPatientIndex(**session);
        return app::prints(**session, index->idAt(index->search(patient).row(0))).value();
    }

private Q_SLOTS:
    void initTestCase() {
        const CliCall made = on("demo --patients 20 --seed 1");
        QCOMPARE(made.err, QByteArray());
        QCOMPARE(made.exitCode, 0);
        QVERIFY(made.out.endsWith(": 20 invented patients, today 2026-11-22\n"));
    }

    void theListStandsInNameOrder() {
        const CliCall listed = on("patients --json");
        QCOMPARE(listed.exitCode, 0);
        const QJsonArray list = QJsonDocument::fromJson(listed.out).array();
        QCOMPARE(list.size(), 20);
        QStringList surnames;
        for (const QJsonValue& entry : list)
            surnames << entry[QLatin1String("surname")].toString();
        QVERIFY(surnames.indexOf(QStringLiteral("Achterberg")) < surnames.indexOf(QStringLiteral("Banerjee")));
        QVERIFY(surnames.indexOf(QStringLiteral("Kowalski")) < surnames.indexOf(QStringLiteral("Woźniak")));
        QCOMPARE(on("patients").lines().size(), 20);
    }

    void aSearchFindsByEveryWord_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArrayList>("found");
        QTest::newRow("name") << QStringLiteral("kowal") << QByteArrayList{"KOWALSKI, Maria"};
        QTest::newRow("accents folded, any order") << QStringLiteral("tomas ferr") << QByteArrayList{"FERREIRA, Tomás"};
        QTest::newRow("date of birth") << QStringLiteral("12.3.1961") << QByteArrayList{"KOWALSKI, Maria"};
        QTest::newRow("number") << QStringLiteral("483 926") << QByteArrayList{"KOWALSKI, Maria"};
        QTest::newRow("nobody") << QStringLiteral("zzzz") << QByteArrayList{};
    }
    void aSearchFindsByEveryWord() {
        QFETCH(QString, text);
        QFETCH(QByteArrayList, found);
        const CliCall listed = on("patients --search", {text});
        QCOMPARE(listed.exitCode, 0);
        QByteArrayList names;
        for (const QByteArray& line : listed.lines())
            names << line.left(line.indexOf('\t'));
        QCOMPARE(names, found);
        QCOMPARE(QJsonDocument::fromJson(on("patients --json --search", {text}).out).array().size(), found.size());
    }

    void aPatientIsShownByNumberIdOrWords() {
        const QJsonObject shown = on("show kowalski --json").json();
        QCOMPARE(shown[QLatin1String("age")].toInt(), 65);
        QCOMPARE(shown[QLatin1String("record_number")].toString(), QStringLiteral("483 926 0175"));
        QCOMPARE(shown[QLatin1String("today")][QLatin1String("daily_mg")].toInt(), 60);
        QCOMPARE(shown[QLatin1String("next_change")][QLatin1String("date")].toString(), QStringLiteral("2026-11-23"));
        QCOMPARE(shown[QLatin1String("next_change")][QLatin1String("daily_mg")].toInt(), 55);
        QCOMPARE(shown[QLatin1String("plans")].toArray().last()[QLatin1String("stop_date")].toString(),
                 QStringLiteral("2027-02-08"));
        const QJsonValue scores = shown[QLatin1String("scores")];
        for (const char* score : {"nrs", "gas_t", "ten_metre_walk_m_per_s", "twenty_five_foot_walk_s",
                                  "tardieu_r2_minus_r1_mean_degrees"}) {
            QVERIFY2(scores[QLatin1String(score)].isDouble(), score);
            QCOMPARE(scores[QLatin1String(score) + QStringLiteral("_on")].toString(), QStringLiteral("2026-11-14"));
        }
        QCOMPARE(on("show --json", {QStringLiteral("4839260175")}).json(), shown);
        QCOMPARE(on("show --json", {shown[QLatin1String("id")].toString()}).json(), shown);
        const QByteArray text = on("show kowalski").out;
        QVERIFY(text.startsWith("KOWALSKI, Maria\nBorn 12-Mar-1961 (65 y)"));
        QVERIFY(text.contains("Next: 55 mg/day on Mon 23-Nov-2026, 15 – 20 – 20\n"));
    }

    void whoHasNoPlanIsShownWithout() {
        const QJsonObject shown = on("show rossi --json").json();
        QVERIFY(shown[QLatin1String("today")].isNull());
        QVERIFY(shown[QLatin1String("plans")].toArray().isEmpty());
        QVERIFY(on("show rossi").out.contains("Today: no plan\n"));
    }

    // ITB-13, ITB-22
    void aPumpIsShownInMicrograms() {
        const CliCall words = on("show rossi");
        QVERIFY2(words.out.contains("Pump: ITB 310 mcg/day · refill by 01-Dec-2026, 1000 mcg/mL, alarm on "
                                    "06-Dec-2026\n"),
                 words.out.constData());
        const QJsonObject pump =
            QJsonDocument::fromJson(on("show rossi --json").out).object()[QLatin1String("pump")].toObject();
        QCOMPARE(pump[QLatin1String("daily_mcg")].toDouble(), 310.0);
        QCOMPARE(pump[QLatin1String("concentration_mcg_per_ml")].toDouble(), 1000.0);
        QCOMPARE(pump[QLatin1String("refill_by")].toString(), QStringLiteral("2026-12-01"));
        QCOMPARE(pump[QLatin1String("alarm_date")].toString(), QStringLiteral("2026-12-06"));
        QCOMPARE(pump[QLatin1String("days_left")].toInt(), 9);
        QVERIFY(QJsonDocument::fromJson(on("show kowalski --json").out).object()[QLatin1String("pump")].isNull());
        QVERIFY(!on("show kowalski").out.contains("Pump:"));
    }

    void aWrongCallEndsWithTwoAndOneLine_data() {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char* name, const QStringList& command, const char* line) {
            QTest::newRow(name) << command << QByteArray("lento-cli: ") + line + "\n";
        };
        row("no patient", words("show"), "show: PATIENT is missing");
        row("nobody", words("show zzzz"), "PATIENT: no patient is found by \"zzzz\"");
        row("unknown option", words("patients --colour"), "patients: Unknown option 'colour'.");
        row("too many words", words("patients a"), "patients: unexpected argument \"a\"");
        row("patients in words", words("demo --patients many"), "demo:--patients: \"many\" is not a whole number");
        row("no patients", words("demo --patients 0"), "demo:--patients: 0 is outside 1 to 1000000");
        row("seed below 0", words("demo --seed -1"), "demo:--seed: -1 is outside 0 to 4294967295");
        row("no sheet", words("print --patient kowalski --out x.pdf"),
            "print: which sheet is missing: calendar, steps, clinician, emergency, pump-withdrawal, pump-overdose, "
            "pump-sheet, wallet-card, pump-calendar");
        row("unknown sheet", words("print leaflet --patient kowalski --out x.pdf"),
            "print: \"leaflet\" is not known; known are: calendar, steps, clinician, emergency, pump-withdrawal, "
            "pump-overdose, pump-sheet, wallet-card, pump-calendar");
        row("no pump", words("print wallet-card --patient kowalski --out x.pdf"),
            "print: no pump is in place, or its fill or setting is not recorded");
        row("no pump, card", words("print pump-overdose --patient kowalski --out x.pdf"),
            "print: no pump is in place, or its fill or setting is not recorded");
        row("days of a card", words("print emergency --patient kowalski --out x.pdf --from 2026-12-01"),
            "print:--from: only for a sheet of a plan");
        row("draft of a card", words("print wallet-card --patient rossi --out x.pdf --draft"),
            "print:--draft: only for a sheet of a plan");
        row("no out", words("print steps --patient kowalski"), "print: --out is missing");
        row("print as picture", words("print steps --patient kowalski --out x.png"),
            "print:--out: expected a file name that ends in .pdf");
        row("paper", words("print steps --patient kowalski --out x.pdf --paper A3"),
            "print:--paper: \"a3\" is not known; known are: A4, Letter");
        row("from", words("print steps --patient kowalski --out x.pdf --from tomorrow"),
            "print:--from: \"tomorrow\" is not a date such as 2026-12-09");
        row("nothing planned", words("print steps --patient rossi --out x.pdf"), "print: there is no plan");
        row("nothing drafted", words("print steps --patient kowalski --out x.pdf --draft"),
            "print: no plan is being drafted");
        row("chart of nobody", words("chart --out x.png"), "chart: --patient is missing");
        row("chart as text", words("chart --patient kowalski --out x.txt"),
            "chart:--out: expected a file name that ends in .png, .svg or .pdf");
        row("range", words("chart --patient kowalski --out x.png --range 2w"),
            "chart:--range: \"2w\" is not known; known are: 3m, 1y, all");
    }
    void aWrongCallEndsWithTwoAndOneLine() {
        QFETCH(QStringList, command);
        QFETCH(QByteArray, line);
        const CliCall done = on(command);
        QCOMPARE(done.err, line);
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.out, QByteArray());
        QVERIFY(!QFile::exists(QStringLiteral("x.pdf")) && !QFile::exists(QStringLiteral("x.png")));
    }

    void aDayThatIsNoneIsRefused() {
        const CliCall done = test::call({QStringLiteral("patients"), QStringLiteral("--file"), path("clinic.lento"),
                                         QStringLiteral("--today"), QStringLiteral("22.11.2026")});
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.err,
                 QByteArray("lento-cli: patients:--today: \"22.11.2026\" is not a date such as 2026-12-09\n"));
    }

    void severalThatFitAreNamed() {
        const CliCall done = on("show o");
        QCOMPARE(done.exitCode, 2);
        QVERIFY(done.err.startsWith("lento-cli: PATIENT: \"o\" finds "));
        QVERIFY(done.err.contains("OKAFOR, Samuel"));
        QVERIFY(done.err.endsWith("; give a record number or an id\n"));
    }

    void theFileIsNeeded() {
        const CliCall done = test::call({QStringLiteral("patients")});
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.err, QByteArray("lento-cli: patients: --file is missing: it names the clinic file\n"));
    }

    void aFileThatCannotBeUsedEndsWithThree_data() {
        QTest::addColumn<QString>("command");
        for (const char* command : {"patients", "show kowalski", "print steps --patient kowalski --out x.pdf",
                                    "chart --patient kowalski --out x.png"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void aFileThatCannotBeUsedEndsWithThree() {
        QFETCH(QString, command);
        const auto with = [&](const QString& file) {
            return test::call(command.split(QLatin1Char(' ')) + QStringList{QStringLiteral("--file"), file});
        };
        const CliCall missing = with(path("none.lento"));
        QCOMPARE(missing.exitCode, 3);
        QVERIFY(missing.err.startsWith("lento-cli: " + path("none.lento").toUtf8() + ": "));
        QCOMPARE(missing.err.count('\n'), 1);
        QFile foreign(path("letter.txt"));
        QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("Dear colleague") > 0);
        foreign.close();
        QCOMPARE(with(foreign.fileName()).exitCode, 3);
        QCOMPARE(contentOf(foreign.fileName()), QByteArray("Dear colleague"));
    }

    void aDemoNeverReplacesAFile() {
        const QByteArray before = contentOf(path("clinic.lento"));
        const CliCall done = on("demo --patients 3");
        QCOMPARE(done.exitCode, 3);
        QCOMPARE(done.err.count('\n'), 1);
        QCOMPARE(contentOf(path("clinic.lento")), before);
    }

    void aSheetIsWrittenAndKeptUnderDocuments_data() {
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QString>("paper");
        QTest::newRow("calendar, A4") << QStringLiteral("calendar") << QStringLiteral("A4");
        QTest::newRow("steps, Letter") << QStringLiteral("steps") << QStringLiteral("Letter");
        QTest::newRow("clinician, A4") << QStringLiteral("clinician") << QStringLiteral("A4");
    }
    void aSheetIsWrittenAndKeptUnderDocuments() {
        QFETCH(QString, sheet);
        QFETCH(QString, paper);
        const std::size_t before = printsOf(QStringLiteral("kowalski")).size();
        const QString out = path("sheet.pdf");
        const CliCall done =
            on({QStringLiteral("print"), sheet, QStringLiteral("--patient"), QStringLiteral("kowalski"),
                QStringLiteral("--out"), out, QStringLiteral("--paper"), paper});
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(done.exitCode, 0);
        QVERIFY(contentOf(out).startsWith("%PDF-"));
        const auto prints = printsOf(QStringLiteral("kowalski"));
        QCOMPARE(prints.size(), before + 1);
        const app::Print& kept = prints.front();
        QCOMPARE(kept.kind, sheet.toStdString());
        QCOMPARE(kept.paper, paper.toStdString());
        QCOMPARE(kept.destination, std::string("pdf"));
        QVERIFY(kept.revision);
        auto session = app::Session::openReadOnly(path("clinic.lento"), app::Environment::ofThisComputer());
        QVERIFY(session);
        const auto stored = app::printedDocument(**session, kept.id);
        QVERIFY(stored);
        const auto document = report::documentFromJson(*stored);
        QVERIFY(document);
        QCOMPARE(static_cast<int>(document->pages.size()), kept.pages);
        QVERIFY(report::toText(*document).contains(QLatin1String("KOWALSKI")));
    }

    // ITB-19, ITB-20, PAT-16: what needs no plan.
    void aPaperOfThePumpIsWrittenAndKept_data() {
        QTest::addColumn<QString>("patient");
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* patient, const char* sheet, const char* kind, const char* says) {
            QTest::addRow("%s of %s", sheet, patient) << QString::fromLatin1(patient) << QString::fromLatin1(sheet)
                                                      << QString::fromLatin1(kind) << QString::fromUtf8(says);
        };
        row("rossi", "pump-withdrawal", "emergency", "Baclofen pump: withdrawal");
        row("rossi", "pump-overdose", "emergency", "Stop or empty the pump.");
        row("rossi", "emergency", "emergency", "Baclofen: no plan is recorded.");
        row("kowalski", "emergency", "emergency", "Call 112");
        row("rossi", "pump-sheet", "pump-sheet", "Two tones: the pump is empty or has stopped.");
        row("rossi", "wallet-card", "wallet-card", "BACLOFEN PUMP");
        row("rossi", "pump-calendar", "pump-calendar", "My pump calendar");
        row("rossi", "calendar", "pump-calendar", "Next refill: Tue 01-Dec-2026 or before");
    }
    void aPaperOfThePumpIsWrittenAndKept() {
        QFETCH(QString, patient);
        QFETCH(QString, sheet);
        QFETCH(QString, kind);
        QFETCH(QString, says);
        const QString out = path("paper.pdf");
        const CliCall done = on({QStringLiteral("print"), sheet, QStringLiteral("--patient"), patient,
                                 QStringLiteral("--out"), out, QStringLiteral("--paper"), QStringLiteral("letter")});
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.out, out.toUtf8() + ": 1 page\n");
        const app::Print kept = printsOf(patient).front();
        QCOMPARE(kept.kind, kind.toStdString());
        QCOMPARE(kept.paper, std::string("Letter"));
        auto session = app::Session::openReadOnly(path("clinic.lento"), app::Environment::ofThisComputer());
        QVERIFY(session);
        const auto document = report::documentFromJson(app::printedDocument(**session, kept.id).value());
        QVERIFY(document);
        const QString text = report::toText(*document);
        QVERIFY2(text.contains(says), qPrintable(text));
        if (sheet != QLatin1String("emergency") && !kind.endsWith(QLatin1String("calendar")))
            QVERIFY2(QString(text).replace(QChar(0xa0), u' ').contains(QStringLiteral("310 mcg")), qPrintable(text));
    }

    void onlyTheDaysAskedForArePrinted() {
        const QString out = path("part.pdf");
        const CliCall done =
            on({QStringLiteral("print"), QStringLiteral("calendar"), QStringLiteral("--patient"),
                QStringLiteral("kowalski"), QStringLiteral("--out"), out, QStringLiteral("--from"),
                QStringLiteral("2026-12-01"), QStringLiteral("--until"), QStringLiteral("2026-12-31")});
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(done.out, out.toUtf8() + ": 1 page\n");
    }

    void aLanguageThatThereIsNotIsRefused() {
        const QString out = path("lang.pdf");
        const CliCall done = on({QStringLiteral("print"), QStringLiteral("steps"), QStringLiteral("--patient"),
                                 QStringLiteral("kowalski"), QStringLiteral("--out"), out, QStringLiteral("--lang"),
                                 QStringLiteral("tlh")});
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.err.count('\n'), 1);
        QVERIFY(!QFile::exists(out));
    }

    void aFileOpenElsewhereIsReadAndSaysSo() {
        auto other = app::Session::open(path("clinic.lento"), app::Environment::ofThisComputer());
        QVERIFY(other);
        const QString out = path("beside.pdf");
        const CliCall done = on({QStringLiteral("print"), QStringLiteral("steps"), QStringLiteral("--patient"),
                                 QStringLiteral("smith"), QStringLiteral("--out"), out});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(done.err.contains("not noted under Documents"));
        QVERIFY(QFile::exists(out));
        QCOMPARE(on("patients --search smith").exitCode, 0);
    }

    void aChartIsAPictureOfTheRange_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
    }
    void aChartIsAPictureOfTheRange() {
        QFETCH(QString, ending);
        QFETCH(QByteArray, begins);
        QByteArrayList pictures;
        for (const char* range : {"3m", "1y", "all"}) {
            const QString out = path("chart.") + ending;
            const CliCall done = on({QStringLiteral("chart"), QStringLiteral("--patient"), QStringLiteral("kowalski"),
                                     QStringLiteral("--out"), out, QStringLiteral("--range"), QLatin1String(range)});
            QCOMPARE(done.err, QByteArray());
            QCOMPARE(done.exitCode, 0);
            pictures << contentOf(out);
            QVERIFY(pictures.last().startsWith(begins));
        }
        QVERIFY(pictures[0] != pictures[1] && pictures[1] != pictures[2]);
    }

    void aChartNamesNobodyUnlessAsked() {
        const QString out = path("named.svg");
        QCOMPARE(on({QStringLiteral("chart"), QStringLiteral("--patient"), QStringLiteral("kowalski"),
                     QStringLiteral("--out"), out})
                     .exitCode,
                 0);
        QVERIFY(!contentOf(out).contains("KOWALSKI"));
        QCOMPARE(on({QStringLiteral("chart"), QStringLiteral("--patient"), QStringLiteral("kowalski"),
                     QStringLiteral("--named"), QStringLiteral("--out"), out})
                     .exitCode,
                 0);
        QVERIFY(contentOf(out).contains("KOWALSKI"));
    }

    void everyCommandHasHelp_data() {
        QTest::addColumn<QString>("command");
        for (const char* command : {"demo", "patients", "show", "print", "chart"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void everyCommandHasHelp() {
        QFETCH(QString, command);
        const CliCall done = test::call({command, QStringLiteral("--help")});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(done.out.contains("--file"));
        QVERIFY(test::call({QStringLiteral("--help")}).out.contains("\n  " + command.toUtf8()));
    }
};

QTEST_MAIN(CliClinicTest)
#include "tst_cli_clinic.moc"
