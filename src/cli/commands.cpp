#include "cli/commands.h"

#include "cli/calc_command.h"
#include "cli/chart_command.h"
#include "cli/demo_command.h"
#include "cli/error_text.h"
#include "cli/patients_command.h"
#include "cli/plan_command.h"
#include "cli/print_command.h"
#include "cli/show_command.h"
#include "cli/worklist_command.h"

#include <algorithm>
#include <string>

namespace lento::cli {

namespace {

constexpr Command table[] = {
    {"plan", "make a titration or taper plan from a JSON request", runPlan},
    {"calc", "do one calculation of the rules by its name", runCalc},
    {"demo", "make a clinic file of invented patients", runDemo},
    {"patients", "list or search the patients of a clinic file", runPatients},
    {"show", "show one patient: dose, plan, scores, supply", runShow},
    {"worklist", "list what is due for the patients of a clinic file", runWorklist},
    {"print", "write a patient's calendar, step table, emergency or pump card as a PDF", runPrint, true},
    {"chart", "draw a patient's doses and scores over time", runChart, true},
};

std::string help() {
    std::string text = "Usage: lento-cli COMMAND [options]\n\n"
                       "Lento without its window. Decision support for qualified prescribers.\n\nCommands:\n";
    for (const Command& command : table) {
        constexpr std::size_t width = 12;
        std::string name = command.name;
        name.resize(std::max(width, name.size() + 1), ' ');
        text += "  " + name + command.summary + "\n";
    }
    return text + "\nlento-cli COMMAND --help tells more.\n"
                  "plan and calc take --file F for what a clinic chose, and --protocols FOLDER for protocol files of\n"
                  "your own, which a request may then name.\n"
                  "Exit codes: 0 done; 1 done, but a finding needs a clinician; 2 the call or the input is wrong;\n"
                  "3 the clinic file could not be used.\n";
}

} // namespace

std::span<const Command> commands() {
    return table;
}

bool draws(std::string_view name) {
    return std::any_of(std::begin(table), std::end(table),
                       [name](const Command& command) { return command.draws && name == command.name; });
}

int run(const QStringList& arguments, const Streams& streams) {
    const QString name = arguments.value(0);
    if (name == QLatin1String("--help") || name == QLatin1String("-h") || name == QLatin1String("help")) {
        write(streams.out, help());
        return exitDone;
    }
    if (name == QLatin1String("--version")) {
        write(streams.out, "lento-cli " LENTO_VERSION "\n");
        return exitDone;
    }
    for (const Command& command : table)
        if (name == QLatin1String(command.name))
            return command.run(arguments.mid(1), streams);
    if (name.isEmpty())
        writeError(streams, "", "no command; lento-cli --help lists them");
    else
        writeError(streams, name.toStdString(), "unknown command; lento-cli --help lists them");
    return exitWrongInput;
}

} // namespace lento::cli
