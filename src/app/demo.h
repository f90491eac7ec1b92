// Makes a clinic of plainly invented patients: varied, believable, and the same for the same seed, number and day.
#pragma once

#include "app/task.h"
#include "content/catalogue.h"
#include "core/calendar.h"
#include "core/result.h"

#include <QString>

#include <cstdint>

namespace lento::app {

struct DemoRequest {
    int patients = 40;
    std::uint32_t seed = 1;
    core::Date today;
};

// Writes a new clinic file. Errors: fileExists, outOfRange (patients 1 to 1,000,000), those of writing, cancelled.
core::Result<void> makeDemoClinic(const QString& path, const DemoRequest& request, const content::Catalogue& catalogue,
                                  TaskMonitor& monitor);

} // namespace lento::app
