#include "gui/finish_dialog.h"

#include "gui/card.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/finding_card.h"
#include "gui/plan_draft.h"
#include "gui/product_picker.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

const QString none = QStringLiteral("–");

QString kindText(const app::FinishSide& side) {
    if (!side.kind)
        return none;
    if (*side.kind == core::PlanKind::titration)
        return FinishDialog::tr("titration");
    return side.ends ? FinishDialog::tr("taper to 0") : FinishDialog::tr("taper to a lower dose");
}

QString largestText(const app::FinishSide& side) {
    if (!side.largestStep)
        return none;
    const QString dose = wording::doseText(*side.largestStep);
    return side.largestStepTenths
               ? FinishDialog::tr("%1 (%2 of the start)").arg(dose, wording::percentText(*side.largestStepTenths))
               : dose;
}

QString firstChangeText(const app::FinishSide& side) {
    if (!side.firstChange)
        return none;
    return FinishDialog::tr("%1: %2").arg(wording::clinicalDateWithWeekday(side.firstChange->span.first),
                                          wording::dailyText(side.firstChange->daily()));
}

QString endText(const app::FinishSide& side) {
    if (!side.kind)
        return none;
    if (!side.ends)
        return FinishDialog::tr("open");
    const QString day = wording::clinicalDateWithWeekday(*side.ends);
    return side.days ? FinishDialog::tr("%1, after %2").arg(day, wording::daysText(*side.days)) : day;
}

QString supplyText(const core::Supply& supply, const core::ProductSet& products) {
    QStringList parts;
    for (const core::ProductSupply& each : supply.products)
        parts << wording::supplyText(each, products);
    return parts.isEmpty() ? none : parts.join(QStringLiteral("; "));
}

// "asked 10 %, rounded to what the tablets can make" where the two differ (RND-3).
QString roundingRemark(const core::Plan& plan, const app::FinishSide& next) {
    const core::TaperInputs* taper = plan.taper();
    if (!taper || taper->model == core::TaperModel::fixedStep || !next.largestStepTenths)
        return {};
    const std::int64_t asked = std::int64_t{taper->percent.whole()} * 10;
    if (*next.largestStepTenths == asked)
        return {};
    return FinishDialog::tr("asked %1, rounded to what the tablets can make · RND-3")
        .arg(wording::percentText(taper->percent));
}

} // namespace

FinishDialog::FinishDialog(const app::PatientRecord& record, PlanDraft& draft, const content::Catalogue& catalogue,
                           std::string signer, std::function<std::string()> now, QWidget* parent)
    : QDialog(parent)
    , m_draft(draft)
    , m_signer(std::move(signer))
    , m_now(std::move(now))
    , m_reason(new QLineEdit)
    , m_count(new QLabel)
    , m_note(new FieldNote) {
    setWindowTitle(tr("Make this the plan"));
    const app::FinishComparison comparison = app::compareForFinish(record, draft.draft(), draft.context());
    const core::Plan& plan = draft.draft().plan;
    const core::Revision* inForce = record.inForceOn(draft.context().today);
    m_replaces = inForce || record.active();

    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(em(*this, 0.7));
    auto* title = new QLabel(tr("Make this the plan?"));
    setTextKind(*title, TextKind::title);
    outer->addWidget(title);
    const core::Identity& identity = record.patient.identity;
    auto* who = new QLabel(QStringLiteral("<b>%1</b> · %2 · %3")
                               .arg(wording::nameText(identity).toHtmlEscaped(),
                                    wording::bornText(identity.birthDate, draft.context().today),
                                    identity.recordNumber.empty()
                                        ? tr("no record number")
                                        : QString::fromStdString(identity.recordNumber).toHtmlEscaped()));
    who->setTextFormat(Qt::RichText);
    outer->addWidget(who);

    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, em(*this, 0.3), 0);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(em(*this, 1.2));
    grid->setVerticalSpacing(em(*this, 0.45));
    const app::FinishSide& old = comparison.now;
    const app::FinishSide& next = comparison.next;
    addRow(*grid, {}, old.plan.empty() ? tr("Now: no plan") : tr("Now: plan %1").arg(QString::fromStdString(old.plan)),
           tr("New: plan %1").arg(QString::fromStdString(next.plan)));
    addRow(*grid, tr("Kind"), kindText(old), kindText(next));
    addRow(*grid, tr("Dose today"), old.doseToday ? wording::dailyText(*old.doseToday) : none,
           next.doseToday ? wording::dailyText(*next.doseToday) : none);
    addRow(*grid, tr("First change"), firstChangeText(old), firstChangeText(next),
           next.firstChange && !next.firstChange->daily().isZero()
               ? tr("%1 mg").arg(wording::splitText(next.firstChange->split))
               : QString());
    addRow(*grid, tr("Largest step"), largestText(old), largestText(next), roundingRemark(plan, next));
    // Of a plan that goes on the tablets are counted up to its last dose, which never ends.
    const QString counted = next.supply.lastDoseDay ? wording::clinicalDate(*next.supply.lastDoseDay) : QString();
    addRow(*grid, tr("Ends"), endText(old), endText(next),
           next.ends && !counted.isEmpty() ? tr("last dose %1").arg(counted) : QString());
    addRow(*grid, tr("Tablets"), inForce ? supplyText(old.supply, inForce->plan.products) : none,
           supplyText(next.supply, plan.products),
           !next.supply.complete              ? tr("some doses cannot be made · DSP-2")
           : !next.ends && !counted.isEmpty() ? tr("until %1").arg(counted)
                                              : QString());
    addRow(*grid, tr("Next visit"), old.nextVisit ? wording::clinicalDateWithWeekday(*old.nextVisit) : none,
           next.nextVisit ? wording::clinicalDateWithWeekday(*next.nextVisit) : none,
           plan.kind() == core::PlanKind::taper ? tr("TAP-16") : tr("TIT-11"));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(3, 1);
    column->addLayout(grid);

    for (const core::Finding& finding : comparison.findings) {
        if (finding.action != core::Action::blockOverridable && finding.action != core::Action::hard)
            continue;
        auto* card = new FindingCard(finding, catalogue);
        if (finding.action == core::Action::blockOverridable) {
            card->askReason(true);
            card->setReason(m_draft.givenFor(finding));
            connect(card, &FindingCard::reasonEdited, this,
                    [this, finding](const QString& reason, const QString& secondName) {
                        m_draft.setReason(finding, {reason, secondName}, m_signer, m_now());
                        countAnswers();
                    });
        }
        connect(card, &FindingCard::ruleRequested, this, &FinishDialog::ruleRequested);
        connect(card, &FindingCard::stepRequested, this, [this](int step) {
            m_stepToShow = step;
            choose(Choice::back);
        });
        for (QPushButton* inCard : card->findChildren<QPushButton*>())
            inCard->setAutoDefault(false);
        column->addWidget(card);
    }

    if (draft.draft().basedOn || inForce) {
        m_reason->setText(QString::fromStdString(draft.draft().reason));
        column->addWidget(new Field(tr("&Reason for the change, kept with the new version"), m_reason));
    } else {
        m_reason->setParent(this);
        m_reason->hide();
    }
    column->addStretch(1);

    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    outer->addWidget(area, 1);

    m_count->setWordWrap(true);
    setTextKind(*m_count, TextKind::muted);
    outer->addWidget(m_count);
    outer->addWidget(m_note);

    auto* buttons = new QHBoxLayout;
    const auto button = [&](const QString& text, Choice choice) {
        auto* made = new QPushButton(text);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, [this, choice] { choose(choice); });
        return made;
    };
    auto* print = button(tr("Make it the plan and &print…"), Choice::makePlanAndPrint);
    makePrimary(*print);
    buttons->addWidget(button(tr("&Back"), Choice::back));
    buttons->addWidget(button(tr("&Keep as draft"), Choice::keepDraft));
    buttons->addStretch(1);
    buttons->addWidget(button(tr("&Make it the plan"), Choice::makePlan));
    buttons->addWidget(print);
    outer->addLayout(buttons);
    countAnswers();

    const int width = em(*this, 46);
    inside->setMinimumWidth(0);
    const int wanted =
        inside->layout()->hasHeightForWidth() ? inside->layout()->heightForWidth(width) : inside->sizeHint().height();
    const int room = screen() ? screen()->availableSize().height() * 9 / 10 : 900;
    resize(width, std::min(room, wanted + em(*this, 14)));
}

void FinishDialog::addRow(QGridLayout& grid, const QString& name, const QString& now, const QString& next,
                          const QString& remark) {
    const int row = grid.rowCount();
    const bool head = name.isEmpty();
    const auto cell = [&](const QString& text, int columnIndex, Qt::Alignment alignment, bool bold) {
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        label->setAlignment(alignment | Qt::AlignVCenter);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (head)
            setTextKind(*label, TextKind::caption);
        else if (columnIndex == 3)
            setTextKind(*label, TextKind::muted);
        else if (bold) {
            QFont font = label->font();
            font.setBold(true);
            label->setFont(font);
        }
        grid.addWidget(label, row, columnIndex);
    };
    // Wide enough that a dose does not part from its day.
    grid.setColumnMinimumWidth(2, fontMetrics().horizontalAdvance(QStringLiteral("Wed 09-Dec-2026: 17.5 mg/day")) * 11 /
                                      10);
    cell(name, 0, Qt::AlignLeft, false);
    cell(now, 1, Qt::AlignRight, false);
    cell(next, 2, Qt::AlignRight, true);
    cell(remark, 3, Qt::AlignLeft, false);
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    grid.addWidget(line, row + 1, 0, 1, 4);
}

// Every reason is there, and what is left is a second name.
bool FinishDialog::secondNameOwed(const std::vector<core::Finding>& owed) const {
    return std::ranges::all_of(owed, [this](const core::Finding& finding) {
        return core::secondNameFor(finding) != core::SecondName::none && !m_draft.reasonFor(finding).isEmpty();
    });
}

void FinishDialog::countAnswers() {
    int given = 0;
    int cautions = 0;
    int informations = 0;
    for (const core::Finding& finding : m_draft.view().findings) {
        given += finding.action == core::Action::blockOverridable && !m_draft.reasonFor(finding).isEmpty() ? 1 : 0;
        cautions += finding.action == core::Action::warn ? 1 : 0;
        informations += finding.action < core::Action::warn ? 1 : 0;
    }
    const auto owed = static_cast<int>(m_draft.owed().size());
    const auto counted = [](int count, const QString& one, const QString& many) {
        return count == 1 ? one : many.arg(count);
    };
    QStringList parts;
    if (owed > 0)
        parts << counted(owed, tr("1 reason still to give"), tr("%1 reasons still to give"));
    parts << counted(given, tr("1 reason given"), tr("%1 reasons given"))
          << counted(cautions, tr("1 caution seen"), tr("%1 cautions seen"))
          << tr("%1 for information").arg(informations);
    QString text = parts.join(QStringLiteral(" · ")) + QLatin1Char('.');
    if (m_replaces)
        text +=
            QLatin1Char(' ') + tr("Sheets printed from the plan in force are then out of date; new ones will say so.");
    m_count->setText(text);
    m_note->clear();
}

void FinishDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (qobject_cast<QLineEdit*>(focusWidget()))
            focusNextChild();
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

QString FinishDialog::reasonForChange() const {
    return m_reason->text().trimmed();
}

void FinishDialog::choose(Choice choice) {
    const bool activates = choice == Choice::makePlan || choice == Choice::makePlanAndPrint;
    if (activates) {
        const std::vector<core::Finding> owed = m_draft.owed();
        const bool forbidden = std::ranges::any_of(
            owed, [](const core::Finding& finding) { return finding.action == core::Action::hard; });
        if (forbidden) {
            m_note->set(Tone::critical, tr("A limit that cannot be overridden is crossed. Change the plan first."));
            return;
        }
        if (!owed.empty()) {
            m_note->set(Tone::critical,
                        secondNameOwed(owed)
                            ? tr("Write the second name beside the reason: another person than you stands behind it.")
                            : tr("Write the reason for each red check: it is kept with the plan, with your name and "
                                 "the time."));
            return;
        }
        if (m_reason->isVisibleTo(this) && reasonForChange().isEmpty()) {
            m_note->set(Tone::critical, tr("Write why the plan is changed: it is kept with the new version (DAT-3)."));
            m_reason->setFocus();
            return;
        }
    }
    m_choice = choice;
    choice == Choice::back ? reject() : accept();
}

} // namespace lento::gui
