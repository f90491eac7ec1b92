// lento-cli print: a patient's calendar or step table, an emergency card or a paper of the pump as a PDF, proved, and
// kept under Documents as the window keeps it.
#pragma once

#include "cli/streams.h"

#include <QStringList>

namespace lento::cli {

int runPrint(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
