#include "report/emergency_report.h"

#include "report/typeface.h"
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
constexpr double indent = 5;

class Card {
public:
    Card(const Typeface& type, const EmergencyInput& input, const wording::DocLocale& locale, Document& document)
        : m_type(type)
        , m_input(input)
        , m_locale(locale)
        , m_area{margin, margin, document.width() - 2 * margin, document.height() - 2 * margin}
        , m_top(m_area.top) {}

    void draw(Page& page) {
        put(page, {{text(wording::emergencyTitle()), true}}, 22, m_area.start, m_area.width);
        m_top += 2;
        put(page, {{wording::nameText(m_input.patient), true}, {QStringLiteral(" · ") + born(), false}}, 13,
            m_area.start, m_area.width);
        put(page, {{takes(), true}}, 13, m_area.start, m_area.width);
        m_top += 4;
        bool first = true;
        for (const wording::EmergencySection& section : wording::emergencySections()) {
            drawSection(page, section, first);
            first = false;
        }
        const QString clinic = clinicLine();
        if (!clinic.isEmpty())
            put(page, {{clinic, false}}, 11, m_area.start, m_area.width);
        put(page, {{text(QT_TRANSLATE_NOOP("emergency", "Printed on %1.")).arg(m_locale.date(m_input.day)), false}}, 11,
            m_area.start, m_area.width);
    }

private:
    QString text(const char* source) const { return m_locale.text("emergency", source); }

    // What to do stands in a frame, larger than the rest.
    void drawSection(Page& page, const wording::EmergencySection& section, bool framed) {
        const double inset = framed ? pad : 0;
        const double points = framed ? 14 : 12;
        const double top = m_top;
        m_top += inset;
        put(page, {{text(section.title), true}}, points + 1, m_area.start + inset, m_area.width - 2 * inset);
        for (const char* source : section.lines) {
            QString line = text(source);
            if (line.contains(QStringLiteral("%1")))
                line = line.arg(number());
            bullet(page, m_area.start + inset, points);
            put(page, {{line, framed}}, points, m_area.start + inset + indent, m_area.width - 2 * inset - indent);
            m_top += 0.6;
        }
        m_top += inset;
        if (framed)
            page.blocks.push_back({Frame{{m_area.start, top, m_area.width, m_top - top}, 0.7, {}}, {}});
        m_top += 4;
    }

    void bullet(Page& page, double start, double points) const {
        const double height = Typeface::lineHeight(points);
        const double size = 1.4;
        page.blocks.push_back({Frame{{start + 0.8, m_top + (height - size) / 2, size, size}, 0, std::uint8_t{0}}, {}});
    }

    void put(Page& page, const std::vector<Run>& runs, double points, double start, double width) {
        const double height = m_type.heightOf(runs, points, width);
        page.blocks.push_back({Paragraph{{start, m_top, width, height}, runs, points}, {}});
        m_top += height;
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

    QString takes() const {
        if (!m_input.taken)
            return text(QT_TRANSLATE_NOOP("emergency", "Baclofen: no plan is recorded."));
        if (m_input.taken->total().isZero())
            return text(QT_TRANSLATE_NOOP("emergency", "Baclofen: stopped by plan."));
        QStringList doses;
        for (int i = 0; i < m_input.taken->dosesPerDay(); ++i)
            doses << m_locale.milligrams(m_input.taken->at(i));
        return text(QT_TRANSLATE_NOOP("emergency", "Baclofen by plan: %1 a day (%2)"))
            .arg(m_locale.dose(m_input.taken->total()), m_locale.isolated(doses.join(QStringLiteral(" / "))));
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

    const Typeface& m_type;
    const EmergencyInput& m_input;
    const wording::DocLocale& m_locale;
    Box m_area;
    double m_top;
};

} // namespace

Result<Document> emergencyReport(const EmergencyInput& input, const wording::DocLocale& locale) {
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());
    Document document;
    document.title = locale.text("emergency", wording::emergencyTitle());
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    Card(*type, input, locale, document).draw(page);
    document.pages.push_back(std::move(page));
    return document;
}

} // namespace lento::report
