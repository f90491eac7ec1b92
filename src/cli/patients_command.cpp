#include "cli/patients_command.h"

#include "app/patients.h"
#include "cli/clinic_call.h"
#include "cli/error_text.h"
#include "cli/json.h"
#include "wording/quantities.h"

namespace lento::cli {

namespace {

std::string_view statusName(core::PatientStatus status) {
    switch (status) {
    case core::PatientStatus::active:
        return "active";
    case core::PatientStatus::suspended:
        return "suspended";
    case core::PatientStatus::ended:
        return "ended";
    case core::PatientStatus::deceased:
        break;
    }
    return "deceased";
}

Json entryJson(const app::PatientIndex::Entry& entry) {
    Json json = Json::object();
    json.add("id", Json::text(entry.id.text()));
    json.add("surname", Json::text(entry.surname)).add("given", Json::text(entry.given));
    json.add("birth_date", Json::text(entry.birthDate.iso()));
    json.add("record_number", Json::text(entry.recordNumber)).add("status", Json::text(statusName(entry.status)));
    return json;
}

} // namespace

int runPatients(const QStringList& arguments, const Streams& streams) {
    const QString search = QStringLiteral("search");
    const QString json = QStringLiteral("json");
    ClinicCall call(QStringLiteral("patients"),
                    QStringLiteral("Lists the patients in name order: name, date of birth, record number, id."));
    call.line().option(search, QStringLiteral("Only those that every word finds: names, date of birth, number."),
                       QStringLiteral("TEXT"));
    call.line().option(json, QStringLiteral("A JSON list."));
    if (const auto exitCode = call.parse(arguments, streams, 0))
        return *exitCode;
    const auto session = call.open(streams);
    if (!session)
        return exitClinicFile;
    const core::Result<app::PatientIndex> index = app::loadPatientIndex(*session);
    if (!index) {
        writeError(streams, index.error());
        return exitClinicFile;
    }
    const app::PatientIndex::Matches matches = index->search(call.line().value(search));
    const bool asJson = call.line().isSet(json);
    // A list of any length goes out as it is read.
    const char* separator = "[\n  ";
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const std::size_t row = matches.row(i);
        const app::PatientIndex::Entry entry = index->entry(row);
        if (asJson) {
            write(streams.out, separator + entryJson(entry).compact());
            separator = ",\n  ";
        } else {
            write(streams.out, index->nameAt(row).toStdString() + '\t' + entry.birthDate.iso() + '\t' +
                                   entry.recordNumber + '\t' + entry.id.text() + '\n');
        }
    }
    if (asJson)
        write(streams.out, matches.size() == 0 ? "[]\n" : "\n]\n");
    return exitDone;
}

} // namespace lento::cli
