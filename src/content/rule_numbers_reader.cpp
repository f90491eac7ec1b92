#include "content/rule_numbers_reader.h"

#include <algorithm>

namespace lento::content {

using core::ErrorCode;
using core::RuleNumbers;

namespace {

std::vector<NumbersOfRule> allGroups() {
    std::vector<NumbersOfRule> all;
    for (const std::span<const NumbersOfRule> family : {planNumbers(), patientNumbers(), visitNumbers(), pumpNumbers()})
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

} // namespace

core::RuleNumbers readRuleNumbers(JsonReader whole, const std::function<void(const NumberGroup&)>& check) {
    RuleNumbers numbers{};
    whole.text("edition");
    const std::vector<NumbersOfRule> groups = allGroups();
    std::vector<std::string_view> seen;
    for (JsonReader& entry : whole.objects("numbers")) {
        const NumberGroup group{entry.text("rule"), entry.texts("sources"), entry.at("rule")};
        const auto known = std::find_if(groups.begin(), groups.end(),
                                        [&](const NumbersOfRule& one) { return one.rule == group.rule; });
        if (known == groups.end()) {
            whole.trouble().add(ErrorCode::unknownName, group.where, {group.rule, ""});
            continue;
        }
        if (std::find(seen.begin(), seen.end(), known->rule) != seen.end())
            whole.trouble().add(ErrorCode::conflictingFields, group.where, {group.rule, group.rule});
        seen.push_back(known->rule);
        check(group);
        known->read(entry, numbers);
        entry.done();
    }
    for (const NumbersOfRule& group : groups)
        if (std::find(seen.begin(), seen.end(), group.rule) == seen.end())
            whole.trouble().add(ErrorCode::missingField, whole.at("numbers"), {std::string(group.rule)});
    whole.done();
    return numbers;
}

} // namespace lento::content
