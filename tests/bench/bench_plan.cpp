// The plan: how long a 26-step taper takes to be computed whole, and the Plan page to show another one while the
// percent slider is dragged.
#include "app/patients.h"
#include "app/planning.h"
#include "app/record.h"
#include "core_values.h"
#include "figures.h"
#include "gui/dose_chart.h"
#include "gui/findings_panel.h"
#include "gui/plan_page.h"
#include "gui/theme.h"
#include "session_fixture.h"
#include "silent_dialogs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSlider>
#include <QTableView>

namespace {

using namespace lento;

// Counts the paints of a part of the page and of all that lies in it.
class PaintCount : public QObject {
public:
    explicit PaintCount(QWidget* part)
        : m_part(part) {
        bench::require(part != nullptr, "a part of the page is missing");
        qApp->installEventFilter(this);
    }
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            auto* widget = qobject_cast<QWidget*>(watched);
            count += widget != nullptr && (widget == m_part || m_part->isAncestorOf(widget)) ? 1 : 0;
        }
        return false;
    }

private:
    QWidget* m_part;
};

core::PatientId addPatientOnBaclofen(app::Session& session) {
    app::PatientForm form;
    form.patient.identity.surname = "Kowalski";
    form.patient.identity.given = "Maria";
    form.patient.identity.birthDate = test::date("1958-03-12");
    form.patient.sex = core::Sex::female;
    form.patient.origin = core::SpasticityOrigin::spinal;
    form.patient.diagnosis = "Multiple sclerosis";
    form.patient.goal = "Sleep through the night";
    form.patient.heightMillimetres = 1680;
    form.patient.allergyStatus = core::AllergyStatus::noneKnown;
    form.patient.baclofenSince = test::date("2024-01-08");
    form.newWeights.push_back({test::date("2026-10-12"), 68000});
    form.newCreatinines.push_back({test::date("2026-11-14"), 1100, core::CreatinineUnit::mgPerDl, false});
    form.conditions.emplace();
    form.medicines.emplace();
    const auto added = app::addPatient(session, form);
    bench::require(added.has_value(), "the patient is not stored");
    return *added;
}

// 67.5 mg a day, 4 % of it less each week, in pieces of 2.5 mg.
core::TaperInputs taperOf26Steps(core::Date start) {
    core::TaperInputs inputs;
    inputs.start = start;
    inputs.from = core::DailyDose::micrograms(67'500);
    inputs.percent = core::Percent::of(4);
    inputs.gentleEnd = false;
    return inputs;
}

void recompute(bench::Figures& figures, const app::PlanningContext& context) {
    const core::ProductSet products = test::products("TAB10,TAB5*");
    const auto first = app::plan(taperOf26Steps(context.today + 1), products, context);
    bench::require(first.has_value(), "the taper is refused");
    bench::require(first->plan.steps.size() == 26, std::to_string(first->plan.steps.size()) + " steps, not 26");
    bench::require(!first->findings.empty() && !first->supply.products.empty(), "nothing was checked or dispensed");
    std::vector<double> samples;
    for (int round = 0; round < 20'000; ++round) {
        const core::TaperInputs inputs = taperOf26Steps(context.today + 1 + round % 28);
        QElapsedTimer clock;
        clock.start();
        const auto view = app::plan(inputs, products, context);
        samples.push_back(static_cast<double>(clock.nsecsElapsed()) / 1000);
        bench::require(view && view->plan.steps.size() == 26 && view->supply.products == first->supply.products,
                       "another plan");
    }
    figures.absolute("plan of 26 steps with findings, dispensing, supply: median", bench::percentile(samples, 0.5),
                     "us", 200);
}

void drag(bench::Figures& figures, app::Session& session, const content::Catalogue& catalogue,
          const core::PatientId& patient) {
    bench::SilentDialogs dialogs;
    const gui::Workplace workplace{session, catalogue, dialogs};
    auto record = app::loadRecord(session, catalogue, patient);
    bench::require(record.has_value(), "no record");
    gui::PlanPage page(workplace);
    page.resize(1040, 720);
    const auto shared = std::make_shared<const app::PatientRecord>(*std::move(record));
    page.setRecord(shared);
    core::TaperInputs inputs = taperOf26Steps(session.today() + 1);
    inputs.percent = core::Percent::of(5);
    auto first = app::plan(inputs, test::products("TAB10,TAB5*"), page.draft().context());
    bench::require(first.has_value(), "no taper");
    page.draft().open(app::draftNew(*shared, std::move(first->plan)));
    page.show();
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();

    auto* slider = page.findChild<QSlider*>();
    bench::require(slider != nullptr && slider->isVisible(), "no slider");
    PaintCount table(page.findChild<QTableView*>()->viewport());
    PaintCount findings(page.findChild<gui::FindingsPanel*>());
    PaintCount chart(page.findChild<gui::DoseChart*>()->viewport());
    std::vector<double> samples;
    std::size_t steps = 0;
    std::size_t findingsChanged = 0;
    for (int round = 0; round < 300; ++round) {
        // To the right end and back, a percent at a time.
        const int percent = 5 + (round % 40 <= 20 ? round % 40 : 40 - round % 40);
        if (percent == slider->value())
            continue;
        const int tableBefore = table.count;
        const int findingsBefore = findings.count;
        const int chartBefore = chart.count;
        const std::vector<core::Finding> before = page.draft().view().findings;
        QElapsedTimer clock;
        clock.start();
        slider->setValue(percent);
        const bool otherFindings = page.draft().view().findings != before;
        do {
            QCoreApplication::processEvents();
            bench::require(clock.elapsed() < 2000, "a part of the page is never painted");
        } while (table.count == tableBefore || chart.count == chartBefore ||
                 (otherFindings && findings.count == findingsBefore));
        QCoreApplication::processEvents(); // what painting asked for
        samples.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        findingsChanged += otherFindings ? 1 : 0;
        steps = std::max(steps, page.draft().view().plan.steps.size());
        bench::require(page.draft().view().plan.taper()->percent.whole() == percent, "the slider moved nothing");
    }
    bench::require(findingsChanged > samples.size() / 10, "the findings are always the same");
    bench::require(steps >= 20, "the plan is shorter than it should be");
    figures.absolute("slider drag to table, findings and chart painted: median", bench::percentile(samples, 0.5), "ms",
                     16);
    figures.absolute("slider drag to table, findings and chart painted: p95", bench::percentile(samples, 0.95), "ms",
                     16);
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    gui::applyTheme(application, gui::Appearance::light);
    const auto catalogue = content::Catalogue::load();
    bench::require(catalogue.has_value(), "no catalogue");
    test::SessionFixture clinic;
    const core::PatientId patient = addPatientOnBaclofen(clinic.session());
    const auto record = app::loadRecord(clinic.session(), *catalogue, patient);
    bench::require(record.has_value(), "no record");
    recompute(figures, app::planningContext(*catalogue, *record, clinic.session().today()));
    drag(figures, clinic.session(), *catalogue, patient);
    return figures.exitCode();
}
