// PatientDialog takes or changes what is known of a patient; it refuses in the field what it cannot read and saves all
// or nothing.
#pragma once

#include "app/patients.h"
#include "gui/workplace.h"

#include <QDialog>

class QScrollArea;

namespace lento::gui {

class BodyCard;
class FieldNote;
class HistoryCard;
class IdentityCard;
class PatientCard;
class PregnancyCard;
class TreatmentCard;

class PatientDialog : public QDialog {
    Q_OBJECT
public:
    // A new patient.
    explicit PatientDialog(const Workplace& workplace, QWidget* parent = nullptr);
    // The one in the record.
    PatientDialog(const Workplace& workplace, const app::PatientRecord& record, QWidget* parent = nullptr);

    // Fills in what was searched for: a name, a birth date or a number.
    void suggest(const QString& typed);
    // Puts the cursor where a fact is entered that a check misses ("creatinine").
    void goTo(const QString& fact);
    // After Accepted.
    const core::PatientId& savedPatient() const noexcept { return m_saved; }

public Q_SLOTS:
    void accept() override;
    void reject() override;

private:
    void build(const QString& title, const QString& verb);
    app::PatientForm form() const;
    void fitToCards();
    void showRenal();
    void showPregnancy();
    void showEvent(QShowEvent* event) override;
    QList<PatientCard*> cards() const;

    const Workplace& m_workplace;
    core::Patient m_before;
    bool m_isNew = true;
    bool m_touched = false;
    core::PatientId m_saved;
    IdentityCard* m_identity = nullptr;
    TreatmentCard* m_treatment = nullptr;
    BodyCard* m_body = nullptr;
    PregnancyCard* m_pregnancy = nullptr;
    HistoryCard* m_history = nullptr;
    FieldNote* m_note = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_target = nullptr;
};

} // namespace lento::gui
