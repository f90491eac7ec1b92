#include "core/calendar.h"
#include "core/ids.h"
#include "core_values.h"
#include "for_rule.h"

#include <chrono>
#include <limits>

using namespace lento::core;
using namespace lento::test;

class TestCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isoDatesAreRead_data();
    void isoDatesAreRead();
    void whatIsNoDateIsRefused_data();
    void whatIsNoDateIsRefused();
    void numbersThatAreNoDayAreRefused_data();
    void numbersThatAreNoDayAreRefused();
    void everyDayAgreesWithTheStandardLibrary();
    void clockChangesDoNotExist(); // UNI-3
    void spansIncludeBothEnds();
    void completedYearsAndMonths_data();
    void completedYearsAndMonths();
    void monthGridHoldsTheMonth_data();
    void monthGridHoldsTheMonth();
    void idsSortByTimeAndAreRecognised();
    void whatIsNoIdIsRefused_data();
    void whatIsNoIdIsRefused();
};

void TestCalendar::isoDatesAreRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("dayNumber");
    QTest::addColumn<int>("weekday");
    QTest::newRow("the epoch") << QByteArray("1970-01-01") << 0 << 4;
    QTest::newRow("the day before") << QByteArray("1969-12-31") << -1 << 3;
    QTest::newRow("first") << QByteArray("1900-01-01") << -25'567 << 1;
    QTest::newRow("last") << QByteArray("2199-12-31") << 84'005 << 2;
    QTest::newRow("leap day") << QByteArray("2028-02-29") << 21'243 << 2;
    QTest::newRow("leap day of a century") << QByteArray("2000-02-29") << 11'016 << 2;
    QTest::newRow("E26 a Thursday") << QByteArray("2026-03-26") << 20'538 << 4;
}

void TestCalendar::isoDatesAreRead() {
    QFETCH(QByteArray, text);
    QFETCH(int, dayNumber);
    QFETCH(int, weekday);
    const auto read = Date::fromIso(text.toStdString());
    QVERIFY(read);
    QCOMPARE(int{read->dayNumber()}, dayNumber);
    QCOMPARE(static_cast<int>(read->weekday()), weekday);
    QCOMPARE(QByteArray::fromStdString(read->iso()), text);
    QCOMPARE(*read, Date::fromDayNumber(dayNumber));
}

void TestCalendar::whatIsNoDateIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"",           "2026",        "2026-11",     "2026-11-2",        "2026-11-022", "26-11-22",   "2026/11/22",
          "22-11-2026", "2026-11-22 ", " 2026-11-22", "2026-11-22T00:00", "2026-1a-22",  "+026-11-22", "2026--1-22",
          "2026-00-10", "2026-13-10",  "2026-04-31",  "2026-02-29",       "2100-02-29",  "1900-02-29", "2026-01-00",
          "2026-01-32", "1899-12-31",  "2200-01-01",  "0000-00-00",       "09-Dec-2026"})
        QTest::addRow("'%s'", text) << QByteArray(text);
}

void TestCalendar::whatIsNoDateIsRefused() {
    QFETCH(QByteArray, text);
    const auto read = Date::fromIso(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::notADate);
    QCOMPARE(QByteArray::fromStdString(read.error().values.at(0)), text);
}

void TestCalendar::numbersThatAreNoDayAreRefused_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    constexpr int lowest = std::numeric_limits<int>::min();
    constexpr int highest = std::numeric_limits<int>::max();
    QTest::newRow("month 0") << 2026 << 0 << 1;
    QTest::newRow("month 13") << 2026 << 13 << 1;
    QTest::newRow("day 0") << 2026 << 1 << 0;
    QTest::newRow("day 31 in June") << 2026 << 6 << 31;
    QTest::newRow("29 February of a common year") << 2027 << 2 << 29;
    QTest::newRow("year 1899") << 1899 << 12 << 31;
    QTest::newRow("year 2200") << 2200 << 1 << 1;
    // 65538 is 2 to an unsigned short.
    QTest::newRow("what would wrap") << 2026 << 65'538 << 65'538;
    QTest::newRow("lowest") << lowest << lowest << lowest;
    QTest::newRow("highest") << highest << highest << highest;
}

void TestCalendar::numbersThatAreNoDayAreRefused() {
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    const auto made = Date::fromYmd(year, month, day);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::notADate);
}

void TestCalendar::everyDayAgreesWithTheStandardLibrary() {
    using namespace std::chrono;
    const sys_days first = sys_days(January / 1 / 1900);
    const sys_days last = sys_days(December / 31 / 2199);
    int days = 0;
    for (sys_days day = first; day <= last; day += std::chrono::days{1}, ++days) {
        const year_month_day expected(day);
        const Date date = Date::fromDayNumber(static_cast<std::int32_t>(day.time_since_epoch().count()));
        const bool same = date.year() == static_cast<int>(expected.year()) &&
                          date.month() == static_cast<int>(static_cast<unsigned>(expected.month())) &&
                          date.day() == static_cast<int>(static_cast<unsigned>(expected.day())) &&
                          static_cast<unsigned>(date.weekday()) == std::chrono::weekday(day).iso_encoding();
        if (!same)
            QFAIL(date.iso().c_str());
        if (Date::fromYmd(date.year(), date.month(), date.day()).value() != date)
            QFAIL(date.iso().c_str());
    }
    QCOMPARE(days, 109'573);
}

void TestCalendar::clockChangesDoNotExist() {
    const ForRule rule("UNI-3, PT-6");
    // E13 runs over the leap day and the spring clock change (PT-6).
    const Date start = date("2028-02-15");
    QCOMPARE(start + 14, date("2028-02-29"));
    QCOMPARE(start + 28, date("2028-03-14"));
    QCOMPARE(start + 126, date("2028-06-20"));
    QCOMPARE(date("2028-06-20") - start, 126);
    QCOMPARE(date("2028-06-20") - 126, start);
    QCOMPARE(date("2026-03-30") - date("2026-03-28"), 2);
    QCOMPARE(date("2026-11-02") - date("2026-10-31"), 2);
}

void TestCalendar::spansIncludeBothEnds() {
    const DateSpan week{date("2026-01-05"), date("2026-01-11")};
    QCOMPARE(week.days(), 7);
    QVERIFY(week.contains(date("2026-01-05")) && week.contains(date("2026-01-11")));
    QVERIFY(!week.contains(date("2026-01-04")) && !week.contains(date("2026-01-12")));
    const DateSpan open{date("2026-01-05"), std::nullopt};
    QVERIFY(open.isOpen() && open.contains(date("2199-12-31")) && !open.contains(date("2026-01-04")));
}

void TestCalendar::completedYearsAndMonths_data() {
    QTest::addColumn<QByteArray>("birth");
    QTest::addColumn<QByteArray>("today");
    QTest::addColumn<int>("years");
    QTest::addColumn<int>("months");
    const auto row = [](const char* name, const char* birth, const char* today, int years, int months) {
        QTest::newRow(name) << QByteArray(birth) << QByteArray(today) << years << months;
    };
    row("the day of birth", "2026-05-10", "2026-05-10", 0, 0);
    row("the day before the birthday", "1960-05-10", "2026-05-09", 65, 791);
    row("the birthday", "1960-05-10", "2026-05-10", 66, 792);
    row("29 February, 28 February of a common year", "1964-02-29", "2027-02-28", 62, 755);
    row("29 February, 1 March of a common year", "1964-02-29", "2027-03-01", 63, 756);
    row("29 February, 28 February of a leap year", "1964-02-29", "2028-02-28", 63, 767);
    row("29 February of a leap year", "1964-02-29", "2028-02-29", 64, 768);
    row("31 January, 28 February", "2026-01-31", "2026-02-28", 0, 0);
    row("31 January, 1 March", "2026-01-31", "2026-03-01", 0, 1);
    row("31 December to 1 January", "2025-12-31", "2026-01-01", 0, 0);
    row("not born yet", "2026-05-10", "2026-05-09", -1, -1);
}

void TestCalendar::completedYearsAndMonths() {
    const ForRule rule("UNI-3");
    QFETCH(QByteArray, birth);
    QFETCH(QByteArray, today);
    QFETCH(int, years);
    QFETCH(int, months);
    QCOMPARE(completedYears(date(birth.constData()), date(today.constData())), years);
    QCOMPARE(completedMonths(date(birth.constData()), date(today.constData())), months);
}

void TestCalendar::monthGridHoldsTheMonth_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("firstDayOfWeek");
    QTest::addColumn<QByteArray>("firstCell");
    QTest::addColumn<int>("weeks");
    const auto row = [](const char* name, int year, int month, Weekday firstDay, const char* cell, int weeks) {
        QTest::newRow(name) << year << month << static_cast<int>(firstDay) << QByteArray(cell) << weeks;
    };
    row("four weeks exactly", 2027, 2, Weekday::monday, "2027-02-01", 4);
    row("the same from Sunday", 2027, 2, Weekday::sunday, "2027-01-31", 5);
    row("six weeks", 2026, 3, Weekday::monday, "2026-02-23", 6);
    row("from Sunday five", 2026, 3, Weekday::sunday, "2026-03-01", 5);
    row("from Saturday", 2026, 11, Weekday::saturday, "2026-10-31", 5);
    row("leap February", 2028, 2, Weekday::monday, "2028-01-31", 5);
    row("over the year's end", 2026, 12, Weekday::monday, "2026-11-30", 5);
}

void TestCalendar::monthGridHoldsTheMonth() {
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, firstDayOfWeek);
    QFETCH(QByteArray, firstCell);
    QFETCH(int, weeks);
    const auto grid = monthGrid(year, month, static_cast<Weekday>(firstDayOfWeek));
    QCOMPARE(static_cast<int>(grid.size()), weeks);
    QCOMPARE(grid.front().front(), date(firstCell.constData()));

    int daysOfMonth = 0;
    Date expected = grid.front().front();
    for (const auto& week : grid) {
        QCOMPARE(static_cast<int>(week.front().weekday()), firstDayOfWeek);
        for (const Date cell : week) {
            QCOMPARE(cell, expected);
            expected = expected + 1;
            daysOfMonth += cell.month() == month ? 1 : 0;
        }
    }
    QCOMPARE(daysOfMonth, daysInMonth(year, month));
}

void TestCalendar::idsSortByTimeAndAreRecognised() {
    const std::array<std::uint8_t, 10> ones{255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    // RFC 9562, appendix A.6: 2022-02-22 19:22:22 UTC.
    const std::array<std::uint8_t, 10> example{0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f};
    QCOMPARE(QByteArray::fromStdString(uuidV7(1'645'557'742'000, example)),
             QByteArray("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    QVERIFY(isUuidV7(uuidV7(0, {})));
    QVERIFY(isUuidV7(uuidV7(1'795'305'600'000, ones)));
    QVERIFY(uuidV7(1'795'305'600'000, ones) < uuidV7(1'795'305'600'001, {}));
    QVERIFY(PatientId().isNull());
    QCOMPARE(PatientId("a"), PatientId("a"));
    static_assert(!std::is_convertible_v<PatientId, PlanId> && !std::is_constructible_v<PlanId, PatientId>);
}

void TestCalendar::whatIsNoIdIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("upper case") << QByteArray("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
    QTest::newRow("version 4") << QByteArray("017f22e2-79b0-4cc3-98c4-dc0c0c07398f");
    QTest::newRow("wrong variant") << QByteArray("017f22e2-79b0-7cc3-c8c4-dc0c0c07398f");
    QTest::newRow("no dashes") << QByteArray("017f22e279b07cc398c4dc0c0c07398f0000");
    QTest::newRow("a dash too many") << QByteArray("017f22e2-79b0-7cc3-98c4-dc0c0c0739-f");
    QTest::newRow("too long") << QByteArray("017f22e2-79b0-7cc3-98c4-dc0c0c07398f0");
    QTest::newRow("no hex digit") << QByteArray("017f22e2-79b0-7cc3-98c4-dc0c0c07398g");
}

void TestCalendar::whatIsNoIdIsRefused() {
    QFETCH(QByteArray, text);
    QVERIFY(!isUuidV7(text.toStdString()));
}

LENTO_CORE_TEST_MAIN(TestCalendar)

#include "tst_calendar.moc"
