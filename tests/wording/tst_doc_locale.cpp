// The language of a document: English at the source, numbers and dates of the locale, doses that never turn round.
#include "core_values.h"
#include "wording/doc_locale.h"

#include <QTranslator>
#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using wording::DocLocale;

namespace {

// A translator that knows one text.
class OneWord : public QTranslator {
public:
    QString translate(const char*, const char* source, const char*, int) const override {
        return qstrcmp(source, "morning") == 0 ? QStringLiteral("morgens") : QString();
    }
};

} // namespace

class TestDocLocale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void englishWritesLikeTheScreen() {
        const DocLocale english;
        QCOMPARE(english.date(date("2026-09-09")), QStringLiteral("09-Sep-2026"));
        QCOMPARE(english.longDate(date("2026-09-09")), QStringLiteral("Wednesday 9 September 2026"));
        QCOMPARE(english.dose(dose("12.5")), QStringLiteral("12.5\u00a0mg"));
        QCOMPARE(english.count(1234), QStringLiteral("1,234"));
        QCOMPARE(english.text("sheet", "%n halves", 3), QStringLiteral("3 halves"));
        QCOMPARE(english.list({QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("a and b"));
    }

    void anotherLanguageHasItsMarksAndFallsBackToEnglish() {
        const DocLocale german(std::make_shared<OneWord>(), QLocale(QLocale::German, QLocale::Germany),
                               Qt::LeftToRight);
        QCOMPARE(german.text("sheet", "morning"), QStringLiteral("morgens"));
        QCOMPARE(german.text("sheet", "evening"), QStringLiteral("evening"));
        QCOMPARE(german.milligrams(dose("12.5")), QStringLiteral("12,5"));
        QCOMPARE(german.date(date("2026-12-09")), QStringLiteral("09-Dez-2026"));
        QCOMPARE(german.weekday(core::Weekday::monday), QStringLiteral("Montag"));
    }

    void rightToLeftTextIsolatesDoses() {
        const DocLocale arabic(nullptr, QLocale(QLocale::Arabic, QLocale::Egypt), Qt::RightToLeft);
        const QString text = arabic.dose(dose("10"));
        QVERIFY(text.startsWith(QChar(u'\u2066')));
        QVERIFY(text.endsWith(QChar(u'\u2069')));
        QVERIFY(arabic.isRightToLeft());
    }

    void anUnknownLanguageIsRefused() {
        const auto locale = DocLocale::forLanguage(QStringLiteral("tlh"));
        QVERIFY(!locale.has_value());
        QCOMPARE(static_cast<int>(locale.error().code), static_cast<int>(core::ErrorCode::notFound));
        QVERIFY(DocLocale::forLanguage(QStringLiteral("en-GB")).has_value());
    }
};

QTEST_APPLESS_MAIN(TestDocLocale)
#include "tst_doc_locale.moc"
