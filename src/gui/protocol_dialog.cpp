#include "gui/protocol_dialog.h"

#include "app/clinic_protocols.h"
#include "core/renal.h"
#include "gui/card.h"
#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/number_edit.h"
#include "gui/protocol_edits.h"
#include "gui/protocol_preview_card.h"
#include "gui/segmented.h"
#include "gui/tab_order.h"
#include "gui/text_line.h"
#include "gui/theme.h"
#include "wording/protocol_words.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

constexpr int longestDays = 365;
constexpr int oldestYears = 130;
constexpr int noBand = -1;
constexpr core::Region regions[] = {core::Region::uk, core::Region::us, core::Region::fr, core::Region::other};

QString titleFor(ProtocolDialog::Kind kind, const core::Protocol& protocol) {
    switch (kind) {
    case ProtocolDialog::Kind::copy:
        return ProtocolDialog::tr("A protocol of the clinic’s own");
    case ProtocolDialog::Kind::import:
        return ProtocolDialog::tr("Adopt an imported protocol");
    case ProtocolDialog::Kind::change:
        break;
    }
    return ProtocolDialog::tr("%1: version %2").arg(QString::fromStdString(protocol.title)).arg(protocol.version);
}

} // namespace

ProtocolDialog::ProtocolDialog(const core::Protocol& protocol, Kind kind, const content::Catalogue& known,
                               core::Date today, QWidget* parent)
    : QDialog(parent)
    , m_protocol(protocol)
    , m_known(known)
    , m_isNew(protocol.version == 1)
    , m_title(new TextLine("title"))
    , m_id(new TextLine("id"))
    , m_use(new QComboBox)
    , m_fromAge(new WholeNumberEdit(0, oldestYears))
    , m_belowAge(new WholeNumberEdit(1, oldestYears))
    , m_fromWeight(new WeightEdit)
    , m_belowWeight(new WeightEdit)
    , m_kidney(new QComboBox)
    , m_basis(new SegmentedControl(tr("Amounts"), {{0, tr("In mg"), {}}, {1, tr("By weight"), {}}}))
    , m_start(new DailyDoseEdit)
    , m_increment(new DailyDoseEdit)
    , m_goal(new DailyDoseEdit)
    , m_startByWeight(new PerWeightEdit)
    , m_incrementByWeight(new PerWeightEdit)
    , m_mostIncrement(new DailyDoseEdit)
    , m_goalByWeight(new PerWeightEdit)
    , m_interval(new WholeNumberEdit(1, longestDays))
    , m_intervals(new WholeNumbersEdit(1, longestDays))
    , m_ceiling(new DailyDoseEdit)
    , m_softCeiling(new DailyDoseEdit)
    , m_singleDose(new DoseEdit)
    , m_pieces(new DoseEdit)
    , m_doses(new SegmentedControl(wording::protocolFieldName("doses_per_day"), {}))
    , m_split(new SegmentedControl(wording::protocolFieldName("split"),
                                   {{static_cast<int>(core::SplitStrategy::equal), tr("Alike"), {}},
                                    {static_cast<int>(core::SplitStrategy::evening), tr("More in the evening"), {}}}))
    , m_review(new WholeNumberEdit(1, longestDays))
    , m_sources(new NamesEdit)
    , m_edition(new TextLine("edition"))
    , m_adoptedBy(new TextLine("adopted_by"))
    , m_adoptedOn(new DateEdit)
    , m_preview(new ProtocolPreviewCard(m_known, today))
    , m_problem(new FieldNote(this)) {
    setWindowTitle(titleFor(kind, protocol));
    auto* heading = new QLabel(windowTitle(), this);
    heading->setWordWrap(true);
    setTextKind(*heading, TextKind::title);
    auto* hint = new QLabel(m_isNew ? tr("For new plans only. Nothing counts until the settings are saved.")
                                    : tr("For new plans only: plans that follow an earlier version keep it."),
                            this);
    hint->setWordWrap(true);
    setTextKind(*hint, TextKind::muted);
    m_adoptedOn->setRange(std::nullopt, today);
    m_adoptedOn->setSuggestion(today);

    auto* fields = new QWidget;
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, em(*this, 0.5), 0);
    column->setSpacing(em(*this, 0.6));
    column->addWidget(purposeCard());
    column->addWidget(doseCard());
    column->addWidget(originCard());
    column->addStretch(1);
    const auto scrolled = [](QWidget* widget) {
        auto* scroll = new QScrollArea;
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(widget);
        return scroll;
    };

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* ok = buttons->addButton(tr("Adopt"), QDialogButtonBox::AcceptRole);
    makePrimary(*ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProtocolDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* halves = new QHBoxLayout;
    halves->setSpacing(em(*this, 0.8));
    halves->addWidget(scrolled(fields), 3);
    halves->addWidget(scrolled(m_preview), 2);
    m_preview->setMinimumWidth(em(*this, 18));
    auto* layout = new QVBoxLayout(this);
    const int side = em(*this, 1.2);
    layout->setContentsMargins(side, side, side, side * 3 / 4);
    layout->setSpacing(em(*this, 0.6));
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addLayout(halves, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(QSize(em(*this, 76), em(*this, 52)).boundedTo(screen()->availableSize() * 9 / 10));

    show(protocol);
    orderTabs(*this);
    m_title->setFocus();
}

void ProtocolDialog::addLine(QGridLayout& grid, int row, int column, std::string_view key, TypedEdit* edit,
                             bool isOptional, int columns) {
    edit->setOptional(isOptional);
    auto* field = new Field(wording::protocolFieldName(key), edit);
    m_lines[key] = edit;
    m_fields[key] = field;
    grid.addWidget(field, row, column, 1, columns);
    connect(edit, &QLineEdit::textChanged, this, &ProtocolDialog::showPreview);
}

QPlainTextEdit* ProtocolDialog::addText(QVBoxLayout& column, std::string_view key) {
    auto* edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(em(*this, 5));
    auto* field = new Field(wording::protocolFieldName(key), edit);
    m_fields[key] = field;
    column.addWidget(field);
    connect(edit, &QPlainTextEdit::textChanged, field, [field] { field->note().clear(); });
    return edit;
}

QWidget* ProtocolDialog::purposeCard() {
    auto* card = new Card(tr("What it is and for whom"));
    auto* grid = new QGridLayout;
    card->body()->addLayout(grid);
    addLine(*grid, 0, 0, "title", m_title, false);
    addLine(*grid, 0, 1, "id", m_id, false);
    m_id->setEnabled(m_isNew);
    for (const core::Indication& use : m_known.indications())
        m_use->addItem(wording::indicationName(use), QString::fromStdString(use.code));
    grid->addWidget(new Field(wording::protocolFieldName("indication"), m_use), 1, 0);
    m_kidney->addItem(tr("no limit"), noBand);
    for (int band = 0; band <= static_cast<int>(core::RenalBand::r5); ++band)
        m_kidney->addItem(QStringLiteral("R%1").arg(band + 1), band);
    grid->addWidget(new Field(wording::protocolFieldName("lowest_renal_band"), m_kidney), 1, 1);
    addLine(*grid, 2, 0, "from_age_years", m_fromAge, false);
    addLine(*grid, 2, 1, "below_age_years", m_belowAge, true);
    addLine(*grid, 3, 0, "from_weight_kg", m_fromWeight, true);
    addLine(*grid, 3, 1, "below_weight_kg", m_belowWeight, true);
    for (const char* age : {"from_age_years", "below_age_years"})
        m_fields[age]->setCaption(tr("%1, years").arg(wording::protocolFieldName(age)));
    auto* ticks = new QWidget;
    auto* rows = new QVBoxLayout(ticks);
    rows->setContentsMargins(0, 0, 0, 0);
    for (const core::Region region : regions) {
        auto* tick = new QCheckBox(wording::regionText(region));
        m_regions[region] = tick;
        rows->addWidget(tick);
        connect(tick, &QCheckBox::toggled, this, &ProtocolDialog::showPreview);
    }
    auto* captions = new QLabel(tr("Regions; everywhere where none is ticked"));
    captions->setWordWrap(true);
    setTextKind(*captions, TextKind::caption);
    card->body()->addWidget(captions);
    card->body()->addWidget(ticks);
    for (QComboBox* box : {m_use, m_kidney}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, &ProtocolDialog::showPreview);
    }
    return card;
}

QWidget* ProtocolDialog::doseCard() {
    auto* card = new Card(tr("Doses"));
    auto* grid = new QGridLayout;
    card->body()->addWidget(new Field(tr("Amounts"), m_basis));
    card->body()->addLayout(grid);
    addLine(*grid, 0, 0, "start_mg", m_start, false);
    addLine(*grid, 0, 1, "increment_mg", m_increment, false);
    addLine(*grid, 1, 0, "start_mg_per_kg", m_startByWeight, false);
    addLine(*grid, 1, 1, "increment_mg_per_kg", m_incrementByWeight, false);
    addLine(*grid, 2, 0, "most_increment_mg", m_mostIncrement, false);
    addLine(*grid, 2, 1, "goal_mg_per_kg", m_goalByWeight, false);
    addLine(*grid, 3, 0, "interval_days", m_interval, false);
    addLine(*grid, 3, 1, "interval_options", m_intervals, false);
    addLine(*grid, 4, 0, "goal_mg", m_goal, true);
    addLine(*grid, 4, 1, "ceiling_mg", m_ceiling, false);
    addLine(*grid, 5, 0, "soft_ceiling_mg", m_softCeiling, true);
    addLine(*grid, 5, 1, "single_dose_cap_mg", m_singleDose, false);
    addLine(*grid, 6, 0, "quantum_at_most_mg", m_pieces, true);
    addLine(*grid, 6, 1, "first_review_days", m_review, true);
    for (const char* days : {"interval_days", "interval_options", "first_review_days"})
        m_fields[days]->setCaption(tr("%1, days").arg(wording::protocolFieldName(days)));
    QList<SegmentedControl::Choice> counts;
    for (int count = 1; count <= core::mostDosesPerDay; ++count)
        counts << SegmentedControl::Choice{count, QString::number(count), {}};
    m_doses->setChoices(counts);
    card->body()->addWidget(new Field(wording::protocolFieldName("doses_per_day"), m_doses));
    card->body()->addWidget(new Field(wording::protocolFieldName("split"), m_split));
    connect(m_basis, &SegmentedControl::valueChanged, this, &ProtocolDialog::arrange);
    for (SegmentedControl* control : {m_doses, m_split})
        connect(control, &SegmentedControl::valueChanged, this, &ProtocolDialog::showPreview);
    return card;
}

QWidget* ProtocolDialog::originCard() {
    auto* card = new Card(tr("Where it was read and who adopts it"));
    auto* grid = new QGridLayout;
    card->body()->addLayout(grid);
    m_sources->setPlaceholderText(tr("S14, S11: numbers of the rule browser"));
    addLine(*grid, 0, 0, "sources", m_sources, false);
    addLine(*grid, 0, 1, "edition", m_edition, false);
    addLine(*grid, 1, 0, "adopted_by", m_adoptedBy, false);
    addLine(*grid, 1, 1, "adopted_on", m_adoptedOn, false);
    m_note = addText(*card->body(), "note");
    m_conflict = addText(*card->body(), "conflict");
    return card;
}

bool ProtocolDialog::isByWeight() const {
    return m_basis->value() == 1;
}

void ProtocolDialog::arrange() {
    for (const char* key : {"start_mg", "increment_mg", "goal_mg"})
        m_fields[key]->setVisible(!isByWeight());
    for (const char* key : {"start_mg_per_kg", "increment_mg_per_kg", "most_increment_mg", "goal_mg_per_kg"})
        m_fields[key]->setVisible(isByWeight());
    showPreview();
}

void ProtocolDialog::show(const core::Protocol& protocol) {
    m_showing = true;
    m_title->setValue(protocol.title);
    m_id->setValue(protocol.id);
    m_use->setCurrentIndex(m_use->findData(QString::fromStdString(protocol.indication)));
    m_kidney->setCurrentIndex(
        m_kidney->findData(protocol.lowestBand ? static_cast<int>(*protocol.lowestBand) : noBand));
    m_fromAge->setValue(protocol.fromAgeYears);
    m_belowAge->setValue(protocol.belowAgeYears);
    m_fromWeight->setValue(protocol.fromWeightGrams);
    m_belowWeight->setValue(protocol.belowWeightGrams);
    for (const auto& [region, tick] : m_regions)
        tick->setChecked(std::ranges::count(protocol.regions, region) > 0);
    m_basis->setValue(protocol.byWeight ? 1 : 0);
    const auto unlessZero = [](core::DailyDose dose) {
        return dose.isZero() ? std::nullopt : std::optional<core::DailyDose>(dose);
    };
    m_start->setValue(unlessZero(protocol.start));
    m_increment->setValue(unlessZero(protocol.increment));
    m_goal->setValue(protocol.defaultGoal);
    if (protocol.byWeight) {
        m_startByWeight->setValue(protocol.byWeight->start);
        m_incrementByWeight->setValue(protocol.byWeight->increment);
        m_mostIncrement->setValue(protocol.byWeight->mostIncrement);
        m_goalByWeight->setValue(protocol.byWeight->goal);
    }
    m_interval->setValue(protocol.intervalDays);
    m_intervals->setValue(protocol.intervalOptions);
    m_ceiling->setValue(protocol.ceiling);
    m_softCeiling->setValue(protocol.softCeiling);
    m_singleDose->setValue(protocol.singleDoseCap);
    m_pieces->setValue(protocol.quantumAtMost);
    m_doses->setValue(protocol.dosesPerDay);
    m_split->setValue(static_cast<int>(protocol.split));
    m_review->setValue(protocol.firstReviewDays);
    m_sources->setValue(protocol.sources);
    m_edition->setValue(protocol.edition);
    m_note->setPlainText(QString::fromStdString(protocol.note));
    m_conflict->setPlainText(QString::fromStdString(protocol.conflict));
    m_adoptedBy->setValue(protocol.adoptedBy);
    m_adoptedOn->setValue(protocol.adoptedOn);
    m_showing = false;
    arrange();
}

core::Protocol ProtocolDialog::typed() const {
    core::Protocol typed = m_protocol;
    typed.title = m_title->value();
    typed.id = m_id->value();
    typed.indication = m_use->currentData().toString().toStdString();
    const int band = m_kidney->currentData().toInt();
    typed.lowestBand = band == noBand ? std::nullopt : std::optional(static_cast<core::RenalBand>(band));
    typed.fromAgeYears = m_fromAge->value().value_or(0);
    typed.belowAgeYears = m_belowAge->value();
    typed.fromWeightGrams = m_fromWeight->value();
    typed.belowWeightGrams = m_belowWeight->value();
    typed.regions.clear();
    for (const core::Region region : regions) {
        if (m_regions.at(region)->isChecked())
            typed.regions.push_back(region);
    }
    typed.start = typed.increment = core::DailyDose();
    typed.defaultGoal.reset();
    typed.byWeight.reset();
    if (isByWeight()) {
        typed.byWeight = core::WeightDosing{m_startByWeight->value().value_or(core::PerWeight()),
                                            m_incrementByWeight->value().value_or(core::PerWeight()),
                                            m_mostIncrement->value().value_or(core::DailyDose()),
                                            m_goalByWeight->value().value_or(core::PerWeight())};
    } else {
        typed.start = m_start->value().value_or(core::DailyDose());
        typed.increment = m_increment->value().value_or(core::DailyDose());
        typed.defaultGoal = m_goal->value();
    }
    typed.intervalDays = m_interval->value().value_or(0);
    typed.intervalOptions = m_intervals->value().value_or(std::vector<int>());
    typed.ceiling = m_ceiling->value().value_or(core::DailyDose());
    typed.softCeiling = m_softCeiling->value();
    typed.singleDoseCap = m_singleDose->value().value_or(core::OralDose());
    typed.quantumAtMost = m_pieces->value();
    typed.dosesPerDay = m_doses->value().value_or(0);
    typed.split = static_cast<core::SplitStrategy>(m_split->value().value_or(0));
    typed.firstReviewDays = m_review->value();
    typed.sources = m_sources->value().value_or(std::vector<std::string>());
    typed.edition = m_edition->value();
    typed.note = m_note->toPlainText().trimmed().toStdString();
    typed.conflict = m_conflict->toPlainText().trimmed().toStdString();
    typed.adoptedBy = m_adoptedBy->value();
    typed.adoptedOn = m_adoptedOn->value();
    return typed;
}

void ProtocolDialog::showPreview() {
    if (m_showing)
        return;
    m_problem->clear();
    const bool readable = std::ranges::all_of(m_lines, [this](const auto& line) {
        constexpr std::string_view names[] = {"title", "id", "sources", "edition", "adopted_by", "adopted_on"};
        return !m_fields.at(line.first)->isVisibleTo(this) || std::ranges::count(names, line.first) > 0 ||
               line.second->problem().isEmpty();
    });
    m_preview->preview(readable ? std::optional(typed()) : std::nullopt);
}

void ProtocolDialog::refuse(const core::Error& error) {
    const std::string key = error.subject.substr(0, error.subject.find_first_of("[."));
    const QString words = wording::protocolProblem(error);
    if (const auto line = m_lines.find(key); line != m_lines.end()) {
        line->second->refuse(words);
        line->second->setFocus(Qt::OtherFocusReason);
    } else if (const auto field = m_fields.find(key); field != m_fields.end()) {
        field->second->note().set(Tone::critical, words);
        (key == "note" ? m_note : m_conflict)->setFocus(Qt::OtherFocusReason);
    } else {
        m_problem->set(Tone::critical, tr("%1: %2").arg(wording::protocolFieldName(key), words));
    }
}

void ProtocolDialog::accept() {
    m_problem->clear();
    TypedEdit* first = nullptr;
    for (const auto& [key, line] : m_lines) {
        if (!m_fields.at(key)->isVisibleTo(this) || line->check())
            continue;
        // The first as the eye goes, not as the keys are sorted.
        const QPoint place = line->mapTo(this, QPoint());
        const QPoint other = first ? first->mapTo(this, QPoint()) : QPoint();
        if (first == nullptr || place.y() < other.y() || (place.y() == other.y() && place.x() < other.x()))
            first = line;
    }
    if (first != nullptr) {
        first->setFocus(Qt::OtherFocusReason);
        return;
    }
    const core::Protocol protocol = typed();
    const core::Protocol* present = m_known.protocol(protocol.id);
    if (m_isNew && protocol.id != m_protocol.id && present != nullptr && present->isClinics()) {
        m_id->refuse(tr("Another protocol has this short name."));
        m_id->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const core::Result<void> good = app::validate(protocol, m_known); !good) {
        refuse(good.error());
        return;
    }
    m_protocol = protocol;
    QDialog::accept();
}

} // namespace lento::gui
