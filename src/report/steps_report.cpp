#include "report/steps_report.h"

#include "core/dispense.h"
#include "report/sheet_words.h"
#include "report/typeface.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>

namespace lento::report {

using core::failure;
using core::Result;

namespace {

constexpr double margin = 12;
constexpr double pad = 1.1;
constexpr double notePoints = 10;
constexpr double noteGap = 1.5;
constexpr double smallestPoints = 8;

struct Column {
    QString head;
    double width = 0;
    Align align = Align::start;
};

struct Row {
    std::vector<QString> cells;
};

class StepTable {
public:
    StepTable(const Typeface& type, const ReportInput& input, const wording::DocLocale& locale, const SheetWords& words)
        : m_type(type)
        , m_input(input)
        , m_locale(locale)
        , m_words(words) {}

    Result<void> build() {
        const core::Plan& plan = m_input.sheet.plan;
        int most = 0;
        for (const core::Step& step : plan.steps)
            most = std::max(most, step.split.dosesPerDay());
        const auto parts = most > 0 ? core::dayParts(most) : std::span<const core::DayPart>{};
        m_columns = {{m_words.text(QT_TRANSLATE_NOOP("sheet", "Step")), 0, Align::end},
                     {m_words.text(QT_TRANSLATE_NOOP("sheet", "From")), 0, Align::start},
                     {m_words.text(QT_TRANSLATE_NOOP("sheet", "To")), 0, Align::start}};
        for (const core::DayPart part : parts)
            m_columns.push_back({m_words.partName(part), 0, Align::end});
        m_columns.push_back({m_words.text(QT_TRANSLATE_NOOP("sheet", "A day")), 0, Align::end});
        m_totalColumn = m_columns.size() - 1;
        m_columns.push_back({m_words.text(QT_TRANSLATE_NOOP("sheet", "Change")), 0, Align::end});
        m_columns.push_back({m_words.text(QT_TRANSLATE_NOOP("sheet", "Tablets a day")), 0, Align::start});

        std::optional<core::DailyDose> before = m_input.doseBefore;
        if (!before && plan.taper())
            before = plan.taper()->from;
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            const core::Step& step = plan.steps[i];
            Row row;
            m_gated = m_gated || step.onlyAfterReview;
            row.cells = {m_locale.count(static_cast<std::int64_t>(i) + 1) +
                             (step.onlyAfterReview ? QStringLiteral("*") : QString()),
                         m_locale.dateWithWeekday(step.span.first), lastDay(step)};
            for (const core::DayPart part : parts)
                row.cells.push_back(step.daily().isZero() ? QString() : m_locale.dose(step.split.at(part)));
            row.cells.push_back(m_locale.dose(step.daily()));
            row.cells.push_back(change(before, step.daily()));
            Result<QString> tablets = tabletsOf(step);
            if (!tablets)
                return failure(tablets.error());
            row.cells.push_back(*tablets);
            before = step.daily();
            m_rows.push_back(std::move(row));
        }
        return {};
    }

    bool hasGatedSteps() const noexcept { return m_gated; }

    // Sets column widths for a size and face of type; false if the table is wider than the page.
    bool measure(double points, bool condensed, double width) {
        m_condensed = condensed;
        double sum = 0;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            double widest = m_type.width(headFace(), points, m_columns[c].head);
            for (const Row& row : m_rows)
                widest = std::max(widest, m_type.width(faceOf(c), points, row.cells[c]));
            m_columns[c].width = widest + 2 * pad;
            sum += m_columns[c].width;
        }
        if (sum <= width)
            m_columns.back().width += width - sum;
        return sum <= width;
    }

    void draw(Page& page, const Box& box, double points, double rowHeight) const {
        double top = box.top;
        const auto line = [&](double at, double stroke) {
            page.blocks.push_back({Rule{box.start, at, box.end(), at, stroke}, {}});
        };
        drawRow(page, heads(), box.start, top, rowHeight, points, true);
        top += rowHeight;
        line(top, 0.5);
        for (const Row& row : m_rows) {
            drawRow(page, row.cells, box.start, top, rowHeight, points, false);
            top += rowHeight;
            line(top, 0.12);
        }
    }

    std::size_t rows() const { return m_rows.size(); }

private:
    Face headFace() const { return m_condensed ? Face::condensedBold : Face::bold; }
    Face faceOf(std::size_t column) const {
        return column == m_totalColumn ? headFace() : m_condensed ? Face::condensed : Face::regular;
    }

    std::vector<QString> heads() const {
        std::vector<QString> texts;
        for (const Column& column : m_columns)
            texts.push_back(column.head);
        return texts;
    }

    void drawRow(Page& page, const std::vector<QString>& cells, double start, double top, double height, double points,
                 bool head) const {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const Box cell{start + pad, top, m_columns[c].width - 2 * pad, height};
            if (!cells[c].isEmpty())
                page.blocks.push_back(
                    {Text{cell, cells[c], head ? headFace() : faceOf(c), points, m_columns[c].align}, {}});
            start += m_columns[c].width;
        }
    }

    QString lastDay(const core::Step& step) const {
        if (step.daily().isZero())
            return m_words.text(QT_TRANSLATE_NOOP("sheet", "stop"));
        return step.span.last ? m_locale.date(*step.span.last) : m_words.text(QT_TRANSLATE_NOOP("sheet", "until told"));
    }

    QString change(std::optional<core::DailyDose> before, core::DailyDose now) const {
        if (!before || *before == now)
            return {};
        return now > *before ? u'+' + m_locale.dose(now - *before) : QChar(u'\u2212') + m_locale.dose(*before - now);
    }

    // All pieces of one day on this step: "3 × 10 mg + 3 halves of 10 mg".
    Result<QString> tabletsOf(const core::Step& step) const {
        std::map<std::uint8_t, core::Pieces> day;
        const core::ProductSet& products = m_input.sheet.plan.products;
        if (!products.hasProducts())
            return QString();
        for (int i = 0; i < step.split.dosesPerDay(); ++i) {
            const auto pieces = core::dispense(step.split.at(i), products);
            if (!pieces)
                return failure(core::ErrorCode::doseNotDispensable, {},
                               {std::to_string(step.split.at(i).inNanograms())});
            for (const core::Pieces& some : *pieces) {
                core::Pieces& sum = day[some.product];
                sum.whole += some.whole;
                sum.half += some.half;
                sum.volume = sum.volume + some.volume;
            }
        }
        QStringList parts;
        for (const auto& [index, pieces] : day) {
            const core::Product& product = products.products()[index];
            const QString strength = m_locale.dose(product.strength);
            if (product.form == core::ProductForm::liquid)
                parts << m_locale.volume(pieces.volume);
            if (pieces.whole > 0)
                parts << QStringLiteral("%1 × %2").arg(m_locale.count(pieces.whole), strength);
            if (pieces.half == 1)
                parts << m_words.text(QT_TRANSLATE_NOOP("sheet", "half of one %1")).arg(strength);
            else if (pieces.half > 1)
                parts << m_words.text(QT_TRANSLATE_NOOP("sheet", "%n halves of %1"), pieces.half).arg(strength);
        }
        return parts.join(QStringLiteral(" + "));
    }

    const Typeface& m_type;
    const ReportInput& m_input;
    const wording::DocLocale& m_locale;
    const SheetWords& m_words;
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    std::size_t m_totalColumn = 0;
    bool m_condensed = false;
    bool m_gated = false;
};

void putLine(Page& page, const Typeface& type, const Box& area, double& top, const std::vector<Run>& runs,
             double points) {
    const double height = type.heightOf(runs, points, area.width);
    page.blocks.push_back({Paragraph{{area.start, top, area.width, height}, runs, points}, {}});
    top += height;
}

enum class Copy { patient, clinician };

// What stands below the table: paragraphs, each of which may have a heading in bold.
using Paragraphs = std::vector<std::vector<Run>>;

double heightOf(const Typeface& type, const Paragraphs& paragraphs, double width) {
    double height = 0;
    for (const std::vector<Run>& runs : paragraphs)
        height += type.heightOf(runs, notePoints, width) + noteGap;
    return height;
}

Paragraphs patientsFoot(const SheetWords& words, bool gated) {
    Paragraphs foot = {words.doNotStop(), words.callTheClinic(), words.missedAndTooHard()};
    if (gated)
        foot.insert(foot.begin(),
                    {{words.text(QT_TRANSLATE_NOOP("sheet", "* Only after your review: until we have spoken, stay on "
                                                            "the dose before and call if an effect limits "
                                                            "what you do in the day.")),
                      true}});
    return foot;
}

Paragraphs cliniciansFoot(const ReportInput& input, const SheetWords& words, bool gated) {
    Paragraphs foot;
    if (gated)
        foot.push_back({{words.text(QT_TRANSLATE_NOOP("sheet", "* Only after review (TIT-17).")), false}});
    const core::TitrationInputs* titration = input.sheet.plan.titration();
    if (titration && titration->protocol) {
        const core::Protocol& protocol = *titration->protocol;
        QString line = words.text(QT_TRANSLATE_NOOP("sheet", "%1, version %2"))
                           .arg(QString::fromStdString(protocol.title))
                           .arg(protocol.version);
        if (protocol.isClinics())
            line = words.text(QT_TRANSLATE_NOOP("sheet", "%1, adopted by %2"))
                       .arg(line, QString::fromStdString(protocol.adoptedBy));
        foot.push_back({{words.text(QT_TRANSLATE_NOOP("sheet", "Protocol: ")), true}, {line, false}});
    }
    for (const RecordNote& note : input.notes) {
        std::vector<Run> runs{{note.heading + QStringLiteral(". "), true}, {note.text, false}};
        if (!note.answer.isEmpty())
            runs.push_back({QLatin1Char(' ') + note.answer, true});
        foot.push_back(std::move(runs));
    }
    if (input.notes.empty())
        foot.push_back(
            {{words.text(QT_TRANSLATE_NOOP("sheet", "No limit was passed, and no reason was owed.")), false}});
    return foot;
}

void putParagraphs(Page& page, const Typeface& type, const Box& area, double top, const Paragraphs& paragraphs) {
    for (const std::vector<Run>& runs : paragraphs) {
        putLine(page, type, area, top, runs, notePoints);
        top += noteGap;
    }
}

// Moves to pages of their own, in order, what does not fit below the table.
void putNotePages(Document& document, const Typeface& type, const SheetWords& words, const Box& area,
                  const Paragraphs& paragraphs) {
    Page page;
    double top = 0;
    const auto begin = [&] {
        page = {};
        top = area.top;
        putLine(page, type, area, top,
                {{document.title, true},
                 {QStringLiteral(" · ") + words.patientName() + QStringLiteral(" · ") + words.planLine(), false}},
                notePoints);
        top += noteGap;
    };
    begin();
    for (const std::vector<Run>& runs : paragraphs) {
        if (top + type.heightOf(runs, notePoints, area.width) > area.bottom()) {
            document.pages.push_back(std::move(page));
            begin();
        }
        putLine(page, type, area, top, runs, notePoints);
        top += noteGap;
    }
    document.pages.push_back(std::move(page));
}

Result<Document> makeSteps(const ReportInput& input, const wording::DocLocale& locale, Copy copy) {
    if (input.sheet.plan.steps.empty())
        return failure(core::ErrorCode::nothingToPrint);
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());
    const SheetWords words(input, locale);
    StepTable table(*type, input, locale, words);
    if (Result<void> built = table.build(); !built)
        return failure(built.error());

    Document document;
    document.title = copy == Copy::patient ? words.text(QT_TRANSLATE_NOOP("sheet", "Baclofen step by step"))
                                           : words.text(QT_TRANSLATE_NOOP("sheet", "Baclofen: clinician’s copy"));
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    const Box area{margin, margin, document.width() - 2 * margin, document.height() - 2 * margin};
    if (input.sheet.status == core::RevisionStatus::draft)
        page.blocks.push_back({Watermark{words.text(QT_TRANSLATE_NOOP("sheet", "DRAFT"))}, {}});

    double top = area.top;
    putLine(page, *type, area, top, {{document.title, true}}, 18);
    putLine(page, *type, area, top, {{words.patientName(), true}, {QStringLiteral(" · ") + words.patientLine(), false}},
            12);
    putLine(page, *type, area, top, {{words.clinicLine(), false}}, 10);
    putLine(page, *type, area, top, {{words.planLine() + QStringLiteral(" · "), false}, {words.replacesLine(), true}},
            10);
    top += 3;
    putLine(page, *type, area, top, {{words.summary(input.sheet.plan.steps.front().span.first), true}}, 12);
    putLine(page, *type, area, top, {{words.drugLine(), false}}, 10);
    top += 3;

    // The foot first, for the table takes what is left.
    Paragraphs foot = copy == Copy::patient ? patientsFoot(words, table.hasGatedSteps())
                                            : cliniciansFoot(input, words, table.hasGatedSteps());
    Paragraphs later;
    const double least = static_cast<double>(table.rows() + 1) * Typeface::lineHeight(smallestPoints) + 4;
    if (copy == Copy::clinician && heightOf(*type, foot, area.width) > area.bottom() - top - least) {
        later = std::move(foot);
        foot = {{{words.text(QT_TRANSLATE_NOOP("sheet", "What it was made from, and the reasons: next page.")), true}}};
    }
    const double footHeight = heightOf(*type, foot, area.width);
    const double room = area.bottom() - footHeight - 4 - top;

    // The largest type in which all steps stand on the page, narrow letters before small ones.
    struct Type {
        double points;
        bool condensed;
    };
    bool fits = false;
    for (const Type& size : {Type{11, false}, Type{10, false}, Type{11, true}, Type{10, true}, Type{9, true},
                             Type{smallestPoints, true}}) {
        const double rowHeight = std::min(7.2, room / static_cast<double>(table.rows() + 1));
        if (rowHeight >= Typeface::lineHeight(size.points) && table.measure(size.points, size.condensed, area.width)) {
            table.draw(page, {area.start, top, area.width, room}, size.points, rowHeight);
            fits = true;
            break;
        }
    }
    if (!fits)
        return failure(core::ErrorCode::textClipped, document.title.toStdString());

    putParagraphs(page, *type, area, area.bottom() - footHeight, foot);
    document.pages.push_back(std::move(page));
    if (!later.empty())
        putNotePages(document, *type, words, area, later);
    return document;
}

} // namespace

Result<Document> stepsReport(const ReportInput& input, const wording::DocLocale& locale) {
    return makeSteps(input, locale, Copy::patient);
}

Result<Document> clinicianReport(const ReportInput& input, const wording::DocLocale& locale) {
    return makeSteps(input, locale, Copy::clinician);
}

} // namespace lento::report
