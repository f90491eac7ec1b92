// ProductDialog takes one product of the clinic's own: its name, what is in a piece or a millilitre, and how it is
// divided. Of a product that a plan holds only the name and the note can be changed.
#pragma once

#include "core/clinic_set.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;

namespace lento::gui {

class Field;
class FieldNote;
class SegmentedControl;
class StrengthEdit;
class TextLine;
class VolumeEdit;

class ProductDialog : public QDialog {
    Q_OBJECT
public:
    // taken: the names of the clinic's other products in use.
    ProductDialog(const core::ClinicProduct& product, bool isNew, bool isInUse, QStringList taken,
                  QWidget* parent = nullptr);

    // After Accepted.
    const core::ClinicProduct& product() const noexcept { return m_product; }

public Q_SLOTS:
    void accept() override;

private:
    core::ProductForm form() const;
    core::ClinicProduct typed() const;
    void arrange();
    void showSmallest();

    core::ClinicProduct m_product;
    QStringList m_taken;
    TextLine* m_name;
    SegmentedControl* m_form;
    StrengthEdit* m_strength;
    Field* m_strengthField = nullptr;
    QCheckBox* m_halves;
    VolumeEdit* m_grid;
    Field* m_gridField = nullptr;
    TextLine* m_note;
    QLabel* m_smallest;
    FieldNote* m_problem;
};

} // namespace lento::gui
