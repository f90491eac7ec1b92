#include "app/clinic_print.h"

#include "app/session.h"
#include "storage/clinic_document_store.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lento::app {

namespace {

QJsonObject toJson(const core::ClinicFigures& figures) {
    QJsonObject overrides;
    for (const auto& [rule, count] : figures.overridesByRule)
        overrides.insert(QString::fromStdString(rule), static_cast<qint64>(count));
    return {{QStringLiteral("titrated"), figures.titrated},
            {QStringLiteral("at_highest_dose"), figures.atMaximum},
            {QStringLiteral("tapered"), figures.tapered},
            {QStringLiteral("on_hold"), figures.onHold},
            {QStringLiteral("paused_or_reversed"), figures.pausedOrReversed},
            {QStringLiteral("stable"), figures.stable},
            {QStringLiteral("without_score"), figures.unscored},
            {QStringLiteral("overrides"), overrides}};
}

} // namespace

core::Result<void> recordClinicPrint(Session& session, const ClinicPrint& print, const QByteArray& document) {
    storage::ClinicDocument stored;
    stored.id = session.newId<core::RecordId>();
    stored.kind = print.kind;
    stored.day = print.day;
    stored.language = print.language;
    stored.paper = print.paper;
    stored.destination = print.destination;
    stored.pages = print.pages;
    stored.printedAt = session.nowUtc();
    stored.printedBy = session.userName();
    stored.json = document;
    const core::Result<ChangeSet> done = session.perform(
        Operation::printDocument, {}, [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            storage::ClinicDocumentStore(database).insert(stored);
            note.subject = print.kind;
            note.after =
                QJsonDocument(QJsonObject{{QStringLiteral("day"), QString::fromStdString(print.day.iso())},
                                          {QStringLiteral("destination"), QString::fromStdString(print.destination)},
                                          {QStringLiteral("document"), QString::fromStdString(stored.id.text())},
                                          {QStringLiteral("figures"), toJson(print.figures)},
                                          {QStringLiteral("paper"), QString::fromStdString(print.paper)}})
                    .toJson(QJsonDocument::Compact);
            return {};
        });
    return done ? core::Result<void>() : core::failure(done.error());
}

core::Result<std::vector<EarlierClinicPrint>> earlierClinicPrints(Session& session, std::string_view kind) {
    return session.read([kind](storage::Database& database) {
        std::vector<EarlierClinicPrint> prints;
        for (const storage::ClinicDocument& stored : storage::ClinicDocumentStore(database).ofKind(kind))
            prints.push_back({stored.id, stored.day, stored.printedAt, stored.printedBy});
        return prints;
    });
}

core::Result<QByteArray> printedClinicDocument(Session& session, const core::RecordId& print) {
    return session.read(
        [&](storage::Database& database) { return storage::ClinicDocumentStore(database).load(print).json; });
}

core::Result<void> recordClinicReprint(Session& session, const core::RecordId& print, const std::string& destination) {
    const core::RecordId id = session.newId<core::RecordId>();
    const core::Result<ChangeSet> done = session.perform(
        Operation::printDocument, {}, [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            storage::ClinicDocumentStore store(database);
            storage::ClinicDocument again = store.load(print);
            again.id = id;
            again.destination = destination;
            again.printedAt = session.nowUtc();
            again.printedBy = session.userName();
            store.insert(again);
            note.subject = again.kind;
            note.after = QJsonDocument(QJsonObject{{QStringLiteral("again"), QString::fromStdString(print.text())},
                                                   {QStringLiteral("day"), QString::fromStdString(again.day.iso())},
                                                   {QStringLiteral("destination"), QString::fromStdString(destination)},
                                                   {QStringLiteral("document"), QString::fromStdString(id.text())}})
                             .toJson(QJsonDocument::Compact);
            return {};
        });
    return done ? core::Result<void>() : core::failure(done.error());
}

} // namespace lento::app
