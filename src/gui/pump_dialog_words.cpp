#include "gui/pump_dialog_words.h"

#include "app/documents.h"
#include "core/pump_status.h"
#include "gui/pump_entry_dialog.h"
#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QLabel>

namespace lento::gui {

namespace {

std::vector<core::Weekday> closedDays(const Workplace& workplace) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    return clinic ? clinic->closedWeekdays : std::vector<core::Weekday>{};
}

} // namespace

QLabel* noteLabel() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setTextKind(*label, TextKind::small);
    return label;
}

QString refillWords(const core::PumpCourse& course, core::Date on, const Workplace& workplace) {
    const auto status = core::pumpStatus(course, on, closedDays(workplace), workplace.catalogue.numbers().pump);
    if (!status || !*status)
        return PumpEntryDialog::tr("Alarm and refill dates: not assessed until fill and setting are entered.");
    const core::Refill& refill = (*status)->refill;
    QString text =
        PumpEntryDialog::tr("Alarm date %1, refill by %2 (%3, ITB-13).")
            .arg(wording::clinicalDate(refill.alarm), wording::clinicalDateWithWeekday(refill.refillBy),
                 refill.limit == core::RefillLimit::alarm ? PumpEntryDialog::tr("before the alarm")
                                                          : PumpEntryDialog::tr("the solution keeps no longer"));
    if (!(*status)->implant.model.isConfirmed())
        text += u' ' + PumpEntryDialog::tr("They follow from the constants of %1.")
                           .arg(wording::pumpModelText((*status)->implant.model));
    return text;
}

} // namespace lento::gui
