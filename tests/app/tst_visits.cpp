// Visits and the diary: saved whole or not at all, corrected with the old values kept, compared with what came before.
#include "app/visits.h"
#include "record_values.h"
#include "storage/audit_store.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

core::Visit visitOn(std::string_view day) {
    core::Visit visit;
    visit.on = date(day);
    visit.kind = core::VisitKind::telephone;
    visit.mas = {{"hip-adductors", core::Side::left, core::Mas::three},
                 {"hip-adductors", core::Side::right, core::Mas::onePlus}};
    visit.pennFrequency = 2;
    visit.pennSeverity = 1;
    visit.nrsTenths = 65;
    visit.adverseEffects = {{"drowsiness", {}, 2}, {"other", "hiccups", 1}};
    visit.falls = 1;
    visit.adherence = core::Adherence::most;
    visit.note = "Übelkeit am Morgen";
    visit.decision = "Hold";
    return visit;
}

core::DiaryDay marked(std::string_view day, core::Taken morning, core::Taken midday, core::Taken evening) {
    core::DiaryDay diary;
    diary.on = date(day);
    diary.parts = {morning, midday, evening, core::Taken::notMarked};
    return diary;
}

constexpr auto yes = core::Taken::taken;
constexpr auto no = core::Taken::missed;
constexpr auto unmarked = core::Taken::notMarked;

struct Case {
    TestClinic clinic;
    core::PatientId patient = clinic.addPatient();

    core::Visit visit(std::string_view day) {
        core::Visit made = visitOn(day);
        made.patient = patient;
        return made;
    }
    app::PatientRecord record() { return app::loadRecord(clinic.session(), shippedCatalogue(), patient).value(); }
    std::vector<storage::AuditLine> audit() {
        return clinic.session()
            .read([&](storage::Database& database) { return storage::AuditStore(database).forPatient(patient); })
            .value();
    }
};

} // namespace

class TestVisits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDecisionIsSavedWithItsVisitInOneLine() {
        Case c;
        core::DecidedVisit decided;
        decided.proposal = core::Proposal::hold;
        decided.row.rule = "VIS-3";
        decided.row.action = core::Action::propose;
        decided.row.message = "vis-3.hold";
        decided.choice = core::VisitChoice::hold;
        const auto saved = app::saveVisit(c.clinic.session(), c.visit("2026-11-20"), decided);
        QVERIFY(saved);
        const app::PatientRecord record = c.record();
        const core::DecidedVisit* found = record.decisionOf(saved->id);
        QVERIFY(found != nullptr);
        QCOMPARE(found->who, std::string("Dr A. Weber"));
        QCOMPARE(found->when, saved->recordedAt);
        QVERIFY(found->proposal == core::Proposal::hold);
        QVERIFY(record.decisionOf(core::VisitId("another")) == nullptr);
        const auto lines = c.audit();
        QCOMPARE(lines.back().entry.operation, std::string("record-visit"));
        QVERIFY(lines.back().entry.after.contains("\"proposal\":\"HOLD\""));

        // A correction keeps what was decided before in the audit trail.
        core::Visit corrected = *saved;
        decided.proposal = core::Proposal::stepBack;
        decided.reason = "Wishes to wait";
        QVERIFY(app::saveVisit(c.clinic.session(), corrected, decided));
        QVERIFY(c.audit().back().entry.before.contains("\"proposal\":\"HOLD\""));
        QVERIFY(c.audit().back().entry.after.contains("\"proposal\":\"STEP-BACK\""));
        QCOMPARE(c.record().decisions.size(), std::size_t{1});
    }

    void aDecisionThatDiffersWithoutAReasonSavesNothing() {
        Case c;
        core::DecidedVisit decided;
        decided.proposal = core::Proposal::hold;
        decided.row.rule = "VIS-3";
        decided.choice = core::VisitChoice::increase;
        decided.reason = " ";
        const auto saved = app::saveVisit(c.clinic.session(), c.visit("2026-11-20"), decided);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, core::ErrorCode::reasonMissing);
        QVERIFY(c.record().visits.empty() && c.record().decisions.empty());
    }

    void aSavedVisitComesBackWhole() {
        Case c;
        const auto saved = app::saveVisit(c.clinic.session(), c.visit("2026-11-20"));
        QVERIFY(saved);
        QVERIFY(!saved->id.isNull());
        QCOMPARE(saved->author, std::string("Dr A. Weber"));
        QVERIFY(!saved->recordedAt.empty());
        const app::PatientRecord record = c.record();
        QCOMPARE(record.visits.size(), std::size_t{1});
        const core::Visit& found = record.visits.front();
        QVERIFY(found.mas == saved->mas);
        QVERIFY(found.adverseEffects == saved->adverseEffects);
        QCOMPARE(found.pennFrequency, 2);
        QCOMPARE(found.pennSeverity, 1);
        QCOMPARE(found.nrsTenths, 65);
        QCOMPARE(found.falls, 1);
        QCOMPARE(found.adherence, core::Adherence::most);
        QCOMPARE(found.kind, core::VisitKind::telephone);
        QCOMPARE(QString::fromStdString(found.note), QStringLiteral("Übelkeit am Morgen"));
        QCOMPARE(found.decision, std::string("Hold"));
        QVERIFY(!found.draft);
        QCOMPARE(c.audit().back().entry.operation, std::string("record-visit"));
    }

    void aCorrectionKeepsWhatStoodThere() {
        Case c;
        core::Visit visit = app::saveVisit(c.clinic.session(), c.visit("2026-11-20")).value();
        visit.nrsTenths = 35;
        visit.mas.pop_back();
        const auto corrected = app::saveVisit(c.clinic.session(), visit);
        QVERIFY(corrected);
        QCOMPARE(corrected->rowVersion, visit.rowVersion + 1);
        const app::PatientRecord record = c.record();
        QCOMPARE(record.visits.size(), std::size_t{1});
        QCOMPARE(record.visits.front().nrsTenths, 35);
        QCOMPARE(record.visits.front().mas.size(), std::size_t{1});
        const storage::AuditEntry entry = c.audit().back().entry;
        QCOMPARE(entry.operation, std::string("edit-visit"));
        QVERIFY(entry.before.contains("65") && !entry.after.contains("65"));
    }

    void aVisitThatSomeoneElseCorrectedIsRefused() {
        Case c;
        const core::Visit visit = app::saveVisit(c.clinic.session(), c.visit("2026-11-20")).value();
        QVERIFY(app::saveVisit(c.clinic.session(), visit));
        const auto refused = app::saveVisit(c.clinic.session(), visit);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::recordChanged);
    }

    void whatDoesNotAddUpIsNotSaved_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("code");
        const int range = static_cast<int>(core::ErrorCode::outOfRange);
        const int conflict = static_cast<int>(core::ErrorCode::conflictingFields);
        QTest::newRow("tomorrow") << 0 << range;
        QTest::newRow("severity without spasms") << 1 << conflict;
        QTest::newRow("rating above ten") << 2 << range;
        QTest::newRow("the same muscles twice") << 3 << conflict;
        QTest::newRow("grade five") << 4 << range;
        QTest::newRow("a visit that is not there") << 5 << static_cast<int>(core::ErrorCode::recordMissing);
    }
    void whatDoesNotAddUpIsNotSaved() {
        QFETCH(int, which);
        QFETCH(int, code);
        Case c;
        core::Visit visit = c.visit("2026-11-20");
        if (which == 0)
            visit.on = date("2026-11-23");
        else if (which == 1)
            visit.pennFrequency = 0;
        else if (which == 2)
            visit.nrsTenths = 101;
        else if (which == 3)
            visit.mas.push_back(visit.mas.front());
        else if (which == 4)
            visit.adverseEffects.front().grade = 5;
        else
            visit.id = core::VisitId("0193a000-0000-7000-8000-00000000ffff");
        const std::size_t lines = c.audit().size();
        const auto refused = app::saveVisit(c.clinic.session(), visit);
        QVERIFY(!refused);
        QCOMPARE(static_cast<int>(refused.error().code), code);
        QVERIFY(c.record().visits.empty());
        QCOMPARE(c.audit().size(), lines);
    }

    void aDraftSurvivesAndGoesWithTheVisit() {
        Case c;
        core::Visit typed = c.visit("2026-11-22");
        typed.draft = true;
        typed.note = "half a sent";
        QVERIFY(app::saveVisitDraft(c.clinic.session(), typed));
        c.clinic.reopen();
        const auto kept = app::loadVisitDraft(c.clinic.session(), c.patient).value();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->note, typed.note);
        QVERIFY(kept->mas == typed.mas);
        QVERIFY(c.record().visits.empty());
        QVERIFY(app::saveVisit(c.clinic.session(), *kept));
        QVERIFY(!app::loadVisitDraft(c.clinic.session(), c.patient).value());
        QVERIFY(app::saveVisitDraft(c.clinic.session(), typed));
        QVERIFY(app::discardVisitDraft(c.clinic.session(), c.patient));
        QVERIFY(!app::loadVisitDraft(c.clinic.session(), c.patient).value());
    }

    void aFailureLeavesNoHalfVisit() {
        Case c;
        int failures = 0;
        for (int n = 1; n < 100; ++n) {
            QVERIFY(c.clinic.session().read([n](storage::Database& database) { database.failWrite(n, 13); }));
            const auto saved = app::saveVisit(c.clinic.session(), c.visit("2026-11-20"));
            QVERIFY(c.clinic.session().read([](storage::Database& database) { database.failWrite(0, 0); }));
            if (saved)
                break;
            ++failures;
            QCOMPARE(saved.error().code, core::ErrorCode::diskFull);
            QVERIFY(c.record().visits.empty());
        }
        QVERIFY(failures > 3);
        QCOMPARE(c.record().visits.size(), std::size_t{1});
    }

    void markingADayIsKeptAndCorrected() {
        Case c;
        core::DiaryDay day = marked("2026-11-21", yes, no, unmarked);
        day.patient = c.patient;
        const auto first = app::markDay(c.clinic.session(), day);
        QVERIFY(first);
        QVERIFY(first->rowVersion > 0);
        core::DiaryDay next = *first;
        next.parts[1] = core::Taken::other;
        next.otherDose = dose("5");
        const auto second = app::markDay(c.clinic.session(), next);
        QVERIFY(second);
        QCOMPARE(c.record().diary.size(), std::size_t{1});
        QCOMPARE(c.record().diary.front().parts[1], core::Taken::other);
        QCOMPARE(c.record().diary.front().otherDose, dose("5"));
        QCOMPARE(app::markDay(c.clinic.session(), next).error().code, core::ErrorCode::recordChanged);
        day.on = date("2026-11-23");
        QCOMPARE(app::markDay(c.clinic.session(), day).error().code, core::ErrorCode::outOfRange);
    }

    void scoresAreComparedWithTheLastAndTheFirst() {
        app::PatientRecord record;
        core::Visit first = visitOn("2026-01-10");
        core::Visit second = visitOn("2026-05-10");
        second.mas = {{"elbow-flexors", core::Side::left, core::Mas::one}};
        second.nrsTenths.reset();
        core::Visit plain;
        plain.on = date("2026-06-10");
        core::Visit unfinished = visitOn("2026-07-10");
        unfinished.draft = true;
        record.visits = {first, second, plain, unfinished};
        const app::Comparison found = app::compareBefore(record, date("2026-11-22"));
        QCOMPARE(found.masMeanBaseline, 2250); // (3 + 1.5) / 2, coding B
        QCOMPARE(found.masMeanLast, 1000);
        QCOMPARE(found.nrsLast, 65);
        QCOMPARE(found.nrsBaseline, 65);
        QCOMPARE(found.pennFrequencyLast, 2);
        QCOMPARE(found.baselineOn, date("2026-01-10"));
        QCOMPARE(found.lastOn, date("2026-05-10"));
        const app::Comparison before = app::compareBefore(record, date("2026-01-10"));
        QVERIFY(!before.lastOn && !before.masMeanLast && !before.nrsBaseline);

        QCOMPARE(app::lastLevel(record, "hip-adductors", core::Side::left, date("2026-11-22")), core::Mas::three);
        QCOMPARE(app::lastLevel(record, "hip-adductors", core::Side::right, date("2026-11-22")), core::Mas::onePlus);
        QVERIFY(!app::lastLevel(record, "elbow-flexors", core::Side::right, date("2026-11-22")));
        QVERIFY(!app::lastLevel(record, "hip-adductors", core::Side::left, date("2026-01-10")));
    }

    // VIS-4
    void adherenceCountsMarkedDosesOfFourteenDays() {
        app::PatientRecord record;
        addRevision(record, steady("2026-01-05", "30"));
        QVERIFY(!app::diaryAdherenceTenths(record, date("2026-11-22"), shippedCatalogue().numbers()));
        record.diary = {marked("2026-11-07", no, no, no), // the fifteenth day before
                        marked("2026-11-08", yes, yes, yes), marked("2026-11-20", yes, no, unmarked),
                        marked("2026-11-21", yes, core::Taken::other, yes), marked("2026-11-22", no, no, no)};
        QCOMPARE(app::diaryAdherenceTenths(record, date("2026-11-22"), shippedCatalogue().numbers()), 750); // 6 of 8
    }

    void aTimeWithoutADoseIsNoMissedDose() {
        app::PatientRecord record;
        addRevision(record, steady("2026-01-05", "5")); // 0 / 0 / 5
        record.diary = {marked("2026-11-20", no, no, yes), marked("2026-11-21", unmarked, unmarked, unmarked)};
        QCOMPARE(app::diaryAdherenceTenths(record, date("2026-11-22"), shippedCatalogue().numbers()), 1000);
    }
};

QTEST_GUILESS_MAIN(TestVisits)
#include "tst_visits.moc"
