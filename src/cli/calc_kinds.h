// The kinds of `lento-cli calc`, one table for each family; a kind is one function and one line.
#pragma once

#include "cli/requests.h"
#include "content/catalogue.h"
#include "content/json_reader.h"
#include "core/result.h"

#include <optional>
#include <span>
#include <string_view>

namespace lento::cli {

struct Calculation {
    std::string_view name;
    Answerer answer;
};

std::span<const Calculation> doseCalculations();    // REN, PED, SPL, DSP, TAP
std::span<const Calculation> visitCalculations();   // VIS, RST
std::span<const Calculation> scoreCalculations();   // SCL
std::span<const Calculation> kineticCalculations(); // PK
std::span<const Calculation> pumpCalculations();    // ITB

// The single calculations read all they need, then ask for the first problem before they compute.
std::optional<core::Failure> problem(content::JsonReader& request);

// UNI-1: the most that an oral entry may be, in whole milligrams.
int hardDailyMg(const content::Catalogue& catalogue);

} // namespace lento::cli
