// The Catalogue is everything the program ships as data: products, protocols, rule texts and numbers, scales, muscle
// groups, adverse effects, conditions; it is read once, checked whole, and every error names file and field. with() is
// the same catalogue as one clinic sees it.
#pragma once

#include "content/scale_kind.h"
#include "core/clinic_set.h"
#include "core/product.h"
#include "core/protocol.h"
#include "core/pump_record.h"
#include "core/result.h"
#include "core/rule_numbers.h"
#include "core/signs.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
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

// rule: AE-2
struct AdverseEffectKind {
    std::string code;
    std::string name;      // English; the key of its translation (wording/sign_words.h)
    std::string frequency; // "very common", "common", "rare"
    bool asked = false;    // a question of its own at each visit (AE-5, VIS-2)
    bool usual = false;    // shown in a new visit without asking
    int leastGrade = 1;    // AE-5: what it counts as where it is there at all
    std::vector<std::string> sources;
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

    // The shipped data with what a clinic added and chose; what another clinic did to this catalogue is left out. Only
    // products, protocols and the numbers that the rules leave to a clinic differ; references to the rest stay good
    // when a Catalogue is assigned over by another of its clinic.
    Catalogue with(const core::ClinicSet& clinic) const;

    // The clinic's; the UK's while no clinic has chosen.
    core::Region region() const noexcept { return m_region; }

    // With protocols from files (content/protocol_file.h).
    Catalogue withProtocols(const std::vector<core::Protocol>& added) const;

    // All that a plan may hold, the clinic's retired ones too.
    const std::vector<core::Product>& products() const noexcept { return m_products; }
    // Whether a new plan may be offered it: all that are shipped, until a clinic chooses (FRM-1). Never the pump's.
    bool isOffered(std::string_view product) const;
    // The only indications on a shipped product's label, by their code; nothing where it is for spasticity.
    std::vector<std::string> onlyFor(std::string_view product) const;
    // Of those offered, in the order of products().
    std::vector<core::Product> offeredProducts() const;
    // The enabled ones and the others, in the order of their indications.
    const std::vector<core::Protocol>& protocols() const noexcept { return m_protocols; }
    const std::vector<core::Indication>& indications() const noexcept { return m_numbers.indications; }
    const core::RuleNumbers& numbers() const noexcept { return m_numbers; }
    const std::vector<RuleText>& rules() const noexcept { return m_shipped->rules; }
    const std::vector<SourceText>& sources() const noexcept { return m_shipped->sources; }
    const std::vector<ScaleKind>& scales() const noexcept { return m_shipped->scales; }
    const std::vector<MuscleGroup>& muscleGroups() const noexcept { return m_shipped->muscleGroups; }
    const std::vector<AdverseEffectKind>& adverseEffects() const noexcept { return m_shipped->adverseEffects; }
    const std::vector<core::WithdrawalSign>& withdrawalSigns() const noexcept { return m_shipped->withdrawalSigns; }
    const std::vector<core::RedFlag>& redFlags() const noexcept { return m_shipped->redFlags; }
    // As shipped, unverified; a clinic's own constants are in its file.
    const std::vector<core::PumpModel>& pumpModels() const noexcept { return m_shipped->pumpModels; }
    const std::vector<ConditionKind>& conditions() const noexcept { return m_shipped->conditions; }

    const core::Product* product(std::string_view id) const;
    const core::Protocol* protocol(std::string_view id) const;
    const ScaleKind* scale(std::string_view id) const;
    const core::Protocol& defaultProtocol() const;
    const RuleText* rule(std::string_view id) const;
    const SourceText* source(std::string_view id) const;

    std::string ruleSetVersion() const { return m_shipped->ruleSetVersion; }

private:
    friend class CatalogueLoader;
    void addProtocols(const std::vector<core::Protocol>& added);
    // As it was read: what no clinic changes, and what the catalogue of each begins from.
    struct Shipped {
        std::vector<RuleText> rules;
        std::vector<SourceText> sources;
        std::vector<ScaleKind> scales;
        std::vector<MuscleGroup> muscleGroups;
        std::vector<AdverseEffectKind> adverseEffects;
        std::vector<core::WithdrawalSign> withdrawalSigns;
        std::vector<core::RedFlag> redFlags;
        std::vector<ConditionKind> conditions;
        std::vector<core::PumpModel> pumpModels;
        std::string ruleSetVersion;
        std::vector<core::Product> products;
        std::map<std::string, std::vector<std::string>, std::less<>> onlyFor; // product id to codes of indications
        std::vector<core::Protocol> protocols;
        core::RuleNumbers numbers{};
    };
    std::shared_ptr<const Shipped> m_shipped = std::make_shared<const Shipped>();
    core::Region m_region = core::Region::uk;
    std::vector<core::Product> m_products;
    std::set<std::string, std::less<>> m_offered; // ids
    std::vector<core::Protocol> m_protocols;
    core::RuleNumbers m_numbers{};
};

} // namespace lento::content
