// The thresholds as they are shipped, for core tests of rules whose numbers are data.
#pragma once

#include "content/catalogue.h"
#include "core/rule_numbers.h"

namespace lento::test {

inline const core::RuleNumbers& shippedNumbers() {
    static const content::Catalogue loaded =
        content::Catalogue::load(QStringLiteral(LENTO_SOURCE_DIR "/resources")).value();
    return loaded.numbers();
}

} // namespace lento::test
