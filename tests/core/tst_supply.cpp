#include "core/ratio.h"
#include "core/supply.h"
#include "core_values.h"

using namespace lento::core;
using namespace lento::test;

namespace {

Step step(Date first, std::optional<Date> last, std::string_view total, const ProductSet& set) {
    SplitRules rules;
    rules.quantum = set.quantum();
    Step made;
    made.span = {first, last};
    made.split = daily(total).isZero() ? DoseSplit() : splitDay(daily(total), rules).split;
    return made;
}

// A plan that falls by one RND-3 step of 10 % of its start each interval, three times a day, as in E18b and E18c.
Plan taper(std::string_view from, int intervalDays, std::string_view start, const ProductSet& set) {
    Plan plan;
    plan.products = set;
    plan.inputs = TaperInputs{};
    const DailyDose fall = taperStep(daily(from), Percent::of(10), perDay(set.quantum()), Percent::of(20));
    Date first = date(start);
    for (DailyDose now = daily(from) - fall; !now.isZero(); now -= fall) {
        plan.steps.push_back(step(first, first + (intervalDays - 1), milligramText(now), set));
        first = first + intervalDays;
    }
    plan.steps.push_back(step(first, std::nullopt, "0", set));
    return plan;
}

QString supplyText(const Supply& supply, const ProductSet& set) {
    QStringList lines;
    for (const ProductSupply& product : supply.products) {
        const QString id = QString::fromStdString(set.products()[product.product].id);
        if (product.volume.isZero())
            lines << QStringLiteral("%1: %2 whole + %3 halves = %4")
                         .arg(id)
                         .arg(product.whole)
                         .arg(product.halves)
                         .arg(product.tablets());
        else
            lines << QStringLiteral("%1: %2 mL").arg(id, QString::fromStdString(millilitreText(product.volume)));
    }
    return lines.join(QStringLiteral("; "));
}

} // namespace

class TestSupply : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeTapersAreCounted_data();
    void wholeTapersAreCounted();
    void partsOfAPlanAreCounted_data();
    void partsOfAPlanAreCounted();
    void anOpenStepCountsToTheEndOfTheSpanOnly();
    void anOddHalfNeedsATablet();
    void whatCannotBeDispensedIsNotHidden();
    void aBareQuantumIsNotACount();
    void anEmptyPlanNeedsNothing();
};

void TestSupply::wholeTapersAreCounted_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("intervalDays");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QString>("supply");
    QTest::addColumn<QByteArray>("lastDoseDay");
    QTest::newRow("E18b") << QByteArray("60") << 7 << QByteArray("TAB10")
                          << QStringLiteral("TAB10: 168 whole + 126 halves = 231") << QByteArray("2026-03-22");
    QTest::newRow("E18c") << QByteArray("45") << 14 << QByteArray("TAB5,TAB10")
                          << QStringLiteral("TAB5: 168 whole + 0 halves = 168; TAB10: 168 whole + 0 halves = 168")
                          << QByteArray("2026-04-26");
    // 27 + 24 + … + 3 mg a day is 135 mg, 7 days each.
    QTest::newRow("a liquid") << QByteArray("30") << 7 << QByteArray("SOL1") << QStringLiteral("SOL1: 945 mL")
                              << QByteArray("2026-03-08");
}

void TestSupply::wholeTapersAreCounted() {
    QFETCH(QByteArray, from);
    QFETCH(int, intervalDays);
    QFETCH(QByteArray, set);
    QFETCH(QString, supply);
    QFETCH(QByteArray, lastDoseDay);
    const Plan plan = taper(from.constData(), intervalDays, "2026-01-05", products(set.constData()));
    const Supply counted = supplyFor(plan);
    QCOMPARE(supplyText(counted, plan.products), supply);
    QCOMPARE(counted.lastDoseDay.value(), date(lastDoseDay.constData()));
    QVERIFY(counted.complete);
}

void TestSupply::partsOfAPlanAreCounted_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QString>("supply");
    QTest::addColumn<QByteArray>("lastDoseDay");
    const auto row = [](const char* name, const char* first, const char* last, const QString& supply,
                        const char* lastDoseDay) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(last) << supply << QByteArray(lastDoseDay);
    };
    // 55 mg is 15 / 20 / 20: 5 whole and a half; 50 mg is 15 / 15 / 20: 4 whole and two halves.
    row("one day", "2026-01-05", "2026-01-05", QStringLiteral("TAB10: 5 whole + 1 halves = 6"), "2026-01-05");
    row("over a step's end", "2026-01-11", "2026-01-12", QStringLiteral("TAB10: 9 whole + 3 halves = 11"),
        "2026-01-12");
    row("from before the plan", "2025-12-01", "2026-01-06", QStringLiteral("TAB10: 10 whole + 2 halves = 11"),
        "2026-01-06");
    row("to after the stop", "2026-03-22", "2026-04-30", QStringLiteral("TAB10: 0 whole + 1 halves = 1"), "2026-03-22");
    row("before the plan", "2025-12-01", "2026-01-04", QString(), "");
    row("after the stop", "2026-03-23", "2026-04-30", QString(), "");
    row("a span that ends before it begins", "2026-01-06", "2026-01-05", QString(), "");
}

void TestSupply::partsOfAPlanAreCounted() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    QFETCH(QString, supply);
    QFETCH(QByteArray, lastDoseDay);
    const Plan plan = taper("60", 7, "2026-01-05", products("TAB10"));
    const Supply counted = supplyFor(plan, {date(first.constData()), date(last.constData())});
    QCOMPARE(supplyText(counted, plan.products), supply);
    QCOMPARE(counted.lastDoseDay.has_value(), !lastDoseDay.isEmpty());
    if (counted.lastDoseDay)
        QCOMPARE(*counted.lastDoseDay, date(lastDoseDay.constData()));
}

void TestSupply::anOpenStepCountsToTheEndOfTheSpanOnly() {
    Plan plan;
    plan.products = products("TAB10");
    plan.steps = {step(date("2026-02-26"), date("2026-02-28"), "15", plan.products),
                  step(date("2026-03-01"), std::nullopt, "30", plan.products)};
    QCOMPARE(supplyText(supplyFor(plan), plan.products), QStringLiteral("TAB10: 0 whole + 9 halves = 5"));
    QCOMPARE(supplyFor(plan).lastDoseDay.value(), date("2026-02-28"));
    const Supply month = supplyFor(plan, {date("2026-03-01"), date("2026-03-31")});
    QCOMPARE(supplyText(month, plan.products), QStringLiteral("TAB10: 93 whole + 0 halves = 93"));
    QCOMPARE(month.lastDoseDay.value(), date("2026-03-31"));
    const Supply openSpan = supplyFor(plan, {date("2026-02-28"), std::nullopt});
    QCOMPARE(supplyText(openSpan, plan.products), QStringLiteral("TAB10: 0 whole + 3 halves = 2"));
}

void TestSupply::anOddHalfNeedsATablet() {
    QCOMPARE((ProductSupply{0, 168, 126, {}}.tablets()), std::int64_t{231});
    QCOMPARE((ProductSupply{0, 0, 1, {}}.tablets()), std::int64_t{1});
    QCOMPARE((ProductSupply{0, 2, 3, {}}.tablets()), std::int64_t{4});
    QCOMPARE((ProductSupply{0, 2, 0, {}}.tablets()), std::int64_t{2});
}

void TestSupply::whatCannotBeDispensedIsNotHidden() {
    Plan plan;
    plan.products = products("TAB10-");
    DoseSplit split(2);
    split.set(0, dose("5"));
    split.set(1, dose("10"));
    Step only;
    only.span = {date("2026-01-05"), date("2026-01-06")};
    only.split = split;
    plan.steps = {only};
    const Supply counted = supplyFor(plan);
    QVERIFY(!counted.complete);
    QCOMPARE(supplyText(counted, plan.products), QStringLiteral("TAB10: 2 whole + 0 halves = 2"));
}

void TestSupply::aBareQuantumIsNotACount() {
    const Plan plan = taper("30", 7, "2026-01-05", products("q 5"));
    const Supply counted = supplyFor(plan);
    QVERIFY(counted.products.empty());
    QVERIFY(!counted.complete);
    QCOMPARE(counted.lastDoseDay.value(), date("2026-02-08"));
}

void TestSupply::anEmptyPlanNeedsNothing() {
    const Supply counted = supplyFor(Plan{});
    QVERIFY(counted.products.empty());
    QVERIFY(!counted.lastDoseDay);
    QVERIFY(counted.complete);
}

LENTO_CORE_TEST_MAIN(TestSupply)

#include "tst_supply.moc"
