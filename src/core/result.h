// Result<T> holds either a value or the Error that says why there is none; member names follow std::expected.
//
// An Error carries a code, the place it concerns and locale-free values. It never holds a sentence: words are
// made in wording/messages, where an unworded code does not compile.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lento::core {

enum class ErrorCode : std::uint8_t {
    // What a person or a file wrote
    notANumber,        // values: the text
    groupSeparator,    // values: the text; "1.000" means two things in two countries
    tooManyDecimals,   // values: the text, decimals allowed
    outOfRange,        // values: the text, lowest, highest
    notADate,          // values: the text
    notAnInteger,      // values: the text
    unknownName,       // values: the text, the names known, comma separated
    missingField,      // subject: the field
    unknownField,      // subject: the field
    wrongType,         // subject: the field; values: what was expected
    conflictingFields, // values: the two fields
    malformedFile,     // values: line or offset
    emptyText,         // subject: the field
    // Planning
    noProducts,
    quantumNotPositive,
    goalBelowStart,    // values: goal_ng, start_ng
    goalNotBelowStart, // a taper whose goal is not lower than where it starts
    tooManySteps,      // values: the limit
    stepNotFound,      // values: the step asked for
    dateOutsidePlan,   // values: the date, first and last day
    dateInPast,        // values: the date; past days are frozen (DAT-3)
    nothingToStepBackTo,
    nothingToResume,    // values: the date; its step is the last
    doseNotDispensable, // values: dose_ng, nearest lower_ng, nearest higher_ng (DSP-2)
    limitHard,          // values: rule id (an action HARD)
    reasonMissing,      // values: rule id (an action BLOCK-OVR without a reason)
    secondNameMissing,  // values: rule id (an override that a second person must stand behind)
    // The clinic file
    fileNotFound,
    fileForeign, // not a Lento clinic
    fileDamaged,
    fileNewer, // values: the program version it needs
    fileReadOnly,
    fileOlder, // of an older schema, and opened for reading only
    fileLocked,
    fileExists,
    fileOnNetwork,
    diskFull,
    cannotRead,
    cannotWrite,
    cannotBackUp,
    migrationFailed, // values: the rung
    recordChanged,   // someone saved it since it was read (row_version)
    recordMissing,
    duplicateRecord,
    recordInUse, // a plan holds it: it can be retired, not changed or removed
    notAllowed,  // values: the role it takes
    // Paper and pictures
    proofFailed,  // subject: the day; values: what does not add up (experience.md)
    textClipped,  // subject: the block
    glyphMissing, // values: the character
    nothingToPrint,
    printerFailed,
    // The rest
    cancelled,
    missingResource, // subject: the file
    notFound,        // subject: what was looked for
};

struct Error {
    ErrorCode code{};
    std::string subject;             // the field, JSON path, file or day it concerns; may be empty
    std::vector<std::string> values; // in the order that the code's comment gives

    friend bool operator==(const Error&, const Error&) = default;
};

// What a function returns to fail: `return failure(ErrorCode::notADate, "start", {text});`
struct Failure {
    Error error;
};

[[nodiscard]] inline Failure failure(ErrorCode code, std::string subject = {}, std::vector<std::string> values = {}) {
    return Failure{Error{code, std::move(subject), std::move(values)}};
}
[[nodiscard]] inline Failure failure(Error error) {
    return Failure{std::move(error)};
}

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Failure failed)
        : m_state(std::in_place_index<1>, std::move(failed.error)) {}

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    T& value() & {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    const Error& error() const {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    template <class U>
    T value_or(U&& other) const {
        return has_value() ? value() : static_cast<T>(std::forward<U>(other));
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Failure failed)
        : m_failed(true)
        , m_error(std::move(failed.error)) {}

    bool has_value() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return has_value(); }
    const Error& error() const {
        assert(m_failed);
        return m_error;
    }

private:
    bool m_failed = false;
    Error m_error;
};

} // namespace lento::core
