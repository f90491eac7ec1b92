// The patient list: an index in memory over names, birth dates and record numbers, and the operations on a patient's
// own data.
#pragma once

#include "core/calendar.h"
#include "core/patient.h"
#include "core/result.h"
#include "core/visit.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lento::app {

class Session;
class TaskMonitor;

// Rows in name order (surname, given, birth date); row numbers are positions in that order.
class PatientIndex {
public:
    struct Entry {
        core::PatientId id;
        std::string surname, given, recordNumber;
        core::Date birthDate;
        core::PatientStatus status = core::PatientStatus::active;
    };

    static PatientIndex build(const std::vector<Entry>& entries);
    // The same without a list of entries: source hands each to the sink, in any order.
    using Sink = std::function<void(const Entry&)>;
    using Source = std::function<void(const Sink&)>;
    static PatientIndex build(std::size_t expected, const Source& source);
    // From several sources, each asked in a thread of its own where there is one. What a source throws is thrown here.
    static PatientIndex build(std::size_t expected, const std::vector<Source>& sources);

    std::size_t size() const noexcept;
    Entry entry(std::size_t row) const;
    core::PatientId idAt(std::size_t row) const;
    std::optional<std::size_t> rowOf(const core::PatientId& id) const;
    QString nameAt(std::size_t row) const; // "KOWALSKI, Maria"
    core::Date birthDateAt(std::size_t row) const;

    // Rows that match every word of `text`, in name order. A word matches the beginning of a surname or given name
    // (accents and case folded), a birth date in any common form, or the beginning of a record number. Empty text
    // matches all.
    class Matches {
    public:
        std::size_t size() const noexcept;
        std::size_t row(std::size_t position) const; // the position-th match in name order
        bool all() const noexcept;

    private:
        friend class PatientIndex;
        struct State;
        std::shared_ptr<const State> m_state;
    };
    Matches search(const QString& text) const;

    // Kept current after a change without building anew.
    void put(const Entry& entry);
    void remove(const core::PatientId& id);

private:
    struct Data;
    std::shared_ptr<Data> m_data;
};

// Reads the whole list; meant for a worker. Errors: those of reading a clinic file, cancelled.
core::Result<PatientIndex> loadPatientIndex(Session& session, const TaskMonitor* monitor = nullptr);

// Accents and case folded: "Żółć" and "zolc" are equal. Letters that do not decompose too (ł, ø, ß, đ).
QString folded(QStringView text);

// Everything the patient form holds. Absent lists are left as they are when editing.
struct PatientForm {
    core::Patient patient;
    std::vector<core::Weight> newWeights;
    std::vector<core::Creatinine> newCreatinines;
    std::vector<core::BloodTest> newBloodTests;
    // Values that were never so; a new one of the same form may take their place.
    std::vector<core::Date> removedWeights;
    std::vector<core::Date> removedCreatinines;
    std::vector<core::BloodTest> removedBloodTests;
    std::optional<std::vector<core::Condition>> conditions;
    std::optional<std::vector<core::Medicine>> medicines;
};
// Errors by field: emptyText (surname), outOfRange (birth date in the future or over 120 years ago, weight outside 0.3
// to 400 kg, height outside 30 to 250 cm, creatinine by REN-1, a due date that no pregnancy of today can have, an
// infant born in the future), recordChanged, recordMissing (a removed value that is not there), duplicateRecord (same
// record number), those of writing.
core::Result<core::PatientId> addPatient(Session& session, const PatientForm& form);
core::Result<void> changePatient(Session& session, const PatientForm& form);
core::Result<void> recordDispensed(Session& session, const core::Dispensed& dispensed);

} // namespace lento::app
