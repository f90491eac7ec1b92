// The grade that ticked and measured signs come to, at their limits, and which flags count (WDL-1 to WDL-4, AE-4,
// REN-7).
#include "core/signs.h"
#include "core_values.h"
#include "shipped_numbers.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::core;

namespace {

const std::vector<WithdrawalSign> signs{{"itching", "Itching", 1, 3, {"PD"}},
                                        {"tremor", "Tremor", 2, {}, {"PD"}},
                                        {"seizure", "Seizure", 4, {}, {"S12", "PD"}},
                                        {"temperature", "Temperature", 0, {}, {"PD"}},
                                        {"pulse", "Pulse", 0, {}, {"GK"}},
                                        {"creatine-kinase", "Creatine kinase", 0, {}, {"S12", "S15"}}};
const std::vector<RedFlag> flags{{"coma", "Coma", "AE-4", false, {"PD"}},
                                 {"acute-confusion", "Acute confusion", "AE-4", true, {"PD"}},
                                 {"toxic-limp", "Limp", "REN-7", true, {"S18", "S19"}}};

} // namespace

class TestSigns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWorstSignGivesTheGrade_data() {
        QTest::addColumn<QStringList>("ticked");
        QTest::addColumn<bool>("asked");
        QTest::addColumn<int>("temperature");
        QTest::addColumn<int>("pulse");
        QTest::addColumn<int>("kinase");
        QTest::addColumn<bool>("pump");
        QTest::addColumn<int>("grade"); // -1: not known
        const auto row = [](const char* name, const QStringList& ticked, bool asked, int t, int p, int ck, bool pump,
                            int grade) { QTest::newRow(name) << ticked << asked << t << p << ck << pump << grade; };
        row("not asked", {}, false, 0, 0, 0, false, -1);
        row("none", {}, true, 0, 0, 0, false, 0);
        row("WDL-1 itching", {QStringLiteral("itching")}, true, 0, 0, 0, false, 1);
        row("WDL-1 itching with a pump", {QStringLiteral("itching")}, true, 0, 0, 0, true, 3);
        row("WDL-2 tremor", {QStringLiteral("itching"), QStringLiteral("tremor")}, true, 0, 0, 0, false, 2);
        row("pulse 99", {}, true, 0, 99, 0, false, 0);
        row("WDL-2 pulse 100", {}, true, 0, 100, 0, false, 2);
        row("pulse 120", {}, true, 0, 120, 0, false, 2);
        row("WDL-3 pulse 121", {}, true, 0, 121, 0, false, 3);
        row("37.9", {}, true, 379, 0, 0, false, 0);
        row("WDL-3 fever 38.0", {}, true, 380, 0, 0, false, 3);
        row("38.9", {}, true, 389, 0, 0, false, 3);
        row("WDL-4 fever 39.0", {}, true, 390, 0, 0, false, 4);
        row("creatine kinase 4.9", {}, true, 0, 0, 49, false, 0);
        row("WDL-4 creatine kinase 5", {}, true, 0, 0, 50, false, 4);
        row("WDL-4 seizure", {QStringLiteral("seizure"), QStringLiteral("tremor")}, true, 0, 0, 0, false, 4);
        row("a fever alone leaves the rest open", {}, false, 384, 0, 0, false, -1);
        row("a fever of 39 decides alone", {}, false, 390, 0, 0, false, 4);
        row("an unknown code is no sign", {QStringLiteral("wings")}, true, 0, 0, 0, false, 0);
    }
    void theWorstSignGivesTheGrade() {
        QFETCH(const QStringList, ticked);
        QFETCH(const bool, asked);
        QFETCH(const int, temperature);
        QFETCH(const int, pulse);
        QFETCH(const int, kinase);
        QFETCH(const bool, pump);
        QFETCH(const int, grade);
        Visit visit;
        if (asked) {
            visit.withdrawalSigns.emplace();
            for (const QString& code : ticked)
                visit.withdrawalSigns->push_back(code.toStdString());
        }
        if (temperature)
            visit.temperatureTenths = temperature;
        if (pulse)
            visit.pulse = pulse;
        if (kinase)
            visit.creatineKinaseTenths = kinase;
        const GradedSigns graded = gradeWithdrawal(visit, signs, pump, test::shippedNumbers());
        QCOMPARE(graded.grade.value_or(-1), grade);
        QCOMPARE(graded.worst.empty(), grade <= 0);
    }

    void aFlagForWeakKidneysCountsWithThem_data() {
        QTest::addColumn<QString>("ticked");
        QTest::addColumn<double>("k");
        QTest::addColumn<int>("raised"); // -1: not known
        QTest::newRow("not asked") << QStringLiteral("-") << 80.0 << -1;
        QTest::newRow("none") << QString() << 80.0 << 0;
        QTest::newRow("none, K not known") << QString() << 0.0 << 0;
        QTest::newRow("AE-4 coma, K not known") << QStringLiteral("coma") << 0.0 << 1;
        QTest::newRow("AE-4 confusion, K 59") << QStringLiteral("acute-confusion") << 59.0 << 1;
        QTest::newRow("confusion, K 60") << QStringLiteral("acute-confusion") << 60.0 << 0;
        QTest::newRow("confusion, K not known") << QStringLiteral("acute-confusion") << 0.0 << -1;
        QTest::newRow("REN-7 limp, K 30") << QStringLiteral("toxic-limp") << 30.0 << 1;
    }
    void aFlagForWeakKidneysCountsWithThem() {
        QFETCH(const QString, ticked);
        QFETCH(const double, k);
        QFETCH(const int, raised);
        Visit visit;
        if (ticked.isEmpty())
            visit.redFlags.emplace();
        else if (ticked != QLatin1String("-"))
            visit.redFlags = {ticked.toStdString()};
        const RaisedFlags found =
            raisedFlags(visit, flags, k > 0 ? std::optional(k) : std::nullopt, test::shippedNumbers());
        QCOMPARE(found.raised ? int(*found.raised) : -1, raised);
        QCOMPARE(found.flags.size(), std::size_t(raised == 1));
        QCOMPARE(found.lacksKidney, raised < 0 && visit.redFlags);
    }

    // What is shown beside the proposal: rule, signs and the sources of those signs.
    void whatGaveTheGradeIsNamedWithItsSources() {
        Visit visit;
        visit.withdrawalSigns = {{"tremor"}};
        visit.pulse = 110;
        visit.redFlags = {{"coma", "toxic-limp"}};
        const auto findings = signFindings(gradeWithdrawal(visit, signs, false, test::shippedNumbers()),
                                           raisedFlags(visit, flags, 40.0, test::shippedNumbers()));
        QCOMPARE(findings.size(), std::size_t(3));
        QVERIFY(findings[0].rule == RuleId("AE-4") && findings[0].action == Action::warn);
        QCOMPARE(findings[1].message, std::string("ren-7.toxicity"));
        QVERIFY(findings[1].sources == std::vector<std::string>({"S18", "S19"}));
        QVERIFY(findings[2].rule == RuleId("WDL-2") && findings[2].action == Action::inform);
        QVERIFY(findings[2].sources == std::vector<std::string>({"PD", "GK"}));
        QVERIFY(findings[2].inputs == std::vector<Input>({{"withdrawal_grade", std::int64_t{2}},
                                                          {"sign", std::string("Tremor")},
                                                          {"sign", std::string("Pulse")}}));
        visit.creatineKinaseTenths = 50;
        const auto worst = signFindings(gradeWithdrawal(visit, signs, false, test::shippedNumbers()), {});
        QVERIFY(worst.size() == 1 && worst.front().rule == RuleId("WDL-4") && worst.front().action == Action::warn);
        QVERIFY(worst.front().sources == std::vector<std::string>({"S12", "S15"}));
    }
};

LENTO_CORE_TEST_MAIN(TestSigns)
#include "tst_signs.moc"
