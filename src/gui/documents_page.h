// DocumentsPage lists what was printed for a patient, each with its plan revision, and prints exactly that again.
#pragma once

#include "app/documents.h"
#include "gui/patient_page.h"

#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace lento::gui {

class DocumentsPage : public PatientPage {
    Q_OBJECT
public:
    explicit DocumentsPage(const Workplace& workplace, QWidget* parent = nullptr);

    void setRecord(RecordPointer record) override;
    int count() const;

public Q_SLOTS:
    void printSelectedAgain();

private:
    void arrange();
    // "plan 7, version 2", and whether a newer one has taken its place.
    QString planText(const app::Print& print) const;

    RecordPointer m_record;
    std::vector<app::Print> m_prints;
    QStandardItemModel* m_rows;
    QTableView* m_table;
    QStackedWidget* m_either;
    QPushButton* m_again;
};

} // namespace lento::gui
