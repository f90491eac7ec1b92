// A ClinicPrint is a sheet of the clinic's figures that left the program. It belongs to no patient: the sheet itself is
// kept, so that exactly that can be printed again, and the audit trail says who printed it, when, and the numbers on
// it.
#pragma once

#include "core/calendar.h"
#include "core/clinic_figures.h"
#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace lento::app {

class Session;

struct ClinicPrint {
    std::string kind;        // the report's id
    std::string paper;       // "A4", "Letter"
    std::string destination; // "printer", "pdf"
    core::Date day;          // on which it was counted
    core::ClinicFigures figures;
    std::string language = "en"; // BCP 47
    int pages = 1;
};

// One transaction. document: the finished pages as they were printed. Errors: those of writing.
core::Result<void> recordClinicPrint(Session& session, const ClinicPrint& print, const QByteArray& document);

// A sheet that was printed before.
struct EarlierClinicPrint {
    core::RecordId id;
    core::Date day;
    std::string printedAt; // UTC
    std::string printedBy;
    friend bool operator==(const EarlierClinicPrint&, const EarlierClinicPrint&) = default;
};
// Newest first.
core::Result<std::vector<EarlierClinicPrint>> earlierClinicPrints(Session& session, std::string_view kind);
// Errors: recordMissing, fileDamaged when it is not what was stored.
core::Result<QByteArray> printedClinicDocument(Session& session, const core::RecordId& print);
// The same sheet once more: kept and noted as a print of its own, without figures counted anew.
core::Result<void> recordClinicReprint(Session& session, const core::RecordId& print, const std::string& destination);

} // namespace lento::app
