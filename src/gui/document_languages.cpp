#include "gui/document_languages.h"

#include <QDir>
#include <QLocale>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

QStringList documentLanguages() {
    QStringList languages{u"en"_s};
    const QStringList files = QDir(u":/i18n"_s).entryList({u"content_*.qm"_s}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const QString language = file.section(u'_', 1).section(u'.', 0, 0);
        if (language != "en"_L1)
            languages << language;
    }
    return languages;
}

QString languageName(const QString& bcp47) {
    return bcp47 == "en"_L1 ? u"English"_s : QLocale(bcp47).nativeLanguageName();
}

} // namespace lento::gui
