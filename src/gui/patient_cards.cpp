#include "gui/patient_cards.h"

#include "gui/banner.h"
#include "gui/creatinine_edit.h"
#include "gui/date_edit.h"
#include "gui/document_languages.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/past_values.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "gui/theme.h"
#include "wording/protocol_words.h"
#include "wording/quantities.h"
#include "wording/typed_values.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLocale>

#include <algorithm>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostYears = 120;

QGridLayout* gridIn(Card& card) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(em(card, 0.8));
    grid->setVerticalSpacing(em(card, 0.5));
    card.body()->addLayout(grid);
    return grid;
}

QList<SegmentedControl::Choice> yesNo() {
    return {{1, PatientCard::tr("Yes"), {}}, {0, PatientCard::tr("No"), {}}};
}

} // namespace

// --- what all cards do ----------------------------------------------------------------------------------------------

void PatientCard::watch(TypedEdit& field) {
    m_fields << &field;
    connect(&field, &TypedEdit::valueEdited, this, &PatientCard::edited);
}

void PatientCard::watch(SegmentedControl& control) {
    connect(&control, &SegmentedControl::valueChanged, this, &PatientCard::edited);
}

std::optional<int> PatientCard::asChoice(std::optional<bool> fact) {
    return fact ? std::optional<int>(*fact ? 1 : 0) : std::nullopt;
}

std::optional<bool> PatientCard::asFact(std::optional<int> choice) {
    return choice ? std::optional<bool>(*choice == 1) : std::nullopt;
}

void PatientCard::noteDate(Field& field, const core::Patient& patient, core::DatedFact fact) {
    if (const auto& on = patient.factDates[static_cast<std::size_t>(fact)])
        field.note().set(Tone::neutral, tr("Recorded %1").arg(wording::clinicalDate(*on)));
}

QWidget* PatientCard::firstProblem() {
    QWidget* first = nullptr;
    for (TypedEdit* field : std::as_const(m_fields)) {
        if (!field->check() && first == nullptr)
            first = field;
    }
    return first;
}

// --- who ------------------------------------------------------------------------------------------------------------

IdentityCard::IdentityCard(core::Date today, QWidget* parent)
    : PatientCard(tr("Who"), parent)
    , m_surname(new TextLine("surname", this))
    , m_given(new TextLine("given", this))
    , m_title(new TextLine("title", this))
    , m_birthDate(new DateEdit(this))
    , m_sex(new SegmentedControl(this))
    , m_recordNumber(new TextLine("record_number", this))
    , m_language(new QComboBox(this))
    , m_status(new QComboBox(this))
    , m_telephone(new TextLine("telephone", this))
    , m_address(new TextLine("address", this)) {
    m_surname->setOptional(false);
    m_birthDate->setOptional(false);
    m_birthDate->setRange(today - mostYears * 366, today);
    m_sex->setChoices({{static_cast<int>(core::Sex::female), tr("Female"), {}},
                       {static_cast<int>(core::Sex::male), tr("Male"), {}},
                       {static_cast<int>(core::Sex::notRecorded), tr("Not recorded"), {}}});
    m_sex->setName(tr("Sex, as the kidney formulas need it"));
    m_sex->setValue(static_cast<int>(core::Sex::notRecorded));
    for (const QString& language : documentLanguages())
        m_language->addItem(languageName(language), language);
    m_status->addItem(tr("In treatment"), static_cast<int>(core::PatientStatus::active));
    m_status->addItem(tr("Suspended"), static_cast<int>(core::PatientStatus::suspended));
    m_status->addItem(tr("Ended"), static_cast<int>(core::PatientStatus::ended));
    m_status->addItem(tr("Deceased"), static_cast<int>(core::PatientStatus::deceased));

    QGridLayout* grid = gridIn(*this);
    grid->addWidget(new Field(tr("&Surname"), m_surname, this), 0, 0, 1, 2);
    grid->addWidget(new Field(tr("&Given name"), m_given, this), 0, 2, 1, 2);
    grid->addWidget(new Field(tr("Title"), m_title, this), 0, 4);
    for (int column = 0; column < 5; ++column)
        grid->setColumnStretch(column, 1);
    grid->addWidget(new Field(tr("&Date of birth"), m_birthDate, this), 1, 0, 1, 2);
    grid->addWidget(new Field(tr("Sex"), m_sex, this), 1, 2, 1, 3);
    grid->addWidget(new Field(tr("&Record number"), m_recordNumber, this), 2, 0, 1, 2);
    grid->addWidget(new Field(tr("&Language of what is printed"), m_language, this), 2, 2, 1, 2);
    m_statusField = new Field(tr("Treatment"), m_status, this);
    grid->addWidget(m_statusField, 2, 4);
    m_statusField->hide();
    grid->addWidget(new Field(tr("&Telephone"), m_telephone, this), 3, 0, 1, 2);
    grid->addWidget(new Field(tr("&Address"), m_address, this), 3, 2, 1, 3);
    watch(*m_telephone);
    watch(*m_address);
    for (TypedEdit* field :
         {static_cast<TypedEdit*>(m_surname), static_cast<TypedEdit*>(m_given), static_cast<TypedEdit*>(m_title),
          static_cast<TypedEdit*>(m_birthDate), static_cast<TypedEdit*>(m_recordNumber)})
        watch(*field);
    watch(*m_sex);
}

void IdentityCard::show(const core::Patient& patient) {
    const core::Identity& identity = patient.identity;
    m_surname->setValue(identity.surname);
    m_given->setValue(identity.given);
    m_title->setValue(identity.title);
    m_birthDate->setValue(identity.birthDate);
    m_sex->setValue(static_cast<int>(patient.sex));
    m_recordNumber->setValue(identity.recordNumber);
    m_telephone->setValue(identity.telephone);
    // One line on the screen; the paper breaks it again at the commas.
    m_address->setText(QString::fromStdString(identity.address).replace(u'\n', u", "_s));
    const QString language = QString::fromStdString(identity.documentLanguage);
    if (m_language->findData(language) < 0)
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(m_language->findData(language));
    m_status->setCurrentIndex(m_status->findData(static_cast<int>(patient.status)));
    m_statusField->setVisible(true);
}

void IdentityCard::proposeLanguage(const QString& language) {
    if (m_language->findData(language) >= 0)
        m_language->setCurrentIndex(m_language->findData(language));
}

void IdentityCard::fill(core::Patient& patient) const {
    core::Identity& identity = patient.identity;
    identity.surname = m_surname->value();
    identity.given = m_given->value();
    identity.title = m_title->value();
    if (const auto date = m_birthDate->value())
        identity.birthDate = *date;
    patient.sex = static_cast<core::Sex>(m_sex->value().value_or(0));
    identity.recordNumber = m_recordNumber->value();
    identity.telephone = m_telephone->value();
    // An address of several lines that nobody touched stays as it was.
    if (m_address->text() != QString::fromStdString(identity.address).replace(u'\n', u", "_s))
        identity.address = m_address->value();
    identity.documentLanguage = m_language->currentData().toString().toStdString();
    patient.status = static_cast<core::PatientStatus>(m_status->currentData().toInt());
}

void IdentityCard::suggest(const QString& typed) {
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return;
    if (const auto date = wording::parseTypedDate(text)) {
        m_birthDate->setValue(*date);
        return;
    }
    const bool digits = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    (digits ? m_recordNumber : m_surname)->setText(text);
}

void IdentityCard::refuseRecordNumber(const QString& words) {
    m_recordNumber->refuse(words);
    m_recordNumber->setFocus();
}

void IdentityCard::focusFirst() {
    m_surname->setFocus();
}

std::optional<core::Date> IdentityCard::birthDate() const {
    return m_birthDate->value();
}

QWidget* IdentityCard::fieldFor(const QString& fact) const {
    if (fact == "birth_date"_L1)
        return m_birthDate;
    return fact == "sex"_L1 ? m_sex : nullptr;
}

// --- what for -------------------------------------------------------------------------------------------------------

TreatmentCard::TreatmentCard(core::Date today, const std::vector<core::Indication>& indications, QWidget* parent)
    : PatientCard(tr("What baclofen is for"), parent)
    , m_indication(new QComboBox(this))
    , m_diagnosis(new TextLine("diagnosis", this))
    , m_origin(new SegmentedControl(this))
    , m_goal(new TextLine("goal", this))
    , m_toneNeeded(new SegmentedControl(this))
    , m_since(new DateEdit(this)) {
    for (const core::Indication& use : indications)
        m_indication->addItem(wording::indicationName(use), QString::fromStdString(use.code));
    connect(m_indication, &QComboBox::activated, this, [this] {
        showIndication();
        Q_EMIT edited();
    });
    m_diagnosis->setPlaceholderText(tr("Multiple sclerosis"));
    m_goal->setPlaceholderText(tr("In the patient's words: sleep without spasms"));
    m_origin->setChoices({{static_cast<int>(core::SpasticityOrigin::spinal), tr("Spinal"), {}},
                          {static_cast<int>(core::SpasticityOrigin::cerebral), tr("Cerebral"), {}},
                          {static_cast<int>(core::SpasticityOrigin::other), tr("Other"), {}}});
    m_origin->setName(tr("Origin of spasticity"));
    m_origin->setClearable(true);
    m_toneNeeded->setChoices(yesNo());
    m_toneNeeded->setName(tr("Tone needed to stand or transfer"));
    m_toneNeeded->setClearable(true);
    m_since->setRange(std::nullopt, today);
    m_since->setSuggestion(today);
    QGridLayout* grid = gridIn(*this);
    m_originField = new Field(tr("Origin of spasticity"), m_origin, this);
    m_toneField = new Field(tr("Tone needed to stand or transfer"), m_toneNeeded, this);
    grid->addWidget(new Field(tr("Given &for"), m_indication, this), 0, 0, 1, 2);
    grid->addWidget(m_originField, 0, 2);
    grid->addWidget(new Field(tr("D&iagnosis"), m_diagnosis, this), 1, 0, 1, 3);
    grid->addWidget(new Field(tr("G&oal of treatment"), m_goal, this), 2, 0, 1, 3);
    grid->addWidget(m_toneField, 3, 0, 1, 2);
    grid->addWidget(new Field(tr("On &baclofen since, if already taking it"), m_since, this), 3, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
    watch(*m_diagnosis);
    watch(*m_goal);
    watch(*m_since);
    watch(*m_origin);
    watch(*m_toneNeeded);
}

// Origin and tone are asked of spasticity alone (TIT-10).
void TreatmentCard::showIndication() {
    const bool spasticity = m_indication->currentData().toString() == QLatin1String(core::spasticityIndication);
    m_originField->setVisible(spasticity);
    m_toneField->setVisible(spasticity);
}

QWidget* TreatmentCard::fieldFor(const QString& fact) const {
    if (fact == "diagnosis"_L1)
        return m_diagnosis;
    if (fact == "origin"_L1)
        return m_origin;
    if (fact == "goal"_L1)
        return m_goal;
    if (fact == "tone_needed"_L1)
        return m_toneNeeded;
    return fact == "baclofen_since"_L1 ? m_since : nullptr;
}

void TreatmentCard::show(const core::Patient& patient) {
    const QString indication = QString::fromStdString(patient.indication);
    if (m_indication->findData(indication) < 0)
        m_indication->addItem(indication, indication);
    m_indication->setCurrentIndex(m_indication->findData(indication));
    noteDate(*m_toneField, patient, core::DatedFact::toneNeeded);
    showIndication();
    m_diagnosis->setValue(patient.diagnosis);
    if (patient.origin != core::SpasticityOrigin::notRecorded)
        m_origin->setValue(static_cast<int>(patient.origin));
    m_goal->setValue(patient.goal);
    m_toneNeeded->setValue(asChoice(patient.toneNeeded));
    m_since->setValue(patient.baclofenSince);
}

void TreatmentCard::fill(core::Patient& patient) const {
    patient.indication = m_indication->currentData().toString().toStdString();
    patient.diagnosis = m_diagnosis->value();
    patient.origin = static_cast<core::SpasticityOrigin>(m_origin->value().value_or(0));
    patient.goal = m_goal->value();
    patient.toneNeeded = asFact(m_toneNeeded->value());
    patient.baclofenSince = m_since->value();
}

// --- body and kidneys -----------------------------------------------------------------------------------------------

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
    QGridLayout* grid = gridIn(*this);
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
