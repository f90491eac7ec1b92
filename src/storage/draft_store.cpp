#include "storage/draft_store.h"

#include "storage/database.h"
#include "storage/names.h"

namespace lento::storage {

void DraftStore::save(const Draft& draft) {
    m_database.change("insert into draft (patient_id, kind, payload_sealed, saved_at) values (?, ?, ?, ?)"
                      " on conflict (patient_id, kind) do update set payload_sealed = excluded.payload_sealed,"
                      " saved_at = excluded.saved_at",
                      draft.patient, nameOf(draft.kind), m_database.vault().seal(draft.patient.text(), draft.payload),
                      draft.savedAt);
}

std::optional<Draft> DraftStore::find(const core::PatientId& patient, DraftKind kind) const {
    Query row = m_database.query("select payload_sealed, saved_at from draft where patient_id = ? and kind = ?");
    row.run(patient, nameOf(kind));
    if (!row.next())
        return std::nullopt;
    return Draft{patient, kind, m_database.vault().open(patient.text(), row.blob(0)), row.text(1)};
}

std::vector<Draft> DraftStore::all() const {
    std::vector<Draft> drafts;
    Query row = m_database.query(
        "select patient_id, kind, payload_sealed, saved_at from draft order by saved_at desc, patient_id");
    row.run();
    while (row.next()) {
        const auto patient = row.id<core::PatientId>(0);
        drafts.push_back(
            {patient, row.name<DraftKind>(1), m_database.vault().open(patient.text(), row.blob(2)), row.text(3)});
    }
    return drafts;
}

void DraftStore::remove(const core::PatientId& patient, DraftKind kind) {
    m_database.change("delete from draft where patient_id = ? and kind = ?", patient, nameOf(kind));
}

} // namespace lento::storage
