// FlowLayout puts its items side by side and goes on in a new line where the width ends, so that controls survive 200
// %.
#pragma once

#include <QLayout>
#include <QList>

namespace lento::gui {

class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect& rect) override;

private:
    // The height it takes; moves the items when `really`.
    int place(const QRect& rect, bool really) const;
    QList<QLayoutItem*> m_items;
};

} // namespace lento::gui
