// RuleBrowser lists every rule of the program: what it says, its numbers and sources, where it stands in the program,
// and where it fired for the patient who is open; a second list holds the hazards and what stands against each, a third
// the trace of every rule to its data, code and tests.
#pragma once

#include "content/catalogue.h"
#include "content/rule_reference.h"
#include "core/calendar.h"
#include "core/finding.h"

#include <QDialog>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QTabWidget;
class QTextBrowser;

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

class RuleBrowser : public QDialog {
    Q_OBJECT
public:
    // patient: who the firings are of; empty when nobody is open.
    RuleBrowser(const content::Catalogue& catalogue, const content::RuleReference& reference, const QString& patient,
                std::vector<RuleFiring> firings, QWidget* parent = nullptr);

    void setEarlierAnswers(std::vector<EarlierAnswer> answers);
    // Empty text shows all.
    void search(const QString& text);
    void showRule(const QString& id);
    QString shownText() const; // as plain text

public Q_SLOTS:
    void copyText();

private:
    QWidget* makeRules();
    QWidget* makeHazards();
    QWidget* makeTraces();
    static QString notTraced();
    QString numbersHtml(const std::string& rule) const;
    QString firingsHtml(const std::string& rule) const;
    void fillList(const QString& words);
    void showCurrentRule();
    void showCurrentHazard();
    QString ruleHtml(const content::RuleText& rule) const;
    QString hazardHtml(const content::Hazard& hazard) const;

    const content::Catalogue& m_catalogue;
    const content::RuleReference& m_reference;
    QString m_patient;
    std::vector<RuleFiring> m_firings;
    std::vector<EarlierAnswer> m_earlier;

    QTabWidget* m_tabs;
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_none;
    QTextBrowser* m_text;
    QListWidget* m_hazards;
    QTextBrowser* m_hazardText;
};

} // namespace lento::gui
