// The card of the body and the kidneys: values with their day, and those of earlier days.
#include "gui/banner.h"
#include "gui/creatinine_edit.h"
#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/past_values.h"
#include "gui/patient_cards.h"
#include "gui/segmented.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QGridLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

BodyCard::BodyCard(core::Date today, const core::RuleNumbers& numbers, QWidget* parent)
    : PatientCard(tr("Body and kidneys"), parent)
    , m_numbers(numbers)
    , m_height(new HeightEdit(this))
    , m_weight(new WeightEdit(this))
    , m_weightOn(new DateEdit(this))
    , m_creatinine(new CreatinineEdit(this))
    , m_creatinineOn(new DateEdit(this))
    , m_unstable(new QCheckBox(tr("&Unstable: rising, falling, or acute injury"), this))
    , m_dialysis(new SegmentedControl(this))
    , m_liverTests(new DateEdit(this))
    , m_glucose(new DateEdit(this))
    , m_pastWeights(new PastValues(tr("Earlier weights"), this))
    , m_pastCreatinines(new PastValues(tr("Earlier creatinines"), this))
    , m_renal(new FieldNote(this)) {
    for (DateEdit* on : {m_weightOn, m_creatinineOn}) {
        on->setRange(std::nullopt, today);
        on->setSuggestion(today);
        on->setValue(today);
        on->setOptional(false);
    }
    m_weight->setPlaceholderText(tr("68.5 kg"));
    m_height->setPlaceholderText(tr("172 cm"));
    m_dialysis->setChoices(yesNo());
    m_dialysis->setName(tr("On dialysis"));
    m_dialysis->setClearable(true);
    for (DateEdit* on : {m_liverTests, m_glucose}) {
        on->setRange(std::nullopt, today);
        on->setSuggestion(today);
        watch(*on);
    }
    QGridLayout* grid = addGrid();
    m_weightField = new Field(tr("&Weight"), m_weight, this);
    m_creatinineField = new Field(tr("&Creatinine"), m_creatinine, m_creatinine->line(), this);
    grid->addWidget(m_weightField, 0, 0);
    grid->addWidget(new Field(tr("Weighed on"), m_weightOn, this), 0, 1);
    m_heightField = new Field(tr("&Height"), m_height, this);
    grid->addWidget(m_heightField, 0, 2);
    grid->addWidget(m_creatinineField, 1, 0);
    grid->addWidget(new Field(tr("Creatinine taken on"), m_creatinineOn, this), 1, 1);
    grid->addWidget(m_unstable, 1, 2, Qt::AlignVCenter);
    m_dialysisField = new Field(tr("On dialysis"), m_dialysis, this);
    grid->addWidget(m_dialysisField, 2, 0);
    grid->addWidget(new Field(tr("Last liver tests (AST, ALT)"), m_liverTests, this), 2, 1);
    grid->addWidget(new Field(tr("Last glucose"), m_glucose, this), 2, 2);
    grid->addWidget(m_pastWeights, 3, 0, 1, 3);
    grid->addWidget(m_pastCreatinines, 4, 0, 1, 3);
    grid->addWidget(m_renal, 5, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    for (TypedEdit* field :
         {static_cast<TypedEdit*>(m_weight), static_cast<TypedEdit*>(m_weightOn), static_cast<TypedEdit*>(m_height),
          &m_creatinine->line(), static_cast<TypedEdit*>(m_creatinineOn)})
        watch(*field);
    watch(*m_dialysis);
    connect(m_pastWeights, &PastValues::edited, this, &PatientCard::edited);
    connect(m_pastCreatinines, &PastValues::edited, this, &PatientCard::edited);
    // The value is typed anew in the fields above, with its day.
    connect(m_pastWeights, &PastValues::correctionRequested, this, [this](int index) {
        const core::Weight& weight = *(m_known.weights.rbegin() + index);
        m_weight->setValue(weight.grams);
        m_weightOn->setValue(weight.on);
        m_weight->setFocus();
        m_weight->selectAll();
    });
    connect(m_pastCreatinines, &PastValues::correctionRequested, this, [this](int index) {
        const core::Creatinine& creatinine = *(m_known.creatinines.rbegin() + index);
        m_creatinine->setValue(creatinine);
        m_creatinineOn->setValue(creatinine.on);
        m_unstable->setChecked(creatinine.unstable);
        m_creatinine->line().setFocus();
        m_creatinine->line().selectAll();
    });
    connect(m_creatinine, &CreatinineEdit::valueEdited, this, &PatientCard::edited);
    connect(m_unstable, &QCheckBox::toggled, this, &PatientCard::edited);
}

void BodyCard::show(const core::Patient& patient, const core::PatientFacts& facts) {
    m_known = facts;
    m_height->setValue(patient.heightMillimetres);
    m_dialysis->setValue(asChoice(patient.onDialysis));
    noteDate(*m_dialysisField, patient, core::DatedFact::dialysis);
    noteDate(*m_heightField, patient, core::DatedFact::height);
    m_liverTests->setValue(lastTest(core::BloodTestKind::transaminases));
    m_glucose->setValue(lastTest(core::BloodTestKind::glucose));
    QStringList weights;
    for (auto each = facts.weights.rbegin(); each != facts.weights.rend(); ++each)
        weights << u"%1: %2"_s.arg(wording::clinicalDate(each->on), wording::weightText(each->grams));
    m_pastWeights->setValues(weights);
    QStringList creatinines;
    for (auto each = facts.creatinines.rbegin(); each != facts.creatinines.rend(); ++each)
        creatinines << u"%1: %2"_s.arg(wording::clinicalDate(each->on), wording::creatinineText(*each));
    m_pastCreatinines->setValues(creatinines);
    if (!facts.weights.empty()) {
        const core::Weight& last = facts.weights.back();
        m_weightField->note().set(
            Tone::neutral, tr("Last: %1, %2").arg(wording::weightText(last.grams), wording::clinicalDate(last.on)));
    }
    if (!facts.creatinines.empty()) {
        const core::Creatinine& last = facts.creatinines.back();
        m_creatinine->setUnit(last.unit);
        m_creatinineField->note().set(
            Tone::neutral, tr("Last: %1, %2").arg(wording::creatinineText(last), wording::clinicalDate(last.on)));
    }
}

void BodyCard::fill(app::PatientForm& form) const {
    form.patient.heightMillimetres = m_height->value();
    form.patient.onDialysis = asFact(m_dialysis->value());
    for (const int index : m_pastWeights->removed())
        form.removedWeights.push_back((m_known.weights.rbegin() + index)->on);
    for (const int index : m_pastCreatinines->removed())
        form.removedCreatinines.push_back((m_known.creatinines.rbegin() + index)->on);
    fillTest(form, core::BloodTestKind::transaminases, m_liverTests->value());
    fillTest(form, core::BloodTestKind::glucose, m_glucose->value());
    if (const auto grams = m_weight->value(); grams && m_weightOn->value())
        form.newWeights.push_back({*m_weightOn->value(), *grams});
    if (const auto typed = m_creatinine->value(); typed && m_creatinineOn->value())
        form.newCreatinines.push_back(
            {*m_creatinineOn->value(), typed->thousandths, typed->unit, m_unstable->isChecked()});
}

std::optional<core::Date> BodyCard::lastTest(core::BloodTestKind kind) const {
    std::optional<core::Date> last;
    for (const core::BloodTest& test : m_known.bloodTests)
        if (test.kind == kind)
            last = test.on;
    return last;
}

// An earlier day than the last known one takes its place: it was a slip. A later one is another test.
void BodyCard::fillTest(app::PatientForm& form, core::BloodTestKind kind, std::optional<core::Date> on) const {
    const std::optional<core::Date> last = lastTest(kind);
    if (on == last)
        return;
    if (last && (!on || *on < *last))
        form.removedBloodTests.push_back({kind, *last});
    if (on)
        form.newBloodTests.push_back({kind, *on});
}

QWidget* BodyCard::fieldFor(const QString& fact) const {
    if (fact == "weight"_L1)
        return m_weight;
    if (fact == "height"_L1)
        return m_height;
    if (fact == "creatinine"_L1)
        return &m_creatinine->line();
    if (fact == "transaminases"_L1)
        return m_liverTests;
    return fact == "glucose"_L1 ? m_glucose : nullptr;
}

void BodyCard::showRenal(const core::Patient& typed, std::optional<core::Date> birthDate, core::Date today) {
    app::PatientForm form;
    fill(form);
    core::PatientFacts facts = m_known;
    facts.birthDate = birthDate;
    facts.sex = typed.sex;
    facts.heightMillimetres = form.patient.heightMillimetres;
    facts.onDialysis = form.patient.onDialysis;
    const auto insert = [](auto& known, const auto& added) {
        for (const auto& value : added) {
            const auto place =
                std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.on >= value.on; });
            if (place != known.end() && place->on == value.on)
                *place = value;
            else
                known.insert(place, value);
        }
    };
    const auto without = [](auto& known, const std::vector<core::Date>& removed) {
        std::erase_if(
            known, [&](const auto& one) { return std::find(removed.begin(), removed.end(), one.on) != removed.end(); });
    };
    without(facts.weights, form.removedWeights);
    without(facts.creatinines, form.removedCreatinines);
    insert(facts.weights, form.newWeights);
    insert(facts.creatinines, form.newCreatinines);
    const RenalWords words = renalWords(core::assessRenal(facts, today, m_numbers));
    QString text = u"%1: %2"_s.arg(words.name, words.value);
    if (!words.date.isEmpty())
        text += u" · "_s + words.date;
    m_renal->set(words.assessed ? Tone::information : Tone::neutral, text);
}

} // namespace lento::gui
