// StorageError is the one exception that storage throws: a core::Error, never a driver's text.
//
// app::Session, through which every store is reached, alone catches it (exemplars: three kinds of trouble).
#pragma once

#include "core/result.h"

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace lento::storage {

class StorageError : public std::exception {
public:
    explicit StorageError(core::Error error, int nativeCode = 0)
        : m_error(std::move(error))
        , m_nativeCode(nativeCode) {}
    explicit StorageError(core::ErrorCode code, std::string subject = {}, std::vector<std::string> values = {})
        : m_error{code, std::move(subject), std::move(values)} {}

    const core::Error& error() const noexcept { return m_error; }
    // SQLite's extended result code; 0 when the trouble was not SQLite's.
    int nativeCode() const noexcept { return m_nativeCode; }
    const char* what() const noexcept override { return "storage error"; }

private:
    core::Error m_error;
    int m_nativeCode = 0;
};

} // namespace lento::storage
