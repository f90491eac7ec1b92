// isBlank is true for a text in which nobody wrote anything: no character, or none but spaces and line breaks of any
// script. A reason, a name or a title that looks empty is never taken for one that was given.
#pragma once

#include <string>
#include <string_view>

namespace lento::core {

bool isBlank(std::string_view utf8);
// The same text without any of these, for telling whether two are the same.
std::string withoutBlanks(std::string_view utf8);

} // namespace lento::core
