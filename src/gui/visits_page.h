// VisitsPage lists a patient's visits and is where one is written; what is typed is kept as a draft until it is saved
// whole.
#pragma once

#include "core/visit.h"
#include "gui/patient_page.h"

#include <QTimer>

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QStandardItemModel;

namespace lento::gui {

class VisitForm;

class VisitsPage : public PatientPage {
    Q_OBJECT
public:
    explicit VisitsPage(const Workplace& workplace, QWidget* parent = nullptr);

    void setRecord(RecordPointer record) override;
    void keepDraft() override;

    VisitForm& form() noexcept { return *m_form; }
    bool isWriting() const noexcept { return m_writing; }

public Q_SLOTS:
    void newVisit();
    // The visit shown becomes editable; saving it keeps in the audit trail what stood there before.
    void correct();
    void save();
    void discard();

private:
    void fillList();
    void show(const core::Visit& visit, bool writing);
    void showSelected();
    void arrange();
    const core::Visit* stored(const QString& key) const;
    QString summary(const core::Visit& visit) const;

    RecordPointer m_record;
    std::optional<core::Visit> m_draft; // not saved yet
    QString m_shown;                    // the key of the row shown; empty for none
    bool m_writing = false;
    QTimer m_keepTimer;

    QListView* m_list;
    QStandardItemModel* m_rows;
    QStackedWidget* m_either;
    QScrollArea* m_area = nullptr;
    VisitForm* m_form;
    QLabel* m_state;
    QPushButton* m_new;
    QPushButton* m_save;
    QPushButton* m_discard;
    QPushButton* m_correct;
};

} // namespace lento::gui
