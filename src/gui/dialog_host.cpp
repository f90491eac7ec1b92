#include "gui/dialog_host.h"

#include "wording/messages.h"

#include <QDialog>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace lento::gui {

void ScreenDialogs::tell(QWidget* parent, const core::Error& error) {
    const wording::Message message = wording::message(error);
    QMessageBox box(QMessageBox::Warning, QObject::tr("Lento"), message.what, QMessageBox::Close, parent);
    QStringList rest;
    if (!message.meaning.isEmpty())
        rest << message.meaning;
    if (!message.remedy.isEmpty())
        rest << message.remedy;
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(rest.join(QLatin1Char(' ')));
    box.exec();
}

void ScreenDialogs::inform(QWidget* parent, const QString& title, const QString& text) {
    QMessageBox box(QMessageBox::Information, title, title, QMessageBox::Close, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(text);
    box.exec();
}

bool ScreenDialogs::confirm(QWidget* parent, const QString& title, const QString& text, const QString& verb) {
    QMessageBox box(QMessageBox::Question, title, title, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(text);
    QPushButton* yes = box.addButton(verb, QMessageBox::AcceptRole);
    QPushButton* no = box.addButton(QMessageBox::Cancel);
    // Enter by mistake changes nothing.
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

std::optional<QString> ScreenDialogs::openFile(QWidget* parent, const QString& title, const QString& filter) {
    const QString path = QFileDialog::getOpenFileName(parent, title, QString(), filter);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QString> ScreenDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggestion,
                                               const QString& filter) {
    const QString path = QFileDialog::getSaveFileName(parent, title, suggestion, filter);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

int ScreenDialogs::run(QDialog& dialog) {
    return dialog.exec();
}

} // namespace lento::gui
