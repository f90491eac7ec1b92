// Every version of a clinic's protocol comes back whole and stays as it was; two windows cannot make the same one.
#include "clinic_values.h"
#include "content/catalogue.h"
#include "core/renal.h"
#include "storage/clinic_protocol_store.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

constexpr const char* now = "2026-11-22T09:00:00.000Z";

core::Protocol own(const char* base, const std::string& id, int version = 1) {
    static const content::Catalogue shipped = content::Catalogue::load().value();
    core::Protocol protocol = *shipped.protocol(base);
    protocol.id = id;
    protocol.version = version;
    protocol.title = "Ours";
    protocol.isDefault = false;
    protocol.enabled = true;
    protocol.basedOn = base;
    protocol.adoptedBy = "Dr. Example";
    protocol.adoptedOn = date("2026-11-20");
    return protocol;
}

} // namespace

class TestClinicProtocolStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVersionComesBackWhole() {
        StoreFixture clinic;
        core::Protocol first = own("ORAL-ADULT-VERY-SLOW", "OWN-SLOW");
        first.lowestBand = core::RenalBand::r3;
        first.fromWeightGrams = 40'500;
        first.defaultGoal = core::DailyDose::milligrams(30);
        core::Protocol second = first;
        second.version = 2;
        second.increment = core::DailyDose::nanograms(2'500'000);
        second.adoptedBy = "Dr. Other";
        second.adoptedOn = date("2026-11-22");
        const core::Protocol child = own("ORAL-CHILD", "OWN-CHILD");
        {
            ClinicProtocolStore store(clinic.database());
            QVERIFY(store.all().empty());
            store.insert(first, "Dr. Example", now);
            store.insert(child, "Dr. Example", now);
            store.insert(second, "Dr. Other", now);
        }
        clinic.reopen();
        const ClinicProtocolStore store(clinic.database());
        QVERIFY((store.all() == std::vector{child, first, second}));
        QVERIFY((store.newest() == std::vector{child, second}));
    }

    void aVersionIsTheNextOneOrRefused_data() {
        QTest::addColumn<int>("version");
        for (const int version : {0, 1, 3})
            QTest::addRow("%d", version) << version;
    }
    void aVersionIsTheNextOneOrRefused() {
        QFETCH(const int, version);
        StoreFixture clinic;
        ClinicProtocolStore store(clinic.database());
        store.insert(own("ORAL-ADULT-LABEL", "OWN-FAST"), "Dr. Example", now);
        const core::Protocol other = own("ORAL-ADULT-LABEL", "OWN-FAST", version);
        QCOMPARE(failureOf([&] { store.insert(other, "Dr. Other", now); }), ErrorCode::recordChanged);
        QCOMPARE(store.all().size(), std::size_t{1});
    }

    void aRowThatSaysSomethingElseThanItsProtocolIsDamage() {
        StoreFixture clinic;
        ClinicProtocolStore store(clinic.database());
        store.insert(own("ORAL-ADULT-LABEL", "OWN-FAST"), "Dr. Example", now);
        clinic.database().change("update clinic_protocol set version = 7");
        QCOMPARE(failureOf([&] { store.all(); }), ErrorCode::fileDamaged);
    }

    void choicesAreKeptAndChangedInPlace() {
        StoreFixture clinic;
        ClinicProtocolStore store(clinic.database());
        QVERIFY(store.choices().empty());
        store.choose({"IND-TN", true}, "Dr. Example", now);
        store.choose({"IND-AUD", true}, "Dr. Example", now);
        store.choose({"IND-TN", false}, "Dr. Other", now);
        QVERIFY((store.choices() == std::vector<core::ProtocolChoice>{{"IND-AUD", true}, {"IND-TN", false}}));
    }
};

QTEST_GUILESS_MAIN(TestClinicProtocolStore)
#include "tst_clinic_protocol_store.moc"
