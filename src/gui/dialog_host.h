// DialogHost is the only way in which the window asks or tells something in a box or chooses a file, so that a test can
// answer first.
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QDialog;
class QWidget;

namespace lento::gui {

class DialogHost {
public:
    virtual ~DialogHost() = default;

    // Tells what happened, what it means and what to do (wording/messages).
    virtual void tell(QWidget* parent, const core::Error& error) = 0;
    virtual void inform(QWidget* parent, const QString& title, const QString& text) = 0;
    // True for the verb, false for Cancel.
    virtual bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& verb) = 0;
    virtual std::optional<QString> openFile(QWidget* parent, const QString& title, const QString& filter) = 0;
    virtual std::optional<QString> saveFile(QWidget* parent, const QString& title, const QString& suggestion,
                                            const QString& filter) = 0;
    // Runs a modal dialog of ours; returns QDialog::Accepted or Rejected.
    virtual int run(QDialog& dialog) = 0;
};

// The real one, with the platform's file chooser.
class ScreenDialogs final : public DialogHost {
public:
    void tell(QWidget* parent, const core::Error& error) override;
    void inform(QWidget* parent, const QString& title, const QString& text) override;
    bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& verb) override;
    std::optional<QString> openFile(QWidget* parent, const QString& title, const QString& filter) override;
    std::optional<QString> saveFile(QWidget* parent, const QString& title, const QString& suggestion,
                                    const QString& filter) override;
    int run(QDialog& dialog) override;
};

} // namespace lento::gui
