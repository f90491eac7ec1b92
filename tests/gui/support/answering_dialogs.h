// AnsweringDialogs answers before it is asked: a test queues its answers and afterwards sees what was told and asked.
//
// A question that no answer waits for fails the test and is answered with Cancel.
#pragma once

#include "gui/dialog_host.h"
#include "wording/messages.h"

#include <QDialog>
#include <QList>
#include <QTest>

#include <functional>

namespace lento::test {

class AnsweringDialogs final : public gui::DialogHost {
public:
    using Run = std::function<int(QDialog&)>;

    void answerConfirm(bool yes) { m_confirms << yes; }
    void answerOpen(std::optional<QString> path) { m_opens << std::move(path); }
    void answerSave(std::optional<QString> path) { m_saves << std::move(path); }
    // Works on the dialog as a person would; the dialog is shown meanwhile. The result is the dialog's own when
    // the answer accepted or rejected it.
    void answerRun(Run run) { m_runs << std::move(run); }

    QList<core::Error> told;
    QStringList informed;
    QStringList asked;
    bool isDone() const { return m_confirms.isEmpty() && m_opens.isEmpty() && m_saves.isEmpty() && m_runs.isEmpty(); }

    void tell(QWidget*, const core::Error& error) override { told << error; }
    void inform(QWidget*, const QString& title, const QString& text) override {
        informed << title + QStringLiteral(": ") + text;
    }
    bool confirm(QWidget*, const QString& title, const QString& text, const QString& verb) override {
        asked << title + QStringLiteral(": ") + text + QStringLiteral(" [") + verb + QStringLiteral("]");
        return next(m_confirms, false, title);
    }
    std::optional<QString> openFile(QWidget*, const QString& title, const QString&) override {
        asked << title;
        return next(m_opens, std::optional<QString>(), title);
    }
    std::optional<QString> saveFile(QWidget*, const QString& title, const QString&, const QString&) override {
        asked << title;
        return next(m_saves, std::optional<QString>(), title);
    }
    int run(QDialog& dialog) override {
        asked << dialog.windowTitle();
        const Run answer = next(m_runs, Run(), dialog.windowTitle());
        if (!answer)
            return QDialog::Rejected;
        dialog.setModal(false);
        dialog.show();
        dialog.activateWindow();
        return answer(dialog);
    }

private:
    template <class T>
    static T next(QList<T>& queue, T otherwise, const QString& question) {
        if (queue.isEmpty()) {
            QTest::qFail(qPrintable(QStringLiteral("nobody answers: ") + question), __FILE__, __LINE__);
            return otherwise;
        }
        return queue.takeFirst();
    }

    QList<bool> m_confirms;
    QList<std::optional<QString>> m_opens;
    QList<std::optional<QString>> m_saves;
    QList<Run> m_runs;
};

} // namespace lento::test
