// LevelGrid takes the levels of one scale by muscle group and side, beside what they were last time (SCL-1, SCL-2).
//
// One key scores and goes on to the next side or group; R repeats what it was last time. Up and Down go to the group
// above and below.
#pragma once

#include "content/catalogue.h"
#include "core/scale.h"
#include "gui/segmented.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace lento::gui {

// What a grid asks for.
struct LevelScale {
    QString heading; // "Modified Ashworth"
    QString left;    // "%1, left": the name of a row's left side by that of its muscle group
    QString right;
    QString keys;    // which keys score
    QString meaning; // the levels in words, for the tooltip
    QList<SegmentedControl::Choice> levels;
    std::function<std::optional<int>(const QString& typed)> typedLevel;
};

class LevelGrid : public QWidget {
    Q_OBJECT
public:
    struct Score {
        std::string muscleGroup;
        core::Side side = core::Side::left;
        int level = 0; // a value of LevelScale::levels
    };
    // The level of a muscle group and side at the visit before; nothing when it was not scored.
    using LastLevel = std::function<std::optional<int>(const std::string& muscleGroup, core::Side side)>;

    LevelGrid(LevelScale scale, const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // Rows: the usual groups, those scored here, and those scored last time.
    void setScores(const std::vector<Score>& scores, const LastLevel& last);
    std::vector<Score> scores() const;
    void setReadOnly(bool readOnly);
    // Gives each group and side that is not scored yet the level of last time.
    void repeatLast();
    // The keyboard stands on that group and side; a group without a row gets one.
    void goToGroup(const std::string& muscleGroup, core::Side side);
    // Codes of the groups that have a row, from the top.
    std::vector<std::string> groups() const;

Q_SIGNALS:
    void edited();
    void groupAdded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        std::string code;
        SegmentedControl* left = nullptr;
        SegmentedControl* right = nullptr;
        SegmentedControl* at(core::Side side) const { return side == core::Side::left ? left : right; }
    };
    // One group and side, counted row by row, left before right.
    struct Cell {
        std::size_t row = 0;
        core::Side side = core::Side::left;
    };
    std::optional<Cell> cellOf(const QObject* button) const;
    void score(Cell cell, int level);
    QString levelText(const std::optional<int>& level) const;
    void goTo(std::size_t row, core::Side side);
    void offerRepeat();
    void addRow(const content::MuscleGroup& group, const LastLevel& last);
    void clearRows();
    bool hasRow(const std::string& code) const;

    LevelScale m_scale;
    const content::Catalogue& m_catalogue;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    QPushButton* m_add;
    QPushButton* m_repeat;
    QLabel* m_keys;
    bool m_readOnly = false;
    LastLevel m_last;
};

LevelScale modifiedAshworth(const content::Catalogue& catalogue);
LevelScale originalAshworth(const content::Catalogue& catalogue);

} // namespace lento::gui
