#include "gui/past_values.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lento::gui {

PastValues::PastValues(const QString& open, QWidget* parent)
    : QWidget(parent)
    , m_open(new QPushButton(open, this))
    , m_list(new QWidget(this)) {
    makeLink(*m_open);
    m_open->setCheckable(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(em(*this, 0.2));
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addWidget(m_list);
    m_rowsLayout = new QVBoxLayout(m_list);
    m_rowsLayout->setContentsMargins(em(*this, 0.6), 0, 0, 0);
    m_rowsLayout->setSpacing(0);
    m_list->hide();
    connect(m_open, &QPushButton::toggled, m_list, &QWidget::setVisible);
    hide();
}

void PastValues::setValues(const QStringList& values) {
    for (const Row& row : std::as_const(m_rows))
        delete row.text->parentWidget();
    m_rows.clear();
    for (const QString& value : values)
        addRow(value);
    setVisible(!values.isEmpty());
}

void PastValues::addRow(const QString& value) {
    const auto index = static_cast<int>(m_rows.size());
    auto* line = new QWidget(m_list);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    Row row;
    row.value = value;
    row.text = new QLabel(value, line);
    row.text->setTextFormat(Qt::PlainText);
    row.correct = new QPushButton(tr("Correct"), line);
    row.remove = new QPushButton(tr("Remove"), line);
    for (QPushButton* button : {row.correct, row.remove}) {
        makeLink(*button);
        button->setAutoDefault(false);
    }
    row.correct->setAccessibleName(tr("Correct %1").arg(value));
    connect(row.correct, &QPushButton::clicked, this, [this, index] {
        mark(index, true);
        Q_EMIT correctionRequested(index);
        Q_EMIT edited();
    });
    connect(row.remove, &QPushButton::clicked, this, [this, index] {
        mark(index, !m_rows[index].isRemoved);
        Q_EMIT edited();
    });
    layout->addWidget(row.text);
    layout->addWidget(row.correct);
    layout->addWidget(row.remove);
    layout->addStretch(1);
    m_rowsLayout->addWidget(line);
    m_rows << row;
    mark(index, false);
}

// Struck through and said in words, so that it is seen and heard.
void PastValues::mark(int index, bool removed) {
    Row& row = m_rows[index];
    row.isRemoved = removed;
    QFont font = row.text->font();
    font.setStrikeOut(removed);
    row.text->setFont(font);
    row.text->setText(removed ? tr("%1 (removed when saved)").arg(row.value) : row.value);
    row.correct->setVisible(!removed);
    row.remove->setText(removed ? tr("Keep") : tr("Remove"));
    row.remove->setAccessibleName((removed ? tr("Keep %1") : tr("Remove %1")).arg(row.value));
}

QList<int> PastValues::removed() const {
    QList<int> all;
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].isRemoved)
            all << i;
    return all;
}

void PastValues::remove(int index) {
    mark(index, true);
    Q_EMIT edited();
}

} // namespace lento::gui
