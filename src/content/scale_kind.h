// A ScaleKind is one scale that a visit may record, as resources/scales/scales.json says it: what is measured, by which
// levels or in which range, which way is better, whose it is, and by which rule (SCL-1 to SCL-8).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::content {

struct ScaleLevel {
    std::string code; // "1+"
    std::string text; // English; the key of its translation
};

struct ScaleRange {
    std::int64_t lowest = 0; // both in units of 10^-decimals
    std::int64_t highest = 0;
    int decimals = 0;
    std::string unit; // "s", "degrees"; empty: a bare number
};

// One thing that is measured: by levels or in a range, never both.
struct ScaleMeasure {
    std::string id; // "frequency"
    std::string name;
    std::vector<ScaleLevel> levels;
    std::optional<ScaleRange> range;
};

enum class BetterWhen : std::uint8_t { lower, higher };

struct ScaleKind {
    std::string id; // "mas"
    std::string name;
    std::string shortName;
    BetterWhen better = BetterWhen::lower; // of what is shown: a speed for the 10 m walk
    bool byMuscleGroup = false;            // each muscle group of each side for itself
    std::vector<ScaleMeasure> measures;
    std::string licence;
    std::string rule;                      // "SCL-1"
    std::vector<std::string> sources;      // S numbers
    std::optional<std::string> changeRule; // whose numbers say which change matters; nothing: none is known
};

} // namespace lento::content
