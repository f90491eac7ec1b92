#include "gui/visit_assistant.h"

#include "app/documents.h"
#include "gui/card.h"
#include "gui/choice_row.h"
#include "gui/emergency_card.h"
#include "gui/field_note.h"
#include "gui/finding_card.h"
#include "gui/theme.h"
#include "gui/visit_choice_words.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;
using core::Proposal;
using core::VisitChoice;

namespace {

QString fromStd(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

constexpr const char* codeProperty = "code";

// The pump is asked about where there is one.
bool hasPump(const app::PatientRecord& record) {
    const auto& codes = record.facts.conditionCodes;
    return std::find(codes.begin(), codes.end(), "intrathecal") != codes.end();
}

void clear(QVBoxLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* gone = item->widget()) {
            gone->hide();
            gone->deleteLater();
        }
        delete item;
    }
}

QLabel* wrapped(TextKind kind) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextKind(*label, kind);
    return label;
}

} // namespace

VisitAssistant::VisitAssistant(const Workplace& workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_proposal(new Card(tr("Proposal")))
    , m_notMatched(wrapped(TextKind::small))
    , m_restart(new QPushButton(tr("Draft the restart")))
    , m_decision(new Card(tr("Decision")))
    , m_choices(new QButtonGroup(this))
    , m_questions(new QWidget)
    , m_reasonCaption(new QLabel(tr("Reason, as it differs from the proposal")))
    , m_reason(new QPlainTextEdit)
    , m_note(new FieldNote)
    , m_stored(wrapped(TextKind::muted))
    , m_act(new QPushButton(tr("Save and &draft the plan"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(em(*this, 0.7));

    auto* card = new QPushButton(tr("Emergency card"));
    makeLink(*card);
    card->setFont(textFont(*this, TextKind::small));
    connect(card, &QPushButton::clicked, this, &VisitAssistant::emergencyCardRequested);
    m_proposal->head()->addWidget(card);
    m_cards = new QVBoxLayout;
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(em(*this, 0.5));
    m_proposal->body()->addLayout(m_cards);
    m_proposal->body()->addWidget(m_restart, 0, Qt::AlignLeft);
    m_proposal->body()->addWidget(m_notMatched);
    outer->addWidget(m_proposal);

    m_rows = new QVBoxLayout;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(em(*this, 0.35));
    m_decision->body()->addLayout(m_rows);
    auto* questions = new QVBoxLayout(m_questions);
    questions->setContentsMargins(0, 0, 0, 0);
    questions->setSpacing(em(*this, 0.2));
    auto* asked = new QLabel(tr("Asked about before the increase (VIS-12)"));
    asked->setWordWrap(true);
    setTextKind(*asked, TextKind::caption);
    questions->addWidget(asked);
    for (const std::string_view code : core::worseningQuestions()) {
        auto* box = new QCheckBox(questionText(code));
        box->setProperty(codeProperty, fromStd(code));
        connect(box, &QCheckBox::toggled, this, [this] {
            m_note->clear();
            Q_EMIT edited();
        });
        questions->addWidget(box);
        m_asked.push_back(box);
    }
    m_decision->body()->addWidget(m_questions);
    setTextKind(*m_reasonCaption, TextKind::caption);
    m_reasonCaption->setWordWrap(true);
    m_reasonCaption->setBuddy(m_reason);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(em(*this, 4.5));
    m_reason->setAccessibleName(m_reasonCaption->text());
    m_decision->body()->addWidget(m_reasonCaption);
    m_decision->body()->addWidget(m_reason);
    m_decision->body()->addWidget(m_note);
    m_decision->body()->addWidget(m_stored);
    outer->addWidget(m_decision);
    makePrimary(*m_act);
    m_act->hide();
    outer->addStretch(1);

    connect(m_choices, &QButtonGroup::buttonClicked, this, [this] {
        showWhatTheChoiceOwes();
        Q_EMIT edited();
    });
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] {
        m_note->clear();
        Q_EMIT edited();
    });
    connect(m_restart, &QPushButton::clicked, this, &VisitAssistant::restartRequested);
    connect(m_act, &QPushButton::clicked, this, &VisitAssistant::decisionRequested);
}

void VisitAssistant::begin(const core::DecidedVisit* decided) {
    const QSignalBlocker quietReason(m_reason);
    m_assessment.reset();
    m_offers.clear();
    clear(*m_rows);
    m_reason->setPlainText(decided ? QString::fromStdString(decided->reason) : QString());
    for (QCheckBox* box : m_asked) {
        const QSignalBlocker quiet(box);
        const std::string code = box->property(codeProperty).toString().toStdString();
        box->setChecked(decided &&
                        std::find(decided->asked.begin(), decided->asked.end(), code) != decided->asked.end());
    }
    m_takenUp = decided ? decided->choice : std::nullopt;
    m_note->clear();
}

void VisitAssistant::assess(const RecordPointer& record, const core::Visit& visit) {
    const bool first = !m_assessment;
    const std::optional<VisitChoice> before = first ? m_takenUp : choice();
    m_record = record;
    m_visit = visit;
    m_assessment = app::assessVisit(*record, visit, m_workplace.catalogue, m_workplace.today());
    const core::VisitDecision& decision = m_assessment->decision;
    if (first || !(decision.row == m_shownRow) || !(decision.notMatched == m_shownNotMatched) ||
        !(decision.beside == m_shownBeside) || m_assessment->restart)
        showProposal();
    const std::vector<app::OfferedChoice> offers =
        app::offeredChoices(*m_assessment, *record, m_workplace.catalogue, m_workplace.today());
    const auto same = [](const app::OfferedChoice& a, const app::OfferedChoice& b) {
        return a.choice == b.choice && a.dose == b.dose && a.proposed == b.proposed && a.draftsPlan == b.draftsPlan;
    };
    if (first || !std::equal(offers.begin(), offers.end(), m_offers.begin(), m_offers.end(), same)) {
        m_offers = offers;
        showChoices();
        for (QAbstractButton* button : m_choices->buttons())
            if (before && m_choices->id(button) == static_cast<int>(*before))
                button->setChecked(true);
    }
    showWhatTheChoiceOwes();
}

void VisitAssistant::addCards(const std::vector<core::Finding>& findings) {
    for (const core::Finding& finding : findings) {
        auto* card = new FindingCard(finding, m_workplace.catalogue);
        connect(card, &FindingCard::missingValueRequested, this, &VisitAssistant::missingValueRequested);
        connect(card, &FindingCard::ruleRequested, this, &VisitAssistant::ruleRequested);
        m_cards->addWidget(card);
    }
}

void VisitAssistant::showProposal() {
    const core::VisitDecision& decision = m_assessment->decision;
    m_shownRow = decision.row;
    m_shownNotMatched = decision.notMatched;
    m_shownBeside = decision.beside;
    clear(*m_cards);
    const bool emergency = decision.proposal == Proposal::emergency;
    auto* row = new FindingCard(decision.row, m_workplace.catalogue);
    row->setTitle(proposalText(decision));
    if (emergency)
        row->setTone(Tone::critical);
    connect(row, &FindingCard::missingValueRequested, this, &VisitAssistant::missingValueRequested);
    connect(row, &FindingCard::ruleRequested, this, &VisitAssistant::ruleRequested);
    m_cards->addWidget(row);
    if (emergency) {
        const core::Result<core::Clinic> clinic = app::clinic(m_workplace.session);
        auto* card = new EmergencyCard(emergencyContent(clinic.value_or(core::Clinic())), EmergencyCard::Button::print);
        connect(card, &EmergencyCard::printRequested, this, &VisitAssistant::printCardRequested);
        m_cards->addWidget(card);
    }
    addCards(decision.beside);
    const std::optional<core::Restart>& restart = m_assessment->restart;
    m_restart->setVisible(restart && (restart->action == core::RestartAction::restartLow ||
                                      restart->action == core::RestartAction::restartOver));
    if (restart)
        addCards({restart->finding});

    QStringList lines;
    for (const core::Finding& finding : decision.notMatched)
        lines << u"%1 · %2"_s.arg(fromStd(finding.rule.text()), wording::findingSentence(finding));
    m_notMatched->setText(tr("Not matched:") + u'\n' + lines.join(u'\n'));
    m_notMatched->setVisible(!lines.isEmpty());
}

void VisitAssistant::showChoices() {
    for (QAbstractButton* button : m_choices->buttons())
        m_choices->removeButton(button);
    clear(*m_rows);
    for (const app::OfferedChoice& offer : m_offers) {
        auto* row = new ChoiceRow(choiceText(offer));
        m_choices->addButton(&row->button(), static_cast<int>(offer.choice));
        m_rows->addWidget(row);
    }
    m_decision->setVisible(!m_offers.empty());
}

std::optional<VisitChoice> VisitAssistant::choice() const {
    const int id = m_choices->checkedId();
    return id < 0 ? std::nullopt : std::optional(static_cast<VisitChoice>(id));
}

std::vector<std::string> VisitAssistant::askedAbout() const {
    std::vector<std::string> asked;
    for (const QCheckBox* box : m_asked)
        if (!box->isHidden() && box->isChecked())
            asked.push_back(box->property(codeProperty).toString().toStdString());
    return asked;
}

void VisitAssistant::showWhatTheChoiceOwes() {
    m_note->clear();
    m_stored->hide();
    const std::optional<VisitChoice> chosen = choice();
    const core::DecidedVisit now = decided();
    const bool differs = core::differsFromProposal(now);
    m_reasonCaption->setVisible(differs);
    m_reason->setVisible(differs);
    m_questions->setVisible(chosen == VisitChoice::increase && m_assessment->inputs.suddenlyWorse.value_or(false));
    for (QCheckBox* box : m_asked)
        box->setVisible(box->property(codeProperty).toString() != u"pump-fault" || hasPump(*m_record));
    const auto offer = std::find_if(m_offers.begin(), m_offers.end(),
                                    [&](const app::OfferedChoice& each) { return each.choice == chosen; });
    const bool drafts = offer != m_offers.end() && offer->draftsPlan;
    m_act->setText(drafts || !chosen ? tr("Save and &draft the plan") : tr("Save the &decision"));
    m_act->setEnabled(chosen.has_value());
    m_act->setVisible(!m_offers.empty());
}

core::DecidedVisit VisitAssistant::decided() const {
    core::DecidedVisit made = app::proposalOf(*m_assessment, m_workplace.catalogue);
    made.choice = choice();
    if (core::differsFromProposal(made))
        made.reason = m_reason->toPlainText().trimmed().toStdString();
    if (made.choice == VisitChoice::increase && m_assessment->inputs.suddenlyWorse.value_or(false))
        made.asked = askedAbout();
    return made;
}

bool VisitAssistant::check() {
    const core::DecidedVisit now = decided();
    if (!core::validate(now)) {
        m_note->set(Tone::critical, tr("Say in a few words why this differs from the proposal."));
        m_reason->setFocus();
        return false;
    }
    if (!m_questions->isHidden()) {
        const auto open = std::find_if(m_asked.begin(), m_asked.end(),
                                       [](const QCheckBox* box) { return !box->isHidden() && !box->isChecked(); });
        if (open != m_asked.end()) {
            m_note->set(Tone::caution, tr("Ask about each of these before the dose rises, then tick it."));
            (*open)->setFocus();
            return false;
        }
    }
    return true;
}

void VisitAssistant::showStored(const core::DecidedVisit* decided) {
    begin(nullptr);
    m_record.reset();
    clear(*m_cards);
    m_shownRow = {};
    for (QWidget* none :
         {static_cast<QWidget*>(m_restart), static_cast<QWidget*>(m_notMatched), m_questions,
          static_cast<QWidget*>(m_reasonCaption), static_cast<QWidget*>(m_reason), static_cast<QWidget*>(m_act)})
        none->hide();
    m_decision->setVisible(decided != nullptr);
    if (decided == nullptr) {
        auto* none = wrapped(TextKind::muted);
        none->setText(tr("No proposal was kept with this visit."));
        m_cards->addWidget(none);
        return;
    }
    core::VisitDecision then;
    then.proposal = decided->proposal;
    then.dose = decided->proposedDose;
    auto* row = new FindingCard(decided->row, m_workplace.catalogue);
    row->setTitle(proposalText(then));
    if (decided->proposal == Proposal::emergency)
        row->setTone(Tone::critical);
    m_cards->addWidget(row);
    QStringList lines;
    lines << (decided->choice ? decisionText(*decided->choice) : tr("The visit was saved without a decision."));
    if (decided->choice && core::differsFromProposal(*decided))
        lines << tr("Differs from the proposal: %1").arg(QString::fromStdString(decided->reason));
    if (!decided->asked.empty()) {
        QStringList asked;
        for (const std::string& code : decided->asked)
            asked << questionText(code);
        lines << tr("Asked about: %1").arg(asked.join(u", "_s));
    }
    const core::Result<core::Date> day = core::Date::fromIso(std::string_view(decided->when).substr(0, 10));
    lines << tr("%1, %2 · rules %3")
                 .arg(QString::fromStdString(decided->who), day ? wording::clinicalDate(*day) : QString(),
                      QString::fromStdString(decided->ruleSetVersion));
    m_stored->setText(lines.join(u'\n'));
    m_stored->show();
}

} // namespace lento::gui
