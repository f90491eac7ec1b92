// DraftStore keeps what is being typed, one draft for each patient and form, so that a crash loses nothing.
#pragma once

#include "core/ids.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

enum class DraftKind : std::uint8_t { plan, visit, patient };

struct Draft {
    core::PatientId patient; // a patient being entered already has an id
    DraftKind kind = DraftKind::plan;
    QByteArray payload;  // JSON of the form's own making
    std::string savedAt; // UTC
    friend bool operator==(const Draft&, const Draft&) = default;
};

class DraftStore {
public:
    explicit DraftStore(Database& database)
        : m_database(database) {}

    void save(const Draft& draft);
    std::optional<Draft> find(const core::PatientId& patient, DraftKind kind) const;
    // Newest first.
    std::vector<Draft> all() const;
    void remove(const core::PatientId& patient, DraftKind kind);

private:
    Database& m_database;
};

} // namespace lento::storage
