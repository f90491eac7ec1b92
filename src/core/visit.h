// What was observed at a visit or on the telephone: scores, adverse effects, adherence, a note (SCL, AE).
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/further_scores.h"
#include "core/ids.h"
#include "core/scale.h"
#include "core/split.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace lento::core {

enum class VisitKind : std::uint8_t { clinic, telephone, ward, home };

struct MasScore {
    std::string muscleGroup; // code of resources/scales/muscle_groups.json: "hip-adductors"
    Side side = Side::left;
    Mas level = Mas::zero;
    friend bool operator==(const MasScore&, const MasScore&) = default;
};

struct AdverseEffect {
    std::string code; // of resources/catalogue/adverse_effects.json: "drowsiness"; "other" with text
    std::string text;
    int grade = 1; // AE-1: 0 to 4; a 0 says it was asked for and absent
    friend bool operator==(const AdverseEffect&, const AdverseEffect&) = default;
};

enum class Adherence : std::uint8_t { notAsked, all, most, under80 };

struct Visit {
    VisitId id;
    PatientId patient;
    Date on;
    VisitKind kind = VisitKind::clinic;
    std::vector<MasScore> mas;
    std::optional<int> pennFrequency; // 0 to 4
    std::optional<int> pennSeverity;  // 1 to 3, only if frequency > 0 (SCL-4)
    std::optional<int> nrsTenths;     // spasticity NRS 0 to 10 in tenths: 3.5 is 35 (SCL-5)
    FurtherScores further;
    std::vector<AdverseEffect> adverseEffects;
    std::optional<int> falls; // since last visit
    // Codes of resources/catalogue/withdrawal_signs.json; empty: asked for and absent; nothing: not asked (WDL-5).
    std::optional<std::vector<std::string>> withdrawalSigns;
    // Codes of resources/catalogue/red_flags.json, in the same way (AE-4).
    std::optional<std::vector<std::string>> redFlags;
    std::optional<int> temperatureTenths;    // 38.4 C is 384 (WDL-3)
    std::optional<int> pulse;                // a minute (WDL-2)
    std::optional<int> creatineKinaseTenths; // of the laboratory's upper limit: 5 times is 50 (WDL-4)
    std::optional<int> stoppedHours;         // stopped suddenly: hours since the last dose (WDL-5, RST)
    Adherence adherence = Adherence::notAsked;
    std::string note;
    std::string decision;                      // the clinician's own words
    std::optional<RevisionId> revisionInForce; // the plan it was seen under
    std::string author;
    std::string recordedAt; // UTC
    bool draft = false;
    std::int64_t rowVersion = 1;
};

// Errors by field: outOfRange (pennFrequency, pennSeverity, nrs, grade, falls, temperature, pulse, creatineKinase,
// stoppedHours), conflictingFields (severity without spasms, the same muscle group and side twice), those of the
// further scores, dateInPast never: a past visit may be entered late; a future one is outOfRange "on".
Result<void> validate(const Visit& visit, Date today);
// What can be a measurement: anything else is a slip of the pen.
inline constexpr int lowestTemperatureTenths = 250, highestTemperatureTenths = 450;
inline constexpr int lowestPulse = 20, highestPulse = 300;
inline constexpr int highestCreatineKinaseTenths = 10'000;
inline constexpr int longestStoppedHours = 2'000;

std::optional<std::int32_t> masMeanThousandths(const Visit& visit, MasCoding coding);

// One time of one day in the diary.
enum class Taken : std::uint8_t { notMarked, taken, missed, other };
struct DiaryDay {
    PatientId patient;
    Date on;
    std::array<Taken, mostDosesPerDay> parts{}; // indexed by DayPart
    std::optional<OralDose> otherDose;          // what was taken instead, in all, when a part says other
    std::string note;
    std::int64_t rowVersion = 0; // 0: not stored yet
    friend bool operator==(const DiaryDay&, const DiaryDay&) = default;
};

// Tablets handed out, for "supply lasts until".
struct Dispensed {
    RecordId id;
    PatientId patient;
    Date on;
    std::string productId;
    std::int64_t tablets = 0;
};

} // namespace lento::core
