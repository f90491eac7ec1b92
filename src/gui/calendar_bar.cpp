#include "gui/calendar_bar.h"

#include "gui/folding_columns.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace lento::gui {

CalendarBar::CalendarBar(const QList<SegmentedControl::Choice>& views, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_views(new SegmentedControl(tr("Calendar view"), views)) {
    setTextKind(*m_title, TextKind::title);
    m_title->setAlignment(Qt::AlignCenter);
    setTextKind(*m_hint, TextKind::muted);
    m_hint->setWordWrap(true);
    m_hint->setMinimumWidth(em(*this, 14)); // in two lines at most
    auto* today = new QPushButton(tr("&Today"));
    connect(today, &QPushButton::clicked, this, &CalendarBar::todayRequested);
    auto* print = new QPushButton(tr("&Print calendar…"));
    makePrimary(*print);
    connect(print, &QPushButton::clicked, this, &CalendarBar::printRequested);
    connect(m_views, &SegmentedControl::valueChanged, this, [this](std::optional<int> view) {
        if (view)
            Q_EMIT viewChosen(*view);
    });

    const auto rowOf = [](QWidget& holder) {
        auto* row = new QHBoxLayout(&holder);
        row->setContentsMargins(0, 0, 0, 0);
        return row;
    };
    auto* pages = new QWidget;
    QHBoxLayout* turning = rowOf(*pages);
    turning->addWidget(arrow(QStringLiteral("‹"), tr("Earlier"), -1));
    turning->addWidget(m_title);
    turning->addWidget(arrow(QStringLiteral("›"), tr("Later"), 1));
    turning->addWidget(today);
    turning->addStretch(1);
    auto* choice = new QWidget;
    QHBoxLayout* choosing = rowOf(*choice);
    choosing->addWidget(m_views);
    choosing->addStretch(1);
    auto* paper = new QWidget;
    QHBoxLayout* printing = rowOf(*paper);
    printing->addWidget(m_hint, 1);
    printing->addWidget(print);

    auto* navigation = new FoldingColumns(pages, 0, choice, 0, FoldingColumns::Room::usual);
    navigation->setSpacing(em(*this, 1));
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new FoldingColumns(navigation, 0, paper, 1));
}

QPushButton* CalendarBar::arrow(const QString& text, const QString& name, int pages) {
    auto* button = new QPushButton(text);
    makeCompact(*button);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QPushButton::clicked, this, [this, pages] { Q_EMIT turned(pages); });
    return button;
}

void CalendarBar::reserveFor(const QStringList& titles) {
    const QFontMetrics metrics(textFont(*m_title, TextKind::title));
    int widest = 0;
    for (const QString& title : titles)
        widest = std::max(widest, metrics.horizontalAdvance(title));
    m_title->setMinimumWidth(widest + em(*this, 0.5));
}

void CalendarBar::setTitle(const QString& title) {
    m_title->setText(title);
}

void CalendarBar::setHint(const QString& hint) {
    m_hint->setText(hint);
}

void CalendarBar::setView(int view) {
    m_views->setValue(view);
}

} // namespace lento::gui
