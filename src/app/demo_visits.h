// What an invented patient's plans lead to: scores that fall with the dose, visits, diary marks, tablets handed out.
#pragma once

#include "app/demo_random.h"
#include "app/demo_signs.h"
#include "app/record.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::app {

// Where the spasticity sits.
enum class DemoPattern : std::uint8_t { bothLegs, fourLimbs, leftSide, rightSide };

// How stiff without baclofen, and how well it answers.
struct DemoResponse {
    DemoPattern pattern = DemoPattern::bothLegs;
    double masWithout = 3.3;    // mean of the muscles scored, 0 to 4
    double nrsWithout = 7.4;    // 0 to 10
    double mostRelief = 0.8;    // share of it that no dose exceeds
    double halfReliefMg = 26.0; // mg a day for half of that
    double perYear = 0.0;       // the disease goes on: so much stiffer each year, 0.02 is 2 %
    bool furtherScales = false; // walks, goals and Tardieu as well
};

// A visit that the story needs on that day; its scores are still to be found.
struct DemoEncounter {
    core::Date on;
    core::VisitKind kind = core::VisitKind::clinic;
    std::vector<core::AdverseEffect> effects = {};
    std::string note = {};
    std::string decision = {};
    double flare = 0; // so much stiffer than the dose would have it: 0.4 is 40 %
    DemoWithdrawal withdrawal = {};
};

// The encounters, and routine visits wherever none falls within `everyDays`, up to the eve of today. Oldest first.
std::vector<core::Visit> inventVisits(const PatientRecord& record, std::vector<DemoEncounter> encounters,
                                      const DemoResponse& response, core::Date first, core::Date today, int everyDays,
                                      DemoRandom& random);

// The last `days` days up to the eve: nearly all taken.
std::vector<core::DiaryDay> inventDiary(const PatientRecord& record, core::Date today, int days, DemoRandom& random);

// Handed out in portions over the last half year, so that the tablets last to the end of `lastsUntil`. Liquids are not
// counted.
std::vector<core::Dispensed> inventDispensed(const PatientRecord& record, core::Date today, core::Date lastsUntil,
                                             DemoRandom& random);

} // namespace lento::app
