// Plans as tests write them: inputs in one line, steps as "2026-01-05 2026-01-11 55 (15 / 20 / 20)".
#pragma once

#include "core/finding.h"
#include "core/plan.h"
#include "core/plan_change.h"
#include "core/rule_numbers.h"
#include "core/taper.h"
#include "core/titration.h"
#include "core_values.h"
#include "shipped_numbers.h"

#include <optional>
#include <string>
#include <string_view>

namespace lento::test {

inline core::TitrationInputs titration(std::string_view start, std::string_view from, std::string_view increment,
                                       int intervalDays, std::string_view goal,
                                       core::SplitStrategy split = core::SplitStrategy::equal) {
    core::TitrationInputs inputs;
    inputs.start = date(start);
    inputs.startDose = daily(from);
    inputs.increment = daily(increment);
    inputs.intervalDays = intervalDays;
    inputs.goal = daily(goal);
    inputs.split = split;
    return inputs;
}

inline core::TaperInputs taper(std::string_view start, std::string_view from, int percent, int intervalDays,
                               core::TaperModel model = core::TaperModel::percentOfStart) {
    core::TaperInputs inputs;
    inputs.start = date(start);
    inputs.from = daily(from);
    inputs.model = model;
    inputs.percent = core::Percent::of(percent);
    inputs.intervalDays = intervalDays;
    return inputs;
}

inline core::TaperInputs fixedTaper(std::string_view start, std::string_view from, std::string_view step,
                                    int intervalDays) {
    core::TaperInputs inputs = taper(start, from, 10, intervalDays, core::TaperModel::fixedStep);
    inputs.fixedStep = daily(step);
    return inputs;
}

inline core::Plan planned(const core::TitrationInputs& inputs, std::string_view set = "q 5") {
    return core::planTitration(inputs, products(set), 14).value();
}
inline core::Plan planned(const core::TaperInputs& inputs, std::string_view set = "q 5") {
    return core::planTaper(inputs, products(set), shippedNumbers()).value();
}

inline core::Result<core::Plan> steppedBack(const core::Plan& plan, core::Date on) {
    return core::stepBack(plan, on, shippedNumbers());
}

inline QString stepText(const core::Step& step) {
    const QString last = step.span.last ? QString::fromStdString(step.span.last->iso()) : QStringLiteral("open");
    const QString text = QStringLiteral("%1 %2 %3")
                             .arg(QString::fromStdString(step.span.first.iso()), last,
                                  QString::fromStdString(milligramText(step.daily())));
    const QString split = splitText(step.split);
    return split.isEmpty() ? text : text + QStringLiteral(" (%1)").arg(split);
}

inline QStringList stepTexts(const std::vector<core::Step>& steps) {
    QStringList texts;
    for (const core::Step& step : steps)
        texts << stepText(step);
    return texts;
}

// "55 50 45 0": the doses alone.
inline QString dosesText(const core::Plan& plan) {
    QStringList texts;
    for (const core::Step& step : plan.steps)
        texts << QString::fromStdString(milligramText(step.daily()));
    return texts.join(QLatin1Char(' '));
}

// "BLOCK-OVR TAP-8 4 tap-8.half": action, rule, step if any, message; a grey one begins with "?".
inline QString findingText(const core::Finding& finding) {
    const auto text = [](std::string_view part) {
        return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    };
    QStringList parts{text(core::actionName(finding.action)), text(finding.rule.text())};
    if (finding.step)
        parts << QString::number(*finding.step);
    if (finding.message != finding.rule.text())
        parts << text(finding.message);
    return (finding.assessed ? QString() : QStringLiteral("? ")) + parts.join(QLatin1Char(' '));
}

} // namespace lento::test
