#include "gui/calendar_page.h"

#include "app/documents.h"
#include "app/visits.h"
#include "gui/calendar_table.h"
#include "gui/concentration_flow.h"
#include "gui/day_marks.h"
#include "gui/day_view.h"
#include "gui/dialog_host.h"
#include "gui/missed_dose_words.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
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

} // namespace

CalendarPage::CalendarPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent)
    , m_selected(workplace.today())
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_views(new SegmentedControl(tr("Calendar view"), {{static_cast<int>(View::day), tr("Day"), {}},
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

    auto* bar = new QHBoxLayout;
    const auto arrow = [&](const QString& text, const QString& name, int pages) {
        auto* button = new QPushButton(text);
        makeCompact(*button);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QPushButton::clicked, this, [this, pages] { turn(pages); });
        return button;
    };
    setTextKind(*m_title, TextKind::title);
    m_title->setAlignment(Qt::AlignCenter);
    // Wide enough for the longest title, so that the arrows do not move under the mouse.
    const QFontMetrics titleMetrics(textFont(*m_title, TextKind::title));
    int widest = titleMetrics.horizontalAdvance(wording::clinicalDateWithWeekday(*core::Date::fromYmd(2026, 9, 30)));
    for (int quarter = 0; quarter < 4; ++quarter)
        widest = std::max(widest, titleMetrics.horizontalAdvance(quarterText(2026, 3 * quarter + 1)));
    m_title->setMinimumWidth(widest + em(*this, 0.5));
    setTextKind(*m_hint, TextKind::muted);
    auto* today = new QPushButton(tr("&Today"));
    connect(today, &QPushButton::clicked, this, &CalendarPage::goToToday);
    auto* print = new QPushButton(tr("&Print calendar…"));
    makePrimary(*print);
    connect(print, &QPushButton::clicked, this, &PatientPage::printRequested);
    m_views->setValue(static_cast<int>(m_view));
    connect(m_views, &SegmentedControl::valueChanged, this, [this](std::optional<int> value) {
        showView(static_cast<View>(value.value_or(static_cast<int>(View::month))));
    });

    bar->addWidget(arrow(QStringLiteral("‹"), tr("Earlier"), -1));
    bar->addWidget(m_title);
    bar->addWidget(arrow(QStringLiteral("›"), tr("Later"), 1));
    bar->addWidget(today);
    bar->addSpacing(gap);
    bar->addWidget(m_views);
    bar->addWidget(m_hint, 1);
    bar->addWidget(print);
    outer->addLayout(bar);

    m_month->setAccessibleName(tr("Month"));
    // Below this the page is scrolled rather than the cells cut.
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

    auto* dayArea = new QScrollArea;
    dayArea->setWidgetResizable(true);
    dayArea->setFrameShape(QFrame::NoFrame);
    dayArea->setWidget(m_dayView);
    connect(m_dayView, &DayView::marked, this, &CalendarPage::mark);
    connect(m_dayView, &DayView::concentrationRequested, this, &CalendarPage::showConcentration);

    m_stack->addWidget(dayArea);
    m_stack->addWidget(m_month);
    m_stack->addWidget(quarter);
    m_stack->addWidget(m_year);
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
        for (const MonthOfQuarter& other : m_quarter) // one day is chosen, not one a month
            if (other.table != &table)
                other.table->clearSelection();
    });
}

void CalendarPage::setRecord(RecordPointer record) {
    const bool otherPatient = !m_record || m_record->patient.id != record->patient.id;
    m_record = std::move(record);
    const core::Result<core::Clinic> clinic = app::clinic(workplace().session);
    m_days = std::make_shared<const CalendarDays>(m_record, workplace().today(), workplace().catalogue.numbers(),
                                                  clinic ? clinic->closedWeekdays : std::vector<core::Weekday>());
    if (otherPatient) {
        m_selected = workplace().today();
        const core::Weekday firstDay = clinic ? clinic->firstDayOfWeek : core::Weekday::monday;
        m_month->days().setFirstDayOfWeek(firstDay);
        for (const MonthOfQuarter& month : m_quarter)
            month.table->days().setFirstDayOfWeek(firstDay);
    }
    layOut();
}

void CalendarPage::keepDraft() {
    if (m_view == View::day)
        m_dayView->keep();
}

void CalendarPage::showView(View view) {
    m_view = view;
    m_views->setValue(static_cast<int>(view));
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
        m_title->setText(wording::clinicalDateWithWeekday(m_selected));
        m_hint->clear();
        break;
    }
    case View::month:
        m_month->days().setDays(m_days);
        m_month->days().showMonth(year, m_selected.month());
        m_title->setText(wording::monthText(year, m_selected.month()));
        m_hint->setText(m_days->pumpAlone() ? tr("Dose of the pump, in mcg a day")
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
        m_title->setText(quarterText(year, first));
        m_hint->setText(m_days->pumpAlone() ? tr("Dose of the pump, in mcg a day") : tr("mg/day"));
        break;
    }
    case View::year: {
        const core::DailyDose highest =
            m_days->highestDose(*core::Date::fromYmd(year, 1, 1), *core::Date::fromYmd(year, 12, 31));
        m_year->painter().setHighestDose(highest);
        m_year->days().setDays(m_days);
        m_year->days().showMonth(year, 1);
        m_title->setText(QString::number(year));
        m_hint->setText(m_days->pumpAlone() ? tr("● a day of the pump: filled, set, refill by, alarm")
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
}

void CalendarPage::mark(const core::DiaryDay& day) {
    const core::Result<core::DiaryDay> saved = app::markDay(workplace().session, day);
    if (!saved) {
        workplace().dialogs.tell(this, saved.error());
        layOut(); // shows again what is stored
        return;
    }
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
