// PagePreview shows one page of a Document as it will be on paper, as large as there is room.
#pragma once

#include "report/document.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace lento::gui {

class PagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);

    void setDocument(std::optional<report::Document> document);
    int pageCount() const;
    int page() const noexcept { return m_page; }
    QSize sizeHint() const override;

public Q_SLOTS:
    void showPage(int page);

Q_SIGNALS:
    void pageShown(int page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::optional<report::Document> m_document;
    QPixmap m_picture; // of the page at the present size
    int m_page = 0;
};

} // namespace lento::gui
