#include "gui/choice_row.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>

namespace lento::gui {

ChoiceRow::ChoiceRow(const QString& text, QWidget* parent)
    : QFrame(parent)
    , m_button(new QRadioButton(this))
    , m_text(new QLabel(text, this)) {
    auto* layout = new QHBoxLayout(this);
    const int side = em(*this, 0.5);
    layout->setContentsMargins(side, em(*this, 0.3), side, em(*this, 0.3));
    layout->setSpacing(em(*this, 0.4));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    layout->addWidget(m_button);
    layout->addWidget(m_text, 1);
    m_button->setAccessibleName(text);
    connect(m_button, &QRadioButton::toggled, this, qOverload<>(&QWidget::update));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceRow::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        m_button->setFocus();
        m_button->click();
    }
}

void ChoiceRow::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_button->isChecked() ? t.primary : t.controlBorder, 1));
    painter.setBrush(m_button->isChecked() ? t.primaryPale : t.surface);
    const qreal radius = em(*this, 0.25);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace lento::gui
