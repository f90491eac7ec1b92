#include "cli/worklist_command.h"

#include "app/worklist.h"
#include "cli/clinic_call.h"
#include "cli/error_text.h"
#include "cli/json.h"
#include "wording/due_words.h"
#include "wording/quantities.h"

namespace lento::cli {

namespace {

std::string_view urgencyName(core::Urgency urgency) {
    switch (urgency) {
    case core::Urgency::urgent:
        return "urgent";
    case core::Urgency::due:
        return "due";
    case core::Urgency::coming:
        break;
    }
    return "coming";
}

QString nameOf(const app::WorklistEntry& entry) {
    core::Identity identity;
    identity.surname = entry.surname;
    identity.given = entry.given;
    return wording::nameText(identity);
}

Json entryJson(const app::WorklistEntry& entry) {
    Json json = Json::object();
    json.add("patient", Json::text(entry.patient.text())).add("name", Json::text(nameOf(entry).toStdString()));
    json.add("kind", Json::text(core::dueKindName(entry.item.kind))).add("rule", Json::text(entry.item.rule.text()));
    json.add("due", Json::text(entry.item.due.iso())).add("urgency", Json::text(urgencyName(entry.item.urgency)));
    json.add("what", Json::text(wording::dueToDo(entry.item).toStdString()));
    json.add("why", Json::text(wording::dueBecause(entry.item).toStdString()));
    return json;
}

std::string entryLine(const app::WorklistEntry& entry, core::Date today) {
    const QStringList cells{wording::dueWhen(entry.item, today), nameOf(entry), wording::dueToDo(entry.item),
                            wording::dueBecause(entry.item),
                            QString::fromStdString(std::string(entry.item.rule.text()))};
    return cells.join(QLatin1Char('\t')).toStdString() + '\n';
}

} // namespace

int runWorklist(const QStringList& arguments, const Streams& streams) {
    const QString json = QStringLiteral("json");
    ClinicCall call(QStringLiteral("worklist"),
                    QStringLiteral("Lists what is due: when, who, what, why, and the rule that asks for it."));
    call.line().option(json, QStringLiteral("A JSON list."));
    if (const auto exitCode = call.parse(arguments, streams, 0))
        return *exitCode;
    const auto session = call.open(streams);
    if (!session)
        return exitClinicFile;
    int exitCode = exitClinicFile;
    const std::optional<content::Catalogue> catalogue = ClinicCall::catalogueOf(*session, streams, exitCode);
    if (!catalogue)
        return exitCode;
    const core::Result<app::Worklist> worklist = app::loadWorklist(*session, *catalogue);
    if (!worklist) {
        writeError(streams, worklist.error());
        return exitClinicFile;
    }
    const std::vector<app::WorklistEntry> entries = worklist->entries();
    if (!call.line().isSet(json)) {
        for (const app::WorklistEntry& entry : entries)
            write(streams.out, entryLine(entry, session->today()));
        return exitDone;
    }
    const char* separator = "[\n  ";
    for (const app::WorklistEntry& entry : entries) {
        write(streams.out, separator + entryJson(entry).compact());
        separator = ",\n  ";
    }
    write(streams.out, entries.empty() ? "[]\n" : "\n]\n");
    return exitDone;
}

} // namespace lento::cli
