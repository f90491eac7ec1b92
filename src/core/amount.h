// Amounts of baclofen as whole nanograms, one type for each meaning; none converts into another (UNI-1, UNI-2).
//
// OralDose is what is swallowed at one time of day, DailyDose what a whole day comes to, PumpDose what a pump gives in
// a day, PumpBolus what goes into the spinal fluid at one time. Never negative. Multiplication takes integers only:
// dose x 0.75 does not compile.
#pragma once

#include "core/result.h"

#include <cassert>
#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace lento::core {

inline constexpr std::int64_t nanogramsPerMicrogram = 1'000;
inline constexpr std::int64_t nanogramsPerMilligram = 1'000'000;

// An integer that is not bool and not a character; the 8-bit integers are characters to the language.
template <class I>
concept Count = std::integral<I> && !std::same_as<I, bool> && !std::same_as<I, char> && !std::same_as<I, signed char> &&
                !std::same_as<I, unsigned char> && !std::same_as<I, wchar_t> && !std::same_as<I, char8_t> &&
                !std::same_as<I, char16_t> && !std::same_as<I, char32_t>;

template <class Tag>
class Mass {
public:
    constexpr Mass() = default;

    template <Count I>
    static constexpr Mass nanograms(I count) {
        assert(count >= 0);
        return Mass(static_cast<std::int64_t>(count));
    }
    template <Count I>
    static constexpr Mass micrograms(I count) {
        return nanograms(static_cast<std::int64_t>(count) * nanogramsPerMicrogram);
    }
    template <Count I>
    static constexpr Mass milligrams(I count) {
        return nanograms(static_cast<std::int64_t>(count) * nanogramsPerMilligram);
    }

    constexpr std::int64_t inNanograms() const noexcept { return m_nanograms; }
    constexpr bool isZero() const noexcept { return m_nanograms == 0; }

    friend constexpr auto operator<=>(Mass, Mass) = default;
    friend constexpr Mass operator+(Mass a, Mass b) { return nanograms(a.m_nanograms + b.m_nanograms); }
    // Precondition: a >= b.
    friend constexpr Mass operator-(Mass a, Mass b) { return nanograms(a.m_nanograms - b.m_nanograms); }
    constexpr Mass& operator+=(Mass other) { return *this = *this + other; }
    constexpr Mass& operator-=(Mass other) { return *this = *this - other; }

    template <Count I>
    friend constexpr Mass operator*(Mass mass, I times) {
        return nanograms(mass.m_nanograms * static_cast<std::int64_t>(times));
    }
    template <Count I>
    friend constexpr Mass operator*(I times, Mass mass) {
        return mass * times;
    }
    // How often `unit` goes into `mass`, rounded down. Precondition: unit is not zero.
    friend constexpr std::int64_t operator/(Mass mass, Mass unit) {
        assert(unit.m_nanograms > 0);
        return mass.m_nanograms / unit.m_nanograms;
    }
    constexpr bool isMultipleOf(Mass unit) const {
        assert(unit.m_nanograms > 0);
        return m_nanograms % unit.m_nanograms == 0;
    }

private:
    explicit constexpr Mass(std::int64_t count)
        : m_nanograms(count) {}
    std::int64_t m_nanograms = 0;
};

using OralDose = Mass<struct OralTag>;
using DailyDose = Mass<struct DailyTag>;
using PumpDose = Mass<struct PumpTag>;
using PumpBolus = Mass<struct PumpBolusTag>;

// The grain of a product set in each of the two oral types: the smallest piece that can be dispensed (FRM-3).
constexpr DailyDose perDay(OralDose quantum) {
    return DailyDose::nanograms(quantum.inNanograms());
}

// "12.5" mg. At most 4 decimals, no sign; 300 mg a day is the hard limit of an oral entry (UNI-1) and is checked by the
// rules, not here. Errors: notANumber, tooManyDecimals, outOfRange (above 100,000 mg).
Result<OralDose> oralDoseFromMilligrams(std::string_view text);
Result<DailyDose> dailyDoseFromMilligrams(std::string_view text);

// "12.5": mg without trailing zeros, '.' as decimal mark, no unit (RND-5). For files, tests and logs; screens use
// wording.
std::string milligramText(OralDose dose);
std::string milligramText(DailyDose dose);
// "87.5": micrograms, otherwise alike.
std::string microgramText(PumpDose dose);
std::string microgramText(PumpBolus dose);

// Liquids, in nanolitres: 0.0022 mL a centimetre of catheter is exact.
class Volume {
public:
    constexpr Volume() = default;
    template <Count I>
    static constexpr Volume nanolitres(I count) {
        assert(count >= 0);
        return Volume(static_cast<std::int64_t>(count));
    }
    template <Count I>
    static constexpr Volume microlitres(I count) {
        return nanolitres(static_cast<std::int64_t>(count) * 1'000);
    }
    constexpr std::int64_t inNanolitres() const noexcept { return m_nanolitres; }
    constexpr bool isZero() const noexcept { return m_nanolitres == 0; }
    friend constexpr auto operator<=>(Volume, Volume) = default;
    friend constexpr Volume operator+(Volume a, Volume b) { return nanolitres(a.m_nanolitres + b.m_nanolitres); }
    template <Count I>
    friend constexpr Volume operator*(Volume volume, I times) {
        return nanolitres(volume.m_nanolitres * static_cast<std::int64_t>(times));
    }

private:
    explicit constexpr Volume(std::int64_t count)
        : m_nanolitres(count) {}
    std::int64_t m_nanolitres = 0;
};

// "2.5": millilitres without trailing zeros.
std::string millilitreText(Volume volume);

} // namespace lento::core
