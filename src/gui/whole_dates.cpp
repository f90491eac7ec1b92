#include "gui/whole_dates.h"

#include <QRegularExpression>
#include <QString>

namespace lento::gui {

QString withWholeDates(const QString& text) {
    static const QRegularExpression date(QStringLiteral("(\\d{2}-)(\\w{3,5}-)(?=\\d{4})"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).replace(date, QStringLiteral("\\1\u2060\\2\u2060"));
}

} // namespace lento::gui
