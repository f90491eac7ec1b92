#include "cli/show_command.h"

#include "app/documents.h"
#include "app/further_series.h"
#include "app/record.h"
#include "app/timeline.h"
#include "cli/clinic_call.h"
#include "cli/error_text.h"
#include "cli/json.h"
#include "cli/patient_choice.h"
#include "cli/patient_request.h"
#include "cli/plan_answer.h"
#include "content/catalogue.h"
#include "core/pump_status.h"
#include "wording/messages.h"
#include "wording/pump_glance_words.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"
#include "wording/score_words.h"

#include <algorithm>

namespace lento::cli {

namespace {

using core::Date;

// What is said of a patient, in both forms.
struct Overview {
    const content::Catalogue& catalogue;
    const app::PatientRecord& record;
    Date today;
    std::optional<app::DayDose> now;
    std::optional<app::DayDose> next;
    app::SupplyForecast supply;
    std::vector<app::FurtherSeries> further;
    const core::PumpImplant* implant = nullptr; // in place today
    std::optional<core::PumpStatus> pump;       // nothing: its fill or setting is not recorded

    const core::Revision* plan() const {
        const core::Revision* active = record.active();
        return active != nullptr ? active : record.inForceOn(today);
    }
};

struct Scores {
    const core::Visit* mas = nullptr; // the latest with each
    const core::Visit* nrs = nullptr;
    std::optional<std::int32_t> masMean;
};

Scores latestScores(const app::PatientRecord& record) {
    Scores scores;
    for (const core::Visit& visit : record.visits) {
        if (visit.draft)
            continue;
        if (const auto mean = core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf)) {
            scores.mas = &visit;
            scores.masMean = mean;
        }
        if (visit.nrsTenths)
            scores.nrs = &visit;
    }
    return scores;
}

Json optionalDate(const std::optional<Date>& date) {
    return date ? Json::text(date->iso()) : Json::null();
}

const char* furtherKey(core::ChartedScale scale) {
    constexpr const char* keys[] = {"gas_t", "ten_metre_walk_m_per_s", "twenty_five_foot_walk_s",
                                    "tardieu_r2_minus_r1_mean_degrees"};
    return keys[static_cast<std::size_t>(scale)];
}

std::string_view bandName(core::RenalBand band) {
    constexpr std::string_view names[] = {"R1", "R2", "R3", "R4", "R5"};
    return names[static_cast<std::size_t>(band)];
}

std::string_view kindName(const core::Plan& plan) {
    return plan.kind() == core::PlanKind::taper ? "taper" : "titration";
}

std::string lower(const QString& text) {
    return text.toLower().toStdString();
}

Json doseJson(const app::DayDose& dose, const app::PatientRecord& record) {
    Json json = Json::object();
    json.add("date", Json::text(dose.on.iso())).add("daily_mg", Json::mg(dose.daily));
    const bool known = dose.revision < record.revisions.size();
    json.add("doses",
             dosesJson(dose.split, known ? record.revisions[dose.revision].plan.products : core::ProductSet()));
    return json;
}

Json revisionJson(const core::Revision& revision) {
    Json json = Json::object();
    json.add("plan", Json::integer(revision.planNumber)).add("version", Json::integer(revision.version));
    json.add("kind", Json::text(kindName(revision.plan)));
    json.add("status", Json::text(lower(wording::statusText(revision.status))));
    json.add("from", Json::text(revision.effectiveFrom.iso())).add("stop_date", optionalDate(revision.plan.stopDate()));
    json.add("reason", Json::text(revision.reason));
    return json;
}

// mcg and mL, never mg (UNI-1).
Json pumpJson(const Overview& of) {
    if (of.implant == nullptr)
        return Json::null();
    Json json = Json::object();
    json.add("model", Json::text(of.implant->model.name)).add("implanted", Json::text(of.implant->on.iso()));
    if (!of.pump)
        return std::move(json.add("assessed", Json::flag(false)));
    const core::PumpStatus& now = *of.pump;
    constexpr int nanogramDecimals = 3;
    json.add("assessed", Json::flag(true))
        .add("daily_mcg", Json::scaled(now.setting.daily.inNanograms(), nanogramDecimals))
        .add("concentration_mcg_per_ml",
             Json::scaled(now.last.concentration.inNanogramsPerMillilitre(), nanogramDecimals))
        .add("filled_on", Json::text(now.last.on.iso()))
        .add("refill_by", Json::text(now.refill.refillBy.iso()))
        .add("alarm_date", Json::text(now.refill.alarm.iso()))
        .add("days_left", Json::integer(now.daysLeft));
    return json;
}

QString pumpLine(const Overview& of) {
    if (!of.pump)
        return QStringLiteral("Pump: ") + wording::pumpNotAssessedText();
    const core::PumpStatus& now = *of.pump;
    return QStringLiteral("Pump: %1, %2, alarm on %3")
        .arg(wording::pumpGlanceText(now.setting.daily, now.refill.refillBy, now.urgency),
             wording::concentrationText(now.last.concentration), wording::clinicalDate(now.refill.alarm));
}

Json overviewJson(const Overview& of) {
    const app::PatientRecord& record = of.record;
    const core::Identity& identity = record.patient.identity;
    Json json = Json::object();
    json.add("id", Json::text(record.patient.id.text())).add("surname", Json::text(identity.surname));
    json.add("given", Json::text(identity.given)).add("birth_date", Json::text(identity.birthDate.iso()));
    json.add("age", Json::integer(core::completedYears(identity.birthDate, of.today)));
    json.add("sex", Json::text(lower(wording::sexText(record.patient.sex))));
    json.add("record_number", Json::text(identity.recordNumber));
    json.add("diagnosis", Json::text(record.patient.diagnosis));
    json.add("weight_kg",
             record.facts.weights.empty() ? Json::null() : Json::scaled(record.facts.weights.back().grams, 3));
    Json renal = Json::object();
    if (record.renal.function)
        renal.add("k", Json::rounded(record.renal.function->k, 1));
    if (record.renal.band)
        renal.add("band", Json::text(bandName(*record.renal.band)));
    renal.add("date", optionalDate(record.renal.creatinineDate));
    json.add("renal", std::move(renal));
    // As the "patient" of a request to lento-cli plan.
    json.add("facts", patientJson(record.facts));
    json.add("today", of.now ? doseJson(*of.now, record) : Json::null());
    json.add("next_change", of.next ? doseJson(*of.next, record) : Json::null());

    json.add("pump", pumpJson(of));

    Json revisions = Json::list();
    for (const core::Revision& revision : record.revisions)
        revisions.append(revisionJson(revision));
    json.add("plans", std::move(revisions));

    const Scores scores = latestScores(record);
    Json latest = Json::object();
    if (scores.mas != nullptr)
        latest.add("mas_mean", Json::scaled(*scores.masMean, 3)).add("mas_on", Json::text(scores.mas->on.iso()));
    if (scores.nrs != nullptr)
        latest.add("nrs", Json::scaled(*scores.nrs->nrsTenths, 1)).add("nrs_on", Json::text(scores.nrs->on.iso()));
    for (const app::FurtherSeries& further : of.further) {
        const char* key = furtherKey(further.scale);
        const app::ScorePoint& point = further.points.back();
        latest.add(key, Json::scaled(point.thousandths, 3)).add(std::string(key) + "_on", Json::text(point.on.iso()));
    }
    json.add("scores", std::move(latest));
    json.add("visits", Json::integer(std::int64_t(record.visits.size())));

    Json supply = Json::list();
    for (const auto& line : of.supply.lines) {
        Json one = Json::object();
        one.add("product", Json::text(line.productId));
        const core::Product* product = of.catalogue.product(line.productId);
        if (product != nullptr && !product->name.empty()) // a clinic's own (FRM-1)
            one.add("name", Json::text(product->name));
        supply.append(std::move(one.add("tablets", Json::integer(line.tabletsLeft))));
    }
    json.add("supply", std::move(supply)).add("supply_until", optionalDate(of.supply.lastsUntil));
    return json;
}

QStringList overviewLines(const Overview& of) {
    using namespace wording;
    const app::PatientRecord& record = of.record;
    const core::Identity& identity = record.patient.identity;
    const QString separator = QStringLiteral(" · ");
    QStringList lines{nameText(identity)};
    QStringList who{bornText(identity.birthDate, of.today), sexText(record.patient.sex)};
    if (!identity.recordNumber.empty())
        who << QStringLiteral("record ") + QString::fromStdString(identity.recordNumber);
    if (!record.facts.weights.empty())
        who << weightText(record.facts.weights.back().grams);
    lines << who.join(separator);
    if (!record.patient.diagnosis.empty())
        lines << QString::fromStdString(record.patient.diagnosis);

    lines << QStringLiteral("Kidney: ") + (record.renal.function && record.renal.creatinineDate
                                               ? QStringLiteral("%1 mL/min on %2")
                                                     .arg(QString::number(record.renal.function->k, 'f', 0),
                                                          clinicalDate(*record.renal.creatinineDate))
                                               : QStringLiteral("not assessed"));
    lines << QStringLiteral("Today: ") +
                 (of.now ? dailyText(of.now->daily) + QStringLiteral(", ") + splitText(of.now->split)
                         : QStringLiteral("no plan"));
    if (of.implant != nullptr)
        lines << pumpLine(of);
    if (of.next)
        lines << QStringLiteral("Next: %1 on %2, %3")
                     .arg(dailyText(of.next->daily), clinicalDateWithWeekday(of.next->on), splitText(of.next->split));
    if (const core::Revision* plan = of.plan()) {
        QString line = QStringLiteral("Plan %1, version %2: %3, %4, from %5")
                           .arg(plan->planNumber)
                           .arg(plan->version)
                           .arg(QString::fromUtf8(kindName(plan->plan)), statusText(plan->status).toLower(),
                                clinicalDate(plan->effectiveFrom));
        if (const auto stop = plan->plan.stopDate())
            line += QStringLiteral(" to 0 on ") + clinicalDate(*stop);
        lines << line;
    }
    const Scores scores = latestScores(record);
    if (scores.mas != nullptr)
        lines << QStringLiteral("MAS mean %1 on %2").arg(masMeanText(*scores.masMean), clinicalDate(scores.mas->on));
    if (scores.nrs != nullptr)
        lines << QStringLiteral("Spasticity NRS %1 on %2")
                     .arg(nrsText(*scores.nrs->nrsTenths), clinicalDate(scores.nrs->on));
    for (const app::FurtherSeries& further : of.further)
        lines << QStringLiteral("%1 %2 on %3")
                     .arg(chartedScaleText(further.scale),
                          chartedValueText(further.scale, further.points.back().thousandths),
                          clinicalDate(further.points.back().on));
    if (of.supply.lastsUntil)
        lines << QStringLiteral("Supply lasts until ") + clinicalDate(*of.supply.lastsUntil);
    return lines;
}

} // namespace

int runShow(const QStringList& arguments, const Streams& streams) {
    const QString json = QStringLiteral("json");
    ClinicCall call(QStringLiteral("show"), QStringLiteral("Shows one patient: dose, plan, scores and supply."));
    call.line().option(json, QStringLiteral("A JSON object, with every plan."));
    call.line().positional(QStringLiteral("patient"),
                           QStringLiteral("An id, a record number, or words that find one patient."),
                           QStringLiteral("PATIENT"));
    if (const auto ended = call.parse(arguments, streams, 1))
        return *ended;
    if (call.line().positional().isEmpty()) {
        writeError(streams, "show", "PATIENT is missing");
        return exitWrongInput;
    }
    int exitCode = exitDone;
    const auto opened = openPatient(call, call.line().positional().first(), Access::read, streams, exitCode);
    if (!opened)
        return exitCode;
    const app::PatientRecord& record = opened->record;
    const core::Result<core::Clinic> clinic = app::clinic(*opened->session);
    if (!clinic) {
        writeError(streams, clinic.error());
        return exitClinicFile;
    }
    const app::DoseTimeline timeline(record);
    const Date today = call.today();
    const auto pump = core::pumpStatus(record.pump, today, clinic->closedWeekdays, opened->catalogue.numbers().pump);
    app::ChartSeries scores;
    app::addFurtherSeries(scores, record, opened->catalogue.numbers());
    const Overview overview{
        opened->catalogue,
        record,
        today,
        timeline.on(today),
        timeline.nextChangeAfter(today),
        app::supplyForecast(record, timeline, today, clinic->closedWeekdays, opened->catalogue.numbers()),
        std::move(scores.further),
        record.pump.implantOn(today),
        pump ? *pump : std::nullopt};
    if (call.line().isSet(json))
        write(streams.out, overviewJson(overview).pretty() + '\n');
    else
        write(streams.out, overviewLines(overview).join(QLatin1Char('\n')).toStdString() + '\n');
    return exitDone;
}

} // namespace lento::cli
