#include "cli/plan_request.h"

#include "cli/patient_request.h"
#include "content/names.h"
#include "core/protocol_dosing.h"

#include <algorithm>

namespace lento::cli {

namespace {

using content::Catalogue;
using content::JsonItem;
using content::JsonName;
using content::JsonPlace;
using content::JsonReader;
using core::DailyDose;
using core::ErrorCode;

constexpr int longestDays = 365;

constexpr JsonName<core::PlanKind> kindNames[] = {{"titration", core::PlanKind::titration},
                                                  {"taper", core::PlanKind::taper}};
constexpr JsonName<core::TaperModel> modelNames[] = {{"percent-of-start", core::TaperModel::percentOfStart},
                                                     {"percent-of-current", core::TaperModel::percentOfCurrent},
                                                     {"fixed", core::TaperModel::fixedStep}};

std::string productIds(const Catalogue& catalogue) {
    std::string all;
    for (const core::Product& product : catalogue.products())
        if (product.form != core::ProductForm::intrathecal)
            all += (all.empty() ? "" : ", ") + (product.name.empty() ? product.id : product.name);
    return all;
}

std::optional<core::Product> readProduct(const JsonItem& item, const Catalogue& catalogue,
                                         content::JsonTrouble& trouble) {
    std::string id;
    std::optional<bool> halves;
    JsonPlace place = item.place;
    if (item.value.isObject()) {
        JsonReader object = JsonReader::from(item, trouble);
        id = object.text("id");
        halves = object.optionalFlag("halves");
        object.done();
        place = place.key("id");
    } else if (item.value.isString()) {
        id = item.value.toString().toStdString();
    } else {
        trouble.add(ErrorCode::wrongType, place.text(), {"a product's id or an object"});
        return {};
    }
    const core::Product* known = catalogue.product(id);
    if (known == nullptr) { // a product that a clinic added, by the name that it gave (FRM-1)
        const auto named = std::find_if(catalogue.products().begin(), catalogue.products().end(),
                                        [&](const core::Product& each) { return !id.empty() && each.name == id; });
        known = named == catalogue.products().end() ? nullptr : &*named;
    }
    // UNI-1: what goes into a pump is no part of an oral plan.
    if (known == nullptr || known->form == core::ProductForm::intrathecal) {
        trouble.add(ErrorCode::unknownName, place.text(), {id, productIds(catalogue)});
        return {};
    }
    core::Product product = *known;
    if (halves && product.form != core::ProductForm::tablet)
        trouble.add(ErrorCode::conflictingFields, item.place.key("halves").text(), {"halves", id});
    product.halvesAllowed = halves.value_or(product.halvesAllowed);
    return product;
}

// What a protocol gives where the request says nothing, for the patient's weight, age and kidney (REN-5, PED).
struct Filling {
    const core::Protocol* protocol = nullptr;
    std::optional<core::ProtocolDosing> dosing;
};

Filling fillingFrom(const core::Protocol* protocol, const PlanRequest& plan, const Catalogue& catalogue,
                    JsonReader& request) {
    Filling filling{protocol, {}};
    if (protocol == nullptr)
        return filling;
    const core::DosedPerson person =
        plan.facts ? core::dosedPerson(*plan.facts, plan.today, catalogue.numbers()) : core::DosedPerson{};
    const core::Result<core::ProtocolDosing> dosing =
        core::dosingOf(*protocol, person, perDay(plan.products.quantum()), catalogue.numbers());
    if (dosing) {
        filling.dosing = *dosing;
        return filling;
    }
    core::Error error = dosing.error();
    const bool weight = error.subject == "weight";
    error.subject = request.at(weight ? "patient.weight_kg" : "patient.birth_date");
    if (!error.values.empty() && weight)
        error.values.front() = "weight_kg";
    request.trouble().add(std::move(error));
    return filling;
}

// The doses a day and their split, which titration and taper read alike.
template <class Inputs>
void readSplit(JsonReader& request, const Filling& filling, Inputs& inputs) {
    const core::Protocol* protocol = filling.protocol;
    if (protocol == nullptr || request.has("doses_per_day"))
        inputs.dosesPerDay = request.integer("doses_per_day", 1, core::mostDosesPerDay);
    else
        inputs.dosesPerDay = filling.dosing ? filling.dosing->dosesPerDay : protocol->dosesPerDay;
    if (protocol == nullptr || request.has("split"))
        inputs.split = request.oneOf<core::SplitStrategy>("split", content::splitNames);
    else
        inputs.split = protocol->split;
    if (protocol != nullptr)
        inputs.singleDoseCap = protocol->singleDoseCap;
    if (const auto cap = request.optionalOralMg("single_dose_cap_mg"))
        inputs.singleDoseCap = *cap;
}

core::TitrationInputs readTitration(JsonReader& request, const Filling& filling, core::Date start) {
    core::TitrationInputs inputs;
    inputs.start = start;
    const core::Protocol* protocol = filling.protocol;
    const auto amount = [&](const char* key, std::optional<DailyDose> byProtocol) {
        return byProtocol && !request.has(key) ? *byProtocol : request.dailyMg(key);
    };
    if (protocol == nullptr) {
        inputs.startDose = request.dailyMg("start_mg");
        inputs.increment = request.dailyMg("increment_mg");
        inputs.intervalDays = request.integer("interval_days", 1, longestDays);
        inputs.goal = request.dailyMg("goal_mg");
        readSplit(request, filling, inputs);
        return inputs;
    }
    inputs.protocol = *protocol;
    const auto& dosing = filling.dosing;
    if (!dosing)
        return inputs; // the trouble is told already
    inputs.startDose = amount("start_mg", dosing->start);
    inputs.increment = amount("increment_mg", dosing->increment);
    inputs.goal = amount("goal_mg", dosing->goal);
    inputs.intervalDays = request.optionalInteger("interval_days", 1, longestDays).value_or(dosing->intervalDays);
    readSplit(request, filling, inputs);
    return inputs;
}

core::TaperInputs readTaper(JsonReader& request, const Filling& filling, core::Date start,
                            const core::RuleNumbers& numbers) {
    core::TaperInputs inputs;
    inputs.start = start;
    inputs.from = request.dailyMg("from_mg");
    inputs.model = request.oneOf<core::TaperModel>("model", modelNames);
    const bool fixed = inputs.model == core::TaperModel::fixedStep;
    const char* other = fixed ? "percent" : "step_mg";
    if (request.has(other))
        request.trouble().add(ErrorCode::conflictingFields, request.at(other), {other, "model"});
    if (fixed)
        inputs.fixedStep = request.dailyMg("step_mg");
    else
        inputs.percent = core::Percent::of(request.integer("percent", 1, 100));
    inputs.intervalDays = request.integer("interval_days", 1, longestDays);
    inputs.finalDose = request.optionalDailyMg("final_mg").value_or(numbers.tap1.finalDose);
    inputs.goal = request.optionalDailyMgOrZero("goal_mg").value_or(DailyDose());
    inputs.gentleEnd = request.optionalFlag("gentle_end");
    readSplit(request, filling, inputs);
    return inputs;
}

std::optional<PlanEvent> readEvent(const JsonItem& item, content::JsonTrouble& trouble) {
    JsonReader event = JsonReader::from(item, trouble);
    const JsonPlace& place = item.place;
    std::optional<PlanEvent> read;
    const auto keep = [&](JsonReader& body, const auto& what) {
        body.done();
        if (read)
            trouble.add(ErrorCode::conflictingFields, place.text(), {"one event", "another in the same object"});
        read = PlanEvent{what, body.place()};
    };
    if (auto hold = event.optionalObject("hold")) {
        const HoldEvent what{hold->date("on"), hold->integer("days", 1, longestDays)};
        keep(*hold, what);
    }
    if (auto pause = event.optionalObject("pause")) {
        const PauseEvent what{pause->integer("step", 1, 400), pause->integer("days", 1, longestDays)};
        keep(*pause, what);
    }
    if (auto stepBack = event.optionalObject("step_back")) {
        const StepBackEvent what{stepBack->date("on")};
        keep(*stepBack, what);
    }
    if (auto shift = event.optionalObject("shift")) {
        const ShiftEvent what{shift->date("from"), shift->integer("days", -longestDays, longestDays)};
        keep(*shift, what);
    }
    event.done();
    if (!read && !trouble)
        trouble.add(ErrorCode::missingField, place.text(), {"hold, pause, step_back or shift"});
    return read;
}

} // namespace

core::Error placed(core::Error error, const JsonPlace& place) {
    error.subject = error.subject.empty() ? place.text() : place.key(error.subject).text();
    return error;
}

const core::Protocol* readProtocol(JsonReader& request, const Catalogue& catalogue) {
    const auto id = request.optionalText("protocol");
    if (!id)
        return nullptr;
    const core::Protocol* protocol = catalogue.protocol(*id);
    if (protocol == nullptr) {
        std::string all;
        for (const core::Protocol& known : catalogue.protocols())
            all += (all.empty() ? "" : ", ") + known.id;
        request.trouble().add(ErrorCode::unknownName, request.at("protocol"), {*id, all});
    }
    return protocol;
}

std::optional<core::ProductSet> readProducts(JsonReader& request, const Catalogue& catalogue, bool quantumAllowed) {
    content::JsonTrouble& trouble = request.trouble();
    if (quantumAllowed && request.has("quantum_mg")) {
        if (request.has("products"))
            trouble.add(ErrorCode::conflictingFields, request.at("quantum_mg"), {"quantum_mg", "products"});
        const core::OralDose quantum = request.oralMg("quantum_mg", 300);
        return core::ProductSet::ofQuantum(quantum).value();
    }
    std::vector<core::Product> products;
    for (const JsonItem& item : request.neededItems("products"))
        if (auto product = readProduct(item, catalogue, trouble))
            products.push_back(std::move(*product));
    if (trouble)
        return {};
    core::Result<core::ProductSet> set = core::ProductSet::of(std::move(products));
    if (!set) {
        trouble.add(set.error().code, request.at("products"), set.error().values);
        return {};
    }
    return std::move(*set);
}

core::Result<PlanRequest> readPlanRequest(JsonReader& request, const Catalogue& catalogue) {
    content::JsonTrouble& trouble = request.trouble();
    PlanRequest plan;
    const core::PlanKind kind = request.oneOf<core::PlanKind>("plan", kindNames);
    const core::Date start = request.date("start");
    plan.today = start;
    if (std::optional<JsonReader> patient = request.optionalObject("patient")) {
        plan.facts = readPatient(*patient, catalogue, start);
        if (!plan.facts->creatinines.empty())
            plan.today = std::max(start, plan.facts->creatinines.back().on);
    }
    const core::Protocol* protocol = readProtocol(request, catalogue);
    const auto products = readProducts(request, catalogue, true);
    if (products)
        plan.products = *products;
    Filling filling{protocol, {}};
    if (!trouble && kind == core::PlanKind::titration)
        filling = fillingFrom(protocol, plan, catalogue, request);
    if (kind == core::PlanKind::titration)
        plan.inputs = readTitration(request, filling, start);
    else
        plan.inputs = readTaper(request, filling, start, catalogue.numbers());
    for (const JsonItem& item : request.items("events"))
        if (auto event = readEvent(item, trouble))
            plan.events.push_back(std::move(*event));
    request.done();
    if (trouble)
        return core::failure(trouble.first());
    return plan;
}

} // namespace lento::cli
