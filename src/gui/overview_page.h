// OverviewPage shows where a patient stands: dose now, next step, scores against baseline, supply, and the chart of all
// of it.
#pragma once

#include "gui/patient_page.h"

namespace lento::gui {

class ChartPanel;
class FigureCard;

class OverviewPage : public PatientPage {
    Q_OBJECT
public:
    explicit OverviewPage(const Workplace& workplace, QWidget* parent = nullptr);

    void setRecord(RecordPointer record) override;

private:
    void showDose();
    void showNextStep();
    void showScores();
    void showSupply();

    RecordPointer m_record;
    FigureCard* m_dose;
    FigureCard* m_next;
    FigureCard* m_scores;
    FigureCard* m_supply;
    ChartPanel* m_chart = nullptr;
};

} // namespace lento::gui
