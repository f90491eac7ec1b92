// ClinicPage is the settings' first page: what stands on every printed sheet, the week, and how scores and trials are
// counted here.
#pragma once

#include "gui/settings_page.h"
#include "gui/workplace.h"

#include <vector>

class QCheckBox;
class QComboBox;

namespace lento::gui {

class Card;
class ClinicEdits;
class SegmentedControl;
class TextLine;
class TypedEdit;
class WholeNumberEdit;

class ClinicPage : public SettingsPage {
    Q_OBJECT
public:
    ClinicPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent = nullptr);

    QString title() const override;
    bool isChanged() const override;
    QWidget* firstProblem() override;
    core::Result<void> save() override;

private:
    Card* makePaper();
    Card* makeWeek();
    Card* makeCounting(const core::RuleNumbers& numbers);
    void show();
    void take();

    ClinicEdits& m_edits;
    TextLine* m_name;
    TextLine* m_telephone;
    TextLine* m_outOfHours;
    TextLine* m_emergency;
    TextLine* m_prescriber;
    SegmentedControl* m_paper;
    QComboBox* m_language;
    QComboBox* m_firstDay;
    std::vector<QCheckBox*> m_closed; // Monday first
    WholeNumberEdit* m_trialDays;
};

} // namespace lento::gui
