// PumpEntryDialog is the frame of the forms that enter something of a pump: fields at the left, the checks of what is
// typed at the right, each with the reason it may owe, and one button that saves.
//
// Checks follow while typing; a reason stays with its finding as long as that is the same.
#pragma once

#include "app/pumps.h"
#include "gui/workplace.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace lento::gui {

class FieldNote;
class TypedEdit;

class PumpEntryDialog : public QDialog {
    Q_OBJECT
public:
    PumpEntryDialog(const Workplace& workplace, RecordPointer record, const QString& title, const QString& verb,
                    QWidget* parent);

public Q_SLOTS:
    void accept() override;

protected:
    const Workplace& workplace() const noexcept { return m_workplace; }
    const app::PatientRecord& record() const noexcept { return *m_record; }
    QVBoxLayout* fields() const noexcept { return m_fields; }
    // Stands above the checks: what is drawn of what is typed.
    void addAboveChecks(QWidget* widget);
    // A line that is checked before saving and followed while typing.
    void follow(TypedEdit& edit);
    void showFindings(const std::vector<core::Finding>& findings);
    std::vector<app::PumpReason> reasons() const;
    // What follows from what is typed, in words; the checks.
    virtual void refresh() = 0;
    // The first field that an error is about gets the focus and its words; nothing: below the form.
    virtual core::Result<void> save() = 0;
    virtual TypedEdit* fieldOf(const std::string& subject) const = 0;
    void finish();

private:
    const Workplace& m_workplace;
    RecordPointer m_record;
    QVBoxLayout* m_fields;
    QScrollArea* m_fieldArea = nullptr;
    QVBoxLayout* m_checks;
    QLabel* m_noChecks;
    FieldNote* m_problem;
    QList<TypedEdit*> m_edits;
    QHash<quint64, QString> m_reasons;
    std::vector<std::uint64_t> m_shown;
};

} // namespace lento::gui
