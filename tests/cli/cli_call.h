// Calls lento-cli as a script would, without a process: arguments and input in; exit code, output and errors out.
#pragma once

#include "cli/commands.h"

#include <QBuffer>
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace lento::test {

struct CliCall {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QList<QByteArray> lines() const {
        QList<QByteArray> all = out.split('\n');
        if (!all.isEmpty() && all.last().isEmpty())
            all.removeLast();
        return all;
    }
};

inline CliCall call(const QStringList& arguments, QByteArray input = {}) {
    CliCall done;
    QBuffer in(&input);
    QBuffer out(&done.out);
    QBuffer err(&done.err);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    done.exitCode = cli::run(arguments, {in, out, err});
    return done;
}

} // namespace lento::test
