#include "core/finding.h"

#include "core/interruption.h"
#include "core/pump_rules.h"
#include "core/rules.h"
#include "core/signs.h"
#include "core/visit_decision.h"

#include <algorithm>
#include <cmath>

namespace lento::core {

namespace {

// FNV-1a over bytes that do not depend on the machine: integers as eight bytes from the lowest, texts with their
// length.
class Hash {
public:
    void byte(std::uint8_t value) {
        m_state ^= value;
        m_state *= 0x100000001b3ULL;
    }
    void number(std::int64_t value) {
        auto bits = static_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, bits >>= 8)
            byte(static_cast<std::uint8_t>(bits & 0xff));
    }
    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        for (const char c : value)
            byte(static_cast<std::uint8_t>(c));
    }
    std::uint64_t state() const { return m_state; }

private:
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

struct AddValue {
    Hash& hash;
    void operator()(std::int64_t value) const { hash.number(value); }
    // Thousandths: two compilers may differ in the last bits of a clearance, not in what is shown of it.
    void operator()(double value) const { hash.number(static_cast<std::int64_t>(std::llround(value * 1000.0))); }
    void operator()(bool value) const { hash.byte(value ? 1 : 0); }
    void operator()(const std::string& value) const { hash.text(value); }
    void operator()(DailyDose value) const { hash.number(value.inNanograms()); }
    void operator()(OralDose value) const { hash.number(value.inNanograms()); }
    void operator()(Date value) const { hash.number(value.dayNumber()); }
};

} // namespace

std::string_view actionName(Action action) {
    switch (action) {
    case Action::propose:
        return "PROPOSE";
    case Action::inform:
        return "INFORM";
    case Action::warn:
        return "WARN";
    case Action::blockOverridable:
        return "BLOCK-OVR";
    case Action::hard:
        return "HARD";
    }
    return {};
}

std::uint64_t Finding::fingerprint() const {
    Hash hash;
    hash.text(rule.text());
    hash.number(step ? *step : -1);
    hash.byte(static_cast<std::uint8_t>(action));
    hash.byte(assessed ? 1 : 0);
    hash.number(static_cast<std::int64_t>(inputs.size()));
    for (const Input& input : inputs) {
        hash.text(input.name);
        hash.byte(static_cast<std::uint8_t>(input.value.index()));
        std::visit(AddValue{hash}, input.value);
    }
    return hash.state();
}

std::span<const std::string_view> messageKeys() {
    static const std::vector<std::string_view> keys = [] {
        std::vector<std::string_view> all;
        for (const RuleEntry& entry : ruleTable())
            all.insert(all.end(), entry.messages.begin(), entry.messages.end());
        for (const std::span<const std::string_view> more :
             {visitMessages(), restartMessages(), signMessages(), pumpMessages()})
            all.insert(all.end(), more.begin(), more.end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }();
    return keys;
}

} // namespace lento::core
