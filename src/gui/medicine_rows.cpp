#include "gui/medicine_rows.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

MedicineRows::MedicineRows(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(em(*this, 0.3));
    keepOneEmpty();
}

void MedicineRows::setMedicines(const std::vector<core::Medicine>& medicines) {
    for (const Row& row : m_rows)
        delete row.widget;
    m_rows.clear();
    for (const core::Medicine& medicine : medicines)
        addRow(medicine);
    keepOneEmpty();
}

std::vector<core::Medicine> MedicineRows::medicines() const {
    std::vector<core::Medicine> medicines;
    for (const Row& row : m_rows) {
        const QString name = row.name->text().trimmed();
        if (name.isEmpty())
            continue;
        core::Medicine medicine = row.was;
        medicine.name = name.toStdString();
        medicine.doseText = row.dose->text().trimmed().toStdString();
        medicines.push_back(std::move(medicine));
    }
    return medicines;
}

void MedicineRows::addRow(const core::Medicine& medicine) {
    Row row;
    row.widget = new QWidget(this);
    row.name = new QLineEdit(QString::fromStdString(medicine.name), row.widget);
    row.dose = new QLineEdit(QString::fromStdString(medicine.doseText), row.widget);
    row.name->setPlaceholderText(tr("Generic name"));
    row.dose->setPlaceholderText(tr("Dose"));
    row.was = medicine;
    auto* remove = new QPushButton(tr("Remove"), row.widget);
    makeLink(*remove);
    remove->setObjectName(QStringLiteral("removeButton"));
    auto* layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(row.name, 3);
    layout->addWidget(row.dose, 2);
    layout->addWidget(remove);
    connect(row.name, &QLineEdit::textEdited, this, [this] {
        keepOneEmpty();
        Q_EMIT edited();
    });
    connect(row.dose, &QLineEdit::textEdited, this, &MedicineRows::edited);
    connect(remove, &QPushButton::clicked, this, [this, widget = row.widget] { removeRow(widget); });
    m_layout->addWidget(row.widget);
    if (!m_rows.empty())
        setTabOrder(m_rows.back().widget->findChild<QPushButton*>(QStringLiteral("removeButton")), row.name);
    setTabOrder(row.name, row.dose);
    setTabOrder(row.dose, remove);
    m_rows.push_back(row);
    nameRows();
}

void MedicineRows::removeRow(QWidget* widget) {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [widget](const Row& row) { return row.widget == widget; });
    if (found == m_rows.end())
        return;
    m_rows.erase(found);
    widget->hide();
    widget->deleteLater();
    keepOneEmpty();
    nameRows();
    Q_EMIT edited();
}

void MedicineRows::keepOneEmpty() {
    if (m_rows.empty() || !m_rows.back().name->text().trimmed().isEmpty())
        addRow({});
}

void MedicineRows::nameRows() {
    int number = 0;
    for (const Row& row : m_rows) {
        ++number;
        row.name->setAccessibleName(tr("Medicine %1").arg(number));
        row.dose->setAccessibleName(tr("Dose of medicine %1").arg(number));
        auto* remove = row.widget->findChild<QPushButton*>(QStringLiteral("removeButton"));
        remove->setAccessibleName(tr("Remove medicine %1").arg(number));
        remove->setVisible(number < static_cast<int>(m_rows.size()) || !row.name->text().isEmpty());
    }
}

} // namespace lento::gui
