// DateEdit is a line that speaks clinical dates, "09-Dec-2026", in every regional setting; Alt+Down opens a calendar.
#pragma once

#include "core/calendar.h"
#include "gui/typed_edit.h"

namespace lento::gui {

class DateEdit : public ValueEdit<core::Date> {
    Q_OBJECT
public:
    explicit DateEdit(QWidget* parent = nullptr);

    // Days outside are refused as outOfRange with both days named; not clamped.
    void setRange(std::optional<core::Date> first, std::optional<core::Date> last);
    // What the calendar shows and Up and Down start from while the field is empty.
    void setSuggestion(core::Date date) { m_suggestion = date; }

public Q_SLOTS:
    void openCalendar();

protected:
    bool stepBy(int steps) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    core::Result<core::Date> readInRange(QStringView text) const;
    void drawIcon();

    std::optional<core::Date> m_first;
    std::optional<core::Date> m_last;
    std::optional<core::Date> m_suggestion;
    QAction* m_calendarAction = nullptr;
};

} // namespace lento::gui
