#include "cli/patient_choice.h"

#include "app/patients.h"
#include "cli/error_text.h"

#include <algorithm>

namespace lento::cli {

namespace {

QString withoutBlanks(QString text) {
    return text.remove(QLatin1Char(' '));
}

// The exit code: the file's when it could not be read, else the call's.
int writePatientError(const core::Error& error, const Streams& streams) {
    if (error.subject != "PATIENT") {
        writeError(streams, error);
        return exitClinicFile;
    }
    const std::string text = '"' + error.values.front() + '"';
    if (error.code == core::ErrorCode::notFound)
        writeError(streams, error.subject, "no patient is found by " + text);
    else
        writeError(streams, error.subject,
                   text + " finds " + error.values[1] + " patients: " + error.values[2] +
                       "; give a record number or an id");
    return exitWrongInput;
}

} // namespace

core::Result<core::PatientId> choosePatient(app::Session& session, const QString& text) {
    const core::Result<app::PatientIndex> index = app::loadPatientIndex(session);
    if (!index)
        return core::failure(index.error());
    const core::PatientId id(text.toStdString());
    if (index->rowOf(id))
        return id;

    const app::PatientIndex::Matches matches = index->search(text);
    const std::size_t found = matches.all() && !text.trimmed().isEmpty() ? 0 : matches.size();
    if (found == 1)
        return index->idAt(matches.row(0));
    // A whole record number may also be the beginning of another.
    for (std::size_t i = 0; i < found; ++i) {
        const app::PatientIndex::Entry entry = index->entry(matches.row(i));
        if (!entry.recordNumber.empty() &&
            withoutBlanks(QString::fromStdString(entry.recordNumber)) == withoutBlanks(text))
            return entry.id;
    }
    if (found == 0)
        return core::failure(core::ErrorCode::notFound, "PATIENT", {text.toStdString()});
    constexpr std::size_t mostNamed = 5;
    std::string names;
    for (std::size_t i = 0; i < std::min(found, mostNamed); ++i)
        names += (i == 0 ? "" : "; ") + index->nameAt(matches.row(i)).toStdString();
    return core::failure(core::ErrorCode::conflictingFields, "PATIENT",
                         {text.toStdString(), std::to_string(found), names + (found > mostNamed ? "; …" : "")});
}

std::optional<OpenedPatient> openPatient(const ClinicCall& call, const QString& patient, Access access,
                                         const Streams& streams, int& exitCode) {
    exitCode = exitClinicFile;
    auto session = access == Access::write ? call.openToWrite(streams) : call.open(streams);
    if (!session)
        return {};
    std::optional<content::Catalogue> catalogue = ClinicCall::catalogueOf(*session, streams, exitCode);
    if (!catalogue)
        return {};
    const core::Result<core::PatientId> id = choosePatient(*session, patient);
    if (!id) {
        exitCode = writePatientError(id.error(), streams);
        return {};
    }
    core::Result<app::PatientRecord> record = app::loadRecord(*session, *catalogue, *id);
    if (!record) {
        writeError(streams, record.error());
        return {};
    }
    return OpenedPatient{*std::move(catalogue), std::move(session), *std::move(record)};
}

} // namespace lento::cli
