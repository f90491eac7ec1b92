#include "report/wallet_card.h"

#include "report/pump_proof.h"
#include "report/pump_sheet_words.h"
#include "report/text_column.h"
#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

namespace lento::report {

namespace {

// ISO/IEC 7810 ID-1, as a bank card.
constexpr double cardWidth = 85.6;
constexpr double cardHeight = 53.98;
constexpr double top = 40;
constexpr double margin = 14;
constexpr double pad = 2.2;
constexpr double largest = 10; // points of the small print; less where words are long
constexpr double smallest = 6.5;
constexpr double pointStep = 0.25;

// A line of the card: what, and how it is said.
struct Line {
    std::vector<Run> runs;
    double more = 0; // points above the others
};

class Card {
public:
    Card(const Typeface& type, const PumpSheetInput& input, const wording::DocLocale& locale, const Document& document,
         Page& page)
        : m_type(type)
        , m_input(input)
        , m_locale(locale)
        , m_words(input, locale)
        , m_page(page)
        , m_start((document.width() - 2 * cardWidth) / 2)
        , m_width(document.width()) {}

    void draw() {
        TextColumn head(m_type, m_page, {margin, margin, m_width - 2 * margin, top - margin});
        head.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "Card of the pump, for the wallet")), true}}, 16);
        head.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "Cut along the frame, fold on the dashed line, and carry it "
                                                        "always. Print at full size (100 %).")),
                   false}},
                 12);
        m_page.blocks.push_back({Frame{{m_start, top, 2 * cardWidth, cardHeight}, 0.3, {}}, {}});
        m_page.blocks.push_back(
            {Polyline{
                 {{m_start + cardWidth, top - 3}, {m_start + cardWidth, top + cardHeight + 3}}, 0.3, {}, Dash::dashed},
             {}});
        half(m_start, front());
        half(m_start + cardWidth, back());
        TextColumn foot(m_type, m_page, {margin, top + cardHeight + 8, m_width - 2 * margin, 30});
        foot.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "A new card is needed after each refill and each change of the "
                                                        "dose. Throw older cards away.")),
                   false}},
                 12);
    }

private:
    QString text(const char* source) const { return m_words.text(source); }
    QString filled(const char* source, const QString& value) const { return text(source).arg(value); }

    std::vector<Line> front() const {
        std::vector<Line> lines;
        lines.push_back({{{text(QT_TRANSLATE_NOOP("pump-sheet", "BACLOFEN PUMP (intrathecal)")), true}}, 2});
        lines.push_back(
            {{{wording::nameText(m_input.patient), true}, {QStringLiteral(" · ") + m_words.born(), false}}});
        lines.push_back({{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Pump: %1"), m_words.pump()), false}}});
        lines.push_back(
            {{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Drug: baclofen %1"), m_words.concentration()), true}}});
        lines.push_back({{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Dose: %1 a day"), m_words.micrograms()), true},
                          {QStringLiteral(", ") +
                               filled(QT_TRANSLATE_NOOP("pump-sheet", "set on %1"), m_locale.date(m_input.setOn)),
                           false}}});
        lines.push_back(
            {{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Filled on %1"), m_locale.date(m_input.filledOn)), false}}});
        lines.push_back(
            {{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Refill by %1"), m_locale.date(m_input.refillBy)), true},
              {QStringLiteral(" · ") +
                   filled(QT_TRANSLATE_NOOP("pump-sheet", "alarm on %1"), m_locale.date(m_input.alarm)),
               true}},
             1});
        lines.push_back(
            {{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Clinic: %1"), orBlank(m_input.clinic.telephone)), true}}});
        lines.push_back(
            {{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Out of hours: %1"), orBlank(m_input.clinic.outOfHours)),
               true}}});
        lines.push_back(
            {{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Printed on %1"), m_locale.date(m_input.day)), false}}});
        return lines;
    }

    std::vector<Line> back() const {
        QStringList dangers;
        for (const char* source : PumpSheetWords::dangers())
            dangers << text(source);
        std::vector<Line> lines;
        lines.push_back({{{text(QT_TRANSLATE_NOOP("pump-sheet", "To hospital now, whatever the hour:")), true}}, 1});
        lines.push_back({{{dangers.join(QStringLiteral("; ")) + u'.', true}}});
        lines.push_back(
            {{{filled(QT_TRANSLATE_NOOP("pump-sheet", "Call %1 and say: baclofen pump."), m_words.emergencyNumber()),
               true}},
             1});
        for (const char* source : PumpSheetWords::sounds())
            lines.push_back({{{text(source), source == PumpSheetWords::sounds().back()}}});
        lines.push_back({{{text(QT_TRANSLATE_NOOP(
                               "pump-sheet", "For the treating team: a sudden stop of intrathecal baclofen can kill. "
                                             "Check pump and catheter, restore it. It is never given into a vein.")),
                           false}}});
        return lines;
    }

    // Room for a pen where the clinic's number is not recorded.
    QString orBlank(const QString& words) const {
        return words.isEmpty() ? QStringLiteral("_______________") : m_locale.isolated(words);
    }

    // As large as the half holds it; where even the smallest does not fit, the painter's check will say which words.
    void half(double start, const std::vector<Line>& lines) {
        const double width = cardWidth - 2 * pad;
        double points = largest;
        while (points > smallest && heightOf(lines, points, width) > cardHeight - 2 * pad)
            points -= pointStep;
        TextColumn column(m_type, m_page, {start + pad, top + pad, width, cardHeight - 2 * pad});
        for (const Line& line : lines)
            column.put(line.runs, points + line.more);
    }

    double heightOf(const std::vector<Line>& lines, double points, double width) const {
        double height = 0;
        for (const Line& line : lines)
            height += m_type.heightOf(line.runs, points + line.more, width);
        return height;
    }

    const Typeface& m_type;
    const PumpSheetInput& m_input;
    const wording::DocLocale& m_locale;
    PumpSheetWords m_words;
    Page& m_page;
    double m_start;
    double m_width;
};

} // namespace

core::Result<Document> walletCard(const PumpSheetInput& input, const wording::DocLocale& locale) {
    const core::Result<Typeface> type = Typeface::load();
    if (!type)
        return core::failure(type.error());
    Document document;
    document.title = locale.text("reports", QT_TRANSLATE_NOOP("reports", "Wallet card"));
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    Card(*type, input, locale, document, page).draw();
    document.pages.push_back(std::move(page));
    if (const core::Result<void> proved = provePump(document, input, locale, PumpFigures::all); !proved)
        return core::failure(proved.error());
    return document;
}

} // namespace lento::report
