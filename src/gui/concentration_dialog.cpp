#include "gui/concentration_dialog.h"

#include "core/rule_numbers.h"
#include "gui/clock_edit.h"
#include "gui/dialog_host.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "report/concentration_report.h"
#include "report/page_export.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>
#include <map>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int halfHour = 30;

QString clock(int minute) {
    return QString::fromStdString(core::clockText(minute));
}

// Tenths without a trailing zero.
QString tenths(double value) {
    return QString::number(std::round(value * 10) / 10);
}

QString gapWords(int minutes) {
    const int hours = minutes / 60;
    const int rest = minutes % 60;
    return rest == 0 ? ConcentrationDialog::tr("%1 h").arg(hours)
                     : ConcentrationDialog::tr("%1 h %2 min").arg(hours).arg(rest);
}

QLabel* words(const QString& text, TextKind kind) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextKind(*label, kind);
    return label;
}

QString therapyWords(const std::vector<int>& minutes) {
    QStringList hours;
    for (const int minute : minutes)
        hours << u"%1–%2"_s.arg(clock(minute - halfHour), clock(minute + halfHour));
    return hours.join(u", "_s);
}

} // namespace

ConcentrationDialog::ConcentrationDialog(NamedSplit chosen, std::optional<NamedSplit> inForce, core::KineticBasis basis,
                                         const core::RuleNumbers& numbers, core::Date today, DialogHost& dialogs,
                                         QWidget* parent)
    : QDialog(parent)
    , m_split(std::move(chosen))
    , m_inForce(std::move(inForce))
    , m_basis(std::move(basis))
    , m_numbers(numbers)
    , m_today(today)
    , m_dialogs(dialogs)
    , m_times(numbers.spl1.usual)
    , m_gapNote(new FieldNote)
    , m_legend(words({}, TextKind::muted))
    , m_figures(words({}, TextKind::heading))
    , m_chart(new ConcentrationChart)
    , m_rows(new QStandardItemModel(this))
    , m_table(new QTableView)
    , m_either(new QStackedWidget)
    , m_reading(words({}, TextKind::muted))
    , m_tableButton(new QPushButton(tr("&Table")))
    , m_save(new QPushButton(tr("&Save picture…"))) {
    setWindowTitle(tr("Expected concentration over the day"));
    auto* outer = new QVBoxLayout(this);
    outer->addWidget(words(tr("%1: %2").arg(m_split.name, wording::splitWords(m_split.split)), TextKind::title));
    const QString label = tr("Average %1, not this patient; no dosing from this curve (PK-5).")
                              .arg(m_basis.child ? tr("child of this weight") : tr("adult"));
    auto* warning = new FieldNote;
    warning->set(Tone::caution, label);
    outer->addWidget(warning);
    m_chart->setLabel(label);

    if (m_basis.model) {
        outer->addWidget(words(basisWords(), TextKind::muted));
        outer->addWidget(makeTimes());
        outer->addWidget(m_gapNote);
        outer->addWidget(m_figures);
        outer->addWidget(m_legend);
        m_chart->setMinimumHeight(em(*this, 14));
        m_table->setModel(m_rows);
        m_table->setAccessibleName(tr("Expected concentration as a table"));
        m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
        m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_table->setShowGrid(false);
        m_table->setTabKeyNavigation(false);
        m_table->verticalHeader()->hide();
        m_table->horizontalHeader()->setStretchLastSection(true);
        m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_either->addWidget(m_chart);
        m_either->addWidget(m_table);
        outer->addWidget(m_either, 1);
        outer->addWidget(m_reading);
    } else {
        m_chart->setParent(this);
        m_chart->hide();
        outer->addWidget(makeNotAssessed(), 1);
    }

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    if (m_basis.model) {
        m_tableButton->setCheckable(true);
        m_tableButton->setAutoDefault(false);
        m_tableButton->setToolTip(tr("Show the same figures as a table"));
        m_save->setAutoDefault(false);
        buttons->addButton(m_tableButton, QDialogButtonBox::ActionRole);
        buttons->addButton(m_save, QDialogButtonBox::ActionRole);
        connect(m_tableButton, &QPushButton::toggled, this, &ConcentrationDialog::showTable);
        connect(m_save, &QPushButton::clicked, this, &ConcentrationDialog::savePicture);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    outer->addWidget(buttons);
    // Return in a field takes its time over and closes nothing.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_chart, &ConcentrationChart::focusChanged, this, [this] {
        const QString text = m_chart->readingText();
        // The line keeps its room, so that the chart does not jump when the mouse enters it.
        m_reading->setText(text.isEmpty() ? tr("Point at an hour, or use the arrow keys, to read the curve.") : text);
    });
    if (m_basis.model)
        draw();
    resize(em(*this, 50), em(*this, m_basis.model ? 40 : 16));
}

QWidget* ConcentrationDialog::makeTimes() {
    auto* times = new QWidget;
    auto* row = new FlowLayout(times);
    for (const core::DayPart part : m_split.split.parts()) {
        const auto index = static_cast<std::size_t>(part);
        if (m_split.split.at(part).isZero())
            continue;
        auto* edit = new ClockEdit;
        edit->setValue(m_times[index]);
        edit->setAccessibleName(tr("%1 dose at").arg(wording::dayPartText(part)));
        edit->setFixedWidth(em(*this, 6));
        connect(edit, &TypedEdit::valueEdited, this, [this, edit, index] {
            if (const auto minute = edit->value()) {
                m_times[index] = *minute;
                draw();
            }
        });
        m_edits[index] = edit;
        row->addWidget(new Field(
            tr("%1, %2, at").arg(wording::dayPartText(part), wording::doseText(m_split.split.at(part))), edit));
    }
    return times;
}

QWidget* ConcentrationDialog::makeNotAssessed() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->addWidget(words(tr("Not assessed"), TextKind::heading));
    column->addWidget(words(whyNot(), TextKind::muted));
    if (!m_basis.missing.empty()) {
        const std::string missing = m_basis.missing.front();
        auto* enter = new QPushButton(tr("&Enter it…"));
        enter->setAccessibleName(tr("Enter %1").arg(wording::inputName(missing)));
        connect(enter, &QPushButton::clicked, this, [this, missing] {
            m_wanted = QString::fromStdString(missing);
            accept();
        });
        column->addWidget(enter, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    return box;
}

QString ConcentrationDialog::whyNot() const {
    QStringList names;
    for (const std::string& name : m_basis.missing)
        names << wording::inputName(name).toLower();
    switch (m_basis.why) {
    case core::NoKinetics::none:
        return {};
    case core::NoKinetics::missing:
        return tr("No curve is drawn while something is missing: %1.").arg(names.join(u", "_s));
    case core::NoKinetics::tooOld:
        return tr("The creatinine of %1 is too old to say how fast baclofen leaves the body (DAT-5).")
            .arg(m_basis.creatinineDate ? wording::clinicalDate(*m_basis.creatinineDate) : QString());
    case core::NoKinetics::unstable:
        return tr("The kidney function is changing, so no K holds for a whole day (REN-5).");
    case core::NoKinetics::dialysis:
        return tr("On dialysis the model does not hold: what leaves the body follows the machine (PK-2, REN-5).");
    case core::NoKinetics::tooYoung:
        return tr("The children’s model begins at %1 years (PK-3).").arg(m_numbers.pk3.fromYears);
    }
    return {};
}

QString ConcentrationDialog::basisWords() const {
    const QString halfLife = tenths(m_basis.model->halfLifeHours());
    if (m_basis.child)
        return tr("Children’s model (PK-3) at %1, weighed %2: half-life %3 h. Measured in children with two "
                  "compartments it is 4.5 h at the end, so the real curve falls more slowly. Kidney function is not "
                  "in this model.")
            .arg(wording::weightText(m_basis.weight->grams), wording::clinicalDate(m_basis.weight->on), halfLife);
    return tr("Adults’ model (PK-2) at K %1 mL/min, creatinine of %2: half-life %3 h. The same doses every day until "
              "nothing changes any more.")
        .arg(tenths(*m_basis.k), wording::clinicalDate(*m_basis.creatinineDate), halfLife);
}

DayCurve ConcentrationDialog::curveOf(const core::DoseSplit& split) const {
    DayCurve curve;
    curve.doses = core::timedDoses(split, m_times);
    curve.state = core::steadyState(*m_basis.model, curve.doses);
    curve.therapy = core::therapyMinutes(curve.state, curve.doses, m_numbers);
    return curve;
}

void ConcentrationDialog::draw() {
    DayCurve chosen = curveOf(m_split.split);
    const core::SteadyState& state = chosen.state;
    m_figures->setText(tr("Peak %1 ng/mL at %2 · trough %3 ng/mL at %4 · average %5 ng/mL")
                           .arg(tenths(state.peak), clock(state.peakMinute), tenths(state.trough),
                                clock(state.troughMinute), tenths(state.average)));
    std::optional<DayCurve> other;
    if (m_inForce)
        other = curveOf(m_inForce->split);
    QStringList legend;
    if (other)
        legend << tr("Dashed: %1 (%2), peak %3, trough %4, average %5 ng/mL.")
                      .arg(m_inForce->name, wording::splitText(m_inForce->split) + tr(" mg"), tenths(other->state.peak),
                           tenths(other->state.trough), tenths(other->state.average));
    legend << (chosen.therapy.empty()
                   ? tr("No peak leaves room for an hour of physiotherapy between %1 and %2 (TIT-9).")
                         .arg(clock(m_numbers.tit9.therapyFromMinute), clock(m_numbers.tit9.therapyToMinute))
                   : tr("Shaded: hours for physiotherapy near a peak, %1 (TIT-9).").arg(therapyWords(chosen.therapy)));
    m_legend->setText(legend.join(u'\n'));

    QStringList close;
    for (const core::ShortGap& gap : core::shortGaps(m_split.split, m_times, m_numbers.spl1.minimumGapMinutes))
        close << tr("Between the %1 and the %2 dose lie %3; at least %4 are usual (SPL-1).")
                     .arg(wording::dayPartText(gap.from).toLower(), wording::dayPartText(gap.to).toLower(),
                          gapWords(gap.minutes), gapWords(m_numbers.spl1.minimumGapMinutes));
    m_gapNote->set(Tone::caution, close.join(u' '));
    m_chart->setCurves(std::move(chosen), std::move(other));
    fillTable();
}

void ConcentrationDialog::fillTable() {
    const DayCurve& chosen = m_chart->chosen();
    std::optional<DayCurve> other;
    if (m_inForce)
        other = curveOf(m_inForce->split);
    m_rows->clear();
    QStringList heads{tr("Time"), tr("ng/mL")};
    if (other)
        heads << tr("For comparison, ng/mL");
    heads << tr("What happens");
    m_rows->setHorizontalHeaderLabels(heads);
    std::map<int, QStringList> moments;
    constexpr int minutesPerHour = 60;
    for (int minute = 0; minute < core::minutesPerDay; minute += minutesPerHour)
        moments[minute];
    for (const core::DayPart part : m_split.split.parts())
        if (!m_split.split.at(part).isZero())
            moments[m_times[static_cast<std::size_t>(part)]]
                << tr("%1 dose, %2").arg(wording::dayPartText(part), wording::doseText(m_split.split.at(part)));
    moments[chosen.state.peakMinute] << tr("peak");
    moments[chosen.state.troughMinute] << tr("trough");
    for (const int minute : chosen.therapy)
        moments[minute] << tr("middle of an hour for physiotherapy");
    for (const auto& [minute, what] : moments) {
        const auto at = static_cast<std::size_t>(minute);
        QList<QStandardItem*> row{new QStandardItem(clock(minute)), new QStandardItem(tenths(chosen.state.curve[at]))};
        if (other)
            row << new QStandardItem(tenths(other->state.curve[at]));
        row << new QStandardItem(what.join(u"; "_s));
        m_rows->appendRow(row);
    }
    m_table->resizeColumnsToContents();
}

void ConcentrationDialog::showTable(bool table) {
    m_either->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_chart);
    m_tableButton->setChecked(table);
}

void ConcentrationDialog::savePicture() {
    const auto path = m_dialogs.saveFile(this, tr("Save the picture"), u"concentration.png"_s,
                                         tr("Pictures (*.png *.svg);;Documents (*.pdf)"));
    if (!path)
        return;
    const DayCurve& chosen = m_chart->chosen();
    report::ConcentrationInput input{chosen.state,   chosen.doses,  chosen.therapy, {},      {},
                                     *m_basis.model, m_basis.child, m_basis.k,      m_today, {}};
    if (m_inForce) {
        input.other = curveOf(m_inForce->split).state;
        input.otherDaily = m_inForce->split.total();
    }
    // A picture leaves the program; like paper, it is in the documents' language and not the screen's.
    const core::Result<report::Document> document = report::concentrationReport(input, wording::DocLocale());
    const QString ending = QFileInfo(*path).suffix().toLower();
    const core::Result<void> saved = !document            ? core::Result<void>(core::failure(document.error()))
                                     : ending == "png"_L1 ? report::writePng(*document, 0, *path)
                                     : ending == "svg"_L1 ? report::writeSvg(*document, 0, *path)
                                     : ending == "pdf"_L1
                                         ? report::writePdf(*document, *path)
                                         : core::Result<void>(core::failure(core::ErrorCode::unknownName, "picture",
                                                                            {ending.toStdString(), "png, svg, pdf"}));
    if (!saved)
        m_dialogs.tell(this, saved.error());
}

void ConcentrationDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_chart->setTokens(tokens(palette()));
}

} // namespace lento::gui
