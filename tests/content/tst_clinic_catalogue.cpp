// The catalogue as one clinic sees it: its own products beside the shipped ones (FRM-1), what its region and its
// choices offer, and the numbers that the rules leave to a clinic (TIT-12, SAF-4).
#include "clinic_products.h"
#include "content/catalogue.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using content::Catalogue;
using core::ClinicSet;
using core::Region;

namespace {

const Catalogue& shipped() {
    static const Catalogue catalogue = Catalogue::load().value();
    return catalogue;
}

QStringList ids(const std::vector<core::Product>& products) {
    QStringList all;
    for (const core::Product& product : products)
        all << QString::fromStdString(product.id);
    return all;
}

ClinicSet in(Region region) {
    ClinicSet set;
    set.region = region;
    return set;
}

} // namespace

class ClinicCatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRegionOffersWhatItsLabelsKnow_data() {
        QTest::addColumn<Region>("region");
        QTest::addColumn<QStringList>("offered");
        const auto row = [](const char* name, Region region, const char* offered) {
            QTest::newRow(name) << region << QString::fromLatin1(offered).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("US", Region::us, "TAB5 TAB10 TAB15 TAB20 SOL1 SOL2 SUS5 GRA5 GRA10 GRA20");
        row("UK", Region::uk, "TAB5 TAB10 SOL1 SOL2");
        row("FR", Region::fr, "BAC40");
        row("OTHER", Region::other, "");
    }
    void theRegionOffersWhatItsLabelsKnow() {
        QFETCH(const Region, region);
        QFETCH(const QStringList, offered);
        const Catalogue clinic = shipped().with(in(region));
        QCOMPARE(ids(clinic.offeredProducts()), offered);
        // What is not offered can still be named: a plan of before may hold it.
        QCOMPARE(clinic.products().size(), shipped().products().size());
    }

    void withoutAClinicAllIsOfferedButThePumps() {
        QVERIFY(shipped().isOffered("TAB20") && shipped().isOffered("BAC40"));
        QVERIFY(!shipped().isOffered("IT500") && !shipped().isOffered("TAB99"));
        QCOMPARE(shipped().offeredProducts().size(), std::size_t{11});
    }

    void aClinicsChoiceGoesBeforeItsRegion() {
        ClinicSet set = in(Region::uk);
        set.choices = {{"TAB20", true}, {"TAB5", false}, {"IT500", true}};
        const Catalogue clinic = shipped().with(set);
        QCOMPARE(ids(clinic.offeredProducts()), QStringLiteral("TAB10 TAB20 SOL1 SOL2").split(QLatin1Char(' ')));
        QVERIFY(clinic.products() == shipped().products()); // shipped products are never edited
    }

    // FRM-1
    void itsOwnProductsStandBesideTheShippedOnes() {
        ClinicSet set = in(Region::uk);
        const core::Product own = clinicTablet("25", false).product;
        const core::Product retired = clinicTablet("12.5", false, "Old").product;
        set.products = {own, retired};
        set.choices = {{own.id, true}, {retired.id, false}};
        const Catalogue clinic = shipped().with(set);
        QVERIFY(clinic.product(own.id) != nullptr && *clinic.product(own.id) == own);
        QVERIFY(clinic.isOffered(own.id));
        QVERIFY(clinic.product(retired.id) != nullptr && !clinic.isOffered(retired.id));
        QVERIFY(shipped().product(own.id) == nullptr); // and nowhere else
    }

    void oneClinicLeavesNothingBehindForTheNext() {
        ClinicSet set = in(Region::us);
        set.products = {clinicTablet("25", false).product};
        set.trialDays = 56;
        set.epilepsyNeedsReason = false;
        const Catalogue again = shipped().with(set).with(in(Region::uk));
        QVERIFY(again.products() == shipped().products());
        QCOMPARE(again.numbers().tit12.trialDays, 42);
        QVERIFY(!again.numbers().saf4.blockRegions.empty());
        QVERIFY(!again.isOffered("TAB20"));
    }

    void aNewProductIsNotOfferedUnlessTheClinicSaysSo() {
        ClinicSet set = in(Region::us);
        set.products = {clinicTablet("25", false).product};
        QVERIFY(!shipped().with(set).isOffered(set.products.front().id));
    }

    // TIT-12
    void theTrialLastsAsLongAsTheClinicSays_data() {
        QTest::addColumn<std::optional<int>>("set");
        QTest::addColumn<int>("days");
        QTest::newRow("nothing set") << std::optional<int>() << 42;
        QTest::newRow("the shortest") << std::optional(42) << 42;
        QTest::newRow("the longest") << std::optional(56) << 56;
        QTest::newRow("too short a one of a damaged file is not believed") << std::optional(41) << 42;
        QTest::newRow("too long a one neither") << std::optional(57) << 42;
    }
    void theTrialLastsAsLongAsTheClinicSays() {
        QFETCH(const std::optional<int>, set);
        QFETCH(const int, days);
        ClinicSet clinic;
        clinic.trialDays = set;
        QCOMPARE(shipped().with(clinic).numbers().tit12.trialDays, days);
        QCOMPARE(shipped().numbers().tit12.trialDays, 42);
    }

    // SAF-4
    void epilepsyNeedsAReasonUntilTheClinicSaysOtherwise() {
        ClinicSet clinic = in(Region::other);
        QVERIFY(shipped().with(clinic).numbers().saf4.blockRegions == std::vector{Region::other});
        clinic.epilepsyNeedsReason = false;
        QVERIFY(shipped().with(clinic).numbers().saf4.blockRegions.empty());
    }

    // Pages keep references into the catalogue while the clinic changes.
    void whatNoClinicChangesStaysWhereItIs() {
        Catalogue seen = shipped().with(in(Region::uk));
        const content::RuleText* rule = seen.rule("FRM-1");
        const auto& groups = seen.muscleGroups();
        const core::RuleNumbers& numbers = seen.numbers();
        seen = shipped().with(in(Region::us));
        QCOMPARE(seen.rule("FRM-1"), rule);
        QCOMPARE(&seen.muscleGroups(), &groups);
        QCOMPARE(&seen.numbers(), &numbers);
        QVERIFY(seen.isOffered("TAB20"));
    }
};

QTEST_APPLESS_MAIN(ClinicCatalogueTest)
#include "tst_clinic_catalogue.moc"
