// PlanControls are the fields above the step table from which a titration or a taper is made.
//
// What cannot be read is refused in its field, and nothing is signalled until it can; nothing is clamped.
#pragma once

#include "content/catalogue.h"
#include "core/plan.h"
#include "gui/card.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QSlider;

namespace lento::gui {

class DailyDoseEdit;
class DateEdit;
class Field;
class FieldNote;
class FlowLayout;
class PercentEdit;
class ProductPicker;
class SegmentedControl;
class TypedEdit;
class WholeNumberEdit;

class PlanControls : public Card {
    Q_OBJECT
public:
    explicit PlanControls(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // The protocols to choose from, those for the patient.
    void offer(const std::vector<const core::Protocol*>& protocols);
    // Shows the inputs of a plan without signalling.
    void show(const core::PlanInputs& inputs, const core::ProductSet& products);
    // Words below the fields, which say nothing of what is in them (the draft cannot be kept).
    void showProblem(const QString& words);
    // The same for what the planner refused: until the fields change, they do not show the plan.
    void refuse(const QString& words);
    // True when a field holds something that cannot be read or made.
    bool hasProblem() const;
    // Tells every problem in its field and goes to the first; true when there is none.
    bool check();

Q_SIGNALS:
    // merge: not 0 while a slider moves.
    void inputsEdited(const lento::core::PlanInputs& inputs, const lento::core::ProductSet& products,
                      const QString& what, int merge);
    void protocolChosen(const QString& id);

private:
    enum class Aim { stop, lower };

    Field* addField(FlowLayout& row, const QString& caption, QWidget* control);
    void send(const QString& what, int merge = 0);
    void arrange();
    void showProtocol();

    const content::Catalogue& m_catalogue;
    std::vector<TypedEdit*> typedFields() const;

    std::optional<core::PlanInputs> m_inputs;
    core::ProductSet m_shownProducts;
    bool m_showing = false;
    bool m_refused = false;

    // taper
    QComboBox* m_aim;
    DailyDoseEdit* m_goalDose;
    PercentEdit* m_percent;
    QSlider* m_slider;
    DailyDoseEdit* m_fixedStep;
    QComboBox* m_base;
    DailyDoseEdit* m_from;
    DailyDoseEdit* m_finalDose;
    // titration
    QComboBox* m_protocol;
    std::vector<std::pair<std::string, int>> m_offered; // id and version of each
    DailyDoseEdit* m_startDose;
    DailyDoseEdit* m_increment;
    // both
    WholeNumberEdit* m_interval;
    DateEdit* m_start;
    WholeNumberEdit* m_dosesPerDay;
    SegmentedControl* m_split;
    ProductPicker* m_products;
    FieldNote* m_note;

    Field* m_aimField;
    Field* m_goalField;
    Field* m_percentField;
    Field* m_fixedField;
    Field* m_baseField;
    Field* m_fromField;
    Field* m_finalField;
    Field* m_protocolField;
    Field* m_startDoseField;
    Field* m_incrementField;
    Field* m_intervalField;
    Field* m_startField;
    QWidget* m_fields;
};

} // namespace lento::gui
