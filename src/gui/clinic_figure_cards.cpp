#include "gui/clinic_figure_cards.h"

#include "gui/even_columns.h"
#include "gui/figure_card.h"
#include "gui/theme.h"
#include "wording/quantities.h"

namespace lento::gui {

namespace {
constexpr std::size_t mostRulesNamed = 3;
} // namespace

ClinicFigureCards::ClinicFigureCards(QWidget* parent)
    : QWidget(parent)
    , m_titrated(new FigureCard(1))
    , m_tapered(new FigureCard(1))
    , m_stable(new FigureCard(1))
    , m_overrides(new FigureCard(1)) {
    auto* columns = new EvenColumns;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(em(*this, 0.8));
    for (FigureCard* figure : {m_titrated, m_tapered, m_stable, m_overrides})
        columns->addWidget(figure);
    setLayout(columns);
    show(std::nullopt);
}

void ClinicFigureCards::show(const std::optional<core::ClinicFigures>& read) {
    const core::ClinicFigures figures = read.value_or(core::ClinicFigures{});
    const auto number = [&read](int value) { return read ? wording::countText(value) : QStringLiteral("–"); };
    const auto detail = [&read](const QString& words) { return read ? words : QString(); };
    m_titrated->show(tr("Being titrated"), number(figures.titrated),
                     detail(tr("%1 at the highest dose of the plan").arg(figures.atMaximum)));
    m_tapered->show(
        tr("Being tapered"), number(figures.tapered),
        detail(tr("%1 on hold · %2 paused or stepped back so far").arg(figures.onHold).arg(figures.pausedOrReversed)));
    m_stable->show(tr("Stable"), number(figures.stable),
                   detail(tr("%1 without a score for 6 months").arg(figures.unscored)));
    std::int64_t all = 0;
    QStringList rules;
    for (const auto& [rule, count] : figures.overridesByRule) {
        all += count;
        if (static_cast<std::size_t>(rules.size()) < mostRulesNamed)
            rules << tr("%1: %2").arg(QString::fromStdString(rule)).arg(count);
    }
    m_overrides->show(tr("Checks overridden"), number(static_cast<int>(all)),
                      detail(rules.isEmpty() ? tr("none") : rules.join(QStringLiteral(" · "))));
}

} // namespace lento::gui
