// How one rule, and one hazard, reads in the browser: text, numbers, sources, where it fired, code and tests, as HTML.
#pragma once

#include "content/catalogue.h"
#include "content/rule_reference.h"
#include "core/finding.h"

#include <QString>

#include <optional>
#include <vector>

namespace lento::gui {

// A finding on a plan of the patient who is open: "plan 2, version 1" or "draft".
struct RuleFiring {
    QString plan;
    core::Finding finding;
    std::optional<core::Date> on; // of its step, else of the plan's begin
    QString answer;               // the reason given, by whom and when; empty without one
};
// A reason that was given in a version which is no longer the plan.
struct EarlierAnswer {
    QString plan;
    core::RuleId rule;
    QString answer;
};

// What a rule had to say to one patient; nobody's where no patient is open.
struct RuleUse {
    QString patient;
    const std::vector<RuleFiring>& firings;
    const std::vector<EarlierAnswer>& earlier;
};

QString rulePage(const content::RuleText& rule, const content::Catalogue& catalogue,
                 const content::RuleReference& reference, const RuleUse& use);
QString hazardPage(const content::Hazard& hazard);
// Why a build without tests has nothing to say here.
QString notTracedText();

} // namespace lento::gui
