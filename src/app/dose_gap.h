// A gap in the doses, read off the diary or entered at a visit as a sudden stop (RST).
#pragma once

#include "app/record.h"
#include "core/visit.h"

#include <optional>

namespace lento::app {

// Doses marked as missed one after the other, up to a day.
struct DiaryGap {
    int doses = 0;
    int hours = 0; // from the last dose taken to the next to be taken, doses counted as even through their day
    core::Date lastTaken;
    core::DailyDose before; // the daily dose of that day
};
// Nothing for less than two in a row. What nobody marked ends a row; on the day itself and the day before it, times
// that were not marked yet are passed over.
std::optional<DiaryGap> diaryGap(const PatientRecord& record, core::Date day);
// A stop that was entered: the dose before it is that of the day of the last dose. Nothing where none was prescribed
// then.
std::optional<DiaryGap> suddenStop(const PatientRecord& record, const core::Visit& visit);

} // namespace lento::app
