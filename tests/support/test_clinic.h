// A clinic file of its own for each test, on a day that does not move.
#pragma once

#include "app/patients.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "core_values.h"

#include <QTemporaryDir>
#include <QTimeZone>

#include <memory>
#include <string>

namespace lento::test {

inline const content::Catalogue& shippedCatalogue() {
    static const content::Catalogue catalogue = content::Catalogue::load().value();
    return catalogue;
}

class TestClinic {
public:
    explicit TestClinic(std::string_view today = "2026-11-22")
        : m_today(date(today)) {
        app::NewClinic clinic;
        clinic.name = "Test clinic";
        m_session = std::move(app::Session::create(path(), clinic, environment()).value());
    }

    app::Session& session() { return *m_session; }
    QString path() const { return m_folder.filePath(QStringLiteral("clinic.lento")); }
    void setToday(std::string_view today) { m_today = date(today); }
    core::Date today() const { return m_today; }
    void reopen() {
        m_session.reset();
        m_session = std::move(app::Session::open(path(), environment()).value());
    }

    core::PatientId addPatient(const std::string& surname = "Kowalski", const std::string& recordNumber = {}) {
        return app::addPatient(session(), form(surname, recordNumber)).value();
    }
    static app::PatientForm form(const std::string& surname, const std::string& recordNumber = {}) {
        app::PatientForm made;
        made.patient.identity.surname = surname;
        made.patient.identity.given = "Maria";
        made.patient.identity.birthDate = date("1961-03-12");
        made.patient.identity.recordNumber = recordNumber;
        made.patient.sex = core::Sex::female;
        made.patient.diagnosis = "Multiple sclerosis";
        return made;
    }

private:
    app::Environment environment() {
        app::Environment environment = app::Environment::ofThisComputer();
        environment.now = [this] {
            // A millisecond a call, so that what came later also says so.
            const QDate day = QDate(1970, 1, 1).addDays(m_today.dayNumber());
            return QDateTime(day, QTime(9, 0), QTimeZone::utc()).addMSecs(++m_calls);
        };
        environment.today = [this] { return m_today; };
        environment.random = [this] {
            std::array<std::uint8_t, 10> bytes{};
            for (std::size_t i = 0; i < 8; ++i)
                bytes[2 + i] = static_cast<std::uint8_t>(++m_ids >> (8 * (7 - i)));
            return bytes;
        };
        environment.isOnNetwork = [](const QString&) { return false; };
        environment.userName = "Dr A. Weber";
        return environment;
    }

    QTemporaryDir m_folder;
    core::Date m_today;
    qint64 m_calls = 0;
    std::uint64_t m_ids = 0;
    std::unique_ptr<app::Session> m_session;
};

} // namespace lento::test
