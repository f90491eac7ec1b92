#include "gui/visit_form.h"

#include "app/timeline.h"
#include "app/withdrawal_check.h"
#include "gui/card.h"
#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "gui/visit_effects.h"
#include "gui/visit_scores.h"
#include "gui/withdrawal_checklist.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

// How long the dose in force on a day has been the same.
QString doseInForce(const app::PatientRecord& record, core::Date day) {
    const app::DoseTimeline timeline(record);
    const std::optional<app::DayDose> dose = timeline.on(day);
    if (!dose)
        return VisitForm::tr("No plan was in force on this day.");
    core::Date since = day;
    for (const app::Stretch& stretch : timeline.stretches()) {
        if (stretch.span.first > day)
            break;
        if (stretch.split.total() != dose->daily)
            since = stretch.span.last ? *stretch.span.last + 1 : day;
        else if (since > day || stretch.span.contains(day) || since == day)
            since = std::min(since, stretch.span.first);
    }
    return VisitForm::tr("Dose in force: <b>%1</b> for %2")
        .arg(wording::dailyText(dose->daily), wording::daysText(std::max(1, day - since)));
}

} // namespace

QString VisitForm::takenQuestion(const content::Catalogue& catalogue) {
    return tr("Doses taken, last %1 days").arg(catalogue.numbers().vis4.countedDays);
}

VisitForm::VisitForm(const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_on(new DateEdit)
    , m_onNote(nullptr)
    , m_kind(new SegmentedControl(tr("Kind of visit"),
                                  {{static_cast<int>(core::VisitKind::clinic), tr("Clinic"), {}},
                                   {static_cast<int>(core::VisitKind::telephone), tr("Telephone"), {}},
                                   {static_cast<int>(core::VisitKind::ward), tr("Ward"), {}},
                                   {static_cast<int>(core::VisitKind::home), tr("Home"), {}}}))
    , m_dose(new QLabel)
    , m_scores(new VisitScores(catalogue))
    , m_effects(new VisitEffects(catalogue))
    , m_signs(new WithdrawalChecklist(catalogue))
    , m_adherence(new SegmentedControl(takenQuestion(catalogue),
                                       {{static_cast<int>(core::Adherence::all), tr("all"), {}},
                                        {static_cast<int>(core::Adherence::most), tr("most"), {}},
                                        {static_cast<int>(core::Adherence::under80), tr("under 80 %"), {}}}))
    , m_diary(new QLabel)
    , m_note(new QPlainTextEdit)
    , m_decision(new QPlainTextEdit)
    , m_refusal(new FieldNote) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(em(*this, 0.7));

    auto* head = new Card;
    auto* headRow = new FlowLayout;
    headRow->setSpacing(em(*this, 1));
    m_on->setFixedWidth(em(*this, 9));
    m_on->setOptional(false);
    auto* onField = new Field(tr("&Date"), m_on);
    m_onNote = &onField->note();
    headRow->addWidget(onField);
    headRow->addWidget(new Field(tr("Kind"), m_kind));
    m_dose->setTextFormat(Qt::RichText);
    m_dose->setMinimumHeight(em(*this, 3));
    headRow->addWidget(m_dose);
    head->body()->addLayout(headRow);
    outer->addWidget(head);

    outer->addWidget(m_scores);
    outer->addWidget(m_effects);
    outer->addWidget(m_signs);
    outer->addWidget(makeRest());
    outer->addWidget(m_refusal);
    outer->addStretch(1);

    const auto touched = [this] {
        if (m_setting)
            return;
        compare();
        m_refusal->clear();
        Q_EMIT edited();
    };
    connect(m_on, &TypedEdit::valueEdited, this, touched);
    connect(m_scores, &VisitScores::edited, this, touched);
    connect(m_signs, &WithdrawalChecklist::edited, this, touched);
    connect(m_effects, &VisitEffects::edited, this, touched);
    for (SegmentedControl* control : {m_kind, m_adherence}) {
        control->setClearable(control != m_kind);
        connect(control, &SegmentedControl::valueChanged, this, touched);
    }
    connect(m_note, &QPlainTextEdit::textChanged, this, touched);
    connect(m_decision, &QPlainTextEdit::textChanged, this, touched);
}

QWidget* VisitForm::makeRest() {
    auto* card = new Card;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(em(*this, 1));
    auto* taken = new Field(takenQuestion(m_catalogue), m_adherence);
    grid->addWidget(taken, 0, 0, Qt::AlignTop);
    setTextKind(*m_diary, TextKind::muted);
    m_diary->setWordWrap(true);
    grid->addWidget(m_diary, 1, 0, Qt::AlignTop);
    for (QPlainTextEdit* edit : {m_note, m_decision}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(em(*this, 4.5));
    }
    grid->addWidget(new Field(tr("No&te"), m_note), 0, 1, 2, 1);
    grid->addWidget(new Field(tr("De&cision"), m_decision), 0, 2, 2, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    card->body()->addLayout(grid);
    return card;
}

void VisitForm::setVisit(const core::Visit& visit, std::shared_ptr<const app::PatientRecord> record, core::Date today) {
    m_setting = true;
    m_visit = visit;
    m_record = std::move(record);
    m_today = today;
    m_on->setRange(std::nullopt, today);
    m_on->setValue(visit.on);
    m_kind->setValue(static_cast<int>(visit.kind));
    m_scores->setVisit(visit, m_record);
    m_effects->setVisit(visit);
    m_signs->setVisit(visit);
    m_adherence->setValue(
        visit.adherence == core::Adherence::notAsked ? std::nullopt : std::optional(static_cast<int>(visit.adherence)));
    m_note->setPlainText(QString::fromStdString(visit.note));
    m_decision->setPlainText(QString::fromStdString(visit.decision));
    m_refusal->clear();
    m_setting = false;
    compare();
    setReadOnly(m_readOnly);
}

core::Visit VisitForm::visit() const {
    core::Visit visit = m_visit;
    visit.on = m_on->value().value_or(m_visit.on);
    visit.kind = static_cast<core::VisitKind>(m_kind->value().value_or(0));
    m_scores->writeTo(visit);
    m_effects->writeTo(visit);
    m_signs->fill(visit);
    const std::optional<int> taken = m_adherence->value();
    visit.adherence = taken ? static_cast<core::Adherence>(*taken) : core::Adherence::notAsked;
    visit.note = m_note->toPlainText().toStdString();
    visit.decision = m_decision->toPlainText().toStdString();
    return visit;
}

void VisitForm::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_on->setReadOnly(readOnly);
    m_note->setReadOnly(readOnly);
    m_decision->setReadOnly(readOnly);
    m_scores->setReadOnly(readOnly);
    m_effects->setReadOnly(readOnly);
    for (SegmentedControl* control : {m_kind, m_adherence})
        control->setEnabled(!readOnly);
    m_signs->setReadOnly(readOnly);
}

void VisitForm::compare() {
    if (!m_record)
        return;
    const core::Date on = m_on->value().value_or(m_visit.on);
    const app::Comparison before = app::compareBefore(*m_record, on);
    m_dose->setText(doseInForce(*m_record, on));
    core::Visit asked;
    asked.on = on;
    m_signs->fill(asked);
    const auto& renal = m_record->renal.function;
    m_signs->ask(app::asksForWithdrawal(*m_record, asked, m_catalogue.numbers()),
                 !renal || renal->k < m_catalogue.numbers().ae4.belowK);

    asked.id = m_visit.id;
    m_signs->setOccasion(app::withdrawalCheck(*m_record, asked, m_catalogue));
    m_scores->compare(*m_record, visit());
    m_effects->setSince(before.lastOn);
    const std::optional<int> diary = app::diaryAdherenceTenths(*m_record, on, m_catalogue.numbers());
    m_diary->setText(diary ? tr("By the diary: %1").arg(wording::percentText(*diary))
                           : tr("Nothing is marked in the diary."));
}

bool VisitForm::check() {
    const bool date = m_on->check();
    const bool scores = m_scores->check();
    if (!date)
        m_on->setFocus();
    else if (!scores)
        m_scores->focusProblem();
    return date && scores && m_signs->check();
}

void VisitForm::refuse(const QString& words) {
    m_refusal->set(Tone::critical, words);
}

} // namespace lento::gui
