#include "gui/clinic_page.h"

#include "gui/card.h"
#include "gui/clinic_edits.h"
#include "gui/document_languages.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

QGridLayout* gridIn(Card& card) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(em(card, 0.8));
    grid->setVerticalSpacing(em(card, 0.5));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    card.body()->addLayout(grid);
    return grid;
}

} // namespace

ClinicPage::ClinicPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent)
    : SettingsPage(parent)
    , m_edits(edits)
    , m_name(new TextLine("name"))
    , m_telephone(new TextLine("telephone"))
    , m_outOfHours(new TextLine("out_of_hours"))
    , m_emergency(new TextLine("emergency_number"))
    , m_prescriber(new TextLine("prescriber"))
    , m_paper(new SegmentedControl(tr("Paper"), {{static_cast<int>(core::PaperSize::a4), tr("A4"), {}},
                                                 {static_cast<int>(core::PaperSize::letter), tr("Letter"), {}}}))
    , m_language(new QComboBox)
    , m_firstDay(new QComboBox)
    , m_trialDays(new WholeNumberEdit(workplace.catalogue.numbers().tit12.clinicLeastDays,
                                      workplace.catalogue.numbers().tit12.clinicMostDays)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, em(*this, 0.5), 0);
    column->setSpacing(em(*this, 0.7));
    column->addWidget(makePaper());
    column->addWidget(makeWeek());
    column->addWidget(makeCounting(workplace.catalogue.numbers()));
    column->addStretch(1);
    show();

    for (TypedEdit* edit : {static_cast<TypedEdit*>(m_name), static_cast<TypedEdit*>(m_telephone),
                            static_cast<TypedEdit*>(m_outOfHours), static_cast<TypedEdit*>(m_emergency),
                            static_cast<TypedEdit*>(m_prescriber), static_cast<TypedEdit*>(m_trialDays)})
        connect(edit, &QLineEdit::textEdited, this, &ClinicPage::take);
    connect(m_paper, &SegmentedControl::valueChanged, this, &ClinicPage::take);
    for (QComboBox* box : {m_language, m_firstDay})
        connect(box, &QComboBox::activated, this, &ClinicPage::take);
    for (QCheckBox* day : m_closed)
        connect(day, &QCheckBox::clicked, this, &ClinicPage::take);
    connect(&edits, &ClinicEdits::changed, this, &SettingsPage::edited);
}

QString ClinicPage::title() const {
    return tr("Clinic");
}

Card* ClinicPage::makePaper() {
    auto* card = new Card(tr("On every printed sheet"));
    m_name->setOptional(false);
    for (const QString& language : documentLanguages())
        m_language->addItem(languageName(language), language);
    QGridLayout* grid = gridIn(*card);
    grid->addWidget(new Field(tr("Clinic &name"), m_name), 0, 0, 1, 2);
    grid->addWidget(new Field(tr("&Telephone of the clinic"), m_telephone), 1, 0);
    grid->addWidget(new Field(tr("&Out of hours"), m_outOfHours), 1, 1);
    grid->addWidget(new Field(tr("&Emergency number"), m_emergency), 2, 0);
    grid->addWidget(new Field(tr("&Prescriber"), m_prescriber), 2, 1);
    grid->addWidget(new Field(tr("Paper"), m_paper), 3, 0);
    grid->addWidget(new Field(tr("&Language for new patients"), m_language), 3, 1);
    return card;
}

Card* ClinicPage::makeWeek() {
    auto* card = new Card(tr("The week"));
    for (int day = 1; day <= 7; ++day)
        m_firstDay->addItem(wording::weekdayText(static_cast<core::Weekday>(day)), day);
    QGridLayout* grid = gridIn(*card);
    grid->addWidget(new Field(tr("&Week begins on"), m_firstDay), 0, 0);
    auto* days = new QGridLayout;
    days->setHorizontalSpacing(em(*this, 0.8));
    for (int day = 1; day <= 7; ++day) {
        const QString name = wording::weekdayText(static_cast<core::Weekday>(day));
        auto* box = new QCheckBox(name);
        box->setAccessibleName(tr("Closed on %1").arg(name));
        m_closed.push_back(box);
        days->addWidget(box, (day - 1) / 4, (day - 1) % 4, Qt::AlignLeft);
    }
    auto* closed = new QWidget;
    auto* column = new QVBoxLayout(closed);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(*this, 0.2));
    auto* caption = new QLabel(tr("Closed on"));
    setTextKind(*caption, TextKind::caption);
    column->addWidget(caption);
    column->addLayout(days);
    grid->addWidget(closed, 1, 0, 1, 2);
    auto* note = new QLabel(tr("On these days nobody collects tablets: the day to renew them moves before."));
    note->setWordWrap(true);
    setTextKind(*note, TextKind::small);
    grid->addWidget(note, 2, 0, 1, 2);
    return card;
}

Card* ClinicPage::makeCounting(const core::RuleNumbers& numbers) {
    auto* card = new Card(tr("Scores and trials"));
    const auto& trial = numbers.tit12;
    QGridLayout* grid = gridIn(*card);
    auto* days = new Field(tr("&A fair trial lasts, days"), m_trialDays);
    days->note().set(Tone::neutral, tr("%1 to %2; empty: %3, as the rules say (TIT-12).")
                                        .arg(trial.clinicLeastDays)
                                        .arg(trial.clinicMostDays)
                                        .arg(trial.clinicLeastDays));
    grid->addWidget(days, 0, 0);
    // SCL-1 leaves no choice for means and charts; ranks are for statistics that are not made here.
    auto* note = new QLabel(tr("Means of the Modified Ashworth scale count 1+ as 1.5 (SCL-1)."));
    note->setWordWrap(true);
    setTextKind(*note, TextKind::small);
    grid->addWidget(note, 1, 0, 1, 2);
    return card;
}

void ClinicPage::show() {
    const core::Clinic& clinic = m_edits.now();
    m_name->setValue(clinic.name);
    m_telephone->setValue(clinic.telephone);
    m_outOfHours->setValue(clinic.outOfHours);
    m_emergency->setValue(clinic.emergencyNumber);
    m_prescriber->setValue(clinic.prescriber);
    m_paper->setValue(static_cast<int>(clinic.paper));
    const QString language = QString::fromStdString(clinic.language);
    if (m_language->findData(language) < 0)
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(m_language->findData(language));
    m_firstDay->setCurrentIndex(static_cast<int>(clinic.firstDayOfWeek) - 1);
    for (std::size_t day = 0; day < m_closed.size(); ++day)
        m_closed[day]->setChecked(std::ranges::count(clinic.closedWeekdays, static_cast<core::Weekday>(day + 1)) > 0);
    m_trialDays->setValue(clinic.trialDays);
}

// What cannot be read is refused when it is saved; until then the copy keeps what it had.
void ClinicPage::take() {
    m_edits.change([this](core::Clinic& clinic) {
        clinic.name = m_name->value();
        clinic.telephone = m_telephone->value();
        clinic.outOfHours = m_outOfHours->value();
        clinic.emergencyNumber = m_emergency->value();
        clinic.prescriber = m_prescriber->value();
        if (m_paper->value())
            clinic.paper = static_cast<core::PaperSize>(*m_paper->value());
        clinic.language = m_language->currentData().toString().toStdString();
        clinic.firstDayOfWeek = static_cast<core::Weekday>(m_firstDay->currentData().toInt());
        clinic.closedWeekdays.clear();
        for (std::size_t day = 0; day < m_closed.size(); ++day) {
            if (m_closed[day]->isChecked())
                clinic.closedWeekdays.push_back(static_cast<core::Weekday>(day + 1));
        }
        if (m_trialDays->problem().isEmpty())
            clinic.trialDays = m_trialDays->isEmpty() ? std::nullopt : m_trialDays->value();
    });
    Q_EMIT edited();
}

bool ClinicPage::isChanged() const {
    return m_edits.isChanged() || !m_trialDays->problem().isEmpty();
}

QWidget* ClinicPage::firstProblem() {
    QWidget* first = nullptr;
    for (TypedEdit* field : {static_cast<TypedEdit*>(m_name), static_cast<TypedEdit*>(m_trialDays)}) {
        if (!field->check() && first == nullptr)
            first = field;
    }
    return first;
}

core::Result<void> ClinicPage::save() {
    return m_edits.save();
}

} // namespace lento::gui
