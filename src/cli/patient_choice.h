// Which patient a command means: an id, a record number, or words that find exactly one.
#pragma once

#include "app/patients.h"
#include "app/session.h"
#include "cli/streams.h"
#include "core/result.h"

#include <QString>

namespace lento::cli {

// Errors: notFound (values: the text), conflictingFields (values: the text, the names of several that fit), those of
// reading.
core::Result<core::PatientId> choosePatient(app::Session& session, const QString& text);

// "lento-cli: PATIENT: …", with the exit code: the file's when it could not be read, else the call's.
int writePatientError(const core::Error& error, const Streams& streams);

} // namespace lento::cli
