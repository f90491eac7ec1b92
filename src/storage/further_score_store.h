// FurtherScoreStore maps the further scales of visits to rows and to the JSON of the audit trail and of drafts (SCL-2,
// SCL-3, SCL-7, SCL-8).
#pragma once

#include "core/further_scores.h"
#include "core/ids.h"

#include <QJsonObject>

#include <functional>
#include <string>

namespace lento::storage {

class Database;

class FurtherScoreStore {
public:
    explicit FurtherScoreStore(Database& database)
        : m_database(database) {}

    // All but the walks, which are columns of the visit.
    void insert(const core::VisitId& visit, const core::FurtherScores& scores);
    void remove(const core::VisitId& visit);
    // For each visit `v` that `where` (with one placeholder) allows; three queries for any number of visits.
    using ScoresOf = std::function<core::FurtherScores&(const std::string& visit)>;
    void load(const std::string& where, const std::string& key, const ScoresOf& scoresOf) const;

private:
    Database& m_database;
};

// A list that is empty and a time that was not taken have no key.
QJsonObject toJson(const core::FurtherScores& scores);
core::FurtherScores furtherScoresFromJson(const QJsonObject& json);

} // namespace lento::storage
