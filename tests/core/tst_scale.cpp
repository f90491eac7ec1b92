#include "core/scale.h"
#include "core_values.h"
#include "for_rule.h"

using namespace lento::core;
using namespace lento::test;

class TestScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levelsAreReadAndWritten();
    void whatIsNoLevelIsRefused_data();
    void whatIsNoLevelIsRefused();
    void meansSayTheirCoding_data();
    void meansSayTheirCoding();
};

void TestScale::levelsAreReadAndWritten() {
    int levels = 0;
    for (const char* text : {"0", "1", "1+", "2", "3", "4"}) {
        const auto level = masFromText(text);
        QVERIFY(level);
        QCOMPARE(static_cast<int>(*level), levels++);
        QCOMPARE(QByteArray::fromStdString(std::string(masText(*level))), QByteArray(text));
    }
    QCOMPARE(levels, masLevels);
}

void TestScale::whatIsNoLevelIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "5", "1.5", "2+", "1 +", " 1", "-1", "one", "+1", "01"})
        QTest::addRow("'%s'", text) << QByteArray(text);
}

void TestScale::whatIsNoLevelIsRefused() {
    QFETCH(QByteArray, text);
    const auto level = masFromText(text.toStdString());
    QVERIFY(!level);
    QCOMPARE(level.error().code, ErrorCode::unknownName);
}

void TestScale::meansSayTheirCoding_data() {
    QTest::addColumn<QByteArrayList>("levels");
    QTest::addColumn<int>("ranks");
    QTest::addColumn<int>("halves");
    const auto row = [](const char* name, const char* levels, int ranks, int halves) {
        QTest::newRow(name) << QByteArray(levels).split(' ') << ranks << halves;
    };
    row("E33", "2 1+ 3 1", 2'500, 1'875);
    row("one", "1+", 2'000, 1'500);
    row("nothing felt", "0 0", 0, 0);
    row("seven scores", "0 0 1 1 3 2 1", 1'429, 1'143);
    row("half a thousandth goes up", "1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", 63, 63);
    row("all of them", "0 1 1+ 2 3 4", 2'500, 1'917);
}

void TestScale::meansSayTheirCoding() {
    const ForRule rule("SCL-1");
    QFETCH(QByteArrayList, levels);
    QFETCH(int, ranks);
    QFETCH(int, halves);
    std::vector<Mas> scores;
    for (const QByteArray& level : levels)
        scores.push_back(masFromText(level.toStdString()).value());
    QCOMPARE(int{masMeanThousandths(scores, MasCoding::ranks).value()}, ranks);
    QCOMPARE(int{masMeanThousandths(scores, MasCoding::onePlusAsOneAndAHalf).value()}, halves);
    QVERIFY(!masMeanThousandths(std::vector<Mas>{}, MasCoding::ranks));
}

LENTO_CORE_TEST_MAIN(TestScale)

#include "tst_scale.moc"
