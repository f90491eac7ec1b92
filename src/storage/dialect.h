// The Dialect turns the portable SQL of database/migrations into what one database system takes.
//
// The files hold SQL that SQLite and PostgreSQL share, with two marks: "/*strict*/" after a table's closing bracket,
// and a statement that begins with "/*only:NAME*/" belongs to one system alone.
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace lento::storage {

// One statement for SQLite; nothing if it belongs to another system.
std::optional<QString> forSqlite(const QString& statement);

// A text column as its bytes, for reading many rows: Qt would make UTF-16 of each text, twice. PostgreSQL says
// convert_to(column, 'UTF8').
std::string asBytes(std::string_view column);

} // namespace lento::storage
