#include "gui/step_table.h"

#include "gui/field_note.h"
#include "gui/row_table.h"
#include "gui/step_delegate.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

StepTable::StepTable(QWidget* parent)
    : Card(parent)
    , m_table(new QTableView)
    , m_model(new StepModel(this))
    , m_delegate(new StepDelegate(this))
    , m_note(new FieldNote)
    , m_concentration(new QPushButton(tr("Concentration over the da&y…"))) {
    setUpRowTable(*m_table, tr("Steps of the plan"));
    m_table->verticalHeader()->setDefaultSectionSize(em(*this, 1.9));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setMinimumHeight(em(*this, 12));
    m_table->horizontalHeader()->setStretchLastSection(true);
    // Every row counts for the widths, not only those in view: a date is never cut.
    m_table->horizontalHeader()->setResizeContentsPrecision(-1);
    connect(m_delegate, &StepDelegate::problem, this,
            [this](const QString& words) { setNote(words.isEmpty() ? Tone::neutral : Tone::critical, words); });
    connect(m_model, &StepModel::doseTyped, this, &StepTable::doseTyped);
    connect(m_model, &StepModel::daysTyped, this, &StepTable::daysTyped);

    setFlush(true);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_note);
    makeLink(*m_concentration);
    m_concentration->setToolTip(tr("What the doses of the chosen step are expected to come to over a day"));
    connect(m_concentration, &QPushButton::clicked, this, &StepTable::concentrationRequested);
    body()->addWidget(m_concentration, 0, Qt::AlignLeft);
}

void StepTable::setView(const app::PlanView& view, std::optional<core::DailyDose> before,
                        std::optional<core::Date> from) {
    const QSize shapeBefore(m_model->columnCount(), m_model->rowCount());
    static const core::Date never = core::Date::fromDayNumber(1 << 20);
    m_table->setEditTriggers(from ? QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                        QAbstractItemView::AnyKeyPressed
                                  : QAbstractItemView::EditTriggers(QAbstractItemView::NoEditTriggers));
    if (from)
        m_delegate->setQuantum(view.plan.products.quantum());
    m_model->setView(view, before, from.value_or(never));
    clearNote();
    fitColumns(from && shapeBefore == QSize(m_model->columnCount(), m_model->rowCount()));
    fitRows();
}

void StepTable::clear() {
    m_model->clear();
    clearNote();
}

int StepTable::currentRow() const {
    return m_table->currentIndex().row();
}

void StepTable::selectRow(int row) {
    m_table->selectRow(row);
}

void StepTable::leaveEditor(const QWidget* focused) {
    if (m_table->isAncestorOf(focused) && focused != m_table->viewport())
        m_table->setFocus();
}

void StepTable::setNote(Tone tone, const QString& words) {
    m_note->set(tone, words);
}

void StepTable::clearNote() {
    m_note->clear();
}

void StepTable::fitColumns(bool sameShape) {
    if (!sameShape) {
        m_table->resizeColumnsToContents();
        return;
    }
    // The columns whose texts differ in length from plan to plan.
    for (const StepModel::Column kind :
         {StepModel::Column::from, StepModel::Column::change, StepModel::Column::tablets})
        m_table->resizeColumnToContents(m_model->columnOf(kind));
}

// A row is as high as the most lines in one of its cells; only pieces and notes may have more than one.
void StepTable::fitRows() {
    const int line = m_table->fontMetrics().lineSpacing();
    const int oneLine = m_table->verticalHeader()->defaultSectionSize();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        qsizetype more = 0;
        for (const StepModel::Column kind : {StepModel::Column::tablets, StepModel::Column::note})
            more =
                std::max(more, m_model->index(row, m_model->columnOf(kind)).data().toString().count(QLatin1Char('\n')));
        const int height = oneLine + static_cast<int>(more) * line;
        if (m_table->rowHeight(row) != height)
            m_table->setRowHeight(row, height);
    }
}

} // namespace lento::gui
