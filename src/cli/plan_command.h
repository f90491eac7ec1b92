// lento-cli plan: one JSON request in, one plan with doses, supply and findings out.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runPlan(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
