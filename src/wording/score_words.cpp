#include "wording/score_words.h"

#include "core/decimal.h"

#include <QCoreApplication>

#include <cstdlib>

namespace lento::wording {

namespace {

const QChar minus(0x2212);

QString rounded(std::int32_t thousandths, int decimals) {
    const std::int32_t unit = decimals == 1 ? 100 : 10;
    const std::int32_t magnitude = (std::abs(thousandths) + unit / 2) / unit;
    const QString text = QString::fromStdString(core::formatDecimal(magnitude, decimals));
    return thousandths < 0 && magnitude != 0 ? minus + text : text;
}

QString words(const char* source) {
    return QCoreApplication::translate("lento::wording::scores", source);
}

} // namespace

QString secondsText(int hundredths) {
    return QStringLiteral("%1 s").arg(QString::fromStdString(core::formatDecimal(hundredths, 2)));
}

QString speedText(std::int32_t thousandths) {
    return QStringLiteral("%1 m/s").arg(rounded(thousandths, 2));
}

QString degreesText(int degrees) {
    const QString text = QString::number(std::abs(degrees)) + QChar(0xb0);
    return degrees < 0 ? minus + text : text;
}

QString attainmentText(int attainment) {
    const QString text = QString::number(std::abs(attainment));
    return attainment < 0 ? minus + text : attainment > 0 ? QLatin1Char('+') + text : text;
}

QString goalScoreText(std::int32_t thousandths) {
    return rounded(thousandths, 1);
}

QString chartedScaleText(core::ChartedScale scale) {
    switch (scale) {
    case core::ChartedScale::goals:
        return words(QT_TRANSLATE_NOOP("lento::wording::scores", "GAS T score"));
    case core::ChartedScale::tenMetre:
        return words(QT_TRANSLATE_NOOP("lento::wording::scores", "10 m walk"));
    case core::ChartedScale::twentyFiveFoot:
        return words(QT_TRANSLATE_NOOP("lento::wording::scores", "25-foot walk"));
    case core::ChartedScale::tardieuAngle:
        break;
    }
    return words(QT_TRANSLATE_NOOP("lento::wording::scores", "Tardieu angle R2 − R1, mean"));
}

QString chartedAxisText(core::ChartedScale scale) {
    switch (scale) {
    case core::ChartedScale::goals:
        return words(QT_TRANSLATE_NOOP("lento::wording::scores", "GAS T score, 50 is as expected; more is better"));
    case core::ChartedScale::tenMetre:
        return words(QT_TRANSLATE_NOOP("lento::wording::scores", "10 m walk, m/s; more is better"));
    case core::ChartedScale::twentyFiveFoot:
        return words(QT_TRANSLATE_NOOP("lento::wording::scores", "25-foot walk, s; lower is better"));
    case core::ChartedScale::tardieuAngle:
        break;
    }
    return words(QT_TRANSLATE_NOOP("lento::wording::scores",
                                   "Tardieu angle R2 − R1, degrees, mean of the muscles measured; lower is better"));
}

QString chartedValueText(core::ChartedScale scale, std::int32_t thousandths) {
    constexpr std::int32_t perHundredth = 10;
    switch (scale) {
    case core::ChartedScale::goals:
        return goalScoreText(thousandths);
    case core::ChartedScale::tenMetre:
        return speedText(thousandths);
    case core::ChartedScale::twentyFiveFoot:
        return secondsText(thousandths / perHundredth);
    case core::ChartedScale::tardieuAngle:
        break;
    }
    return rounded(thousandths, 1) + QChar(0xb0);
}

} // namespace lento::wording
