// The clinic's own protocols (DAT-1): copied from a built-in one, changed as a new version, offered or not; each save
// is one transaction with an audit line, old and new.
#pragma once

#include "core/clinic_set.h"
#include "core/result.h"

#include <string>
#include <vector>

namespace lento::content {
class Catalogue;
}

namespace lento::app {

class Session;

// Every version, the oldest first; the protocols in the order of their ids.
core::Result<std::vector<core::Protocol>> clinicProtocols(Session& session);
core::Result<std::vector<core::ProtocolChoice>> protocolChoices(Session& session);

// A protocol of the clinic's own that begins as `base`: the same numbers under an id that nothing else has, adopted
// today by whoever works with the file, to be titled.
core::Protocol copyOf(const core::Protocol& base, const Session& session, const content::Catalogue& known);
// What is asked of one protocol by itself; the subject of an error is its field as in a protocol file.
// Errors: those of content::checkProtocol, emptyText ("adopted_by"), missingField ("adopted_on"), duplicateRecord
// ("title", where another protocol has it).
core::Result<void> validate(const core::Protocol& protocol, const content::Catalogue& known);

struct ProtocolEdits {
    std::vector<core::Protocol> adopted; // new ones as version 1, changed ones as the next version
    std::vector<core::ProtocolChoice> choices;
    // What the clinic had chosen when the choices were made: a save fails with recordChanged where that is no longer
    // so.
    std::vector<core::ProtocolChoice> choicesThen;
    bool isEmpty() const { return adopted.empty() && choices.empty(); }
};
// All or nothing. known: the clinic's catalogue. Errors: those of validate, recordChanged, those of writing.
core::Result<void> saveProtocols(Session& session, const ProtocolEdits& edits, const content::Catalogue& known);

} // namespace lento::app
