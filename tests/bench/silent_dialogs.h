// SilentDialogs is the host of a window that nobody watches: whatever would be told or asked stops the program.
#pragma once

#include "figures.h"
#include "gui/dialog_host.h"
#include "wording/messages.h"

namespace lento::bench {

class SilentDialogs final : public gui::DialogHost {
public:
    void tell(QWidget*, const core::Error& error) override { refuse(wording::sentence(error)); }
    void inform(QWidget*, const QString& title, const QString&) override { refuse(title); }
    bool confirm(QWidget*, const QString& title, const QString&, const QString&) override {
        refuse(title);
        return false;
    }
    std::optional<QString> openFile(QWidget*, const QString& title, const QString&) override {
        refuse(title);
        return std::nullopt;
    }
    std::optional<QString> saveFile(QWidget*, const QString& title, const QString&, const QString&) override {
        refuse(title);
        return std::nullopt;
    }
    int run(QDialog&) override {
        refuse(QStringLiteral("a dialog"));
        return 0;
    }

private:
    static void refuse(const QString& what) { require(false, "the window says: " + what.toStdString()); }
};

} // namespace lento::bench
