// The trials of PumpStore: a trial with its boluses and what was measured after each.
#include "storage/names.h"
#include "storage/pump_rows.h"
#include "storage/pump_store.h"
#include "storage/sealed_values.h"

namespace lento::storage {

namespace {

void insertParts(Database& database, const core::PumpTrial& trial) {
    int ordinal = 0;
    for (const core::ScreeningBolus& bolus : trial.boluses) {
        ++ordinal;
        database.change("insert into screening_bolus (trial_id, ordinal, on_date, minute, dose_ng, goal_met,"
                        " negative_reaction, effect_minutes) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        trial.id, ordinal, bolus.on, bolus.minute, bolus.dose, bolus.goalMet, bolus.negativeReaction,
                        bolus.effectMinutes);
        for (const core::PumpObservation& seen : bolus.observations)
            database.change("insert into pump_observation (trial_id, bolus, hours_after, mean_mas_thousandths, pulse,"
                            " systolic, diastolic, breaths, saturation_percent) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            trial.id, ordinal, seen.hoursAfter, seen.meanMasThousandths, seen.pulse, seen.systolic,
                            seen.diastolic, seen.breaths, seen.saturationPercent);
        writeFindings(database, trial.id.text(), ordinal, bolus.seen);
    }
}

} // namespace

std::int64_t PumpStore::save(const core::PumpTrial& trial) {
    const QByteArray note = sealText(m_database.vault(), trial.id.text(), trial.note);
    if (trial.rowVersion == 0) {
        m_database.change("insert into pump_trial (id, patient_id, infection, body_too_small, outcome, note_sealed,"
                          " author, recorded_at, row_version) values (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                          trial.id, trial.patient, trial.infection, trial.bodyTooSmall, nameOf(trial.outcome), note,
                          trial.author, trial.recordedAt);
    } else {
        expectOne(
            m_database.change("update pump_trial set infection = ?, body_too_small = ?, outcome = ?, note_sealed = ?,"
                              " author = ?, recorded_at = ?, row_version = row_version + 1"
                              " where id = ? and patient_id = ? and row_version = ?",
                              trial.infection, trial.bodyTooSmall, nameOf(trial.outcome), note, trial.author,
                              trial.recordedAt, trial.id, trial.patient, trial.rowVersion),
            "pump_trial");
        m_database.change("delete from pump_observation where trial_id = ?", trial.id);
        m_database.change("delete from screening_bolus where trial_id = ?", trial.id);
        removeFindings(m_database, trial.id.text());
    }
    insertParts(m_database, trial);
    return trial.rowVersion + 1;
}

} // namespace lento::storage
