// ClinicStore keeps what a clinic says of itself: name and telephones for the paper, region, habits of the calendar.
#pragma once

#include "core/clinic.h"
#include "core/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

using core::Clinic;
using core::PaperSize;

struct User {
    core::UserId id;
    std::string name;
    friend bool operator==(const User&, const User&) = default;
};

class ClinicStore {
public:
    explicit ClinicStore(Database& database)
        : m_database(database) {}

    void insert(const Clinic& clinic);
    Clinic load() const;
    // The new row version. Errors: recordChanged.
    std::int64_t update(const Clinic& clinic);

    void insertUser(const User& user, const std::string& createdAt);
    std::vector<User> users() const;

private:
    Database& m_database;
};

} // namespace lento::storage
