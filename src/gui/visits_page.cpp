#include "gui/visits_page.h"

#include "app/documents.h"
#include "app/visit_assistant.h"
#include "app/visits.h"
#include "gui/card.h"
#include "gui/dialog_host.h"
#include "gui/emergency_card.h"
#include "gui/print_flow.h"
#include "gui/theme.h"
#include "gui/visit_assistant.h"
#include "gui/visit_effects.h"
#include "gui/visit_form.h"
#include "gui/visit_list.h"
#include "gui/visit_scores.h"
#include "gui/withdrawal_checklist.h"
#include "wording/messages.h"
#include "wording/quantities.h"
#include "wording/sign_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds keepAfter{1000};
constexpr double assistantEms = 18;
// Narrower than this, list, form and assistant do not stand side by side.
constexpr double besideFromEms = 58;

// The name of the effect that the form asks for first.
QString firstEffect(const content::Catalogue& catalogue) {
    for (const content::AdverseEffectKind& kind : catalogue.adverseEffects())
        if (kind.usual)
            return wording::signText(kind.name);
    return {};
}

} // namespace

VisitsPage::VisitsPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent)
    , m_list(new VisitList(workplace.catalogue))
    , m_either(new QStackedWidget)
    , m_form(new VisitForm(workplace.catalogue))
    , m_assistant(new VisitAssistant(workplace))
    , m_state(new QLabel)
    , m_new(new QPushButton(tr("New &visit")))
    , m_save(new QPushButton(tr("&Save visit")))
    , m_discard(new QPushButton(tr("Discard draft")))
    , m_correct(new QPushButton(tr("Co&rrect…")))
    , m_print(new QPushButton(tr("Print su&mmary…"))) {
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(em(*this, 1), em(*this, 1), em(*this, 1), em(*this, 1));
    outer->setSpacing(em(*this, 0.8));

    auto* left = new Card;
    makePrimary(*m_new);
    left->body()->addWidget(m_new);
    left->body()->addWidget(m_list, 1);
    left->setFixedWidth(em(*this, 12));
    outer->addWidget(left);

    auto* right = new QVBoxLayout;
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* column = new QWidget;
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(em(*this, 0.7));
    m_column->addWidget(m_form);
    area->setWidget(column);
    m_area = area;
    area->viewport()->setAutoFillBackground(false);
    column->setAutoFillBackground(false);
    auto* empty = new QLabel(
        tr("No visit yet. Scores, adverse effects and doses taken are written down in a visit; the chart shows them "
           "above the dose."));
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    setTextKind(*empty, TextKind::muted);
    m_either->addWidget(empty);
    m_either->addWidget(area);
    right->addWidget(m_either, 1);

    auto* buttons = new QHBoxLayout;
    setTextKind(*m_state, TextKind::muted);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_correct);
    buttons->addWidget(m_print);
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_save);
    right->addLayout(buttons);
    outer->addLayout(right, 1);

    m_side = new QScrollArea;
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setAccessibleName(tr("Proposal and decision"));
    m_side->setWidget(m_assistant);
    m_side->viewport()->setAutoFillBackground(false);
    m_assistant->setAutoFillBackground(false);
    m_right = new QWidget;
    auto* beside = new QVBoxLayout(m_right);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(em(*this, 0.7));
    beside->addWidget(m_side, 1);
    beside->addWidget(&m_assistant->actButton());
    m_right->setFixedWidth(em(*this, assistantEms));
    outer->addWidget(m_right);

    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &VisitsPage::keepDraft);
    connect(m_form, &VisitForm::edited, this, [this] {
        if (m_writing && !m_keepTimer.isActive())
            m_keepTimer.start();
        assess();
    });
    connect(m_assistant, &VisitAssistant::decisionRequested, this, &VisitsPage::saveDecision);
    connect(m_assistant, &VisitAssistant::restartRequested, this, &VisitsPage::draftRestart);
    connect(m_assistant, &VisitAssistant::emergencyCardRequested, this, &VisitsPage::showEmergencyCard);
    connect(m_assistant, &VisitAssistant::printCardRequested, this, &VisitsPage::printCard);
    connect(m_assistant, &VisitAssistant::missingValueRequested, this, &VisitsPage::goToField);
    connect(m_assistant, &VisitAssistant::ruleRequested, this, &PatientPage::ruleRequested);
    connect(m_new, &QPushButton::clicked, this, &VisitsPage::newVisit);
    connect(m_save, &QPushButton::clicked, this, &VisitsPage::save);
    connect(m_discard, &QPushButton::clicked, this, &VisitsPage::discard);
    connect(m_correct, &QPushButton::clicked, this, &VisitsPage::correct);
    connect(m_print, &QPushButton::clicked, this, &VisitsPage::printSummary);
    connect(m_list, &VisitList::chosenAnother, this, &VisitsPage::showSelected);
    arrange();
}

const core::Visit* VisitsPage::stored(const QString& key) const {
    const auto found = std::ranges::find(m_record->visits, core::VisitId(key.toStdString()), &core::Visit::id);
    return found == m_record->visits.end() ? nullptr : &*found;
}

void VisitsPage::setRecord(RecordPointer record) {
    const bool otherPatient = !m_record || m_record->patient.id != record->patient.id;
    if (otherPatient && m_record)
        keepDraft();
    m_record = std::move(record);
    if (!otherPatient) {
        fillList();
        return;
    }
    m_draft.reset();
    m_shown.clear();
    m_writing = false;
    core::Result<std::optional<core::Visit>> kept = app::loadVisitDraft(workplace().session, m_record->patient.id);
    if (kept && *kept)
        m_draft = **kept;
    fillList();
    if (m_draft)
        show(*m_draft, true);
    else if (!m_list->chooseNewest())
        m_either->setCurrentIndex(0);
    arrange();
}

void VisitsPage::fillList() {
    m_list->setVisits(m_record->visits, m_draft);
    m_list->choose(m_shown);
}

void VisitsPage::showSelected() {
    const QString key = m_list->chosen();
    if (key.isEmpty() || key == m_shown)
        return;
    keepDraft();
    if (key == VisitList::draftKey)
        show(*m_draft, true);
    else if (const core::Visit* visit = stored(key))
        show(*visit, false);
}

void VisitsPage::show(const core::Visit& visit, bool writing) {
    m_shown = writing ? VisitList::draftKey : QString::fromStdString(visit.id.text());
    m_writing = writing;
    m_form->setVisit(visit, m_record, workplace().today());
    m_form->setReadOnly(!writing);
    m_either->setCurrentIndex(1);
    const core::DecidedVisit* decided = m_record->decisionOf(visit.id);
    if (writing) {
        m_assistant->begin(decided);
        assess();
    } else {
        m_assistant->showStored(decided);
    }
    arrange();
}

void VisitsPage::assess() {
    if (m_writing && m_record)
        m_assistant->assess(m_record, m_form->visit());
}

void VisitsPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    placeAssistant();
}

void VisitsPage::placeAssistant() {
    const bool below = width() < em(*this, besideFromEms);
    if (below == m_below)
        return;
    m_below = below;
    if (below) {
        m_side->takeWidget();
        m_column->addWidget(m_assistant);
        m_column->addWidget(&m_assistant->actButton());
    } else {
        m_column->removeWidget(m_assistant);
        m_side->setWidget(m_assistant);
        m_right->layout()->addWidget(&m_assistant->actButton());
    }
    m_right->setVisible(!below);
    m_assistant->setAutoFillBackground(false);
    m_assistant->show();
}

// Facts of the patient stand in the patient form; what is asked at a visit in the form beside.
void VisitsPage::goToField(const QString& input) {
    struct Place {
        QLatin1StringView input;
        QString name;
    };
    const QString effect = VisitEffects::tr("%1, grade").arg(firstEffect(workplace().catalogue));
    const Place places[] = {{"red_flag"_L1, WithdrawalChecklist::tr("None of these red flags")},
                            {"ae_grade"_L1, effect},
                            {"psychosis"_L1, VisitEffects::tr("%1, grade").arg(wording::signText("Hallucinations"))},
                            {"adherence_percent"_L1, VisitForm::takenQuestion(workplace().catalogue)},
                            {"response"_L1, VisitScores::tr("Spasticity now, 0 to 10")},
                            {"severe"_L1, VisitScores::tr("Spasticity now, 0 to 10")},
                            {"regional"_L1, VisitScores::tr("Spasticity now, 0 to 10")},
                            {"withdrawal_grade"_L1, WithdrawalChecklist::tr("None of these signs")}};
    for (const Place& place : places) {
        if (place.input != input)
            continue;
        for (QWidget* field : findChildren<QWidget*>()) {
            if (field->accessibleName() != place.name || !field->isVisibleTo(this))
                continue;
            if (m_area->isAncestorOf(field))
                m_area->ensureWidgetVisible(field);
            field->setFocus();
            return;
        }
    }
    Q_EMIT patientEditRequested(input);
}

void VisitsPage::showEmergencyCard() {
    const core::Result<core::Clinic> clinic = app::clinic(workplace().session);
    EmergencyDialog dialog(emergencyContent(clinic.value_or(core::Clinic())), this);
    connect(&dialog, &EmergencyDialog::printRequested, this, &VisitsPage::printCard);
    workplace().dialogs.run(dialog);
}

void VisitsPage::printCard() {
    if (printEmergencyCard(workplace(), m_record, this))
        Q_EMIT recordChanged();
}

void VisitsPage::printSummary() {
    if (const core::Visit* visit = stored(m_shown); visit && printVisit(workplace(), m_record, *visit, this))
        Q_EMIT recordChanged();
}

void VisitsPage::draftRestart() {
    core::Result<app::Draft> draft =
        app::draftRestart(m_assistant->assessment(), *m_record, workplace().catalogue, workplace().today());
    if (!draft) {
        workplace().dialogs.tell(this, draft.error());
        return;
    }
    keepDraft();
    draft->reason =
        tr("Restart after a gap (%1)").arg(QString::fromUtf8(draft->rules.front().text().data())).toStdString();
    Q_EMIT planDraftRequested(*draft);
}

void VisitsPage::arrange() {
    m_save->setVisible(m_writing);
    m_assistant->setVisible(!m_shown.isEmpty());
    if (!m_writing)
        m_assistant->actButton().hide();
    m_discard->setVisible(m_writing);
    m_correct->setVisible(!m_writing && !m_shown.isEmpty());
    m_print->setVisible(!m_writing && !m_shown.isEmpty());
    const bool readOnly = workplace().session.isReadOnly();
    m_new->setEnabled(!readOnly);
    m_correct->setEnabled(!readOnly);
    m_state->setText(readOnly    ? tr("This clinic file may only be read.")
                     : m_writing ? tr("What you type is kept as a draft.")
                                 : QString());
}

void VisitsPage::newVisit() {
    if (m_writing)
        return;    // it is before the person's eyes
    if (m_draft) { // one at a time: the one begun is taken up again
        show(*m_draft, true);
        fillList();
        return;
    }
    core::Visit visit;
    visit.patient = m_record->patient.id;
    visit.on = workplace().today();
    visit.draft = true;
    if (const core::Revision* inForce = m_record->inForceOn(visit.on))
        visit.revisionInForce = inForce->id;
    m_draft = visit;
    show(visit, true);
    fillList();
}

void VisitsPage::correct() {
    const core::Visit* visit = stored(m_shown);
    if (!visit)
        return;
    if (m_draft) { // one at a time: what was typed there would be gone
        workplace().dialogs.inform(this, tr("Another visit is being written"),
                                   tr("Save or discard the draft of %1 first, then correct this visit.")
                                       .arg(wording::clinicalDate(m_draft->on)));
        return;
    }
    m_draft = *visit;
    show(*m_draft, true);
    fillList();
}

void VisitsPage::keepDraft() {
    m_keepTimer.stop();
    if (!m_writing || !m_draft)
        return;
    m_draft = m_form->visit();
    if (const core::Result<void> kept = app::saveVisitDraft(workplace().session, *m_draft); !kept)
        m_form->refuse(wording::sentence(kept.error()));
}

void VisitsPage::save() {
    store();
}

void VisitsPage::saveDecision() {
    const std::optional<core::VisitChoice> choice = m_assistant->choice();
    if (!m_writing || !choice)
        return;
    assess(); // for what the form says now
    const core::Result<std::optional<app::Draft>> draft =
        app::draftChoice(*choice, m_assistant->assessment(), *m_record, workplace().catalogue, workplace().today());
    const core::RuleId rule = m_assistant->assessment().decision.row.rule;
    if (!store())
        return;
    if (!draft) {
        workplace().dialogs.tell(this, draft.error());
        return;
    }
    if (!*draft)
        return;
    app::Draft made = **draft;
    made.reason = tr("Visit of %1 (%2)")
                      .arg(wording::clinicalDate(workplace().today()), QString::fromUtf8(rule.text().data()))
                      .toStdString();
    Q_EMIT planDraftRequested(made);
}

bool VisitsPage::store() {
    if (!m_writing)
        return false;
    if (!m_form->check()) {
        // The field that is refused comes into view with its words.
        if (QWidget* field = m_form->focusWidget())
            m_area->ensureWidgetVisible(field);
        return false;
    }
    assess();
    if (m_assistant->choice() && !m_assistant->check())
        return false;
    m_keepTimer.stop();
    core::Visit visit = m_form->visit();
    visit.draft = false;
    visit.author = workplace().session.userName();
    const core::DecidedVisit decided = m_assistant->decided();
    const core::Result<core::Visit> saved = app::saveVisit(workplace().session, visit, decided);
    if (!saved) {
        m_form->refuse(wording::sentence(saved.error()));
        return false;
    }
    m_draft.reset();
    m_writing = false;
    m_shown = QString::fromStdString(saved->id.text());
    m_form->setReadOnly(true);
    core::DecidedVisit stored = decided;
    stored.who = saved->author;
    stored.when = saved->recordedAt;
    m_assistant->showStored(&stored);
    arrange();
    Q_EMIT recordChanged();
    return true;
}

void VisitsPage::discard() {
    if (!workplace().dialogs.confirm(this, tr("Discard this draft?"),
                                     tr("What was typed is lost. Saved visits stay as they are."), tr("Discard draft")))
        return;
    m_keepTimer.stop();
    if (const core::Result<void> gone = app::discardVisitDraft(workplace().session, m_record->patient.id); !gone) {
        workplace().dialogs.tell(this, gone.error());
        return;
    }
    m_draft.reset();
    m_shown.clear();
    m_writing = false;
    fillList();
    if (!m_list->chooseNewest())
        m_either->setCurrentIndex(0);
    arrange();
}

} // namespace lento::gui
