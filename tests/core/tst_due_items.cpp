// What a clinic owes a patient on a day: each kind of item on the day it comes, the day before, and once its cause is
// gone.
#include "core/due_items.h"
#include "core_values.h"
#include "plan_values.h"
#include "shipped_numbers.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::DueItem;
using core::WorkFacts;

namespace {

QString itemText(const DueItem& item) {
    static const QStringList urgencies{QStringLiteral("urgent"), QStringLiteral("due"), QStringLiteral("coming")};
    return QStringLiteral("%1 %2 %3 %4")
        .arg(urgencies.at(static_cast<int>(item.urgency)),
             QString::fromLatin1(core::dueKindName(item.kind).data(),
                                 static_cast<qsizetype>(core::dueKindName(item.kind).size())),
             QString::fromStdString(item.due.iso()),
             QString::fromLatin1(item.rule.text().data(), static_cast<qsizetype>(item.rule.text().size())));
}

QString itemTexts(const WorkFacts& work, std::string_view today) {
    QStringList texts;
    for (const DueItem& item : core::dueItems(work, date(today), shippedNumbers()))
        texts << itemText(item);
    return texts.join(QStringLiteral(", "));
}

// An adult of whom everything is known and recent, so that only the plan asks for something.
WorkFacts adult(std::string_view recorded) {
    WorkFacts work;
    work.facts.birthDate = date("1980-05-01");
    work.facts.sex = core::Sex::female;
    work.facts.heightMillimetres = 1'680;
    work.facts.weights = {{date(recorded), 68'000}};
    work.facts.creatinines = {{date(recorded), 700, core::CreatinineUnit::mgPerDl, false}};
    return work;
}

void follow(WorkFacts& work, core::Plan plan) {
    core::Revision revision;
    revision.id = core::RevisionId("active");
    revision.planNumber = 2;
    revision.version = 3;
    revision.effectiveFrom = plan.steps.front().span.first;
    revision.plan = std::move(plan);
    work.active = std::move(revision);
}

// 15 mg on 02-Mar-2026, 5 mg more each week to 45 mg on 13-Apr-2026; reviews on 16-Mar, 30-Mar and 13-Apr.
WorkFacts rising(std::string_view lastVisit = {}) {
    WorkFacts work = adult("2026-03-01");
    follow(work, planned(titration("2026-03-02", "15", "5", 7, "45"), "q 5"));
    work.takenSince = date("2025-06-01");
    work.doseToday = daily("15");
    if (!lastVisit.empty())
        work.lastVisit = date(lastVisit);
    return work;
}

// 60 mg down by 5 mg each Monday from 05-Jan-2026 to nothing on 23-Mar-2026.
WorkFacts falling(std::string_view lastVisit = {}) {
    WorkFacts work = adult("2025-12-20");
    follow(work, planned(taper("2026-01-05", "60", 10, 7), "q 5"));
    work.takenSince = date("2025-06-01");
    work.doseToday = daily("55");
    if (!lastVisit.empty())
        work.lastVisit = date(lastVisit);
    return work;
}

// With the signs of withdrawal asked for (WDL-5).
WorkFacts asked(WorkFacts work, std::string_view on) {
    work.lastChecklist = date(on);
    return work;
}

WorkFacts steady() {
    WorkFacts work = adult("2026-10-01");
    work.takenSince = date("2025-06-01");
    work.doseToday = daily("45");
    work.lastVisit = date("2026-10-01");
    return work;
}

} // namespace

class TestDueItems : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsComeAndGo_data() {
        QTest::addColumn<WorkFacts>("work");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const WorkFacts& work, const char* today, const char* expected) {
            QTest::newRow(name) << work << QString::fromLatin1(today) << QString::fromLatin1(expected);
        };
        // TIT-11
        row("review not in sight", rising("2026-03-02"), "2026-03-08", "coming step-up 2026-03-09 TIT-16");
        row("review a week ahead", rising("2026-03-02"), "2026-03-09",
            "coming review 2026-03-16 TIT-11, coming step-up 2026-03-16 TIT-16");
        row("review today", rising("2026-03-02"), "2026-03-16",
            "due review 2026-03-16 TIT-11, coming step-up 2026-03-23 TIT-17");
        row("review overdue", rising("2026-03-02"), "2026-03-17",
            "urgent review 2026-03-16 TIT-11, coming step-up 2026-03-23 TIT-17");
        row("review kept", rising("2026-03-16"), "2026-03-17", "coming step-up 2026-03-23 TIT-16");
        row("review kept a week early", rising("2026-03-09"), "2026-03-17", "coming step-up 2026-03-23 TIT-16");
        row("seen too early for the review", rising("2026-03-08"), "2026-03-17",
            "urgent review 2026-03-16 TIT-11, coming step-up 2026-03-23 TIT-17");
        row("review made good later", rising("2026-03-20"), "2026-03-21", "coming step-up 2026-03-23 TIT-16");
        row("second review overdue is the one named", rising("2026-03-16"), "2026-04-01",
            "urgent review 2026-03-30 TIT-11, coming step-up 2026-04-06 TIT-17");
        row("a step that waits for a review is due to be decided", rising("2026-03-02"), "2026-03-20",
            "urgent review 2026-03-16 TIT-11, due step-up 2026-03-23 TIT-17");
        row("at the goal", rising("2026-04-13"), "2026-04-20", "");

        // TAP-16, WDL-5: visits on 16-Jan, 13-Feb and 13-Mar, and a week after the end
        row("taper visit ahead", asked(falling("2026-01-09"), "2026-01-09"), "2026-01-10",
            "coming step-down 2026-01-12 TAP-3");
        row("checklist on the third day", falling("2026-01-05"), "2026-01-07",
            "urgent withdrawal-call 2026-01-07 WDL-5, coming step-down 2026-01-12 TAP-3");
        row("checklist not yet", falling("2026-01-05"), "2026-01-06", "coming step-down 2026-01-12 TAP-3");
        row("checklist asked on the telephone", asked(falling("2026-01-07"), "2026-01-07"), "2026-01-08",
            "coming step-down 2026-01-12 TAP-3");
        row("seen, and the checklist left out", falling("2026-01-08"), "2026-01-08",
            "urgent withdrawal-call 2026-01-07 WDL-5, coming step-down 2026-01-12 TAP-3");
        row("checklist asked too soon to show", asked(falling("2026-01-06"), "2026-01-06"), "2026-01-07",
            "urgent withdrawal-call 2026-01-07 WDL-5, coming step-down 2026-01-12 TAP-3");
        row("visit of the taper overdue", falling("2026-01-05"), "2026-01-20",
            "urgent taper-visit 2026-01-16 TAP-16, coming step-down 2026-01-26 TAP-3");
        row("the last step", asked(falling("2026-03-18"), "2026-03-18"), "2026-03-18", "coming stop 2026-03-23 TAP-3");
        {
            WorkFacts work = falling("2026-03-20");
            work.doseToday = core::DailyDose{};
            work.takenSince.reset();
            row("after the stop", work, "2026-03-25",
                "urgent withdrawal-call 2026-03-25 WDL-5, "
                "coming taper-visit 2026-03-30 TAP-16");
            row("two weeks after the stop", work, "2026-04-06", "urgent taper-visit 2026-03-30 TAP-16");
        }

        // TIT-18, TAP-12
        {
            WorkFacts work = falling("2026-01-22");
            work.active->plan = core::hold(work.active->plan, date("2026-01-22"), 7, shippedNumbers()).value();
            row("hold not ending yet", work, "2026-01-25", "");
            row("hold ends next week", work, "2026-01-26", "coming hold-ends 2026-02-02 TAP-12");
            row("hold ends in three days", work, "2026-01-30", "due hold-ends 2026-02-02 TAP-12");
        }

        // DAT-3
        {
            WorkFacts work = rising("2026-03-02");
            work.printed = core::RevisionId("older");
            row("the sheet at home is an older one", work, "2026-03-03",
                "urgent reprint 2026-03-02 DAT-3, coming step-up 2026-03-09 TIT-16");
            row("it only begins later", work, "2026-03-01", "due reprint 2026-03-02 DAT-3");
            work.printed = core::RevisionId("active");
            row("the sheet shows the plan", work, "2026-03-03", "coming step-up 2026-03-09 TIT-16");
        }
        {
            WorkFacts work = steady();
            work.planDraftSince = date("2026-10-20");
            work.visitDraftSince = date("2026-10-21");
            row("unsigned drafts", work, "2026-10-22",
                "due plan-draft 2026-10-20 DAT-3, due visit-draft 2026-10-21 DAT-4");
        }

        // DSP-5
        {
            WorkFacts work = steady();
            work.suppliesLastUntil = date("2026-11-10");
            work.renewBy = date("2026-11-03");
            row("supply lasts", work, "2026-10-26", "");
            row("supply to be renewed soon", work, "2026-10-27", "coming supply 2026-11-03 DSP-5");
            row("supply to be renewed", work, "2026-11-03", "due supply 2026-11-03 DSP-5");
            row("supply of three days", work, "2026-11-07", "urgent supply 2026-11-03 DSP-5");
            row("supply gone", work, "2026-11-20", "urgent supply 2026-11-03 DSP-5");
        }

        // MON-1, DAT-5
        {
            WorkFacts work = steady();
            work.facts.creatinines = {{date("2025-11-20"), 700, core::CreatinineUnit::mgPerDl, false}};
            row("creatinine stands", work, "2026-11-05", "");
            row("creatinine in two weeks", work, "2026-11-06", "coming creatinine 2026-11-20 MON-1");
            row("creatinine of a year ago", work, "2026-11-20", "due creatinine 2026-11-20 MON-1");
            work.facts.birthDate = date("1961-01-01");
            row("half a year from 65 on", work, "2026-11-20", "due creatinine 2026-05-22 MON-1");
            work.facts.creatinines.clear();
            row("never a creatinine", work, "2026-11-20", "due creatinine 2025-06-01 MON-1");
        }
        {
            WorkFacts work = steady();
            work.facts.creatinines = {{date("2026-09-01"), 1'300, core::CreatinineUnit::mgPerDl, false}};
            row("every three months with a weak kidney", work, "2026-12-02", "due creatinine 2026-12-02 MON-1");
        }
        {
            WorkFacts work = steady();
            work.takenSince = date("2026-10-02");
            row("creatinine a month after the start", work, "2026-11-01", "due creatinine 2026-11-01 MON-1");
            work.facts.creatinines.push_back({date("2026-10-20"), 700, core::CreatinineUnit::mgPerDl, false});
            row("taken since the start", work, "2026-11-01", "");
        }

        // INT-12 shortens it to three months
        {
            WorkFacts work = steady();
            work.facts.medicineNames = {"Ibuprofen 400 mg"};
            row("kidney medicine: creatinine stands", work, "2026-12-17", "");
            row("kidney medicine: in two weeks", work, "2026-12-18", "coming creatinine 2027-01-01 MON-1");
            row("kidney medicine: three months", work, "2027-01-01", "due creatinine 2027-01-01 MON-1");
            work.facts.medicineNames = {"Vitamin D"};
            row("a medicine that leaves the kidney alone", work, "2027-01-01", "");
        }

        // MON-1: liver tests and glucose
        {
            WorkFacts work = steady();
            work.facts.conditionCodes = {"liver-disease"};
            row("liver tests never recorded", work, "2026-10-20", "due transaminases 2025-06-01 MON-1");
            work.facts.bloodTests = {{core::BloodTestKind::glucose, date("2026-10-01")}};
            row("glucose is no liver test", work, "2026-10-20", "due transaminases 2025-06-01 MON-1");
            work.facts.bloodTests = {{core::BloodTestKind::transaminases, date("2026-05-01")}};
            row("liver tests stand", work, "2026-10-16", "");
            row("liver tests in two weeks", work, "2026-10-17", "coming transaminases 2026-10-31 MON-1");
            row("liver tests of half a year ago", work, "2026-10-31", "due transaminases 2026-10-31 MON-1");
            work.facts.conditionCodes = {"decompensated-cirrhosis"};
            row("liver tests with cirrhosis", work, "2026-10-31", "due transaminases 2026-10-31 MON-1");
            work.facts.conditionCodes = {"diabetes"};
            row("glucose never recorded", work, "2026-10-31", "due glucose 2025-06-01 MON-1");
            work.facts.bloodTests = {{core::BloodTestKind::glucose, date("2026-05-01")}};
            row("glucose of half a year ago", work, "2026-10-31", "due glucose 2026-10-31 MON-1");
            work.facts.conditionCodes.clear();
            row("no diabetes, no glucose", work, "2026-10-31", "");
        }

        // MON-3, MON-4: at the start and every 183 days
        {
            WorkFacts work = steady();
            work.facts.medicineNames = {"amlodipine"};
            row("standing pressure, second half year", work, "2026-12-01", "due standing-pressure 2026-06-02 MON-3");
            row("standing pressure, third half year", work, "2026-12-02", "due standing-pressure 2026-12-02 MON-3");
            work.facts.medicineNames = {"paracetamol"};
            row("no medicine for blood pressure", work, "2026-12-02", "");
            work.facts.conditionCodes = {"epilepsy"};
            row("seizure diary, second half year", work, "2026-12-01", "due seizure-diary 2026-06-02 MON-4");
            row("seizure diary, third half year", work, "2026-12-02", "due seizure-diary 2026-12-02 MON-4");
        }

        // MON-2: a dose settled for 42 days rises twice within 183
        {
            WorkFacts work = steady();
            work.lastVisit = date("2026-05-01");
            const auto took = [&work](const char* first, const char* second, const char* third) {
                work.doses = {{date("2025-06-01"), daily("30")},
                              {date(first), daily("35")},
                              {date(second), daily("40")},
                              {date(third), daily("45")}};
            };
            took("2025-07-12", "2026-02-01", "2026-08-02");
            row("a first rise after 41 days settles nothing, two after it do", work, "2026-10-20",
                "due tolerance-review 2026-08-02 MON-2");
            took("2025-07-12", "2026-02-01", "2026-08-03");
            row("two rises in 183 days", work, "2026-10-20", "due tolerance-review 2026-08-03 MON-2");
            took("2025-07-12", "2026-02-01", "2026-08-04");
            row("two rises in 184 days", work, "2026-10-20", "");
            took("2026-07-20", "2026-07-27", "2026-08-03");
            row("seen before the last rise", work, "2026-08-10", "due tolerance-review 2026-08-03 MON-2");
            work.lastVisit = date("2026-08-03");
            row("seen since", work, "2026-08-10", "");
            work.lastVisit = date("2026-05-01");
            row("half a year after the last rise", work, "2027-02-02", "due tolerance-review 2026-08-03 MON-2");
            row("later than that", work, "2027-02-03", "");
            work.doses = {{date("2026-06-01"), daily("30")},
                          {date("2026-07-12"), daily("35")},
                          {date("2026-07-19"), daily("40")}};
            row("a first titration has not settled", work, "2026-08-10", "");
            work.doses = {{date("2025-06-01"), daily("30")},
                          {date("2026-06-01"), daily("0")},
                          {date("2026-07-20"), daily("35")},
                          {date("2026-07-27"), daily("40")}};
            row("started again after a stop", work, "2026-08-10", "");
        }

        // PED-8
        {
            WorkFacts work = steady();
            work.facts.birthDate = date("2016-02-01");
            work.facts.heightMillimetres = 1'300;
            row("child weighed at the last visit", work, "2026-10-20", "");
            work.lastVisit = date("2026-10-20");
            row("child not weighed at the last visit", work, "2026-10-20", "due weight 2026-10-20 PED-8");
            work.lastVisit = date("2026-10-01");
            work.facts.weights = {{date("2026-10-01"), 31'500}};
            row("weight of half a year ago", work, "2027-04-02", "due weight 2027-04-02 PED-8");
            work.facts.weights.clear();
            row("never weighed", work, "2026-10-20", "due weight 2026-10-20 PED-8");
            work.facts.birthDate = date("2008-10-20");
            row("eighteen today", work, "2026-10-20", "");
        }

        // MON-2
        {
            WorkFacts work = steady();
            work.facts.creatinines.back().on = date("2027-09-01");
            row("seen within the year", work, "2027-09-09", "");
            row("routine review in three weeks", work, "2027-09-10", "coming routine-review 2027-10-01 MON-2");
            row("a year without a visit", work, "2027-10-01", "due routine-review 2027-10-01 MON-2");
            work.lastVisit.reset();
            row("never seen", work, "2027-10-01", "due routine-review 2026-06-01 MON-2");
            work.doseToday.reset();
            row("no baclofen, nothing owed", work, "2027-10-01", "");
        }
    }
    void itemsComeAndGo() {
        QFETCH(const WorkFacts, work);
        QFETCH(const QString, today);
        QFETCH(const QString, expected);
        QCOMPARE(itemTexts(work, today.toStdString()), expected);
    }

    void aMarkHoldsForOneOccasion() {
        const auto keyOn = [](const WorkFacts& work, std::string_view today) {
            return core::dueItems(work, date(today), shippedNumbers()).front().key();
        };
        // The same review on another day, and the next one.
        QCOMPARE(keyOn(rising(), "2026-03-17"), std::string("review 2026-03-16"));
        QCOMPARE(keyOn(rising(), "2026-03-25"), std::string("review 2026-03-16"));
        QCOMPARE(keyOn(rising("2026-03-16"), "2026-04-01"), std::string("review 2026-03-30"));
    }

    void theMostUrgentComesFirst() {
        WorkFacts work = rising();
        work.printed = core::RevisionId("older");
        work.planDraftSince = date("2026-01-01");
        core::Urgency before = core::Urgency::urgent;
        const auto items = core::dueItems(work, date("2026-03-20"), shippedNumbers());
        QVERIFY(items.size() >= 4);
        for (const DueItem& item : items) {
            QVERIFY(item.urgency >= before);
            before = item.urgency;
        }
    }
};

QTEST_APPLESS_MAIN(TestDueItems)
#include "tst_due_items.moc"
