// SettingsPage is one page of the clinic's settings: it shows what is stored, refuses in the field what it cannot read,
// and saves what was changed on it in one step.
//
// A page is added by a line in SettingsDialog's constructor.
#pragma once

#include "core/result.h"

#include <QWidget>

namespace lento::gui {

class SettingsPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    // As it stands in the list of pages.
    virtual QString title() const = 0;
    // Whether something here differs from what is stored.
    virtual bool isChanged() const = 0;
    // Tells each problem in its field; the first of them, or nothing when all can be saved.
    virtual QWidget* firstProblem() { return nullptr; }
    // Asked once before any page is saved, for what a person must agree to; false leaves everything as it was.
    virtual bool confirm() { return true; }
    // Errors: those of the operation behind it. May put them into a field as well.
    virtual core::Result<void> save() = 0;

Q_SIGNALS:
    void edited();
};

} // namespace lento::gui
