// The models of PumpStore: what the clinic edited or confirmed.
#include "storage/pump_rows.h"
#include "storage/pump_store.h"

namespace lento::storage {

std::vector<PumpStore::StoredModel> PumpStore::models() const {
    std::vector<StoredModel> all;
    Query row = m_database.query("select id, name, reservoir_nl, alarm_nl, tubing_nl, catheter_nl_per_cm,"
                                 " service_months, source, confirmed_by, confirmed_at, row_version from pump_model"
                                 " order by name, id");
    row.run();
    while (row.next())
        all.push_back({modelAt(row, 0), row.integer(10)});
    return all;
}

std::int64_t PumpStore::saveModel(const core::PumpModel& model, std::int64_t rowVersion) {
    if (rowVersion == 0) {
        const std::int64_t inserted = m_database.change(
            "insert into pump_model (id, name, reservoir_nl, alarm_nl, tubing_nl, catheter_nl_per_cm, service_months,"
            " source, confirmed_by, confirmed_at, row_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
            " on conflict (id) do nothing",
            model.id, model.name, model.reservoir.inNanolitres(), model.alarm.inNanolitres(),
            model.tubing.inNanolitres(), model.perCentimetre.inNanolitres(), model.serviceMonths, model.source,
            model.confirmedBy, model.confirmedAt);
        expectOne(inserted, "pump_model");
        return 1;
    }
    expectOne(m_database.change("update pump_model set name = ?, reservoir_nl = ?, alarm_nl = ?, tubing_nl = ?,"
                                " catheter_nl_per_cm = ?, service_months = ?, source = ?, confirmed_by = ?,"
                                " confirmed_at = ?, row_version = row_version + 1 where id = ? and row_version = ?",
                                model.name, model.reservoir.inNanolitres(), model.alarm.inNanolitres(),
                                model.tubing.inNanolitres(), model.perCentimetre.inNanolitres(), model.serviceMonths,
                                model.source, model.confirmedBy, model.confirmedAt, model.id, rowVersion),
              "pump_model");
    return rowVersion + 1;
}

} // namespace lento::storage
