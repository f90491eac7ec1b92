// lento-cli calc: the single calculations of the rules, by name; one line of a table each.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runCalc(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
