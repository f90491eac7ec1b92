#include "gui/pump_models_page.h"

#include "gui/card.h"
#include "gui/dialog_host.h"
#include "gui/pump_model_dialog.h"
#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

enum Column { nameColumn, constantsColumn, stateColumn, columnCount };

// A line each, so that the eye finds the same constant of another model beside it.
QString constantsText(const core::PumpModel& model) {
    return PumpModelsPage::tr("Reservoir %1\nAlarm at %2\nTubing %3\nCatheter %4\nService life %5 months\nRead in: %6")
        .arg(wording::volumeText(model.reservoir), wording::volumeText(model.alarm), wording::volumeText(model.tubing),
             wording::catheterVolumeText(model.perCentimetre))
        .arg(model.serviceMonths)
        .arg(QString::fromStdString(model.source));
}

} // namespace

PumpModelsPage::PumpModelsPage(const Workplace& workplace, QWidget* parent)
    : SettingsPage(parent)
    , m_workplace(workplace)
    , m_table(new QTableWidget(0, columnCount))
    , m_state(new QLabel)
    , m_add(new QPushButton(tr("&Add a model…")))
    , m_edit(new QPushButton(tr("E&dit or confirm…"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, em(*this, 0.5), 0);
    auto* card = new Card(tr("Pumps that are implanted here"));
    auto* words =
        new QLabel(tr("A model is unverified until somebody of the clinic has compared its constants with the "
                      "manual of the pump in use, and again after each change (ITB-13, ITB-16)."));
    words->setWordWrap(true);
    setTextKind(*words, TextKind::muted);
    card->body()->addWidget(words);

    m_table->setAccessibleName(tr("Pump models"));
    m_table->setHorizontalHeaderLabels({tr("Model"), tr("Constants"), tr("State")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumHeight(em(*this, 14));
    card->body()->addWidget(m_table, 1);
    m_state->setWordWrap(true);
    setTextKind(*m_state, TextKind::muted);
    card->body()->addWidget(m_state);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_edit);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    column->addWidget(card, 1);

    connect(m_add, &QPushButton::clicked, this, &PumpModelsPage::addModel);
    connect(m_edit, &QPushButton::clicked, this, &PumpModelsPage::editModel);
    connect(m_table, &QTableWidget::cellActivated, this, &PumpModelsPage::editModel);
    read();
    fill();
}

QString PumpModelsPage::title() const {
    return tr("Pump models");
}

void PumpModelsPage::read() {
    m_rows.clear();
    const auto models = app::pumpModels(m_workplace.session, m_workplace.catalogue);
    if (!models) {
        m_workplace.dialogs.tell(this, models.error());
        return;
    }
    for (const app::ClinicPumpModel& each : *models)
        m_rows.push_back({each, each.model, false, each.model.isConfirmed()});
}

QString PumpModelsPage::stateText(const Row& row) const {
    if (row.confirms)
        return row.isChanged()
                   ? tr("will be confirmed by %1").arg(QString::fromStdString(m_workplace.session.userName()))
                   : wording::confirmationText(row.now);
    if (!row.isChanged())
        return wording::confirmationText(row.now);
    return row.isNew ? tr("added now, unverified") : tr("changed now, unverified");
}

void PumpModelsPage::fill() {
    const int current = std::max(0, m_table->currentRow());
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    int unverified = 0;
    for (int at = 0; at < m_table->rowCount(); ++at) {
        const Row& row = m_rows[static_cast<std::size_t>(at)];
        unverified += row.confirms ? 0 : 1;
        const QString texts[] = {QString::fromStdString(row.now.name), constantsText(row.now), stateText(row)};
        for (int column = 0; column < columnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            if (column == stateColumn && !row.confirms)
                item->setForeground(tokens(palette()).tone(Tone::caution).text);
            m_table->setItem(at, column, item);
        }
    }
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(std::min(current, m_table->rowCount() - 1), nameColumn);
    m_edit->setEnabled(m_table->rowCount() > 0);
    m_state->setText(unverified == 0   ? tr("All models are confirmed.")
                     : unverified == 1 ? tr("1 model is not confirmed yet.")
                                       : tr("%1 models are not confirmed yet.").arg(unverified));
}

QStringList PumpModelsPage::namesBut(const Row* row) const {
    QStringList names;
    for (const Row& each : m_rows) {
        if (&each != row)
            names << QString::fromStdString(each.now.name);
    }
    return names;
}

void PumpModelsPage::addModel() {
    PumpModelDialog dialog({}, true, false, namesBut(nullptr), this);
    if (m_workplace.dialogs.run(dialog) != QDialog::Accepted)
        return;
    Row& added = m_rows.emplace_back();
    added.now = dialog.model();
    added.isNew = true;
    added.confirms = dialog.confirms();
    fill();
    m_table->setCurrentCell(m_table->rowCount() - 1, nameColumn);
    Q_EMIT edited();
}

void PumpModelsPage::editModel() {
    const int at = m_table->currentRow();
    if (at < 0)
        return;
    Row& row = m_rows[static_cast<std::size_t>(at)];
    PumpModelDialog dialog(row.now, false, row.confirms, namesBut(&row), this);
    if (m_workplace.dialogs.run(dialog) != QDialog::Accepted)
        return;
    row.now = dialog.model();
    row.confirms = dialog.confirms();
    fill();
    Q_EMIT edited();
}

bool PumpModelsPage::isChanged() const {
    return std::ranges::any_of(m_rows, &Row::isChanged);
}

core::Result<void> PumpModelsPage::save() {
    std::vector<app::PumpModelEdit> edits;
    for (const Row& row : m_rows) {
        if (row.isChanged())
            edits.push_back(
                {{row.now, row.stored.rowVersion}, row.confirms ? app::Confirmed::yes : app::Confirmed::no});
    }
    const core::Result<void> saved = app::savePumpModels(m_workplace.session, std::move(edits));
    if (saved) {
        read();
        fill();
    }
    return saved;
}

} // namespace lento::gui
