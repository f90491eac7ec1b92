// ForRule says which rules of the specification the test function it stands in holds; when that test fails, its output
// names them. The table of the rules counts it, as it counts the name of a data row; it counts no comment.
#pragma once

#include <QTest>

namespace lento::test {

class ForRule {
public:
    // "TAP-6" or "TAP-2, TAP-3".
    explicit ForRule(const char* rules)
        : m_rules(rules) {}
    ~ForRule() {
        if (QTest::currentTestFailed())
            qInfo("Not held: %s", m_rules);
    }
    ForRule(const ForRule&) = delete;
    ForRule& operator=(const ForRule&) = delete;

private:
    const char* m_rules;
};

} // namespace lento::test
