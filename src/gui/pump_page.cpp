#include "gui/pump_page.h"

#include "app/documents.h"
#include "app/oral_wean.h"
#include "app/pumps.h"
#include "gui/card.h"
#include "gui/even_columns.h"
#include "gui/figure_card.h"
#include "gui/finding_card.h"
#include "gui/pump_chart.h"
#include "gui/pump_day_chart.h"
#include "gui/pump_trial_chart.h"
#include "gui/row_table.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QUndoStack>
#include <QVBoxLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QTableView* makeTable(QStandardItemModel* model, const QString& name, const QWidget& like) {
    auto* table = new QTableView;
    table->setModel(model);
    setUpRowTable(*table, name);
    table->verticalHeader()->setDefaultSectionSize(em(like, 1.9));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setMinimumHeight(em(like, 8));
    return table;
}

QString coloured(const QString& text, Tone tone, const QPalette& palette) {
    return u"<span style='color:%1'>%2</span>"_s.arg(tokens(palette).tone(tone).text.name(), text.toHtmlEscaped());
}

QStandardItem* cell(const QString& text) {
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

} // namespace

PumpPage::PumpPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent)
    , m_undo(new QUndoStack(this))
    , m_left(new Card(tr("Dose and refills")))
    , m_chart(new PumpChart)
    , m_trial(new PumpTrialChart)
    , m_day(new PumpDayChart)
    , m_nothing(new QLabel(tr("No refill and no setting is recorded yet. They are entered once a pump is in place.")))
    , m_refills(new QStandardItemModel(this))
    , m_settings(new QStandardItemModel(this))
    , m_notes(new QVBoxLayout)
    , m_refillButton(new QPushButton(tr("Record &refill…")))
    , m_change(new QPushButton(tr("&Change dose…")))
    , m_trialButton(new QPushButton(tr("&Screening trial…")))
    , m_implantButton(new QPushButton(tr("Record i&mplant…")))
    , m_editButton(new QPushButton(tr("&Pump in place…")))
    , m_print(new QPushButton(tr("Print pump sheet…")))
    , m_wean(new QPushButton(tr("&Wean tablets…")))
    , m_back(new QPushButton(tr("&Take back…"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(em(*this, 1), em(*this, 1), em(*this, 1), em(*this, 1));
    outer->setSpacing(em(*this, 0.8));

    auto* figures = new EvenColumns;
    figures->setSpacing(em(*this, 0.8));
    for (FigureCard** figure : {&m_reservoir, &m_refillBy, &m_dose, &m_nextChange}) {
        *figure = new FigureCard;
        figures->addWidget(*figure);
    }
    outer->addLayout(figures);

    auto* middle = new EvenColumns;
    middle->setSpacing(em(*this, 0.8));
    middle->setFilling(true);
    m_left->body()->addWidget(m_chart, 1);
    m_left->body()->addWidget(m_trial, 1);
    m_left->body()->addWidget(m_day);
    auto* right = new Card;
    right->setFlush(true);
    right->setMinimumWidth(em(*this, 26)); // below it the cards stand one under the other
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(em(*this, 0.8));
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTextKind(*m_nothing, TextKind::muted);
    right->body()->addWidget(m_nothing, 1);
    right->body()->addWidget(makeTable(m_refills, tr("Refills, newest first"), *this), 1);
    right->body()->addWidget(makeTable(m_settings, tr("Settings, newest first"), *this), 1);
    middle->addWidget(m_left);
    middle->addWidget(right);
    outer->addLayout(middle, 1);
    m_notes->setSpacing(em(*this, 0.4));
    outer->addLayout(m_notes);

    auto* buttons = new QHBoxLayout;
    makePrimary(*m_refillButton);
    for (QPushButton* each : {m_refillButton, m_change, m_editButton, m_implantButton, m_trialButton})
        buttons->addWidget(each);
    buttons->addWidget(m_wean);
    buttons->addWidget(m_print);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    outer->addLayout(buttons);
    connect(m_refillButton, &QPushButton::clicked, this, &PumpPage::recordRefill);
    connect(m_change, &QPushButton::clicked, this, &PumpPage::changeDose);
    connect(m_trialButton, &QPushButton::clicked, this, &PumpPage::recordTrial);
    connect(m_implantButton, &QPushButton::clicked, this, &PumpPage::recordImplant);
    connect(m_editButton, &QPushButton::clicked, this, &PumpPage::editImplant);
    connect(m_print, &QPushButton::clicked, this, &PumpPage::printSheet);
    connect(m_wean, &QPushButton::clicked, this, &PumpPage::weanTablets);
    connect(m_back, &QPushButton::clicked, this, &PumpPage::takeBack);
}

const core::PumpImplant* PumpPage::implant() const {
    return m_record->pump.implantOn(workplace().today());
}

void PumpPage::setRecord(RecordPointer record) {
    if (m_record && m_record->patient.id != record->patient.id)
        m_undo->clear();
    m_record = std::move(record);
    const core::Result<core::Clinic> clinic = app::clinic(workplace().session);
    const std::vector<core::Weekday> closed = clinic ? clinic->closedWeekdays : std::vector<core::Weekday>{};
    const auto status =
        core::pumpStatus(m_record->pump, workplace().today(), closed, workplace().catalogue.numbers().pump);
    m_status = status ? *status : std::nullopt;
    showFigures();
    showDay();
    showTables();
    showNotes();
    m_chart->show(m_record->pump, implant(), m_status, workplace().today());
    // Before the implant the trial is what there is to see.
    const bool onTrial = implant() == nullptr && !m_record->pump.trials.empty();
    m_left->setTitle(onTrial ? tr("Screening trial") : tr("Dose and refills"));
    m_chart->setVisible(!onTrial);
    m_trial->setVisible(onTrial);
    if (onTrial)
        m_trial->show(m_record->pump.trials.back(), workplace().catalogue.numbers().pump);
    const bool writable = !workplace().session.isReadOnly();
    const core::PumpImplant* inPlace = implant();
    for (QPushButton* each : {m_refillButton, m_change, m_editButton})
        each->setVisible(inPlace != nullptr);
    m_implantButton->setVisible(inPlace == nullptr);
    // With a pump in place the trial is over: it is looked at.
    m_trialButton->setVisible(inPlace == nullptr || !m_record->pump.trials.empty());
    m_print->setVisible(m_status.has_value());
    m_wean->setVisible(app::mayWean(*m_record, workplace().today()));
    for (QPushButton* each : {m_refillButton, m_change, m_editButton, m_implantButton})
        each->setEnabled(writable);
    m_trialButton->setEnabled(writable || inPlace != nullptr);
    m_back->setVisible(inPlace && (m_record->pump.settingOn(inPlace->id, workplace().today()) ||
                                   m_record->pump.refillBefore(inPlace->id, workplace().today())));
    m_back->setEnabled(writable);
}

void PumpPage::showFigures() {
    const QString notAssessed = tr("not assessed");
    if (!m_status) {
        const QString why =
            implant() ? tr("Enter the fill and the setting of the pump.") : tr("No pump is recorded for this patient.");
        m_reservoir->show(tr("Reservoir now (calculated)"), notAssessed, why);
        m_refillBy->show(tr("Refill by"), notAssessed, why);
        m_dose->show(tr("Dose"), notAssessed, why);
        m_nextChange->show(tr("Next allowed change"), notAssessed, why);
        return;
    }
    const core::PumpStatus& now = *m_status;
    m_reservoir->show(
        tr("Reservoir now (calculated)"),
        tr("%1 of %2").arg(wording::reservoirText(now.left), wording::reservoirText(now.last.filled)),
        tr("alarm at %1 on %2")
            .arg(wording::reservoirText(now.implant.model.alarm), wording::clinicalDate(now.refill.alarm)));
    const bool red = now.urgency == core::RefillUrgency::late || now.urgency == core::RefillUrgency::pastAlarm;
    const QString day = wording::clinicalDateWithWeekday(now.refill.refillBy);
    m_refillBy->show(tr("Refill by"), red ? coloured(day, Tone::critical, palette()) : day.toHtmlEscaped(),
                     tr("%1 · %2 · ITB-13")
                         .arg(wording::refillBadge(now.refill, now.urgency, workplace().today()),
                              now.refill.limit == core::RefillLimit::alarm ? tr("5 days before the alarm")
                                                                           : tr("the solution keeps no longer")));
    m_dose->show(tr("Dose"), wording::microgramsPerDayText(now.setting.daily),
                 tr("%1 · flow %2 · %3")
                     .arg(wording::concentrationText(now.last.concentration), wording::flowText(now.flow),
                          wording::pumpModeText(now.setting.mode).toLower()));
    core::PumpFacts facts = app::pumpFacts(*m_record);
    facts.origin = now.implant.origin;
    const auto limits = core::pumpChangeLimits(facts, m_record->pump, now.implant, now.setting.phase,
                                               workplace().today(), workplace().catalogue.numbers().pump);
    m_nextChange->show(
        tr("Next allowed change"), wording::rangeText(limits->increase),
        tr("%1, %2 · down to %3 · %4")
            .arg(wording::originText(now.implant.origin), wording::pumpPhaseText(now.setting.phase).toLower(),
                 wording::rangeText(limits->reduction),
                 QString::fromUtf8(limits->rule.text().data(), static_cast<qsizetype>(limits->rule.text().size()))));
}

void PumpPage::showDay() {
    const core::PumpImplant* inPlace = implant();
    const core::PumpSetting* now = inPlace ? m_record->pump.settingOn(inPlace->id, workplace().today()) : nullptr;
    const std::optional<core::PumpDay> day = drawnDay(now);
    m_day->setVisible(day.has_value());
    m_day->show(day, std::nullopt, QString());
}

void PumpPage::showTables() {
    m_refills->clear();
    m_settings->clear();
    m_refills->setHorizontalHeaderLabels({tr("Refill"), tr("Expected\nmL"), tr("Aspirated\nmL"), tr("Diff.\nmL"),
                                          tr("Fill mL ×\nmcg/mL"), tr("By"), tr("Lot")});
    m_settings->setHorizontalHeaderLabels({tr("Setting"), tr("At"), tr("mcg/day"), tr("Mode"), tr("Phase"), tr("By")});
    const core::PumpCourse& course = m_record->pump;
    const Tokens& t = tokens(palette());
    for (auto refill = course.refills.rbegin(); refill != course.refills.rend(); ++refill) {
        const bool known = refill->expected && refill->aspirated;
        const bool doubtful = known && core::isVolumeDoubtful(*refill->expected, *refill->aspirated,
                                                              workplace().catalogue.numbers().pump);
        const QString difference = known ? wording::differenceText(*refill->expected, *refill->aspirated) : tr("first");
        QList<QStandardItem*> row{
            cell(wording::clinicalDate(refill->on)),
            cell(refill->expected ? wording::reservoirNumber(*refill->expected) : QString()),
            cell(refill->aspirated ? wording::reservoirNumber(*refill->aspirated) : QString()),
            cell(doubtful ? tr("%1 check").arg(difference) : difference),
            cell(u"%1 × %2"_s.arg(QString::fromStdString(core::millilitreText(refill->filled)))
                     .arg(refill->concentration.inNanogramsPerMillilitre() / core::nanogramsPerMicrogram)),
            cell(QString::fromStdString(refill->author)),
            cell(QString::fromStdString(refill->lot))};
        if (doubtful)
            for (QStandardItem* item : row)
                item->setBackground(t.tone(Tone::critical).wash);
        m_refills->appendRow(row);
    }
    for (auto setting = course.settings.rbegin(); setting != course.settings.rend(); ++setting)
        m_settings->appendRow({cell(wording::clinicalDate(setting->on)), cell(wording::timeOfDayText(setting->minute)),
                               cell(QString::fromStdString(core::microgramText(setting->daily))),
                               cell(wording::pumpModeDetailText(*setting)),
                               cell(wording::pumpPhaseText(setting->phase)),
                               cell(QString::fromStdString(setting->author))});
    const bool nothing = course.refills.empty() && course.settings.empty();
    m_nothing->setVisible(nothing);
    for (QTableView* table : findChildren<QTableView*>())
        table->setVisible(!nothing);
}

void PumpPage::showNotes() {
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const core::PumpImplant* inPlace = implant();
    const auto note = [this](const QString& text, Tone tone) {
        auto* label = new QLabel(coloured(text, tone, palette()));
        label->setWordWrap(true);
        m_notes->addWidget(label);
    };
    if (!m_record->pump.trials.empty()) {
        const core::PumpTrial& trial = m_record->pump.trials.back();
        const QString boluses = trial.boluses.empty() ? tr("no bolus")
                                                      : tr("last bolus %1 on %2")
                                                            .arg(wording::microgramsText(trial.boluses.back().dose),
                                                                 wording::clinicalDate(trial.boluses.back().on));
        note(tr("Screening trial: %1, %2.").arg(wording::trialOutcomeText(trial.outcome).toLower(), boluses),
             Tone::neutral);
    }
    if (!inPlace)
        return;
    if (m_status && m_status->urgency == core::RefillUrgency::pastAlarm)
        note(tr("The alarm date has passed and no refill is entered. Itching, returning stiffness or fever is an "
                "emergency: open the withdrawal card (ITB-19, ITB-22)."),
             Tone::critical);
    const core::PumpService service = core::pumpService(*inPlace, workplace().catalogue.numbers().pump);
    if (workplace().today() >= service.planBy)
        note(tr("End of service about %1: plan the replacement now (ITB-15).").arg(wording::clinicalDate(service.ends)),
             workplace().today() >= service.ends ? Tone::critical : Tone::caution);
    if (!inPlace->model.isConfirmed())
        note(tr("The constants of %1 are unverified: volumes and dates follow from them.")
                 .arg(QString::fromStdString(inPlace->model.name)),
             Tone::caution);
    if (const auto models = app::pumpModels(workplace().session, workplace().catalogue)) {
        const auto now = std::ranges::find_if(
            *models, [&](const app::ClinicPumpModel& each) { return each.model.id == inPlace->model.id; });
        if (now != models->end() && !app::haveSameConstants(now->model, inPlace->model))
            note(tr("The clinic has other constants for %1 since this implant was recorded: choose them under “Pump in "
                    "place” where they are right for this pump.")
                     .arg(QString::fromStdString(inPlace->model.name)),
                 Tone::caution);
    }
    if (inPlace->origin == core::SpasticityOrigin::notRecorded)
        note(tr("The origin of spasticity is not recorded: the tighter limits of cerebral origin are used (ITB-7)."),
             Tone::caution);
}

const core::PumpTrial* PumpPage::openTrial() const {
    const auto& trials = m_record->pump.trials;
    return !trials.empty() && trials.back().outcome == core::TrialOutcome::open ? &trials.back() : nullptr;
}

} // namespace lento::gui
