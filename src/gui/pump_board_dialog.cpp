#include "gui/pump_board_dialog.h"

#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace lento::gui {

PumpBoardDialog::PumpBoardDialog(const Workplace& workplace, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Pumps"));
    auto* heading = new QLabel(tr("All pumps, by days left until the refill"), this);
    setTextKind(*heading, TextKind::title);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(heading);

    auto board = app::pumpBoard(workplace.session, workplace.catalogue);
    auto* words = new QLabel(this);
    words->setWordWrap(true);
    setTextKind(*words, TextKind::muted);
    layout->addWidget(words);
    if (board)
        m_rows = std::move(*board);
    words->setText(!board ? wording::sentence(board.error())
                   : m_rows.empty()
                       ? tr("No patient of this clinic has a pump. An implant is recorded on the patient's "
                            "Pump page.")
                       : QString());
    words->setVisible(!words->text().isEmpty());

    auto* model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Patient"), tr("Born"), tr("Refill"), tr("Refill by"), tr("Alarm date"),
                                      tr("Dose"), tr("Left"), tr("Model")});
    const Tokens& t = tokens(palette());
    for (const app::PumpBoardRow& row : m_rows) {
        core::Identity identity;
        identity.surname = row.surname;
        identity.given = row.given;
        QStringList texts{wording::nameText(identity), wording::clinicalDate(row.birthDate)};
        Tone tone = Tone::neutral;
        if (row.status) {
            const core::PumpStatus& now = *row.status;
            texts << wording::refillBadge(now.refill, now.urgency, workplace.today())
                  << wording::clinicalDateWithWeekday(now.refill.refillBy) << wording::clinicalDate(now.refill.alarm)
                  << wording::microgramsPerDayText(now.setting.daily) << wording::reservoirText(now.left)
                  << wording::pumpModelText(now.implant.model);
            tone = now.daysLeft < 0                            ? Tone::critical
                   : now.urgency == core::RefillUrgency::later ? Tone::neutral
                                                               : Tone::caution;
        } else {
            texts << tr("Not assessed: enter fill and setting") << QString() << QString() << QString() << QString()
                  << QString();
            tone = Tone::critical;
        }
        QList<QStandardItem*> items;
        for (const QString& text : texts) {
            auto* item = new QStandardItem(text);
            item->setEditable(false);
            if (tone != Tone::neutral) {
                item->setBackground(t.tone(tone).wash);
                item->setForeground(t.tone(tone).text);
            }
            items << item;
        }
        model->appendRow(items);
    }
    auto* table = new QTableView(this);
    table->setModel(model);
    table->setAccessibleName(tr("Pumps by days left"));
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(em(*this, 1.9));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->resizeColumnsToContents();
    table->setVisible(!m_rows.empty());
    layout->addWidget(table, 1);
    if (m_rows.empty())
        layout->addStretch(1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* open = buttons->addButton(tr("&Open patient"), QDialogButtonBox::ActionRole);
    open->setEnabled(!m_rows.empty());
    makePrimary(*open);
    connect(open, &QPushButton::clicked, this, [this, table, model] {
        // Whoever chose nobody means the first: that pump has waited longest.
        choose(table->currentIndex().isValid() ? table->currentIndex() : model->index(0, 0));
    });
    connect(table, &QTableView::activated, this, &PumpBoardDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(em(*this, 60), em(*this, 26));
}

void PumpBoardDialog::choose(const QModelIndex& index) {
    if (!index.isValid())
        return;
    m_chosen = m_rows[static_cast<std::size_t>(index.row())].patient;
    accept();
}

} // namespace lento::gui
