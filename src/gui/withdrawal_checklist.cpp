#include "gui/withdrawal_checklist.h"

#include "gui/card.h"
#include "gui/field.h"
#include "gui/flow_layout.h"
#include "gui/number_edit.h"
#include "gui/theme.h"
#include "wording/quantities.h"
#include "wording/sign_words.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

WithdrawalChecklist::WithdrawalChecklist(const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_noFlags(new QCheckBox(tr("None of these red flags")))
    , m_noSigns(new QCheckBox(tr("None of these signs")))
    , m_withdrawal(new QWidget)
    , m_occasion(new QLabel)
    , m_temperature(new TenthsEdit(core::lowestTemperatureTenths, core::highestTemperatureTenths))
    , m_pulse(new WholeNumberEdit(core::lowestPulse, core::highestPulse))
    , m_creatineKinase(new TenthsEdit(0, core::highestCreatineKinaseTenths))
    , m_stopped(new WholeNumberEdit(1, core::longestStoppedHours)) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card;
    outer->addWidget(card);
    const auto caption = [&](const QString& text) {
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        setTextKind(*label, TextKind::caption);
        return label;
    };
    const auto box = [&](const QString& text, QLayout& into) {
        auto* made = new QCheckBox(text);
        made->setAccessibleName(text);
        into.addWidget(made);
        return made;
    };

    card->body()->addWidget(caption(tr("Red flags (AE-4, REN-7): any one is an emergency")));
    auto* flags = new FlowLayout;
    flags->setSpacing(em(*this, 0.8));
    for (const core::RedFlag& flag : catalogue.redFlags()) {
        QCheckBox* tick = box(wording::signText(flag.name), *flags);
        m_flags.emplace_back(flag.code, tick);
        if (flag.withLowKidney)
            m_lowKidneyFlags.push_back(tick);
    }
    card->body()->addLayout(flags);
    m_noFlags->setAccessibleName(m_noFlags->text());
    card->body()->addWidget(m_noFlags);
    connectTicks(m_flags, *m_noFlags);
    m_stopped->setFixedWidth(em(*this, 5));
    card->body()->addWidget(new Field(tr("Stopped suddenly: hours since the last dose"), m_stopped));

    auto* signsColumn = new QVBoxLayout(m_withdrawal);
    signsColumn->setContentsMargins(0, 0, 0, 0);
    auto* signs = new FlowLayout;
    signs->setSpacing(em(*this, 0.8));
    for (int grade = 1; grade <= 4; ++grade) {
        for (const core::WithdrawalSign& sign : catalogue.withdrawalSigns()) {
            if (sign.grade != grade)
                continue;
            QCheckBox* tick = box(tr("%1 (%2)").arg(wording::signText(sign.name)).arg(grade), *signs);
            m_signs.emplace_back(sign.code, tick);
        }
    }
    signsColumn->addWidget(caption(tr("Signs of withdrawal, grade 1 to 4 (WDL-1 to WDL-4)")));
    m_occasion->setWordWrap(true);
    m_occasion->setTextFormat(Qt::PlainText);
    setTextKind(*m_occasion, TextKind::muted);
    signsColumn->addWidget(m_occasion);
    signsColumn->addLayout(signs);
    m_noSigns->setAccessibleName(m_noSigns->text());
    signsColumn->addWidget(m_noSigns);
    connectTicks(m_signs, *m_noSigns);
    auto* measured = new FlowLayout;
    measured->setSpacing(em(*this, 0.8));
    measured->addWidget(new Field(tr("Temperature, °C"), m_temperature));
    measured->addWidget(new Field(tr("Pulse, a minute"), m_pulse));
    measured->addWidget(new Field(tr("Creatine kinase, times the upper limit"), m_creatineKinase));
    signsColumn->addLayout(measured);
    card->body()->addWidget(m_withdrawal);

    for (TypedEdit* edit : std::initializer_list<TypedEdit*>{m_temperature, m_pulse, m_creatineKinase, m_stopped})
        connect(edit, &TypedEdit::valueEdited, this, &WithdrawalChecklist::touched);
}

void WithdrawalChecklist::touched() {
    if (!m_setting)
        Q_EMIT edited();
}

void WithdrawalChecklist::connectTicks(const Ticks& ticks, QCheckBox& none) {
    for (const auto& [code, tick] : ticks)
        connect(tick, &QCheckBox::toggled, this,
                [this, &ticks, &none, box = tick](bool on) { keepNoneApart(ticks, none, *box, on); });
    connect(&none, &QCheckBox::toggled, this, [this, &ticks, &none](bool on) { keepNoneApart(ticks, none, none, on); });
}

void WithdrawalChecklist::keepNoneApart(const Ticks& ticks, QCheckBox& none, const QCheckBox& box, bool on) {
    if (m_setting)
        return;
    m_setting = true;
    if (on && &box == &none)
        for (const auto& [code, tick] : ticks)
            tick->setChecked(false);
    else if (on)
        none.setChecked(false);
    m_setting = false;
    touched();
}

void WithdrawalChecklist::setVisit(const core::Visit& visit) {
    m_setting = true;
    const auto has = [](const std::vector<std::string>& codes, const std::string& code) {
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    for (const auto& [code, tick] : m_flags)
        tick->setChecked(visit.redFlags && has(*visit.redFlags, code));
    m_noFlags->setChecked(visit.redFlags && visit.redFlags->empty());
    for (const auto& [code, tick] : m_signs)
        tick->setChecked(visit.withdrawalSigns && has(*visit.withdrawalSigns, code));
    m_noSigns->setChecked(visit.withdrawalSigns && visit.withdrawalSigns->empty());
    m_temperature->setValue(visit.temperatureTenths);
    m_pulse->setValue(visit.pulse);
    m_creatineKinase->setValue(visit.creatineKinaseTenths);
    m_stopped->setValue(visit.stoppedHours);
    m_setting = false;
}

void WithdrawalChecklist::fill(core::Visit& visit) const {
    const auto ticked = [](const Ticks& ticks, const QCheckBox& none) {
        std::vector<std::string> codes;
        for (const auto& [code, tick] : ticks)
            if (tick->isChecked())
                codes.push_back(code);
        return none.isChecked() || !codes.empty() ? std::optional(std::move(codes)) : std::nullopt;
    };
    visit.redFlags = ticked(m_flags, *m_noFlags);
    visit.withdrawalSigns = ticked(m_signs, *m_noSigns);
    visit.temperatureTenths = m_temperature->value();
    visit.pulse = m_pulse->value();
    visit.creatineKinaseTenths = m_creatineKinase->value();
    visit.stoppedHours = m_stopped->value();
}

void WithdrawalChecklist::setReadOnly(bool readOnly) {
    for (const auto& [code, tick] : m_flags)
        tick->setEnabled(!readOnly);
    for (const auto& [code, tick] : m_signs)
        tick->setEnabled(!readOnly);
    m_noFlags->setEnabled(!readOnly);
    m_noSigns->setEnabled(!readOnly);
    for (TypedEdit* edit : std::initializer_list<TypedEdit*>{m_temperature, m_pulse, m_creatineKinase, m_stopped})
        edit->setReadOnly(readOnly);
}

void WithdrawalChecklist::ask(bool withdrawal, bool lowKidney) {
    core::Visit now;
    fill(now);
    // What was recorded stays in view.
    m_withdrawal->setVisible(withdrawal || now.withdrawalSigns || now.temperatureTenths || now.pulse ||
                             now.creatineKinaseTenths);
    for (QCheckBox* tick : m_lowKidneyFlags)
        tick->setVisible(lowKidney || tick->isChecked());
}

void WithdrawalChecklist::setOccasion(const std::optional<app::WithdrawalCheck>& check) {
    m_occasion->setVisible(check.has_value());
    if (!check)
        return;
    const core::WithdrawalWatch& watch = check->watch;
    const QString first = wording::clinicalDate(watch.days.first);
    const QString last = wording::clinicalDate(*watch.days.last);
    const QString when =
        watch.stopped
            ? tr("Stopped on %1: asked for until %2 (WDL-5).").arg(first, last)
            : tr("Down to %1 on %2: asked for until %3 (WDL-5).").arg(wording::dailyText(watch.dose), first, last);
    QString answered = tr("Not answered since.");
    if (check->answeredOn)
        answered = check->grade ? tr("Last answered on %1: grade %2.")
                                      .arg(wording::clinicalDate(*check->answeredOn), QString::number(*check->grade))
                                : tr("Last answered on %1.").arg(wording::clinicalDate(*check->answeredOn));
    m_occasion->setText(when + u' ' + answered);
}

bool WithdrawalChecklist::check() {
    for (TypedEdit* edit : std::initializer_list<TypedEdit*>{m_stopped, m_temperature, m_pulse, m_creatineKinase}) {
        if (!edit->check()) {
            edit->setFocus();
            return false;
        }
    }
    return true;
}

} // namespace lento::gui
