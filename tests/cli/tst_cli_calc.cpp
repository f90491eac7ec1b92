// lento-cli calc: each calculation by name, its exit code, and every wrong request placed and named.
#include "cli_call.h"

#include <QtTest/QtTest>

using namespace lento;
using test::CliCall;

namespace {

CliCall calc(const QByteArray& request) {
    return test::call({QStringLiteral("calc")}, request);
}

} // namespace

class CliCalcTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsExact_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char* name, const char* request, const char* answer, int exitCode = 0) {
            QTest::newRow(name) << QByteArray(request) << QByteArray(answer) << exitCode;
        };
        row("split", "{\"calc\":\"split\",\"daily_mg\":35,\"doses_per_day\":3,\"split\":\"evening\",\"quantum_mg\":5}",
            "{\"doses\": [{\"time\": \"morning\", \"mg\": 10}, {\"time\": \"midday\", \"mg\": 10}, "
            "{\"time\": \"evening\", \"mg\": 15}], \"over_cap\": false}");
        row("split with a dose above the cap",
            "{\"calc\":\"split\",\"daily_mg\":100,\"doses_per_day\":4,\"split\":\"equal\",\"quantum_mg\":5}",
            "{\"doses\": [{\"time\": \"morning\", \"mg\": 25}, {\"time\": \"midday\", \"mg\": 25}, "
            "{\"time\": \"evening\", \"mg\": 25}, {\"time\": \"bedtime\", \"mg\": 25}], \"over_cap\": true}",
            1);
        row("split with a cap of its own",
            "{\"calc\":\"split\",\"daily_mg\":75,\"doses_per_day\":3,\"split\":\"equal\",\"quantum_mg\":5,"
            "\"single_dose_cap_mg\":25}",
            "{\"doses\": [{\"time\": \"morning\", \"mg\": 25}, {\"time\": \"midday\", \"mg\": 25}, "
            "{\"time\": \"evening\", \"mg\": 25}], \"over_cap\": false}");
        row("units", "{\"calc\":\"units\",\"mg\":35,\"products\":[\"TAB20\",\"TAB10\"]}",
            "{\"dispensable\": true, \"units\": [{\"product\": \"TAB20\", \"whole\": 1, \"half\": 0}, "
            "{\"product\": \"TAB10\", \"whole\": 1, \"half\": 1}]}");
        row("units that cannot be", "{\"calc\":\"units\",\"mg\":2.5,\"products\":[\"TAB10\",\"TAB5\"]}",
            "{\"dispensable\": false, \"offer_mg\": {\"lower\": 0, \"higher\": 5}}");
        row("units of a liquid", "{\"calc\":\"units\",\"mg\":12.5,\"products\":[\"SUS5\"]}",
            "{\"dispensable\": true, \"units\": [{\"product\": \"SUS5\", \"ml\": 2.5}]}");
        row("volume off the grid", "{\"calc\":\"volume\",\"mg\":12.5,\"concentration_mg_per_ml\":2,\"grid_ml\":0.5}",
            "{\"ml\": 6.25, \"on_grid\": false, \"offer\": {\"mg\": 12, \"ml\": 6}}");
        row("volume without end", "{\"calc\":\"volume\",\"mg\":1,\"concentration_mg_per_ml\":3,\"grid_ml\":0.1}",
            "{\"ml\": 0.3333, \"on_grid\": false, \"offer\": {\"mg\": 0.9, \"ml\": 0.3}}");
        row("taper step", "{\"calc\":\"taper-step\",\"from_mg\":45,\"percent\":10,\"quantum_mg\":0.5}",
            "{\"step_mg\": 4.5}");
        row("taper risk", "{\"calc\":\"taper-risk\",\"months\":1,\"daily_mg\":15,\"flags\":[\"epilepsy\"]}",
            "{\"class\": \"HIGH\", \"percent\": 10, \"interval_days\": 14}");
        row("taper risk without a flag", "{\"calc\":\"taper-risk\",\"months\":1,\"daily_mg\":30}",
            "{\"class\": \"LOW\", \"percent\": 20, \"interval_days\": 7}");
        row("kidney of a child",
            "{\"calc\":\"renal\",\"age\":8,\"height_cm\":128,\"creatinine\":{\"value\":0.5,\"unit\":\"mg/dL\"}}",
            "{\"egfr\": 105.7, \"k\": 105.7, \"band\": \"R1\", \"action\": \"none\"}");
        row("kidney on dialysis",
            "{\"calc\":\"renal\",\"age\":50,\"sex\":\"male\",\"weight_kg\":80,\"dialysis\":true,\"quantum_mg\":5,"
            "\"protocol\":\"ORAL-ADULT-GRADUAL\",\"creatinine\":{\"value\":1,\"unit\":\"mg/dL\"}}",
            "{\"crcl\": 100, \"egfr\": 91.7, \"k\": 91.7, \"band\": \"R5\", \"action\": \"BLOCK-OVR\", "
            "\"dosing_weight_kg\": 80, \"start_mg\": 5, \"increment_mg\": 5, \"ceiling_mg\": 5, \"interval_days\": 14}",
            1);
    }
    void anAnswerIsExact() {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, answer);
        QFETCH(const int, exitCode);
        const CliCall done = test::call({QStringLiteral("calc"), QStringLiteral("--lines")}, request);
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(done.out, answer + '\n');
        QCOMPARE(done.exitCode, exitCode);
    }

    void aWrongRequestIsNamedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* name, const char* request, const char* error) {
            QTest::newRow(name) << QByteArray(request) << QByteArray("lento-cli: -:") + error + '\n';
        };
        row("unknown calculation", "{\"calc\":\"guess\"}",
            "calc: \"guess\" is not known; known are: renal, split, units, volume, taper-step, taper-risk");
        row("no calculation", "{}", "calc: missing");
        row("unknown key", "{\"calc\":\"taper-step\",\"from_mg\":45,\"percent\":10,\"quantum_mg\":5,\"base\":1}",
            "base: unknown key");
        row("missing", "{\"calc\":\"taper-step\",\"from_mg\":45,\"percent\":10}", "quantum_mg: missing");
        row("no multiple",
            "{\"calc\":\"split\",\"daily_mg\":12,\"doses_per_day\":3,\"split\":\"equal\",\"quantum_mg\":5}",
            "daily_mg: 12 mg cannot be made of these pieces; nearest below: 10 mg, above: 15 mg");
        row("more than an oral entry may be",
            "{\"calc\":\"split\",\"daily_mg\":300.5,\"doses_per_day\":3,\"split\":\"equal\",\"quantum_mg\":0.5}",
            "daily_mg: 300.5 is outside 0.0001 to 300");
        row("quantum of zero",
            "{\"calc\":\"split\",\"daily_mg\":12,\"doses_per_day\":3,\"split\":\"equal\",\"quantum_mg\":0}",
            "quantum_mg: 0 is outside 0.0001 to 100000");
        row("bare quantum for units", "{\"calc\":\"units\",\"mg\":5,\"quantum_mg\":5}", "products: missing");
        row("unknown flag", "{\"calc\":\"taper-risk\",\"months\":1,\"daily_mg\":15,\"flags\":[\"tall\"]}",
            "flags[0]: \"tall\" is not known; known are: epilepsy, earlier-withdrawal, psychosis-or-delirium, "
            "alcohol-or-sedatives, intrathecal, cord-lesion-t6-or-above, cannot-report, pregnancy");
        row("creatinine beyond belief",
            "{\"calc\":\"renal\",\"age\":50,\"sex\":\"male\",\"weight_kg\":80,\"creatinine\":{\"value\":95,"
            "\"unit\":\"mg/dL\"}}",
            "creatinine.value: 95 is outside 0.1 mg/dL to 20 mg/dL");
        row("a weight in tonnes",
            "{\"calc\":\"renal\",\"age\":50,\"sex\":\"male\",\"weight_kg\":0.8,\"creatinine\":{\"value\":1,"
            "\"unit\":\"mg/dL\"}}",
            "weight_kg: 0.8 is outside 2 to 500");
        row("no weight",
            "{\"calc\":\"renal\",\"age\":50,\"sex\":\"male\",\"creatinine\":{\"value\":1,\"unit\":\"mg/dL\"}}",
            "weight_kg: missing");
        row("no sex",
            "{\"calc\":\"renal\",\"age\":50,\"weight_kg\":80,\"creatinine\":{\"value\":1,\"unit\":\"mg/dL\"}}",
            "sex: missing");
        row("a child without height",
            "{\"calc\":\"renal\",\"age\":8,\"creatinine\":{\"value\":0.5,\"unit\":\"mg/dL\"}}", "height_cm: missing");
        row("protocol without quantum",
            "{\"calc\":\"renal\",\"age\":50,\"sex\":\"male\",\"weight_kg\":80,\"protocol\":\"ORAL-ADULT-GRADUAL\","
            "\"creatinine\":{\"value\":1,\"unit\":\"mg/dL\"}}",
            "quantum_mg: missing");
        row("no unit", "{\"calc\":\"renal\",\"age\":50,\"sex\":\"male\",\"weight_kg\":80,\"creatinine\":{\"value\":1}}",
            "creatinine.unit: missing");
    }
    void aWrongRequestIsNamedWithItsPlace() {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, error);
        const CliCall done = calc(request);
        QCOMPARE(done.err, error);
        QCOMPARE(done.exitCode, 2);
        QCOMPARE(done.out, QByteArray());
    }

    void aQuantumAboveTheCapStillAnswers() {
        const CliCall done = calc("{\"calc\":\"split\",\"daily_mg\":40,\"doses_per_day\":2,\"split\":\"equal\","
                                  "\"quantum_mg\":20,\"single_dose_cap_mg\":5}");
        QCOMPARE(done.exitCode, 1);
        QVERIFY(done.json().value(QLatin1String("over_cap")).toBool());
    }
};

QTEST_GUILESS_MAIN(CliCalcTest)
#include "tst_cli_calc.moc"
