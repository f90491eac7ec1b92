// Clinic settings: what a clinic says of itself, the products it added and offers, and the catalogue that follows from
// them. Each save is one transaction with an audit line, old and new.
#pragma once

#include "core/clinic.h"
#include "core/clinic_set.h"
#include "core/result.h"

#include <string>
#include <vector>

namespace lento::content {
class Catalogue;
}
namespace lento::core {
struct RuleNumbers;
}

namespace lento::app {

class Session;

// What the clinic added and chose, for Catalogue::with. Errors: those of reading.
core::Result<core::ClinicSet> clinicSet(Session& session);
// The shipped catalogue as this clinic sees it; to be made anew after a change that names the clinic.
core::Result<content::Catalogue> clinicCatalogue(Session& session, const content::Catalogue& shipped);

// With its new row version; nothing is written where nothing differs. Errors: emptyText ("name"), outOfRange
// ("trial_days"), recordChanged, those of writing.
core::Result<core::Clinic> saveClinic(Session& session, core::Clinic clinic, const core::RuleNumbers& numbers);

// In the order in which they were added; the retired ones too.
core::Result<std::vector<core::ClinicProduct>> clinicProducts(Session& session);
core::Result<std::vector<core::ProductChoice>> productChoices(Session& session);
// Whether a plan, a draft of one or a supply holds it, so that it can only be retired.
core::Result<bool> isProductInUse(Session& session, const std::string& id);

struct ProductEdits {
    std::vector<core::ClinicProduct> added; // with the id that newProductId gave; who and when are set on saving
    std::vector<core::ClinicProduct> changed;
    std::vector<std::string> retired; // ids, in use or not
    std::vector<core::ClinicProduct> removed;
    std::vector<core::ProductChoice> choices;
    // What the clinic had chosen when the choices were made: a save fails with recordChanged where that is no longer
    // so.
    std::vector<core::ProductChoice> choicesThen;
    bool isEmpty() const {
        return added.empty() && changed.empty() && retired.empty() && removed.empty() && choices.empty();
    }
};
std::string newProductId(const Session& session);
// All or nothing. Errors: emptyText ("name"), outOfRange ("strength", "grid"), conflictingFields (a smallest amount
// that is no whole nanogram), duplicateRecord ("name"), recordChanged, recordInUse, those of writing.
core::Result<void> saveProducts(Session& session, const ProductEdits& edits);
// What saveProducts asks of one product by itself.
core::Result<void> validate(const core::ClinicProduct& product);

} // namespace lento::app
