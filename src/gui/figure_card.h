// FigureCard is one number with what it is and a line or two about it; it keeps its height whatever it says.
#pragma once

#include "gui/card.h"

class QLabel;

namespace lento::gui {

class FigureCard : public Card {
    Q_OBJECT
public:
    // lines: how many the detail keeps room for.
    explicit FigureCard(int lines = 2, QWidget* parent = nullptr);

    // value may be rich text.
    void show(const QString& caption, const QString& value, const QString& detail);
    QFont detailFont() const;

private:
    QLabel* m_value;
    QLabel* m_detail;
};

} // namespace lento::gui
