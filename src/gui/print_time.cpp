#include "gui/print_time.h"

#include "core/calendar.h"
#include "wording/quantities.h"

#include <QDateTime>

namespace lento::gui {

QString whenText(const std::string& utc) {
    const QDateTime local = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs).toLocalTime();
    const auto day = core::Date::fromYmd(local.date().year(), local.date().month(), local.date().day());
    return day ? QStringLiteral("%1 %2").arg(wording::clinicalDate(*day),
                                             local.time().toString(QStringLiteral("HH:mm")))
               : QString();
}

} // namespace lento::gui
