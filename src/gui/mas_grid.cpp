#include "gui/mas_grid.h"

#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

QList<SegmentedControl::Choice> levels() {
    QList<SegmentedControl::Choice> choices;
    for (int i = 0; i < core::masLevels; ++i) {
        const auto level = static_cast<core::Mas>(i);
        choices.append({i, wording::masText(level), level == core::Mas::onePlus ? MasGrid::tr("1 plus") : QString()});
    }
    return choices;
}

QString lastText(const std::optional<core::Mas>& level) {
    return level ? wording::masText(*level) : QStringLiteral("–");
}

} // namespace

MasGrid::MasGrid(const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_grid(new QGridLayout)
    , m_add(new QPushButton(tr("Add &muscle group"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(em(*this, 1));
    m_grid->setVerticalSpacing(em(*this, 0.35));
    const QStringList heads{tr("Modified Ashworth"), tr("Left"), tr("Right"), tr("Last time L / R")};
    for (int column = 0; column < heads.size(); ++column) {
        auto* head = new QLabel(heads[column]);
        setTextKind(*head, TextKind::caption);
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
                connect(menu->addAction(QString::fromStdString(group.name)), &QAction::triggered, this,
                        [this, group] { addRow(group, m_last); });
    });
    outer->addWidget(m_add, 0, Qt::AlignLeft);
}

bool MasGrid::hasRow(const std::string& code) const {
    return std::ranges::find(m_rows, code, &Row::code) != m_rows.end();
}

void MasGrid::clearRows() {
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

void MasGrid::addRow(const content::MuscleGroup& group, const LastLevel& last) {
    const int at = static_cast<int>(m_rows.size()) + 1;
    const QString name = QString::fromStdString(group.name);
    Row row;
    row.code = group.code;
    row.left = new SegmentedControl(tr("%1, left").arg(name), levels());
    row.right = new SegmentedControl(tr("%1, right").arg(name), levels());
    for (SegmentedControl* side : {row.left, row.right}) {
        side->setClearable(true);
        connect(side, &SegmentedControl::valueChanged, this, &MasGrid::edited);
    }
    auto* before = new QLabel(
        tr("%1 / %2").arg(lastText(last(group.code, core::Side::left)), lastText(last(group.code, core::Side::right))));
    setTextKind(*before, TextKind::muted);
    m_grid->addWidget(new QLabel(name), at, 0);
    m_grid->addWidget(row.left, at, 1, Qt::AlignLeft);
    m_grid->addWidget(row.right, at, 2, Qt::AlignLeft);
    m_grid->addWidget(before, at, 3);
    m_rows.push_back(row);
}

void MasGrid::setScores(const std::vector<core::MasScore>& scores, const LastLevel& last) {
    clearRows();
    m_last = last;
    for (const content::MuscleGroup& group : m_catalogue.muscleGroups()) {
        const bool scored = std::ranges::find(scores, group.code, &core::MasScore::muscleGroup) != scores.end();
        const bool before = last(group.code, core::Side::left) || last(group.code, core::Side::right);
        if (group.usual || scored || before)
            addRow(group, last);
    }
    for (const core::MasScore& score : scores)
        for (const Row& row : m_rows)
            if (row.code == score.muscleGroup)
                (score.side == core::Side::left ? row.left : row.right)->setValue(static_cast<int>(score.level));
}

std::vector<core::MasScore> MasGrid::scores() const {
    std::vector<core::MasScore> scores;
    for (const Row& row : m_rows) {
        if (const auto left = row.left->value())
            scores.push_back({row.code, core::Side::left, static_cast<core::Mas>(*left)});
        if (const auto right = row.right->value())
            scores.push_back({row.code, core::Side::right, static_cast<core::Mas>(*right)});
    }
    return scores;
}

void MasGrid::setReadOnly(bool readOnly) {
    for (const Row& row : m_rows) {
        row.left->setEnabled(!readOnly);
        row.right->setEnabled(!readOnly);
    }
    m_add->setVisible(!readOnly);
}

} // namespace lento::gui
