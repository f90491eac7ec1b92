// RuleNumbers are the thresholds of clinical-rules.md, read from resources/rules/numbers.json; no default stands in for
// a missing one. Each group is named after its rule.
#pragma once

#include "core/amount.h"
#include "core/dose_times.h"
#include "core/indication.h"
#include "core/medicine.h"
#include "core/per_weight.h"
#include "core/product.h"
#include "core/pump_numbers.h"
#include "core/ratio.h"
#include "core/renal.h"
#include "core/taper_preset.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lento::core {

// TIT-5: what is usual in one region, in mg a day; the lower end may be unsaid.
struct UsualRange {
    Region region = Region::other;
    std::optional<DailyDose> lowest;
    DailyDose highest;
};

// PED-5: what older texts give at one age, in completed years.
struct AgeBand {
    int fromYears = 0;
    int belowYears = 0;
    DailyDose lowest;
    DailyDose highest;
};

// SCL-9: the fall of a mean Ashworth that matters, in thousandths of a level.
struct MasImportance {
    std::int32_t responderThousandths = 0;
    std::int32_t minimalThousandths = 0;
};

struct RuleNumbers {
    struct {
        DailyDose oralHardDaily; // 300 mg
        PumpDose pumpHardDaily;  // 5000 mcg
    } uni1;
    struct {
        int maximumDays, maximumDays65, maximumDaysLowK;
        int ageYears;
        int lowK;
    } dat5;
    struct {
        DailyDose start;          // 15
        DailyDose increment;      // 15
    } titOralAdult1;              // the label's numbers: what REN-5 reduces where a plan follows no protocol
    std::vector<UsualRange> tit5; // us 40 to 80, uk up to 60, fr 30 to 80; another region takes the lowest upper end
    struct {
        DailyDose ceiling;         // 80: BLOCK-OVR above
        DailyDose secondClinician; // 100
    } tit6;
    struct {
        DailyDose mostRise; // 15 mg
        int withinDays;     // 3
        int minimumIntervalDays;
    } tit7;
    struct {
        OralDose singleDose; // 20
    } tit8;
    struct {
        DailyDose fourDosesAbove; // 60: up to it three a day are usual
        int usualDosesPerDay;     // 3
        int therapyFromMinute;    // 08:00 to 18:00: when a therapist is at work
        int therapyToMinute;
    } tit9;
    struct {
        DoseTimes usual{};     // 08:00, 13:00, 18:00, 22:00
        int minimumGapMinutes; // 4 hours
    } spl1;
    struct {
        int baselineScoreDays;                          // 14
        int childbearingFromYears, childbearingToYears; // 12, 55
    } tit10;
    struct {
        int reviewEveryDays; // 14
        int keptEarlyDays;   // 7: a visit so long before a review is that review
        int comingDays;      // 7: how far ahead the worklist looks for reviews and steps
    } tit11;
    struct {
        int trialDays;                       // 42
        int clinicLeastDays, clinicMostDays; // 42, 56: what a clinic may set
    } tit12;
    struct {
        int decideBeforeDays; // 3: a step that waits for a review is then due to be decided
    } tit17;
    struct {
        int urgentDays;      // 3 days of tablets left
        int renewBeforeDays; // 7: fetched so long before the last day they cover
    } dsp5;
    struct {
        std::vector<Region> licensedRegions; // uk, fr: cerebral spasticity
    } tit14;
    struct {
        std::vector<Region> blockRegions; // uk
    } saf2;
    struct {
        std::vector<Region> blockRegions; // other
    } saf4;
    struct {
        Percent mostOfBase; // 20 %
    } rnd3;
    struct {
        DailyDose gentleUpTo; // 5 mg
        Ratio gentleAbove;    // 1/3 of the current dose
    } tap6;
    struct {
        DailyDose finalDose; // 5 mg: F where nobody says otherwise
    } tap1;
    struct {
        std::vector<TaperPreset> paces; // set beside the one that is chosen
    } tap5;
    struct {
        int backIntervals; // 2 at the dose stepped back to
        Ratio stepPart;    // 1/2 of the last step from there on
        int intervalTimes; // 2 where that part is nothing
    } tap13;
    struct {
        int pauses, stepBacks; // 2, 1: as many ask for a slower preset
        TaperPreset slowest;
    } tap15;
    struct {
        int overDays; // 7
    } ren7;
    struct {
        int overdueDays; // 21: a pregnancy that should have ended
    } prg1;
    struct {
        int stopByWeek, dueWeek; // 37, 40
    } prg2;
    struct {
        int youngInfantMonths; // 2
    } prg3;
    struct {
        int creatinineWithinDays; // 14
    } int12;
    struct {
        int medicines;         // 2 of INT-1 to INT-6
        int extraIntervalDays; // 7
    } int20;
    std::vector<Indication> indications; // IND, from resources/catalogue/indications.json
    MedicineList medicines;              // INT-1 to INT-16, from resources/catalogue/medicines.json
    struct {
        int ageYears;          // 65
        DailyDose softCeiling; // 40
    } eld1;
    struct {
        int lowestPercent, highestPercent, blockAbovePercent; // 5, 20, 25
        int minimumIntervalDays;                              // 7
    } tap4;
    struct {
        Percent firstStep; // 20 % of D0
    } tap7;
    struct {
        DailyDose alwaysAcceptable;  // 5 mg
        Ratio warnAbove, blockAbove; // 1/3, 1/2 of the current dose
    } tap8;
    struct {
        int warnBelowDays, blockBelowDays; // 14, 7
    } tap9;
    struct {
        int highFromMonths;     // 6
        DailyDose highFromDose; // 60
        int lowBelowMonths;     // 2
        DailyDose lowUpToDose;  // 30
        TaperPreset low, standard, high;
    } tap11;
    struct {
        int firstVisitWithinDays, thenEveryDays, afterStopDays; // 14, 28, 7
    } tap16;
    struct {
        std::int64_t umolPerMgTenths;                       // 884: 1 mg/dL is 88.4 umol/L
        std::int64_t lowestThousandths, highestThousandths; // 0.1, 20 mg/dL
    } ren1;
    struct {
        int yearsFrom;                                 // 140, less the age
        int creatinineTimes;                           // 72
        int femalePercent;                             // 85
        int obeseFromBmi;                              // 30
        int excessPercent;                             // 40 of what lies above the ideal weight
        std::int32_t idealMaleGrams, idealFemaleGrams; // 50, 45.5 kg
        std::int32_t idealGramsPerCentimetre;          // 910
        std::int32_t idealAboveMillimetres;            // 1524
    } ren2;
    struct {
        double multiplier;                       // 142
        double femaleCreatinine, maleCreatinine; // 0.7, 0.9 mg/dL
        double femalePowerBelow, malePowerBelow; // 0.241, 0.302, up to that creatinine
        double powerAbove;                       // 1.2
        double eachYear;                         // 0.9938
        double female;                           // 1.012
    } ren3;
    struct {
        int fromYears;               // 1
        int heightFactorThousandths; // 413
    } ren4;
    std::array<RenalBandRule, 5> ren5; // r1 to r5
    double ren5InformBelowK;           // 90: one reviewed scheme already cuts the first dose
    struct {
        int ageYears;       // 65
        double k;           // 60
        DailyDose warnFrom; // 20
    } ren6;
    struct {
        PerWeight start; // 0.3 mg/kg
    } ped1;
    struct {
        PerWeight increment; // 0.3 mg/kg
        DailyDose most;      // 5 mg
        int intervalDays;    // 7
    } ped2;
    struct {
        PerWeight lowest, highest; // 0.75, 2 mg/kg
    } ped3;
    struct {
        DailyDose younger, older; // 40, 60
        int olderFromYears;       // 8
        PerWeight most;           // 2 mg/kg
    } ped4;
    std::vector<AgeBand> ped5; // youngest first
    struct {
        std::int32_t tabletsFromGrams; // 33 kg
    } ped6;
    struct {
        int blockBelowYears, warnBelowYears; // 1, 2
        int labelFromYears;                  // 12
        std::vector<Region> labelRegions;    // us: whose label begins at that age
    } ped7;
    struct {
        int belowAgeYears; // 18
        int maximumDays;   // 183
        int changePercent; // 10
    } ped8;
    struct {
        int firstAfterDays; // 30
        int comingDays;     // 14
        int bloodTestDays;  // 183
    } mon1;
    struct {
        int reviewAfterDays; // 365
        int scoreAfterDays;  // 183: a steady patient without a score for so long is counted
        int comingDays;      // 21
        int rises;           // 2
        int risesWithinDays; // 183
    } mon2;
    struct {
        int everyDays; // 183
    } mon3, mon4;
    struct {
        int callOnDay;                    // 3, counted from the day of the step
        int afterStepDays, afterStopDays; // 7, 14
    } wdl5;
    struct {
        int pulseFrom; // 100 a minute
    } wdl2;
    struct {
        int pulseAbove;  // 120
        int feverTenths; // 38.0 C
    } wdl3;
    struct {
        int feverTenths;          // 39.0 C
        int creatineKinaseTenths; // 5 times the upper limit
    } wdl4;
    struct {
        int belowK; // 60: acute confusion is a red flag
    } ae4;
    struct {
        int adultFromYears;          // 16
        std::int32_t adultFromGrams; // 50 kg
    } ped9;
    struct {
        int holdDays; // 14
    } vis3;
    struct {
        int leastAdherencePercent; // 80
        int countedDays;           // 14, back from the visit
    } vis4;
    struct {
        int reviewMonths; // 6
    } vis5;
    struct {
        int holdDays;        // 14
        int attempts;        // 2
        Ratio incrementPart; // 1/2
        int intervalTimes;   // 2
    } vis10;
    struct {
        int masLevel;  // 3
        int nrsTenths; // 70
    } vis11;
    struct {
        Ratio partOfGap; // 1/2
    } rstM;
    struct {
        int belowHours; // 48
        double lowK;    // 60
    } rst1;
    struct {
        int belowDays; // 7
        Ratio factor;  // 1/2
    } rst2;
    struct {
        int emergencyGrade; // 3
    } rst4;
    struct {
        int responderPercent, minimalPercent; // 30, 18
    } scl6;
    struct {
        double correlation;      // 0.3
        double meaningfulChange; // 10
    } scl7;
    struct {
        int tenMetreThousandths;   // 160: 0.16 m/s
        int twentyFiveFootPercent; // 20
    } scl8;
    struct {
        int nrsFromTenths;          // 40
        MasImportance lower, upper; // 0.73 and 0.45, 0.76 and 0.48
    } scl9;
    struct {
        double absorptionPerHour, litres, litresPerHour; // 1.64, 59, 10.8
        double renalShare, fullK;                        // 0.85, 100
    } pk2;
    struct {
        double litresPerHourPerKg, litresPerKg; // 0.273, 1.16
        int fromYears, toYears;                 // 2, 17
    } pk3;
    PumpNumbers pump;
};

} // namespace lento::core
