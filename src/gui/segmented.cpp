#include "gui/segmented.h"

#include "gui/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace lento::gui {

namespace {

class Segment final : public QAbstractButton {
public:
    Segment(const QString& text, bool first, bool last, QWidget* parent)
        : QAbstractButton(parent)
        , m_first(first)
        , m_last(last) {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override {
        QFont bold = font();
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        const int height = metrics.height() * 8 / 5;
        return {qMax(metrics.horizontalAdvance(text()) + metrics.height() * 9 / 8, height), height};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokens(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(m_first ? 0.5 : -0.5, 0.5, -0.5, -0.5);
        const qreal radius = fontMetrics().height() * 0.36;
        QPainterPath path;
        // Only the ends of the row are round: the inner sides lie outside what is clipped.
        path.addRoundedRect(box.adjusted(m_first ? 0 : -radius * 2, 0, m_last ? 0 : radius * 2, 0), radius, radius);
        painter.setClipRect(rect());
        const bool enabled = isEnabled();
        const bool on = isChecked();
        // What was recorded and cannot be changed here stays as readable as the rest.
        const QColor fill = on                        ? (enabled ? t.primaryFill : t.primaryPale)
                            : underMouse() && enabled ? t.primaryPale
                                                      : t.surface;
        painter.fillPath(path, fill);
        painter.setPen(QPen(enabled ? t.controlBorder : t.border, 1));
        painter.drawPath(path);
        if (!m_last)
            painter.drawLine(QPointF(width() - 0.5, 0.5), QPointF(width() - 0.5, height() - 0.5));
        QFont face = font();
        face.setBold(on);
        painter.setFont(face);
        painter.setPen(!enabled ? (on ? t.text : t.muted) : on ? t.onPrimaryFill : t.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setPen(QPen(on ? t.onPrimaryFill : t.primary, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), radius / 2, radius / 2);
        }
    }

private:
    bool m_first;
    bool m_last;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

SegmentedControl::SegmentedControl(const QString& name, const QList<Choice>& choices, QWidget* parent)
    : SegmentedControl(parent) {
    m_name = name;
    setChoices(choices);
}

void SegmentedControl::setName(const QString& name) {
    m_name = name;
    setAccessibleName(name);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const Choice& choice = m_choices[i];
        const QString spoken = choice.spokenText.isEmpty() ? choice.text : choice.spokenText;
        m_buttons[i]->setAccessibleName(name.isEmpty() ? spoken : tr("%1: %2").arg(name, spoken));
    }
}

void SegmentedControl::setChoices(const QList<Choice>& choices) {
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_choices = choices;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        auto* button = new Segment(choices[i].text, i == 0, i + 1 == choices.size(), this);
        button->installEventFilter(this);
        button->setToolTip(choices[i].hint);
        button->setAccessibleDescription(choices[i].hint);
        const int value = choices[i].value;
        connect(button, &QAbstractButton::clicked, this, [this, value] {
            choose(m_clearable && m_value == value ? std::nullopt : std::optional<int>(value), true);
        });
        m_layout->addWidget(button);
        m_buttons.append(button);
    }
    setName(m_name);
    showValue();
}

void SegmentedControl::setValue(std::optional<int> value) {
    m_value = value;
    showValue();
}

void SegmentedControl::choose(std::optional<int> value, bool focus) {
    const bool changed = value != m_value;
    m_value = value;
    showValue();
    if (focus) {
        for (qsizetype i = 0; i < m_choices.size(); ++i) {
            if (value && m_choices[i].value == *value)
                m_buttons[i]->setFocus(Qt::OtherFocusReason);
        }
    }
    if (changed)
        Q_EMIT valueChanged(m_value);
}

void SegmentedControl::showValue() {
    qsizetype chosen = -1;
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const bool on = m_value && m_choices[i].value == *m_value;
        m_buttons[i]->setChecked(on);
        if (on)
            chosen = i;
    }
    // One tab stop for the row: the chosen one, or the first while none is.
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setFocusPolicy(i == qMax<qsizetype>(chosen, 0) ? Qt::StrongFocus : Qt::ClickFocus);
}

// No focus proxy: Qt also stops at a widget for its proxy's sake, wherever it stands in the tab order, and goes round
// in circles.
void SegmentedControl::focusInEvent(QFocusEvent* event) {
    for (QAbstractButton* button : std::as_const(m_buttons)) {
        if (button->focusPolicy() == Qt::StrongFocus)
            button->setFocus(event->reason());
    }
}

bool SegmentedControl::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || !isEnabled())
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const auto at = m_buttons.indexOf(static_cast<QAbstractButton*>(watched));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    qsizetype target = -1;
    switch (key.key()) {
    case Qt::Key_Left:
        target = at + (mirrored ? 1 : -1);
        break;
    case Qt::Key_Right:
        target = at + (mirrored ? -1 : 1);
        break;
    case Qt::Key_Home:
        target = 0;
        break;
    case Qt::Key_End:
        target = m_buttons.size() - 1;
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!m_clearable)
            return QWidget::eventFilter(watched, event);
        choose(std::nullopt, false);
        return true;
    default: {
        if (key.text().isEmpty() ||
            key.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            return QWidget::eventFilter(watched, event);
        // The next choice that begins with what was typed; "1" twice reaches "1+".
        for (qsizetype i = 1; i <= m_choices.size(); ++i) {
            const qsizetype candidate = (at + i) % m_choices.size();
            const bool here = m_choices[candidate].text.startsWith(key.text(), Qt::CaseInsensitive);
            const bool taken = m_value && m_choices[candidate].value == *m_value;
            if (here && !(taken && i < m_choices.size())) {
                target = candidate;
                // An exact label wins over one that only begins so, unless it is already chosen.
                for (qsizetype j = 0; j < m_choices.size(); ++j) {
                    if (m_choices[j].text.compare(key.text(), Qt::CaseInsensitive) == 0 &&
                        m_value != m_choices[j].value)
                        target = j;
                }
                break;
            }
        }
        if (target < 0)
            return QWidget::eventFilter(watched, event);
        break;
    }
    }
    if (target >= 0 && target < m_buttons.size())
        choose(m_choices[target].value, true);
    return true;
}

void SegmentedControl::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace lento::gui
