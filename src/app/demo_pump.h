// The pumps of invented patients: implant, titration, refills to today, one of them with a volume that did not fit.
#pragma once

#include "app/demo_random.h"
#include "content/catalogue.h"
#include "core/pump_record.h"

namespace lento::app {

struct DemoPumpStory {
    core::PatientId patient;
    core::SpasticityOrigin origin = core::SpasticityOrigin::spinal;
    core::Date implanted;
    core::Date lastFill; // after it nothing was entered
};
core::PumpCourse inventPump(const DemoPumpStory& story, const content::Catalogue& catalogue, DemoRandom& random);

} // namespace lento::app
