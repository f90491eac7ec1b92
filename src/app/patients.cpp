#include "app/patients.h"

#include "app/session.h"
#include "app/task.h"
#include "core/blank_text.h"
#include "core/body_limits.h"
#include "core/decimal.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"
#include "storage/patient_store.h"
#include "storage/visit_store.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <atomic>

namespace lento::app {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::int64_t mostTablets = 100'000;
constexpr std::size_t worthSharing = 20'000; // patients to read on two connections at once

core::Result<void> done(const core::Result<ChangeSet>& performed) {
    return performed ? core::Result<void>() : core::failure(performed.error());
}

core::Result<void> within(const char* field, std::int64_t value, std::int64_t lowest, std::int64_t highest,
                          int decimals) {
    if (value >= lowest && value <= highest)
        return {};
    return core::failure(core::ErrorCode::outOfRange, field,
                         {core::formatDecimal(value, decimals), core::formatDecimal(lowest, decimals),
                          core::formatDecimal(highest, decimals)});
}

core::Result<void> notInFuture(const char* field, core::Date day, core::Date earliest, core::Date today) {
    if (day >= earliest && day <= today)
        return {};
    return core::failure(core::ErrorCode::outOfRange, field, {day.iso(), earliest.iso(), today.iso()});
}

core::Date earliestBirth(core::Date today) {
    const int year = today.year() - core::longestLifeYears;
    const bool leapDay = today.month() == 2 && today.day() == 29;
    return core::Date::fromYmd(year, today.month(), leapDay ? 28 : today.day()).value_or(core::Date());
}

constexpr int longestPregnancyDays = 300; // a little more than 42 weeks, counted as due dates are

// A due date may have passed, which the rules then say (PRG-1), but not by a year.
core::Result<void> validatePregnancy(const core::Patient& patient, core::Date today) {
    if (patient.dueDate) {
        const core::Date earliest = today - longestPregnancyDays;
        const core::Date latest = today + longestPregnancyDays;
        if (*patient.dueDate < earliest || *patient.dueDate > latest)
            return core::failure(core::ErrorCode::outOfRange, "due_date",
                                 {patient.dueDate->iso(), earliest.iso(), latest.iso()});
    }
    if (patient.infantBirthDate)
        return notInFuture("infant_birth_date", *patient.infantBirthDate, patient.identity.birthDate, today);
    return {};
}

// REN-1, in the unit that was typed.
core::Result<void> validate(const core::Creatinine& creatinine) {
    constexpr std::int64_t lowest = 100, highest = 20'000; // thousandths of a mg/dL
    constexpr std::int64_t tenthsOfMicromolesPerMg = 884;  // 1 mg/dL is 88.4 umol/L
    const bool molar = creatinine.unit == core::CreatinineUnit::umolPerL;
    const std::int64_t factor = molar ? tenthsOfMicromolesPerMg : 10;
    return within("creatinine", creatinine.thousandths, lowest * factor / 10, highest * factor / 10, 3);
}

core::Result<void> validate(const PatientForm& form, core::Date today) {
    const core::Patient& patient = form.patient;
    const core::Date earliest = earliestBirth(today);
    if (core::isBlank(patient.identity.surname))
        return core::failure(core::ErrorCode::emptyText, "surname");
    if (auto good = notInFuture("birth_date", patient.identity.birthDate, earliest, today); !good)
        return good;
    if (patient.heightMillimetres) {
        if (auto good =
                within("height_cm", *patient.heightMillimetres, core::shortestMillimetres, core::tallestMillimetres, 1);
            !good)
            return good;
    }
    if (patient.baclofenSince) {
        if (auto good = notInFuture("baclofen_since", *patient.baclofenSince, patient.identity.birthDate, today); !good)
            return good;
    }
    if (auto good = validatePregnancy(patient, today); !good)
        return good;
    for (const core::BloodTest& test : form.newBloodTests) {
        if (auto good = notInFuture("blood_test_date", test.on, patient.identity.birthDate, today); !good)
            return good;
    }
    for (const core::Weight& weight : form.newWeights) {
        if (auto good = within("weight_kg", weight.grams, core::lightestGrams, core::heaviestGrams, 3); !good)
            return good;
        if (auto good = notInFuture("weight_date", weight.on, patient.identity.birthDate, today); !good)
            return good;
    }
    for (const core::Creatinine& creatinine : form.newCreatinines) {
        if (auto good = validate(creatinine); !good)
            return good;
        if (auto good = notInFuture("creatinine_date", creatinine.on, patient.identity.birthDate, today); !good)
            return good;
    }
    return {};
}

core::Result<void> checkRecordNumber(const storage::PatientStore& patients, const core::Patient& patient) {
    if (patients.withRecordNumber(patient.identity.recordNumber, patient.id))
        return core::failure(core::ErrorCode::duplicateRecord, "record_number", {patient.identity.recordNumber});
    return {};
}

template <class Item>
std::vector<Item> withIds(std::vector<Item> items, const Session& session) {
    for (Item& item : items) {
        if (item.id.isNull())
            item.id = session.newId<core::RecordId>();
    }
    return items;
}

void saveFacts(storage::PatientStore& patients, const PatientForm& form, const core::PatientId& id,
               const Session& session) {
    for (const core::Date on : form.removedWeights)
        patients.removeWeight(id, on);
    for (const core::Date on : form.removedCreatinines)
        patients.removeCreatinine(id, on);
    for (const core::BloodTest& test : form.removedBloodTests)
        patients.removeBloodTest(id, test);
    for (const core::BloodTest& test : form.newBloodTests)
        patients.saveBloodTest(id, test);
    for (const core::Weight& weight : form.newWeights)
        patients.saveWeight(id, weight);
    for (const core::Creatinine& creatinine : form.newCreatinines)
        patients.saveCreatinine(id, creatinine);
    if (form.conditions)
        patients.saveConditions(id, withIds(*form.conditions, session));
    if (form.medicines)
        patients.saveMedicines(id, withIds(*form.medicines, session));
}

// A list is as it was when no item says anything else; ids are the record's own affair.
bool sameItems(const std::vector<core::Condition>& a, const std::vector<core::Condition>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
        return one.code == other.code && one.text == other.text && one.since == other.since && one.until == other.until;
    });
}
bool sameItems(const std::vector<core::Medicine>& a, const std::vector<core::Medicine>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
        return one.name == other.name && one.doseText == other.doseText && one.since == other.since &&
               one.until == other.until;
    });
}

// What is answered today, or answered otherwise than before, was asked for today.
void dateFacts(core::Patient& after, const core::Patient& before, core::Date today) {
    const auto date = [&](core::DatedFact fact, bool known, bool same) {
        std::optional<core::Date>& on = after.factDates[static_cast<std::size_t>(fact)];
        on = before.factDates[static_cast<std::size_t>(fact)];
        if (known && !same)
            on = today;
    };
    date(core::DatedFact::allergies, after.allergyStatus != core::AllergyStatus::notRecorded,
         after.allergyStatus == before.allergyStatus && after.allergies == before.allergies &&
             after.baclofenAllergy == before.baclofenAllergy);
    date(core::DatedFact::toneNeeded, after.toneNeeded.has_value(), after.toneNeeded == before.toneNeeded);
    date(core::DatedFact::dialysis, after.onDialysis.has_value(), after.onDialysis == before.onDialysis);
    date(core::DatedFact::pregnancy, after.pregnant.has_value() || after.planningPregnancy.has_value(),
         after.pregnant == before.pregnant && after.planningPregnancy == before.planningPregnancy &&
             after.dueDate == before.dueDate);
    date(core::DatedFact::breastfeeding, after.breastfeeding.has_value(),
         after.breastfeeding == before.breastfeeding && after.infantBirthDate == before.infantBirthDate &&
             after.infantPreterm == before.infantPreterm);
    date(core::DatedFact::height, after.heightMillimetres.has_value(),
         after.heightMillimetres == before.heightMillimetres);
}

// The same for the lists, where the record holds what was known before.
void dateLists(core::Patient& after, const PatientForm& form, const storage::PatientStore* patients, core::Date today) {
    const auto date = [&](core::DatedFact fact, const auto& given, const auto& known) {
        if (given && !(known.recorded && sameItems(*given, known.items)))
            after.factDates[static_cast<std::size_t>(fact)] = today;
    };
    using storage::RecordedList;
    date(core::DatedFact::conditions, form.conditions,
         patients != nullptr ? patients->conditions(after.id) : RecordedList<core::Condition>());
    date(core::DatedFact::medicines, form.medicines,
         patients != nullptr ? patients->medicines(after.id) : RecordedList<core::Medicine>());
}

// For the audit line: the patient, and of the lists what the form touches.
QByteArray auditJson(const storage::PatientStore& patients, const core::Patient& patient, const PatientForm& form) {
    QJsonObject json = storage::toJson(patient);
    QJsonArray weights;
    if (!form.newWeights.empty() || !form.removedWeights.empty()) {
        for (const core::Weight& weight : patients.weights(patient.id))
            weights.append(QJsonObject{{"on"_L1, QString::fromStdString(weight.on.iso())}, {"grams"_L1, weight.grams}});
        json.insert("weights"_L1, weights);
    }
    QJsonArray creatinines;
    if (!form.newCreatinines.empty() || !form.removedCreatinines.empty()) {
        for (const core::Creatinine& creatinine : patients.creatinines(patient.id)) {
            creatinines.append(QJsonObject{
                {"on"_L1, QString::fromStdString(creatinine.on.iso())},
                {"thousandths"_L1, creatinine.thousandths},
                {"unit"_L1, creatinine.unit == core::CreatinineUnit::mgPerDl ? "mg/dL"_L1 : "umol/L"_L1},
                {"unstable"_L1, creatinine.unstable},
            });
        }
        json.insert("creatinines"_L1, creatinines);
    }
    if (!form.newBloodTests.empty() || !form.removedBloodTests.empty()) {
        QJsonArray tests;
        for (const core::BloodTest& test : patients.bloodTests(patient.id)) {
            const bool liver = test.kind == core::BloodTestKind::transaminases;
            tests.append(QJsonObject{{"kind"_L1, liver ? "transaminases"_L1 : "glucose"_L1},
                                     {"on"_L1, QString::fromStdString(test.on.iso())}});
        }
        json.insert("blood_tests"_L1, tests);
    }
    const auto texts = [](const auto& items, auto textOf) {
        QJsonArray list;
        for (const auto& item : items)
            list.append(QString::fromStdString(textOf(item)));
        return list;
    };
    if (form.conditions) {
        json.insert("conditions"_L1, texts(patients.conditions(patient.id).items, [](const core::Condition& each) {
                        return each.code.empty() ? each.text : each.code;
                    }));
    }
    if (form.medicines) {
        json.insert("medicines"_L1, texts(patients.medicines(patient.id).items, [](const core::Medicine& each) {
                        return each.doseText.empty() ? each.name : each.name + ", " + each.doseText;
                    }));
    }
    return storage::jsonText(json);
}

} // namespace

core::Result<PatientIndex> loadPatientIndex(Session& session, const TaskMonitor* monitor) {
    using storage::PatientStore;
    std::atomic<bool> cancelled{false};
    // A worker's own connection is not the Session's, which otherwise catches.
    const auto connection = [&session] {
        auto database = session.openSecondConnection();
        if (!database)
            throw storage::StorageError(database.error());
        return *std::move(database);
    };
    const auto into = [&](const PatientIndex::Sink& sink) {
        return [&sink, &cancelled, monitor](storage::IndexRow&& row) {
            if (monitor != nullptr && monitor->cancelled()) {
                cancelled = true;
                return false;
            }
            sink({std::move(row.id), std::move(row.surname), std::move(row.given), std::move(row.recordNumber),
                  row.birthDate, row.status});
            return true;
        };
    };
    try {
        const auto database = connection();
        const PatientStore patients(*database);
        const auto count = static_cast<std::size_t>(patients.count());
        std::vector<PatientIndex::Source> sources;
        const auto middle = count < worthSharing ? std::nullopt : patients.middleId();
        if (middle) {
            sources = {[&](const PatientIndex::Sink& sink) {
                           patients.forEachIndexRow(PatientStore::IndexPart::before, *middle, into(sink));
                       },
                       [&](const PatientIndex::Sink& sink) {
                           const auto second = connection();
                           PatientStore(*second).forEachIndexRow(PatientStore::IndexPart::from, *middle, into(sink));
                       }};
        } else {
            sources = {[&](const PatientIndex::Sink& sink) { patients.forEachIndexRow(into(sink)); }};
        }
        PatientIndex index = PatientIndex::build(count, sources);
        if (cancelled)
            return core::failure(core::ErrorCode::cancelled);
        return index;
    } catch (const storage::StorageError& error) {
        return core::failure(error.error());
    }
}

core::Result<core::PatientId> addPatient(Session& session, const PatientForm& form) {
    if (const auto valid = validate(form, session.today()); !valid)
        return core::failure(valid.error());
    core::Patient patient = form.patient;
    if (patient.id.isNull())
        patient.id = session.newId<core::PatientId>();
    patient.registeredAt = session.nowUtc();
    patient.rowVersion = 1;
    dateFacts(patient, {}, session.today());
    dateLists(patient, form, nullptr, session.today());
    const auto performed =
        session.perform(Operation::addPatient, {patient.id, {}},
                        [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                            storage::PatientStore patients(database);
                            if (const auto unique = checkRecordNumber(patients, patient); !unique)
                                return unique;
                            patients.insert(patient);
                            saveFacts(patients, form, patient.id, session);
                            storage::DraftStore(database).remove(patient.id, storage::DraftKind::patient);
                            note.after = auditJson(patients, patient, form);
                            return {};
                        });
    if (!performed)
        return core::failure(performed.error());
    return patient.id;
}

core::Result<void> changePatient(Session& session, const PatientForm& form) {
    if (const auto valid = validate(form, session.today()); !valid)
        return valid;
    const core::PatientId& id = form.patient.id;
    return done(session.perform(Operation::editPatient, {id, {}},
                                [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                                    storage::PatientStore patients(database);
                                    const core::Patient before = patients.load(id);
                                    core::Patient after = form.patient;
                                    after.registeredAt = before.registeredAt;
                                    dateFacts(after, before, session.today());
                                    dateLists(after, form, &patients, session.today());
                                    // The whole list is only looked through for a number that is new.
                                    if (after.identity.recordNumber != before.identity.recordNumber) {
                                        if (const auto unique = checkRecordNumber(patients, after); !unique)
                                            return unique;
                                    }
                                    note.before = auditJson(patients, before, form);
                                    after.rowVersion = patients.update(after);
                                    saveFacts(patients, form, id, session);
                                    storage::DraftStore(database).remove(id, storage::DraftKind::patient);
                                    note.after = auditJson(patients, after, form);
                                    return {};
                                }));
}

core::Result<void> recordDispensed(Session& session, const core::Dispensed& dispensed) {
    if (auto good = within("tablets", dispensed.tablets, 1, mostTablets, 0); !good)
        return good;
    if (dispensed.productId.empty())
        return core::failure(core::ErrorCode::emptyText, "product");
    if (dispensed.on > session.today())
        return core::failure(core::ErrorCode::outOfRange, "on", {dispensed.on.iso(), "", session.today().iso()});
    core::Dispensed handedOut = dispensed;
    if (handedOut.id.isNull())
        handedOut.id = session.newId<core::RecordId>();
    return done(session.perform(Operation::dispense, {handedOut.patient, {}},
                                [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                                    storage::VisitStore(database).insertDispensed(handedOut);
                                    note.subject = handedOut.id.text();
                                    note.after = storage::jsonText(QJsonObject{
                                        {"on"_L1, QString::fromStdString(handedOut.on.iso())},
                                        {"product"_L1, QString::fromStdString(handedOut.productId)},
                                        {"tablets"_L1, static_cast<qint64>(handedOut.tablets)},
                                    });
                                    return {};
                                }));
}

} // namespace lento::app
