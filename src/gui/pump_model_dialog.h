// PumpModelDialog takes the constants of one pump model as the clinic read them, and whether somebody compared them
// with the manual. A changed constant takes that back, in sight, until it is ticked again.
#pragma once

#include "core/pump_record.h"

#include <QDialog>

class QCheckBox;
class QLabel;

namespace lento::gui {

class CatheterVolumeEdit;
class FieldNote;
class ReservoirEdit;
class TextLine;
class TypedEdit;
class WholeNumberEdit;

class PumpModelDialog : public QDialog {
    Q_OBJECT
public:
    // confirms: the model as it is given is confirmed, or will be when the settings are saved. taken: the names of the
    // other models.
    PumpModelDialog(const core::PumpModel& model, bool isNew, bool confirms, QStringList taken,
                    QWidget* parent = nullptr);

    // After Accepted.
    const core::PumpModel& model() const noexcept { return m_model; }
    bool confirms() const;

public Q_SLOTS:
    void accept() override;

private:
    QList<TypedEdit*> edits() const;
    // Nothing while a field cannot be read.
    std::optional<core::PumpModel> typed() const;
    void follow();
    void showState();

    core::PumpModel m_model;
    bool m_confirmed;
    QStringList m_taken;
    TextLine* m_name;
    ReservoirEdit* m_reservoir;
    ReservoirEdit* m_alarm;
    ReservoirEdit* m_tubing;
    CatheterVolumeEdit* m_catheter;
    WholeNumberEdit* m_service;
    TextLine* m_source;
    QCheckBox* m_compared;
    QLabel* m_state;
    FieldNote* m_problem;
};

} // namespace lento::gui
