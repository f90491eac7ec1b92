#include "report/calendar_head.h"

#include <QCoreApplication>

#include <algorithm>

namespace lento::report {

namespace {

constexpr double titleRow = 7.4;
constexpr double row = 5.2;
constexpr double rowPoints = 10;

class HeadWriter {
public:
    HeadWriter(Page* page, const Typeface& type)
        : m_page(page)
        , m_type(type) {}

    // Returns where the text ends.
    double text(double start, double top, double height, const QString& words, Face face, double points) {
        const double width = m_type.width(face, points, words);
        put(Text{{start, top, width, height}, words, face, points});
        return start + width;
    }
    void textBefore(double end, double top, double height, const QString& words, Face face, double points) {
        const double width = m_type.width(face, points, words);
        put(Text{{end - width, top, width, height}, words, face, points, Align::end});
    }
    void put(Shape shape) {
        if (m_page)
            m_page->blocks.push_back({std::move(shape), {}});
    }

private:
    Page* m_page;
    const Typeface& m_type;
};

} // namespace

// rule: PAT-17, PAT-18
double drawHead(Page* page, const PageName& name, const Box& area, const Typeface& type, const SheetDays& sheet,
                const ReportInput& input, const SheetWords& words, const wording::DocLocale& locale) {
    HeadWriter write(page, type);
    double top = area.top;
    write.text(area.start, top, titleRow, name.title, Face::bold, 18);
    write.textBefore(area.end(), top, titleRow, input.clinic.name, Face::bold, 11);
    top += titleRow;

    const double nameEnd = write.text(area.start, top, row, words.patientName(), Face::bold, 12);
    write.text(nameEnd, top, row, QStringLiteral(" · ") + words.patientLine(), Face::regular, 11);
    write.textBefore(area.end(), top, row, words.clinicLine(), Face::regular, rowPoints);
    top += row + 0.2;

    // The sentence of the sheet, beside it what to throw away.
    const QString replaces = words.replacesLine();
    const double right = type.width(Face::bold, rowPoints, replaces);
    write.textBefore(area.end(), top, row, replaces, Face::bold, rowPoints);
    const std::vector<Run> summary = {{words.summary(sheet.days.front().on), true}};
    const double width = area.width - right - 4;
    const double height = type.heightOf(summary, 12, width);
    write.put(Paragraph{{area.start, top + 0.1, width, height}, summary, 12});
    top += std::max(height, row) + 0.2;

    // Drug, the tablets as they look, and the signs of the day in words.
    double at = write.text(area.start, top, row, words.drugLine(), Face::bold, rowPoints) + 2.0;
    for (const core::Pieces& used : sheet.supply) {
        const core::Product& product = input.sheet.plan.products.products()[used.product];
        if (product.form != core::ProductForm::liquid) {
            write.put(Tablet{{at, top + row / 2 - 2.35, 4.7, 4.7}, locale.milligrams(product.strength), false});
            at += 5.3;
        }
        at = write.text(at, top, row, words.productName(product), Face::regular, rowPoints) + 2.5;
        if (used.half > 0) {
            write.put(Tablet{{at, top + row / 2 - 2.35, 2.35, 4.7}, {}, true});
            at = write.text(at + 3.0, top, row, words.text(QT_TRANSLATE_NOOP("sheet", "½ = half a tablet")),
                            Face::regular, rowPoints) +
                 2.5;
        }
    }
    at += 1.5;
    for (const core::DayPart part : sheet.parts) {
        write.put(Icon{{at, top + row / 2 - 1.8, 3.6, 3.6}, SheetWords::partSign(part)});
        at = write.text(at + 4.3, top, row, words.partName(part), Face::regular, rowPoints) + 2.2;
    }
    const QString plan = words.planLine() + QStringLiteral(" · ") + words.pageLine(name.page, name.pages);
    const double planWidth = type.width(Face::regular, rowPoints, plan);
    if (at + planWidth + 2 > area.end())
        top += row; // a long list of products takes a row of its own
    write.textBefore(area.end(), top, row, plan, Face::regular, rowPoints);
    top += row;

    if (const QString notice = words.notice(sheet); !notice.isEmpty()) {
        const std::vector<Run> runs = {{notice, true}};
        const double noticeHeight = type.heightOf(runs, rowPoints, area.width - 7);
        write.put(Icon{{area.start, top + 0.4, 3.6, 3.6}, Sign::arrowRight});
        write.put(Paragraph{{area.start + 5, top, area.width - 7, noticeHeight}, runs, rowPoints});
        top += noticeHeight + 0.3;
    }
    return top - area.top;
}

} // namespace lento::report
