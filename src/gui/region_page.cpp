#include "gui/region_page.h"

#include "app/clinic_settings.h"
#include "core/region_limits.h"
#include "gui/card.h"
#include "gui/choice_row.h"
#include "gui/clinic_edits.h"
#include "gui/dialog_host.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QRadioButton>
#include <QSemaphore>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

constexpr core::Region regions[] = {core::Region::uk, core::Region::us, core::Region::fr, core::Region::other};

QString actionText(core::Action action) {
    core::Finding finding;
    finding.action = action;
    return wording::severityText(finding);
}

QString usualText(const core::RegionLimits& limits) {
    const QString highest = wording::dailyText(limits.usualHighest);
    return limits.usualLowest ? RegionPage::tr("%1 to %2").arg(wording::dailyText(*limits.usualLowest), highest)
                              : RegionPage::tr("up to %1").arg(highest);
}

QString productsText(const content::Catalogue& catalogue) {
    QStringList names;
    for (const core::Product& product : catalogue.offeredProducts())
        names << wording::productText(product);
    return names.isEmpty() ? RegionPage::tr("none until the clinic chooses some") : names.join(QStringLiteral(", "));
}

QString childrenText(const core::RegionLimits& limits) {
    return limits.labelFromYears ? RegionPage::tr("Caution below %1 years").arg(*limits.labelFromYears)
                                 : RegionPage::tr("No limit of the label");
}

struct Line {
    QString subject;
    QString now;
    QString then;
};

// What the labels of a region change, each with its rule.
QList<Line> linesOf(const core::RegionLimits& now, const core::RegionLimits& then) {
    const auto action = [](core::Action core::RegionLimits::*which, const core::RegionLimits& limits) {
        return actionText(limits.*which);
    };
    using Limits = core::RegionLimits;
    return {{RegionPage::tr("Usual effective range (TIT-5)"), usualText(now), usualText(then)},
            {RegionPage::tr("Active peptic ulcer (SAF-2)"), action(&Limits::activeUlcer, now),
             action(&Limits::activeUlcer, then)},
            {RegionPage::tr("Raising the dose in epilepsy (SAF-4)"), action(&Limits::epilepsy, now),
             action(&Limits::epilepsy, then)},
            {RegionPage::tr("Stroke, cerebral palsy, Parkinson’s disease (TIT-14)"),
             action(&Limits::cerebralOrigin, now), action(&Limits::cerebralOrigin, then)},
            {RegionPage::tr("Children (PED-7)"), childrenText(now), childrenText(then)}};
}

QLabel* cell(const QString& text, TextKind kind) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTextKind(*label, kind);
    return label;
}

QLabel* plainCell(const QString& text, bool bold) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QFont font = label->font();
    font.setBold(bold);
    label->setFont(font);
    return label;
}

QString ruleText(const app::JudgedOtherwise& rule) {
    const core::Finding& finding = rule.then ? *rule.then : *rule.now;
    const QString nothing = RegionPage::tr("nothing");
    const QString now = rule.now ? wording::severityText(*rule.now) : nothing;
    const QString then = rule.then ? wording::severityText(*rule.then) : nothing;
    const std::string_view id = finding.rule.text();
    return RegionPage::tr("%1 (%2): %3 → %4")
        .arg(wording::findingTitle(finding), QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), now,
             then);
}

QString planCountText(std::size_t count) {
    return count == 1 ? RegionPage::tr("1 plan")
                      : RegionPage::tr("%1 plans").arg(wording::countText(static_cast<std::int64_t>(count)));
}

QString planText(const app::PlanJudgedOtherwise& plan) {
    core::Identity identity;
    identity.surname = plan.surname;
    identity.given = plan.given;
    QStringList rules;
    for (const app::JudgedOtherwise& rule : plan.rules)
        rules << ruleText(rule);
    const QString name = wording::nameText(identity);
    return QStringLiteral("%1\n%2").arg(plan.draft ? RegionPage::tr("%1, draft").arg(name) : name,
                                        rules.join(QLatin1Char('\n')));
}

} // namespace

RegionPage::RegionPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent)
    : SettingsPage(parent)
    , m_workplace(workplace)
    , m_edits(edits)
    , m_regions(new QButtonGroup(this))
    , m_epilepsy(new QCheckBox(tr("Raising the dose in epilepsy needs a reason (SAF-4)")))
    , m_plansNote(cell({}, TextKind::muted))
    , m_plans(new QListWidget) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, em(*this, 0.5), 0);
    column->setSpacing(em(*this, 0.7));

    auto* choice = new Card(tr("Whose labels apply here"));
    auto* places = new QGridLayout;
    places->setSpacing(em(*this, 0.4));
    int at = 0;
    for (const core::Region region : regions) {
        auto* row = new ChoiceRow(wording::regionText(region));
        m_regions->addButton(&row->button(), static_cast<int>(region));
        places->addWidget(row, at / 2, at % 2);
        ++at;
    }
    choice->body()->addLayout(places);
    m_epilepsy->setToolTip(tr("A leaflet of another country forbids baclofen in epilepsy; without the tick it warns."));
    choice->body()->addWidget(m_epilepsy);
    column->addWidget(choice);

    auto* plans = new Card(tr("Plans that are judged otherwise"));
    m_plans->setAccessibleName(tr("Plans that are judged otherwise"));
    m_plans->setFrameShape(QFrame::NoFrame);
    m_plans->setWordWrap(true);
    m_plans->setSelectionMode(QAbstractItemView::SingleSelection);
    m_plans->setMinimumHeight(em(*this, 8));
    plans->body()->addWidget(m_plansNote);
    plans->body()->addWidget(m_plans, 1);
    column->addWidget(plans);

    auto* differences = new Card(tr("What the labels change"));
    m_table = new QWidget;
    differences->body()->addWidget(m_table);
    differences->body()->addWidget(
        cell(tr("Everything else is the same everywhere. A clinic’s own choice of products stays."), TextKind::small));
    column->addWidget(differences);
    column->addStretch(1);

    if (QAbstractButton* current = m_regions->button(static_cast<int>(edits.now().region)))
        current->setChecked(true);
    connect(m_regions, &QButtonGroup::idClicked, this, [this](int region) {
        m_edits.change([region](core::Clinic& clinic) { clinic.region = static_cast<core::Region>(region); });
    });
    connect(m_epilepsy, &QCheckBox::clicked, this,
            [this](bool on) { m_edits.change([on](core::Clinic& clinic) { clinic.epilepsyNeedsReason = on; }); });
    connect(&edits, &ClinicEdits::changed, this, &RegionPage::follow);
    follow();
}

RegionPage::~RegionPage() {
    stopJudging();
}

QString RegionPage::title() const {
    return tr("Region");
}

bool RegionPage::isChanged() const {
    return m_edits.isChanged();
}

core::Result<void> RegionPage::save() {
    return m_edits.save();
}

bool RegionPage::isOther() const {
    const core::Clinic& now = m_edits.now();
    const core::Clinic& stored = m_edits.stored();
    return now.region != stored.region || now.epilepsyNeedsReason != stored.epilepsyNeedsReason;
}

// As the clinic would see it with those settings.
content::Catalogue RegionPage::catalogueOf(const core::Clinic& clinic) const {
    core::ClinicSet set = app::clinicSet(m_workplace.session).value_or(core::ClinicSet());
    set.region = clinic.region;
    set.epilepsyNeedsReason = clinic.epilepsyNeedsReason;
    return m_workplace.catalogue.with(set);
}

void RegionPage::follow() {
    const core::Clinic& now = m_edits.now();
    m_epilepsy->setVisible(now.region == core::Region::other);
    m_epilepsy->setChecked(now.epilepsyNeedsReason);
    // The telephone number may have changed, which is nothing to judge plans anew for.
    const std::pair shown(now.region, now.epilepsyNeedsReason);
    if (m_shown == shown && m_shownStored == std::pair(m_edits.stored().region, m_edits.stored().epilepsyNeedsReason))
        return;
    m_shown = shown;
    m_shownStored = std::pair(m_edits.stored().region, m_edits.stored().epilepsyNeedsReason);
    showDifferences();
    judgePlans();
    Q_EMIT edited();
}

void RegionPage::showDifferences() {
    // A new grid: one that has lost its rows keeps their heights.
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(em(*this, 1));
    grid->setVerticalSpacing(em(*this, 0.4));
    const core::Clinic& stored = m_edits.stored();
    const core::Clinic& next = m_edits.now();
    const bool other = isOther();
    const content::Catalogue before = catalogueOf(stored);
    const content::Catalogue after = catalogueOf(next);
    QList<Line> lines =
        linesOf(core::limitsOf(stored.region, before.numbers()), core::limitsOf(next.region, after.numbers()));
    lines.append({tr("Products offered in new plans (FRM-1)"), productsText(before), productsText(after)});

    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, other ? 3 : 0);
    grid->addWidget(
        cell(other ? tr("Now: %1").arg(wording::regionText(stored.region)) : wording::regionText(stored.region),
             TextKind::caption),
        0, 1);
    if (other)
        grid->addWidget(cell(tr("Then: %1").arg(wording::regionText(next.region)), TextKind::caption), 0, 2);
    int row = 1;
    for (const Line& line : std::as_const(lines)) {
        grid->addWidget(cell(line.subject, TextKind::muted), row, 0);
        grid->addWidget(plainCell(line.now, false), row, 1);
        if (other)
            grid->addWidget(plainCell(line.then, line.then != line.now), row, 2);
        ++row;
    }
    QLayout* body = m_table->parentWidget()->layout();
    delete body->replaceWidget(m_table, table, Qt::FindChildrenRecursively);
    delete m_table;
    m_table = table;
}

void RegionPage::stopJudging() {
    if (!m_reading)
        return;
    m_task->cancel();
    m_reading->acquire(); // the worker reads through the session: it must not outlive it
    m_reading.reset();
}

void RegionPage::judgePlans() {
    stopJudging();
    m_plans->clear();
    m_plans->hide();
    m_plansThen.reset();
    if (!isOther()) {
        m_plansNote->setText(tr("None: this is the region in use. Choose another to see what it would change."));
        return;
    }
    m_plansNote->setText(tr("Looking through the active plans and drafts…"));
    m_reading = std::make_shared<QSemaphore>();
    auto now = std::make_shared<const app::ClinicView>(
        app::ClinicView{m_edits.stored().region, catalogueOf(m_edits.stored())});
    auto then =
        std::make_shared<const app::ClinicView>(app::ClinicView{m_edits.now().region, catalogueOf(m_edits.now())});
    const app::Session* session = &m_workplace.session;
    using Plans = std::vector<app::PlanJudgedOtherwise>;
    m_task = app::startTask<Plans>(
        this,
        [session, now, then, done = m_reading](app::TaskMonitor& monitor) {
            core::Result<Plans> plans = app::judgedOtherwise(*session, *now, *then, &monitor);
            done->release();
            return plans;
        },
        [this, mine = m_reading](const core::Result<Plans>& plans) {
            if (mine != m_reading)
                return;
            m_reading.reset();
            showPlans(plans);
            Q_EMIT plansJudged();
        });
}

void RegionPage::showPlans(const core::Result<std::vector<app::PlanJudgedOtherwise>>& plans) {
    if (!plans) {
        m_plansNote->setText(wording::sentence(plans.error()));
        return;
    }
    m_plansThen = *plans;
    if (plans->empty()) {
        m_plansNote->setText(tr("No active plan and no draft would be judged otherwise."));
        return;
    }
    m_plansNote->setText(
        tr("%1. They stay as they are; the checks beside them change, and the next change asks by the new ones.")
            .arg(planCountText(plans->size())));
    for (const app::PlanJudgedOtherwise& plan : *plans)
        m_plans->addItem(planText(plan));
    m_plans->show();
}

// The blocks that the change would take away, whether a patient has the condition or not.
QStringList RegionPage::softerRules() const {
    const core::RegionLimits before = core::limitsOf(m_edits.stored().region, catalogueOf(m_edits.stored()).numbers());
    const core::RegionLimits after = core::limitsOf(m_edits.now().region, catalogueOf(m_edits.now()).numbers());
    QStringList softer;
    if (after.activeUlcer < before.activeUlcer)
        softer << tr("active peptic ulcer (SAF-2)");
    if (after.epilepsy < before.epilepsy)
        softer << tr("epilepsy (SAF-4)");
    if (after.cerebralOrigin < before.cerebralOrigin)
        softer << tr("stroke, cerebral palsy or Parkinson’s disease (TIT-14)");
    if (before.labelFromYears && !after.labelFromYears)
        softer << tr("children below %1 years (PED-7)").arg(*before.labelFromYears);
    if (after.usualHighest > before.usualHighest)
        softer << tr("the usual range (TIT-5)");
    return softer;
}

bool RegionPage::confirm() {
    const QStringList softer = softerRules();
    if (!isOther() || softer.isEmpty())
        return true;
    QString text = tr("These checks become milder: %1.").arg(softer.join(QStringLiteral(", ")));
    if (m_plansThen && !m_plansThen->empty())
        text += QLatin1Char(' ') + tr("Judged otherwise: %1.").arg(planCountText(m_plansThen->size()));
    return m_workplace.dialogs.confirm(this, tr("Use the labels of another region?"), text, tr("Use them"));
}

} // namespace lento::gui
