#include "wording/score_words.h"

#include "core/decimal.h"

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

} // namespace lento::wording
