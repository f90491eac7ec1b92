#include "report/pump_sheet_words.h"

#include "core/decimal.h"

#include <QCoreApplication>

#include <array>

namespace lento::report {

namespace {

constexpr std::array dangerWords{
    QT_TRANSLATE_NOOP("pump-sheet", "itching without a rash"),
    QT_TRANSLATE_NOOP("pump-sheet", "stiffness or spasms that come back"),
    QT_TRANSLATE_NOOP("pump-sheet", "fever"),
    QT_TRANSLATE_NOOP("pump-sheet", "confusion, or hard to wake"),
};
constexpr std::array soundWords{
    QT_TRANSLATE_NOOP("pump-sheet", "A single beep again and again: the pump is nearly empty or must be replaced soon. "
                                    "Call the clinic today."),
    QT_TRANSLATE_NOOP("pump-sheet", "Two tones: the pump is empty or has stopped. To hospital now."),
};
constexpr std::array alwaysWords{
    QT_TRANSLATE_NOOP("pump-sheet",
                      "Come to every refill, also when you feel well. If you cannot come, call before the "
                      "day."),
    QT_TRANSLATE_NOOP("pump-sheet",
                      "Carry the card of your pump. Tell every doctor, dentist and hospital that you have "
                      "one."),
    QT_TRANSLATE_NOOP("pump-sheet",
                      "Keep the reserve of baclofen tablets that the clinic gave you at home; ask when to "
                      "take them before you do."),
};

constexpr QChar noBreak(0x00a0);

QString withUnit(const std::string& number, QLatin1StringView unit) {
    return QString::fromStdString(number) + noBreak + unit;
}

} // namespace

QString PumpSheetWords::micrograms() const {
    return m_locale.isolated(withUnit(core::microgramText(m_input.daily), QLatin1StringView("mcg")));
}

QString PumpSheetWords::concentration() const {
    return m_locale.isolated(withUnit(core::formatDecimal(m_input.concentration.inNanogramsPerMillilitre(), 3),
                                      QLatin1StringView("mcg/mL")));
}

QString PumpSheetWords::pump() const {
    const QString model = m_locale.isolated(QString::fromStdString(m_input.model));
    return m_input.serial.empty() ? model
                                  : text(QT_TRANSLATE_NOOP("pump-sheet", "%1, number %2"))
                                        .arg(model, m_locale.isolated(QString::fromStdString(m_input.serial)));
}

QString PumpSheetWords::born() const {
    return text(QT_TRANSLATE_NOOP("pump-sheet", "born %1")).arg(m_locale.date(m_input.patient.birthDate));
}

QString PumpSheetWords::emergencyNumber() const {
    return m_input.clinic.emergencyNumber.isEmpty() ? text(QT_TRANSLATE_NOOP("pump-sheet", "the emergency number"))
                                                    : m_locale.isolated(m_input.clinic.emergencyNumber);
}

QString PumpSheetWords::refillLine() const {
    const QString source =
        m_input.refillBy < m_input.day
            ? text(QT_TRANSLATE_NOOP("pump-sheet", "The refill was due on %1: call the clinic today"))
            : text(QT_TRANSLATE_NOOP("pump-sheet", "Next refill: %1 or before"));
    return source.arg(m_locale.dateWithWeekday(m_input.refillBy));
}

std::span<const char* const> PumpSheetWords::dangers() {
    return dangerWords;
}

std::span<const char* const> PumpSheetWords::sounds() {
    return soundWords;
}

std::span<const char* const> PumpSheetWords::always() {
    return alwaysWords;
}

} // namespace lento::report
