#include "gui/pump_setting_dialog.h"

#include "gui/clock_edit.h"
#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/pump_day_chart.h"
#include "gui/pump_dialog_words.h"
#include "gui/pump_edits.h"
#include "gui/segmented.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

PumpSettingDialog::PumpSettingDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant& implant,
                                     QWidget* parent)
    : PumpEntryDialog(workplace, std::move(record), tr("Pump setting"), tr("Record setting"), parent)
    , m_implant(implant)
    , m_on(new DateEdit)
    , m_at(new ClockEdit)
    , m_phase(
          new SegmentedControl(tr("Phase"), {{static_cast<int>(core::PumpPhase::titration), tr("Titration"), {}},
                                             {static_cast<int>(core::PumpPhase::maintenance), tr("Maintenance"), {}}}))
    , m_mode(new SegmentedControl(tr("Mode"),
                                  {{static_cast<int>(core::PumpMode::simpleContinuous), tr("Simple continuous"), {}},
                                   {static_cast<int>(core::PumpMode::flex), tr("Flex"), {}},
                                   {static_cast<int>(core::PumpMode::periodicBolus), tr("Periodic bolus"), {}}}))
    , m_daily(new PumpDoseEdit)
    , m_dailyField(new Field(tr("Daily &dose"), m_daily))
    , m_flex(new FlexDayEdit)
    , m_flexField(new Field(tr("&Rates in mcg an hour, each from a time on"), m_flex))
    , m_bolus(new PumpBolusEdit)
    , m_bolusField(new Field(tr("Each &bolus"), m_bolus))
    , m_count(new WholeNumberEdit(1, 48))
    , m_countField(new Field(tr("Boluses a da&y"), m_count))
    , m_fit(new FieldNote)
    , m_picture(new PumpDayChart)
    , m_sideEffects(new QCheckBox(tr("Reduced because of &side effects")))
    , m_sides(noteLabel()) {
    m_on->setOptional(false);
    m_on->setRange(implant.on, workplace.today());
    m_on->setValue(workplace.today());
    m_count->setOptional(false);
    fields()->addWidget(new Field(tr("&Programmed on"), m_on));
    fields()->addWidget(new Field(tr("&At"), m_at));
    fields()->addWidget(new Field(tr("Phase"), m_phase));
    fields()->addWidget(new Field(tr("Mode"), m_mode));
    for (QWidget* each :
         {static_cast<QWidget*>(m_flexField), static_cast<QWidget*>(m_dailyField), static_cast<QWidget*>(m_bolusField),
          static_cast<QWidget*>(m_countField), static_cast<QWidget*>(m_fit), static_cast<QWidget*>(m_sideEffects),
          static_cast<QWidget*>(m_sides)})
        fields()->addWidget(each);
    const core::PumpSetting* now = this->record().pump.settingOn(implant.id, workplace.today());
    m_phase->setValue(static_cast<int>(now ? now->phase : core::PumpPhase::titration));
    m_mode->setValue(static_cast<int>(now ? now->mode : core::PumpMode::simpleContinuous));
    for (TypedEdit* edit :
         {static_cast<TypedEdit*>(m_flex), static_cast<TypedEdit*>(m_daily), static_cast<TypedEdit*>(m_bolus),
          static_cast<TypedEdit*>(m_count), static_cast<TypedEdit*>(m_on), static_cast<TypedEdit*>(m_at)})
        follow(*edit);
    for (SegmentedControl* choice : {m_phase, m_mode})
        connect(choice, &SegmentedControl::valueChanged, this, [this] { refresh(); });
    connect(m_sideEffects, &QCheckBox::toggled, this, [this] { refresh(); });
    addAboveChecks(m_picture);
    finish();
}

core::PumpMode PumpSettingDialog::mode() const {
    return static_cast<core::PumpMode>(m_mode->value().value_or(0));
}

void PumpSettingDialog::putDoses(core::PumpSetting& setting) const {
    setting.mode = mode();
    setting.daily = m_daily->value().value_or(core::PumpDose());
    if (setting.mode == core::PumpMode::flex)
        setting.periods = m_flex->value().value_or(std::vector<core::FlexPeriod>());
    if (setting.mode == core::PumpMode::periodicBolus) {
        setting.bolus = m_bolus->value();
        setting.bolusesPerDay = m_count->value();
    }
}

std::optional<core::PumpDay> PumpSettingDialog::day() const {
    core::PumpSetting doses;
    putDoses(doses);
    return drawnDay(&doses);
}

std::optional<core::PumpSetting> PumpSettingDialog::typed() const {
    if (!m_on->value() || !m_at->value() || !m_daily->value() || !m_phase->value())
        return std::nullopt;
    if (mode() == core::PumpMode::flex && !m_flex->value())
        return std::nullopt;
    if (mode() == core::PumpMode::periodicBolus && (!m_bolus->value() || !m_count->value()))
        return std::nullopt;
    core::PumpSetting made;
    made.implant = m_implant.id;
    made.on = *m_on->value();
    made.minute = *m_at->value();
    made.phase = static_cast<core::PumpPhase>(*m_phase->value());
    made.forSideEffects = m_sideEffects->isVisibleTo(this) && m_sideEffects->isChecked();
    putDoses(made);
    return made;
}

QString PumpSettingDialog::disagreement() const {
    const std::optional<core::PumpDose> daily = m_daily->value();
    if (!daily)
        return {};
    if (mode() == core::PumpMode::flex) {
        const auto periods = m_flex->value();
        const auto total = periods ? core::flexDisagreement(*periods, *daily) : std::nullopt;
        return total ? tr("The periods come to %1, the daily dose typed is %2. Compare both with the programmer "
                          "(ITB-11).")
                           .arg(wording::microgramsPerDayText(*total), wording::microgramsPerDayText(*daily))
                     : QString();
    }
    if (mode() == core::PumpMode::periodicBolus && m_bolus->value() && m_count->value()) {
        const core::PumpDose boluses = core::PumpDose::nanograms(m_bolus->value()->inNanograms() * *m_count->value());
        if (boluses > *daily)
            return tr("The boluses come to %1, more than the daily dose of %2. The daily dose is the total with the "
                      "boluses (ITB-11).")
                .arg(wording::microgramsPerDayText(boluses), wording::microgramsPerDayText(*daily));
    }
    return {};
}

void PumpSettingDialog::showDay(const core::PumpSetting* now) {
    const bool isFlex = mode() == core::PumpMode::flex;
    m_dailyField->setCaption(isFlex                                    ? tr("Daily &dose that the programmer shows")
                             : mode() == core::PumpMode::periodicBolus ? tr("Daily &dose, boluses included")
                                                                       : tr("Daily &dose"));
    m_flexField->setVisible(isFlex);
    m_bolusField->setVisible(mode() == core::PumpMode::periodicBolus);
    m_countField->setVisible(mode() == core::PumpMode::periodicBolus);
    const QString wrong = disagreement();
    m_fit->set(wrong.isEmpty() ? Tone::neutral : Tone::critical, wrong);
    m_picture->show(day(), drawnDay(now),
                    isFlex ? tr("The day is drawn hour by hour once its periods are typed.")
                           : tr("The day is drawn hour by hour once the dose is typed."));
}

QStringList PumpSettingDialog::limitWords(const core::PumpSetting* now, core::Date on) const {
    if (!now)
        return {tr("The first setting of this pump.")};
    QStringList text{tr("Now: %1, %2, since %3.")
                         .arg(wording::microgramsPerDayText(now->daily), wording::pumpModeText(now->mode).toLower(),
                              wording::clinicalDate(now->on))};
    core::PumpFacts facts = app::pumpFacts(record());
    facts.origin = m_implant.origin;
    const auto phase = static_cast<core::PumpPhase>(m_phase->value().value_or(0));
    if (const auto limits =
            core::pumpChangeLimits(facts, record().pump, m_implant, phase, on, workplace().catalogue.numbers().pump)) {
        text << tr("Next allowed: %1 up, %2 down (%3).")
                    .arg(wording::rangeText(limits->increase), wording::rangeText(limits->reduction),
                         QString::fromUtf8(limits->rule.text().data(),
                                           static_cast<qsizetype>(limits->rule.text().size())));
        if (limits->increaseFromOn && *limits->increaseFromOn >= on)
            text << tr("No increase before %1, %2.")
                        .arg(wording::clinicalDate(*limits->increaseFromOn),
                             wording::timeOfDayText(limits->increaseFromMinute));
    }
    if (mode() != now->mode && m_daily->value() && *m_daily->value() != now->daily)
        text << tr("A change of mode keeps the daily total of %1 (ITB-11).")
                    .arg(wording::microgramsPerDayText(now->daily));
    return text;
}

void PumpSettingDialog::refresh() {
    const core::Date on = m_on->value().value_or(workplace().today());
    const core::PumpSetting* now = record().pump.settingOn(m_implant.id, on);
    const std::optional<core::PumpDose> dose = m_daily->value();
    m_sideEffects->setVisible(now && dose && *dose < now->daily);
    showDay(now);
    QStringList text = limitWords(now, on);
    const std::optional<core::PumpSetting> next = typed();
    if (next) {
        const core::PumpRefill* fill = record().pump.refillBefore(m_implant.id, next->on);
        QString line =
            tr("New: %1, %2")
                .arg(wording::microgramsPerDayText(next->daily), wording::pumpModeText(next->mode).toLower());
        if (fill)
            line += tr(", flow %1").arg(wording::flowText(core::pumpFlow(next->daily, fill->concentration)));
        text << line + u'.';
        core::PumpCourse after = record().pump;
        after.settings.push_back(*next);
        text << refillWords(after, std::max(next->on, workplace().today()), workplace());
    }
    m_sides->setText(text.join(u'\n'));
    showFindings(next ? app::findingsOf(record(), *next, workplace().catalogue) : std::vector<core::Finding>());
}

core::Result<void> PumpSettingDialog::save() {
    const std::optional<core::PumpSetting> next = typed();
    if (!next)
        return core::failure(core::ErrorCode::missingField, "phase");
    const auto saved = app::setPump(workplace().session, workplace().catalogue, record().patient.id, *next, reasons());
    if (!saved)
        return core::failure(saved.error());
    m_recorded = *saved;
    return {};
}

TypedEdit* PumpSettingDialog::fieldOf(const std::string& subject) const {
    return subject == "on"               ? static_cast<TypedEdit*>(m_on)
           : subject == "minute"         ? static_cast<TypedEdit*>(m_at)
           : subject == "daily"          ? static_cast<TypedEdit*>(m_daily)
           : subject == "bolus"          ? static_cast<TypedEdit*>(m_bolus)
           : subject == "bolusesPerDay"  ? static_cast<TypedEdit*>(m_count)
           : subject.starts_with("peri") ? static_cast<TypedEdit*>(m_flex)
                                         : nullptr;
}

} // namespace lento::gui
