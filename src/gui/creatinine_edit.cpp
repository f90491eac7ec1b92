#include "gui/creatinine_edit.h"

#include "core/decimal.h"
#include "gui/segmented.h"
#include "gui/theme.h"

#include <QHBoxLayout>

namespace lento::gui {

CreatinineEdit::CreatinineEdit(QWidget* parent)
    : QWidget(parent)
    , m_line(new ValueEdit<wording::TypedCreatinine>(
          [this](QStringView text) { return wording::parseCreatinine(text, unit()); },
          [](const wording::TypedCreatinine& value) {
              return QString::fromStdString(core::formatDecimal(value.thousandths, 3));
          },
          this))
    , m_unit(new SegmentedControl(this)) {
    m_unit->setChoices({{static_cast<int>(core::CreatinineUnit::mgPerDl), tr("mg/dL"), tr("milligrams per decilitre")},
                        {static_cast<int>(core::CreatinineUnit::umolPerL), tr("umol/L"), tr("micromoles per litre")}});
    m_unit->setName(tr("Unit of creatinine"));
    m_line->setAccessibleName(tr("Creatinine"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(em(*this, 0.4));
    layout->addWidget(m_line, 1);
    layout->addWidget(m_unit);
    connect(m_unit, &SegmentedControl::valueChanged, this, [this] {
        if (!m_line->isEmpty())
            m_line->check();
        Q_EMIT valueEdited();
    });
    connect(m_line, &TypedEdit::valueEdited, this, [this] {
        // A unit typed behind the number is the unit meant.
        if (const auto typed = value())
            m_unit->setValue(static_cast<int>(typed->unit));
        Q_EMIT valueEdited();
    });
}

void CreatinineEdit::setValue(const core::Creatinine& creatinine) {
    setUnit(creatinine.unit);
    m_line->setValue(wording::TypedCreatinine{creatinine.thousandths, creatinine.unit});
}

void CreatinineEdit::setUnit(core::CreatinineUnit unit) {
    m_unit->setValue(static_cast<int>(unit));
}

std::optional<core::CreatinineUnit> CreatinineEdit::unit() const {
    // Asked by the line while the control is still being built.
    if (m_unit == nullptr || !m_unit->value())
        return std::nullopt;
    return static_cast<core::CreatinineUnit>(*m_unit->value());
}

} // namespace lento::gui
