#include "app/demo_pump.h"

#include "app/demo_people.h"
#include "core/pump_rules.h"

#include <algorithm>

namespace lento::app {

namespace {

using core::Date;
using core::PumpDose;
using core::Volume;

constexpr int morning = 9 * 60;
constexpr std::int64_t nanolitresPerTenth = 100'000;

class Inventor {
public:
    Inventor(const DemoPumpStory& story, const content::Catalogue& catalogue, DemoRandom& random)
        : m_story(story)
        , m_numbers(catalogue.numbers().pump)
        , m_ruleSet(catalogue.ruleSetVersion())
        , m_random(random) {
        m_facts.origin = story.origin;
        m_facts.lastResponse = true;
        core::PumpImplant implant;
        implant.id = random.id<core::PumpImplantId>(story.implanted);
        implant.patient = story.patient;
        implant.on = story.implanted;
        implant.model = catalogue.pumpModels().front();
        implant.serial = std::to_string(random.between(10'000, 99'999)).insert(0, "DEMO-");
        implant.catheterMillimetres = 10 * random.between(45, 70);
        implant.origin = story.origin;
        implant.oralBefore = core::DailyDose::milligrams(60);
        implant.author = demoPrescriber;
        implant.recordedAt = at(implant.on);
        m_course.implants = {implant};
    }

    core::PumpCourse invent() {
        invent(m_story.implanted);
        return std::move(m_course);
    }

private:
    static std::string at(Date day) { return day.iso() + "T10:00:00.000Z"; }

    const core::PumpImplant& implant() const { return m_course.implants.front(); }

    std::vector<core::SeenFinding> seen(const std::vector<core::Finding>& findings) const {
        std::vector<core::SeenFinding> all;
        for (const core::Finding& finding : findings)
            all.push_back({finding, {}, m_ruleSet});
        return all;
    }

    void set(Date on, int micrograms, core::PumpPhase phase) {
        core::PumpSetting setting;
        setting.id = m_random.id<core::RecordId>(on);
        setting.implant = implant().id;
        setting.on = on;
        setting.minute = morning;
        setting.daily = PumpDose::micrograms(micrograms);
        setting.phase = phase;
        setting.author = demoPrescriber;
        setting.recordedAt = at(on);
        const core::PumpRefill* fill = m_course.refillBefore(implant().id, on);
        setting.seen = seen(core::checkSetting(m_facts, m_course, implant(), setting,
                                               fill ? std::optional(fill->concentration) : std::nullopt, m_numbers));
        m_course.settings.push_back(std::move(setting));
    }

    void fill(Date on, int concentration, int tenthsOff = 0) {
        core::PumpRefill refill;
        refill.id = m_random.id<core::RecordId>(on);
        refill.implant = implant().id;
        refill.on = on;
        refill.filled = implant().model.reservoir;
        refill.concentration = core::Concentration::microgramsPerMillilitre(concentration);
        refill.lot = std::to_string(m_random.between(1'000, 9'999));
        refill.lot.insert(refill.lot.begin(), 'L');
        refill.author = demoPrescriber;
        refill.recordedAt = at(on);
        if (const auto last = m_course.fillOn(implant(), on)) {
            refill.expected = core::expectedVolume(*last, on).value_or(Volume());
            const std::int64_t tenths = refill.expected->inNanolitres() / nanolitresPerTenth + tenthsOff;
            refill.aspirated = Volume::nanolitres(std::max<std::int64_t>(0, tenths) * nanolitresPerTenth);
            refill.bridgeGiven = m_course.refills.back().concentration != refill.concentration;
        }
        refill.seen = seen(core::checkRefill(m_course, implant(), refill, m_numbers));
        if (tenthsOff > 20)
            refill.note = "Pump and catheter checked: no fault found.";
        m_course.refills.push_back(std::move(refill));
    }

    // From 100 mcg a day in steps that origin and phase allow, to 310; refilled each time a little before its day.
    void invent(Date start) {
        struct Change {
            int day;
            int micrograms;
        };
        constexpr Change titration[] = {{0, 100}, {7, 112}, {21, 126}, {42, 142}, {70, 160}};
        constexpr Change maintenance[] = {{140, 180}, {240, 205}, {360, 230}, {480, 255}, {620, 282}, {760, 310}};
        constexpr int concentratedAfter = 300;
        fill(start, 500);
        for (const Change& change : titration)
            if (start + change.day < m_story.lastFill)
                set(start + change.day, change.micrograms, core::PumpPhase::titration);
        std::size_t next = 0;
        for (int count = 1;; ++count) {
            const core::Result<core::Refill> due =
                core::refill(*m_course.fillOn(implant(), m_story.lastFill), m_numbers.itb13.marginDays,
                             {core::Weekday::saturday, core::Weekday::sunday}, m_numbers);
            constexpr int leastDays = 14;
            if (!due || due->refillBy >= m_story.lastFill - leastDays)
                break;
            const Date on = due->refillBy;
            fill(on, on - start > concentratedAfter ? 1000 : 500, count == 3 ? 25 : m_random.between(-2, 2));
            if (next < std::size(maintenance) && on - start >= maintenance[next].day)
                set(on, maintenance[next++].micrograms, core::PumpPhase::maintenance);
        }
        fill(m_story.lastFill,
             m_course.refills.back().concentration.inNanogramsPerMillilitre() / 1'000 > 500 ? 1000 : 500,
             m_random.between(-2, 2));
    }

    const DemoPumpStory& m_story;
    const core::PumpNumbers& m_numbers;
    const std::string m_ruleSet;
    DemoRandom& m_random;
    core::PumpFacts m_facts;
    core::PumpCourse m_course;
};

} // namespace

core::PumpCourse inventPump(const DemoPumpStory& story, const content::Catalogue& catalogue, DemoRandom& random) {
    return Inventor(story, catalogue, random).invent();
}

} // namespace lento::app
