// The golden cases and the worked examples of the rules: each request through lento-cli, each answer against what the
// rules say.
//
// A case: {"id", "command", "request", "expect"}. Every key of "expect" must be in the answer with that value, lists in
// their order except units and supply. "findings_of": for some rules, the actions that "findings" holds for them;
// "some_steps": steps by their number; "step_count". Doses, days and counts are exact; rates as loose as they are
// printed.
#include "cli_call.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>

using namespace lento;

namespace {

struct Case {
    QString id;
    QString command;
    QByteArray request;
    QJsonObject expect;
};

QString kindOf(const QString& id) {
    return id.section(QLatin1Char('-'), 0, -2);
}

QList<Case> readCases(const QString& name) {
    QList<Case> all;
    QFile file(QStringLiteral(LENTO_TEST_DATA_DIR "/golden/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject one = QJsonDocument::fromJson(line).object();
        all.append({one.value(QLatin1String("id")).toString(), one.value(QLatin1String("command")).toString(),
                    QJsonDocument(one.value(QLatin1String("request")).toObject()).toJson(QJsonDocument::Compact),
                    one.value(QLatin1String("expect")).toObject()});
    }
    return all;
}

// How far an answer may be from what is expected.
double room(const QString& key, double wanted) {
    static const QSet<QString> onePercent{QStringLiteral("cl_l_per_h"), QStringLiteral("half_life_h"),
                                          QStringLiteral("average"), QStringLiteral("peak"), QStringLiteral("trough")};
    if (onePercent.contains(key))
        return std::abs(wanted) / 100;
    static const QHash<QString, double> loose{{QStringLiteral("flow_ml_per_day"), .00011},
                                              {QStringLiteral("volume_ml"), .00011},
                                              {QStringLiteral("dose_mcg"), .1001},
                                              {QStringLiteral("duration_hours"), .0101},
                                              {QStringLiteral("flow_before"), .00011},
                                              {QStringLiteral("flow_after"), .00011},
                                              {QStringLiteral("dose_if_forgotten_mcg_per_day"), .1001},
                                              {QStringLiteral("crcl"), .1001},
                                              {QStringLiteral("egfr"), .1001},
                                              {QStringLiteral("k"), .1001},
                                              {QStringLiteral("dosing_weight_kg"), .1001},
                                              {QStringLiteral("change_percent"), .1001},
                                              {QStringLiteral("t"), .1001},
                                              {QStringLiteral("mean"), .0011},
                                              {QStringLiteral("drop_percent_of_current"), .1001}};
    return loose.value(key, 1e-9);
}

QJsonArray byProduct(const QJsonArray& list) {
    QList<QJsonValue> sorted(list.begin(), list.end());
    std::sort(sorted.begin(), sorted.end(), [](const QJsonValue& a, const QJsonValue& b) {
        return a[QLatin1String("product")].toString() < b[QLatin1String("product")].toString();
    });
    QJsonArray out;
    for (const QJsonValue& one : sorted)
        out.append(one);
    return out;
}

QStringList actionsOf(const QJsonObject& answer, const QString& rule) {
    QStringList actions;
    for (const QJsonValue& finding : answer.value(QLatin1String("findings")).toArray())
        if (finding[QLatin1String("rule")].toString() == rule)
            actions.append(finding[QLatin1String("action")].toString());
    actions.sort();
    return actions;
}

QString text(const QJsonValue& value) {
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

// Empty when `got` is what is wanted.
QString difference(const QJsonValue& want, const QJsonValue& got, const QString& at, const QString& key);

QString objectDifference(const QJsonObject& want, const QJsonObject& got, const QString& at) {
    for (auto it = want.begin(); it != want.end(); ++it) {
        const QString key = it.key();
        if (key == QLatin1String("findings_of")) {
            const QJsonObject rules = it->toObject();
            for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
                QStringList actions = rule->toVariant().toStringList();
                actions.sort();
                const QStringList found = actionsOf(got, rule.key());
                if (found != actions)
                    return QStringLiteral("%1.findings of %2: [%3] instead of [%4]")
                        .arg(at, rule.key(), found.join(QLatin1Char(' ')), actions.join(QLatin1Char(' ')));
            }
        } else if (key == QLatin1String("step_count")) {
            const auto count = got.value(QLatin1String("steps")).toArray().size();
            if (count != it->toInteger())
                return QStringLiteral("%1: %2 steps instead of %3").arg(at).arg(count).arg(it->toInteger());
        } else if (key == QLatin1String("some_steps")) {
            const QJsonObject steps = it->toObject();
            for (auto step = steps.begin(); step != steps.end(); ++step) {
                const QString different =
                    difference(*step, got.value(QLatin1String("steps")).toArray().at(step.key().toInt() - 1),
                               at + QStringLiteral(".step ") + step.key(), key);
                if (!different.isEmpty())
                    return different;
            }
        } else if (!got.contains(key)) {
            return at + QLatin1Char('.') + key + QStringLiteral(": missing");
        } else {
            const QString different = difference(*it, got.value(key), at + QLatin1Char('.') + key, key);
            if (!different.isEmpty())
                return different;
        }
    }
    return {};
}

QString difference(const QJsonValue& want, const QJsonValue& got, const QString& at, const QString& key) {
    const QString wrong = QStringLiteral("%1: %2 instead of %3").arg(at, text(got), text(want));
    if (want.isObject())
        return got.isObject() ? objectDifference(want.toObject(), got.toObject(), at) : wrong;
    if (want.isArray()) {
        const bool anyOrder = key == QLatin1String("units") || key == QLatin1String("supply");
        const QJsonArray wanted = anyOrder ? byProduct(want.toArray()) : want.toArray();
        const QJsonArray found = anyOrder ? byProduct(got.toArray()) : got.toArray();
        if (!got.isArray() || wanted.size() != found.size())
            return wrong;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const QString different =
                difference(wanted.at(i), found.at(i), QStringLiteral("%1[%2]").arg(at).arg(i), key);
            if (!different.isEmpty())
                return different;
        }
        return {};
    }
    if (want.isDouble())
        return got.isDouble() && std::abs(want.toDouble() - got.toDouble()) <= room(key, want.toDouble()) ? QString()
                                                                                                          : wrong;
    return want == got ? QString() : wrong;
}

// The answers to all cases of one command, in one call, as a hospital's script would ask.
QHash<QString, QJsonObject> answers(const QList<Case>& cases) {
    QHash<QString, QJsonObject> all;
    for (const QString& command : {QStringLiteral("plan"), QStringLiteral("calc")}) {
        QByteArray input;
        QStringList ids;
        for (const Case& one : cases) {
            if (one.command != command)
                continue;
            input += one.request + '\n';
            ids.append(one.id);
        }
        const QList<QByteArray> lines = test::call({command, QStringLiteral("--lines")}, input).lines();
        for (qsizetype i = 0; i < std::min(lines.size(), ids.size()); ++i)
            all.insert(ids.at(i), QJsonDocument::fromJson(lines.at(i)).object());
    }
    return all;
}

void addRows(const QList<Case>& cases) {
    QTest::addColumn<QJsonObject>("expect");
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<QByteArray>("request");
    const QHash<QString, QJsonObject> found = answers(cases);
    for (const Case& one : cases)
        QTest::newRow(qPrintable(one.id)) << one.expect << found.value(one.id) << one.request;
}

void compareRow() {
    QFETCH(const QJsonObject, expect);
    QFETCH(const QJsonObject, answer);
    QFETCH(const QByteArray, request);
    QVERIFY2(!answer.isEmpty(), request.constData());
    const QString different = difference(expect, answer, QString(), QString());
    QVERIFY2(different.isEmpty(), qPrintable(different + QStringLiteral("\nrequest: ") + QString::fromUtf8(request)));
}

} // namespace

class GoldenCasesTest : public QObject {
    Q_OBJECT

    // The kinds of cases.jsonl, with how many there are of each.
    const QMap<QString, int> m_kinds{
        {QStringLiteral("titration"), 90}, {QStringLiteral("taper"), 150},   {QStringLiteral("split"), 15},
        {QStringLiteral("unit"), 15},      {QStringLiteral("tstep"), 15},    {QStringLiteral("renal"), 30},
        {QStringLiteral("paed"), 15},      {QStringLiteral("visit"), 28},    {QStringLiteral("restart"), 14},
        {QStringLiteral("missed"), 14},    {QStringLiteral("response"), 14}, {QStringLiteral("gas"), 14},
        {QStringLiteral("mas"), 14},       {QStringLiteral("pk"), 14},       {QStringLiteral("refill"), 15},
        {QStringLiteral("bridge"), 15},    {QStringLiteral("pstart"), 14},   {QStringLiteral("plim"), 14}};

private Q_SLOTS:
    void noKindIsPassedOver() {
        QMap<QString, int> counts;
        for (const Case& one : readCases(QStringLiteral("cases.jsonl")))
            ++counts[kindOf(one.id)];
        QCOMPARE(counts, m_kinds);
        QCOMPARE(readCases(QStringLiteral("worked_examples.jsonl")).size(), qsizetype{108});
    }

    void everyCaseIsAnsweredAsTheRulesSay_data() { addRows(readCases(QStringLiteral("cases.jsonl"))); }
    void everyCaseIsAnsweredAsTheRulesSay() { compareRow(); }

    void everyWorkedExampleHolds_data() { addRows(readCases(QStringLiteral("worked_examples.jsonl"))); }
    void everyWorkedExampleHolds() { compareRow(); }

    // One plan at least for each protocol that is shipped beside the adult ones, and what its limits say.
    void everyProtocolMakesItsPlan_data() { addRows(readCases(QStringLiteral("protocols.jsonl"))); }
    void everyProtocolMakesItsPlan() { compareRow(); }

    // The comparison itself must be able to fail.
    void theComparisonSeesWhatDiffers() {
        const QJsonObject answer =
            QJsonDocument::fromJson("{\"k\":44.1,\"mg\":5,\"doses\":[{\"mg\":5}],\"steps\":[{\"daily_mg\":5}],"
                                    "\"findings\":[{\"rule\":\"TAP-8\",\"action\":\"WARN\"}]}")
                .object();
        const auto differs = [&](const char* expect) {
            return !difference(QJsonDocument::fromJson(expect).object(), answer, QString(), QString()).isEmpty();
        };
        QVERIFY(
            !differs("{\"k\":44.2,\"mg\":5,\"doses\":[{\"mg\":5}],\"step_count\":1,"
                     "\"some_steps\":{\"1\":{\"daily_mg\":5}},\"findings_of\":{\"TAP-8\":[\"WARN\"],\"TAP-9\":[]}}"));
        QVERIFY(differs("{\"k\":44.3}"));
        QVERIFY(differs("{\"mg\":5.0001}"));
        QVERIFY(differs("{\"mg\":\"5\"}"));
        QVERIFY(differs("{\"mg\":null}"));
        QVERIFY(differs("{\"missing\":1}"));
        QVERIFY(differs("{\"doses\":[]}"));
        QVERIFY(differs("{\"doses\":[{\"mg\":10}]}"));
        QVERIFY(differs("{\"step_count\":2}"));
        QVERIFY(differs("{\"some_steps\":{\"2\":{\"daily_mg\":5}}}"));
        QVERIFY(differs("{\"findings_of\":{\"TAP-8\":[]}}"));
        QVERIFY(differs("{\"findings_of\":{\"TAP-9\":[\"WARN\"]}}"));
    }
};

QTEST_GUILESS_MAIN(GoldenCasesTest)
#include "tst_golden_cases.moc"
