// A CommandLine reads the options of one command; --help is on every command and a wrong option ends with exit code 2.
#pragma once

#include "cli/streams.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

namespace lento::cli {

class CommandLine {
public:
    CommandLine(const QString& command, const QString& description);

    void option(const QString& name, const QString& description, const QString& valueName = {},
                const QString& defaultValue = {});
    // In the order of the call; `syntax` as in the help: "[FILE|-]".
    void positional(const QString& name, const QString& description, const QString& syntax);

    // The exit code when the command is done already: help was asked for, or the call is wrong.
    std::optional<int> parse(const QStringList& arguments, const Streams& streams, int mostPositional);

    bool isSet(const QString& name) const { return m_parser.isSet(name); }
    QString value(const QString& name) const { return m_parser.value(name); }
    QStringList positional() const { return m_parser.positionalArguments().mid(1); }

private:
    QString m_command;
    QCommandLineParser m_parser;
};

} // namespace lento::cli
