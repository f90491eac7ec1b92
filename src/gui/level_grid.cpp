#include "gui/level_grid.h"

#include "core/further_scores.h"
#include "gui/flow_layout.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

LevelGrid::LevelGrid(LevelScale scale, const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_scale(std::move(scale))
    , m_catalogue(catalogue)
    , m_grid(new QGridLayout)
    , m_add(new QPushButton(tr("Add &muscle group")))
    , m_repeat(new QPushButton(tr("As &last time")))
    , m_keys(new QLabel(m_scale.keys)) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(em(*this, 1));
    m_grid->setVerticalSpacing(em(*this, 0.35));
    const QStringList heads{m_scale.heading, tr("Left"), tr("Right"), tr("Last time L / R")};
    for (int column = 0; column < heads.size(); ++column) {
        auto* head = new QLabel(heads[column]);
        setTextKind(*head, TextKind::caption);
        if (column == 0)
            head->setToolTip(m_scale.meaning);
        m_grid->addWidget(head, 0, column);
    }
    m_grid->setColumnStretch(3, 1);
    outer->addLayout(m_grid);
    makeLink(*m_add);
    auto* menu = new QMenu(m_add);
    m_add->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const content::MuscleGroup& group : m_catalogue.muscleGroups())
            if (!hasRow(group.code))
                connect(menu->addAction(QString::fromStdString(group.name)), &QAction::triggered, this, [this, group] {
                    addRow(group, m_last);
                    Q_EMIT groupAdded();
                });
    });
    makeLink(*m_repeat);
    m_repeat->setToolTip(tr("Give each group and side that is not scored yet the level of last time"));
    connect(m_repeat, &QPushButton::clicked, this, &LevelGrid::repeatLast);
    setTextKind(*m_keys, TextKind::muted);
    auto* below = new FlowLayout;
    below->setSpacing(em(*this, 0.8));
    below->addWidget(m_add);
    below->addWidget(m_repeat);
    below->addWidget(m_keys);
    outer->addLayout(below);
}

QString LevelGrid::levelText(const std::optional<int>& level) const {
    for (const SegmentedControl::Choice& choice : m_scale.levels)
        if (choice.value == level)
            return choice.text;
    return QStringLiteral("–");
}

bool LevelGrid::hasRow(const std::string& code) const {
    return std::ranges::find(m_rows, code, &Row::code) != m_rows.end();
}

void LevelGrid::clearRows() {
    for (int row = m_grid->rowCount() - 1; row > 0; --row)
        for (int column = 0; column < m_grid->columnCount(); ++column)
            if (QLayoutItem* item = m_grid->itemAtPosition(row, column)) {
                m_grid->removeItem(item);
                if (QWidget* gone = item->widget()) {
                    gone->hide();
                    gone->deleteLater();
                }
                delete item;
            }
    m_rows.clear();
}

void LevelGrid::addRow(const content::MuscleGroup& group, const LastLevel& last) {
    const int at = static_cast<int>(m_rows.size()) + 1;
    const QString name = QString::fromStdString(group.name);
    Row row;
    row.code = group.code;
    row.left = new SegmentedControl(m_scale.left.arg(name), m_scale.levels);
    row.right = new SegmentedControl(m_scale.right.arg(name), m_scale.levels);
    for (SegmentedControl* side : {row.left, row.right}) {
        side->setClearable(true);
        connect(side, &SegmentedControl::valueChanged, this, &LevelGrid::edited);
        // Before the row's own keys.
        for (QAbstractButton* button : side->findChildren<QAbstractButton*>())
            button->installEventFilter(this);
    }
    auto* before = new QLabel(tr("%1 / %2").arg(levelText(last(group.code, core::Side::left)),
                                                levelText(last(group.code, core::Side::right))));
    setTextKind(*before, TextKind::muted);
    m_grid->addWidget(new QLabel(name), at, 0);
    m_grid->addWidget(row.left, at, 1, Qt::AlignLeft);
    m_grid->addWidget(row.right, at, 2, Qt::AlignLeft);
    m_grid->addWidget(before, at, 3);
    m_rows.push_back(row);
}

std::vector<std::string> LevelGrid::groups() const {
    std::vector<std::string> codes;
    for (const Row& row : m_rows)
        codes.push_back(row.code);
    return codes;
}

void LevelGrid::goToGroup(const std::string& muscleGroup, core::Side side) {
    if (!hasRow(muscleGroup)) {
        const auto group = std::ranges::find(m_catalogue.muscleGroups(), muscleGroup, &content::MuscleGroup::code);
        if (m_readOnly || group == m_catalogue.muscleGroups().end())
            return;
        addRow(*group, m_last);
        Q_EMIT groupAdded();
    }
    goTo(static_cast<std::size_t>(std::ranges::find(m_rows, muscleGroup, &Row::code) - m_rows.begin()), side);
}

void LevelGrid::setScores(const std::vector<Score>& scores, const LastLevel& last) {
    clearRows();
    m_last = last;
    for (const content::MuscleGroup& group : m_catalogue.muscleGroups()) {
        const bool scored = std::ranges::find(scores, group.code, &Score::muscleGroup) != scores.end();
        const bool before = last(group.code, core::Side::left) || last(group.code, core::Side::right);
        if (group.usual || scored || before)
            addRow(group, last);
    }
    for (const Score& score : scores)
        for (const Row& row : m_rows)
            if (row.code == score.muscleGroup)
                row.at(score.side)->setValue(score.level);
    offerRepeat();
}

void LevelGrid::offerRepeat() {
    const bool any = std::ranges::any_of(m_rows, [this](const Row& row) {
        return m_last(row.code, core::Side::left) || m_last(row.code, core::Side::right);
    });
    m_repeat->setVisible(any && !m_readOnly);
}

void LevelGrid::repeatLast() {
    bool changed = false;
    for (const Row& row : m_rows)
        for (const core::Side side : {core::Side::left, core::Side::right})
            if (const auto level = m_last(row.code, side); level && !row.at(side)->value()) {
                row.at(side)->setValue(*level);
                changed = true;
            }
    if (changed)
        Q_EMIT edited();
}

std::optional<LevelGrid::Cell> LevelGrid::cellOf(const QObject* button) const {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        for (const core::Side side : {core::Side::left, core::Side::right})
            if (m_rows[row].at(side) == button->parent())
                return Cell{row, side};
    return std::nullopt;
}

void LevelGrid::goTo(std::size_t row, core::Side side) {
    if (row >= m_rows.size())
        return;
    // The one tab stop of the row of levels.
    for (QAbstractButton* button : m_rows[row].at(side)->findChildren<QAbstractButton*>())
        if (button->focusPolicy() == Qt::StrongFocus)
            button->setFocus(Qt::TabFocusReason);
}

void LevelGrid::score(Cell cell, int level) {
    m_rows[cell.row].at(cell.side)->setValue(level);
    Q_EMIT edited();
    if (cell.side == core::Side::left)
        goTo(cell.row, core::Side::right);
    else
        goTo(cell.row + 1, core::Side::left);
}

bool LevelGrid::eventFilter(QObject* watched, QEvent* event) {
    const std::optional<Cell> cell = event->type() == QEvent::KeyPress && !m_readOnly ? cellOf(watched) : std::nullopt;
    if (!cell)
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::eventFilter(watched, event);
    if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) {
        if (key.key() == Qt::Key_Down)
            goTo(cell->row + 1, cell->side);
        else if (cell->row > 0)
            goTo(cell->row - 1, cell->side);
        return true;
    }
    if (key.key() == Qt::Key_R) {
        if (const auto last = m_last(m_rows[cell->row].code, cell->side))
            score(*cell, *last);
        return true;
    }
    const std::optional<int> level = m_scale.typedLevel(key.text());
    if (!level)
        return QWidget::eventFilter(watched, event);
    score(*cell, *level);
    return true;
}

std::vector<LevelGrid::Score> LevelGrid::scores() const {
    std::vector<Score> scores;
    for (const Row& row : m_rows) {
        if (const auto left = row.left->value())
            scores.push_back({row.code, core::Side::left, *left});
        if (const auto right = row.right->value())
            scores.push_back({row.code, core::Side::right, *right});
    }
    return scores;
}

void LevelGrid::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (const Row& row : m_rows) {
        row.left->setEnabled(!readOnly);
        row.right->setEnabled(!readOnly);
    }
    m_add->setVisible(!readOnly);
    m_keys->setVisible(!readOnly);
    if (m_last)
        offerRepeat();
}

namespace {

QString meaningOf(const content::Catalogue& catalogue, std::string_view id) {
    const content::ScaleKind* scale = catalogue.scale(id);
    QStringList lines;
    if (scale != nullptr)
        for (const content::ScaleLevel& level : scale->measures.front().levels)
            lines << LevelGrid::tr("%1: %2").arg(QString::fromStdString(level.code),
                                                 QString::fromStdString(level.text));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

LevelScale modifiedAshworth(const content::Catalogue& catalogue) {
    LevelScale scale;
    scale.heading = LevelGrid::tr("Modified Ashworth");
    scale.left = LevelGrid::tr("%1, left");
    scale.right = LevelGrid::tr("%1, right");
    scale.keys = LevelGrid::tr("Keys: 0, 1, + for 1+, 2, 3, 4 score and go on; R repeats last time");
    scale.meaning = meaningOf(catalogue, "mas");
    for (int i = 0; i < core::masLevels; ++i) {
        const auto level = static_cast<core::Mas>(i);
        scale.levels.append(
            {i, wording::masText(level), level == core::Mas::onePlus ? LevelGrid::tr("1 plus") : QString()});
    }
    scale.typedLevel = [](const QString& typed) -> std::optional<int> {
        const std::string text = typed.toStdString();
        const core::Result<core::Mas> level = core::masFromText(text == "+" ? "1+" : text);
        return level ? std::optional(static_cast<int>(*level)) : std::nullopt;
    };
    return scale;
}

LevelScale originalAshworth(const content::Catalogue& catalogue) {
    LevelScale scale;
    scale.heading = LevelGrid::tr("Ashworth, original");
    scale.left = LevelGrid::tr("%1, left, original Ashworth");
    scale.right = LevelGrid::tr("%1, right, original Ashworth");
    scale.keys = LevelGrid::tr("Keys: 0, 1, 2, 3, 4 score and go on; R repeats last time");
    scale.meaning = meaningOf(catalogue, "ashworth");
    for (int level = 0; level <= core::highestAshworth; ++level)
        scale.levels.append({level, QString::number(level), {}});
    scale.typedLevel = [](const QString& typed) -> std::optional<int> {
        bool isNumber = false;
        const int level = typed.toInt(&isNumber);
        return isNumber && level >= 0 && level <= core::highestAshworth ? std::optional(level) : std::nullopt;
    };
    return scale;
}

} // namespace lento::gui
