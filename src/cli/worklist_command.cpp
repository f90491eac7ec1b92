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

Json figuresJson(const core::ClinicFigures& figures) {
    Json json = Json::object();
    json.add("titrated", Json::integer(figures.titrated)).add("at_highest_dose", Json::integer(figures.atMaximum));
    json.add("tapered", Json::integer(figures.tapered)).add("on_hold", Json::integer(figures.onHold));
    json.add("paused_or_reversed", Json::integer(figures.pausedOrReversed));
    json.add("stable", Json::integer(figures.stable)).add("without_score", Json::integer(figures.unscored));
    Json overrides = Json::list();
    for (const auto& [rule, count] : figures.overridesByRule)
        overrides.append(std::move(Json::object().add("rule", Json::text(rule)).add("times", Json::integer(count))));
    json.add("overrides", std::move(overrides));
    return json;
}

std::string figuresLines(const core::ClinicFigures& figures) {
    QStringList lines{
        QStringLiteral("Being titrated\t%1\tat the highest dose of the plan\t%2")
            .arg(figures.titrated)
            .arg(figures.atMaximum),
        QStringLiteral("Being tapered\t%1\ton hold\t%2\tpaused or stepped back so far\t%3")
            .arg(figures.tapered)
            .arg(figures.onHold)
            .arg(figures.pausedOrReversed),
        QStringLiteral("Stable\t%1\twithout a score for 6 months\t%2").arg(figures.stable).arg(figures.unscored)};
    for (const auto& [rule, count] : figures.overridesByRule)
        lines << QStringLiteral("Overridden\t%1\t%2").arg(QString::fromStdString(rule)).arg(count);
    return lines.join(QLatin1Char('\n')).toStdString() + '\n';
}

} // namespace

int runWorklist(const QStringList& arguments, const Streams& streams) {
    const QString json = QStringLiteral("json");
    ClinicCall call(QStringLiteral("worklist"),
                    QStringLiteral("Lists what is due: when, who, what, why, and the rule that asks for it."));
    const QString onlyFigures = QStringLiteral("figures");
    call.line().option(json, QStringLiteral("A JSON list; with --figures an object."));
    call.line().option(onlyFigures,
                       QStringLiteral("How many are titrated, tapered and stable, and which checks were overridden."));
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
    if (call.line().isSet(onlyFigures)) {
        const core::ClinicFigures figures = worklist->figures();
        write(streams.out, call.line().isSet(json) ? figuresJson(figures).pretty() + '\n' : figuresLines(figures));
        return exitDone;
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
