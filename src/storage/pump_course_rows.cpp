// The reading of PumpStore: whole courses, of one patient or of all.
#include "storage/json_values.h"
#include "storage/names.h"
#include "storage/pump_rows.h"
#include "storage/pump_store.h"
#include "storage/sealed_values.h"

#include <unordered_map>

namespace lento::storage {

namespace {

class Reader {
public:
    enum class Texts : bool { no, yes };
    Reader(Database& database, const std::optional<core::PatientId>& only, Texts texts)
        : m_database(database)
        , m_only(only)
        , m_texts(texts) {}

    std::map<core::PatientId, core::PumpCourse> read() {
        if (m_texts == Texts::yes)
            readTrials();
        readImplants();
        if (m_hasImplants) {
            readSettings();
            readRefills();
        }
        if (m_texts == Texts::yes)
            readFindings();
        return std::move(m_courses);
    }

private:
    template <class Take>
    void each(std::string sql, const char* patientColumn, const char* order, const Take& take) {
        if (m_only)
            sql.append(" where ").append(patientColumn).append(" = ?");
        Query row = m_database.query(sql.append(order));
        if (m_only)
            row.run(*m_only);
        else
            row.run();
        while (row.next())
            take(row);
    }

    std::string open(const std::string& id, const QByteArray& sealed) const {
        return m_texts == Texts::yes ? openText(m_database.vault(), id, sealed) : std::string();
    }

    void readTrials() {
        each("select t.id, t.patient_id, t.infection, t.body_too_small, t.outcome, t.note_sealed, t.author,"
             " t.recorded_at, t.row_version from pump_trial t",
             "t.patient_id", " order by t.recorded_at, t.id", [this](const Query& row) {
                 core::PumpTrial trial;
                 trial.id = row.id<core::PumpTrialId>(0);
                 trial.patient = row.id<core::PatientId>(1);
                 trial.infection = row.optionalBoolean(2);
                 trial.bodyTooSmall = row.optionalBoolean(3);
                 trial.outcome = row.name<core::TrialOutcome>(4);
                 trial.note = open(trial.id.text(), row.blob(5));
                 trial.author = row.text(6);
                 trial.recordedAt = row.text(7);
                 trial.rowVersion = row.integer(8);
                 m_courses[trial.patient].trials.push_back(std::move(trial));
             });
        each("select b.trial_id, t.patient_id, b.on_date, b.minute, b.dose_ng, b.goal_met, b.negative_reaction,"
             " b.effect_minutes from screening_bolus b join pump_trial t on t.id = b.trial_id",
             "t.patient_id", " order by b.trial_id, b.ordinal", [this](const Query& row) {
                 core::ScreeningBolus bolus;
                 bolus.on = row.date(2);
                 bolus.minute = row.smallInteger(3);
                 bolus.dose = row.amount<core::PumpBolus>(4);
                 bolus.goalMet = row.optionalBoolean(5);
                 bolus.negativeReaction = row.optionalBoolean(6);
                 bolus.effectMinutes = row.optionalSmallInteger(7);
                 trialOf(row).boluses.push_back(std::move(bolus));
             });
        each("select o.trial_id, t.patient_id, o.bolus, o.hours_after, o.mean_mas_thousandths, o.pulse, o.systolic,"
             " o.diastolic, o.breaths, o.saturation_percent from pump_observation o"
             " join pump_trial t on t.id = o.trial_id",
             "t.patient_id", " order by o.trial_id, o.bolus, o.hours_after", [this](const Query& row) {
                 trialOf(row)
                     .boluses.at(static_cast<std::size_t>(row.smallInteger(2)) - 1)
                     .observations.push_back({row.smallInteger(3), row.optionalSmallInteger(4),
                                              row.optionalSmallInteger(5), row.optionalSmallInteger(6),
                                              row.optionalSmallInteger(7), row.optionalSmallInteger(8),
                                              row.optionalSmallInteger(9)});
             });
    }

    core::PumpTrial& trialOf(const Query& row) {
        const std::string id = row.text(0);
        for (core::PumpTrial& trial : m_courses[row.id<core::PatientId>(1)].trials)
            if (trial.id.text() == id)
                return trial;
        throw StorageError(core::ErrorCode::fileDamaged, "pump_trial");
    }

    void readImplants() {
        each("select i.id, i.patient_id, i.on_date, i.model_id, i.model_name, i.reservoir_nl, i.alarm_nl, i.tubing_nl,"
             " i.catheter_nl_per_cm, i.service_months, i.source, i.confirmed_by, i.confirmed_at, i.serial_sealed,"
             " i.catheter_mm, i.origin, i.oral_before_ng, i.removed_date, i.author, i.recorded_at, i.row_version"
             " from pump_implant i",
             "i.patient_id", " order by i.on_date, i.recorded_at, i.id", [this](const Query& row) {
                 core::PumpImplant implant;
                 implant.id = row.id<core::PumpImplantId>(0);
                 implant.patient = row.id<core::PatientId>(1);
                 implant.on = row.date(2);
                 implant.model = modelAt(row, 3);
                 implant.serial = open(implant.id.text(), row.blob(13));
                 implant.catheterMillimetres = row.smallInteger(14);
                 implant.origin = row.name<core::SpasticityOrigin>(15);
                 if (!row.isNull(16))
                     implant.oralBefore = row.amount<core::DailyDose>(16);
                 implant.removedOn = row.optionalDate(17);
                 implant.author = row.text(18);
                 implant.recordedAt = row.text(19);
                 implant.rowVersion = row.integer(20);
                 m_hasImplants = true;
                 m_courses[implant.patient].implants.push_back(std::move(implant));
             });
    }

    void readSettings() {
        std::unordered_map<std::string, std::vector<core::FlexPeriod>> periods;
        each("select f.setting_id, f.from_minute, f.until_minute, f.per_hour_ng from flex_period f"
             " join pump_setting s on s.id = f.setting_id join pump_implant i on i.id = s.implant_id",
             "i.patient_id", " order by f.setting_id, f.ordinal", [&](const Query& row) {
                 periods[row.text(0)].push_back(
                     {row.smallInteger(1), row.smallInteger(2), row.amount<core::PumpDose>(3)});
             });
        each("select s.id, s.implant_id, i.patient_id, s.on_date, s.minute, s.daily_ng, s.mode, s.bolus_ng,"
             " s.boluses_per_day, s.phase, s.for_side_effects, s.note_sealed, s.author, s.recorded_at, s.row_version"
             " from pump_setting s join pump_implant i on i.id = s.implant_id",
             "i.patient_id", " order by s.on_date, s.minute, s.id", [&](const Query& row) {
                 core::PumpSetting setting;
                 setting.id = row.id<core::RecordId>(0);
                 setting.implant = row.id<core::PumpImplantId>(1);
                 setting.on = row.date(3);
                 setting.minute = row.smallInteger(4);
                 setting.daily = row.amount<core::PumpDose>(5);
                 setting.mode = row.name<core::PumpMode>(6);
                 if (!row.isNull(7))
                     setting.bolus = row.amount<core::PumpBolus>(7);
                 setting.bolusesPerDay = row.optionalSmallInteger(8);
                 setting.phase = row.name<core::PumpPhase>(9);
                 setting.forSideEffects = row.boolean(10);
                 setting.note = open(setting.id.text(), row.blob(11));
                 setting.author = row.text(12);
                 setting.recordedAt = row.text(13);
                 setting.rowVersion = row.integer(14);
                 if (const auto found = periods.find(setting.id.text()); found != periods.end())
                     setting.periods = found->second;
                 m_courses[row.id<core::PatientId>(2)].settings.push_back(std::move(setting));
             });
    }

    void readRefills() {
        each("select r.id, r.implant_id, i.patient_id, r.on_date, r.filled_nl, r.concentration_ng_per_ml,"
             " r.expected_nl, r.aspirated_nl, r.lot, r.bridge_given, r.note_sealed, r.author, r.recorded_at,"
             " r.row_version from pump_refill r join pump_implant i on i.id = r.implant_id",
             "i.patient_id", " order by r.on_date, r.recorded_at, r.id", [this](const Query& row) {
                 core::PumpRefill refill;
                 refill.id = row.id<core::RecordId>(0);
                 refill.implant = row.id<core::PumpImplantId>(1);
                 refill.on = row.date(3);
                 refill.filled = volumeAt(row, 4);
                 refill.concentration = core::Concentration::nanogramsPerMillilitre(row.integer(5));
                 refill.expected = optionalVolumeAt(row, 6);
                 refill.aspirated = optionalVolumeAt(row, 7);
                 refill.lot = row.text(8);
                 refill.bridgeGiven = row.boolean(9);
                 refill.note = open(refill.id.text(), row.blob(10));
                 refill.author = row.text(11);
                 refill.recordedAt = row.text(12);
                 refill.rowVersion = row.integer(13);
                 m_courses[row.id<core::PatientId>(2)].refills.push_back(std::move(refill));
             });
    }

    void readFindings() {
        std::unordered_map<std::string, std::vector<core::SeenFinding>*> places;
        for (auto& [patient, course] : m_courses) {
            for (core::PumpSetting& setting : course.settings)
                places[setting.id.text() + "/0"] = &setting.seen;
            for (core::PumpRefill& refill : course.refills)
                places[refill.id.text() + "/0"] = &refill.seen;
            for (core::PumpTrial& trial : course.trials)
                for (std::size_t i = 0; i < trial.boluses.size(); ++i)
                    places[trial.id.text() + '/' + std::to_string(i + 1)] = &trial.boluses[i].seen;
        }
        if (places.empty())
            return;
        std::string sql = "select f.record_id, f.part, f.rule, f.action, f.assessed, f.message, f.inputs_json,"
                          " f.sources_json, f.reason_sealed, f.rule_set_version from pump_finding f";
        if (m_only)
            sql += " where f.record_id in (select t.id from pump_trial t where t.patient_id = ?"
                   " union select s.id from pump_setting s join pump_implant i on i.id = s.implant_id"
                   " where i.patient_id = ? union select r.id from pump_refill r join pump_implant i"
                   " on i.id = r.implant_id where i.patient_id = ?)";
        Query row = m_database.query(sql += " order by f.record_id, f.part, f.ordinal");
        if (m_only)
            row.run(*m_only, *m_only, *m_only);
        else
            row.run();
        while (row.next()) {
            const std::string record = row.text(0);
            const auto place = places.find(record + '/' + std::to_string(row.integer(1)));
            if (place == places.end())
                throw StorageError(core::ErrorCode::fileDamaged, "pump_finding");
            core::SeenFinding seen;
            seen.finding.rule = core::RuleId(std::string_view(row.text(2)));
            seen.finding.action = row.name<core::Action>(3);
            seen.finding.assessed = row.boolean(4);
            seen.finding.message = row.text(5);
            seen.finding.inputs = inputsFromJson(jsonArray(QByteArray::fromStdString(row.text(6))));
            for (const auto& source : jsonArray(QByteArray::fromStdString(row.text(7))))
                seen.finding.sources.push_back(source.toString().toStdString());
            seen.reason = openText(m_database.vault(), record, row.blob(8));
            seen.ruleSetVersion = row.text(9);
            place->second->push_back(std::move(seen));
        }
    }

    Database& m_database;
    const std::optional<core::PatientId>& m_only;
    const Texts m_texts;
    std::map<core::PatientId, core::PumpCourse> m_courses;
    bool m_hasImplants = false; // without one there is nothing more to read
};

} // namespace

core::PumpCourse PumpStore::forPatient(const core::PatientId& patient) const {
    const std::optional<core::PatientId> only = patient;
    auto courses = Reader(m_database, only, Reader::Texts::yes).read();
    const auto found = courses.find(patient);
    return found == courses.end() ? core::PumpCourse() : std::move(found->second);
}

std::map<core::PatientId, core::PumpCourse> PumpStore::outlines(const std::optional<core::PatientId>& only) const {
    return Reader(m_database, only, Reader::Texts::no).read();
}

} // namespace lento::storage
