// OralWeanChart draws tablets above and the pump below on one dated line, each with its own unit; what is planned is
// dashed (ITB-18, UNI-1).
#pragma once

#include "app/oral_wean.h"

#include <QWidget>

#include <vector>

namespace lento::gui {

class OralWeanChart : public QWidget {
    Q_OBJECT
public:
    explicit OralWeanChart(QWidget* parent = nullptr);

    // line: by day; nothing drawn when empty. until: the last day shown.
    void show(std::vector<app::WeanDay> line, core::Date today, core::Date until);
    // What is drawn, in words.
    QString words() const { return accessibleDescription(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<app::WeanDay> m_line;
    core::Date m_today;
    core::Date m_until;
};

} // namespace lento::gui
