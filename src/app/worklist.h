// The worklist: what is due for all patients, worked out from their records and the rules; what somebody marked done or
// put off; and the clinic in figures.
//
// Nothing drops out by itself: an item is there until its cause is gone or it is marked, and one that was put off comes
// back on its day.
#pragma once

#include "app/task.h"
#include "content/catalogue.h"
#include "core/clinic_figures.h"
#include "core/due_items.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/worklist_store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lento::app {

class Session;

// Where a patient stands, for the figures.
enum class Course : std::uint8_t { untreated, titrated, tapered, stable };

struct PatientWork {
    core::PatientId patient;
    std::string surname;
    std::string given;
    std::vector<core::DueItem> items; // without those that are marked
    Course course = Course::untreated;
    bool atMaximum = false;        // titrated: on the last dose of the plan, its trial still running (TIT-12)
    bool onHold = false;           // tapered: held, paused or stepped back today
    bool unscored = false;         // stable: no score for six months
    bool pausedOrReversed = false; // tapered: a hold, a pause or a step back anywhere in the plan
};

// One patient's work; a pure function of what was read.
PatientWork workOf(storage::WorkRow row, core::Date today, const core::RuleNumbers& numbers,
                   const std::vector<core::Weekday>& closedDays);

struct WorklistEntry {
    core::PatientId patient;
    std::string surname;
    std::string given;
    core::DueItem item;
};

// All patients' work, kept current patient by patient.
class Worklist {
public:
    void put(PatientWork work);
    void remove(const core::PatientId& patient);
    void setOverrides(std::vector<std::pair<std::string, std::int64_t>> byRule) { m_overrides = std::move(byRule); }

    // The most urgent first, then by date, then by name.
    std::vector<WorklistEntry> entries() const;
    core::ClinicFigures figures() const;

private:
    std::map<core::PatientId, PatientWork> m_work;
    std::vector<std::pair<std::string, std::int64_t>> m_overrides;
};

// Reads all patients on a connection of its own; meant for a worker. Errors: those of reading a clinic file, cancelled.
core::Result<Worklist> loadWorklist(const Session& session, const content::Catalogue& catalogue,
                                    const TaskMonitor* monitor = nullptr);
// Reads one patient anew into the worklist.
core::Result<void> refreshWork(const Session& session, const content::Catalogue& catalogue,
                               const core::PatientId& patient, Worklist& worklist);

// One transaction each. Errors: outOfRange (a day that is not after today), those of writing.
core::Result<void> markDone(Session& session, const core::PatientId& patient, const core::DueItem& item);
core::Result<void> putOff(Session& session, const core::PatientId& patient, const core::DueItem& item,
                          core::Date until);
core::Result<void> unmark(Session& session, const core::PatientId& patient, const core::DueItem& item);

} // namespace lento::app
