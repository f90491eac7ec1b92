// Fails the test that runs where a finding names a source that does not stand under its rule: whoever asks why, on the
// screen or in the browser of rules, must find the same.
#pragma once

#include "content/catalogue.h"
#include "core/finding.h"

#include <QTest>

#include <algorithm>
#include <span>

namespace lento::test {

inline void holdSources(std::span<const core::Finding> findings) {
    static const content::Catalogue catalogue =
        content::Catalogue::load(QStringLiteral(LENTO_SOURCE_DIR "/resources")).value();
    for (const core::Finding& finding : findings) {
        const content::RuleText* rule = catalogue.rule(finding.rule.text());
        for (const std::string& source : finding.sources) {
            if (rule != nullptr && std::ranges::count(rule->sources, source) > 0)
                continue;
            const std::string words =
                std::string(finding.rule.text()) + " does not name " + source + ", which " + finding.message + " does";
            QTest::qFail(words.c_str(), __FILE__, __LINE__);
        }
    }
}

} // namespace lento::test
