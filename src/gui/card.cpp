#include "gui/card.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace lento::gui {

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_outer(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
    , m_title(new QLabel(this)) {
    setFrameShape(QFrame::NoFrame);
    setTextKind(*m_title, TextKind::heading);
    m_title->hide();
    m_head->addWidget(m_title, 1);
    m_outer->addLayout(m_head);
    m_outer->addLayout(m_body, 1);
    m_outer->setSpacing(em(*this, 0.4));
    m_body->setSpacing(em(*this, 0.3));
    setFlush(false);
}

Card::Card(const QString& title, QWidget* parent)
    : Card(parent) {
    setTitle(title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    if (accessibleName().isEmpty() || accessibleName() == this->title())
        setAccessibleName(title);
}

QString Card::title() const {
    return m_title->text();
}

QHBoxLayout* Card::head() {
    m_title->setWordWrap(true);
    return m_head;
}

void Card::setFlush(bool flush) {
    const int side = flush ? 1 : em(*this, 0.85);
    const int top = flush ? 1 : em(*this, 0.7);
    m_outer->setContentsMargins(side, top, side, top);
}

void Card::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(t.surface);
    painter.setPen(QPen(t.border, 1));
    const qreal radius = em(*this, 0.5);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace lento::gui
