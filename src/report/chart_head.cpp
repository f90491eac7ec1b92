#include "report/chart_head.h"

#include "report/chart_style.h"
#include "wording/quantities.h"

#include <QCoreApplication>

namespace lento::report {

using namespace chart;

double ChartHead::draw() const {
    const double width = m_width - 2 * margin;
    double top = margin;
    words({margin, top, width, 7}, text(QT_TRANSLATE_NOOP("chart", "Dose and spasticity over time")), Face::bold, 15);
    words({margin, top, width, 7}, m_locale.date(m_input.first) + QStringLiteral(" – ") + m_locale.date(m_input.last),
          Face::regular, 10, Align::end);
    top += 8;
    if (m_input.patient) {
        const core::Identity& patient = *m_input.patient;
        QString line = text(QT_TRANSLATE_NOOP("chart", "born %1")).arg(m_locale.date(patient.birthDate));
        if (!patient.recordNumber.empty())
            line += QStringLiteral(" · ") +
                    text(QT_TRANSLATE_NOOP("chart", "record %1")).arg(QString::fromStdString(patient.recordNumber));
        const QString name = wording::nameText(patient);
        const double nameWidth = m_type.width(Face::bold, 11, name);
        words({margin, top, nameWidth + 0.5, 6}, name, Face::bold, 11);
        words({margin + nameWidth + 3, top, width - nameWidth - 3, 6}, line, Face::regular, 10);
        top += 7;
    }
    return legend(top + 1);
}

double ChartHead::legend(double top) const {
    constexpr double height = 5;
    constexpr double swatch = 7;
    double middle = top + height / 2;
    double start = margin;
    const auto entry = [&](const char* source, const auto& draw) {
        const QString label = text(source);
        draw();
        const double width = m_type.width(Face::regular, labelPoints, label) + 0.5;
        words({start + swatch + 1.5, top, width, height}, label, Face::regular, labelPoints);
        start += swatch + width + 6;
    };
    const auto line = [&](Colour colour, double stroke, Dash dash) {
        put(Polyline{{{start, middle}, {start + swatch, middle}}, stroke, colour, dash});
    };
    const auto mark = [&](Marker marker, Colour colour, bool filled) {
        put(Mark{{start + (swatch - markSize) / 2, middle - markSize / 2, markSize, markSize}, marker, colour, filled});
    };
    entry(QT_TRANSLATE_NOOP("chart", "dose given"), [&] {
        put(Area{{{start, middle}, {start + swatch, middle}, {start + swatch, top + height}, {start, top + height}},
                 doseFill});
        line(doseColour, 0.6, Dash::solid);
    });
    entry(QT_TRANSLATE_NOOP("chart", "dose planned"), [&] { line(doseColour, 0.6, Dash::dashed); });
    entry(QT_TRANSLATE_NOOP("chart", "MAS mean"), [&] {
        line(masColour, 0.45, Dash::solid);
        mark(Marker::circle, masColour, false);
    });
    entry(QT_TRANSLATE_NOOP("chart", "spasticity NRS"), [&] {
        line(nrsColour, 0.45, Dash::dotted);
        mark(Marker::square, nrsColour, false);
    });
    entry(QT_TRANSLATE_NOOP("chart", "adverse effect"), [&] { mark(Marker::triangle, effectColour, true); });
    const auto bandEntry = [&](const char* source, Colour tint, Colour edge) {
        entry(source, [&] {
            put(Area{{{start, top + 1}, {start + swatch, top + 1}, {start + swatch, top + 4}, {start, top + 4}}, tint});
            for (const double y : {top + 1, top + 4})
                put(Polyline{{{start, y}, {start + swatch, y}}, 0.15, edge, Dash::dotted});
        });
    };
    // SCL-10: said once for each line that has a band.
    if (!m_input.masBand && !m_input.nrsBand)
        return top + height;
    start = margin;
    top += height;
    middle = top + height / 2;
    if (m_input.masBand)
        bandEntry(QT_TRANSLATE_NOOP("chart", "MAS: no change that matters from baseline"), masTint, masColour);
    if (m_input.nrsBand)
        bandEntry(QT_TRANSLATE_NOOP("chart", "NRS: no change that matters from baseline"), nrsTint, nrsColour);
    return top + height;
}

void ChartHead::drawFoot(double top) const {
    const double width = m_width - 2 * margin;
    words(
        {margin, top, width, 5},
        text(QT_TRANSLATE_NOOP(
            "chart", "MAS: Modified Ashworth Scale, mean of the muscles scored, 1+ counted as 1.5. Lower is better.")),
        Face::regular, 8);
    QString made = text(QT_TRANSLATE_NOOP("chart", "made %1")).arg(m_locale.date(m_input.today));
    if (!m_input.clinic.isEmpty())
        made = m_input.clinic + QStringLiteral(" · ") + made;
    words({margin, top, width, 5}, made, Face::regular, 8, Align::end);
}

} // namespace lento::report
