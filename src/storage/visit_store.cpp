#include "storage/visit_store.h"

#include "storage/database.h"
#include "storage/further_score_store.h"
#include "storage/names.h"
#include "storage/sealed_values.h"

#include <unordered_map>

namespace lento::storage {

// Visits

void VisitStore::insert(const core::Visit& visit) {
    m_database.change(
        "insert into visit (id, patient_id, on_date, kind, penn_frequency, penn_severity, nrs_tenths, falls,"
        " adherence, text_sealed, revision_id, author, recorded_at, draft, withdrawal_asked, red_flags_asked,"
        " temperature_tenths, pulse, creatine_kinase_tenths, stopped_hours, ten_metre_hundredths,"
        " twenty_five_foot_hundredths, row_version)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        visit.id, visit.patient, visit.on, nameOf(visit.kind), visit.pennFrequency, visit.pennSeverity, visit.nrsTenths,
        visit.falls, nameOf(visit.adherence),
        m_database.vault().seal(visit.id.text(), textBytes({visit.note, visit.decision})), visit.revisionInForce,
        visit.author, visit.recordedAt, visit.draft, visit.withdrawalSigns.has_value(), visit.redFlags.has_value(),
        visit.temperatureTenths, visit.pulse, visit.creatineKinaseTenths, visit.stoppedHours,
        visit.further.tenMetreHundredths, visit.further.twentyFiveFootHundredths);
    insertParts(visit);
}

void VisitStore::insertParts(const core::Visit& visit) {
    int ordinal = 0;
    for (const core::MasScore& score : visit.mas)
        m_database.change("insert into mas_score (visit_id, ordinal, muscle_group, side, level) values (?, ?, ?, ?, ?)",
                          visit.id, ++ordinal, score.muscleGroup, nameOf(score.side), nameOf(score.level));
    ordinal = 0;
    for (const core::AdverseEffect& effect : visit.adverseEffects)
        m_database.change(
            "insert into adverse_effect (visit_id, ordinal, code, text_sealed, grade) values (?, ?, ?, ?, ?)", visit.id,
            ++ordinal, effect.code, sealText(m_database.vault(), visit.id.text(), effect.text), effect.grade);
    const auto insertSigns = [&](const char* list, const std::vector<std::string>& codes) {
        for (const std::string& code : codes)
            m_database.change("insert into visit_sign (visit_id, list, code) values (?, ?, ?)", visit.id, list, code);
    };
    insertSigns("withdrawal", visit.withdrawalSigns.value_or(std::vector<std::string>()));
    insertSigns("red-flag", visit.redFlags.value_or(std::vector<std::string>()));
    FurtherScoreStore(m_database).insert(visit.id, visit.further);
}

void VisitStore::removeParts(const core::VisitId& id) {
    m_database.change("delete from mas_score where visit_id = ?", id);
    m_database.change("delete from adverse_effect where visit_id = ?", id);
    m_database.change("delete from visit_sign where visit_id = ?", id);
    FurtherScoreStore(m_database).remove(id);
}

std::int64_t VisitStore::update(const core::Visit& visit) {
    const std::int64_t changed = m_database.change(
        "update visit set on_date = ?, kind = ?, penn_frequency = ?, penn_severity = ?, nrs_tenths = ?, falls = ?, "
        "adherence = ?,"
        " text_sealed = ?, revision_id = ?, author = ?, recorded_at = ?, draft = ?, withdrawal_asked = ?,"
        " red_flags_asked = ?, temperature_tenths = ?, pulse = ?, creatine_kinase_tenths = ?, stopped_hours = ?,"
        " ten_metre_hundredths = ?, twenty_five_foot_hundredths = ?, row_version = row_version + 1"
        " where id = ? and patient_id = ? and row_version = ?",
        visit.on, nameOf(visit.kind), visit.pennFrequency, visit.pennSeverity, visit.nrsTenths, visit.falls,
        nameOf(visit.adherence), m_database.vault().seal(visit.id.text(), textBytes({visit.note, visit.decision})),
        visit.revisionInForce, visit.author, visit.recordedAt, visit.draft, visit.withdrawalSigns.has_value(),
        visit.redFlags.has_value(), visit.temperatureTenths, visit.pulse, visit.creatineKinaseTenths,
        visit.stoppedHours, visit.further.tenMetreHundredths, visit.further.twentyFiveFootHundredths, visit.id,
        visit.patient, visit.rowVersion);
    if (changed != 1)
        throw StorageError(core::ErrorCode::recordChanged, "visit");
    removeParts(visit.id);
    insertParts(visit);
    return visit.rowVersion + 1;
}

void VisitStore::removeDraft(const core::VisitId& id) {
    if (!load(id).draft)
        throw StorageError(core::ErrorCode::recordChanged, "visit");
    removeParts(id);
    m_database.change("delete from visit where id = ?", id);
}

// Seven queries for any number of visits.
std::vector<core::Visit> VisitStore::loadWhere(std::string_view condition, const std::string& key) const {
    const Vault& vault = m_database.vault();
    std::vector<core::Visit> visits;
    std::unordered_map<std::string, std::size_t> places;
    const std::string where = " where " + std::string(condition);
    {
        Query row = m_database.query(
            "select v.id, v.patient_id, v.on_date, v.kind, v.penn_frequency, v.penn_severity, v.nrs_tenths,"
            " v.falls, v.adherence, v.text_sealed, v.revision_id, v.author, v.recorded_at, v.draft,"
            " v.row_version, v.withdrawal_asked, v.temperature_tenths, v.pulse, v.creatine_kinase_tenths,"
            " v.stopped_hours, v.red_flags_asked, v.ten_metre_hundredths, v.twenty_five_foot_hundredths from visit v" +
            where + " order by v.on_date, v.recorded_at, v.id");
        row.run(key);
        while (row.next()) {
            core::Visit visit;
            visit.id = row.id<core::VisitId>(0);
            visit.patient = row.id<core::PatientId>(1);
            visit.on = row.date(2);
            visit.kind = row.name<core::VisitKind>(3);
            visit.pennFrequency = row.optionalSmallInteger(4);
            visit.pennSeverity = row.optionalSmallInteger(5);
            visit.nrsTenths = row.optionalSmallInteger(6);
            visit.falls = row.optionalSmallInteger(7);
            visit.adherence = row.name<core::Adherence>(8);
            auto texts = readTexts(vault.open(visit.id.text(), row.blob(9)), 2);
            visit.note = std::move(texts[0]);
            visit.decision = std::move(texts[1]);
            if (const auto revision = row.optionalText(10))
                visit.revisionInForce = core::RevisionId(*revision);
            visit.author = row.text(11);
            visit.recordedAt = row.text(12);
            visit.draft = row.boolean(13);
            visit.rowVersion = row.integer(14);
            if (row.boolean(15))
                visit.withdrawalSigns.emplace();
            visit.temperatureTenths = row.optionalSmallInteger(16);
            visit.pulse = row.optionalSmallInteger(17);
            visit.creatineKinaseTenths = row.optionalSmallInteger(18);
            visit.stoppedHours = row.optionalSmallInteger(19);
            if (row.boolean(20))
                visit.redFlags.emplace();
            visit.further.tenMetreHundredths = row.optionalSmallInteger(21);
            visit.further.twentyFiveFootHundredths = row.optionalSmallInteger(22);
            places.emplace(visit.id.text(), visits.size());
            visits.push_back(std::move(visit));
        }
    }
    {
        Query row = m_database.query("select s.visit_id, s.muscle_group, s.side, s.level from mas_score s"
                                     " join visit v on v.id = s.visit_id" +
                                     where + " order by s.visit_id, s.ordinal");
        row.run(key);
        while (row.next())
            visits[places.at(row.text(0))].mas.push_back(
                {row.text(1), row.name<core::Side>(2), row.name<core::Mas>(3)});
    }
    {
        Query row = m_database.query("select a.visit_id, a.code, a.text_sealed, a.grade from adverse_effect a"
                                     " join visit v on v.id = a.visit_id" +
                                     where + " order by a.visit_id, a.ordinal");
        row.run(key);
        while (row.next()) {
            const std::string id = row.text(0);
            visits[places.at(id)].adverseEffects.push_back(
                {row.text(1), openText(vault, id, row.blob(2)), row.smallInteger(3)});
        }
    }
    {
        Query row = m_database.query("select s.visit_id, s.list, s.code from visit_sign s"
                                     " join visit v on v.id = s.visit_id" +
                                     where + " order by s.visit_id, s.list, s.code");
        row.run(key);
        while (row.next()) {
            core::Visit& visit = visits[places.at(row.text(0))];
            std::optional<std::vector<std::string>>& list =
                row.text(1) == "red-flag" ? visit.redFlags : visit.withdrawalSigns;
            if (list)
                list->push_back(row.text(2));
        }
    }
    FurtherScoreStore(m_database).load(where, key, [&](const std::string& id) -> core::FurtherScores& {
        return visits[places.at(id)].further;
    });
    return visits;
}

core::Visit VisitStore::load(const core::VisitId& id) const {
    auto visits = loadWhere("v.id = ?", id.text());
    if (visits.empty())
        throw StorageError(core::ErrorCode::recordMissing, "visit");
    return std::move(visits.front());
}

std::vector<core::Visit> VisitStore::forPatient(const core::PatientId& patient) const {
    return loadWhere("v.patient_id = ?", patient.text());
}

// Diary

namespace {

// A diary note has no id of its own; patient and day are its row.
std::string diaryContext(const core::PatientId& patient, core::Date on) {
    return patient.text() + '/' + on.iso();
}

} // namespace

std::int64_t VisitStore::saveDiaryDay(const core::DiaryDay& day) {
    const QByteArray note = sealText(m_database.vault(), diaryContext(day.patient, day.on), day.note);
    const auto part = [&day](core::DayPart at) { return nameOf(day.parts[static_cast<std::size_t>(at)]); };
    using enum core::DayPart;
    if (day.rowVersion == 0) {
        // Two windows may both have found the day empty: the second must look again.
        const std::int64_t inserted = m_database.change(
            "insert into diary_day (patient_id, on_date, morning, midday, evening, bedtime, other_dose_ng, "
            "note_sealed, row_version)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict (patient_id, on_date) do nothing",
            day.patient, day.on, part(morning), part(midday), part(evening), part(bedtime), day.otherDose, note);
        if (inserted != 1)
            throw StorageError(core::ErrorCode::recordChanged, "diary");
        return 1;
    }
    const std::int64_t changed = m_database.change(
        "update diary_day set morning = ?, midday = ?, evening = ?, bedtime = ?, other_dose_ng = ?, note_sealed = ?,"
        " row_version = row_version + 1 where patient_id = ? and on_date = ? and row_version = ?",
        part(morning), part(midday), part(evening), part(bedtime), day.otherDose, note, day.patient, day.on,
        day.rowVersion);
    if (changed != 1)
        throw StorageError(core::ErrorCode::recordChanged, "diary");
    return day.rowVersion + 1;
}

std::vector<core::DiaryDay> VisitStore::diaryDays(const core::PatientId& patient, const core::DateSpan& span) const {
    std::vector<core::DiaryDay> days;
    Query row =
        m_database.query("select on_date, morning, midday, evening, bedtime, other_dose_ng, note_sealed, row_version"
                         " from diary_day where patient_id = ? and on_date >= ? and on_date <= ? order by on_date");
    // An ISO date is before this text whatever its year.
    row.run(patient, span.first, span.last ? span.last->iso() : std::string("9999-99-99"));
    while (row.next()) {
        core::DiaryDay day;
        day.patient = patient;
        day.on = row.date(0);
        for (int i = 0; i < core::mostDosesPerDay; ++i)
            day.parts[static_cast<std::size_t>(i)] = row.name<core::Taken>(1 + i);
        if (!row.isNull(5))
            day.otherDose = row.amount<core::OralDose>(5);
        if (const QByteArray note = row.blob(6); !note.isEmpty())
            day.note = openText(m_database.vault(), diaryContext(patient, day.on), note);
        day.rowVersion = row.integer(7);
        days.push_back(std::move(day));
    }
    return days;
}

// Dispensed

void VisitStore::insertDispensed(const core::Dispensed& dispensed) {
    m_database.change("insert into dispensed (id, patient_id, on_date, product_id, tablets) values (?, ?, ?, ?, ?)",
                      dispensed.id, dispensed.patient, dispensed.on, dispensed.productId, dispensed.tablets);
}

std::vector<core::Dispensed> VisitStore::dispensed(const core::PatientId& patient) const {
    std::vector<core::Dispensed> all;
    Query row = m_database.query(
        "select id, on_date, product_id, tablets from dispensed where patient_id = ? order by on_date, id");
    row.run(patient);
    while (row.next())
        all.push_back({row.id<core::RecordId>(0), patient, row.date(1), row.text(2), row.integer(3)});
    return all;
}

} // namespace lento::storage
