#include "gui/plan_controls.h"

#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "gui/number_edit.h"
#include "gui/product_picker.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

// The slider's ends: what TAP-4 allows without a reason, and a little beyond so that its checks can be seen.
constexpr int slowestPercent = 5;
constexpr int fastestPercent = 25;
constexpr int sliderMerge = 1;

QComboBox* combo(const std::initializer_list<std::pair<QString, int>>& items) {
    auto* box = new QComboBox;
    for (const auto& [text, value] : items)
        box->addItem(text, value);
    return box;
}

} // namespace

PlanControls::PlanControls(const content::Catalogue& catalogue, QWidget* parent)
    : Card(parent)
    , m_catalogue(catalogue)
    , m_aim(
          combo({{tr("Stop baclofen"), static_cast<int>(Aim::stop)}, {tr("Lower dose"), static_cast<int>(Aim::lower)}}))
    , m_goalDose(new DailyDoseEdit)
    , m_percent(new PercentEdit)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_fixedStep(new DailyDoseEdit)
    , m_base(combo({{tr("starting dose"), static_cast<int>(core::TaperModel::percentOfStart)},
                    {tr("current dose"), static_cast<int>(core::TaperModel::percentOfCurrent)},
                    {tr("fixed mg"), static_cast<int>(core::TaperModel::fixedStep)}}))
    , m_from(new DailyDoseEdit)
    , m_finalDose(new DailyDoseEdit)
    , m_protocol(new QComboBox)
    , m_startDose(new DailyDoseEdit)
    , m_increment(new DailyDoseEdit)
    , m_interval(new WholeNumberEdit(1, 365))
    , m_start(new DateEdit)
    , m_dosesPerDay(new WholeNumberEdit(1, core::mostDosesPerDay))
    , m_split(new SegmentedControl(tr("Larger dose"),
                                   {{static_cast<int>(core::SplitStrategy::equal), tr("none"), tr("none, doses alike")},
                                    {static_cast<int>(core::SplitStrategy::evening), tr("evening"), {}}}))
    , m_products(new ProductPicker(catalogue))
    , m_note(new FieldNote)
    , m_fields(new QWidget) {
    auto* rows = new QVBoxLayout(m_fields);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(em(*this, 0.5));
    auto* first = new FlowLayout;
    auto* second = new FlowLayout;
    first->setSpacing(em(*this, 0.6));
    second->setSpacing(em(*this, 0.6));
    rows->addLayout(first);
    rows->addLayout(second);

    // The longest dose there is stands there whole: a number that has lost its first digit is another dose.
    const int doseWidth = m_goalDose->fontMetrics().horizontalAdvance(QStringLiteral("112.25 mg/day")) + em(*this, 1.2);
    m_protocol->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (DailyDoseEdit* edit : {m_goalDose, m_fixedStep, m_from, m_finalDose, m_startDose, m_increment}) {
        edit->setFixedWidth(doseWidth);
        edit->setOptional(false);
    }
    for (WholeNumberEdit* edit : {m_interval, m_dosesPerDay}) {
        edit->setFixedWidth(em(*this, 3));
        edit->setOptional(false);
    }
    m_percent->setFixedWidth(em(*this, 3.6));
    m_percent->setOptional(false);
    m_start->setFixedWidth(em(*this, 8.2));
    m_start->setOptional(false);
    m_slider->setRange(slowestPercent, fastestPercent);
    m_slider->setPageStep(5);
    m_slider->setFixedWidth(em(*this, 5));
    m_slider->setAccessibleName(tr("Reduce by, percent"));

    auto* percentBox = new QWidget;
    auto* percentRow = new QHBoxLayout(percentBox);
    percentRow->setContentsMargins(0, 0, 0, 0);
    percentRow->addWidget(m_percent);
    percentRow->addWidget(m_slider);
    m_percent->setAccessibleName(tr("Reduce by"));

    m_protocolField = addField(*first, tr("Pr&otocol"), m_protocol);
    m_startDoseField = addField(*first, tr("Start with"), m_startDose);
    m_incrementField = addField(*first, tr("Increase b&y"), m_increment);
    m_fromField = addField(*first, tr("From"), m_from);
    m_aimField = addField(*first, tr("&Goal"), m_aim);
    m_goalField = addField(*first, tr("To"), m_goalDose);
    // The words of a mistyped percentage stand below both.
    m_percentField = new Field(tr("&Reduce by"), percentBox, *m_percent);
    first->addWidget(m_percentField);
    m_fixedField = addField(*first, tr("Reduce by"), m_fixedStep);
    m_baseField = addField(*first, tr("Of"), m_base);
    m_intervalField = addField(*first, tr("E&very, days"), m_interval);
    m_startField = addField(*second, tr("Fir&st day"), m_start);
    m_finalField = addField(*second, tr("Last dose before 0"), m_finalDose);
    addField(*second, tr("Doses a day"), m_dosesPerDay);
    addField(*second, tr("Larger dose"), m_split);
    addField(*second, tr("Ta&blets"), m_products);

    body()->addWidget(m_fields);
    body()->addWidget(m_note);

    // TypedEdit commits on Enter and on leaving; a plan is made then, not at every key.
    for (TypedEdit* edit : typedFields())
        connect(edit, &TypedEdit::valueCommitted, this, [this] { send(tr("Change the plan")); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int percent) {
        if (m_showing)
            return;
        m_percent->setValue(core::Percent::of(percent));
        send(tr("Change the percentage"), sliderMerge);
    });
    for (QComboBox* box : {m_aim, m_base})
        connect(box, &QComboBox::activated, this, [this] {
            arrange();
            send(tr("Change the plan"));
        });
    connect(m_protocol, &QComboBox::activated, this,
            [this] { Q_EMIT protocolChosen(m_protocol->currentData().toString()); });
    connect(m_split, &SegmentedControl::valueChanged, this, [this] { send(tr("Change the split")); });
    connect(m_products, &ProductPicker::productsChosen, this, [this] { send(tr("Change the tablets")); });
}

Field* PlanControls::addField(FlowLayout& row, const QString& caption, QWidget* control) {
    auto* field = new Field(caption, control);
    row.addWidget(field);
    return field;
}

void PlanControls::offer(const std::vector<const core::Protocol*>& protocols) {
    m_protocol->clear();
    m_offered.clear();
    for (const core::Protocol* protocol : protocols) {
        m_protocol->addItem(QString::fromStdString(protocol->title), QString::fromStdString(protocol->id));
        m_offered.emplace_back(protocol->id, protocol->version);
    }
    if (m_inputs)
        showProtocol();
}

void PlanControls::showProtocol() {
    const auto* titration = std::get_if<core::TitrationInputs>(&*m_inputs);
    if (!titration)
        return;
    const std::optional<core::Protocol>& protocol = titration->protocol;
    const QString id = protocol ? QString::fromStdString(protocol->id) : QString();
    // What a plan follows is named, offered or not; a plan without one says so.
    // An older version is not the one that is offered now.
    const bool offered = !protocol || std::ranges::count(m_offered, std::pair(protocol->id, protocol->version)) > 0;
    QString key = id;
    if (!offered && m_protocol->findData(id) >= 0)
        key = QStringLiteral("%1 %2").arg(id).arg(protocol->version);
    if (m_protocol->findData(key) < 0) {
        const QString title = protocol ? QString::fromStdString(protocol->title) : tr("None, free plan");
        m_protocol->addItem(key == id ? title : tr("%1, version %2").arg(title).arg(protocol->version), key);
    }
    m_protocol->setCurrentIndex(m_protocol->findData(key));
}

void PlanControls::show(const core::PlanInputs& inputs, const core::ProductSet& products) {
    // The same plan again (the record was read anew, a step was changed by hand): what is being typed stays.
    if (m_inputs == inputs && m_shownProducts == products)
        return;
    m_showing = true;
    m_inputs = inputs;
    m_shownProducts = products;
    m_refused = false;
    m_products->setProducts(products);
    const core::DailyDose quantum = core::perDay(products.quantum());
    for (DailyDoseEdit* edit : {m_goalDose, m_fixedStep, m_finalDose, m_startDose, m_increment})
        edit->setStep(quantum);

    // A field that already says so keeps its text and cursor.
    const auto set = [](auto* edit, const auto& value) {
        if (!edit->hasFocus() || edit->value() != value)
            edit->setValue(value);
        edit->check();
    };
    if (const auto* taper = std::get_if<core::TaperInputs>(&inputs)) {
        const bool stops = taper->goal.isZero();
        m_aim->setCurrentIndex(m_aim->findData(static_cast<int>(stops ? Aim::stop : Aim::lower)));
        if (!stops)
            set(m_goalDose, std::optional(taper->goal));
        set(m_percent, std::optional(taper->percent));
        m_slider->setValue(taper->percent.whole());
        if (!taper->fixedStep.isZero())
            set(m_fixedStep, std::optional(taper->fixedStep));
        m_base->setCurrentIndex(m_base->findData(static_cast<int>(taper->model)));
        set(m_from, std::optional(taper->from));
        set(m_finalDose, std::optional(taper->finalDose));
        set(m_interval, std::optional(taper->intervalDays));
        set(m_start, std::optional(taper->start));
        set(m_dosesPerDay, std::optional(taper->dosesPerDay));
        m_split->setValue(static_cast<int>(taper->split));
    } else {
        const auto& titration = std::get<core::TitrationInputs>(inputs);
        showProtocol();
        set(m_startDose, std::optional(titration.startDose));
        set(m_increment, std::optional(titration.increment));
        set(m_goalDose, std::optional(titration.goal));
        set(m_interval, std::optional(titration.intervalDays));
        set(m_start, std::optional(titration.start));
        set(m_dosesPerDay, std::optional(titration.dosesPerDay));
        m_split->setValue(static_cast<int>(titration.split));
    }
    arrange();
    m_note->clear();
    m_showing = false;
}

void PlanControls::showProblem(const QString& words) {
    m_note->set(words.isEmpty() ? Tone::neutral : Tone::critical, words);
}

void PlanControls::refuse(const QString& words) {
    m_refused = true;
    showProblem(words);
}

void PlanControls::arrange() {
    if (!m_inputs)
        return;
    const bool taper = std::holds_alternative<core::TaperInputs>(*m_inputs);
    const bool fixed = m_base->currentData().toInt() == static_cast<int>(core::TaperModel::fixedStep);
    const bool lower = m_aim->currentData().toInt() == static_cast<int>(Aim::lower);
    for (Field* field : {m_protocolField, m_startDoseField, m_incrementField})
        field->setVisible(!taper);
    for (Field* field : {m_fromField, m_aimField, m_baseField})
        field->setVisible(taper);
    m_goalField->setVisible(!taper || lower);
    m_percentField->setVisible(taper && !fixed);
    m_fixedField->setVisible(taper && fixed);
    m_finalField->setVisible(taper);
    if (taper && lower && m_goalDose->isEmpty())
        if (const auto from = m_from->value())
            m_goalDose->setValue(core::roundDownToQuantum(core::DailyDose::nanograms(from->inNanograms() / 2),
                                                          core::perDay(m_products->products().quantum())));
    if (taper && fixed && m_fixedStep->isEmpty())
        m_fixedStep->setValue(core::perDay(m_products->products().quantum()));
}

std::vector<TypedEdit*> PlanControls::typedFields() const {
    return {m_startDose, m_increment, m_from,  m_goalDose,  m_percent,
            m_fixedStep, m_interval,  m_start, m_finalDose, m_dosesPerDay};
}

bool PlanControls::hasProblem() const {
    return m_refused || std::ranges::any_of(typedFields(), [this](const TypedEdit* edit) {
               return edit->isVisibleTo(this) && !edit->problem().isEmpty();
           });
}

bool PlanControls::check() {
    for (TypedEdit* edit : typedFields())
        if (edit->isVisibleTo(this) && !edit->check()) {
            edit->setFocus();
            return false;
        }
    return !m_refused;
}

void PlanControls::send(const QString& what, int merge) {
    if (m_showing || !m_inputs)
        return;
    m_refused = false;
    if (hasProblem())
        return;
    const auto split = static_cast<core::SplitStrategy>(m_split->value().value_or(0));
    core::PlanInputs next = *m_inputs;
    if (auto* taper = std::get_if<core::TaperInputs>(&next)) {
        taper->model = static_cast<core::TaperModel>(m_base->currentData().toInt());
        taper->goal = m_aim->currentData().toInt() == static_cast<int>(Aim::lower)
                          ? m_goalDose->value().value_or(core::DailyDose())
                          : core::DailyDose();
        taper->percent = m_percent->value().value_or(taper->percent);
        if (taper->model == core::TaperModel::fixedStep)
            taper->fixedStep = m_fixedStep->value().value_or(taper->fixedStep);
        taper->from = m_from->value().value_or(taper->from);
        taper->finalDose = m_finalDose->value().value_or(taper->finalDose);
        taper->intervalDays = m_interval->value().value_or(taper->intervalDays);
        taper->start = m_start->value().value_or(taper->start);
        taper->dosesPerDay = m_dosesPerDay->value().value_or(taper->dosesPerDay);
        taper->split = split;
        const bool sliding = m_percent->value() && m_slider->value() != m_percent->value()->whole();
        if (sliding) {
            const QSignalBlocker quiet(m_slider);
            m_slider->setValue(m_percent->value()->whole());
        }
    } else {
        auto& titration = std::get<core::TitrationInputs>(next);
        titration.startDose = m_startDose->value().value_or(titration.startDose);
        titration.increment = m_increment->value().value_or(titration.increment);
        titration.goal = m_goalDose->value().value_or(titration.goal);
        titration.intervalDays = m_interval->value().value_or(titration.intervalDays);
        titration.start = m_start->value().value_or(titration.start);
        titration.dosesPerDay = m_dosesPerDay->value().value_or(titration.dosesPerDay);
        titration.split = split;
    }
    m_note->clear();
    Q_EMIT inputsEdited(next, m_products->products(), what, merge);
}

} // namespace lento::gui
