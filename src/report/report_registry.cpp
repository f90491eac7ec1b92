#include "report/report_registry.h"

#include "report/calendar_report.h"
#include "report/clinic_report.h"
#include "report/emergency_report.h"
#include "report/pump_calendar.h"
#include "report/pump_sheet.h"
#include "report/steps_report.h"
#include "report/visit_report.h"
#include "report/wallet_card.h"

#include <QCoreApplication>

#include <array>

namespace lento::report {

std::span<const ReportEntry> reports() {
    static constexpr std::array entries = {
        ReportEntry{"calendar", QT_TRANSLATE_NOOP("reports", "Calendar"), &calendarReport},
        ReportEntry{"steps", QT_TRANSLATE_NOOP("reports", "Step table"), &stepsReport},
        ReportEntry{"clinician", QT_TRANSLATE_NOOP("reports", "Clinician’s copy"), &clinicianReport},
    };
    return entries;
}

core::Result<ReportEntry> findReport(std::string_view id) {
    std::string known;
    for (const ReportEntry& entry : reports()) {
        if (entry.id == id)
            return entry;
        known += (known.empty() ? "" : ", ") + std::string(entry.id);
    }
    return core::failure(core::ErrorCode::unknownName, "report", {std::string(id), known});
}

QString reportTitle(std::string_view id, const wording::DocLocale& locale) {
    if (id == emergencyReportId)
        return locale.text("reports", QT_TRANSLATE_NOOP("reports", "Emergency card"));
    if (id == pumpSheetId)
        return locale.text("reports", QT_TRANSLATE_NOOP("reports", "Pump sheet"));
    if (id == pumpCalendarId)
        return locale.text("reports", QT_TRANSLATE_NOOP("reports", "Pump calendar"));
    if (id == walletCardId)
        return locale.text("reports", QT_TRANSLATE_NOOP("reports", "Wallet card"));
    if (id == clinicReportId)
        return locale.text("reports", QT_TRANSLATE_NOOP("reports", "The clinic in figures"));
    if (id == visitReportId)
        return locale.text("reports", QT_TRANSLATE_NOOP("reports", "Visit summary"));
    const core::Result<ReportEntry> entry = findReport(id);
    return entry ? locale.text("reports", entry->title)
                 : QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

} // namespace lento::report
