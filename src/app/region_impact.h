// What another region, or other choices of the clinic, would change: the plans that the rules then judge otherwise.
// Told before the change is saved, so that no block is loosened in silence.
#pragma once

#include "app/task.h"
#include "content/catalogue.h"
#include "core/finding.h"
#include "core/ids.h"
#include "core/product.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::app {

class Session;

// A rule on one plan; nothing where it says nothing. The hardest finding where it says several things.
struct JudgedOtherwise {
    std::optional<core::Finding> now;
    std::optional<core::Finding> then;
    bool isSofter() const;
};

struct PlanJudgedOtherwise {
    core::PatientId patient;
    std::string surname;
    std::string given;
    bool draft = false; // the plan being drafted, not the one in force
    std::vector<JudgedOtherwise> rules;
};

// How one side of the comparison sees the rules.
struct ClinicView {
    core::Region region = core::Region::uk;
    content::Catalogue catalogue;
};

// Active plans and drafts of patients in treatment, by name. Reads on a connection of its own; meant for a worker.
// Errors: those of reading a clinic file, cancelled.
core::Result<std::vector<PlanJudgedOtherwise>> judgedOtherwise(const Session& session, const ClinicView& now,
                                                               const ClinicView& then,
                                                               const TaskMonitor* monitor = nullptr);

} // namespace lento::app
