#include "gui/alternatives_model.h"

#include "wording/quantities.h"

#include <QFont>

namespace lento::gui {

namespace {

QString everyText(int days) {
    if (days == 7)
        return AlternativesModel::tr("every week");
    if (days % 7 == 0)
        return AlternativesModel::tr("every %1 weeks").arg(days / 7);
    return days == 1 ? AlternativesModel::tr("every day") : AlternativesModel::tr("every %1 days").arg(days);
}

} // namespace

QString planInputsText(const core::PlanInputs& inputs) {
    if (const auto* taper = std::get_if<core::TaperInputs>(&inputs)) {
        QString how;
        switch (taper->model) {
        case core::TaperModel::percentOfStart:
            how = AlternativesModel::tr("%1 of starting dose").arg(wording::percentText(taper->percent));
            break;
        case core::TaperModel::percentOfCurrent:
            how = AlternativesModel::tr("%1 of current dose").arg(wording::percentText(taper->percent));
            break;
        case core::TaperModel::fixedStep:
            how = AlternativesModel::tr("%1 less").arg(wording::doseText(taper->fixedStep));
            break;
        }
        return AlternativesModel::tr("%1, %2").arg(how, everyText(taper->intervalDays));
    }
    const auto& titration = std::get<core::TitrationInputs>(inputs);
    return AlternativesModel::tr("from %1 up %2 %3 to %4")
        .arg(wording::doseText(titration.startDose), wording::doseText(titration.increment),
             everyText(titration.intervalDays), wording::doseText(titration.goal));
}

AlternativesModel::AlternativesModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void AlternativesModel::setAlternatives(std::vector<app::Alternative> alternatives) {
    const bool sameShape = alternatives.size() == m_rows.size();
    if (!sameShape)
        beginResetModel();
    m_rows = std::move(alternatives);
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int AlternativesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlternativesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant AlternativesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::Alternative& row = at(index.row());
    if (role == Qt::TextAlignmentRole) {
        const bool figure = index.column() > name && index.column() < ends;
        return QVariant((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::FontRole && row.chosen) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case name:
        return planInputsText(row.inputs);
    case weeks:
        return row.days % 7 == 0 ? QString::number(row.days / 7) : QString::number(row.days / 7.0, 'f', 1);
    case largest:
        return wording::doseText(row.largestChange);
    case steps:
        return row.steps;
    case tablets:
        return row.tablets > 0 ? wording::countText(row.tablets) : QStringLiteral("–");
    case ends:
        return row.ends ? wording::clinicalDate(*row.ends) : tr("open");
    case choice:
        return row.chosen ? tr("chosen") : tr("use");
    default:
        return {};
    }
}

QVariant AlternativesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section > name && section < ends ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case name:
        return tr("Compare");
    case weeks:
        return tr("Weeks");
    case largest:
        return tr("Largest step");
    case steps:
        return tr("Steps");
    case tablets:
        return tr("Tablets");
    case ends:
        return tr("Ends");
    default:
        return QString();
    }
}

} // namespace lento::gui
