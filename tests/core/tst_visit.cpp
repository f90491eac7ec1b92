#include "core/visit.h"
#include "core_values.h"

using namespace lento::core;
using namespace lento::test;

namespace {

const Date today = Date::fromDayNumber(20'779); // 2026-11-22

Visit ordinary() {
    Visit visit;
    visit.on = today;
    visit.mas = {{"hip-adductors", Side::left, Mas::two}, {"hip-adductors", Side::right, Mas::onePlus}};
    visit.pennFrequency = 2;
    visit.pennSeverity = 1;
    visit.nrsTenths = 35;
    visit.adverseEffects = {{"drowsiness", "", 2}, {"other", "metal taste", 1}, {"nausea", "", 0}};
    visit.falls = 0;
    return visit;
}

} // namespace

class TestVisit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordinaryVisitsAreValid_data();
    void ordinaryVisitsAreValid();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void visitsGiveTheirMean();
};

void TestVisit::ordinaryVisitsAreValid_data() {
    QTest::addColumn<Visit>("visit");
    const auto row = [](const char* name, auto change) {
        Visit visit = ordinary();
        change(visit);
        QTest::newRow(name) << visit;
    };
    row("ordinary", [](Visit&) {});
    row("empty", [](Visit& v) {
        v = Visit{};
        v.on = today;
    });
    row("entered late", [](Visit& v) { v.on = today - 400; });
    row("no spasms", [](Visit& v) {
        v.pennFrequency = 0;
        v.pennSeverity.reset();
    });
    row("lowest", [](Visit& v) {
        v.pennFrequency = 1;
        v.pennSeverity = 1;
        v.nrsTenths = 0;
    });
    row("highest", [](Visit& v) {
        v.pennFrequency = 4;
        v.pennSeverity = 3;
        v.nrsTenths = 100;
        v.adverseEffects[0].grade = 4;
    });
}

void TestVisit::ordinaryVisitsAreValid() {
    QFETCH(Visit, visit);
    const auto valid = validate(visit, today);
    if (!valid)
        QFAIL(valid.error().subject.c_str());
    QVERIFY(valid);
}

void TestVisit::whatCannotBeIsRefused_data() {
    QTest::addColumn<Visit>("visit");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, auto change, ErrorCode code, const char* field) {
        Visit visit = ordinary();
        change(visit);
        QTest::newRow(name) << visit << code << QByteArray(field);
    };
    constexpr auto range = ErrorCode::outOfRange;
    constexpr auto conflict = ErrorCode::conflictingFields;
    row(
        "tomorrow", [](Visit& v) { v.on = today + 1; }, range, "on");
    row(
        "SCL-4: frequency 5", [](Visit& v) { v.pennFrequency = 5; }, range, "pennFrequency");
    row(
        "SCL-4: frequency -1", [](Visit& v) { v.pennFrequency = -1; }, range, "pennFrequency");
    row(
        "SCL-4: severity 0", [](Visit& v) { v.pennSeverity = 0; }, range, "pennSeverity");
    row(
        "SCL-4: severity 4", [](Visit& v) { v.pennSeverity = 4; }, range, "pennSeverity");
    row(
        "SCL-4: severity without spasms", [](Visit& v) { v.pennFrequency = 0; }, conflict, "pennSeverity");
    row(
        "SCL-4: severity without frequency", [](Visit& v) { v.pennFrequency.reset(); }, conflict, "pennSeverity");
    row(
        "a walk of no time", [](Visit& v) { v.further.tenMetreHundredths = 0; }, range, "tenMetre");
    row(
        "SCL-5: 10.1", [](Visit& v) { v.nrsTenths = 101; }, range, "nrs");
    row(
        "SCL-5: -0.1", [](Visit& v) { v.nrsTenths = -1; }, range, "nrs");
    row(
        "AE-1: grade 5", [](Visit& v) { v.adverseEffects[0].grade = 5; }, range, "grade");
    row(
        "AE-1: grade -1", [](Visit& v) { v.adverseEffects[0].grade = -1; }, range, "grade");
    row(
        "falls -1", [](Visit& v) { v.falls = -1; }, range, "falls");
    row(
        "a muscle twice", [](Visit& v) { v.mas[1].side = Side::left; }, conflict, "mas");
    row(
        "other without words", [](Visit& v) { v.adverseEffects[1].text.clear(); }, ErrorCode::emptyText,
        "adverseEffect");
    row(
        "an effect without a name", [](Visit& v) { v.adverseEffects[0].code.clear(); }, ErrorCode::emptyText,
        "adverseEffect");
}

void TestVisit::whatCannotBeIsRefused() {
    QFETCH(Visit, visit);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, field);
    const auto valid = validate(visit, today);
    QVERIFY(!valid);
    QCOMPARE(valid.error().code, code);
    QCOMPARE(QByteArray::fromStdString(valid.error().subject), field);
}

void TestVisit::visitsGiveTheirMean() {
    QCOMPARE(int{masMeanThousandths(ordinary(), MasCoding::onePlusAsOneAndAHalf).value()}, 1'750);
    QCOMPARE(int{masMeanThousandths(ordinary(), MasCoding::ranks).value()}, 2'500);
    QVERIFY(!masMeanThousandths(Visit{}, MasCoding::ranks));
}

LENTO_CORE_TEST_MAIN(TestVisit)

#include "tst_visit.moc"
