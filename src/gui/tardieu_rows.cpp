#include "gui/tardieu_rows.h"

#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "gui/number_edit.h"
#include "gui/theme.h"
#include "wording/score_words.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

constexpr int gridRowsPerRow = 2; // the values, and what is wrong with them
constexpr int angleColumn = 6;
constexpr int lastColumn = 7;

template <class Scores>
auto scoreOf(Scores& scores, const std::string& code, core::Side side) {
    return std::find_if(scores.begin(), scores.end(), [&](const core::TardieuScore& score) {
        return score.muscleGroup == code && score.side == side;
    });
}

QString lastText(const core::TardieuScore& last) {
    QStringList words;
    if (last.quality.back())
        words << TardieuRows::tr("V3 %1").arg(*last.quality.back());
    if (const auto angle = core::spasticityAngle(last))
        words << wording::degreesText(*angle);
    return words.isEmpty() ? QStringLiteral("–") : words.join(QStringLiteral(" · "));
}

} // namespace

std::array<WholeNumberEdit*, core::tardieuVelocities + 2> TardieuRows::Row::edits() const {
    return {quality[0], quality[1], quality[2], r1, r2};
}

core::TardieuScore TardieuRows::Row::score() const {
    return {code, side, {quality[0]->value(), quality[1]->value(), quality[2]->value()}, r1->value(), r2->value()};
}

TardieuRows::TardieuRows(const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_grid(new QGridLayout)
    , m_add(new QPushButton(tr("Add m&uscle to Tardieu")))
    , m_keys(new QLabel(tr("Quality 0–5 at V1 slow, V2 falling, V3 fast; R1 catch, R2 full range, in degrees"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(em(*this, 0.5));
    m_grid->setVerticalSpacing(em(*this, 0.35));
    const QStringList heads{tr("Tardieu"), tr("V1"),    tr("V2"),      tr("V3"),
                            tr("R1, °"),   tr("R2, °"), tr("R2 − R1"), tr("Last time")};
    QStringList meaning;
    if (const content::ScaleKind* scale = catalogue.scale("tardieu"))
        for (const content::ScaleLevel& level : scale->measures.front().levels)
            meaning << tr("%1: %2").arg(QString::fromStdString(level.code), QString::fromStdString(level.text));
    for (int column = 0; column < heads.size(); ++column) {
        auto* head = new QLabel(heads[column]);
        setTextKind(*head, TextKind::caption);
        head->setToolTip(meaning.join(QLatin1Char('\n')));
        m_grid->addWidget(head, 0, column);
    }
    m_grid->setColumnStretch(lastColumn, 1);
    outer->addLayout(m_grid);
    makeLink(*m_add);
    auto* menu = new QMenu(m_add);
    m_add->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const content::MuscleGroup& group : m_catalogue.muscleGroups())
            for (const core::Side side : {core::Side::left, core::Side::right})
                if (!hasRow(group.code, side))
                    connect(menu->addAction(nameOf(group.code, side)), &QAction::triggered, this,
                            [this, code = group.code, side] {
                                addRow(code, side);
                                m_rows.back().quality.front()->setFocus(Qt::OtherFocusReason);
                            });
    });
    setTextKind(*m_keys, TextKind::muted);
    m_keys->setWordWrap(true);
    outer->addWidget(m_add, 0, Qt::AlignLeft);
    outer->addWidget(m_keys);
}

QString TardieuRows::nameOf(const std::string& code, core::Side side) const {
    const auto group = std::ranges::find(m_catalogue.muscleGroups(), code, &content::MuscleGroup::code);
    const QString name = QString::fromStdString(group == m_catalogue.muscleGroups().end() ? code : group->name);
    return side == core::Side::left ? tr("%1, left").arg(name) : tr("%1, right").arg(name);
}

bool TardieuRows::hasRow(const std::string& code, core::Side side) const {
    return std::ranges::any_of(m_rows, [&](const Row& row) { return row.code == code && row.side == side; });
}

void TardieuRows::clearRows() {
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

void TardieuRows::addRow(const std::string& code, core::Side side) {
    const int at = static_cast<int>(m_rows.size()) * gridRowsPerRow + 1;
    const QString name = nameOf(code, side);
    Row row;
    row.code = code;
    row.side = side;
    for (auto& edit : row.quality)
        edit = new WholeNumberEdit(0, core::highestTardieuQuality);
    row.r1 = new WholeNumberEdit(-core::widestAngle, core::widestAngle);
    row.r2 = new WholeNumberEdit(-core::widestAngle, core::widestAngle);
    row.angle = new QLabel;
    row.note = new FieldNote;
    const QStringList asked{tr("V1"), tr("V2"), tr("V3"), tr("R1, degrees"), tr("R2, degrees")};
    auto* label = new QLabel(name);
    label->setWordWrap(true);
    m_grid->addWidget(label, at, 0);
    const auto edits = row.edits();
    for (std::size_t i = 0; i < edits.size(); ++i) {
        WholeNumberEdit* edit = edits[i];
        const bool isQuality = i < row.quality.size();
        edit->setFixedWidth(em(*this, isQuality ? 2.2 : 3.2));
        edit->setAccessibleName(tr("Tardieu, %1: %2").arg(name, asked[static_cast<qsizetype>(i)]));
        edit->setReadOnly(m_readOnly);
        m_grid->addWidget(edit, at, static_cast<int>(i) + 1);
        WholeNumberEdit* next = isQuality ? edits[i + 1] : nullptr;
        connect(edit, &QLineEdit::textEdited, this, [edit, next] {
            // One digit is the whole of a quality.
            if (next != nullptr && edit->value())
                next->setFocus(Qt::TabFocusReason);
        });
        const std::size_t index = m_rows.size();
        const auto told = [this, index] { showAngle(m_rows[index]); };
        connect(edit, &TypedEdit::problemChanged, this, told);
        connect(edit, &QLineEdit::textChanged, this, told);
        connect(edit, &TypedEdit::valueEdited, this, &TardieuRows::edited);
    }
    const auto before = scoreOf(m_last, code, side);
    auto* last = new QLabel(before == m_last.end() ? QStringLiteral("–") : lastText(*before));
    setTextKind(*last, TextKind::muted);
    m_grid->addWidget(row.angle, at, angleColumn);
    m_grid->addWidget(last, at, lastColumn);
    m_grid->addWidget(row.note, at + 1, 0, 1, lastColumn + 1);
    m_rows.push_back(row);
    showAngle(m_rows.back());
}

void TardieuRows::showAngle(const Row& row) {
    const auto angle = core::spasticityAngle(row.score());
    row.angle->setText(angle ? wording::degreesText(*angle) : QStringLiteral("–"));
    for (WholeNumberEdit* edit : row.edits())
        if (edit->showsProblem()) {
            row.note->set(Tone::critical, edit->problem());
            return;
        }
    row.note->set(Tone::caution,
                  angle && *angle < 0
                      ? tr("R2 − R1 is below zero: R2 is the full range at V1, R1 the catch at V3 (SCL-3)")
                      : QString());
}

void TardieuRows::setScores(const std::vector<core::TardieuScore>& scores,
                            const std::vector<core::TardieuScore>& last) {
    clearRows();
    m_last = last;
    for (const content::MuscleGroup& group : m_catalogue.muscleGroups())
        for (const core::Side side : {core::Side::left, core::Side::right})
            if (scoreOf(scores, group.code, side) != scores.end() ||
                (!m_readOnly && scoreOf(last, group.code, side) != last.end()))
                addRow(group.code, side);
    if (m_rows.empty() && !m_readOnly)
        for (const core::Side side : {core::Side::left, core::Side::right})
            addRow("gastrocnemius-soleus", side);
    for (const core::TardieuScore& score : scores) {
        const auto row = std::ranges::find_if(
            m_rows, [&](const Row& each) { return each.code == score.muscleGroup && each.side == score.side; });
        if (row == m_rows.end())
            continue;
        for (std::size_t i = 0; i < score.quality.size(); ++i)
            row->quality[i]->setValue(score.quality[i]);
        row->r1->setValue(score.r1Degrees);
        row->r2->setValue(score.r2Degrees);
    }
}

std::vector<core::TardieuScore> TardieuRows::scores() const {
    std::vector<core::TardieuScore> scores;
    for (const Row& row : m_rows) {
        core::TardieuScore score = row.score();
        const bool any = score.r1Degrees || score.r2Degrees ||
                         std::ranges::any_of(score.quality, [](const auto& quality) { return quality.has_value(); });
        if (any)
            scores.push_back(std::move(score));
    }
    return scores;
}

void TardieuRows::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (const Row& row : m_rows)
        for (WholeNumberEdit* edit : row.edits())
            edit->setReadOnly(readOnly);
    m_add->setVisible(!readOnly);
    m_keys->setVisible(!readOnly);
}

TypedEdit* TardieuRows::problem() {
    TypedEdit* first = nullptr;
    for (const Row& row : m_rows)
        for (WholeNumberEdit* edit : row.edits())
            if (!edit->check() && first == nullptr)
                first = edit;
    return first;
}

} // namespace lento::gui
