// A RowSet is a set of row numbers, one bit each: joined, cut and counted without looking at the patients again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lento::app {

class RowSet {
public:
    explicit RowSet(std::size_t rows)
        : m_bits((rows + 63) / 64) {}

    void add(std::size_t row) { m_bits[row / 64] |= std::uint64_t{1} << (row % 64); }
    void addRange(std::size_t first, std::size_t end);
    void keepCommon(const RowSet& other);
    void join(const RowSet& other);

    // Prepares at() and returns how many rows there are.
    std::size_t seal();
    // The position-th row in ascending order. Precondition: sealed, position is less than the count.
    std::size_t at(std::size_t position) const;

private:
    static constexpr std::size_t wordsPerBlock = 8;
    std::vector<std::uint64_t> m_bits;
    std::vector<std::uint32_t> m_before; // rows before each block
};

} // namespace lento::app
