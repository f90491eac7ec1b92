#include "cli/command_line.h"

#include "cli/error_text.h"

namespace lento::cli {

CommandLine::CommandLine(const QString& command, const QString& description)
    : m_command(command) {
    m_parser.setApplicationDescription(description);
    m_parser.addPositionalArgument(command, QStringLiteral("This command."), command);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
}

void CommandLine::option(const QString& name, const QString& description, const QString& valueName,
                         const QString& defaultValue) {
    m_parser.addOption({name, description, valueName, defaultValue});
}

void CommandLine::positional(const QString& name, const QString& description, const QString& syntax) {
    m_parser.addPositionalArgument(name, description, syntax);
}

std::optional<int> CommandLine::parse(const QStringList& arguments, const Streams& streams, int mostPositional) {
    const std::string where = m_command.toStdString();
    // The parser takes the program and the command for itself.
    const bool good = m_parser.parse(QStringList{QStringLiteral("lento-cli"), m_command} + arguments);
    if (good && isSet(QStringLiteral("help"))) {
        write(streams.out, m_parser.helpText().toStdString());
        return exitDone;
    }
    if (!good) {
        writeError(streams, where, m_parser.errorText().toStdString());
        return exitWrongInput;
    }
    if (positional().size() > mostPositional) {
        writeError(streams, where, "unexpected argument \"" + positional().at(mostPositional).toStdString() + '"');
        return exitWrongInput;
    }
    return {};
}

} // namespace lento::cli
