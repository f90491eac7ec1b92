#include "gui/field_note.h"

#include "gui/typed_edit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

FieldNote::FieldNote(QWidget* parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_label(new QLabel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(em(*this, 0.3));
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_label->setTextFormat(Qt::PlainText);
    m_mark->setTextFormat(Qt::PlainText);
    setTextKind(*m_label, TextKind::small);
    setTextKind(*m_mark, TextKind::small);
    hide();
}

FieldNote::FieldNote(TypedEdit& field, QWidget* parent)
    : FieldNote(parent) {
    connect(&field, &TypedEdit::problemChanged, this, [this](const QString& words) {
        m_problem = !words.isEmpty();
        if (m_problem)
            showNow(Tone::critical, words);
        else
            showNow(m_ownTone, m_own);
    });
}

void FieldNote::set(Tone tone, const QString& text) {
    m_ownTone = tone;
    m_own = text;
    if (!m_problem)
        showNow(tone, text);
}

QString FieldNote::text() const {
    return m_label->text();
}

void FieldNote::showNow(Tone tone, const QString& text) {
    m_tone = tone;
    m_label->setText(text);
    // A sign beside the colour, so that the two never depend on each other.
    m_mark->setText(tone == Tone::critical ? u"\u25B2"_s : tone == Tone::caution ? u"\u25B3"_s : QString());
    m_mark->setVisible(!m_mark->text().isEmpty());
    recolour();
    setVisible(!text.isEmpty());
}

void FieldNote::recolour() {
    const Tokens& t = tokens(palette());
    const QColor colour = m_tone == Tone::neutral ? t.muted : t.tone(m_tone).text;
    for (QLabel* label : {m_mark, m_label}) {
        QPalette own = label->palette();
        if (own.color(label->foregroundRole()) == colour)
            continue;
        own.setColor(label->foregroundRole(), colour);
        label->setPalette(own);
    }
}

void FieldNote::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace lento::gui
