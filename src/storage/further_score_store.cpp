#include "storage/further_score_store.h"

#include "storage/database.h"
#include "storage/json_reader.h"
#include "storage/json_writer.h"
#include "storage/names.h"
#include "storage/sealed_values.h"

#include <array>

namespace lento::storage {

namespace {

// In the order of TardieuScore::quality.
constexpr std::array<const char*, core::tardieuVelocities> qualityKeys{"quality_v1", "quality_v2", "quality_v3"};

QJsonObject asJson(const core::TardieuScore& score) {
    QJsonObject json{{QStringLiteral("muscle_group"), asText(score.muscleGroup)},
                     {QStringLiteral("side"), asName(score.side)}};
    for (std::size_t i = 0; i < qualityKeys.size(); ++i)
        putOptional(json, QLatin1String(qualityKeys[i]), score.quality[i], fromCount);
    putOptional(json, QLatin1String("r1_degrees"), score.r1Degrees, fromCount);
    putOptional(json, QLatin1String("r2_degrees"), score.r2Degrees, fromCount);
    return json;
}

QJsonObject asJson(const core::Goal& goal) {
    QJsonObject json{{QStringLiteral("text"), asText(goal.text)},
                     {QStringLiteral("importance"), goal.importance},
                     {QStringLiteral("difficulty"), goal.difficulty}};
    putOptional(json, QLatin1String("attainment"), goal.attainment, fromCount);
    return json;
}

QJsonObject asJson(const core::AshworthScore& score) {
    return {{QStringLiteral("muscle_group"), asText(score.muscleGroup)},
            {QStringLiteral("side"), asName(score.side)},
            {QStringLiteral("level"), score.level}};
}

template <class Score>
void putList(QJsonObject& json, QLatin1String key, const std::vector<Score>& scores) {
    if (scores.empty())
        return;
    QJsonArray array;
    for (const Score& score : scores)
        array.append(asJson(score));
    json.insert(key, array);
}

template <class Read>
void readList(JsonReader& read, const char* key, Read readOne) {
    if (!read.has(key))
        return;
    for (const QJsonObject& object : read.objects(key)) {
        JsonReader one(object);
        readOne(one);
        one.end();
    }
}

} // namespace

void FurtherScoreStore::insert(const core::VisitId& visit, const core::FurtherScores& scores) {
    int ordinal = 0;
    for (const core::AshworthScore& score : scores.ashworth)
        m_database.change(
            "insert into ashworth_score (visit_id, ordinal, muscle_group, side, level) values (?, ?, ?, ?, ?)", visit,
            ++ordinal, score.muscleGroup, nameOf(score.side), score.level);
    ordinal = 0;
    for (const core::TardieuScore& score : scores.tardieu)
        m_database.change("insert into tardieu_score (visit_id, ordinal, muscle_group, side, quality_v1, quality_v2,"
                          " quality_v3, r1_degrees, r2_degrees) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          visit, ++ordinal, score.muscleGroup, nameOf(score.side), score.quality[0], score.quality[1],
                          score.quality[2], score.r1Degrees, score.r2Degrees);
    ordinal = 0;
    for (const core::Goal& goal : scores.goals)
        m_database.change("insert into visit_goal (visit_id, ordinal, text_sealed, importance, difficulty, attainment)"
                          " values (?, ?, ?, ?, ?, ?)",
                          visit, ++ordinal, sealText(m_database.vault(), visit.text(), goal.text), goal.importance,
                          goal.difficulty, goal.attainment);
}

void FurtherScoreStore::remove(const core::VisitId& visit) {
    m_database.change("delete from ashworth_score where visit_id = ?", visit);
    m_database.change("delete from tardieu_score where visit_id = ?", visit);
    m_database.change("delete from visit_goal where visit_id = ?", visit);
}

void FurtherScoreStore::load(const std::string& where, const std::string& key, const ScoresOf& scoresOf) const {
    {
        Query row = m_database.query("select s.visit_id, s.muscle_group, s.side, s.level from ashworth_score s"
                                     " join visit v on v.id = s.visit_id" +
                                     where + " order by s.visit_id, s.ordinal");
        row.run(key);
        while (row.next())
            scoresOf(row.text(0)).ashworth.push_back({row.text(1), row.name<core::Side>(2), row.smallInteger(3)});
    }
    {
        Query row = m_database.query("select s.visit_id, s.muscle_group, s.side, s.quality_v1, s.quality_v2,"
                                     " s.quality_v3, s.r1_degrees, s.r2_degrees from tardieu_score s"
                                     " join visit v on v.id = s.visit_id" +
                                     where + " order by s.visit_id, s.ordinal");
        row.run(key);
        while (row.next())
            scoresOf(row.text(0))
                .tardieu.push_back(
                    {row.text(1),
                     row.name<core::Side>(2),
                     {row.optionalSmallInteger(3), row.optionalSmallInteger(4), row.optionalSmallInteger(5)},
                     row.optionalSmallInteger(6),
                     row.optionalSmallInteger(7)});
    }
    Query row = m_database.query("select g.visit_id, g.text_sealed, g.importance, g.difficulty, g.attainment"
                                 " from visit_goal g join visit v on v.id = g.visit_id" +
                                 where + " order by g.visit_id, g.ordinal");
    row.run(key);
    while (row.next()) {
        const std::string id = row.text(0);
        scoresOf(id).goals.push_back({openText(m_database.vault(), id, row.blob(1)), row.smallInteger(2),
                                      row.smallInteger(3), row.optionalSmallInteger(4)});
    }
}

QJsonObject toJson(const core::FurtherScores& scores) {
    QJsonObject json;
    putList(json, QLatin1String("ashworth"), scores.ashworth);
    putList(json, QLatin1String("tardieu"), scores.tardieu);
    putList(json, QLatin1String("goals"), scores.goals);
    putOptional(json, QLatin1String("ten_metre_hundredths"), scores.tenMetreHundredths, fromCount);
    putOptional(json, QLatin1String("twenty_five_foot_hundredths"), scores.twentyFiveFootHundredths, fromCount);
    return json;
}

core::FurtherScores furtherScoresFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::FurtherScores scores;
    readList(read, "ashworth", [&](JsonReader& one) {
        scores.ashworth.push_back({one.text("muscle_group"), one.name<core::Side>("side"), one.smallInteger("level")});
    });
    readList(read, "tardieu", [&](JsonReader& one) {
        core::TardieuScore score{one.text("muscle_group"), one.name<core::Side>("side"), {}, {}, {}};
        for (std::size_t i = 0; i < qualityKeys.size(); ++i)
            score.quality[i] = one.optionalSmallInteger(qualityKeys[i]);
        score.r1Degrees = one.optionalSmallInteger("r1_degrees");
        score.r2Degrees = one.optionalSmallInteger("r2_degrees");
        scores.tardieu.push_back(std::move(score));
    });
    readList(read, "goals", [&](JsonReader& one) {
        scores.goals.push_back({one.text("text"), one.smallInteger("importance"), one.smallInteger("difficulty"),
                                one.optionalSmallInteger("attainment")});
    });
    scores.tenMetreHundredths = read.optionalSmallInteger("ten_metre_hundredths");
    scores.twentyFiveFootHundredths = read.optionalSmallInteger("twenty_five_foot_hundredths");
    read.end();
    return scores;
}

} // namespace lento::storage
