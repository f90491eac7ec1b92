// The models behind the tables and lists keep Qt's contract while what they show changes.
#include "core/split.h"
#include "gui/alternatives_model.h"
#include "gui/calendar_model.h"
#include "gui/chart_table_model.h"
#include "gui/patient_list.h"
#include "gui/patient_model.h"
#include "gui/step_model.h"
#include "patient_window.h"
#include "plan_values.h"

#include <QAbstractItemModelTester>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

app::PlanningContext contextOf(const app::PatientRecord& record, core::Date today) {
    return app::planningContext(catalogue(), record, today);
}

app::PatientRecord emptyRecord() {
    app::PatientRecord record;
    record.patient.identity.surname = "Kowalski";
    record.patient.identity.birthDate = date("1961-03-12");
    return record;
}

app::PlanView viewOf(const core::PlanInputs& inputs, std::string_view set) {
    return app::plan(inputs, products(set), contextOf(emptyRecord(), date("2026-11-22"))).value();
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsKeepTheContract();
    void firstRowChangesFromTheDoseBefore();
    void frozenRowsAndMissingDosesAreNotEdited();
    void setDataAsksAndChangesNothing();
    void alternativesKeepTheContract();
    void calendarKeepsTheContract_data();
    void calendarKeepsTheContract();
    void chartTableKeepsTheContract();
    void patientsKeepTheContract();
};

void TestModels::stepsKeepTheContract() {
    StepModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const app::PlanView percent = viewOf(taper("2026-11-23", "60", 10, 7), "TAB10");
    model.setView(percent, daily("60"), date("2026-11-22"));
    const int rows = model.rowCount();
    QCOMPARE(rows, static_cast<int>(percent.plan.steps.size()));
    model.setView(percent, daily("60"), date("2026-12-22")); // the same shape: rows stay
    QCOMPARE(model.rowCount(), rows);
    core::TaperInputs twice = taper("2026-11-23", "60", 20, 7);
    twice.dosesPerDay = 2; // another number of columns
    model.setView(viewOf(twice, "TAB10"), daily("60"), date("2026-11-22"));
    model.setView(viewOf(titration("2026-11-23", "5", "5", 7, "30"), "TAB10"), {}, date("2026-11-22"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnKind(model.columnCount() - 1), StepModel::Column::note);
}

void TestModels::firstRowChangesFromTheDoseBefore() {
    StepModel model;
    const app::PlanView view = viewOf(taper("2026-11-23", "60", 10, 7), "TAB10");
    const auto change = [&] { return model.index(0, model.columnOf(StepModel::Column::change)).data().toString(); };
    model.setView(view, daily("60"), date("2026-11-22"));
    QCOMPARE(change(), QStringLiteral("−8.3 %")); // 55 of 60
    model.setView(view, std::nullopt, date("2026-11-22"));
    QCOMPARE(change(), QString()); // unknown is not guessed
}

void TestModels::frozenRowsAndMissingDosesAreNotEdited() {
    StepModel model;
    const app::PlanView view = viewOf(taper("2026-11-23", "60", 10, 7), "TAB10");
    model.setView(view, daily("60"), date("2026-12-01")); // the first step, to 29-Nov, is past
    const auto editable = [&](int row, StepModel::Column column) {
        return model.flags(model.index(row, model.columnOf(column))).testFlag(Qt::ItemIsEditable);
    };
    QVERIFY(!editable(0, StepModel::Column::dose));
    QVERIFY(!editable(0, StepModel::Column::days));
    QVERIFY(editable(1, StepModel::Column::dose));
    QVERIFY(editable(1, StepModel::Column::days));
    QVERIFY(!editable(1, StepModel::Column::daily));
    const int last = model.rowCount() - 1; // the stop
    QVERIFY(!editable(last, StepModel::Column::dose));
    QVERIFY(!editable(last, StepModel::Column::days));
}

void TestModels::setDataAsksAndChangesNothing() {
    StepModel model;
    const app::PlanView view = viewOf(taper("2026-11-23", "60", 10, 7), "TAB10");
    model.setView(view, daily("60"), date("2026-11-22"));
    QSignalSpy doses(&model, &StepModel::doseTyped);
    QSignalSpy lengths(&model, &StepModel::daysTyped);
    const QModelIndex dose = model.index(1, model.columnOf(StepModel::Column::dose));
    const QModelIndex days = model.index(1, model.columnOf(StepModel::Column::days));
    QVERIFY(!model.setData(dose, dose.data(Qt::EditRole), Qt::EditRole)); // what stands there already
    QVERIFY(!model.setData(dose, static_cast<qlonglong>(-1), Qt::EditRole));
    QVERIFY(!model.setData(days, 0, Qt::EditRole));
    QVERIFY(!model.setData(days, 7, Qt::EditRole));
    QCOMPARE(doses.size() + lengths.size(), 0);
    QVERIFY(model.setData(dose, static_cast<qlonglong>(5 * core::nanogramsPerMilligram), Qt::EditRole));
    QVERIFY(model.setData(days, 14, Qt::EditRole));
    QCOMPARE(doses.size(), 1);
    QCOMPARE(doses.front().at(0).toInt(), 2);
    QCOMPARE(lengths.front().at(1).toInt(), 14);
    QCOMPARE(model.view()->plan, view.plan);
}

void TestModels::alternativesKeepTheContract() {
    AlternativesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const app::PatientRecord record = emptyRecord();
    const app::PlanningContext context = contextOf(record, date("2026-11-22"));
    const app::PlanView down = viewOf(taper("2026-11-23", "60", 10, 7), "TAB10");
    model.setAlternatives(app::alternatives(down, context));
    QVERIFY(model.rowCount() > 1);
    QVERIFY(model.at(0).chosen);
    QCOMPARE(model.index(0, AlternativesModel::choice).data().toString(), QStringLiteral("chosen"));
    QCOMPARE(model.index(1, AlternativesModel::choice).data().toString(), QStringLiteral("use"));
    QCOMPARE(model.index(0, AlternativesModel::name).data().toString(),
             QStringLiteral("10 % of starting dose, every week"));
    model.setAlternatives(app::alternatives(viewOf(taper("2026-11-23", "60", 15, 7), "TAB10"), context));
    model.setAlternatives(app::alternatives(viewOf(titration("2026-11-23", "5", "5", 7, "30"), "TAB10"), context));
    model.setAlternatives({});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::calendarKeepsTheContract_data() {
    QTest::addColumn<int>("shape");
    QTest::newRow("month") << static_cast<int>(CalendarModel::Shape::month);
    QTest::newRow("year") << static_cast<int>(CalendarModel::Shape::year);
}

void TestModels::calendarKeepsTheContract() {
    QFETCH(const int, shape);
    CalendarModel model(static_cast<CalendarModel::Shape>(shape));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto record = std::make_shared<app::PatientRecord>(emptyRecord());
    core::Revision revision;
    revision.status = core::RevisionStatus::active;
    revision.plan = planned(taper("2026-11-23", "60", 10, 7), "TAB10");
    revision.effectiveFrom = date("2026-11-23");
    record->revisions.push_back(revision);
    model.setDays(std::make_shared<const CalendarDays>(record, date("2026-11-22"), catalogue().numbers(),
                                                       std::vector<core::Weekday>()));
    for (const int year : {2024, 2026}) // a leap year and a common one
        for (int month = 1; month <= 12; ++month) {
            model.showMonth(year, month);
            const core::Date tenth = *core::Date::fromYmd(year, month, 10);
            const QModelIndex at = model.indexOf(tenth);
            QVERIFY(at.isValid());
            QCOMPARE(*model.dateAt(at), tenth);
            QVERIFY(!at.data(Qt::AccessibleTextRole).toString().isEmpty());
        }
    model.setFirstDayOfWeek(core::Weekday::sunday);
    model.showMonth(2026, 2);
    const bool asYear = model.rowCount() == 12;
    if (asYear) // 30 February is no day and cannot be chosen
        QCOMPARE(model.flags(model.index(1, 29)), Qt::ItemFlags(Qt::NoItemFlags));
    else
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Sun"));
    model.setDays(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::chartTableKeepsTheContract() {
    ChartTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    app::ChartSeries series;
    series.today = date("2026-11-22");
    series.dose = {{date("2026-11-01"), date("2026-11-21"), daily("60"), false},
                   {date("2026-11-22"), date("2026-11-28"), daily("55"), true}};
    series.masMean = {{date("2026-11-21"), 1500, 0}};
    series.nrs = {{date("2026-11-21"), 3500, 0}};
    series.effects = {{date("2026-11-21"), "drowsiness", 2, 0}};
    model.setSeries(series);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.dateAt(0), date("2026-11-22")); // newest first
    QCOMPARE(model.index(0, ChartTableModel::dose).data().toString(), QStringLiteral("55 mg/day, planned"));
    QCOMPARE(model.index(1, ChartTableModel::masMean).data().toString(), QStringLiteral("1.5"));
    QCOMPARE(model.index(1, ChartTableModel::nrs).data().toString(), QStringLiteral("3.5"));
    QCOMPARE(model.index(1, model.columnCount() - 1).data().toString(), QStringLiteral("drowsiness, grade 2"));
    model.setSeries({});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::patientsKeepTheContract() {
    PatientWindow clinic;
    PatientModel& model = clinic.window->patientList()->model();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 1);
    model.search(QStringLiteral("nobody"));
    QCOMPARE(model.rowCount(), 0);
    model.search(QStringLiteral("kow"));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(app::addPatient(*clinic.window->session(), completeForm("Kowalczyk", "Jan", "1970-02-01")));
    QTRY_COMPARE(model.rowCount(), 2);
    model.search({});
    QCOMPARE(model.rowCount(), 2);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
