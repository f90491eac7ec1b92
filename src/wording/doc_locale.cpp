#include "wording/doc_locale.h"

#include "wording/quantities.h"

#include <QDate>
#include <QTranslator>

#include <utility>

namespace lento::wording {

namespace {

const char* const amountContext = "document";

// English takes the screen's own names, so that paper and screen never differ in "Sep" and "Sept".
bool isEnglish(const QLocale& locale) {
    return locale.language() == QLocale::English || locale.language() == QLocale::C;
}

QString withoutStop(QString name) {
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

} // namespace

DocLocale::DocLocale()
    : m_locale(QLocale::English, QLocale::UnitedKingdom) {}

DocLocale::DocLocale(std::shared_ptr<const QTranslator> translator, const QLocale& locale,
                     Qt::LayoutDirection direction)
    : m_translator(std::move(translator))
    , m_locale(locale)
    , m_direction(direction) {}

core::Result<DocLocale> DocLocale::forLanguage(const QString& bcp47) {
    const QLocale locale(bcp47);
    if (isEnglish(locale) && bcp47.startsWith(QStringLiteral("en"), Qt::CaseInsensitive))
        return DocLocale(nullptr, locale, Qt::LeftToRight);
    auto translator = std::make_shared<QTranslator>();
    const QString language = bcp47.section(u'-', 0, 0).toLower();
    if (!translator->load(QStringLiteral(":/i18n/content_%1.qm").arg(language)))
        return core::failure(core::ErrorCode::notFound, bcp47.toStdString());
    return DocLocale(std::move(translator), locale, locale.textDirection());
}

QString DocLocale::languageName() const {
    return isEnglish(m_locale) ? QStringLiteral("English") : m_locale.nativeLanguageName();
}

QString DocLocale::text(const char* context, const char* source, int n) const {
    QString text;
    if (m_translator)
        text = m_translator->translate(context, source, nullptr, n);
    if (text.isEmpty())
        text = QString::fromUtf8(source);
    if (n >= 0)
        text.replace(QStringLiteral("%n"), count(n));
    return text;
}

QString DocLocale::localDigits(QString ascii) const {
    const QString zero = m_locale.zeroDigit();
    const QString mark = m_locale.decimalPoint();
    QString local;
    local.reserve(ascii.size());
    for (const QChar character : std::as_const(ascii)) {
        if (character == u'.')
            local += mark;
        else if (zero.size() == 1 && character >= u'0' && character <= u'9')
            local += QChar(static_cast<char16_t>(zero[0].unicode() + (character.unicode() - u'0')));
        else
            local += character;
    }
    return local;
}

// Number and unit never part at the end of a line.
QString DocLocale::amount(const char* source, const QString& number) const {
    return isolated(text(amountContext, source).arg(number).replace(u' ', QChar(u'\u00a0')));
}

QString DocLocale::milligrams(core::OralDose dose) const {
    return localDigits(wording::milligrams(dose));
}

QString DocLocale::milligrams(core::DailyDose dose) const {
    return localDigits(wording::milligrams(dose));
}

QString DocLocale::dose(core::OralDose dose) const {
    return amount(QT_TRANSLATE_NOOP("document", "%1 mg"), milligrams(dose));
}

QString DocLocale::dose(core::DailyDose dose) const {
    return amount(QT_TRANSLATE_NOOP("document", "%1 mg"), milligrams(dose));
}

QString DocLocale::volume(core::Volume volume) const {
    const QString number = QString::fromStdString(core::millilitreText(volume));
    return amount(QT_TRANSLATE_NOOP("document", "%1 mL"), localDigits(number));
}

QString DocLocale::count(std::int64_t count) const {
    if (isEnglish(m_locale))
        return countText(count);
    // A thin space between thousands reads the same everywhere; a point or comma does not.
    QString text = countText(count);
    text.replace(u',', QChar(u'\u202f'));
    return localDigits(text);
}

QString DocLocale::date(core::Date date) const {
    if (isEnglish(m_locale))
        return clinicalDate(date);
    return QStringLiteral("%1-%2").arg(shortDate(date), dayNumber(date.year()));
}

QString DocLocale::dateWithWeekday(core::Date date) const {
    return weekdayShort(date.weekday()) + u' ' + this->date(date);
}

QString DocLocale::shortDate(core::Date date) const {
    if (isEnglish(m_locale))
        return wording::shortDate(date);
    return localDigits(QStringLiteral("%1").arg(date.day(), 2, 10, QLatin1Char('0'))) + u'-' +
           withoutStop(m_locale.standaloneMonthName(date.month(), QLocale::ShortFormat));
}

QString DocLocale::longDate(core::Date date) const {
    if (isEnglish(m_locale))
        return QStringLiteral("%1 %2 %3")
            .arg(weekday(date.weekday()), dayNumber(date.day()), monthYear(date.year(), date.month()));
    return m_locale.toString(QDate(date.year(), date.month(), date.day()), QLocale::LongFormat);
}

QString DocLocale::monthYear(int year, int month) const {
    if (isEnglish(m_locale))
        return monthText(year, month);
    return m_locale.standaloneMonthName(month) + u' ' + dayNumber(year);
}

QString DocLocale::weekday(core::Weekday day) const {
    return isEnglish(m_locale) ? weekdayText(day) : m_locale.standaloneDayName(static_cast<int>(day));
}

QString DocLocale::weekdayShort(core::Weekday day) const {
    return isEnglish(m_locale) ? wording::weekdayShort(day)
                               : withoutStop(m_locale.standaloneDayName(static_cast<int>(day), QLocale::ShortFormat));
}

QString DocLocale::weekdayLetters(core::Weekday day) const {
    return isEnglish(m_locale) ? wording::weekdayShort(day).left(2)
                               : m_locale.standaloneDayName(static_cast<int>(day), QLocale::NarrowFormat);
}

QString DocLocale::dayNumber(int number) const {
    return localDigits(QString::number(number));
}

QString DocLocale::isolated(const QString& leftToRight) const {
    return isRightToLeft() ? QChar(u'\u2066') + leftToRight + QChar(u'\u2069') : leftToRight;
}

QString DocLocale::list(const QStringList& items) const {
    return m_locale.createSeparatedList(items);
}

} // namespace lento::wording
