// Each rule that names a region, in each region: the limits as they are told to the clinic that chooses, and what
// check() finds by them. Kidney (REN) and interactions (INT) are the same everywhere.
#include "core/region_limits.h"
#include "rule_values.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

PatientFacts in(Region region, PatientFacts facts) {
    facts.region = region;
    return facts;
}

PatientFacts having(std::string_view condition) {
    PatientFacts facts = known();
    facts.conditionCodes = {std::string(condition)};
    return facts;
}

// 9 years and 35 kg: heavy enough for tablets (PED-6).
PatientFacts child() {
    PatientFacts facts = known();
    facts.birthDate = date("2016-06-01");
    facts.weights = {{date("2026-01-02"), 35'000}};
    return facts;
}

constexpr Region regions[] = {Region::us, Region::uk, Region::fr, Region::other};
constexpr const char* names[] = {"US", "UK", "FR", "OTHER"};

} // namespace

class TestRegionRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesFollowTheRegion_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<PatientFacts>("facts");
        QTest::addColumn<QByteArray>("expected"); // separated by "; "
        const auto rows = [](const char* rule, const char* what, const Plan& plan, const PatientFacts& facts,
                             std::array<const char*, 4> expected) {
            for (std::size_t i = 0; i < 4; ++i)
                QTest::addRow("%s %s in %s", rule, what, names[i])
                    << QByteArray(rule) << plan << in(regions[i], facts) << QByteArray(expected[i]);
        };
        const Plan rising = up("15", "5", 7, "40");
        rows("SAF-2", "active ulcer", rising, having("peptic-ulcer-active"),
             {"WARN SAF-2 saf-2.active", "BLOCK-OVR SAF-2 saf-2.active", "WARN SAF-2 saf-2.active",
              "WARN SAF-2 saf-2.active"});
        rows("SAF-2", "ulcer in the past", rising, having("peptic-ulcer-history"),
             {"WARN SAF-2 saf-2.history", "WARN SAF-2 saf-2.history", "WARN SAF-2 saf-2.history",
              "WARN SAF-2 saf-2.history"});
        rows("SAF-4", "epilepsy", rising, having("epilepsy"),
             {"WARN SAF-4", "WARN SAF-4", "WARN SAF-4", "BLOCK-OVR SAF-4 saf-4.contraindicated"});
        rows("SAF-4", "epilepsy, going down", down("60", 10, 7), having("epilepsy"),
             {"WARN SAF-4", "WARN SAF-4", "WARN SAF-4", "WARN SAF-4"});
        rows("TIT-14", "stroke", rising, having("stroke"),
             {"WARN TIT-14 tit-14.not-recommended", "INFORM TIT-14 tit-14.licensed", "INFORM TIT-14 tit-14.licensed",
              "WARN TIT-14 tit-14.not-recommended"});
        rows("TIT-14", "muscle pain", rising, having("muscle-pain"),
             {"WARN TIT-14 tit-14.muscle-pain", "WARN TIT-14 tit-14.muscle-pain", "WARN TIT-14 tit-14.muscle-pain",
              "WARN TIT-14 tit-14.muscle-pain"});
        rows("PED-7", "9 years", up("10", "5", 7, "25"), child(), {"WARN PED-7 ped-7.label", "", "", ""});
        rows("TIT-5", "65 mg", up("15", "5", 7, "65"), known(), {"", "INFORM TIT-5 11", "", "INFORM TIT-5 11"});
        rows("REN-5", "moderate kidney disease", up("5", "5", 7, "20"), creatinine(2'000),
             {"WARN REN-5 ren-5.r3", "WARN REN-5 ren-5.r3", "WARN REN-5 ren-5.r3", "WARN REN-5 ren-5.r3"});
    }
    void rulesFollowTheRegion() {
        QFETCH(const QByteArray, rule);
        QFETCH(const Plan, plan);
        QFETCH(const PatientFacts, facts);
        QFETCH(const QByteArray, expected);
        QCOMPARE(of(rule.constData(), checked(plan, facts)).join(QStringLiteral("; ")), QString::fromUtf8(expected));
    }

    void theLimitsAreThoseThatTheRulesUse_data() {
        QTest::addColumn<Region>("region");
        QTest::addColumn<RegionLimits>("limits");
        QTest::newRow("US") << Region::us
                            << RegionLimits{daily("40"), daily("80"), Action::warn, Action::warn, Action::warn, 12};
        QTest::newRow("UK") << Region::uk << RegionLimits{std::nullopt, daily("60"),    Action::blockOverridable,
                                                          Action::warn, Action::inform, std::nullopt};
        QTest::newRow("FR") << Region::fr << RegionLimits{daily("30"),  daily("80"),    Action::warn,
                                                          Action::warn, Action::inform, std::nullopt};
        QTest::newRow("OTHER") << Region::other
                               << RegionLimits{std::nullopt, daily("60"), Action::warn, Action::blockOverridable,
                                               Action::warn, std::nullopt};
    }
    void theLimitsAreThoseThatTheRulesUse() {
        QFETCH(const Region, region);
        QFETCH(const RegionLimits, limits);
        QVERIFY(limitsOf(region, catalogue().numbers()) == limits);
    }

    // SAF-4: the option of a clinic in the region OTHER.
    void epilepsyOnlyWarnsWhereTheClinicChoseSo() {
        ClinicSet set;
        set.region = Region::other;
        set.epilepsyNeedsReason = false;
        const content::Catalogue clinic = catalogue().with(set);
        QCOMPARE(limitsOf(Region::other, clinic.numbers()).epilepsy, Action::warn);
        const Plan plan = up("15", "5", 7, "40");
        const PatientFacts facts = in(Region::other, having("epilepsy"));
        QCOMPARE(of("SAF-4", check({plan, clinic.numbers(), today, &facts})),
                 QStringList{QStringLiteral("WARN SAF-4")});
    }
};

QTEST_APPLESS_MAIN(TestRegionRules)
#include "tst_region_rules.moc"
