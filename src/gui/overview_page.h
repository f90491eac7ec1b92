// OverviewPage shows where a patient stands: dose now, next step, scores against baseline, supply, and the chart of all
// of it.
#pragma once

#include "gui/patient_page.h"

class QLabel;

namespace lento::gui {

class Card;
class ChartPanel;

class OverviewPage : public PatientPage {
    Q_OBJECT
public:
    explicit OverviewPage(const Workplace& workplace, QWidget* parent = nullptr);

    void setRecord(RecordPointer record) override;

private:
    struct Figure {
        Card* card = nullptr;
        QLabel* value = nullptr;
        QLabel* detail = nullptr;
    };
    static Figure makeFigure();
    static void fill(const Figure& figure, const QString& caption, const QString& value, const QString& detail);
    void showDose();
    void showNextStep();
    void showScores();
    void showSupply();

    RecordPointer m_record;
    Figure m_dose;
    Figure m_next;
    Figure m_scores;
    Figure m_supply;
    ChartPanel* m_chart = nullptr;
};

} // namespace lento::gui
