// lento-cli: standard streams in, exit code out; everything else is in the library, where tests reach it.
#include "cli/commands.h"
#include "cli/error_text.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("lento-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LENTO_VERSION));
    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly) ||
        !err.open(stderr, QIODevice::WriteOnly))
        return lento::cli::exitWrongInput;
    const lento::cli::Streams streams{in, out, err};
    const int exitCode = lento::cli::run(QCoreApplication::arguments().mid(1), streams);
    // A full disk behind a redirection shows only here.
    if (out.flush() && out.error() == QFileDevice::NoError)
        return exitCode;
    lento::cli::writeError(streams, "standard output", "cannot be written");
    return lento::cli::exitWrongInput;
}
