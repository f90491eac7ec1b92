#include "report/clinic_report.h"

#include "report/text_column.h"

#include <QCoreApplication>

#include <numeric>
#include <optional>

namespace lento::report {

using core::failure;
using core::Result;

namespace {

constexpr double margin = 14;
constexpr double pad = 4;
constexpr double partIndent = 6;
constexpr double points = 12;

class FigureSheet {
public:
    FigureSheet(const Typeface& type, const ClinicReportInput& input, const wording::DocLocale& locale,
                Document& document)
        : m_type(type)
        , m_input(input)
        , m_locale(locale)
        , m_document(document) {}

    void draw() {
        startPage();
        m_column->put({{m_document.title, true}}, 20);
        m_column->put({{clinicAndDay(), false}}, 13);
        m_column->skip(4);
        m_column->framed(0.7, pad, [this](double inset) { drawCourses(inset); });
        m_column->skip(5);
        drawOverrides();
        m_column->skip(4);
        const QString counted = text(QT_TRANSLATE_NOOP(
            "clinic-figures",
            "Counted from the plans that are followed on this day. Overrides are counted in all plans "
            "that are or were followed. No patient is named."));
        keepRoom(2 * Typeface::lineHeight(11));
        m_column->put({{counted, false}}, 11);
    }

private:
    QString text(const char* source) const { return m_locale.text("clinic-figures", source); }

    void startPage() {
        m_document.pages.emplace_back();
        m_column.emplace(m_type, m_document.pages.back(),
                         Box{margin, margin, m_document.width() - 2 * margin, m_document.height() - 2 * margin});
    }

    QString clinicAndDay() const {
        const QString day =
            text(QT_TRANSLATE_NOOP("clinic-figures", "On %1")).arg(m_locale.dateWithWeekday(m_input.day));
        return m_input.clinic.name.isEmpty() ? day : m_input.clinic.name + QStringLiteral(" · ") + day;
    }

    // What does not fit any more begins the next page, which says what it belongs to.
    void keepRoom(double height) {
        if (m_column->top() + height <= m_column->area().bottom())
            return;
        startPage();
        m_column->put({{m_document.title + QStringLiteral(" · "), true}, {clinicAndDay(), false}}, 11);
        m_column->skip(3);
    }

    void total(const char* label, int figure, double inset) {
        m_column->putFigure(text(label), m_locale.count(figure), 14, true, inset);
    }
    void part(const char* label, int figure, double inset) {
        m_column->putFigure(text(label), m_locale.count(figure), points, false, inset, partIndent);
    }

    void drawCourses(double inset) {
        const core::ClinicFigures& figures = m_input.figures;
        total(QT_TRANSLATE_NOOP("clinic-figures", "Being titrated"), figures.titrated, inset);
        part(QT_TRANSLATE_NOOP("clinic-figures", "at the highest dose of the plan"), figures.atMaximum, inset);
        m_column->skip(2);
        total(QT_TRANSLATE_NOOP("clinic-figures", "Being tapered"), figures.tapered, inset);
        part(QT_TRANSLATE_NOOP("clinic-figures", "on hold on this day"), figures.onHold, inset);
        part(QT_TRANSLATE_NOOP("clinic-figures", "paused or stepped back so far"), figures.pausedOrReversed, inset);
        m_column->skip(2);
        total(QT_TRANSLATE_NOOP("clinic-figures", "Stable"), figures.stable, inset);
        part(QT_TRANSLATE_NOOP("clinic-figures", "without a score for 6 months"), figures.unscored, inset);
    }

    void drawOverrides() {
        const auto& byRule = m_input.figures.overridesByRule;
        m_column->put({{text(QT_TRANSLATE_NOOP("clinic-figures", "Checks overridden, by rule")), true}}, 14);
        m_column->skip(1);
        if (byRule.empty()) {
            m_column->put({{text(QT_TRANSLATE_NOOP("clinic-figures", "No check was overridden.")), false}}, points);
            return;
        }
        for (const auto& [rule, count] : byRule) {
            const QString id = QString::fromStdString(rule);
            const auto title = m_input.ruleTitles.find(rule);
            keepRoom(2 * Typeface::lineHeight(points));
            m_column->putFigure(title == m_input.ruleTitles.end() ? id : id + QStringLiteral(" · ") + title->second,
                                m_locale.count(count), points, false);
        }
        const std::int64_t all = std::accumulate(byRule.begin(), byRule.end(), std::int64_t{0},
                                                 [](std::int64_t sum, const auto& each) { return sum + each.second; });
        keepRoom(2 * Typeface::lineHeight(points));
        m_column->putFigure(text(QT_TRANSLATE_NOOP("clinic-figures", "Together")), m_locale.count(all), points, true);
    }

    const Typeface& m_type;
    const ClinicReportInput& m_input;
    const wording::DocLocale& m_locale;
    Document& m_document;
    std::optional<TextColumn> m_column; // of the last page
};

} // namespace

Result<Document> clinicReport(const ClinicReportInput& input, const wording::DocLocale& locale) {
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());
    Document document;
    document.title = locale.text("reports", QT_TRANSLATE_NOOP("reports", "The clinic in figures"));
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    FigureSheet(*type, input, locale, document).draw();
    return document;
}

} // namespace lento::report
