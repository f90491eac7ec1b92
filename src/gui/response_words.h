// The response to treatment in the screen's words: what it is, by which score, and by which rule (SCL-9).
#pragma once

#include "app/treatment_response.h"

#include <QString>

namespace lento::gui {

QString responseClassText(core::ResponseClass response); // "Responder"
// "Responder: NRS 56 % better than at baseline (SCL-6, SCL-9)". What was not scored is said to be missing.
QString responseText(const app::TreatmentResponse& response);

} // namespace lento::gui
