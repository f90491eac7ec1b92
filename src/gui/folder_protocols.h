// FolderProtocols are the protocol files of a folder (--protocols): all of them, or none and the reason in words.
#pragma once

#include "content/catalogue.h"

#include <QString>
#include <QToolBar>

namespace lento::gui {

struct FolderProtocols {
    content::Catalogue catalogue; // with them; the built-in ones alone where one of the files is wrong
    QString refused;              // which file and field, why, and what is used instead; empty: nothing was
};
FolderProtocols withFolder(const QString& folder, const content::Catalogue& shipped);

// NoticeBar says something about the whole program above everything else, until it is closed.
class NoticeBar : public QToolBar {
    Q_OBJECT
public:
    explicit NoticeBar(const QString& words, QWidget* parent = nullptr);
};

} // namespace lento::gui
