#include "gui/number_edit.h"

#include "core/further_scores.h"
#include "wording/quantities.h"
#include "wording/score_words.h"
#include "wording/typed_values.h"

namespace lento::gui {

WholeNumberEdit::WholeNumberEdit(QWidget* parent)
    : WholeNumberEdit(0, 1'000, parent) {}

WholeNumberEdit::WholeNumberEdit(int lowest, int highest, QWidget* parent)
    : ValueEdit([this](QStringView text) { return wording::parseWholeNumber(text, m_lowest, m_highest); },
                [](const int& number) { return QString::number(number); }, parent)
    , m_lowest(lowest)
    , m_highest(highest) {}

void WholeNumberEdit::setRange(int lowest, int highest) {
    m_lowest = lowest;
    m_highest = highest;
}

bool WholeNumberEdit::stepBy(int steps) {
    const auto now = value();
    // One at a time with the page keys too: 7 is a week, not a count.
    const int by = steps > 0 ? 1 : -1;
    if (!now || *now + by < m_lowest || *now + by > m_highest)
        return now.has_value();
    setValue(*now + by);
    return true;
}

PercentEdit::PercentEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parsePercent(text); },
                [](const core::Percent& percent) { return wording::percentText(percent); }, parent) {}

bool PercentEdit::stepBy(int steps) {
    const auto now = value();
    const int by = steps > 0 ? 1 : -1;
    if (!now || now->whole() + by < 1 || now->whole() + by > 100)
        return now.has_value();
    setValue(core::Percent::of(now->whole() + by));
    return true;
}

WeightEdit::WeightEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseWeight(text); },
                [](const std::int32_t& grams) { return wording::weightText(grams); }, parent) {}

HeightEdit::HeightEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseHeight(text); },
                [](const std::int32_t& millimetres) { return wording::heightText(millimetres); }, parent) {}

NrsEdit::NrsEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseNrs(text); },
                [](const int& tenths) { return wording::nrsText(tenths); }, parent) {}

TenthsEdit::TenthsEdit(int lowestTenths, int highestTenths, QWidget* parent)
    : ValueEdit([=](QStringView text) { return wording::parseTenths(text, lowestTenths, highestTenths); },
                [](const int& tenths) { return wording::nrsText(tenths); }, parent) {}

SecondsEdit::SecondsEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseSeconds(text, 1, core::longestWalkHundredths); },
                [](const int& hundredths) { return wording::secondsText(hundredths); }, parent) {}

} // namespace lento::gui
