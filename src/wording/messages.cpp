#include "wording/messages.h"

#include "core/decimal.h"
#include "wording/quantities.h"
#include "wording/typed_values.h"

#include <QCoreApplication>
#include <QStringList>

#include <charconv>

namespace lento::wording {

namespace {

using core::Error;
using core::ErrorCode;

QString translated(const char* source) {
    return QCoreApplication::translate("lento::wording::messages", source);
}

// The nth value of an error; empty when it has none, so that a sentence is still whole.
QString value(const Error& error, std::size_t index) {
    return index < error.values.size() ? QString::fromStdString(error.values[index]) : QString();
}

QString quoted(const QString& text) {
    return text.isEmpty() ? translated("this entry") : QStringLiteral("“%1”").arg(text);
}

// An amount that travels as a count of nanograms.
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

// A day that travels as 2026-12-09, as it is written on screens; anything else as it stands.
QString valueOrDate(const Error& error, std::size_t index) {
    if (index >= error.values.size())
        return {};
    const core::Result<core::Date> date = core::Date::fromIso(error.values[index]);
    return date ? clinicalDate(*date) : QString::fromStdString(error.values[index]);
}

// What an error is about: a file by its name, a field in words.
QString field(const Error& error) {
    return error.subject.empty() ? translated("This field") : inputName(error.subject);
}

QString file(const Error& error) {
    return error.subject.empty() ? translated("The clinic file") : quoted(QString::fromStdString(error.subject));
}

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

Message fileMessage(const Error& error) {
    switch (error.code) {
    case ErrorCode::fileNotFound:
        return {translated("%1 is not there.").arg(file(error)),
                {},
                translated("Look for it in another folder, or on the drive where it is kept.")};
    case ErrorCode::fileForeign:
        return {translated("%1 is not a Lento clinic file.").arg(file(error)), translated("It was not touched."),
                translated("Choose a file that ends in .lento.")};
    case ErrorCode::fileDamaged:
        return {translated("%1 is damaged.").arg(file(error)), translated("It was not touched."),
                translated("Open the newest backup.")};
    case ErrorCode::fileNewer:
        return {translated("%1 was written by a newer Lento.").arg(file(error)),
                translated("It was not touched, so that nothing newer in it is lost."),
                value(error, 0).isEmpty() ? translated("Install the newer version.")
                                          : translated("Install version %1 or later.").arg(value(error, 0))};
    case ErrorCode::fileReadOnly:
        return {translated("%1 may only be read.").arg(file(error)), translated("Nothing can be saved in it."),
                translated("Ask for the right to write to it, or work on a copy.")};
    case ErrorCode::fileOlder:
        return {translated("%1 was written by an earlier Lento.").arg(file(error)),
                translated("It was not touched; reading it needs the newer arrangement of its tables."),
                translated("Open it once for writing: a copy is made beside it first, then it is brought up to date.")};
    case ErrorCode::fileLocked:
        return {translated("%1 is open elsewhere.").arg(file(error)), translated("Nothing was changed."),
                translated("Close it there, then try again.")};
    case ErrorCode::fileExists:
        return {translated("%1 exists already.").arg(file(error)), translated("It was not replaced."),
                translated("Choose another name.")};
    case ErrorCode::fileOnNetwork:
        return {translated("%1 lies on a network drive.").arg(file(error)),
                translated("Two computers could damage it there."),
                translated("Keep the clinic file on this computer, or use a shared database.")};
    case ErrorCode::diskFull:
        return {translated("The disk is full."), translated("Nothing was saved; everything is as it was before."),
                translated("Free some space, then try again.")};
    case ErrorCode::cannotRead:
        return {translated("%1 cannot be read.").arg(file(error)), translated("It was not touched."),
                translated("Check that you may open it and that its drive is connected.")};
    case ErrorCode::cannotWrite:
        return {translated("%1 cannot be written.").arg(file(error)), translated("What was there before is unchanged."),
                translated("Check that you may write there, or choose another folder.")};
    case ErrorCode::cannotBackUp:
        return {translated("No backup could be made."), translated("The clinic file was therefore left as it is."),
                translated("Free some space beside the clinic file, then open it again.")};
    case ErrorCode::migrationFailed:
        return {translated("%1 could not be brought up to this version (step %2).").arg(file(error), value(error, 0)),
                translated("It is as it was; the backup lies beside it."),
                translated("Use the earlier version of Lento, and report this.")};
    case ErrorCode::recordChanged:
        return {translated("Someone else has saved this meanwhile."),
                translated("Your change was not stored over theirs."),
                translated("Look at both versions, then save again.")};
    case ErrorCode::recordMissing:
        return {translated("This record is no longer there."), translated("Nothing was changed."),
                translated("Open the patient again.")};
    case ErrorCode::duplicateRecord:
        return {translated("This is in the record already."), translated("It was not stored twice."),
                translated("Open the one that is there.")};
    case ErrorCode::recordInUse:
        return {translated("A plan, a draft or a supply holds this product."),
                translated("Its strength and pieces were not changed, so that what was planned stays true."),
                translated("Retire it, and add another for new plans.")};
    case ErrorCode::notAllowed:
        return {translated("Your role may not do this."), translated("Nothing was changed."),
                value(error, 0).isEmpty() ? translated("Ask a prescriber.")
                                          : translated("It takes the role %1.").arg(value(error, 0))};
    default:
        return {};
    }
}

Message paperMessage(const Error& error) {
    switch (error.code) {
    case ErrorCode::proofFailed: {
        const core::Result<core::Date> day = core::Date::fromIso(error.subject);
        const QString what = day ? translated("The sheet does not add up on %1.").arg(clinicalDate(*day))
                                 : translated("The sheet does not add up.");
        QStringList details;
        for (const std::string& detail : error.values)
            details << QString::fromStdString(detail);
        return {details.isEmpty() ? what : what + QStringLiteral(" (%1)").arg(details.join(QStringLiteral("; "))),
                translated("Nothing was printed, so that no wrong dose leaves the clinic."),
                translated("Check the plan and its products, then print again.")};
    }
    case ErrorCode::textClipped:
        return {
            translated("A text does not fit its place on the page (%1).").arg(QString::fromStdString(error.subject)),
            translated("Nothing was printed, because words would be cut off."),
            translated("Shorten the text, or choose another layout.")};
    case ErrorCode::glyphMissing:
        return {translated("The character %1 is in none of the fonts.").arg(quoted(value(error, 0))),
                translated("Nothing was printed, because it would be an empty box."),
                translated("Write it in another way, or print in another language.")};
    case ErrorCode::nothingToPrint:
        return {translated("There is nothing to print."),
                translated("The plan has no tablets, or no days in this time."),
                translated("Choose products and days.")};
    case ErrorCode::printerFailed:
        return {translated("The printer did not take the document."), translated("It may be printed in part."),
                translated("Check the printer, throw away what came out, and print again.")};
    case ErrorCode::cancelled:
        return {translated("Cancelled."), translated("Nothing was changed."), {}};
    case ErrorCode::missingResource:
        return {translated("A part of the program is missing (%1).").arg(QString::fromStdString(error.subject)),
                {},
                translated("Install Lento again.")};
    case ErrorCode::notFound:
        return {translated("%1 was not found.").arg(quoted(QString::fromStdString(error.subject))),
                {},
                translated("Check the spelling.")};
    default:
        return {};
    }
}

} // namespace

QString Message::text() const {
    QStringList parts;
    for (const QString& part : {what, meaning, remedy}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u' ');
}

// No default: a new code that has no words does not compile.
Message message(const Error& error) {
    switch (error.code) {
    case ErrorCode::notANumber:
    case ErrorCode::groupSeparator:
    case ErrorCode::tooManyDecimals:
    case ErrorCode::outOfRange:
    case ErrorCode::notADate:
    case ErrorCode::notAnInteger:
    case ErrorCode::unknownName:
    case ErrorCode::missingField:
    case ErrorCode::unknownField:
    case ErrorCode::wrongType:
    case ErrorCode::conflictingFields:
    case ErrorCode::malformedFile:
    case ErrorCode::emptyText:
        return typedMessage(error);
    case ErrorCode::noProducts:
    case ErrorCode::quantumNotPositive:
    case ErrorCode::goalBelowStart:
    case ErrorCode::goalNotBelowStart:
    case ErrorCode::tooManySteps:
    case ErrorCode::stepNotFound:
    case ErrorCode::dateOutsidePlan:
    case ErrorCode::dateInPast:
    case ErrorCode::nothingToStepBackTo:
    case ErrorCode::nothingToResume:
    case ErrorCode::doseNotDispensable:
    case ErrorCode::limitHard:
    case ErrorCode::reasonMissing:
    case ErrorCode::secondNameMissing:
        return planMessage(error);
    case ErrorCode::fileNotFound:
    case ErrorCode::fileForeign:
    case ErrorCode::fileDamaged:
    case ErrorCode::fileNewer:
    case ErrorCode::fileReadOnly:
    case ErrorCode::fileOlder:
    case ErrorCode::fileLocked:
    case ErrorCode::fileExists:
    case ErrorCode::fileOnNetwork:
    case ErrorCode::diskFull:
    case ErrorCode::cannotRead:
    case ErrorCode::cannotWrite:
    case ErrorCode::cannotBackUp:
    case ErrorCode::migrationFailed:
    case ErrorCode::recordChanged:
    case ErrorCode::recordMissing:
    case ErrorCode::duplicateRecord:
    case ErrorCode::recordInUse:
    case ErrorCode::notAllowed:
        return fileMessage(error);
    case ErrorCode::proofFailed:
    case ErrorCode::textClipped:
    case ErrorCode::glyphMissing:
    case ErrorCode::nothingToPrint:
    case ErrorCode::printerFailed:
    case ErrorCode::cancelled:
    case ErrorCode::missingResource:
    case ErrorCode::notFound:
        return paperMessage(error);
    }
    return {};
}

QString sentence(const Error& error) {
    return message(error).text();
}

QString stepReasonText(core::StepReason reason) {
    switch (reason) {
    case core::StepReason::start:
        return translated("start");
    case core::StepReason::increase:
        return translated("increase");
    case core::StepReason::goal:
        return translated("goal");
    case core::StepReason::decrease:
        return translated("decrease");
    case core::StepReason::finalDose:
        return translated("last dose");
    case core::StepReason::stop:
        return translated("stop");
    case core::StepReason::hold:
        return translated("held");
    case core::StepReason::pause:
        return translated("paused");
    case core::StepReason::stepBack:
        return translated("step back");
    case core::StepReason::byHand:
        return translated("changed by hand");
    }
    return {};
}

QString statusText(core::RevisionStatus status) {
    switch (status) {
    case core::RevisionStatus::draft:
        return translated("Draft");
    case core::RevisionStatus::active:
        return translated("Active");
    case core::RevisionStatus::superseded:
        return translated("Superseded");
    case core::RevisionStatus::withdrawn:
        return translated("Withdrawn");
    }
    return {};
}

} // namespace lento::wording
