#include "gui/visit_form.h"

#include "app/timeline.h"
#include "app/visit_assistant.h"
#include "gui/card.h"
#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "gui/visit_scores.h"
#include "gui/withdrawal_checklist.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

QList<SegmentedControl::Choice> numbers(int from, int to) {
    QList<SegmentedControl::Choice> choices;
    for (int i = from; i <= to; ++i)
        choices.append({i, QString::number(i), {}});
    return choices;
}

// Falls are asked as none, one, several (AE-5).
constexpr int severalFalls = 2;

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
    , m_effectsTitle(new QLabel)
    , m_effectGrid(new QGridLayout)
    , m_addEffect(new QPushButton(tr("&Other effect")))
    , m_signs(new WithdrawalChecklist(catalogue))
    , m_falls(new SegmentedControl(
          tr("Falls"),
          {{0, tr("none"), {}}, {1, QStringLiteral("1"), {}}, {severalFalls, tr("2+"), tr("two or more")}}))
    , m_adherence(new SegmentedControl(tr("Doses taken, last 14 days"),
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
    outer->addWidget(makeEffects());
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
    for (SegmentedControl* control : {m_kind, m_falls, m_adherence}) {
        control->setClearable(control != m_kind);
        connect(control, &SegmentedControl::valueChanged, this, touched);
    }
    connect(m_note, &QPlainTextEdit::textChanged, this, touched);
    connect(m_decision, &QPlainTextEdit::textChanged, this, touched);
}

QWidget* VisitForm::makeEffects() {
    auto* card = new Card;
    setTextKind(*m_effectsTitle, TextKind::caption);
    card->body()->addWidget(m_effectsTitle);
    m_effectGrid->setHorizontalSpacing(em(*this, 0.8));
    m_effectGrid->setVerticalSpacing(em(*this, 0.4));
    m_effectGrid->setColumnStretch(5, 1);
    card->body()->addLayout(m_effectGrid);
    auto* rest = new QHBoxLayout;
    makeLink(*m_addEffect);
    auto* menu = new QMenu(m_addEffect);
    m_addEffect->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const content::AdverseEffectKind& kind : m_catalogue.adverseEffects())
            if (std::ranges::find(m_effects, kind.code, &Effect::code) == m_effects.end())
                connect(menu->addAction(QString::fromStdString(kind.name)), &QAction::triggered, this,
                        [this, kind] { addEffect(kind, 1); });
    });
    rest->addWidget(new QLabel(tr("Falls")));
    rest->addWidget(m_falls);
    rest->addWidget(m_addEffect);
    rest->addStretch(1);
    card->body()->addLayout(rest);
    return card;
}

QWidget* VisitForm::makeRest() {
    auto* card = new Card;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(em(*this, 1));
    auto* taken = new Field(tr("Doses taken, last 14 days"), m_adherence);
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

void VisitForm::addEffect(const content::AdverseEffectKind& kind, std::optional<int> grade) {
    const int index = static_cast<int>(m_effects.size());
    const QString name = QString::fromStdString(kind.name);
    Effect effect;
    effect.code = kind.code;
    effect.grade = new SegmentedControl(tr("%1, grade").arg(name), numbers(0, 4));
    effect.grade->setClearable(true);
    effect.grade->setValue(grade);
    effect.grade->setEnabled(!m_readOnly);
    connect(effect.grade, &SegmentedControl::valueChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited();
    });
    const int row = index / 2;
    const int column = index % 2 * 2;
    m_effectGrid->addWidget(new QLabel(name), row, column);
    m_effectGrid->addWidget(effect.grade, row, column + 1, Qt::AlignLeft);
    m_effects.push_back(effect);
    if (!m_setting)
        Q_EMIT edited();
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
    while (QLayoutItem* item = m_effectGrid->takeAt(0)) {
        if (QWidget* gone = item->widget()) {
            gone->hide();
            gone->deleteLater();
        }
        delete item;
    }
    m_effects.clear();
    for (const content::AdverseEffectKind& kind : m_catalogue.adverseEffects()) {
        const auto found = std::ranges::find(visit.adverseEffects, kind.code, &core::AdverseEffect::code);
        const bool recorded = found != visit.adverseEffects.end();
        if (kind.usual || recorded)
            addEffect(kind, recorded ? std::optional(found->grade) : std::nullopt);
    }
    m_signs->setVisit(visit);
    m_falls->setValue(visit.falls ? std::optional(std::min(*visit.falls, severalFalls)) : std::nullopt);
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
    visit.adverseEffects.clear();
    for (const Effect& effect : m_effects)
        if (const auto grade = effect.grade->value()) {
            // Free text of an effect recorded elsewhere is kept.
            const auto before = std::ranges::find(m_visit.adverseEffects, effect.code, &core::AdverseEffect::code);
            visit.adverseEffects.push_back(
                {effect.code, before == m_visit.adverseEffects.end() ? std::string() : before->text, *grade});
        }
    m_signs->fill(visit);
    // A count above what the row can say stays when the row still says "2+".
    const std::optional<int> falls = m_falls->value();
    if (!(falls == severalFalls && m_visit.falls && *m_visit.falls > severalFalls))
        visit.falls = falls;
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
    m_addEffect->setVisible(!readOnly);
    for (SegmentedControl* control : {m_kind, m_falls, m_adherence})
        control->setEnabled(!readOnly);
    for (const Effect& effect : m_effects)
        effect.grade->setEnabled(!readOnly);
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
    m_signs->ask(app::asksForWithdrawal(*m_record, asked), !renal || renal->k < m_catalogue.numbers().ae4.belowK);

    m_scores->compare(*m_record, visit());
    m_effectsTitle->setText(
        before.lastOn ? tr("Adverse effects since %1, grade 0 to 4").arg(wording::clinicalDate(*before.lastOn))
                      : tr("Adverse effects, grade 0 to 4"));
    const std::optional<int> diary = app::diaryAdherenceTenths(*m_record, on);
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
