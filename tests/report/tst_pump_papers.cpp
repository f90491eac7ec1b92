// What a patient with a pump takes home: golden text, one page each, and a paper that was altered is refused.
#include "for_rule.h"
#include "golden_text.h"
#include "pump_sheets.h"
#include "report/calendar_report.h"
#include "report/page_painter.h"
#include "report/pump_calendar.h"
#include "report/pump_input.h"
#include "report/pump_proof.h"
#include "report/pump_sheet.h"
#include "report/wallet_card.h"

#include <QGuiApplication>

#include <functional>

using namespace lento;
using namespace lento::test;
using report::Document;
using report::PumpSheetInput;

namespace {

using Make = std::function<core::Result<Document>()>;

core::Result<Document> calendarOf(PumpSheetInput input, core::Weekday firstDay = core::Weekday::monday) {
    return report::pumpCalendar({std::move(input), firstDay}, {});
}

PumpSheetInput overdue(report::PaperSize paper) {
    PumpSheetInput input = pumpPaper(paper);
    input.day = date("2026-12-03");
    return input;
}

PumpSheetInput longFill() {
    PumpSheetInput input = pumpPaper();
    input.daily = core::PumpDose::micrograms(50);
    input.refillBy = date("2027-04-07");
    input.alarm = date("2028-09-01");
    return input;
}

PumpSheetInput nothingOfTheClinic() {
    PumpSheetInput input = pumpPaper(report::PaperSize::letter);
    input.clinic = {};
    input.serial.clear();
    return input;
}

PumpSheetInput longNames() {
    PumpSheetInput input = pumpPaper();
    input.patient.surname = "Featherstonehaugh-Montgomery";
    input.patient.given = "Alexandrina Wilhelmina Charlotte";
    input.model = "Programmable pump of the clinic's own choice with a long name, 40 mL";
    input.serial = "SN-0123456789-ABCDEF";
    input.clinic.telephone = QStringLiteral("+44 20 7946 0000, extension 12345, ask for the pump nurse");
    input.clinic.outOfHours = input.clinic.telephone;
    return input;
}

// The size of a bank card, twice.
void staysOnTheCard(const Document& document) {
    int halves = 0;
    for (const report::Block& block : document.pages.front().blocks) {
        const auto* frame = std::get_if<report::Frame>(&block.shape);
        if (!frame)
            continue;
        ++halves;
        QCOMPARE(frame->box.width, 2 * 85.6);
        QCOMPARE(frame->box.height, 53.98);
        for (const report::Block& other : document.pages.front().blocks)
            if (const auto* words = std::get_if<report::Paragraph>(&other.shape);
                words && words->box.top > frame->box.top && words->box.top < frame->box.bottom()) {
                QVERIFY2(words->box.bottom() <= frame->box.bottom(), qPrintable(words->runs.front().text));
                QVERIFY(words->points >= 6.5);
            }
    }
    QCOMPARE(halves, 1);
}

} // namespace

class TestPumpPapers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // PAT-16, ITB-13, ITB-15
    void papersReadAsTheirGoldenText_data() {
        QTest::addColumn<Make>("make");
        const auto row = [](const char* name, Make make) { QTest::newRow(name) << std::move(make); };
        using enum report::PaperSize;
        row("pump-sheet", [] { return report::pumpSheet(pumpPaper(), {}); });
        row("pump-sheet-letter", [] { return report::pumpSheet(nothingOfTheClinic(), {}); });
        row("pump-sheet-overdue", [] { return report::pumpSheet(overdue(a4), {}); });
        row("wallet-card", [] { return report::walletCard(pumpPaper(), {}); });
        row("wallet-card-letter", [] { return report::walletCard(nothingOfTheClinic(), {}); });
        row("wallet-card-long-names", [] { return report::walletCard(longNames(), {}); });
        row("pump-calendar", [] { return calendarOf(pumpPaper()); });
        row("pump-calendar-overdue-letter", [] { return calendarOf(overdue(letter), core::Weekday::sunday); });
        row("pump-calendar-long", [] { return calendarOf(longFill()); });
    }
    void papersReadAsTheirGoldenText() {
        const ForRule rule("PAT-16, ITB-13, ITB-15");
        QFETCH(const Make, make);
        const auto document = make();
        QVERIFY(document.has_value());
        const auto checked = report::checkText(*document);
        QVERIFY2(checked.has_value(), checked ? "" : checked.error().subject.c_str());
        QCOMPARE(document->pages.size(), std::size_t{1});
        const bool small = document->title == QStringLiteral("Wallet card");
        if (small)
            staysOnTheCard(*document);
        for (const report::Block& block : document->pages.front().blocks)
            if (const auto* paragraph = std::get_if<report::Paragraph>(&block.shape)) {
                QVERIFY(small || paragraph->points >= 11);
                QVERIFY2(paragraph->box.bottom() <= document->height() - 14 + 0.01,
                         qPrintable(paragraph->runs.front().text));
            }
        comparesWithGolden(report::toText(*document));
    }

    void aFirstRefillThatHasPassedSaysToCall() {
        const QString text = report::toText(report::pumpSheet(overdue(report::PaperSize::a4), {}).value());
        QVERIFY(text.contains(QStringLiteral("The refill was due on Tue 01-Dec-2026: call the clinic today")));
        QVERIFY(!text.contains(QStringLiteral("Next refill")));
    }

    // Every dose, concentration and day is read back.
    void anAlteredPaperIsRefused_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("another dose") << QStringLiteral("310.5\u00a0mcg") << QStringLiteral("3105\u00a0mcg");
        QTest::newRow("milligrams") << QStringLiteral("310.5\u00a0mcg") << QStringLiteral("310.5\u00a0mg");
        QTest::newRow("another strength") << QStringLiteral("1000\u00a0mcg/mL") << QStringLiteral("500\u00a0mcg/mL");
        QTest::newRow("no dose") << QStringLiteral("310.5\u00a0mcg") << QStringLiteral("as before");
        QTest::newRow("no strength") << QStringLiteral("1000\u00a0mcg/mL") << QStringLiteral("as before");
        QTest::newRow("another refill day") << QStringLiteral("01-Dec-2026") << QStringLiteral("10-Dec-2026");
        QTest::newRow("another alarm date") << QStringLiteral("06-Dec-2026") << QStringLiteral("16-Dec-2026");
    }
    void anAlteredPaperIsRefused() {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        Document document = report::pumpSheet(pumpPaper(), {}).value();
        QVERIFY(report::provePump(document, pumpPaper(), {}, report::PumpFigures::all));
        int altered = 0;
        for (report::Block& block : document.pages.front().blocks)
            if (auto* paragraph = std::get_if<report::Paragraph>(&block.shape))
                for (report::Run& run : paragraph->runs)
                    if (run.text.contains(from)) {
                        run.text.replace(from, to);
                        ++altered;
                    }
        QVERIFY(altered > 0);
        const auto refused = report::provePump(document, pumpPaper(), {}, report::PumpFigures::all);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::proofFailed);
        QCOMPARE(refused.error().subject, std::string("2026-12-01"));
    }

    // ITB-13, ITB-22: on the calendar of tablets too.
    void aPlansCalendarHoldsTheDaysOfThePump_data() {
        QTest::addColumn<core::Date>("refillBy");
        QTest::addColumn<core::Date>("stands"); // where the refill is printed
        QTest::newRow("calendar-with-pump") << date("2026-12-01") << date("2026-12-01");
        QTest::newRow("calendar-with-pump-overdue") << date("2026-11-20") << date("2026-11-22");
    }
    void aPlansCalendarHoldsTheDaysOfThePump() {
        QFETCH(const core::Date, refillBy);
        QFETCH(const core::Date, stands);
        report::ReportInput input = sheetFor(taperOf60("TAB10"));
        input.through = date("2026-12-13");
        core::Refill refill;
        refill.refillBy = refillBy;
        refill.alarm = date("2026-12-06");
        report::addPumpDays(input, refill);
        QCOMPARE(input.appointments.front().on, stands);
        const auto document = report::calendarReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        const QString text = report::toText(*document);
        QVERIFY(text.contains(QStringLiteral("Pump alarm")));
        QCOMPARE(text.contains(QStringLiteral("Pump refill")), stands >= date("2026-11-23"));
        comparesWithGolden(text);
    }
};

QTEST_MAIN(TestPumpPapers)
#include "tst_pump_papers.moc"
