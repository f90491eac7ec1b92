#include "gui/plan_page.h"

#include "app/series.h"
#include "app/timeline.h"
#include "gui/card.h"
#include "gui/dialog_host.h"
#include "gui/dose_chart.h"
#include "gui/field_note.h"
#include "gui/findings_panel.h"
#include "gui/flow_layout.h"
#include "gui/folding_columns.h"
#include "gui/plan_controls.h"
#include "gui/row_table.h"
#include "gui/step_table.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

// DAT-2: of a clinic's protocol, which may have changed since, the version that the plan follows.
QString protocolText(const core::Plan& plan) {
    const core::TitrationInputs* titration = plan.titration();
    if (!titration || !titration->protocol || !titration->protocol->isClinics())
        return {};
    return PlanPage::tr("; protocol %1, version %2")
        .arg(QString::fromStdString(titration->protocol->title))
        .arg(titration->protocol->version);
}

} // namespace

PlanPage::PlanPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent)
    , m_draft(new PlanDraft({}, {}, this))
    , m_state(new QLabel)
    , m_use(new FieldNote)
    , m_controls(new PlanControls(workplace.catalogue))
    , m_steps(new StepTable)
    , m_compare(new QTableView)
    , m_alternatives(new AlternativesModel(this))
    , m_findings(new FindingsPanel(workplace.catalogue))
    , m_chart(new DoseChart)
    , m_empty(new QWidget)
    , m_either(new QStackedWidget) {
    const int gap = em(*this, 0.8);
    auto* leftSide = new QWidget;
    auto* left = new QVBoxLayout(leftSide);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(gap);
    setTextKind(*m_state, TextKind::heading);
    m_state->setWordWrap(true);
    left->addWidget(m_state);
    left->addWidget(m_use);
    left->addWidget(m_controls);
    auto* empty = new QVBoxLayout(m_empty);
    auto* emptyText =
        new QLabel(tr("No plan yet. Start a titration from a low dose, or a taper from the dose that is taken now."));
    emptyText->setWordWrap(true);
    emptyText->setAlignment(Qt::AlignCenter);
    setTextKind(*emptyText, TextKind::muted);
    empty->addStretch(1);
    empty->addWidget(emptyText);
    empty->addStretch(1);
    m_either->addWidget(m_empty);
    m_either->addWidget(makeTables());
    left->addWidget(m_either, 1);
    left->addWidget(makeButtons());

    auto* rightSide = new QWidget;
    auto* right = new QVBoxLayout(rightSide);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(gap);
    m_findings->setMinimumHeight(em(*this, 16));
    right->addWidget(m_findings, 1);
    auto* chartCard = new Card(tr("Dose"));
    m_chart->setScoresShown(false);
    m_chart->setFixedHeight(em(*this, 9));
    m_chart->setAccessibleName(tr("Dose over time with this plan"));
    chartCard->body()->addWidget(m_chart);
    right->addWidget(chartCard);

    auto* columns = new FoldingColumns(leftSide, 11, rightSide, 4);
    columns->setSpacing(gap);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(em(*this, 1), em(*this, 1), em(*this, 1), em(*this, 1));
    outer->addWidget(columns);

    connect(m_draft, &PlanDraft::changed, this, [this] {
        if (m_draft->isOpen())
            showDraft();
    });
    connect(m_draft, &PlanDraft::keepingFailed, this,
            [this](const core::Error& error) { m_controls->showProblem(wording::sentence(error)); });
    connect(m_controls, &PlanControls::inputsEdited, this,
            [this](const core::PlanInputs& inputs, const core::ProductSet& products, const QString& what, int merge) {
                use(m_draft->setInputs(inputs, products, what, merge));
            });
    connect(m_controls, &PlanControls::protocolChosen, this, [this](const QString& id) {
        const core::Protocol* protocol = this->workplace().catalogue.protocol(id.toStdString());
        if (!protocol || !m_draft->isOpen())
            return;
        const core::Plan& plan = m_draft->draft().plan;
        const core::ProductSet products = app::productsFor(*protocol, plan.products, this->workplace().catalogue);
        const core::Date start = plan.steps.front().span.first;
        const app::PlanningContext& context = m_draft->context();
        core::TitrationInputs inputs = app::proposedTitration(context, *protocol, start, products);
        // A goal that was typed is the person's, whatever the protocol.
        if (const core::TitrationInputs* before = plan.titration(); before && before->protocol)
            if (before->goal != app::proposedTitration(context, *before->protocol, before->start, plan.products).goal)
                inputs.goal = before->goal;
        use(m_draft->setInputs(inputs, products, tr("Change the protocol")));
    });
    connect(m_findings, &FindingsPanel::reasonEdited, this,
            [this](const core::Finding& finding, const QString& reason, const QString& secondName) {
                const auto& session = this->workplace().session;
                m_draft->setReason(finding, {reason, secondName}, session.userName(), session.nowUtc());
                m_findings->setFindings(m_draft->view().findings, m_draft->owed(),
                                        [this](const core::Finding& each) { return m_draft->givenFor(each); });
            });
    connect(m_findings, &FindingsPanel::stepRequested, this, [this](int step) { m_steps->selectRow(step - 1); });
    connect(m_steps, &StepTable::doseTyped, this, [this](int step, const core::DoseSplit& split) {
        if (m_draft->isOpen())
            useStep(m_draft->setPlan(
                core::changeStep(m_draft->draft().plan, step, split, true, this->workplace().catalogue.numbers()),
                tr("Change a dose")));
    });
    connect(m_steps, &StepTable::daysTyped, this, [this](int step, int days) {
        if (!m_draft->isOpen())
            return;
        const core::Plan& plan = m_draft->draft().plan;
        const core::DateSpan& span = plan.steps[static_cast<std::size_t>(step - 1)].span;
        useStep(
            m_draft->setPlan(core::shift(plan, *span.last + 1, days - span.days()), tr("Change the length of a step")));
    });
    connect(m_steps, &StepTable::concentrationRequested, this, &PlanPage::showConcentration);
    connect(m_findings, &FindingsPanel::missingValueRequested, this, &PatientPage::patientEditRequested);
    connect(m_findings, &FindingsPanel::ruleRequested, this, &PatientPage::ruleRequested);
    colour();
}

PlanPage::~PlanPage() = default;

QWidget* PlanPage::makeTables() {
    auto* tables = new QWidget;
    auto* column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(*this, 0.8));

    column->addWidget(m_steps, 3);

    setUpRowTable(*m_compare, tr("Comparison with other plans"));
    m_compare->verticalHeader()->setDefaultSectionSize(em(*this, 1.9));
    m_compare->setMinimumHeight(em(*this, 7.6));
    m_compare->setModel(m_alternatives);
    m_compare->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_compare->horizontalHeader()->setSectionResizeMode(AlternativesModel::name, QHeaderView::Stretch);
    connect(m_compare, &QTableView::activated, this, &PlanPage::useAlternative);
    connect(m_compare, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == AlternativesModel::choice)
            useAlternative(index);
    });
    auto* compareCard = new Card;
    compareCard->setFlush(true);
    compareCard->body()->addWidget(m_compare);
    m_compareCard = compareCard;
    column->addWidget(compareCard, 1);
    return tables;
}

QWidget* PlanPage::makeButtons() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    auto* atLeft = new QWidget;
    auto* buttons = new FlowLayout(atLeft);
    buttons->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](QList<QPushButton*>& group, const QString& text, void (PlanPage::*slot)()) {
        auto* button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, slot);
        group << button;
        return button;
    };
    QPushButton* undo = add(m_draftButtons, tr("&Undo"), &PlanPage::undo);
    QPushButton* redo = add(m_draftButtons, tr("Re&do"), &PlanPage::redo);
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(&m_draft->undoStack(), &QUndoStack::canUndoChanged, undo, &QPushButton::setEnabled);
    connect(&m_draft->undoStack(), &QUndoStack::canRedoChanged, redo, &QPushButton::setEnabled);
    add(m_draftButtons, tr("Discard draft"), &PlanPage::discard);
    add(m_planButtons, tr("New &titration"), &PlanPage::newTitration);
    add(m_planButtons, tr("New ta&per"), &PlanPage::newTaper);
    add(m_planButtons, tr("Hol&d…"), &PlanPage::hold);
    add(m_planButtons, tr("Step &back…"), &PlanPage::stepBack);
    add(m_planButtons, tr("&Shift…"), &PlanPage::shift);
    add(m_planButtons, tr("&Resume…"), &PlanPage::resume);
    for (QPushButton* button : m_draftButtons + m_planButtons)
        buttons->addWidget(button);
    row->addWidget(atLeft, 1);
    row->addWidget(add(m_draftButtons, tr("Preview &calendar"), &PlanPage::preview));
    QPushButton* make = add(m_draftButtons, tr("&Make this the plan"), &PlanPage::finish);
    makePrimary(*make);
    row->addWidget(make);
    return bar;
}

void PlanPage::setRecord(RecordPointer record) {
    const bool otherPatient = !m_record || m_record->patient.id != record->patient.id;
    if (otherPatient && m_record) {
        keepDraft();
        m_draft->close();
    }
    m_record = std::move(record);
    app::PlanningContext context = app::planningContext(workplace().catalogue, *m_record, workplace().today());
    if (!otherPatient) {
        m_draft->setContext(std::move(context));
        if (!m_draft->isOpen())
            showPlanInForce();
        return;
    }
    app::Session& session = workplace().session;
    m_draft->setKeeping({[&session](const app::Draft& draft) { return app::saveDraft(session, draft); },
                         [&session, patient = m_record->patient.id] { return app::discardDraft(session, patient); }});
    m_draft->setContext(std::move(context));
    core::Result<std::optional<app::Draft>> kept = app::loadDraft(session, m_record->patient.id);
    if (!kept)
        m_controls->showProblem(wording::sentence(kept.error()));
    if (kept && *kept)
        m_draft->open(**std::move(kept));
    else
        showPlanInForce();
}

void PlanPage::keepDraft() {
    if (m_draft->isOpen())
        settle();
    if (const core::Result<void> kept = m_draft->keepNow(); !kept)
        workplace().dialogs.tell(this, kept.error());
}

core::Revision PlanPage::draftRevision() const {
    core::Revision revision;
    revision.patient = m_record->patient.id;
    revision.plan = m_draft->draft().plan;
    revision.effectiveFrom = m_draft->draft().effectiveFrom;
    revision.status = core::RevisionStatus::draft;
    revision.author = workplace().session.userName();
    const core::Revision* replaced = m_record->active();
    if (!replaced)
        replaced = m_record->inForceOn(workplace().today());
    if (replaced) {
        int highest = 0;
        for (const core::Revision& each : m_record->revisions)
            if (each.status != core::RevisionStatus::draft)
                highest = std::max(highest, each.planNumber);
        const bool same = m_draft->draft().basedOn == replaced->id;
        revision.planNumber = same ? replaced->planNumber : highest + 1;
        revision.version = same ? replaced->version + 1 : 1;
        revision.replaces = replaced->id;
    }
    return revision;
}

void PlanPage::showDraft() {
    const app::Draft& draft = m_draft->draft();
    const app::PlanView& view = m_draft->view();
    const bool changesPlan = draft.basedOn.has_value();
    m_either->setCurrentIndex(1);
    m_controls->setVisible(!changesPlan);
    m_state->setVisible(changesPlan);
    m_state->setText(tr("Draft of a change to the plan in force: %1").arg(QString::fromStdString(draft.reason)));
    m_controls->offer(app::protocolsFor(m_draft->context()));
    m_controls->show(view.plan.inputs, view.plan.products);
    showUse(view.findings);
    // A change begins on its own day; what is before it stays as it was in force (DAT-3).
    m_steps->setView(view, doseBefore(view.plan), changesPlan ? draft.effectiveFrom : m_draft->context().today);
    m_compareCard->setVisible(!changesPlan);
    if (!changesPlan)
        m_alternatives->setAlternatives(app::alternatives(view, m_draft->context()));
    m_findings->setReadOnly(false);
    m_findings->setFindings(view.findings, m_draft->owed(),
                            [this](const core::Finding& finding) { return m_draft->reasonFor(finding); });
    const core::Revision revision = draftRevision();
    showChart(&revision);
    for (QPushButton* button : m_draftButtons)
        button->show();
    for (QPushButton* button : m_planButtons)
        button->hide();
}

// IND: a use outside the label is said above the plan, not only among its checks.
void PlanPage::showUse(const std::vector<core::Finding>& findings) {
    const auto found = std::ranges::find(findings, "ind.off-label", &core::Finding::message);
    if (found == findings.end())
        m_use->clear();
    else
        m_use->set(Tone::caution,
                   wording::findingTitle(*found) + QStringLiteral(". ") + wording::findingSentence(*found));
}

void PlanPage::showPlanInForce() {
    showUse({});
    // The plan made active, also when it only begins later: the one to be changed and to be followed.
    const core::Revision* inForce = m_record->active();
    if (!inForce)
        inForce = m_record->inForceOn(workplace().today());
    m_controls->hide();
    m_compareCard->hide();
    m_state->show();
    m_either->setCurrentIndex(inForce ? 1 : 0);
    m_findings->setReadOnly(true);
    if (inForce) {
        m_state->setText(tr("Plan %1, version %2, in force from %3")
                             .arg(inForce->planNumber)
                             .arg(inForce->version)
                             .arg(wording::clinicalDateWithWeekday(inForce->effectiveFrom)) +
                         protocolText(inForce->plan));
        app::PlanView view = app::viewOf(inForce->plan, m_draft->context());
        showUse(view.findings);
        m_steps->setView(view, doseBefore(view.plan), std::nullopt);
        if (const auto row = inForce->plan.indexOn(workplace().today()))
            m_steps->selectRow(static_cast<int>(*row));
        m_findings->setFindings(view.findings, {},
                                [&](const core::Finding& finding) { return reasonGiven(*inForce, finding); });
    } else {
        m_state->clear();
        m_steps->clear();
        m_findings->setFindings({}, {}, [](const core::Finding&) { return QString(); });
    }
    showChart(nullptr);
    for (QPushButton* button : m_draftButtons)
        button->hide();
    for (QPushButton* button : m_planButtons)
        button->show();
    // What needs a running plan, after "New titration" and "New taper".
    for (int i = 2; i < m_planButtons.size(); ++i)
        m_planButtons[i]->setEnabled(inForce != nullptr);
}

void PlanPage::showChart(const core::Revision* draft) {
    m_chart->setSeries(app::chartSeries(*m_record, workplace().today(), draft));
    m_chart->setRange(DoseChart::Range::all);
}

void PlanPage::use(const core::Result<void>& done) {
    if (!done)
        (m_controls->isVisibleTo(this) ? m_controls->refuse(wording::sentence(done.error()))
                                       : m_steps->setNote(Tone::critical, wording::sentence(done.error())));
}

void PlanPage::useStep(const core::Result<void>& done) {
    if (!done)
        m_steps->setNote(Tone::critical, wording::sentence(done.error()));
}

std::optional<core::DailyDose> PlanPage::doseBefore(const core::Plan& plan) const {
    const app::PlanningContext& context = m_draft->context();
    if (plan.steps.empty())
        return std::nullopt;
    if (!context.timeline)
        return context.doseToday;
    const std::optional<app::DayDose> eve = context.timeline->on(plan.steps.front().span.first - 1);
    return eve ? std::optional(eve->daily) : std::nullopt;
}

QString PlanPage::reasonGiven(const core::Revision& revision, const core::Finding& finding) const {
    const auto given = std::ranges::find(revision.overrides, finding.fingerprint(), &core::Override::fingerprint);
    if (given == revision.overrides.end())
        return {};
    const core::Result<core::Date> day = core::Date::fromIso(std::string_view(given->when).substr(0, 10));
    return tr("Reason: %1 (%2)")
        .arg(QString::fromStdString(given->reason),
             QStringList{given->secondName.empty()
                             ? QString::fromStdString(given->who)
                             : tr("%1 with %2")
                                   .arg(QString::fromStdString(given->who), QString::fromStdString(given->secondName)),
                         day ? wording::clinicalDate(*day) : QString()}
                 .join(QStringLiteral(", ")));
}

void PlanPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void PlanPage::colour() {
    const Tokens& now = tokens(palette());
    m_chart->setColours(
        {now.dose, now.doseFill, now.mas, now.nrs, now.effect, now.text, now.text, now.muted, now.grid, now.surface});
}

} // namespace lento::gui
