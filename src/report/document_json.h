// A finished Document to JSON and back without loss, so that what was printed can be printed again exactly.
#pragma once

#include "core/result.h"
#include "report/document.h"

#include <QByteArray>

namespace lento::report {

QByteArray toJson(const Document& document);
// Errors: fileDamaged when it is not a document of this form.
core::Result<Document> documentFromJson(const QByteArray& json);

} // namespace lento::report
