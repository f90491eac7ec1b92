#include "gui/new_clinic_dialog.h"

#include "gui/theme.h"
#include "ui_new_clinic_dialog.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QLocale>
#include <QPushButton>

namespace lento::gui {

namespace {

std::string typed(const QLineEdit* edit) {
    return edit->text().trimmed().toStdString();
}

} // namespace

NewClinicDialog::NewClinicDialog(QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::NewClinicDialog>()) {
    m_form->setupUi(this);
    setTextKind(*m_form->titleLabel, TextKind::title);
    setTextKind(*m_form->purposeLabel, TextKind::muted);
    for (const core::Region region : {core::Region::uk, core::Region::us, core::Region::fr, core::Region::other})
        m_form->regionBox->addItem(wording::regionText(region), static_cast<int>(region));
    m_form->paperBox->addItem(tr("A4"));
    m_form->paperBox->addItem(tr("Letter"));
    for (int day = 1; day <= 7; ++day)
        m_form->weekBox->addItem(wording::weekdayText(static_cast<core::Weekday>(day)), day);
    // What this computer is set to is a proposal, shown before it counts.
    const QLocale system = QLocale::system();
    const bool letter = system.measurementSystem() == QLocale::ImperialUSSystem;
    m_form->regionBox->setCurrentIndex(letter ? 1 : system.territory() == QLocale::France ? 2 : 0);
    m_form->paperBox->setCurrentIndex(letter ? 1 : 0);
    m_form->weekBox->setCurrentIndex(static_cast<int>(system.firstDayOfWeek()) - 1);
    m_form->problemLabel->hide();
    QPushButton* next = m_form->buttons->addButton(tr("Choose where it lies…"), QDialogButtonBox::AcceptRole);
    makePrimary(*next);
    next->setDefault(true);
    m_form->form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumWidth(em(*this, 34));
    connect(m_form->nameEdit, &QLineEdit::textEdited, m_form->problemLabel, &QWidget::hide);
}

NewClinicDialog::~NewClinicDialog() = default;

void NewClinicDialog::accept() {
    if (typed(m_form->nameEdit).empty()) {
        QPalette colours = m_form->problemLabel->palette();
        colours.setColor(QPalette::WindowText, tokens(palette()).tone(Tone::critical).text);
        m_form->problemLabel->setPalette(colours);
        m_form->problemLabel->setText(tr("The clinic needs a name: it stands on every printed page."));
        m_form->problemLabel->show();
        m_form->nameEdit->setFocus();
        return;
    }
    QDialog::accept();
}

app::NewClinic NewClinicDialog::clinic() const {
    app::NewClinic clinic;
    clinic.name = typed(m_form->nameEdit);
    clinic.telephone = typed(m_form->telephoneEdit);
    clinic.outOfHours = typed(m_form->outOfHoursEdit);
    clinic.emergencyNumber = typed(m_form->emergencyEdit);
    clinic.prescriber = typed(m_form->prescriberEdit);
    clinic.region = static_cast<core::Region>(m_form->regionBox->currentData().toInt());
    if (m_form->paperBox->currentIndex() == 1)
        clinic.paper = decltype(clinic.paper)::letter;
    // Nobody hands out tablets on the days that are no working days here.
    const QList<Qt::DayOfWeek> open = QLocale::system().weekdays();
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        if (!open.contains(static_cast<Qt::DayOfWeek>(day)))
            clinic.closedWeekdays.push_back(static_cast<core::Weekday>(day));
    clinic.firstDayOfWeek = static_cast<core::Weekday>(m_form->weekBox->currentData().toInt());
    return clinic;
}

} // namespace lento::gui
