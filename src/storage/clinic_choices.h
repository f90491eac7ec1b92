// ClinicChoices keeps what a clinic said of what new plans are offered: yes or no for a product or a protocol, shipped
// or its own, with who said so last and when.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lento::storage {

class Database;

class ClinicChoices {
public:
    enum class Of { products, protocols };

    ClinicChoices(Database& database, Of kind)
        : m_database(database)
        , m_kind(kind) {}

    // In the order of the ids. Choice: made of an id and the answer.
    template <class Choice>
    std::vector<Choice> all() const {
        std::vector<Choice> choices;
        for (auto& [id, offered] : answers())
            choices.push_back({std::move(id), offered});
        return choices;
    }
    void choose(const std::string& id, bool offered, const std::string& who, const std::string& at);
    void forget(const std::string& id);

private:
    std::vector<std::pair<std::string, bool>> answers() const;

    Database& m_database;
    Of m_kind;
};

} // namespace lento::storage
