// The words of the patient's paper: short sentences in plain language, in the language of the document (PAT).
//
// Everything here is fixed text of the catalogue, filled with values; nothing clinical is generated. A clinic's
// approved phrases take the place of the catalogue's where there are some.
#pragma once

#include "report/calendar_days.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

#include <QString>

#include <vector>

namespace lento::report {

class SheetWords {
public:
    SheetWords(const ReportInput& input, const wording::DocLocale& locale)
        : m_input(input)
        , m_locale(locale) {}

    // "Going down: 60 mg a day on 22-Nov to 0 on 08-Feb, 5 mg less each Monday."
    QString summary(core::Date first) const;
    // "Steps from Thu 12-Mar-2026 only after your review: …" (TIT-17), or that the sheet ends before the plan does; may
    // be empty.
    QString notice(const SheetDays& sheet) const;

    QString patientName() const;  // "KOWALSKI, Maria"
    QString patientLine() const;  // "born 12-Mar-1961 · record 483 926 0175"
    QString clinicLine() const;   // "Dr A. Weber · 01 555 0100 · out of hours 01 555 0199"
    QString planLine() const;     // "Plan 7, version 2 · by Dr A. Weber · printed 22-Nov-2026"
    QString replacesLine() const; // "Replaces plan 6, version 1: throw older sheets away"
    QString pageLine(int page, int pages) const;
    QString drugLine() const;                                // "baclofen, for leg spasms"
    QString productName(const core::Product& product) const; // "10 mg tablet"
    QString supply(const core::Pieces& pieces) const;        // "119 tablets of 10 mg"

    QString partName(core::DayPart part) const; // "morning"
    static Sign partSign(core::DayPart part);
    QString appointmentName(AppointmentKind kind) const; // "Visit"
    static Sign appointmentSign(AppointmentKind kind);

    std::vector<Run> doNotStop() const; // with the emergency signs and number
    std::vector<Run> callTheClinic() const;
    std::vector<Run> missedAndTooHard() const;
    std::vector<Run> tabletsForThisSheet(const SheetDays& sheet) const;

    QString text(const char* source, int n = -1) const { return m_locale.text("sheet", source, n); }

private:
    QString pace(const std::vector<core::Step>& steps, bool down) const;
    core::Date collectBy(core::Date first) const;
    const ReportInput& m_input;
    const wording::DocLocale& m_locale;
};

} // namespace lento::report
