// A PatientPage is one tab of the open patient; it shows a record, asks for other places by signal, and opens no file
// itself.
//
// Built when it is first shown. setRecord is called whenever the patient or anything of the record changes; a page
// keeps what the person has typed and not yet saved.
#pragma once

#include "gui/workplace.h"

#include <QWidget>

class QUndoStack;

namespace lento::app {
struct Draft;
}

namespace lento::gui {

enum class PageId { overview, plan, calendar, visits, pump, documents };

class PatientPage : public QWidget {
    Q_OBJECT
public:
    explicit PatientPage(const Workplace& workplace, QWidget* parent = nullptr);

    // Never null while the page is visible.
    virtual void setRecord(RecordPointer record) = 0;
    // Writes unsaved typing as a draft; called before the patient changes, the clinic closes or the program ends.
    virtual void keepDraft() {}
    // What Ctrl+Z takes back while this page is in front; nothing for a page without undo.
    virtual QUndoStack* undoStack() { return nullptr; }

Q_SIGNALS:
    void pageRequested(lento::gui::PageId page);
    void newVisitRequested();
    void printRequested();                                     // the active plan's calendar, with preview
    void planChangeRequested();                                // the Plan page with a draft
    void chartPictureRequested();                              // the chart as PNG, SVG or PDF
    void patientEditRequested(const QString& field);           // the patient form, at the value that a check misses
    void ruleRequested(const QString& rule);                   // the browser of rules at this one
    void previewRequested(const lento::core::Revision& draft); // the calendar of a plan that nobody has signed
    void planDraftRequested(const lento::app::Draft& draft);   // the Plan page with this draft
    void clinicProductsRequested();                            // the clinic's settings, where it offers none
    void recordChanged();                                      // something was saved through the session; reload

protected:
    const Workplace& workplace() const noexcept { return m_workplace; }

private:
    const Workplace& m_workplace;
};

} // namespace lento::gui
