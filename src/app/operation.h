// An Operation is one thing a person can do to the clinic file; its name in the audit trail never changes.
#pragma once

#include <cstdint>
#include <string_view>

namespace lento::app {

enum class Operation : std::uint8_t {
    createClinic,
    editClinic,
    editProducts,  // the clinic's own, and which are offered
    editProtocols, // likewise
    addPatient,
    editPatient,
    recordLab, // creatinine
    recordWeight,
    editConditions,
    editMedicines,
    recordVisit,
    editVisit,
    saveDraft,    // not audited: it is nothing yet
    discardDraft, // not audited
    savePlanDraft,
    discardPlanDraft,
    activatePlan,
    withdrawPlan,
    markDiary,
    dispense,
    savePumpTrial,
    implantPump, // or correct, or take out
    setPump,     // a setting that somebody programmed
    refillPump,
    editPumpModel, // the clinic's constants of a model
    printDocument,
    markWorklist, // done, put off, or taken back
    exportData,
    importData,
    makeDemo,
};
inline constexpr int operationCount = static_cast<int>(Operation::makeDemo) + 1;

// "record-visit"
std::string_view operationName(Operation operation);
bool isAudited(Operation operation);

} // namespace lento::app
