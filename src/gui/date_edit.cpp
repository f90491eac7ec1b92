#include "gui/date_edit.h"

#include "gui/theme.h"
#include "wording/quantities.h"
#include "wording/typed_values.h"

#include <QAction>
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QDate asQDate(core::Date date) {
    return QDate(1970, 1, 1).addDays(date.dayNumber());
}

core::Date asDate(const QDate& date) {
    return core::Date::fromDayNumber(static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date)));
}

} // namespace

DateEdit::DateEdit(QWidget* parent)
    : ValueEdit([this](QStringView text) { return readInRange(text); },
                [](const core::Date& date) { return wording::clinicalDate(date); }, parent)
    , m_calendarAction(new QAction(this)) {
    setPlaceholderText(tr("dd-Mmm-yyyy"));
    m_calendarAction->setText(tr("Choose from a calendar"));
    m_calendarAction->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    connect(m_calendarAction, &QAction::triggered, this, &DateEdit::openCalendar);
    addAction(m_calendarAction, QLineEdit::TrailingPosition);
    drawIcon();
}

void DateEdit::drawIcon() {
    m_calendarAction->setIcon(themeIcon(u"calendar"_s, palette(), tokens(palette()).muted));
}

void DateEdit::changeEvent(QEvent* event) {
    ValueEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_calendarAction != nullptr)
        drawIcon();
}

void DateEdit::setRange(std::optional<core::Date> first, std::optional<core::Date> last) {
    m_first = first;
    m_last = last;
}

core::Result<core::Date> DateEdit::readInRange(QStringView text) const {
    const core::Result<core::Date> date = wording::parseTypedDate(text);
    if (!date)
        return date;
    if ((m_first && *date < *m_first) || (m_last && *date > *m_last))
        return core::failure(core::ErrorCode::outOfRange, "date",
                             {text.trimmed().toString().toStdString(),
                              m_first ? wording::clinicalDate(*m_first).toStdString() : "01-Jan-1900",
                              m_last ? wording::clinicalDate(*m_last).toStdString() : "31-Dec-2199"});
    return date;
}

bool DateEdit::stepBy(int steps) {
    const core::Result<core::Date> typed = wording::parseTypedDate(text());
    std::optional<core::Date> from;
    if (typed)
        from = *typed + steps;
    else if (isEmpty() && m_suggestion)
        from = *m_suggestion;
    if (!from)
        return false;
    if ((m_first && *from < *m_first) || (m_last && *from > *m_last))
        return true;
    setValue(*from);
    return true;
}

void DateEdit::keyPressEvent(QKeyEvent* event) {
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier);
    if (altDown || event->key() == Qt::Key_F4) {
        openCalendar();
        event->accept();
        return;
    }
    ValueEdit::keyPressEvent(event);
}

void DateEdit::openCalendar() {
    if (isReadOnly() || !isEnabled())
        return;
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto* calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setGridVisible(false);
    calendar->setDateRange(m_first ? asQDate(*m_first) : QDate(1900, 1, 1),
                           m_last ? asQDate(*m_last) : QDate(2199, 12, 31));
    const auto shown = value() ? value() : m_suggestion;
    if (shown)
        calendar->setSelectedDate(asQDate(*shown));
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(calendar);
    const auto take = [this, popup](const QDate& date) {
        setValue(asDate(date));
        popup->close();
        check();
        Q_EMIT valueEdited();
        Q_EMIT valueCommitted();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    popup->adjustSize();
    QPoint place = mapToGlobal(QPoint(0, height() + 2));
    const QRect room = screen()->availableGeometry();
    if (place.y() + popup->height() > room.bottom())
        place.setY(mapToGlobal(QPoint(0, 0)).y() - popup->height() - 2);
    place.setX(qMax(room.left(), qMin(place.x(), room.right() - popup->width())));
    popup->move(place);
    popup->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

} // namespace lento::gui
