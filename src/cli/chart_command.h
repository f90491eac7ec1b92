// lento-cli chart: a patient's dose-and-spasticity chart as a picture.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runChart(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
