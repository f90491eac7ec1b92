// ClinicWindow is the real window in a folder of its own, on a day that does not move, with a host that answers for a
// person.
#pragma once

#include "answering_dialogs.h"
#include "app/patients.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "core_values.h"
#include "gui/main_window.h"
#include "gui/patient_list.h"
#include "gui/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace lento::test {

inline const content::Catalogue& catalogue() {
    static const content::Catalogue shipped = content::Catalogue::load().value();
    return shipped;
}

inline app::Environment fixedEnvironment(core::Date today = date("2026-11-22")) {
    app::Environment environment = app::Environment::ofThisComputer();
    environment.today = [today] { return today; };
    environment.isOnNetwork = [](const QString&) { return false; };
    environment.userName = "Dr A. Weber";
    return environment;
}

// A patient of whom everything that the banner shows is known.
inline app::PatientForm completeForm(const std::string& surname, const std::string& given = "Maria",
                                     std::string_view born = "1961-03-12", const std::string& number = {}) {
    app::PatientForm form;
    form.patient.identity.surname = surname;
    form.patient.identity.given = given;
    form.patient.identity.birthDate = date(born);
    form.patient.identity.recordNumber = number;
    form.patient.sex = core::Sex::female;
    form.patient.diagnosis = "Multiple sclerosis";
    form.patient.goal = "Sleep through the night";
    form.patient.heightMillimetres = 1680;
    form.patient.allergyStatus = core::AllergyStatus::noneKnown;
    form.newWeights.push_back({date("2026-10-12"), 68000});
    form.newCreatinines.push_back({date("2026-11-14"), 1100, core::CreatinineUnit::mgPerDl, false});
    return form;
}

class ClinicWindow {
    QTemporaryDir m_folder; // outlives the window, which holds a file in it

public:
    ClinicWindow() {
        gui::applyTheme(*qApp, gui::Appearance::light);
        window = std::make_unique<gui::MainWindow>(catalogue(), dialogs, fixedEnvironment());
        window->resize(1360, 860);
        window->show();
    }

    QString path(const QString& name = QStringLiteral("clinic.lento")) const { return m_folder.filePath(name); }

    // A clinic file with these patients, closed again.
    void makeClinic(const std::vector<app::PatientForm>& patients,
                    const QString& name = QStringLiteral("clinic.lento")) const {
        app::NewClinic clinic;
        clinic.name = "Test clinic";
        const auto session = app::Session::create(path(name), clinic, fixedEnvironment());
        QVERIFY(session);
        for (const app::PatientForm& patient : patients)
            QVERIFY(app::addPatient(**session, patient));
    }

    // Opens it and waits until the list stands.
    void open(const QString& name = QStringLiteral("clinic.lento")) const {
        QSignalSpy read(window.get(), &gui::MainWindow::patientsRead);
        window->openClinic(path(name));
        QTRY_COMPARE(read.size(), 1);
    }

    AnsweringDialogs dialogs;
    std::unique_ptr<gui::MainWindow> window;
};

} // namespace lento::test
