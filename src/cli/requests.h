// Answers JSON requests from a file or standard input, one or one a line, with the exit code that command-line.md asks
// for.
#pragma once

#include "cli/json.h"
#include "cli/streams.h"
#include "content/catalogue.h"
#include "content/json_reader.h"
#include "core/result.h"

#include <QStringList>

namespace lento::cli {

struct Answer {
    Json json = Json::object();
    bool needsClinician = false; // a finding of BLOCK-OVR or HARD is in it
};

// Reads the whole request, reports unknown keys, and answers. Errors carry their place.
using Answerer = core::Result<Answer> (*)(content::JsonReader& request, const content::Catalogue& catalogue);

// A command whose call is [--lines] [FILE|-].
int answerRequests(const QString& command, const QString& description, const QStringList& arguments,
                   const Streams& streams, Answerer answerer);

} // namespace lento::cli
