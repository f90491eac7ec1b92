// The Catalogue is everything the program ships as data: products, protocols, rule texts and numbers, muscle groups,
// adverse effects, conditions; it is read once, checked whole, and every error names file and field.
#pragma once

#include "core/product.h"
#include "core/protocol.h"
#include "core/result.h"
#include "core/rule_numbers.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::content {

// What the "why" shows for a rule.
struct RuleText {
    std::string id;
    std::string title;                // "Size of one step down"
    std::string text;                 // the rule in plain words, with its numbers
    std::vector<std::string> sources; // S numbers
    std::string conflict;             // where sources disagree, and what was resolved; may be empty
};

struct SourceText {
    std::string id;    // "S8"
    std::string title; // what was read
};

struct MuscleGroup {
    std::string code; // "hip-adductors"
    std::string name; // English; the key of its translation
    bool lowerLimb = true;
    bool usual = false; // shown in a new visit without asking
};

// One line of the pick list (AE-2).
struct AdverseEffectKind {
    std::string code;
    std::string name;
    std::string frequency; // "very common", "common", "rare"
    bool usual = false;
};

struct ConditionKind {
    std::string code; // "epilepsy"
    std::string name;
    std::vector<std::string> rules;
    std::string askedAs; // the fact of a patient that asks for it instead: "pregnancy"; empty: the condition itself
};

class Catalogue {
public:
    // From the program's own resources (":/lento/…"), or from a folder with the same tree.
    static core::Result<Catalogue> load(const QString& root = QStringLiteral(":/lento"));

    const std::vector<core::Product>& products() const noexcept { return m_products; }
    const std::vector<core::Protocol>& protocols() const noexcept { return m_protocols; }
    const core::RuleNumbers& numbers() const noexcept { return m_numbers; }
    const std::vector<RuleText>& rules() const noexcept { return m_rules; }
    const std::vector<SourceText>& sources() const noexcept { return m_sources; }
    const std::vector<MuscleGroup>& muscleGroups() const noexcept { return m_muscleGroups; }
    const std::vector<AdverseEffectKind>& adverseEffects() const noexcept { return m_adverseEffects; }
    const std::vector<ConditionKind>& conditions() const noexcept { return m_conditions; }

    const core::Product* product(std::string_view id) const;
    const core::Protocol* protocol(std::string_view id) const;
    const core::Protocol& defaultProtocol() const;
    const RuleText* rule(std::string_view id) const;
    const SourceText* source(std::string_view id) const;

    std::string ruleSetVersion() const { return m_ruleSetVersion; }

private:
    friend class CatalogueLoader;
    std::vector<core::Product> m_products;
    std::vector<core::Protocol> m_protocols;
    core::RuleNumbers m_numbers{};
    std::vector<RuleText> m_rules;
    std::vector<SourceText> m_sources;
    std::vector<MuscleGroup> m_muscleGroups;
    std::vector<AdverseEffectKind> m_adverseEffects;
    std::vector<ConditionKind> m_conditions;
    std::string m_ruleSetVersion;
};

} // namespace lento::content
