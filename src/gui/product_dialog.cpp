#include "gui/product_dialog.h"

#include "app/clinic_settings.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/segmented.h"
#include "gui/strength_edit.h"
#include "gui/tab_order.h"
#include "gui/text_line.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lento::gui {

ProductDialog::ProductDialog(const core::ClinicProduct& product, bool isNew, bool isInUse, QStringList taken,
                             QWidget* parent)
    : QDialog(parent)
    , m_product(product)
    , m_taken(std::move(taken))
    , m_name(new TextLine("name"))
    , m_form(new SegmentedControl(tr("Form"),
                                  {{static_cast<int>(core::ProductForm::tablet), tr("Tablet"), {}},
                                   {static_cast<int>(core::ProductForm::liquid), tr("Oral liquid"), {}},
                                   {static_cast<int>(core::ProductForm::granules), tr("Granules in packets"), {}}}))
    , m_strength(new StrengthEdit)
    , m_halves(new QCheckBox(tr("May be &halved: it has a score line")))
    , m_grid(new VolumeEdit)
    , m_note(new TextLine("note"))
    , m_smallest(new QLabel)
    , m_problem(new FieldNote(this)) {
    setWindowTitle(isNew ? tr("Add a product") : tr("Product of the clinic"));
    auto* heading = new QLabel(windowTitle(), this);
    setTextKind(*heading, TextKind::title);
    auto* hint = new QLabel(
        isInUse ? tr("A plan, a draft or a supply holds it: strength and pieces stay as they are. Retire it and add "
                     "another if they are wrong.")
                : tr("For new plans only. Whoever makes a plan is offered it beside the shipped products."),
        this);
    hint->setWordWrap(true);
    setTextKind(*hint, TextKind::muted);

    m_name->setOptional(false);
    m_strength->setOptional(false);
    m_grid->setOptional(false);
    m_name->setPlaceholderText(tr("as it stands on the packet"));
    m_strengthField = new Field(tr("&Strength"), m_strength);
    m_gridField = new Field(tr("Smallest &volume that is measured"), m_grid);
    m_smallest->setWordWrap(true);
    m_smallest->setTextFormat(Qt::PlainText);
    setTextKind(*m_smallest, TextKind::small);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* ok = buttons->addButton(isNew ? tr("Add") : tr("Change"), QDialogButtonBox::AcceptRole);
    ok->setDefault(true);
    makePrimary(*ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProductDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    const int side = em(*this, 1.2);
    layout->setContentsMargins(side, side, side, side * 3 / 4);
    layout->setSpacing(em(*this, 0.6));
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addWidget(new Field(tr("&Name"), m_name));
    layout->addWidget(new Field(tr("Form"), m_form));
    layout->addWidget(m_strengthField);
    layout->addWidget(m_halves);
    layout->addWidget(m_gridField);
    layout->addWidget(m_smallest);
    layout->addWidget(new Field(tr("Note: &where it is sold"), m_note));
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(em(*this, 30));

    const core::Product& shown = product.product;
    m_name->setValue(shown.name);
    m_form->setValue(static_cast<int>(shown.form));
    m_strength->setLiquid(shown.form == core::ProductForm::liquid);
    if (!shown.strength.isZero())
        m_strength->setStrength(shown.strength);
    m_halves->setChecked(shown.halvesAllowed);
    if (!shown.grid.isZero())
        m_grid->setValue(shown.grid);
    m_note->setValue(product.note);
    for (QWidget* fixed : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_strength),
                           static_cast<QWidget*>(m_halves), static_cast<QWidget*>(m_grid)})
        fixed->setEnabled(!isInUse);

    connect(m_form, &SegmentedControl::valueChanged, this, &ProductDialog::arrange);
    connect(m_halves, &QCheckBox::toggled, this, &ProductDialog::showSmallest);
    for (TypedEdit* edit : {static_cast<TypedEdit*>(m_strength), static_cast<TypedEdit*>(m_grid)})
        connect(edit, &QLineEdit::textChanged, this, &ProductDialog::showSmallest);
    orderTabs(*this);
    arrange();
    m_name->setFocus();
}

core::ProductForm ProductDialog::form() const {
    return static_cast<core::ProductForm>(m_form->value().value_or(static_cast<int>(core::ProductForm::tablet)));
}

void ProductDialog::arrange() {
    const core::ProductForm now = form();
    const bool liquid = now == core::ProductForm::liquid;
    m_strength->setLiquid(liquid);
    m_strengthField->setCaption(liquid                               ? tr("&Strength of the liquid, such as 10 mg/5 mL")
                                : now == core::ProductForm::granules ? tr("&Strength of one packet")
                                                                     : tr("&Strength of one tablet"));
    m_halves->setVisible(now == core::ProductForm::tablet);
    m_gridField->setVisible(liquid);
    showSmallest();
}

core::ClinicProduct ProductDialog::typed() const {
    core::ClinicProduct typed = m_product;
    core::Product& product = typed.product;
    product.name = m_name->value();
    product.form = form();
    product.strength = m_strength->value().value_or(core::OralDose());
    product.scored = product.form == core::ProductForm::tablet && m_halves->isChecked();
    product.halvesAllowed = product.scored;
    product.grid =
        product.form == core::ProductForm::liquid ? m_grid->value().value_or(core::Volume()) : core::Volume();
    typed.note = m_note->value();
    return typed;
}

void ProductDialog::showSmallest() {
    const core::Product product = typed().product;
    const bool known =
        !product.strength.isZero() && (product.form != core::ProductForm::liquid || !product.grid.isZero());
    m_smallest->setText(known ? tr("Smallest dose that it gives: %1.").arg(wording::doseText(product.quantum()))
                              : tr("The smallest dose that it gives is told once strength and pieces are known."));
}

void ProductDialog::accept() {
    m_problem->clear();
    QList<TypedEdit*> fields{m_name, m_strength};
    if (form() == core::ProductForm::liquid)
        fields << m_grid;
    TypedEdit* first = nullptr;
    for (TypedEdit* field : std::as_const(fields)) {
        if (!field->check() && first == nullptr)
            first = field;
    }
    if (first == nullptr && m_taken.contains(m_name->text().trimmed(), Qt::CaseInsensitive)) {
        m_name->refuse(tr("Another product of this clinic has this name."));
        first = m_name;
    }
    if (first != nullptr) {
        first->setFocus(Qt::OtherFocusReason);
        return;
    }
    const core::ClinicProduct product = typed();
    if (const core::Result<void> good = app::validate(product); !good) {
        if (good.error().subject == "grid")
            m_grid->refuse(tr("With this strength the smallest dose is no whole amount. Type a larger step."));
        else
            m_problem->set(Tone::critical, wording::sentence(good.error()));
        return;
    }
    m_product = product;
    QDialog::accept();
}

} // namespace lento::gui
