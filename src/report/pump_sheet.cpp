#include "report/pump_sheet.h"

#include "core/decimal.h"
#include "report/text_column.h"
#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace lento::report {

namespace {

constexpr double margin = 14;
constexpr double pad = 4;

constexpr std::array dangers{
    QT_TRANSLATE_NOOP("pump-sheet", "itching without a rash"),
    QT_TRANSLATE_NOOP("pump-sheet", "stiffness or spasms that come back"),
    QT_TRANSLATE_NOOP("pump-sheet", "fever"),
    QT_TRANSLATE_NOOP("pump-sheet", "confusion, or hard to wake"),
};
constexpr std::array sounds{
    QT_TRANSLATE_NOOP("pump-sheet", "A single beep again and again: the pump is nearly empty or must be replaced soon. "
                                    "Call the clinic today."),
    QT_TRANSLATE_NOOP("pump-sheet", "Two tones: the pump is empty or has stopped. To hospital now."),
};
constexpr std::array always{
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

class Sheet {
public:
    Sheet(const Typeface& type, const PumpSheetInput& input, const wording::DocLocale& locale, const Document& document,
          Page& page)
        : m_input(input)
        , m_locale(locale)
        , m_column(type, page, {margin, margin, document.width() - 2 * margin, document.height() - 2 * margin}) {}

    void draw() {
        m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "My baclofen pump")), true}}, 22);
        m_column.skip(2);
        m_column.put(
            {{wording::nameText(m_input.patient), true},
             {QStringLiteral(" · ") +
                  text(QT_TRANSLATE_NOOP("pump-sheet", "born %1")).arg(m_locale.date(m_input.patient.birthDate)),
              false}},
            13);
        m_column.skip(4);
        m_column.framed(0.7, pad, [&](double inset) {
            line(QT_TRANSLATE_NOOP("pump-sheet", "Next refill: %1 or before"),
                 m_locale.dateWithWeekday(m_input.refillBy), 20, inset);
            line(QT_TRANSLATE_NOOP("pump-sheet", "The alarm would sound on %1"), m_locale.date(m_input.alarm), 14,
                 inset);
        });
        m_column.skip(4);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Dose: %1 a day"), micrograms(), 14, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "set on %1"), m_locale.date(m_input.setOn), 12, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Filled on %1"), m_locale.date(m_input.filledOn), 12, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Solution: %1"), concentration(), 12, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Pump: %1"), pump(), 12, 0);
        m_column.skip(5);
        m_column.framed(0.7, pad, [&](double inset) {
            m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "To hospital now, whatever the hour:")), true}}, 15,
                         inset);
            items(dangers, 14, true, inset);
            line(QT_TRANSLATE_NOOP("pump-sheet", "Call %1 and say: baclofen pump."), emergencyNumber(), 14, inset);
        });
        m_column.skip(5);
        m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "What the alarm means")), true}}, 13);
        items(sounds, 12, false, 0);
        m_column.skip(4);
        m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "Always")), true}}, 13);
        items(always, 12, false, 0);
        m_column.skip(5);
        if (!m_input.clinic.telephone.isEmpty())
            line(QT_TRANSLATE_NOOP("pump-sheet", "Clinic: %1"), m_locale.isolated(m_input.clinic.telephone), 13, 0);
        if (!m_input.clinic.outOfHours.isEmpty())
            line(QT_TRANSLATE_NOOP("pump-sheet", "Out of hours: %1"), m_locale.isolated(m_input.clinic.outOfHours), 13,
                 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Printed on %1. Throw older sheets away."), m_locale.date(m_input.day), 11,
             0);
    }

private:
    QString text(const char* source) const { return m_locale.text("pump-sheet", source); }

    void line(const char* source, const QString& value, double points, double inset) {
        m_column.put({{text(source).arg(value), true}}, points, inset);
    }

    template <class List>
    void items(const List& list, double points, bool bold, double inset) {
        for (const char* source : list)
            m_column.putItem({{text(source), bold}}, points, inset);
    }

    QString micrograms() const {
        return m_locale.isolated(QString::fromStdString(core::microgramText(m_input.daily)) + QStringLiteral(" mcg"));
    }

    QString concentration() const {
        return m_locale.isolated(
            QString::fromStdString(core::formatDecimal(m_input.concentration.inNanogramsPerMillilitre(), 3)) +
            QStringLiteral(" mcg/mL"));
    }

    QString pump() const {
        const QString model = m_locale.isolated(QString::fromStdString(m_input.model));
        return m_input.serial.empty() ? model
                                      : text(QT_TRANSLATE_NOOP("pump-sheet", "%1, number %2"))
                                            .arg(model, m_locale.isolated(QString::fromStdString(m_input.serial)));
    }

    QString emergencyNumber() const {
        return m_input.clinic.emergencyNumber.isEmpty() ? text(QT_TRANSLATE_NOOP("pump-sheet", "the emergency number"))
                                                        : m_locale.isolated(m_input.clinic.emergencyNumber);
    }

    const PumpSheetInput& m_input;
    const wording::DocLocale& m_locale;
    TextColumn m_column;
};

} // namespace

// rule: PAT-16
core::Result<Document> pumpSheet(const PumpSheetInput& input, const wording::DocLocale& locale) {
    const core::Result<Typeface> type = Typeface::load();
    if (!type)
        return core::failure(type.error());
    Document document;
    document.title = locale.text("pump-sheet", QT_TRANSLATE_NOOP("pump-sheet", "My baclofen pump"));
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    Sheet(*type, input, locale, document, page).draw();
    document.pages.push_back(std::move(page));
    return document;
}

} // namespace lento::report
