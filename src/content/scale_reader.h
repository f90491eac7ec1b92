// Reads one scale of resources/scales/scales.json; what is wrong is kept as trouble of the reader.
#pragma once

#include "content/json_reader.h"
#include "content/scale_kind.h"

namespace lento::content {

// Errors further than those of the reader: conflictingFields for levels and a range at once or neither, for a range
// whose end is not above its start, for a level or a measure twice; missingField for a scale that measures nothing.
ScaleKind readScale(JsonReader& entry);

} // namespace lento::content
