// A Clinic is what a clinic says of itself: name and telephones for the paper, region, habits of the calendar.
#pragma once

#include "core/calendar.h"
#include "core/product.h"
#include "core/scale.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::core {

enum class PaperSize : std::uint8_t { a4, letter };

struct Clinic {
    std::string name;
    Region region = Region::uk;
    std::string telephone;
    std::string outOfHours;
    std::string emergencyNumber;
    std::string prescriber; // the name that a new plan offers
    PaperSize paper = PaperSize::a4;
    Weekday firstDayOfWeek = Weekday::monday;
    std::vector<Weekday> closedWeekdays;                   // ascending
    std::string language = "en";                           // of new patients' documents, BCP 47
    MasCoding masCoding = MasCoding::onePlusAsOneAndAHalf; // SCL-1: B for means and charts
    std::optional<int> trialDays;                          // TIT-12, within what it allows; nothing: as it says
    bool epilepsyNeedsReason = true;                       // SAF-4, where a leaflet of the region forbids it
    std::int64_t rowVersion = 1;
    friend bool operator==(const Clinic&, const Clinic&) = default;
};

} // namespace lento::core
