// The words of the worklist: what to do, why, and when, for each DueItem.
//
// Screen language (tr). A kind without words does not compile.
#pragma once

#include "core/due_items.h"

#include <QString>

namespace lento::wording {

// "Step up to 30 mg/day"
QString dueToDo(const core::DueItem& item);
// "14 days on 30 mg/day; last seen 08-Nov-2026"; empty where there is nothing more to say.
QString dueBecause(const core::DueItem& item);
// "overdue 3 d", "today", "Tue 24-Nov", "in 3 w"
QString dueWhen(const core::DueItem& item, core::Date today);
// "Urgent", "Due", "Coming"
QString urgencyText(core::Urgency urgency);

} // namespace lento::wording
