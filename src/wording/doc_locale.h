// DocLocale is the language of one document: its translator, its number and date forms and its direction.
//
// Documents never call tr(): the language of the paper is the patient's, that of the screen the user's (decisions.md
// 11). Texts are English at the source and marked with QT_TRANSLATE_NOOP; a text that has no translation stays English.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/result.h"
#include "core/split.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <memory>

class QTranslator;

namespace lento::wording {

class DocLocale {
public:
    DocLocale(); // English, left to right
    DocLocale(std::shared_ptr<const QTranslator> translator, const QLocale& locale, Qt::LayoutDirection direction);

    // The catalogue :/i18n/content_<language>.qm. "en" needs none. Errors: notFound (subject: the language).
    static core::Result<DocLocale> forLanguage(const QString& bcp47);

    const QLocale& locale() const noexcept { return m_locale; }
    Qt::LayoutDirection direction() const noexcept { return m_direction; }
    bool isRightToLeft() const noexcept { return m_direction == Qt::RightToLeft; }
    // The language as a word of itself, for "printed in"; "English".
    QString languageName() const;

    // The translation, or the source. A count n chooses the plural form and replaces %n.
    QString text(const char* context, const char* source, int n = -1) const;

    QString milligrams(core::OralDose dose) const; // "12,5"
    QString milligrams(core::DailyDose dose) const;
    QString dose(core::OralDose dose) const; // "12,5 mg" with a space that does not break, isolated when right to left
    QString dose(core::DailyDose dose) const;
    QString volume(core::Volume volume) const; // "2,5 mL"
    QString count(std::int64_t count) const;   // "1 234"

    QString date(core::Date date) const;             // "09-Dec-2026"
    QString dateWithWeekday(core::Date date) const;  // "Wed 09-Dec-2026"
    QString shortDate(core::Date date) const;        // "09-Dec"
    QString longDate(core::Date date) const;         // "Wednesday 9 December 2026"
    QString monthYear(int year, int month) const;    // "December 2026"
    QString weekday(core::Weekday day) const;        // "Monday"
    QString weekdayShort(core::Weekday day) const;   // "Mon"
    QString weekdayLetters(core::Weekday day) const; // "Mo", or the narrow name of the locale
    QString dayNumber(int number) const;             // "9" in the digits of the locale

    // In right-to-left text a dose must not be turned round: wraps it in U+2066 and U+2069 (platform-facts.md 4.3).
    QString isolated(const QString& leftToRight) const;
    // "a, b and c"
    QString list(const QStringList& items) const;

private:
    QString amount(const char* source, const QString& number) const;
    QString localDigits(QString ascii) const;
    std::shared_ptr<const QTranslator> m_translator;
    QLocale m_locale;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;
};

} // namespace lento::wording
