// The painter says what it cannot draw, and a file is written whole or not at all.
#include "report/calendar_report.h"
#include "report/page_export.h"
#include "report/page_painter.h"
#include "sample_sheets.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace lento;
using namespace lento::test;
using core::ErrorCode;
using report::Document;
using report::Paragraph;
using report::Text;

namespace {

Document with(report::Shape shape) {
    Document document;
    document.title = QStringLiteral("test");
    document.pages.push_back({{{std::move(shape), {}}}});
    return document;
}

ErrorCode codeOf(const core::Result<void>& result) {
    return result ? ErrorCode::cancelled : result.error().code;
}

} // namespace

class TestPagePainter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textThatIsWiderThanItsBoxIsReported() {
        const Text text{{10, 10, 20, 5}, QStringLiteral("far too wide for this box")};
        QCOMPARE(codeOf(report::checkText(with(text))), ErrorCode::textClipped);
        Text fits = text;
        fits.box.width = 60;
        QVERIFY(report::checkText(with(fits)).has_value());
    }

    void wordsThatNeedMoreLinesThanTheirBoxAreReported() {
        Paragraph words{{10, 10, 30, 8},
                        {{QStringLiteral("several lines of words that need more than eight millimetres"), false}}};
        QCOMPARE(codeOf(report::checkText(with(words))), ErrorCode::textClipped);
        words.box.height = 25;
        QVERIFY(report::checkText(with(words)).has_value());
        words.box.width = 6; // one word alone is wider
        words.box.height = 200;
        QCOMPARE(codeOf(report::checkText(with(words))), ErrorCode::textClipped);
    }

    void aCharacterInNoFontIsReported() {
        // A private-use character: no font has a picture for it.
        const Text text{{10, 10, 100, 5}, QStringLiteral("Name \uE9A7")};
        const auto checked = report::checkText(with(text));
        QCOMPARE(codeOf(checked), ErrorCode::glyphMissing);
        QCOMPARE(QString::fromStdString(checked.error().values.front()), QStringLiteral("\uE9A7"));
        QCOMPARE(report::pdfBytes(with(text)).error().code, ErrorCode::glyphMissing);
    }

    void everythingTheSheetsSayHasAGlyph() {
        auto input = sheetFor(taperOf60("TAB10"));
        input.patient.surname = "Żółć-Šimek Ångström";
        input.patient.given = "Ηλέκτρα Ирина";
        const auto document = report::calendarReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
    }

    void aLongNameIsReportedAndNotCut() {
        auto input = sheetFor(taperOf60("TAB10"));
        input.clinic.name = QString(300, u'W');
        const auto document = report::calendarReport(input, {});
        QVERIFY(document.has_value());
        // Its box is as wide as its words; what counts is that nothing is silently shortened.
        bool whole = false;
        for (const report::Block& block : document->pages.front().blocks) {
            if (const auto* text = std::get_if<Text>(&block.shape))
                whole = whole || text->text == input.clinic.name;
        }
        QVERIFY(whole);
    }

    void pdfPngAndSvgAreWritten() {
        QTemporaryDir folder;
        const auto document = report::calendarReport(sheetFor(taperOf60("TAB10")), {});
        QVERIFY(document.has_value());
        QVERIFY(report::writePdf(*document, folder.filePath(QStringLiteral("a.pdf"))).has_value());
        QVERIFY(report::writePng(*document, 0, folder.filePath(QStringLiteral("a.png")), 60).has_value());
        QVERIFY(report::writeSvg(*document, 0, folder.filePath(QStringLiteral("a.svg"))).has_value());
        QFile pdf(folder.filePath(QStringLiteral("a.pdf")));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF-1."));
        const QImage image(folder.filePath(QStringLiteral("a.png")));
        QCOMPARE(image.size(), QSize(702, 496));
        // Something black stands on the page, and the paper is white.
        QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
        bool black = false;
        for (int x = 0; x < image.width() && !black; ++x)
            for (int y = 0; y < image.height() && !black; ++y)
                black = image.pixelColor(x, y).lightness() < 40;
        QVERIFY(black);
    }

    void aFailedWriteLeavesTheOldFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept.pdf"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("yesterday's calendar");
        old.close();
        // A clipped text stops before the file is touched.
        const Text text{{10, 10, 5, 5}, QStringLiteral("too wide")};
        QVERIFY(!report::writePdf(with(text), path).has_value());
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("yesterday's calendar"));
        // A folder that is not there.
        const auto written = report::writePdf(*report::calendarReport(sheetFor(taperOf60("TAB10")), {}),
                                              folder.filePath(QStringLiteral("missing/a.pdf")));
        QCOMPARE(codeOf(written), ErrorCode::cannotWrite);
    }

#ifdef Q_OS_UNIX
    void aFullDiskIsSaidAndLeavesTheOldFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept.pdf"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("yesterday's calendar");
        old.close();
        const auto document = report::calendarReport(sheetFor(taperOf60("TAB10")), {});
        QVERIFY(document.has_value());
        // No file may grow beyond 4 kB: what a write meets on a disk that fills up.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{4096, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto written = report::writePdf(*document, path);
        setrlimit(RLIMIT_FSIZE, &before);

        QCOMPARE(codeOf(written), ErrorCode::diskFull);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("yesterday's calendar"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
#endif
};

QTEST_MAIN(TestPagePainter)
#include "tst_page_painter.moc"
