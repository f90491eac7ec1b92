// What a patient takes by plan in one line, as every paper says it that names it.
#pragma once

#include "core/split.h"
#include "wording/doc_locale.h"

#include <QString>

#include <optional>

namespace lento::report {

// "Baclofen by plan: 50 mg a day (15 / 15 / 20)"; that it was stopped; or that no plan is recorded.
QString planDoseLine(const std::optional<core::DoseSplit>& taken, const wording::DocLocale& locale);

} // namespace lento::report
