#include "core/clock.h"

#include <QString>

#include <fstream>
#include <locale>
#include <vector>

auto now() {
    return std::chrono::system_clock::now();
}
