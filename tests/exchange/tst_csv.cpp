#include "exchange/csv.h"

#include <QTest>

using namespace lento::exchange;

class CsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreWrittenSafely_data();
    void fieldsAreWrittenSafely();
    void fileBeginsWithMarkAndHeadings();
    void numbersAreNeverGuarded();
};

void CsvTest::fieldsAreWrittenSafely_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << u"drowsiness"_qs << QByteArray("drowsiness");
    QTest::newRow("empty") << QString() << QByteArray("");
    QTest::newRow("comma") << u"15, 20, 20"_qs << QByteArray("\"15, 20, 20\"");
    QTest::newRow("quote") << u"so-called \"rest\""_qs << QByteArray("\"so-called \"\"rest\"\"\"");
    QTest::newRow("line break") << u"one\ntwo"_qs << QByteArray("\"one\ntwo\"");
    QTest::newRow("umlaut") << u"Müdigkeit"_qs
                            << QByteArray("M\xC3\xBC"
                                          "digkeit");
    QTest::newRow("formula") << u"=1+1"_qs << QByteArray("'=1+1");
    QTest::newRow("plus") << u"+5"_qs << QByteArray("'+5");
    QTest::newRow("minus") << u"-5 mg"_qs << QByteArray("'-5 mg");
    QTest::newRow("at") << u"@home"_qs << QByteArray("'@home");
    QTest::newRow("tab") << u"\tx"_qs << QByteArray("'\tx");
    QTest::newRow("formula with comma") << u"=A1,B1"_qs << QByteArray("\"'=A1,B1\"");
}

void CsvTest::fieldsAreWrittenSafely() {
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    QCOMPARE(toCsv({{u"h"_qs}, {{{text, false}}}}), QByteArray("\xEF\xBB\xBFh\r\n") + written + "\r\n");
}

void CsvTest::fileBeginsWithMarkAndHeadings() {
    const QByteArray file = toCsv({{u"date"_qs, u"dose_mg_per_day"_qs}, {{{u"2026-11-22"_qs}, {u"60"_qs, true}}}});
    QCOMPARE(file, QByteArray("\xEF\xBB\xBF"
                              "date,dose_mg_per_day\r\n2026-11-22,60\r\n"));
}

void CsvTest::numbersAreNeverGuarded() {
    QCOMPARE(toCsv({{u"change_mg"_qs}, {{{u"-5"_qs, true}}}}), QByteArray("\xEF\xBB\xBF"
                                                                          "change_mg\r\n-5\r\n"));
}

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
