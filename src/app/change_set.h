// A ChangeSet says which kinds of record an operation changed, and whose; screens reload from that and nothing else.
#pragma once

#include "app/operation.h"
#include "core/ids.h"

#include <cstdint>
#include <initializer_list>

namespace lento::app {

enum class RecordKind : std::uint8_t {
    clinic,
    patient, // identity, status, what the list shows
    fact,    // weights, creatinine, conditions, medicines
    plan,
    visit,
    diary,
    supply, // what was dispensed
    document,
    draft,
    mark, // on the worklist
    pump, // trial, implant, setting, refill
};

class ChangeSet {
public:
    ChangeSet() = default;
    ChangeSet(Operation operation, std::initializer_list<RecordKind> kinds, core::PatientId patient = {})
        : m_operation(operation)
        , m_patient(std::move(patient)) {
        for (const RecordKind kind : kinds)
            m_kinds |= bit(kind);
    }

    void add(RecordKind kind) { m_kinds |= bit(kind); }

    Operation operation() const { return m_operation; }
    bool touches(RecordKind kind) const { return (m_kinds & bit(kind)) != 0; }
    // Null when many patients, or none, are concerned.
    const core::PatientId& patient() const { return m_patient; }
    bool concerns(const core::PatientId& patient) const { return m_patient.isNull() || m_patient == patient; }

private:
    static constexpr std::uint32_t bit(RecordKind kind) { return 1U << static_cast<unsigned>(kind); }
    Operation m_operation = Operation::editPatient;
    std::uint32_t m_kinds = 0;
    core::PatientId m_patient;
};

// What an operation changes.
ChangeSet changeSetOf(Operation operation, const core::PatientId& patient);

} // namespace lento::app
