#include "gui/further_score_cards.h"

#include "gui/card.h"
#include "gui/goal_rows.h"
#include "gui/level_grid.h"
#include "gui/number_edit.h"
#include "gui/tardieu_rows.h"
#include "gui/theme.h"
#include "gui/walk_times.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

using Scale = FurtherScoreCards::Scale;

constexpr std::array<Scale, 4> all{Scale::ashworth, Scale::tardieu, Scale::goals, Scale::walks};

QString nameOf(Scale scale) {
    switch (scale) {
    case Scale::ashworth:
        return FurtherScoreCards::tr("Ashworth, original");
    case Scale::tardieu:
        return FurtherScoreCards::tr("Tardieu");
    case Scale::goals:
        return FurtherScoreCards::tr("Goals (GAS)");
    case Scale::walks:
        break;
    }
    return FurtherScoreCards::tr("Timed walks: 10 m, 25 feet");
}

bool holds(const core::FurtherScores& scores, Scale scale) {
    switch (scale) {
    case Scale::ashworth:
        return !scores.ashworth.empty();
    case Scale::tardieu:
        return !scores.tardieu.empty();
    case Scale::goals:
        return !scores.goals.empty();
    case Scale::walks:
        break;
    }
    return scores.tenMetreHundredths || scores.twentyFiveFootHundredths;
}

} // namespace

FurtherScoreCards::FurtherScoreCards(const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_layout(new QVBoxLayout(this))
    , m_add(new QPushButton(tr("&Add scale"))) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(em(*this, 0.7));
    makeLink(*m_add);
    auto* menu = new QMenu(m_add);
    m_add->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Scale scale : all)
            if (!isShown(scale))
                connect(menu->addAction(nameOf(scale)), &QAction::triggered, this, [this, scale] { add(scale); });
    });
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
}

bool FurtherScoreCards::isShown(Scale scale) const {
    const Card* card = m_cards[static_cast<std::size_t>(scale)];
    return card != nullptr && !card->isHidden();
}

template <class Content>
void FurtherScoreCards::build(Content*& content, Card*& card, Content* made) {
    content = made;
    card = new Card;
    card->body()->addWidget(content);
    connect(content, &Content::edited, this, &FurtherScoreCards::edited);
    // In the order of the menu, before the button.
    int place = 0;
    for (Card* each : m_cards) {
        if (each == card)
            break;
        place += each == nullptr ? 0 : 1;
    }
    m_layout->insertWidget(place, card);
}

void FurtherScoreCards::add(Scale scale) {
    Card*& card = cardOf(scale);
    if (card == nullptr) {
        switch (scale) {
        case Scale::ashworth:
            build(m_ashworth, card, new LevelGrid(originalAshworth(m_catalogue), m_catalogue));
            break;
        case Scale::tardieu:
            build(m_tardieu, card, new TardieuRows(m_catalogue));
            break;
        case Scale::goals:
            build(m_goals, card, new GoalRows(m_catalogue.numbers().scl7.correlation));
            break;
        case Scale::walks:
            build(m_walks, card, new WalkTimes(m_catalogue.numbers()));
            break;
        }
    }
    fill(scale);
    card->show();
    offer();
}

void FurtherScoreCards::fill(Scale scale) {
    switch (scale) {
    case Scale::ashworth: {
        std::vector<LevelGrid::Score> scores;
        for (const core::AshworthScore& score : m_given.ashworth)
            scores.push_back({score.muscleGroup, score.side, score.level});
        m_ashworth->setScores(scores, [this](const std::string& group, core::Side side) -> std::optional<int> {
            const auto& last = m_earlier.last.ashworth;
            const auto found = std::ranges::find_if(last, [&](const core::AshworthScore& score) {
                return score.muscleGroup == group && score.side == side;
            });
            return found == last.end() ? std::nullopt : std::optional(found->level);
        });
        m_ashworth->setReadOnly(m_readOnly);
        break;
    }
    case Scale::tardieu:
        m_tardieu->setReadOnly(m_readOnly);
        m_tardieu->setScores(m_given.tardieu, m_earlier.last.tardieu);
        break;
    case Scale::goals:
        m_goals->setReadOnly(m_readOnly);
        m_goals->setGoals(m_given.goals, m_earlier.last.goals);
        m_goals->setReadOnly(m_readOnly);
        break;
    case Scale::walks:
        m_walks->setReadOnly(m_readOnly);
        m_walks->setTimes(m_given, m_earlier);
        break;
    }
}

void FurtherScoreCards::setScores(const core::FurtherScores& scores, const app::EarlierScores& earlier) {
    m_given = scores;
    m_earlier = earlier;
    for (const Scale scale : all) {
        if (holds(scores, scale) || (!m_readOnly && holds(earlier.last, scale)))
            add(scale);
        else if (Card* card = cardOf(scale)) {
            fill(scale); // so that nothing of another visit stays in it
            card->hide();
        }
    }
    offer();
}

core::FurtherScores FurtherScoreCards::scores() const {
    core::FurtherScores scores = m_given;
    if (isShown(Scale::ashworth)) {
        scores.ashworth.clear();
        for (const LevelGrid::Score& score : m_ashworth->scores())
            scores.ashworth.push_back({score.muscleGroup, score.side, score.level});
    }
    if (isShown(Scale::tardieu))
        scores.tardieu = m_tardieu->scores();
    if (isShown(Scale::goals))
        scores.goals = m_goals->goals();
    if (isShown(Scale::walks))
        m_walks->writeTo(scores);
    return scores;
}

void FurtherScoreCards::setReadOnly(bool readOnly) {
    if (readOnly == m_readOnly)
        return;
    const core::FurtherScores now = scores();
    m_readOnly = readOnly;
    setScores(now, m_earlier);
}

void FurtherScoreCards::offer() {
    m_add->setVisible(!m_readOnly && !std::ranges::all_of(all, [this](Scale scale) { return isShown(scale); }));
}

QWidget* FurtherScoreCards::problem() {
    QWidget* first = nullptr;
    const auto note = [&first](QWidget* found) { first = first == nullptr ? found : first; };
    if (isShown(Scale::tardieu))
        note(m_tardieu->problem());
    if (isShown(Scale::goals))
        note(m_goals->problem());
    if (isShown(Scale::walks))
        note(m_walks->problem());
    return first;
}

} // namespace lento::gui
