#include "storage/dialect.h"

#include <QRegularExpression>

namespace lento::storage {

std::optional<QString> forSqlite(const QString& statement) {
    static const QRegularExpression only(QStringLiteral(R"(^/\*only:(\w+)\*/\s*)"));
    QString text = statement;
    if (const QRegularExpressionMatch match = only.match(text); match.hasMatch()) {
        if (match.captured(1) != QLatin1String("sqlite"))
            return std::nullopt;
        text = text.mid(match.capturedLength());
    }
    return text.replace(QLatin1String("/*strict*/"), QLatin1String("strict"));
}

std::string asBytes(std::string_view column) {
    return "cast(" + std::string(column) + " as blob)";
}

} // namespace lento::storage
