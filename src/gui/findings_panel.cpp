#include "gui/findings_panel.h"

#include "gui/finding_card.h"
#include "gui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

// Scrolled up and down only, so never narrower than what it holds.
class CardArea : public QScrollArea {
public:
    QSize minimumSizeHint() const override {
        QSize least = QScrollArea::minimumSizeHint();
        if (widget() != nullptr)
            least.setWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
        return least;
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool done = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return done;
    }
};

} // namespace

FindingsPanel::FindingsPanel(const content::Catalogue& catalogue, QWidget* parent)
    : Card(tr("Checks"), parent)
    , m_catalogue(catalogue) {
    auto* inside = new QWidget;
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(em(*this, 0.5));
    auto* nothing = new QLabel(tr("No check has anything to say about this plan."));
    nothing->setWordWrap(true);
    setTextKind(*nothing, TextKind::muted);
    m_nothing = nothing;
    m_list->addWidget(m_nothing);
    m_list->addStretch(1);

    auto* area = new CardArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Checks"));
    area->setWidget(inside); // which makes it fill its background
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    body()->addWidget(area, 1);
}

void FindingsPanel::setReadOnly(bool readOnly) {
    if (readOnly == m_readOnly)
        return;
    m_readOnly = readOnly;
    removeCards(m_cards); // a card either asks or tells
    m_cards.clear();
}

void FindingsPanel::removeCards(const std::vector<FindingCard*>& cards) {
    for (FindingCard* gone : cards)
        if (gone) {
            m_list->removeWidget(gone);
            gone->hide();
            gone->deleteLater();
        }
}

void FindingsPanel::setFindings(const std::vector<core::Finding>& findings, const std::vector<core::Finding>& owed,
                                const std::function<GivenReason(const core::Finding&)>& reasonOf) {
    std::vector<FindingCard*> next;
    next.reserve(findings.size());
    std::vector<FindingCard*> old = std::move(m_cards);
    for (const core::Finding& finding : findings) {
        const auto same =
            std::ranges::find_if(old, [&](const FindingCard* card) { return card && card->finding() == finding; });
        FindingCard* card = nullptr;
        if (same != old.end()) {
            card = *same;
            *same = nullptr;
        } else {
            card = new FindingCard(finding, m_catalogue);
            if (m_readOnly) {
                if (const QString given = reasonOf(finding).reason; !given.isEmpty())
                    card->showReason(given);
            } else if (finding.action == core::Action::blockOverridable) {
                card->askReason(false);
                card->setReason(reasonOf(finding));
            }
            connect(card, &FindingCard::reasonEdited, this,
                    [this, finding](const QString& reason, const QString& secondName) {
                        Q_EMIT reasonEdited(finding, reason, secondName);
                    });
            connect(card, &FindingCard::stepRequested, this, &FindingsPanel::stepRequested);
            connect(card, &FindingCard::missingValueRequested, this, &FindingsPanel::missingValueRequested);
            connect(card, &FindingCard::ruleRequested, this, &FindingsPanel::ruleRequested);
        }
        next.push_back(card);
    }
    removeCards(old);
    for (std::size_t i = 0; i < next.size(); ++i)
        if (m_list->indexOf(next[i]) != static_cast<int>(i)) {
            m_list->removeWidget(next[i]);
            m_list->insertWidget(static_cast<int>(i), next[i]);
        }
    m_cards = std::move(next);
    m_nothing->setVisible(m_cards.empty());

    setTitle(owed.empty() ? tr("Checks") : tr("Checks · %1 to answer").arg(owed.size()));
}

} // namespace lento::gui
