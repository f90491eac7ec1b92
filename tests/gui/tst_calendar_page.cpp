// The calendar under a person's hands: views, keys over the edges of pages, marks of today and the past but never of a
// day that has not come.
#include "gui/calendar_model.h"
#include "gui/calendar_page.h"
#include "gui/date_edit.h"
#include "gui/day_view.h"
#include "gui/dose_edit.h"
#include "gui/segmented.h"
#include "patient_window.h"

#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTimer>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

CalendarPage& calendar(PatientWindow& clinic) {
    return clinic.page<CalendarPage>(PageId::calendar);
}

// The table with the selected day in it.
QTableView* table(CalendarPage& page) {
    for (QTableView* each : page.findChildren<QTableView*>()) {
        const QModelIndex current = each->currentIndex();
        if (each->isVisible() && current.isValid() && each->selectionModel()->isSelected(current))
            return each;
    }
    return nullptr;
}

void press(CalendarPage& page, int key) {
    QTableView* view = table(page);
    QVERIFY(view);
    view->setFocus();
    QTest::keyClick(view, static_cast<Qt::Key>(key));
}

int ringsShown(CalendarPage& page) {
    int rings = 0;
    for (const QTableView* each : page.findChildren<QTableView*>())
        if (each->isVisible())
            rings += static_cast<int>(each->selectionModel()->selectedIndexes().size());
    return rings;
}

// What the context menu offers; chooses the entry if one is given.
QStringList menuAt(CalendarPage& page, core::Date day, const QString& entry = {}) {
    page.select(day);
    QTableView* view = table(page);
    QStringList texts;
    QTimer::singleShot(0, view, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction* action : menu->actions()) {
            if (!action->isSeparator())
                texts << QString(action->text()).remove(QLatin1Char('&'));
            if (!entry.isEmpty() && texts.value(texts.size() - 1) == entry) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        menu->close();
    });
    Q_EMIT view->customContextMenuRequested(view->visualRect(view->currentIndex()).center());
    return texts;
}

const core::DiaryDay* marked(const PatientWindow& clinic, core::Date day) {
    for (const core::DiaryDay& each : clinic.record().diary)
        if (each.on == day && (!each.note.empty() || std::ranges::any_of(each.parts, [](core::Taken part) {
                return part != core::Taken::notMarked;
            })))
            return &each;
    return nullptr;
}

} // namespace

class TestCalendarPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyViewShowsTheSelectedDay_data();
    void everyViewShowsTheSelectedDay();
    void arrowsGoOverEveryEdge_data();
    void arrowsGoOverEveryEdge();
    void pagesTurnByKeyboard_data();
    void pagesTurnByKeyboard();
    void quarterHasOneSelection();
    void emptyCellOfAQuarterIsNoDay();
    void enterOpensTheDay();
    void spaceMarksAndTakesBack();
    void futureIsNeverMarked();
    void dayOutsideEveryPlanIsEmpty();
    void menuMarksOneDose();
    void dayViewMarksTakenMissedAndOther();
    void quickMarksAreAllKept();
    void dayViewSaysWhatToDoAboutAMissedDose();
    void otherDoseThatCannotBeReadIsRefused();
    void noteOfTheDayIsKept();
    void readOnlyClinicSaysSo();
    void arrowButtonsStayWhereTheyAre();
    void everyYearCanBeTurned();
};

void TestCalendarPage::everyViewShowsTheSelectedDay_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<QString>("title");
    QTest::newRow("day") << static_cast<int>(CalendarPage::View::day) << QStringLiteral("Sun 22-Nov-2026");
    QTest::newRow("month") << static_cast<int>(CalendarPage::View::month) << QStringLiteral("November 2026");
    QTest::newRow("quarter") << static_cast<int>(CalendarPage::View::quarter)
                             << QStringLiteral("October – December 2026");
    QTest::newRow("year") << static_cast<int>(CalendarPage::View::year) << QStringLiteral("2026");
}

void TestCalendarPage::everyViewShowsTheSelectedDay() {
    QFETCH(const int, view);
    QFETCH(const QString, title);
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.showView(static_cast<CalendarPage::View>(view));
    QVERIFY2(visibleText(page).contains(title), qPrintable(visibleText(page)));
    page.select(date("2026-12-31"));
    page.goToToday();
    QCOMPARE(page.selectedDay(), date("2026-11-22"));
    if (static_cast<CalendarPage::View>(view) == CalendarPage::View::day)
        return;
    QVERIFY(table(page));
    QCOMPARE(ringsShown(page), 1);
    const QString spoken = table(page)->currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(QStringLiteral("Sun 22-Nov-2026")), qPrintable(spoken));
    QVERIFY(spoken.contains(QStringLiteral("today")));
}

void TestCalendarPage::arrowsGoOverEveryEdge_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("to");
    const auto row = [](const char* name, CalendarPage::View view, const char* from, Qt::Key key, const char* to) {
        QTest::newRow(name) << static_cast<int>(view) << QString::fromLatin1(from) << static_cast<int>(key)
                            << QString::fromLatin1(to);
    };
    using View = CalendarPage::View;
    row("within a week", View::month, "2026-11-18", Qt::Key_Right, "2026-11-19");
    row("over Sunday", View::month, "2026-11-22", Qt::Key_Right, "2026-11-23");
    row("back over Monday", View::month, "2026-11-23", Qt::Key_Left, "2026-11-22");
    row("into the next month", View::month, "2026-11-30", Qt::Key_Right, "2026-12-01");
    row("into the month before", View::month, "2026-11-03", Qt::Key_Up, "2026-10-27");
    row("next week", View::month, "2026-11-26", Qt::Key_Down, "2026-12-03");
    row("quarter: into its next month", View::quarter, "2026-11-30", Qt::Key_Right, "2026-12-01");
    row("quarter: into the next quarter", View::quarter, "2026-12-31", Qt::Key_Right, "2027-01-01");
    row("year: next day", View::year, "2026-11-30", Qt::Key_Right, "2026-12-01");
    row("year: next month", View::year, "2026-01-31", Qt::Key_Down, "2026-02-28");
    row("year: into the year before", View::year, "2026-01-01", Qt::Key_Left, "2025-12-31");
    row("year: up into the year before", View::year, "2026-01-15", Qt::Key_Up, "2025-12-15");
}

void TestCalendarPage::arrowsGoOverEveryEdge() {
    QFETCH(const int, view);
    QFETCH(const QString, from);
    QFETCH(const int, key);
    QFETCH(const QString, to);
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.showView(static_cast<CalendarPage::View>(view));
    page.select(date(from.toStdString()));
    press(page, key);
    QCOMPARE(page.selectedDay(), date(to.toStdString()));
    QTableView* now = table(page);
    QVERIFY(now);
    QVERIFY(now->hasFocus()); // the next key goes on from there
    QCOMPARE(ringsShown(page), 1);
    QCOMPARE(*qobject_cast<const CalendarModel*>(now->model())->dateAt(now->currentIndex()), page.selectedDay());
}

void TestCalendarPage::pagesTurnByKeyboard_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<QString>("later");
    QTest::newRow("month") << static_cast<int>(CalendarPage::View::month) << QStringLiteral("2027-02-28");
    QTest::newRow("quarter") << static_cast<int>(CalendarPage::View::quarter) << QStringLiteral("2027-04-30");
    QTest::newRow("year") << static_cast<int>(CalendarPage::View::year) << QStringLiteral("2028-01-31");
}

void TestCalendarPage::pagesTurnByKeyboard() {
    QFETCH(const int, view);
    QFETCH(const QString, later);
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.showView(static_cast<CalendarPage::View>(view));
    page.select(date("2027-01-31"));
    press(page, Qt::Key_PageDown);
    QCOMPARE(page.selectedDay(), date(later.toStdString())); // the last day of a shorter month, not beyond it
    press(page, Qt::Key_PageUp);
    QCOMPARE(page.selectedDay().month(), 1);
    QCOMPARE(page.selectedDay().year(), 2027);
}

void TestCalendarPage::quarterHasOneSelection() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.showView(CalendarPage::View::quarter);
    for (QTableView* each : page.findChildren<QTableView*>()) {
        const auto* model = qobject_cast<const CalendarModel*>(each->model());
        if (!each->isVisible())
            continue;
        const core::Date day = *core::Date::fromYmd(model->year(), model->month(), 15);
        QTest::mouseClick(each->viewport(), Qt::LeftButton, {}, each->visualRect(model->indexOf(day)).center());
        QCOMPARE(page.selectedDay(), day);
        QCOMPARE(ringsShown(page), 1);
    }
}

void TestCalendarPage::emptyCellOfAQuarterIsNoDay() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.showView(CalendarPage::View::quarter);
    page.select(date("2026-11-10"));
    QTableView* november = table(page);
    const auto* model = qobject_cast<const CalendarModel*>(november->model());
    const QModelIndex december = model->indexOf(date("2026-12-02")); // drawn in December's table only
    QVERIFY(december.isValid());
    QTest::mouseClick(november->viewport(), Qt::LeftButton, {}, november->visualRect(december).center());
    QCoreApplication::processEvents();
    QCOMPARE(page.selectedDay(), date("2026-11-10"));
    QCOMPARE(ringsShown(page), 1);
}

void TestCalendarPage::enterOpensTheDay() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-11-20"));
    press(page, Qt::Key_Return);
    QCOMPARE(page.view(), CalendarPage::View::day);
    QVERIFY(visibleText(page).contains(QStringLiteral("Fri 20-Nov-2026")));
    QVERIFY(visibleText(page).contains(QStringLiteral("50 mg/day"))); // 60, 55 from the 9th, 50 from the 16th
}

void TestCalendarPage::spaceMarksAndTakesBack() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    for (const char* iso : {"2026-11-22", "2026-11-19"}) {
        page.select(date(iso));
        press(page, Qt::Key_Space);
        QTRY_VERIFY(marked(clinic, date(iso)));
        const core::DiaryDay& day = *marked(clinic, date(iso));
        QCOMPARE(day.parts[0], core::Taken::taken);
        QCOMPARE(page.selectedDay(), date(iso));
        QVERIFY(table(page)->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("taken")));
        press(page, Qt::Key_Space);
        QTRY_VERIFY(!marked(clinic, date(iso)));
    }
}

void TestCalendarPage::futureIsNeverMarked() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-11-23"));
    press(page, Qt::Key_Space);
    QCOMPARE(menuAt(page, date("2026-11-23")), QStringList{QStringLiteral("Open this day")});
    page.showView(CalendarPage::View::day);
    for (const SegmentedControl* taken : page.findChild<DayView*>()->findChildren<SegmentedControl*>())
        for (const QAbstractButton* each : taken->findChildren<QAbstractButton*>())
            QVERIFY(!each->isVisible() || !each->isEnabled());
    QVERIFY(visibleText(page).contains(QStringLiteral("Doses are marked on the day or afterwards.")));
    QVERIFY(clinic.record().diary.empty());
    QVERIFY(clinic.dialogs.told.isEmpty());
}

void TestCalendarPage::dayOutsideEveryPlanIsEmpty() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-10-01"));
    press(page, Qt::Key_Space);
    QVERIFY(clinic.record().diary.empty());
    QCOMPARE(menuAt(page, date("2026-10-01")), QStringList{QStringLiteral("Open this day")});
    page.showView(CalendarPage::View::day);
    QVERIFY(visibleText(page).contains(QStringLiteral("No plan covers this day.")));
    QVERIFY(!visibleText(*page.findChild<DayView*>()).contains(QStringLiteral("mg/day")));
}

void TestCalendarPage::menuMarksOneDose() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    const QStringList offered = menuAt(page, date("2026-11-20"), QStringLiteral("Evening dose missed"));
    QVERIFY2(offered.contains(QStringLiteral("All doses taken")), qPrintable(offered.join(QLatin1Char('|'))));
    QTRY_VERIFY(marked(clinic, date("2026-11-20")));
    const core::DiaryDay& day = *marked(clinic, date("2026-11-20"));
    QCOMPARE(day.parts[static_cast<std::size_t>(core::DayPart::evening)], core::Taken::missed);
    QCOMPARE(day.parts[static_cast<std::size_t>(core::DayPart::morning)], core::Taken::notMarked);
    QVERIFY(
        table(page)->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("missed evening")));
    menuAt(page, date("2026-11-20"), QStringLiteral("All doses taken"));
    QTRY_COMPARE(marked(clinic, date("2026-11-20"))->parts[static_cast<std::size_t>(core::DayPart::evening)],
                 core::Taken::taken);
    QVERIFY(menuAt(page, date("2026-11-20")).contains(QStringLiteral("Take back the mark")));
}

void TestCalendarPage::dayViewMarksTakenMissedAndOther() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-11-20"));
    page.showView(CalendarPage::View::day);
    auto& day = *page.findChild<DayView*>();
    choose(day, QStringLiteral("Morning dose: Missed"));
    QTRY_VERIFY(marked(clinic, date("2026-11-20")));
    choose(day, QStringLiteral("Evening dose: Took another dose"));
    QTRY_COMPARE(marked(clinic, date("2026-11-20"))->parts[static_cast<std::size_t>(core::DayPart::evening)],
                 core::Taken::other);
    auto* other = named<DoseEdit>(day, QStringLiteral("Dose taken instead, in all"));
    QVERIFY(other->isVisible());
    type(*other, QStringLiteral("12,5"));
    QTRY_COMPARE(marked(clinic, date("2026-11-20"))->otherDose, std::optional(dose("12.5")));
    QCOMPARE(marked(clinic, date("2026-11-20"))->parts[0], core::Taken::missed);
}

// Whoever marks the next dose before the window has come round to reading the record anew loses neither mark.
void TestCalendarPage::quickMarksAreAllKept() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-11-20"));
    page.showView(CalendarPage::View::day);
    auto& day = *page.findChild<DayView*>();
    choose(day, QStringLiteral("Morning dose: Missed"));
    choose(day, QStringLiteral("Evening dose: Taken"));
    QTRY_VERIFY(marked(clinic, date("2026-11-20")));
    const core::DiaryDay& stored = *marked(clinic, date("2026-11-20"));
    QCOMPARE(stored.parts[static_cast<std::size_t>(core::DayPart::morning)], core::Taken::missed);
    QCOMPARE(stored.parts[static_cast<std::size_t>(core::DayPart::evening)], core::Taken::taken);
    page.showView(CalendarPage::View::month);
    page.select(date("2026-11-19"));
    press(page, Qt::Key_Space);
    press(page, Qt::Key_Space);
    press(page, Qt::Key_Space);
    QTRY_VERIFY(marked(clinic, date("2026-11-19")));
    QCOMPARE(marked(clinic, date("2026-11-19"))->parts[0], core::Taken::taken);
}

// RST-M by the usual hours, and where several were missed the way to RST-1 to RST-4.
void TestCalendarPage::dayViewSaysWhatToDoAboutAMissedDose() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(clinic.today);
    page.showView(CalendarPage::View::day);
    auto& day = *page.findChild<DayView*>();
    QVERIFY(!visibleText(day).contains(QStringLiteral("RST-M")));
    choose(day, QStringLiteral("Morning dose: Missed"));
    QTRY_VERIFY2(visibleText(day).contains(QStringLiteral("Morning, usually at 08:00: take it now if it is not later "
                                                          "than 10:30; otherwise skip it and take the next at 13:00 "
                                                          "(RST-M).")),
                 qPrintable(visibleText(day)));
    QVERIFY(visibleText(day).contains(QStringLiteral("never made up for by a double one")));
    QVERIFY(!visibleText(day).contains(QStringLiteral("in a row")));
    page.select(clinic.today - 1);
    const core::Date yesterday = clinic.today - 1;
    const auto mark = [&](const char* dose, core::DayPart part, core::Taken taken) {
        choose(day, QString::fromLatin1(dose));
        QTRY_VERIFY(marked(clinic, yesterday) &&
                    marked(clinic, yesterday)->parts[static_cast<std::size_t>(part)] == taken);
    };
    mark("Morning dose: Taken", core::DayPart::morning, core::Taken::taken);
    mark("Midday dose: Missed", core::DayPart::midday, core::Taken::missed);
    mark("Evening dose: Missed", core::DayPart::evening, core::Taken::missed);
    QTRY_VERIFY2(visibleText(day).contains(QStringLiteral("2 doses in a row were missed, a gap of about 24 h")),
                 qPrintable(visibleText(day)));
    QVERIFY(!visibleText(day).contains(QStringLiteral("take it now"))); // that day is over
    choose(day, QStringLiteral("Evening dose: Taken"));
    QTRY_VERIFY(!visibleText(day).contains(QStringLiteral("in a row")));
}

void TestCalendarPage::otherDoseThatCannotBeReadIsRefused() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-11-20"));
    page.showView(CalendarPage::View::day);
    auto& day = *page.findChild<DayView*>();
    choose(day, QStringLiteral("Evening dose: Took another dose"));
    QTRY_VERIFY(marked(clinic, date("2026-11-20")));
    auto* other = named<DoseEdit>(day, QStringLiteral("Dose taken instead, in all"));
    type(*other, QStringLiteral("one"));
    QVERIFY(visibleText(day).contains(QStringLiteral("is not a number")));
    QCOMPARE(other->text(), QStringLiteral("one"));
    QVERIFY(!marked(clinic, date("2026-11-20"))->otherDose);
}

void TestCalendarPage::noteOfTheDayIsKept() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-11-20"));
    page.showView(CalendarPage::View::day);
    auto* note = named<QLineEdit>(page, QStringLiteral("Note of the day"));
    // Neither left nor ended with Enter: the window closes over it.
    type(*note, QStringLiteral("Fell in the bathroom"), false);
    clinic.window->close();
    clinic.window.reset();
    clinic.open();
    QVERIFY(marked(clinic, date("2026-11-20")));
    QCOMPARE(marked(clinic, date("2026-11-20"))->note, std::string("Fell in the bathroom"));
}

void TestCalendarPage::readOnlyClinicSaysSo() {
    PatientWindow clinic(goingDown);
    clinic.window.reset();
    clinic.open(true);
    CalendarPage& page = calendar(clinic);
    page.select(date("2026-11-20"));
    press(page, Qt::Key_Space);
    QCOMPARE(clinic.dialogs.told.size(), 1);
    QCOMPARE(clinic.dialogs.told.front().code, core::ErrorCode::fileReadOnly);
    QVERIFY(!table(page)->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("taken")));
}

void TestCalendarPage::arrowButtonsStayWhereTheyAre() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    auto* later = named<QPushButton>(page, QStringLiteral("Later"));
    QSet<int> places;
    for (const CalendarPage::View view :
         {CalendarPage::View::day, CalendarPage::View::month, CalendarPage::View::quarter, CalendarPage::View::year}) {
        page.showView(view);
        for (int month = 1; month <= 12; ++month) {
            page.select(*core::Date::fromYmd(2026, month, 28));
            QCoreApplication::processEvents();
            places << later->x();
        }
    }
    QCOMPARE(places.size(), 1);
}

void TestCalendarPage::everyYearCanBeTurned() {
    PatientWindow clinic(goingDown);
    CalendarPage& page = calendar(clinic);
    page.showView(CalendarPage::View::year);
    page.select(date("2199-12-31"));
    page.turn(1); // no year after the last: nothing happens
    QCOMPARE(page.selectedDay(), date("2199-12-31"));
    page.select(date("1900-01-01"));
    page.turn(-1);
    QCOMPARE(page.selectedDay(), date("1900-01-01"));
    page.showView(CalendarPage::View::month);
    page.select(date("1900-01-01"));
    QTest::keyClick(table(page), Qt::Key_Left);
    QVERIFY(page.selectedDay() >= date("1900-01-01"));
}

QTEST_MAIN(TestCalendarPage)
#include "tst_calendar_page.moc"
