// A ClinicCall is a command on a clinic file: --file, --today, and the file opened as the command needs it.
//
// Errors are written where they happen; what comes back is the exit code to end with.
#pragma once

#include "app/session.h"
#include "cli/command_line.h"
#include "cli/streams.h"
#include "content/catalogue.h"
#include "core/calendar.h"

#include <memory>
#include <optional>
#include <string>

namespace lento::cli {

class ClinicCall {
public:
    ClinicCall(const QString& command, const QString& description);

    CommandLine& line() noexcept { return m_line; }
    // Parses and checks what every such command has.
    std::optional<int> parse(const QStringList& arguments, const Streams& streams, int mostPositional);

    QString file() const { return m_line.value(QStringLiteral("file")); }
    // --today, or the computer's day.
    core::Date today() const;
    // An option that holds a date; the exit code when it holds something else.
    std::optional<int> readDate(const QString& option, std::optional<core::Date>& date, const Streams& streams) const;

    // For reading, beside whoever has it open.
    std::unique_ptr<app::Session> open(const Streams& streams) const;
    // For reading and writing; for reading only when it is open elsewhere or write-protected.
    std::unique_ptr<app::Session> openToWrite(const Streams& streams) const;
    // The shipped data as the clinic of that file sees it. Nothing after an error, which is written; `exitCode` then
    // says how to end.
    static std::optional<content::Catalogue> catalogueOf(app::Session& session, const Streams& streams, int& exitCode);

private:
    app::Environment environment() const;
    CommandLine m_line;
    std::string m_command;
    std::optional<core::Date> m_today;
};

} // namespace lento::cli
