// PumpPage shows a patient's pump: what is left and until when, the dose and what it may change to, its refills and
// settings, what it warns of, and the forms that record a trial's implant, a setting, a refill.
#pragma once

#include "core/pump_status.h"
#include "gui/patient_page.h"
#include "gui/pump_entry_command.h"

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;
class QVBoxLayout;

namespace lento::gui {

class Card;
class FigureCard;
class PumpChart;
class PumpDayChart;
class PumpTrialChart;

class PumpPage : public PatientPage {
    Q_OBJECT
public:
    explicit PumpPage(const Workplace& workplace, QWidget* parent = nullptr);

    void setRecord(RecordPointer record) override;
    QUndoStack* undoStack() override { return m_undo; }

public Q_SLOTS:
    // The trial under way, or a new one; one that is over is shown.
    void recordTrial();
    void recordImplant();
    void editImplant();
    void changeDose();
    void recordRefill();
    void printSheet();
    // How the tablets go now that the pump runs, as a draft on the Plan page (ITB-18).
    void weanTablets();
    // The latest refill or setting, after a question.
    void takeBack();

private:
    void showFigures();
    void showDay();
    void showTables();
    void showNotes();
    // For Ctrl+Z: what was just entered, or taken back.
    void remember(PumpEntry entry, PumpEntryCommand::Done done);
    const core::PumpImplant* implant() const;
    const core::PumpTrial* openTrial() const;

    RecordPointer m_record;
    QUndoStack* m_undo; // of the patient shown
    std::optional<core::PumpStatus> m_status;
    FigureCard* m_reservoir;
    FigureCard* m_refillBy;
    FigureCard* m_dose;
    FigureCard* m_nextChange;
    Card* m_left;
    PumpChart* m_chart;
    PumpTrialChart* m_trial;
    PumpDayChart* m_day;
    QLabel* m_nothing;
    QStandardItemModel* m_refills;
    QStandardItemModel* m_settings;
    QVBoxLayout* m_notes;
    QPushButton* m_refillButton;
    QPushButton* m_change;
    QPushButton* m_trialButton;
    QPushButton* m_implantButton;
    QPushButton* m_editButton;
    QPushButton* m_print;
    QPushButton* m_wean;
    QPushButton* m_back;
};

} // namespace lento::gui
