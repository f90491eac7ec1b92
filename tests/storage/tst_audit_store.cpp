#include "clinic_values.h"
#include "storage/audit_store.h"

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

AuditEntry entry(const std::string& operation, std::optional<core::PatientId> patient = std::nullopt) {
    return {"2026-11-22T09:30:00.000Z",
            "Nurse Example",
            operation,
            patient,
            "subject",
            "{\"a\":1}",
            "{\"a\":2}",
            "because"};
}

} // namespace

class TestAuditStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesComeBackInOrder();
    void anUntouchedChainHolds();
    void linesCannotBeChangedOrDeleted();
    void tamperingIsFound_data();
    void tamperingIsFound();
};

void TestAuditStore::linesComeBackInOrder() {
    StoreFixture clinic;
    const auto patient = nextId<core::PatientId>();
    {
        AuditStore store(clinic.database());
        QCOMPARE(store.append(entry("add-patient", patient)), 1);
        QCOMPARE(store.append(entry("edit-clinic")), 2);
        QCOMPARE(store.append(entry("record-visit", patient)), 3);
    }
    clinic.reopen();
    AuditStore store(clinic.database());
    std::vector<AuditLine> lines;
    store.forEach([&lines](AuditLine&& line) {
        lines.push_back(std::move(line));
        return true;
    });
    QCOMPARE(lines.size(), std::size_t{3});
    QVERIFY(lines[0].entry == entry("add-patient", patient));
    QVERIFY(lines[1].entry == entry("edit-clinic"));
    QCOMPARE(lines[0].previousHash, std::string());
    QCOMPARE(lines[1].previousHash, lines[0].hash);
    QCOMPARE(lines[2].previousHash, lines[1].hash);
    QCOMPARE(lines[2].hash.size(), std::size_t{64});
    QCOMPARE(store.forPatient(patient).size(), std::size_t{2});
}

void TestAuditStore::anUntouchedChainHolds() {
    StoreFixture clinic;
    AuditStore store(clinic.database());
    QCOMPARE(store.firstBroken(), std::nullopt);
    for (int i = 0; i < 20; ++i)
        store.append(entry("record-visit", nextId<core::PatientId>()));
    QCOMPARE(store.firstBroken(), std::nullopt);
}

void TestAuditStore::linesCannotBeChangedOrDeleted() {
    StoreFixture clinic;
    AuditStore store(clinic.database());
    store.append(entry("record-visit"));
    QCOMPARE(failureOf([&] { clinic.database().change("update audit set who = 'someone else'"); }),
             ErrorCode::cannotWrite);
    QCOMPARE(failureOf([&] { clinic.database().change("delete from audit"); }), ErrorCode::cannotWrite);
    QCOMPARE(store.firstBroken(), std::nullopt);
}

void TestAuditStore::tamperingIsFound_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qlonglong>("firstBroken");
    QTest::newRow("who") << QByteArray("update audit set who = 'someone else' where seq = 3") << 3LL;
    QTest::newRow("when") << QByteArray("update audit set at = '2020-01-01T00:00:00.000Z' where seq = 1") << 1LL;
    QTest::newRow("what") << QByteArray("update audit set operation = 'edit-patient' where seq = 2") << 2LL;
    QTest::newRow("whom") << QByteArray("update audit set patient_id = null where seq = 2") << 2LL;
    QTest::newRow("before") << QByteArray("update audit set before_sealed = x'7b7d' where seq = 5") << 5LL;
    QTest::newRow("after") << QByteArray("update audit set after_sealed = x'7b7d' where seq = 5") << 5LL;
    QTest::newRow("reason") << QByteArray("update audit set reason_sealed = x'' where seq = 4") << 4LL;
    QTest::newRow("a byte moved to the next field")
        << QByteArray(
               "update audit set before_sealed = x'7b2261223a317d7b', after_sealed = x'2261223a327d' where seq = 4")
        << 4LL;
    QTest::newRow("own hash") << QByteArray("update audit set hash = '" + QByteArray(64, '0') + "' where seq = 2")
                              << 2LL;
    QTest::newRow("deleted") << QByteArray("delete from audit where seq = 2") << 2LL;
    QTest::newRow("deleted at the beginning") << QByteArray("delete from audit where seq = 1") << 1LL;
    QTest::newRow("renumbered") << QByteArray("update audit set seq = 9 where seq = 5") << 5LL;
}

void TestAuditStore::tamperingIsFound() {
    QFETCH(QByteArray, sql);
    QFETCH(qlonglong, firstBroken);
    StoreFixture clinic;
    AuditStore store(clinic.database());
    for (int i = 0; i < 5; ++i)
        store.append(entry("record-visit", nextId<core::PatientId>()));
    // Whoever has the file has the triggers too.
    clinic.database().execute(QStringLiteral("drop trigger audit_no_update"));
    clinic.database().execute(QStringLiteral("drop trigger audit_no_delete"));
    QCOMPARE(clinic.database().change(sql.toStdString()), 1);
    QCOMPARE(store.firstBroken(), std::optional<std::int64_t>(firstBroken));
}

QTEST_GUILESS_MAIN(TestAuditStore)
#include "tst_audit_store.moc"
