#include "wording/rule_number_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

std::span<const NumberWords> sharedNumberWords() {
    static constexpr std::array rows{
        NumberWords{"after_stop_days", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "After the stop date"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 days")},
        NumberWords{"ceiling_mg", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Ceiling"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 mg/day")},
        NumberWords{"coming_days",
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Shown as coming before it is due"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 days")},
        NumberWords{"every_days", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Again after"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 days")},
        NumberWords{"factor", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Part of the usual dose"), nullptr},
        NumberWords{"from_years", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "From"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 years")},
        NumberWords{"highest_mg", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Highest"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 mg/day")},
        NumberWords{"interval_days", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Interval"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 days")},
        NumberWords{"interval_times",
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Interval after a step back, times"), nullptr},
        NumberWords{"low_k", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Low kidney function below K"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 mL/min")},
        NumberWords{"lowest_mg", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Lowest"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 mg/day")},
        NumberWords{"minimum_interval_days", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "Shortest interval"),
                    QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "%1 days")},
    };
    return rows;
}

} // namespace lento::wording
