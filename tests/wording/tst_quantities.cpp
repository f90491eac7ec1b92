// How values read on a screen: RND-5 and experience.md "How values are written", the same under every locale.
#include "core_values.h"
#include "wording/quantities.h"
#include "wording/score_words.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

class TestQuantities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<QLocale>("regional");
        QTest::newRow("C") << QLocale::c();
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("Arabic") << QLocale(QLocale::Arabic, QLocale::Egypt);
    }

    void init() {
        QFETCH_GLOBAL(QLocale, regional);
        QLocale::setDefault(regional);
    }

    void amountsHaveNoTrailingZeroAndAlwaysALeadingOne_data() {
        QTest::addColumn<QString>("milligrams");
        for (const char* text : {"0", "0.5", "2.5", "5", "12.5", "20", "0.0001", "100"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void amountsHaveNoTrailingZeroAndAlwaysALeadingOne() {
        QFETCH(QString, milligrams);
        const core::OralDose single = dose(milligrams.toStdString());
        const core::DailyDose total = daily(milligrams.toStdString());
        QCOMPARE(wording::milligrams(single), milligrams);
        QCOMPARE(wording::doseText(single), milligrams + QStringLiteral(" mg"));
        QCOMPARE(wording::dailyText(total), milligrams + QStringLiteral(" mg/day"));
    }

    void percentagesHaveOneDecimalAtMost() {
        QCOMPARE(wording::percentText(83), QStringLiteral("8.3 %"));
        QCOMPARE(wording::percentText(100), QStringLiteral("10 %"));
        QCOMPARE(wording::percentText(core::Percent::of(20)), QStringLiteral("20 %"));
    }

    void countsFromAThousandHaveACommaAndDosesHaveNone() {
        QCOMPARE(wording::countText(999), QStringLiteral("999"));
        QCOMPARE(wording::countText(1234), QStringLiteral("1,234"));
        QCOMPARE(wording::countText(1234567), QStringLiteral("1,234,567"));
    }

    void datesCannotBeSwapped() {
        const core::Date day = date("2026-12-09");
        QCOMPARE(wording::clinicalDate(day), QStringLiteral("09-Dec-2026"));
        QCOMPARE(wording::clinicalDateWithWeekday(day), QStringLiteral("Wed 09-Dec-2026"));
        QCOMPARE(wording::shortDate(day), QStringLiteral("09-Dec"));
        QCOMPARE(wording::monthText(2026, 9), QStringLiteral("September 2026"));
    }

    void spansSayWhenTheyAreOpen() {
        QCOMPARE(wording::spanText({date("2026-01-05"), date("2026-01-11")}),
                 QStringLiteral("05-Jan-2026 to 11-Jan-2026"));
        QCOMPARE(wording::spanText({date("2026-01-05"), {}}), QStringLiteral("from 05-Jan-2026"));
        QCOMPARE(wording::spanText({date("2026-01-05"), date("2026-01-05")}), QStringLiteral("05-Jan-2026"));
    }

    void meansAreRoundedToTenths() {
        QCOMPARE(wording::masMeanText(1875), QStringLiteral("1.9"));
        QCOMPARE(wording::masMeanText(1850), QStringLiteral("1.9"));
        QCOMPARE(wording::masMeanText(1849), QStringLiteral("1.8"));
        QCOMPARE(wording::masMeanText(2000), QStringLiteral("2"));
        QCOMPARE(wording::masMeanText(0), QStringLiteral("0"));
    }

    void agesAreInMonthsUnderTwoYears_data() {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("text");
        QTest::newRow("adult") << "1961-03-12"
                               << "65 y";
        QTest::newRow("on the eve of the second birthday") << "2024-11-24"
                                                           << "23 months";
        QTest::newRow("second birthday") << "2024-11-23"
                                         << "2 y";
        QTest::newRow("one month") << "2026-10-20"
                                   << "1 month";
        QTest::newRow("not born yet") << "2026-12-01"
                                      << "";
    }
    void agesAreInMonthsUnderTwoYears() {
        QFETCH(QString, birth);
        QFETCH(QString, text);
        QCOMPARE(wording::ageText(date(birth.toStdString()), date("2026-11-23")), text);
    }

    void splitsAndPiecesReadAsTheRulesWriteThem() {
        core::DoseSplit split(3);
        split.set(0, dose("15"));
        split.set(1, dose("20"));
        split.set(2, dose("20"));
        QCOMPARE(wording::splitText(split), QStringLiteral("15 – 20 – 20"));
        QCOMPARE(wording::splitWords(split), QStringLiteral("15 mg morning, 20 mg midday, 20 mg evening"));
        QCOMPARE(wording::splitText(core::DoseSplit()), QStringLiteral("0"));
        const core::ProductSet set = products("TAB20,TAB10");
        QCOMPARE(wording::piecesText(*core::dispense(dose("35"), set), set),
                 QStringLiteral("1 × 20 mg + 1 × 10 mg + half of one 10 mg"));
        QCOMPARE(wording::piecesText({}, set), QStringLiteral("none"));
        const core::ProductSet liquid = products("SUS5");
        QCOMPARE(wording::piecesText(*core::dispense(dose("12.5"), liquid), liquid), QStringLiteral("2.5 mL"));
    }

    void suppliesCountHalvesTruly() {
        const core::ProductSet set = products("TAB10");
        QCOMPARE(wording::supplyText({0, 168, 126, {}}, set),
                 QStringLiteral("231 tablets of 10 mg (168 whole, 126 halves)"));
        QCOMPARE(wording::supplyText({0, 1, 0, {}}, set), QStringLiteral("1 tablet of 10 mg"));
    }

    void namesPutTheSurnameFirstInCapitals() {
        core::Identity identity;
        identity.surname = "Müller-Weiß";
        identity.given = "Anna";
        QCOMPARE(wording::nameText(identity), QStringLiteral("MÜLLER-WEISS, Anna"));
        identity.title = "Dr";
        QCOMPARE(wording::nameText(identity), QStringLiteral("MÜLLER-WEISS, Anna (Dr)"));
        QCOMPARE(wording::bornText(date("1961-03-12"), date("2026-11-23")), QStringLiteral("Born 12-Mar-1961 (65 y)"));
    }

    void measurementsKeepWhatWasTyped() {
        QCOMPARE(wording::weightText(68'500), QStringLiteral("68.5 kg"));
        QCOMPARE(wording::heightText(1'725), QStringLiteral("172.5 cm"));
        core::Creatinine creatinine;
        creatinine.thousandths = 95'000;
        creatinine.unit = core::CreatinineUnit::umolPerL;
        QCOMPARE(wording::creatinineText(creatinine), QStringLiteral("95 umol/L"));
        QCOMPARE(wording::daysText(1), QStringLiteral("1 day"));
        QCOMPARE(wording::daysText(14), QStringLiteral("14 days"));
        QCOMPARE(wording::daysText(84), QStringLiteral("12 weeks"));
    }

    // SCL-3, SCL-7, SCL-8
    void furtherScalesAreWrittenShort() {
        QCOMPARE(wording::secondsText(1'250), QStringLiteral("12.5 s"));
        QCOMPARE(wording::secondsText(804), QStringLiteral("8.04 s"));
        QCOMPARE(wording::secondsText(900), QStringLiteral("9 s"));
        QCOMPARE(wording::speedText(800), QStringLiteral("0.8 m/s"));
        QCOMPARE(wording::speedText(1'235), QStringLiteral("1.24 m/s"));
        QCOMPARE(wording::degreesText(15), QStringLiteral("15°"));
        QCOMPARE(wording::degreesText(-5), QStringLiteral("−5°"));
        QCOMPARE(wording::attainmentText(2), QStringLiteral("+2"));
        QCOMPARE(wording::attainmentText(0), QStringLiteral("0"));
        QCOMPARE(wording::attainmentText(-1), QStringLiteral("−1"));
        QCOMPARE(wording::goalScoreText(42'345), QStringLiteral("42.3"));
        QCOMPARE(wording::goalScoreText(50'000), QStringLiteral("50"));
        QCOMPARE(wording::goalScoreText(-1'250), QStringLiteral("−1.3"));
    }
};

QTEST_APPLESS_MAIN(TestQuantities)
#include "tst_quantities.moc"
