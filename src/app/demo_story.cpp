#include "app/demo_story.h"

#include <algorithm>
#include <array>

namespace lento::app {

namespace {

using core::DailyDose;
using core::Date;

DailyDose mg(int count) {
    return DailyDose::milligrams(count);
}

core::AdverseEffect effect(const char* code, int grade) {
    return {code, {}, grade};
}

DemoEncounter seen(Date on, std::string decision, std::vector<core::AdverseEffect> effects = {}, std::string note = {},
                   core::VisitKind kind = core::VisitKind::clinic) {
    return {on, kind, std::move(effects), std::move(note), std::move(decision), 0};
}

void begin(DemoStory& story, Date start) {
    story.seenSince = start;
    story.record.patient.baclofenSince = start;
    story.record.facts.baclofenSince = start;
    story.encounters.push_back(seen(start, "Start baclofen.", {}, "Stiff legs, painful spasms at night."));
}

constexpr const char* label = "ORAL-ADULT-LABEL";
constexpr const char* gradual = "ORAL-ADULT-GRADUAL";
constexpr const char* verySlow = "ORAL-ADULT-VERY-SLOW";
constexpr const char* sensitive = "ORAL-ADULT-SENSITIVE";

// The usual way up, begun so long ago that the goal is reached; half the people were drowsy on the way.
void riseTo(DemoStory& story, Date start, DailyDose goal) {
    begin(story, start);
    if (story.brief) {
        story.course.titrate({start, mg(15), mg(15), goal, 3, 3, label}, "Spasticity limits walking.");
        return;
    }
    story.course.titrate({start, mg(15), mg(5), goal, 4, 3, gradual}, "Spasticity limits walking.");
    story.encounters.push_back(seen(start + 14, "Go on as planned.", {effect("drowsiness", 1)}));
    if (goal >= mg(40) && story.random.chance(45)) {
        const Date drowsy = start + 21;
        story.encounters.push_back(seen(drowsy, "Step back.", {effect("drowsiness", 2)}, "Asleep over lunch."));
        story.course.stepBack(drowsy, "Drowsiness grade 2.");
        const Date settled = drowsy + 28;
        story.encounters.push_back(seen(settled, "Clear again; on up to the goal."));
        const DailyDose now = story.course.doseOn(settled - 1);
        if (now < goal)
            story.course.titrate({settled, now, mg(5), goal, 7}, "No longer drowsy.");
    }
}

// Small changes over the years, as a clinic makes them.
void years(DemoStory& story, Date from) {
    if (story.brief)
        return;
    Date day = from;
    while (day < story.today - 150) {
        const DailyDose now = story.course.doseOn(day - 1);
        const int what = story.random.between(1, 100);
        if (what <= 35 && now <= mg(70)) {
            story.encounters.push_back(seen(day, "A little more.", {}, "More spasms since the summer."));
            story.course.titrate({day, now + mg(5), mg(5), now + mg(5)}, "Spasms more frequent.");
        } else if (what <= 55 && now >= mg(35)) {
            story.encounters.push_back(
                seen(day, "5 mg less.", {effect("weakness", 1)}, "Knees give way on the stairs."));
            story.course.taper(day, core::TaperModel::percentOfStart, 10, 14, now - mg(5), "Weakness on the stairs.",
                               day);
        }
        day = day + story.random.between(240, 420);
    }
}

void maintenance(DemoStory& story) {
    constexpr std::array goals{30, 30, 40, 45, 45, 60, 60, 75};
    const int goal = story.random.pick(goals);
    const Date start = story.today - story.random.between(220, story.brief ? 900 : 2'900);
    riseTo(story, start, mg(goal));
    years(story, start + story.random.between(200, 330));
}

// Up and down again over ten years, as the disease goes on.
void tenYears(DemoStory& story) {
    const Date start = story.today - 3'705;
    riseTo(story, start, mg(45));
    story.visitEveryDays = 45;
    story.response.perYear = 0.03;

    const Date flare = start + 600;
    story.encounters.push_back(seen(flare, "Up to 65 mg.", {}, "Relapse in spring; spasms day and night."));
    story.encounters.back().flare = 0.5;
    story.course.titrate({flare, mg(50), mg(5), mg(65), 7}, "Relapse.");
    const Date drowsy = flare + 24;
    story.encounters.push_back(seen(drowsy, "Step back.", {effect("drowsiness", 2)}, "Fell asleep at work."));
    story.course.stepBack(drowsy, "Drowsiness grade 2.");

    const Date attempt = start + 1'500;
    story.encounters.push_back(seen(attempt, "Try with less.", {effect("weakness", 2)}, "Legs weak on the stairs."));
    story.course.taper(attempt, core::TaperModel::percentOfStart, 10, 14, mg(30), "Weakness.", attempt);
    const Date rebound = attempt + 75;
    story.encounters.push_back(seen(rebound, "Back up.", {effect("insomnia", 1)}, "Stiffer than before."));
    story.encounters.back().flare = 0.3;
    story.course.titrate({rebound, story.course.doseOn(rebound - 1) + mg(5), mg(5), mg(60), 7}, "Spasms came back.");

    const Date more = start + 2'700;
    story.encounters.push_back(seen(more, "Up to 75 mg in four doses.", {}, "Uses the wheelchair outdoors."));
    story.course.titrate({more, mg(65), mg(5), mg(75), 14, 4}, "Spasticity increasing.");
}

// Ten years, and then the kidneys.
void kidneyFailing(DemoStory& story) {
    tenYears(story);
    const Date found = story.today - 34;
    story.encounters.push_back(seen(found, "Down to 30 mg for the kidneys.", {effect("confusion", 1)},
                                    "Creatinine has risen; forgetful in the evening."));
    story.course.taper(found, core::TaperModel::percentOfStart, 10, 14, mg(30), "Kidney function falling.", found);
}

void labelRunning(DemoStory& story) {
    const Date start = story.today - story.random.between(1, 8);
    begin(story, start);
    story.course.titrate({start, mg(15), mg(15), mg(60), 3, 3, label}, "Clonus when standing up.");
}

void gradualRunning(DemoStory& story) {
    const Date start = story.today - story.random.between(2, 26);
    begin(story, start);
    story.course.titrate({start, mg(15), mg(5), mg(5 * story.random.between(8, 12)), 4, 3, gradual},
                         "Painful spasms at night.");
    story.visitEveryDays = 14;
}

void sensitiveRunning(DemoStory& story) {
    const Date start = story.today - story.random.between(3, 40);
    begin(story, start);
    story.course.titrate({start, mg(5), mg(5), mg(30), 7, 3, sensitive}, "Stiff arm and leg.");
    story.visitEveryDays = 14;
}

// Drowsy on the way up, then 2.5 mg at a time with the larger dose in the evening: worked example E3.
void verySlowRunning(DemoStory& story, Date start, int slowDays) {
    begin(story, start);
    story.course.titrate({start, mg(15), mg(15), mg(60), 7, 3, label}, "Stiff legs, painful spasms.");
    const Date drowsy = start + 10;
    story.encounters.push_back(
        seen(drowsy, "Step back, then very slowly.", {effect("drowsiness", 2)}, "Drowsy at 30 mg."));
    story.course.stepBack(drowsy, "Drowsiness grade 2 at 30 mg.");
    const Date off = drowsy + 12;
    story.course.taper(off, core::TaperModel::percentOfStart, 20, 7, mg(5), "Down to 5 mg before a slower start.", off);
    const Date slow = story.today - slowDays;
    story.course.useProducts({{"TAB5", true}});
    story.encounters.push_back(seen(slow, "2.5 mg more every 5 days, larger dose in the evening."));
    story.course.titrate({slow, mg(5), DailyDose::micrograms(2'500), mg(50), 5, 3, verySlow},
                         "Very slow after drowsiness.");
    story.visitEveryDays = 14;
}

// Long on a dose, and now going down; held or stepped back on the way where asked for.
enum class Trouble : std::uint8_t { none, held, steppedBack };
void tapering(DemoStory& story, int dose, int percent, int interval, Date start, Trouble trouble) {
    const Date began = start - story.random.between(120, story.brief ? 300 : 1'100);
    riseTo(story, began, mg(dose));
    const Date decided = std::min(start - 3, story.today);
    story.encounters.push_back(seen(decided, "Taper.", {effect("weakness", 2)}, "Weakness outweighs the benefit."));
    const auto model = story.random.chance(75) ? core::TaperModel::percentOfStart : core::TaperModel::percentOfCurrent;
    story.course.taper(start, model, percent, interval, {}, "Weakness outweighs the benefit.", decided);
    story.visitEveryDays = 28;
    if (trouble == Trouble::none)
        return;
    const Date day = story.today - 4;
    if (trouble == Trouble::held) {
        story.encounters.push_back(seen(day, "Hold one interval.", {effect("insomnia", 1)}, "Sleeps badly, sweats.",
                                        core::VisitKind::telephone));
        story.encounters.back().withdrawal = {{"poor-sleep", "sweating"}, std::nullopt, 104};
        story.course.hold(day, interval, "Withdrawal grade 2: sweating, poor sleep.");
    } else {
        story.encounters.push_back(
            seen(day, "Back to the dose before.", {effect("tremor", 2)}, "Spasms came back within two days."));
        story.encounters.back().withdrawal = {{"disabling-tone", "tremor"}, 376, 112};
        story.course.stepBack(day, "Withdrawal grade 3: rebound spasms.");
    }
}

void tapered(DemoStory& story) {
    const Date start = story.today - story.random.between(160, 500);
    tapering(story, 30, 20, 7, start, Trouble::none);
    story.record.patient.status = core::PatientStatus::ended;
    story.visitEveryDays = 90;
}

void unplanned(DemoStory& story) {
    story.seenSince = story.today - story.random.between(0, 20);
    story.encounters.push_back(
        seen(story.seenSince, "Discuss oral treatment next time.", {}, "Referred by the rehabilitation ward."));
}

void drafted(DemoStory& story) {
    unplanned(story);
    story.draft = story.course.draft(story.course.inputs({story.today + 3, mg(15), mg(5), mg(45), 4, 3, gradual}));
    story.draft->reason = "Spasticity limits transfers.";
}

void kowalski(DemoStory& story) {
    // Chart of the overview: up in four weeks, a trial of 75 mg in August, drowsiness, back, and a taper from tomorrow.
    const Date start = story.today - 268;
    begin(story, start);
    story.course.titrate({start, mg(15), mg(15), mg(60), 7, 3, label}, "Painful spasms at night, stiff legs.");
    story.encounters.push_back(seen(start + 14, "Go on as planned."));
    story.encounters.push_back(seen(start + 28, "Stay at 60 mg.", {effect("drowsiness", 1)}));
    story.encounters.push_back(seen(start + 54, "Stay."));
    story.encounters.push_back(seen(start + 98, "Stay."));
    const Date more = story.today - 117;
    story.encounters.push_back(seen(more, "Try 75 mg.", {}, "More spasms since the infection."));
    story.encounters.back().flare = 0.45;
    story.course.titrate({more, mg(75), mg(5), mg(75)}, "More spasms since an infection.");
    const Date drowsy = more + 26;
    story.encounters.push_back(
        seen(more + 7, "Wait another fortnight.", {effect("drowsiness", 1)}, {}, core::VisitKind::telephone));
    story.encounters.push_back(
        seen(drowsy, "Stepped back to 60 mg.", {effect("drowsiness", 2)}, "Slept at the table."));
    story.course.titrate({drowsy, mg(60), mg(5), mg(60)}, "Drowsiness grade 2 at 75 mg.");
    story.encounters.push_back(seen(story.today - 48, "Stay at 60 mg."));
    story.encounters.push_back(seen(story.today - 8, "Taper, 10 % a week.", {}, "Wishes to be without tablets."));
    story.course.taper(story.today + 1, core::TaperModel::percentOfStart, 10, 7, {}, "Wishes to be without tablets.",
                       story.today - 8);
    story.visitEveryDays = 4'000;
    story.suppliedDays = 27;
    story.response = {DemoPattern::bothLegs, 3.4, 7.3, 0.79, 24};
}

void ferreira(DemoStory& story) {
    riseTo(story, story.today - 410, mg(60));
    const Date more = story.today - 40;
    story.encounters.push_back(seen(more, "Up to 80 mg, four doses a day.", {}, "Spasms wake him twice a night."));
    story.course.titrate({more, mg(65), mg(5), mg(80), 14, 4}, "Spasms at night.");
}

void nguyen(DemoStory& story) {
    const Date start = story.today - 150;
    begin(story, start);
    story.course.useProducts({{"SOL1", false}});
    story.course.titrate({start, mg(6), mg(3), mg(18), 7, 4}, "Scissoring when carried.");
}

} // namespace

void tellFeatured(DemoStory& story, std::size_t index) {
    const Date today = story.today;
    switch (index) {
    case 0:
        kowalski(story);
        break;
    case 1: { // BANERJEE: review three days overdue
        const Date start = today - 17;
        begin(story, start);
        story.course.titrate({start, mg(15), mg(5), mg(45), 5, 3, gradual}, "Spasms at night.");
        story.encounters.push_back(
            seen(today - 10, "Go on.", {effect("drowsiness", 1)}, {}, core::VisitKind::telephone));
        story.visitEveryDays = 400;
        break;
    }
    case 2:
        ferreira(story);
        break;
    case 3: // LINDQVIST
        riseTo(story, today - 1'300, mg(45));
        break;
    case 4:
        nguyen(story);
        break;
    case 5: { // OKAFOR: the sensitive protocol after a stroke
        const Date start = today - 420;
        begin(story, start);
        story.course.titrate({start, mg(5), mg(5), mg(20), 7, 3, sensitive}, "Stiff right arm.");
        story.response.pattern = DemoPattern::rightSide;
        break;
    }
    case 6: // ROSSI: intrathecal, so no oral plan
        story.seenSince = today - 240;
        story.visitEveryDays = 80;
        break;
    case 7: { // SMITH: the next step on Friday
        const Date start = today - 2;
        begin(story, start);
        story.course.titrate({start, mg(15), mg(15), mg(45), 7, 3, label}, "Stiff on waking.");
        story.suppliedDays = 5;
        break;
    }
    case 8: // TANAKA
        riseTo(story, today - 2'200, mg(40));
        break;
    case 9: // HOFFMANN: worked example E3, under way
        verySlowRunning(story, today - 120, 46);
        break;
    case 10: // WOŹNIAK: taper, held
        tapering(story, 60, 10, 14, today - 33, Trouble::held);
        break;
    case 11: // Ó DONNELL: taper, stepped back
        tapering(story, 45, 10, 7, today - 24, Trouble::steppedBack);
        break;
    default: // ACHTERBERG: ten years, and a kidney that fails
        kidneyFailing(story);
        break;
    }
}

void tellAny(DemoStory& story) {
    constexpr std::array patterns{DemoPattern::bothLegs, DemoPattern::bothLegs, DemoPattern::fourLimbs,
                                  DemoPattern::leftSide, DemoPattern::rightSide};
    DemoRandom& random = story.random;
    story.response = {story.record.patient.origin == core::SpasticityOrigin::spinal ? DemoPattern::bothLegs
                                                                                    : random.pick(patterns),
                      random.between(24, 35) / 10.0, random.between(55, 85) / 10.0, random.between(60, 85) / 100.0,
                      random.between(18, 35) * 1.0};
    story.suppliedDays = random.between(4, 55);
    const int which = random.between(1, 100);
    if (which <= 6)
        return unplanned(story);
    if (which <= 10 && !story.brief)
        return drafted(story);
    if (which <= 17)
        return labelRunning(story);
    if (which <= 25)
        return gradualRunning(story);
    if (which <= 31)
        return sensitiveRunning(story);
    if (which <= 35 && !story.brief)
        return verySlowRunning(story, story.today - random.between(110, 140), random.between(10, 60));
    if (which <= 45)
        return tapering(story, random.chance(50) ? 60 : 45, 10, random.chance(50) ? 7 : 14,
                        story.today + random.between(-35, 5), Trouble::none);
    if (which <= 48)
        return tapering(story, 45, 10, 7, story.today - random.between(18, 30), Trouble::held);
    if (which <= 51)
        return tapering(story, 40, 20, 7, story.today - random.between(10, 22), Trouble::steppedBack);
    if (which <= 56)
        return tapered(story);
    if (which <= 60 && !story.brief)
        return tenYears(story);
    maintenance(story);
}

} // namespace lento::app
