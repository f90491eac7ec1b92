#include "gui/chart_table_model.h"

#include "wording/quantities.h"
#include "wording/score_words.h"

namespace lento::gui {

ChartTableModel::ChartTableModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_effectName([](const std::string& code) { return QString::fromStdString(code); }) {}

void ChartTableModel::setSeries(const app::ChartSeries& series) {
    beginResetModel();
    std::map<core::Date, Row, std::greater<>> rows;
    for (const app::DoseLevel& level : series.dose) {
        const QString text = wording::dailyText(level.daily);
        rows[level.from].dose = level.planned ? tr("%1, planned").arg(text) : text;
    }
    for (const app::ScorePoint& point : series.masMean)
        rows[point.on].masMean = QString::number(point.thousandths / 1000.0, 'g', 3);
    for (const app::ScorePoint& point : series.nrs)
        rows[point.on].nrs = wording::nrsText(point.thousandths / 100);
    m_further.clear();
    for (const app::FurtherSeries& further : series.further) {
        m_further.push_back(further.scale);
        for (const app::ScorePoint& point : further.points)
            rows[point.on].further[static_cast<std::size_t>(further.scale)] =
                wording::chartedValueText(further.scale, point.thousandths);
    }
    m_hasPump = series.pump.has_value();
    const auto add = [&rows](core::Date on, const QString& text) {
        QString& cell = rows[on].pump;
        cell = cell.isEmpty() ? text : cell + QStringLiteral("; ") + text;
    };
    if (series.pump) {
        for (const app::PumpLevel& level : series.pump->dose)
            add(level.from, wording::microgramsPerDayText(level.daily));
        for (const core::Date day : series.pump->refills)
            add(day, tr("refill"));
        for (const app::PumpAlarm& alarm : series.pump->alarms)
            add(alarm.on, tr("alarm date"));
    }
    for (const app::EffectMark& mark : series.effects) {
        QString& text = rows[mark.on].effects;
        const QString effect = tr("%1, grade %2").arg(m_effectName(mark.code)).arg(mark.grade);
        text = text.isEmpty() ? effect : text + QStringLiteral("; ") + effect;
    }
    m_rows.clear();
    m_rows.reserve(rows.size());
    for (auto& [on, row] : rows) {
        row.on = on;
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : effectsColumn() + 1;
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case date:
        return wording::clinicalDate(row.on);
    case dose:
        return row.dose;
    case masMean:
        return row.masMean;
    case nrs:
        return row.nrs;
    default:
        if (isPumpColumn(index.column()))
            return row.pump;
        return index.column() == effectsColumn() ? row.effects
                                                 : row.further[static_cast<std::size_t>(furtherAt(index.column()))];
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case date:
        return tr("Date");
    case dose:
        return tr("Dose from this day");
    case masMean:
        return tr("MAS mean");
    case nrs:
        return tr("NRS");
    default:
        break;
    }
    if (section < firstFurther || section > effectsColumn())
        return {};
    if (isPumpColumn(section))
        return tr("Pump");
    return section == effectsColumn() ? tr("Adverse effects") : wording::chartedScaleText(furtherAt(section));
}

} // namespace lento::gui
