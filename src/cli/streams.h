// What a command reads from and writes to, and the numbers it may end with (command-line.md); a test gives buffers.
#pragma once

#include <QIODevice>

#include <string_view>

namespace lento::cli {

struct Streams {
    QIODevice& in;
    QIODevice& out;
    QIODevice& err;
};

enum ExitCode : int {
    exitDone = 0,
    exitNeedsClinician = 1, // done, but a finding of BLOCK-OVR or HARD is in it
    exitWrongInput = 2,     // the call or the input
    exitClinicFile = 3,     // the clinic file could not be used
};

inline void write(QIODevice& device, std::string_view text) {
    device.write(text.data(), static_cast<qint64>(text.size()));
}

} // namespace lento::cli
