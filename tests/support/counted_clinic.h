// A small clinic on 22-Nov-2026 that was counted by hand: who stands where, and which checks were overridden.
//
//   Abel    no plan                                                       counted nowhere
//   Berg    rising from 02-Nov, 45 mg on 14-Dec                           titrated
//   Cole    at the 30 mg of the plan since 26-Oct: day 28 of 42 on trial  titrated, at the highest dose
//   Diaz    on 45 mg since January, scored on 01-Oct                      stable
//   Egan    on 45 mg since January, scored on 02-Mar: 265 days ago        stable, without a score
//   Falk    going down since 09-Nov                                       tapered
//   Gray    the same, held from 20-Nov for 5 days                         tapered, on hold, paused or stepped back
//   Hale    going down since 28-Sep, held once in October                 tapered, paused or stepped back
//   Ivey    went down in August, nothing is taken                         counted nowhere
//   Jung    on 45 mg since January, begins to go down on 07-Dec           stable, without a score: nobody tapers ahead
//   Kent    going down since 09-Nov, stepped back on 18-Nov               tapered, on hold, paused or stepped back
//   Lund    like Falk, but no longer a patient                            counted nowhere
//
// Reasons given, each once however many versions of the plan carry it along, of those who left too: going down from
// 60 mg by 10 % a week is high risk at that pace (Falk, Gray, Hale, Kent, Lund), so is 45 mg after ten months (Jung);
// at low risk no pace asks for a reason (Ivey): 6 times TAP-11. 45 mg on the first day is a rise of more than 15 mg
// (Diaz, Egan, Jung): 3 times TIT-7.
#pragma once

#include "app/patients.h"
#include "app/planning.h"
#include "app/record.h"
#include "app/session.h"
#include "app/visits.h"
#include "content/catalogue.h"
#include "core/clinic_figures.h"
#include "plan_values.h"

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <memory>
#include <string>

namespace lento::test {

inline core::ClinicFigures countedByHand() {
    core::ClinicFigures figures;
    figures.titrated = 2;         // Berg, Cole
    figures.atMaximum = 1;        // Cole
    figures.tapered = 4;          // Falk, Gray, Hale, Kent
    figures.onHold = 2;           // Gray, Kent
    figures.pausedOrReversed = 3; // Gray, Hale, Kent
    figures.stable = 3;           // Diaz, Egan, Jung
    figures.unscored = 2;         // Egan, Jung
    figures.overridesByRule = {{"TAP-11", 6}, {"TIT-7", 3}};
    return figures;
}

class CountedClinic {
public:
    CountedClinic() {
        app::NewClinic clinic;
        clinic.name = "Test clinic";
        m_session = std::move(app::Session::create(path(), clinic, environment()).value());
        add("Abel");
        start("Berg", titration("2026-11-02", "15", "5", 7, "45"));
        start("Cole", titration("2026-10-05", "15", "5", 7, "30"));
        score(start("Diaz", steady()), "2026-10-01");
        score(start("Egan", steady()), "2026-03-02");
        start("Falk", down("2026-11-09"));
        hold(start("Gray", down("2026-11-09")), "2026-11-20", 5);
        hold(start("Hale", down("2026-09-28")), "2026-10-10", 7);
        start("Ivey", fixedTaper("2026-08-03", "20", "5", 7));
        const core::PatientId jung = start("Jung", steady());
        m_today = date("2026-11-20");
        activate(jung, taper("2026-12-07", "45", 10, 7));
        const core::PatientId kent = start("Kent", down("2026-11-09"));
        m_today = date("2026-11-18");
        finish(kent, app::draftStepBack(record(kent), m_today, m_catalogue.numbers()).value());
        const core::PatientId lund = start("Lund", down("2026-11-09"));
        m_today = date("2026-11-22");
        app::PatientForm gone;
        gone.patient = record(lund).patient;
        gone.patient.status = core::PatientStatus::ended;
        QVERIFY(app::changePatient(*m_session, gone));
    }

    QString path() const { return m_folder.filePath(QStringLiteral("clinic.lento")); }
    app::Session& session() { return *m_session; }
    const content::Catalogue& catalogue() const { return m_catalogue; }
    // Another program may open the file then.
    void close() { m_session.reset(); }

private:
    static core::TitrationInputs steady() { return titration("2026-01-05", "45", "5", 7, "45"); }
    static core::TaperInputs down(std::string_view from) { return taper(from, "60", 10, 7); }

    app::Environment environment() {
        app::Environment made = app::Environment::ofThisComputer();
        made.today = [this] { return m_today; };
        made.isOnNetwork = [](const QString&) { return false; };
        made.userName = "Dr A. Weber";
        return made;
    }

    app::PatientRecord record(const core::PatientId& patient) {
        return app::loadRecord(*m_session, m_catalogue, patient).value();
    }

    core::PatientId add(const std::string& surname) {
        app::PatientForm form;
        form.patient.identity.surname = surname;
        form.patient.identity.given = "Maria";
        form.patient.identity.birthDate = date("1980-01-01");
        form.patient.sex = core::Sex::female;
        form.patient.diagnosis = "Multiple sclerosis";
        form.newWeights = {{m_today, 68'000}};
        form.newCreatinines = {{m_today, 600, core::CreatinineUnit::mgPerDl, false}};
        return app::addPatient(*m_session, form).value();
    }

    // Made active on the day on which it begins.
    template <class Inputs>
    core::PatientId start(const std::string& surname, const Inputs& inputs) {
        m_today = inputs.start;
        const core::PatientId patient = add(surname);
        activate(patient, inputs);
        return patient;
    }

    template <class Inputs>
    void activate(const core::PatientId& patient, const Inputs& inputs) {
        const app::PatientRecord before = record(patient);
        const app::PlanningContext context = app::planningContext(m_catalogue, before, m_today);
        app::PlanView view = app::plan(inputs, products("TAB10"), context).value();
        const std::vector<core::Finding> findings = view.findings;
        app::Draft draft = app::draftNew(before, std::move(view.plan));
        for (const core::Finding& finding : core::unanswered(findings, {}))
            draft.overrides.push_back(
                {finding.rule, finding.fingerprint(), "Agreed", "Dr A. Weber", "2026-01-01T00:00:00Z"});
        finish(patient, std::move(draft));
    }

    void hold(const core::PatientId& patient, std::string_view on, int days) {
        m_today = date(on);
        finish(patient, app::draftHold(record(patient), m_today, days, shippedNumbers()).value());
    }

    void finish(const core::PatientId& patient, app::Draft draft) {
        draft.reason = "As agreed";
        QVERIFY(app::makeActive(*m_session, draft, app::planningContext(m_catalogue, record(patient), m_today)));
    }

    void score(const core::PatientId& patient, std::string_view on) {
        m_today = date(on);
        core::Visit visit;
        visit.patient = patient;
        visit.on = m_today;
        visit.nrsTenths = 40;
        QVERIFY(app::saveVisit(*m_session, visit));
    }

    QTemporaryDir m_folder;
    content::Catalogue m_catalogue = content::Catalogue::load().value();
    core::Date m_today = date("2026-01-05");
    std::unique_ptr<app::Session> m_session;
};

} // namespace lento::test
