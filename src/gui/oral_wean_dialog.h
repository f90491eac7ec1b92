// OralWeanDialog plans how tablets go after a pump implant, beside the pump's doses on one dated line, and drafts it as
// a plan with one click (ITB-18).
#pragma once

#include "app/oral_wean.h"
#include "gui/workplace.h"

#include <QDialog>

#include <optional>

class QPushButton;
class QStandardItemModel;

namespace lento::gui {

class DailyDoseEdit;
class DateEdit;
class FieldNote;
class OralWeanChart;

class OralWeanDialog : public QDialog {
    Q_OBJECT
public:
    // Precondition: app::mayWean(*record, workplace.today()).
    OralWeanDialog(const Workplace& workplace, RecordPointer record, QWidget* parent = nullptr);

    // Valid after accept().
    const app::Draft& draft() const { return *m_draft; }

private:
    void plan();
    void accept() override;

    const Workplace& m_workplace;
    RecordPointer m_record;
    app::PlanningContext m_context;
    app::PumpDays m_pump;
    DateEdit* m_start;
    DailyDoseEdit* m_before;
    FieldNote* m_note;
    OralWeanChart* m_chart;
    QStandardItemModel* m_days;
    QPushButton* m_ok = nullptr;
    std::optional<app::Draft> m_draft;
};

} // namespace lento::gui
