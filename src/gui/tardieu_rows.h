// TardieuRows takes the Tardieu scale by muscle group and side: quality at V1, V2, V3, the angles R1 and R2, and works
// out R2 - R1, warned of below zero (SCL-3).
//
// A digit for a quality goes on to the next line by itself; Tab and Enter go on from an angle.
#pragma once

#include "content/catalogue.h"
#include "core/further_scores.h"

#include <QWidget>

#include <array>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace lento::gui {

class FieldNote;
class TypedEdit;
class WholeNumberEdit;

class TardieuRows : public QWidget {
    Q_OBJECT
public:
    explicit TardieuRows(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // Rows: what is scored here and what was last time; both calves where there is neither.
    void setScores(const std::vector<core::TardieuScore>& scores, const std::vector<core::TardieuScore>& last);
    // Rows in which something stands.
    std::vector<core::TardieuScore> scores() const;
    void setReadOnly(bool readOnly);
    // Tells in place what cannot be read; the first such line, or none.
    TypedEdit* problem();

Q_SIGNALS:
    void edited();

private:
    struct Row {
        std::string code;
        core::Side side = core::Side::left;
        std::array<WholeNumberEdit*, core::tardieuVelocities> quality{};
        WholeNumberEdit* r1 = nullptr;
        WholeNumberEdit* r2 = nullptr;
        QLabel* angle = nullptr;
        FieldNote* note = nullptr;
        std::array<WholeNumberEdit*, core::tardieuVelocities + 2> edits() const;
        core::TardieuScore score() const;
    };
    void addRow(const std::string& code, core::Side side);
    void clearRows();
    void showAngle(const Row& row);
    bool hasRow(const std::string& code, core::Side side) const;
    QString nameOf(const std::string& code, core::Side side) const;

    const content::Catalogue& m_catalogue;
    QGridLayout* m_grid;
    QPushButton* m_add;
    QLabel* m_keys;
    std::vector<Row> m_rows;
    std::vector<core::TardieuScore> m_last;
    bool m_readOnly = false;
};

} // namespace lento::gui
