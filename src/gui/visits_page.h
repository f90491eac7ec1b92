// VisitsPage lists a patient's visits and is where one is written; what is typed is kept as a draft until it is saved
// whole.
#pragma once

#include "core/visit.h"
#include "gui/patient_page.h"

#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace lento::gui {

class VisitAssistant;
class VisitForm;
class VisitList;

class VisitsPage : public PatientPage {
    Q_OBJECT
public:
    explicit VisitsPage(const Workplace& workplace, QWidget* parent = nullptr);

    void setRecord(RecordPointer record) override;
    void keepDraft() override;

    VisitForm& form() noexcept { return *m_form; }
    VisitAssistant& assistant() noexcept { return *m_assistant; }
    bool isWriting() const noexcept { return m_writing; }

public Q_SLOTS:
    void newVisit();
    // The visit shown becomes editable; saving it keeps in the audit trail what stood there before.
    void correct();
    void save();
    // Saves the visit with the decision chosen beside it, and opens the Plan page where that changes the plan.
    void saveDecision();
    void discard();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillList();
    void assess();
    bool store();
    void goToField(const QString& input);
    void showEmergencyCard();
    void printCard();
    void printSummary();
    void draftRestart();
    // Beside the form where there is room, below it where there is none.
    void placeAssistant();
    void show(const core::Visit& visit, bool writing);
    void showSelected();
    void arrange();
    const core::Visit* stored(const QString& key) const;

    RecordPointer m_record;
    std::optional<core::Visit> m_draft; // not saved yet
    QString m_shown;                    // the key of the row shown; empty for none
    bool m_writing = false;
    QTimer m_keepTimer;

    VisitList* m_list;
    QStackedWidget* m_either;
    QScrollArea* m_area = nullptr;
    VisitForm* m_form;
    VisitAssistant* m_assistant;
    QWidget* m_right = nullptr;
    QScrollArea* m_side = nullptr;
    QVBoxLayout* m_column = nullptr; // the form, and the assistant where it stands below
    bool m_below = false;
    QLabel* m_state;
    QPushButton* m_new;
    QPushButton* m_save;
    QPushButton* m_discard;
    QPushButton* m_correct;
    QPushButton* m_print;
};

} // namespace lento::gui
