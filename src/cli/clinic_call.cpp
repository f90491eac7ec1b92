#include "cli/clinic_call.h"

#include "app/clinic_settings.h"
#include "cli/error_text.h"

#include <QFileInfo>

namespace lento::cli {

namespace {

using SessionPointer = std::unique_ptr<app::Session>;

SessionPointer opened(core::Result<SessionPointer> session, const QString& file, const Streams& streams) {
    if (session)
        return *std::move(session);
    core::Error error = session.error();
    error.subject = file.toStdString();
    writeError(streams, error);
    return {};
}

} // namespace

ClinicCall::ClinicCall(const QString& command, const QString& description)
    : m_line(command, description)
    , m_command(command.toStdString()) {
    m_line.option(QStringLiteral("file"), QStringLiteral("The clinic file."), QStringLiteral("F"));
    m_line.option(QStringLiteral("today"), QStringLiteral("The day that counts as today, as 2026-12-09."),
                  QStringLiteral("D"));
}

std::optional<int> ClinicCall::parse(const QStringList& arguments, const Streams& streams, int mostPositional) {
    if (const auto exitCode = m_line.parse(arguments, streams, mostPositional))
        return exitCode;
    if (file().isEmpty()) {
        writeError(streams, m_command, "--file is missing: it names the clinic file");
        return exitWrongInput;
    }
    return readDate(QStringLiteral("today"), m_today, streams);
}

std::optional<int> ClinicCall::readDate(const QString& option, std::optional<core::Date>& date,
                                        const Streams& streams) const {
    if (!m_line.isSet(option))
        return {};
    core::Result<core::Date> read = core::Date::fromIso(m_line.value(option).toStdString());
    if (!read) {
        writeError(streams, m_command + ":--" + option.toStdString(), errorText(read.error()));
        return exitWrongInput;
    }
    date = *read;
    return {};
}

core::Date ClinicCall::today() const {
    return m_today ? *m_today : app::Environment::ofThisComputer().today();
}

app::Environment ClinicCall::environment() const {
    app::Environment environment = app::Environment::ofThisComputer();
    if (m_today)
        environment.today = [today = *m_today] { return today; };
    return environment;
}

SessionPointer ClinicCall::open(const Streams& streams) const {
    return opened(app::Session::openReadOnly(file(), environment()), file(), streams);
}

SessionPointer ClinicCall::openToWrite(const Streams& streams) const {
    core::Result<SessionPointer> session = app::Session::open(file(), environment());
    if (!session &&
        (session.error().code == core::ErrorCode::fileLocked || session.error().code == core::ErrorCode::fileReadOnly))
        return open(streams);
    return opened(std::move(session), file(), streams);
}

std::optional<content::Catalogue> ClinicCall::catalogueOf(app::Session& session, const Streams& streams,
                                                          int& exitCode) {
    exitCode = exitWrongInput;
    const core::Result<content::Catalogue> shipped = content::Catalogue::load();
    if (!shipped) {
        writeError(streams, shipped.error());
        return {};
    }
    exitCode = exitClinicFile;
    core::Result<content::Catalogue> catalogue = app::clinicCatalogue(session, *shipped);
    if (!catalogue) {
        writeError(streams, catalogue.error());
        return {};
    }
    return *std::move(catalogue);
}

} // namespace lento::cli
