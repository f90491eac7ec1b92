#include "wording/messages.h"

#include "wording/message_parts.h"

#include <QStringList>

namespace lento::wording {

using core::Error;
using core::ErrorCode;
using namespace parts;

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
