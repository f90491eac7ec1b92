// What counts as nothing written: spaces of any script, and what has no width.
#include "core/blank_text.h"
#include "core_values.h"

using namespace lento::core;

class TestBlankText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blanksAreSeen_data();
    void blanksAreSeen();
};

void TestBlankText::blanksAreSeen_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("blank");
    const auto row = [](const char* name, const QByteArray& text, bool blank) { QTest::newRow(name) << text << blank; };
    row("nothing", "", true);
    row("spaces and line ends", " \t\r\n\v\f", true);
    row("a no-break space", "\xC2\xA0", true);
    row("an ideographic space", "\xE3\x80\x80", true);
    row("a thin space between spaces", " \xE2\x80\x89 ", true);
    row("without width", "\xE2\x80\x8B\xEF\xBB\xBF", true);
    row("a letter", "a", false);
    row("a letter after blanks",
        "\xC2\xA0 \xE2\x80\x8B"
        "x",
        false);
    row("a letter before blanks", "x \n", false);
    row("a full stop", ".", false);
    row("an umlaut that begins like a no-break space", "\xC2\xB5", false);
    row("a dash that begins like a thin space", "\xE2\x80\x94", false);
    row("half of a no-break space", "\xC2", false);
    // Every blank that Unicode names, as Qt knows them.
    for (char32_t c = 0; c < 0x10000; ++c)
        if (QChar::isSpace(c) && (c < 0x1C || c > 0x1F))
            QTest::addRow("U+%04X", static_cast<unsigned>(c)) << QString::fromUcs4(&c, 1).toUtf8() << true;
}

void TestBlankText::blanksAreSeen() {
    QFETCH(const QByteArray, text);
    QTEST(isBlank(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), "blank");
}

LENTO_CORE_TEST_MAIN(TestBlankText)
#include "tst_blank_text.moc"
