#include "gui/concentration_flow.h"

#include "app/timeline.h"
#include "gui/dialog_host.h"
#include "wording/quantities.h"

#include <QCoreApplication>

namespace lento::gui {

void showConcentration(const Workplace& workplace, const std::function<RecordPointer()>& record,
                       const NamedSplit& chosen, const std::function<void(const QString&)>& enter, QWidget* parent) {
    const core::Date today = workplace.today();
    const core::RuleNumbers& numbers = workplace.catalogue.numbers();
    for (;;) {
        const RecordPointer shown = record();
        std::optional<NamedSplit> inForce;
        if (const auto dose = app::DoseTimeline(*shown).on(today); dose && !dose->daily.isZero())
            inForce = NamedSplit{QCoreApplication::translate("lento::gui::ConcentrationDialog", "In force today, %1")
                                     .arg(wording::dailyText(dose->daily)),
                                 dose->split};
        if (inForce && inForce->split == chosen.split)
            inForce.reset();
        ConcentrationDialog dialog(chosen, std::move(inForce), core::kineticBasis(shown->facts, today, numbers),
                                   numbers, today, workplace.dialogs, parent);
        workplace.dialogs.run(dialog);
        if (dialog.wantedValue().isEmpty())
            return;
        enter(dialog.wantedValue());
        if (record() == shown)
            return; // nothing was entered
    }
}

} // namespace lento::gui
