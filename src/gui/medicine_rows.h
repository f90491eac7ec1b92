// MedicineRows is a list of other medicines, one a row, with always one empty row to write the next in.
#pragma once

#include "core/patient.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace lento::gui {

class MedicineRows : public QWidget {
    Q_OBJECT
public:
    explicit MedicineRows(QWidget* parent = nullptr);

    void setMedicines(const std::vector<core::Medicine>& medicines);
    // Rows with a name; ids and dates of those that were set are kept.
    std::vector<core::Medicine> medicines() const;

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget* widget = nullptr;
        QLineEdit* name = nullptr;
        QLineEdit* dose = nullptr;
        core::Medicine was;
    };
    void addRow(const core::Medicine& medicine);
    void removeRow(QWidget* widget);
    void keepOneEmpty();
    void nameRows();

    std::vector<Row> m_rows;
    QVBoxLayout* m_layout = nullptr;
};

} // namespace lento::gui
