// The languages in which a document can really be printed, and their names.
#pragma once

#include <QString>
#include <QStringList>

namespace lento::gui {

// BCP 47; English first.
QStringList documentLanguages();
// In the language itself: "English", "français".
QString languageName(const QString& bcp47);

} // namespace lento::gui
