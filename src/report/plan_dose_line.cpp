#include "report/plan_dose_line.h"

#include <QCoreApplication>
#include <QStringList>

namespace lento::report {

QString planDoseLine(const std::optional<core::DoseSplit>& taken, const wording::DocLocale& locale) {
    const auto text = [&locale](const char* source) { return locale.text("plan-dose", source); };
    if (!taken)
        return text(QT_TRANSLATE_NOOP("plan-dose", "Baclofen: no plan is recorded."));
    if (taken->total().isZero())
        return text(QT_TRANSLATE_NOOP("plan-dose", "Baclofen: stopped by plan."));
    QStringList doses;
    for (int i = 0; i < taken->dosesPerDay(); ++i)
        doses << locale.milligrams(taken->at(i));
    return text(QT_TRANSLATE_NOOP("plan-dose", "Baclofen by plan: %1 a day (%2)"))
        .arg(locale.dose(taken->total()), locale.isolated(doses.join(QStringLiteral(" / "))));
}

} // namespace lento::report
