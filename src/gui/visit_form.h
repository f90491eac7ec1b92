// VisitForm is one visit on the screen: scores, adverse effects with grade, adherence, note and decision, each beside
// what it was before.
#pragma once

#include "app/record.h"
#include "app/visits.h"
#include "content/catalogue.h"
#include "core/visit.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace lento::gui {

class DateEdit;
class FieldNote;
class SegmentedControl;
class VisitScores;
class WithdrawalChecklist;

class VisitForm : public QWidget {
    Q_OBJECT
public:
    explicit VisitForm(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    void setVisit(const core::Visit& visit, std::shared_ptr<const app::PatientRecord> record, core::Date today);
    // What the fields say now; id, patient and version are those of setVisit.
    core::Visit visit() const;
    void setReadOnly(bool readOnly);
    // Tells in place what cannot be read and goes to it; true when everything can.
    bool check();
    // Words below the form, for what only saving can know.
    void refuse(const QString& words);

Q_SIGNALS:
    void edited();

private:
    struct Effect {
        std::string code;
        SegmentedControl* grade = nullptr;
    };
    QWidget* makeEffects();
    QWidget* makeRest();
    void addEffect(const content::AdverseEffectKind& kind, std::optional<int> grade);
    void compare();

    const content::Catalogue& m_catalogue;
    core::Visit m_visit;
    std::shared_ptr<const app::PatientRecord> m_record;
    core::Date m_today;
    bool m_setting = false;
    bool m_readOnly = false;

    DateEdit* m_on;
    FieldNote* m_onNote;
    SegmentedControl* m_kind;
    QLabel* m_dose;
    VisitScores* m_scores;
    QLabel* m_effectsTitle;
    QGridLayout* m_effectGrid;
    std::vector<Effect> m_effects;
    QPushButton* m_addEffect;
    WithdrawalChecklist* m_signs;
    SegmentedControl* m_falls;
    SegmentedControl* m_adherence;
    QLabel* m_diary;
    QPlainTextEdit* m_note;
    QPlainTextEdit* m_decision;
    FieldNote* m_refusal;
};

} // namespace lento::gui
