#include "figures.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace lento::bench {

namespace {

constexpr int repetitions = 9;
constexpr double secondsARepetition = 0.04;

// Keeps the median of each benchmark's repetitions and prints nothing.
class Collector : public benchmark::BenchmarkReporter {
public:
    explicit Collector(std::map<std::string, double>& seconds)
        : m_seconds(seconds) {}

    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            require(!run.error_occurred, run.error_message);
            if (run.run_type == Run::RT_Iteration)
                m_samples[run.run_name.function_name].push_back(run.real_accumulated_time /
                                                                static_cast<double>(run.iterations));
        }
    }
    void Finalize() override {
        for (const auto& [name, samples] : m_samples)
            m_seconds[name] = percentile(samples, 0.5);
    }

private:
    std::map<std::string, double>& m_seconds;
    std::map<std::string, std::vector<double>> m_samples;
};

std::string number(double value) {
    char text[32];
    const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 4;
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

} // namespace

void require(bool same, const std::string& what) {
    if (same)
        return;
    std::fprintf(stderr, "the work is not what it should be: %s\n", what.c_str());
    std::exit(2);
}

double percentile(std::vector<double> samples, double share) {
    require(!samples.empty(), "no samples");
    const auto place = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(samples.size()))) - 1;
    const auto nth = samples.begin() + std::max<std::ptrdiff_t>(place, 0);
    std::nth_element(samples.begin(), nth, samples.end());
    return *nth;
}

Figures::Figures(int argc, char* argv[]) {
    bool head = true;
    std::vector<char*> rest;
    for (int i = 0; i < argc; ++i) {
        if (std::strcmp(argv[i], "--continue") == 0)
            head = false;
        else
            rest.push_back(argv[i]);
    }
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    rest.insert(rest.begin() + (rest.empty() ? 0 : 1), interleave.data());
    int count = static_cast<int>(rest.size());
    benchmark::Initialize(&count, rest.data());
    if (benchmark::ReportUnrecognizedArguments(count, rest.data()))
        std::exit(2);
    if (head)
        std::printf("%-64s %12s %12s %8s %12s\n", "item", "ours", "floor", "ratio", "limit");
}

void Figures::add(const std::string& name, Clock clock, std::function<void()> work) {
    const auto body = [clock, work = std::move(work)](benchmark::State& state) {
        for (auto _ : state) {
            if (clock == Clock::processCpu) {
                const double before = cpuSeconds();
                work();
                state.SetIterationTime(cpuSeconds() - before);
            } else {
                work();
            }
        }
    };
    auto* registered = benchmark::RegisterBenchmark(name.c_str(), body);
    registered->Repetitions(repetitions)->MinTime(secondsARepetition);
    if (clock == Clock::processCpu)
        registered->UseManualTime();
    else
        registered->UseRealTime();
}

void Figures::run() {
    Collector collector(m_seconds);
    benchmark::RunSpecifiedBenchmarks(&collector);
    benchmark::ClearRegisteredBenchmarks();
}

double Figures::seconds(const std::string& name) const {
    const auto found = m_seconds.find(name);
    require(found != m_seconds.end(), "nothing was timed under the name " + name);
    return found->second;
}

void Figures::ratio(const std::string& item, double ours, double floor, const std::string& unit, double limit) {
    const double times = ours / floor;
    line(item, number(ours) + ' ' + unit, number(floor) + ' ' + unit, number(times), number(limit) + " x",
         times <= limit);
}

void Figures::absolute(const std::string& item, double ours, const std::string& unit, double limit) {
    line(item, number(ours) + ' ' + unit, "-", "-", number(limit) + ' ' + unit, ours <= limit);
}

void Figures::exact(const std::string& item, std::int64_t ours, const std::string& unit, std::int64_t wanted) {
    line(item, std::to_string(ours) + ' ' + unit, "-", "-", "= " + std::to_string(wanted), ours == wanted);
}

void Figures::line(const std::string& item, const std::string& ours, const std::string& floor, const std::string& ratio,
                   const std::string& limit, bool ok) {
    std::printf("%-64s %12s %12s %8s %12s  %s\n", item.c_str(), ours.c_str(), floor.c_str(), ratio.c_str(),
                limit.c_str(), ok ? "ok" : "OVER");
    std::fflush(stdout);
    m_over = m_over || !ok;
}

} // namespace lento::bench
