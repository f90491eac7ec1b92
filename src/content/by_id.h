// The value of a list whose id is the one that is asked for.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace lento::content {

template <class T>
const T* find(const std::vector<T>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace lento::content
