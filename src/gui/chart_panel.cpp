#include "gui/chart_panel.h"

#include "gui/chart_table_model.h"
#include "gui/pump_dose_panel.h"
#include "gui/score_panel.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/score_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

ChartPanel::ChartPanel(QWidget* parent)
    : Card(tr("Dose and spasticity over time"), parent)
    , m_chart(new DoseChart)
    , m_below(nullptr)
    , m_scales(new QPushButton(tr("&More scales")))
    , m_rows(new ChartTableModel(this))
    , m_table(new QTableView)
    , m_either(new QStackedWidget)
    , m_ranges(new SegmentedControl(tr("Time shown"),
                                    {{static_cast<int>(DoseChart::Range::threeMonths), tr("3 m"), tr("3 months")},
                                     {static_cast<int>(DoseChart::Range::year), tr("1 y"), tr("1 year")},
                                     {static_cast<int>(DoseChart::Range::all), tr("All"), tr("all")}}))
    , m_tableButton(new QPushButton(tr("&Table")))
    , m_legend(new QLabel)
    , m_reading(new QLabel) {
    m_ranges->setValue(static_cast<int>(m_chart->range()));
    connect(m_ranges, &SegmentedControl::valueChanged, this,
            [this](std::optional<int> value) { m_chart->setRange(static_cast<DoseChart::Range>(value.value_or(1))); });

    m_tableButton->setCheckable(true);
    m_tableButton->setToolTip(tr("Show the same figures as a table"));
    connect(m_tableButton, &QPushButton::toggled, this, &ChartPanel::showTable);

    auto* save = new QPushButton(tr("Save pict&ure…"));
    connect(save, &QPushButton::clicked, this, &ChartPanel::savePictureRequested);

    makeLink(*m_scales);
    m_scales->setToolTip(tr("Show goals, timed walks or Tardieu below the chart"));
    auto* menu = new QMenu(m_scales);
    m_scales->setMenu(menu);
    m_scales->hide();
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const app::FurtherSeries& further : m_chart->series().further) {
            QAction* action = menu->addAction(wording::chartedScaleText(further.scale));
            action->setCheckable(true);
            action->setChecked(m_asked.contains(further.scale));
            connect(action, &QAction::toggled, this,
                    [this, scale = further.scale](bool shown) { showScale(scale, shown); });
        }
    });

    head()->addWidget(m_ranges);
    head()->addWidget(m_tableButton);
    head()->addWidget(save);

    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Dose and spasticity as a table, newest first"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    m_chart->setMinimumHeight(em(*this, 15));
    auto* drawn = new QWidget;
    m_below = new QVBoxLayout(drawn);
    m_below->setContentsMargins(0, 0, 0, 0);
    m_below->setSpacing(0);
    m_below->addWidget(m_chart, 1);
    m_either->addWidget(drawn);
    m_either->addWidget(m_table);
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    setTextKind(*m_reading, TextKind::muted);

    body()->addWidget(m_legend);
    body()->addWidget(m_either, 1);
    auto* last = new QHBoxLayout;
    last->addWidget(m_reading, 1);
    last->addWidget(m_scales);
    body()->addLayout(last);
    connect(m_chart, &DoseChart::focusDayChanged, this, &ChartPanel::showReading);
    connect(m_chart, &DoseChart::focusDayChanged, this, &ChartPanel::placePanels);
    connect(m_chart, &DoseChart::daysPlaced, this, &ChartPanel::placePanels);
    colour();
    showReading();
}

void ChartPanel::setSeries(const app::ChartSeries& series) {
    m_chart->setSeries(series);
    m_scales->setVisible(!series.further.empty());
    arrangePump();
    arrangePanels();
    showLegend();
    if (showsTable())
        m_rows->setSeries(series);
}

void ChartPanel::setEffectNames(std::function<QString(const std::string&)> names) {
    m_chart->setEffectNames(names);
    m_rows->setEffectNames(std::move(names));
}

bool ChartPanel::showsTable() const {
    return m_either->currentWidget() == m_table;
}

void ChartPanel::showTable(bool table) {
    if (table) {
        m_rows->setSeries(m_chart->series());
        m_table->resizeColumnsToContents();
    }
    m_either->setCurrentIndex(table ? m_either->indexOf(m_table) : 0);
    m_tableButton->setChecked(table);
    m_ranges->setEnabled(!table);
    m_scales->setEnabled(!table);
}

void ChartPanel::showScale(core::ChartedScale scale, bool shown) {
    if (shown)
        m_asked.insert(scale);
    else
        m_asked.erase(scale);
    arrangePanels();
}

std::vector<core::ChartedScale> ChartPanel::shownPanels() const {
    std::vector<core::ChartedScale> shown;
    for (const app::FurtherSeries& further : m_chart->series().further)
        if (m_asked.contains(further.scale))
            shown.push_back(further.scale);
    return shown;
}

void ChartPanel::arrangePump() {
    const std::optional<app::PumpSeries>& pump = m_chart->series().pump;
    if (pump && m_pump == nullptr) {
        m_pump = new PumpDosePanel;
        m_below->insertWidget(m_below->indexOf(m_chart), m_pump);
    }
    if (m_pump == nullptr)
        return;
    m_pump->setVisible(pump.has_value());
    if (pump)
        m_pump->setSeries(*pump, m_chart->series().today);
}

void ChartPanel::arrangePanels() {
    for (ScorePanel* panel : m_panels)
        if (panel != nullptr)
            panel->hide();
    for (const app::FurtherSeries& further : m_chart->series().further) {
        if (!m_asked.contains(further.scale))
            continue;
        ScorePanel*& panel = m_panels[static_cast<std::size_t>(further.scale)];
        if (panel == nullptr) {
            panel = new ScorePanel;
            const auto before = std::count_if(m_panels.begin(), m_panels.begin() + static_cast<int>(further.scale),
                                              [](const ScorePanel* each) { return each != nullptr; });
            m_below->insertWidget(m_below->indexOf(m_chart) + 1 + static_cast<int>(before), panel);
        }
        panel->setSeries(further, m_chart->series().today);
        panel->show();
    }
    placePanels();
}

void ChartPanel::placePanels() {
    const QRectF plot = m_chart->plotOnScreen();
    if (m_pump != nullptr && !m_pump->isHidden()) {
        m_pump->setDays(m_chart->shownDays(), plot.left(), plot.right());
        m_pump->setFocusDay(m_chart->focusDay());
    }
    for (ScorePanel* panel : m_panels)
        if (panel != nullptr && !panel->isHidden()) {
            panel->setDays(m_chart->shownDays(), plot.left(), plot.right());
            panel->setFocusDay(m_chart->focusDay());
        }
}

void ChartPanel::showReading() {
    const QString text = m_chart->readingText();
    // The line keeps its room, so that the chart does not jump when the mouse enters it.
    m_reading->setText(text.isEmpty() ? tr("Point at a day, or use the arrow keys, to read dose and scores.") : text);
}

void ChartPanel::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        colour();
}

void ChartPanel::colour() {
    const Tokens& now = tokens(palette());
    m_chart->setColours(
        {now.dose, now.doseFill, now.mas, now.nrs, now.effect, now.text, now.text, now.muted, now.grid, now.surface});
    showLegend();
}

void ChartPanel::showLegend() {
    const Tokens& now = tokens(palette());
    const auto entry = [](const QColor& colour, const QString& glyph, const QString& text) {
        return QStringLiteral("<span style='color:%1;white-space:nowrap'>%2&nbsp;%3</span>")
            .arg(colour.name(), glyph, text.toHtmlEscaped().replace(QLatin1Char(' '), QStringLiteral("&nbsp;")));
    };
    QStringList entries{
        entry(now.dose, QStringLiteral("▬"), tr("dose, mg/day; dashed: planned")),
        entry(now.mas, QStringLiteral("○"), tr("MAS mean, 1+ counted as 1.5")),
        entry(now.nrs, QStringLiteral("□"), tr("spasticity NRS 0–10")),
        entry(now.effect, QStringLiteral("▲"), tr("adverse effect")),
    };
    // SCL-10: the bands are told apart by their colour, each that of its line.
    if (m_chart->series().masBand)
        entries << entry(now.mas, QStringLiteral("▒"), tr("MAS: no change that matters from baseline"));
    if (m_chart->series().nrsBand)
        entries << entry(now.nrs, QStringLiteral("▒"), tr("NRS: no change that matters from baseline"));
    m_legend->setText(entries.join(QStringLiteral(" &nbsp; ")));
}

} // namespace lento::gui
