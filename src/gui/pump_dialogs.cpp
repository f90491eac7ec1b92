#include "gui/pump_dialogs.h"

#include "app/documents.h"
#include "gui/clock_edit.h"
#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/field.h"
#include "gui/number_edit.h"
#include "gui/pump_edits.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int millimetresPerCentimetre = 10;

QLabel* words(TextKind kind) {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setTextKind(*label, kind);
    return label;
}

std::vector<core::Weekday> closedDays(const Workplace& workplace) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    return clinic ? clinic->closedWeekdays : std::vector<core::Weekday>{};
}

// "Alarm date 09-Dec-2026, refill by Tue 01-Dec-2026 (before the alarm)"
QString refillWords(const core::PumpCourse& course, core::Date on, const Workplace& workplace) {
    const auto status = core::pumpStatus(course, on, closedDays(workplace), workplace.catalogue.numbers().pump);
    if (!status || !*status)
        return PumpEntryDialog::tr("Alarm and refill dates: not assessed until fill and setting are entered.");
    const core::Refill& refill = (*status)->refill;
    return PumpEntryDialog::tr("Alarm date %1, refill by %2 (%3, ITB-13).")
        .arg(wording::clinicalDate(refill.alarm), wording::clinicalDateWithWeekday(refill.refillBy),
             refill.limit == core::RefillLimit::alarm ? PumpEntryDialog::tr("before the alarm")
                                                      : PumpEntryDialog::tr("the solution keeps no longer"));
}

} // namespace

// Implant

ImplantDialog::ImplantDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant* implant,
                             QWidget* parent)
    : PumpEntryDialog(workplace, std::move(record), implant ? tr("Pump in place") : tr("Implant of a pump"),
                      implant ? tr("Save") : tr("Record implant"), parent)
    , m_implant(implant ? *implant : core::PumpImplant())
    , m_on(new DateEdit)
    , m_model(new QComboBox)
    , m_constants(words(TextKind::small))
    , m_serial(new TextLine("serial"))
    , m_catheter(new WholeNumberEdit(1, 200))
    , m_alarm(new ReservoirEdit)
    , m_origin(new SegmentedControl(tr("Origin of spasticity"),
                                    {{static_cast<int>(core::SpasticityOrigin::spinal), tr("Spinal"), {}},
                                     {static_cast<int>(core::SpasticityOrigin::cerebral), tr("Cerebral"), {}},
                                     {static_cast<int>(core::SpasticityOrigin::other), tr("Other"), {}}}))
    , m_oral(new DailyDoseEdit)
    , m_removed(new DateEdit) {
    m_implant.patient = this->record().patient.id;
    if (auto models = app::pumpModels(workplace.session, workplace.catalogue))
        m_models = std::move(*models);
    if (implant)
        m_models.insert(m_models.begin(), app::ClinicPumpModel{implant->model, 0});
    for (const app::ClinicPumpModel& each : m_models) {
        const QString name = QString::fromStdString(each.model.name);
        m_model->addItem(each.model.isConfirmed() ? name : tr("%1 (unverified)").arg(name));
    }
    m_on->setOptional(false);
    m_on->setRange({}, workplace.today());
    m_removed->setRange({}, workplace.today());
    m_catheter->setOptional(false);
    fields()->addWidget(new Field(tr("&Date of the implant"), m_on));
    fields()->addWidget(new Field(tr("&Model"), m_model));
    fields()->addWidget(m_constants);
    fields()->addWidget(new Field(tr("&Serial number"), m_serial));
    fields()->addWidget(new Field(tr("Implanted &catheter, cm"), m_catheter));
    fields()->addWidget(new Field(tr("&Alarm volume (4 mL where withdrawal came before the alarm)"), m_alarm));
    fields()->addWidget(new Field(tr("Origin of spasticity"), m_origin));
    fields()->addWidget(new Field(tr("&Oral baclofen before the implant, a day"), m_oral));
    auto* removed = new Field(tr("&Taken out on"), m_removed);
    removed->setVisible(implant != nullptr);
    fields()->addWidget(removed);
    for (TypedEdit* edit :
         {static_cast<TypedEdit*>(m_on), static_cast<TypedEdit*>(m_serial), static_cast<TypedEdit*>(m_catheter),
          static_cast<TypedEdit*>(m_alarm), static_cast<TypedEdit*>(m_oral), static_cast<TypedEdit*>(m_removed)})
        follow(*edit);
    if (implant) {
        m_on->setValue(implant->on);
        m_serial->setValue(implant->serial);
        m_catheter->setValue(implant->catheterMillimetres / millimetresPerCentimetre);
        m_alarm->setValue(implant->model.alarm);
        m_oral->setValue(implant->oralBefore);
        m_removed->setValue(implant->removedOn);
    } else if (!m_models.empty()) {
        m_on->setSuggestion(workplace.today());
        m_alarm->setValue(m_models.front().model.alarm);
    }
    const core::SpasticityOrigin origin = implant ? implant->origin : this->record().patient.origin;
    if (origin != core::SpasticityOrigin::notRecorded)
        m_origin->setValue(static_cast<int>(origin));
    connect(m_model, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_alarm->setValue(m_models[static_cast<std::size_t>(index)].model.alarm);
        refresh();
    });
    finish();
}

void ImplantDialog::refresh() {
    const int index = m_model->currentIndex();
    if (index < 0)
        return;
    const core::PumpModel& model = m_models[static_cast<std::size_t>(index)].model;
    QString text = tr("Reservoir %1, tubing %2, catheter %3 a cm, service life %4 months. Source: %5.")
                       .arg(wording::volumeText(model.reservoir), wording::volumeText(model.tubing),
                            wording::volumeText(model.perCentimetre))
                       .arg(model.serviceMonths)
                       .arg(QString::fromStdString(model.source));
    text += u' ' + (model.isConfirmed() ? tr("Confirmed by %1.").arg(QString::fromStdString(model.confirmedBy))
                                        : tr("Unverified: read them in the manual of the pump in use."));
    if (const auto centimetres = m_catheter->value()) {
        const core::Catheter catheter{*centimetres * millimetresPerCentimetre, model.perCentimetre, model.tubing};
        text += u' ' + tr("Priming bolus with 500 mcg/mL: %1; watch for at least 8 hours (ITB-17).")
                           .arg(wording::microgramsText(
                               core::primingBolus(catheter, core::Concentration::microgramsPerMillilitre(500))));
    }
    m_constants->setText(text);
    showFindings({});
}

core::Result<void> ImplantDialog::save() {
    const int index = m_model->currentIndex();
    if (index < 0)
        return core::failure(core::ErrorCode::emptyText, "model");
    m_implant.model = m_models[static_cast<std::size_t>(index)].model;
    m_implant.model.alarm = *m_alarm->value();
    m_implant.on = *m_on->value();
    m_implant.serial = m_serial->value();
    m_implant.catheterMillimetres = *m_catheter->value() * millimetresPerCentimetre;
    m_implant.origin = m_origin->value() ? static_cast<core::SpasticityOrigin>(*m_origin->value())
                                         : core::SpasticityOrigin::notRecorded;
    m_implant.oralBefore = m_oral->value();
    m_implant.removedOn = m_removed->value();
    const auto saved = app::implantPump(workplace().session, m_implant);
    return saved ? core::Result<void>() : core::failure(saved.error());
}

TypedEdit* ImplantDialog::fieldOf(const std::string& subject) const {
    return subject == "on"          ? static_cast<TypedEdit*>(m_on)
           : subject == "removedOn" ? m_removed
           : subject == "alarm"     ? static_cast<TypedEdit*>(m_alarm)
           : subject == "catheter"  ? static_cast<TypedEdit*>(m_catheter)
                                    : nullptr;
}

// Setting

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
    , m_sideEffects(new QCheckBox(tr("Reduced because of &side effects")))
    , m_sides(words(TextKind::small)) {
    m_on->setOptional(false);
    m_on->setRange(implant.on, workplace.today());
    m_on->setValue(workplace.today());
    m_count->setOptional(false);
    fields()->addWidget(new Field(tr("&Programmed on"), m_on));
    fields()->addWidget(new Field(tr("&At"), m_at));
    fields()->addWidget(new Field(tr("Phase"), m_phase));
    fields()->addWidget(new Field(tr("Mode"), m_mode));
    for (QWidget* each :
         {static_cast<QWidget*>(m_dailyField), static_cast<QWidget*>(m_flexField), static_cast<QWidget*>(m_bolusField),
          static_cast<QWidget*>(m_countField), static_cast<QWidget*>(m_sideEffects), static_cast<QWidget*>(m_sides)})
        fields()->addWidget(each);
    const core::PumpSetting* now = this->record().pump.settingOn(implant.id, workplace.today());
    m_phase->setValue(static_cast<int>(now ? now->phase : core::PumpPhase::titration));
    m_mode->setValue(static_cast<int>(now ? now->mode : core::PumpMode::simpleContinuous));
    for (TypedEdit* edit :
         {static_cast<TypedEdit*>(m_daily), static_cast<TypedEdit*>(m_flex), static_cast<TypedEdit*>(m_bolus),
          static_cast<TypedEdit*>(m_count), static_cast<TypedEdit*>(m_on), static_cast<TypedEdit*>(m_at)})
        follow(*edit);
    for (SegmentedControl* choice : {m_phase, m_mode})
        connect(choice, &SegmentedControl::valueChanged, this, [this] { refresh(); });
    connect(m_sideEffects, &QCheckBox::toggled, this, [this] { refresh(); });
    finish();
}

core::PumpMode PumpSettingDialog::mode() const {
    return static_cast<core::PumpMode>(m_mode->value().value_or(0));
}

std::optional<core::PumpDose> PumpSettingDialog::daily() const {
    if (mode() != core::PumpMode::flex)
        return m_daily->value();
    const auto periods = m_flex->value();
    if (!periods)
        return std::nullopt;
    const core::Result<core::PumpDose> total = core::flexDailyDose(*periods);
    if (!total)
        return std::nullopt;
    // The record keeps the total on the grid of 0.1 mcg (UNI-2).
    const std::int64_t grid = core::pumpGrid.inNanograms();
    return core::pumpGrid * ((total->inNanograms() + grid / 2) / grid);
}

std::optional<core::PumpSetting> PumpSettingDialog::typed() const {
    const std::optional<core::PumpDose> dose = daily();
    if (!m_on->value() || !m_at->value() || !dose || !m_phase->value())
        return std::nullopt;
    core::PumpSetting made;
    made.implant = m_implant.id;
    made.on = *m_on->value();
    made.minute = *m_at->value();
    made.daily = *dose;
    made.mode = mode();
    made.phase = static_cast<core::PumpPhase>(*m_phase->value());
    made.forSideEffects = m_sideEffects->isVisibleTo(this) && m_sideEffects->isChecked();
    if (made.mode == core::PumpMode::flex)
        made.periods = *m_flex->value();
    if (made.mode == core::PumpMode::periodicBolus) {
        if (!m_bolus->value() || !m_count->value())
            return std::nullopt;
        made.bolus = m_bolus->value();
        made.bolusesPerDay = m_count->value();
    }
    return made;
}

void PumpSettingDialog::refresh() {
    m_dailyField->setVisible(mode() != core::PumpMode::flex);
    m_flexField->setVisible(mode() == core::PumpMode::flex);
    m_bolusField->setVisible(mode() == core::PumpMode::periodicBolus);
    m_countField->setVisible(mode() == core::PumpMode::periodicBolus);
    const core::PumpNumbers& numbers = workplace().catalogue.numbers().pump;
    const core::Date on = m_on->value().value_or(workplace().today());
    const core::PumpSetting* now = record().pump.settingOn(m_implant.id, on);
    const std::optional<core::PumpDose> dose = daily();
    m_sideEffects->setVisible(now && dose && *dose < now->daily);

    QStringList text;
    if (now) {
        text << tr("Now: %1, %2, since %3.")
                    .arg(wording::microgramsPerDayText(now->daily), wording::pumpModeText(now->mode).toLower(),
                         wording::clinicalDate(now->on));
        core::PumpFacts facts = app::pumpFacts(record());
        facts.origin = m_implant.origin;
        const auto phase = static_cast<core::PumpPhase>(m_phase->value().value_or(0));
        if (const auto limits = core::pumpChangeLimits(facts, record().pump, m_implant, phase, on, numbers)) {
            text << tr("Next allowed: %1 up, %2 down (%3).")
                        .arg(wording::rangeText(limits->increase), wording::rangeText(limits->reduction),
                             QString::fromUtf8(limits->rule.text().data(),
                                               static_cast<qsizetype>(limits->rule.text().size())));
            if (limits->increaseFromOn && *limits->increaseFromOn >= on)
                text << tr("No increase before %1, %2.")
                            .arg(wording::clinicalDate(*limits->increaseFromOn),
                                 wording::timeOfDayText(limits->increaseFromMinute));
        }
    } else {
        text << tr("The first setting of this pump.");
    }
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
    showFindings(next ? app::findingsOf(record(), *next, numbers) : std::vector<core::Finding>());
}

core::Result<void> PumpSettingDialog::save() {
    const std::optional<core::PumpSetting> next = typed();
    if (!next)
        return core::failure(core::ErrorCode::missingField, "phase");
    const auto saved = app::setPump(workplace().session, workplace().catalogue, record().patient.id, *next, reasons());
    return saved ? core::Result<void>() : core::failure(saved.error());
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

// Refill

RefillDialog::RefillDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant& implant,
                           QWidget* parent)
    : PumpEntryDialog(workplace, std::move(record), tr("Refill"), tr("Record refill"), parent)
    , m_implant(implant)
    , m_isFirst(this->record().pump.refillBefore(implant.id, workplace.today()) == nullptr)
    , m_on(new DateEdit)
    , m_aspirated(new ReservoirEdit)
    , m_expected(words(TextKind::small))
    , m_filled(new ReservoirEdit)
    , m_concentration(new PumpConcentrationEdit)
    , m_lot(new TextLine("lot"))
    , m_bridge(new QCheckBox(tr("&Bridge bolus programmed")))
    , m_bridgeWords(words(TextKind::small))
    , m_next(words(TextKind::small)) {
    m_on->setOptional(false);
    m_on->setRange(implant.on, workplace.today());
    m_on->setValue(workplace.today());
    m_lot->setOptional(false);
    m_filled->setValue(implant.model.reservoir);
    if (const core::PumpRefill* last = this->record().pump.refillBefore(implant.id, workplace.today()))
        m_concentration->setValue(last->concentration);
    fields()->addWidget(new Field(tr("&Filled on"), m_on));
    auto* aspirated = new Field(tr("&Aspirated before the fill"), m_aspirated);
    aspirated->setVisible(!m_isFirst);
    m_expected->setVisible(!m_isFirst);
    fields()->addWidget(aspirated);
    fields()->addWidget(m_expected);
    fields()->addWidget(new Field(tr("Filled &volume"), m_filled));
    fields()->addWidget(new Field(tr("&Concentration"), m_concentration));
    fields()->addWidget(m_bridge);
    fields()->addWidget(m_bridgeWords);
    fields()->addWidget(new Field(tr("&Lot of the drug"), m_lot));
    fields()->addWidget(m_next);
    for (TypedEdit* edit :
         {static_cast<TypedEdit*>(m_aspirated), static_cast<TypedEdit*>(m_filled),
          static_cast<TypedEdit*>(m_concentration), static_cast<TypedEdit*>(m_lot), static_cast<TypedEdit*>(m_on)})
        follow(*edit);
    connect(m_bridge, &QCheckBox::toggled, this, [this] { refresh(); });
    finish();
}

std::optional<core::PumpRefill> RefillDialog::typed() const {
    if (!m_on->value() || !m_filled->value() || !m_concentration->value() || (!m_isFirst && !m_aspirated->value()))
        return std::nullopt;
    core::PumpRefill made;
    made.implant = m_implant.id;
    made.on = *m_on->value();
    made.filled = *m_filled->value();
    made.concentration = *m_concentration->value();
    if (!m_isFirst)
        made.aspirated = m_aspirated->value();
    made.expected = app::expectedAt(record().pump, m_implant.id, made.on);
    made.lot = m_lot->value();
    made.bridgeGiven = m_bridge->isVisibleTo(this) && m_bridge->isChecked();
    return made;
}

void RefillDialog::refresh() {
    const core::PumpNumbers& numbers = workplace().catalogue.numbers().pump;
    const std::optional<core::Date> on = m_on->value();
    const auto expected = on ? app::expectedAt(record().pump, m_implant.id, *on) : std::nullopt;
    QString words = expected ? tr("Expected: %1 (ITB-14).").arg(wording::reservoirText(*expected))
                             : tr("Expected: not assessed, no setting is recorded.");
    if (expected && m_aspirated->value())
        words += u' ' + tr("Difference %1 mL.").arg(wording::differenceText(*expected, *m_aspirated->value()));
    m_expected->setText(words);

    const core::PumpRefill* before = on ? record().pump.refillBefore(m_implant.id, *on - 1) : nullptr;
    const core::PumpSetting* setting = on ? record().pump.settingOn(m_implant.id, *on) : nullptr;
    const auto concentration = m_concentration->value();
    const bool changes = before && concentration && before->concentration != *concentration;
    m_bridge->setVisible(changes);
    m_bridgeWords->setVisible(changes);
    if (changes && setting) {
        const core::Bridge bridge =
            core::bridgeBolus(m_implant.catheter(), before->concentration, *concentration, setting->daily);
        m_bridgeWords->setText(
            tr("From %1 to %2: bridge bolus %3 over %4 h %5 min; the old flow stays until it is through (ITB-16).")
                .arg(wording::concentrationText(before->concentration), wording::concentrationText(*concentration),
                     wording::microgramsText(bridge.dose))
                .arg(bridge.durationMinutes / 60)
                .arg(bridge.durationMinutes % 60));
    } else if (changes) {
        m_bridgeWords->setText(tr("The bridge bolus is not assessed: no setting is recorded."));
    }
    const std::optional<core::PumpRefill> next = typed();
    if (next) {
        core::PumpCourse after = record().pump;
        std::erase_if(after.refills, [&](const core::PumpRefill& each) { return each.on >= next->on; });
        after.refills.push_back(*next);
        m_next->setText(refillWords(after, workplace().today(), workplace()));
    } else {
        m_next->clear();
    }
    showFindings(next ? app::findingsOf(record(), *next, numbers) : std::vector<core::Finding>());
}

core::Result<void> RefillDialog::save() {
    const std::optional<core::PumpRefill> next = typed();
    if (!next)
        return core::failure(core::ErrorCode::missingField, "filled");
    const auto saved =
        app::refillPump(workplace().session, workplace().catalogue, record().patient.id, *next, reasons());
    return saved ? core::Result<void>() : core::failure(saved.error());
}

TypedEdit* RefillDialog::fieldOf(const std::string& subject) const {
    return subject == "on"              ? static_cast<TypedEdit*>(m_on)
           : subject == "aspirated"     ? static_cast<TypedEdit*>(m_aspirated)
           : subject == "filled"        ? static_cast<TypedEdit*>(m_filled)
           : subject == "concentration" ? static_cast<TypedEdit*>(m_concentration)
           : subject == "lot"           ? static_cast<TypedEdit*>(m_lot)
                                        : nullptr;
}

} // namespace lento::gui
