// FindingsPanel lists what the rules say of a plan, hardest first, and counts what still owes an answer.
#pragma once

#include "core/finding.h"
#include "core/plan.h"
#include "gui/card.h"
#include "gui/finding_card.h"

#include <QScrollArea>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace lento::content {
class Catalogue;
}

namespace lento::gui {

class FindingCard;

class FindingsPanel : public Card {
    Q_OBJECT
public:
    explicit FindingsPanel(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // reasonOf gives the reason already written for a finding; read-only, it stands there as words. Cards of findings
    // that are unchanged stay, with what is open in them.
    void setFindings(const std::vector<core::Finding>& findings, const std::vector<core::Finding>& owed,
                     const std::function<GivenReason(const core::Finding&)>& reasonOf);
    // No reason is asked for, as in a plan in force.
    void setReadOnly(bool readOnly);
    int cardCount() const noexcept { return static_cast<int>(m_cards.size()); }
    FindingCard* card(int index) const { return m_cards[static_cast<std::size_t>(index)]; }

Q_SIGNALS:
    void reasonEdited(const lento::core::Finding& finding, const QString& reason, const QString& secondName);
    void stepRequested(int step);
    void missingValueRequested(const QString& input);
    void ruleRequested(const QString& rule);

private:
    void removeCards(const std::vector<FindingCard*>& cards);

    const content::Catalogue& m_catalogue;
    std::vector<FindingCard*> m_cards;
    QVBoxLayout* m_list;
    QWidget* m_nothing;
    bool m_readOnly = false;
};

} // namespace lento::gui
