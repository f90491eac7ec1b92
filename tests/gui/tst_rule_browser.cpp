// The browser of rules: every rule is found, says its numbers and sources, and where it fired for the patient who is
// open.
#include "gui/dialog_host.h"
#include "gui/finding_card.h"
#include "gui/plan_page.h"
#include "gui/rule_browser.h"
#include "patient_window.h"
#include "plan_values.h"
#include "wording/rule_number_words.h"

#include <QClipboard>
#include <QListWidget>
#include <QTabWidget>
#include <QTableView>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

const content::RuleReference& reference() {
    static const content::RuleReference loaded = content::RuleReference::load().value();
    return loaded;
}

int rulesListed(const RuleBrowser& browser) {
    int count = 0;
    const auto* list = named<QListWidget>(const_cast<RuleBrowser&>(browser), QStringLiteral("Rules"));
    for (int row = 0; row < list->count(); ++row)
        count += list->item(row)->data(Qt::UserRole).toString().isEmpty() ? 0 : 1;
    return count;
}

} // namespace

class TestRuleBrowser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleIsListedAndShown() {
        RuleBrowser browser(catalogue(), reference(), {}, {});
        QCOMPARE(rulesListed(browser), static_cast<int>(catalogue().rules().size()));
        for (const content::RuleText& rule : catalogue().rules()) {
            browser.showRule(QString::fromStdString(rule.id));
            QVERIFY2(browser.shownText().startsWith(QString::fromStdString(rule.id)), rule.id.c_str());
            for (const std::string& source : rule.sources)
                QVERIFY2(browser.shownText().contains(QString::fromStdString(source)), rule.id.c_str());
        }
    }

    void searchTakesEveryWordInAnyOrder_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("found");
        QTest::newRow("by its number") << QStringLiteral("tap-8") << QStringLiteral("TAP-8");
        QTest::newRow("by words") << QStringLiteral("kidney DOSE") << QStringLiteral("REN-5");
        QTest::newRow("nothing") << QStringLiteral("chocolate") << QString();
    }
    void searchTakesEveryWordInAnyOrder() {
        QFETCH(const QString, words);
        QFETCH(const QString, found);
        RuleBrowser browser(catalogue(), reference(), {}, {});
        browser.show();
        browser.search(words);
        const auto* list = named<QListWidget>(browser, QStringLiteral("Rules"));
        QStringList ids;
        for (int row = 0; row < list->count(); ++row)
            ids << list->item(row)->data(Qt::UserRole).toString();
        if (found.isEmpty()) {
            QCOMPARE(rulesListed(browser), 0);
            QVERIFY(visibleText(browser).contains(QStringLiteral("No rule holds all these words")));
            QCOMPARE(browser.shownText(), QString());
        } else {
            QVERIFY2(ids.contains(found), qPrintable(ids.join(QLatin1Char(' '))));
            QVERIFY(rulesListed(browser) < static_cast<int>(catalogue().rules().size()));
        }
    }

    void numbersAreThoseOfTheData() {
        RuleBrowser browser(catalogue(), reference(), {}, {});
        browser.showRule(QStringLiteral("TAP-9"));
        QVERIFY2(browser.shownText().contains(QStringLiteral("14")), qPrintable(browser.shownText()));
        browser.showRule(QStringLiteral("TAP-8"));
        QVERIFY(browser.shownText().contains(QStringLiteral("1/3")));
    }

    void everyNumberHasWords() {
        int numbers = 0;
        for (const content::RuleText& rule : catalogue().rules())
            for (const content::RuleNumber& number : reference().numbers(rule.id)) {
                ++numbers;
                QVERIFY2(wording::hasRuleNumberWords(number.name), (rule.id + " " + number.name).c_str());
                QVERIFY2(number.group.empty() || wording::hasRuleNumberWords(number.group), number.group.c_str());
                QVERIFY2(!QString::fromStdString(number.value).contains(u'{'), number.value.c_str());
            }
        QVERIFY(numbers > 150);
    }

    void numbersAreToldWithUnitAndSource_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("mg") << QStringLiteral("TIT-8")
                            << QStringList{QStringLiteral("Largest single dose"), QStringLiteral("20 mg"),
                                           QStringLiteral("Source of these numbers: S1, S3, PD")};
        QTest::newRow("groups") << QStringLiteral("TAP-11")
                                << QStringList{QStringLiteral("Low risk"), QStringLiteral("20 %"),
                                               QStringLiteral("the starting dose"), QStringLiteral("6 months")};
        QTest::newRow("list") << QStringLiteral("REN-5")
                              << QStringList{QStringLiteral("Band R3"), QStringLiteral("30 mL/min"),
                                             QStringLiteral("1/2"), QStringLiteral("a reason is needed")};
        QTest::newRow("regions") << QStringLiteral("TIT-14")
                                 << QStringList{QStringLiteral("Licensed in"), QStringLiteral("UK, FR")};
        QTest::newRow("umol") << QStringLiteral("REN-1")
                              << QStringList{QStringLiteral("88.4 umol/L"), QStringLiteral("0.1 mg/dL"),
                                             QStringLiteral("20 mg/dL")};
        QTest::newRow("measurements") << QStringLiteral("ITB-2")
                                      << QStringList{QStringLiteral("Pulse a minute"), QStringLiteral("Lowest"),
                                                     QStringLiteral("300")};
        QTest::newRow("paces") << QStringLiteral("TAP-5")
                               << QStringList{QStringLiteral("Pace 6"), QStringLiteral("the present dose"),
                                              QStringLiteral("14 days")};
        QTest::newRow("hours") << QStringLiteral("SPL-1")
                               << QStringList{QStringLiteral("Usual hour, morning"), QStringLiteral("08:00"),
                                              QStringLiteral("4 hours")};
    }
    void numbersAreToldWithUnitAndSource() {
        QFETCH(QString, rule);
        QFETCH(QStringList, words);
        RuleBrowser browser(catalogue(), reference(), {}, {});
        browser.showRule(rule);
        for (const QString& each : words)
            QVERIFY2(browser.shownText().contains(each), qPrintable(each + QStringLiteral("\n") + browser.shownText()));
        QVERIFY(!browser.shownText().contains(QStringLiteral("_mg")));
    }

    void whereSourcesDisagreeIsTold() {
        RuleBrowser browser(catalogue(), reference(), {}, {});
        browser.showRule(QStringLiteral("PRG-3"));
        QVERIFY(browser.shownText().contains(QStringLiteral("Where sources disagree")));
    }

    // The table is made by the build; a build without tests has none, and says so.
    void everyRuleIsTraced() {
        QVERIFY(reference().isTraced());
        const content::RuleTrace* trace = reference().trace("TAP-8");
        QVERIFY(trace);
        QVERIFY(std::ranges::count(trace->code, "src/core/rules_taper.cpp") == 1);
        QVERIFY(std::ranges::count(trace->data, "resources/rules/numbers.json") == 1);
        QVERIFY(!trace->tests.empty());
        RuleBrowser browser(catalogue(), reference(), {}, {});
        const auto* table =
            named<QTableView>(browser, QStringLiteral("Rules with their sources, data, code and tests"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(catalogue().rules().size()));
        browser.showRule(QStringLiteral("TAP-8"));
        QVERIFY(browser.shownText().contains(QStringLiteral("src/core/rules_taper.cpp")));
    }

    void aBuildWithoutTestsSaysThatItCannotTell() {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("rules")));
        for (const char* name : {"numbers", "hazards", "reasons"})
            QVERIFY(QFile::copy(QStringLiteral(":/lento/rules/%1.json").arg(QLatin1String(name)),
                                folder.filePath(QStringLiteral("rules/%1.json").arg(QLatin1String(name)))));
        const auto untraced = content::RuleReference::load(folder.path());
        QVERIFY(untraced && !untraced->isTraced());
        RuleBrowser browser(catalogue(), *untraced, {}, {});
        browser.show();
        browser.showRule(QStringLiteral("TAP-8"));
        const QString words = QStringLiteral("made without its tests");
        QVERIFY(browser.shownText().contains(words));
        browser.findChild<QTabWidget*>()->setCurrentIndex(2);
        QVERIFY(visibleText(browser).contains(words));
    }

    void theWhyLeadsToTheRule() {
        PatientWindow clinic(goingDown);
        auto& page = clinic.page<PlanPage>(PageId::plan);
        FindingCard* card = nullptr;
        for (FindingCard* each : page.findChildren<FindingCard*>())
            if (each->finding().rule == core::RuleId("TAP-16"))
                card = each;
        QVERIFY(card);
        card->toggleWhy();
        QString seen;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            seen = dynamic_cast<RuleBrowser&>(dialog).shownText();
            return int(QDialog::Rejected);
        });
        button(*card, QStringLiteral("All of rule TAP-16…"))->click();
        QVERIFY2(seen.startsWith(QStringLiteral("TAP-16")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("plan 2, version 1, from 09-Nov-2026")), qPrintable(seen));
        // Where nobody would open the rule, no link is offered.
        FindingCard alone(card->finding(), catalogue());
        alone.toggleWhy();
        for (const QPushButton* each : alone.findChildren<QPushButton*>())
            QVERIFY(!each->text().startsWith(QStringLiteral("All of rule")));
    }

    void itSaysWithWhichReasonARuleWasOverridden() {
        // 30 mg less every two days: TAP-8 and TAP-9 ask for reasons, which activate() gives.
        PatientWindow clinic([](PatientWindow& window, app::Session& session) {
            onSixty(window, session);
            core::TaperInputs inputs;
            inputs.start = window.today + 1;
            inputs.from = daily("60");
            inputs.model = core::TaperModel::fixedStep;
            inputs.fixedStep = daily("40");
            inputs.intervalDays = 2;
            window.activate(session, inputs, products("TAB10"));
        });
        QString seen;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            seen = dynamic_cast<RuleBrowser&>(dialog).shownText();
            return int(QDialog::Rejected);
        });
        clinic.window->showRules(QStringLiteral("TAP-8"));
        QVERIFY2(seen.contains(QStringLiteral("step 1, from 23-Nov-2026")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("Reason: Agreed with the patient (Dr A. Weber, ")), qPrintable(seen));
    }

    void itSaysWhereARuleFired() {
        PatientWindow clinic(goingDown);
        QString seen;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            auto& browser = dynamic_cast<RuleBrowser&>(dialog);
            browser.showRule(QStringLiteral("TAP-16"));
            seen = browser.shownText();
            return int(QDialog::Rejected);
        });
        clinic.window->showRules();
        QVERIFY2(seen.contains(QStringLiteral("For KOWALSKI, Maria")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("plan 2, version 1")), qPrintable(seen));
        QVERIFY2(seen.contains(QStringLiteral("visits or calls")), qPrintable(seen));
    }

    void aRuleThatIsSilentSaysSo() {
        PatientWindow clinic(goingDown);
        QString seen;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            seen = dynamic_cast<RuleBrowser&>(dialog).shownText();
            return int(QDialog::Rejected);
        });
        clinic.window->showRules(QStringLiteral("TIT-8"));
        QVERIFY2(seen.startsWith(QStringLiteral("TIT-8")), qPrintable(seen));
        QVERIFY(seen.contains(QStringLiteral("nothing to say about the plans of this patient")));
    }

    void withoutAPatientItAsksForOne() {
        RuleBrowser browser(catalogue(), reference(), {}, {});
        QVERIFY(browser.shownText().contains(QStringLiteral("Open a patient")));
    }

    void hazardsSayWhatStandsAgainstThem() {
        RuleBrowser browser(catalogue(), reference(), {}, {});
        browser.findChild<QTabWidget*>()->setCurrentIndex(1);
        QVERIFY(browser.shownText().startsWith(QStringLiteral("HAZ-1 · Wrong patient")));
        auto* list = named<QListWidget>(browser, QStringLiteral("Hazards"));
        QVERIFY(list->count() >= 10);
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            QVERIFY(browser.shownText().contains(QStringLiteral("What stands against it")) ||
                    browser.shownText().contains(QStringLiteral("Not yet")));
        }
    }

    void theTextIsCopied() {
        RuleBrowser browser(catalogue(), reference(), {}, {});
        browser.show();
        browser.showRule(QStringLiteral("REN-5"));
        click(browser, QStringLiteral("Copy as text"));
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("REN-5")));
    }
};

QTEST_MAIN(TestRuleBrowser)
#include "tst_rule_browser.moc"
