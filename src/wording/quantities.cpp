#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <string>

namespace lento::wording {

namespace {

constexpr const char* context = "lento::wording";

QString translated(const char* source, const char* comment = nullptr, int n = -1) {
    return QCoreApplication::translate(context, source, comment, n);
}

QString fromAscii(const std::string& text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

// 12500000 of 6 decimals as "12.5": the core's own form, which is the screen's form too.
QString decimal(std::int64_t scaled, int decimals) {
    std::int64_t unit = 1;
    for (int i = 0; i < decimals; ++i)
        unit *= 10;
    QString text = QString::number(scaled / unit);
    std::int64_t rest = scaled % unit;
    if (rest < 0)
        rest = -rest;
    if (rest == 0)
        return text;
    QString digits = QString::number(rest).rightJustified(decimals, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return text + u'.' + digits;
}

// English on every workstation: a clinical date must read the same beside a photocopied note (NHS CUI D+Ta-0018).
constexpr std::array<const char*, 12> shortMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 12> longMonths = {"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
constexpr std::array<const char*, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                 "Friday", "Saturday", "Sunday"};

QString twoDigits(int number) {
    return QString::number(number).rightJustified(2, u'0');
}

QString monthName(const std::array<const char*, 12>& names, int month) {
    return QString::fromLatin1(names[static_cast<std::size_t>(month - 1)]);
}

QString joinedPieces(const core::Pieces& pieces, const core::Product& product) {
    if (product.form == core::ProductForm::liquid)
        return volumeText(pieces.volume);
    const QString strength = doseText(product.strength);
    QStringList parts;
    if (pieces.whole > 0)
        parts << translated("%1 × %2").arg(QString::number(pieces.whole), strength);
    for (int i = 0; i < pieces.half; ++i)
        parts << translated("half of one %1").arg(strength);
    return parts.join(QStringLiteral(" + "));
}

} // namespace

QString milligrams(core::OralDose dose) {
    return decimal(dose.inNanograms(), 6);
}

QString milligrams(core::DailyDose dose) {
    return decimal(dose.inNanograms(), 6);
}

QString doseText(core::OralDose dose) {
    return translated("%1 mg").arg(milligrams(dose));
}

QString doseText(core::DailyDose dose) {
    return translated("%1 mg").arg(milligrams(dose));
}

QString dailyText(core::DailyDose dose) {
    return translated("%1 mg/day").arg(milligrams(dose));
}

QString microgramsPerDayText(core::PumpDose dose) {
    return translated("%1 mcg/day").arg(decimal(dose.inNanograms(), 3));
}

QString splitText(const core::DoseSplit& split) {
    if (split.dosesPerDay() == 0)
        return QStringLiteral("0");
    QStringList doses;
    for (int i = 0; i < split.dosesPerDay(); ++i)
        doses << milligrams(split.at(i));
    return doses.join(QStringLiteral(" – "));
}

QString splitWords(const core::DoseSplit& split) {
    QStringList doses;
    for (const core::DayPart part : split.parts())
        doses << translated("%1 %2", "dose and time of day, as in: 15 mg morning")
                     .arg(doseText(split.at(part)), dayPartText(part).toLower());
    return doses.isEmpty() ? translated("no doses") : doses.join(QStringLiteral(", "));
}

QString dayPartText(core::DayPart part) {
    switch (part) {
    case core::DayPart::morning:
        return translated("Morning");
    case core::DayPart::midday:
        return translated("Midday");
    case core::DayPart::evening:
        return translated("Evening");
    case core::DayPart::bedtime:
        return translated("Bedtime");
    }
    return {};
}

QString percentText(std::int64_t tenths) {
    return translated("%1 %").arg(decimal(tenths, 1));
}

QString percentText(core::Percent percent) {
    return translated("%1 %").arg(percent.whole());
}

QString countText(std::int64_t count) {
    QString text = QString::number(count < 0 ? -count : count);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, u',');
    return count < 0 ? u'-' + text : text;
}

QString volumeText(core::Volume volume) {
    return translated("%1 mL").arg(decimal(volume.inNanolitres(), 6));
}

namespace {

QString formText(const core::Product& product) {
    switch (product.form) {
    case core::ProductForm::tablet:
        return translated("%1 tablet").arg(doseText(product.strength));
    case core::ProductForm::granules:
        return translated("%1 granules").arg(doseText(product.strength));
    case core::ProductForm::liquid:
        return translated("oral liquid %1 mg/mL").arg(milligrams(product.strength));
    case core::ProductForm::intrathecal:
        return translated("intrathecal %1 mcg/mL").arg(decimal(product.strength.inNanograms(), 3));
    }
    return {};
}

} // namespace

QString productText(const core::Product& product) {
    const QString form = formText(product);
    return product.name.empty() ? form : translated("%1 (%2)").arg(form, QString::fromStdString(product.name));
}

QString regionText(core::Region region) {
    switch (region) {
    case core::Region::us:
        return translated("United States");
    case core::Region::uk:
        return translated("United Kingdom, Europe");
    case core::Region::fr:
        return translated("France");
    case core::Region::other:
        return translated("Elsewhere");
    }
    return {};
}

QString piecesText(const std::vector<core::Pieces>& pieces, const core::ProductSet& products) {
    QStringList parts;
    for (const core::Pieces& some : pieces)
        parts << joinedPieces(some, products.products()[some.product]);
    return parts.isEmpty() ? translated("none") : parts.join(QStringLiteral(" + "));
}

QString supplyText(const core::ProductSupply& supply, const core::ProductSet& products) {
    const core::Product& product = products.products()[supply.product];
    if (product.form == core::ProductForm::liquid)
        return translated("%1 of %2").arg(volumeText(supply.volume), productText(product));
    const int count = static_cast<int>(supply.tablets());
    const QString strength = doseText(product.strength);
    QString text = product.form == core::ProductForm::granules
                       ? (count == 1 ? translated("1 packet of %1").arg(strength)
                                     : translated("%1 packets of %2").arg(countText(count), strength))
                       : (count == 1 ? translated("1 tablet of %1").arg(strength)
                                     : translated("%1 tablets of %2").arg(countText(count), strength));
    if (supply.halves > 0)
        text += translated(" (%1 whole, %2 halves)").arg(countText(supply.whole), countText(supply.halves));
    return text;
}

QString clinicalDate(core::Date date) {
    return twoDigits(date.day()) + u'-' + monthName(shortMonths, date.month()) + u'-' + QString::number(date.year());
}

QString clinicalDateWithWeekday(core::Date date) {
    return weekdayShort(date.weekday()) + u' ' + clinicalDate(date);
}

QString shortDate(core::Date date) {
    return twoDigits(date.day()) + u'-' + monthName(shortMonths, date.month());
}

QString monthText(int year, int month) {
    return monthName(longMonths, month) + u' ' + QString::number(year);
}

QString weekdayText(core::Weekday day) {
    return QString::fromLatin1(weekdays[static_cast<std::size_t>(day) - 1]);
}

QString weekdayShort(core::Weekday day) {
    return weekdayText(day).left(3);
}

QString spanText(const core::DateSpan& span) {
    if (!span.last)
        return translated("from %1").arg(clinicalDate(span.first));
    if (*span.last == span.first)
        return clinicalDate(span.first);
    return translated("%1 to %2").arg(clinicalDate(span.first), clinicalDate(*span.last));
}

QString daysText(int days) {
    if (days == 1)
        return translated("1 day");
    if (days >= 21 && days % 7 == 0)
        return translated("%1 weeks").arg(days / 7);
    return translated("%1 days").arg(days);
}

QString ageText(core::Date birth, core::Date today) {
    if (today < birth)
        return {};
    const int years = core::completedYears(birth, today);
    if (years >= 2)
        return translated("%1 y").arg(years);
    const int months = core::completedMonths(birth, today);
    return months == 1 ? translated("1 month") : translated("%1 months").arg(months);
}

QString weightText(std::int32_t grams) {
    return translated("%1 kg").arg(decimal(grams, 3));
}

QString heightText(std::int32_t millimetres) {
    return translated("%1 cm").arg(decimal(millimetres, 1));
}

QString perWeightText(core::PerWeight amount) {
    return translated("%1 mg/kg").arg(decimal(amount.nanogramsPerGram, 3));
}

QString creatinineText(const core::Creatinine& creatinine) {
    const QString value = decimal(creatinine.thousandths, 3);
    return creatinine.unit == core::CreatinineUnit::mgPerDl ? translated("%1 mg/dL").arg(value)
                                                            : translated("%1 umol/L").arg(value);
}

QString nrsText(int tenths) {
    return decimal(tenths, 1);
}

QString masMeanText(std::int32_t thousandths) {
    return decimal((thousandths + 50) / 100, 1);
}

QString masText(core::Mas level) {
    const std::string_view text = core::masText(level);
    return fromAscii(std::string(text));
}

QString sexText(core::Sex sex) {
    switch (sex) {
    case core::Sex::female:
        return translated("Female");
    case core::Sex::male:
        return translated("Male");
    case core::Sex::notRecorded:
        return translated("Not recorded");
    }
    return {};
}

QString nameText(const core::Identity& identity) {
    const QString surname = QString::fromStdString(identity.surname).toUpper();
    const QString given = QString::fromStdString(identity.given);
    const QString title = QString::fromStdString(identity.title);
    QString text = surname;
    if (!given.isEmpty())
        text += text.isEmpty() ? given : QStringLiteral(", ") + given;
    if (!title.isEmpty())
        text += QStringLiteral(" (%1)").arg(title);
    return text;
}

QString bornText(core::Date birth, core::Date today) {
    const QString age = ageText(birth, today);
    return age.isEmpty() ? translated("Born %1").arg(clinicalDate(birth))
                         : translated("Born %1 (%2)").arg(clinicalDate(birth), age);
}

} // namespace lento::wording
