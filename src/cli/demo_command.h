// lento-cli demo: a clinic file of invented patients, the same each time for the same arguments.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runDemo(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
