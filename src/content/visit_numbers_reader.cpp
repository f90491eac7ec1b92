// Reads the numbers of what is seen and asked: visits, monitoring, interruption, scales, signs and the kinetic model.
#include "content/number_fields.h"
#include "content/rule_numbers_reader.h"

#include <array>

namespace lento::content {

using core::RuleNumbers;
using namespace fields;

namespace {

constexpr NumbersOfRule groups[] = {
    {"MON-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.mon1.firstAfterDays = g.integer("first_after_days", 1, longestDays);
         n.mon1.comingDays = g.integer("coming_days", 1, longestDays);
         n.mon1.bloodTestDays = g.integer("blood_test_days", 1, longestDays);
     }},
    {"MON-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.mon2.reviewAfterDays = g.integer("review_after_days", 1, longestDays);
         n.mon2.scoreAfterDays = g.integer("score_after_days", 1, longestDays);
         n.mon2.comingDays = g.integer("coming_days", 1, longestDays);
         n.mon2.rises = g.integer("rises", 1, 20);
         n.mon2.risesWithinDays = g.integer("rises_within_days", 1, longestDays);
     }},
    {"MON-3", [](JsonReader& g, RuleNumbers& n) { n.mon3.everyDays = g.integer("every_days", 1, longestDays); }},
    {"MON-4", [](JsonReader& g, RuleNumbers& n) { n.mon4.everyDays = g.integer("every_days", 1, longestDays); }},
    {"WDL-2", [](JsonReader& g, RuleNumbers& n) { n.wdl2.pulseFrom = g.integer("pulse_from", 20, 300); }},
    {"WDL-3",
     [](JsonReader& g, RuleNumbers& n) {
         n.wdl3.pulseAbove = g.integer("pulse_above", 20, 300);
         n.wdl3.feverTenths = static_cast<int>(g.decimal("fever_from_celsius", 1, 300, 450));
     }},
    {"WDL-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.wdl4.feverTenths = static_cast<int>(g.decimal("fever_from_celsius", 1, 300, 450));
         n.wdl4.creatineKinaseTenths = static_cast<int>(g.decimal("creatine_kinase_times_limit", 1, 10, 10'000));
     }},
    {"AE-4", [](JsonReader& g, RuleNumbers& n) { n.ae4.belowK = g.integer("below_k", 1, 200); }},
    {"WDL-5",
     [](JsonReader& g, RuleNumbers& n) {
         n.wdl5.callOnDay = g.integer("call_on_day", 1, longestDays);
         n.wdl5.afterStepDays = g.integer("after_step_days", 1, longestDays);
         n.wdl5.afterStopDays = g.integer("after_stop_days", 1, longestDays);
     }},
    {"VIS-3", [](JsonReader& g, RuleNumbers& n) { n.vis3.holdDays = g.integer("hold_days", 1, longestDays); }},
    {"VIS-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.vis4.leastAdherencePercent = g.integer("least_adherence_percent", 1, 100);
         n.vis4.countedDays = g.integer("counted_days", 1, longestDays);
     }},
    {"VIS-5", [](JsonReader& g, RuleNumbers& n) { n.vis5.reviewMonths = g.integer("review_months", 1, 120); }},
    {"VIS-10",
     [](JsonReader& g, RuleNumbers& n) {
         n.vis10.holdDays = g.integer("hold_days", 1, longestDays);
         n.vis10.attempts = g.integer("attempts", 1, mostTimes);
         n.vis10.incrementPart = g.ratio("increment_part");
         n.vis10.intervalTimes = g.integer("interval_times", 1, mostTimes);
     }},
    {"VIS-11",
     [](JsonReader& g, RuleNumbers& n) {
         n.vis11.masLevel = g.integer("mas_level", 1, 4);
         n.vis11.nrsTenths = tenths(g, "nrs");
     }},
    {"RST-M", [](JsonReader& g, RuleNumbers& n) { n.rstM.partOfGap = g.ratio("part_of_gap"); }},
    {"RST-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.rst1.belowHours = g.integer("below_hours", 1, 1000);
         n.rst1.lowK = g.integer("low_k", 1, 200);
     }},
    {"RST-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.rst2.belowDays = g.integer("below_days", 1, longestDays);
         n.rst2.factor = g.ratio("factor");
     }},
    {"RST-4", [](JsonReader& g, RuleNumbers& n) { n.rst4.emergencyGrade = g.integer("emergency_grade", 1, 4); }},
    {"SCL-6",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl6.responderPercent = g.integer("responder_percent", 1, 100);
         n.scl6.minimalPercent = g.integer("minimal_percent", 1, 100);
     }},
    {"SCL-7",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl7.correlation = rate(g, "correlation");
         n.scl7.meaningfulChange = rate(g, "meaningful_change");
     }},
    {"SCL-8",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl8.tenMetreThousandths = thousandths(g, "ten_metre_m_per_s");
         n.scl8.twentyFiveFootPercent = g.integer("twenty_five_foot_percent", 1, 100);
     }},
    {"SCL-9",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl9.nrsFromTenths = tenths(g, "nrs_from");
         n.scl9.lower.responderThousandths = thousandths(g, "lower_responder");
         n.scl9.lower.minimalThousandths = thousandths(g, "lower_minimal");
         n.scl9.upper.responderThousandths = thousandths(g, "upper_responder");
         n.scl9.upper.minimalThousandths = thousandths(g, "upper_minimal");
     }},
    {"PK-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.pk2.absorptionPerHour = rate(g, "absorption_per_h");
         n.pk2.litres = rate(g, "volume_l");
         n.pk2.litresPerHour = rate(g, "clearance_l_per_h");
         n.pk2.renalShare = rate(g, "renal_share");
         n.pk2.fullK = rate(g, "full_k");
     }},
    {"PK-3",
     [](JsonReader& g, RuleNumbers& n) {
         n.pk3.fromYears = g.integer("from_years", 0, oldestYears);
         n.pk3.toYears = g.integer("to_years", 1, oldestYears);
         n.pk3.litresPerHourPerKg = rate(g, "clearance_l_per_h_per_kg");
         n.pk3.litresPerKg = rate(g, "volume_l_per_kg");
     }},
};

} // namespace

std::span<const NumbersOfRule> visitNumbers() {
    return groups;
}

} // namespace lento::content
