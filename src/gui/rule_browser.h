// RuleBrowser lists every rule of the program: what it says, its numbers and sources, where it stands in the program,
// and where it fired for the patient who is open; a second list holds the hazards and what stands against each, a third
// the trace of every rule to its data, code and tests.
#pragma once

#include "gui/rule_page.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QTabWidget;
class QTextBrowser;

namespace lento::gui {

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
    void fillList(const QString& words);
    void showCurrentRule();
    void showCurrentHazard();

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
