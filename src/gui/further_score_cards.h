// FurtherScoreCards holds the scales that not every patient has: original Ashworth, Tardieu, goals, timed walks. Each
// stands in a card of its own once it is recorded, was recorded before, or is added from the menu (SCL-2, SCL-3, SCL-7,
// SCL-8).
//
// Nothing of a scale is built before its card is shown.
#pragma once

#include "app/earlier_scores.h"
#include "content/catalogue.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace lento::gui {

class Card;
class GoalRows;
class LevelGrid;
class TardieuRows;
class WalkTimes;

class FurtherScoreCards : public QWidget {
    Q_OBJECT
public:
    explicit FurtherScoreCards(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    void setScores(const core::FurtherScores& scores, const app::EarlierScores& earlier);
    core::FurtherScores scores() const;
    void setReadOnly(bool readOnly);
    // Tells in place what cannot be taken; the first such line, or none.
    QWidget* problem();

    enum class Scale { ashworth, tardieu, goals, walks };
    void add(Scale scale);

Q_SIGNALS:
    void edited();

private:
    template <class Content>
    void build(Content*& content, Card*& card, Content* made);
    void offer();
    bool isShown(Scale scale) const;
    Card*& cardOf(Scale scale) { return m_cards[static_cast<std::size_t>(scale)]; }
    void fill(Scale scale);

    const content::Catalogue& m_catalogue;
    core::FurtherScores m_given; // what was set, for scales without a card
    app::EarlierScores m_earlier;
    bool m_readOnly = false;
    QVBoxLayout* m_layout;
    QPushButton* m_add;
    std::array<Card*, 4> m_cards{};
    LevelGrid* m_ashworth = nullptr;
    TardieuRows* m_tardieu = nullptr;
    GoalRows* m_goals = nullptr;
    WalkTimes* m_walks = nullptr;
};

} // namespace lento::gui
