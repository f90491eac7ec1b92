// What a PDF reader finds on the paper is the plan: 500 random plans, printed, read back with pdftotext and proved.
#include "report/calendar_report.h"
#include "report/page_export.h"
#include "report/proof.h"
#include "sample_sheets.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest/QtTest>

#include <random>

using namespace lento;
using namespace lento::test;
using report::Document;

namespace {

constexpr int plansInAll = 500;
constexpr int plansInAFile = 25; // one call of the reader for many

struct Word {
    QPointF centre; // mm
    QString text;
};

std::vector<std::vector<Word>> readWords(const QString& pdf) {
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), pdf, QStringLiteral("-")});
    reader.waitForFinished(-1);
    std::vector<std::vector<Word>> pages;
    QXmlStreamReader xml(reader.readAllStandardOutput());
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto number = [&xml](const char* name) {
            return xml.attributes().value(QLatin1String(name)).toDouble() * 25.4 / 72.0;
        };
        if (xml.name() == u"page")
            pages.emplace_back();
        else if (xml.name() == u"word") {
            const QPointF centre((number("xMin") + number("xMax")) / 2, (number("yMin") + number("yMax")) / 2);
            pages.back().push_back({centre, xml.readElementText()});
        }
    }
    return pages;
}

// The document as the reader sees it: each tagged text replaced by the words found in its place.
Document asRead(Document document, const std::vector<std::vector<Word>>& words, std::size_t firstPage) {
    for (std::size_t page = 0; page < document.pages.size(); ++page) {
        for (report::Block& block : document.pages[page].blocks) {
            auto* text = std::get_if<report::Text>(&block.shape);
            if (!text || !block.tag)
                continue;
            const QRectF place(text->box.start - 0.4, text->box.top - 0.5, text->box.width + 0.8, text->box.height + 1);
            QStringList found;
            for (const Word& word : words[firstPage + page]) {
                if (place.contains(word.centre))
                    found << word.text;
            }
            text->text = found.join(u' ');
        }
    }
    return document;
}

class RandomPlans {
public:
    explicit RandomPlans(unsigned seed)
        : m_random(seed) {}

    report::ReportInput next() {
        for (;;) {
            if (std::optional<core::Plan> plan = one()) {
                report::ReportInput input = sheetFor(std::move(*plan));
                input.paper = pick(2) == 0 ? report::PaperSize::a4 : report::PaperSize::letter;
                input.firstDayOfWeek = pick(2) == 0 ? core::Weekday::monday : core::Weekday::sunday;
                // Some weeks out of the middle or from the start; a month's worth keeps the whole run short.
                const core::Date first = input.sheet.plan.steps.front().span.first + pick(3) * 9;
                input.from = first;
                input.through = first + 10 + pick(30);
                if (pick(4) == 0)
                    input.firstDayFrom = static_cast<core::DayPart>(pick(4));
                return input;
            }
        }
    }

private:
    int pick(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }

    std::optional<core::Plan> one() {
        static const char* const sets[] = {
            "TAB10", "TAB5", "TAB5*", "TAB10,TAB5", "TAB20,TAB10", "SOL1", "SUS5", "TAB20,TAB10,TAB5*", "GRA5,GRA10"};
        const core::ProductSet set = products(sets[pick(9)]);
        const core::DailyDose quantum = core::perDay(set.quantum());
        const core::Date start = date("2026-01-01") + pick(900);
        const int doses = 1 + pick(4);
        const auto strategy = pick(2) == 0 ? core::SplitStrategy::equal : core::SplitStrategy::evening;
        const core::DailyDose from = quantum * (2 + pick(static_cast<int>(core::DailyDose::milligrams(70) / quantum)));
        if (pick(2) == 0) {
            core::TaperInputs taper;
            taper.start = start;
            taper.from = from;
            taper.percent = core::Percent::of(5 + pick(20));
            taper.intervalDays = 7 + pick(8);
            taper.dosesPerDay = doses;
            taper.split = strategy;
            return checked(core::planTaper(taper, set, shippedNumbers()));
        }
        core::TitrationInputs titration;
        titration.start = start;
        titration.startDose = quantum;
        titration.increment = quantum * (1 + pick(2));
        titration.goal = from;
        titration.intervalDays = 3 + pick(5);
        titration.dosesPerDay = doses;
        titration.split = strategy;
        return checked(core::planTitration(titration, set, 14));
    }

    // Plans that can be dispensed; the others are refused before paper, which tst_documents shows.
    static std::optional<core::Plan> checked(core::Result<core::Plan> plan) {
        if (!plan)
            return std::nullopt;
        for (const core::Step& step : plan->steps) {
            for (int i = 0; i < step.split.dosesPerDay(); ++i) {
                if (!core::dispense(step.split.at(i), plan->products))
                    return std::nullopt;
            }
        }
        return *plan;
    }

    std::mt19937 m_random;
};

} // namespace

class TestPdfText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textReadBackFromThePdfEqualsThePlan() {
        QTemporaryDir folder;
        RandomPlans plans(20261123);
        int proved = 0;
        while (proved < plansInAll) {
            // One file for each paper size, with the pages of many sheets behind each other.
            std::vector<report::ReportInput> inputs;
            std::vector<Document> sheets;
            for (int i = 0; i < plansInAFile; ++i) {
                report::ReportInput input = plans.next();
                input.paper = (proved / plansInAFile) % 2 == 0 ? report::PaperSize::a4 : report::PaperSize::letter;
                auto sheet = report::calendarReport(input, {});
                if (!sheet && sheet.error().code == core::ErrorCode::nothingToPrint)
                    continue; // days after the end of a taper
                QVERIFY2(sheet.has_value(), sheet ? "" : sheet.error().subject.c_str());
                inputs.push_back(std::move(input));
                sheets.push_back(std::move(*sheet));
            }
            Document all = sheets.front();
            for (std::size_t i = 1; i < sheets.size(); ++i)
                all.pages.insert(all.pages.end(), sheets[i].pages.begin(), sheets[i].pages.end());
            const QString path = folder.filePath(QStringLiteral("sheets.pdf"));
            const auto written = report::writePdf(all, path);
            QVERIFY2(written.has_value(), written ? "" : written.error().subject.c_str());

            const std::vector<std::vector<Word>> words = readWords(path);
            QCOMPARE(words.size(), all.pages.size());
            std::size_t page = 0;
            for (std::size_t i = 0; i < sheets.size(); ++i) {
                const auto verdict = report::prove(asRead(sheets[i], words, page), inputs[i], {});
                QVERIFY2(verdict.has_value(),
                         verdict ? "" : (verdict.error().subject + ": " + verdict.error().values.front()).c_str());
                page += sheets[i].pages.size();
                ++proved;
            }
        }
        QVERIFY(proved >= plansInAll);
    }

    void theReaderNoticesAnotherDose() {
        // The same way of reading, with one dose changed on the paper only, must fail.
        const report::ReportInput input = sheetFor(taperOf60("TAB10"));
        auto sheet = report::calendarReport(input, {});
        QVERIFY(sheet.has_value());
        for (report::Block& block : sheet->pages[1].blocks) {
            if (block.tag && block.tag->role == report::Role::dose) {
                std::get<report::Text>(block.shape).text = QStringLiteral("25 mg");
                break;
            }
        }
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("altered.pdf"));
        QVERIFY(report::writePdf(*sheet, path).has_value());
        const auto verdict = report::prove(asRead(*sheet, readWords(path), 0), input, {});
        QVERIFY(!verdict.has_value());
    }

    void theFontsAreInTheFileAndTextIsText() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pdf"));
        QVERIFY(report::writePdf(*report::calendarReport(sheetFor(taperOf60("TAB10")), {}), path).has_value());
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        reader.waitForFinished(-1);
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        for (const char* words :
             {"KOWALSKI, Maria", "Going down: 60 mg a day on 22-Nov to 0 on 08-Feb, 5 mg less each Monday.",
              "throw older sheets away", "STOP", "No tablets"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    }
};

QTEST_MAIN(TestPdfText)
#include "tst_pdf_text.moc"
