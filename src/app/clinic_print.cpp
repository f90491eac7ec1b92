#include "app/clinic_print.h"

#include "app/session.h"

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

core::Result<void> recordClinicPrint(Session& session, const ClinicPrint& print) {
    const core::Result<ChangeSet> done =
        session.perform(Operation::printDocument, {}, [&](storage::Database&, AuditNote& note) -> core::Result<void> {
            note.subject = print.kind;
            note.after =
                QJsonDocument(QJsonObject{{QStringLiteral("day"), QString::fromStdString(print.day.iso())},
                                          {QStringLiteral("destination"), QString::fromStdString(print.destination)},
                                          {QStringLiteral("figures"), toJson(print.figures)},
                                          {QStringLiteral("paper"), QString::fromStdString(print.paper)}})
                    .toJson(QJsonDocument::Compact);
            return {};
        });
    return done ? core::Result<void>() : core::failure(done.error());
}

} // namespace lento::app
