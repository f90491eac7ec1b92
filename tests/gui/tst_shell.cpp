// The window as a person meets it: first start, files that cannot be opened, a new patient with slips, changes, search,
// keys.
#include "app/documents.h"
#include "clinic_window.h"
#include "gui/banner.h"
#include "gui/creatinine_edit.h"
#include "gui/date_edit.h"
#include "gui/new_clinic_dialog.h"
#include "gui/number_edit.h"
#include "gui/patient_dialog.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "gui/visit_form.h"
#include "patient_window.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QStyle>
#include <QTabBar>

using namespace lento;
using namespace lento::gui;
using test::AnsweringDialogs;
using test::ClinicWindow;
using test::completeForm;
using test::date;

namespace {

template <class W>
W* named(QWidget& root, const QString& accessibleName) {
    for (W* widget : root.findChildren<W*>()) {
        if (widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

QPushButton* button(QWidget& root, const QString& text) {
    for (QPushButton* one : root.findChildren<QPushButton*>()) {
        if (QString(one->text()).remove(QLatin1Char('&')) == text)
            return one;
    }
    return nullptr;
}

void type(QWidget& root, const QString& field, const QString& text) {
    auto* line = named<QLineEdit>(root, field);
    QVERIFY2(line != nullptr, qPrintable(field));
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QString bannerText(const MainWindow& window) {
    QStringList all;
    for (const QLabel* label : window.banner()->findChildren<QLabel*>()) {
        if (label->isVisibleTo(window.banner()))
            all << label->text();
    }
    return all.join(QStringLiteral(" | "));
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstStartOffersThreeWays() {
        const ClinicWindow clinic;
        QVERIFY(clinic.window->firstStart().isVisible());
        QCOMPARE(clinic.window->windowTitle(), QStringLiteral("Lento"));
        for (const char* way : {"New clinic…", "Open…", "Demo clinic"})
            QVERIFY(button(clinic.window->firstStart(), QString::fromUtf8(way)) != nullptr);
    }

    void aPatientAddedWhileTheListIsReadIsInIt() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski"), completeForm("Banerjee")});
        QSignalSpy read(clinic.window.get(), &gui::MainWindow::patientsRead);
        clinic.window->openClinic(clinic.path());
        QVERIFY(clinic.window->session());
        QCOMPARE(read.size(), 0); // still on its way
        QVERIFY(app::addPatient(*clinic.window->session(), completeForm("Ferreira")));
        QTRY_COMPARE(clinic.window->patientList()->model().rowCount(), 3);
    }

    void aNewClinicNeedsANameAndThenIsOpen() {
        ClinicWindow clinic;
        clinic.dialogs.answerRun([](QDialog& dialog) {
            dialog.accept(); // without a name
            if (dialog.result() == QDialog::Accepted)
                return 0;
            QLineEdit* name = dialog.findChild<QLineEdit*>(QStringLiteral("nameEdit"));
            QTest::keyClicks(name, QStringLiteral("Spasticity clinic"));
            dialog.accept();
            return dialog.result();
        });
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("ours")));
        QSignalSpy read(clinic.window.get(), &MainWindow::patientsRead);
        button(clinic.window->firstStart(), QStringLiteral("New clinic…"))->click();
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(clinic.dialogs.isDone());
        QVERIFY(clinic.window->hasClinic());
        QVERIFY(QFile::exists(clinic.path(QStringLiteral("ours.lento"))));
        QCOMPARE(clinic.window->windowTitle(), QStringLiteral("Lento — ours.lento"));
        // Tablets are collected on a working day, so somebody has to say which days are none.
        const std::vector<core::Weekday> closed = app::clinic(*clinic.window->session())->closedWeekdays;
        const QList<Qt::DayOfWeek> open = QLocale::system().weekdays();
        QCOMPARE(closed.size(), static_cast<std::size_t>(7 - open.size()));
        for (const core::Weekday day : closed)
            QVERIFY(!open.contains(static_cast<Qt::DayOfWeek>(day)));
    }

    void aBadFileSaysWhyAndIsNotTouched_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << "missing"
                                 << "bad.lento";
        QTest::newRow("foreign") << "foreign"
                                 << "not a Lento clinic";
        QTest::newRow("empty") << "empty"
                               << "bad.lento";
        QTest::newRow("damaged") << "damaged"
                                 << "damaged";
        QTest::newRow("newer") << "newer"
                               << "newer";
        QTest::newRow("locked") << "locked"
                                << "open";
    }
    void aBadFileSaysWhyAndIsNotTouched() {
        QFETCH(const QString, kind);
        QFETCH(const QString, says);
        ClinicWindow clinic;
        const QString path = clinic.path(QStringLiteral("bad.lento"));
        std::unique_ptr<app::Session> other;
        if (kind == QStringLiteral("foreign")) {
            write(path, "Dear colleague, thank you for referring this patient.");
        } else if (kind == QStringLiteral("empty")) {
            write(path, {});
        } else if (kind != QStringLiteral("missing")) {
            clinic.makeClinic({completeForm("Kowalski")}, QStringLiteral("bad.lento"));
            QByteArray bytes = bytesOf(path);
            if (kind == QStringLiteral("damaged"))
                write(path, bytes.left(bytes.size() / 2).replace(4'096, 2'000, QByteArray(2'000, '\xff')));
            else if (kind == QStringLiteral("newer"))
                write(path, bytes.replace(60, 4, QByteArray("\x00\x00\x03\xe8", 4))); // user_version 1000
            else
                other = std::move(app::Session::open(path, test::fixedEnvironment()).value());
        }
        const QByteArray before = bytesOf(path);
        const bool existed = QFile::exists(path);
        clinic.window->openClinic(path);
        QVERIFY(!clinic.window->hasClinic());
        QVERIFY(clinic.window->firstStart().isVisible());
        QVERIFY2(clinic.window->firstStart().problem().contains(says, Qt::CaseInsensitive),
                 qPrintable(clinic.window->firstStart().problem()));
        QCOMPARE(QFile::exists(path), existed);
        QCOMPARE(bytesOf(path), before);
    }

    void aLockedFileMayBeReadOnly() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        const auto other = app::Session::open(clinic.path(), test::fixedEnvironment());
        QVERIFY(other);
        clinic.window->openClinic(clinic.path());
        QPushButton* readOnly = button(clinic.window->firstStart(), QStringLiteral("Open it for reading only"));
        QVERIFY(readOnly->isVisible());
        QSignalSpy read(clinic.window.get(), &MainWindow::patientsRead);
        readOnly->click();
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(clinic.window->session()->isReadOnly());
        QVERIFY(!named<QPushButton>(*clinic.window->patientList(), QStringLiteral("New patient"))->isEnabled());
    }

    void anotherBadFileLeavesTheOpenClinic() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openClinic(clinic.path(QStringLiteral("nowhere.lento")));
        QVERIFY(clinic.window->hasClinic());
        QCOMPARE(clinic.dialogs.told.size(), 1);
        QCOMPARE(clinic.dialogs.told.front().code, core::ErrorCode::fileNotFound);
    }

    void aNewPatientWithSlipsIsRefusedInTheFieldsAndThenAdded() {
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        clinic.dialogs.answerRun([](QDialog& dialog) {
            type(dialog, QStringLiteral("Given name"), QStringLiteral("Maria"));
            type(dialog, QStringLiteral("Date of birth"), QStringLiteral("03/04/1961"));
            type(dialog, QStringLiteral("Weight"), QStringLiteral("680000"));
            type(dialog, QStringLiteral("Height"), QStringLiteral("168 mg"));
            type(dialog, QStringLiteral("Creatinine"), QStringLiteral("1.1"));
            dialog.accept();
            if (dialog.isHidden())
                return int(QDialog::Rejected);
            int refused = 0;
            for (const TypedEdit* field : dialog.findChildren<TypedEdit*>())
                refused += field->showsProblem() ? 1 : 0;
            [&] { QCOMPARE(refused, 5); }(); // surname, birth date, weight, height, creatinine without its unit
            type(dialog, QStringLiteral("Surname"), QStringLiteral("Kowalski"));
            type(dialog, QStringLiteral("Date of birth"), QStringLiteral("12-Mar-1961"));
            type(dialog, QStringLiteral("Weight"), QStringLiteral("68"));
            type(dialog, QStringLiteral("Height"), QStringLiteral("168 cm"));
            type(dialog, QStringLiteral("Creatinine"), QStringLiteral("1.1 mg/dL"));
            named<QAbstractButton>(dialog, QStringLiteral("Sex, as the kidney formulas need it: Female"))->click();
            named<QAbstractButton>(dialog, QStringLiteral("Allergies: None known"))->click();
            dialog.accept();
            return dialog.result();
        });
        clinic.window->newPatient();
        QVERIFY(clinic.dialogs.isDone());
        QVERIFY(clinic.window->record() != nullptr);
        const core::Patient& patient = clinic.window->record()->patient;
        QCOMPARE(QString::fromStdString(patient.identity.surname), QStringLiteral("Kowalski"));
        QCOMPARE(patient.identity.birthDate, date("1961-03-12"));
        QCOMPARE(clinic.window->record()->facts.weights.back().grams, 68'000);
        QCOMPARE(clinic.window->record()->facts.creatinines.back().thousandths, 1'100);
        QCOMPARE(*patient.heightMillimetres, 1'680);
        QCOMPARE(patient.sex, core::Sex::female);
        QCOMPARE(clinic.window->patientList()->model().rowCount(), 1);
        const QString banner = bannerText(*clinic.window);
        QVERIFY2(banner.contains(QStringLiteral("KOWALSKI, Maria")), qPrintable(banner));
        QVERIFY2(banner.contains(QStringLiteral("12-Mar-1961 (65 y)")), qPrintable(banner));
        QVERIFY2(banner.contains(QStringLiteral("No known allergies")), qPrintable(banner));
        QVERIFY(!clinic.window->windowTitle().contains(QStringLiteral("kowalski"), Qt::CaseInsensitive));
    }

    void theFormSaysWhatTheKidneysDoWhileTyping() {
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        clinic.dialogs.answerRun([](QDialog& dialog) {
            const auto words = [&dialog] {
                QStringList all;
                for (const QLabel* label : dialog.findChildren<QLabel*>())
                    all << label->text();
                return all.join(QLatin1Char('\n'));
            };
            type(dialog, QStringLiteral("Surname"), QStringLiteral("Okafor"));
            type(dialog, QStringLiteral("Date of birth"), QStringLiteral("23-Jan-1954"));
            named<QAbstractButton>(dialog, QStringLiteral("Sex, as the kidney formulas need it: Male"))->click();
            type(dialog, QStringLiteral("Creatinine"), QStringLiteral("1.5 mg/dL"));
            [&] { QVERIFY2(words().contains(QStringLiteral("weight is missing")), qPrintable(words())); }();
            type(dialog, QStringLiteral("Weight"), QStringLiteral("70"));
            [&] { QVERIFY2(words().contains(QStringLiteral("mL/min")), qPrintable(words())); }();
            dialog.reject();
            return int(QDialog::Rejected);
        });
        clinic.dialogs.answerConfirm(true); // leave without saving
        clinic.window->newPatient();
        QVERIFY(clinic.dialogs.isDone());
        QCOMPARE(clinic.window->patientList()->model().rowCount(), 0);
    }

    void typingIsNotThrownAwayByASlip() {
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        clinic.dialogs.answerConfirm(false); // stay
        clinic.dialogs.answerRun([](QDialog& dialog) {
            type(dialog, QStringLiteral("Surname"), QStringLiteral("Rossi"));
            dialog.reject();
            [&] {
                QVERIFY(dialog.isVisible());
                QCOMPARE(named<QLineEdit>(dialog, QStringLiteral("Surname"))->text(), QStringLiteral("Rossi"));
            }();
            type(dialog, QStringLiteral("Date of birth"), QStringLiteral("1980-06-30"));
            dialog.accept();
            return dialog.result();
        });
        clinic.window->newPatient();
        QCOMPARE(clinic.window->patientList()->model().rowCount(), 1);
    }

    void aRecordNumberCannotBeGivenTwice() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski", "Maria", "1961-03-12", "483 926")});
        clinic.open();
        clinic.dialogs.answerConfirm(true);
        clinic.dialogs.answerRun([](QDialog& dialog) {
            type(dialog, QStringLiteral("Surname"), QStringLiteral("Nowak"));
            type(dialog, QStringLiteral("Date of birth"), QStringLiteral("01-Feb-1970"));
            type(dialog, QStringLiteral("Record number"), QStringLiteral("483 926"));
            dialog.accept();
            [&] {
                QVERIFY(dialog.isVisible());
                QVERIFY(qobject_cast<TypedEdit*>(named<QLineEdit>(dialog, QStringLiteral("Record number")))
                            ->showsProblem());
            }();
            dialog.reject();
            return int(QDialog::Rejected);
        });
        clinic.window->newPatient();
        QCOMPARE(clinic.window->patientList()->model().rowCount(), 1);
    }

    void whatWasSearchedForIsFilledIn_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("name") << "Nowak"
                              << "Surname"
                              << "Nowak";
        QTest::newRow("birth date") << "12.03.1961"
                                    << "Date of birth"
                                    << "12-Mar-1961";
        QTest::newRow("number") << "483 926 0175"
                                << "Record number"
                                << "483 926 0175";
    }
    void whatWasSearchedForIsFilledIn() {
        QFETCH(const QString, typed);
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        QString found;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            found = named<QLineEdit>(dialog, field)->text();
            dialog.reject();
            return dialog.result();
        });
        clinic.window->newPatient(typed);
        QCOMPARE(found, text);
    }

    void editingKeepsWhatIsNotChanged() {
        ClinicWindow clinic;
        app::PatientForm form = completeForm("Kowalski");
        form.conditions = std::vector<core::Condition>{{core::RecordId(), "epilepsy", {}, date("2019-05-01"), {}},
                                                       {core::RecordId(), {}, "Frozen shoulder", {}, {}}};
        form.medicines = std::vector<core::Medicine>{{core::RecordId(), "oxycodone", "5 mg twice daily", {}, {}}};
        clinic.makeClinic({form});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        const app::PatientRecord before = *clinic.window->record();
        clinic.dialogs.answerRun([](QDialog& dialog) {
            type(dialog, QStringLiteral("Diagnosis"), QStringLiteral("MS, secondary progressive"));
            type(dialog, QStringLiteral("Medicine 2"), QStringLiteral("gabapentin"));
            type(dialog, QStringLiteral("Weight"), QStringLiteral("70.5 kg"));
            dialog.accept();
            return dialog.result();
        });
        clinic.window->editPatient();
        QVERIFY(clinic.dialogs.isDone());
        const app::PatientRecord& after = *clinic.window->record();
        QCOMPARE(QString::fromStdString(after.patient.diagnosis), QStringLiteral("MS, secondary progressive"));
        QVERIFY(after.patient.identity == before.patient.identity);
        QVERIFY(after.conditions == before.conditions);
        QCOMPARE(after.medicines.size(), std::size_t(2));
        QVERIFY(after.medicines.front() == before.medicines.front());
        QCOMPARE(after.facts.weights.size(), std::size_t(2));
        QCOMPARE(after.facts.weights.back().grams, 70'500);
        QVERIFY(after.facts.creatinines == before.facts.creatinines);
        QVERIFY(bannerText(*clinic.window).contains(QStringLiteral("70.5 kg")));
    }

    void notAskedStaysNotAsked() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        clinic.dialogs.answerRun([](QDialog& dialog) {
            type(dialog, QStringLiteral("Goal of treatment"), QStringLiteral("Sit for two hours"));
            dialog.accept();
            return dialog.result();
        });
        clinic.window->editPatient();
        QVERIFY(!clinic.window->record()->facts.conditionsRecorded);
        QVERIFY(!clinic.window->record()->facts.medicinesRecorded);
        clinic.dialogs.answerRun([](QDialog& dialog) {
            named<QAbstractButton>(dialog, QStringLiteral("Conditions: None"))->click();
            dialog.accept();
            return dialog.result();
        });
        clinic.window->editPatient();
        QVERIFY(clinic.window->record()->facts.conditionsRecorded);
        QVERIFY(clinic.window->record()->conditions.empty());
    }

    void searchOpensAPatientByKeyboardAlone() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski"), completeForm("Żółtowska", "Ewa", "1970-02-01")});
        clinic.open();
        QTest::keyClick(clinic.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto* search = clinic.window->patientList()->findChild<QLineEdit*>();
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("ewa zolt"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(clinic.window->record() != nullptr);
        QCOMPARE(QString::fromStdString(clinic.window->record()->patient.identity.given), QStringLiteral("Ewa"));
    }

    void pagesAreBuiltWhenFirstShownAndReachedByNumber() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        QVERIFY(clinic.window->findChildren<PatientPage*>().isEmpty());
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        QCOMPARE(clinic.window->findChildren<PatientPage*>().size(), 1);
        int number = 0;
        for (const PatientPageKind& kind : patientPageKinds()) {
            QTest::keyClick(clinic.window.get(), static_cast<Qt::Key>(Qt::Key_1 + number), Qt::ControlModifier);
            ++number;
            QTRY_COMPARE(clinic.window->currentPage(), kind.id);
        }
        QCOMPARE(clinic.window->findChildren<PatientPage*>().size(), number);
    }

    void theBannerNeverCutsNameOrBirthDate_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1360;
        QTest::newRow("narrow") << 700;
        QTest::newRow("very narrow") << 420;
    }
    void theBannerNeverCutsNameOrBirthDate() {
        QFETCH(const int, width);
        app::PatientRecord record;
        record.patient.identity.surname = "Featherstonehaugh-Montgomery";
        record.patient.identity.given = "Alexandrina Wilhelmina";
        record.patient.identity.birthDate = date("1961-03-12");
        record.patient.pregnant = true;
        record.patient.onDialysis = true;
        Banner banner;
        banner.setRecord(std::make_shared<const app::PatientRecord>(record), date("2026-11-22"));
        banner.resize(qMax(width, banner.minimumSizeHint().width()), 10);
        banner.resize(banner.width(), banner.heightForWidth(banner.width()));
        banner.show();
        for (const QLabel* label : banner.findChildren<QLabel*>()) {
            if (!label->isVisible())
                continue;
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            QVERIFY2(banner.rect().contains(label->geometry()), qPrintable(label->text()));
        }
    }

    void missingFactsAreNotAssessedInTheBanner() {
        app::PatientRecord record;
        record.patient.identity.surname = "Kowalski";
        record.patient.identity.birthDate = date("1961-03-12");
        record.renal.missing = {"weight"};
        Banner banner;
        banner.setRecord(std::make_shared<const app::PatientRecord>(record), date("2026-11-22"));
        QStringList all;
        for (const QLabel* label : banner.findChildren<QLabel*>())
            all << label->text();
        QVERIFY(all.contains(QStringLiteral("Renal: not assessed")));
        QVERIFY(all.contains(QStringLiteral("Allergies not recorded")));
        QCOMPARE(renalWords(record.renal).value, QStringLiteral("not assessed: weight is missing"));
    }

    void theChartIsSavedAsAPicture_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("PNG") << "chart.png" << QByteArray("\x89PNG");
        QTest::newRow("SVG") << "chart.svg" << QByteArray("<?xml");
        QTest::newRow("PDF") << "chart.pdf" << QByteArray("%PDF");
        QTest::newRow("no ending") << "chart" << QByteArray("\x89PNG");
    }
    void theChartIsSavedAsAPicture() {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, begins);
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        clinic.dialogs.answerSave(clinic.path(name));
        clinic.window->saveChartPicture();
        const QByteArray picture =
            bytesOf(clinic.path(name.contains(QLatin1Char('.')) ? name : name + QStringLiteral(".png")));
        QVERIFY(picture.startsWith(begins));
        QVERIFY(!picture.contains("Kowalski"));
        QVERIFY(picture.size() > 2'000);
    }

    void aPictureThatCannotBeWrittenIsTold() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("nowhere/chart.png")));
        clinic.window->saveChartPicture();
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("chart.gif")));
        clinic.window->saveChartPicture();
        QCOMPARE(clinic.dialogs.told.size(), 2);
        QCOMPARE(clinic.dialogs.told[0].code, core::ErrorCode::cannotWrite);
        QCOMPARE(clinic.dialogs.told[1].code, core::ErrorCode::unknownName);
    }

    void theDemoClinicIsMadeAndOpened() {
        ClinicWindow clinic;
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("demo")));
        QSignalSpy read(clinic.window.get(), &MainWindow::patientsRead);
        button(clinic.window->firstStart(), QStringLiteral("Demo clinic"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 60'000);
        QCOMPARE(clinic.window->patientList()->model().rowCount(), 40);
    }

    void aDemoClinicThatIsCancelledLeavesNothing() {
        ClinicWindow clinic;
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("demo")));
        FirstStartPage& page = clinic.window->firstStart();
        button(page, QStringLiteral("Demo clinic"))->click();
        QPushButton* cancel = button(page, QStringLiteral("Cancel"));
        QVERIFY(cancel && cancel->isVisible()); // it has only just begun
        cancel->click();
        QTRY_VERIFY(!cancel->isVisible()); // the worker has ended
        QVERIFY(!clinic.window->hasClinic());
        QVERIFY(page.isVisible());
        QVERIFY2(page.problem().isEmpty(), qPrintable(page.problem())); // wished for, so nothing to explain
        const QFileInfo file(clinic.path(QStringLiteral("demo.lento")));
        QCOMPARE(file.dir().entryList(QDir::Files | QDir::Hidden).join(QLatin1Char(' ')), QString());
    }

    void aDemoClinicNeverReplacesAFile() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")}, QStringLiteral("ours.lento"));
        const QByteArray before = bytesOf(clinic.path(QStringLiteral("ours.lento")));
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("ours.lento")));
        clinic.window->makeDemoClinic();
        QTRY_VERIFY(!clinic.window->firstStart().problem().isEmpty());
        QCOMPARE(bytesOf(clinic.path(QStringLiteral("ours.lento"))), before);
    }

    void closingTheClinicLeavesNothingOfAPatient() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        clinic.window->closeClinic();
        QVERIFY(clinic.window->firstStart().isVisible());
        QVERIFY(clinic.window->record() == nullptr);
        QCOMPARE(clinic.window->patientList()->model().rowCount(), 0);
        for (const QLabel* label : clinic.window->findChildren<QLabel*>())
            QVERIFY(!label->text().contains(QStringLiteral("kowalski"), Qt::CaseInsensitive));
    }

    void aChosenTabHasRoomForItsTitle() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        auto* tabs = clinic.window->findChild<QTabBar*>();
        QFont bold = tabs->font();
        bold.setBold(true);
        const int sides = tabs->style()->pixelMetric(QStyle::PM_TabBarTabHSpace, nullptr, tabs);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            const QString title = QString(tabs->tabText(tab)).remove(QLatin1Char('&'));
            QVERIFY2(tabs->tabRect(tab).width() >= QFontMetrics(bold).horizontalAdvance(title) + sides,
                     qPrintable(title));
        }
    }

    void anOrderlyChangeOfAppearanceRepaintsEverything() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        applyTheme(*qApp, Appearance::dark);
        QTRY_VERIFY(tokens(clinic.window->palette()).dark);
        QVERIFY(tokens(clinic.window->patientList()->palette()).dark);
        applyTheme(*qApp, Appearance::light);
        QTRY_VERIFY(!tokens(clinic.window->palette()).dark);
    }

    void aNewVisitTakesTheKeyboard() {
        test::PatientWindow clinic(test::onSixty);
        clinic.window->patientList()->focusSearch();
        QTest::keyClick(clinic.window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        const auto* form = clinic.window->findChild<VisitForm*>();
        QVERIFY(form && form->isVisible());
        QVERIFY(QApplication::focusWidget() && form->isAncestorOf(QApplication::focusWidget()));
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
