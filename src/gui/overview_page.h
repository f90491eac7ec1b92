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
    std::vector<core::Weekday> closedDays() const;
    void showNextStep();
    void showScores();
    void showSupply();

    RecordPointer m_record;
    FigureCard* m_dose = nullptr;
    FigureCard* m_next = nullptr;
    FigureCard* m_scores = nullptr;
    FigureCard* m_supply = nullptr;
    ChartPanel* m_chart = nullptr;
};

} // namespace lento::gui
