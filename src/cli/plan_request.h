// Reads the request of `lento-cli plan` into what the planners take; every problem is placed at its key.
#pragma once

#include "content/catalogue.h"
#include "content/json_reader.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/result.h"

#include <optional>
#include <variant>
#include <vector>

namespace lento::cli {

struct HoldEvent {
    core::Date on;
    int days = 0;
};
struct PauseEvent {
    int step = 0;
    int days = 0;
};
struct StepBackEvent {
    core::Date on;
};
struct ShiftEvent {
    core::Date from;
    int days = 0;
};
struct PlanEvent {
    std::variant<HoldEvent, PauseEvent, StepBackEvent, ShiftEvent> what;
    content::JsonPlace place;
};

struct PlanRequest {
    core::ProductSet products;
    core::PlanInputs inputs;
    std::optional<core::PatientFacts> facts;
    // The day the rules judge by: the first day of the plan, or a later creatinine; so the same request always has the
    // same answer.
    core::Date today;
    std::vector<PlanEvent> events;
};

core::Result<PlanRequest> readPlanRequest(content::JsonReader& request, const content::Catalogue& catalogue);

// "products" (catalogue ids, or objects that allow or forbid halves), or "quantum_mg". Nothing after a problem.
std::optional<core::ProductSet> readProducts(content::JsonReader& request, const content::Catalogue& catalogue,
                                             bool quantumAllowed);
// The protocol that "protocol" names; null without one.
const core::Protocol* readProtocol(content::JsonReader& request, const content::Catalogue& catalogue);

// The same error at its place in the request.
core::Error placed(core::Error error, const content::JsonPlace& place);

} // namespace lento::cli
