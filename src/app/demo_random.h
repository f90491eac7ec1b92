// DemoRandom gives the same numbers for the same seed on every platform; the distributions of the standard library do
// not.
#pragma once

#include "core/calendar.h"
#include "core/ids.h"

#include <array>
#include <cstdint>
#include <span>

namespace lento::app {

class DemoRandom {
public:
    // A stream of its own for each patient, so that one more patient changes no other.
    DemoRandom(std::uint32_t seed, std::uint64_t stream)
        : m_state(mixed(seed) ^ mixed(stream + 0x51ED2701U)) {}

    // SplitMix64.
    std::uint64_t next() { return mixed(m_state += step); }
    // lowest to highest, both included.
    int between(int lowest, int highest) {
        return lowest + static_cast<int>(next() % static_cast<std::uint64_t>(highest - lowest + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T, std::size_t N>
    const T& pick(const std::array<T, N>& from) {
        return from[next() % N];
    }
    template <class T>
    const T& pick(std::span<const T> from) {
        return from[next() % from.size()];
    }
    // As if made in the morning of that day.
    template <class Id>
    Id id(core::Date on) {
        std::array<std::uint8_t, 10> bytes{};
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(next() >> 32U);
        constexpr std::int64_t millisecondsPerDay = 86'400'000;
        constexpr std::int64_t nineOClock = 32'400'000;
        return Id(core::uuidV7(on.dayNumber() * millisecondsPerDay + nineOClock, bytes));
    }

private:
    static constexpr std::uint64_t step = 0x9E3779B97F4A7C15U;
    static constexpr std::uint64_t mixed(std::uint64_t value) {
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
        return value ^ (value >> 31U);
    }
    std::uint64_t m_state;
};

} // namespace lento::app
