#include "storage/clinic_store.h"

#include "storage/database.h"
#include "storage/names.h"

namespace lento::storage {

namespace {

// ISO numbers in a row: "67" is Saturday and Sunday.
std::string weekdayText(const std::vector<core::Weekday>& weekdays) {
    std::string text;
    for (const core::Weekday weekday : weekdays)
        text += static_cast<char>('0' + static_cast<int>(weekday));
    return text;
}

core::Weekday weekdayOf(int number) {
    if (number < 1 || number > 7)
        throw StorageError(core::ErrorCode::fileDamaged, "weekday");
    return static_cast<core::Weekday>(number);
}

std::vector<core::Weekday> weekdaysOf(const std::string& text) {
    std::vector<core::Weekday> weekdays;
    for (const char digit : text)
        weekdays.push_back(weekdayOf(digit - '0'));
    return weekdays;
}

} // namespace

void ClinicStore::insert(const Clinic& clinic) {
    m_database.change(
        "insert into clinic (id, name, region, telephone, out_of_hours, emergency_number, prescriber, paper,"
        " first_day_of_week, closed_weekdays, language, mas_coding, trial_days, epilepsy_needs_reason, row_version)"
        " values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        clinic.name, nameOf(clinic.region), clinic.telephone, clinic.outOfHours, clinic.emergencyNumber,
        clinic.prescriber, nameOf(clinic.paper), static_cast<int>(clinic.firstDayOfWeek),
        weekdayText(clinic.closedWeekdays), clinic.language, nameOf(clinic.masCoding), clinic.trialDays,
        clinic.epilepsyNeedsReason);
}

Clinic ClinicStore::load() const {
    Query row = m_database.query("select name, region, telephone, out_of_hours, emergency_number, prescriber, paper,"
                                 " first_day_of_week, closed_weekdays, language, mas_coding, row_version, trial_days,"
                                 " epilepsy_needs_reason from clinic");
    row.run();
    if (!row.next())
        throw StorageError(core::ErrorCode::fileDamaged, "clinic");
    Clinic clinic;
    clinic.name = row.text(0);
    clinic.region = row.name<core::Region>(1);
    clinic.telephone = row.text(2);
    clinic.outOfHours = row.text(3);
    clinic.emergencyNumber = row.text(4);
    clinic.prescriber = row.text(5);
    clinic.paper = row.name<PaperSize>(6);
    clinic.firstDayOfWeek = weekdayOf(row.smallInteger(7));
    clinic.closedWeekdays = weekdaysOf(row.text(8));
    clinic.language = row.text(9);
    clinic.masCoding = row.name<core::MasCoding>(10);
    clinic.rowVersion = row.integer(11);
    clinic.trialDays = row.optionalSmallInteger(12);
    clinic.epilepsyNeedsReason = row.boolean(13);
    return clinic;
}

std::int64_t ClinicStore::update(const Clinic& clinic) {
    const std::int64_t changed = m_database.change(
        "update clinic set name = ?, region = ?, telephone = ?, out_of_hours = ?, emergency_number = ?, prescriber = ?,"
        " paper = ?, first_day_of_week = ?, closed_weekdays = ?, language = ?, mas_coding = ?, trial_days = ?,"
        " epilepsy_needs_reason = ?, row_version = row_version + 1"
        " where id = 1 and row_version = ?",
        clinic.name, nameOf(clinic.region), clinic.telephone, clinic.outOfHours, clinic.emergencyNumber,
        clinic.prescriber, nameOf(clinic.paper), static_cast<int>(clinic.firstDayOfWeek),
        weekdayText(clinic.closedWeekdays), clinic.language, nameOf(clinic.masCoding), clinic.trialDays,
        clinic.epilepsyNeedsReason, clinic.rowVersion);
    if (changed != 1)
        throw StorageError(core::ErrorCode::recordChanged, "clinic");
    return clinic.rowVersion + 1;
}

void ClinicStore::insertUser(const User& user, const std::string& createdAt) {
    m_database.change("insert into app_user (id, name, role, active, created_at) values (?, ?, 'local', 1, ?)", user.id,
                      user.name, createdAt);
}

std::vector<User> ClinicStore::users() const {
    std::vector<User> users;
    Query row = m_database.query("select id, name from app_user order by created_at, id");
    row.run();
    while (row.next())
        users.push_back({row.id<core::UserId>(0), row.text(1)});
    return users;
}

} // namespace lento::storage
