#include "app/demo_visits.h"

#include "app/demo_people.h"
#include "app/demo_scores.h"
#include "app/timeline.h"
#include "core/dispense.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace lento::app {

namespace {

struct Muscle {
    const char* group;
    core::Side side;
    double stiffer; // than the mean
};

constexpr core::Side left = core::Side::left;
constexpr core::Side right = core::Side::right;

constexpr std::array<Muscle, 8> legs{{{"hip-adductors", left, 0.3},
                                      {"hip-adductors", right, 0.1},
                                      {"hamstrings", left, 0.0},
                                      {"hamstrings", right, -0.2},
                                      {"quadriceps", left, -0.3},
                                      {"quadriceps", right, -0.4},
                                      {"gastrocnemius-soleus", left, 0.4},
                                      {"gastrocnemius-soleus", right, 0.1}}};
constexpr std::array<Muscle, 10> limbs{{{"hip-adductors", left, 0.3},
                                        {"hip-adductors", right, 0.3},
                                        {"hamstrings", left, 0.1},
                                        {"hamstrings", right, 0.0},
                                        {"gastrocnemius-soleus", left, 0.4},
                                        {"gastrocnemius-soleus", right, 0.3},
                                        {"elbow-flexors", left, -0.3},
                                        {"elbow-flexors", right, -0.3},
                                        {"wrist-flexors", left, -0.4},
                                        {"wrist-flexors", right, -0.4}}};
constexpr std::array<Muscle, 6> sideLeft{{{"elbow-flexors", left, 0.3},
                                          {"wrist-flexors", left, 0.1},
                                          {"finger-flexors", left, 0.2},
                                          {"hamstrings", left, -0.4},
                                          {"quadriceps", left, -0.4},
                                          {"gastrocnemius-soleus", left, 0.2}}};
constexpr std::array<Muscle, 6> sideRight{{{"elbow-flexors", right, 0.3},
                                           {"wrist-flexors", right, 0.1},
                                           {"finger-flexors", right, 0.2},
                                           {"hamstrings", right, -0.4},
                                           {"quadriceps", right, -0.4},
                                           {"gastrocnemius-soleus", right, 0.2}}};

std::span<const Muscle> musclesOf(DemoPattern pattern) {
    switch (pattern) {
    case DemoPattern::bothLegs:
        return legs;
    case DemoPattern::fourLimbs:
        return limbs;
    case DemoPattern::leftSide:
        return sideLeft;
    case DemoPattern::rightSide:
        return sideRight;
    }
    return legs;
}

core::Mas nearestLevel(double mean) {
    constexpr std::array<double, core::masLevels> values{0, 1, 1.5, 2, 3, 4};
    const auto nearest = std::min_element(
        values.begin(), values.end(), [mean](double a, double b) { return std::abs(a - mean) < std::abs(b - mean); });
    return static_cast<core::Mas>(nearest - values.begin());
}

// What is left of the stiffness at a dose: a saturating curve, good enough for invented people.
double shareLeft(const DemoResponse& response, core::DailyDose dose) {
    const double mg = static_cast<double>(dose.inNanograms()) / core::nanogramsPerMilligram;
    return 1 - response.mostRelief * mg / (mg + response.halfReliefMg);
}

// -1 to 1 in hundredths, the middle likelier than the ends.
double wobble(DemoRandom& random) {
    return (random.between(-100, 100) + random.between(-100, 100)) / 200.0;
}

core::Date openDay(core::Date day) {
    while (day.weekday() >= core::Weekday::saturday)
        day = day - 1;
    return day;
}

void score(core::Visit& visit, double worse, const DoseTimeline& timeline, const DemoResponse& response,
           DemoScores& further, DemoRandom& random) {
    // A new dose takes some days to be felt.
    constexpr int daysToFeel = 4;
    const std::optional<DayDose> felt = timeline.on(visit.on - daysToFeel);
    const double share = shareLeft(response, felt ? felt->daily : core::DailyDose()) * (1 + worse);
    const double today = wobble(random) * 0.12;
    if (visit.kind != core::VisitKind::telephone) {
        visit.further = further.at(share);
        for (const Muscle& muscle : musclesOf(response.pattern))
            visit.mas.push_back(
                {muscle.group, muscle.side,
                 nearestLevel((response.masWithout + muscle.stiffer) * share + today + wobble(random) * 0.3)});
    }
    const double nrs = std::clamp(response.nrsWithout * share + today + wobble(random) * 0.5, 0.0, 10.0);
    visit.nrsTenths = static_cast<int>(std::lround(nrs * 2)) * 5;
    visit.pennFrequency = std::clamp(static_cast<int>(std::lround(3.6 * share + wobble(random) * 0.5)), 0, 4);
    if (*visit.pennFrequency > 0)
        visit.pennSeverity = std::clamp(static_cast<int>(std::lround(3.0 * share + wobble(random) * 0.4)), 1, 3);
    visit.falls = random.chance(80) ? 0 : random.between(1, 2);
    visit.adherence = random.chance(75)   ? core::Adherence::all
                      : random.chance(80) ? core::Adherence::most
                                          : core::Adherence::under80;
}

// Grades 1 only: what is worse is part of a story.
std::vector<core::AdverseEffect> slightEffects(DemoRandom& random) {
    constexpr std::array<const char*, 7> codes{"drowsiness", "dizziness",    "weakness", "dry-mouth",
                                               "fatigue",    "constipation", "nausea"};
    if (!random.chance(18))
        return {};
    return {{random.pick(codes), {}, 1}};
}

const core::Revision* revisionOn(const PatientRecord& record, core::Date day) {
    const core::Revision* found = nullptr;
    for (const core::Revision& revision : record.revisions) {
        if (revision.effectiveFrom <= day)
            found = &revision;
    }
    return found;
}

} // namespace

std::vector<core::Visit> inventVisits(const PatientRecord& record, std::vector<DemoEncounter> encounters,
                                      const DemoResponse& response, core::Date first, core::Date today, int everyDays,
                                      DemoRandom& random) {
    constexpr std::array<const char*, 6> notes{
        "Transfers more easily; nights quieter.",
        "Legs loose in the morning, tight after sitting.",
        "Physiotherapy going well.",
        "No spasms on most nights.",
        "Walks to the shop with one stick.",
        "Carer reports easier dressing.",
    };
    for (core::Date day = first; day < today; day = day + everyDays + random.between(-5, 5)) {
        const core::Date on = openDay(day);
        const bool near = std::any_of(encounters.begin(), encounters.end(), [&](const DemoEncounter& each) {
            return std::abs(each.on - on) < std::max(10, everyDays / 3);
        });
        if (near || on > today)
            continue;
        DemoEncounter routine{on, random.chance(85) ? core::VisitKind::clinic : core::VisitKind::telephone};
        if (record.revisions.empty() || record.revisions.front().effectiveFrom < on)
            routine.effects = slightEffects(random);
        if (random.chance(60))
            routine.note = random.pick(notes);
        encounters.push_back(std::move(routine));
    }
    std::stable_sort(encounters.begin(), encounters.end(),
                     [](const DemoEncounter& a, const DemoEncounter& b) { return a.on < b.on; });

    const DoseTimeline timeline(record);
    // The copy leaves the patient's own stream where it was.
    constexpr std::uint32_t furtherSeed = 0x5C07E;
    DemoScores further(response, DemoRandom(furtherSeed, DemoRandom(random).next()));
    std::vector<core::Visit> visits;
    for (DemoEncounter& encounter : encounters) {
        if (encounter.on > today || (!visits.empty() && visits.back().on == encounter.on))
            continue;
        core::Visit visit;
        visit.id = random.id<core::VisitId>(encounter.on);
        visit.patient = record.patient.id;
        visit.on = encounter.on;
        visit.kind = encounter.kind;
        visit.adverseEffects = std::move(encounter.effects);
        visit.note = std::move(encounter.note);
        visit.decision = std::move(encounter.decision);
        const double years = (visit.on - first) / 365.0;
        score(visit, encounter.flare + response.perYear * years, timeline, response, further, random);
        const core::Revision* seenUnder = revisionOn(record, visit.on);
        if (seenUnder)
            visit.revisionInForce = seenUnder->id;
        addSigns(visit, encounter.withdrawal, seenUnder && seenUnder->plan.kind() == core::PlanKind::taper, today);
        visit.author = visit.kind == core::VisitKind::telephone ? "Nurse P. Lang" : demoPrescriber;
        visit.recordedAt = visit.on.iso() + "T10:40:00.000Z";
        visits.push_back(std::move(visit));
    }
    return visits;
}

std::vector<core::DiaryDay> inventDiary(const PatientRecord& record, core::Date today, int days, DemoRandom& random) {
    const DoseTimeline timeline(record);
    std::vector<core::DiaryDay> diary;
    for (core::Date day = today - days; day < today; day = day + 1) {
        const std::optional<DayDose> dose = timeline.on(day);
        if (!dose || dose->daily.isZero() || random.chance(6))
            continue;
        core::DiaryDay marked;
        marked.patient = record.patient.id;
        marked.on = day;
        for (const core::DayPart part : dose->split.parts()) {
            if (!dose->split.at(part).isZero())
                marked.parts[static_cast<std::size_t>(part)] =
                    random.chance(95) ? core::Taken::taken : core::Taken::missed;
        }
        if (random.chance(4))
            marked.note = "Slept badly.";
        diary.push_back(std::move(marked));
    }
    return diary;
}

std::vector<core::Dispensed> inventDispensed(const PatientRecord& record, core::Date today, core::Date lastsUntil,
                                             DemoRandom& random) {
    constexpr int longestAgo = 180;
    constexpr int portionDays = 56;
    const DoseTimeline timeline(record);
    std::vector<core::Dispensed> dispensed;
    if (timeline.stretches().empty())
        return dispensed;
    core::Date day = std::max(timeline.stretches().front().span.first, today - longestAgo);
    while (day <= today) {
        const bool last = day + portionDays > today;
        const core::Date until = last ? lastsUntil : day + (portionDays - 1);
        std::map<std::string, std::int64_t> halves;
        for (const Stretch& stretch : timeline.stretches()) {
            const core::Date from = std::max(day, stretch.span.first);
            const core::Date through = std::min(until, stretch.span.last.value_or(until));
            const core::ProductSet& products = record.revisions[stretch.revision].plan.products;
            for (int i = 0; from <= through && i < stretch.split.dosesPerDay(); ++i) {
                for (const core::Pieces& pieces :
                     core::dispense(stretch.split.at(i), products).value_or(std::vector<core::Pieces>())) {
                    const core::Product& product = products.products()[pieces.product];
                    if (product.form != core::ProductForm::liquid)
                        halves[product.id] += (2 * std::int64_t{pieces.whole} + pieces.half) * (through - from + 1);
                }
            }
        }
        for (const auto& [product, count] : halves)
            dispensed.push_back({random.id<core::RecordId>(day), record.patient.id, day, product, (count + 1) / 2});
        day = day + portionDays;
    }
    return dispensed;
}

} // namespace lento::app
