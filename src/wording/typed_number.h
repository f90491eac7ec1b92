// What every typed value begins with: a number that cannot be read in two ways, and the unit behind it.
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <initializer_list>
#include <string>

namespace lento::wording {

// A typed number and the unit behind it, in lower case without blanks; "" for none.
struct NumberAndUnit {
    std::string number; // '.' as decimal mark
    QString unit;
};

std::string utf8(QStringView text);
bool isDigit(QChar character); // 0 to 9 of no other script
// Splits "12,5 mg/day" and refuses what could be a grouped number.
core::Result<NumberAndUnit> numberAndUnit(QStringView typed);
// The number in units of 10^-decimals, between the bounds, which are given in the same units.
core::Result<std::int64_t> scaledNumber(const NumberAndUnit& parts, int decimals, std::int64_t lowest,
                                        std::int64_t highest);
bool isOneOf(const QString& unit, std::initializer_list<const char16_t*> names);

} // namespace lento::wording
