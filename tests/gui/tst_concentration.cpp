// The teaching curve as a person sees it: the worked examples, the words that it is nobody's curve, and what it asks
// for when it cannot be drawn (PK-2, PK-3, PK-5, SPL-1, TIT-9).
#include "core/rule_numbers.h"
#include "gui/calendar_page.h"
#include "gui/clock_edit.h"
#include "gui/concentration_dialog.h"
#include "gui/field_note.h"
#include "gui/patient_dialog.h"
#include "gui/plan_page.h"
#include "patient_window.h"
#include "report/concentration_report.h"

#include <QGraphicsSimpleTextItem>
#include <QRegularExpression>
#include <QTableView>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;
using namespace Qt::Literals::StringLiterals;

namespace {

core::DoseSplit splitOf(const std::vector<const char*>& mg) {
    core::DoseSplit split(static_cast<int>(mg.size()));
    for (std::size_t i = 0; i < mg.size(); ++i)
        split.set(static_cast<int>(i), dose(mg[i]));
    return split;
}

core::KineticBasis adultAt(double k) {
    core::KineticBasis basis;
    basis.model = core::adultKinetics(k, catalogue().numbers());
    basis.ageYears = 50;
    basis.k = k;
    basis.creatinineDate = date("2026-11-14");
    return basis;
}

core::KineticBasis childOf(std::int32_t grams) {
    core::KineticBasis basis;
    basis.model = core::childKinetics(8, grams, catalogue().numbers()).value();
    basis.child = true;
    basis.ageYears = 8;
    basis.weight = core::Weight{date("2026-11-01"), grams};
    return basis;
}

struct Shown {
    AnsweringDialogs dialogs;
    ConcentrationDialog dialog;
    explicit Shown(const core::DoseSplit& split, core::KineticBasis basis, std::optional<NamedSplit> inForce = {})
        : dialog({u"Step 3, 60 mg/day"_s, split}, std::move(inForce), std::move(basis), catalogue().numbers(),
                 date("2026-11-22"), dialogs) {
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
    }
    void setTimes(const QStringList& times) {
        const QList<ClockEdit*> edits = dialog.findChildren<ClockEdit*>();
        QCOMPARE(edits.size(), times.size());
        for (qsizetype i = 0; i < times.size(); ++i)
            type(*edits[i], times[i]);
    }
};

// "Peak 346 ng/mL at 07:22 · trough …": the number that follows a word.
double figure(const QString& text, const QString& word) {
    const auto match = QRegularExpression(word + u" ([0-9.]+)"_s).match(text);
    return match.hasMatch() ? match.captured(1).toDouble() : -1;
}

bool near(double found, double wanted) {
    return std::abs(found - wanted) <= wanted * .01;
}

} // namespace

class TestConcentration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedExamplesAreShown_data() {
        QTest::addColumn<core::DoseSplit>("split");
        QTest::addColumn<QStringList>("times");
        QTest::addColumn<double>("k");
        QTest::addColumn<QList<double>>("figures"); // half-life, average, peak, trough
        QTest::newRow("E35") << splitOf({"20", "20", "20"}) << QStringList{u"06:00"_s, u"14:00"_s, u"22:00"_s} << 100.
                             << QList<double>{3.79, 231.5, 346.0, 114.8};
        QTest::newRow("E36") << splitOf({"5", "5"}) << QStringList{u"08:00"_s, u"20:00"_s} << 20.
                             << QList<double>{11.83, 120.6, 152.2, 86.2};
    }
    void workedExamplesAreShown() {
        QFETCH(core::DoseSplit, split);
        QFETCH(QStringList, times);
        QFETCH(double, k);
        QFETCH(QList<double>, figures);
        Shown shown(split, adultAt(k));
        shown.setTimes(times);
        const QString seen = visibleText(shown.dialog);
        QVERIFY2(near(figure(seen, u"half-life"_s), figures[0]), qPrintable(seen));
        QVERIFY2(near(figure(seen, u"average"_s), figures[1]), qPrintable(seen));
        QVERIFY2(near(figure(seen, u"Peak"_s), figures[2]), qPrintable(seen));
        QVERIFY2(near(figure(seen, u"trough"_s), figures[3]), qPrintable(seen));
        QVERIFY2(seen.contains(u"K %1 mL/min, creatinine of 14-Nov-2026"_s.arg(k)), qPrintable(seen));
        // The same in the table, at the peak.
        shown.dialog.showTable(true);
        const auto* model = named<QTableView>(shown.dialog, u"Expected concentration as a table"_s)->model();
        QStringList atPeak;
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 2).data().toString().contains(u"peak"_s))
                atPeak << model->index(row, 1).data().toString();
        QCOMPARE(atPeak.size(), 1);
        QVERIFY(near(atPeak.front().toDouble(), figures[2]));
    }

    void itIsNobodysCurve_data() {
        QTest::addColumn<bool>("child");
        QTest::newRow("adult") << false;
        QTest::newRow("child") << true;
    }
    void itIsNobodysCurve() {
        QFETCH(bool, child);
        Shown shown(splitOf({"5", "5", "5"}), child ? childOf(30'000) : adultAt(80));
        const QString words = u"not this patient; no dosing from this curve (PK-5)"_s;
        QVERIFY(visibleText(shown.dialog).contains(words));
        shown.dialog.showTable(true);
        QVERIFY(visibleText(shown.dialog).contains(words));
        bool inThePicture = false;
        for (const QGraphicsItem* item : shown.dialog.chart().scene()->items())
            if (const auto* text = qgraphicsitem_cast<const QGraphicsSimpleTextItem*>(item))
                inThePicture = inThePicture || (text->isVisible() && text->text().contains(words));
        QVERIFY(inThePicture);
        QCOMPARE(visibleText(shown.dialog).contains(u"4.5 h"_s), child); // PK-3's note
    }

    void aSavedPictureSaysItToo() {
        Shown shown(splitOf({"5", "5", "5"}), adultAt(80), NamedSplit{u"In force"_s, splitOf({"5", "5", "10"})});
        QTemporaryDir folder;
        for (const QString& ending : {u"png"_s, u"svg"_s, u"pdf"_s}) {
            const QString path = folder.filePath(u"curve."_s + ending);
            shown.dialogs.answerSave(path);
            click(shown.dialog, u"Save picture…"_s);
            QVERIFY2(QFileInfo(path).size() > 1'000, qPrintable(ending));
        }
        shown.dialogs.answerSave(folder.filePath(u"curve.doc"_s));
        click(shown.dialog, u"Save picture…"_s);
        QCOMPARE(shown.dialogs.told.size(), 1);
        QVERIFY(!QFile::exists(folder.filePath(u"curve.doc"_s)));

        const auto model = core::adultKinetics(80, catalogue().numbers());
        const std::vector<core::TimedDose> doses{{480, dose("5")}};
        report::ConcentrationInput input;
        input.chosen = core::steadyState(model, doses);
        input.doses = doses;
        input.model = model;
        input.k = 80;
        input.today = date("2026-11-22");
        const auto document = report::concentrationReport(input, wording::DocLocale());
        QVERIFY(document);
        QVERIFY(report::toText(*document).contains(u"not this patient; no dosing from this curve"_s));
        input.doses.clear();
        QCOMPARE(report::concentrationReport(input, wording::DocLocale()).error().code,
                 core::ErrorCode::nothingToPrint);
    }

    void dosesTooCloseAreTold() {
        Shown shown(splitOf({"5", "5", "5"}), adultAt(80));
        QVERIFY(!visibleText(shown.dialog).contains(u"SPL-1"_s));
        shown.setTimes({u"08:00"_s, u"11:00"_s, u"18:00"_s});
        const QString seen = visibleText(shown.dialog);
        QVERIFY2(seen.contains(u"Between the morning and the midday dose lie 3 h; at least 4 h are usual (SPL-1)."_s),
                 qPrintable(seen));
        shown.setTimes({u"08:00"_s, u"12:00"_s, u"18:00"_s});
        QVERIFY(!visibleText(shown.dialog).contains(u"SPL-1"_s));
    }

    void aTimeThatIsNoneIsRefused_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("25 h") << u"25:00"_s;
        QTest::newRow("words") << u"noon"_s;
        QTest::newRow("nothing") << QString();
    }
    void aTimeThatIsNoneIsRefused() {
        QFETCH(QString, typed);
        Shown shown(splitOf({"5", "5", "5"}), adultAt(80));
        auto* edit = named<ClockEdit>(shown.dialog, u"Morning dose at"_s);
        const std::vector<core::TimedDose> before = shown.dialog.chart().chosen().doses;
        type(*edit, typed);
        QVERIFY(edit->showsProblem());
        QCOMPARE(edit->text(), typed); // kept as it was typed
        QVERIFY(shown.dialog.chart().chosen().doses == before);
    }

    void keysMoveATime() {
        Shown shown(splitOf({"5", "5", "5"}), adultAt(80));
        auto* edit = named<ClockEdit>(shown.dialog, u"Morning dose at"_s);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Up);
        QCOMPARE(edit->text(), u"08:15"_s);
        QTest::keyClick(edit, Qt::Key_PageDown);
        QCOMPARE(edit->text(), u"07:15"_s);
        QCOMPARE(shown.dialog.chart().chosen().doses.front().minuteOfDay, 435);
        // Return takes the time over and closes nothing.
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(shown.dialog.isVisible());
    }

    void physiotherapyStandsNearAPeak() {
        Shown shown(splitOf({"20", "20", "20"}), adultAt(100));
        shown.setTimes({u"06:00"_s, u"14:00"_s, u"22:00"_s});
        const QString seen = visibleText(shown.dialog);
        QVERIFY2(seen.contains(u"Shaded: hours for physiotherapy near a peak, 14:45–15:45 (TIT-9)"_s),
                 qPrintable(seen));
        QCOMPARE(shown.dialog.chart().chosen().therapy.size(), std::size_t{1});
        shown.setTimes({u"04:00"_s, u"19:00"_s, u"23:30"_s});
        QVERIFY(visibleText(shown.dialog).contains(u"No peak leaves room for an hour of physiotherapy"_s));
    }

    void theKeyboardReadsTheCurve() {
        Shown shown(splitOf({"5", "5", "5"}), adultAt(80), NamedSplit{u"In force"_s, splitOf({"5", "5", "10"})});
        ConcentrationChart& chart = shown.dialog.chart();
        QTest::keyClick(&chart, Qt::Key_Home);
        QVERIFY2(chart.readingText().startsWith(u"00:00: "_s), qPrintable(chart.readingText()));
        QVERIFY(chart.readingText().contains(u"for comparison"_s));
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.focusMinute(), std::optional(15));
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(chart.focusMinute(), std::optional(480)); // the morning dose
        QVERIFY(visibleText(shown.dialog).contains(chart.readingText()));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!chart.focusMinute());
        QVERIFY(shown.dialog.isVisible());
    }

    void thePlanPageComparesAStepWithToday() {
        PatientWindow clinic(goingDown); // today 50 mg
        auto& page = clinic.page<PlanPage>(PageId::plan);
        named<QTableView>(page, u"Steps of the plan"_s)->selectRow(4); // 35 mg
        QString seen;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            seen = visibleText(dialog);
            return int(QDialog::Rejected);
        });
        click(page, u"Concentration over the day…"_s);
        QVERIFY2(seen.contains(u"Step 5, 35 mg/day"_s), qPrintable(seen));
        QVERIFY2(seen.contains(u"Dashed: In force today, 50 mg/day"_s), qPrintable(seen));
    }

    void theCalendarDayShowsItsOwn() {
        PatientWindow clinic(goingDown);
        auto& page = clinic.page<CalendarPage>(PageId::calendar);
        page.showView(CalendarPage::View::day);
        page.select(date("2026-12-01"));
        QString seen;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            seen = visibleText(dialog);
            return int(QDialog::Rejected);
        });
        click(page, u"Concentration over the day…"_s);
        QVERIFY2(seen.contains(u"01-Dec-2026, 40 mg/day"_s), qPrintable(seen));
        page.select(date("2027-06-01")); // after the stop: nothing to draw
        QVERIFY(!button(page, u"Concentration over the day…"_s)->isVisible());
    }

    void aMissingCreatinineIsTakenThereAndThen() {
        app::PatientForm form = completeForm("Kowalski");
        form.newCreatinines.clear();
        PatientWindow clinic(goingDown, form);
        auto& page = clinic.page<PlanPage>(PageId::plan);
        QStringList seen;
        const auto look = [&](QDialog& dialog) {
            seen << visibleText(dialog);
            if (seen.size() == 1)
                click(dialog, u"Enter it…"_s);
            return seen.size() == 1 ? int(QDialog::Accepted) : int(QDialog::Rejected);
        };
        clinic.dialogs.answerRun(look);
        clinic.dialogs.answerRun([](QDialog& dialog) {
            [&] { QVERIFY(qobject_cast<PatientDialog*>(&dialog)); }();
            type(*named<QLineEdit>(dialog, u"Creatinine"_s), u"1.1 mg/dL"_s, false);
            click(dialog, u"Save changes"_s);
            return dialog.result();
        });
        clinic.dialogs.answerRun(look);
        click(page, u"Concentration over the day…"_s);
        QCOMPARE(seen.size(), 2);
        QVERIFY2(seen[0].contains(u"Not assessed"_s) && seen[0].contains(u"missing: creatinine"_s),
                 qPrintable(seen[0]));
        QVERIFY(!seen[0].contains(u"Peak"_s));
        QVERIFY2(seen[1].contains(u"creatinine of 22-Nov-2026"_s) && seen[1].contains(u"Peak"_s), qPrintable(seen[1]));
    }

    void anUnknownCourseHasNoCurve_data() {
        QTest::addColumn<int>("why");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, core::NoKinetics why, const QString& words) {
            QTest::newRow(name) << static_cast<int>(why) << words;
        };
        row("dialysis", core::NoKinetics::dialysis, u"On dialysis the model does not hold"_s);
        row("unstable", core::NoKinetics::unstable, u"no K holds for a whole day"_s);
        row("old", core::NoKinetics::tooOld, u"creatinine of 14-Nov-2024 is too old"_s);
        row("infant", core::NoKinetics::tooYoung, u"begins at 2 years"_s);
    }
    void anUnknownCourseHasNoCurve() {
        QFETCH(int, why);
        QFETCH(QString, words);
        core::KineticBasis basis;
        basis.why = static_cast<core::NoKinetics>(why);
        basis.creatinineDate = date("2024-11-14");
        Shown shown(splitOf({"5", "5", "5"}), basis);
        const QString seen = visibleText(shown.dialog);
        QVERIFY2(seen.contains(u"Not assessed"_s) && seen.contains(words), qPrintable(seen));
        QVERIFY(!shown.dialog.chart().isVisible());
        QVERIFY(seen.contains(u"no dosing from this curve"_s));
    }
};

QTEST_MAIN(TestConcentration)
#include "tst_concentration.moc"
