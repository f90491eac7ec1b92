// lento_shots FOLDER: builds the real window on a demo clinic, goes to every page and dialog and saves a picture of
// each: light, dark, and at 200 %. A screen is added by a line in scenes().
#include "app/clinic_protocols.h"
#include "app/demo.h"
#include "app/patients.h"
#include "app/planning.h"
#include "app/pumps.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "gui/about_dialog.h"
#include "gui/body_picture.h"
#include "gui/calendar_page.h"
#include "gui/chart_panel.h"
#include "gui/dialog_host.h"
#include "gui/finding_card.h"
#include "gui/further_score_cards.h"
#include "gui/main_window.h"
#include "gui/new_clinic_dialog.h"
#include "gui/patient_dialog.h"
#include "gui/patient_list.h"
#include "gui/plan_page.h"
#include "gui/products_page.h"
#include "gui/protocols_page.h"
#include "gui/pump_models_page.h"
#include "gui/pump_page.h"
#include "gui/region_page.h"
#include "gui/settings_dialog.h"
#include "gui/theme.h"
#include "gui/visit_assistant.h"
#include "gui/visits_page.h"
#include "gui/worklist_model.h"
#include "gui/worklist_page.h"
#include "gui/worklist_table.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QLineEdit>
#include <QProcess>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <functional>

namespace {

using namespace lento;
using namespace Qt::Literals::StringLiterals;

constexpr int mostWaitMs = 5'000;

// Nobody sits at the screen: dialogs are photographed and put away.
class Photographer final : public gui::DialogHost {
public:
    explicit Photographer(QDir folder, QString suffix)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix)) {}

    void tell(QWidget*, const core::Error& error) override { complain(wording::sentence(error)); }
    void inform(QWidget*, const QString& title, const QString&) override { complain(title); }
    bool confirm(QWidget*, const QString&, const QString&, const QString&) override { return true; }
    std::optional<QString> openFile(QWidget*, const QString&, const QString&) override { return std::nullopt; }
    std::optional<QString> saveFile(QWidget*, const QString&, const QString&, const QString&) override {
        return std::nullopt;
    }
    int run(QDialog& dialog) override {
        dialog.setModal(false);
        dialog.show();
        if (m_fill)
            m_fill(dialog);
        m_fill = {};
        shoot(dialog, m_next.isEmpty() ? u"dialog"_s : m_next);
        dialog.hide();
        return QDialog::Rejected;
    }

    // The name of the next dialog's picture, and what is typed into it before.
    void expect(const QString& name, std::function<void(QDialog&)> fill = {}) {
        m_next = name;
        m_fill = std::move(fill);
    }
    void shoot(QWidget& widget, const QString& name) {
        settle();
        const QString file = m_folder.filePath(name + m_suffix + u".png"_s);
        if (!widget.grab().save(file))
            complain(u"cannot write %1"_s.arg(file));
    }
    int complaints() const { return m_complaints; }

    // Until the event queue has been empty for a moment: lists read their second lines, charts lay themselves out.
    static void settle() {
        QEventLoop loop;
        QTimer::singleShot(150, &loop, &QEventLoop::quit);
        loop.exec();
    }

private:
    void complain(const QString& words) {
        QTextStream(stderr) << words << Qt::endl;
        ++m_complaints;
    }

    QDir m_folder;
    QString m_suffix;
    QString m_next;
    std::function<void(QDialog&)> m_fill;
    int m_complaints = 0;
};

struct Studio {
    const content::Catalogue& catalogue;
    app::Environment environment;
    Photographer& photographer;
    gui::MainWindow& window;
    QString clinic;
};

void wait(const std::function<bool()>& ready) {
    for (int waited = 0; !ready() && waited < mostWaitMs; waited += 150)
        Photographer::settle();
}

// The demo clinic's patient whose taper begins tomorrow; the first of the list if there is none of that name.
core::PatientId patientOfThePictures(Studio& studio) {
    const auto index = app::loadPatientIndex(*studio.window.session());
    if (index) {
        const app::PatientIndex::Matches matches = index->search(u"kowalski maria"_s);
        if (matches.size() > 0)
            return index->idAt(matches.row(0));
    }
    return studio.window.patientList()->model().idAt(0);
}

// A button by what it says, or by what a screen reader says of it.
void press(QWidget& page, const QString& name) {
    for (auto* button : page.findChildren<QAbstractButton*>())
        if (button->isVisibleTo(&page) && (button->accessibleName() == name || button->text().remove(u'&') == name)) {
            button->click();
            return;
        }
}

// The top of a part of a page that is longer than the window.
void scrollTo(QWidget& part) {
    for (QWidget* above = part.parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            area->verticalScrollBar()->setValue(part.mapTo(area->widget(), QPoint()).y());
            return;
        }
}

// Each page of the clinic's settings, another region chosen, and a product being added.
void openSettings(Studio& studio) {
    Photographer& photographer = studio.photographer;
    const gui::Workplace workplace{*studio.window.session(), studio.catalogue, photographer};
    gui::SettingsDialog settings(workplace, &studio.window);
    settings.setModal(false);
    settings.show();
    for (gui::SettingsPage* page : settings.pages()) {
        settings.showPage(*page);
        photographer.shoot(settings, u"settings_"_s + page->title().toLower().replace(u' ', u'_'));
    }
    auto* region = settings.page<gui::RegionPage>();
    settings.showPage(*region);
    press(*region, wording::regionText(core::Region::us));
    wait([&] { return region->isJudged(); });
    photographer.shoot(settings, u"settings_region_other"_s);
    auto* protocols = settings.page<gui::ProtocolsPage>();
    settings.showPage(*protocols);
    photographer.expect(u"settings_protocol"_s);
    protocols->copyProtocol();
    photographer.expect(u"settings_product"_s);
    settings.page<gui::ProductsPage>()->addProduct();
    auto* models = settings.page<gui::PumpModelsPage>();
    settings.showPage(*models);
    photographer.expect(u"settings_pump_model"_s);
    models->editModel();
    settings.hide();
}

// What only shows once someone works on a page.
void workOnPages(Studio& studio) {
    gui::MainWindow& window = studio.window;
    Photographer& photographer = studio.photographer;
    auto& plan = *qobject_cast<gui::PlanPage*>(window.showPage(gui::PageId::plan));
    photographer.expect(u"hold"_s);
    plan.hold();
    photographer.expect(u"concentration"_s);
    plan.showConcentration();
    plan.newTitration();
    photographer.shoot(window, u"plan_titration"_s);
    plan.discard();
    plan.newTaper();
    photographer.shoot(window, u"plan_taper"_s);
    photographer.expect(u"finish"_s);
    plan.finish();
    plan.discard();

    auto& calendar = *qobject_cast<gui::CalendarPage*>(window.showPage(gui::PageId::calendar));
    using View = gui::CalendarPage::View;
    for (const auto& [view, name] : {std::pair(View::day, u"calendar_day"_s),
                                     {View::quarter, u"calendar_quarter"_s},
                                     {View::year, u"calendar_year"_s}}) {
        calendar.showView(view);
        photographer.shoot(window, name);
    }
    calendar.showView(View::month);

    auto& visits = *qobject_cast<gui::VisitsPage*>(window.showPage(gui::PageId::visits));
    photographer.expect(u"visit_print"_s);
    press(visits, u"Print summary…"_s);
    visits.newVisit();
    photographer.shoot(window, u"visit_new"_s);
    for (const QString& level : {u"Hip adductors, left: 1 plus"_s, u"Hip adductors, right: 2"_s,
                                 u"Hamstrings, left: 3"_s, u"Quadriceps, right: 4"_s, u"Elbow flexors, left: 0"_s})
        press(visits, level);
    press(visits, u"&Body picture"_s);
    if (auto* body = visits.findChild<gui::BodyPicture*>()) {
        Photographer::settle();
        scrollTo(*body);
    }
    photographer.shoot(window, u"visit_body"_s);
    press(visits, u"&Body picture"_s);
    if (auto* cards = visits.findChild<gui::FurtherScoreCards*>()) {
        press(visits, u"Goal 1, attainment: plus 1, more than expected"_s);
        scrollTo(*cards);
        photographer.shoot(window, u"visit_further_scales"_s);
    }
    for (const QString& answer :
         {u"Spasticity now, 0 to 10: 6"_s, u"Drowsiness, grade: 1"_s, u"Doses taken, last 14 days: all"_s,
          u"None of the rest"_s, u"None of these red flags"_s})
        press(visits, answer);
    photographer.shoot(window, u"visit_proposal"_s);
    for (auto* card : visits.assistant().findChildren<gui::FindingCard*>())
        card->toggleWhy();
    for (auto* choice : visits.assistant().findChildren<QRadioButton*>())
        if (choice->accessibleName().startsWith(u"Taper"_s))
            choice->click();
    photographer.shoot(window, u"visit_decision"_s);
    press(visits, u"Drowsiness, grade: 4"_s);
    photographer.shoot(window, u"visit_emergency"_s);
    photographer.expect(u"emergency_card"_s);
    press(visits, u"Emergency card"_s);
    photographer.expect(u"emergency_print"_s);
    press(visits, u"Print the card…"_s);
    visits.discard();

    auto& overview = *window.showPage(gui::PageId::overview);
    auto* chart = overview.findChild<gui::ChartPanel*>();
    chart->showTable(true);
    photographer.shoot(window, u"overview_table"_s);
    chart->showTable(false);
    chart->showScale(core::ChartedScale::goals, true);
    chart->showScale(core::ChartedScale::tenMetre, true);
    photographer.shoot(window, u"overview_further_scales"_s);
    chart->showScale(core::ChartedScale::goals, false);
    chart->showScale(core::ChartedScale::tenMetre, false);
    photographer.expect(u"print"_s);
    window.printCalendar();
}

// The first plan of somebody else than the usual adult.
void photographPlanFor(Studio& studio, const app::PatientForm& form, const QString& name) {
    const core::Result<core::PatientId> patient = app::addPatient(*studio.window.session(), form);
    if (!patient) {
        studio.photographer.tell(&studio.window, patient.error());
        return;
    }
    studio.window.openPatient(*patient);
    auto& plan = *qobject_cast<gui::PlanPage*>(studio.window.showPage(gui::PageId::plan));
    plan.newTitration();
    studio.photographer.shoot(studio.window, name);
    plan.discard();
}

// A child by weight, and a use outside the label that the clinic offers.
void otherPatients(Studio& studio) {
    app::Session& session = *studio.window.session();
    const core::Date today = session.today();
    app::PatientForm form;
    form.patient.identity.surname = "Example";
    form.patient.identity.given = "Child";
    form.patient.identity.birthDate = *core::Date::fromYmd(today.year() - 8, 1, 15);
    form.patient.diagnosis = "Cerebral palsy";
    form.patient.origin = core::SpasticityOrigin::cerebral;
    form.newWeights.push_back({today, 22'000});
    photographPlanFor(studio, form, u"plan_child"_s);

    app::ProtocolEdits edits;
    edits.choices = {{"IND-TN", true}};
    edits.choicesThen = app::protocolChoices(session).value();
    if (const auto saved = app::saveProtocols(session, edits, studio.catalogue); !saved)
        studio.photographer.tell(&studio.window, saved.error());
    form.patient.identity.given = "Neuralgia";
    form.patient.identity.birthDate = *core::Date::fromYmd(today.year() - 44, 1, 15);
    form.patient.indication = "IND-TN";
    form.patient.diagnosis = "Trigeminal neuralgia";
    form.newWeights = {{today, 70'000}};
    photographPlanFor(studio, form, u"plan_off_label"_s);
}

void typeInto(QDialog& dialog, const QString& field, const QString& text) {
    for (auto* edit : dialog.findChildren<QLineEdit*>())
        if (edit->accessibleName() == field)
            edit->setText(text);
}

void flexDay(QDialog& dialog) {
    press(dialog, u"Mode: Flex"_s);
    typeInto(dialog, u"At"_s, u"10:00"_s);
    typeInto(dialog, u"Rates in mcg an hour, each from a time on"_s, u"00:00 12; 06:00 20; 09:00 14; 22:00 16"_s);
    typeInto(dialog, u"Daily dose that the programmer shows"_s, u"346"_s);
}

core::ScreeningBolus bolusOf(const char* on, int micrograms, std::initializer_list<core::PumpObservation> seen) {
    core::ScreeningBolus bolus;
    bolus.on = core::Date::fromIso(on).value();
    bolus.minute = 540;
    bolus.dose = core::PumpBolus::micrograms(micrograms);
    bolus.observations = seen;
    return bolus;
}

// A screening trial under way: two boluses recorded one after the other.
void photographTrial(Studio& studio) {
    gui::MainWindow& window = studio.window;
    Photographer& photographer = studio.photographer;
    core::PumpTrial trial;
    trial.patient = window.record()->patient.id;
    trial.infection = trial.bodyTooSmall = false;
    const std::initializer_list<core::PumpObservation> first{
        {0, 3200, 78, 124, 78, 15, 98}, {1, 3100, 76, 120, 76, 14, 98}, {2, 2900, 72, 116, 72, 14, 97},
        {4, 2600, 70, 112, 70, 13, 97}, {6, 2800, 72, 116, 74, 14, 98}, {8, 3100, 76, 122, 76, 15, 98}};
    const std::initializer_list<core::PumpObservation> second{{0, 3200, 80, 126, 80, 15, 98},
                                                              {1, 2900, 74, 118, 74, 14, 97},
                                                              {2, 2500, 68, 108, 66, 13, 97},
                                                              {4, 2400, 64, 102, 62, 12, 96}};
    trial.boluses = {bolusOf("2026-11-18", 50, first)};
    auto saved = app::savePumpTrial(*window.session(), studio.catalogue, trial, {});
    if (saved) {
        saved->boluses.push_back(bolusOf("2026-11-19", 75, second));
        saved = app::savePumpTrial(*window.session(), studio.catalogue, *saved, {});
    }
    if (!saved) {
        photographer.tell(&window, saved.error());
        return;
    }
    window.openPatient(trial.patient);
    auto& pump = *qobject_cast<gui::PumpPage*>(window.showPage(gui::PageId::pump));
    photographer.shoot(window, u"pump_page_trial"_s);
    photographer.expect(u"pump_trial"_s, [](QDialog& dialog) {
        typeInto(dialog, u"At"_s, u"09:00"_s);
        typeInto(dialog, u"MAS mean, before"_s, u"3.2"_s);
        typeInto(dialog, u"MAS mean, 2 h"_s, u"2.4"_s);
        typeInto(dialog, u"Pulse, 2 h"_s, u"66"_s);
    });
    pump.recordTrial();
}

// Whoever has a pump: the page, its forms, the emergency cards, and the board of all.
void photographPump(Studio& studio) {
    gui::MainWindow& window = studio.window;
    Photographer& photographer = studio.photographer;
    photographer.expect(u"pump_board"_s);
    window.showPumpBoard();
    const auto board = app::pumpBoard(*window.session(), studio.catalogue);
    if (!board || board->empty())
        return;
    for (const app::PumpBoardRow& row : *board)
        if (row.surname == "Rossi")
            window.openPatient(row.patient);
    auto& pump = *qobject_cast<gui::PumpPage*>(window.showPage(gui::PageId::pump));
    photographer.shoot(window, u"pump_page"_s);
    window.showPage(gui::PageId::overview);
    photographer.shoot(window, u"pump_overview"_s);
    window.showPage(gui::PageId::pump);
    photographer.expect(u"pump_refill"_s);
    pump.recordRefill();
    photographer.expect(u"pump_setting"_s, flexDay);
    pump.changeDose();
    photographer.expect(u"pump_implant"_s);
    pump.editImplant();
    photographer.expect(u"pump_withdrawal"_s);
    window.showPumpWithdrawal();
    photographer.expect(u"pump_overdose"_s);
    window.showPumpOverdose();
    photographer.expect(u"pump_sheet"_s);
    pump.printSheet();
    auto& calendar = *qobject_cast<gui::CalendarPage*>(window.showPage(gui::PageId::calendar));
    photographer.shoot(window, u"pump_calendar_month"_s);
    calendar.showView(gui::CalendarPage::View::quarter);
    photographer.shoot(window, u"pump_calendar_quarter"_s);
    calendar.showView(gui::CalendarPage::View::year);
    photographer.shoot(window, u"pump_calendar_year"_s);
    calendar.showView(gui::CalendarPage::View::day);
    photographer.shoot(window, u"pump_calendar_day"_s);
    calendar.showView(gui::CalendarPage::View::month);
    photographer.expect(u"pump_calendar_print"_s);
    Q_EMIT calendar.printRequested();
    window.openPatient(patientOfThePictures(studio));
    photographTrial(studio);
}

// On 60 mg a day, and since three days with a pump: tablets and pump on one dated line.
core::Result<void> invitePatientToWean(app::Session& session, const content::Catalogue& catalogue,
                                       const core::PatientId& patient) {
    const core::Date today = session.today();
    core::TitrationInputs inputs;
    inputs.start = today;
    inputs.startDose = inputs.goal = core::DailyDose::milligrams(60);
    inputs.increment = core::DailyDose::milligrams(5);
    const auto record = app::loadRecord(session, catalogue, patient);
    if (!record)
        return core::failure(record.error());
    const app::PlanningContext context = app::planningContext(catalogue, *record, today);
    auto view = app::plan(inputs, app::usualProducts(context), context);
    if (!view)
        return core::failure(view.error());
    const std::vector<core::Finding> findings = view->findings;
    app::Draft draft = app::draftNew(*record, std::move(view->plan));
    draft.reason = "As agreed";
    for (const core::Finding& finding : core::unanswered(findings, {}))
        draft.overrides.push_back(
            {finding.rule, finding.fingerprint(), "Agreed with the patient", session.userName(), session.nowUtc()});
    if (const auto made = app::makeActive(session, draft, context); !made)
        return core::failure(made.error());
    core::PumpImplant implant;
    implant.patient = patient;
    implant.on = today - 3;
    implant.model = catalogue.pumpModels().front();
    implant.catheterMillimetres = 600;
    implant.origin = core::SpasticityOrigin::spinal;
    implant.oralBefore = core::DailyDose::milligrams(60);
    const auto placed = app::implantPump(session, implant);
    if (!placed)
        return core::failure(placed.error());
    core::PumpRefill fill;
    fill.implant = placed->id;
    fill.on = implant.on;
    fill.filled = implant.model.reservoir;
    fill.concentration = core::Concentration::microgramsPerMillilitre(500);
    fill.lot = "L1";
    if (const auto filled = app::refillPump(session, catalogue, patient, fill, {}); !filled)
        return core::failure(filled.error());
    for (const auto& [day, micrograms] : {std::pair(implant.on, 100), std::pair(today - 1, 115)}) {
        core::PumpSetting setting;
        setting.implant = placed->id;
        setting.on = day;
        setting.minute = 600;
        setting.daily = core::PumpDose::micrograms(micrograms);
        if (const auto set = app::setPump(session, catalogue, patient, setting, {}); !set)
            return core::failure(set.error());
    }
    return {};
}

void photographWean(Studio& studio) {
    app::Session& session = *studio.window.session();
    app::PatientForm form;
    form.patient.identity.surname = "Example";
    form.patient.identity.given = "Wean";
    form.patient.identity.birthDate = *core::Date::fromYmd(session.today().year() - 44, 1, 15);
    form.patient.origin = core::SpasticityOrigin::spinal;
    const auto patient = app::addPatient(session, form);
    const core::Result<void> ready =
        patient ? invitePatientToWean(session, studio.catalogue, *patient) : core::failure(patient.error());
    if (!ready) {
        studio.photographer.tell(&studio.window, ready.error());
        return;
    }
    studio.window.openPatient(*patient);
    auto& pump = *qobject_cast<gui::PumpPage*>(studio.window.showPage(gui::PageId::pump));
    studio.photographer.shoot(studio.window, u"pump_page_new"_s);
    studio.photographer.expect(u"pump_wean"_s);
    pump.weanTablets();
    studio.window.showPage(gui::PageId::calendar);
    studio.photographer.shoot(studio.window, u"pump_calendar_both"_s);
}

void scenes(Studio& studio) {
    gui::MainWindow& window = studio.window;
    Photographer& photographer = studio.photographer;
    photographer.shoot(window, u"first_start"_s);

    photographer.expect(u"new_clinic"_s);
    gui::NewClinicDialog newClinic(&window);
    photographer.run(newClinic);
    photographer.expect(u"about"_s);
    window.showAbout();
    photographer.expect(u"rules"_s);
    window.showRules();

    window.openClinic(studio.clinic);
    wait([&] { return window.patientList()->model().hasIndex(); });
    wait([&] { return window.worklist() != nullptr && window.worklist()->isRead(); });
    photographer.shoot(window, u"worklist"_s);
    openSettings(studio);
    photographer.expect(u"put_off"_s);
    window.worklist()->table().selectRow(window.worklist()->model().rowCount() -
                                         1); // above stands what nobody puts off
    window.worklist()->putCurrentOff();
    photographer.expect(u"worklist_figures"_s);
    window.worklist()->printFigures();
    window.showPatients();
    photographer.shoot(window, u"clinic"_s);
    auto* search = window.patientList()->findChild<QLineEdit*>();
    search->setText(u"zzz"_s);
    photographer.shoot(window, u"search_nobody"_s);
    search->clear();
    photographer.expect(u"new_patient"_s);
    window.newPatient();

    window.openPatient(patientOfThePictures(studio));
    for (const gui::PatientPageKind& kind : gui::patientPageKinds()) {
        window.showPage(kind.id);
        photographer.shoot(window, QString::fromLatin1(kind.title).toLower());
    }
    photographer.expect(u"rules_patient"_s);
    window.showRules(u"TAP-11"_s);
    workOnPages(studio);
    photographer.expect(u"edit_patient"_s);
    window.editPatient();
    photographPump(studio);
    photographWean(studio);
    otherPatients(studio);
    window.closeClinic();
}

int takePictures(QApplication& application, const QDir& folder, bool dark) {
    const bool scaled = qEnvironmentVariable("QT_SCALE_FACTOR") == "2"_L1;
    const QString suffix = (dark ? u"_dark"_s : QString()) + (scaled ? u"_200"_s : QString());
    gui::applyTheme(application, dark ? gui::Appearance::dark : gui::Appearance::light);
    const auto catalogue = content::Catalogue::load();
    if (!catalogue) {
        QTextStream(stderr) << wording::sentence(catalogue.error()) << Qt::endl;
        return 1;
    }
    app::Environment environment = app::Environment::ofThisComputer();
    const core::Date today = core::Date::fromIso("2026-11-22").value();
    environment.today = [today] { return today; };
    environment.userName = "Dr A. Weber";

    QTemporaryDir place;
    const QString clinic = place.filePath(u"demo.lento"_s);
    app::DemoRequest request;
    request.today = today;
    app::TaskMonitor monitor;
    if (const auto made = app::makeDemoClinic(clinic, request, *catalogue, monitor); !made) {
        QTextStream(stderr) << wording::sentence(made.error()) << Qt::endl;
        return 1;
    }
    Photographer photographer(folder, suffix);
    gui::MainWindow window(*catalogue, photographer, environment);
    // At 200 % as much fits as on a screen of 1920 x 1200 dots.
    window.resize(scaled ? QSize(960, 580) : QSize(1360, 860));
    window.show();
    Studio studio{*catalogue, environment, photographer, window, clinic};
    scenes(studio);
    return photographer.complaints() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[]) {
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"lento_shots"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LENTO_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty() || arguments.size() > 2) {
        QTextStream(stderr) << "usage: lento_shots FOLDER\n";
        return 2;
    }
    const QDir folder(arguments[0]);
    if (!folder.mkpath(u"."_s)) {
        QTextStream(stderr) << "cannot make the folder " << arguments[0] << Qt::endl;
        return 2;
    }
    // The scale is read when a program starts, so each kind of picture is a program of its own.
    if (arguments.size() == 2)
        return takePictures(application, folder, arguments[1] == "dark"_L1);
    int failed = 0;
    for (const auto& [appearance, scale] : {std::pair(u"light"_s, u"1"_s), {u"dark"_s, u"1"_s}, {u"light"_s, u"2"_s}}) {
        QProcess process;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"QT_SCALE_FACTOR"_s, scale);
        process.setProcessEnvironment(variables);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), {arguments[0], appearance});
        process.waitForFinished(-1);
        failed += process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? 0 : 1;
    }
    return failed == 0 ? 0 : 1;
}
