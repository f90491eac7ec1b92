#include "gui/protocols_page.h"

#include "app/clinic_protocols.h"
#include "content/protocol_file.h"
#include "gui/card.h"
#include "gui/clinic_edits.h"
#include "gui/dialog_host.h"
#include "gui/protocol_dialog.h"
#include "gui/row_table.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/protocol_words.h"
#include "wording/quantities.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

// The tick stands before the title.
enum Column { titleColumn, useColumn, fromColumn, columnCount };

QString asText(const std::string& text) {
    return QString::fromStdString(text);
}

QString regionsText(const core::Protocol& protocol) {
    QStringList names;
    for (const core::Region region : protocol.regions)
        names << wording::regionText(region);
    return names.join(QStringLiteral("; "));
}

QString agesText(const core::Protocol& protocol) {
    if (protocol.belowAgeYears && protocol.fromAgeYears == 0)
        return ProtocolsPage::tr("below %1 years").arg(*protocol.belowAgeYears);
    if (protocol.belowAgeYears)
        return ProtocolsPage::tr("from %1, below %2 years").arg(protocol.fromAgeYears).arg(*protocol.belowAgeYears);
    return ProtocolsPage::tr("from %1 years").arg(protocol.fromAgeYears);
}

QString sourcesText(const core::Protocol& protocol) {
    QStringList names;
    for (const std::string& source : protocol.sources)
        names << asText(source);
    return names.join(QStringLiteral(", "));
}

QString adoptionText(const core::Protocol& protocol) {
    return ProtocolsPage::tr("version %1, adopted by %2, %3")
        .arg(protocol.version)
        .arg(asText(protocol.adoptedBy), protocol.adoptedOn ? wording::clinicalDate(*protocol.adoptedOn) : QString());
}

QString filter() {
    return ProtocolsPage::tr("Protocols (*.json)");
}

} // namespace

ProtocolsPage::ProtocolsPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent)
    : SettingsPage(parent)
    , m_workplace(workplace)
    , m_edits(edits)
    , m_table(new QTableWidget(0, columnCount))
    , m_detail(new QLabel)
    , m_copy(new QPushButton(tr("&Copy…")))
    , m_change(new QPushButton(tr("C&hange…")))
    , m_import(new QPushButton(tr("&Import…")))
    , m_export(new QPushButton(tr("E&xport…"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, em(*this, 0.5), 0);
    auto* card = new Card(tr("What new plans may follow"));
    auto* words =
        new QLabel(tr("Tick what may be chosen. A plan keeps the protocol it was made from, in the version of "
                      "that day. Built-in ones are never edited: copy one to change it (DAT-1)."));
    words->setWordWrap(true);
    setTextKind(*words, TextKind::muted);
    card->body()->addWidget(words);

    setUpRowTable(*m_table, tr("Protocols"));
    m_table->setHorizontalHeaderLabels({tr("Protocol"), tr("For"), tr("From")});
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setMinimumHeight(em(*this, 14));
    card->body()->addWidget(m_table, 1);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    setTextKind(*m_detail, TextKind::muted);
    card->body()->addWidget(m_detail);

    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {m_copy, m_change, m_import, m_export})
        buttons->addWidget(each);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    column->addWidget(card, 1);

    connect(m_copy, &QPushButton::clicked, this, &ProtocolsPage::copyProtocol);
    connect(m_change, &QPushButton::clicked, this, &ProtocolsPage::changeProtocol);
    connect(m_import, &QPushButton::clicked, this, &ProtocolsPage::importProtocol);
    connect(m_export, &QPushButton::clicked, this, &ProtocolsPage::exportProtocol);
    connect(m_table, &QTableWidget::currentCellChanged, this, &ProtocolsPage::followSelection);
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        if (m_filling || item->column() != titleColumn)
            return;
        m_rows[static_cast<std::size_t>(item->row())].chosen = item->checkState() == Qt::Checked;
        fill();
        Q_EMIT edited();
    });
    // What is off-label depends on the region.
    connect(&edits, &ClinicEdits::changed, this, &ProtocolsPage::fill);
    read();
    fill();
}

QString ProtocolsPage::title() const {
    return tr("Protocols");
}

void ProtocolsPage::read() {
    m_rows.clear();
    const auto choices = app::protocolChoices(m_workplace.session);
    const auto versions = app::clinicProtocols(m_workplace.session);
    if (!choices || !versions) {
        m_workplace.dialogs.tell(this, choices ? versions.error() : choices.error());
        return;
    }
    m_choices = *choices;
    const content::Catalogue shipped = m_workplace.catalogue.with({});
    for (const core::Protocol& protocol : shipped.protocols()) {
        Row row;
        row.now = protocol;
        row.stored = protocol;
        m_rows.push_back(std::move(row));
    }
    for (const core::Protocol& version : *versions) {
        Row* row = rowOf(version.id);
        if (row == nullptr)
            row = &m_rows.emplace_back();
        else if (row->now.isClinics() && row->now.version < version.version)
            row->earlier.push_back(row->now);
        row->now = version;
        row->stored = version;
    }
    for (const core::ProtocolChoice& choice : m_choices) {
        if (Row* row = rowOf(choice.protocol))
            row->chosen = row->chosenBefore = choice.enabled;
    }
}

ProtocolsPage::Row* ProtocolsPage::rowOf(const std::string& id) {
    const auto found = std::ranges::find_if(m_rows, [&](const Row& row) { return row.now.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

const core::Indication* ProtocolsPage::useOf(const core::Protocol& protocol) const {
    return core::indicationNamed(m_workplace.catalogue.indications(), protocol.indication);
}

bool ProtocolsPage::isOffLabel(const core::Protocol& protocol) const {
    const core::Indication* use = useOf(protocol);
    return use == nullptr || std::ranges::count(use->offLabelRegions, m_edits.now().region) > 0;
}

// In the words that stand above a plan for that use.
QString ProtocolsPage::offLabelText(const core::Protocol& protocol) const {
    const core::Indication* use = useOf(protocol);
    core::Finding finding;
    finding.rule = std::string_view(protocol.ruleId);
    finding.action = core::Action::warn;
    finding.message = "ind.off-label";
    finding.inputs = {{"indication", use ? wording::indicationName(*use).toStdString() : protocol.indication}};
    return wording::findingTitle(finding) + QStringLiteral(". ") + wording::findingSentence(finding);
}

void ProtocolsPage::fill() {
    m_filling = true;
    const int current = m_table->currentRow();
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int at = 0; at < m_table->rowCount(); ++at) {
        const Row& row = m_rows[static_cast<std::size_t>(at)];
        const core::Protocol& protocol = row.now;
        const QString title = asText(protocol.title);
        const core::Indication* use = useOf(protocol);
        QStringList whom{use ? wording::indicationName(*use) : asText(protocol.indication)};
        if (isOffLabel(protocol))
            whom << tr("off-label");
        whom << agesText(protocol);
        if (!protocol.regions.empty())
            whom << regionsText(protocol);
        QString from = tr("built in; %1; edition %2").arg(sourcesText(protocol), asText(protocol.edition));
        if (protocol.isClinics()) {
            from = adoptionText(protocol);
            if (row.isAdopted())
                from += tr(" (not saved yet)");
            from += QStringLiteral("; ") + sourcesText(protocol);
        }
        const QString texts[] = {title, whom.join(QStringLiteral(", ")), from};
        for (int column = 0; column < columnCount; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            if (column == titleColumn) {
                item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
                item->setCheckState(row.isEnabled() ? Qt::Checked : Qt::Unchecked);
                item->setData(Qt::AccessibleTextRole,
                              row.isEnabled() ? tr("%1, offered").arg(title) : tr("%1, not offered").arg(title));
            }
            m_table->setItem(at, column, item);
        }
    }
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(current >= 0 && current < m_table->rowCount() ? current : 0, titleColumn);
    m_filling = false;
    followSelection();
}

ProtocolsPage::Row* ProtocolsPage::current() {
    const int at = m_table->currentRow();
    return at >= 0 && at < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(at)] : nullptr;
}

QString ProtocolsPage::detailText(const Row& row) const {
    QStringList lines;
    if (isOffLabel(row.now))
        lines << offLabelText(row.now);
    lines << asText(row.now.note);
    if (!row.now.conflict.empty())
        lines << asText(row.now.conflict);
    if (!row.now.basedOn.empty()) {
        const core::Protocol* base = m_workplace.catalogue.protocol(row.now.basedOn);
        lines << tr("Copied from: %1.").arg(asText(base ? base->title : row.now.basedOn));
    }
    for (const core::Protocol& version : row.earlier)
        lines << tr("Earlier: %1.").arg(adoptionText(version));
    return lines.join(QLatin1Char('\n'));
}

void ProtocolsPage::followSelection() {
    const Row* row = current();
    m_copy->setEnabled(row != nullptr);
    m_export->setEnabled(row != nullptr);
    m_change->setEnabled(row != nullptr && row->now.isClinics());
    m_detail->setText(row ? detailText(*row) : QString());
}

std::vector<core::Protocol> ProtocolsPage::adopted() const {
    std::vector<core::Protocol> adopted;
    for (const Row& row : m_rows) {
        if (row.isAdopted())
            adopted.push_back(row.now);
    }
    return adopted;
}

content::Catalogue ProtocolsPage::known() const {
    return m_workplace.catalogue.withProtocols(adopted());
}

void ProtocolsPage::adopt(const core::Protocol& protocol) {
    Row* row = rowOf(protocol.id);
    if (row == nullptr)
        row = &m_rows.emplace_back();
    else if (!row->isAdopted() && row->stored->isClinics())
        row->earlier.push_back(*row->stored);
    row->now = protocol;
    const int at = static_cast<int>(row - m_rows.data());
    fill();
    m_table->setCurrentCell(at, titleColumn);
    Q_EMIT edited();
}

void ProtocolsPage::copyProtocol() {
    const Row* row = current();
    if (row == nullptr)
        return;
    const content::Catalogue catalogue = known();
    ProtocolDialog dialog(app::copyOf(row->now, m_workplace.session, catalogue), ProtocolDialog::Kind::copy, catalogue,
                          m_workplace.today(), this);
    if (m_workplace.dialogs.run(dialog) == QDialog::Accepted)
        adopt(dialog.protocol());
}

void ProtocolsPage::changeProtocol() {
    const Row* row = current();
    if (row == nullptr || !row->now.isClinics())
        return;
    core::Protocol next = row->now;
    const bool isFirst = !row->isAdopted();
    if (isFirst) {
        ++next.version;
        next.adoptedBy = m_workplace.session.userName();
        next.adoptedOn = m_workplace.today();
    }
    const core::Protocol begun = next;
    const std::string id = row->now.id;
    ProtocolDialog dialog(next, ProtocolDialog::Kind::change, known(), m_workplace.today(), this);
    if (m_workplace.dialogs.run(dialog) != QDialog::Accepted)
        return;
    // The same again is no new version.
    if (isFirst && dialog.protocol() == begun)
        return;
    if (dialog.protocol().id != id) // of one that is not saved yet
        std::erase_if(m_rows, [&](const Row& each) { return each.now.id == id; });
    adopt(dialog.protocol());
}

void ProtocolsPage::importProtocol() {
    const auto path = m_workplace.dialogs.openFile(this, tr("Import a protocol"), filter());
    if (!path)
        return;
    QFile file(*path);
    const std::string name = QFileInfo(*path).fileName().toStdString();
    const content::Catalogue catalogue = known();
    core::Result<core::Protocol> read = core::failure(core::ErrorCode::missingResource, name);
    if (file.open(QIODevice::ReadOnly))
        read = content::protocolFromFile(file.readAll(), name, catalogue);
    if (!read) {
        m_workplace.dialogs.inform(this, tr("This protocol was not imported"),
                                   wording::protocolFileProblem(read.error()));
        return;
    }
    // Who adopts it here is asked again, and a name that is taken goes on with its next version.
    core::Protocol protocol = *read;
    const Row* present = rowOf(protocol.id);
    protocol.version = present == nullptr ? 1 : !present->isAdopted() ? present->now.version + 1 : present->now.version;
    protocol.enabled = true;
    protocol.adoptedBy = m_workplace.session.userName();
    protocol.adoptedOn = m_workplace.today();
    ProtocolDialog dialog(protocol, ProtocolDialog::Kind::import, catalogue, m_workplace.today(), this);
    if (m_workplace.dialogs.run(dialog) == QDialog::Accepted)
        adopt(dialog.protocol());
}

void ProtocolsPage::exportProtocol() {
    const Row* row = current();
    if (row == nullptr)
        return;
    const QString suggestion = asText(row->now.id).toLower().replace(QLatin1Char('-'), QLatin1Char('_'));
    const auto path =
        m_workplace.dialogs.saveFile(this, tr("Export this protocol"), suggestion + QStringLiteral(".json"), filter());
    if (!path)
        return;
    const QByteArray text = content::protocolFile(row->now);
    QSaveFile file(*path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        m_workplace.dialogs.tell(this, {core::ErrorCode::cannotWrite, QFileInfo(*path).fileName().toStdString(), {}});
}

bool ProtocolsPage::isChanged() const {
    return std::ranges::any_of(m_rows,
                               [](const Row& row) { return row.isAdopted() || row.chosen != row.chosenBefore; });
}

bool ProtocolsPage::confirm() {
    QStringList uses;
    for (const Row& row : m_rows) {
        if (row.isEnabled() && !row.wasEnabled() && isOffLabel(row.now))
            uses << asText(row.now.title) + QStringLiteral(": ") + offLabelText(row.now);
    }
    return uses.isEmpty() || m_workplace.dialogs.confirm(this, tr("Offer what is outside the label?"),
                                                         uses.join(QStringLiteral("\n\n")), tr("Offer"));
}

core::Result<void> ProtocolsPage::save() {
    app::ProtocolEdits edits;
    edits.adopted = adopted();
    edits.choicesThen = m_choices;
    for (const Row& row : m_rows) {
        if (row.chosen && row.chosen != row.chosenBefore)
            edits.choices.push_back({row.now.id, *row.chosen});
    }
    const core::Result<void> saved = app::saveProtocols(m_workplace.session, edits, m_workplace.catalogue);
    if (saved) {
        read();
        fill();
    }
    return saved;
}

} // namespace lento::gui
