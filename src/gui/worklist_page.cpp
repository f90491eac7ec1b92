#include "gui/worklist_page.h"

#include "app/session.h"
#include "gui/card.h"
#include "gui/clinic_figure_cards.h"
#include "gui/clinic_print_flow.h"
#include "gui/dialog_host.h"
#include "gui/put_off_dialog.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "gui/worklist_model.h"
#include "gui/worklist_table.h"
#include "wording/due_words.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSemaphore>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

enum Filter { everything, notComing };

// The dark bar of a place that shows more than one patient: a heading, never somebody's name.
class HeadBar : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens(palette()).banner); }
};

QString who(const app::WorklistEntry& entry) {
    core::Identity identity;
    identity.surname = entry.surname;
    identity.given = entry.given;
    return wording::nameText(identity);
}

} // namespace

WorklistPage::WorklistPage(const Workplace& workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_title(new QLabel)
    , m_figures(new ClinicFigureCards)
    , m_filter(new SegmentedControl(tr("Shown"), {{everything, tr("All"), {}}, {notComing, tr("Due now"), {}}}))
    , m_model(new WorklistModel(this))
    , m_table(new WorklistTable(*m_model))
    , m_nothing(new QLabel)
    , m_said(new QLabel)
    , m_undo(new QPushButton(tr("&Take back")))
    , m_print(new QPushButton(tr("Print fi&gures…"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(makeHead());
    auto* page = new QVBoxLayout;
    page->setContentsMargins(em(*this, 1), em(*this, 1), em(*this, 1), em(*this, 1));
    page->setSpacing(em(*this, 0.8));
    page->addWidget(m_figures);
    page->addWidget(makeTable(), 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_filter);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    setTextKind(*m_said, TextKind::muted);
    foot->addWidget(m_said, 1);
    foot->addWidget(m_undo);
    foot->addWidget(m_print);
    page->addLayout(foot);
    outer->addLayout(page, 1);

    m_filter->setValue(everything);
    connect(m_filter, &SegmentedControl::valueChanged, this, &WorklistPage::showList);
    connect(m_undo, &QPushButton::clicked, this, &WorklistPage::takeBack);
    connect(m_print, &QPushButton::clicked, this, &WorklistPage::printFigures);
    connect(m_table, &WorklistTable::openAsked, this, &WorklistPage::openCurrent);
    connect(m_table, &WorklistTable::doneAsked, this, &WorklistPage::markCurrentDone);
    connect(m_table, &WorklistTable::laterAsked, this, &WorklistPage::putCurrentOff);
    m_undo->setEnabled(false);
    m_model->setCanMark(!workplace.session.isReadOnly());
    showFigures();
    showHead({});
}

WorklistPage::~WorklistPage() {
    finishReading();
}

QWidget* WorklistPage::makeHead() {
    auto* bar = new HeadBar(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    setTextKind(*m_title, TextKind::title);
    auto* layout = new QVBoxLayout(bar);
    layout->setContentsMargins(em(*this, 1), em(*this, 0.8), em(*this, 1), em(*this, 0.8));
    layout->addWidget(m_title);
    return bar;
}

QWidget* WorklistPage::makeTable() {
    auto* card = new Card;
    card->setFlush(true);
    card->body()->addWidget(m_table, 1);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    setTextKind(*m_nothing, TextKind::muted);
    card->body()->addWidget(m_nothing, 1);
    m_table->hide();
    m_nothing->setText(tr("Reading the patients’ plans…"));
    return card;
}

void WorklistPage::load() {
    finishReading();
    m_reading = std::make_shared<QSemaphore>();
    const app::Session* session = &m_workplace.session;
    // A copy: the clinic may change while this is read.
    auto catalogue = std::make_shared<const content::Catalogue>(m_workplace.catalogue);
    m_task = app::startTask<app::Worklist>(
        this,
        [session, catalogue, done = m_reading](app::TaskMonitor& monitor) {
            core::Result<app::Worklist> read = app::loadWorklist(*session, *catalogue, &monitor);
            done->release();
            return read;
        },
        [this, mine = m_reading](core::Result<app::Worklist> read) {
            if (mine != m_reading)
                return;
            m_reading.reset();
            if (read) {
                m_worklist = *std::move(read);
                showList();
                showFigures();
            } else {
                m_table->hide();
                m_nothing->show();
                m_nothing->setText(wording::sentence(read.error()));
            }
            Q_EMIT listRead();
        });
}

// The worker reads through the session: it must not outlive it.
void WorklistPage::finishReading() {
    if (!m_reading)
        return;
    m_task->cancel();
    m_reading->acquire();
    m_reading.reset();
}

void WorklistPage::follow(const app::ChangeSet& changes) {
    if (changes.operation() == app::Operation::printDocument && changes.patient().isNull())
        return; // the figures on paper change nothing that is listed
    // A reader on its way may have passed the patient who changed; and some changes concern everybody.
    if (!m_worklist || changes.patient().isNull()) {
        load();
        return;
    }
    if (!isVisible()) {
        m_stale.insert(QString::fromStdString(changes.patient().text()));
        return;
    }
    refresh(changes.patient());
    showList();
    showFigures();
}

void WorklistPage::refresh(const core::PatientId& patient) {
    const core::Result<void> done = app::refreshWork(m_workplace.session, m_workplace.catalogue, patient, *m_worklist);
    if (!done)
        m_said->setText(wording::sentence(done.error()));
}

void WorklistPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale.isEmpty() || !m_worklist)
        return;
    for (const QString& patient : std::as_const(m_stale))
        refresh(core::PatientId(patient.toStdString()));
    m_stale.clear();
    showList();
    showFigures();
}

void WorklistPage::showHead(const std::vector<app::WorklistEntry>& all) {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tokens(palette()).onBanner);
    m_title->setPalette(colours);
    const QString day = wording::clinicalDateWithWeekday(m_workplace.today());
    if (!m_worklist) {
        m_title->setText(day);
        return;
    }
    int count[3] = {};
    for (const app::WorklistEntry& entry : all)
        ++count[static_cast<std::size_t>(entry.item.urgency)];
    m_title->setText(
        tr("%1 · %2 urgent, %3 due, %4 coming")
            .arg(day, wording::countText(count[0]), wording::countText(count[1]), wording::countText(count[2])));
}

void WorklistPage::showFigures() {
    m_figures->show(m_worklist ? std::optional(m_worklist->figures()) : std::nullopt);
    // A sheet that cannot be recorded is not printed.
    m_print->setEnabled(m_worklist && !m_workplace.session.isReadOnly());
}

void WorklistPage::showList() {
    if (!m_worklist)
        return;
    std::vector<app::WorklistEntry> entries = m_worklist->entries();
    showHead(entries);
    std::optional<app::WorklistEntry> next;
    for (const app::WorklistEntry& entry : entries)
        if (entry.item.urgency == core::Urgency::coming && (!next || entry.item.due < next->item.due))
            next = entry;
    if (m_filter->value() == notComing)
        std::erase_if(entries, [](const auto& entry) { return entry.item.urgency == core::Urgency::coming; });

    const bool nothing = entries.empty();
    m_table->setEntries(std::move(entries), m_workplace.today());
    m_table->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    if (nothing)
        m_nothing->setText(
            next ? tr("Nothing is due. Next: %1, %2, %3.")
                       .arg(wording::clinicalDateWithWeekday(next->item.due), who(*next), wording::dueToDo(next->item))
                 : tr("Nothing is due, and nothing is coming within the next days."));
}

void WorklistPage::openCurrent() {
    const auto entry = m_table->current();
    if (!entry)
        return;
    Q_EMIT patientChosen(entry->patient);
    using core::DueKind;
    const DueKind kind = entry->item.kind;
    if (kind == DueKind::pumpRefill || kind == DueKind::pumpUnassessed || kind == DueKind::pumpReplacement)
        Q_EMIT pumpRequested();
}

// ITB-22: no mark stands for a refill.
void WorklistPage::sayEnterFirst() {
    m_said->setText(tr("This stays until the fill and the setting are entered on the patient's Pump page."));
    m_lastMarked.reset();
    m_undo->setEnabled(false);
}

void WorklistPage::markCurrentDone() {
    const auto entry = m_table->current();
    if (!entry || m_workplace.session.isReadOnly())
        return;
    if (entry->item.staysUntilEntered()) {
        sayEnterFirst();
        return;
    }
    marked(*entry, tr("Done: %1, %2.").arg(who(*entry), wording::dueToDo(entry->item)),
           app::markDone(m_workplace.session, entry->patient, entry->item));
}

void WorklistPage::putCurrentOff() {
    const auto entry = m_table->current();
    if (!entry || m_workplace.session.isReadOnly())
        return;
    if (entry->item.staysUntilEntered()) {
        sayEnterFirst();
        return;
    }
    PutOffDialog dialog(tr("%1, %2").arg(who(*entry), wording::dueToDo(entry->item)), m_workplace.today(), this);
    if (m_workplace.dialogs.run(dialog) != QDialog::Accepted)
        return;
    marked(
        *entry,
        tr("Until %1: %2, %3.").arg(wording::clinicalDate(dialog.until()), who(*entry), wording::dueToDo(entry->item)),
        app::putOff(m_workplace.session, entry->patient, entry->item, dialog.until()));
}

void WorklistPage::marked(const app::WorklistEntry& entry, const QString& words, const core::Result<void>& done) {
    if (!done) {
        m_workplace.dialogs.tell(this, done.error());
        return;
    }
    m_lastMarked = entry;
    m_said->setText(words);
    m_undo->setEnabled(true);
}

void WorklistPage::takeBack() {
    if (!m_lastMarked)
        return;
    const core::Result<void> done = app::unmark(m_workplace.session, m_lastMarked->patient, m_lastMarked->item);
    if (!done) {
        m_workplace.dialogs.tell(this, done.error());
        return;
    }
    m_said->setText(tr("Taken back: %1, %2.").arg(who(*m_lastMarked), wording::dueToDo(m_lastMarked->item)));
    m_lastMarked.reset();
    m_undo->setEnabled(false);
    m_table->setFocus();
}

void WorklistPage::printFigures() {
    if (m_worklist)
        printClinicFigures(m_workplace, m_worklist->figures(), this);
}

} // namespace lento::gui
