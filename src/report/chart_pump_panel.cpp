#include "report/chart_pump_panel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::report {

namespace {

constexpr Colour lineColour{0x0b, 0x5f, 0xa8};
constexpr Colour fillColour{0xd9, 0xe9, 0xf7};
constexpr Colour refillColour{0x1a, 0x7f, 0x37};
constexpr Colour alarmColour{0xb3, 0x20, 0x1a};
constexpr Colour todayColour{0x1a, 0x24, 0x33};
constexpr Colour gridColour{0xe1, 0xe6, 0xeb};
constexpr double labelPoints = 9;
constexpr double markSize = 2.4;
constexpr double adjustmentSize = 1.6;

double micrograms(core::PumpDose daily) {
    return static_cast<double>(daily.inNanograms()) / static_cast<double>(core::nanogramsPerMicrogram);
}

// The distance between marks, so that at most four are needed.
double tickFor(double highest) {
    constexpr std::array<double, 10> ticks{5, 10, 20, 25, 50, 100, 200, 250, 500, 1'000};
    const auto enough = std::find_if(ticks.begin(), ticks.end(), [&](double tick) { return highest <= 3 * tick; });
    return enough == ticks.end() ? ticks.back() : *enough;
}

class PumpPanel {
public:
    PumpPanel(Page& page, const ChartInput::Pump& pump, const Box& box, const ChartTime& time)
        : m_page(page)
        , m_pump(pump)
        , m_box(box)
        , m_time(time) {
        double highest = 0;
        for (const ChartInput::PumpLevel& level : pump.dose)
            highest = std::max(highest, micrograms(level.daily));
        m_tick = tickFor(highest);
        m_top = m_tick * (std::floor(highest / m_tick) + 1);
    }

    void axis(const wording::DocLocale& locale) {
        constexpr double captionHeight = 4.5;
        constexpr double figureHeight = 4;
        constexpr double figureWidth = 11;
        put(Text{
            {m_box.start, m_box.top - captionHeight - 0.8, m_box.width, captionHeight},
            locale.text("chart", QT_TRANSLATE_NOOP("chart", "Pump, mcg a day. Triangle: refill. Dashed: alarm date.")),
            Face::bold,
            labelPoints,
            Align::start});
        const auto ticks = static_cast<int>(std::lround(m_top / m_tick));
        for (int tick = 0; tick <= ticks; ++tick) {
            const double at = tick * m_tick;
            put(Polyline{{{m_box.start, y(at)}, {m_box.end(), y(at)}}, 0.2, gridColour});
            put(Text{{m_box.start - figureWidth - 2, y(at) - figureHeight / 2, figureWidth, figureHeight},
                     locale.count(static_cast<int>(std::lround(at))),
                     Face::regular,
                     labelPoints,
                     Align::end});
        }
    }

    void doses() {
        std::vector<Point> line; // of one pump
        std::vector<Point> adjustments;
        const auto flush = [&] {
            if (line.size() > 1) {
                std::vector<Point> area = line;
                area.push_back({line.back().start, m_box.bottom()});
                area.push_back({line.front().start, m_box.bottom()});
                put(Area{std::move(area), fillColour});
                put(Polyline{line, 0.6, lineColour});
            }
            line.clear();
        };
        for (const ChartInput::PumpLevel& level : m_pump.dose) {
            const core::Date from = std::max(level.from, m_time.first);
            const core::Date to = std::min(level.to + 1, m_time.last);
            if (!level.isAdjustment)
                flush();
            if (to <= from)
                continue;
            line.push_back({x(from), y(micrograms(level.daily))});
            line.push_back({x(to), y(micrograms(level.daily))});
            if (level.isAdjustment && shows(level.from))
                adjustments.push_back(line[line.size() - 2]);
        }
        flush();
        for (const Point& at : adjustments)
            mark(at, adjustmentSize, Marker::circle, lineColour);
    }

    void marks() {
        for (const core::Date day : m_pump.refills)
            if (shows(day))
                mark({x(day), m_box.bottom() + markSize}, markSize, Marker::triangle, refillColour);
        for (const core::Date day : m_pump.alarms)
            upright(day, alarmColour, Dash::dashed);
        upright(m_time.today, todayColour, Dash::dotted);
    }

private:
    void put(Shape shape) { m_page.blocks.push_back({std::move(shape), std::nullopt}); }
    void mark(const Point& at, double size, Marker marker, Colour colour) {
        put(Mark{{at.start - size / 2, at.top - size / 2, size, size}, marker, colour, true});
    }
    void upright(core::Date day, Colour colour, Dash dash) {
        if (shows(day))
            put(Polyline{{{x(day), m_box.top}, {x(day), m_box.bottom()}}, 0.35, colour, dash});
    }
    bool shows(core::Date day) const { return day >= m_time.first && day <= m_time.last; }
    double x(core::Date day) const {
        return m_box.start + m_box.width * (day - m_time.first) / std::max(1.0, double(m_time.last - m_time.first));
    }
    double y(double mcg) const { return m_box.bottom() - m_box.height * mcg / m_top; }

    Page& m_page;
    const ChartInput::Pump& m_pump;
    const Box m_box;
    const ChartTime m_time;
    double m_tick = 10;
    double m_top = 40; // mcg a day
};

} // namespace

void layPumpPanel(Page& page, const ChartInput::Pump& pump, const Box& box, const ChartTime& time,
                  const wording::DocLocale& locale) {
    PumpPanel panel(page, pump, box, time);
    panel.axis(locale);
    panel.doses();
    panel.marks();
}

} // namespace lento::report
