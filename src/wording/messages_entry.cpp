// What is wrong with what was entered or planned.
#include "core/decimal.h"
#include "wording/message_parts.h"
#include "wording/quantities.h"
#include "wording/typed_values.h"

#include <QStringList>

namespace lento::wording {

using core::Error;
using core::ErrorCode;
using namespace parts;

Message typedMessage(const Error& error) {
    switch (error.code) {
    case ErrorCode::notANumber:
        return {translated("%1 is not a number.").arg(quoted(value(error, 0))),
                {},
                translated("Type digits with one decimal mark, such as 12.5.")};
    case ErrorCode::groupSeparator:
        return {translated("%1 can be read in two ways.").arg(quoted(value(error, 0))),
                translated("In one country it is a thousand times more than in another."),
                translated("Leave out marks between thousands, and end a decimal fraction with another digit than the "
                           "third, such as 1.25 or 1000.")};
    case ErrorCode::tooManyDecimals: {
        const QString most = value(error, 1);
        return {translated("%1 has more decimals than can be measured.").arg(quoted(value(error, 0))),
                {},
                most == u"0"     ? translated("Type a whole number.")
                : most.isEmpty() ? translated("Type fewer decimals.")
                                 : translated("Type at most %1 decimals.").arg(most)};
    }
    case ErrorCode::outOfRange:
        if (error.values.size() >= 3 && value(error, 1) == value(error, 2))
            return {translated("%1 is not what is expected here.").arg(quoted(valueOrDate(error, 0))),
                    {},
                    translated("Type exactly %1.").arg(valueOrDate(error, 1))};
        if (error.values.size() >= 3)
            return {translated("%1 is outside what is accepted.").arg(quoted(valueOrDate(error, 0))),
                    {},
                    (core::Date::fromIso(error.values[1]) ? translated("Choose a day from %1 to %2.")
                                                          : translated("Type a value from %1 to %2."))
                        .arg(valueOrDate(error, 1), valueOrDate(error, 2))};
        return {translated("%1 is outside what is accepted.")
                    .arg(error.values.empty() ? field(error) : quoted(valueOrDate(error, 0))),
                {},
                translated("Check the value and its unit.")};
    case ErrorCode::notADate:
        return {translated("%1 is not a date.").arg(quoted(value(error, 0))),
                {},
                translated("Type a date such as 09-Dec-2026 or 2026-12-09.")};
    case ErrorCode::notAnInteger:
        return {translated("%1 is not a whole number.").arg(quoted(value(error, 0))),
                {},
                translated("Type digits only, such as 7.")};
    case ErrorCode::unknownName:
        return {translated("%1 is not known.").arg(quoted(value(error, 0))),
                {},
                value(error, 1).isEmpty() ? translated("Choose one from the list.")
                                          : translated("Known are: %1.").arg(value(error, 1))};
    case ErrorCode::missingField:
        return {translated("%1 is missing.").arg(field(error)), translated("What depends on it is not assessed."),
                translated("Enter it here.")};
    case ErrorCode::emptyText:
        return {translated("%1 is empty.").arg(field(error)), {}, translated("Enter a value.")};
    case ErrorCode::wrongType:
        return {translated("%1 is in another form than expected.").arg(field(error)),
                {},
                value(error, 0).isEmpty() ? translated("Check the value and its unit.")
                                          : translated("Expected: %1.").arg(value(error, 0))};
    case ErrorCode::conflictingFields:
        if (error.subject == "date")
            return {translated("This date can be read in two ways."),
                    translated("It is %1 in one country and %2 in another.")
                        .arg(valueOrDate(error, 0), valueOrDate(error, 1)),
                    translated("Type the month in letters, such as %1.").arg(valueOrDate(error, 0))};
        if (error.subject.starts_with("periods["))
            return {translated("The periods do not follow each other."),
                    {},
                    translated("Begin at 00:00; each lasts until the next begins, the last until 24:00.")};
        return {translated("%1 and %2 do not go together.").arg(quoted(value(error, 0)), quoted(value(error, 1))),
                {},
                translated("Change one of them.")};
    case ErrorCode::unknownField:
        return {translated("%1 is not known.").arg(quoted(QString::fromStdString(error.subject))),
                {},
                translated("Check its spelling.")};
    case ErrorCode::malformedFile:
        return {translated("%1 cannot be read beyond %2.").arg(file(error), value(error, 0)),
                translated("Nothing was taken from it."), translated("Ask for the file again.")};
    default:
        return {};
    }
}

Message planMessage(const Error& error) {
    switch (error.code) {
    case ErrorCode::noProducts:
        return {translated("No product is chosen."), translated("Without one there is nothing to dispense."),
                translated("Choose the tablets or the liquid that the patient will use.")};
    case ErrorCode::quantumNotPositive:
        return {translated("The smallest piece of a product is zero."),
                {},
                translated("Check its strength and its measuring step.")};
    case ErrorCode::goalBelowStart:
        return {translated("The goal, %1 a day, is below the start, %2 a day.")
                    .arg(doseValue(error, 0), doseValue(error, 1)),
                {},
                translated("Plan a taper to go down, or raise the goal.")};
    case ErrorCode::goalNotBelowStart:
        return {translated("The goal of this taper is not below its first dose."),
                {},
                translated("Lower the goal, or plan a titration to go up.")};
    case ErrorCode::tooManySteps:
        return {translated("This plan would have more than %1 steps.").arg(value(error, 0)),
                translated("No calendar is made from it."),
                translated("Choose larger steps or a finer limit for the last dose.")};
    case ErrorCode::stepNotFound:
        return {
            translated("The plan has no step %1.").arg(value(error, 0)), {}, translated("Choose one that is listed.")};
    case ErrorCode::dateOutsidePlan:
        return {translated("%1 lies outside the plan.").arg(valueOrDate(error, 0)),
                {},
                error.values.size() >= 3
                    ? translated("Choose a day from %1 to %2.").arg(valueOrDate(error, 1), valueOrDate(error, 2))
                    : translated("Choose a day within the plan.")};
    case ErrorCode::dateInPast:
        return {translated("%1 has passed.").arg(valueOrDate(error, 0)),
                translated("What was taken on past days stays in the record as it was."),
                translated("Choose today or a later day.")};
    case ErrorCode::nothingToStepBackTo:
        return {translated("There is no earlier dose to step back to."),
                {},
                translated("Hold the present dose, or change it by hand.")};
    case ErrorCode::nothingToResume:
        return {translated("No later step follows the dose of %1.").arg(valueOrDate(error, 0)),
                translated("The dose stays as it is until a new plan is made."),
                translated("Choose a day before the last step, or draft a new plan.")};
    case ErrorCode::doseNotDispensable: {
        const QString dose = doseValue(error, 0);
        const bool both = error.values.size() >= 3 && !error.values[2].empty();
        return {translated("%1 cannot be made from the chosen products.").arg(dose),
                translated("The patient could not take this dose exactly."),
                both
                    ? translated("Take %1 or %2, or add a finer product.").arg(doseValue(error, 1), doseValue(error, 2))
                : error.values.size() >= 2 ? translated("Take %1, or add a finer product.").arg(doseValue(error, 1))
                                           : translated("Choose another dose, or add a finer product.")};
    }
    case ErrorCode::limitHard:
        if (error.subject == "concentration")
            return {
                translated("This strength is for the screening test, never for the pump (%1).").arg(value(error, 0)),
                translated("Filled with it, the pump would run empty within days."),
                translated("Check the ampoule and enter its strength.")};
        if (error.subject == "daily" || value(error, 0).startsWith(QLatin1String("ITB")))
            return {translated("This dose is beyond a limit of the pump that cannot be overridden (%1).")
                        .arg(value(error, 0)),
                    translated("Nothing was recorded."), translated("Check the number; it is in mcg a day.")};
        return {translated("This plan is beyond a limit that cannot be overridden (%1).").arg(value(error, 0)),
                translated("It cannot be made active."), translated("Lower the dose.")};
    case ErrorCode::secondNameMissing:
        return {translated("A second name is still owed (%1).").arg(value(error, 0)),
                translated("The plan cannot be made active without it."),
                translated("Write the name of the second person beside the reason; it must not be your own.")};
    case ErrorCode::reasonMissing:
        return {translated("A reason is still owed (%1).").arg(value(error, 0)),
                translated("The plan cannot be made active without it."),
                translated("Write the reason beside the check, or change the plan.")};
    default:
        return {};
    }
}

} // namespace lento::wording
