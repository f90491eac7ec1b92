// PatientList is the column at the left: search as you type, the patients, and New patient; it says when there is
// nothing to list.
#pragma once

#include "gui/patient_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace lento::gui {

class RowList;

class PatientList : public QWidget {
    Q_OBJECT
public:
    explicit PatientList(QWidget* parent = nullptr);

    // While the list is read in the background.
    void showReading();
    // Why the list could not be read.
    void showProblem(const QString& words);
    void setIndex(app::PatientIndex index, core::Date today, PatientModel::SummaryReader reader);
    void clear();

    PatientModel& model() const noexcept { return *m_model; }
    // Marks a patient without asking to open it; searches on if the search hides it.
    void select(const core::PatientId& patient);
    core::PatientId selected() const { return m_selected; }
    void refresh(const app::PatientIndex::Entry& entry);
    void setCanAdd(bool canAdd);

public Q_SLOTS:
    void focusSearch();

Q_SIGNALS:
    void patientChosen(const lento::core::PatientId& patient);
    // typed: what was searched for when nobody was found; may be empty.
    void newPatientRequested(const QString& typed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search(const QString& text);
    void showState();
    void showSelection();
    void chooseCurrent();
    void drawIcon();

    QLineEdit* m_search = nullptr;
    QAction* m_searchIcon = nullptr;
    QStackedWidget* m_stack = nullptr;
    RowList* m_list = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_offer = nullptr;
    QPushButton* m_new = nullptr;
    QLabel* m_count = nullptr;
    PatientModel* m_model = nullptr;
    core::PatientId m_selected;
    QString m_problem;
    bool m_reading = false;
};

} // namespace lento::gui
