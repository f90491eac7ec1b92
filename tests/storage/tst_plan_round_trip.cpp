// Any plan that the planners can make is the same after a trip through the clinic file and through JSON.
#include "clinic_values.h"
#include "storage/json_values.h"
#include "storage/plan_store.h"

#include <rapidcheck.h>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;

namespace {

const std::vector<const char*> productSets{"TAB10", "TAB10,TAB5*", "TAB5*", "TAB20,TAB10",
                                           "SOL1",  "SUS5,TAB10",  "q 2.5", "q 5"};

std::optional<core::Plan> anyPlan() {
    const auto set = products(*rc::gen::elementOf(productSets));
    const core::Date start = core::Date::fromDayNumber(*rc::gen::inRange(0, 50'000));
    const auto strategy = *rc::gen::element(core::SplitStrategy::equal, core::SplitStrategy::evening);
    const int dosesPerDay = *rc::gen::inRange(1, 5);
    const int interval = *rc::gen::inRange(1, 60);
    const auto quanta = [&set](int least, int most) {
        return core::perDay(set.quantum()) * *rc::gen::inRange(least, most);
    };
    if (*rc::gen::arbitrary<bool>()) {
        core::TitrationInputs inputs;
        inputs.start = start;
        inputs.startDose = quanta(1, 6);
        inputs.increment = quanta(1, 4);
        inputs.goal = quanta(1, 16);
        inputs.intervalDays = interval;
        inputs.dosesPerDay = dosesPerDay;
        inputs.split = strategy;
        const auto plan = core::planTitration(inputs, set, 14);
        return plan ? std::optional(*plan) : std::nullopt;
    }
    core::TaperInputs inputs;
    inputs.start = start;
    inputs.from = quanta(1, 30);
    inputs.model = *rc::gen::element(core::TaperModel::percentOfStart, core::TaperModel::percentOfCurrent,
                                     core::TaperModel::fixedStep);
    inputs.percent = core::Percent::of(*rc::gen::inRange(5, 26));
    inputs.fixedStep = quanta(1, 4);
    inputs.intervalDays = interval;
    inputs.dosesPerDay = dosesPerDay;
    inputs.split = strategy;
    if (*rc::gen::arbitrary<bool>())
        inputs.gentleEnd = *rc::gen::arbitrary<bool>();
    const auto plan = core::planTaper(inputs, set, shippedNumbers());
    return plan ? std::optional(*plan) : std::nullopt;
}

} // namespace

class TestPlanRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyPlanSurvivesTheFileAndJson();
};

void TestPlanRoundTrip::anyPlanSurvivesTheFileAndJson() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    Transaction transaction(clinic.database());
    int number = 0;
    const bool holds = rc::check([&] {
        const auto plan = anyPlan();
        RC_PRE(plan.has_value());
        core::Revision revision = exampleRevision(patient, *plan);
        revision.planNumber = ++number;
        store.insert(revision);
        RC_ASSERT(store.load(revision.id).plan == *plan);
        RC_ASSERT(planFromJson(jsonObject(jsonText(toJson(*plan)))) == *plan);
    });
    QVERIFY(holds);
    QVERIFY(number >= 100);
}

QTEST_GUILESS_MAIN(TestPlanRoundTrip)
#include "tst_plan_round_trip.moc"
