#include "report/calendar_days.h"

#include <algorithm>
#include <map>

namespace lento::report {

using core::Date;
using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr int openEndedDays = 28; // four weeks of the last step

// The last printed day of a week that begins on firstDay.
Date endOfWeek(Date day, core::Weekday firstDay) {
    const int passed = (static_cast<int>(day.weekday()) - static_cast<int>(firstDay) + 7) % 7;
    return day + (6 - passed);
}

DayChange changeBetween(const core::DoseSplit& before, const core::DoseSplit& now) {
    if (now.total() > before.total())
        return DayChange::up;
    if (now.total() < before.total())
        return now.total().isZero() ? DayChange::stop : DayChange::down;
    return before == now ? DayChange::none : DayChange::otherTimes;
}

// What makes one dose, worked out once for each dose of the sheet.
class PieceMaker {
public:
    explicit PieceMaker(const core::ProductSet& products)
        : m_products(products) {}

    Result<std::vector<core::Pieces>> operator()(core::OralDose dose) {
        auto found = m_pieces.find(dose);
        if (found == m_pieces.end())
            found = m_pieces.emplace(dose, core::dispense(dose, m_products)).first;
        if (!found->second) {
            const core::Neighbours near = core::dispensableNeighbours(dose, m_products);
            return failure(ErrorCode::doseNotDispensable, {},
                           {std::to_string(dose.inNanograms()), std::to_string(near.lower.inNanograms()),
                            near.higher ? std::to_string(near.higher->inNanograms()) : std::string()});
        }
        return *found->second;
    }

private:
    const core::ProductSet& m_products;
    std::map<core::OralDose, std::optional<std::vector<core::Pieces>>> m_pieces;
};

void addSupply(std::vector<core::Pieces>& supply, const std::vector<core::Pieces>& pieces) {
    for (const core::Pieces& some : pieces) {
        auto same = std::find_if(supply.begin(), supply.end(),
                                 [&some](const core::Pieces& known) { return known.product == some.product; });
        if (same == supply.end())
            same = supply.insert(same, core::Pieces{some.product, 0, 0, {}});
        same->whole += some.whole;
        same->half += some.half;
        same->volume = same->volume + some.volume;
    }
}

} // namespace

const SheetDay* SheetDays::on(Date day) const {
    if (days.empty() || day < days.front().on || day > days.back().on)
        return nullptr;
    return &days[static_cast<std::size_t>(day - days.front().on)];
}

Result<core::DateSpan> sheetSpan(const ReportInput& input) {
    const core::Plan& plan = input.sheet.plan;
    if (plan.steps.empty())
        return failure(ErrorCode::nothingToPrint);
    const Date planFirst = plan.steps.front().span.first;
    const core::Step& lastStep = plan.steps.back();
    const Date first = input.from ? std::max(*input.from, planFirst) : planFirst;
    Date last;
    if (input.through)
        last = lastStep.span.last ? std::min(*input.through, *lastStep.span.last) : *input.through;
    else if (const std::optional<Date> stop = plan.stopDate()) {
        // The week of the stop date says "no tablets" to its end, without a page of its own for that.
        const Date monthEnd = *stop + (core::daysInMonth(stop->year(), stop->month()) - stop->day());
        last = std::min(endOfWeek(*stop, input.firstDayOfWeek), monthEnd);
        if (lastStep.span.last)
            last = std::min(last, *lastStep.span.last);
    } else
        last = lastStep.span.last ? *lastStep.span.last : std::max(first, lastStep.span.first) + (openEndedDays - 1);
    if (last < first)
        return failure(ErrorCode::nothingToPrint);
    return core::DateSpan{first, last};
}

Result<SheetDays> sheetDays(const ReportInput& input) {
    const core::Plan& plan = input.sheet.plan;
    if (!plan.products.hasProducts())
        return failure(ErrorCode::nothingToPrint);
    const Result<core::DateSpan> span = sheetSpan(input);
    if (!span)
        return failure(span.error());

    // A taper says what it comes down from.
    std::optional<core::DailyDose> doseBefore = input.doseBefore;
    if (!doseBefore && plan.taper() && !plan.taper()->from.isZero())
        doseBefore = plan.taper()->from;

    SheetDays sheet;
    PieceMaker piecesFor(plan.products);
    int mostDoses = 0;
    for (Date day = span->first; day <= *span->last; day = day + 1) {
        const core::Step* step = plan.stepOn(day);
        if (!step)
            return failure(ErrorCode::nothingToPrint, day.iso());
        SheetDay cell;
        cell.on = day;
        cell.planned = step->daily();
        cell.atZero = cell.planned.isZero();
        cell.onlyAfterReview = step->onlyAfterReview;
        cell.partial = day == span->first && input.firstDayFrom && !cell.atZero &&
                       *input.firstDayFrom > step->split.parts().front();
        if (cell.onlyAfterReview && !sheet.gatedFrom)
            sheet.gatedFrom = day;

        const core::Step* eve = plan.stepOn(day - 1);
        if (eve) {
            cell.before = eve->daily();
            cell.change = changeBetween(eve->split, step->split);
        } else if (doseBefore && *doseBefore != cell.planned) {
            cell.before = *doseBefore;
            cell.change =
                cell.atZero ? DayChange::stop : (cell.planned > cell.before ? DayChange::up : DayChange::down);
        } else if (!doseBefore) {
            cell.change = DayChange::start;
        }
        if (cell.change == DayChange::up && cell.before.isZero())
            cell.change = DayChange::start;

        if (!cell.atZero) {
            mostDoses = std::max(mostDoses, step->split.dosesPerDay());
            for (const core::DayPart part : step->split.parts()) {
                if (cell.partial && part < *input.firstDayFrom)
                    continue;
                const core::OralDose dose = step->split.at(part);
                Result<std::vector<core::Pieces>> pieces = piecesFor(dose);
                if (!pieces)
                    return failure(pieces.error());
                addSupply(sheet.supply, *pieces);
                cell.total += core::DailyDose::nanograms(dose.inNanograms());
                cell.slots.push_back({part, dose, std::move(*pieces)});
            }
            if (!cell.slots.empty())
                sheet.lastDoseDay = day;
        }
        for (const Appointment& appointment : input.appointments) {
            if (appointment.on == day)
                cell.appointments.push_back(appointment);
        }
        sheet.days.push_back(std::move(cell));
    }
    if (mostDoses > 0) {
        const auto parts = core::dayParts(mostDoses);
        sheet.parts.assign(parts.begin(), parts.end());
    }
    std::sort(sheet.supply.begin(), sheet.supply.end(),
              [](const core::Pieces& a, const core::Pieces& b) { return a.product < b.product; });
    const core::Step& lastStep = plan.steps.back();
    sheet.openEnded = !sheet.days.back().atZero && (!lastStep.span.last || *lastStep.span.last > *span->last);
    return sheet;
}

} // namespace lento::report
