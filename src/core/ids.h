// Id<Tag> is the UUIDv7 text key of one kind of record; ids of different kinds do not mix.
//
// Made by the program, never by the database. Text form: 36 lower-case characters.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace lento::core {

template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text)
        : m_text(std::move(text)) {}

    const std::string& text() const noexcept { return m_text; }
    bool isNull() const noexcept { return m_text.empty(); }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string m_text;
};

using PatientId = Id<struct PatientTag>;
using PlanId = Id<struct PlanTag>;
using RevisionId = Id<struct RevisionTag>;
using VisitId = Id<struct VisitTag>;
using RecordId = Id<struct RecordTag>; // rows that nothing else points at: labs, scores, diary days, prints
using UserId = Id<struct UserTag>;

// The text of a UUIDv7 from a time in milliseconds since 1970 and ten random bytes. Clock and randomness are the
// caller's.
std::string uuidV7(std::int64_t unixMilliseconds, const std::array<std::uint8_t, 10>& random);

// True for 36 characters of the form xxxxxxxx-xxxx-7xxx-[89ab]xxx-xxxxxxxxxxxx in lower case.
bool isUuidV7(std::string_view text) noexcept;

} // namespace lento::core

template <class Tag>
struct std::hash<lento::core::Id<Tag>> {
    std::size_t operator()(const lento::core::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text());
    }
};
