// StepModel shows the steps of a plan as the rows of a table; it holds no rule and changes no plan, it says what was
// typed.
//
// Columns: number, first day, days, a dose for each time of day that the plan uses, the day's total, change, tablets a
// day, note.
#pragma once

#include "app/planning.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace lento::gui {

class StepModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { number, from, days, dose, daily, change, tablets, note };
    enum Role {
        PartRole = Qt::UserRole, // int(core::DayPart) of a dose column
        DoseRole,                // qlonglong nanograms of a dose cell
        ChangedRole,             // bool: differs from the step before
        ProblemRole,             // QString: what a finding says of this step, empty when nothing
    };

    explicit StepModel(QObject* parent = nullptr);

    // firstEditable: days before it are past and frozen (DAT-3).
    void setView(const app::PlanView& view, std::optional<core::DailyDose> doseBefore, core::Date firstEditable);
    void clear();
    const app::PlanView* view() const { return m_view ? &*m_view : nullptr; }

    Column columnKind(int column) const;
    std::optional<core::DayPart> partOf(int column) const;
    int columnOf(Column kind) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    // Dose cells take qlonglong nanograms, days take int. The plan is not changed here: the signals ask for it.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void doseTyped(int step, lento::core::DoseSplit split); // step counts from 1
    void daysTyped(int step, int days);

private:
    const core::Step& step(int row) const { return m_view->plan.steps[static_cast<std::size_t>(row)]; }
    QString changeText(int row) const;
    QString tabletsText(int row) const;
    QString noteText(int row) const;
    QString problemText(int row) const;
    QVariant display(int row, int column) const;
    bool frozen(int row) const;

    std::optional<app::PlanView> m_view;
    std::optional<core::DailyDose> m_doseBefore;
    core::Date m_firstEditable;
    std::vector<core::DayPart> m_parts; // the widest step's times of day
};

// What is taken on one day of a step, counted together: "5 × 10 mg + 1 × half of one 10 mg".
QString tabletsADay(const core::DoseSplit& split, const core::ProductSet& products);

} // namespace lento::gui
