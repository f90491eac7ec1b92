#include "gui/folder_protocols.h"

#include "content/protocol_file.h"
#include "gui/field_note.h"
#include "wording/protocol_words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace lento::gui {

FolderProtocols withFolder(const QString& folder, const content::Catalogue& shipped) {
    const auto own = content::protocolsInFolder(folder, shipped);
    if (own)
        return {shipped.withProtocols(*own), {}};
    return {shipped, QCoreApplication::translate("lento::gui::FolderProtocols",
                                                 "%1 The built-in protocols are used; none of this folder is.")
                         .arg(wording::protocolFileProblem(own.error()))};
}

NoticeBar::NoticeBar(const QString& words, QWidget* parent)
    : QToolBar(parent) {
    setWindowTitle(tr("Notice"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(em(*this, 0.6), em(*this, 0.3), em(*this, 0.6), em(*this, 0.3));
    auto* note = new FieldNote(content);
    note->set(Tone::caution, words);
    QSizePolicy ownHeight = note->sizePolicy();
    ownHeight.setVerticalPolicy(QSizePolicy::Maximum); // in the middle of the bar, beside the button
    note->setSizePolicy(ownHeight);
    row->addWidget(note, 1);
    auto* close = new QPushButton(tr("Close"), content);
    close->setAccessibleName(tr("Close this notice"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    row->addWidget(close);
    addWidget(content);
}

} // namespace lento::gui
