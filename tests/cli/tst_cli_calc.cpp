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
        row("a child under 33 kg",
            "{\"calc\":\"paediatric\",\"age\":1,\"weight_kg\":9.5,\"quantum_mg\":0.5,\"doses_per_day\":3}",
            "{\"start_mg\": 2.5, \"doses\": [{\"time\": \"morning\", \"mg\": 0.5}, {\"time\": \"midday\", \"mg\": 1}, "
            "{\"time\": \"evening\", \"mg\": 1}], \"increment_mg\": 2.5, \"interval_days\": 7, \"maintenance_mg\": [7, "
            "19], "
            "\"ceiling_mg\": 19, \"findings\": [{\"rule\": \"PED-6\", \"action\": \"BLOCK-OVR\", \"inputs\": "
            "{\"weight_kg\": 9.5, \"limit_kg\": 33}, \"sources\": [\"S8\", \"S11\"]}, {\"rule\": \"PED-7\", "
            "\"action\": "
            "\"WARN\", \"inputs\": {\"age_years\": 1}, \"sources\": [\"S5\", \"S8\"]}]}",
            1);
        row("an emergency needs nothing else", "{\"calc\":\"visit\",\"red_flag\":true}",
            "{\"proposal\": \"EMERGENCY\", \"rule\": \"VIS-1\", \"refer_itb\": false}", 1);
        row("a failed trial",
            "{\"calc\":\"visit\",\"red_flag\":false,\"ae_grade\":1,\"psychosis\":false,\"adherence_percent\":100,"
            "\"response\":\"NONE\",\"daily_mg\":60,\"ceiling_mg\":60,\"days_at_ceiling\":42,\"severe\":true}",
            "{\"proposal\": \"STOP-AND-TAPER\", \"rule\": \"VIS-9\", \"refer_itb\": true}");
        row("restart",
            "{\"calc\":\"restart\",\"gap_hours\":48,\"previous_mg\":60,\"protocol_start_mg\":15,\"quantum_mg\":5,\"k\":"
            "59.9}",
            "{\"mg\": 15, \"rule\": \"RST-3\", \"action\": \"restart-over\"}");
        row("a dose late by half the gap", "{\"calc\":\"missed-dose\",\"late_hours\":2.75,\"gap_hours\":5.5}",
            "{\"action\": \"take\"}");
        row("response from the rating", "{\"calc\":\"response\",\"nrs_baseline\":7,\"nrs_current\":4.9}",
            "{\"change_percent\": 30, \"class\": \"RESPONDER\", \"rule\": \"SCL-9\"}");
        row("response from the mean Ashworth",
            "{\"calc\":\"response\",\"nrs_baseline\":3,\"nrs_current\":1,\"mas_baseline\":2.45,\"mas_current\":2,"
            "\"limb\":\"lower\"}",
            "{\"class\": \"MINIMAL\", \"rule\": \"SCL-9\"}");
        row("response that cannot be judged", "{\"calc\":\"response\",\"nrs_baseline\":3.9,\"nrs_current\":1}",
            "{\"class\": \"NOT-ASSESSABLE\", \"rule\": \"SCL-9\"}");
        row("mean by ranks", "{\"calc\":\"mas-mean\",\"scores\":[\"1+\",\"2\"],\"coding\":\"A\"}", "{\"mean\": 2.5}");
        row("goals with a correlation of their own",
            "{\"calc\":\"gas\",\"goals\":[{\"weight\":1,\"score\":1},{\"weight\":1,\"score\":1}],\"rho\":0}",
            "{\"t\": 64.1}");
        row("concentrations of a child",
            "{\"calc\":\"pk\",\"doses\":[{\"at\":\"08:00\",\"mg\":5},{\"at\":\"20:00\",\"mg\":5}],\"age\":8,\"weight_"
            "kg\":30}",
            "{\"cl_l_per_h\": 8.19, \"half_life_h\": 2.95, \"average\": 50.9, \"peak\": 111.5, \"peak_at\": \"09:20\", "
            "\"trough\": 10.6}");
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
            "calc: \"guess\" is not known; known are: renal, paediatric, split, units, volume, taper-step, taper-risk, "
            "visit, restart, missed-dose, response, mas-mean, gas, pk, refill, bridge, "
            "pump-start, pump-limits");
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
        row("an adult as a child",
            "{\"calc\":\"paediatric\",\"age\":18,\"weight_kg\":60,\"quantum_mg\":5,\"doses_per_day\":3}",
            "age: 18 is outside 0 to 17");
        row("a child without weight", "{\"calc\":\"paediatric\",\"age\":8,\"quantum_mg\":5,\"doses_per_day\":3}",
            "weight_kg: missing");
        row("a decision without adverse effects", "{\"calc\":\"visit\",\"red_flag\":false}", "ae_grade: missing");
        row("a decision that lacks the ceiling",
            "{\"calc\":\"visit\",\"red_flag\":false,\"ae_grade\":0,\"psychosis\":false,\"adherence_percent\":100,"
            "\"response\":\"NONE\",\"daily_mg\":60}",
            "ceiling_mg: missing");
        row("a trial without severity",
            "{\"calc\":\"visit\",\"red_flag\":false,\"ae_grade\":0,\"psychosis\":false,\"adherence_percent\":100,"
            "\"response\":\"NONE\",\"daily_mg\":60,\"ceiling_mg\":60,\"days_at_ceiling\":42}",
            "severe: missing");
        row("a grade beyond the scale", "{\"calc\":\"visit\",\"red_flag\":false,\"ae_grade\":5}",
            "ae_grade: 5 is outside 0 to 4");
        row("an unknown response", "{\"calc\":\"visit\",\"response\":\"GOOD\"}",
            "response: \"GOOD\" is not known; known are: RESPONDER, MINIMAL, NONE, WORSE, NOT-ASSESSABLE");
        row("a negative gap",
            "{\"calc\":\"restart\",\"gap_hours\":-1,\"previous_mg\":60,\"protocol_start_mg\":15,\"quantum_mg\":5}",
            "gap_hours: -1 is outside 0 to 87600");
        row("a gap of no hours", "{\"calc\":\"missed-dose\",\"late_hours\":1,\"gap_hours\":0}",
            "gap_hours: 0 is outside 0.01 to 100");
        row("half a rating", "{\"calc\":\"response\",\"nrs_baseline\":7}", "nrs_current: missing");
        row("no score at all", "{\"calc\":\"response\"}", "nrs_baseline: missing");
        row("a rating above 10", "{\"calc\":\"response\",\"nrs_baseline\":10.1,\"nrs_current\":1}",
            "nrs_baseline: 10.1 is outside 0 to 10");
        row("an Ashworth mean of no limb", "{\"calc\":\"response\",\"mas_baseline\":2,\"mas_current\":1}",
            "limb: missing");
        row("a level that is none", "{\"calc\":\"mas-mean\",\"scores\":[\"1\",\"1.5\"],\"coding\":\"B\"}",
            "scores[1]: \"1.5\" is not known; known are: 0, 1, 1+, 2, 3, 4");
        row("no levels", "{\"calc\":\"mas-mean\",\"scores\":[],\"coding\":\"B\"}", "scores: missing");
        row("a goal beyond expectation", "{\"calc\":\"gas\",\"goals\":[{\"weight\":1,\"score\":3}]}",
            "goals[0].score: 3 is outside -2 to 2");
        row("no goals", "{\"calc\":\"gas\",\"goals\":[]}", "goals: missing");
        row("a time that is none", "{\"calc\":\"pk\",\"doses\":[{\"at\":\"24:00\",\"mg\":5}],\"k\":100}",
            "doses[0].at: 24:00 is outside 00:00 to 23:59");
        row("an infant's concentrations",
            "{\"calc\":\"pk\",\"doses\":[{\"at\":\"08:00\",\"mg\":5}],\"age\":1,\"weight_kg\":9}",
            "age: 1 is outside 2 to 17");
        row("concentrations without a kidney", "{\"calc\":\"pk\",\"doses\":[{\"at\":\"08:00\",\"mg\":5}]}",
            "k: missing");
        row("a pump's dose in milligrams",
            "{\"calc\":\"pump-limits\",\"daily_mg\":0.1,\"origin\":\"spinal\",\"age\":\"adult\",\"phase\":"
            "\"titration\"}",
            "daily_mcg: missing");
        row("more than any pump may give",
            "{\"calc\":\"pump-limits\",\"daily_mcg\":5000.1,\"origin\":\"spinal\",\"age\":\"adult\",\"phase\":"
            "\"titration\"}",
            "daily_mcg: 5000.1 is outside 0.1 to 5000");
        row("off the pump's grid",
            "{\"calc\":\"pump-limits\",\"daily_mcg\":100.05,\"origin\":\"spinal\",\"age\":\"adult\",\"phase\":"
            "\"titration\"}",
            "daily_mcg: 100.05 has more than 1 decimals");
        row("an alarm above the fill",
            "{\"calc\":\"refill\",\"fill_ml\":20,\"alarm_ml\":20,\"concentration_mcg_per_ml\":500,\"daily_mcg\":120,"
            "\"filled_on\":\"2026-01-15\"}",
            "alarm_ml: \"alarm_ml\" and \"fill_ml\" do not go together");
        row("the screening strength as a fill",
            "{\"calc\":\"refill\",\"fill_ml\":20,\"alarm_ml\":2,\"concentration_mcg_per_ml\":50,\"daily_mcg\":120,"
            "\"filled_on\":\"2026-01-15\"}",
            "concentration_mcg_per_ml: 50 is outside 51 to 10000");
        row("a bolus above the largest", "{\"calc\":\"pump-start\",\"bolus_mcg\":100.1,\"effect_hours\":6}",
            "bolus_mcg: 100.1 is outside 0.1 to 100");
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
