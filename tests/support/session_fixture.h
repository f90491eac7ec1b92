// A Session on a clinic file in a folder of its own, with a clock that stands still and ids that are the same in each
// run.
#pragma once

#include "app/session.h"
#include "clinic_values.h"

#include <QDir>
#include <QFile>

#include <memory>

namespace lento::test {

inline app::Environment standstill() {
    app::Environment environment;
    environment.now = [] { return QDateTime(QDate(2026, 11, 22), QTime(9, 30), Qt::UTC); };
    environment.today = [] { return date("2026-11-22"); };
    environment.random = [count = std::uint8_t{0}]() mutable {
        return std::array<std::uint8_t, 10>{++count, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    };
    environment.isOnNetwork = [](const QString&) { return false; };
    environment.userName = "Nurse Example";
    return environment;
}

class SessionFixture {
public:
    SessionFixture()
        : m_session(app::Session::create(path(), exampleClinic(), standstill()).value()) {}

    app::Session& session() { return *m_session; }
    QString folder() const { return m_folder.path(); }
    QString path() const { return m_folder.filePath(QStringLiteral("clinic.lento")); }
    void close() { m_session.reset(); }
    void reopen() {
        close();
        m_session = app::Session::open(path(), standstill()).value();
    }
    core::PatientId addPatient() {
        const core::Patient patient = examplePatient();
        const auto added = m_session->perform(app::Operation::addPatient, {patient.id, {}},
                                              [&patient](storage::Database& database) -> core::Result<void> {
                                                  storage::PatientStore(database).insert(patient);
                                                  return {};
                                              });
        return added ? patient.id : core::PatientId();
    }
    std::int64_t patients() const {
        return m_session->read([](storage::Database& database) { return storage::PatientStore(database).count(); })
            .value();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::Session> m_session;
};

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace lento::test
