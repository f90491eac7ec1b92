// What a protocol comes to for one patient: start, increment, ceiling, interval and goal by weight, age and kidney
// (REN-5, PED-1 to PED-4, PED-9).
#pragma once

#include "core/amount.h"
#include "core/protocol.h"
#include "core/renal.h"
#include "core/result.h"

#include <cstdint>
#include <optional>

namespace lento::core {

struct DosedPerson {
    std::optional<int> ageYears;
    std::optional<std::int32_t> weightGrams;
    const RenalBandRule* renal = nullptr; // nothing while the kidney has not been assessed
};

struct ProtocolDosing {
    DailyDose start;
    DailyDose increment;
    DailyDose ceiling;
    int intervalDays = 0;
    std::optional<DailyDose> goal; // not above the ceiling
    int dosesPerDay = 0;
};

// Rounded by RND-2 where kidney or weight change it, otherwise as the protocol says.
// Errors: missingField ("birth_date", "weight") and outOfRange ("age") for a protocol by weight.
Result<ProtocolDosing> dosingOf(const Protocol& protocol, const DosedPerson& person, DailyDose quantum,
                                const RuleNumbers& numbers);

// The same for a patient's facts on a day, with the newest weight and kidney up to then.
DosedPerson dosedPerson(const PatientFacts& facts, Date today, const RuleNumbers& numbers);

// Whether age, weight and region are those that a protocol is made for; what is not known does not speak against it.
// Someone old and heavy enough for PED-9 suits a protocol for adults.
bool suits(const Protocol& protocol, const DosedPerson& person, Region region, const RuleNumbers& numbers);

} // namespace lento::core
