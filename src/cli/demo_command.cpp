#include "cli/demo_command.h"

#include "app/demo.h"
#include "cli/clinic_call.h"
#include "cli/error_text.h"

#include <limits>

namespace lento::cli {

namespace {

// A whole number from `lowest` on; the exit code when the option holds something else.
std::optional<int> readCount(const CommandLine& line, const QString& option, qlonglong lowest, qlonglong highest,
                             qlonglong& value, const Streams& streams) {
    bool isNumber = false;
    const QString text = line.value(option);
    value = text.toLongLong(&isNumber);
    const std::string where = "demo:--" + option.toStdString();
    if (!isNumber)
        writeError(streams, where, errorText({core::ErrorCode::notAnInteger, {}, {'"' + text.toStdString() + '"'}}));
    else if (value < lowest || value > highest)
        writeError(streams, where,
                   errorText({core::ErrorCode::outOfRange,
                              {},
                              {text.toStdString(), std::to_string(lowest), std::to_string(highest)}}));
    else
        return {};
    return exitWrongInput;
}

} // namespace

int runDemo(const QStringList& arguments, const Streams& streams) {
    const QString patients = QStringLiteral("patients");
    const QString seed = QStringLiteral("seed");
    ClinicCall call(QStringLiteral("demo"),
                    QStringLiteral("Makes a clinic file of invented patients. The same arguments give the same rows, "
                                   "though SQLite may lay them out in other bytes."));
    call.line().option(patients, QStringLiteral("How many; 40 if not said."), QStringLiteral("N"),
                       QStringLiteral("40"));
    call.line().option(seed, QStringLiteral("Another number, other patients; 1 if not said."), QStringLiteral("S"),
                       QStringLiteral("1"));
    if (const auto exitCode = call.parse(arguments, streams, 0))
        return *exitCode;
    constexpr qlonglong mostPatients = 1'000'000;
    qlonglong count = 0;
    qlonglong start = 0;
    if (const auto exitCode = readCount(call.line(), patients, 1, mostPatients, count, streams))
        return *exitCode;
    if (const auto exitCode =
            readCount(call.line(), seed, 0, std::numeric_limits<std::uint32_t>::max(), start, streams))
        return *exitCode;

    const core::Result<content::Catalogue> catalogue = content::Catalogue::load();
    if (!catalogue) {
        writeError(streams, catalogue.error());
        return exitWrongInput;
    }
    app::DemoRequest request;
    request.patients = static_cast<int>(count);
    request.seed = static_cast<std::uint32_t>(start);
    request.today = call.today();
    app::TaskMonitor monitor;
    const core::Result<void> made = app::makeDemoClinic(call.file(), request, *catalogue, monitor);
    if (!made) {
        core::Error error = made.error();
        error.subject = call.file().toStdString();
        writeError(streams, error);
        return exitClinicFile;
    }
    write(streams.out, call.file().toStdString() + ": " + std::to_string(count) + " invented patients, today " +
                           request.today.iso() + '\n');
    return exitDone;
}

} // namespace lento::cli
