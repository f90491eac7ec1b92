// MasGrid takes Modified Ashworth levels by muscle group and side, beside what they were last time (SCL-1).
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

Q_SIGNALS:
    void edited();

private:
    struct Row {
        std::string code;
        SegmentedControl* left = nullptr;
        SegmentedControl* right = nullptr;
    };
    void addRow(const content::MuscleGroup& group, const LastLevel& last);
    void clearRows();
    bool hasRow(const std::string& code) const;

    const content::Catalogue& m_catalogue;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    QPushButton* m_add;
    LastLevel m_last;
};

} // namespace lento::gui
