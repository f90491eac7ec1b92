// One invented patient, whole: who it is, what was found, planned, seen, marked and handed out.
#pragma once

#include "app/demo.h"
#include "app/planning.h"
#include "app/record.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace lento::app {

struct DemoPatient {
    PatientRecord record;
    std::vector<std::vector<core::Finding>> findings; // of each revision; empty where the rules were not asked
    std::optional<Draft> draft;
};

// The first thirteen are always the same people, in the situations that the program is shown with.
inline constexpr std::size_t demoFeatured = 13;

// Patients from the 201st on are mostly brief, so that a big clinic is made fast: one plan, few visits, no diary.
core::Result<DemoPatient> inventPatient(const DemoRequest& request, std::size_t index,
                                        const content::Catalogue& catalogue);

} // namespace lento::app
