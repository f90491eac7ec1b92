#include "gui/products_page.h"

#include "app/clinic_settings.h"
#include "gui/card.h"
#include "gui/clinic_edits.h"
#include "gui/dialog_host.h"
#include "gui/product_dialog.h"
#include "gui/row_table.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

// The tick stands before the name of the product.
enum Column { productColumn, piecesColumn, fromColumn, columnCount };

QString piecesText(const core::Product& product) {
    switch (product.form) {
    case core::ProductForm::tablet:
        return product.halvesAllowed ? ProductsPage::tr("whole and half") : ProductsPage::tr("whole");
    case core::ProductForm::granules:
        return ProductsPage::tr("whole packets");
    case core::ProductForm::liquid:
        return ProductsPage::tr("steps of %1").arg(wording::volumeText(product.grid));
    case core::ProductForm::intrathecal:
        break;
    }
    return {};
}

QString labelsText(const core::Product& product, const content::Catalogue& catalogue) {
    QStringList names;
    for (const core::Region region : product.regions)
        names << wording::regionText(region);
    const QString text = ProductsPage::tr("label: %1").arg(names.join(QStringLiteral("; ")));
    QStringList uses;
    for (const std::string& code : catalogue.onlyFor(product.id))
        uses << QString::fromStdString(core::indicationNamed(catalogue.indications(), code)->name).toLower();
    return uses.isEmpty() ? text : ProductsPage::tr("%1; only for %2").arg(text, uses.join(QStringLiteral(", ")));
}

// "2026-11-22T09:30:00.000Z" as the day of it.
QString dayText(const std::string& instant) {
    const core::Result<core::Date> day = core::Date::fromIso(std::string_view(instant).substr(0, 10));
    return day ? wording::clinicalDate(*day) : QString();
}

} // namespace

ProductsPage::ProductsPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent)
    : SettingsPage(parent)
    , m_workplace(workplace)
    , m_edits(edits)
    , m_table(new QTableWidget(0, columnCount))
    , m_none(new QLabel)
    , m_add(new QPushButton(tr("&Add a product…")))
    , m_edit(new QPushButton(tr("E&dit…")))
    , m_retire(new QPushButton(tr("&Retire"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, em(*this, 0.5), 0);
    auto* card = new Card(tr("What new plans are offered"));
    auto* words =
        new QLabel(tr("Tick what your pharmacy has. Plans that hold another product keep it; nothing that is not "
                      "ticked is proposed (FRM-1)."));
    words->setWordWrap(true);
    setTextKind(*words, TextKind::muted);
    card->body()->addWidget(words);

    setUpRowTable(*m_table, tr("Products"));
    m_table->setHorizontalHeaderLabels({tr("Offered product"), tr("Pieces"), tr("From")});
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(productColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(piecesColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(fromColumn, QHeaderView::Stretch);
    m_table->setMinimumHeight(em(*this, 14));
    card->body()->addWidget(m_table, 1);
    m_none->setWordWrap(true);
    setTextKind(*m_none, TextKind::muted);
    card->body()->addWidget(m_none);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_retire);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    column->addWidget(card, 1);

    connect(m_add, &QPushButton::clicked, this, &ProductsPage::addProduct);
    connect(m_edit, &QPushButton::clicked, this, &ProductsPage::editProduct);
    connect(m_retire, &QPushButton::clicked, this, &ProductsPage::retireProduct);
    connect(m_table, &QTableWidget::currentCellChanged, this, &ProductsPage::followSelection);
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        if (m_filling || item->column() != productColumn)
            return;
        m_rows[static_cast<std::size_t>(item->row())].chosen = item->checkState() == Qt::Checked;
        fill();
        Q_EMIT edited();
    });
    // Another region offers other products, where the clinic has chosen nothing.
    connect(&edits, &ClinicEdits::changed, this, &ProductsPage::fill);
    read();
    fill();
}

QString ProductsPage::title() const {
    return tr("Products");
}

void ProductsPage::read() {
    m_rows.clear();
    const auto choices = app::productChoices(m_workplace.session);
    const auto own = app::clinicProducts(m_workplace.session);
    if (!choices || !own) {
        m_workplace.dialogs.tell(this, choices ? own.error() : choices.error());
        return;
    }
    m_choices = *choices;
    const auto chosen = [this](const std::string& id) -> std::optional<bool> {
        const auto found = std::ranges::find(m_choices, id, &core::ProductChoice::product);
        return found == m_choices.end() ? std::nullopt : std::optional(found->offered);
    };
    const content::Catalogue shipped = m_workplace.catalogue.with({});
    for (const core::Product& product : shipped.products()) {
        if (product.form == core::ProductForm::intrathecal)
            continue;
        Row row;
        row.product = product;
        row.chosen = row.chosenBefore = chosen(product.id);
        m_rows.push_back(std::move(row));
    }
    for (const core::ClinicProduct& product : *own) {
        Row row;
        row.product = product.product;
        row.stored = row.own = product;
        row.isOwn = true;
        row.isInUse = app::isProductInUse(m_workplace.session, product.product.id).value_or(true);
        row.chosen = row.chosenBefore = chosen(product.product.id);
        m_rows.push_back(std::move(row));
    }
}

bool ProductsPage::isOffered(const Row& row) const {
    if (row.isRetired() || row.removes)
        return false;
    if (row.chosen)
        return *row.chosen;
    return row.isOwn || std::ranges::count(row.product.regions, m_edits.now().region) > 0;
}

void ProductsPage::fill() {
    m_filling = true;
    const int current = m_table->currentRow();
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    bool anyOwn = false;
    bool anyOffered = false;
    for (int at = 0; at < m_table->rowCount(); ++at) {
        const Row& row = m_rows[static_cast<std::size_t>(at)];
        const bool dead = row.isRetired() || row.removes;
        const bool offered = isOffered(row);
        anyOwn = anyOwn || row.isOwn;
        anyOffered = anyOffered || offered;
        QString from = labelsText(row.product, m_workplace.catalogue);
        if (row.isOwn) {
            from = row.stored
                       ? tr("added by %1, %2").arg(QString::fromStdString(row.own.addedBy), dayText(row.own.addedAt))
                       : tr("added now");
            if (!row.own.note.empty())
                from += QStringLiteral("; ") + QString::fromStdString(row.own.note);
            if (row.removes)
                from = tr("will be removed");
            else if (row.retires)
                from += tr("; will be retired");
            else if (row.own.isRetired())
                from += tr("; retired %1").arg(dayText(row.own.retiredAt));
        }
        const QString name = wording::productText(row.product);
        const QString texts[] = {name, piecesText(row.product), from};
        for (int column = 0; column < columnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            if (dead)
                item->setForeground(tokens(palette()).muted);
            if (column == productColumn && !dead) {
                item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
                item->setCheckState(offered ? Qt::Checked : Qt::Unchecked);
                item->setData(Qt::AccessibleTextRole,
                              offered ? tr("%1, offered").arg(name) : tr("%1, not offered").arg(name));
            }
            m_table->setItem(at, column, item);
        }
    }
    if (current >= 0 && current < m_table->rowCount())
        m_table->setCurrentCell(current, m_table->currentColumn() < 0 ? 0 : m_table->currentColumn());
    m_none->setText(
        !anyOffered ? tr("Nothing is offered: a new plan then begins without a product, and its first one is "
                         "chosen here.")
        : anyOwn    ? QString()
                    : tr("This clinic has added no product of its own. Add one that your pharmacy has and that is "
                            "not in the list, such as a 25 mg tablet."));
    m_none->setVisible(!m_none->text().isEmpty());
    m_filling = false;
    followSelection();
}

ProductsPage::Row* ProductsPage::current() {
    const int at = m_table->currentRow();
    return at >= 0 && at < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(at)] : nullptr;
}

void ProductsPage::followSelection() {
    const Row* row = current();
    const bool alive = row != nullptr && row->isOwn && !row->own.isRetired();
    m_edit->setEnabled(alive && !row->retires && !row->removes);
    m_retire->setEnabled(alive);
    const bool undo = alive && (row->retires || row->removes);
    m_retire->setText(undo ? tr("&Keep it") : alive && !row->isInUse ? tr("&Remove") : tr("&Retire"));
}

QStringList ProductsPage::namesBut(const Row* row) const {
    QStringList names;
    for (const Row& each : m_rows) {
        if (&each != row && each.isOwn && !each.isRetired() && !each.removes)
            names << QString::fromStdString(each.own.product.name);
    }
    return names;
}

void ProductsPage::addProduct() {
    core::ClinicProduct product;
    product.product.id = app::newProductId(m_workplace.session);
    ProductDialog dialog(product, true, false, namesBut(nullptr), this);
    if (m_workplace.dialogs.run(dialog) != QDialog::Accepted)
        return;
    Row row;
    row.isOwn = true;
    row.own = dialog.product();
    row.product = row.own.product;
    m_rows.push_back(std::move(row));
    fill();
    m_table->setCurrentCell(m_table->rowCount() - 1, productColumn);
    Q_EMIT edited();
}

void ProductsPage::editProduct() {
    Row* row = current();
    if (row == nullptr || !row->isOwn || row->isRetired())
        return;
    ProductDialog dialog(row->own, false, row->isInUse, namesBut(row), this);
    if (m_workplace.dialogs.run(dialog) != QDialog::Accepted)
        return;
    row->own = dialog.product();
    row->product = row->own.product;
    fill();
    Q_EMIT edited();
}

void ProductsPage::retireProduct() {
    Row* row = current();
    if (row == nullptr || !row->isOwn || row->own.isRetired())
        return;
    if (!row->stored) {
        m_rows.erase(m_rows.begin() + m_table->currentRow());
    } else if (row->retires || row->removes) {
        row->retires = row->removes = false;
    } else {
        row->retires = row->isInUse;
        row->removes = !row->isInUse;
    }
    fill();
    Q_EMIT edited();
}

bool ProductsPage::isChanged() const {
    return std::ranges::any_of(m_rows, [](const Row& row) {
        return row.chosen != row.chosenBefore || row.retires || row.removes ||
               (row.isOwn && (!row.stored || !(*row.stored == row.own)));
    });
}

core::Result<void> ProductsPage::save() {
    app::ProductEdits edits;
    edits.choicesThen = m_choices;
    for (const Row& row : m_rows) {
        if (row.removes) {
            edits.removed.push_back(*row.stored);
            continue;
        }
        if (row.isOwn && !row.stored)
            edits.added.push_back(row.own);
        else if (row.isOwn && !(*row.stored == row.own))
            edits.changed.push_back(row.own);
        if (row.retires)
            edits.retired.push_back(row.product.id);
        if (row.chosen && row.chosen != row.chosenBefore)
            edits.choices.push_back({row.product.id, *row.chosen});
    }
    const core::Result<void> saved = app::saveProducts(m_workplace.session, edits);
    if (saved) {
        read();
        fill();
    }
    return saved;
}

} // namespace lento::gui
