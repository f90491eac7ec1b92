// Every error and every finding has words, and no finding shows a placeholder or a program's word.
#include "core/finding.h"
#include "core_values.h"
#include "wording/finding_words.h"
#include "wording/messages.h"

#include <QRegularExpression>
#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::Error;
using core::ErrorCode;
using core::Finding;

class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorSaysWhatHappened() {
        for (int code = 0; code <= static_cast<int>(ErrorCode::notFound); ++code) {
            for (const Error& error : {Error{static_cast<ErrorCode>(code), {}, {}},
                                       Error{static_cast<ErrorCode>(code), "start", {"2026-12-09", "5000000", "7"}}}) {
                const wording::Message message = wording::message(error);
                QVERIFY2(message.what.endsWith(u'.') || message.what.endsWith(u')'), qPrintable(QString::number(code)));
                QVERIFY2(code == static_cast<int>(ErrorCode::cancelled) ||
                             !(message.meaning + message.remedy).isEmpty(),
                         qPrintable(message.what));
                static const QRegularExpression forbidden(QStringLiteral("!|null|invalid|%\\d|\\berror\\b"),
                                                          QRegularExpression::CaseInsensitiveOption);
                QVERIFY2(!message.text().contains(forbidden), qPrintable(message.text()));
            }
        }
    }

    void errorsFillInWhatTheyKnow() {
        QCOMPARE(
            wording::sentence({ErrorCode::proofFailed, "2026-12-09", {"a dose differs from the plan"}}),
            QStringLiteral("The sheet does not add up on 09-Dec-2026. (a dose differs from the plan) Nothing was "
                           "printed, so that no wrong dose leaves the clinic. Check the plan and its products, then "
                           "print again."));
        QVERIFY(wording::sentence({ErrorCode::doseNotDispensable, {}, {"7500000", "5000000", "10000000"}})
                    .contains(QStringLiteral("Take 5 mg or 10 mg")));
        QCOMPARE(wording::sentence({ErrorCode::outOfRange, "on", {"2026-11-23", "2026-11-24", "2026-11-29"}}),
                 QStringLiteral("“23-Nov-2026” is outside what is accepted. Choose a day from 24-Nov-2026 to "
                                "29-Nov-2026."));
        QCOMPARE(wording::sentence({ErrorCode::outOfRange, "days", {"400", "1", "365"}}),
                 QStringLiteral("“400” is outside what is accepted. Type a value from 1 to 365."));
        QVERIFY(wording::sentence({ErrorCode::conflictingFields, "date", {"2026-04-03", "2026-03-04"}})
                    .contains(QStringLiteral("03-Apr-2026 in one country and 04-Mar-2026 in another")));
    }

    // A limit of the pump is not a limit of a plan of tablets.
    void hardLimitsNameWhatTheyLimit() {
        QCOMPARE(wording::sentence({ErrorCode::limitHard, "concentration", {"ITB-1"}}),
                 QStringLiteral("This strength is for the screening test, never for the pump (ITB-1). Filled with it, "
                                "the pump would run empty within days. Check the ampoule and enter its strength."));
        for (const Error& pump :
             {Error{ErrorCode::limitHard, "daily", {"UNI-1"}}, Error{ErrorCode::limitHard, {}, {"ITB-8"}}}) {
            QVERIFY(wording::sentence(pump).contains(QStringLiteral("a limit of the pump")));
            QVERIFY(wording::sentence(pump).contains(QStringLiteral("mcg a day")));
        }
        QVERIFY(wording::sentence({ErrorCode::limitHard, {}, {"TIT-6"}}).contains(QStringLiteral("This plan")));
    }

    void everyMessageKeyHasATitleAndASentence() {
        QVERIFY(!core::messageKeys().empty());
        for (const std::string_view key : core::messageKeys())
            QVERIFY2(wording::hasFindingWords(key), std::string(key).c_str());
    }

    void wordsAreSortedAndCalm() {
        std::string_view before;
        for (const wording::FindingWords& words : wording::findingWords()) {
            QVERIFY(before < words.key);
            before = words.key;
            QVERIFY(QString::fromUtf8(words.sentence).endsWith(u'.'));
            QVERIFY(!QString::fromUtf8(words.sentence).contains(u'!'));
        }
    }

    void findingsAreFilledIn() {
        Finding finding;
        finding.rule = "TAP-8";
        finding.action = core::Action::warn;
        finding.message = "tap-8.third";
        finding.inputs = {{"drop_mg", daily("15")}, {"from_mg", daily("40")}, {"drop_percent", 37.5}};
        QCOMPARE(wording::findingTitle(finding), QStringLiteral("Large drop"));
        QCOMPARE(wording::findingSentence(finding),
                 QStringLiteral("This step drops 15 mg of 40 mg (37.5 %), more than a third of the dose."));
        QCOMPARE(wording::severityText(finding), QStringLiteral("Caution"));
    }

    void severalMissingValuesAreAllNamed() {
        Finding finding;
        finding.rule = "REN-5";
        finding.message = "ren-5.not-assessed";
        finding.assessed = false;
        finding.inputs = {{"missing", std::string("creatinine")}, {"missing", std::string("weight")}};
        QVERIFY(wording::findingSentence(finding).startsWith(
            QStringLiteral("Not assessed: creatinine, weight is missing.")));
        QCOMPARE(wording::severityText(finding), QStringLiteral("Not assessed"));
    }

    void presetsAndRisksReadAsSentences() {
        Finding finding;
        finding.rule = "TAP-11";
        finding.message = "tap-11.high";
        finding.inputs = {{"class", std::string("HIGH")},       {"from_mg", daily("60")},
                          {"months", std::int64_t{14}},         {"preset_of_current", false},
                          {"preset_percent", std::int64_t{10}}, {"preset_interval_days", std::int64_t{14}}};
        QCOMPARE(wording::findingTitle(finding), QStringLiteral("Long treatment, high dose"));
        QCOMPARE(
            wording::findingSentence(finding),
            QStringLiteral("High risk of withdrawal (60 mg a day, 14 months of treatment). The slow pace is kept: 10 % "
                           "of the starting dose every 14 days."));
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
