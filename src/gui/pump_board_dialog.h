// PumpBoardDialog lists all pumps of the clinic by days left until the refill, those whose day is past in red and in
// words (ITB-22).
#pragma once

#include "app/pumps.h"
#include "gui/workplace.h"

#include <QDialog>

class QModelIndex;
class QTableView;

namespace lento::gui {

class PumpBoardDialog : public QDialog {
    Q_OBJECT
public:
    explicit PumpBoardDialog(const Workplace& workplace, QWidget* parent = nullptr);

    // After Accepted: whom to open.
    const core::PatientId& chosen() const noexcept { return m_chosen; }

private:
    void choose(const QModelIndex& index);

    std::vector<app::PumpBoardRow> m_rows;
    core::PatientId m_chosen;
};

} // namespace lento::gui
