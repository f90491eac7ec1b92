// The stable text names of the core's enumerations, as they stand in the clinic file and in its JSON.
//
// fromName throws StorageError fileDamaged for a name that is none of them.
#pragma once

#include "core/finding.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/pump_record.h"
#include "core/scale.h"
#include "core/visit.h"
#include "storage/clinic_store.h"
#include "storage/draft_store.h"
#include "storage/storage_error.h"

#include <array>
#include <string>
#include <string_view>

namespace lento::storage {

template <class E>
struct Names;

#define LENTO_NAMES(Enumeration, ...)                                                                                  \
    template <>                                                                                                        \
    struct Names<Enumeration> {                                                                                        \
        static constexpr auto all = std::to_array<std::string_view>({__VA_ARGS__});                                    \
    }

// In the order of the enumerators.
LENTO_NAMES(core::Sex, "not-recorded", "female", "male");
LENTO_NAMES(core::PatientStatus, "active", "suspended", "ended", "deceased");
LENTO_NAMES(core::SpasticityOrigin, "not-recorded", "spinal", "cerebral", "other");
LENTO_NAMES(core::AllergyStatus, "not-recorded", "none-known", "known");
LENTO_NAMES(core::DatedFact, "allergies", "tone-needed", "dialysis", "pregnancy", "breastfeeding", "height",
            "conditions", "medicines");
LENTO_NAMES(core::BloodTestKind, "transaminases", "glucose");
LENTO_NAMES(core::CreatinineUnit, "mg/dL", "umol/L");
LENTO_NAMES(core::Region, "us", "uk", "fr", "other");
LENTO_NAMES(core::ProductForm, "tablet", "liquid", "granules", "intrathecal");
LENTO_NAMES(core::SplitStrategy, "equal", "evening");
LENTO_NAMES(core::PlanKind, "titration", "taper");
LENTO_NAMES(core::TaperModel, "percent-of-start", "percent-of-current", "fixed");
LENTO_NAMES(core::StepReason, "start", "increase", "goal", "decrease", "final-dose", "stop", "hold", "pause",
            "step-back", "by-hand");
LENTO_NAMES(core::RevisionStatus, "draft", "active", "superseded", "withdrawn");
LENTO_NAMES(core::Action, "PROPOSE", "INFORM", "WARN", "BLOCK-OVR", "HARD");
LENTO_NAMES(core::Mas, "0", "1", "1+", "2", "3", "4");
LENTO_NAMES(core::MasCoding, "ranks", "one-plus-as-1.5");
LENTO_NAMES(core::VisitKind, "clinic", "telephone", "ward", "home");
LENTO_NAMES(core::Side, "left", "right");
LENTO_NAMES(core::Adherence, "not-asked", "all", "most", "under-80");
LENTO_NAMES(core::Taken, "not-marked", "taken", "missed", "other");
LENTO_NAMES(core::TrialOutcome, "open", "positive", "no-candidate", "stopped");
LENTO_NAMES(core::PumpMode, "simple-continuous", "flex", "periodic-bolus");
LENTO_NAMES(core::PumpPhase, "titration", "maintenance");
LENTO_NAMES(PaperSize, "a4", "letter");
LENTO_NAMES(DraftKind, "plan", "visit", "patient");

#undef LENTO_NAMES

template <class E>
constexpr std::string_view nameOf(E value) {
    return Names<E>::all[static_cast<std::size_t>(value)];
}

template <class E>
E fromName(std::string_view name) {
    const auto& all = Names<E>::all;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == name)
            return static_cast<E>(i);
    throw StorageError(core::ErrorCode::fileDamaged, std::string(name));
}

} // namespace lento::storage
