// Which patient a command means: an id, a record number, or words that find exactly one.
#pragma once

#include "app/record.h"
#include "app/session.h"
#include "cli/clinic_call.h"
#include "cli/streams.h"
#include "content/catalogue.h"
#include "core/result.h"

#include <QString>

#include <memory>
#include <optional>

namespace lento::cli {

// Errors: notFound (values: the text), conflictingFields (values: the text, the names of several that fit), those of
// reading.
core::Result<core::PatientId> choosePatient(app::Session& session, const QString& text);

// A patient's record with what it was read from.
struct OpenedPatient {
    content::Catalogue catalogue;
    std::unique_ptr<app::Session> session; // read-only unless asked for to write, and then still where it cannot be
    app::PatientRecord record;
};
enum class Access : std::uint8_t { read, write };
// Nothing after an error, which is written; `exitCode` then says how to end.
std::optional<OpenedPatient> openPatient(const ClinicCall& call, const QString& patient, Access access,
                                         const Streams& streams, int& exitCode);

} // namespace lento::cli
