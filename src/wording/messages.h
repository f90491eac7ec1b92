// The sentence for every Error and Finding: what happened, what it means for the patient, what to do now.
//
// Screen language (tr). An ErrorCode without words does not compile; a finding key without words fails a test. Units:
// none.
#pragma once

#include "core/finding.h"
#include "core/plan.h"
#include "core/result.h"

#include <QString>

namespace lento::wording {

// Parts of a problem; meaning and remedy may be empty.
struct Message {
    QString what;         // "The disk is full."
    QString meaning;      // "The visit was not saved; the clinic file is as it was."
    QString remedy;       // "Free some space and save again."
    QString text() const; // the parts as one paragraph
    friend bool operator==(const Message&, const Message&) = default;
};

Message message(const core::Error& error);
QString sentence(const core::Error& error); // message(error).text()

// "Long treatment, high dose"
QString findingTitle(const core::Finding& finding);
// The sentence with the finding's inputs filled in; for one that was not assessed, which value is missing.
QString findingSentence(const core::Finding& finding);
// True if there are words for this message key (or rule id); for the test that all keys have some.
bool hasFindingWords(std::string_view key);

// "Stopped", "Needs a reason", "Caution", "For information", "Proposal"; "Not assessed" when assessed is false.
QString severityText(const core::Finding& finding);
// "Dose": the name of an input in words; the name itself, with blanks, when it is not known.
QString inputName(std::string_view name);
// "5 mg", "09-Dec-2026", "yes", "33.3 %": by the type and the unit at the end of the name.
QString inputValue(const core::Input& input);

// "increase", "held", "stop": what a step of a plan does.
QString stepReasonText(core::StepReason reason);
// "Draft", "Active", "Superseded", "Withdrawn"
QString statusText(core::RevisionStatus status);

} // namespace lento::wording
