#include "gui/overview_page.h"

#include "app/documents.h"
#include "app/further_series.h"
#include "app/pump_days.h"
#include "app/series.h"
#include "app/timeline.h"
#include "app/treatment_response.h"
#include "app/visits.h"
#include "gui/chart_panel.h"
#include "gui/even_columns.h"
#include "gui/figure_card.h"
#include "gui/response_words.h"
#include "gui/step_model.h"
#include "gui/theme.h"
#include "wording/pump_glance_words.h"
#include "wording/quantities.h"
#include "wording/sign_words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

// "tomorrow", "in 9 days"
QString untilText(int days) {
    if (days == 1)
        return OverviewPage::tr("tomorrow");
    return OverviewPage::tr("in %1").arg(wording::daysText(days));
}

} // namespace

OverviewPage::OverviewPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(em(*this, 1), em(*this, 1), em(*this, 1), em(*this, 1));
    outer->setSpacing(em(*this, 0.8));

    auto* figures = new EvenColumns;
    figures->setSpacing(em(*this, 0.8));
    for (FigureCard** figure : {&m_dose, &m_next, &m_scores, &m_supply}) {
        *figure = new FigureCard;
        figures->addWidget(*figure);
    }
    outer->addLayout(figures);

    m_chart = new ChartPanel;
    m_chart->setEffectNames([this](const std::string& code) {
        for (const content::AdverseEffectKind& kind : this->workplace().catalogue.adverseEffects())
            if (kind.code == code)
                return wording::signText(kind.name);
        return QString::fromStdString(code);
    });
    connect(m_chart, &ChartPanel::savePictureRequested, this, &PatientPage::chartPictureRequested);
    outer->addWidget(m_chart, 1);

    auto* actions = new QHBoxLayout;
    auto* visit = new QPushButton(tr("New &visit…"));
    makePrimary(*visit);
    auto* change = new QPushButton(tr("&Change plan…"));
    auto* print = new QPushButton(tr("&Print calendar…"));
    connect(visit, &QPushButton::clicked, this, &PatientPage::newVisitRequested);
    connect(change, &QPushButton::clicked, this, &PatientPage::planChangeRequested);
    connect(print, &QPushButton::clicked, this, &PatientPage::printRequested);
    actions->addWidget(visit);
    actions->addWidget(change);
    actions->addWidget(print);
    actions->addStretch(1);
    outer->addLayout(actions);
}

void OverviewPage::setRecord(RecordPointer record) {
    m_record = std::move(record);
    showDose();
    showNextStep();
    showScores();
    showSupply();
    app::ChartSeries series = app::chartSeries(*m_record, workplace().today());
    app::addBaselineBands(series, *m_record, workplace().catalogue);
    app::addFurtherSeries(series, *m_record, workplace().catalogue.numbers());
    app::addPumpSeries(series, *m_record, workplace().catalogue.numbers().pump);
    m_chart->setSeries(series);
}

void OverviewPage::showDose() {
    const std::optional<app::DayDose> now = app::DoseTimeline(*m_record).on(workplace().today());
    const core::PumpImplant* implant = m_record->pump.implantOn(workplace().today());
    const core::PumpSetting* pump = implant ? m_record->pump.settingOn(implant->id, workplace().today()) : nullptr;
    if (!now) {
        if (pump)
            m_dose->show(tr("Current dose"), wording::microgramsPerDayText(pump->daily),
                         tr("by the pump; no oral plan"));
        else
            m_dose->show(tr("Current dose"), tr("no plan"), tr("No dose is recorded for today."));
        return;
    }
    const core::ProductSet& products = m_record->revisions[now->revision].plan.products;
    const QString tablets = now->daily.isZero() ? tr("no tablets") : tabletsADay(now->split, products);
    QStringList detail;
    if (!now->daily.isZero())
        detail << tr("%1 mg").arg(wording::splitText(now->split));
    if (!tablets.isEmpty())
        detail << (now->daily.isZero() ? tablets : tr("%1 a day").arg(tablets));
    if (pump)
        detail << tr("beside the pump, %1").arg(wording::microgramsPerDayText(pump->daily));
    m_dose->show(tr("Current dose"), wording::dailyText(now->daily), detail.join(QStringLiteral(" · ")));
}

std::vector<core::Weekday> OverviewPage::closedDays() const {
    const core::Result<core::Clinic> clinic = app::clinic(workplace().session);
    return clinic ? clinic->closedWeekdays : std::vector<core::Weekday>();
}

void OverviewPage::showNextStep() {
    const core::Date today = workplace().today();
    const app::DoseTimeline timeline(*m_record);
    const std::optional<app::DayDose> next = timeline.nextChangeAfter(today);
    if (!next) {
        // Of a pump alone, or beside tablets that stay as they are, the refill comes next (ITB-13).
        const auto pump = app::pumpGlance(m_record->pump, today, closedDays(), workplace().catalogue.numbers().pump);
        if (pump && pump->known)
            m_next->show(tr("Next step · the pump's refill"), wording::clinicalDateWithWeekday(pump->known->refillBy),
                         wording::pumpRefillText(pump->known->refillBy, pump->known->urgency));
        else if (pump)
            m_next->show(tr("Next step"), tr("not assessed"), wording::pumpNotAssessedText());
        else
            m_next->show(tr("Next step"), tr("none"), tr("The dose stays as it is until a new plan is made."));
        return;
    }
    const QString arrow = next->change == app::Change::up     ? QStringLiteral("↑ ")
                          : next->change == app::Change::down ? QStringLiteral("↓ ")
                                                              : QString();
    QStringList detail{wording::clinicalDateWithWeekday(next->on)};
    if (next->daily.isZero())
        detail << tr("baclofen stops");
    else
        detail << tr("%1 mg").arg(wording::splitText(next->split));
    if (next->onlyAfterReview)
        detail << tr("only after review");
    m_next->show(tr("Next step · %1").arg(untilText(next->on - today)), arrow + wording::dailyText(next->daily),
                 detail.join(QStringLiteral(" · ")));
}

void OverviewPage::showScores() {
    const core::Visit* latest = nullptr;
    for (const core::Visit& visit : m_record->visits)
        if (!visit.draft && !visit.mas.empty())
            latest = &visit;
    const core::Visit* latestNrs = nullptr;
    for (const core::Visit& visit : m_record->visits)
        if (!visit.draft && visit.nrsTenths)
            latestNrs = &visit;

    QStringList detail;
    m_scores->setToolTip({});
    for (auto visit = m_record->visits.rbegin(); visit != m_record->visits.rend(); ++visit) {
        if (visit->draft || (visit->mas.empty() && !visit->nrsTenths))
            continue;
        const app::TreatmentResponse found = app::treatmentResponse(*m_record, *visit, workplace().catalogue);
        if (found.response.decided != core::ResponseClass::notAssessable) {
            detail << tr("%1 (SCL-9)").arg(responseClassText(found.response.decided));
            m_scores->setToolTip(responseText(found));
        }
        break;
    }
    if (latestNrs)
        detail << tr("NRS %1 / 10 on %2")
                      .arg(wording::nrsText(*latestNrs->nrsTenths), wording::clinicalDate(latestNrs->on));
    if (!latest) {
        if (detail.isEmpty())
            detail << tr("Scores are entered in a visit.");
        m_scores->show(tr("Spasticity (MAS mean)"), tr("not scored"), detail.join(QStringLiteral(" · ")));
        return;
    }
    const std::int32_t mean = core::masMeanThousandths(*latest, core::MasCoding::onePlusAsOneAndAHalf).value_or(0);
    QString value = wording::masMeanText(mean);
    const app::Comparison before = app::compareBefore(*m_record, latest->on);
    if (before.masMeanBaseline && before.baselineOn && *before.baselineOn < latest->on) {
        const std::int32_t change = mean - *before.masMeanBaseline;
        const Tokens& now = tokens(palette());
        const QString words = change == 0  ? tr("as at baseline")
                              : change < 0 ? tr("▼ %1 from baseline").arg(wording::masMeanText(-change))
                                           : tr("▲ %1 from baseline").arg(wording::masMeanText(change));
        const QColor colour = change == 0 ? now.muted : now.tone(change < 0 ? Tone::good : Tone::critical).text;
        value += QStringLiteral(" <span style='font-size:%1pt;color:%2'>%3</span>")
                     .arg(m_scores->detailFont().pointSizeF())
                     .arg(colour.name(), words);
    }
    detail << tr("MAS scored %1").arg(wording::clinicalDate(latest->on));
    m_scores->show(tr("Spasticity (MAS mean)"), value, detail.join(QStringLiteral(" · ")));
}

void OverviewPage::showSupply() {
    const app::DoseTimeline timeline(*m_record);
    const app::SupplyForecast forecast =
        app::supplyForecast(*m_record, timeline, workplace().today(), closedDays(), workplace().catalogue.numbers());
    if (forecast.lines.empty() && timeline.stretches().empty() && m_record->pump.implantOn(workplace().today())) {
        m_supply->show(tr("Supply lasts until"), tr("no tablets"), tr("Baclofen comes from the pump alone."));
        return;
    }
    if (forecast.lines.empty()) {
        m_supply->show(tr("Supply lasts until"), tr("not recorded"),
                       tr("Record what was handed out to see when it runs out."));
        return;
    }
    QStringList detail;
    for (const app::SupplyForecast::Line& line : forecast.lines) {
        const core::Product* product = workplace().catalogue.product(line.productId);
        const QString name = product ? wording::productText(*product) : QString::fromStdString(line.productId);
        detail << tr("%1 × %2").arg(wording::countText(line.tabletsLeft), name);
    }
    if (forecast.renewBy)
        detail << tr("renew by %1").arg(wording::clinicalDate(*forecast.renewBy));
    m_supply->show(tr("Supply lasts until"),
                   forecast.lastsUntil ? wording::clinicalDate(*forecast.lastsUntil) : tr("to the end of the plan"),
                   detail.join(QStringLiteral(" · ")));
}

} // namespace lento::gui
