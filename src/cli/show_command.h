// lento-cli show: one patient as the Overview sees it: who, dose now and next, plan, scores, supply.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runShow(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
