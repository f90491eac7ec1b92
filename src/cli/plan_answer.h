// Writes plans, doses, pieces and findings as the JSON of command-line.md.
#pragma once

#include "cli/json.h"
#include "core/dispense.h"
#include "core/finding.h"
#include "core/plan.h"

#include <string_view>
#include <vector>

namespace lento::cli {

std::string_view dayPartName(core::DayPart part); // "morning"

Json unitsJson(const std::vector<core::Pieces>& pieces, const core::ProductSet& products);
// Each time with its amount, and with its pieces where there are products.
Json dosesJson(const core::DoseSplit& split, const core::ProductSet& products);
Json findingsJson(const std::vector<core::Finding>& findings);
Json planJson(const core::Plan& plan, const std::vector<core::Finding>& findings);

// True if one of them asks for a reason or cannot be passed at all.
bool needsClinician(const std::vector<core::Finding>& findings);

} // namespace lento::cli
