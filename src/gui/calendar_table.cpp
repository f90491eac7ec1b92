#include "gui/calendar_table.h"

#include "gui/theme.h"

#include <QEvent>
#include <QHeaderView>

namespace lento::gui {

namespace {

CalendarColours coloursOf(const Tokens& now) {
    CalendarColours colours;
    colours.card = now.surface;
    colours.border = now.border;
    colours.text = now.text;
    colours.mutedText = now.muted;
    colours.primary = now.primaryFill;
    colours.onPrimary = now.onPrimaryFill;
    colours.changeFill = now.stepWash;
    colours.changeBorder = now.stepFrame;
    colours.good = now.tone(Tone::good).text;
    colours.critical = now.tone(Tone::critical).text;
    colours.eventFill = now.tone(Tone::information).pale;
    colours.eventText = now.tone(Tone::information).text;
    colours.urgentFill = now.tone(Tone::critical).pale;
    colours.urgentText = now.tone(Tone::critical).text;
    colours.page = now.page;
    colours.heat = now.dose;
    colours.dark = now.dark;
    return colours;
}

} // namespace

CalendarTable::CalendarTable(CalendarDelegate::Style style, QWidget* parent)
    : QTableView(parent)
    , m_days(new CalendarModel(
          style == CalendarDelegate::Style::heat ? CalendarModel::Shape::year : CalendarModel::Shape::month, this))
    , m_painter(new CalendarDelegate(style, this)) {
    setModel(m_days);
    setItemDelegate(m_painter);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setSectionsClickable(false);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setVisible(style == CalendarDelegate::Style::heat);
    viewport()->setAutoFillBackground(false);
    setBackgroundRole(QPalette::Window);
    takeColours();
}

void CalendarTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void CalendarTable::takeColours() {
    m_painter->setColours(coloursOf(tokens(palette())));
}

void CalendarTable::showSelected(core::Date day) {
    const QModelIndex index = m_days->indexOf(day);
    if (index.isValid() && index.data(CalendarModel::InMonthRole).toBool())
        setCurrentIndex(index);
    else
        clearSelection();
}

} // namespace lento::gui
