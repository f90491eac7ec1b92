// CalendarBar stands above the calendar: what it shows, the ways to earlier and later pages, the choice of the view,
// the way to paper.
#pragma once

#include "gui/segmented.h"

class QLabel;
class QPushButton;

namespace lento::gui {

class CalendarBar : public QWidget {
    Q_OBJECT
public:
    explicit CalendarBar(const QList<SegmentedControl::Choice>& views, QWidget* parent = nullptr);

    // Room for the longest of these titles.
    void reserveFor(const QStringList& titles);
    void setTitle(const QString& title);
    void setHint(const QString& hint);
    void setView(int view);

Q_SIGNALS:
    // So many pages later; earlier if negative.
    void turned(int pages);
    void todayRequested();
    void viewChosen(int view);
    void printRequested();

private:
    QPushButton* arrow(const QString& text, const QString& name, int pages);

    QLabel* m_title;
    QLabel* m_hint;
    SegmentedControl* m_views;
};

} // namespace lento::gui
