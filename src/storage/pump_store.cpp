// Implants, settings and refills; trials, models and the reading stand in pump_trial_rows, pump_model_rows and
// pump_course_rows.
#include "storage/pump_store.h"

#include "storage/names.h"
#include "storage/pump_rows.h"
#include "storage/sealed_values.h"

namespace lento::storage {

namespace {

void insertParts(Database& database, const core::PumpSetting& setting) {
    int ordinal = 0;
    for (const core::FlexPeriod& period : setting.periods)
        database.change("insert into flex_period (setting_id, ordinal, from_minute, until_minute, per_hour_ng)"
                        " values (?, ?, ?, ?, ?)",
                        setting.id, ++ordinal, period.fromMinute, period.untilMinute, period.perHour);
    writeFindings(database, setting.id.text(), 0, setting.seen);
}

void removeParts(Database& database, const core::PumpSetting& setting) {
    database.change("delete from flex_period where setting_id = ?", setting.id);
    removeFindings(database, setting.id.text());
}

} // namespace

std::int64_t PumpStore::save(const core::PumpImplant& implant) {
    const core::PumpModel& model = implant.model;
    const QByteArray serial = sealText(m_database.vault(), implant.id.text(), implant.serial);
    if (implant.rowVersion == 0) {
        m_database.change(
            "insert into pump_implant (id, patient_id, on_date, model_id, model_name, reservoir_nl, alarm_nl,"
            " tubing_nl, catheter_nl_per_cm, service_months, source, confirmed_by, confirmed_at, serial_sealed,"
            " catheter_mm, origin, oral_before_ng, removed_date, author, recorded_at, row_version)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            implant.id, implant.patient, implant.on, model.id, model.name, model.reservoir.inNanolitres(),
            model.alarm.inNanolitres(), model.tubing.inNanolitres(), model.perCentimetre.inNanolitres(),
            model.serviceMonths, model.source, model.confirmedBy, model.confirmedAt, serial,
            implant.catheterMillimetres, nameOf(implant.origin), implant.oralBefore, implant.removedOn, implant.author,
            implant.recordedAt);
        return 1;
    }
    expectOne(m_database.change(
                  "update pump_implant set on_date = ?, model_id = ?, model_name = ?, reservoir_nl = ?, alarm_nl = ?,"
                  " tubing_nl = ?, catheter_nl_per_cm = ?, service_months = ?, source = ?, confirmed_by = ?,"
                  " confirmed_at = ?, serial_sealed = ?, catheter_mm = ?, origin = ?, oral_before_ng = ?,"
                  " removed_date = ?, author = ?, recorded_at = ?, row_version = row_version + 1"
                  " where id = ? and patient_id = ? and row_version = ?",
                  implant.on, model.id, model.name, model.reservoir.inNanolitres(), model.alarm.inNanolitres(),
                  model.tubing.inNanolitres(), model.perCentimetre.inNanolitres(), model.serviceMonths, model.source,
                  model.confirmedBy, model.confirmedAt, serial, implant.catheterMillimetres, nameOf(implant.origin),
                  implant.oralBefore, implant.removedOn, implant.author, implant.recordedAt, implant.id,
                  implant.patient, implant.rowVersion),
              "pump_implant");
    return implant.rowVersion + 1;
}

std::int64_t PumpStore::save(const core::PumpSetting& setting) {
    const QByteArray note = sealText(m_database.vault(), setting.id.text(), setting.note);
    if (setting.rowVersion == 0) {
        m_database.change(
            "insert into pump_setting (id, implant_id, on_date, minute, daily_ng, mode, bolus_ng, boluses_per_day,"
            " phase, for_side_effects, note_sealed, author, recorded_at, row_version)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            setting.id, setting.implant, setting.on, setting.minute, setting.daily, nameOf(setting.mode), setting.bolus,
            setting.bolusesPerDay, nameOf(setting.phase), setting.forSideEffects, note, setting.author,
            setting.recordedAt);
    } else {
        expectOne(
            m_database.change("update pump_setting set on_date = ?, minute = ?, daily_ng = ?, mode = ?, bolus_ng = ?,"
                              " boluses_per_day = ?, phase = ?, for_side_effects = ?, note_sealed = ?, author = ?,"
                              " recorded_at = ?, row_version = row_version + 1"
                              " where id = ? and implant_id = ? and row_version = ?",
                              setting.on, setting.minute, setting.daily, nameOf(setting.mode), setting.bolus,
                              setting.bolusesPerDay, nameOf(setting.phase), setting.forSideEffects, note,
                              setting.author, setting.recordedAt, setting.id, setting.implant, setting.rowVersion),
            "pump_setting");
        removeParts(m_database, setting);
    }
    insertParts(m_database, setting);
    return setting.rowVersion + 1;
}

std::int64_t PumpStore::save(const core::PumpRefill& refill) {
    const QByteArray note = sealText(m_database.vault(), refill.id.text(), refill.note);
    if (refill.rowVersion == 0) {
        m_database.change(
            "insert into pump_refill (id, implant_id, on_date, filled_nl, concentration_ng_per_ml, expected_nl,"
            " aspirated_nl, lot, bridge_given, note_sealed, author, recorded_at, row_version)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            refill.id, refill.implant, refill.on, refill.filled.inNanolitres(),
            refill.concentration.inNanogramsPerMillilitre(), nanolitres(refill.expected), nanolitres(refill.aspirated),
            refill.lot, refill.bridgeGiven, note, refill.author, refill.recordedAt);
    } else {
        expectOne(m_database.change(
                      "update pump_refill set on_date = ?, filled_nl = ?, concentration_ng_per_ml = ?,"
                      " expected_nl = ?, aspirated_nl = ?, lot = ?, bridge_given = ?, note_sealed = ?, author = ?,"
                      " recorded_at = ?, row_version = row_version + 1"
                      " where id = ? and implant_id = ? and row_version = ?",
                      refill.on, refill.filled.inNanolitres(), refill.concentration.inNanogramsPerMillilitre(),
                      nanolitres(refill.expected), nanolitres(refill.aspirated), refill.lot, refill.bridgeGiven, note,
                      refill.author, refill.recordedAt, refill.id, refill.implant, refill.rowVersion),
                  "pump_refill");
        removeFindings(m_database, refill.id.text());
    }
    writeFindings(m_database, refill.id.text(), 0, refill.seen);
    return refill.rowVersion + 1;
}

void PumpStore::remove(const core::PumpSetting& setting) {
    removeParts(m_database, setting);
    expectOne(
        m_database.change("delete from pump_setting where id = ? and row_version = ?", setting.id, setting.rowVersion),
        "pump_setting");
}

void PumpStore::remove(const core::PumpRefill& refill) {
    removeFindings(m_database, refill.id.text());
    expectOne(
        m_database.change("delete from pump_refill where id = ? and row_version = ?", refill.id, refill.rowVersion),
        "pump_refill");
}

} // namespace lento::storage
