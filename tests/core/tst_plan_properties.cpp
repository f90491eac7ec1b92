// What must hold for every plan and every way to change it (PT-1 to PT-7), not only for the worked examples.
#include "content/catalogue.h"
#include "core/plan_change.h"
#include "core/ratio.h"
#include "core/rules.h"
#include "for_rule.h"
#include "plan_values.h"

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace lento::core;
using namespace lento::test;

// RC_ASSERT takes an expression apart and evaluates both sides of && and ||; a second pair of brackets keeps it whole.

namespace {

ProductSet quantumGen() {
    return ProductSet::ofQuantum(OralDose::micrograms(*rc::gen::element(500, 1'000, 2'500, 5'000, 10'000, 15'000)))
        .value();
}

// A multiple of `grid` micrograms in [lowest, highest] milligrams.
DailyDose dailyGen(int lowest, int highest, int grid) {
    const int count = *rc::gen::inRange(lowest * 1'000 / grid, highest * 1'000 / grid + 1);
    return DailyDose::micrograms(count * grid);
}

Date startGen() {
    return Date::fromYmd(2024, 1, 1).value() + *rc::gen::inRange(0, 3'000);
}

SplitStrategy strategyGen() {
    return *rc::gen::element(SplitStrategy::equal, SplitStrategy::evening);
}

TitrationInputs titrationGen() {
    TitrationInputs inputs;
    inputs.start = startGen();
    inputs.startDose = dailyGen(1, 30, 500);
    inputs.increment = dailyGen(1, 20, 500);
    inputs.goal = dailyGen(1, 120, 500);
    inputs.intervalDays = *rc::gen::inRange(1, 22);
    inputs.dosesPerDay = *rc::gen::inRange(1, 5);
    inputs.split = strategyGen();
    return inputs;
}

TaperInputs taperGen(int highestPercent = 30) {
    TaperInputs inputs;
    inputs.start = startGen();
    inputs.from = dailyGen(2, 120, 500);
    inputs.model = *rc::gen::element(TaperModel::percentOfStart, TaperModel::percentOfCurrent, TaperModel::fixedStep);
    inputs.percent = Percent::of(*rc::gen::inRange(1, highestPercent + 1));
    inputs.fixedStep = dailyGen(1, 20, 500);
    inputs.intervalDays = *rc::gen::inRange(1, 29);
    inputs.finalDose = DailyDose::micrograms(*rc::gen::element(2'500, 5'000));
    inputs.dosesPerDay = *rc::gen::inRange(1, 5);
    inputs.split = strategyGen();
    return inputs;
}

// A goal lower than the dose, for some tapers; planTaper refuses what the products round up to it.
std::optional<Plan> anyTaper() {
    TaperInputs inputs = taperGen();
    if (*rc::gen::inRange(0, 4) == 0)
        inputs.goal = dailyGen(1, 40, 500);
    const Result<Plan> plan = planTaper(inputs, quantumGen(), shippedNumbers());
    return plan ? std::optional(*plan) : std::nullopt;
}

void assertWellFormed(const Plan& plan) {
    RC_ASSERT(isContiguous(plan.steps));
    RC_ASSERT(plan.steps.back().span.isOpen());
    const OralDose cap = plan.splitRules().singleDoseCap;
    for (const Step& step : plan.steps) {
        for (int i = 0; i < step.split.dosesPerDay(); ++i) {
            RC_ASSERT(step.split.at(i).isMultipleOf(plan.products.quantum()));
            RC_ASSERT((step.overCap || step.split.at(i) <= cap)); // PT-2
        }
    }
}

// A taper falls, but for a step-back, and ends where it should (PT-3).
void assertFalls(const Plan& plan) {
    for (std::size_t i = 1; i < plan.steps.size(); ++i) {
        const Step& step = plan.steps[i];
        RC_ASSERT((step.reason == StepReason::stepBack || step.daily() <= plan.steps[i - 1].daily()));
    }
    const DailyDose goal = roundUpToQuantum(plan.taper()->goal, perDay(plan.products.quantum()));
    RC_ASSERT(plan.steps.back().daily() == goal);
    RC_ASSERT(plan.stopDate().has_value() == goal.isZero());
}

void assertRises(const Plan& plan) {
    const DailyDose goal = roundDownToQuantum(plan.titration()->goal, perDay(plan.products.quantum()));
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const Step& step = plan.steps[i];
        RC_ASSERT(step.daily() <= goal);
        RC_ASSERT((i == 0 || step.reason == StepReason::stepBack || step.daily() >= plan.steps[i - 1].daily()));
    }
}

// One random change, tried on a random day of the plan. Nothing if it is refused.
struct Tried {
    Plan plan;
    Date frozenUntil;
};
std::optional<Tried> changed(const Plan& plan) {
    const Date first = plan.steps.front().span.first;
    const Date day = first + *rc::gen::inRange(-3, plan.steps.back().span.first - first + 15);
    const int days = *rc::gen::inRange(1, 30);
    Result<Plan> next = plan;
    Date frozen = day;
    switch (*rc::gen::inRange(0, 5)) {
    case 0:
        next = hold(plan, day, days, shippedNumbers());
        break;
    case 1: {
        const int step = *rc::gen::inRange(1, static_cast<int>(plan.steps.size()) + 1);
        next = pauseStep(plan, step, days);
        frozen = plan.steps[static_cast<std::size_t>(step) - 1].span.last.value_or(day);
        break;
    }
    case 2:
        next = steppedBack(plan, day);
        break;
    case 3: {
        const int by = *rc::gen::element(days, -days);
        next = shift(plan, day, by);
        frozen = day + std::min(by, 0);
        break;
    }
    default:
        next = resume(plan, day, shippedNumbers());
        break;
    }
    // A shift of the whole plan leaves no past.
    if (!next || next->steps.front().span.first != first)
        return std::nullopt;
    return Tried{*next, frozen};
}

void assertPastIsFrozen(const Plan& before, const Tried& tried) {
    for (Date day = before.steps.front().span.first; day < tried.frozenUntil; day = day + 1) {
        const Step* step = tried.plan.stepOn(day);
        RC_ASSERT(step != nullptr);
        RC_ASSERT(step->split == before.stepOn(day)->split);
    }
}

const lento::content::Catalogue& catalogue() {
    static const lento::content::Catalogue loaded =
        lento::content::Catalogue::load(QStringLiteral(LENTO_SOURCE_DIR "/resources")).value();
    return loaded;
}

} // namespace

class TestPlanProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv("RC_PARAMS", qEnvironmentVariable("RC_PARAMS", QStringLiteral("max_success=500")).toUtf8());
    }
    void titrationRisesByTheIncrementToTheGoal();
    void taperStrictlyFallsToItsEnd();
    void taperPassesTheFinalDose();
    void percentModelsTakeNoLargeStep();
    void noDoseOfTheDayRisesInATaper();
    void fixedAndLinearStepsAreAlike();
    void changedTapersStaySound();
    void changedTitrationsStaySound();
    void stepBackIsNeverFaster();
    void pauseAndResumeAreInverse();
    void findingsAreSoundForEveryPlan();
};

void TestPlanProperties::titrationRisesByTheIncrementToTheGoal() {
    const ForRule rule("TIT-16");
    QVERIFY(rc::check([] {
        const TitrationInputs inputs = titrationGen();
        const ProductSet set = quantumGen();
        const Plan plan = planTitration(inputs, set, 14).value();
        const DailyDose quantum = perDay(set.quantum());
        const DailyDose increment = roundDownToQuantum(inputs.increment, quantum);
        const DailyDose goal = roundDownToQuantum(inputs.goal, quantum);
        assertWellFormed(plan);
        RC_ASSERT(plan.steps.back().daily() == goal);
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            const Step& step = plan.steps[i];
            RC_ASSERT(step.span.first == inputs.start + static_cast<int>(i) * inputs.intervalDays);
            RC_ASSERT(step.split.dosesPerDay() >= inputs.dosesPerDay);
            if (i == 0)
                continue;
            const DailyDose rise = step.daily() - plan.steps[i - 1].daily();
            RC_ASSERT(!rise.isZero());
            RC_ASSERT((rise == increment || (rise < increment && step.daily() == goal)));
        }
    }));
}

void TestPlanProperties::taperStrictlyFallsToItsEnd() {
    const ForRule rule("PT-3");
    QVERIFY(rc::check([] {
        const std::optional<Plan> plan = anyTaper();
        RC_PRE(plan.has_value());
        assertWellFormed(*plan);
        assertFalls(*plan);
        DailyDose before = plan->taper()->from;
        int count = 0;
        for (const Step& step : plan->steps) {
            RC_ASSERT(step.daily() < before);
            RC_ASSERT(step.span.first == plan->taper()->start + count * plan->taper()->intervalDays);
            before = step.daily();
            ++count;
        }
    }));
}

void TestPlanProperties::taperPassesTheFinalDose() {
    const ForRule rule("TAP-3");
    QVERIFY(rc::check([] {
        const TaperInputs inputs = taperGen();
        const ProductSet set = quantumGen();
        const Plan plan = planTaper(inputs, set, shippedNumbers()).value();
        const DailyDose finalDose = roundUpToQuantum(inputs.finalDose, perDay(set.quantum()));
        const bool passes = std::any_of(plan.steps.begin(), plan.steps.end(),
                                        [&](const Step& step) { return step.daily() == finalDose; });
        RC_ASSERT(passes == (inputs.from > finalDose));
    }));
}

void TestPlanProperties::percentModelsTakeNoLargeStep() {
    const ForRule rule("PT-7");
    QVERIFY(rc::check([] {
        TaperInputs inputs = taperGen(20);
        inputs.model = *rc::gen::element(TaperModel::percentOfStart, TaperModel::percentOfCurrent);
        const ProductSet set = quantumGen();
        const Plan plan = planTaper(inputs, set, shippedNumbers()).value();
        const DailyDose fifth = DailyDose::nanograms(inputs.from.inNanograms() / 5);
        const DailyDose most = std::max({perDay(set.quantum()), DailyDose::milligrams(5), fifth});
        DailyDose before = inputs.from;
        for (const Step& step : plan.steps) {
            RC_ASSERT(before - step.daily() <= most);
            before = step.daily();
        }
    }));
}

void TestPlanProperties::noDoseOfTheDayRisesInATaper() {
    const ForRule rule("PT-4");
    QVERIFY(rc::check([] {
        const std::optional<Plan> plan = anyTaper();
        RC_PRE(plan.has_value());
        for (std::size_t i = 1; i < plan->steps.size(); ++i) {
            for (const DayPart part : dayParts(4))
                RC_ASSERT(plan->steps[i].split.at(part) <= plan->steps[i - 1].split.at(part));
        }
    }));
}

void TestPlanProperties::fixedAndLinearStepsAreAlike() {
    QVERIFY(rc::check([] {
        TaperInputs linear = taperGen();
        linear.model = TaperModel::percentOfStart;
        linear.gentleEnd = *rc::gen::arbitrary<bool>();
        const ProductSet set = quantumGen();
        TaperInputs fixed = linear;
        fixed.model = TaperModel::fixedStep;
        fixed.fixedStep = taperStep(linear.from, linear.percent, perDay(set.quantum()), Percent::of(20));
        const Plan first = planTaper(linear, set, shippedNumbers()).value();
        const Plan second = planTaper(fixed, set, shippedNumbers()).value();
        RC_ASSERT(stepTexts(first.steps) == stepTexts(second.steps));
    }));
}

void TestPlanProperties::changedTapersStaySound() {
    const ForRule rule("PT-5, DAT-3");
    QVERIFY(rc::check([] {
        std::optional<Plan> plan = anyTaper();
        RC_PRE(plan.has_value());
        const DailyDose highest = roundUpToQuantum(plan->taper()->from, perDay(plan->products.quantum()));
        const int changes = *rc::gen::inRange(1, 7);
        for (int i = 0; i < changes; ++i) {
            const std::optional<Tried> tried = changed(*plan);
            if (!tried)
                continue;
            assertWellFormed(tried->plan);
            assertFalls(tried->plan);
            assertPastIsFrozen(*plan, *tried);
            RC_ASSERT(tried->plan.inputs == plan->inputs);
            for (const Step& step : tried->plan.steps)
                RC_ASSERT(step.daily() <= highest);
            plan = tried->plan;
        }
    }));
}

void TestPlanProperties::changedTitrationsStaySound() {
    const ForRule rule("PT-5, DAT-3");
    QVERIFY(rc::check([] {
        Plan plan = planTitration(titrationGen(), quantumGen(), 14).value();
        const int changes = *rc::gen::inRange(1, 7);
        for (int i = 0; i < changes; ++i) {
            const std::optional<Tried> tried = changed(plan);
            if (!tried)
                continue;
            assertWellFormed(tried->plan);
            assertRises(tried->plan);
            assertPastIsFrozen(plan, *tried);
            RC_ASSERT(tried->plan.inputs == plan.inputs);
            RC_ASSERT(tried->plan.steps.front().daily() == plan.steps.front().daily());
            plan = tried->plan;
        }
    }));
}

void TestPlanProperties::stepBackIsNeverFaster() {
    QVERIFY(rc::check([] {
        std::optional<Plan> plan = anyTaper();
        RC_PRE(plan.has_value());
        int interval = plan->taper()->intervalDays;
        const int times = *rc::gen::inRange(1, 5);
        Date day = plan->steps.front().span.first;
        for (int i = 0; i < times; ++i) {
            day = day + *rc::gen::inRange(0, std::max(1, plan->steps.back().span.first - day + 5));
            const Result<Plan> back = steppedBack(*plan, day);
            if (!back)
                break;
            const std::size_t at = *back->indexOn(day);
            RC_ASSERT(back->steps[at].daily() > plan->stepOn(day)->daily());
            RC_ASSERT(back->steps[at].span.days() >= 2 * interval);
            for (std::size_t step = at + 1; step + 1 < back->steps.size(); ++step)
                RC_ASSERT(back->steps[step].span.days() >= interval);
            RC_ASSERT((!plan->stopDate() || *back->stopDate() > *plan->stopDate() || day >= *plan->stopDate()));
            plan = *back;
        }
    }));
}

void TestPlanProperties::pauseAndResumeAreInverse() {
    QVERIFY(rc::check([] {
        const std::optional<Plan> plan = anyTaper();
        RC_PRE(plan.has_value());
        RC_PRE(plan->steps.size() > 1U);
        const int step = *rc::gen::inRange(1, static_cast<int>(plan->steps.size()));
        const int days = *rc::gen::inRange(1, 60);
        const Plan paused = pauseStep(*plan, step, days).value();
        const Date next = *plan->steps[static_cast<std::size_t>(step) - 1].span.last + 1;
        const Plan resumed = resume(paused, next, shippedNumbers()).value();
        RC_ASSERT(stepTexts(resumed.steps) == stepTexts(plan->steps));
    }));
}

void TestPlanProperties::findingsAreSoundForEveryPlan() {
    const std::span<const std::string_view> keys = messageKeys();
    QVERIFY(rc::check([&keys] {
        std::optional<Plan> plan = *rc::gen::arbitrary<bool>()
                                       ? anyTaper()
                                       : std::optional(planTitration(titrationGen(), quantumGen(), 14).value());
        RC_PRE(plan.has_value());
        if (const std::optional<Tried> tried = changed(*plan))
            plan = tried->plan;

        PatientFacts facts;
        facts.birthDate = Date::fromYmd(1930, 1, 1).value() + *rc::gen::inRange(0, 27'000);
        facts.sex = *rc::gen::element(Sex::female, Sex::male, Sex::notRecorded);
        facts.conditionsRecorded = *rc::gen::arbitrary<bool>();
        const Date today = plan->steps.front().span.first;
        if (*rc::gen::arbitrary<bool>())
            facts.baclofenSince = today - *rc::gen::inRange(0, 2'000);
        facts.weights = {{today - 3, *rc::gen::inRange(40'000, 120'000)}};
        facts.creatinines = {{today - *rc::gen::inRange(0, 500), *rc::gen::inRange(500, 5'000), CreatinineUnit::mgPerDl,
                              *rc::gen::arbitrary<bool>()}};
        facts.region = *rc::gen::element(Region::us, Region::uk, Region::fr, Region::other);

        RuleContext context{*plan, catalogue().numbers(), today};
        if (*rc::gen::arbitrary<bool>())
            context.facts = &facts;
        const std::vector<Finding> findings = check(context);
        RC_ASSERT(findings == check(context));
        std::set<std::uint64_t> fingerprints;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const Finding& finding = findings[i];
            RC_ASSERT(std::find(keys.begin(), keys.end(), finding.message) != keys.end());
            RC_ASSERT(catalogue().rule(finding.rule.text()) != nullptr);
            RC_ASSERT((!finding.step || (*finding.step >= 1 && *finding.step <= static_cast<int>(plan->steps.size()))));
            RC_ASSERT((finding.assessed || !finding.inputs.empty()));
            RC_ASSERT((i == 0 || findings[i - 1].action >= finding.action));
            RC_ASSERT(fingerprints.insert(finding.fingerprint()).second);
            for (const std::string& source : finding.sources)
                RC_ASSERT(catalogue().source(source) != nullptr);
        }
    }));
}

LENTO_CORE_TEST_MAIN(TestPlanProperties)
#include "tst_plan_properties.moc"
