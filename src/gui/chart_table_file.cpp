#include "gui/chart_table_file.h"

#include "core/decimal.h"
#include "exchange/csv.h"
#include "wording/quantities.h"

#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <map>

namespace lento::gui {

namespace {

struct Row {
    QString dose;
    bool planned = false;
    QString masMean;
    QString nrs;
    QStringList effects;
    std::array<QString, core::chartedScales> further;
    QString pump;
    QStringList pumpEvents;
};

constexpr int thousandthDecimals = 3;

QString scoreText(std::int32_t thousandths) {
    return QString::fromStdString(core::formatDecimal(thousandths, thousandthDecimals));
}

} // namespace

core::Result<void> saveChartTable(const app::ChartSeries& series,
                                  const std::function<QString(const std::string&)>& effectName, const QString& path) {
    std::map<core::Date, Row> days;
    for (const app::DoseLevel& level : series.dose) {
        days[level.from].dose = wording::milligrams(level.daily);
        days[level.from].planned = level.planned;
    }
    for (const app::ScorePoint& point : series.masMean)
        days[point.on].masMean = scoreText(point.thousandths);
    for (const app::ScorePoint& point : series.nrs)
        days[point.on].nrs = scoreText(point.thousandths);
    for (const app::EffectMark& mark : series.effects)
        days[mark.on].effects << QStringLiteral("%1 grade %2").arg(effectName(mark.code)).arg(mark.grade);

    for (const app::FurtherSeries& further : series.further)
        for (const app::ScorePoint& point : further.points)
            days[point.on].further[static_cast<std::size_t>(further.scale)] = scoreText(point.thousandths);

    if (series.pump) {
        for (const app::PumpLevel& level : series.pump->dose)
            days[level.from].pump = QString::fromStdString(core::microgramText(level.daily));
        for (const core::Date day : series.pump->refills)
            days[day].pumpEvents << QStringLiteral("refill");
        for (const app::PumpAlarm& alarm : series.pump->alarms)
            days[alarm.on].pumpEvents << QStringLiteral("alarm date");
    }

    exchange::Table table;
    table.headings = {QStringLiteral("date"), QStringLiteral("dose_mg_per_day"), QStringLiteral("planned"),
                      QStringLiteral("mas_mean_1plus_as_1.5"), QStringLiteral("spasticity_nrs"),
                      QStringLiteral("adverse_effects"),
                      // In the order of ChartedScale.
                      QStringLiteral("gas_t"), QStringLiteral("ten_metre_walk_m_per_s"),
                      QStringLiteral("twenty_five_foot_walk_s"), QStringLiteral("tardieu_r2_minus_r1_mean_degrees")};
    if (series.pump)
        table.headings << QStringLiteral("pump_mcg_per_day") << QStringLiteral("pump_events");
    for (const auto& [day, row] : days) {
        table.rows.push_back({{QString::fromStdString(day.iso())},
                              {row.dose, true},
                              {row.dose.isEmpty() ? QString()
                               : row.planned      ? QStringLiteral("yes")
                                                  : QStringLiteral("no")},
                              {row.masMean, true},
                              {row.nrs, true},
                              {row.effects.join(QStringLiteral("; "))}});
        for (const QString& value : row.further)
            table.rows.back().push_back({value, true});
        if (series.pump)
            table.rows.back().insert(table.rows.back().end(),
                                     {{row.pump, true}, {row.pumpEvents.join(QStringLiteral("; "))}});
    }

    const std::string name = QFileInfo(path).fileName().toStdString();
    QSaveFile file(path);
    const QByteArray bytes = exchange::toCsv(table);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return core::failure(
        file.error() == QFileDevice::ResourceError ? core::ErrorCode::diskFull : core::ErrorCode::cannotWrite, name);
}

} // namespace lento::gui
