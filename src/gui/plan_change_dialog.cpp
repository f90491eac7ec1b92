#include "gui/plan_change_dialog.h"

#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

struct Words {
    QString title, explanation, date, days, verb;
};

Words wordsFor(PlanChangeDialog::Kind kind) {
    using Kind = PlanChangeDialog::Kind;
    switch (kind) {
    case Kind::hold:
        return {PlanChangeDialog::tr("Hold the plan"),
                PlanChangeDialog::tr(
                    "The dose of that day is kept; everything later moves by as many days. The plan goes on by itself "
                    "when the hold ends (TIT-18, TAP-12)."),
                PlanChangeDialog::tr("Hold &from"), PlanChangeDialog::tr("For, &days"),
                PlanChangeDialog::tr("Draft the hold")};
    case Kind::stepBack:
        return {PlanChangeDialog::tr("Step back"),
                PlanChangeDialog::tr(
                    "From that day the dose of the step before is taken again, and the plan goes on more slowly from "
                    "there (TAP-13, VIS-10)."),
                PlanChangeDialog::tr("Step back &on"),
                {},
                PlanChangeDialog::tr("Draft the step back")};
    case Kind::shift:
        return {
            PlanChangeDialog::tr("Shift the plan"),
            PlanChangeDialog::tr(
                "Every step that begins on or after that day begins so many days later; a negative number is earlier."),
            PlanChangeDialog::tr("Shift steps &from"), PlanChangeDialog::tr("By, &days"),
            PlanChangeDialog::tr("Draft the shift")};
    case Kind::resume:
        return {PlanChangeDialog::tr("Resume the plan"),
                PlanChangeDialog::tr("The next step begins on that day; a hold ends early."),
                PlanChangeDialog::tr("Next step &on"),
                {},
                PlanChangeDialog::tr("Draft the resumption")};
    }
    return {};
}

} // namespace

PlanChangeDialog::PlanChangeDialog(Kind kind, const app::DoseTimeline& timeline, core::Date today, Change change,
                                   QWidget* parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_change(std::move(change))
    , m_on(new DateEdit)
    , m_days(new WholeNumberEdit(kind == Kind::shift ? -365 : 1, 365))
    , m_reason(new QPlainTextEdit)
    , m_preview(new QLabel)
    , m_note(new FieldNote) {
    const Words words = wordsFor(kind);
    setWindowTitle(words.title);
    auto* outer = new QVBoxLayout(this);
    auto* explanation = new QLabel(words.explanation);
    explanation->setWordWrap(true);
    explanation->setMinimumWidth(em(*this, 26));
    setTextKind(*explanation, TextKind::muted);
    outer->addWidget(explanation);

    m_on->setRange(today, std::nullopt);
    m_on->setOptional(false);
    const std::optional<app::DayDose> next = timeline.nextChangeAfter(today);
    m_on->setValue(kind == Kind::shift && next ? next->on : kind == Kind::resume ? today + 1 : today);
    m_days->setOptional(false);
    m_days->setValue(7);
    auto* fields = new QHBoxLayout;
    fields->addWidget(new Field(words.date, m_on));
    if (!words.days.isEmpty())
        fields->addWidget(new Field(words.days, m_days));
    else
        m_days->setParent(this), m_days->hide();
    fields->addStretch(1);
    outer->addLayout(fields);

    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(em(*this, 4));
    outer->addWidget(new Field(tr("&Reason, kept with the new version"), m_reason));
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    outer->addWidget(m_preview);
    outer->addWidget(m_note);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(words.verb, QDialogButtonBox::AcceptRole);
    makePrimary(*m_ok);
    outer->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlanChangeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_on, &QLineEdit::textChanged, this, &PlanChangeDialog::preview);
    connect(m_days, &QLineEdit::textChanged, this, &PlanChangeDialog::preview);
    preview();
}

void PlanChangeDialog::preview() {
    m_draft.reset();
    m_note->clear();
    m_preview->clear();
    const std::optional<core::Date> on = m_on->value();
    const std::optional<int> days = m_days->value();
    if (!on || !days)
        return;
    core::Result<app::Draft> draft = m_change(*on, *days);
    if (!draft) {
        m_note->set(Tone::critical, wording::sentence(draft.error()));
        return;
    }
    m_draft = *std::move(draft);
    const core::Plan& plan = m_draft->plan;
    QStringList lines;
    if (const core::Step* step = plan.stepOn(*on))
        lines << tr("On %1: %2.").arg(wording::clinicalDateWithWeekday(*on), wording::dailyText(step->daily()));
    if (const auto index = plan.indexOn(*on); index && *index + 1 < plan.steps.size()) {
        const core::Step& after = plan.steps[*index + 1];
        lines << tr("Then %1 from %2.")
                     .arg(wording::dailyText(after.daily()), wording::clinicalDateWithWeekday(after.span.first));
    }
    if (const auto stop = plan.stopDate())
        lines << tr("The plan ends on %1.").arg(wording::clinicalDateWithWeekday(*stop));
    m_preview->setText(lines.join(QLatin1Char('\n')));
}

void PlanChangeDialog::accept() {
    if (!m_on->check() || (m_days->isVisible() && !m_days->check()))
        return;
    preview();
    if (!m_draft)
        return; // the note says why
    const QString reason = m_reason->toPlainText().trimmed();
    if (reason.isEmpty()) {
        m_note->set(Tone::critical,
                    tr("Write a reason: it is kept with the new version, with your name and the time (DAT-3)."));
        m_reason->setFocus();
        return;
    }
    m_draft->reason = reason.toStdString();
    QDialog::accept();
}

} // namespace lento::gui
