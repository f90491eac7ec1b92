// A clinic file that cannot be used says why, and is left as it was to the last byte.
#include "session_fixture.h"
#include "storage/migrator.h"

#include <functional>

using namespace lento;
using namespace lento::app;
using namespace lento::test;
using core::ErrorCode;

namespace {

using Spoil = std::function<void(const QString& path)>;

void overwrite(const QString& path, qint64 at, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

void replaceWith(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void runSql(const QString& path, const QString& sql) {
    storage::Database database(path, storage::Database::Mode::readWrite);
    database.execute(sql);
}

// A closed clinic with a few patients.
void makeClinic(const QString& path) {
    auto session = Session::create(path, exampleClinic(), standstill());
    QVERIFY(session);
    QVERIFY((*session)->perform(Operation::addPatient, {}, [](storage::Database& database) -> core::Result<void> {
        for (int i = 0; i < 200; ++i)
            storage::PatientStore(database).insert(examplePatient());
        return {};
    }));
}

} // namespace

Q_DECLARE_METATYPE(Spoil)

class TestBadFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badFilesAreRefusedAndNotTouched_data();
    void badFilesAreRefusedAndNotTouched();
    void aFileThatIsNotThere();
    void aWriteProtectedFileOpensForReading();
    void aFileInUseOpensForReading();
    void theLockOfAProgramThatDiedIsNoHindrance();
    void anUncleanEndLosesNothing();
    void anOlderFileClimbsAndKeepsACopy();
    void aNetworkDiskIsRefused();
    void aPageDamagedLaterIsFoundWhenRead();
};

void TestBadFiles::badFilesAreRefusedAndNotTouched_data() {
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("value"); // of the error; empty: none
    const auto row = [](const char* name, ErrorCode code, Spoil spoil, const QByteArray& value = {}) {
        QTest::newRow(name) << std::move(spoil) << code << value;
    };
    row("empty", ErrorCode::fileForeign, [](const QString& path) { replaceWith(path, {}); });
    row("a letter", ErrorCode::fileForeign, [](const QString& path) { replaceWith(path, QByteArray(5000, 'a')); });
    row("nothing but the first words", ErrorCode::fileForeign,
        [](const QString& path) { replaceWith(path, QByteArray("SQLite format 3\0", 16)); });
    row("another program's database", ErrorCode::fileForeign, [](const QString& path) {
        QFile::remove(path);
        runSql(path, QStringLiteral("create table notes (text text)"));
    });
    row("another application id", ErrorCode::fileForeign,
        [](const QString& path) { overwrite(path, 68, QByteArray("\x01\x02\x03\x04", 4)); });
    row("cut in half", ErrorCode::fileDamaged,
        [](const QString& path) { QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2)); });
    row("cut after its first page", ErrorCode::fileDamaged,
        [](const QString& path) { QVERIFY(QFile::resize(path, 4096)); });
    row("a page size that cannot be", ErrorCode::fileDamaged,
        [](const QString& path) { overwrite(path, 16, QByteArray("\x12\x34", 2)); });
    row("schema overwritten", ErrorCode::fileDamaged,
        [](const QString& path) { overwrite(path, 100, QByteArray(3000, '\xff')); });
    row("a page in the middle overwritten", ErrorCode::fileDamaged, [](const QString& path) {
        const qint64 pages = QFileInfo(path).size() / 4096;
        overwrite(path, pages / 2 * 4096, QByteArray(4096, '\xa5'));
    });
    row("no tables", ErrorCode::fileDamaged, [](const QString& path) {
        QFile::remove(path);
        runSql(path, QStringLiteral("pragma application_id = %1").arg(storage::applicationId));
    });
    row(
        "newer, saying what it needs", ErrorCode::fileNewer,
        [](const QString& path) {
            runSql(path, QStringLiteral("update clinic_meta set min_program_version = '7.2.0'"));
            runSql(path, QStringLiteral("pragma user_version = 999"));
        },
        "7.2.0");
}

void TestBadFiles::badFilesAreRefusedAndNotTouched() {
    QFETCH(Spoil, spoil);
    QFETCH(QByteArray, value);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("clinic.lento"));
    makeClinic(path);
    spoil(path);
    const QByteArray before = contentOf(path);
    const QStringList files = filesIn(folder.path());
    QCOMPARE(files.size(), 1);
    for (const auto open : {&Session::open, &Session::openReadOnly}) {
        const auto session = open(path, standstill());
        QVERIFY(!session);
        QTEST(session.error().code, "code");
        QCOMPARE(session.error().subject, std::string("clinic.lento"));
        if (!value.isEmpty())
            QCOMPARE(session.error().values, std::vector<std::string>{value.toStdString()});
        QCOMPARE(contentOf(path), before);
        QCOMPARE(filesIn(folder.path()), files);
    }
}

void TestBadFiles::aFileThatIsNotThere() {
    QTemporaryDir folder;
    for (const QString& path : {folder.filePath(QStringLiteral("none.lento")), folder.path(), QString()}) {
        const auto session = Session::open(path, standstill());
        QVERIFY(!session);
        QCOMPARE(session.error().code, ErrorCode::fileNotFound);
    }
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void TestBadFiles::aWriteProtectedFileOpensForReading() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("clinic.lento"));
    makeClinic(path);
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadUser));
    const QByteArray before = contentOf(path);
    const auto refused = Session::open(path, standstill());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::fileReadOnly);
    {
        const auto session = Session::openReadOnly(path, standstill());
        QVERIFY(session);
        QVERIFY((*session)->isReadOnly());
        QCOMPARE((*session)->read([](storage::Database& d) { return storage::PatientStore(d).count(); }).value(), 200);
        const auto changed =
            (*session)->perform(Operation::editClinic, {}, [](storage::Database&) -> core::Result<void> { return {}; });
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::fileReadOnly);
        (*session)->tidy();
    }
    QCOMPARE(contentOf(path), before);
    QCOMPARE(filesIn(folder.path()), QStringList{QStringLiteral("clinic.lento")});
}

void TestBadFiles::aFileInUseOpensForReading() {
    SessionFixture clinic;
    clinic.addPatient();
    const auto second = Session::open(clinic.path(), standstill());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::fileLocked);
    const auto reader = Session::openReadOnly(clinic.path(), standstill());
    QVERIFY(reader);
    clinic.addPatient();
    QCOMPARE((*reader)->read([](storage::Database& d) { return storage::PatientStore(d).count(); }).value(), 2);
    QCOMPARE(clinic.patients(), 2);
}

void TestBadFiles::theLockOfAProgramThatDiedIsNoHindrance() {
    SessionFixture clinic;
    clinic.close();
    // No process has this number: it is beyond what any kernel gives out.
    replaceWith(clinic.path() + QStringLiteral(".lock"),
                "2147483646\ntst_bad_files\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n\n\n");
    const auto session = Session::open(clinic.path(), standstill());
    QVERIFY(session);
}

void TestBadFiles::anUncleanEndLosesNothing() {
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.lento"));
    {
        SessionFixture clinic;
        clinic.addPatient();
        // What would lie on the disk if the program were gone now.
        QVERIFY(QFile::copy(clinic.path(), copy));
        QVERIFY(QFile::copy(clinic.path() + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
    }
    QVERIFY(QFileInfo(copy + QStringLiteral("-wal")).size() > 0);
    const auto session = Session::open(copy, standstill());
    QVERIFY(session);
    QCOMPARE((*session)->read([](storage::Database& d) { return storage::PatientStore(d).count(); }).value(), 1);
    QVERIFY((*session)->verify());
}

void TestBadFiles::anOlderFileClimbsAndKeepsACopy() {
    SessionFixture clinic;
    clinic.addPatient();
    clinic.close();
    if (storage::Migrator().newest() == 1) {
        // The first rung has nothing below it: nothing is copied.
        clinic.reopen();
        QCOMPARE(clinic.session().backupMade(), QString());
        QCOMPARE(clinic.patients(), 1);
        return;
    }
    const QString old = clinic.folder() + QStringLiteral("/old.lento");
    QVERIFY(QFile::copy(QStringLiteral(LENTO_TEST_DATA_DIR "/ladder/0001.lento"), old));
    const auto session = Session::open(old, standstill());
    QVERIFY(session);
    QVERIFY(QFileInfo::exists((*session)->backupMade()));
}

void TestBadFiles::aNetworkDiskIsRefused() {
    SessionFixture clinic;
    clinic.close();
    Environment remote = standstill();
    remote.isOnNetwork = [&clinic](const QString& folder) { return folder == clinic.folder(); };
    const QByteArray before = contentOf(clinic.path());
    const auto session = Session::open(clinic.path(), remote);
    QVERIFY(!session);
    QCOMPARE(session.error().code, ErrorCode::fileOnNetwork);
    QCOMPARE(contentOf(clinic.path()), before);
}

void TestBadFiles::aPageDamagedLaterIsFoundWhenRead() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("clinic.lento"));
    makeClinic(path);
    const auto session = Session::open(path, standstill());
    QVERIFY(session);
    // Every page behind the first of the patients' rows, while the file is open.
    const qint64 size = QFileInfo(path).size();
    overwrite(path, size / 2, QByteArray(size - size / 2, '\xa5'));
    const auto index = (*session)->read([](storage::Database& d) { return storage::PatientStore(d).index(); });
    QVERIFY(!index);
    QCOMPARE(index.error().code, ErrorCode::fileDamaged);
    const auto verified = (*session)->verify();
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, ErrorCode::fileDamaged);
}

QTEST_GUILESS_MAIN(TestBadFiles)
#include "tst_bad_files.moc"
