// The card of who it is.
#include "gui/date_edit.h"
#include "gui/document_languages.h"
#include "gui/field.h"
#include "gui/patient_cards.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "wording/typed_values.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostYears = 120;

} // namespace

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

    QGridLayout* grid = addGrid();
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

} // namespace lento::gui
