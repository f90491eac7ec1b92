// The table of a patient's pages, in the order of the tabs; a page is added by one line.
#pragma once

#include "gui/patient_page.h"

#include <span>

namespace lento::gui {

struct PatientPageKind {
    PageId id;
    const char* title; // English, without a mnemonic (Ctrl and the tab's number); context "lento::gui::PatientPage"
    PatientPage* (*make)(const Workplace& workplace, QWidget* parent);
};

std::span<const PatientPageKind> patientPageKinds();
QString pageTitle(const PatientPageKind& kind);

} // namespace lento::gui
