#include "report/emergency_report.h"

#include "core/decimal.h"
#include "report/plan_dose_line.h"
#include "report/text_column.h"
#include "wording/emergency_words.h"
#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

namespace lento::report {

using core::failure;
using core::Result;

namespace {

constexpr double margin = 14;
constexpr double pad = 4;

std::span<const wording::EmergencySection> sections(const EmergencyInput& input) {
    return input.pump ? wording::pumpEmergencySections(input.pump->kind) : wording::emergencySections();
}

const char* title(const EmergencyInput& input) {
    return input.pump ? wording::pumpEmergencyTitle(input.pump->kind) : wording::emergencyTitle();
}

class Card {
public:
    Card(const Typeface& type, const EmergencyInput& input, const wording::DocLocale& locale, const Document& document,
         Page& page)
        : m_input(input)
        , m_locale(locale)
        , m_column(type, page, {margin, margin, document.width() - 2 * margin, document.height() - 2 * margin}) {}

    void draw() {
        m_column.put({{text(title(m_input)), true}}, 22);
        m_column.skip(2);
        m_column.put({{wording::nameText(m_input.patient), true}, {QStringLiteral(" · ") + born(), false}}, 13);
        if (m_input.pump)
            drawPump(*m_input.pump);
        else
            m_column.put({{planDoseLine(m_input.taken, m_locale), true}}, 13);
        m_column.skip(4);
        bool first = true;
        for (const wording::EmergencySection& section : sections(m_input)) {
            // What to do stands in a frame, larger than the rest.
            if (first)
                m_column.framed(0.7, pad, [&](double inset) { drawSection(section, inset, 14, true); });
            else
                drawSection(section, 0, 12, false);
            m_column.skip(4);
            first = false;
        }
        if (m_input.pump && m_input.pump->highCordLesion && m_input.pump->kind == wording::PumpEmergency::withdrawal)
            m_column.put({{text(wording::autonomicDysreflexiaLine()), true}}, 12);
        const QString clinic = clinicLine();
        if (!clinic.isEmpty())
            m_column.put({{clinic, false}}, 11);
        m_column.put({{text(QT_TRANSLATE_NOOP("emergency", "Printed on %1.")).arg(m_locale.date(m_input.day)), false}},
                     11);
    }

private:
    QString text(const char* source) const { return m_locale.text("emergency", source); }

    void drawSection(const wording::EmergencySection& section, double inset, double points, bool bold) {
        m_column.put({{text(section.title), true}}, points + 1, inset);
        for (const char* source : section.lines) {
            QString line = text(source);
            if (line.contains(QStringLiteral("%1")))
                line = line.arg(number());
            m_column.putItem({{line, bold}}, points, inset);
        }
    }

    QString number() const {
        return m_input.clinic.emergencyNumber.isEmpty() ? text(QT_TRANSLATE_NOOP("emergency", "the emergency number"))
                                                        : m_locale.isolated(m_input.clinic.emergencyNumber);
    }

    QString born() const {
        QString line = text(QT_TRANSLATE_NOOP("emergency", "born %1")).arg(m_locale.date(m_input.patient.birthDate));
        if (!m_input.patient.recordNumber.empty())
            line += QStringLiteral(" · ") + text(QT_TRANSLATE_NOOP("emergency", "record %1"))
                                                .arg(QString::fromStdString(m_input.patient.recordNumber));
        return line;
    }

    void drawPump(const PumpCardInput& pump) {
        const QString unknown = text(QT_TRANSLATE_NOOP("emergency", "not recorded"));
        const auto orUnknown = [&](const std::string& words) {
            return words.empty() ? unknown : m_locale.isolated(QString::fromStdString(words));
        };
        m_column.put({{text(QT_TRANSLATE_NOOP("emergency", "Pump: %1, serial number %2"))
                           .arg(orUnknown(pump.model), orUnknown(pump.serial)),
                       true}},
                     13);
        const QString daily =
            pump.daily
                ? m_locale.isolated(QString::fromStdString(core::microgramText(*pump.daily)) + QStringLiteral(" mcg"))
                : unknown;
        const QString strength =
            pump.concentration
                ? m_locale.isolated(
                      QString::fromStdString(core::formatDecimal(pump.concentration->inNanogramsPerMillilitre(), 3)) +
                      QStringLiteral(" mcg/mL"))
                : unknown;
        m_column.put({{text(QT_TRANSLATE_NOOP("emergency", "Dose: %1 a day, concentration %2, alarm date %3"))
                           .arg(daily, strength, pump.alarm ? m_locale.date(*pump.alarm) : unknown),
                       true}},
                     13);
    }

    QString clinicLine() const {
        const ClinicDetails& clinic = m_input.clinic;
        QStringList parts;
        if (!clinic.name.isEmpty())
            parts << clinic.name;
        if (!clinic.prescriber.isEmpty())
            parts << clinic.prescriber;
        if (!clinic.telephone.isEmpty())
            parts << m_locale.isolated(clinic.telephone);
        if (!clinic.outOfHours.isEmpty())
            parts << text(QT_TRANSLATE_NOOP("emergency", "out of hours %1")).arg(m_locale.isolated(clinic.outOfHours));
        return parts.join(QStringLiteral(" · "));
    }

    const EmergencyInput& m_input;
    const wording::DocLocale& m_locale;
    TextColumn m_column;
};

} // namespace

Result<Document> emergencyReport(const EmergencyInput& input, const wording::DocLocale& locale) {
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());
    Document document;
    document.title = locale.text("emergency", title(input));
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    Card(*type, input, locale, document, page).draw();
    document.pages.push_back(std::move(page));
    return document;
}

} // namespace lento::report
