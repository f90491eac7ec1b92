// ProtocolDialog takes one protocol of the clinic's own: every field of it, each refused in its place, with the steps
// that it makes beside it and who adopts it (DAT-1).
#pragma once

#include "core/protocol.h"
#include "gui/workplace.h"

#include <QDialog>

#include <map>
#include <optional>
#include <string_view>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPlainTextEdit;
class QVBoxLayout;

namespace lento::gui {

class DailyDoseEdit;
class DateEdit;
class DoseEdit;
class Field;
class FieldNote;
class NamesEdit;
class PerWeightEdit;
class ProtocolPreviewCard;
class SegmentedControl;
class TextLine;
class TypedEdit;
class WeightEdit;
class WholeNumberEdit;
class WholeNumbersEdit;

class ProtocolDialog : public QDialog {
    Q_OBJECT
public:
    enum class Kind { copy, change, import };

    // known: the clinic's catalogue with what was adopted beside this one; kept as a copy.
    ProtocolDialog(const core::Protocol& protocol, Kind kind, const content::Catalogue& known, core::Date today,
                   QWidget* parent = nullptr);

    // After Accepted.
    const core::Protocol& protocol() const noexcept { return m_protocol; }
    ProtocolPreviewCard& preview() const noexcept { return *m_preview; }

public Q_SLOTS:
    void accept() override;

private:
    QWidget* purposeCard();
    QWidget* doseCard();
    QWidget* originCard();
    void addLine(QGridLayout& grid, int row, int column, std::string_view key, TypedEdit* edit, bool isOptional,
                 int columns = 1);
    QPlainTextEdit* addText(QVBoxLayout& column, std::string_view key);
    void show(const core::Protocol& protocol);
    core::Protocol typed() const;
    bool isByWeight() const;
    void arrange();
    void showPreview();
    void refuse(const core::Error& error);

    core::Protocol m_protocol;
    const content::Catalogue m_known;
    bool m_isNew;
    bool m_showing = false;
    std::map<std::string_view, TypedEdit*> m_lines; // by the key of a protocol file
    std::map<std::string_view, Field*> m_fields;
    TextLine* m_title;
    TextLine* m_id;
    QComboBox* m_use;
    std::map<core::Region, QCheckBox*> m_regions;
    WholeNumberEdit* m_fromAge;
    WholeNumberEdit* m_belowAge;
    WeightEdit* m_fromWeight;
    WeightEdit* m_belowWeight;
    QComboBox* m_kidney;
    SegmentedControl* m_basis;
    DailyDoseEdit* m_start;
    DailyDoseEdit* m_increment;
    DailyDoseEdit* m_goal;
    PerWeightEdit* m_startByWeight;
    PerWeightEdit* m_incrementByWeight;
    DailyDoseEdit* m_mostIncrement;
    PerWeightEdit* m_goalByWeight;
    WholeNumberEdit* m_interval;
    WholeNumbersEdit* m_intervals;
    DailyDoseEdit* m_ceiling;
    DailyDoseEdit* m_softCeiling;
    DoseEdit* m_singleDose;
    DoseEdit* m_pieces;
    SegmentedControl* m_doses;
    SegmentedControl* m_split;
    WholeNumberEdit* m_review;
    NamesEdit* m_sources;
    TextLine* m_edition;
    QPlainTextEdit* m_note = nullptr;
    QPlainTextEdit* m_conflict = nullptr;
    TextLine* m_adoptedBy;
    DateEdit* m_adoptedOn;
    ProtocolPreviewCard* m_preview;
    FieldNote* m_problem;
};

} // namespace lento::gui
