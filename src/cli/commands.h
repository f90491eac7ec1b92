// The commands of lento-cli: one line of the table each; run() finds the one that is called.
#pragma once

#include "cli/streams.h"

#include <QStringList>

#include <span>
#include <string_view>

namespace lento::cli {

struct Command {
    const char* name = nullptr;
    const char* summary = nullptr;
    // The arguments after the command's name. Returns an ExitCode.
    int (*run)(const QStringList& arguments, const Streams& streams) = nullptr;
    bool draws = false; // needs fonts, and with them a QGuiApplication
};

std::span<const Command> commands();
// Whether the command of that name draws.
bool draws(std::string_view name);

// `arguments` without the program's name.
int run(const QStringList& arguments, const Streams& streams);

} // namespace lento::cli
