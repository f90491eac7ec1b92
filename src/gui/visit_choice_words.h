// What a visit may come to, in words: the proposal of the rules, the choices offered, the decision made, and what is
// asked before someone is called unresponsive.
#pragma once

#include "app/visit_assistant.h"

#include <QString>

#include <string_view>

namespace lento::gui {

// "Increase to 35 mg/day"
QString proposalText(const core::VisitDecision& decision);
// With the dose it leads to, and whether it is what was proposed.
QString choiceText(const app::OfferedChoice& offer);
// Without a dose, as a record says it.
QString decisionText(core::VisitChoice choice);
// "infection", of core::worseningQuestions().
QString questionText(std::string_view code);

} // namespace lento::gui
