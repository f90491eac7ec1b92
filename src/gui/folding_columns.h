// FoldingColumns shows two widgets side by side while both have room, and the second under the first where they have
// not: at 200 % nothing is cut off at the side.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace lento::gui {

class FoldingColumns : public QWidget {
    Q_OBJECT
public:
    // What each needs before they stand side by side.
    enum class Room { least, usual };

    // The shares are those of the width; folded, the first takes what height is left over.
    FoldingColumns(QWidget* first, int firstShare, QWidget* second, int secondShare, Room room = Room::least,
                   QWidget* parent = nullptr);

    void setSpacing(int pixels);
    bool isFolded() const noexcept { return m_folded; }

    QSize minimumSizeHint() const override;
    // Side by side, as wide as both would like to be.
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int widthSideBySide(Room room) const;
    void fold();

    QBoxLayout* m_box;
    Room m_room;
    int m_firstShare;
    int m_secondShare;
    bool m_folded = false;
};

} // namespace lento::gui
