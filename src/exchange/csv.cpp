#include "exchange/csv.h"

namespace lento::exchange {

namespace {

const QByteArray byteOrderMark = QByteArrayLiteral("\xEF\xBB\xBF");
const QByteArray lineEnd = QByteArrayLiteral("\r\n");

QByteArray written(const Field& field) {
    QString text = field.text;
    static const QString formulaStarts = QStringLiteral("=+-@\t\r\n");
    if (!field.number && !text.isEmpty() && formulaStarts.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    const bool quoted = text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) ||
                        text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (quoted)
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text.toUtf8();
}

void append(QByteArray& file, const std::vector<Field>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0)
            file += ',';
        file += written(row[i]);
    }
    file += lineEnd;
}

} // namespace

QByteArray toCsv(const Table& table) {
    QByteArray file = byteOrderMark;
    std::vector<Field> headings;
    for (const QString& heading : table.headings)
        headings.push_back({heading, false});
    append(file, headings);
    for (const std::vector<Field>& row : table.rows)
        append(file, row);
    return file;
}

} // namespace lento::exchange
