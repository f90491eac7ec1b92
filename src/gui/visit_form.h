// VisitForm is one visit on the screen: scores, adverse effects with grade, adherence, note and decision, each beside
// what it was before.
#pragma once

#include "app/record.h"
#include "app/visits.h"
#include "content/catalogue.h"
#include "core/visit.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;

namespace lento::gui {

class DateEdit;
class FieldNote;
class SegmentedControl;
class VisitEffects;
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
    // How the form asks for the doses taken (VIS-4).
    static QString takenQuestion(const content::Catalogue& catalogue);

Q_SIGNALS:
    void edited();

private:
    QWidget* makeRest();
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
    VisitEffects* m_effects;
    WithdrawalChecklist* m_signs;
    SegmentedControl* m_adherence;
    QLabel* m_diary;
    QPlainTextEdit* m_note;
    QPlainTextEdit* m_decision;
    FieldNote* m_refusal;
};

} // namespace lento::gui
