#include "report/steps_report.h"

namespace lento::report {

core::Result<Document> stepsReport(const ReportInput&, const wording::DocLocale&) {
    return core::failure(core::ErrorCode::nothingToPrint);
}

} // namespace lento::report
