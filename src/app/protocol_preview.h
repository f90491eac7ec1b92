// The preview of a protocol: the steps that it makes for someone whom it is meant for, up to its ceiling, and what the
// limits of titration say of them (TIT-6 to TIT-9).
#pragma once

#include "app/planning.h"
#include "core/protocol.h"

#include <cstdint>
#include <optional>

namespace lento::app {

// Whom the steps are shown for.
struct PreviewPerson {
    int ageYears = 0;
    std::int32_t weightGrams = 0;
};
// Inside the ages and weights of the protocol; otherwise someone of 40 years and 70 kg, or of 8 years and 25 kg.
PreviewPerson previewPerson(const core::Protocol& protocol);

// From tomorrow, with what the clinic offers for it, 10 mg tablets where it offers nothing. Its findings are those of
// TIT-6 to TIT-9 and SPL-4 alone.
// Errors: those of core::planTitration and core::dosingOf.
core::Result<PlanView> previewOf(const core::Protocol& protocol, const PreviewPerson& whom, core::Date today,
                                 const content::Catalogue& catalogue);

} // namespace lento::app
