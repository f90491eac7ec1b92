#include "gui/protocol_preview_card.h"

#include "app/protocol_preview.h"
#include "gui/finding_card.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

enum Column { stepColumn, dayColumn, doseColumn, splitColumn, columnCount };

QString whomText(const app::PreviewPerson& person, const core::ProductSet& products) {
    QStringList names;
    for (const core::Product& product : products.products())
        names << wording::productText(product);
    return ProtocolPreviewCard::tr("For someone of %1 years and %2, with %3, up to the ceiling.")
        .arg(person.ageYears)
        .arg(wording::weightText(person.weightGrams), names.join(QStringLiteral(", ")));
}

} // namespace

ProtocolPreviewCard::ProtocolPreviewCard(const content::Catalogue& catalogue, core::Date today, QWidget* parent)
    : Card(tr("The steps it makes"), parent)
    , m_catalogue(catalogue)
    , m_today(today)
    , m_whom(new QLabel)
    , m_steps(new QTableWidget(0, columnCount))
    , m_fine(new QLabel)
    , m_findings(new QVBoxLayout) {
    m_whom->setWordWrap(true);
    setTextKind(*m_whom, TextKind::muted);
    m_fine->setWordWrap(true);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setHorizontalHeaderLabels({tr("Step"), tr("Day"), tr("mg/day"), tr("Doses, mg")});
    m_steps->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_steps->setSelectionMode(QAbstractItemView::SingleSelection);
    m_steps->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_steps->setTabKeyNavigation(false);
    m_steps->setShowGrid(false);
    m_steps->setWordWrap(false);
    m_steps->verticalHeader()->setDefaultSectionSize(em(*this, 1.6));
    m_steps->verticalHeader()->hide();
    m_steps->horizontalHeader()->setSectionsClickable(false);
    m_steps->horizontalHeader()->setHighlightSections(false);
    m_steps->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_steps->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_steps->horizontalHeader()->setStretchLastSection(true);
    m_steps->setMinimumHeight(em(*this, 12));
    m_findings->setSpacing(em(*this, 0.5));
    body()->addWidget(m_whom);
    body()->addWidget(m_steps, 1);
    body()->addWidget(m_fine);
    body()->addLayout(m_findings);
}

int ProtocolPreviewCard::stepCount() const {
    return m_steps->rowCount();
}

void ProtocolPreviewCard::clearFindings() {
    while (QLayoutItem* item = m_findings->takeAt(0)) {
        if (QWidget* card = item->widget()) {
            card->hide();
            card->deleteLater();
        }
        delete item;
    }
    m_findingCount = 0;
}

void ProtocolPreviewCard::preview(const std::optional<core::Protocol>& protocol) {
    clearFindings();
    const app::PreviewPerson person = protocol ? app::previewPerson(*protocol) : app::PreviewPerson();
    const core::Result<app::PlanView> view =
        protocol ? app::previewOf(*protocol, person, m_today, m_catalogue)
                 : core::Result<app::PlanView>(core::failure(core::ErrorCode::missingField, "protocol"));
    m_steps->setVisible(view.has_value());
    m_whom->setText(view       ? whomText(person, view->plan.products)
                    : protocol ? tr("No steps can be made of it. %1").arg(wording::message(view.error()).what)
                               : tr("The steps are shown once every field can be read."));
    if (!view) {
        m_steps->setRowCount(0);
        m_fine->hide();
        return;
    }
    const std::vector<core::Step>& steps = view->plan.steps;
    m_steps->setRowCount(static_cast<int>(steps.size()));
    for (int row = 0; row < m_steps->rowCount(); ++row) {
        const core::Step& step = steps[static_cast<std::size_t>(row)];
        const int day = step.span.first - steps.front().span.first + 1;
        const QString texts[] = {QString::number(row + 1), QString::number(day), wording::milligrams(step.daily()),
                                 wording::splitText(step.split)};
        for (int column = 0; column < columnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            m_steps->setItem(row, column, item);
        }
    }
    for (const core::Finding& finding : view->findings)
        m_findings->addWidget(new FindingCard(finding, m_catalogue));
    m_findingCount = static_cast<int>(view->findings.size());
    m_fine->setText(tr("TIT-6 to TIT-9 (ceiling, speed, single dose, frequency) say nothing against it."));
    m_fine->setVisible(view->findings.empty());
}

} // namespace lento::gui
