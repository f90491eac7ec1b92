// What people type, accepted and refused: nothing is clamped, nothing ambiguous is guessed.
#include "core_values.h"
#include "wording/messages.h"
#include "wording/quantities.h"
#include "wording/typed_values.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::ErrorCode;

Q_DECLARE_METATYPE(lento::core::ErrorCode)

class TestTypedValues : public QObject {
    Q_OBJECT

private:
    template <class T>
    static void refuses(const core::Result<T>& result, ErrorCode code) {
        QVERIFY2(!result.has_value(), "accepted");
        QCOMPARE(static_cast<int>(result.error().code), static_cast<int>(code));
        // Every refusal has words that say what is accepted.
        QVERIFY(!wording::message(result.error()).remedy.isEmpty());
    }

private Q_SLOTS:
    void datesAreAcceptedInUnambiguousForms_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("iso");
        QTest::newRow("clinical") << "09-Dec-2026"
                                  << "2026-12-09";
        QTest::newRow("one digit") << "9 Dec 2026"
                                   << "2026-12-09";
        QTest::newRow("whole month") << " 9  december 2026 "
                                     << "2026-12-09";
        QTest::newRow("weekday") << "Wed 09-Dec-2026"
                                 << "2026-12-09";
        QTest::newRow("ISO") << "2026-12-09"
                             << "2026-12-09";
        QTest::newRow("points") << "09.12.2026"
                                << "2026-12-09";
        QTest::newRow("slashes, day over 12") << "23/11/2026"
                                              << "2026-11-23";
        QTest::newRow("slashes, month first") << "11/23/2026"
                                              << "2026-11-23";
        QTest::newRow("slashes, both alike") << "04/04/2026"
                                             << "2026-04-04";
        QTest::newRow("leap day") << "29-Feb-2028"
                                  << "2028-02-29";
    }
    void datesAreAcceptedInUnambiguousForms() {
        QFETCH(QString, typed);
        QFETCH(QString, iso);
        const auto parsed = wording::parseTypedDate(typed);
        QVERIFY(parsed.has_value());
        QCOMPARE(QString::fromStdString(parsed->iso()), iso);
    }

    void datesThatAreNoneOrTwoAreRefused_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << " " << ErrorCode::emptyText;
        QTest::newRow("two readings") << "03/04/2026" << ErrorCode::conflictingFields;
        QTest::newRow("no such day") << "29-Feb-2027" << ErrorCode::notADate;
        QTest::newRow("no such month") << "12-Foo-2026" << ErrorCode::notADate;
        QTest::newRow("numeric dashes") << "09-12-2026" << ErrorCode::notADate;
        QTest::newRow("two-digit year") << "09-Dec-26" << ErrorCode::notADate;
        QTest::newRow("wrong weekday") << "Mon 09-Dec-2026" << ErrorCode::notADate;
        QTest::newRow("words") << "tomorrow" << ErrorCode::notADate;
        QTest::newRow("month 13") << "13/13/2026" << ErrorCode::notADate;
        QTest::newRow("too early") << "09-Dec-1066" << ErrorCode::notADate;
    }
    void datesThatAreNoneOrTwoAreRefused() {
        QFETCH(QString, typed);
        QFETCH(ErrorCode, code);
        refuses(wording::parseTypedDate(typed), code);
    }

    void dosesAreRead_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("milligrams");
        QTest::newRow("point") << "12.5"
                               << "12.5";
        QTest::newRow("comma") << "12,5"
                               << "12.5";
        QTest::newRow("unit") << "12.5 mg"
                              << "12.5";
        QTest::newRow("unit without blank") << "12.5mg"
                                            << "12.5";
        QTest::newRow("thousandths after 0") << "0.125"
                                             << "0.125";
        QTest::newRow("four decimals") << "2.5000"
                                       << "2.5";
        QTest::newRow("thousand") << "1000"
                                  << "1000";
    }
    void dosesAreRead() {
        QFETCH(QString, typed);
        QFETCH(QString, milligrams);
        const auto parsed = wording::parseDose(typed);
        QVERIFY(parsed.has_value());
        QCOMPARE(wording::milligrams(*parsed), milligrams);
    }

    void dosesThatCouldBeMisreadAreRefused_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << "" << ErrorCode::emptyText;
        QTest::newRow("grouped by point") << "1.000" << ErrorCode::groupSeparator;
        QTest::newRow("grouped by comma") << "2,500" << ErrorCode::groupSeparator;
        QTest::newRow("grouped by blank") << "1 000" << ErrorCode::groupSeparator;
        QTest::newRow("grouped by apostrophe") << "1'000" << ErrorCode::groupSeparator;
        QTest::newRow("two marks") << "1,000.5" << ErrorCode::groupSeparator;
        QTest::newRow("naked mark") << ".5" << ErrorCode::notANumber;
        QTest::newRow("mark at the end") << "5." << ErrorCode::notANumber;
        QTest::newRow("minus") << "-5" << ErrorCode::notANumber;
        QTest::newRow("letters") << "ten" << ErrorCode::notANumber;
        QTest::newRow("exponent") << "1e2" << ErrorCode::wrongType;
        QTest::newRow("micrograms") << "50 mcg" << ErrorCode::wrongType;
        QTest::newRow("five decimals") << "0.00001" << ErrorCode::tooManyDecimals;
        QTest::newRow("out of any range") << "999999999999" << ErrorCode::outOfRange;
    }
    void dosesThatCouldBeMisreadAreRefused() {
        QFETCH(QString, typed);
        QFETCH(ErrorCode, code);
        refuses(wording::parseDose(typed), code);
        refuses(wording::parseDailyDose(typed), code);
    }

    void aDailyDoseMayNameItsDay() {
        for (const char* typed : {"45", "45 mg", "45 mg/day", "45 mg a day"})
            QCOMPARE(*wording::parseDailyDose(QString::fromLatin1(typed)), daily("45"));
        refuses(wording::parseDose(u"45 mg/day"), ErrorCode::wrongType);
    }

    void splitsNeedAsManyDosesAsTheDayHas() {
        const auto parsed = wording::parseSplit(u"15 – 20-20", 3);
        QVERIFY(parsed.has_value());
        QCOMPARE(wording::splitText(*parsed), QStringLiteral("15 – 20 – 20"));
        refuses(wording::parseSplit(u"15-20", 3), ErrorCode::outOfRange);
        refuses(wording::parseSplit(u"15--20", 3), ErrorCode::notANumber);
        refuses(wording::parseSplit(u"", 3), ErrorCode::emptyText);
    }

    void percentagesAreWhole() {
        QCOMPARE(wording::parsePercent(u"10 %")->whole(), 10);
        QCOMPARE(wording::parsePercent(u"25")->whole(), 25);
        refuses(wording::parsePercent(u"0"), ErrorCode::outOfRange);
        refuses(wording::parsePercent(u"101"), ErrorCode::outOfRange);
        refuses(wording::parsePercent(u"12.5"), ErrorCode::notAnInteger);
        refuses(wording::parsePercent(u"%"), ErrorCode::emptyText);
    }

    void measurementsHaveUnitsAndBounds() {
        QCOMPARE(*wording::parseWeight(u"68,5 kg"), 68'500);
        QCOMPARE(*wording::parseWeight(u"900 g"), 900);
        refuses(wording::parseWeight(u"685"), ErrorCode::outOfRange);
        refuses(wording::parseWeight(u"150 lb"), ErrorCode::wrongType);
        QCOMPARE(*wording::parseHeight(u"172.5"), 1'725);
        QCOMPARE(*wording::parseHeight(u"1.72 m"), 1'720);
        refuses(wording::parseHeight(u"17"), ErrorCode::outOfRange);
        QCOMPARE(*wording::parseNrs(u"3.5"), 35);
        refuses(wording::parseNrs(u"10.1"), ErrorCode::outOfRange);
        refuses(wording::parseNrs(u"3.55"), ErrorCode::tooManyDecimals);
        QCOMPARE(*wording::parseSeconds(u"12,5 s", 1, 60'000), 1'250);
        QCOMPARE(*wording::parseSeconds(u"8.04", 1, 60'000), 804);
        refuses(wording::parseSeconds(u"0", 1, 60'000), ErrorCode::outOfRange);
        refuses(wording::parseSeconds(u"1:20", 1, 60'000), ErrorCode::wrongType);
        refuses(wording::parseSeconds(u"2 min", 1, 60'000), ErrorCode::wrongType);
        refuses(wording::parseSeconds(u"12.345", 1, 60'000), ErrorCode::groupSeparator);
        refuses(wording::parseSeconds(u"", 1, 60'000), ErrorCode::emptyText);
        QCOMPARE(*wording::parseWholeNumber(u"14", 1, 365), 14);
        refuses(wording::parseWholeNumber(u"0", 1, 365), ErrorCode::outOfRange);
        refuses(wording::parseWholeNumber(u"7 days", 1, 365), ErrorCode::notAnInteger);
    }

    void liquidsAreReadAsTheirLabelsAreWritten_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("nanograms"); // in 1 mL
        QTest::newRow("bare") << QStringLiteral("2") << qint64{2'000'000};
        QTest::newRow("per mL") << QStringLiteral("2.5 mg/mL") << qint64{2'500'000};
        QTest::newRow("per 5 mL") << QStringLiteral("5 mg/5 mL") << qint64{1'000'000};
        QTest::newRow("per 5 mL with a comma") << QStringLiteral("12,5 mg / 5ml") << qint64{2'500'000};
    }
    void liquidsAreReadAsTheirLabelsAreWritten() {
        QFETCH(const QString, text);
        QFETCH(const qint64, nanograms);
        const auto read = wording::parseConcentration(text);
        QVERIFY(read);
        QCOMPARE(qint64{read->inNanograms()}, nanograms);
    }
    void whatIsNoStrengthOfALiquidIsRefused() {
        refuses(wording::parseConcentration(u""), ErrorCode::emptyText);
        refuses(wording::parseConcentration(u"2 mg"), ErrorCode::wrongType);
        refuses(wording::parseConcentration(u"2 mcg/mL"), ErrorCode::wrongType);
        refuses(wording::parseConcentration(u"5 mg/0 mL"), ErrorCode::wrongType);
        refuses(wording::parseConcentration(u"10 mg/3 mL"), ErrorCode::tooManyDecimals);
        refuses(wording::parseConcentration(u"1.000 mg/mL"), ErrorCode::groupSeparator);
        QVERIFY(*wording::parseVolume(u"0,5 mL") == core::Volume::microlitres(500));
        refuses(wording::parseVolume(u"0"), ErrorCode::outOfRange);
        refuses(wording::parseVolume(u"11 mL"), ErrorCode::outOfRange);
        refuses(wording::parseVolume(u"0.5 L"), ErrorCode::wrongType);
    }

    void amountsByWeightAreMilligramsPerKilogram() {
        QVERIFY(*wording::parsePerWeight(u"0.3") == core::PerWeight{300});
        QVERIFY(*wording::parsePerWeight(u"0,125 mg/kg") == core::PerWeight{125});
        QCOMPARE(wording::perWeightText(core::PerWeight{300}), QStringLiteral("0.3 mg/kg"));
        refuses(wording::parsePerWeight(u""), ErrorCode::emptyText);
        refuses(wording::parsePerWeight(u"0"), ErrorCode::outOfRange);
        refuses(wording::parsePerWeight(u"101"), ErrorCode::outOfRange);
        refuses(wording::parsePerWeight(u"0.3 mg"), ErrorCode::wrongType);
        refuses(wording::parsePerWeight(u"1.250"), ErrorCode::groupSeparator);
        refuses(wording::parsePerWeight(u"0.0003"), ErrorCode::tooManyDecimals);
    }

    void wholeNumbersStandOnceEach() {
        QVERIFY((*wording::parseWholeNumbers(u" 3, 4,7 ", 1, 365) == std::vector<int>{3, 4, 7}));
        refuses(wording::parseWholeNumbers(u" ", 1, 365), ErrorCode::emptyText);
        refuses(wording::parseWholeNumbers(u"3,,4", 1, 365), ErrorCode::notAnInteger);
        refuses(wording::parseWholeNumbers(u"3,", 1, 365), ErrorCode::notAnInteger);
        refuses(wording::parseWholeNumbers(u"3;4", 1, 365), ErrorCode::notAnInteger);
        refuses(wording::parseWholeNumbers(u"3, 0", 1, 365), ErrorCode::outOfRange);
        refuses(wording::parseWholeNumbers(u"3, 3", 1, 365), ErrorCode::conflictingFields);
    }

    // UNI-1, UNI-2
    void micrograms_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tenths"); // or minus the error
        const auto row = [](const char* text, int tenths) { QTest::newRow(text) << QString::fromUtf8(text) << tenths; };
        const auto refused = [](ErrorCode code) { return -static_cast<int>(code) - 1; };
        row("310", 3100);
        row("87,5 mcg", 875);
        row(" 310 mcg/day ", 3100);
        row("0.1", 1);
        row("0.3 mg", refused(ErrorCode::wrongType)); // never converted
        row("310 µg", refused(ErrorCode::wrongType));
        row("310 ng", refused(ErrorCode::wrongType));
        row("87.55", refused(ErrorCode::tooManyDecimals));
        row("1.000", refused(ErrorCode::groupSeparator));
        row("1,000", refused(ErrorCode::groupSeparator));
        row("1 000", refused(ErrorCode::groupSeparator));
        row("0", refused(ErrorCode::outOfRange));
        row("100001", refused(ErrorCode::outOfRange));
        row("-5", refused(ErrorCode::notANumber));
        row("", refused(ErrorCode::emptyText));
    }
    void micrograms() {
        QFETCH(const QString, text);
        const auto parsed = wording::parsePumpDose(text);
        QTEST(parsed ? static_cast<int>(*parsed / core::pumpGrid) : -static_cast<int>(parsed.error().code) - 1,
              "tenths");
    }

    void pumpConcentrationsAndVolumes() {
        QVERIFY(*wording::parsePumpConcentration(u"2000 mcg/mL") == core::Concentration::microgramsPerMillilitre(2000));
        refuses(wording::parsePumpConcentration(u"2 mg/mL"), ErrorCode::wrongType);
        refuses(wording::parsePumpConcentration(u"0.5"), ErrorCode::tooManyDecimals);
        refuses(wording::parsePumpConcentration(u"0"), ErrorCode::outOfRange);
        refuses(wording::parsePumpConcentration(u"10001"), ErrorCode::outOfRange);
        QVERIFY(*wording::parseReservoirVolume(u"17,6 mL") == core::Volume::microlitres(17'600));
        QVERIFY(wording::parseReservoirVolume(u"0")->isZero());
        refuses(wording::parseReservoirVolume(u"100.1"), ErrorCode::outOfRange);
        refuses(wording::parseReservoirVolume(u"18 L"), ErrorCode::wrongType);
        QVERIFY(*wording::parseCatheterVolume(u"0.0022") == core::Volume::nanolitres(2'200));
        QVERIFY(*wording::parseCatheterVolume(u"0,0022 mL/cm") == core::Volume::nanolitres(2'200));
        refuses(wording::parseCatheterVolume(u"0"), ErrorCode::outOfRange);
        refuses(wording::parseCatheterVolume(u"2.2"), ErrorCode::outOfRange); // microlitres
        refuses(wording::parseCatheterVolume(u"0.00221"), ErrorCode::tooManyDecimals);
        refuses(wording::parseCatheterVolume(u"0.0022 mcg"), ErrorCode::wrongType);
        QVERIFY(*wording::parsePumpBolus(u"50 mcg") == core::PumpBolus::micrograms(50));
        refuses(wording::parsePumpBolus(u"50 mcg/day"), ErrorCode::wrongType);
        refuses(wording::parsePumpBolus(u"0.05 mg"), ErrorCode::wrongType);
    }

    // ITB-11, E34b
    void aFlexDayIsReadWhole() {
        const auto day = wording::parseFlexDay(u"00:00 8; 06:00 20; 08:00 10 mcg/h; 22:00 15");
        QVERIFY(day);
        QCOMPARE(day->size(), std::size_t{4});
        QCOMPARE(*core::flexDailyDose(*day), core::PumpDose::micrograms(258));
        QCOMPARE(day->back().untilMinute, 1440);
        refuses(wording::parseFlexDay(u""), ErrorCode::emptyText);
        refuses(wording::parseFlexDay(u"06:00 8"), ErrorCode::conflictingFields); // nothing before six
        refuses(wording::parseFlexDay(u"00:00 8; 00:00 9"), ErrorCode::conflictingFields);
        refuses(wording::parseFlexDay(u"00:00 8; 24:00 9"), ErrorCode::notANumber);
        refuses(wording::parseFlexDay(u"00:00 8; 07:60 9"), ErrorCode::notANumber);
        refuses(wording::parseFlexDay(u"00:00 0.02 mg"), ErrorCode::notANumber);
        refuses(wording::parseFlexDay(u"00:00"), ErrorCode::notANumber);
        QVERIFY(wording::parseFlexDay(u"00:00 0; 06:00 20")); // a pause by night
        QString fourteen;
        for (int hour = 0; hour < 14; ++hour)
            fourteen += QStringLiteral("%1:00 8;").arg(hour, 2, 10, QLatin1Char('0'));
        refuses(wording::parseFlexDay(fourteen), ErrorCode::outOfRange);
    }

    void creatinineIsNeverTakenWithoutItsUnit() {
        using core::CreatinineUnit;
        QCOMPARE(*wording::parseCreatinine(u"1.1 mg/dL"), (wording::TypedCreatinine{1'100, CreatinineUnit::mgPerDl}));
        QCOMPARE(*wording::parseCreatinine(u"95 µmol/l"), (wording::TypedCreatinine{95'000, CreatinineUnit::umolPerL}));
        QCOMPARE(*wording::parseCreatinine(u"95", CreatinineUnit::umolPerL),
                 (wording::TypedCreatinine{95'000, CreatinineUnit::umolPerL}));
        refuses(wording::parseCreatinine(u"95"), ErrorCode::missingField);
        refuses(wording::parseCreatinine(u"95", CreatinineUnit::mgPerDl), ErrorCode::outOfRange); // the unit is wrong
        refuses(wording::parseCreatinine(u"1.1 umol/L"), ErrorCode::outOfRange);
        refuses(wording::parseCreatinine(u"1.1 g/L"), ErrorCode::wrongType);
    }
};

QTEST_APPLESS_MAIN(TestTypedValues)
#include "tst_typed_values.moc"
