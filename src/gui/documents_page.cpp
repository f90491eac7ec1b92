#include "gui/documents_page.h"

#include "gui/card.h"
#include "gui/dialog_host.h"
#include "gui/print_flow.h"
#include "gui/print_time.h"
#include "gui/row_table.h"
#include "gui/theme.h"
#include "report/report_registry.h"
#include "wording/doc_locale.h"
#include "wording/quantities.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

QString kindText(const std::string& kind) {
    return report::reportTitle(kind, wording::DocLocale());
}

QString destinationText(const std::string& destination) {
    if (destination == "printer")
        return DocumentsPage::tr("printed");
    if (destination == "pdf")
        return DocumentsPage::tr("PDF");
    return QString::fromStdString(destination);
}

} // namespace

DocumentsPage::DocumentsPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent)
    , m_rows(new QStandardItemModel(this))
    , m_table(new QTableView)
    , m_either(new QStackedWidget)
    , m_again(new QPushButton(tr("Print a&gain…"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(em(*this, 1), em(*this, 1), em(*this, 1), em(*this, 1));

    m_table->setModel(m_rows);
    setUpRowTable(*m_table, tr("Documents, newest first"));
    m_table->verticalHeader()->setDefaultSectionSize(em(*this, 1.9));
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto* empty = new QLabel(
        tr("Nothing has been printed yet. Each calendar and step table is kept here with the plan it shows, and can be "
           "printed again exactly."));
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    setTextKind(*empty, TextKind::muted);
    m_either->addWidget(empty);
    m_either->addWidget(m_table);
    auto* card = new Card;
    card->setFlush(true);
    card->body()->addWidget(m_either);
    outer->addWidget(card, 1);

    auto* buttons = new QHBoxLayout;
    auto* print = new QPushButton(tr("&Print calendar…"));
    makePrimary(*print);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(print);
    outer->addLayout(buttons);
    connect(print, &QPushButton::clicked, this, &PatientPage::printRequested);
    connect(m_again, &QPushButton::clicked, this, &DocumentsPage::printSelectedAgain);
    connect(m_table, &QTableView::activated, this, &DocumentsPage::printSelectedAgain);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DocumentsPage::arrange);
}

int DocumentsPage::count() const {
    return static_cast<int>(m_prints.size());
}

QString DocumentsPage::planText(const app::Print& print) const {
    // A card or a paper of the pump shows no plan; a plan's sheet without a revision was a draft's.
    if (!print.revision)
        return report::findReport(print.kind) ? tr("draft") : tr("none");
    const auto found = std::ranges::find(m_record->revisions, *print.revision, &core::Revision::id);
    if (found == m_record->revisions.end())
        return {};
    const QString name = tr("plan %1, version %2").arg(found->planNumber).arg(found->version);
    return found->status == core::RevisionStatus::active ? name : tr("%1 · out of date").arg(name);
}

void DocumentsPage::setRecord(RecordPointer record) {
    m_record = std::move(record);
    core::Result<std::vector<app::Print>> stored = app::prints(workplace().session, m_record->patient.id);
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels(
        {tr("When"), tr("Document"), tr("Plan"), tr("Pages"), tr("Paper"), tr("Language"), tr("To"), tr("By")});
    m_prints.clear();
    if (!stored) {
        workplace().dialogs.tell(this, stored.error());
    } else {
        m_prints = *std::move(stored);
        for (const app::Print& print : m_prints) {
            QList<QStandardItem*> row;
            for (const QString& text :
                 {whenText(print.printedAt), kindText(print.kind), planText(print), QString::number(print.pages),
                  QString::fromStdString(print.paper), QString::fromStdString(print.language),
                  destinationText(print.destination), QString::fromStdString(print.printedBy)})
                row << new QStandardItem(text);
            m_rows->appendRow(row);
        }
    }
    m_table->resizeColumnsToContents();
    m_either->setCurrentIndex(m_prints.empty() ? 0 : 1);
    if (!m_prints.empty())
        m_table->selectRow(0);
    arrange();
}

void DocumentsPage::arrange() {
    m_again->setEnabled(m_table->currentIndex().isValid());
}

void DocumentsPage::printSelectedAgain() {
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    // A copy: printing adds a row and the list is read anew.
    const app::Print print = m_prints[static_cast<std::size_t>(index.row())];
    if (printAgain(workplace(), print, this))
        Q_EMIT recordChanged();
}

} // namespace lento::gui
