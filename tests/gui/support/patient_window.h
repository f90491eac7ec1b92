// PatientWindow is the real window with one patient open, on a day that the test moves, and what a person's hands do
// in it.
#pragma once

#include "app/planning.h"
#include "clinic_window.h"
#include "gui/typed_edit.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace lento::test {

// --- hands and eyes -------------------------------------------------------------------------------------------------

inline QPushButton* button(QWidget& parent, const QString& text) {
    for (QPushButton* each : parent.findChildren<QPushButton*>())
        if (QString(each->text()).remove(QLatin1Char('&')) == text)
            return each;
    QTest::qFail(qPrintable(QStringLiteral("no button: ") + text), __FILE__, __LINE__);
    return nullptr;
}

template <class Widget>
Widget* named(QWidget& parent, const QString& accessibleName) {
    Widget* hidden = nullptr;
    for (Widget* each : parent.findChildren<Widget*>()) {
        if (each->accessibleName() != accessibleName)
            continue;
        if (each->isVisibleTo(&parent))
            return each;
        hidden = each;
    }
    if (hidden)
        return hidden;
    QTest::qFail(qPrintable(QStringLiteral("nothing named: ") + accessibleName), __FILE__, __LINE__);
    return nullptr;
}

inline void click(QWidget& parent, const QString& text) {
    QPushButton* found = button(parent, text);
    if (found) {
        if (!found->isVisible() || !found->isEnabled())
            QTest::qFail(qPrintable(QStringLiteral("cannot be clicked: ") + text), __FILE__, __LINE__);
        QTest::mouseClick(found, Qt::LeftButton);
    }
}

inline void choose(QWidget& parent, const QString& accessibleName) {
    if (auto* found = named<QAbstractButton>(parent, accessibleName))
        QTest::mouseClick(found, Qt::LeftButton);
}

inline void type(QLineEdit& edit, const QString& text, bool enter = true) {
    edit.setFocus();
    edit.selectAll();
    text.isEmpty() ? QTest::keyClick(&edit, Qt::Key_Delete) : QTest::keyClicks(&edit, text);
    if (enter)
        QTest::keyClick(&edit, Qt::Key_Return);
}

// Every line of text that can be seen.
inline QString visibleText(const QWidget& parent) {
    QCoreApplication::processEvents(); // what was just put there shows itself then
    QStringList lines;
    for (const QLabel* label : parent.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty())
            lines << label->text().remove(QChar(0x2060)); // which keeps a date whole
    return lines.join(QLatin1Char('\n'));
}

// --- the window -----------------------------------------------------------------------------------------------------

class PatientWindow {
public:
    // prepare works on the clinic file before the window opens it; it may move `today`.
    using Prepare = std::function<void(PatientWindow&, app::Session&)>;

    explicit PatientWindow(const Prepare& prepare = {}, app::PatientForm form = completeForm("Kowalski")) {
        gui::applyTheme(*qApp, gui::Appearance::light);
        app::NewClinic clinic;
        clinic.name = "Test clinic";
        clinic.telephone = "01 555 0100";
        clinic.outOfHours = "01 555 0199";
        clinic.emergencyNumber = "112";
        clinic.prescriber = "Dr A. Weber";
        {
            const auto session = app::Session::create(path(), clinic, environment());
            QVERIFY(session);
            const auto added = app::addPatient(**session, form);
            QVERIFY(added);
            patient = *added;
            if (prepare)
                prepare(*this, **session);
        }
        open();
    }

    QString path(const QString& name = QStringLiteral("clinic.lento")) const { return folder.filePath(name); }

    app::Environment environment() {
        app::Environment made = fixedEnvironment();
        made.today = [this] { return today; };
        return made;
    }

    // A new window on the same file.
    void open(bool readOnly = false, const QString& name = QStringLiteral("clinic.lento")) {
        window = std::make_unique<gui::MainWindow>(catalogue(), dialogs, environment());
        window->resize(1360, 860);
        window->show();
        QSignalSpy read(window.get(), &gui::MainWindow::patientsRead);
        readOnly ? window->openReadOnly(path(name)) : window->openClinic(path(name));
        QTRY_COMPARE(read.size(), 1);
        window->openPatient(patient);
        QVERIFY(window->record());
        window->activateWindow();
    }

    template <class Page>
    Page& page(gui::PageId id) {
        return *qobject_cast<Page*>(window->showPage(id));
    }
    const app::PatientRecord& record() const { return *window->record(); }

    // Plans that were made active, whatever became of them; a draft is none.
    int plansMade() const {
        return static_cast<int>(std::ranges::count_if(record().revisions, [](const core::Revision& revision) {
            return revision.status != core::RevisionStatus::draft;
        }));
    }

    // Makes a plan active in the file: every check that asks for a reason gets one.
    void activate(app::Session& session, const core::PlanInputs& inputs, const core::ProductSet& products) const {
        const auto before = app::loadRecord(session, catalogue(), patient);
        QVERIFY(before);
        const app::PlanningContext context = app::planningContext(catalogue(), *before, today);
        core::Result<app::PlanView> view = app::plan(inputs, products, context);
        QVERIFY2(view, view ? "" : qPrintable(wording::sentence(view.error())));
        const std::vector<core::Finding> findings = view->findings;
        app::Draft draft = app::draftNew(*before, std::move(view->plan));
        draft.reason = "As agreed";
        for (const core::Finding& finding : core::unanswered(findings, {}))
            draft.overrides.push_back(
                {finding.rule, finding.fingerprint(), "Agreed with the patient", "Dr A. Weber", session.nowUtc()});
        const auto made = app::makeActive(session, draft, context);
        QVERIFY2(made, made ? "" : qPrintable(wording::sentence(made.error())));
    }

    QTemporaryDir folder;
    core::Date today = date("2026-11-22");
    AnsweringDialogs dialogs;
    core::PatientId patient;
    std::unique_ptr<gui::MainWindow> window;
};

// On 60 mg a day since 05-Oct-2026 in 10 mg tablets.
inline void onSixty(PatientWindow& clinic, app::Session& session) {
    const core::Date now = clinic.today;
    clinic.today = date("2026-10-01");
    core::TitrationInputs inputs;
    inputs.start = date("2026-10-05");
    inputs.startDose = inputs.goal = daily("60");
    inputs.increment = daily("5");
    clinic.activate(session, inputs, products("TAB10"));
    clinic.today = now;
}

// Going down from 60 by 10 % of it a week, since 09-Nov-2026.
inline void goingDown(PatientWindow& clinic, app::Session& session) {
    onSixty(clinic, session);
    const core::Date now = clinic.today;
    clinic.today = date("2026-11-08");
    core::TaperInputs inputs;
    inputs.start = date("2026-11-09");
    inputs.from = daily("60");
    inputs.percent = core::Percent::of(10);
    inputs.intervalDays = 7;
    clinic.activate(session, inputs, products("TAB10"));
    clinic.today = now;
}

} // namespace lento::test
