#include "app/demo_patient.h"

#include "app/demo_people.h"
#include "app/demo_pump.h"
#include "app/demo_story.h"

#include <algorithm>
#include <array>

namespace lento::app {

namespace {

using core::Date;
using core::Sex;
using core::SpasticityOrigin;

constexpr std::size_t wholeBefore = 200; // everybody below has a full record
constexpr int wholeAfterPercent = 5;

// What a person comes with; the featured ones as the program's pictures show them.
struct Person {
    const char* surname;
    const char* given;
    Sex sex;
    const char* born;
    const char* recordNumber;
    const char* diagnosis;
    SpasticityOrigin origin;
    const char* condition; // coded, or empty
    int weightKg;
    int heightCm;
    int creatinineUmol; // 0: never measured
    int creatinineDaysAgo;
    const char* medicine; // or empty
    core::AllergyStatus allergies;
    const char* allergy;
};

constexpr auto spinal = SpasticityOrigin::spinal;
constexpr auto cerebral = SpasticityOrigin::cerebral;
constexpr auto noneKnown = core::AllergyStatus::noneKnown;
constexpr auto known = core::AllergyStatus::known;
constexpr auto notRecorded = core::AllergyStatus::notRecorded;

constexpr std::array<Person, demoFeatured> featured{{
    {"Kowalski", "Maria", Sex::female, "1961-03-12", "483 926 0175", "MS", spinal, "", 68, 166, 99, 62, "oxycodone",
     noneKnown, ""},
    {"Banerjee", "Anika", Sex::female, "1988-11-02", "471 205 8836", "MS", spinal, "", 59, 162, 62, 20, "", noneKnown,
     ""},
    {"Ferreira", "Tomás", Sex::male, "1971-05-17", "455 310 7264", "SCI T6", spinal, "cord-lesion-t6-or-above", 81, 178,
     74, 55, "oxybutynin", known, "Latex"},
    {"Lindqvist", "Erik", Sex::male, "1996-02-29", "462 884 1503", "CP", cerebral, "cerebral-palsy", 64, 171, 70, 130,
     "", noneKnown, ""},
    {"Nguyen", "Thi Lan", Sex::female, "2015-08-08", "490 117 3328", "CP, child", cerebral, "cerebral-palsy", 31, 138,
     42, 112, "", notRecorded, ""},
    {"Okafor", "Samuel", Sex::male, "1954-01-23", "438 562 9917", "Stroke", cerebral, "stroke", 84, 175, 118, 367,
     "amlodipine", known, "Penicillin: rash"},
    {"Rossi", "Giulia", Sex::female, "1980-06-30", "446 091 2275", "MS", spinal, "intrathecal", 61, 165, 66, 190, "",
     noneKnown, ""},
    {"Smith", "John", Sex::male, "1967-10-05", "477 340 6681", "MS", spinal, "", 77, 180, 80, 12, "", notRecorded, ""},
    {"Tanaka", "Hiroshi", Sex::male, "1949-12-19", "429 753 0048", "SCI C5", spinal, "cord-lesion-t6-or-above", 58, 168,
     88, 75, "morphine", noneKnown, ""},
    {"Hoffmann", "Ingrid", Sex::female, "1958-04-03", "451 668 3390", "MS", spinal, "earlier-intolerance", 63, 164, 70,
     44, "", noneKnown, ""},
    {"Woźniak", "Żaneta", Sex::female, "1974-09-21", "480 229 5514", "SCI T10", spinal, "", 66, 167, 64, 150,
     "gabapentin", known, "Codeine: vomiting"},
    {"Ó Donnell", "Ciarán", Sex::male, "1969-02-11", "433 907 1126", "ABI", cerebral, "brain-injury", 88, 182, 83, 98,
     "levetiracetam", noneKnown, ""},
    {"Achterberg", "Joke", Sex::female, "1952-07-14", "424 815 6607", "MS", spinal, "", 57, 161, 165, 34, "tramadol",
     noneKnown, ""},
}};

Person inventPerson(DemoRandom& random) {
    struct Kind {
        const char* diagnosis;
        SpasticityOrigin origin;
        const char* condition;
    };
    constexpr std::array<Kind, 16> kinds{{{"MS", spinal, ""},
                                          {"MS", spinal, ""},
                                          {"MS", spinal, ""},
                                          {"MS", spinal, ""},
                                          {"MS", spinal, "depression"},
                                          {"SCI T4", spinal, "cord-lesion-t6-or-above"},
                                          {"SCI T11", spinal, ""},
                                          {"SCI C6", spinal, "cord-lesion-t6-or-above"},
                                          {"HSP", spinal, ""},
                                          {"Stroke", cerebral, "stroke"},
                                          {"Stroke", cerebral, "stroke"},
                                          {"Stroke", cerebral, "stroke"},
                                          {"CP", cerebral, "cerebral-palsy"},
                                          {"CP", cerebral, "cerebral-palsy"},
                                          {"ABI", cerebral, "brain-injury"},
                                          {"ABI", cerebral, "epilepsy"}}};
    constexpr std::array medicines{"oxycodone", "tramadol",   "amlodipine", "gabapentin", "sertraline",
                                   "ramipril",  "oxybutynin", "diazepam",   "metformin",  "fampridine"};
    constexpr std::array allergies{"Penicillin: rash", "Latex", "Trimethoprim", "Codeine: vomiting", "Iodine contrast"};
    const Kind& kind = random.pick(kinds);
    Person person{};
    person.sex = random.chance(54) ? Sex::female : Sex::male;
    person.diagnosis = kind.diagnosis;
    person.origin = kind.origin;
    person.condition = kind.condition;
    person.heightCm = (person.sex == Sex::female ? 164 : 177) + random.between(-11, 11);
    person.weightKg = person.heightCm - 100 + random.between(-16, 24);
    person.creatinineUmol = random.chance(8)    ? 0
                            : random.chance(10) ? random.between(120, 190)
                                                : random.between(50, 98);
    person.creatinineDaysAgo = random.chance(85) ? random.between(1, 330) : random.between(366, 900);
    person.medicine = random.chance(55) ? random.pick(medicines) : "";
    person.allergies = random.chance(45) ? noneKnown : random.chance(45) ? known : notRecorded;
    person.allergy = person.allergies == known ? random.pick(allergies) : "";
    return person;
}

Date inventBirth(DemoRandom& random, const Person& person, Date today) {
    const bool old = std::string_view(person.diagnosis) == "Stroke";
    const bool young = std::string_view(person.diagnosis) == "CP";
    const int years = old ? random.between(52, 88) : young ? random.between(18, 52) : random.between(22, 78);
    return today - (years * 365 + years / 4 + random.between(0, 364));
}

void describe(PatientRecord& record, const Person& person, DemoRandom& random, Date today) {
    constexpr std::array goals{"leg spasms at night", "walking to the shop", "safer transfers",
                               "easier dressing and washing", "sitting comfortably"};
    core::Patient& patient = record.patient;
    patient.sex = person.sex;
    patient.origin = person.origin;
    patient.diagnosis = person.diagnosis;
    patient.goal = random.pick(goals);
    patient.toneNeeded = random.chance(30);
    patient.onDialysis = false;
    if (person.sex == Sex::female && core::completedYears(patient.identity.birthDate, today) < 50)
        patient.pregnant = false;
    patient.allergyStatus = person.allergies;
    patient.allergies = person.allergy;
    if (person.allergies == known)
        patient.baclofenAllergy = false;
    patient.heightMillimetres = person.heightCm * 10;

    core::PatientFacts& facts = record.facts;
    facts.birthDate = patient.identity.birthDate;
    facts.sex = patient.sex;
    facts.origin = patient.origin;
    facts.heightMillimetres = patient.heightMillimetres;
    facts.onDialysis = patient.onDialysis;
    facts.pregnant = patient.pregnant;
    facts.baclofenAllergy = core::knownAllergy(patient);
    facts.toneNeeded = patient.toneNeeded;
    facts.conditionsRecorded = facts.medicinesRecorded = facts.hasDiagnosis = facts.hasGoal = true;
    const Date longAgo = today - random.between(400, 4'000);
    if (*person.condition != '\0') {
        record.conditions.push_back({random.id<core::RecordId>(longAgo), person.condition, {}, longAgo, {}});
        facts.conditionCodes.emplace_back(person.condition);
    }
    if (*person.medicine != '\0') {
        record.medicines.push_back({random.id<core::RecordId>(today - 300), person.medicine, {}, today - 300, {}});
        facts.medicineNames.emplace_back(person.medicine);
    }
}

// Once a year, the latest as the person says; oldest first.
void measure(PatientRecord& record, const Person& person, DemoRandom& random, Date since, Date today) {
    core::PatientFacts& facts = record.facts;
    Date day = today - random.between(2, 110);
    for (int kg = person.weightKg;; day = day - random.between(150, 380), kg += random.between(-2, 2)) {
        facts.weights.push_back({day, (kg * 10 + random.between(0, 9)) * 100});
        if (day < since)
            break;
    }
    if (record.patient.identity.recordNumber == featured[0].recordNumber)
        facts.weights.front().grams = person.weightKg * 1'000;
    std::reverse(facts.weights.begin(), facts.weights.end());
    if (person.creatinineUmol == 0)
        return;
    day = today - person.creatinineDaysAgo;
    for (int umol = person.creatinineUmol;; day = day - random.between(170, 400), umol -= random.between(-2, 4)) {
        facts.creatinines.push_back({day, std::max(38, umol) * 1'000, core::CreatinineUnit::umolPerL, false});
        if (day < since)
            break;
    }
    std::reverse(facts.creatinines.begin(), facts.creatinines.end());
}

// ROSSI, refilled 44 days ago, and two of the others: one whose refill was never entered, one with time.
void givePump(PatientRecord& record, std::size_t index, const content::Catalogue& catalogue,
              const DemoRequest& request) {
    struct Pump {
        std::size_t index;
        int implantedDaysAgo;
        int filledDaysAgo;
    };
    constexpr Pump pumps[] = {{6, 2'450, 44}, {22, 900, 57}, {38, 1'300, 12}};
    for (const Pump& pump : pumps) {
        if (pump.index != index)
            continue;
        constexpr std::uint32_t ownNumbers = 0x9E3779B9U; // so that nothing else of the person changes
        DemoRandom random(request.seed, index + ownNumbers);
        const DemoPumpStory story{record.patient.id, record.patient.origin, request.today - pump.implantedDaysAgo,
                                  request.today - pump.filledDaysAgo};
        record.pump = inventPump(story, catalogue, random);
        const bool isKnown = std::any_of(record.conditions.begin(), record.conditions.end(),
                                         [](const core::Condition& each) { return each.code == "intrathecal"; });
        if (!isKnown)
            record.conditions.push_back(
                {random.id<core::RecordId>(story.implanted), "intrathecal", {}, story.implanted, {}});
    }
}

} // namespace

core::Result<DemoPatient> inventPatient(const DemoRequest& request, std::size_t index,
                                        const content::Catalogue& catalogue) {
    DemoRandom random(request.seed, index);
    const Date today = request.today;
    const bool isFeatured = index < demoFeatured;
    const bool whole = index < wholeBefore || random.chance(wholeAfterPercent);

    DemoPatient made;
    PatientRecord& record = made.record;
    core::Patient& patient = record.patient;
    const Person person = isFeatured ? featured[index] : inventPerson(random);
    patient.identity = inventIdentity(random, person.sex, index);
    if (isFeatured) {
        patient.identity.surname = person.surname;
        patient.identity.given = person.given;
        patient.identity.recordNumber = person.recordNumber;
        patient.identity.birthDate = Date::fromIso(person.born).value_or(today);
    } else {
        patient.identity.birthDate = inventBirth(random, person, today);
    }
    patient.id = random.id<core::PatientId>(today - random.between(0, 3'000));
    describe(record, person, random, today);
    measure(record, person, random, whole ? today - 1'500 : today, today);

    DemoCourse course(record, catalogue, random, whole);
    DemoStory story{today, record, course, random, !whole};
    story.seenSince = today - 30;
    if (isFeatured)
        tellFeatured(story, index);
    else
        tellAny(story);
    if (course.trouble())
        return core::failure(*course.trouble());

    const Date registered = std::min(story.seenSince, today) - random.between(0, 60);
    patient.registeredAt = registered.iso() + "T08:30:00.000Z";
    if (!whole)
        story.visitEveryDays = 4'000;
    constexpr std::size_t oneIn = 4;
    story.response.furtherScales = whole && (isFeatured || index % oneIn == 0);
    record.visits = inventVisits(record, std::move(story.encounters), story.response, story.seenSince, today,
                                 story.visitEveryDays, random);
    if (!whole && record.visits.size() > 1)
        record.visits.erase(record.visits.begin(), record.visits.end() - 1);
    if (whole && !record.revisions.empty()) {
        if (random.chance(isFeatured ? 100 : 60))
            record.diary = inventDiary(record, today, random.between(14, 35), random);
        record.dispensed = inventDispensed(record, today, today + story.suppliedDays, random);
    }
    givePump(record, index, catalogue, request);
    made.findings = course.findings();
    made.draft = std::move(story.draft);
    return made;
}

} // namespace lento::app
