// Protocols in words: the uses that baclofen is given for, the fields of a protocol, and what is wrong with one that
// was typed or read from a file (DAT-1).
#pragma once

#include "core/indication.h"
#include "core/result.h"

#include <QString>

#include <string_view>

namespace lento::wording {

// "Trigeminal neuralgia"; a use without words by the name that the catalogue gives it.
QString indicationName(const core::Indication& use);
// Whether a use has words of its own; a test holds each that is shipped to it.
bool hasIndicationWords(std::string_view code);

// "Increase a step" for "increment_mg"; the key itself where it is not known.
QString protocolFieldName(std::string_view key);
// What is wrong with a field and what is accepted: "“IND-XX” is not known."
QString protocolProblem(const core::Error& error);
// The same of a file, with its name, the field as the file calls it, and the reason:
// "own.json, field “start_mg”: missing."
QString protocolFileProblem(const core::Error& error);

} // namespace lento::wording
