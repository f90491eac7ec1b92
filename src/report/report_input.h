// What a report is told: clinic, patient, the plan revision and the days around it; reports fetch nothing and know no
// clock.
//
// Names, telephone numbers and approved phrases are printed as given; everything else comes from the plan and the
// DocLocale.
#pragma once

#include "core/calendar.h"
#include "core/patient.h"
#include "core/plan.h"
#include "report/document.h"

#include <QString>

#include <optional>
#include <vector>

namespace lento::report {

struct ClinicDetails {
    QString name;
    QString prescriber; // "Dr A. Weber"
    QString telephone;
    QString hours;           // "Mon–Fri 8–16"; may be empty
    QString outOfHours;      // may be empty
    QString emergencyNumber; // "112"
    std::vector<core::Weekday> closedDays = {core::Weekday::saturday, core::Weekday::sunday};
    // Words the clinic has approved, in the document's language. Empty: the phrase of the catalogue.
    QString missedDose;
    QString tooHard;
    friend bool operator==(const ClinicDetails&, const ClinicDetails&) = default;
};

// One version of a plan as it is named on each page.
struct SheetPlan {
    core::Plan plan;
    int number = 1;
    int version = 1;
    std::optional<int> replacesNumber; // "plan 6, version 1" whose sheets are to be thrown away
    std::optional<int> replacesVersion;
    core::RevisionStatus status = core::RevisionStatus::draft; // a draft prints with DRAFT across each page
    QString author;                                            // who made it active, or wrote the draft
    QString purpose;                                           // why baclofen is taken, in words; may be empty
    friend bool operator==(const SheetPlan&, const SheetPlan&) = default;
};

enum class AppointmentKind : std::uint8_t { visit, call, bloodTest, pumpRefill, pumpAlarm };
struct Appointment {
    core::Date on;
    AppointmentKind kind = AppointmentKind::visit;
    QString time; // "10:30"; may be empty
    friend bool operator==(const Appointment&, const Appointment&) = default;
};

// What only the clinician's copy says of a plan: that its use is off-label, or which limit it passes and whose reason
// answers for it.
struct RecordNote {
    QString heading; // "TIT-6: Above 80 mg a day"
    QString text;
    QString answer; // "Agreed with … (Dr A. Weber with Dr B. Roy, 22-Nov-2026)"; empty where none is owed or given
    friend bool operator==(const RecordNote&, const RecordNote&) = default;
};

struct ReportInput {
    ClinicDetails clinic;
    core::Identity patient;
    SheetPlan sheet;
    std::vector<Appointment> appointments;
    core::Date printed;
    PaperSize paper = PaperSize::a4;
    core::Weekday firstDayOfWeek = core::Weekday::monday;

    // The first day of the sheet: the plan's first day unless a later one is given (the remaining days of a changed
    // plan).
    std::optional<core::Date> from;
    // The last day of the sheet. Without it: the plan's stop date; for a plan that ends open, four weeks of the last
    // step.
    std::optional<core::Date> through;
    // The first day shows only what is still to come: from this time of day on.
    std::optional<core::DayPart> firstDayFrom;
    // The dose before the first day, for the sentence "Going down: 60 mg a day …" and the first CHANGE.
    std::optional<core::DailyDose> doseBefore;
    // When to collect the tablets; without it the last working day before the sheet starts, or the day of print.
    std::optional<core::Date> collectBy;
    std::vector<RecordNote> notes; // never on the patient's paper
    friend bool operator==(const ReportInput&, const ReportInput&) = default;
};

} // namespace lento::report
