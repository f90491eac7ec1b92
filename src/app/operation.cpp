#include "app/operation.h"

#include "app/change_set.h"

#include <array>
#include <cstddef>
#include <optional>

namespace lento::app {

namespace {

enum class Audited : bool { no, yes };

struct Traits {
    Operation operation;
    std::string_view name;
    Audited audited;
    std::array<std::optional<RecordKind>, 3> kinds;
};

// In the order of the enumerators. Everything in the file may be new after an import or a demo.
constexpr auto all = std::to_array<Traits>({
    {Operation::createClinic, "create-clinic", Audited::yes, {RecordKind::clinic}},
    {Operation::editClinic, "edit-clinic", Audited::yes, {RecordKind::clinic}},
    {Operation::editProducts, "edit-products", Audited::yes, {RecordKind::clinic}},
    {Operation::editProtocols, "edit-protocols", Audited::yes, {RecordKind::clinic}},
    {Operation::addPatient, "add-patient", Audited::yes, {RecordKind::patient, RecordKind::fact, RecordKind::draft}},
    {Operation::editPatient, "edit-patient", Audited::yes, {RecordKind::patient, RecordKind::fact, RecordKind::draft}},
    {Operation::recordLab, "record-lab", Audited::yes, {RecordKind::fact}},
    {Operation::recordWeight, "record-weight", Audited::yes, {RecordKind::fact}},
    {Operation::editConditions, "edit-conditions", Audited::yes, {RecordKind::fact}},
    {Operation::editMedicines, "edit-medicines", Audited::yes, {RecordKind::fact}},
    {Operation::recordVisit, "record-visit", Audited::yes, {RecordKind::visit, RecordKind::draft}},
    {Operation::editVisit, "edit-visit", Audited::yes, {RecordKind::visit, RecordKind::draft}},
    {Operation::saveDraft, "save-draft", Audited::no, {RecordKind::draft}},
    {Operation::discardDraft, "discard-draft", Audited::no, {RecordKind::draft}},
    {Operation::savePlanDraft, "save-plan-draft", Audited::yes, {RecordKind::plan, RecordKind::draft}},
    {Operation::discardPlanDraft, "discard-plan-draft", Audited::yes, {RecordKind::plan, RecordKind::draft}},
    {Operation::activatePlan, "activate-plan", Audited::yes, {RecordKind::plan, RecordKind::draft}},
    {Operation::withdrawPlan, "withdraw-plan", Audited::yes, {RecordKind::plan}},
    {Operation::markDiary, "mark-diary", Audited::yes, {RecordKind::diary}},
    {Operation::dispense, "dispense", Audited::yes, {RecordKind::supply}},
    {Operation::savePumpTrial, "save-pump-trial", Audited::yes, {RecordKind::pump}},
    {Operation::implantPump, "implant-pump", Audited::yes, {RecordKind::pump}},
    {Operation::setPump, "set-pump", Audited::yes, {RecordKind::pump}},
    {Operation::refillPump, "refill-pump", Audited::yes, {RecordKind::pump}},
    {Operation::editPumpModel, "edit-pump-model", Audited::yes, {RecordKind::clinic}},
    {Operation::printDocument, "print-document", Audited::yes, {RecordKind::document}},
    {Operation::markWorklist, "mark-worklist", Audited::yes, {RecordKind::mark}},
    {Operation::exportData, "export-data", Audited::yes, {RecordKind::document}},
    {Operation::importData, "import-data", Audited::yes, {}},
    {Operation::makeDemo, "make-demo", Audited::yes, {}},
});

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (static_cast<std::size_t>(all[i].operation) != i)
            return false;
    return all.size() == static_cast<std::size_t>(operationCount);
}
static_assert(isInOrder());

const Traits& traitsOf(Operation operation) {
    return all[static_cast<std::size_t>(operation)];
}

} // namespace

std::string_view operationName(Operation operation) {
    return traitsOf(operation).name;
}

bool isAudited(Operation operation) {
    return traitsOf(operation).audited == Audited::yes;
}

ChangeSet changeSetOf(Operation operation, const core::PatientId& patient) {
    if (operation == Operation::importData || operation == Operation::makeDemo)
        return ChangeSet(operation,
                         {RecordKind::clinic, RecordKind::patient, RecordKind::fact, RecordKind::plan,
                          RecordKind::visit, RecordKind::diary, RecordKind::supply, RecordKind::document,
                          RecordKind::draft, RecordKind::mark, RecordKind::pump},
                         patient);
    ChangeSet changes(operation, {}, patient);
    for (const auto& kind : traitsOf(operation).kinds)
        if (kind)
            changes.add(*kind);
    return changes;
}

} // namespace lento::app
