// The parts of the patient form, one card a question: who it is, what baclofen is for, body and kidneys, what else
// matters.
//
// Each shows a record, refuses in the field what it cannot read, and fills its part of the form. A fact left open stays
// open.
#pragma once

#include "app/patients.h"
#include "app/record.h"
#include "core/rule_numbers.h"
#include "gui/card.h"
#include "gui/segmented.h"

#include <QHash>

#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace lento::content {
class Catalogue;
}

namespace lento::gui {

class CreatinineEdit;
class DateEdit;
class Field;
class FieldNote;
class HeightEdit;
class MedicineRows;
class TextLine;
class PastValues;
class TypedEdit;
class WeightEdit;

class PatientCard : public Card {
    Q_OBJECT
public:
    using Card::Card;
    // The first field with a problem, told; nothing when all can be read.
    QWidget* firstProblem();
    // The control in which a fact that a rule misses is entered ("creatinine"); nothing if it is on another card.
    virtual QWidget* fieldFor(const QString& fact) const = 0;

Q_SIGNALS:
    void edited();

protected:
    QGridLayout* addGrid();
    static QList<SegmentedControl::Choice> yesNo();
    void watch(TypedEdit& field);
    void watch(SegmentedControl& control);
    static std::optional<int> asChoice(std::optional<bool> fact);
    static std::optional<bool> asFact(std::optional<int> choice);
    // Below its field, the day on which a fact was last asked for.
    static void noteDate(Field& field, const core::Patient& patient, core::DatedFact fact);
    QList<TypedEdit*> m_fields;
};

class IdentityCard : public PatientCard {
    Q_OBJECT
public:
    IdentityCard(core::Date today, QWidget* parent);
    void show(const core::Patient& patient);
    void fill(core::Patient& patient) const;
    // What was searched for in vain: a date, a number or a name.
    void suggest(const QString& typed);
    void refuseRecordNumber(const QString& words);
    // The clinic's, for a new patient; nothing happens where nothing can be printed in it.
    void proposeLanguage(const QString& language);
    void focusFirst();
    std::optional<core::Date> birthDate() const;
    QWidget* fieldFor(const QString& fact) const override;

private:
    TextLine* m_surname;
    TextLine* m_given;
    TextLine* m_title;
    DateEdit* m_birthDate;
    SegmentedControl* m_sex;
    TextLine* m_recordNumber;
    QComboBox* m_language;
    QComboBox* m_status;
    Field* m_statusField;
    TextLine* m_telephone;
    TextLine* m_address;
};

class TreatmentCard : public PatientCard {
    Q_OBJECT
public:
    TreatmentCard(core::Date today, const std::vector<core::Indication>& indications, QWidget* parent);
    void show(const core::Patient& patient);
    void fill(core::Patient& patient) const;
    QWidget* fieldFor(const QString& fact) const override;

private:
    void showIndication();

    QComboBox* m_indication;
    Field* m_originField = nullptr;
    Field* m_toneField = nullptr;
    TextLine* m_diagnosis;
    SegmentedControl* m_origin;
    TextLine* m_goal;
    SegmentedControl* m_toneNeeded;
    DateEdit* m_since;
};

class BodyCard : public PatientCard {
    Q_OBJECT
public:
    BodyCard(core::Date today, const core::RuleNumbers& numbers, QWidget* parent);
    void show(const core::Patient& patient, const core::PatientFacts& facts);
    void fill(app::PatientForm& form) const;
    // The line that says what the kidneys do, as typed so far.
    void showRenal(const core::Patient& typed, std::optional<core::Date> birthDate, core::Date today);
    QWidget* fieldFor(const QString& fact) const override;

private:
    const core::RuleNumbers& m_numbers;
    HeightEdit* m_height;
    WeightEdit* m_weight;
    DateEdit* m_weightOn;
    CreatinineEdit* m_creatinine;
    DateEdit* m_creatinineOn;
    QCheckBox* m_unstable;
    SegmentedControl* m_dialysis;
    Field* m_dialysisField;
    Field* m_heightField;
    DateEdit* m_liverTests;
    DateEdit* m_glucose;
    PastValues* m_pastWeights;
    PastValues* m_pastCreatinines;
    Field* m_weightField;
    Field* m_creatinineField;
    FieldNote* m_renal;
    core::PatientFacts m_known;

    std::optional<core::Date> lastTest(core::BloodTestKind kind) const;
    void fillTest(app::PatientForm& form, core::BloodTestKind kind, std::optional<core::Date> on) const;
};

class PregnancyCard : public PatientCard {
    Q_OBJECT
public:
    PregnancyCard(core::Date today, QWidget* parent);
    void show(const core::Patient& patient);
    // patient.sex is filled already.
    void fill(core::Patient& patient) const;
    QWidget* fieldFor(const QString& fact) const override;

private:
    void showAsked();

    SegmentedControl* m_pregnant;
    DateEdit* m_due;
    SegmentedControl* m_planning;
    SegmentedControl* m_breastfeeding;
    DateEdit* m_infantBorn;
    SegmentedControl* m_preterm;
    Field* m_pregnantField;
    Field* m_dueField;
    Field* m_planningField;
    Field* m_breastfeedingField;
    Field* m_infantField;
    Field* m_pretermField;
};

class HistoryCard : public PatientCard {
    Q_OBJECT
public:
    HistoryCard(const content::Catalogue& catalogue, QWidget* parent);
    void show(const app::PatientRecord& record);
    void fill(app::PatientForm& form) const;
    QWidget* fieldFor(const QString& fact) const override;

private:
    enum Asked { notAsked, none, some };
    void showAsked();

    SegmentedControl* m_allergyStatus;
    TextLine* m_allergies;
    SegmentedControl* m_toBaclofen;
    Field* m_toBaclofenField;
    Field* m_allergyField;
    Field* m_conditionsField;
    Field* m_medicinesField;
    SegmentedControl* m_conditionsAsked;
    QWidget* m_conditionBox;
    QHash<QString, QCheckBox*> m_conditions; // by code
    QHash<QString, QString> m_conditionNames;
    TextLine* m_otherConditions;
    SegmentedControl* m_medicinesAsked;
    MedicineRows* m_medicines;
    std::vector<core::Condition> m_knownConditions;
    std::vector<core::Medicine> m_endedMedicines;
};

} // namespace lento::gui
