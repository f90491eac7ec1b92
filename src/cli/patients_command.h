// lento-cli patients: the list, or those that a search finds, in name order.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runPatients(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
