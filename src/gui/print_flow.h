// Printing from a patient's record: preview, printer or PDF, and the entry under Documents that says which plan it
// shows.
#pragma once

#include "app/documents.h"
#include "core/plan.h"
#include "gui/workplace.h"
#include "wording/pump_emergency_words.h"

class QWidget;

namespace lento::gui {

class PrintDialog;

// The calendar of the revision in force, or of the next one to begin; without any, the pump's calendar of someone with
// a pump; says so when there is neither. True when something was printed.
bool printPlanInForce(const Workplace& workplace, const RecordPointer& record, QWidget* parent);
// Of a draft: printed with DRAFT across it and recorded without a revision.
bool printRevision(const Workplace& workplace, const RecordPointer& record, const core::Revision& revision,
                   QWidget* parent);
// The emergency card with what the plan says for today (AE-4, WDL-4).
bool printEmergencyCard(const Workplace& workplace, const RecordPointer& record, QWidget* parent);
// One of the two emergency cards of the pump (ITB-19, ITB-20).
bool printPumpCard(const Workplace& workplace, const RecordPointer& record, wording::PumpEmergency kind,
                   QWidget* parent);
// The pump sheet for the patient, beside it the wallet card and the pump's calendar (PAT-16); says so where fill or
// setting is missing.
bool printPumpSheet(const Workplace& workplace, const RecordPointer& record, QWidget* parent);
// The same, the pump's calendar first.
bool printPumpCalendar(const Workplace& workplace, const RecordPointer& record, QWidget* parent);
// The summary of a saved visit (VIS-13).
bool printVisit(const Workplace& workplace, const RecordPointer& record, const core::Visit& visit, QWidget* parent);
// What was printed before, page by page as it was.
bool printAgain(const Workplace& workplace, const app::Print& print, QWidget* parent);

// Shows the dialog; what was printed is kept under Documents. True when something was.
bool runAndRecord(const Workplace& workplace, PrintDialog& dialog, app::Print print, QWidget* parent);

} // namespace lento::gui
