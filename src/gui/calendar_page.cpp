#include "gui/calendar_page.h"

#include "app/documents.h"
#include "app/visits.h"
#include "gui/calendar_bar.h"
#include "gui/calendar_table.h"
#include "gui/concentration_flow.h"
#include "gui/day_marks.h"
#include "gui/day_view.h"
#include "gui/dialog_host.h"
#include "gui/missed_dose_words.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

core::Date monthsLater(core::Date day, int months) {
    const int month = day.year() * 12 + day.month() - 1 + months;
    const int year = month / 12;
    const int within = month % 12 + 1;
    const auto first = core::Date::fromYmd(year, within, 1);
    if (!first)
        return day;
    return *first + (std::min(day.day(), core::daysInMonth(year, within)) - 1);
}

// "October – December 2026"
QString quarterText(int year, int firstMonth) {
    return CalendarPage::tr("%1 – %2").arg(wording::monthText(year, firstMonth).section(QLatin1Char(' '), 0, 0),
                                           wording::monthText(year, firstMonth + 2));
}

RecordPointer withDiaryDay(app::PatientRecord record, const core::DiaryDay& day) {
    const auto at = std::ranges::lower_bound(record.diary, day.on, {}, &core::DiaryDay::on);
    if (at != record.diary.end() && at->on == day.on)
        *at = day;
    else
        record.diary.insert(at, day);
    return std::make_shared<const app::PatientRecord>(std::move(record));
}

// Each view scrolls by itself, so that the buttons above it stay.
QScrollArea* scrolled(QWidget& view) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(&view);
    area->viewport()->setAutoFillBackground(false);
    view.setAutoFillBackground(false);
    return area;
}

} // namespace

CalendarPage::CalendarPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent)
    , m_selected(workplace.today())
    , m_bar(new CalendarBar({{static_cast<int>(View::day), tr("Day"), {}},
                             {static_cast<int>(View::month), tr("Month"), {}},
                             {static_cast<int>(View::quarter), tr("Quarter"), {}},
                             {static_cast<int>(View::year), tr("Year"), {}}}))
    , m_stack(new QStackedWidget)
    , m_dayView(new DayView)
    , m_month(new CalendarTable(CalendarDelegate::Style::month))
    , m_year(new CalendarTable(CalendarDelegate::Style::heat)) {
    const int gap = em(*this, 1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(gap, gap, gap, gap);

    // Wide enough for the longest title, so that the arrows do not move under the mouse.
    QStringList longest{wording::clinicalDateWithWeekday(*core::Date::fromYmd(2026, 9, 30))};
    for (int quarter = 0; quarter < 4; ++quarter)
        longest << quarterText(2026, 3 * quarter + 1);
    m_bar->reserveFor(longest);
    m_bar->setView(static_cast<int>(m_view));
    connect(m_bar, &CalendarBar::turned, this, &CalendarPage::turn);
    connect(m_bar, &CalendarBar::todayRequested, this, &CalendarPage::goToToday);
    connect(m_bar, &CalendarBar::printRequested, this, &PatientPage::printRequested);
    connect(m_bar, &CalendarBar::viewChosen, this, [this](int view) { showView(static_cast<View>(view)); });
    outer->addWidget(m_bar);

    m_month->setAccessibleName(tr("Month"));
    // Below this the month is scrolled rather than its cells cut.
    m_month->setMinimumSize(em(*this, 40), em(*this, 29));
    m_year->setAccessibleName(tr("Year, one row a month"));

    auto* quarter = new QWidget;
    auto* months = new QHBoxLayout(quarter);
    months->setContentsMargins(0, 0, 0, 0);
    months->setSpacing(gap);
    for (MonthOfQuarter& month : m_quarter) {
        auto* column = new QVBoxLayout;
        month.title = new QLabel;
        month.table = new CalendarTable(CalendarDelegate::Style::quarter);
        setTextKind(*month.title, TextKind::heading);
        month.table->setAccessibleName(tr("Month of the quarter"));
        column->addWidget(month.title);
        column->addWidget(month.table, 1);
        months->addLayout(column, 1);
    }

    connect(m_dayView, &DayView::marked, this, &CalendarPage::mark);
    connect(m_dayView, &DayView::concentrationRequested, this, &CalendarPage::showConcentration);

    for (QWidget* view :
         {static_cast<QWidget*>(m_dayView), static_cast<QWidget*>(m_month), quarter, static_cast<QWidget*>(m_year)})
        m_stack->addWidget(scrolled(*view));
    m_stack->setCurrentIndex(static_cast<int>(m_view));
    outer->addWidget(m_stack, 1);

    for (CalendarTable* table : tables())
        connectTable(*table);
}

std::array<CalendarTable*, 5> CalendarPage::tables() const {
    return {m_month, m_quarter[0].table, m_quarter[1].table, m_quarter[2].table, m_year};
}

void CalendarPage::connectTable(CalendarTable& table) {
    table.installEventFilter(this);
    connect(&table, &QTableView::activated, this, [this] { showView(View::day); });
    connect(&table, &QTableView::customContextMenuRequested, this,
            [this, &table](const QPoint& at) { openMenu(table, at); });
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, [this, &table](const QModelIndex& now) {
        const std::optional<core::Date> day = table.days().dateAt(now);
        if (!day || !table.hasFocus())
            return;
        if (m_view == View::quarter && !now.data(CalendarModel::InMonthRole).toBool()) {
            // An empty cell: the day itself stands in the month beside it.
            QMetaObject::invokeMethod(this, &CalendarPage::showSelection, Qt::QueuedConnection);
            return;
        }
        m_selected = *day;
        bringIntoView(table, now);
        for (const MonthOfQuarter& other : m_quarter) // one day is chosen, not one a month
            if (other.table != &table)
                other.table->clearSelection();
    });
}

void CalendarPage::setRecord(RecordPointer record) {
    const bool otherPatient = !m_record || m_record->patient.id != record->patient.id;
    m_record = std::move(record);
    const core::Result<core::Clinic> clinic = app::clinic(workplace().session);
    m_closedDays = clinic ? clinic->closedWeekdays : std::vector<core::Weekday>();
    makeDays();
    if (otherPatient) {
        m_selected = workplace().today();
        const core::Weekday firstDay = clinic ? clinic->firstDayOfWeek : core::Weekday::monday;
        m_month->days().setFirstDayOfWeek(firstDay);
        for (const MonthOfQuarter& month : m_quarter)
            month.table->days().setFirstDayOfWeek(firstDay);
    }
    layOut();
}

void CalendarPage::makeDays() {
    m_days = std::make_shared<const CalendarDays>(m_record, workplace().today(), workplace().catalogue.numbers(),
                                                  m_closedDays);
}

void CalendarPage::keepDraft() {
    if (m_view == View::day)
        m_dayView->keep();
}

void CalendarPage::showView(View view) {
    m_view = view;
    m_bar->setView(static_cast<int>(view));
    m_stack->setCurrentIndex(static_cast<int>(view));
    layOut();
}

void CalendarPage::select(core::Date day) {
    if (!core::Date::fromYmd(day.year(), day.month(), day.day()))
        return; // beyond the years that there are
    m_selected = day;
    layOut();
}

void CalendarPage::goToToday() {
    select(workplace().today());
}

void CalendarPage::turn(int pages) {
    switch (m_view) {
    case View::day:
        select(m_selected + pages);
        break;
    case View::month:
        select(monthsLater(m_selected, pages));
        break;
    case View::quarter:
        select(monthsLater(m_selected, 3 * pages));
        break;
    case View::year:
        select(monthsLater(m_selected, 12 * pages));
        break;
    }
}

void CalendarPage::showConcentration() {
    const auto dose = m_days->on(m_selected).dose;
    if (!dose || dose->daily.isZero())
        return;
    gui::showConcentration(
        workplace(), [this] { return m_record; },
        {tr("%1, %2").arg(wording::clinicalDate(m_selected), wording::dailyText(dose->daily)), dose->split},
        [this](const QString& field) { Q_EMIT patientEditRequested(field); }, this);
}

void CalendarPage::layOut() {
    if (!m_days)
        return;
    const int year = m_selected.year();
    switch (m_view) {
    case View::day: {
        const CalendarDay day = m_days->on(m_selected);
        const core::ProductSet* products = day.dose ? &m_record->revisions[day.dose->revision].plan.products : nullptr;
        m_dayView->setDay(day, products);
        m_dayView->setAdvice(missedDoseWords(day, m_days->record(), workplace().catalogue.numbers()));
        m_bar->setTitle(wording::clinicalDateWithWeekday(m_selected));
        m_bar->setHint({});
        break;
    }
    case View::month:
        m_month->days().setDays(m_days);
        m_month->days().showMonth(year, m_selected.month());
        m_bar->setTitle(wording::monthText(year, m_selected.month()));
        m_bar->setHint(m_days->pumpAlone() ? tr("Dose of the pump, in mcg a day")
                                           : tr("Doses of the day in mg, from morning to bedtime"));
        break;
    case View::quarter: {
        const int first = (m_selected.month() - 1) / 3 * 3 + 1;
        for (int i = 0; i < 3; ++i) {
            const MonthOfQuarter& month = m_quarter[static_cast<std::size_t>(i)];
            month.table->days().setDays(m_days);
            month.table->days().showMonth(year, first + i);
            month.title->setText(wording::monthText(year, first + i));
        }
        m_bar->setTitle(quarterText(year, first));
        m_bar->setHint(m_days->pumpAlone() ? tr("Dose of the pump, in mcg a day") : tr("mg/day"));
        break;
    }
    case View::year: {
        const core::DailyDose highest =
            m_days->highestDose(*core::Date::fromYmd(year, 1, 1), *core::Date::fromYmd(year, 12, 31));
        m_year->painter().setHighestDose(highest);
        m_year->days().setDays(m_days);
        m_year->days().showMonth(year, 1);
        m_bar->setTitle(QString::number(year));
        m_bar->setHint(m_days->pumpAlone() ? tr("● a day of the pump: filled, set, refill by, alarm")
                       : highest.isZero()  ? tr("mg/day")
                                           : tr("mg/day; the darkest is %1").arg(wording::dailyText(highest)));
        break;
    }
    }
    showSelection();
}

void CalendarPage::showSelection() {
    if (m_view == View::month)
        m_month->showSelected(m_selected);
    if (m_view == View::quarter) {
        const bool typing =
            std::ranges::any_of(m_quarter, [](const MonthOfQuarter& month) { return month.table->hasFocus(); });
        for (const MonthOfQuarter& month : m_quarter) {
            // The keys go with the day into its month.
            if (typing && month.table->days().month() == m_selected.month())
                month.table->setFocus();
            month.table->showSelected(m_selected);
        }
    }
    if (m_view == View::year)
        m_year->showSelected(m_selected);
    for (CalendarTable* table : tables())
        if (const QModelIndex chosen = table->currentIndex(); chosen.isValid() && table->isVisible())
            bringIntoView(*table, chosen);
}

void CalendarPage::bringIntoView(const CalendarTable& table, const QModelIndex& day) {
    auto* area = qobject_cast<QScrollArea*>(m_stack->currentWidget());
    const QRect cell = table.visualRect(day);
    const QPoint at = table.viewport()->mapTo(area->widget(), cell.center());
    area->ensureVisible(at.x(), at.y(), cell.width(), cell.height());
}

void CalendarPage::mark(const core::DiaryDay& day) {
    const core::Result<core::DiaryDay> saved = app::markDay(workplace().session, day);
    if (!saved) {
        workplace().dialogs.tell(this, saved.error());
        layOut(); // shows again what is stored
        return;
    }
    // The next mark may come before the record is read anew.
    m_record = withDiaryDay(*m_record, *saved);
    makeDays();
    layOut();
    Q_EMIT recordChanged();
}

void CalendarPage::toggleTaken() {
    const CalendarDay day = m_days->on(m_selected);
    if (canBeMarked(day))
        mark(allTakenOrNot(day));
}

void CalendarPage::openMenu(const CalendarTable& table, const QPoint& at) {
    const std::optional<core::Date> chosen = table.days().dateAt(table.indexAt(at));
    if (!chosen)
        return;
    m_selected = *chosen;
    const CalendarDay day = m_days->on(*chosen);
    QMenu menu(this);
    connect(menu.addAction(tr("&Open this day")), &QAction::triggered, this, [this] { showView(View::day); });
    if (canBeMarked(day)) {
        menu.addSeparator();
        connect(menu.addAction(day.marked == CalendarDay::Marked::allTaken ? tr("Take back the &mark")
                                                                           : tr("All doses &taken")),
                &QAction::triggered, this, &CalendarPage::toggleTaken);
        for (const core::DayPart part : day.dose->split.parts())
            if (!day.dose->split.at(part).isZero())
                connect(menu.addAction(tr("%1 dose missed").arg(wording::dayPartText(part))), &QAction::triggered, this,
                        [this, day, part] { mark(withMissed(day, part)); });
    }
    menu.exec(table.viewport()->mapToGlobal(at));
}

bool CalendarPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (const std::optional<core::Date> day = dayBeside(key)) {
            select(*day);
            return true;
        }
        switch (key) {
        case Qt::Key_Space:
            toggleTaken();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            showView(View::day);
            return true;
        case Qt::Key_PageUp:
            turn(-1);
            return true;
        case Qt::Key_PageDown:
            turn(1);
            return true;
        default:
            break;
        }
    }
    return PatientPage::eventFilter(watched, event);
}

std::optional<core::Date> CalendarPage::dayBeside(int key) const {
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const bool year = m_view == View::year;
    switch (key) {
    case Qt::Key_Left:
        return m_selected - forward;
    case Qt::Key_Right:
        return m_selected + forward;
    case Qt::Key_Up:
        return year ? monthsLater(m_selected, -1) : m_selected - 7;
    case Qt::Key_Down:
        return year ? monthsLater(m_selected, 1) : m_selected + 7;
    default:
        return std::nullopt;
    }
}

} // namespace lento::gui
