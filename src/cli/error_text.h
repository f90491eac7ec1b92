// What a script is told when a call or a request is wrong: one line, in English, with the place first
// (command-line.md).
#pragma once

#include "cli/streams.h"
#include "core/result.h"

#include <string>

namespace lento::cli {

// "3.33333 has more than 4 decimals": the error without its place.
std::string errorText(const core::Error& error);
// Writes "lento-cli: WHERE: what is wrong" and a line end. An empty place is left out.
void writeError(const Streams& streams, std::string_view where, std::string_view what);
void writeError(const Streams& streams, const core::Error& error);

} // namespace lento::cli
