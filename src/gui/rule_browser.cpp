#include "gui/rule_browser.h"

#include "app/patients.h"
#include "gui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

constexpr int idRole = Qt::UserRole;

QString text(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

struct Section {
    const char* prefix;
    const char* title;
};

// In the order of clinical-rules.
constexpr Section sections[] = {
    {"UNI", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Amounts and dates")},
    {"DAT", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "The record")},
    {"FRM", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Products")},
    {"RND", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Rounding")},
    {"SPL", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Splitting the day")},
    {"DSP", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Dispensing and supply")},
    {"TIT", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Titration")},
    {"REN", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Kidney")},
    {"HEP", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Liver")},
    {"ELD", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Older people")},
    {"PED", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Children")},
    {"IND", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Other indications")},
    {"VIS", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "The decision at a visit")},
    {"RST", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Missed doses and interruption")},
    {"TAP", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Taper")},
    {"ITB", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "The pump")},
    {"SAF", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Contraindications and precautions")},
    {"INT", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Interactions")},
    {"PRG", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Pregnancy and breastfeeding")},
    {"MON", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Monitoring")},
    {"AE", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Adverse effects")},
    {"WDL", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Withdrawal")},
    {"SCL", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Scales")},
    {"PK", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "Concentration over the day")},
    {"PAT", QT_TRANSLATE_NOOP("lento::gui::RuleBrowser", "What the patient is told")},
};

// Every word, in any order, accents and case folded.
bool matches(const content::RuleText& rule, const QStringList& words) {
    const QString all = app::folded(text(rule.id + ' ' + rule.title + ' ' + rule.text));
    return std::all_of(words.begin(), words.end(), [&all](const QString& word) { return all.contains(word); });
}

} // namespace

RuleBrowser::RuleBrowser(const content::Catalogue& catalogue, const content::RuleReference& reference,
                         const QString& patient, std::vector<RuleFiring> firings, QWidget* parent)
    : QDialog(parent)
    , m_catalogue(catalogue)
    , m_reference(reference)
    , m_patient(patient)
    , m_firings(std::move(firings))
    , m_tabs(new QTabWidget)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_none(new QLabel(tr("No rule holds all these words.")))
    , m_text(new QTextBrowser)
    , m_hazards(new QListWidget)
    , m_hazardText(new QTextBrowser) {
    setWindowTitle(tr("Rules"));
    auto* outer = new QVBoxLayout(this);
    m_tabs->addTab(makeRules(), tr("&Rules"));
    m_tabs->addTab(makeHazards(), tr("&Hazards"));
    m_tabs->addTab(makeTraces(), tr("&Traceability"));
    outer->addWidget(m_tabs, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("&Copy as text"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, &RuleBrowser::copyText);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    outer->addWidget(buttons);
    resize(em(*this, 56), em(*this, 38));
    fillList({});
    m_search->setFocus();
}

QWidget* RuleBrowser::makeRules() {
    auto* split = new QSplitter;
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, em(*this, 0.5), 0, 0);
    m_search->setPlaceholderText(tr("Number or words of a rule"));
    m_search->setAccessibleName(tr("Search the rules"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &RuleBrowser::fillList);
    column->addWidget(m_search);
    m_list->setAccessibleName(tr("Rules"));
    m_list->setUniformItemSizes(true);
    connect(m_list, &QListWidget::currentItemChanged, this, &RuleBrowser::showCurrentRule);
    column->addWidget(m_list, 1);
    m_none->setWordWrap(true);
    setTextKind(*m_none, TextKind::muted);
    column->addWidget(m_none);
    m_text->setAccessibleName(tr("The rule"));
    m_text->setOpenLinks(false);
    split->addWidget(left);
    split->addWidget(m_text);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({em(*this, 22), em(*this, 34)});
    return split;
}

QWidget* RuleBrowser::makeHazards() {
    auto* split = new QSplitter;
    m_hazards->setAccessibleName(tr("Hazards"));
    for (const content::Hazard& hazard : m_reference.hazards()) {
        auto* item = new QListWidgetItem(QStringLiteral("%1  %2").arg(text(hazard.id), text(hazard.title)), m_hazards);
        item->setData(idRole, text(hazard.id));
    }
    connect(m_hazards, &QListWidget::currentItemChanged, this, &RuleBrowser::showCurrentHazard);
    m_hazardText->setAccessibleName(tr("The hazard"));
    m_hazardText->setOpenLinks(false);
    split->addWidget(m_hazards);
    split->addWidget(m_hazardText);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({em(*this, 22), em(*this, 34)});
    m_hazards->setCurrentRow(0);
    return split;
}

void RuleBrowser::search(const QString& words) {
    m_search->setText(words);
}

void RuleBrowser::fillList(const QString& words) {
    const QStringList wanted = app::folded(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString before = m_list->currentItem() ? m_list->currentItem()->data(idRole).toString() : QString();
    m_list->clear();
    for (const Section& section : sections) {
        bool headed = false;
        for (const content::RuleText& rule : m_catalogue.rules()) {
            const QString id = text(rule.id);
            if (id.section(QLatin1Char('-'), 0, 0) != QLatin1String(section.prefix) || !matches(rule, wanted))
                continue;
            if (!headed) {
                auto* head = new QListWidgetItem(tr(section.title), m_list);
                head->setFlags(Qt::NoItemFlags);
                QFont font = m_list->font();
                font.setBold(true);
                head->setFont(font);
                head->setForeground(tokens(palette()).muted);
                headed = true;
            }
            auto* item = new QListWidgetItem(QStringLiteral("%1  %2").arg(id, text(rule.title)), m_list);
            item->setData(idRole, id);
            const bool fired = std::any_of(m_firings.begin(), m_firings.end(), [&](const RuleFiring& firing) {
                return firing.finding.rule.text() == std::string_view(rule.id);
            });
            if (fired)
                item->setText(item->text() + tr(" · here"));
        }
    }
    m_none->setVisible(m_list->count() == 0);
    for (int row = 0; row < m_list->count(); ++row) {
        const QString id = m_list->item(row)->data(idRole).toString();
        if (!id.isEmpty() && (before.isEmpty() || id == before || row == m_list->count() - 1)) {
            m_list->setCurrentRow(id == before || before.isEmpty() ? row : 1);
            break;
        }
    }
    if (m_list->count() == 0)
        m_text->clear();
}

void RuleBrowser::showRule(const QString& id) {
    m_tabs->setCurrentIndex(0);
    m_search->clear();
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(idRole).toString() == id)
            m_list->setCurrentRow(row);
}

void RuleBrowser::showCurrentRule() {
    const QListWidgetItem* item = m_list->currentItem();
    const content::RuleText* rule = item ? m_catalogue.rule(item->data(idRole).toString().toStdString()) : nullptr;
    if (rule)
        m_text->setHtml(rulePage(*rule, m_catalogue, m_reference, {m_patient, m_firings, m_earlier}));
}

void RuleBrowser::showCurrentHazard() {
    const QListWidgetItem* item = m_hazards->currentItem();
    if (!item)
        return;
    const std::string id = item->data(idRole).toString().toStdString();
    for (const content::Hazard& hazard : m_reference.hazards())
        if (hazard.id == id)
            m_hazardText->setHtml(hazardPage(hazard));
}

QWidget* RuleBrowser::makeTraces() {
    if (!m_reference.isTraced()) {
        auto* none = new QLabel(notTracedText());
        none->setWordWrap(true);
        none->setAlignment(Qt::AlignCenter);
        setTextKind(*none, TextKind::muted);
        return none;
    }
    auto* model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Rule"), tr("Sources"), tr("Data"), tr("Code"), tr("Tests")});
    const auto joined = [](const std::vector<std::string>& files) {
        QStringList all;
        for (const std::string& file : files)
            all << text(file);
        return all.join(QLatin1Char('\n'));
    };
    for (const content::RuleText& rule : m_catalogue.rules()) {
        const content::RuleTrace* trace = m_reference.trace(rule.id);
        const std::string reason = m_reference.reason(rule.id);
        QStringList cells{text(rule.id), joined(rule.sources), {}, {}, {}};
        if (trace) {
            cells[2] = joined(trace->data);
            cells[3] = trace->code.empty() && trace->data.empty() ? text(reason) : joined(trace->code);
            cells[4] = joined(trace->tests);
        }
        QList<QStandardItem*> row;
        for (const QString& cell : cells)
            row << new QStandardItem(cell);
        model->appendRow(row);
    }
    auto* table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(tr("Rules with their sources, data, code and tests"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->horizontalHeader()->setStretchLastSection(true);
    table->resizeColumnsToContents();
    table->resizeRowsToContents();
    connect(table, &QTableView::activated, this,
            [this](const QModelIndex& at) { showRule(at.siblingAtColumn(0).data().toString()); });
    return table;
}

void RuleBrowser::setEarlierAnswers(std::vector<EarlierAnswer> answers) {
    m_earlier = std::move(answers);
    showCurrentRule();
}

QString RuleBrowser::shownText() const {
    return (m_tabs->currentIndex() == 0 ? m_text : m_hazardText)->toPlainText();
}

void RuleBrowser::copyText() {
    QApplication::clipboard()->setText(shownText());
}

} // namespace lento::gui
