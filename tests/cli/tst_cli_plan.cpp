// lento-cli plan: answers as command-line.md says, one error line for each wrong call, and nothing half-written.
#include "cli_call.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace lento;
using test::CliCall;

namespace {

const QByteArray taper = "{\"plan\":\"taper\",\"start\":\"2026-01-05\",\"from_mg\":60,\"model\":\"percent-of-start\","
                         "\"percent\":10,\"interval_days\":7,\"final_mg\":5,\"goal_mg\":0,\"doses_per_day\":3,"
                         "\"split\":\"equal\",\"products\":[\"TAB10\"]}";
const QByteArray titration = "{\"plan\":\"titration\",\"start\":\"2026-02-26\",\"start_mg\":15,\"increment_mg\":15,"
                             "\"interval_days\":3,\"goal_mg\":60,\"doses_per_day\":3,\"split\":\"equal\","
                             "\"products\":[\"TAB10\",\"TAB20\"]}";

CliCall plan(const QByteArray& request) {
    return test::call({QStringLiteral("plan")}, request);
}

// `base` with one part replaced; fails the test when the part is not there.
QByteArray with(const QByteArray& base, const QByteArray& from, const QByteArray& to) {
    QByteArray text = base;
    if (!text.contains(from))
        qFatal("%s is not in the request", from.constData());
    return text.replace(from, to);
}

QJsonValue step(const CliCall& call, int number) {
    return call.json().value(QLatin1String("steps")).toArray().at(number - 1);
}

QStringList rules(const CliCall& call, const QString& action) {
    QStringList found;
    for (const QJsonValue& finding : call.json().value(QLatin1String("findings")).toArray())
        if (finding[QLatin1String("action")].toString() == action)
            found.append(finding[QLatin1String("rule")].toString());
    return found;
}

} // namespace

class CliPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerReadsInItsOrder() {
        const CliCall done = plan(taper);
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(done.exitCode, 0);
        const qsizetype quantum = done.out.indexOf("\"quantum_mg\": 5");
        const qsizetype steps = done.out.indexOf("\"steps\"");
        const qsizetype stop = done.out.indexOf("\"stop_date\": \"2026-03-23\"");
        const qsizetype supply = done.out.indexOf("\"supply\"");
        const qsizetype findings = done.out.indexOf("\"findings\"");
        QVERIFY(0 < quantum && quantum < steps && steps < stop && stop < supply && supply < findings);
        QVERIFY(done.out.endsWith("}\n"));
    }

    void aStepTellsDosesPiecesAndDrop() {
        const QJsonValue first = step(plan(taper), 1);
        const QByteArray expected =
            "{\"from\":\"2026-01-05\",\"to\":\"2026-01-11\",\"daily_mg\":55,\"doses\":["
            "{\"time\":\"morning\",\"mg\":15,\"units\":[{\"product\":\"TAB10\",\"whole\":1,\"half\":1}]},"
            "{\"time\":\"midday\",\"mg\":20,\"units\":[{\"product\":\"TAB10\",\"whole\":2,\"half\":0}]},"
            "{\"time\":\"evening\",\"mg\":20,\"units\":[{\"product\":\"TAB10\",\"whole\":2,\"half\":0}]}],"
            "\"drop_mg\":5,\"drop_percent_of_current\":8.3}";
        QCOMPARE(first.toObject(), QJsonDocument::fromJson(expected).object());
        const QByteArray last = "{\"from\":\"2026-03-23\",\"to\":null,\"daily_mg\":0,\"doses\":[],\"drop_mg\":5,"
                                "\"drop_percent_of_current\":100}";
        QCOMPARE(step(plan(taper), 12).toObject(), QJsonDocument::fromJson(last).object());
    }

    void aTitrationHasNeitherStopNorDrops() {
        const QJsonObject answer = plan(titration).json();
        QVERIFY(!answer.contains(QLatin1String("stop_date")));
        QCOMPARE(answer.value(QLatin1String("steps")).toArray().size(), 4);
        QVERIFY(answer.value(QLatin1String("steps"))[3][QLatin1String("to")].isNull());
        QVERIFY(answer.value(QLatin1String("steps"))[3][QLatin1String("drop_mg")].isUndefined());
    }

    void aLiquidIsMeasuredInMillilitres() {
        const CliCall done = plan(with(with(taper, "\"TAB10\"", "\"SUS5\""), "\"from_mg\":60", "\"from_mg\":37.5"));
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.json().value(QLatin1String("quantum_mg")).toDouble(), 0.5);
        const QJsonValue unit = step(done, 1)[QLatin1String("doses")][2][QLatin1String("units")][0];
        QCOMPARE(unit[QLatin1String("product")].toString(), QStringLiteral("SUS5"));
        QVERIFY(unit[QLatin1String("ml")].toDouble() > 0);
        QCOMPARE(unit.toObject().size(), 2);
        QVERIFY(done.json().value(QLatin1String("supply"))[0][QLatin1String("ml")].toDouble() > 0);
    }

    void aBareQuantumHasNoPieces() {
        const CliCall done = plan(with(taper, "\"products\":[\"TAB10\"]", "\"quantum_mg\":2.5"));
        QCOMPARE(done.exitCode, 0);
        QVERIFY(!done.json().contains(QLatin1String("supply")));
        QVERIFY(step(done, 1)[QLatin1String("doses")][0][QLatin1String("units")].isUndefined());
    }

    void halvesAreAllowedAndForbidden() {
        QCOMPARE(plan(with(taper, "\"TAB10\"", "{\"id\":\"TAB10\",\"halves\":false}"))
                     .json()
                     .value(QLatin1String("quantum_mg"))
                     .toDouble(),
                 10.0);
        QCOMPARE(plan(with(taper, "\"TAB10\"", "{\"id\":\"TAB5\",\"halves\":true},\"TAB10\""))
                     .json()
                     .value(QLatin1String("quantum_mg"))
                     .toDouble(),
                 2.5);
    }

    void aProtocolFillsWhatIsNotGiven() {
        const QByteArray request =
            "{\"plan\":\"titration\",\"protocol\":\"ORAL-ADULT-GRADUAL\",\"start\":\"2026-03-02\","
            "\"goal_mg\":30,\"interval_days\":7,\"products\":[\"TAB10\"]}";
        const CliCall done = plan(request);
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(done.json().value(QLatin1String("steps")).toArray().size(), 4);
        QCOMPARE(step(done, 1)[QLatin1String("to")].toString(), QStringLiteral("2026-03-08"));
        QCOMPARE(step(done, 1)[QLatin1String("doses")].toArray().size(), 3);
        QCOMPARE(step(done, 2)[QLatin1String("daily_mg")].toDouble(), 20.0);
    }

    void aKidneyReducesWhatTheProtocolFills() {
        const QByteArray request =
            "{\"plan\":\"titration\",\"protocol\":\"ORAL-ADULT-LABEL\",\"start\":\"2026-11-02\",\"products\":["
            "\"TAB10\"],"
            "\"patient\":{\"birth_date\":\"1986-01-23\",\"sex\":\"male\",\"weight_kg\":70,\"height_cm\":180,"
            "\"creatinine\":{\"value\":2.4,\"unit\":\"mg/dL\",\"date\":\"2026-10-20\"},\"dialysis\":false,"
            "\"conditions\":[],\"medications\":[],\"region\":\"UK\"}}";
        const CliCall done = plan(request);
        QCOMPARE(done.err, QByteArray());
        // R3: half of 15 down to 5, half of 15 down to 5, half of 80 is the ceiling, 7 days.
        QCOMPARE(step(done, 1)[QLatin1String("daily_mg")].toDouble(), 5.0);
        QCOMPARE(step(done, 1)[QLatin1String("to")].toString(), QStringLiteral("2026-11-08"));
        QCOMPARE(step(done, 8)[QLatin1String("daily_mg")].toDouble(), 40.0);
        QVERIFY(step(done, 8)[QLatin1String("to")].isNull());
        QVERIFY(rules(done, QStringLiteral("WARN")).contains(QLatin1String("REN-5")));
    }

    void aGivenValueIsNotReduced() {
        const QByteArray request =
            "{\"plan\":\"titration\",\"protocol\":\"ORAL-ADULT-LABEL\",\"start\":\"2026-11-02\",\"start_mg\":15,"
            "\"increment_mg\":15,\"interval_days\":3,\"goal_mg\":60,\"products\":[\"TAB10\"],"
            "\"patient\":{\"birth_date\":\"1986-01-23\",\"sex\":\"male\",\"weight_kg\":70,"
            "\"creatinine\":{\"value\":2.4,\"unit\":\"mg/dL\",\"date\":\"2026-10-20\"}}}";
        const CliCall done = plan(request);
        QCOMPARE(done.json().value(QLatin1String("steps")).toArray().size(), 4);
        QCOMPARE(step(done, 1)[QLatin1String("daily_mg")].toDouble(), 15.0);
    }

    void theUseIsNamedByItsRule_data() {
        QTest::addColumn<QByteArray>("use");
        QTest::addColumn<bool>("known");
        for (const char* use :
             {"spasticity", "IND-AUD", "IND-NEUP", "IND-TN", "IND-HICC", "IND-GERD", "IND-OTHER", "muscle-pain"})
            QTest::newRow(use) << QByteArray(use) << true;
        QTest::newRow("unknown") << QByteArray("sleep") << false;
    }
    void theUseIsNamedByItsRule() {
        QFETCH(const QByteArray, use);
        QFETCH(const bool, known);
        const CliCall done = plan(titration.chopped(1) + ",\"patient\":{\"indication\":\"" + use + "\"}}");
        QCOMPARE(done.exitCode == 2, !known);
        QCOMPARE(done.err.contains("patient.indication: \"sleep\" is not known"), !known);
        // SAF-15: ordinary muscle pain is no indication.
        QCOMPARE(done.out.contains("SAF-15"), use == "muscle-pain");
    }

    void withoutAPatientNothingIsSaidToBeFine() {
        bool notAssessed = false;
        for (const QJsonValue& finding : plan(titration).json().value(QLatin1String("findings")).toArray())
            if (finding[QLatin1String("rule")].toString() == QLatin1String("REN-5"))
                notAssessed = finding[QLatin1String("assessed")] == QJsonValue(false);
        QVERIFY(notAssessed);
    }

    void aFindingTellsRuleStepInputsAndSources() {
        const CliCall done = plan(with(with(taper, "\"percent-of-start\",\"percent\":10", "\"fixed\",\"step_mg\":15"),
                                       "\"interval_days\":7", "\"interval_days\":2"));
        QCOMPARE(done.exitCode, 1);
        QVERIFY(rules(done, QStringLiteral("BLOCK-OVR")).contains(QLatin1String("TAP-8")));
        int seen = 0;
        for (const QJsonValue& finding : done.json().value(QLatin1String("findings")).toArray()) {
            if (finding[QLatin1String("rule")].toString() != QLatin1String("TAP-8"))
                continue;
            ++seen;
            QVERIFY(finding[QLatin1String("step")].toInt() >= 3);
            QVERIFY(!finding[QLatin1String("inputs")].toObject().isEmpty());
            QVERIFY(finding[QLatin1String("sources")].isArray());
        }
        QCOMPARE(seen, 2);
    }

    void eventsAreAppliedInTheirOrder() {
        const QByteArray events = ",\"events\":[{\"pause\":{\"step\":4,\"days\":7}},"
                                  "{\"hold\":{\"on\":\"2026-02-10\",\"days\":14}},"
                                  "{\"shift\":{\"from\":\"2026-03-20\",\"days\":3}}]}";
        const CliCall done = plan(taper.chopped(1) + events);
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(done.json().value(QLatin1String("stop_date")).toString(), QStringLiteral("2026-04-16"));
        const CliCall back = plan(taper.chopped(1) + ",\"events\":[{\"step_back\":{\"on\":\"2026-01-22\"}}]}");
        QCOMPARE(back.exitCode, 0);
        QCOMPARE(step(back, 4)[QLatin1String("daily_mg")].toDouble(), 50.0);
        QVERIFY(step(back, 4)[QLatin1String("drop_mg")].isUndefined());
    }

    void aFileIsReadLikeStandardInput() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("request.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(taper);
        file.close();
        const CliCall done = test::call({QStringLiteral("plan"), path});
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.out, plan(taper).out);
        QCOMPARE(done.out, test::call({QStringLiteral("plan"), QStringLiteral("-")}, taper).out);
    }

    void aMissingFileIsNamed() {
        const CliCall done = test::call({QStringLiteral("plan"), QStringLiteral("nowhere.json")});
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.err, QByteArray("lento-cli: nowhere.json: there is no such file\n"));
        QVERIFY(done.out.isEmpty());
    }

    void aWrongRequestIsNamedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* name, const QByteArray& request, const char* error) {
            QTest::newRow(name) << request << QByteArray("lento-cli: -:") + error + '\n';
        };
        row("unknown key", with(taper, "\"percent\"", "\"percnt\":10,\"percent\""), "percnt: unknown key");
        row("unknown key inside", with(taper, "\"TAB10\"", "{\"id\":\"TAB10\",\"half\":true}"),
            "products[0].half: unknown key");
        row("missing start", with(taper, "\"start\":\"2026-01-05\",", ""), "start: missing");
        row("missing percent", with(taper, "\"percent\":10,", ""), "percent: missing");
        row("missing products", with(taper, ",\"products\":[\"TAB10\"]", ""), "products: missing");
        row("missing goal", with(titration, "\"goal_mg\":60,", ""), "goal_mg: missing");
        row("missing split", with(titration, "\"split\":\"equal\",", ""), "split: missing");
        row("no such plan", with(taper, "\"taper\"", "\"tapir\""),
            "plan: \"tapir\" is not known; known are: titration, taper");
        row("no such day", with(taper, "2026-01-05", "2026-02-29"),
            "start: \"2026-02-29\" is not a date such as 2026-12-09");
        row("fifth decimal", with(taper, "\"from_mg\":60", "\"from_mg\":60.00001"),
            "from_mg: 60.00001 has more than 4 decimals");
        row("an amount as text", with(taper, "\"from_mg\":60", "\"from_mg\":\"60\""),
            "from_mg: expected a number, found a text");
        row("half a percent", with(taper, "\"percent\":10", "\"percent\":12.5"), "percent: 12.5 is not a whole number");
        row("percent of zero", with(taper, "\"percent\":10", "\"percent\":0"), "percent: 0 is outside 1 to 100");
        row("negative dose", with(titration, "\"start_mg\":15", "\"start_mg\":-15"),
            "start_mg: -15 is outside 0.0001 to 100000");
        row("interval of zero", with(titration, "\"interval_days\":3", "\"interval_days\":0"),
            "interval_days: 0 is outside 1 to 365");
        row("five doses", with(titration, "\"doses_per_day\":3", "\"doses_per_day\":5"),
            "doses_per_day: 5 is outside 1 to 4");
        row("percent with a fixed step", with(taper, "\"percent-of-start\"", "\"fixed\",\"step_mg\":5"),
            "percent: \"percent\" and \"model\" do not go together");
        row("products and quantum", with(taper, "\"split\"", "\"quantum_mg\":5,\"split\""),
            "quantum_mg: \"quantum_mg\" and \"products\" do not go together");
        row("no such product", with(taper, "\"TAB10\"", "\"TAB25\""),
            "products[0]: \"TAB25\" is not known; known are: TAB5, TAB10, TAB15, TAB20, BAC40, SOL1, SOL2, SUS5, GRA5, "
            "GRA10, GRA20");
        row("a pump's drug in an oral plan", with(taper, "\"TAB10\"", "\"TAB10\",\"IT500\""),
            "products[1]: \"IT500\" is not known; known are: TAB5, TAB10, TAB15, TAB20, BAC40, SOL1, SOL2, SUS5, GRA5, "
            "GRA10, GRA20");
        row("halves of a liquid", with(taper, "\"TAB10\"", "{\"id\":\"SOL1\",\"halves\":true}"),
            "products[0].halves: \"halves\" and \"SOL1\" do not go together");
        row("a product twice", with(taper, "\"TAB10\"", "\"TAB10\",\"TAB10\""), "products: \"TAB10\" stands twice");
        row("no product", with(taper, "\"TAB10\"", ""), "products: No product is chosen");
        row("no such protocol", with(titration, "\"split\"", "\"protocol\":\"FAST\",\"split\""),
            "protocol: \"FAST\" is not known; known are: ORAL-ADULT-LABEL, ORAL-ADULT-GRADUAL, ORAL-ADULT-VERY-SLOW, "
            "ORAL-ADULT-SENSITIVE, ORAL-CHILD, IND-AUD, IND-AUD-SLOW, IND-NEUP, IND-TN, IND-HICC, IND-GERD");
        row("a child's protocol without a weight",
            "{\"plan\":\"titration\",\"protocol\":\"ORAL-CHILD\",\"start\":\"2026-03-02\",\"products\":[\"SOL1\"],"
            "\"patient\":{\"birth_date\":\"2021-06-01\"}}",
            "patient.weight_kg: missing");
        row("goal above the start", with(taper, "\"goal_mg\":0", "\"goal_mg\":60"),
            "goal_mg: 60 mg/day is not below 60 mg/day");
        row("endless",
            with(with(titration, "\"goal_mg\":60", "\"goal_mg\":90000"), "\"increment_mg\":15", "\"increment_mg\":5"),
            "more than 400 steps");
        row("key twice", with(taper, "\"percent\":10", "\"percent\":10,\"percent\":50"),
            "percent: \"percent\" stands twice");
        row("event of no kind", taper.chopped(1) + ",\"events\":[{\"stop\":{}}]}", "events[0].stop: unknown key");
        row("empty event", taper.chopped(1) + ",\"events\":[{}]}", "events[0]: missing");
        row("hold without days", taper.chopped(1) + ",\"events\":[{\"hold\":{\"on\":\"2026-02-01\"}}]}",
            "events[0].hold.days: missing");
        row("pause of no step", taper.chopped(1) + ",\"events\":[{\"pause\":{\"step\":40,\"days\":7}}]}",
            "events[0].pause: there is no step 40 with a dose");
        row("shift over the past",
            taper.chopped(1) + ",\"events\":[{\"shift\":{\"from\":\"2026-01-20\",\"days\":-30}}]}",
            "events[0].shift.days: -30 is outside -6 to 365");
        row("hold before the plan", taper.chopped(1) + ",\"events\":[{\"hold\":{\"on\":\"2025-12-31\",\"days\":7}}]}",
            "events[0].hold: 2025-12-31 is outside the plan, which begins on 2026-01-05 and ends on 2026-03-23");
        row("unknown condition", taper.chopped(1) + ",\"patient\":{\"conditions\":[\"epilepsie\"]}}", nullptr);
        row("creatinine without unit",
            taper.chopped(1) + ",\"patient\":{\"creatinine\":{\"value\":1.1,\"date\":\"2026-01-01\"}}}",
            "patient.creatinine.unit: missing");
        row("creatinine in an unknown unit",
            taper.chopped(1) +
                ",\"patient\":{\"creatinine\":{\"value\":1.1,\"unit\":\"mg/l\",\"date\":\"2026-01-01\"}}}",
            "patient.creatinine.unit: \"mg/l\" is not known; known are: mg/dL, umol/L");
        row("not JSON", "{\"plan\":", " not JSON at character 9");
        row("a list", "[]", " expected an object");
    }
    void aWrongRequestIsNamedWithItsPlace() {
        QFETCH(const QByteArray, request);
        QFETCH(QByteArray, error);
        const CliCall done = plan(request);
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.out, QByteArray());
        if (error == "lento-cli: -:\n") {
            QVERIFY(done.err.startsWith("lento-cli: -:patient.conditions[0]: \"epilepsie\" is not known; known are: "
                                        "epilepsy, "));
            return;
        }
        // Without a key the place is the input alone.
        if (error.contains("more than 400"))
            error.replace("-:more", "-: more");
        QCOMPARE(done.err, error);
    }

    void oneWrongLineDoesNotStopTheOthers() {
        const QByteArray input =
            taper + "\n\n" + with(taper, "\"percent\":10", "\"percent\":\"ten\"") + "\nnonsense\n" + titration + '\n';
        const CliCall done =
            test::call({QStringLiteral("plan"), QStringLiteral("--lines"), QStringLiteral("-")}, input);
        QCOMPARE(done.exitCode, 2);
        const QList<QByteArray> lines = done.lines();
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith("{\"quantum_mg\": 5"));
        QCOMPARE(lines[1], QByteArray("{\"error\": {\"where\": \"-:3:percent\", "
                                      "\"what\": \"expected a whole number, found a text\"}}"));
        QCOMPARE(lines[2], QByteArray("{\"error\": {\"where\": \"-:4\", \"what\": \"not JSON at character 2\"}}"));
        QVERIFY(lines[3].startsWith("{\"quantum_mg\": 5"));
        QCOMPARE(done.err, QByteArray("lento-cli: -:3:percent: expected a whole number, found a text\n"
                                      "lento-cli: -:4: not JSON at character 2\n"));
    }

    void aLineThatNeedsAClinicianIsTold() {
        const QByteArray fast = with(with(taper, "\"percent-of-start\",\"percent\":10", "\"fixed\",\"step_mg\":15"),
                                     "\"interval_days\":7", "\"interval_days\":2");
        QCOMPARE(test::call({QStringLiteral("plan"), QStringLiteral("--lines")}, taper + '\n' + fast + '\n').exitCode,
                 1);
        QCOMPARE(test::call({QStringLiteral("plan"), QStringLiteral("--lines")}, taper + '\n' + taper).exitCode, 0);
    }

    // A folder of protocol files; one wrong file and none of it is used, and the built-in ones still answer.
    void protocolsOfAFolderMayBeNamed() {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(text), text.size());
        };
        QFile shipped(QStringLiteral(":/lento/protocols/oral_adult_gradual.json"));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QByteArray own = with(shipped.readAll(), "\"default\": true", "\"based_on\": \"ORAL-ADULT-GRADUAL\"");
        own = with(with(own, "\"ORAL-ADULT-GRADUAL\",\n  \"rule\"", "\"OWN-SLOW\",\n  \"rule\""), "\"start_mg\": 15",
                   "\"start_mg\": 10");
        write("own.json", own);
        const QStringList arguments{QStringLiteral("plan"), QStringLiteral("--protocols"), folder.path()};
        const QByteArray request = "{\"plan\":\"titration\",\"start\":\"2026-02-26\",\"goal_mg\":30,"
                                   "\"protocol\":\"OWN-SLOW\",\"products\":[\"TAB10\"]}";
        const CliCall done = test::call(arguments, request);
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QCOMPARE(step(done, 1)[QLatin1String("daily_mg")].toDouble(), 10.0);

        write("wrong.json", with(with(own, "OWN-SLOW", "OWN-OTHER"), "\"interval_days\": 3", "\"interval_days\": -3"));
        const CliCall refused = test::call(arguments, request);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.startsWith("lento-cli: wrong.json:interval_days: -3 is outside 1 to 365\n"),
                 refused.err.constData());
        QVERIFY(refused.err.contains("\"OWN-SLOW\" is not known"));
        const CliCall builtIn = test::call(arguments, with(request, "OWN-SLOW", "ORAL-ADULT-GRADUAL"));
        QCOMPARE(builtIn.exitCode, 0);
        QCOMPARE(step(builtIn, 1)[QLatin1String("daily_mg")].toDouble(), 15.0);
    }

    void helpIsOnEveryCommand() {
        const CliCall all = test::call({QStringLiteral("--help")});
        QCOMPARE(all.exitCode, 0);
        QVERIFY(all.out.contains("--protocols FOLDER"));
        for (const cli::Command& command : cli::commands()) {
            QVERIFY2(all.out.contains(command.name), command.name);
            const CliCall one = test::call({QString::fromLatin1(command.name), QStringLiteral("--help")});
            QCOMPARE(one.exitCode, 0);
            QVERIFY2(one.out.contains("--help"), command.name);
            QVERIFY(one.err.isEmpty());
        }
    }

    void aWrongCallIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("no command") << QStringList()
                                    << QByteArray("lento-cli: no command; lento-cli --help lists them\n");
        QTest::newRow("unknown command") << QStringList{QStringLiteral("plot")}
                                         << QByteArray(
                                                "lento-cli: plot: unknown command; lento-cli --help lists them\n");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("plan"), QStringLiteral("--fast")}
                                        << QByteArray("lento-cli: plan: Unknown option 'fast'.\n");
        QTest::newRow("two files") << QStringList{QStringLiteral("plan"), QStringLiteral("a"), QStringLiteral("b")}
                                   << QByteArray("lento-cli: plan: unexpected argument \"b\"\n");
    }
    void aWrongCallIsRefused() {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, error);
        const CliCall done = test::call(arguments);
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.err, error);
        QCOMPARE(done.out, QByteArray());
    }
};

QTEST_GUILESS_MAIN(CliPlanTest)
#include "tst_cli_plan.moc"
