#include "report/chart_report.h"

#include "report/chart_head.h"
#include "report/chart_panels.h"
#include "report/chart_pump_panel.h"
#include "report/chart_style.h"
#include "report/typeface.h"
#include "wording/quantities.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::report {

using core::Date;
using core::Result;

namespace {

using namespace chart;

constexpr double axisRoom = 13; // beside the panels, for figures
constexpr double masTop = 4;
constexpr double nrsTop = 10;
constexpr double panelCaption = 7.5; // between one panel and the next

double milligrams(core::DailyDose dose) {
    return static_cast<double>(dose.inNanograms()) / static_cast<double>(core::nanogramsPerMilligram);
}

// The distance between dose marks, easy to halve, so that at most seven are needed.
double doseTick(double highest) {
    constexpr std::array<double, 11> ticks{1, 2, 5, 10, 15, 20, 25, 50, 100, 200, 500};
    const auto enough = std::find_if(ticks.begin(), ticks.end(), [&](double tick) { return highest <= 6 * tick; });
    return enough == ticks.end() ? ticks.back() : *enough;
}

class ChartPage {
public:
    ChartPage(const ChartInput& input, const Typeface& type, const wording::DocLocale& locale, Document& document)
        : m_input(input)
        , m_type(type)
        , m_locale(locale)
        , m_page(document.pages.emplace_back())
        , m_width(document.width())
        , m_height(document.height()) {}

    void lay() {
        const ChartHead head(m_input, m_type, m_locale, m_page, m_width);
        const double headBottom = head.draw();
        const double footTop = m_height - margin - 5;
        head.drawFoot(footTop);
        const double left = margin + axisRoom;
        const double right = m_width - margin - axisRoom;
        const double captions = 6;
        double top = headBottom + captions + 2;
        m_bottom = footTop - 12; // dates and years
        if (m_input.pump) {
            constexpr double pumpHeight = 24;
            constexpr double refillsAndCaption = 11;
            layPumpPanel(m_page, *m_input.pump, {left, top, right - left, pumpHeight},
                         {m_input.first, m_input.last, m_input.today}, m_locale);
            top += pumpHeight + refillsAndCaption;
        }
        // A further scale takes a panel below; with many of them none has more than its share.
        const double panelShare =
            std::min(26.0, (m_bottom - top) * 0.55 / std::max<double>(1, double(m_input.further.size())));
        const double bottom = m_bottom - panelShare * double(m_input.further.size());
        const double effects = 9;
        const double doseHeight = (bottom - top - effects - captions) * 0.6;
        m_dose = {left, top, right - left, doseHeight};
        m_effects = {left, m_dose.bottom(), right - left, effects};
        m_scores = {left, m_effects.bottom() + captions, right - left, bottom - m_effects.bottom() - captions};

        double highest = 30;
        for (const ChartInput::Level& level : m_input.dose)
            highest = std::max(highest, milligrams(level.daily));
        m_tick = doseTick(highest);
        m_doseTop = m_tick * (std::floor(highest / m_tick) + 1);

        band(m_input.nrsBand, nrsTop, nrsTint, nrsColour);
        band(m_input.masBand, masTop, masTint, masColour);
        dates();
        values();
        doses();
        todayLine();
        scores(m_input.nrs, nrsTop, nrsColour, Marker::square, Dash::dotted);
        scores(m_input.masMean, masTop, masColour, Marker::circle, Dash::solid);
        effectMarks();
        double panelTop = m_scores.bottom();
        for (const ChartInput::Panel& panel : m_input.further) {
            layChartPanel(m_page, panel, {left, panelTop + panelCaption, right - left, panelShare - panelCaption},
                          {m_input.first, m_input.last, m_input.today}, m_locale);
            panelTop += panelShare;
        }
    }

private:
    QString text(const char* source) const { return m_locale.text("chart", source); }

    void put(Shape shape) { m_page.blocks.push_back({std::move(shape), std::nullopt}); }
    void words(const Box& box, const QString& text, Face face, double points, Align align = Align::start) {
        put(Text{box, text, face, points, align});
    }

    double x(Date day) const {
        const double days = m_input.last - m_input.first;
        return m_dose.start + m_dose.width * (day - m_input.first) / std::max(1.0, days);
    }
    double doseY(double mg) const { return m_dose.bottom() - m_dose.height * mg / m_doseTop; }
    double scoreY(double share) const { return m_scores.bottom() - m_scores.height * share; }
    bool shows(Date day) const { return day >= m_input.first && day <= m_input.last; }

    void gridLine(double y, const Box& panel) { put(Polyline{{{panel.start, y}, {panel.end(), y}}, 0.2, gridColour}); }

    void values() {
        constexpr double height = 4;
        const double captionAbove = 5.5;
        const auto figure = [&](double start, double y, const QString& label, Align align) {
            words({start, y - height / 2, axisRoom - 2, height}, label, Face::regular, labelPoints, align);
        };
        const double left = m_dose.start - axisRoom;
        words({m_dose.start, m_dose.top - captionAbove - 1, m_dose.width, 5},
              text(QT_TRANSLATE_NOOP("chart", "Dose, mg a day")), Face::bold, labelPoints);
        const int every = marksPerFigure(m_dose.height * m_tick / m_doseTop, height);
        int count = 0;
        for (double mg = 0; mg <= m_doseTop; mg += m_tick) {
            gridLine(doseY(mg), m_dose);
            if (count++ % every == 0)
                figure(left, doseY(mg), m_locale.milligrams(core::DailyDose::milligrams(std::lround(mg))), Align::end);
        }
        const double captionTop = m_scores.top - captionAbove;
        words({m_scores.start, captionTop, m_scores.width / 2, 5}, text(QT_TRANSLATE_NOOP("chart", "MAS mean, 0 to 4")),
              Face::bold, labelPoints);
        words({m_scores.start + m_scores.width / 2, captionTop, m_scores.width / 2, 5},
              text(QT_TRANSLATE_NOOP("chart", "Spasticity NRS, 0 to 10")), Face::bold, labelPoints, Align::end);
        const int levels = marksPerFigure(m_scores.height / masTop, height);
        for (int level = 0; level <= 4; ++level) {
            gridLine(scoreY(level / masTop), m_scores);
            if (level % levels == 0)
                figure(left, scoreY(level / masTop), m_locale.count(level), Align::end);
        }
        for (int score = 0; score <= 10; score += 5)
            figure(m_scores.end() + 2, scoreY(score / nrsTop), m_locale.count(score), Align::start);
    }

    // A label below and a faint line through both panels at each month, or at each Monday of a short time.
    void dates() {
        const int days = m_input.last - m_input.first;
        const double perLabel = 17; // mm
        const double most = m_dose.width / perLabel;
        if (days <= 100) {
            const int weeks = std::max(1, static_cast<int>(std::ceil(days / 7.0 / most)));
            Date day = m_input.first;
            while (day.weekday() != core::Weekday::monday)
                day = day + 1;
            for (; day <= m_input.last; day = day + 7 * weeks)
                dateMark(day, m_locale.shortDate(day), day.year());
            return;
        }
        constexpr std::array<int, 8> monthSteps{1, 2, 3, 6, 12, 24, 60, 120};
        const auto step =
            std::find_if(monthSteps.begin(), monthSteps.end(), [&](int each) { return days / 30.4 / each <= most; });
        const int every = step == monthSteps.end() ? monthSteps.back() : *step;
        for (int year = m_input.first.year(); year <= m_input.last.year(); ++year) {
            for (int month = 1; month <= 12 && (every <= 12 || year % (every / 12) == 0); month += every) {
                const Date first = Date::fromYmd(year, month, 1).value_or(m_input.first);
                if (shows(first))
                    dateMark(first, m_locale.shortDate(first), year);
            }
        }
    }

    void dateMark(Date day, const QString& label, int year) {
        constexpr double room = 16;
        put(Polyline{{{x(day), m_dose.top}, {x(day), m_bottom}}, 0.15, gridColour});
        const Box box{x(day) - room / 2, m_bottom + 1.5, room, 4};
        words(box, label, Face::regular, labelPoints, Align::centre);
        // The year stands under the first label that falls in it.
        if (year != m_yearShown)
            words({box.start, box.bottom(), room, 4}, m_locale.dayNumber(year), Face::bold, labelPoints, Align::centre);
        m_yearShown = year;
    }

    void doses() {
        std::vector<Point> given;
        std::vector<Point> planned;
        const auto flushGiven = [&] {
            if (given.empty())
                return;
            std::vector<Point> area = given;
            area.push_back({given.back().start, m_dose.bottom()});
            area.push_back({given.front().start, m_dose.bottom()});
            put(Area{std::move(area), doseFill});
            put(Polyline{std::move(given), 0.6, doseColour});
            given.clear();
        };
        std::optional<Date> next; // the day after the level before
        for (const ChartInput::Level& level : m_input.dose) {
            const Date from = std::max(level.from, m_input.first);
            const Date to = std::min(level.to + 1, m_input.last);
            if (to <= from)
                continue;
            std::vector<Point>& line = level.planned ? planned : given;
            const double y = doseY(milligrams(level.daily));
            if (next != from && !level.planned)
                flushGiven();
            // The first planned dose hangs on the last that was given.
            if (level.planned && planned.empty() && !given.empty())
                planned.push_back(given.back());
            line.push_back({x(from), y});
            line.push_back({x(to), y});
            next = to;
        }
        flushGiven();
        if (!planned.empty())
            put(Polyline{std::move(planned), 0.6, doseColour, Dash::dashed});
    }

    // Edged, so that two bands one over the other are both seen.
    void band(const std::optional<ChartInput::Band>& around, double top, Colour tint, Colour edge) {
        if (!around)
            return;
        const double low = scoreY(around->lowThousandths / 1000.0 / top);
        const double high = scoreY(around->highThousandths / 1000.0 / top);
        put(Area{{{m_scores.start, high}, {m_scores.end(), high}, {m_scores.end(), low}, {m_scores.start, low}}, tint});
        for (const double y : {low, high})
            put(Polyline{{{m_scores.start, y}, {m_scores.end(), y}}, 0.15, edge, Dash::dotted});
    }

    void todayLine() {
        if (!shows(m_input.today))
            return;
        const double at = x(m_input.today);
        // Not through the words between the panels.
        put(Polyline{{{at, m_dose.top - 1}, {at, m_dose.bottom()}}, 0.35, todayColour, Dash::dotted});
        put(Polyline{{{at, m_scores.top}, {at, m_scores.bottom()}}, 0.35, todayColour, Dash::dotted});
        const QString label = text(QT_TRANSLATE_NOOP("chart", "today"));
        const double width = m_type.width(Face::regular, labelPoints, label) + 0.5;
        const bool roomAfter = at + 1.2 + width <= m_dose.end();
        words({roomAfter ? at + 1.2 : at - 1.2 - width, m_dose.top - 1, width, 4}, label, Face::regular, labelPoints);
    }

    void scores(const std::vector<ChartInput::Score>& points, double top, Colour colour, Marker marker, Dash dash) {
        std::vector<Point> line;
        for (const ChartInput::Score& point : points) {
            if (shows(point.on))
                line.push_back({x(point.on), scoreY(point.thousandths / 1000.0 / top)});
        }
        if (line.size() > 1)
            put(Polyline{line, 0.45, colour, dash});
        // Many points stand close together.
        constexpr std::size_t many = 40;
        const double size = line.size() > many ? markSize * 0.65 : markSize;
        for (const Point& at : line)
            put(Mark{{at.start - size / 2, at.top - size / 2, size, size}, marker, colour, false});
    }

    // A triangle each; in words what was worse than slight, where there is room.
    void effectMarks() {
        const double top = m_effects.top + 4.2;
        double free = m_effects.start;
        for (const ChartInput::Effect& effect : m_input.effects) {
            if (!shows(effect.on) || effect.grade <= 0)
                continue;
            put(Mark{{x(effect.on) - markSize / 2, m_effects.top + 1, markSize, markSize},
                     Marker::triangle,
                     effectColour,
                     true});
            if (effect.grade < 2)
                continue;
            const QString label =
                text(QT_TRANSLATE_NOOP("chart", "%1, grade %2")).arg(effect.name, m_locale.count(effect.grade));
            const double width = m_type.width(Face::regular, labelPoints, label) + 0.5;
            const double start = std::clamp(x(effect.on) - width / 2, m_effects.start,
                                            std::max(m_effects.start, m_effects.end() - width));
            if (start < free)
                continue;
            words({start, top, width, 4}, label, Face::regular, labelPoints);
            free = start + width + 3;
        }
    }

    const ChartInput& m_input;
    const Typeface& m_type;
    const wording::DocLocale& m_locale;
    Page& m_page;
    double m_width;
    double m_height;
    Box m_dose;
    Box m_effects;
    Box m_scores;
    double m_bottom = 0; // of the lowest panel
    double m_tick = 15;
    double m_doseTop = 60;
    int m_yearShown = 0;
};

} // namespace

Result<Document> chartReport(const ChartInput& input, const wording::DocLocale& locale) {
    if (input.last < input.first)
        return core::failure(core::ErrorCode::outOfRange, "last", {input.last.iso(), input.first.iso(), ""});
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return core::failure(type.error());
    Document document;
    document.title = locale.text("chart", QT_TRANSLATE_NOOP("chart", "Dose and spasticity over time"));
    document.paper = input.paper;
    document.landscape = true;
    // Time runs from left to right in a chart of any language.
    ChartPage(input, *type, locale, document).lay();
    return document;
}

} // namespace lento::report
