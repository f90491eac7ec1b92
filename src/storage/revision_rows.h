// How a revision of a plan lies in its tables: rows to core values and back.
#pragma once

#include "core/plan.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::storage::rows {

// The protocol has a column of its own, so that a report can ask for it.
struct InputColumns {
    QString inputs;
    std::optional<QString> protocol;
};

// "TAP-1 TAP-7": a rule id has no blanks.
std::string ruleText(const std::vector<core::RuleId>& rules);
std::vector<core::RuleId> rulesOf(std::string_view text);
std::optional<core::OralDose> doseAt(const core::DoseSplit& split, core::DayPart part);
// JSON columns are text.
QString columnText(const QJsonObject& json);
QString columnText(const QJsonArray& json);
QJsonObject columnObject(const std::string& text);
InputColumns columnsOf(const core::PlanInputs& inputs);
core::PlanInputs inputsOf(const std::string& inputs, const std::optional<std::string>& protocol);
// From the dates to the reason; the columns after it are the caller's.
core::Step outlineOf(const Query& row, int first);
core::Step stepOf(const Query& row, int first);
// From the id to the status, the first six columns of every query.
core::Revision headOf(const Query& row);

} // namespace lento::storage::rows
