#include "gui/first_start_page.h"

#include "gui/card.h"
#include "gui/field_note.h"
#include "gui/theme.h"
#include "wording/messages.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace lento::gui {

FirstStartPage::FirstStartPage(QWidget* parent)
    : QWidget(parent)
    , m_new(new QPushButton(tr("&New clinic…"), this))
    , m_open(new QPushButton(tr("&Open…"), this))
    , m_demo(new QPushButton(tr("&Demo clinic"), this))
    , m_busy(new QWidget(this))
    , m_busyText(new QLabel(m_busy))
    , m_progress(new QProgressBar(m_busy))
    , m_cancel(new QPushButton(tr("Cancel"), m_busy))
    , m_note(new FieldNote(this))
    , m_readOnly(new QPushButton(tr("Open it for reading &only"), this)) {
    const int unit = em(*this, 1.0);
    auto* name = new QLabel(tr("Lento"), this);
    QFont large = textFont(*this, TextKind::title);
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * 1.9);
    name->setFont(large);
    name->setAlignment(Qt::AlignCenter);
    auto* motto = new QLabel(tr("Start low, go slow, and never stop suddenly."), this);
    motto->setAlignment(Qt::AlignCenter);
    setTextKind(*motto, TextKind::muted);

    auto* cards = new QHBoxLayout;
    cards->setSpacing(unit);
    cards->addWidget(makeCard(tr("Set up your clinic"), tr("One file on this computer. Takes two minutes."), m_new), 1);
    cards->addWidget(makeCard(tr("Open a clinic"), tr("A clinic file you already have."), m_open), 1);
    cards->addWidget(makeCard(tr("Look around first"),
                              tr("40 invented patients: titrations, tapers, visits and their scores."), m_demo),
                     1);
    makePrimary(*m_new);

    auto* busyLayout = new QHBoxLayout(m_busy);
    busyLayout->setContentsMargins(0, 0, 0, 0);
    busyLayout->addWidget(m_busyText);
    busyLayout->addWidget(m_progress, 1);
    busyLayout->addWidget(m_cancel);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    connect(m_cancel, &QPushButton::clicked, this, &FirstStartPage::cancelRequested);
    m_busy->hide();
    m_readOnly->hide();
    connect(m_readOnly, &QPushButton::clicked, this, [this] { Q_EMIT readOnlyRequested(m_readable); });

    auto* purpose = new QLabel(
        tr("Decision support for qualified prescribers. Not a certified medical device. Every rule shows its source."),
        this);
    purpose->setAlignment(Qt::AlignCenter);
    purpose->setWordWrap(true);
    setTextKind(*purpose, TextKind::small);

    auto* column = new QVBoxLayout;
    column->setSpacing(unit);
    column->addWidget(name);
    column->addWidget(motto);
    column->addSpacing(unit / 2);
    column->addLayout(cards);
    column->addWidget(m_note);
    column->addWidget(m_readOnly, 0, Qt::AlignLeft);
    column->addWidget(m_busy);
    column->addSpacing(unit / 2);
    column->addWidget(purpose);

    auto* layout = new QGridLayout(this);
    layout->setRowStretch(0, 1);
    layout->setRowStretch(2, 1);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 6);
    layout->setColumnStretch(2, 1);
    auto* middle = new QWidget(this);
    middle->setLayout(column);
    middle->setMaximumWidth(unit * 48);
    layout->addWidget(middle, 1, 1);

    connect(m_new, &QPushButton::clicked, this, &FirstStartPage::newClinicRequested);
    connect(m_open, &QPushButton::clicked, this, &FirstStartPage::openRequested);
    connect(m_demo, &QPushButton::clicked, this, &FirstStartPage::demoRequested);
}

QWidget* FirstStartPage::makeCard(const QString& title, const QString& text, QPushButton* button) {
    auto* card = new Card(title, this);
    auto* words = new QLabel(text, card);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    setTextKind(*words, TextKind::muted);
    card->body()->addWidget(words, 1, Qt::AlignTop);
    card->body()->addSpacing(em(*this, 0.5));
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    card->setMinimumWidth(em(*this, 12));
    card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return card;
}

void FirstStartPage::showProblem(const core::Error& error, const QString& readable) {
    m_note->set(Tone::critical, wording::sentence(error));
    m_readable = readable;
    m_readOnly->setVisible(!readable.isEmpty());
}

void FirstStartPage::clearProblem() {
    m_note->clear();
    m_readOnly->hide();
}

QString FirstStartPage::problem() const {
    return m_note->text();
}

void FirstStartPage::showBusy(const QString& what) {
    m_busyText->setText(what);
    m_progress->setRange(0, 0);
    m_busy->show();
    for (QPushButton* button : {m_new, m_open, m_demo})
        button->setEnabled(false);
    m_cancel->setFocus();
}

void FirstStartPage::setProgress(int done, int total) {
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void FirstStartPage::showIdle() {
    m_busy->hide();
    for (QPushButton* button : {m_new, m_open, m_demo})
        button->setEnabled(true);
}

} // namespace lento::gui
