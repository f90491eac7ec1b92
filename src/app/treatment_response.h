// Whether the treatment works, from a record: the scores of a visit against the first at which each was recorded, and
// the band around them in which a change does not matter (SCL-9, SCL-10).
#pragma once

#include "app/record.h"
#include "app/series.h"
#include "core/response.h"

#include <optional>

namespace lento::app {

struct TreatmentResponse {
    core::ResponseInputs inputs;
    core::Response response;
    std::optional<core::Date> baselineOn; // the earliest score compared with
};
// `visit` need not be saved. Only saved visits of days before it count as baseline.
TreatmentResponse treatmentResponse(const PatientRecord& record, const core::Visit& visit,
                                    const content::Catalogue& catalogue);

core::IsLowerLimb lowerLimbs(const content::Catalogue& catalogue);

// No band around a rating too low for the rule, nor around a mean of arms and legs together, for which no least change
// is known.
void addBaselineBands(ChartSeries& series, const PatientRecord& record, const content::Catalogue& catalogue);

} // namespace lento::app
