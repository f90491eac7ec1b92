// The teaching curve of a day's concentrations on one landscape page; "not this patient" stands on it, and no name
// (PK-2, PK-3, PK-5).
//
// Errors: nothingToPrint without doses, missingResource (the fonts).
#pragma once

#include "core/calendar.h"
#include "core/dose_times.h"
#include "core/kinetics.h"
#include "core/result.h"
#include "report/document.h"
#include "wording/doc_locale.h"

#include <optional>
#include <vector>

namespace lento::report {

struct ConcentrationInput {
    core::SteadyState chosen;
    std::vector<core::TimedDose> doses;
    std::vector<int> therapy; // minutes about which an hour of therapy fits (TIT-9)
    std::optional<core::SteadyState> other;
    std::optional<core::DailyDose> otherDaily;
    core::KineticModel model;
    bool child = false;
    std::optional<double> k; // adults
    core::Date today;
    PaperSize paper = PaperSize::a4;
};

core::Result<Document> concentrationReport(const ConcentrationInput& input, const wording::DocLocale& locale);

} // namespace lento::report
