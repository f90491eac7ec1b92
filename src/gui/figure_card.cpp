#include "gui/figure_card.h"

#include "gui/theme.h"
#include "gui/whole_dates.h"

#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

FigureCard::FigureCard(int lines, QWidget* parent)
    : Card(parent)
    , m_value(new QLabel)
    , m_detail(new QLabel) {
    m_value->setTextFormat(Qt::RichText);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    // The same lines whatever they hold, so that the page does not jump from patient to patient.
    m_detail->setMinimumHeight(lines * m_detail->fontMetrics().lineSpacing());
    setTextKind(*m_value, TextKind::value);
    setTextKind(*m_detail, TextKind::muted);
    body()->addWidget(m_value);
    body()->addWidget(m_detail);
}

void FigureCard::show(const QString& caption, const QString& value, const QString& detail) {
    setTitle(caption);
    m_value->setText(value);
    m_detail->setText(withWholeDates(detail));
}

QFont FigureCard::detailFont() const {
    return m_detail->font();
}

} // namespace lento::gui
