// The RuleReference is what only a reader of the rules asks for: the numbers as they stand in the data, the hazards and
// what stands against them, and where each rule lives in the program.
//
// Read when somebody looks; planning never needs it. Errors name file and field.
#pragma once

#include "core/result.h"

#include <QString>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lento::content {

struct RuleNumber {
    std::string name;  // "warn_below_days"
    std::string value; // "14", "1/3", "US, UK"
    std::string group; // where it stands in one: "low", "bands"; else empty
    std::string part;  // of a list: its band, region or place, "R1"; else empty
};

struct RuleTrace {
    std::vector<std::string> code, data, tests; // files, or what stands there: "src/core/taper.cpp: planTaper"
};

struct Hazard {
    std::string id; // "HAZ-1"
    std::string title, cause, harm, severity;
    std::vector<std::string> controls; // in words
    std::vector<std::string> where;    // files
    std::vector<std::string> rules;
    std::vector<std::string> tests; // "tst_proof:anAlteredDocumentIsRefused"
    std::string open;               // what is not controlled yet; may be empty
};

class RuleReference {
public:
    static core::Result<RuleReference> load(const QString& root = QStringLiteral(":/lento"));

    const std::vector<RuleNumber>& numbers(const std::string& rule) const;
    const std::vector<std::string>& numberSources(const std::string& rule) const;
    // Whether this build knows the trace; one made without its tests does not.
    bool isTraced() const noexcept { return !m_trace.empty(); }
    // Nothing of it in a build that was not traced.
    const RuleTrace* trace(const std::string& rule) const;
    // Why a rule has no code and no data; empty where it has some.
    std::string reason(const std::string& rule) const;
    const std::vector<Hazard>& hazards() const noexcept { return m_hazards; }

private:
    std::map<std::string, std::vector<RuleNumber>> m_numbers;
    std::map<std::string, std::vector<std::string>> m_numberSources;
    std::map<std::string, RuleTrace> m_trace;
    std::map<std::string, std::string> m_reasons;
    std::vector<Hazard> m_hazards;
};

} // namespace lento::content
