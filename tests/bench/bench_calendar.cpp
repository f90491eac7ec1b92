// The six-month calendar of a taper as a PDF: from the plan to the bytes, proved, beside a bare QPdfWriter that draws
// as many cells with as many strings on as many pages.
//
// The floor draws the document's own strings, those on the tablets too, in the same fonts and sizes where they stand,
// and a frame for each frame; it lays nothing out, proves nothing, and draws no tablets, tick boxes or signs.
#include "figures.h"
#include "report/calendar_report.h"
#include "report/page_export.h"
#include "report/page_painter.h"
#include "sample_sheets.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

namespace {

using namespace lento;

// 67.5 mg a day, 4 % of it less each week: 26 weeks.
report::ReportInput sixMonths() {
    core::TaperInputs inputs;
    inputs.start = test::date("2026-11-23");
    inputs.from = core::DailyDose::micrograms(67'500);
    inputs.percent = core::Percent::of(4);
    inputs.gentleEnd = false;
    return test::sheetFor(core::planTaper(inputs, test::products("TAB10,TAB5*"), test::shippedNumbers()).value());
}

QByteArray oursAsPdf(const report::ReportInput& input) {
    const auto document = report::calendarReport(input, wording::DocLocale());
    bench::require(document.has_value(), "no calendar");
    const auto bytes = report::pdfBytes(*document);
    bench::require(bytes.has_value(), "no PDF");
    return *bytes;
}

struct BareString {
    QRectF box;
    QString text;
    QFont font;
};
struct BarePage {
    std::vector<QRectF> cells;
    std::vector<BareString> strings;
};

constexpr int resolution = 1200;

QRectF placed(const report::Box& box) {
    const double unit = resolution / 25.4;
    return {box.start * unit, box.top * unit, box.width * unit, box.height * unit};
}

QFont fontOf(report::Face face, double points) {
    const bool bold = face == report::Face::bold || face == report::Face::condensedBold;
    const bool condensed = face == report::Face::condensed || face == report::Face::condensedBold;
    QFont font(condensed ? QStringLiteral("Lento Sans Condensed") : QStringLiteral("Noto Sans"));
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

// Read out beforehand, so that the floor has nothing to do but draw.
std::vector<BarePage> contentsOf(const report::Document& document) {
    std::vector<BarePage> pages;
    for (const report::Page& page : document.pages) {
        BarePage bare;
        for (const report::Block& block : page.blocks) {
            if (const auto* frame = std::get_if<report::Frame>(&block.shape))
                bare.cells.push_back(placed(frame->box));
            else if (const auto* text = std::get_if<report::Text>(&block.shape))
                bare.strings.push_back({placed(text->box), text->text, fontOf(text->face, text->points)});
            else if (const auto* tablet = std::get_if<report::Tablet>(&block.shape); tablet && !tablet->half)
                bare.strings.push_back(
                    {placed(tablet->box), tablet->label,
                     fontOf(report::Face::condensedBold, 0.62 * tablet->box.width * 72 / 25.4 / 1.16)});
            else if (const auto* paragraph = std::get_if<report::Paragraph>(&block.shape)) {
                QString words;
                for (const report::Run& run : paragraph->runs)
                    words += run.text;
                bare.strings.push_back(
                    {placed(paragraph->box), words, fontOf(report::Face::regular, paragraph->points)});
            }
        }
        pages.push_back(std::move(bare));
    }
    return pages;
}

QByteArray bareAsPdf(const report::Document& document, const std::vector<BarePage>& pages) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageLayout(report::pageLayout(document));
    QPainter painter(&writer);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        for (const QRectF& cell : pages[page].cells)
            painter.drawRect(cell);
        for (const BareString& each : pages[page].strings) {
            painter.setFont(each.font);
            painter.drawText(each.box, Qt::TextWordWrap | Qt::TextDontClip, each.text);
        }
    }
    painter.end();
    return bytes;
}

} // namespace

int main(int argc, char* argv[]) {
    QGuiApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    const report::ReportInput input = sixMonths();
    const auto document = report::calendarReport(input, wording::DocLocale());
    bench::require(document.has_value(), "no calendar");
    const std::vector<BarePage> pages = contentsOf(*document);
    std::size_t cells = 0;
    std::size_t strings = 0;
    for (const BarePage& page : pages) {
        cells += page.cells.size();
        strings += page.strings.size();
    }
    bench::require(pages.size() >= 6, "fewer than six months");
    bench::require(cells >= 182 && strings >= 182 * 3, "fewer cells or strings than days of six months");
    const QByteArray ours = oursAsPdf(input);
    const QByteArray bare = bareAsPdf(*document, pages);
    bench::require(ours.count("/Type /Page\n") == bare.count("/Type /Page\n"), "other pages");

    figures.add("ours", bench::Clock::wall, [&] { oursAsPdf(input); });
    figures.add("bare", bench::Clock::wall, [&] { bareAsPdf(*document, pages); });
    figures.run();
    figures.ratio("calendar of six months as PDF", figures.seconds("ours") * 1e3, figures.seconds("bare") * 1e3, "ms",
                  1.5);
    figures.ratio("calendar of six months as PDF: size", static_cast<double>(ours.size()) / 1024,
                  static_cast<double>(bare.size()) / 1024, "kB", 1.6);
    return figures.exitCode();
}
