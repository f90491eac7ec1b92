// The stories of invented patients: how baclofen was begun, changed and tapered, and what happened on the way.
#pragma once

#include "app/demo_course.h"
#include "app/demo_visits.h"

#include <optional>
#include <vector>

namespace lento::app {

// What a story works on and leaves behind.
struct DemoStory {
    core::Date today;
    PatientRecord& record;
    DemoCourse& course;
    DemoRandom& random;
    bool brief = false; // one plan and no more
    std::vector<DemoEncounter> encounters = {};
    DemoResponse response = {};
    core::Date seenSince = {}; // the first visit
    int visitEveryDays = 90;
    std::optional<Draft> draft = {};
    int suppliedDays = 30;
};

// One of the people of demoFeatured.
void tellFeatured(DemoStory& story, std::size_t index);
// Anybody else.
void tellAny(DemoStory& story);

} // namespace lento::app
