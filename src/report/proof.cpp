#include "report/proof.h"

#include "report/calendar_days.h"

#include <QHash>

#include <array>
#include <map>

namespace lento::report {

using core::Date;
using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::int64_t nanolitresPerMillilitre = 1'000'000;

// What the pages say of one time of one day.
struct ReadSlot {
    int doses = 0;
    int ticks = 0;
    std::int64_t dose_ng = 0;
    bool readable = true;
    std::map<std::uint8_t, std::int64_t> drawnHalves;   // halves of each product as drawn
    std::map<std::uint8_t, std::int64_t> countedHalves; // and as counted in words
    std::map<std::uint8_t, std::int64_t> volume_nl;
};

struct ReadDay {
    int cells = 0;
    int totals = 0;
    std::int64_t total_ng = 0;
    bool readable = true;
    std::array<ReadSlot, core::mostDosesPerDay> slots;
};

// Reads amounts back from printed text, whatever digits and decimal mark the locale has.
class Reader {
public:
    explicit Reader(const wording::DocLocale& locale) {
        const QString zero = locale.locale().zeroDigit();
        const QString mark = locale.locale().decimalPoint();
        m_zero = zero.size() == 1 ? zero[0].unicode() : u'0';
        m_mark = mark.size() == 1 ? mark[0] : QChar(u'.');
    }

    // The first number of a text in millionths; "1½" ends before the half.
    std::optional<std::int64_t> number(const QString& text) const {
        std::string digits;
        for (const QChar character : text) {
            const int digit = character.unicode() - m_zero;
            if (digit >= 0 && digit <= 9)
                digits += static_cast<char>('0' + digit);
            else if (character == m_mark && !digits.empty())
                digits += '.';
            else if (!digits.empty())
                break;
        }
        const Result<core::OralDose> amount = core::oralDoseFromMilligrams(digits);
        return amount ? std::optional(amount->inNanograms()) : std::nullopt;
    }

private:
    char16_t m_zero = u'0';
    QChar m_mark = u'.';
};

void readText(ReadDay& day, const Tag& tag, const QString& text, const core::Product* product, const Reader& reader) {
    ReadSlot& slot = day.slots[static_cast<std::size_t>(tag.part)];
    const std::optional<std::int64_t> number = reader.number(text);
    switch (tag.role) {
    case Role::day:
        ++day.cells;
        day.readable = day.readable && number == tag.day.day() * nanolitresPerMillilitre;
        break;
    case Role::total:
        ++day.totals;
        day.total_ng += number.value_or(0);
        day.readable = day.readable && number;
        break;
    case Role::dose:
        ++slot.doses;
        slot.dose_ng += number.value_or(0);
        slot.readable = slot.readable && number;
        break;
    case Role::count:
        if (product && product->form == core::ProductForm::liquid) {
            slot.volume_nl[tag.product] += number.value_or(0);
            slot.readable = slot.readable && number;
        } else {
            const bool half = text.contains(u'½');
            slot.readable = slot.readable && (number || half);
            slot.countedHalves[tag.product] += 2 * (number.value_or(0) / nanolitresPerMillilitre) + (half ? 1 : 0);
        }
        break;
    case Role::pieces:
    case Role::tick:
        break;
    }
}

core::Failure refused(Date day, const char* reason) {
    return failure(ErrorCode::proofFailed, day.iso(), {reason});
}

// mg of the pieces at one time; nothing if it is no whole number of nanograms.
std::optional<std::int64_t> piecesAmount(const ReadSlot& slot, const core::ProductSet& products) {
    std::int64_t sum = 0;
    for (const auto& [index, halves] : slot.countedHalves) {
        const std::int64_t twice = products.products()[index].strength.inNanograms() * halves;
        if (twice % 2 != 0)
            return std::nullopt;
        sum += twice / 2;
    }
    for (const auto& [index, volume] : slot.volume_nl) {
        const std::int64_t product = products.products()[index].strength.inNanograms() * volume;
        if (product % nanolitresPerMillilitre != 0)
            return std::nullopt;
        sum += product / nanolitresPerMillilitre;
    }
    return sum;
}

Result<void> proveSlot(const ReadSlot& slot, core::OralDose planned, Date day, const core::ProductSet& products) {
    if (slot.doses != 1)
        return refused(day, "a time of day is not there once");
    if (!slot.readable)
        return refused(day, "an amount cannot be read");
    if (slot.dose_ng != planned.inNanograms())
        return refused(day, "a dose differs from the plan");
    if (slot.ticks != (planned.isZero() ? 0 : 1))
        return refused(day, "a box to tick is missing or too many");
    if (slot.drawnHalves != slot.countedHalves)
        return refused(day, "tablets drawn differ from tablets counted");
    if (piecesAmount(slot, products) != slot.dose_ng)
        return refused(day, "tablets do not make the dose");
    return {};
}

} // namespace

Result<void> prove(const Document& document, const ReportInput& input, const wording::DocLocale& locale) {
    const Result<core::DateSpan> span = sheetSpan(input);
    if (!span)
        return failure(span.error());
    const core::ProductSet& products = input.sheet.plan.products;
    const Reader reader(locale);
    std::vector<ReadDay> days(static_cast<std::size_t>(span->days()));

    for (const Page& page : document.pages) {
        for (const Block& block : page.blocks) {
            if (!block.tag)
                continue;
            const Tag& tag = *block.tag;
            if (!span->contains(tag.day))
                return refused(tag.day, "a day outside the sheet");
            if (tag.product >= products.products().size())
                return refused(tag.day, "a product outside the plan");
            const core::Product& product = products.products()[tag.product];
            ReadDay& day = days[static_cast<std::size_t>(tag.day - span->first)];
            ReadSlot& slot = day.slots[static_cast<std::size_t>(tag.part)];
            if (const Text* text = std::get_if<Text>(&block.shape)) {
                readText(day, tag, text->text, &product, reader);
            } else if (const Tablet* tablet = std::get_if<Tablet>(&block.shape)) {
                if (tablet->half && !product.halvesAllowed)
                    return refused(tag.day, "a half of a tablet that may not be halved");
                if (!tablet->label.isEmpty() && reader.number(tablet->label) != product.strength.inNanograms())
                    return refused(tag.day, "a tablet drawn with another strength");
                slot.drawnHalves[tag.product] += tablet->half ? 1 : 2;
            } else if (std::holds_alternative<TickBox>(block.shape)) {
                ++slot.ticks;
            }
        }
    }

    for (Date date = span->first; date <= *span->last; date = date + 1) {
        const ReadDay& day = days[static_cast<std::size_t>(date - span->first)];
        const core::Step* step = input.sheet.plan.stepOn(date);
        if (!step)
            return refused(date, "the plan has no such day");
        if (day.cells != 1 || day.totals != 1)
            return refused(date, "the day is not there once");
        if (!day.readable)
            return refused(date, "an amount cannot be read");
        std::int64_t sum = 0;
        std::size_t shown = 0;
        const auto parts = step->daily().isZero() ? std::span<const core::DayPart>{} : step->split.parts();
        for (const core::DayPart part : parts) {
            if (date == span->first && input.firstDayFrom && part < *input.firstDayFrom)
                continue;
            const ReadSlot& slot = day.slots[static_cast<std::size_t>(part)];
            if (Result<void> proved = proveSlot(slot, step->split.at(part), date, products); !proved)
                return proved;
            sum += slot.dose_ng;
            ++shown;
        }
        std::size_t printed = 0;
        for (const ReadSlot& slot : day.slots)
            printed += static_cast<std::size_t>(slot.doses);
        if (printed != shown)
            return refused(date, "a dose at a time that the plan has not");
        if (sum != day.total_ng)
            return refused(date, "the doses do not make the day's total");
    }
    return {};
}

} // namespace lento::report
