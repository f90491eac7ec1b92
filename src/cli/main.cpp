// lento-cli: standard streams in, exit code out; everything else is in the library, where tests reach it.
#include "cli/commands.h"
#include "cli/error_text.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <memory>

namespace {

// What a desktop session lacks is no trouble of a command; standard error holds errors and nothing else.
void onlyWhatMatters(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtDebugMsg || type == QtInfoMsg || message.startsWith(QLatin1String("QStandardPaths:")))
        return;
    std::fprintf(stderr, "lento-cli: %s\n", message.toUtf8().constData());
}

} // namespace

int main(int argc, char* argv[]) {
    qInstallMessageHandler(onlyWhatMatters);
    const bool draws = argc > 1 && lento::cli::draws(argv[1]);
    // Pictures and pages need no screen.
    if (draws && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application =
        draws ? std::unique_ptr<QCoreApplication>(std::make_unique<QGuiApplication>(argc, argv))
              : std::make_unique<QCoreApplication>(argc, argv);
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
