#include "storage/patient_store.h"

#include "storage/clinic_store.h"
#include "storage/database.h"
#include "storage/dialect.h"
#include "storage/names.h"
#include "storage/sealed_values.h"

namespace lento::storage {

void PatientStore::insert(const core::Patient& patient) {
    const std::string& id = patient.id.text();
    const Vault& vault = m_database.vault();
    m_database.change(
        "insert into patient (id, identity_sealed, details_sealed, status, sex, origin, has_diagnosis, has_goal,"
        " tone_needed, on_dialysis, pregnant, allergy_status, height_mm, baclofen_since, registered_at, indication,"
        " baclofen_allergy, planning_pregnancy, due_date, breastfeeding, infant_preterm, row_version)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        id, vault.seal(id, identityBytes(patient.identity)), vault.seal(id, detailBytes(patient)),
        nameOf(patient.status), nameOf(patient.sex), nameOf(patient.origin), !patient.diagnosis.empty(),
        !patient.goal.empty(), patient.toneNeeded, patient.onDialysis, patient.pregnant, nameOf(patient.allergyStatus),
        patient.heightMillimetres, patient.baclofenSince, patient.registeredAt, patient.indication,
        patient.baclofenAllergy, patient.planningPregnancy, patient.dueDate, patient.breastfeeding,
        patient.infantPreterm);
    saveFactDates(patient);
}

std::int64_t PatientStore::update(const core::Patient& patient) {
    const std::string& id = patient.id.text();
    const Vault& vault = m_database.vault();
    const std::int64_t changed = m_database.change(
        "update patient set identity_sealed = ?, details_sealed = ?, status = ?, sex = ?, origin = ?, has_diagnosis = "
        "?,"
        " has_goal = ?, tone_needed = ?, on_dialysis = ?, pregnant = ?, allergy_status = ?, height_mm = ?, "
        "baclofen_since = ?,"
        " indication = ?, baclofen_allergy = ?, planning_pregnancy = ?, due_date = ?, breastfeeding = ?,"
        " infant_preterm = ?, row_version = row_version + 1 where id = ? and row_version = ?",
        vault.seal(id, identityBytes(patient.identity)), vault.seal(id, detailBytes(patient)), nameOf(patient.status),
        nameOf(patient.sex), nameOf(patient.origin), !patient.diagnosis.empty(), !patient.goal.empty(),
        patient.toneNeeded, patient.onDialysis, patient.pregnant, nameOf(patient.allergyStatus),
        patient.heightMillimetres, patient.baclofenSince, patient.indication, patient.baclofenAllergy,
        patient.planningPregnancy, patient.dueDate, patient.breastfeeding, patient.infantPreterm, id,
        patient.rowVersion);
    if (changed != 1)
        throw StorageError(indexRow(patient.id) ? core::ErrorCode::recordChanged : core::ErrorCode::recordMissing,
                           "patient");
    saveFactDates(patient);
    return patient.rowVersion + 1;
}

void PatientStore::saveFactDates(const core::Patient& patient) {
    for (std::size_t i = 0; i < core::datedFacts; ++i) {
        if (patient.factDates[i])
            m_database.change("insert into fact_date (patient_id, fact, on_date) values (?, ?, ?)"
                              " on conflict (patient_id, fact) do update set on_date = excluded.on_date",
                              patient.id, nameOf(static_cast<core::DatedFact>(i)), *patient.factDates[i]);
    }
}

core::Patient PatientStore::load(const core::PatientId& id) const {
    if (auto patient = find(id))
        return std::move(*patient);
    throw StorageError(core::ErrorCode::recordMissing, "patient");
}

std::optional<core::Patient> PatientStore::find(const core::PatientId& id) const {
    Query row = m_database.query(
        "select identity_sealed, details_sealed, status, sex, origin, tone_needed, on_dialysis, pregnant,"
        " allergy_status, height_mm, baclofen_since, registered_at, row_version, indication, baclofen_allergy,"
        " planning_pregnancy, due_date, breastfeeding, infant_preterm"
        " from patient where id = ?");
    row.run(id);
    if (!row.next())
        return std::nullopt;
    const Vault& vault = m_database.vault();
    core::Patient patient;
    patient.id = id;
    readIdentity(vault.open(id.text(), row.blob(0)), patient.identity);
    readDetails(vault.open(id.text(), row.blob(1)), patient);
    patient.status = row.name<core::PatientStatus>(2);
    patient.sex = row.name<core::Sex>(3);
    patient.origin = row.name<core::SpasticityOrigin>(4);
    patient.toneNeeded = row.optionalBoolean(5);
    patient.onDialysis = row.optionalBoolean(6);
    patient.pregnant = row.optionalBoolean(7);
    patient.allergyStatus = row.name<core::AllergyStatus>(8);
    patient.heightMillimetres = row.optionalSmallInteger(9);
    patient.baclofenSince = row.optionalDate(10);
    patient.registeredAt = row.text(11);
    patient.rowVersion = row.integer(12);
    patient.indication = row.text(13);
    patient.baclofenAllergy = row.optionalBoolean(14);
    patient.planningPregnancy = row.optionalBoolean(15);
    patient.dueDate = row.optionalDate(16);
    patient.breastfeeding = row.optionalBoolean(17);
    patient.infantPreterm = row.optionalBoolean(18);
    Query dates = m_database.query("select fact, on_date from fact_date where patient_id = ?");
    dates.run(id);
    while (dates.next())
        patient.factDates[static_cast<std::size_t>(dates.name<core::DatedFact>(0))] = dates.date(1);
    return patient;
}

// Nearly all are active, and a NULL is read in no time where a text is not.
std::string PatientStore::indexRowsWhere(std::string_view condition) {
    std::string sql = "select " + asBytes("id") + ", nullif(status, 'active'), identity_sealed from patient";
    return sql.append(condition);
}

void PatientStore::visitIndexRows(Query& rows, const std::function<bool(IndexRow&& row)>& visit) const {
    const Vault& vault = m_database.vault();
    while (rows.next()) {
        IndexRow patient;
        patient.id = core::PatientId(rows.blob(0).toStdString());
        patient.status = rows.isNull(1) ? core::PatientStatus::active : rows.name<core::PatientStatus>(1);
        readIdentity(vault.open(patient.id.text(), rows.blob(2)), patient);
        if (!visit(std::move(patient)))
            return;
    }
}

void PatientStore::forEachIndexRow(const std::function<bool(IndexRow&& row)>& visit) const {
    Query rows = m_database.query(indexRowsWhere({}));
    rows.run();
    visitIndexRows(rows, visit);
}

void PatientStore::forEachIndexRow(IndexPart part, const core::PatientId& boundary,
                                   const std::function<bool(IndexRow&& row)>& visit) const {
    Query rows = m_database.query(indexRowsWhere(part == IndexPart::before ? " where id < ?" : " where id >= ?"));
    rows.run(boundary);
    visitIndexRows(rows, visit);
}

std::optional<core::PatientId> PatientStore::middleId() const {
    Query row =
        m_database.query("select id from patient order by id limit 1 offset (select count(*) from patient) / 2");
    row.run();
    return row.next() ? std::optional(row.id<core::PatientId>(0)) : std::nullopt;
}

std::vector<IndexRow> PatientStore::index() const {
    std::vector<IndexRow> rows;
    rows.reserve(static_cast<std::size_t>(count()));
    forEachIndexRow([&rows](IndexRow&& row) {
        rows.push_back(std::move(row));
        return true;
    });
    return rows;
}

std::optional<IndexRow> PatientStore::indexRow(const core::PatientId& id) const {
    Query row = m_database.query("select status, identity_sealed from patient where id = ?");
    row.run(id);
    if (!row.next())
        return std::nullopt;
    IndexRow patient;
    patient.id = id;
    patient.status = row.name<core::PatientStatus>(0);
    readIdentity(m_database.vault().open(id.text(), row.blob(1)), patient);
    return patient;
}

std::int64_t PatientStore::count() const {
    Query row = m_database.query("select count(*) from patient");
    row.run();
    return row.next() ? row.integer(0) : 0;
}

std::optional<core::PatientId> PatientStore::withRecordNumber(const std::string& recordNumber,
                                                              const core::PatientId& except) const {
    std::optional<core::PatientId> found;
    if (recordNumber.empty())
        return found;
    forEachIndexRow([&](IndexRow&& row) {
        if (row.recordNumber == recordNumber && row.id != except)
            found = row.id;
        return !found;
    });
    return found;
}

// Weights and creatinine

void PatientStore::saveWeight(const core::PatientId& patient, const core::Weight& weight) {
    m_database.change("insert into weight (patient_id, on_date, weight_g) values (?, ?, ?)"
                      " on conflict (patient_id, on_date) do update set weight_g = excluded.weight_g",
                      patient, weight.on, weight.grams);
}

void PatientStore::removeWeight(const core::PatientId& patient, core::Date on) {
    if (m_database.change("delete from weight where patient_id = ? and on_date = ?", patient, on) != 1)
        throw StorageError(core::ErrorCode::recordMissing, "weight");
}

std::vector<core::Weight> PatientStore::weights(const core::PatientId& patient) const {
    std::vector<core::Weight> weights;
    Query row = m_database.query("select on_date, weight_g from weight where patient_id = ? order by on_date");
    row.run(patient);
    while (row.next())
        weights.push_back({row.date(0), row.smallInteger(1)});
    return weights;
}

void PatientStore::saveCreatinine(const core::PatientId& patient, const core::Creatinine& creatinine) {
    m_database.change(
        "insert into creatinine (patient_id, on_date, value_thousandths, unit, unstable) values (?, ?, ?, ?, ?)"
        " on conflict (patient_id, on_date) do update set value_thousandths = excluded.value_thousandths,"
        " unit = excluded.unit, unstable = excluded.unstable",
        patient, creatinine.on, creatinine.thousandths, nameOf(creatinine.unit), creatinine.unstable);
}

void PatientStore::removeCreatinine(const core::PatientId& patient, core::Date on) {
    if (m_database.change("delete from creatinine where patient_id = ? and on_date = ?", patient, on) != 1)
        throw StorageError(core::ErrorCode::recordMissing, "creatinine");
}

std::vector<core::Creatinine> PatientStore::creatinines(const core::PatientId& patient) const {
    std::vector<core::Creatinine> creatinines;
    Query row =
        m_database.query("select on_date, value_thousandths, unit, unstable from creatinine where patient_id = ?"
                         " order by on_date");
    row.run(patient);
    while (row.next())
        creatinines.push_back({row.date(0), row.smallInteger(1), row.name<core::CreatinineUnit>(2), row.boolean(3)});
    return creatinines;
}

void PatientStore::saveBloodTest(const core::PatientId& patient, const core::BloodTest& test) {
    m_database.change("insert into blood_test (patient_id, kind, on_date) values (?, ?, ?)"
                      " on conflict (patient_id, kind, on_date) do nothing",
                      patient, nameOf(test.kind), test.on);
}

void PatientStore::removeBloodTest(const core::PatientId& patient, const core::BloodTest& test) {
    if (m_database.change("delete from blood_test where patient_id = ? and kind = ? and on_date = ?", patient,
                          nameOf(test.kind), test.on) != 1)
        throw StorageError(core::ErrorCode::recordMissing, "blood_test");
}

std::vector<core::BloodTest> PatientStore::bloodTests(const core::PatientId& patient) const {
    std::vector<core::BloodTest> tests;
    Query row = m_database.query("select kind, on_date from blood_test where patient_id = ? order by on_date, kind");
    row.run(patient);
    while (row.next())
        tests.push_back({row.name<core::BloodTestKind>(0), row.date(1)});
    return tests;
}

// Conditions and medicines

void PatientStore::saveConditions(const core::PatientId& patient, const std::vector<core::Condition>& conditions) {
    m_database.change("delete from condition_record where patient_id = ?", patient);
    int ordinal = 0;
    for (const core::Condition& condition : conditions)
        m_database.change(
            "insert into condition_record (id, patient_id, ordinal, code, text_sealed, since_date, until_date)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            condition.id, patient, ++ordinal, condition.code,
            sealText(m_database.vault(), condition.id.text(), condition.text), condition.since, condition.until);
    if (m_database.change("update patient set conditions_recorded = 1 where id = ?", patient) != 1)
        throw StorageError(core::ErrorCode::recordMissing, "patient");
}

RecordedList<core::Condition> PatientStore::conditions(const core::PatientId& patient) const {
    RecordedList<core::Condition> list;
    {
        Query recorded = m_database.query("select conditions_recorded from patient where id = ?");
        recorded.run(patient);
        list.recorded = recorded.next() && recorded.boolean(0);
    }
    Query row = m_database.query("select id, code, text_sealed, since_date, until_date from condition_record"
                                 " where patient_id = ? order by ordinal");
    row.run(patient);
    while (row.next()) {
        core::Condition condition;
        condition.id = row.id<core::RecordId>(0);
        condition.code = row.text(1);
        condition.text = openText(m_database.vault(), condition.id.text(), row.blob(2));
        condition.since = row.optionalDate(3);
        condition.until = row.optionalDate(4);
        list.items.push_back(std::move(condition));
    }
    return list;
}

void PatientStore::saveMedicines(const core::PatientId& patient, const std::vector<core::Medicine>& medicines) {
    m_database.change("delete from medicine where patient_id = ?", patient);
    int ordinal = 0;
    for (const core::Medicine& medicine : medicines)
        m_database.change("insert into medicine (id, patient_id, ordinal, name, dose_text, since_date, until_date)"
                          " values (?, ?, ?, ?, ?, ?, ?)",
                          medicine.id, patient, ++ordinal, medicine.name, medicine.doseText, medicine.since,
                          medicine.until);
    if (m_database.change("update patient set medicines_recorded = 1 where id = ?", patient) != 1)
        throw StorageError(core::ErrorCode::recordMissing, "patient");
}

RecordedList<core::Medicine> PatientStore::medicines(const core::PatientId& patient) const {
    RecordedList<core::Medicine> list;
    {
        Query recorded = m_database.query("select medicines_recorded from patient where id = ?");
        recorded.run(patient);
        list.recorded = recorded.next() && recorded.boolean(0);
    }
    Query row = m_database.query("select id, name, dose_text, since_date, until_date from medicine where patient_id = ?"
                                 " order by ordinal");
    row.run(patient);
    while (row.next())
        list.items.push_back(
            {row.id<core::RecordId>(0), row.text(1), row.text(2), row.optionalDate(3), row.optionalDate(4)});
    return list;
}

// Facts

namespace {

bool holdsOn(const std::optional<core::Date>& since, const std::optional<core::Date>& until, core::Date today) {
    return (!since || *since <= today) && (!until || *until >= today);
}

} // namespace

core::PatientFacts PatientStore::facts(const core::PatientId& id, core::Date today) const {
    const core::Patient patient = load(id);
    core::PatientFacts facts;
    facts.birthDate = patient.identity.birthDate;
    facts.sex = patient.sex;
    facts.origin = patient.origin;
    facts.heightMillimetres = patient.heightMillimetres;
    for (const core::Weight& weight : weights(id))
        if (weight.on <= today)
            facts.weights.push_back(weight);
    for (const core::Creatinine& creatinine : creatinines(id))
        if (creatinine.on <= today)
            facts.creatinines.push_back(creatinine);
    for (const core::BloodTest& test : bloodTests(id))
        if (test.on <= today)
            facts.bloodTests.push_back(test);
    facts.indication = patient.indication;
    facts.onDialysis = patient.onDialysis;
    facts.pregnant = patient.pregnant;
    facts.planningPregnancy = patient.planningPregnancy;
    facts.dueDate = patient.dueDate;
    facts.breastfeeding = patient.breastfeeding;
    facts.infantBirthDate = patient.infantBirthDate;
    facts.infantPreterm = patient.infantPreterm;
    facts.baclofenAllergy = core::knownAllergy(patient);
    facts.toneNeeded = patient.toneNeeded;
    const auto allConditions = conditions(id);
    facts.conditionsRecorded = allConditions.recorded;
    for (const core::Condition& condition : allConditions.items)
        if (!condition.code.empty() && holdsOn(condition.since, condition.until, today))
            facts.conditionCodes.push_back(condition.code);
    const auto allMedicines = medicines(id);
    facts.medicinesRecorded = allMedicines.recorded;
    for (const core::Medicine& medicine : allMedicines.items)
        if (holdsOn(medicine.since, medicine.until, today))
            facts.medicineNames.push_back(medicine.name);
    facts.hasDiagnosis = !patient.diagnosis.empty();
    facts.hasGoal = !patient.goal.empty();
    {
        Query score =
            m_database.query("select max(on_date) from visit where patient_id = ? and draft = 0 and on_date <= ?"
                             " and (nrs_tenths is not null or penn_frequency is not null"
                             " or exists (select 1 from mas_score where visit_id = visit.id))");
        score.run(id, today);
        if (score.next())
            facts.latestScore = score.optionalDate(0);
    }
    {
        Query effects = m_database.query(
            "select code from adverse_effect where grade >= 1 and visit_id = (select id from visit where patient_id = ?"
            " and draft = 0 and on_date <= ? order by on_date desc, recorded_at desc limit 1) order by ordinal");
        effects.run(id, today);
        while (effects.next())
            facts.latestEffects.push_back(effects.text(0));
    }
    facts.baclofenSince = patient.baclofenSince;
    facts.region = ClinicStore(m_database).load().region;
    return facts;
}

} // namespace lento::storage
