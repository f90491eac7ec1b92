#include "storage/clinic_choices.h"

#include "storage/database.h"

namespace lento::storage {

namespace {

struct Statements {
    const char* all;
    const char* choose;
    const char* forget;
};

constexpr Statements ofProducts{
    "select product_id, offered from product_choice order by product_id",
    "insert into product_choice (product_id, offered, chosen_by, chosen_at) values (?, ?, ?, ?)"
    " on conflict (product_id) do update set offered = excluded.offered,"
    " chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at",
    "delete from product_choice where product_id = ?"};
constexpr Statements ofProtocols{
    "select protocol_id, enabled from protocol_choice order by protocol_id",
    "insert into protocol_choice (protocol_id, enabled, chosen_by, chosen_at) values (?, ?, ?, ?)"
    " on conflict (protocol_id) do update set enabled = excluded.enabled,"
    " chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at",
    "delete from protocol_choice where protocol_id = ?"};

const Statements& statements(ClinicChoices::Of kind) {
    return kind == ClinicChoices::Of::products ? ofProducts : ofProtocols;
}

} // namespace

std::vector<std::pair<std::string, bool>> ClinicChoices::answers() const {
    std::vector<std::pair<std::string, bool>> answers;
    Query row = m_database.query(statements(m_kind).all);
    row.run();
    while (row.next())
        answers.emplace_back(row.text(0), row.boolean(1));
    return answers;
}

void ClinicChoices::choose(const std::string& id, bool offered, const std::string& who, const std::string& at) {
    m_database.change(statements(m_kind).choose, id, offered, who, at);
}

void ClinicChoices::forget(const std::string& id) {
    m_database.change(statements(m_kind).forget, id);
}

} // namespace lento::storage
