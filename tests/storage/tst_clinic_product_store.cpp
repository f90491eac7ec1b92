// The clinic's own products come back whole, keep what a plan holds, and are never lost to a second window.
#include "clinic_products.h"
#include "clinic_values.h"
#include "storage/clinic_product_store.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"
#include "storage/plan_store.h"
#include "storage/visit_store.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

core::ClinicProduct added(core::ClinicProduct product) {
    product.note = "sold in Portugal";
    product.addedBy = "Dr. Example";
    product.addedAt = "2026-11-22T09:00:00.000Z";
    return product;
}

core::Plan planWith(const core::Product& product) {
    core::Plan plan = planned(taper("2026-01-05", "50", 10, 7), "TAB10");
    plan.products = core::ProductSet::of({product}).value();
    return plan;
}

} // namespace

class TestClinicProductStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsComeBackWhole() {
        StoreFixture clinic;
        const core::ClinicProduct tablet = added(clinicTablet("25", true));
        const core::ClinicProduct whole = added(clinicTablet("12.5", false, "Other"));
        const core::ClinicProduct liquid = added(clinicLiquid("2.5", 200));
        {
            ClinicProductStore store(clinic.database());
            QVERIFY(store.all().empty());
            store.insert(tablet);
            store.insert(whole);
            store.insert(liquid);
        }
        clinic.reopen();
        QVERIFY((ClinicProductStore(clinic.database()).all() == std::vector{tablet, whole, liquid}));
    }

    void aChangeNeedsTheVersionThatWasRead() {
        StoreFixture clinic;
        ClinicProductStore store(clinic.database());
        core::ClinicProduct tablet = added(clinicTablet("25", false));
        store.insert(tablet);
        const core::ClinicProduct elsewhere = tablet;
        tablet.product.strength = dose("30");
        tablet.retiredBy = "Dr. Other";
        tablet.retiredAt = "2026-11-23T09:00:00.000Z";
        tablet.rowVersion = store.update(tablet);
        QVERIFY(store.all() == std::vector{tablet});
        QCOMPARE(failureOf([&] { store.update(elsewhere); }), ErrorCode::recordChanged);
        QCOMPARE(failureOf([&] { store.remove(elsewhere); }), ErrorCode::recordChanged);
        store.remove(tablet);
        QVERIFY(store.all().empty());
        QCOMPARE(failureOf([&] { store.update(tablet); }), ErrorCode::recordMissing);
    }

    // FRM-1: old plans and prints keep theirs.
    void whatAPlanHoldsKeepsItsStrength_data() {
        QTest::addColumn<QString>("holder");
        for (const char* holder : {"plan", "draft", "supply"})
            QTest::newRow(holder) << QString::fromLatin1(holder);
    }
    void whatAPlanHoldsKeepsItsStrength() {
        QFETCH(const QString, holder);
        StoreFixture clinic;
        ClinicProductStore store(clinic.database());
        core::ClinicProduct tablet = added(clinicTablet("25", false));
        const core::ClinicProduct unused = added(clinicTablet("12.5", false, "Other"));
        store.insert(tablet);
        store.insert(unused);
        const core::PatientId patient = clinic.addPatient();
        QVERIFY(!store.isInUse(tablet.product.id));
        if (holder == QLatin1String("plan"))
            PlanStore(clinic.database()).insert(exampleRevision(patient, planWith(tablet.product)));
        else if (holder == QLatin1String("draft"))
            DraftStore(clinic.database())
                .save(
                    {patient, DraftKind::plan, jsonText(toJson(planWith(tablet.product))), "2026-11-22T09:00:00.000Z"});
        else
            VisitStore(clinic.database())
                .insertDispensed({nextId<core::RecordId>(), patient, date("2026-11-22"), tablet.product.id, 30});
        QVERIFY(store.isInUse(tablet.product.id));
        QVERIFY(!store.isInUse(unused.product.id));

        const auto spoilt = [&](auto change) {
            core::ClinicProduct other = tablet;
            change(other.product);
            return failureOf([&] { store.update(other); });
        };
        QCOMPARE(spoilt([](core::Product& p) { p.strength = dose("50"); }), ErrorCode::recordInUse);
        QCOMPARE(spoilt([](core::Product& p) { p.scored = p.halvesAllowed = true; }), ErrorCode::recordInUse);
        QCOMPARE(spoilt([](core::Product& p) { p.form = core::ProductForm::granules; }), ErrorCode::recordInUse);
        QCOMPARE(failureOf([&] { store.remove(tablet); }), ErrorCode::recordInUse);
        // It may still be renamed and retired.
        tablet.product.name = "Baclofen 25";
        tablet.retiredBy = "Dr. Example";
        tablet.retiredAt = "2026-11-23T09:00:00.000Z";
        tablet.rowVersion = store.update(tablet);
        QCOMPARE(store.all().front().product.name, std::string("Baclofen 25"));
    }

    void aPlanKeepsTheNameOfItsProduct() {
        const core::Product product = clinicTablet("25", true).product;
        QVERIFY(productFromJson(toJson(product)) == product);
        // Shipped ones are written as before there were names.
        QVERIFY(!toJson(products("TAB10").products().front()).contains(QStringLiteral("name")));
    }

    void choicesAreKeptAndChangedInPlace() {
        StoreFixture clinic;
        ClinicProductStore store(clinic.database());
        QVERIFY(store.choices().empty());
        store.choose({"TAB20", true}, "Dr. Example", "2026-11-22T09:00:00.000Z");
        store.choose({"TAB5", false}, "Dr. Example", "2026-11-22T09:00:00.000Z");
        store.choose({"TAB20", false}, "Dr. Other", "2026-11-22T10:00:00.000Z");
        QVERIFY((store.choices() == std::vector<core::ProductChoice>{{"TAB20", false}, {"TAB5", false}}));
    }

    void theFileItselfRefusesWhatIsNoProduct_data() {
        QTest::addColumn<core::ClinicProduct>("product");
        QTest::newRow("no name") << clinicTablet("25", false, "");
        QTest::newRow("no strength") << clinicTablet("0", false);
        core::ClinicProduct pump = clinicTablet("25", false);
        pump.product.form = core::ProductForm::intrathecal;
        QTest::newRow("for the pump") << pump;
        core::ClinicProduct packet = clinicTablet("5", true);
        packet.product.form = core::ProductForm::granules;
        QTest::newRow("half a packet") << packet;
        QTest::newRow("a liquid without a step") << clinicLiquid("1", 0);
    }
    void theFileItselfRefusesWhatIsNoProduct() {
        QFETCH(const core::ClinicProduct, product);
        StoreFixture clinic;
        QVERIFY(failureOf([&] { ClinicProductStore(clinic.database()).insert(added(product)); }).has_value());
        QVERIFY(ClinicProductStore(clinic.database()).all().empty());
    }
};

QTEST_GUILESS_MAIN(TestClinicProductStore)
#include "tst_clinic_product_store.moc"
