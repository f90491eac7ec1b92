// The browser of rules: every rule is found, says its numbers and sources, and where it fired for the patient who is
// open.
#include "gui/dialog_host.h"
#include "gui/rule_browser.h"
#include "patient_window.h"

#include <QClipboard>
#include <QListWidget>

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
