// What a typed piece of text may mean as a birth date, complete or still being typed.
//
// Understood: 12-mar-1961, 12.03.1961, 12/3/61, 1961-03-12, 12031961, mar 1961, 12-mar, 03/1961, 1961; with strokes
// also month before day. The last number or month may be unfinished: "12/3/6" finds 1961 too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lento::app {

struct BirthPattern {
    std::uint32_t days = ~0U;   // bit d: day d of the month fits
    std::uint32_t months = ~0U; // bit m
    std::string year;           // digits; empty: any year
    bool yearUnfinished = false;

    bool yearFits(int value) const;
};

// All meanings; empty if it is no date. `text` is lower case; fields may be parted by blanks.
std::vector<BirthPattern> birthPatterns(std::string_view text);

} // namespace lento::app
