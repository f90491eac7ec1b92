// A document that was altered after it was laid out is refused, and the day is named.
#include "for_rule.h"
#include "report/calendar_report.h"
#include "report/proof.h"
#include "sample_sheets.h"

#include <QGuiApplication>
#include <QtTest/QtTest>

#include <functional>

using namespace lento;
using namespace lento::test;
using report::Block;
using report::Document;
using report::Role;

namespace {

const core::Date tampered = date("2026-12-16");

Block* find(Document& document, Role role, core::DayPart part = core::DayPart::morning) {
    for (report::Page& page : document.pages) {
        for (Block& block : page.blocks) {
            if (block.tag && block.tag->day == tampered && block.tag->role == role &&
                (role == Role::day || role == Role::total || block.tag->part == part))
                return &block;
        }
    }
    return nullptr;
}

void remove(Document& document, const Block* block) {
    for (report::Page& page : document.pages) {
        const auto found =
            std::find_if(page.blocks.begin(), page.blocks.end(), [block](const Block& one) { return &one == block; });
        if (found != page.blocks.end()) {
            page.blocks.erase(found);
            return;
        }
    }
}

void write(Block* block, const char16_t* text) {
    std::get<report::Text>(block->shape).text = QString::fromUtf16(text);
}

} // namespace

class TestProof : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheReportMakesIsProved() {
        const ForRule rule("DSP-4");
        const auto input = sheetFor(taperOf60("TAB10"));
        const auto document = report::calendarReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::prove(*document, input, {}).has_value());
    }

    void anAlteredDocumentIsRefused_data() {
        using Change = std::function<void(Document&)>;
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, Change change) { QTest::newRow(name) << std::move(change); };
        const auto evening = core::DayPart::evening;
        row("another dose", [](Document& d) { write(find(d, Role::dose), u"15 mg"); });
        row("another total", [](Document& d) { write(find(d, Role::total), u"= 45 mg"); });
        row("another count", [](Document& d) { write(find(d, Role::count), u"2"); });
        row("a half more",
            [=](Document& d) { write(find(d, Role::count, evening), u"1½½"), write(find(d, Role::count), u"1½"); });
        row("another date", [](Document& d) { write(find(d, Role::day), u"Wed 17"); });
        row("no number", [](Document& d) { write(find(d, Role::dose), u"some"); });
        row("a tablet less", [](Document& d) { remove(d, find(d, Role::pieces)); });
        row("a whole instead of a half", [=](Document& d) {
            for (report::Page& page : d.pages)
                for (Block& block : page.blocks)
                    if (auto* tablet = std::get_if<report::Tablet>(&block.shape);
                        tablet && block.tag && block.tag->day == tampered)
                        tablet->half = false;
        });
        row("another strength",
            [](Document& d) { std::get<report::Tablet>(find(d, Role::pieces)->shape).label = QStringLiteral("20"); });
        row("PAT-15: no box to tick", [](Document& d) { remove(d, find(d, Role::tick)); });
        row("a dose left out", [](Document& d) { remove(d, find(d, Role::dose)); });
        row("a day left out", [](Document& d) { remove(d, find(d, Role::day)); });
        row("a day twice", [](Document& d) { d.pages.back().blocks.push_back(*find(d, Role::day)); });
        row("a dose twice", [](Document& d) { d.pages.back().blocks.push_back(*find(d, Role::dose)); });
        row("a dose at bedtime", [](Document& d) {
            Block extra = *find(d, Role::dose);
            extra.tag->part = core::DayPart::bedtime;
            d.pages.back().blocks.push_back(extra);
        });
        row("a page left out", [](Document& d) { d.pages.erase(d.pages.begin() + 1); });
    }
    void anAlteredDocumentIsRefused() {
        QFETCH(std::function<void(Document&)>, change);
        const auto input = sheetFor(taperOf60("TAB10"));
        auto document = report::calendarReport(input, {});
        QVERIFY(document.has_value());
        change(*document);
        const auto proved = report::prove(*document, input, {});
        QVERIFY(!proved.has_value());
        QCOMPARE(static_cast<int>(proved.error().code), static_cast<int>(core::ErrorCode::proofFailed));
        if (QByteArray(QTest::currentDataTag()) != "a page left out")
            QCOMPARE(QString::fromStdString(proved.error().subject), QStringLiteral("2026-12-16"));
    }

    void aSheetOfAnotherPlanIsRefused() {
        const auto input = sheetFor(taperOf60("TAB10"));
        const auto document = report::calendarReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(!report::prove(*document, sheetFor(taperOf60("TAB10", 20)), {}).has_value());
    }

    void aHalfOfATabletThatMayNotBeHalvedIsRefused() {
        auto input = sheetFor(taperOf60("TAB10"));
        const auto document = report::calendarReport(input, {});
        QVERIFY(document.has_value());
        input.sheet.plan.products = products("TAB10-");
        QVERIFY(!report::prove(*document, input, {}).has_value());
    }
};

QTEST_MAIN(TestProof)
#include "tst_proof.moc"
