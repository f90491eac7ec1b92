// What is wrong with a file, with paper, or with something that is not there.
#include "core/decimal.h"
#include "wording/message_parts.h"
#include "wording/quantities.h"
#include "wording/typed_values.h"

#include <QStringList>

namespace lento::wording {

using core::Error;
using core::ErrorCode;
using namespace parts;

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

} // namespace lento::wording
