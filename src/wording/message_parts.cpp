#include "wording/message_parts.h"

#include "wording/quantities.h"
#include "wording/typed_values.h"

#include <QCoreApplication>

#include <charconv>

namespace lento::wording::parts {

using core::Error;

QString translated(const char* source) {
    return QCoreApplication::translate("lento::wording::messages", source);
}

QString value(const Error& error, std::size_t index) {
    return index < error.values.size() ? QString::fromStdString(error.values[index]) : QString();
}

QString quoted(const QString& text) {
    return text.isEmpty() ? translated("this entry") : QStringLiteral("“%1”").arg(text);
}

QString doseValue(const Error& error, std::size_t index) {
    if (index >= error.values.size())
        return translated("the dose");
    const std::string& digits = error.values[index];
    std::int64_t nanograms = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), nanograms);
    if (read.ec != std::errc() || nanograms < 0)
        return QString::fromStdString(digits);
    return doseText(core::OralDose::nanograms(nanograms));
}

QString valueOrDate(const Error& error, std::size_t index) {
    if (index >= error.values.size())
        return {};
    const core::Result<core::Date> date = core::Date::fromIso(error.values[index]);
    return date ? clinicalDate(*date) : QString::fromStdString(error.values[index]);
}

QString field(const Error& error) {
    return error.subject.empty() ? translated("This field") : inputName(error.subject);
}

QString file(const Error& error) {
    return error.subject.empty() ? translated("The clinic file") : quoted(QString::fromStdString(error.subject));
}

} // namespace lento::wording::parts
