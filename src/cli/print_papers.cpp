#include "cli/print_papers.h"

#include "app/documents.h"
#include "app/timeline.h"
#include "core/pump_status.h"
#include "report/emergency_report.h"
#include "report/pump_calendar.h"
#include "report/pump_input.h"
#include "report/pump_sheet.h"
#include "report/sheet_input.h"
#include "report/wallet_card.h"
#include "wording/doc_locale.h"

#include <algorithm>

namespace lento::cli {

namespace {

constexpr std::string_view emergency = "emergency";
constexpr std::string_view withdrawal = "pump-withdrawal";
constexpr std::string_view overdose = "pump-overdose";

core::Failure noPump() {
    return core::failure(core::ErrorCode::missingField, "pump");
}

core::Result<report::Document> emergencyCard(const OpenedPatient& opened, std::string_view name,
                                             const core::Clinic& clinic, const std::optional<core::PumpStatus>& pump,
                                             report::PaperSize paper, const wording::DocLocale& locale,
                                             core::Date today) {
    const app::PatientRecord& record = opened.record;
    report::EmergencyInput input;
    input.clinic = report::clinicDetails(clinic);
    input.patient = record.patient.identity;
    input.day = today;
    input.paper = paper;
    if (const auto dose = app::DoseTimeline(record).on(today))
        input.taken = dose->split;
    if (name != emergency) {
        if (!record.pump.implantOn(today))
            return noPump();
        const auto kind = name == withdrawal ? wording::PumpEmergency::withdrawal : wording::PumpEmergency::overdose;
        input.pump = report::pumpCardInput(kind, record.pump, pump, record.conditions, today);
    }
    return report::emergencyReport(input, locale);
}

} // namespace

const std::vector<std::string_view>& paperNames() {
    static const std::vector<std::string_view> names = {
        emergency, withdrawal, overdose, report::pumpSheetId, report::walletCardId, report::pumpCalendarId};
    return names;
}

bool isPaper(std::string_view name) {
    return std::ranges::find(paperNames(), name) != paperNames().end();
}

core::Result<Paper> makePaper(const OpenedPatient& opened, const PaperChoice& choice, core::Date today) {
    const core::Result<core::Clinic> clinic = app::clinic(*opened.session);
    if (!clinic)
        return core::failure(clinic.error());
    const core::Identity& patient = opened.record.patient.identity;
    const std::string language = choice.language ? choice.language->toStdString() : patient.documentLanguage;
    const core::Result<wording::DocLocale> locale = wording::DocLocale::forLanguage(QString::fromStdString(language));
    if (!locale)
        return core::failure(locale.error());
    const auto pump =
        core::pumpStatus(opened.record.pump, today, clinic->closedWeekdays, opened.catalogue.numbers().pump);
    if (!pump)
        return core::failure(pump.error());
    const report::PaperSize size = choice.paper.value_or(clinic->paper);

    if (choice.name == emergency || choice.name == withdrawal || choice.name == overdose) {
        core::Result<report::Document> card = emergencyCard(opened, choice.name, *clinic, *pump, size, *locale, today);
        if (!card)
            return core::failure(card.error());
        return Paper{*std::move(card), std::string(report::emergencyReportId), language};
    }
    if (!*pump)
        return noPump();
    report::PumpSheetInput input = report::pumpSheetInput(*clinic, patient, **pump, today);
    input.paper = size;
    core::Result<report::Document> made = choice.name == report::pumpSheetId ? report::pumpSheet(input, *locale)
                                          : choice.name == report::walletCardId
                                              ? report::walletCard(input, *locale)
                                              : report::pumpCalendar({input, clinic->firstDayOfWeek}, *locale);
    if (!made)
        return core::failure(made.error());
    return Paper{*std::move(made), choice.name, language};
}

} // namespace lento::cli
