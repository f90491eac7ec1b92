// PutOffDialog asks until which day an item of the worklist shall wait; it then comes back by itself.
#pragma once

#include "core/calendar.h"

#include <QDialog>

namespace lento::gui {

class DateEdit;
class SegmentedControl;

class PutOffDialog : public QDialog {
    Q_OBJECT
public:
    PutOffDialog(const QString& what, core::Date today, QWidget* parent = nullptr);

    // Precondition: accepted.
    core::Date until() const;
    void accept() override;

private:
    DateEdit* m_until;
};

} // namespace lento::gui
