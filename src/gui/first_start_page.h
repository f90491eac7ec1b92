// FirstStartPage is what the program opens with when there is no clinic: set one up, open one, or look around in
// invented data.
#pragma once

#include "core/result.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace lento::gui {

class FieldNote;

class FirstStartPage : public QWidget {
    Q_OBJECT
public:
    explicit FirstStartPage(QWidget* parent = nullptr);

    // Why a clinic could not be opened, in one paragraph with what to do. readable: the file, when it may still be
    // read.
    void showProblem(const core::Error& error, const QString& readable = {});
    void clearProblem();
    QString problem() const;

    // While the demo clinic is made: progress and Cancel in place of its button.
    void showBusy(const QString& what);
    void setProgress(int done, int total);
    void showIdle();

Q_SIGNALS:
    void newClinicRequested();
    void openRequested();
    void readOnlyRequested(const QString& path);
    void demoRequested();
    void cancelRequested();

private:
    QWidget* makeCard(const QString& title, const QString& text, QPushButton* button);

    QPushButton* m_new = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_demo = nullptr;
    QWidget* m_busy = nullptr;
    QLabel* m_busyText = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    FieldNote* m_note = nullptr;
    QPushButton* m_readOnly = nullptr;
    QString m_readable;
};

} // namespace lento::gui
