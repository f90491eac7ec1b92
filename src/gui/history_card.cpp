// The card of allergies, conditions and other medicines: a list counts as asked for only when someone says so.
#include "content/catalogue.h"
#include "gui/field.h"
#include "gui/medicine_rows.h"
#include "gui/patient_cards.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace lento::gui {

namespace {

QList<SegmentedControl::Choice> askedChoices(int notAsked, int none, int some) {
    return {{notAsked, PatientCard::tr("Not asked yet"), {}},
            {none, PatientCard::tr("None"), {}},
            {some, PatientCard::tr("These"), {}}};
}

} // namespace

HistoryCard::HistoryCard(const content::Catalogue& catalogue, QWidget* parent)
    : PatientCard(tr("Allergies, conditions, other medicines"), parent)
    , m_allergyStatus(new SegmentedControl(this))
    , m_allergies(new TextLine("allergies", this))
    , m_toBaclofen(new SegmentedControl(this))
    , m_conditionsAsked(new SegmentedControl(this))
    , m_conditionBox(new QWidget(this))
    , m_otherConditions(new TextLine("conditions", this))
    , m_medicinesAsked(new SegmentedControl(this))
    , m_medicines(new MedicineRows(this)) {
    m_allergyStatus->setChoices({{static_cast<int>(core::AllergyStatus::notRecorded), tr("Not recorded"), {}},
                                 {static_cast<int>(core::AllergyStatus::noneKnown), tr("None known"), {}},
                                 {static_cast<int>(core::AllergyStatus::known), tr("Known"), {}}});
    m_allergyStatus->setName(tr("Allergies"));
    m_allergyStatus->setValue(static_cast<int>(core::AllergyStatus::notRecorded));
    m_allergies->setPlaceholderText(tr("To what, and what happened"));
    m_allergies->setAccessibleName(tr("Known allergies"));
    m_conditionsAsked->setChoices(askedChoices(notAsked, none, some));
    m_conditionsAsked->setName(tr("Conditions"));
    m_conditionsAsked->setValue(notAsked);
    m_medicinesAsked->setChoices(askedChoices(notAsked, none, some));
    m_medicinesAsked->setName(tr("Other medicines"));
    m_medicinesAsked->setValue(notAsked);
    m_otherConditions->setPlaceholderText(tr("Others, separated by semicolons"));
    m_otherConditions->setAccessibleName(tr("Other conditions, separated by semicolons"));

    m_toBaclofen->setChoices(yesNo());
    m_toBaclofen->setName(tr("Hypersensitive to baclofen"));
    m_toBaclofen->setClearable(true);
    m_allergyField = new Field(tr("Allergies"), m_allergyStatus, this);
    m_toBaclofenField = new Field(tr("Hypersensitive to baclofen"), m_toBaclofen, this);
    body()->addWidget(m_allergyField);
    body()->addWidget(m_allergies);
    body()->addWidget(m_toBaclofenField);
    body()->addSpacing(em(*this, 0.4));
    m_conditionsField = new Field(tr("Conditions that the rules ask about"), m_conditionsAsked, this);
    body()->addWidget(m_conditionsField);
    auto* grid = new QGridLayout(m_conditionBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(em(*this, 1.0));
    grid->setVerticalSpacing(em(*this, 0.2));
    // What another field asks for is no box here.
    std::vector<content::ConditionKind> kinds = catalogue.conditions();
    std::erase_if(kinds, [](const content::ConditionKind& kind) { return !kind.askedAs.empty(); });
    for (const content::ConditionKind& kind : catalogue.conditions())
        m_conditionNames.insert(QString::fromStdString(kind.code), QString::fromStdString(kind.name));
    const int half = static_cast<int>((kinds.size() + 1) / 2);
    int place = 0;
    for (const content::ConditionKind& kind : kinds) {
        auto* box = new QCheckBox(QString::fromStdString(kind.name), m_conditionBox);
        connect(box, &QCheckBox::toggled, this, &PatientCard::edited);
        m_conditions.insert(QString::fromStdString(kind.code), box);
        grid->addWidget(box, place % half, place / half);
        ++place;
    }
    grid->addWidget(m_otherConditions, half, 0, 1, 2);
    body()->addWidget(m_conditionBox);
    body()->addSpacing(em(*this, 0.4));
    m_medicinesField = new Field(tr("Other medicines"), m_medicinesAsked, this);
    body()->addWidget(m_medicinesField);
    body()->addWidget(m_medicines);
    for (SegmentedControl* control : {m_allergyStatus, m_conditionsAsked, m_medicinesAsked}) {
        watch(*control);
        connect(control, &SegmentedControl::valueChanged, this, &HistoryCard::showAsked);
    }
    connect(m_medicines, &MedicineRows::edited, this, &PatientCard::edited);
    watch(*m_toBaclofen);
    watch(*m_allergies);
    watch(*m_otherConditions);
    showAsked();
}

void HistoryCard::showAsked() {
    const bool known = m_allergyStatus->value() == static_cast<int>(core::AllergyStatus::known);
    m_allergies->setVisible(known);
    m_allergies->setOptional(!known);
    m_toBaclofenField->setVisible(known);
    m_conditionBox->setVisible(m_conditionsAsked->value() == some);
    m_medicines->setVisible(m_medicinesAsked->value() == some);
}

void HistoryCard::show(const app::PatientRecord& record) {
    m_allergyStatus->setValue(static_cast<int>(record.patient.allergyStatus));
    m_allergies->setValue(record.patient.allergies);
    m_toBaclofen->setValue(asChoice(record.patient.baclofenAllergy));
    noteDate(*m_allergyField, record.patient, core::DatedFact::allergies);
    noteDate(*m_conditionsField, record.patient, core::DatedFact::conditions);
    noteDate(*m_medicinesField, record.patient, core::DatedFact::medicines);

    m_knownConditions = record.conditions;
    QStringList others;
    bool any = false;
    for (const core::Condition& condition : record.conditions) {
        if (condition.until)
            continue;
        any = true;
        if (QCheckBox* box = m_conditions.value(QString::fromStdString(condition.code)))
            box->setChecked(true);
        else
            others << (condition.text.empty() ? m_conditionNames.value(QString::fromStdString(condition.code),
                                                                       QString::fromStdString(condition.code))
                                              : QString::fromStdString(condition.text));
    }
    m_otherConditions->setText(others.join(QStringLiteral("; ")));
    m_conditionsAsked->setValue(any ? some : record.facts.conditionsRecorded ? none : notAsked);

    std::vector<core::Medicine> current;
    for (const core::Medicine& medicine : record.medicines)
        (medicine.until ? m_endedMedicines : current).push_back(medicine);
    m_medicines->setMedicines(current);
    m_medicinesAsked->setValue(!current.empty() ? some : record.facts.medicinesRecorded ? none : notAsked);
    showAsked();
}

QWidget* HistoryCard::fieldFor(const QString& fact) const {
    if (fact == QStringLiteral("allergies"))
        return m_toBaclofenField->isVisibleTo(this) ? m_toBaclofen : m_allergyStatus;
    if (fact == QStringLiteral("conditions"))
        return m_conditionsAsked;
    return fact == QStringLiteral("medicines") ? m_medicinesAsked : nullptr;
}

void HistoryCard::fill(app::PatientForm& form) const {
    form.patient.allergyStatus = static_cast<core::AllergyStatus>(m_allergyStatus->value().value_or(0));
    form.patient.allergies =
        form.patient.allergyStatus == core::AllergyStatus::known ? m_allergies->value() : std::string();
    form.patient.baclofenAllergy =
        form.patient.allergyStatus == core::AllergyStatus::known ? asFact(m_toBaclofen->value()) : std::nullopt;

    if (m_conditionsAsked->value() != notAsked) {
        // What ended stays in the record; what goes on keeps its id and date.
        std::vector<core::Condition> conditions;
        const auto keep = [&](auto&& matches, core::Condition fresh) {
            const auto known = std::find_if(m_knownConditions.begin(), m_knownConditions.end(),
                                            [&](const core::Condition& one) { return !one.until && matches(one); });
            conditions.push_back(known != m_knownConditions.end() ? *known : std::move(fresh));
        };
        for (const core::Condition& condition : m_knownConditions) {
            if (condition.until)
                conditions.push_back(condition);
        }
        if (m_conditionsAsked->value() == some) {
            for (auto box = m_conditions.begin(); box != m_conditions.end(); ++box) {
                if (!box.value()->isChecked())
                    continue;
                core::Condition fresh;
                fresh.code = box.key().toStdString();
                keep([&](const core::Condition& one) { return one.code == fresh.code; }, fresh);
            }
            const QStringList others = m_otherConditions->text().split(QLatin1Char(';'), Qt::SkipEmptyParts);
            for (const QString& other : others) {
                core::Condition fresh;
                fresh.text = other.trimmed().toStdString();
                if (!fresh.text.empty())
                    keep(
                        [&](const core::Condition& one) {
                            return one.text == fresh.text || one.code == fresh.text ||
                                   (one.text.empty() && m_conditionNames.value(QString::fromStdString(one.code)) ==
                                                            QString::fromStdString(fresh.text));
                        },
                        fresh);
            }
        }
        form.conditions = std::move(conditions);
    }
    if (m_medicinesAsked->value() != notAsked) {
        std::vector<core::Medicine> medicines = m_endedMedicines;
        if (m_medicinesAsked->value() == some) {
            for (core::Medicine& medicine : m_medicines->medicines())
                medicines.push_back(std::move(medicine));
        }
        form.medicines = std::move(medicines);
    }
}

} // namespace lento::gui
