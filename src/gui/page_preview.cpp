#include "gui/page_preview.h"

#include "gui/theme.h"
#include "report/page_painter.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lento::gui {

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview"));
    setMinimumSize(em(*this, 20), em(*this, 14));
}

QSize PagePreview::sizeHint() const {
    return {em(*this, 48), em(*this, 34)};
}

void PagePreview::setDocument(std::optional<report::Document> document) {
    m_document = std::move(document);
    m_picture = {};
    showPage(std::min(m_page, std::max(0, pageCount() - 1)));
    update();
}

int PagePreview::pageCount() const {
    return m_document ? static_cast<int>(m_document->pages.size()) : 0;
}

void PagePreview::showPage(int page) {
    m_page = std::clamp(page, 0, std::max(0, pageCount() - 1));
    m_picture = {};
    setAccessibleDescription(pageCount() == 0 ? QString() : tr("Page %1 of %2").arg(m_page + 1).arg(pageCount()));
    update();
    Q_EMIT pageShown(m_page);
}

void PagePreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (pageCount() == 0)
        return;
    const double scale = std::min(width() / m_document->width(), height() / m_document->height());
    const QSizeF size(m_document->width() * scale, m_document->height() * scale);
    const QRectF paper(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    const QSize pixels = (size * devicePixelRatioF()).toSize();
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.fill(Qt::white); // paper is white in the dark too
        QPainter page(&m_picture);
        page.setRenderHint(QPainter::Antialiasing);
        // What cannot be painted was refused before it came here.
        const core::Result<void> painted =
            report::paintPage(*m_document, static_cast<std::size_t>(m_page), page, scale * devicePixelRatioF());
        if (!painted)
            m_picture.fill(Qt::lightGray);
    }
    painter.drawPixmap(paper, m_picture, m_picture.rect());
    painter.setPen(tokens(palette()).border);
    painter.drawRect(paper);
    if (hasFocus()) {
        painter.setPen(QPen(tokens(palette()).primary, 2));
        painter.drawRect(paper.adjusted(1, 1, -1, -1));
    }
}

void PagePreview::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
        showPage(m_page + 1);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_Left:
        showPage(m_page - 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace lento::gui
