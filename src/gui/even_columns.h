// EvenColumns lays its items out in columns of equal width: all in one row where they fit, else in two halves, else one
// below the other, so that a row of cards survives 200 %.
#pragma once

#include <QLayout>
#include <QList>

namespace lento::gui {

class EvenColumns : public QLayout {
    Q_OBJECT
public:
    explicit EvenColumns(QWidget* parent = nullptr);
    ~EvenColumns() override;

    // The rows share what is left of a room that is higher than they ask for; nothing is left below them.
    void setFilling(bool filling) { m_filling = filling; }

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override; // of one column
    QSize sizeHint() const override;    // of one row
    void setGeometry(const QRect& rect) override;

private:
    // The height it takes; moves the items when `really`.
    int place(const QRect& rect, bool really) const;
    QSize largestMinimum() const;
    int columnsIn(int width) const;
    QList<QLayoutItem*> m_items;
    bool m_filling = false;
};

} // namespace lento::gui
