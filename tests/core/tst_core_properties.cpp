// What must hold for every amount, day, set of products and kidney, not only for the worked examples.
#include "core/decimal.h"
#include "core/dispense.h"
#include "core/ratio.h"
#include "core/renal.h"
#include "core/split.h"
#include "core/supply.h"
#include "core_values.h"
#include "shipped_numbers.h"

#include <rapidcheck.h>

#include <algorithm>
#include <tuple>

using namespace lento::core;
using namespace lento::test;

// RC_ASSERT takes an expression apart and evaluates both sides of && and ||; a second pair of brackets keeps it whole.

namespace {

rc::Gen<OralDose> quantumGen() {
    return rc::gen::map(rc::gen::element(500, 1'000, 2'500, 5'000, 10'000, 15'000),
                        [](int micrograms) { return OralDose::micrograms(micrograms); });
}

rc::Gen<DailyDose> dailyGen(int highestMilligrams = 300) {
    return rc::gen::map(rc::gen::inRange<std::int64_t>(0, std::int64_t{highestMilligrams} * 10'000 + 1),
                        [](std::int64_t units) { return DailyDose::nanograms(units * 100); });
}

rc::Gen<Date> dateGen() {
    return rc::gen::map(
        rc::gen::inRange(Date::fromYmd(1900, 1, 1)->dayNumber(), Date::fromYmd(2199, 12, 31)->dayNumber()),
        [](std::int32_t number) { return Date::fromDayNumber(number); });
}

// Some tablets of the catalogue in some order, each with or without leave to halve.
rc::Gen<ProductSet> tabletsGen() {
    return rc::gen::exec([] {
        std::vector<Product> members;
        for (const auto& make : {tab5, tab10, tab15, tab20, bac40}) {
            if (*rc::gen::arbitrary<bool>()) {
                const auto at = *rc::gen::inRange<std::size_t>(0, members.size() + 1);
                members.insert(members.begin() + static_cast<std::ptrdiff_t>(at),
                               make(*rc::gen::arbitrary<bool>() ? Halves::allowed : Halves::forbidden));
            }
        }
        if (members.empty())
            members.push_back(tab10());
        return ProductSet::of(std::move(members)).value();
    });
}

SplitRules splitRulesGen(OralDose quantum) {
    SplitRules rules;
    rules.quantum = quantum;
    rules.dosesPerDay = *rc::gen::inRange(1, 5);
    rules.strategy = *rc::gen::element(SplitStrategy::equal, SplitStrategy::evening);
    rules.singleDoseCap = OralDose::micrograms(*rc::gen::inRange(1, 81) * 500);
    return rules;
}

// Every way to make a dose, by trying them all: the fewest halves, then the fewest pieces. Nothing if there is none.
std::optional<std::pair<int, int>> leastByTrying(std::int64_t rest, const std::vector<Product>& products,
                                                 std::size_t i = 0) {
    if (i == products.size())
        return rest == 0 ? std::optional(std::pair(0, 0)) : std::nullopt;
    const std::int64_t strength = products[i].strength.inNanograms();
    std::optional<std::pair<int, int>> least;
    for (int half = 0; half <= (products[i].halvesAllowed ? 1 : 0); ++half) {
        for (int whole = 0; whole * strength + half * strength / 2 <= rest; ++whole) {
            const auto others = leastByTrying(rest - whole * strength - half * strength / 2, products, i + 1);
            if (!others)
                continue;
            const std::pair made(others->first + half, others->second + whole + half);
            if (!least || made < *least)
                least = made;
        }
    }
    return least;
}

std::int64_t nanogramsIn(const Supply& supply, const ProductSet& set) {
    std::int64_t sum = 0;
    for (const ProductSupply& product : supply.products) {
        const std::int64_t strength = set.products()[product.product].strength.inNanograms();
        sum += strength * product.whole + strength / 2 * product.halves;
    }
    return sum;
}

} // namespace

class TestCoreProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimalsComeBack();
    void daysComeBack();
    void agesNeverFall();
    void splitsSumToTheirTotal();    // PT-1
    void capIsKeptWheneverItCanBe(); // PT-2
    void equalSplitsDifferByOneQuantumAndRiseTowardsTheEvening();
    void taperStepsStayWithinTheirBounds();
    void scalingNeverRoundsUp();
    void pilesAreTheDoseAndTheBest(); // DSP-1
    void neighboursAreTheNearest();
    void volumesAreTheDose();
    void supplyIsDaysTimesDoses(); // DSP-5
    void supplyOfPartsIsTheWhole();
    void moreCreatinineIsNeverAMilderBand();
};

void TestCoreProperties::decimalsComeBack() {
    QVERIFY(rc::check("a number written is the number read", [](std::int64_t number) {
        const int decimals = *rc::gen::inRange(0, 10);
        RC_PRE(number != std::numeric_limits<std::int64_t>::min());
        RC_ASSERT(parseDecimal(formatDecimal(number, decimals), decimals).value() == number);
    }));
}

void TestCoreProperties::daysComeBack() {
    QVERIFY(rc::check("a day written is the day read, and days add up", [] {
        const Date day = *dateGen();
        const int step = *rc::gen::inRange(-20'000, 20'000);
        RC_ASSERT(Date::fromIso(day.iso()).value() == day);
        RC_ASSERT(Date::fromYmd(day.year(), day.month(), day.day()).value() == day);
        RC_ASSERT((day + step) - day == step);
        RC_ASSERT((day + step) - step == day);
    }));
}

void TestCoreProperties::agesNeverFall() {
    QVERIFY(rc::check("a day later nobody is younger, and twelve months are a year", [] {
        const Date birth = *dateGen();
        const Date today = birth + *rc::gen::inRange(0, 40'000);
        const int years = completedYears(birth, today);
        RC_ASSERT(completedYears(birth, today + 1) - years >= 0);
        RC_ASSERT(completedYears(birth, today + 1) - years <= 1);
        RC_ASSERT(completedMonths(birth, today) / 12 == years);
    }));
}

void TestCoreProperties::splitsSumToTheirTotal() {
    QVERIFY(rc::check("PT-1: a split sums to its total, in whole quanta", [] {
        const OralDose quantum = *quantumGen();
        const SplitRules rules = splitRulesGen(quantum);
        const DailyDose total = perDay(quantum) * *rc::gen::inRange(0, 200);
        for (const SplitResult& made : {splitDay(total, rules), splitDayAt(total, rules)}) {
            RC_ASSERT(made.split.total() == total);
            RC_ASSERT(made.split.dosesPerDay() >= rules.dosesPerDay);
            for (int i = 0; i < made.split.dosesPerDay(); ++i)
                RC_ASSERT(made.split.at(i).isMultipleOf(quantum));
        }
    }));
}

void TestCoreProperties::capIsKeptWheneverItCanBe() {
    QVERIFY(rc::check("PT-2: a dose is above the cap only when every split has one", [] {
        const OralDose quantum = *quantumGen();
        const SplitRules rules = splitRulesGen(quantum);
        const DailyDose total = perDay(quantum) * *rc::gen::inRange(0, 60);
        const SplitResult made = splitDay(total, rules);
        const DailyDose holds = perDay(quantum) * (rules.singleDoseCap / quantum) * made.split.dosesPerDay();
        RC_ASSERT(made.overCap == (total > holds));
        RC_ASSERT(made.overCap == (made.split.largest() > rules.singleDoseCap));
    }));
}

void TestCoreProperties::equalSplitsDifferByOneQuantumAndRiseTowardsTheEvening() {
    QVERIFY(rc::check("SPL-3 EQUAL", [] {
        const OralDose quantum = *quantumGen();
        SplitRules rules = splitRulesGen(quantum);
        rules.strategy = SplitStrategy::equal;
        const DoseSplit split = splitDay(perDay(quantum) * *rc::gen::inRange(0, 60), rules).split;
        for (int i = 1; i < split.dosesPerDay(); ++i)
            RC_ASSERT(split.at(i) >= split.at(i - 1));
        RC_ASSERT(split.largest() - split.at(0) <= quantum);
    }));
}

void TestCoreProperties::taperStepsStayWithinTheirBounds() {
    QVERIFY(rc::check("RND-3: a whole number of quanta, at least one, never more than one and 20 %", [] {
        const DailyDose quantum = perDay(*quantumGen());
        const DailyDose base = *dailyGen();
        const int percent = *rc::gen::inRange(1, 101);
        const DailyDose step = taperStep(base, Percent::of(percent), quantum, Percent::of(20));
        RC_ASSERT(step.isMultipleOf(quantum));
        RC_ASSERT(step >= quantum);
        if (percent <= 20)
            RC_ASSERT((step == quantum || step * 5 <= base));
        // Never more than half a quantum above what was asked, but for the one quantum that is always taken.
        if (step > quantum)
            RC_ASSERT(step * 200 <= base * (2 * percent) + quantum * 100);
    }));
}

void TestCoreProperties::scalingNeverRoundsUp() {
    QVERIFY(rc::check("RND-2", [] {
        const DailyDose quantum = perDay(*quantumGen());
        const DailyDose amount = *dailyGen(100'000);
        const Ratio ratio = *rc::gen::element(Ratio{1, 1}, Ratio{2, 3}, Ratio{1, 2}, Ratio{1, 3});
        const DailyDose scaled = scaledDownToQuantum(amount, ratio, quantum);
        RC_ASSERT(scaled.isMultipleOf(quantum));
        RC_ASSERT((scaled == quantum || scaled * ratio.denominator <= amount * ratio.numerator));
        RC_ASSERT((scaled + quantum) * ratio.denominator > amount * ratio.numerator);
        const DailyDose up = roundUpToQuantum(amount, quantum);
        RC_ASSERT((up >= amount && up.isMultipleOf(quantum)));
        if (!up.isZero())
            RC_ASSERT(up - quantum < amount);
    }));
}

void TestCoreProperties::pilesAreTheDoseAndTheBest() {
    QVERIFY(rc::check("DSP-1: as good as trying every pile", [] {
        const ProductSet set = *tabletsGen();
        const OralDose amount = OralDose::micrograms(*rc::gen::inRange(0, 49) * 2'500);
        const auto pieces = dispense(amount, set);
        const auto least = leastByTrying(amount.inNanograms(), set.products());
        RC_ASSERT(pieces.has_value() == least.has_value());
        if (!pieces)
            return;
        int halves = 0;
        int all = 0;
        for (const Pieces& piece : *pieces) {
            const Product& product = set.products()[piece.product];
            RC_ASSERT((piece.whole >= 0 && piece.half >= 0 && piece.half <= (product.halvesAllowed ? 1 : 0)));
            RC_ASSERT(piece.whole + piece.half > 0);
            halves += piece.half;
            all += piece.whole + piece.half;
        }
        RC_ASSERT(amountOf(*pieces, set) == amount);
        RC_ASSERT(std::pair(halves, all) == *least);
        RC_ASSERT(std::is_sorted(pieces->begin(), pieces->end(), [&set](const Pieces& a, const Pieces& b) {
            return set.products()[a.product].strength > set.products()[b.product].strength;
        }));
    }));
}

void TestCoreProperties::neighboursAreTheNearest() {
    QVERIFY(rc::check("DSP-2: nothing dispensable lies nearer", [] {
        const ProductSet set = *tabletsGen();
        const OralDose amount = OralDose::micrograms(*rc::gen::inRange(0, 121) * 500);
        const Neighbours found = dispensableNeighbours(amount, set);
        RC_ASSERT((found.lower <= amount && found.higher && *found.higher >= amount));
        RC_ASSERT((dispense(found.lower, set).has_value() && dispense(*found.higher, set).has_value()));
        for (OralDose between = found.lower + OralDose::micrograms(500); between < *found.higher;
             between += OralDose::micrograms(500))
            RC_ASSERT((between == amount || !dispense(between, set).has_value()));
        RC_ASSERT(dispense(amount, set).has_value() == (found.lower == amount));
    }));
}

void TestCoreProperties::volumesAreTheDose() {
    QVERIFY(rc::check("DSP-3: the offer is the next lower grid volume", [] {
        const OralDose amount = OralDose::nanograms(*rc::gen::inRange<std::int64_t>(0, 3'000'001) * 100);
        const Product liquid = *rc::gen::element(sol1(), sol1(100), sol2(), sus5());
        const MeasuredVolume measured = measure(amount, liquid.strength, liquid.grid);
        RC_ASSERT(measured.offerDose <= amount);
        RC_ASSERT(amount - measured.offerDose < liquid.quantum());
        RC_ASSERT(measured.onGrid == (measured.offerDose == amount));
        RC_ASSERT(measured.offer.inNanolitres() % liquid.grid.inNanolitres() == 0);
        const ProductSet set = ProductSet::of({liquid}).value();
        RC_ASSERT(dispense(amount, set).has_value() == measured.onGrid);
    }));
}

namespace {

Plan planGen(const ProductSet& set) {
    Plan plan;
    plan.products = set;
    SplitRules rules;
    rules.quantum = set.quantum();
    Date first = *dateGen();
    const int steps = *rc::gen::inRange(1, 6);
    for (int i = 0; i < steps; ++i) {
        Step step;
        step.span = {first, first + *rc::gen::inRange(0, 20)};
        step.split = splitDay(perDay(set.quantum()) * *rc::gen::inRange(0, 16), rules).split;
        first = *step.span.last + 1;
        plan.steps.push_back(step);
    }
    return plan;
}

} // namespace

void TestCoreProperties::supplyIsDaysTimesDoses() {
    QVERIFY(rc::check("DSP-5: what is collected is what is taken", [] {
        const ProductSet set =
            *rc::gen::map(rc::gen::element<std::string>("TAB10", "TAB5,TAB10", "TAB5*,TAB20", "TAB15,TAB5"),
                          [](const std::string& list) { return products(list); });
        const Plan plan = planGen(set);
        std::int64_t taken = 0;
        std::optional<Date> last;
        for (const Step& step : plan.steps) {
            taken += step.daily().inNanograms() * step.span.days();
            if (!step.daily().isZero())
                last = step.span.last;
        }
        const Supply supply = supplyFor(plan);
        RC_ASSERT(supply.complete);
        RC_ASSERT(nanogramsIn(supply, set) == taken);
        RC_ASSERT(supply.lastDoseDay == last);
    }));
}

void TestCoreProperties::supplyOfPartsIsTheWhole() {
    QVERIFY(rc::check("cut anywhere, the parts sum to the whole", [] {
        const ProductSet set = products("TAB5*,TAB10,TAB20");
        const Plan plan = planGen(set);
        const DateSpan whole{plan.steps.front().span.first, plan.steps.back().span.last};
        const Date cut = whole.first + *rc::gen::inRange(0, whole.days());
        const Supply before = supplyFor(plan, {whole.first, cut});
        const Supply after = supplyFor(plan, {cut + 1, whole.last});
        RC_ASSERT(nanogramsIn(before, set) + nanogramsIn(after, set) == nanogramsIn(supplyFor(plan), set));
    }));
}

void TestCoreProperties::moreCreatinineIsNeverAMilderBand() {
    QVERIFY(rc::check("K falls as creatinine rises, and the band never gets milder", [] {
        RenalInputs inputs;
        inputs.ageYears = *rc::gen::inRange(1, 100);
        inputs.sex = *rc::gen::element(Sex::female, Sex::male);
        inputs.weightGrams = *rc::gen::inRange(30'000, 200'000);
        inputs.heightMillimetres = *rc::gen::inRange(1'200, 2'100);
        inputs.creatinineThousandths = *rc::gen::inRange(100, 19'900);
        const RenalFunction milder = renalFunction(inputs, shippedNumbers()).value();
        inputs.creatinineThousandths += *rc::gen::inRange(1, 100);
        const RenalFunction worse = renalFunction(inputs, shippedNumbers()).value();
        RC_ASSERT(worse.k < milder.k);
        RC_ASSERT(worse.band >= milder.band);
        if (inputs.ageYears >= 18)
            RC_ASSERT(worse.k == std::min(worse.crclMlMin.value(), worse.egfr.value()));
        else
            RC_ASSERT(worse.k == worse.egfr.value());
    }));
}

LENTO_CORE_TEST_MAIN(TestCoreProperties)

#include "tst_core_properties.moc"
