#include "gui/pump_trial_dialog.h"

#include "gui/clock_edit.h"
#include "gui/date_edit.h"
#include "gui/even_columns.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/pump_edits.h"
#include "gui/pump_trial_chart.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

constexpr int minutesPerTenthOfHour = 6;
constexpr int thousandthsPerTenth = 100;

enum Answer { no, yes };
enum FirstBolus { usual, smallest };

SegmentedControl* question(const QString& name) {
    auto* control =
        new SegmentedControl(name, {{no, PumpTrialDialog::tr("No"), {}}, {yes, PumpTrialDialog::tr("Yes"), {}}});
    control->setClearable(true);
    return control;
}

std::optional<bool> answer(const SegmentedControl& control) {
    return control.value() ? std::optional(*control.value() == yes) : std::nullopt;
}

void setAnswer(SegmentedControl& control, std::optional<bool> value) {
    control.setValue(value ? std::optional<int>(*value ? yes : no) : std::nullopt);
}

} // namespace

PumpTrialDialog::PumpTrialDialog(const Workplace& workplace, RecordPointer record, const core::PumpTrial* trial,
                                 QWidget* parent)
    : PumpEntryDialog(workplace, std::move(record), tr("Screening trial"), tr("Save trial"), parent)
    , m_before(trial ? *trial : core::PumpTrial())
    , m_on(new DateEdit)
    , m_at(new ClockEdit)
    , m_first(new SegmentedControl(
          tr("First bolus"),
          {{usual, wording::microgramsText(workplace.catalogue.numbers().pump.itb1.boluses.front()), tr("usual")},
           {smallest,
            tr("%1: very small child, or needs tone to walk")
                .arg(wording::microgramsText(workplace.catalogue.numbers().pump.itb1.smallest)),
            {}}}))
    , m_dose(new PumpBolusEdit)
    , m_infection(question(tr("Active infection")))
    , m_body(question(tr("Body too small for the device")))
    , m_goal(question(tr("Agreed goal met")))
    , m_negative(question(tr("Negative reaction")))
    , m_effect(new TenthsEdit(0, 720))
    , m_outcome(new SegmentedControl(
          tr("Outcome"),
          {{static_cast<int>(core::TrialOutcome::open), wording::trialOutcomeText(core::TrialOutcome::open), {}},
           {static_cast<int>(core::TrialOutcome::positive),
            wording::trialOutcomeText(core::TrialOutcome::positive),
            {}},
           {static_cast<int>(core::TrialOutcome::noCandidate), tr("No candidate"), {}},
           {static_cast<int>(core::TrialOutcome::stopped),
            wording::trialOutcomeText(core::TrialOutcome::stopped),
            {}}}))
    , m_rowProblem(new FieldNote)
    , m_proposal(new QLabel)
    , m_chart(new PumpTrialChart) {
    const core::PumpNumbers& numbers = workplace.catalogue.numbers().pump;
    m_before.patient = this->record().patient.id;
    if (!m_before.boluses.empty() && !core::isBolusPositive(m_before.boluses.back(), numbers)) {
        m_shown = m_before.boluses.back();
        m_before.boluses.pop_back();
    }
    m_on->setOptional(false);
    m_on->setRange({}, workplace.today());
    m_proposal->setWordWrap(true);
    m_proposal->setTextFormat(Qt::PlainText);
    setTextKind(*m_proposal, TextKind::small);

    arrange();
    fill();
    for (TypedEdit* edit : {static_cast<TypedEdit*>(m_on), static_cast<TypedEdit*>(m_at),
                            static_cast<TypedEdit*>(m_dose), static_cast<TypedEdit*>(m_effect)})
        follow(*edit);
    for (const Row& row : std::as_const(m_rows))
        for (TypedEdit* edit : {static_cast<TypedEdit*>(row.mas), static_cast<TypedEdit*>(row.pulse),
                                static_cast<TypedEdit*>(row.systolic), static_cast<TypedEdit*>(row.diastolic),
                                static_cast<TypedEdit*>(row.breaths), static_cast<TypedEdit*>(row.saturation)})
            follow(*edit);
    for (SegmentedControl* control : {m_infection, m_body, m_goal, m_negative, m_outcome})
        connect(control, &SegmentedControl::valueChanged, this, [this] { refresh(); });
    connect(m_first, &SegmentedControl::valueChanged, this, [this, &numbers](std::optional<int> choice) {
        m_dose->setValue(choice == smallest ? numbers.itb1.smallest : numbers.itb1.boluses.front());
    });
    addAboveChecks(m_chart);
    finish();
    resize(qMax(width(), em(*this, 66)), em(*this, 46));
}

namespace {

// Beside each other while they fit; one below the other at 200 %.
QLayout* inARow(std::initializer_list<QWidget*> widgets, const QWidget& like) {
    auto* row = new EvenColumns;
    row->setSpacing(em(like, 0.8));
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    return row;
}

} // namespace

void PumpTrialDialog::arrange() {
    fields()->addLayout(inARow({new Field(tr("Bolus given &on"), m_on), new Field(tr("&At"), m_at)}, *this));
    auto* first = new Field(tr("First bolus (ITB-1)"), m_first);
    fields()->addWidget(first);
    first->setVisible(m_before.boluses.empty());
    fields()->addWidget(new Field(tr("&Bolus, of 50 mcg/mL, over at least 1 minute"), m_dose));
    fields()->addLayout(
        inARow({new Field(tr("Active infection"), m_infection), new Field(tr("Body too small for the device"), m_body)},
               *this));
    fields()->addWidget(makeRows());
    fields()->addWidget(m_rowProblem);
    fields()->addLayout(
        inARow({new Field(tr("Agreed goal met"), m_goal), new Field(tr("Negative reaction"), m_negative)}, *this));
    fields()->addWidget(new Field(tr("&Effect lasted, hours"), m_effect));
    fields()->addWidget(new Field(tr("Outcome"), m_outcome));
    fields()->addWidget(m_proposal);
}

void PumpTrialDialog::fill() {
    const core::PumpNumbers& numbers = workplace().catalogue.numbers().pump;
    if (m_shown) {
        m_on->setValue(m_shown->on);
        m_at->setValue(m_shown->minute);
        m_dose->setValue(m_shown->dose);
        setAnswer(*m_goal, m_shown->goalMet);
        setAnswer(*m_negative, m_shown->negativeReaction);
        if (m_shown->effectMinutes)
            m_effect->setValue(*m_shown->effectMinutes / minutesPerTenthOfHour);
        for (const Row& row : std::as_const(m_rows)) {
            for (const core::PumpObservation& seen : m_shown->observations) {
                if (seen.hoursAfter != row.hours)
                    continue;
                if (seen.meanMasThousandths)
                    row.mas->setValue(*seen.meanMasThousandths / thousandthsPerTenth);
                row.pulse->setValue(seen.pulse);
                row.systolic->setValue(seen.systolic);
                row.diastolic->setValue(seen.diastolic);
                row.breaths->setValue(seen.breaths);
                row.saturation->setValue(seen.saturationPercent);
            }
        }
    } else {
        m_on->setValue(workplace().today());
        m_dose->setValue(core::proposeForTrial(m_before, false, numbers).bolus);
    }
    setAnswer(*m_infection, m_before.infection);
    setAnswer(*m_body, m_before.bodyTooSmall);
    m_outcome->setValue(static_cast<int>(m_before.outcome));
    if (const auto dose = m_dose->value(); m_before.boluses.empty() && dose)
        m_first->setValue(*dose == numbers.itb1.smallest          ? std::optional<int>(smallest)
                          : *dose == numbers.itb1.boluses.front() ? std::optional<int>(usual)
                                                                  : std::nullopt);
}

QWidget* PumpTrialDialog::makeRows() {
    auto* holder = new QWidget;
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(em(*this, 0.2));
    const QStringList heads{tr("MAS mean"), tr("Pulse"), tr("Systolic"), tr("Diastolic"), tr("Breaths"), tr("SpO2 %")};
    for (int column = 0; column < heads.size(); ++column) {
        auto* head = new QLabel(heads[column]);
        setTextKind(*head, TextKind::caption);
        grid->addWidget(head, 0, column + 1);
    }
    constexpr int highestMasTenths = 40;
    int line = 0;
    for (const int hours : core::observationHours) {
        Row row;
        row.hours = hours;
        row.mas = new TenthsEdit(0, highestMasTenths);
        row.pulse = new WholeNumberEdit(20, 300);
        row.systolic = new WholeNumberEdit(40, 300);
        row.diastolic = new WholeNumberEdit(20, 200);
        row.breaths = new WholeNumberEdit(0, 80);
        row.saturation = new WholeNumberEdit(30, 100);
        const QString when = hours == 0 ? tr("before") : tr("%1 h").arg(hours);
        grid->addWidget(new QLabel(when), ++line, 0);
        int column = 0;
        for (TypedEdit* edit : {static_cast<TypedEdit*>(row.mas), static_cast<TypedEdit*>(row.pulse),
                                static_cast<TypedEdit*>(row.systolic), static_cast<TypedEdit*>(row.diastolic),
                                static_cast<TypedEdit*>(row.breaths), static_cast<TypedEdit*>(row.saturation)}) {
            edit->setAccessibleName(tr("%1, %2").arg(heads[column], when));
            edit->setMinimumWidth(em(*this, 2.6));
            connect(edit, &TypedEdit::problemChanged, this, [this, edit](const QString& words) {
                m_rowProblem->set(Tone::critical,
                                  words.isEmpty() ? QString() : tr("%1: %2").arg(edit->accessibleName(), words));
            });
            grid->addWidget(edit, line, ++column);
        }
        m_rows << row;
    }
    return holder;
}

std::optional<core::PumpTrial> PumpTrialDialog::typed() const {
    if (!m_on->value() || !m_at->value() || !m_dose->value())
        return std::nullopt;
    core::PumpTrial trial = m_before;
    trial.infection = answer(*m_infection);
    trial.bodyTooSmall = answer(*m_body);
    trial.outcome = static_cast<core::TrialOutcome>(m_outcome->value().value_or(0));
    core::ScreeningBolus bolus;
    bolus.on = *m_on->value();
    bolus.minute = *m_at->value();
    bolus.dose = *m_dose->value();
    for (const Row& row : m_rows) {
        core::PumpObservation seen;
        seen.hoursAfter = row.hours;
        if (const auto tenths = row.mas->value())
            seen.meanMasThousandths = *tenths * thousandthsPerTenth;
        seen.pulse = row.pulse->value();
        seen.systolic = row.systolic->value();
        seen.diastolic = row.diastolic->value();
        seen.breaths = row.breaths->value();
        seen.saturationPercent = row.saturation->value();
        core::PumpObservation nothing;
        nothing.hoursAfter = row.hours;
        if (seen != nothing)
            bolus.observations.push_back(seen);
    }
    bolus.goalMet = answer(*m_goal);
    bolus.negativeReaction = answer(*m_negative);
    if (const auto tenths = m_effect->value())
        bolus.effectMinutes = *tenths * minutesPerTenthOfHour;
    trial.boluses.push_back(std::move(bolus));
    return trial;
}

void PumpTrialDialog::refresh() {
    const std::optional<core::PumpTrial> trial = typed();
    const core::PumpNumbers& numbers = workplace().catalogue.numbers().pump;
    m_chart->show(trial.value_or(m_before), numbers);
    if (!trial) {
        m_proposal->setText(
            tr("Measure before and at 1, 2, 4, 6 and 8 hours; vital signs often in the first 2 (ITB-2)."));
        showFindings({});
        return;
    }
    const core::TrialProposal next = core::proposeForTrial(*trial, false, numbers);
    using Kind = core::TrialProposal::Kind;
    switch (next.kind) {
    case Kind::notAssessed:
        m_proposal->setText(tr("Not assessed: enter the MAS before and after, or whether the goal was met (ITB-3)."));
        break;
    case Kind::positive:
        m_proposal->setText(
            next.firstDose
                ? tr("Positive (ITB-3). First daily dose of a pump: %1 (ITB-5).%2")
                      .arg(wording::microgramsPerDayText(next.firstDose->daily),
                           next.firstDose->close ? tr(" Other texts would double the bolus up to 12 hours.")
                                                 : QString())
                : tr("Positive (ITB-3). The first daily dose needs the length of the effect and whether there was a "
                     "negative reaction (ITB-5)."));
        break;
    case Kind::noCandidate:
        m_proposal->setText(tr("No response to the largest bolus: no candidate for a pump (ITB-4)."));
        break;
    case Kind::giveBolus:
        m_proposal->setText(tr("No response. Next bolus: %1, not before %2, %3 (ITB-1, ITB-2).")
                                .arg(wording::microgramsText(*next.bolus), wording::clinicalDate(*next.notBeforeOn),
                                     wording::timeOfDayText(next.notBeforeMinute)));
        break;
    }
    showFindings(app::findingsOf(record(), *trial, numbers));
}

core::Result<void> PumpTrialDialog::save() {
    const std::optional<core::PumpTrial> trial = typed();
    if (!trial)
        return core::failure(core::ErrorCode::missingField, "bolus");
    const auto saved = app::savePumpTrial(workplace().session, workplace().catalogue, *trial, reasons());
    return saved ? core::Result<void>() : core::failure(saved.error());
}

TypedEdit* PumpTrialDialog::fieldOf(const std::string& subject) const {
    return subject.ends_with(".on")       ? static_cast<TypedEdit*>(m_on)
           : subject.ends_with(".minute") ? static_cast<TypedEdit*>(m_at)
           : subject.ends_with(".dose")   ? static_cast<TypedEdit*>(m_dose)
           : subject.ends_with(".effect") ? static_cast<TypedEdit*>(m_effect)
                                          : nullptr;
}

} // namespace lento::gui
