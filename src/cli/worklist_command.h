// lento-cli worklist: what is due for all patients of a clinic, the most urgent first.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runWorklist(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
