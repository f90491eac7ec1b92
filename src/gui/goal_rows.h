// GoalRows takes a patient's goals with importance, difficulty and attainment, and works out the T score (SCL-7).
//
// The goals of last time stand there to be judged; one that nobody touches is not written. There is always one empty
// row to write the next in. On attainment 0, 1 and 2 choose 0, +1 and +2; the minus key turns the sign.
#pragma once

#include "core/further_scores.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace lento::gui {

class FieldNote;
class SegmentedControl;

class GoalRows : public QWidget {
    Q_OBJECT
public:
    explicit GoalRows(double correlation, QWidget* parent = nullptr);

    void setGoals(const std::vector<core::Goal>& goals, const std::vector<core::Goal>& last);
    std::vector<core::Goal> goals() const;
    void setReadOnly(bool readOnly);
    // Tells in place that a goal is judged without words or stands twice; the first such line, or none.
    QLineEdit* problem();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        QWidget* widget = nullptr;
        QLineEdit* text = nullptr;
        SegmentedControl* importance = nullptr;
        SegmentedControl* difficulty = nullptr;
        SegmentedControl* attainment = nullptr;
        QPushButton* remove = nullptr;
        FieldNote* note = nullptr;
        bool carried = false; // from last time, and not touched
    };
    void addRow(const core::Goal& goal, bool carried);
    void removeRow(QWidget* widget);
    void touch(QWidget* widget);
    void keepOneEmpty();
    void nameRows();
    void showScore();
    static bool isEmpty(const Row& row);

    double m_correlation;
    std::vector<Row> m_rows;
    std::vector<core::Goal> m_last;
    QVBoxLayout* m_layout;
    QLabel* m_score;
    QLabel* m_keys;
    bool m_readOnly = false;
};

} // namespace lento::gui
