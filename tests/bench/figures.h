// Figures times pairs of pieces of work in turn and prints one line for each figure: ours, its floor, their ratio, the
// limit, ok or over.
//
// Units are the caller's, named beside each number. A figure whose work is not the same as its floor's has no line: the
// program stops with 2 and says what differed. exitCode() is 1 when a figure is over its limit.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace lento::bench {

// Stops the program with 2 unless the work is what it should be.
void require(bool same, const std::string& what);

// Of samples in any order; share 0.5 is the median.
double percentile(std::vector<double> samples, double share);

enum class Clock : std::uint8_t { wall, processCpu };

class Figures {
public:
    // Understands the options of Google Benchmark, and --continue: no head above the lines.
    Figures(int argc, char* argv[]);

    // Work to be timed by run(); each call of it is one iteration.
    void add(const std::string& name, Clock clock, std::function<void()> work);
    // Runs what was added, turn and turn about so that a disturbance of the machine strikes all of it.
    void run();
    // Seconds an iteration, the median over the repetitions.
    double seconds(const std::string& name) const;

    // Lines of the table.
    void ratio(const std::string& item, double ours, double floor, const std::string& unit, double limit);
    void absolute(const std::string& item, double ours, const std::string& unit, double limit);
    void exact(const std::string& item, std::int64_t ours, const std::string& unit, std::int64_t wanted);

    int exitCode() const { return m_over ? 1 : 0; }

private:
    void line(const std::string& item, const std::string& ours, const std::string& floor, const std::string& ratio,
              const std::string& limit, bool ok);

    std::map<std::string, double> m_seconds;
    bool m_over = false;
};

} // namespace lento::bench
