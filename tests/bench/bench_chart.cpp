// The chart of many points beside a bare QtCharts view of the same lines, and the opening of a patient with ten years
// of history in the real window.
//
// Both charts show the same doses as the same step line over the same area, unthinned in the bare one; they are given
// another plan's doses each time, so that nothing drawn before can be used again.
#include "app/patients.h"
#include "content/catalogue.h"
#include "core/titration.h"
#include "figures.h"
#include "gui/dose_chart.h"
#include "gui/main_window.h"
#include "gui/patient_list.h"
#include "gui/theme.h"
#include "session_fixture.h"
#include "silent_dialogs.h"
#include "storage/patient_store.h"
#include "storage/plan_store.h"
#include "storage/visit_store.h"

#include <QElapsedTimer>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace {

using namespace lento;

core::Date today() {
    return test::date("2026-11-22");
}

// --- charts of many points ------------------------------------------------------------------------------------------

// Another dose each day, up and down between 20 and 100 mg.
app::ChartSeries dosesOf(int days, int shift) {
    app::ChartSeries series;
    series.today = today();
    series.first = today() - days + 1;
    series.last = today();
    for (int day = 0; day < days; ++day) {
        const core::Date on = series.first + day;
        const int wave = (day * 7 + shift) % 33;
        series.dose.push_back({on, on, core::DailyDose::micrograms(20'000 + 2'500 * wave), false});
    }
    return series;
}

QList<QPointF> cornersOf(const app::ChartSeries& series) {
    QList<QPointF> corners;
    corners.reserve(static_cast<qsizetype>(series.dose.size()) * 2);
    for (const app::DoseLevel& level : series.dose) {
        const double mg = static_cast<double>(level.daily.inNanograms()) / 1e6;
        corners << QPointF(level.from.dayNumber(), mg) << QPointF(level.to.dayNumber() + 1, mg);
    }
    return corners;
}

// Waits until a widget has been painted since.
class Painted : public QObject {
public:
    explicit Painted(QWidget* widget)
        : m_widget(widget) {
        widget->installEventFilter(this);
    }
    void wait() {
        QElapsedTimer clock;
        clock.start();
        for (const int before = m_count; m_count == before;) {
            QCoreApplication::processEvents();
            bench::require(clock.elapsed() < 20'000, "the chart is never painted");
        }
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        m_count += watched == m_widget && event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    QWidget* m_widget;
    int m_count = 0;
};

class BareChart {
public:
    BareChart() {
        m_view.resize(1000, 420);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.setFrameShape(QFrame::NoFrame);
        QChart* chart = m_view.chart();
        chart->legend()->hide();
        auto* area = new QAreaSeries(m_top, m_floor);
        area->setPen(Qt::NoPen);
        area->setBrush(QColor(220, 232, 245));
        m_line->setPen(QPen(QColor(30, 90, 160), 2));
        auto* days = new QValueAxis;
        auto* doses = new QValueAxis;
        chart->addAxis(days, Qt::AlignBottom);
        chart->addAxis(doses, Qt::AlignLeft);
        for (QAbstractSeries* series : {static_cast<QAbstractSeries*>(area), static_cast<QAbstractSeries*>(m_line)}) {
            chart->addSeries(series);
            series->attachAxis(days);
            series->attachAxis(doses);
        }
        m_days = days;
        doses->setRange(0, 120);
        m_view.show();
    }

    void show(const app::ChartSeries& series) {
        const QList<QPointF> corners = cornersOf(series);
        m_days->setRange(corners.first().x(), corners.last().x());
        m_top->replace(corners);
        m_floor->replace(QList<QPointF>{{corners.first().x(), 0}, {corners.last().x(), 0}});
        m_line->replace(corners);
    }
    QWidget* viewport() { return m_view.viewport(); }
    qsizetype points() const { return m_line->count(); }

private:
    QChartView m_view;
    // The chart's own from the moment they are added.
    QLineSeries* m_top = new QLineSeries;
    QLineSeries* m_floor = new QLineSeries;
    QLineSeries* m_line = new QLineSeries;
    QValueAxis* m_days = nullptr;
};

void chartOf(bench::Figures& figures, int days, const std::string& item, double limit) {
    const app::ChartSeries either[] = {dosesOf(days, 0), dosesOf(days, 5)};
    gui::DoseChart ours;
    ours.resize(1000, 420);
    ours.setColours({Qt::darkBlue, QColor(220, 232, 245), Qt::darkGreen, Qt::darkMagenta, Qt::red, Qt::black, Qt::black,
                     Qt::darkGray, Qt::lightGray, Qt::white});
    ours.setRange(gui::DoseChart::Range::all);
    ours.show();
    BareChart bare;
    Painted oursPainted(ours.viewport());
    Painted barePainted(bare.viewport());
    int oursRound = 0;
    int bareRound = 0;
    const std::string name = std::to_string(days);
    figures.add("ours " + name, bench::Clock::wall, [&] {
        ours.setSeries(either[++oursRound % 2]);
        oursPainted.wait();
    });
    figures.add("bare " + name, bench::Clock::wall, [&] {
        bare.show(either[++bareRound % 2]);
        barePainted.wait();
    });
    figures.run();
    bench::require(ours.series().dose.size() == static_cast<std::size_t>(days), "other doses in our chart");
    bench::require(bare.points() == 2 * days, "other doses in the bare chart");
    bench::require(ours.shownDays().first <= ours.series().first && *ours.shownDays().last >= ours.series().last,
                   "our chart does not show them all");
    figures.ratio(item, figures.seconds("ours " + name) * 1e3, figures.seconds("bare " + name) * 1e3, "ms", limit);
}

// --- a patient with ten years of history ----------------------------------------------------------------------------

constexpr int days = 3652;
constexpr int daysOfPlan = 84;
constexpr int plans = days / daysOfPlan;
constexpr int visits = 60;

// Up to 50 mg and down to 30 mg by turns, twelve weeks each.
core::Revision revisionOf(const core::PatientId& patient, int number) {
    core::Revision revision;
    revision.id = test::nextId<core::RevisionId>();
    revision.planId = test::nextId<core::PlanId>();
    revision.patient = patient;
    revision.planNumber = number + 1;
    revision.effectiveFrom = today() - days + number * daysOfPlan;
    if (number % 2 == 0) {
        core::TitrationInputs inputs = test::titration(revision.effectiveFrom.iso(), "30", "5", 7, "60");
        revision.plan = core::planTitration(inputs, test::products("TAB10"), 14).value();
    } else {
        core::TaperInputs inputs = test::taper(revision.effectiveFrom.iso(), "60", 10, 7);
        inputs.goal = test::daily("30");
        revision.plan = core::planTaper(inputs, test::products("TAB10"), test::shippedNumbers()).value();
    }
    revision.status = number == plans - 1 ? core::RevisionStatus::active : core::RevisionStatus::superseded;
    revision.reason = "as seen";
    revision.author = revision.activatedBy = "Dr A. Weber";
    revision.createdAt = revision.activatedAt = revision.effectiveFrom.iso() + "T08:00:00.000Z";
    return revision;
}

core::Visit visitOf(const core::PatientId& patient, int number) {
    core::Visit visit = test::exampleVisit(patient);
    visit.id = test::nextId<core::VisitId>();
    visit.on = today() - days + 30 + number * (days - 40) / visits;
    visit.kind = core::VisitKind::clinic;
    visit.nrsTenths = 70 - number % 40;
    return visit;
}

core::DiaryDay diaryDayOf(const core::PatientId& patient, int number) {
    core::DiaryDay day;
    day.patient = patient;
    day.on = today() - days + number;
    day.parts = {core::Taken::taken, core::Taken::taken, number % 9 == 0 ? core::Taken::missed : core::Taken::taken,
                 core::Taken::notMarked};
    return day;
}

void addTenYears(app::Session& session, const core::PatientId& patient) {
    const auto added = session.perform(
        app::Operation::makeDemo, {patient, {}}, [&](storage::Database& database) -> core::Result<void> {
            storage::PlanStore planStore(database);
            for (int number = 0; number < plans; ++number)
                planStore.insert(revisionOf(patient, number));
            storage::VisitStore visitStore(database);
            for (int number = 0; number < visits; ++number)
                visitStore.insert(visitOf(patient, number));
            for (int number = 0; number < days; ++number)
                visitStore.saveDiaryDay(diaryDayOf(patient, number));
            storage::PatientStore patientStore(database);
            for (int year = 0; year < 10; ++year)
                patientStore.saveWeight(patient, {today() - 365 * year, 68'000 + 100 * year});
            return {};
        });
    bench::require(added.has_value(), "ten years are not written");
}

QWidget* chartViewport(const gui::MainWindow& window) {
    auto* chart = window.findChild<gui::DoseChart*>();
    bench::require(chart != nullptr, "no chart on the first page");
    return chart->viewport();
}

// From the choice of a patient to the painted chart, in milliseconds.
double open(gui::MainWindow& window, const core::PatientId& patient) {
    QElapsedTimer clock;
    clock.start();
    window.openPatient(patient);
    Painted painted(chartViewport(window));
    painted.wait();
    const double taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    bench::require(window.record() && window.record()->patient.id == patient, "another patient");
    bench::require(window.record()->revisions.size() == static_cast<std::size_t>(plans) &&
                       window.record()->visits.size() == static_cast<std::size_t>(visits) &&
                       window.record()->diary.size() == static_cast<std::size_t>(days),
                   "not the ten years");
    const auto& series = window.findChild<gui::DoseChart*>()->series();
    bench::require(series.dose.size() > 200 && series.masMean.size() == static_cast<std::size_t>(visits),
                   "not their chart");
    return taken;
}

// Returns when the list stands and is painted.
void openClinic(gui::MainWindow& window, const QString& path) {
    bool isRead = false;
    const auto connection = QObject::connect(&window, &gui::MainWindow::patientsRead, [&isRead] { isRead = true; });
    window.openClinic(path);
    QElapsedTimer clock;
    clock.start();
    while (!isRead) {
        QCoreApplication::processEvents();
        bench::require(clock.elapsed() < 20'000, "the clinic is never read");
    }
    QObject::disconnect(connection);
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
}

void openPatients(bench::Figures& figures) {
    const auto catalogue = content::Catalogue::load();
    bench::require(catalogue.has_value(), "no catalogue");
    test::SessionFixture clinic;
    std::vector<core::PatientId> patients;
    for (int i = 0; i < 3; ++i) {
        patients.push_back(clinic.addPatient());
        addTenYears(clinic.session(), patients.back());
    }
    clinic.close();

    bench::SilentDialogs dialogs;
    gui::MainWindow window(*catalogue, dialogs, test::standstill());
    window.resize(1360, 860);
    window.show();
    openClinic(window, clinic.path());
    std::vector<double> first;
    std::vector<double> next;
    for (int round = 0; round < 9; ++round) {
        // The first patient of a clinic also has the pages built.
        first.push_back(open(window, patients[0]));
        for (int again = 1; again <= 4; ++again)
            next.push_back(open(window, patients[static_cast<std::size_t>(again % 3)]));
        window.closeClinic();
        openClinic(window, clinic.path());
    }
    figures.absolute("first patient opened, ten years, to the drawn chart: median", bench::percentile(first, 0.5), "ms",
                     50);
    figures.absolute("next patient opened, ten years, to the drawn chart: median", bench::percentile(next, 0.5), "ms",
                     50);
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    gui::applyTheme(application, gui::Appearance::light);
    openPatients(figures);
    chartOf(figures, 3652, "chart of 3,652 points", 1.15);
    chartOf(figures, 100'000, "chart of 100,000 points", 0.25);
    return figures.exitCode();
}
