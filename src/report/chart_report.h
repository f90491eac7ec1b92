// The dose-and-spasticity chart on one landscape page: doses as steps above, scores below, dates aligned.
//
// A pump has a panel above the doses. What is given is drawn solid, what is planned dashed; each line has its own
// marker, so that a photocopy reads as well. Only what lies within first to last is drawn. Errors: outOfRange (last
// before first), missingResource (the fonts).
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/charted_scale.h"
#include "core/patient.h"
#include "core/result.h"
#include "report/document.h"
#include "wording/doc_locale.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace lento::report {

struct ChartInput {
    struct Level {
        core::Date from;
        core::Date to; // included
        core::DailyDose daily;
        bool planned = false;
    };
    struct Score {
        core::Date on;
        std::int32_t thousandths = 0;
    };
    struct Effect {
        core::Date on;
        QString name; // in the document's language
        int grade = 1;
    };

    // Values that differ from the baseline by less than what matters (SCL-10).
    struct Band {
        std::int32_t lowThousandths = 0;
        std::int32_t highThousandths = 0;
    };

    // A further scale in a panel of its own (SCL-10); values on the axis from low to high, marked every tick.
    struct Panel {
        core::ChartedScale scale = core::ChartedScale::goals;
        std::vector<Score> points;
        std::optional<Band> band;
        std::int32_t lowThousandths = 0;
        std::int32_t highThousandths = 0;
        std::int32_t tickThousandths = 0;
    };

    // What a pump gave, above the doses by mouth.
    struct PumpLevel {
        core::Date from;
        core::Date to; // included
        core::PumpDose daily;
        bool isAdjustment = false; // of the same pump as the one before
    };
    struct Pump {
        std::vector<PumpLevel> dose; // oldest first
        std::vector<core::Date> refills;
        std::vector<core::Date> alarms;
    };

    std::optional<core::Identity> patient; // named at the head; without it the picture names nobody
    QString clinic;                        // may be empty
    core::Date today;
    core::Date first; // what is shown
    core::Date last;
    std::vector<Level> dose;    // oldest first
    std::vector<Score> masMean; // 1+ counted as 1.5
    std::vector<Score> nrs;
    std::vector<Effect> effects;
    std::optional<Band> masBand;
    std::optional<Band> nrsBand;
    std::vector<Panel> further; // below the scores, in this order
    std::optional<Pump> pump;
    PaperSize paper = PaperSize::a4;
};

core::Result<Document> chartReport(const ChartInput& input, const wording::DocLocale& locale);

} // namespace lento::report
