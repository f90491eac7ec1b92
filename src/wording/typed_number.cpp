#include "wording/typed_number.h"

#include "core/decimal.h"

namespace lento::wording {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

// What can stand between the digits of "1 000": a blank of any width, or an apostrophe.
bool isGroupMark(QChar character) {
    return character.isSpace() || character == u'\'' || character == u'’' || character == u'˙';
}

} // namespace

std::string utf8(QStringView text) {
    return text.toString().toStdString();
}

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

Result<NumberAndUnit> numberAndUnit(QStringView typed) {
    const QStringView text = typed.trimmed();
    if (text.isEmpty())
        return failure(ErrorCode::emptyText);
    qsizetype end = 0;
    while (end < text.size() &&
           (isDigit(text[end]) || text[end] == u'.' || text[end] == u',' || isGroupMark(text[end])))
        ++end;
    QStringView digits = text.left(end).trimmed();
    const QString unit = text.mid(end).toString().simplified().toLower();
    qsizetype marks = 0;
    qsizetype mark = -1;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (isGroupMark(digits[i]))
            return failure(ErrorCode::groupSeparator, {}, {utf8(text)});
        if (!isDigit(digits[i])) {
            ++marks;
            mark = i;
        }
    }
    if (marks > 1) {
        // "1,000.5" and "1.000.000" are grouped; "1..5" is no number at all.
        const bool adjacent = digits.contains(QStringLiteral("..")) || digits.contains(QStringLiteral(",,"));
        return failure(adjacent ? ErrorCode::notANumber : ErrorCode::groupSeparator, {}, {utf8(text)});
    }
    if (digits.isEmpty() || mark == 0 || mark == digits.size() - 1)
        return failure(ErrorCode::notANumber, {}, {utf8(text)});
    if (mark > 0 && digits.size() - mark - 1 == 3 && digits.left(mark) != u"0")
        return failure(ErrorCode::groupSeparator, {}, {utf8(text)});
    NumberAndUnit parts{utf8(digits), unit};
    for (char& character : parts.number) {
        if (character == ',')
            character = '.';
    }
    return parts;
}

Result<std::int64_t> scaledNumber(const NumberAndUnit& parts, int decimals, std::int64_t lowest, std::int64_t highest) {
    Result<std::int64_t> scaled = core::parseDecimal(parts.number, decimals);
    if (!scaled)
        return scaled.error().code == ErrorCode::outOfRange
                   ? failure(
                         ErrorCode::outOfRange, {},
                         {parts.number, core::formatDecimal(lowest, decimals), core::formatDecimal(highest, decimals)})
                   : failure(scaled.error());
    if (*scaled < lowest || *scaled > highest)
        return failure(ErrorCode::outOfRange, {},
                       {parts.number, core::formatDecimal(lowest, decimals), core::formatDecimal(highest, decimals)});
    return scaled;
}

bool isOneOf(const QString& unit, std::initializer_list<const char16_t*> names) {
    for (const char16_t* name : names) {
        if (unit == QStringView(name))
            return true;
    }
    return false;
}

} // namespace lento::wording
