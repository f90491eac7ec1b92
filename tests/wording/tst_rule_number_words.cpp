// The words of the numbers: each family sorted, each member once, and none for a number that no rule has.
#include "wording/rule_number_word_families.h"
#include "wording/rule_number_words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QtTest>

#include <algorithm>
#include <set>

using namespace lento;
using wording::NumberWords;

namespace {

std::vector<std::span<const NumberWords>> families() {
    return {wording::sharedNumberWords(), wording::planNumberWords(), wording::patientNumberWords(),
            wording::visitNumberWords(), wording::pumpNumberWords()};
}

void collect(const QJsonObject& object, std::set<std::string>& members) {
    for (auto each = object.begin(); each != object.end(); ++each) {
        members.insert(each.key().toStdString());
        if (each->isObject())
            collect(each->toObject(), members);
        for (const QJsonValue& part : each->toArray())
            if (part.isObject())
                collect(part.toObject(), members);
    }
}

} // namespace

class TestRuleNumberWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void familiesAreSortedAndShareNothing() {
        std::set<std::string_view> seen;
        for (const std::span<const NumberWords> family : families()) {
            QVERIFY(!family.empty());
            QVERIFY(std::ranges::is_sorted(family, {}, &NumberWords::key));
            for (const NumberWords& words : family)
                QVERIFY2(seen.insert(words.key).second, words.key.data());
        }
    }

    void everyMemberHasWordsAndNoWordsAreLeftOver() {
        QFile file(QStringLiteral(LENTO_SOURCE_DIR "/resources/rules/numbers.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::set<std::string> members;
        for (const QJsonValue& group : QJsonDocument::fromJson(file.readAll())[QLatin1String("numbers")].toArray())
            collect(group.toObject(), members);
        members.erase("rule");
        members.erase("sources");
        QVERIFY(members.size() > 150);
        for (const std::string& member : members)
            QVERIFY2(wording::hasRuleNumberWords(member), member.c_str());
        for (const std::span<const NumberWords> family : families())
            for (const NumberWords& words : family)
                QVERIFY2(members.contains(std::string(words.key)), words.key.data());
    }

    void unitsHoldTheValue() {
        for (const std::span<const NumberWords> family : families())
            for (const NumberWords& words : family)
                QVERIFY2(words.unit == nullptr || std::string_view(words.unit).find("%1") != std::string_view::npos,
                         words.key.data());
        QCOMPARE(wording::ruleNumberValue("umol_per_mg", "88.4"), QStringLiteral("88.4 umol/L"));
        QCOMPARE(wording::ruleNumberValue("step_part", "1/2"), QStringLiteral("1/2"));
        QCOMPARE(wording::ruleNumberName("no_such_member"), QStringLiteral("no such member"));
    }
};

QTEST_GUILESS_MAIN(TestRuleNumberWords)
#include "tst_rule_number_words.moc"
