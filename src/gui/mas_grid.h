// MasGrid takes Modified Ashworth levels by muscle group and side, beside what they were last time (SCL-1).
//
// One key scores and goes on to the next side or group: 0, 1, + for 1+, 2, 3, 4; R repeats what it was last time. Up
// and Down go to the group above and below.
#pragma once

#include "content/catalogue.h"
#include "core/visit.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace lento::gui {

class SegmentedControl;

class MasGrid : public QWidget {
    Q_OBJECT
public:
    // The level of a muscle group and side at the visit before; nothing when it was not scored.
    using LastLevel = std::function<std::optional<core::Mas>(const std::string& muscleGroup, core::Side side)>;

    explicit MasGrid(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // Rows: the usual groups, those scored here, and those scored last time.
    void setScores(const std::vector<core::MasScore>& scores, const LastLevel& last);
    std::vector<core::MasScore> scores() const;
    void setReadOnly(bool readOnly);
    // Gives each group and side that is not scored yet the level of last time.
    void repeatLast();

Q_SIGNALS:
    void edited();

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
    void score(Cell cell, core::Mas level);
    void goTo(std::size_t row, core::Side side);
    void offerRepeat();
    void addRow(const content::MuscleGroup& group, const LastLevel& last);
    void clearRows();
    bool hasRow(const std::string& code) const;

    const content::Catalogue& m_catalogue;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    QPushButton* m_add;
    QPushButton* m_repeat;
    QLabel* m_keys;
    bool m_readOnly = false;
    LastLevel m_last;
};

} // namespace lento::gui
