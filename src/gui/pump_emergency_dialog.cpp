#include "gui/pump_emergency_dialog.h"

#include "app/documents.h"
#include "core/pump_status.h"
#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel* wrapped(const QString& text, TextKind kind) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextKind(*label, kind);
    return label;
}

QString orNotRecorded(const std::string& text) {
    return text.empty() ? PumpEmergencyDialog::tr("not recorded") : QString::fromStdString(text);
}

} // namespace

PumpEmergencyDialog::PumpEmergencyDialog(const Workplace& workplace, const app::PatientRecord& record,
                                         wording::PumpEmergency kind, QWidget* parent)
    : QDialog(parent) {
    const QString title = wording::emergencyText(wording::pumpEmergencyTitle(kind));
    setWindowTitle(title);
    const core::Result<core::Clinic> found = app::clinic(workplace.session);
    const core::Clinic clinic = found ? *found : core::Clinic();
    const core::Date today = workplace.today();

    auto* card = new QWidget;
    auto* body = new QVBoxLayout(card);
    body->setSpacing(em(*this, 0.3));
    body->addWidget(wrapped(title, TextKind::title));
    body->addWidget(wrapped(u"%1 · %2"_s.arg(wording::nameText(record.patient.identity),
                                             wording::bornText(record.patient.identity.birthDate, today)),
                            TextKind::heading));
    QStringList facts;
    const core::PumpImplant* implant = record.pump.implantOn(today);
    const auto status = core::pumpStatus(record.pump, today, clinic.closedWeekdays, workplace.catalogue.numbers().pump);
    facts << tr("Pump: %1").arg(implant ? QString::fromStdString(implant->model.name) : tr("not recorded"));
    if (implant && !implant->serial.empty())
        facts << tr("Serial number: %1").arg(QString::fromStdString(implant->serial));
    if (status && *status) {
        const core::PumpStatus& now = **status;
        facts << tr("Dose: %1, %2, since %3")
                     .arg(wording::microgramsPerDayText(now.setting.daily),
                          wording::pumpModeText(now.setting.mode).toLower(), wording::clinicalDate(now.setting.on));
        facts << tr("Concentration: %1").arg(wording::concentrationText(now.last.concentration));
        facts << tr("Last filled: %1, alarm date %2")
                     .arg(wording::clinicalDate(now.last.on), wording::clinicalDate(now.refill.alarm));
    } else {
        facts << tr("Dose, concentration, alarm date: not assessed, fill or setting is not recorded");
    }
    facts << tr("Clinic: %1 · out of hours: %2").arg(orNotRecorded(clinic.telephone), orNotRecorded(clinic.outOfHours));
    body->addWidget(wrapped(facts.join(u'\n'), TextKind::muted));
    for (const wording::EmergencySection& section : wording::pumpEmergencySections(kind)) {
        body->addWidget(
            wrapped(u"%1 · %2"_s.arg(wording::emergencyText(section.title), QLatin1StringView(section.rules)),
                    TextKind::caption));
        QStringList lines;
        for (const char* source : section.lines) {
            QString text = wording::emergencyText(source);
            if (text.contains(u"%1"))
                text = text.arg(wording::emergencyNumberText(clinic.emergencyNumber));
            lines << u"• "_s + text;
        }
        auto* words = new QLabel(lines.join(u'\n'));
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body->addWidget(words);
    }
    const bool high = std::ranges::any_of(
        record.conditions, [](const core::Condition& each) { return each.code == "cord-lesion-t6-or-above"; });
    if (kind == wording::PumpEmergency::withdrawal && high)
        body->addWidget(wrapped(wording::emergencyText(wording::autonomicDysreflexiaLine()), TextKind::heading));
    body->addStretch(1);

    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(title);
    area->setWidget(card);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* print = buttons->addButton(tr("&Print the card…"), QDialogButtonBox::ActionRole);
    connect(print, &QPushButton::clicked, this, &PumpEmergencyDialog::printRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    resize(em(*this, 34), em(*this, 42));
}

} // namespace lento::gui
