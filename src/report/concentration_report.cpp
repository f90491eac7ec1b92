#include "report/concentration_report.h"

#include "report/typeface.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::report {

using core::Result;

namespace {

constexpr Colour chosenColour{0x0b, 0x5f, 0xa8};
constexpr Colour otherColour{0x55, 0x60, 0x6e};
constexpr Colour gridColour{0xe1, 0xe6, 0xeb};
constexpr Colour therapyFill{0xfb, 0xee, 0xd5};
constexpr double margin = 14;
constexpr double axisRoom = 13;
constexpr double points = 9;
constexpr double line = 5.5; // mm
constexpr int halfHour = 30;

double tickFor(double highest) {
    constexpr std::array<double, 13> ticks{1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1'000, 2'000};
    const auto enough = std::find_if(ticks.begin(), ticks.end(), [&](double tick) { return highest <= 6 * tick; });
    return enough == ticks.end() ? ticks.back() : *enough;
}

QString clock(int minute) {
    return QString::fromStdString(core::clockText(minute));
}

// Tenths without a trailing zero.
QString tenths(double value) {
    return QString::number(std::round(value * 10) / 10);
}

class CurvePage {
public:
    CurvePage(const ConcentrationInput& input, const wording::DocLocale& locale, Document& document)
        : m_input(input)
        , m_locale(locale)
        , m_page(document.pages.emplace_back())
        , m_width(document.width() - 2 * margin)
        , m_height(document.height()) {}

    void lay() {
        double top = margin;
        words({margin, top, m_width, 7},
              text(QT_TRANSLATE_NOOP("concentration", "Expected concentration over the day")), Face::bold, 15);
        words({margin, top, m_width, 7}, m_locale.date(m_input.today), Face::regular, 10, Align::end);
        top += 8;
        words({margin, top, m_width, 6},
              text(QT_TRANSLATE_NOOP("concentration",
                                     "Average person, not this patient; no dosing from this curve (PK-5).")),
              Face::bold, 11);
        top += 7;
        for (const QString& each : {dosesLine(), basisLine(), figuresLine(), otherLine(), therapyLine()}) {
            if (each.isEmpty())
                continue;
            words({margin, top, m_width, line}, each, Face::regular, points);
            top += line;
        }
        m_plot = {margin + axisRoom, top + 8, m_width - axisRoom, m_height - margin - 8 - top - 8};
        const double highest = std::max({1.0, m_input.chosen.peak, m_input.other ? m_input.other->peak : 0.0});
        m_tick = tickFor(highest);
        m_top = m_tick * (std::floor(highest / m_tick) + 1);
        draw();
    }

private:
    QString text(const char* source) const { return m_locale.text("concentration", source); }
    void put(Shape shape) { m_page.blocks.push_back({std::move(shape), std::nullopt}); }
    void words(const Box& box, const QString& text, Face face, double size, Align align = Align::start) {
        put(Text{box, text, face, size, align});
    }
    double x(double minute) const { return m_plot.start + m_plot.width * minute / core::minutesPerDay; }
    double y(double value) const { return m_plot.bottom() - m_plot.height * value / m_top; }

    QString dosesLine() const {
        QStringList doses;
        for (const core::TimedDose& dose : m_input.doses)
            doses << text(QT_TRANSLATE_NOOP("concentration", "%1 at %2"))
                         .arg(m_locale.dose(dose.dose), clock(dose.minuteOfDay));
        return text(QT_TRANSLATE_NOOP("concentration", "Doses (solid line): %1")).arg(m_locale.list(doses));
    }
    QString basisLine() const {
        const QString halfLife = tenths(m_input.model.halfLifeHours());
        if (m_input.child)
            return text(QT_TRANSLATE_NOOP("concentration",
                                          "Children’s model by weight, half-life %1 h; measured in children with two "
                                          "compartments: 4.5 h at the end (PK-3)."))
                .arg(halfLife);
        return text(QT_TRANSLATE_NOOP("concentration", "Adults’ model at K %1 mL/min, half-life %2 h (PK-2)."))
            .arg(tenths(m_input.k.value_or(0)), halfLife);
    }
    QString figuresLine() const {
        const core::SteadyState& state = m_input.chosen;
        return text(QT_TRANSLATE_NOOP("concentration",
                                      "Peak %1 ng/mL at %2, trough %3 ng/mL at %4, average %5 ng/mL at steady state."))
            .arg(tenths(state.peak), clock(state.peakMinute), tenths(state.trough), clock(state.troughMinute),
                 tenths(state.average));
    }
    QString otherLine() const {
        if (!m_input.other || !m_input.otherDaily)
            return {};
        return text(QT_TRANSLATE_NOOP("concentration", "Dashed, for comparison: %1 a day, peak %2, trough %3 ng/mL."))
            .arg(m_locale.dose(*m_input.otherDaily), tenths(m_input.other->peak), tenths(m_input.other->trough));
    }
    QString therapyLine() const {
        QStringList hours;
        for (const int minute : m_input.therapy)
            hours << QStringLiteral("%1–%2").arg(clock(minute - halfHour), clock(minute + halfHour));
        return hours.isEmpty() ? QString()
                               : text(QT_TRANSLATE_NOOP("concentration",
                                                        "Shaded: hours for physiotherapy near a peak, %1 (TIT-9)."))
                                     .arg(m_locale.list(hours));
    }

    void draw() {
        words({m_plot.start, m_plot.top - 6, m_plot.width, 5},
              text(QT_TRANSLATE_NOOP("concentration", "Baclofen in plasma, ng/mL")), Face::bold, points);
        for (const int minute : m_input.therapy) {
            const double from = x(minute - halfHour);
            const double to = x(minute + halfHour);
            put(Area{{{from, m_plot.top}, {to, m_plot.top}, {to, m_plot.bottom()}, {from, m_plot.bottom()}},
                     therapyFill});
        }
        for (double value = 0; value <= m_top * 1.001; value += m_tick) {
            put(Polyline{{{m_plot.start, y(value)}, {m_plot.end(), y(value)}}, 0.2, gridColour});
            words({margin, y(value) - 2, axisRoom - 2, 4}, m_locale.count(std::lround(value)), Face::regular, points,
                  Align::end);
        }
        constexpr int minutesPerHour = 60;
        for (int hour = 0; hour <= 24; hour += 3) {
            const double at = x(hour * minutesPerHour);
            words({at - 8, m_plot.bottom() + 1.5, 16, 4},
                  hour == 24 ? QStringLiteral("24:00") : clock(hour * minutesPerHour), Face::regular, points,
                  Align::centre);
        }
        if (m_input.other)
            curve(*m_input.other, otherColour, 0.45, Dash::dashed);
        curve(m_input.chosen, chosenColour, 0.7, Dash::solid);
        constexpr double size = 2.6;
        for (const core::TimedDose& dose : m_input.doses)
            put(Mark{{x(dose.minuteOfDay) - size / 2, m_plot.bottom() - size, size, size},
                     Marker::triangle,
                     chosenColour,
                     true});
        const core::SteadyState& state = m_input.chosen;
        for (const auto& [minute, value] :
             {std::pair{state.peakMinute, state.peak}, std::pair{state.troughMinute, state.trough}})
            put(Mark{{x(minute) - size / 2, y(value) - size / 2, size, size}, Marker::circle, chosenColour, false});
    }

    void curve(const core::SteadyState& state, Colour colour, double stroke, Dash dash) {
        std::vector<Point> path;
        constexpr int step = 4; // minutes
        for (int minute = 0; minute <= core::minutesPerDay; minute += step)
            path.push_back({x(minute), y(state.curve[static_cast<std::size_t>(minute % core::minutesPerDay)])});
        put(Polyline{std::move(path), stroke, colour, dash});
    }

    const ConcentrationInput& m_input;
    const wording::DocLocale& m_locale;
    Page& m_page;
    double m_width;
    double m_height;
    Box m_plot;
    double m_top = 100;
    double m_tick = 50;
};

} // namespace

// rule: PK-5
Result<Document> concentrationReport(const ConcentrationInput& input, const wording::DocLocale& locale) {
    if (input.doses.empty())
        return core::failure(core::ErrorCode::nothingToPrint);
    if (const Result<Typeface> type = Typeface::load(); !type)
        return core::failure(type.error());
    Document document;
    document.title =
        locale.text("concentration", QT_TRANSLATE_NOOP("concentration", "Expected concentration over the day"));
    document.paper = input.paper;
    document.landscape = true;
    // Time runs from left to right in a chart of any language.
    CurvePage(input, locale, document).lay();
    return document;
}

} // namespace lento::report
