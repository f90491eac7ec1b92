#include "gui/oral_wean_dialog.h"

#include "app/documents.h"
#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "gui/oral_wean_chart.h"
#include "gui/row_table.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

// Of a pump that has been in place for years, what came shortly before the wean.
constexpr int daysShownBefore = 28;

std::vector<core::Weekday> closedDays(const Workplace& workplace) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    return clinic ? clinic->closedWeekdays : std::vector<core::Weekday>();
}

} // namespace

OralWeanDialog::OralWeanDialog(const Workplace& workplace, RecordPointer record, QWidget* parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_record(std::move(record))
    , m_context(app::planningContext(workplace.catalogue, *m_record, workplace.today()))
    , m_pump(m_record->pump, workplace.today(), closedDays(workplace), workplace.catalogue.numbers().pump)
    , m_start(new DateEdit)
    , m_before(new DailyDoseEdit)
    , m_note(new FieldNote)
    , m_chart(new OralWeanChart)
    , m_days(new QStandardItemModel(this)) {
    setWindowTitle(tr("Wean the tablets"));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    const core::PumpNumbers& numbers = workplace.catalogue.numbers().pump;
    auto* words =
        new QLabel(tr("Once the pump runs, oral baclofen goes first, one drug at a time: %1 % of the dose before the "
                      "implant every "
                      "%2 days. Assess within 24 hours of each change; tablets stay at home as a reserve (ITB-18).")
                       .arg(numbers.itb18.reduction.whole())
                       .arg(numbers.itb18.intervalDays));
    words->setWordWrap(true);
    setTextKind(*words, TextKind::muted);
    column->addWidget(words);

    const core::PumpImplant& implant = *m_record->pump.implantOn(workplace.today());
    m_start->setRange(workplace.today(), std::nullopt);
    m_start->setOptional(false);
    m_start->setValue(workplace.today() + 1);
    m_before->setOptional(false);
    m_before->setValue(app::doseBeforeImplant(*m_record, implant));
    auto* fields = new FlowLayout;
    fields->setSpacing(em(*this, 0.5));
    fields->addWidget(new Field(tr("&First lower dose on"), m_start));
    fields->addWidget(new Field(tr("&Tablets a day before the implant"), m_before));
    column->addLayout(fields);
    column->addWidget(m_note);
    column->addWidget(m_chart, 1);
    auto* table = new QTableView;
    table->setModel(m_days);
    setUpRowTable(*table, tr("Days on which tablets or pump change"));
    table->setMinimumHeight(em(*this, 9));
    column->addWidget(table, 1);

    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(windowTitle());
    area->setWidget(body);
    auto* outer = new QVBoxLayout(this);
    outer->addWidget(area, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(tr("&Draft as a plan"), QDialogButtonBox::AcceptRole);
    makePrimary(*m_ok);
    m_ok->setEnabled(!workplace.session.isReadOnly());
    outer->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &OralWeanDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_start, &QLineEdit::textChanged, this, &OralWeanDialog::plan);
    connect(m_before, &QLineEdit::textChanged, this, &OralWeanDialog::plan);
    const QSize room = screen() ? screen()->availableSize() * 9 / 10 : QSize(1200, 800);
    resize(QSize(em(*this, 46), em(*this, 44)).boundedTo(room));
    plan();
}

void OralWeanDialog::plan() {
    m_draft.reset();
    m_note->clear();
    m_days->clear();
    m_days->setHorizontalHeaderLabels({tr("Day"), tr("Tablets"), tr("Pump"), tr("What changes")});
    const std::optional<core::Date> start = m_start->value();
    const std::optional<core::DailyDose> before = m_before->value();
    if (!start || !before) {
        m_chart->show({}, m_workplace.today(), m_workplace.today());
        return; // its words stand below the field
    }
    core::Result<app::PlanView> view = app::planOralWean(*m_record, m_context, *start, *before);
    if (!view) {
        m_chart->show({}, m_workplace.today(), m_workplace.today());
        const core::Error& error = view.error();
        m_note->set(Tone::critical,
                    error.code == core::ErrorCode::conflictingFields
                        ? tr("The pump runs from %1: the tablets stay as they are until then.")
                              .arg(wording::clinicalDate(core::Date::fromIso(error.values.back()).value()))
                        : wording::sentence(error));
        return;
    }
    const core::Date implanted = m_record->pump.implantOn(m_workplace.today())->on;
    const std::vector<app::WeanDay> line =
        app::weanLine(*m_record, view->plan, m_pump, std::max(implanted, *start - daysShownBefore));
    for (const app::WeanDay& day : line) {
        QStringList changes;
        if (day.oralChanges)
            changes << (day.oral && day.oral->isZero() ? tr("tablets stop") : tr("tablets"));
        if (day.pumpChanges)
            changes << tr("pump");
        if (day.on == implanted)
            changes << tr("implant");
        QList<QStandardItem*> row;
        for (const QString& text :
             {wording::clinicalDateWithWeekday(day.on), day.oral ? wording::dailyText(*day.oral) : tr("no plan"),
              day.pump ? wording::microgramsPerDayText(*day.pump) : tr("not assessed"),
              changes.join(QStringLiteral(", "))}) {
            auto* item = new QStandardItem(text);
            item->setEditable(false);
            row << item;
        }
        m_days->appendRow(row);
    }
    for (QTableView* table : findChildren<QTableView*>())
        table->resizeColumnsToContents();
    m_chart->show(line, m_workplace.today(), view->plan.stopDate().value_or(*start));
    m_draft = app::draftOralWean(*m_record, std::move(view->plan));
}

void OralWeanDialog::accept() {
    const bool start = m_start->check();
    const bool before = m_before->check();
    if (!start || !before)
        return; // the words stand there
    if (!m_draft)
        return; // the note says why
    QDialog::accept();
}

} // namespace lento::gui
