// ClinicStore keeps what a clinic says of itself: name and telephones for the paper, region, habits of the calendar.
#pragma once

#include "core/calendar.h"
#include "core/ids.h"
#include "core/product.h"
#include "core/scale.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

enum class PaperSize : std::uint8_t { a4, letter };

struct Clinic {
    std::string name;
    core::Region region = core::Region::uk;
    std::string telephone;
    std::string outOfHours;
    std::string emergencyNumber;
    std::string prescriber; // the name that a new plan offers
    PaperSize paper = PaperSize::a4;
    core::Weekday firstDayOfWeek = core::Weekday::monday;
    std::vector<core::Weekday> closedWeekdays; // ascending
    std::string language = "en";               // of new patients' documents, BCP 47
    core::MasCoding masCoding = core::MasCoding::ranks;
    std::int64_t rowVersion = 1;
    friend bool operator==(const Clinic&, const Clinic&) = default;
};

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
