#include "gui/day_view.h"

#include "core/dispense.h"
#include "gui/calendar_delegate.h"
#include "gui/card.h"
#include "gui/dose_edit.h"
#include "gui/field_note.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lento::gui {

DayView::DayView(QWidget* parent)
    : QWidget(parent)
    , m_date(new QLabel)
    , m_summary(new QLabel)
    , m_otherRow(new QWidget)
    , m_otherDose(new DoseEdit)
    , m_otherNote(new FieldNote(*m_otherDose))
    , m_note(new QLineEdit)
    , m_why(new QLabel)
    , m_advice(new QLabel)
    , m_concentration(new QPushButton(tr("Co&ncentration over the day…"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card;
    outer->addWidget(card);
    outer->addStretch(1);

    setTextKind(*m_date, TextKind::title);
    setTextKind(*m_summary, TextKind::value);
    setTextKind(*m_why, TextKind::muted);
    m_why->setWordWrap(true);
    card->body()->addWidget(m_date);
    card->body()->addWidget(m_summary);
    card->body()->addWidget(m_why);

    for (int i = 0; i < core::mostDosesPerDay; ++i) {
        const auto part = static_cast<core::DayPart>(i);
        PartRow& row = m_parts[static_cast<std::size_t>(i)];
        row.row = new QWidget;
        auto* line = new QHBoxLayout(row.row);
        line->setContentsMargins(0, 0, 0, 0);
        row.name = new QLabel(wording::dayPartText(part));
        row.name->setMinimumWidth(em(*this, 6));
        row.dose = new QLabel;
        row.dose->setMinimumWidth(em(*this, 5));
        setTextKind(*row.dose, TextKind::heading);
        row.pieces = new QLabel;
        setTextKind(*row.pieces, TextKind::muted);
        row.taken =
            new SegmentedControl(tr("%1 dose").arg(wording::dayPartText(part)),
                                 {{static_cast<int>(core::Taken::taken), tr("Taken"), {}},
                                  {static_cast<int>(core::Taken::missed), tr("Missed"), {}},
                                  {static_cast<int>(core::Taken::other), tr("Other"), tr("Took another dose")}});
        row.taken->setClearable(true);
        connect(row.taken, &SegmentedControl::valueChanged, this, &DayView::send);
        line->addWidget(row.name);
        line->addWidget(row.dose);
        line->addWidget(row.pieces, 1);
        line->addWidget(row.taken);
        row.row->setMaximumWidth(em(*this, 44)); // the marks stay beside what they mark
        card->body()->addWidget(row.row);
    }

    m_advice->setWordWrap(true);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->hide();
    card->body()->addWidget(m_advice);

    makeLink(*m_concentration);
    connect(m_concentration, &QPushButton::clicked, this, &DayView::concentrationRequested);
    card->body()->addWidget(m_concentration, 0, Qt::AlignLeft);

    auto* other = new QGridLayout(m_otherRow);
    other->setContentsMargins(0, 0, 0, 0);
    auto* otherLabel = new QLabel(tr("Taken &instead, in all"));
    otherLabel->setBuddy(m_otherDose);
    m_otherDose->setAccessibleName(tr("Dose taken instead, in all"));
    other->addWidget(otherLabel, 0, 0);
    other->addWidget(m_otherDose, 0, 1);
    other->addWidget(m_otherNote, 1, 1);
    other->setColumnStretch(2, 1);
    connect(m_otherDose, &TypedEdit::valueCommitted, this, &DayView::send);
    card->body()->addWidget(m_otherRow);

    auto* noteLabel = new QLabel(tr("Note of the da&y"));
    noteLabel->setBuddy(m_note);
    m_note->setAccessibleName(tr("Note of the day"));
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        if (m_note->text().toStdString() != m_day.diary.note)
            send();
    });
    card->body()->addWidget(noteLabel);
    card->body()->addWidget(m_note);
}

void DayView::setDay(const CalendarDay& day, const core::ProductSet* products) {
    m_day = day;
    m_date->setText(wording::clinicalDateWithWeekday(day.on));
    const bool hasDose = day.dose && !day.dose->daily.isZero();
    if (!day.dose)
        m_summary->setText(day.pumpAlone && day.pump ? tr("pump %1").arg(wording::microgramsPerDayText(*day.pump))
                           : day.pumpAlone           ? tr("pump dose not assessed")
                                                     : tr("no plan"));
    else {
        const QString glyph = changeGlyph(day.dose->change);
        m_summary->setText((glyph.isEmpty() ? QString() : glyph + QLatin1Char(' ')) +
                           (hasDose ? wording::dailyText(day.dose->daily) : tr("no tablets")));
    }

    m_concentration->setVisible(hasDose);

    const bool future = !day.past && !day.today;
    QStringList why;
    if (!day.dose && !day.pumpAlone)
        why << tr("No plan covers this day.");
    if (day.dose && day.dose->onlyAfterReview)
        why << tr("This step starts only after the review (TIT-17).");
    if (future && day.dose)
        why << tr("Doses are marked on the day or afterwards.");
    if (day.pump && !day.pumpAlone)
        why << tr("The pump is set to %1.").arg(wording::microgramsPerDayText(*day.pump));
    if (!day.pump && day.pumpAlone)
        why << tr("No fill of the pump that lasts to this day is recorded.");
    if (!day.events.isEmpty())
        why << tr("On this day: %1.").arg(day.events.join(QStringLiteral(", ")));
    m_why->setText(why.join(QLatin1Char(' ')));
    m_why->setVisible(!why.isEmpty());

    bool other = false;
    for (int i = 0; i < core::mostDosesPerDay; ++i) {
        const PartRow& row = m_parts[static_cast<std::size_t>(i)];
        const core::OralDose dose = day.dose ? day.dose->split.at(static_cast<core::DayPart>(i)) : core::OralDose();
        row.row->setVisible(!dose.isZero());
        row.taken->setEnabled(!future);
        row.dose->setText(wording::doseText(dose));
        const core::Taken taken = day.diary.parts[static_cast<std::size_t>(i)];
        row.taken->setValue(taken == core::Taken::notMarked ? std::nullopt : std::optional(static_cast<int>(taken)));
        other = other || taken == core::Taken::other;
        QString pieces;
        if (products && products->hasProducts() && !dose.isZero())
            if (const auto found = core::dispense(dose, *products))
                pieces = wording::piecesText(*found, *products);
        row.pieces->setText(pieces);
    }
    m_otherRow->setVisible(other);
    m_otherDose->setValue(day.diary.otherDose);
    m_note->setText(QString::fromStdString(day.diary.note));
    m_note->setEnabled(!future);
}

void DayView::setAdvice(const QString& words) {
    m_advice->setText(words);
    m_advice->setVisible(!words.isEmpty());
}

void DayView::keep() {
    if (m_otherDose->isVisibleTo(this) && !m_otherDose->problem().isEmpty())
        return; // its words stand below it
    if (m_note->text().toStdString() != m_day.diary.note || m_otherDose->value() != m_day.diary.otherDose)
        send();
}

void DayView::send() {
    core::DiaryDay day = m_day.diary;
    bool other = false;
    for (int i = 0; i < core::mostDosesPerDay; ++i) {
        const std::optional<int> value = m_parts[static_cast<std::size_t>(i)].taken->value();
        core::Taken& taken = day.parts[static_cast<std::size_t>(i)];
        taken = value ? static_cast<core::Taken>(*value) : core::Taken::notMarked;
        other = other || taken == core::Taken::other;
    }
    m_otherRow->setVisible(other);
    day.otherDose.reset();
    if (other) {
        if (!m_otherDose->check())
            return; // its words stand below the field; nothing is stored until it can be read
        day.otherDose = m_otherDose->value();
    }
    day.note = m_note->text().toStdString();
    if (day != m_day.diary)
        Q_EMIT marked(day);
}

} // namespace lento::gui
