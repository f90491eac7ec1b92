#include "cli/error_text.h"

#include "core/amount.h"
#include "core/decimal.h"
#include "wording/messages.h"

namespace lento::cli {

namespace {

using core::ErrorCode;

std::string value(const core::Error& error, std::size_t index) {
    return index < error.values.size() ? error.values[index] : std::string();
}

// An amount that an error carries in nanograms.
std::string milligrams(const std::string& nanograms) {
    constexpr int decimals = 6;
    const auto count = core::parseDecimal(nanograms, 0);
    return count ? core::formatDecimal(*count, decimals) + " mg" : nanograms;
}

std::string words(const core::Error& error) {
    std::string text = wording::message({error.code, {}, error.values}).what.toStdString();
    while (!text.empty() && (text.back() == '.' || text.back() == '\n'))
        text.pop_back();
    return text;
}

} // namespace

std::string errorText(const core::Error& error) {
    const std::string first = value(error, 0);
    const std::string second = value(error, 1);
    switch (error.code) {
    case ErrorCode::notANumber:
        return '"' + first + "\" is not a number";
    case ErrorCode::tooManyDecimals:
        return first + " has more than " + second + " decimals";
    case ErrorCode::outOfRange:
        if (error.values.size() < 3)
            return "outside what is accepted";
        return first + " is outside " + second + " to " + value(error, 2);
    case ErrorCode::notADate:
        return '"' + first + "\" is not a date such as 2026-12-09";
    case ErrorCode::notAnInteger:
        return first + " is not a whole number";
    case ErrorCode::unknownName:
        return '"' + first + "\" is not known" + (second.empty() ? "" : "; known are: " + second);
    case ErrorCode::missingField:
        return "missing";
    case ErrorCode::unknownField:
        return "unknown key";
    case ErrorCode::wrongType:
        return "expected " + first + (second.empty() ? "" : ", found " + second);
    case ErrorCode::conflictingFields:
        return first == second ? '"' + first + "\" stands twice"
                               : '"' + first + "\" and \"" + second + "\" do not go together";
    case ErrorCode::malformedFile:
        return "not JSON at character " + first;
    case ErrorCode::emptyText:
        return "empty";
    case ErrorCode::doseNotDispensable: {
        std::string text = milligrams(first) + " cannot be made of these pieces; nearest below: " + milligrams(second);
        if (error.values.size() > 2)
            text += ", above: " + milligrams(value(error, 2));
        return text;
    }
    case ErrorCode::goalNotBelowStart:
        return first + " mg/day is not below " + second + " mg/day";
    case ErrorCode::tooManySteps:
        return "more than " + first + " steps";
    case ErrorCode::stepNotFound:
        return "there is no step " + first + " with a dose";
    case ErrorCode::dateOutsidePlan:
        return first + " is outside the plan" + (second.empty() ? "" : ", which begins on " + second) +
               (error.values.size() > 2 && !value(error, 2).empty() ? " and ends on " + value(error, 2) : "");
    case ErrorCode::nothingToStepBackTo:
        return "there is no earlier dose to step back to";
    case ErrorCode::nothingToResume:
        return "no step follows on " + first;
    default:
        return words(error);
    }
}

void writeError(const Streams& streams, std::string_view where, std::string_view what) {
    std::string line = "lento-cli: ";
    if (!where.empty())
        line.append(where).append(": ");
    write(streams.err, line.append(what).append("\n"));
}

void writeError(const Streams& streams, const core::Error& error) {
    writeError(streams, error.subject, errorText(error));
}

} // namespace lento::cli
