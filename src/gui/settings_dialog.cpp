#include "gui/settings_dialog.h"

#include "gui/clinic_edits.h"
#include "gui/clinic_page.h"
#include "gui/dialog_host.h"
#include "gui/field_note.h"
#include "gui/products_page.h"
#include "gui/protocols_page.h"
#include "gui/pump_models_page.h"
#include "gui/region_page.h"
#include "gui/tab_order.h"
#include "gui/theme.h"
#include "wording/messages.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lento::gui {

SettingsDialog::SettingsDialog(const Workplace& workplace, QWidget* parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_note(new FieldNote(this)) {
    setWindowTitle(tr("Settings of the clinic"));
    auto* heading = new QLabel(tr("Settings of the clinic"), this);
    setTextKind(*heading, TextKind::title);
    auto* hint =
        new QLabel(workplace.session.isReadOnly()
                       ? tr("This clinic is open for reading: nothing can be changed here now.")
                       : tr("For everybody who uses this clinic file. What was printed and planned stays as it is."),
                   this);
    hint->setWordWrap(true);
    setTextKind(*hint, TextKind::muted);

    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideNone);

    auto* edits = new ClinicEdits(workplace, this);
    add(new ClinicPage(workplace, *edits, this));
    add(new RegionPage(workplace, *edits, this));
    add(new ProductsPage(workplace, *edits, this));
    add(new PumpModelsPage(workplace, this));
    add(new ProtocolsPage(workplace, *edits, this));
    QString longest;
    for (const SettingsPage* page : std::as_const(m_pages)) {
        if (page->title().size() > longest.size())
            longest = page->title();
    }
    m_list->setFixedWidth(m_list->fontMetrics().horizontalAdvance(longest) + em(*this, 2.5));
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save changes"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    makePrimary(*m_save);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(em(*this, 0.8));
    columns->addWidget(m_list);
    columns->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    const int side = em(*this, 1.2);
    layout->setContentsMargins(side, side, side, side * 3 / 4);
    layout->setSpacing(em(*this, 0.6));
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addLayout(columns, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    orderTabs(*this);
    m_list->setFocus();
    resize(QSize(em(*this, 56), em(*this, 44)).boundedTo(screen()->availableSize() * 9 / 10));
    showState();
}

void SettingsDialog::add(SettingsPage* page) {
    m_pages << page;
    auto* item = new QListWidgetItem(page->title(), m_list);
    item->setSizeHint(QSize(0, em(*this, 2)));
    page->setEnabled(!m_workplace.session.isReadOnly());
    auto* scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    connect(page, &SettingsPage::edited, this, &SettingsDialog::showState);
}

void SettingsDialog::showPage(const SettingsPage& page) {
    m_list->setCurrentRow(static_cast<int>(m_pages.indexOf(&page)));
}

bool SettingsDialog::isChanged() const {
    return std::ranges::any_of(m_pages, [](const SettingsPage* page) { return page->isChanged(); });
}

void SettingsDialog::showState() {
    m_note->clear();
    m_save->setEnabled(isChanged());
}

void SettingsDialog::accept() {
    m_note->clear();
    for (SettingsPage* page : std::as_const(m_pages)) {
        QWidget* problem = page->firstProblem();
        if (problem == nullptr)
            continue;
        showPage(*page);
        if (auto* scroll = qobject_cast<QScrollArea*>(m_stack->currentWidget()))
            scroll->ensureWidgetVisible(problem, 0, em(*this, 4));
        problem->setFocus(Qt::OtherFocusReason);
        m_note->set(Tone::critical, tr("Nothing was saved yet: a field needs another look."));
        return;
    }
    for (SettingsPage* page : std::as_const(m_pages)) {
        if (page->isChanged() && !page->confirm())
            return;
    }
    for (SettingsPage* page : std::as_const(m_pages)) {
        if (!page->isChanged())
            continue;
        const core::Result<void> saved = page->save();
        if (!saved) {
            showPage(*page);
            m_note->set(Tone::critical, wording::sentence(saved.error()));
            m_save->setEnabled(isChanged());
            return;
        }
    }
    QDialog::accept();
}

void SettingsDialog::reject() {
    // What was typed is not thrown away by a slip.
    if (isChanged() &&
        !m_workplace.dialogs.confirm(this, tr("Leave without saving?"),
                                     tr("What was changed here is not saved and will be lost."), tr("Leave")))
        return;
    QDialog::reject();
}

} // namespace lento::gui
