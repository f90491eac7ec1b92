#include "core/due_items.h"

#include "core/renal.h"
#include "core/rule_family.h"
#include "core/rules.h"
#include "core/withdrawal_watch.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace lento::core {

namespace {

constexpr auto kindNames = std::to_array<std::string_view>(
    {"pump-refill", "pump-unassessed",   "supply",        "withdrawal-call",  "review",
     "taper-visit", "reprint",           "hold-ends",     "step-up",          "step-down",
     "stop",        "pump-replacement",  "creatinine",    "transaminases",    "glucose",
     "weight",      "standing-pressure", "seizure-diary", "tolerance-review", "routine-review",
     "plan-draft",  "visit-draft"});

class Finder {
public:
    Finder(const WorkFacts& work, Date today, const RuleNumbers& numbers)
        : m_work(work)
        , m_today(today)
        , m_numbers(numbers) {}

    std::vector<DueItem> find() {
        if (const Plan* plan = activePlan()) {
            nextVisit(*plan);
            withdrawalCall(*plan);
            nextStep(*plan);
            reprint();
        }
        if (isTreated()) {
            supply();
            creatinine();
            bloodTests();
            weight();
            standingPressure();
            seizureDiary();
            toleranceReview();
            routineReview();
        }
        pump();
        drafts();
        std::stable_sort(m_items.begin(), m_items.end(), [](const DueItem& a, const DueItem& b) {
            return std::tuple(!a.staysUntilEntered(), a.urgency, a.due, a.kind) <
                   std::tuple(!b.staysUntilEntered(), b.urgency, b.due, b.kind);
        });
        return std::move(m_items);
    }

private:
    const Plan* activePlan() const {
        return m_work.active && !m_work.active->plan.steps.empty() ? &m_work.active->plan : nullptr;
    }

    bool isTreated() const { return m_work.doseToday && !m_work.doseToday->isZero(); }

    DueItem& add(DueKind kind, RuleId rule, Date due, Urgency urgency, std::string occasion,
                 std::vector<Input> inputs = {}) {
        return m_items.emplace_back(DueItem{kind, rule, due, urgency, std::move(occasion), std::move(inputs)});
    }

    Urgency byDate(Date due, Urgency overdue) const {
        if (due > m_today)
            return Urgency::coming;
        return due < m_today ? overdue : Urgency::due;
    }

    bool seenSince(Date day) const { return m_work.lastVisit && *m_work.lastVisit >= day; }

    // TIT-11, TAP-16: the newest proposed day that has come and was not kept, else the next one that comes soon. A
    // visit a little early counts.
    void nextVisit(const Plan& plan) {
        const bool taper = plan.kind() == PlanKind::taper;
        const auto& rule = m_numbers.tit11;
        const std::vector<Date> dates = reviewDates(plan, m_numbers);
        std::optional<Date> owed;
        for (const Date day : dates) {
            if (day < m_work.active->effectiveFrom || day > m_today + rule.comingDays)
                continue;
            if (seenSince(day - rule.keptEarlyDays))
                owed.reset(); // whatever was missed before was made good
            else if (!owed || day <= m_today)
                owed = day;
        }
        if (!owed)
            return;
        std::vector<Input> inputs;
        if (m_work.doseToday)
            inputs.push_back({"daily_mg", *m_work.doseToday});
        if (const Step* now = plan.stepOn(m_today))
            inputs.push_back({"days", std::int64_t{m_today - now->span.first}});
        if (m_work.lastVisit)
            inputs.push_back({"last_visit", *m_work.lastVisit});
        add(taper ? DueKind::taperVisit : DueKind::review, taper ? "TAP-16" : "TIT-11", *owed,
            byDate(*owed, Urgency::urgent), owed->iso(), std::move(inputs));
    }

    // WDL-5: the checklist after the step or the stop that was taken last.
    void withdrawalCall(const Plan& plan) {
        const std::optional<WithdrawalWatch> watch = withdrawalWatch(plan, m_today, m_numbers);
        if (!watch || m_today < watch->callOn)
            return;
        if (m_work.lastChecklist && *m_work.lastChecklist >= watch->callOn)
            return;
        add(DueKind::withdrawalCall, "WDL-5", watch->callOn, Urgency::urgent, watch->days.first.iso(),
            {{"daily_mg", watch->dose}, {"since", watch->days.first}, {"until", *watch->days.last}});
    }

    void nextStep(const Plan& plan) {
        const auto next = std::find_if(plan.steps.begin(), plan.steps.end(),
                                       [&](const Step& step) { return step.span.first > m_today; });
        if (next == plan.steps.end() || next->span.first > m_today + m_numbers.tit11.comingDays)
            return;
        const bool first = next == plan.steps.begin();
        const DailyDose before = first ? m_work.doseToday.value_or(DailyDose{}) : std::prev(next)->daily();
        const bool held =
            !first && (std::prev(next)->reason == StepReason::hold || std::prev(next)->reason == StepReason::pause ||
                       std::prev(next)->reason == StepReason::stepBack);
        if (!held && next->daily() == before)
            return; // only the times of day change
        // Whoever was seen since the review before it has had that review.
        const bool waits = next->onlyAfterReview && !seenSince(next->span.first - m_numbers.tit11.reviewEveryDays);
        const std::vector<Input> inputs{{"daily_mg", next->daily()}, {"before_mg", before}, {"after_review", waits}};
        // What waits for a review has to be decided before its day.
        const bool soon = next->span.first <= m_today + m_numbers.tit17.decideBeforeDays;
        const Urgency urgency = soon && (held || waits) ? Urgency::due : Urgency::coming;
        const bool taper = plan.kind() == PlanKind::taper;
        if (held)
            add(DueKind::holdEnds, taper ? "TAP-12" : "TIT-18", next->span.first, urgency, next->span.first.iso(),
                inputs);
        else if (next->daily().isZero())
            add(DueKind::stop, "TAP-3", next->span.first, urgency, next->span.first.iso(), inputs);
        else if (next->daily() > before)
            add(DueKind::stepUp, waits ? "TIT-17" : "TIT-16", next->span.first, urgency, next->span.first.iso(),
                inputs);
        else
            add(DueKind::stepDown, "TAP-3", next->span.first, urgency, next->span.first.iso(), inputs);
    }

    // DAT-3: whoever follows an older sheet takes another dose. A patient who never had a sheet lacks none.
    void reprint() {
        if (!m_work.printed || *m_work.printed == m_work.active->id)
            return;
        const Date from = m_work.active->effectiveFrom;
        add(DueKind::reprint, "DAT-3", from, from <= m_today ? Urgency::urgent : Urgency::due, m_work.active->id.text(),
            {{"plan", std::int64_t{m_work.active->planNumber}}, {"version", std::int64_t{m_work.active->version}}});
    }

    // DSP-5: the last tablets are a sudden stop.
    void supply() {
        if (!m_work.suppliesLastUntil || !m_work.renewBy)
            return;
        if (*m_work.renewBy > m_today + m_numbers.tit11.comingDays)
            return;
        const Urgency urgency = *m_work.suppliesLastUntil <= m_today + m_numbers.dsp5.urgentDays ? Urgency::urgent
                                : *m_work.renewBy <= m_today                                     ? Urgency::due
                                                                                                 : Urgency::coming;
        add(DueKind::supply, "DSP-5", *m_work.renewBy, urgency, m_work.suppliesLastUntil->iso(),
            {{"until", *m_work.suppliesLastUntil}});
    }

    // MON-1: at the start, after a month, then as long as DAT-5 lets one stand.
    void creatinine() {
        const std::vector<Creatinine>& all = m_work.facts.creatinines;
        if (all.empty()) {
            add(DueKind::creatinine, "MON-1", m_work.takenSince.value_or(m_today), Urgency::due, "none");
            return;
        }
        const RenalAssessment renal = assessRenal(m_work.facts, m_today, m_numbers);
        const std::optional<double> k = renal.function ? std::optional(renal.function->k) : std::nullopt;
        const UsableCreatinine usable =
            usableCreatinine(m_work.facts, m_today, k, takes(m_work.facts, m_numbers.medicines, "INT-12"), m_numbers);
        const Date last = all.back().on;
        Date due = last + usable.limitDays;
        if (const auto& since = m_work.takenSince) {
            const Date afterMonth = *since + m_numbers.mon1.firstAfterDays;
            if (last < *since + m_numbers.mon1.firstAfterDays / 2 && m_today < *since + m_numbers.dat5.maximumDays65)
                due = std::min(due, afterMonth);
        }
        if (due > m_today + m_numbers.mon1.comingDays)
            return;
        add(DueKind::creatinine, "MON-1", due, due <= m_today ? Urgency::due : Urgency::coming, last.iso(),
            {{"creatinine_date", last}});
    }

    // MON-1: liver tests and glucose for those whose liver or glucose needs them.
    void bloodTests() {
        const PatientFacts& facts = m_work.facts;
        if (hasCondition(facts, "liver-disease") || hasCondition(facts, "decompensated-cirrhosis"))
            bloodTest(DueKind::transaminases, BloodTestKind::transaminases);
        if (hasCondition(facts, "diabetes"))
            bloodTest(DueKind::glucose, BloodTestKind::glucose);
    }

    void bloodTest(DueKind kind, BloodTestKind test) {
        std::optional<Date> newest;
        for (const BloodTest& each : m_work.facts.bloodTests) {
            if (each.kind == test && each.on <= m_today)
                newest = newest ? std::max(*newest, each.on) : each.on;
        }
        if (!newest) {
            add(kind, "MON-1", m_work.takenSince.value_or(m_today), Urgency::due, "none");
            return;
        }
        const Date due = *newest + m_numbers.mon1.bloodTestDays;
        if (due <= m_today + m_numbers.mon1.comingDays)
            add(kind, "MON-1", due, due <= m_today ? Urgency::due : Urgency::coming, newest->iso(),
                {{"last_date", *newest}});
    }

    // At the start of treatment and again after each interval; the last such day.
    std::optional<Date> lastTurn(int everyDays) const {
        if (!m_work.takenSince)
            return std::nullopt;
        return m_today - (m_today - *m_work.takenSince) % everyDays;
    }

    // MON-3: nobody records this measurement, so only a mark says that it was made.
    void standingPressure() {
        const std::optional<Date> due = lastTurn(m_numbers.mon3.everyDays);
        if (due && takes(m_work.facts, m_numbers.medicines, "INT-7"))
            add(DueKind::standingPressure, "MON-3", *due, Urgency::due, due->iso());
    }

    // MON-4: the diary is the patient's; a mark says that it was looked at.
    void seizureDiary() {
        const std::optional<Date> due = lastTurn(m_numbers.mon4.everyDays);
        if (due && hasCondition(m_work.facts, "epilepsy"))
            add(DueKind::seizureDiary, "MON-4", *due, Urgency::due, due->iso());
    }

    // MON-2: a dose that had settled, as long as a trial takes (TIT-12), and then rises so often so soon.
    void toleranceReview() {
        const auto& rule = m_numbers.mon2;
        const std::vector<DoseFrom>& doses = m_work.doses;
        bool settled = false;
        std::vector<Date> rises;
        for (std::size_t i = 1; i < doses.size() && doses[i].first <= m_today; ++i) {
            const DoseFrom& before = doses[i - 1];
            if (before.daily.isZero()) {
                settled = false;
                rises.clear();
                continue;
            }
            settled = settled || doses[i].first - before.first >= m_numbers.tit12.trialDays;
            if (settled && doses[i].daily > before.daily)
                rises.push_back(doses[i].first);
        }
        const auto needed = static_cast<std::size_t>(rule.rises);
        if (rises.size() < needed || m_today - rises.back() > rule.risesWithinDays)
            return;
        if (rises.back() - rises[rises.size() - needed] > rule.risesWithinDays || seenSince(rises.back()))
            return;
        add(DueKind::toleranceReview, "MON-2", rises.back(), Urgency::due, rises.back().iso(),
            {{"rises", std::int64_t{rule.rises}}, {"since", rises[rises.size() - needed]}});
    }

    // PED-8: weighed at each visit, and when the last weight has grown old.
    void weight() {
        const auto& rule = m_numbers.ped8;
        const PatientFacts& facts = m_work.facts;
        if (!facts.birthDate || completedYears(*facts.birthDate, m_today) >= rule.belowAgeYears)
            return;
        if (facts.weights.empty()) {
            add(DueKind::weight, "PED-8", m_today, Urgency::due, "none");
            return;
        }
        const Date last = facts.weights.back().on;
        const bool notWeighed = m_work.lastVisit && last < *m_work.lastVisit;
        const Date due = notWeighed ? *m_work.lastVisit : last + rule.maximumDays;
        if (due > m_today + m_numbers.mon1.comingDays)
            return;
        add(DueKind::weight, "PED-8", due, due <= m_today ? Urgency::due : Urgency::coming, last.iso(),
            {{"weight_date", last}});
    }

    // MON-2: on a steady dose nothing else asks for the patient.
    void routineReview() {
        const std::optional<Date>& last = m_work.lastVisit;
        const std::optional<Date> since = last ? last : m_work.takenSince;
        if (!since)
            return;
        const Date due = *since + m_numbers.mon2.reviewAfterDays;
        if (due > m_today + m_numbers.mon2.comingDays)
            return;
        std::vector<Input> inputs;
        if (last)
            inputs.push_back({"last_visit", *last});
        add(DueKind::routineReview, "MON-2", due, due <= m_today ? Urgency::due : Urgency::coming, since->iso(),
            std::move(inputs));
    }

    // ITB-22, ITB-15
    void pump() {
        if (m_work.pumpUnassessedSince)
            add(DueKind::pumpUnassessed, "ITB-13", *m_work.pumpUnassessedSince, Urgency::urgent,
                m_work.pumpUnassessedSince->iso(), {{"since", *m_work.pumpUnassessedSince}});
        if (!m_work.pump)
            return;
        const PumpStatus& now = *m_work.pump;
        if (now.urgency != RefillUrgency::later) {
            const bool past = now.urgency == RefillUrgency::late || now.urgency == RefillUrgency::pastAlarm;
            const Urgency urgency = past                                 ? Urgency::urgent
                                    : now.urgency == RefillUrgency::warn ? Urgency::due
                                                                         : Urgency::coming;
            add(DueKind::pumpRefill, "ITB-22", now.refill.refillBy, urgency, now.last.on.iso(),
                {{"alarm", now.refill.alarm},
                 {"past_alarm", now.urgency == RefillUrgency::pastAlarm},
                 {"daily_mcg", microgramText(now.setting.daily)}});
        }
        if (now.service.planBy <= m_today + m_numbers.mon2.comingDays) {
            const Urgency urgency = now.service.ends <= m_today     ? Urgency::urgent
                                    : now.service.planBy <= m_today ? Urgency::due
                                                                    : Urgency::coming;
            add(DueKind::pumpReplacement, "ITB-15", now.service.planBy, urgency, now.implant.on.iso(),
                {{"ends", now.service.ends}});
        }
    }

    void drafts() {
        if (m_work.planDraftSince)
            add(DueKind::planDraft, "DAT-3", *m_work.planDraftSince, Urgency::due, "plan",
                {{"since", *m_work.planDraftSince}});
        if (m_work.visitDraftSince)
            add(DueKind::visitDraft, "DAT-4", *m_work.visitDraftSince, Urgency::due, "visit",
                {{"since", *m_work.visitDraftSince}});
    }

    const WorkFacts& m_work;
    const Date m_today;
    const RuleNumbers& m_numbers;
    std::vector<DueItem> m_items;
};

} // namespace

std::string_view dueKindName(DueKind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::string DueItem::key() const {
    return std::string(dueKindName(kind)) + ' ' + occasion;
}

std::vector<DueItem> dueItems(const WorkFacts& work, Date today, const RuleNumbers& numbers) {
    return Finder(work, today, numbers).find();
}

} // namespace lento::core
