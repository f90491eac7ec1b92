#include "app/row_set.h"

#include <algorithm>
#include <bit>

namespace lento::app {

void RowSet::addRange(std::size_t first, std::size_t end) {
    if (first >= end)
        return;
    const std::uint64_t fromFirst = ~std::uint64_t{0} << (first % 64);
    const std::uint64_t toLast = ~std::uint64_t{0} >> (63 - (end - 1) % 64);
    const std::size_t firstWord = first / 64;
    const std::size_t lastWord = (end - 1) / 64;
    if (firstWord == lastWord) {
        m_bits[firstWord] |= fromFirst & toLast;
        return;
    }
    m_bits[firstWord] |= fromFirst;
    std::fill(m_bits.begin() + static_cast<std::ptrdiff_t>(firstWord) + 1,
              m_bits.begin() + static_cast<std::ptrdiff_t>(lastWord), ~std::uint64_t{0});
    m_bits[lastWord] |= toLast;
}

void RowSet::keepCommon(const RowSet& other) {
    for (std::size_t i = 0; i < m_bits.size(); ++i)
        m_bits[i] &= other.m_bits[i];
}

void RowSet::join(const RowSet& other) {
    for (std::size_t i = 0; i < m_bits.size(); ++i)
        m_bits[i] |= other.m_bits[i];
}

std::size_t RowSet::seal() {
    m_before.clear();
    m_before.reserve(m_bits.size() / wordsPerBlock + 1);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < m_bits.size(); ++i) {
        if (i % wordsPerBlock == 0)
            m_before.push_back(count);
        count += static_cast<std::uint32_t>(std::popcount(m_bits[i]));
    }
    return count;
}

std::size_t RowSet::at(std::size_t position) const {
    const auto after = std::upper_bound(m_before.begin(), m_before.end(), position);
    const auto block = static_cast<std::size_t>(after - m_before.begin()) - 1;
    std::size_t left = position - m_before[block];
    for (std::size_t i = block * wordsPerBlock; i < m_bits.size(); ++i) {
        std::uint64_t word = m_bits[i];
        const auto inWord = static_cast<std::size_t>(std::popcount(word));
        if (left >= inWord) {
            left -= inWord;
            continue;
        }
        for (; left > 0; --left)
            word &= word - 1;
        return i * 64 + static_cast<std::size_t>(std::countr_zero(word));
    }
    return m_bits.size() * 64;
}

} // namespace lento::app
