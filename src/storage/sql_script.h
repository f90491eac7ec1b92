// Splits an SQL script into its statements, knowing strings, quoted names, comments and trigger bodies.
//
// Qt's SQLite driver takes one statement at a time, without even a comment after it.
#pragma once

#include <QString>
#include <QStringList>

namespace lento::storage {

// Statements in order, without the closing semicolon, outer blanks and outer "--" comments; "/*…*/" marks are kept.
QStringList splitSqlScript(const QString& script);

} // namespace lento::storage
