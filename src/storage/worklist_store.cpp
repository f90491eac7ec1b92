#include "storage/worklist_store.h"

#include "storage/database.h"
#include "storage/names.h"
#include "storage/plan_store.h"
#include "storage/pump_store.h"
#include "storage/sealed_values.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace lento::storage {

namespace {

// "2026-11-22T09:30:00.000Z": the day of it.
core::Date dayOf(const std::string& instant) {
    const auto date = core::Date::fromIso(std::string_view(instant).substr(0, 10));
    if (!date)
        throw StorageError(core::ErrorCode::fileDamaged, "instant");
    return *date;
}

// Fills the rows of all patients, or of one, table by table.
class Reader {
public:
    Reader(Database& database, core::Date today, const std::optional<core::PatientId>& only)
        : m_database(database)
        , m_today(today)
        , m_only(only) {}

    std::vector<WorkRow> read() {
        readPatients();
        readLabs();
        readConditions();
        readMedicines();
        readVisits();
        readPlans();
        readSupply();
        readDrafts();
        readPrints();
        readPumps();
        readMarks();
        return std::move(m_rows);
    }

private:
    // Runs `sql` whose last words are a condition, cut to one patient by `column` when only one is asked for.
    template <class Take, class... Values>
    void each(const std::string& sql, const char* column, const char* order, const Take& take,
              const Values&... values) {
        std::string text = sql;
        if (m_only)
            text.append(" and ").append(column).append(" = ?");
        Query row = m_database.query(text.append(order));
        if (m_only)
            row.run(values..., *m_only);
        else
            row.run(values...);
        while (row.next())
            take(row);
    }

    WorkRow* rowOf(const Query& row, int column) {
        const auto found = m_places.find(row.text(column));
        return found == m_places.end() ? nullptr : &m_rows[found->second];
    }

    void readPatients() {
        // From those who have something: in a large clinic most patients are long gone.
        each("select p.id, p.identity_sealed, p.sex, p.height_mm, p.on_dialysis, p.pregnant, p.baclofen_since from"
             " (select patient_id from plan_revision where status = 'active'"
             " union select patient_id from draft where kind in ('plan', 'visit')"
             " union select patient_id from pump_implant where removed_date is null) work"
             " join patient p on p.id = work.patient_id where (p.status = 'active' or (p.status = 'suspended'"
             " and p.id in (select patient_id from pump_implant where removed_date is null)))",
             "p.id", "", [this](const Query& row) {
                 WorkRow work;
                 work.who.id = row.id<core::PatientId>(0);
                 readIdentity(m_database.vault().open(work.who.id.text(), row.blob(1)), work.who);
                 work.facts.birthDate = work.who.birthDate;
                 work.facts.sex = row.name<core::Sex>(2);
                 work.facts.heightMillimetres = row.optionalSmallInteger(3);
                 work.facts.onDialysis = row.optionalBoolean(4);
                 work.facts.pregnant = row.optionalBoolean(5);
                 work.facts.baclofenSince = row.optionalDate(6);
                 m_places.emplace(work.who.id.text(), m_rows.size());
                 m_rows.push_back(std::move(work));
             });
    }

    // The newest up to today, found while reading: a question for the newest of each patient costs more than the rows.
    void readLabs() {
        each(
            "select patient_id, on_date, weight_g from weight where on_date <= ?", "patient_id", "",
            [this](const Query& row) {
                WorkRow* work = rowOf(row, 0);
                if (const core::Date on = row.date(1); work && isNewer(on, work->facts.weights))
                    work->facts.weights = {{on, row.smallInteger(2)}};
            },
            m_today);
        each(
            "select patient_id, on_date, value_thousandths, unit, unstable from creatinine where on_date <= ?",
            "patient_id", "",
            [this](const Query& row) {
                WorkRow* work = rowOf(row, 0);
                if (const core::Date on = row.date(1); work && isNewer(on, work->facts.creatinines))
                    work->facts.creatinines = {
                        {on, row.smallInteger(2), row.name<core::CreatinineUnit>(3), row.boolean(4)}};
            },
            m_today);
    }

    template <class Value>
    static bool isNewer(core::Date on, const std::vector<Value>& known) {
        return known.empty() || known.back().on < on;
    }

    void readConditions() {
        // MON-1, MON-4: few patients have one of these.
        each(
            "select patient_id, code from condition_record where code in ('epilepsy', 'diabetes', 'liver-disease',"
            " 'decompensated-cirrhosis') and (since_date is null or since_date <= ?)"
            " and (until_date is null or until_date >= ?)",
            "patient_id", "",
            [this](const Query& row) {
                if (WorkRow* work = rowOf(row, 0))
                    work->facts.conditionCodes.push_back(row.text(1));
            },
            m_today, m_today);
        each(
            "select patient_id, kind, max(on_date) from blood_test where on_date <= ?", "patient_id",
            " group by patient_id, kind",
            [this](const Query& row) {
                if (WorkRow* work = rowOf(row, 0))
                    work->facts.bloodTests.push_back({row.name<core::BloodTestKind>(1), row.date(2)});
            },
            m_today);
    }

    void readMedicines() {
        each(
            "select patient_id, name from medicine where (since_date is null or since_date <= ?)"
            " and (until_date is null or until_date >= ?)",
            "patient_id", "",
            [this](const Query& row) {
                if (WorkRow* work = rowOf(row, 0))
                    work->facts.medicineNames.push_back(row.text(1));
            },
            m_today, m_today);
    }

    void readVisits() {
        each(
            "select patient_id, max(on_date), max(case when withdrawal_asked = 1 then on_date end),"
            " max(case when nrs_tenths is not null or penn_frequency is not null"
            " or exists (select 1 from mas_score where visit_id = visit.id) then on_date end)"
            " from visit where draft = 0 and on_date <= ?",
            "patient_id", " group by patient_id",
            [this](const Query& row) {
                if (WorkRow* work = rowOf(row, 0)) {
                    work->lastVisit = row.optionalDate(1);
                    work->lastChecklist = row.optionalDate(2);
                    work->lastScore = row.optionalDate(3);
                }
            },
            m_today);
    }

    void readPlans() {
        for (core::Revision& revision : PlanStore(m_database).outlines(m_only)) {
            const auto found = m_places.find(revision.patient.text());
            if (found != m_places.end())
                m_rows[found->second].revisions.push_back(std::move(revision));
        }
        for (WorkRow& row : m_rows)
            std::sort(row.revisions.begin(), row.revisions.end(), activatedBefore);
    }

    void readSupply() {
        each(
            "select patient_id, id, on_date, product_id, tablets from dispensed where on_date <= ?", "patient_id",
            " order by patient_id, on_date, id",
            [this](const Query& row) {
                if (WorkRow* work = rowOf(row, 0))
                    work->dispensed.push_back(
                        {row.id<core::RecordId>(1), work->who.id, row.date(2), row.text(3), row.integer(4)});
            },
            m_today);
    }

    void readDrafts() {
        each("select patient_id, kind, saved_at from draft where kind in ('plan', 'visit')", "patient_id", "",
             [this](const Query& row) {
                 if (WorkRow* work = rowOf(row, 0))
                     (row.name<DraftKind>(1) == DraftKind::plan ? work->planDraftSince : work->visitDraftSince) =
                         dayOf(row.text(2));
             });
    }

    void readPrints() {
        each("select patient_id, revision_id from printed_document where kind = 'calendar' and revision_id is not null",
             "patient_id", " order by patient_id, printed_at, id", [this](const Query& row) {
                 if (WorkRow* work = rowOf(row, 0))
                     work->printed = row.id<core::RevisionId>(1); // the last one stays
             });
    }

    void readPumps() {
        for (auto& [patient, course] : PumpStore(m_database).outlines(m_only)) {
            const auto found = m_places.find(patient.text());
            if (found != m_places.end())
                m_rows[found->second].pump = std::move(course);
        }
    }

    void readMarks() {
        each("select patient_id, item, until_date, who, marked_at from worklist_mark where length(item) > 0",
             "patient_id", "", [this](const Query& row) {
                 if (WorkRow* work = rowOf(row, 0))
                     work->marks.push_back({work->who.id, row.text(1), row.optionalDate(2), row.text(3), row.text(4)});
             });
    }

    Database& m_database;
    const core::Date m_today;
    const std::optional<core::PatientId>& m_only;
    std::vector<WorkRow> m_rows;
    std::unordered_map<std::string, std::size_t> m_places;
};

} // namespace

void WorklistStore::save(const WorklistMark& mark) {
    m_database.change("insert into worklist_mark (patient_id, item, state, until_date, who, marked_at)"
                      " values (?, ?, ?, ?, ?, ?) on conflict (patient_id, item) do update set state = excluded.state,"
                      " until_date = excluded.until_date, who = excluded.who, marked_at = excluded.marked_at",
                      mark.patient, mark.item, mark.until ? "put-off" : "done", mark.until, mark.who, mark.at);
}

void WorklistStore::remove(const core::PatientId& patient, const std::string& item) {
    m_database.change("delete from worklist_mark where patient_id = ? and item = ?", patient, item);
}

std::vector<WorkRow> WorklistStore::work(core::Date today, const std::optional<core::PatientId>& only) const {
    return Reader(m_database, today, only).read();
}

std::vector<std::pair<std::string, std::int64_t>> WorklistStore::overridesByRule() const {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    Query row =
        // A reason that the next version of its plan carries along was given once.
        m_database.query("select rule, count(*) from (select distinct r.plan_id, o.rule, o.fingerprint"
                         " from plan_override o join plan_revision r on r.id = o.revision_id"
                         " where r.status in ('active', 'superseded')) given group by rule"
                         " order by count(*) desc, rule");
    row.run();
    while (row.next())
        counts.emplace_back(row.text(0), row.integer(1));
    return counts;
}

} // namespace lento::storage
