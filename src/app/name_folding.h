// Folding brings a name into the form in which it is sorted and searched: no case, no accents, one blank between words.
#pragma once

#include <string>
#include <string_view>

namespace lento::app {

// "Müller-Łoś, O'Brien" gives "muller los obrien": letters and digits as folded() leaves them, apostrophes dropped,
// everything else a blank between words. UTF-8 in and out.
void appendNameKey(std::string_view name, std::string& key);
std::string nameKey(std::string_view name);

// The same without blanks, for record numbers: "483 926-0175" gives "4839260175".
std::string numberKey(std::string_view number);

} // namespace lento::app
