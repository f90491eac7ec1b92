// JSON is read exactly and strictly: no amount passes through a binary fraction, no key goes unread, every problem has
// a place.
#include "content/json_reader.h"

#include <QtTest/QtTest>

using namespace lento;
using content::JsonReader;
using content::JsonTrouble;
using core::ErrorCode;

namespace {

QJsonObject parsed(const QByteArray& text) {
    return content::parseJsonObject(text, "f.json").value();
}

// Reads one object with `read` and tells the first problem as "code place value, value".
template <class Read>
QString problem(const QByteArray& text, Read read) {
    JsonTrouble trouble;
    JsonReader reader(parsed(text), {"f.json", {}}, trouble);
    read(reader);
    reader.done();
    if (!trouble)
        return {};
    QString line = QString::number(static_cast<int>(trouble.first().code)) + QLatin1Char(' ') +
                   QString::fromStdString(trouble.first().subject);
    for (const std::string& value : trouble.first().values)
        line += QLatin1Char(' ') + QString::fromStdString(value);
    return line;
}

QString expected(ErrorCode code, const char* rest) {
    return QString::number(static_cast<int>(code)) + QLatin1Char(' ') + QLatin1String(rest);
}

} // namespace

class JsonReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amountsAreExact_data() {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<qint64>("nanograms");
        QTest::newRow("whole") << QByteArray("15") << qint64{15'000'000};
        QTest::newRow("half") << QByteArray("12.5") << qint64{12'500'000};
        QTest::newRow("tenth") << QByteArray("0.1") << qint64{100'000};
        QTest::newRow("smallest") << QByteArray("0.0001") << qint64{100};
        QTest::newRow("four decimals") << QByteArray("299.9999") << qint64{299'999'900};
        QTest::newRow("exponent") << QByteArray("1.5e1") << qint64{15'000'000};
        QTest::newRow("trailing zeros") << QByteArray("7.50000") << qint64{7'500'000};
    }
    void amountsAreExact() {
        QFETCH(const QByteArray, written);
        QFETCH(const qint64, nanograms);
        JsonTrouble trouble;
        JsonReader reader(parsed("{\"mg\":" + written + "}"), {"f.json", {}}, trouble);
        QCOMPARE(qint64{reader.dailyMg("mg").inNanograms()}, nanograms);
        QVERIFY(!trouble);
    }

    // 3,000,001 amounts: every 0.0001 mg up to 300 mg comes through as it was written.
    void everyTenthOfAMicrogramComesThrough() {
        JsonTrouble trouble;
        for (int scaled = 1; scaled <= 3'000'000; scaled += 7) {
            const double number = scaled / 10'000.0;
            JsonReader reader(QJsonObject{{QStringLiteral("mg"), number}}, {"f.json", {}}, trouble);
            if (reader.oralMg("mg").inNanograms() != std::int64_t{scaled} * 100)
                QFAIL(qPrintable(QString::number(scaled)));
        }
        QVERIFY(!trouble);
    }

    void aWrongAmountIsRefused_data() {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("error");
        QTest::newRow("fifth decimal") << QByteArray("0.00001")
                                       << expected(ErrorCode::tooManyDecimals, "f.json:mg 1e-05 4");
        QTest::newRow("third") << QByteArray("3.33333") << expected(ErrorCode::tooManyDecimals, "f.json:mg 3.33333 4");
        QTest::newRow("zero") << QByteArray("0") << expected(ErrorCode::outOfRange, "f.json:mg 0 0.0001 100000");
        QTest::newRow("negative") << QByteArray("-5") << expected(ErrorCode::outOfRange, "f.json:mg -5 0.0001 100000");
        QTest::newRow("huge") << QByteArray("1e300")
                              << expected(ErrorCode::outOfRange, "f.json:mg 1e+300 0.0001 100000");
        QTest::newRow("too much") << QByteArray("100000.5")
                                  << expected(ErrorCode::outOfRange, "f.json:mg 100000.5 0.0001 100000");
        QTest::newRow("text") << QByteArray("\"15\"") << expected(ErrorCode::wrongType, "f.json:mg a number a text");
        QTest::newRow("null") << QByteArray("null") << expected(ErrorCode::wrongType, "f.json:mg a number null");
        QTest::newRow("list") << QByteArray("[15]") << expected(ErrorCode::wrongType, "f.json:mg a number a list");
    }
    void aWrongAmountIsRefused() {
        QFETCH(const QByteArray, written);
        QFETCH(const QString, error);
        QCOMPARE(problem("{\"mg\":" + written + "}", [](JsonReader& reader) { reader.dailyMg("mg"); }), error);
    }

    void aProblemIsNamedWithItsPlace() {
        QCOMPARE(problem("{}", [](JsonReader& r) { r.text("start"); }),
                 expected(ErrorCode::missingField, "f.json:start start"));
        QCOMPARE(problem("{\"start\":\"\"}", [](JsonReader& r) { r.text("start"); }),
                 expected(ErrorCode::emptyText, "f.json:start"));
        QCOMPARE(problem("{\"start\":\"2026-02-30\"}", [](JsonReader& r) { r.date("start"); }),
                 expected(ErrorCode::notADate, "f.json:start 2026-02-30"));
        QCOMPARE(problem("{\"days\":1.5}", [](JsonReader& r) { r.integer("days", 1, 9); }),
                 expected(ErrorCode::notAnInteger, "f.json:days 1.5"));
        QCOMPARE(problem("{\"days\":10}", [](JsonReader& r) { r.integer("days", 1, 9); }),
                 expected(ErrorCode::outOfRange, "f.json:days 10 1 9"));
        QCOMPARE(problem("{\"on\":1}", [](JsonReader& r) { r.flag("on"); }),
                 expected(ErrorCode::wrongType, "f.json:on true or false a number"));
        QCOMPARE(problem("{\"r\":\"2/0\"}", [](JsonReader& r) { r.ratio("r"); }),
                 expected(ErrorCode::notANumber, "f.json:r 2/0"));
        QCOMPARE(problem("{\"known\":1,\"surprise\":2}", [](JsonReader& r) { r.integer("known", 0, 9); }),
                 expected(ErrorCode::unknownField, "f.json:surprise surprise"));
    }

    void aPlaceGoesDownIntoListsAndObjects() {
        const QByteArray text = "{\"events\":[{\"hold\":{\"days\":7}},{\"hold\":{\"days\":\"7\"}}]}";
        QCOMPARE(problem(text,
                         [](JsonReader& reader) {
                             for (JsonReader& event : reader.objects("events")) {
                                 JsonReader hold = event.object("hold");
                                 hold.integer("days", 1, 365);
                                 hold.done();
                                 event.done();
                             }
                         }),
                 expected(ErrorCode::wrongType, "f.json:events[1].hold.days a whole number a text"));
    }

    void theFirstProblemIsKept() {
        QCOMPARE(problem("{\"a\":true}",
                         [](JsonReader& r) {
                             r.text("b");
                             r.text("a");
                         }),
                 expected(ErrorCode::missingField, "f.json:b b"));
    }

    void brokenTextIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char* name, const char* text, ErrorCode code, const char* subject) {
            QTest::newRow(name) << QByteArray(text) << static_cast<int>(code) << QString::fromLatin1(subject);
        };
        row("empty", "", ErrorCode::malformedFile, "f.json");
        row("half", "{\"a\":", ErrorCode::malformedFile, "f.json");
        row("second line", "{\n\"a\": 01\n}", ErrorCode::malformedFile, "f.json:2");
        row("a list", "[1]", ErrorCode::wrongType, "f.json");
        row("a key twice", "{\"mg\":5,\"mg\":50}", ErrorCode::conflictingFields, "f.json:mg");
        row("a key twice inside", "{\"a\":[{\"b\":1,\"c\":\"}\",\"b\":2}]}", ErrorCode::conflictingFields, "f.json:b");
        row("a key twice, once escaped", "{\"mg\":5,\"\\u006dg\":50}", ErrorCode::conflictingFields, "f.json:mg");
    }
    void brokenTextIsRefused() {
        QFETCH(const QByteArray, text);
        QFETCH(const int, code);
        QFETCH(const QString, subject);
        const auto result = content::parseJsonObject(text, "f.json");
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QCOMPARE(QString::fromStdString(result.error().subject), subject);
    }

    void equalKeysInDifferentObjectsAreFine() {
        QVERIFY(content::parseJsonObject("{\"a\":{\"k\":1},\"b\":[{\"k\":1},{\"k\":\"\\\"k\\\":\"}]}", "f.json")
                    .has_value());
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_json_reader.moc"
