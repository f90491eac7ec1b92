// The measures of a calendar cell, in mm and points, shared by what measures a week and what draws its cells.
#pragma once

namespace lento::report::cell {

inline constexpr double gap = 0.8; // between cells
inline constexpr double pad = 0.6; // inside a cell
inline constexpr double changeStroke = 0.75;
inline constexpr double changeSide = 3.4; // its arrow
inline constexpr double besideSide = 2.9; // the arrow beside the date
inline constexpr double besideGap = 0.45;
inline constexpr double dateHeight = 4.6;
inline constexpr double lineHeight = 4.2; // a line of words at 10 pt
inline constexpr double slotMost = 6.8;
inline constexpr double tickSide = 5.0;
inline constexpr double iconSide = 3.0;
inline constexpr double diaryGap = 0.5;
inline constexpr double diaryHeight = 4.4;
inline constexpr double dosePoints = 12;
inline constexpr double countPoints = 12.5;
inline constexpr double wordPoints = 10;

// How far each further disc of a pile shows.
inline double pileWidth(int discs, double disc) {
    if (discs <= 0)
        return 0;
    return discs <= 2 ? discs * disc + (discs - 1) * 0.3 : disc + (discs - 1) * disc * 0.56;
}

} // namespace lento::report::cell
