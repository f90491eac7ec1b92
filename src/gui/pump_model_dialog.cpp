#include "gui/pump_model_dialog.h"

#include "app/pumps.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/pump_edits.h"
#include "gui/tab_order.h"
#include "gui/text_line.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

constexpr int longestServiceMonths = 240;

} // namespace

PumpModelDialog::PumpModelDialog(const core::PumpModel& model, bool isNew, bool confirms, QStringList taken,
                                 QWidget* parent)
    : QDialog(parent)
    , m_model(model)
    , m_confirmed(confirms)
    , m_taken(std::move(taken))
    , m_name(new TextLine("name"))
    , m_reservoir(new ReservoirEdit)
    , m_alarm(new ReservoirEdit)
    , m_tubing(new ReservoirEdit)
    , m_catheter(new CatheterVolumeEdit)
    , m_service(new WholeNumberEdit(1, longestServiceMonths))
    , m_source(new TextLine("source"))
    , m_compared(new QCheckBox(tr("I compared &every constant with the manual of this pump")))
    , m_state(new QLabel)
    , m_problem(new FieldNote(this)) {
    setWindowTitle(isNew ? tr("Add a pump model") : tr("Pump model"));
    auto* heading = new QLabel(windowTitle(), this);
    setTextKind(*heading, TextKind::title);
    auto* hint = new QLabel(tr("Refill and alarm dates, bridge and priming bolus and the end of service follow from "
                               "these constants. A pump that is in place keeps those of its implant."),
                            this);
    hint->setWordWrap(true);
    setTextKind(*hint, TextKind::muted);
    m_name->setOptional(false);
    m_service->setOptional(false);
    m_source->setOptional(false);
    m_name->setPlaceholderText(tr("maker, model and reservoir"));
    m_source->setPlaceholderText(tr("manual, edition and page"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    setTextKind(*m_state, TextKind::small);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* ok = buttons->addButton(isNew ? tr("Add") : tr("Change"), QDialogButtonBox::AcceptRole);
    ok->setDefault(true);
    makePrimary(*ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &PumpModelDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* volumes = new QGridLayout;
    volumes->setHorizontalSpacing(em(*this, 0.8));
    volumes->setVerticalSpacing(em(*this, 0.6));
    volumes->addWidget(new Field(tr("&Reservoir"), m_reservoir), 0, 0, Qt::AlignTop);
    volumes->addWidget(new Field(tr("&Alarm volume: left when it begins to beep"), m_alarm), 0, 1, Qt::AlignTop);
    volumes->addWidget(new Field(tr("&Tubing inside the pump"), m_tubing), 1, 0, Qt::AlignTop);
    volumes->addWidget(new Field(tr("&Catheter, in each centimetre"), m_catheter), 1, 1, Qt::AlignTop);
    volumes->addWidget(new Field(tr("Service &life, months"), m_service), 2, 0, Qt::AlignTop);
    volumes->setColumnStretch(0, 1);
    volumes->setColumnStretch(1, 1);

    auto* layout = new QVBoxLayout(this);
    const int side = em(*this, 1.2);
    layout->setContentsMargins(side, side, side, side * 3 / 4);
    layout->setSpacing(em(*this, 0.6));
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addWidget(new Field(tr("&Name"), m_name));
    layout->addLayout(volumes);
    layout->addWidget(new Field(tr("&Where the constants were read"), m_source));
    layout->addWidget(m_compared);
    layout->addWidget(m_state);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(em(*this, 38));

    m_name->setValue(model.name);
    if (!isNew) {
        m_reservoir->setValue(model.reservoir);
        m_alarm->setValue(model.alarm);
        m_tubing->setValue(model.tubing);
        m_catheter->setValue(model.perCentimetre);
        m_service->setValue(model.serviceMonths);
    }
    m_source->setValue(model.source);
    m_compared->setChecked(confirms);
    for (TypedEdit* edit : edits())
        connect(edit, &QLineEdit::textChanged, this, &PumpModelDialog::follow);
    connect(m_compared, &QCheckBox::toggled, this, &PumpModelDialog::showState);
    orderTabs(*this);
    showState();
    m_name->setFocus();
}

QList<TypedEdit*> PumpModelDialog::edits() const {
    return {m_name, m_reservoir, m_alarm, m_tubing, m_catheter, m_service, m_source};
}

bool PumpModelDialog::confirms() const {
    return m_compared->isChecked();
}

std::optional<core::PumpModel> PumpModelDialog::typed() const {
    const auto reservoir = m_reservoir->value();
    const auto alarm = m_alarm->value();
    const auto tubing = m_tubing->value();
    const auto catheter = m_catheter->value();
    const auto service = m_service->value();
    if (!reservoir || !alarm || !tubing || !catheter || !service)
        return std::nullopt;
    core::PumpModel typed = m_model;
    typed.name = m_name->value();
    typed.reservoir = *reservoir;
    typed.alarm = *alarm;
    typed.tubing = *tubing;
    typed.perCentimetre = *catheter;
    typed.serviceMonths = *service;
    typed.source = m_source->value();
    return typed;
}

void PumpModelDialog::follow() {
    m_problem->clear();
    // The same value written in another way is no change.
    if (m_compared->isChecked() && typed() != m_model) {
        const QSignalBlocker quiet(m_compared);
        m_compared->setChecked(false);
    }
    showState();
}

void PumpModelDialog::showState() {
    if (m_compared->isChecked())
        m_state->setText(typed() == m_model && m_model.isConfirmed()
                             ? wording::confirmationText(m_model) + u'.'
                             : tr("Your name and the time are kept with the constants when the settings are saved."));
    else
        m_state->setText(m_confirmed
                             ? tr("Changed since it was confirmed: unverified until somebody compares it again.")
                             : tr("Unverified until the clinic confirms it; every page that uses it says so."));
}

void PumpModelDialog::accept() {
    m_problem->clear();
    TypedEdit* first = nullptr;
    for (TypedEdit* edit : edits()) {
        if (!edit->check() && first == nullptr)
            first = edit;
    }
    const auto refuse = [&first](TypedEdit& edit, const QString& words) {
        edit.refuse(words);
        first = &edit;
    };
    const std::optional<core::PumpModel> model = typed();
    if (first == nullptr && m_taken.contains(m_name->text().trimmed(), Qt::CaseInsensitive))
        refuse(*m_name, tr("Another model of this clinic has this name."));
    if (first == nullptr && model->reservoir.isZero())
        refuse(*m_reservoir, tr("A reservoir holds more than 0 mL."));
    if (first == nullptr && (model->alarm.isZero() || model->alarm >= model->reservoir))
        refuse(*m_alarm, tr("Above 0 mL and below the reservoir of %1.").arg(wording::volumeText(model->reservoir)));
    if (first == nullptr && model->tubing >= model->reservoir)
        refuse(*m_tubing, tr("Below the reservoir of %1.").arg(wording::volumeText(model->reservoir)));
    if (first != nullptr) {
        first->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const core::Result<void> good = app::validate(*model); !good) {
        m_problem->set(Tone::critical, wording::sentence(good.error()));
        return;
    }
    // Who confirmed other constants did not confirm these.
    if (*model != m_model) {
        m_model = *model;
        m_model.confirmedBy.clear();
        m_model.confirmedAt.clear();
    }
    QDialog::accept();
}

} // namespace lento::gui
