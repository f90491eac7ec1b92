// Plans with what is shown beside them: proposals by kidney, age and risk, the comparison, and changes as drafts.
#include "app/planning.h"
#include "core/protocol_dosing.h"
#include "for_rule.h"
#include "record_values.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <set>

using namespace lento;
using namespace lento::test;

namespace {

const core::Date today = core::Date::fromIso("2026-11-22").value();

app::PlanningContext contextOf(const app::PatientRecord& record) {
    return app::planningContext(shippedCatalogue(), record, today);
}

app::PatientRecord adult(std::string_view born = "1980-05-01") {
    app::PatientRecord record;
    record.patient.id = core::PatientId("patient");
    record.facts.birthDate = date(born);
    record.facts.sex = core::Sex::female;
    record.facts.conditionsRecorded = record.facts.medicinesRecorded = true;
    record.facts.hasDiagnosis = record.facts.hasGoal = true;
    record.facts.origin = core::SpasticityOrigin::spinal;
    record.facts.weights = {{date("2026-11-01"), 68'000}};
    record.facts.heightMillimetres = 1'680;
    record.facts.creatinines = {{date("2026-11-01"), 700, core::CreatinineUnit::mgPerDl, false}};
    return record;
}

app::PatientRecord onSixty(std::string_view since = "2024-09-01") {
    app::PatientRecord record = adult();
    record.facts.baclofenSince = date(since);
    addRevision(record, steady("2026-01-05", "60"));
    return record;
}

QString paceText(const app::Alternative& row) {
    const auto& inputs = std::get<core::TaperInputs>(row.inputs);
    const QString base =
        inputs.model == core::TaperModel::percentOfStart ? QStringLiteral("START") : QStringLiteral("CURRENT");
    return QStringLiteral("%1 %2 %3").arg(base).arg(inputs.percent.whole()).arg(inputs.intervalDays);
}

QStringList dosesOf(const core::Plan& plan) {
    return stepTexts(plan.steps);
}

} // namespace

class TestPlanning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theContextKnowsWhatIsTakenToday() {
        const app::PlanningContext context = contextOf(onSixty());
        QCOMPARE(context.doseToday, daily("60"));
        QCOMPARE(context.splitToday->dosesPerDay(), 3);
        QVERIFY(context.productsToday.has_value());
        QVERIFY(!contextOf(adult()).doseToday);
    }

    // E9, as the Plan page begins it: protocol, liquid and steps by weight.
    void aChildIsPlannedByWeight() {
        app::PatientRecord record = adult("2022-05-01");
        record.facts.weights = {{date("2026-11-01"), 14'000}};
        const app::PlanningContext context = contextOf(record);
        const core::Protocol& protocol = app::proposedProtocol(context);
        QCOMPARE(protocol.id, std::string("ORAL-CHILD"));
        QCOMPARE(app::protocolsFor(context).size(), std::size_t{1});
        const core::ProductSet liquid = app::productsFor(protocol, app::usualProducts(context), shippedCatalogue());
        QCOMPARE(liquid.products().front().id, std::string("SOL1"));
        const auto view = app::plan(app::proposedTitration(context, protocol, today + 1, liquid), liquid, context);
        QVERIFY(view);
        QCOMPARE(view->plan.steps.size(), std::size_t{3});
        QCOMPARE(view->plan.steps[0].daily(), daily("4"));
        QCOMPARE(view->plan.steps[2].daily(), daily("10.5"));
        QVERIFY(std::ranges::none_of(view->findings, [](const core::Finding& each) { return each.rule == "PED-6"; }));

        record.facts.weights.clear();
        QVERIFY(app::canDose(contextOf(record), protocol).error().code == core::ErrorCode::missingField);
        record.facts.birthDate = date("2010-01-01"); // PED-9: 16 years and 50 kg may use the others too
        record.facts.weights = {{date("2026-11-01"), 55'000}};
        QCOMPARE(app::proposedProtocol(contextOf(record)).id, std::string("ORAL-CHILD"));
        QCOMPARE(app::protocolsFor(contextOf(record)).size(), std::size_t{5});
    }

    // IND: nothing is offered until the clinic enables it; then it comes first, and only there.
    void anotherUseIsPlannedOnceItIsEnabled() {
        app::PatientRecord record = adult();
        record.facts.indication = "IND-TN";
        app::PlanningContext context = contextOf(record);
        QVERIFY(app::isFreePlan(context));
        const core::ProductSet tablets = products("TAB10");
        QVERIFY(!app::proposedTitration(context, app::proposedProtocol(context), today + 1, tablets).protocol);

        core::ClinicSet clinic;
        clinic.protocolChoices = {{"IND-TN", true}};
        const content::Catalogue enabled = shippedCatalogue().with(clinic);
        context.catalogue = &enabled;
        QVERIFY(!app::isFreePlan(context));
        QCOMPARE(app::proposedProtocol(context).id, std::string("IND-TN"));
        const auto inputs = app::proposedTitration(context, app::proposedProtocol(context), today + 1, tablets);
        QCOMPARE(inputs.startDose, daily("15"));
        QCOMPARE(inputs.intervalDays, 7);
        QVERIFY(inputs.protocol.has_value());
        record.facts.indication = core::spasticityIndication;
        QCOMPARE(app::proposedProtocol(contextOf(record)).id, std::string("ORAL-ADULT-GRADUAL"));
    }

    // PED-8, REN-7: what the plan's own protocol gave is what is computed anew, not what is shipped today.
    void limitsFollowTheProtocolOfThePlan() {
        core::Protocol halved = *shippedCatalogue().protocol("ORAL-CHILD");
        halved.byWeight->start.nanogramsPerGram /= 2;
        const auto start = [&](std::int32_t grams) {
            return core::dosingOf(halved, {4, grams}, daily("0.5"), shippedCatalogue().numbers())->start;
        };
        QCOMPARE(start(14'000), daily("2"));
        QCOMPARE(start(20'000), daily("3"));
    }

    void aPlanComesWithSupplyAndReviews() {
        const app::PlanningContext context = contextOf(onSixty());
        const auto view = app::plan(taper("2026-11-23", "60", 10, 7), products("TAB10"), context);
        QVERIFY(view);
        QCOMPARE(view->plan.stopDate(), date("2027-02-08"));
        QCOMPARE(view->supply.products.size(), std::size_t{1});
        QCOMPARE(view->supply.products[0].tablets(), std::int64_t{231}); // (55 + 50 + ... + 5) x 7 / 10
        QVERIFY(!view->reviews.empty());
        QCOMPARE(view->reviews.back(), date("2027-02-15")); // TAP-16: stop + 7
        QVERIFY(std::any_of(view->findings.begin(), view->findings.end(),
                            [](const core::Finding& finding) { return finding.rule == core::RuleId("TAP-11"); }));
    }

    void whatCannotBePlannedSaysWhy() {
        const auto view = app::plan(taper("2026-11-23", "0", 10, 7), products("TAB10"), contextOf(onSixty()));
        QVERIFY(!view);
        QCOMPARE(view.error().code, core::ErrorCode::outOfRange);
    }

    void theProtocolFitsThePatient_data() {
        QTest::addColumn<QString>("born");
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("rule");
        const int spinal = static_cast<int>(core::SpasticityOrigin::spinal);
        const int cerebral = static_cast<int>(core::SpasticityOrigin::cerebral);
        QTest::newRow("an adult") << "1980-05-01" << spinal << ""
                                  << "TIT-ORAL-ADULT-2";
        QTest::newRow("the eve of 65") << "1961-11-23" << spinal << ""
                                       << "TIT-ORAL-ADULT-2";
        QTest::newRow("65 today") << "1961-11-22" << spinal << ""
                                  << "TIT-ORAL-ADULT-4";
        QTest::newRow("cerebral") << "1980-05-01" << cerebral << ""
                                  << "TIT-ORAL-ADULT-4";
        QTest::newRow("frail") << "1980-05-01" << spinal << "frailty"
                               << "TIT-ORAL-ADULT-4";
        QTest::newRow("another condition") << "1980-05-01" << spinal << "epilepsy"
                                           << "TIT-ORAL-ADULT-2";
    }
    void theProtocolFitsThePatient() {
        QFETCH(QString, born);
        QFETCH(int, origin);
        QFETCH(QString, condition);
        QFETCH(QString, rule);
        app::PatientRecord record = adult(born.toStdString());
        record.facts.origin = static_cast<core::SpasticityOrigin>(origin);
        if (!condition.isEmpty())
            record.facts.conditionCodes = {condition.toStdString()};
        QCOMPARE(QString::fromStdString(app::proposedProtocol(contextOf(record)).ruleId), rule);
    }

    // REN-5 with RND-2 on the gradual protocol, 15 and 5 mg with tablets of 10 mg that may be halved.
    void theKidneyReducesTheProposal_data() {
        QTest::addColumn<int>("creatinineThousandths");
        QTest::addColumn<bool>("dialysis");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("interval");
        QTest::newRow("normal") << 700 << false << "15" << 3;
        QTest::newRow("R3: half, 7 days") << 1'600 << false << "5" << 7;
        QTest::newRow("R4: a third, 14 days") << 3'000 << false << "5" << 14;
        QTest::newRow("dialysis: 5 mg once") << 5'000 << true << "5" << 14;
    }
    void theKidneyReducesTheProposal() {
        QFETCH(int, creatinineThousandths);
        QFETCH(bool, dialysis);
        QFETCH(QString, start);
        QFETCH(int, interval);
        app::PatientRecord record = adult();
        record.facts.creatinines.front().thousandths = creatinineThousandths;
        record.facts.onDialysis = dialysis;
        const app::PlanningContext context = contextOf(record);
        const core::TitrationInputs inputs =
            app::proposedTitration(context, shippedCatalogue().defaultProtocol(), today + 1, products("TAB10"));
        QCOMPARE(inputs.startDose, daily(start.toStdString()));
        QCOMPARE(inputs.intervalDays, interval);
        if (dialysis) {
            QCOMPARE(inputs.dosesPerDay, 1);
            QCOMPARE(inputs.goal, daily("5"));
        }
        QVERIFY(app::plan(inputs, products("TAB10"), context));
    }

    void withoutKidneyValuesTheProtocolStands() {
        app::PatientRecord record = adult();
        record.facts.creatinines.clear();
        const auto inputs = app::proposedTitration(contextOf(record), shippedCatalogue().defaultProtocol(), today + 1,
                                                   products("TAB10"));
        QCOMPARE(inputs.startDose, daily("15"));
        QCOMPARE(inputs.increment, daily("5"));
    }

    void aTitrationGoesOnFromTodaysDose() {
        const auto inputs = app::proposedTitration(contextOf(onSixty()), shippedCatalogue().defaultProtocol(),
                                                   today + 1, products("TAB10"));
        QCOMPARE(inputs.startDose, daily("60"));
        QVERIFY(inputs.goal >= inputs.startDose);
    }

    // TAP-11
    void theTaperStartsWithThePresetOfItsRisk_data() {
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("mg");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("interval");
        QTest::newRow("long") << "2026-05-22"
                              << "30"
                              << "" << 10 << 14;
        QTest::newRow("not quite six months") << "2026-05-24"
                                              << "40"
                                              << "" << 10 << 7;
        QTest::newRow("high dose") << "2026-09-01"
                                   << "60"
                                   << "" << 10 << 14;
        QTest::newRow("short and low") << "2026-10-20"
                                       << "30"
                                       << "" << 20 << 7;
        QTest::newRow("short and low with epilepsy") << "2026-10-20"
                                                     << "30"
                                                     << "epilepsy" << 10 << 14;
        QTest::newRow("since when is not known") << ""
                                                 << "30"
                                                 << "" << 10 << 14;
    }
    void theTaperStartsWithThePresetOfItsRisk() {
        QFETCH(QString, since);
        QFETCH(QString, mg);
        QFETCH(QString, condition);
        QFETCH(int, percent);
        QFETCH(int, interval);
        app::PatientRecord record = adult();
        if (!since.isEmpty())
            record.facts.baclofenSince = date(since.toStdString());
        if (!condition.isEmpty())
            record.facts.conditionCodes = {condition.toStdString()};
        addRevision(record, steady("2026-11-01", mg.toStdString()));
        const core::TaperInputs inputs = app::proposedTaper(contextOf(record), today + 1);
        QCOMPARE(inputs.from, daily(mg.toStdString()));
        QCOMPARE(inputs.percent.whole(), percent);
        QCOMPARE(inputs.intervalDays, interval);
    }

    // TAP-11: the record can prove that treatment was long, not that it was short.
    void aLongRecordSaysSinceWhenTreatmentIsLong() {
        app::PatientRecord record = adult();
        record.facts.baclofenSince.reset();
        addRevision(record, steady("2026-05-22", "15")); // six months today
        QCOMPARE(contextOf(record).facts.baclofenSince, std::optional(date("2026-05-22")));

        app::PatientRecord shorter = adult();
        shorter.facts.baclofenSince.reset();
        addRevision(shorter, steady("2026-05-23", "15"));
        QCOMPARE(contextOf(shorter).facts.baclofenSince, std::nullopt);

        app::PatientRecord told = adult();
        told.facts.baclofenSince = date("2020-01-01");
        addRevision(told, steady("2026-01-05", "15"));
        QCOMPARE(contextOf(told).facts.baclofenSince, std::optional(date("2020-01-01")));
    }

    void pregnancyIsARiskOfTaperingOnce() {
        app::PatientRecord record = onSixty();
        record.facts.pregnant = true;
        record.facts.conditionCodes = {"pregnancy", "epilepsy", "diabetes"};
        const auto flags = app::taperRiskFlags(contextOf(record));
        QCOMPARE(flags.size(), std::size_t{2});
    }

    // TAP-17
    void theTaperKeepsTheNumberOfDoses() {
        app::PatientRecord record = adult();
        core::TitrationInputs twice = titration("2026-11-01", "40", "5", 7, "40", core::SplitStrategy::evening);
        twice.dosesPerDay = 2;
        addRevision(record, planned(twice, "TAB10"));
        const core::TaperInputs inputs = app::proposedTaper(contextOf(record), today + 1);
        QCOMPARE(inputs.dosesPerDay, 2);
        QCOMPARE(inputs.split, core::SplitStrategy::evening);
    }

    void theComparisonBeginsWithTheChosenAndRepeatsNothing() {
        const ForRule rule("TAP-5");
        const app::PlanningContext context = contextOf(onSixty());
        const auto view = app::plan(taper("2026-11-23", "60", 10, 7), products("TAB10"), context);
        const auto rows = app::alternatives(*view, context);
        QCOMPARE(rows.size(), std::size_t{6});
        QVERIFY(rows[0].chosen);
        QCOMPARE(paceText(rows[0]), QStringLiteral("START 10 7"));
        QCOMPARE(rows[0].days, 77);
        QCOMPARE(rows[0].steps, 11);
        QCOMPARE(rows[0].tablets, std::int64_t{231});
        QCOMPARE(rows[0].largestChange, daily("5"));
        QCOMPARE(rows[0].ends, date("2027-02-08"));
        QStringList paces;
        for (const app::Alternative& row : rows)
            paces << paceText(row);
        QCOMPARE(paces, (QStringList{QStringLiteral("START 10 7"), QStringLiteral("START 10 14"),
                                     QStringLiteral("START 20 7"), QStringLiteral("START 15 7"),
                                     QStringLiteral("CURRENT 10 7"), QStringLiteral("CURRENT 10 14")}));
        QCOMPARE(rows[1].tablets, std::int64_t{462});
        QCOMPARE(rows[1].ends, date("2027-04-26"));
        QVERIFY(std::none_of(rows.begin() + 1, rows.end(), [](const app::Alternative& row) { return row.chosen; }));
    }

    void anotherPaceStandsBesideTheUsualOnes() {
        const app::PlanningContext context = contextOf(onSixty());
        const auto view = app::plan(fixedTaper("2026-11-23", "60", "10", 5), products("TAB10"), context);
        const auto rows = app::alternatives(*view, context);
        QCOMPARE(rows.size(), std::size_t{7});
        QVERIFY(rows[0].hardestFinding.has_value());
    }

    void aTitrationIsComparedWithOtherProtocols() {
        const app::PlanningContext context = contextOf(adult());
        core::TitrationInputs inputs =
            app::proposedTitration(context, shippedCatalogue().defaultProtocol(), today + 1, products("TAB10"));
        inputs.goal = daily("60");
        const auto coarse = app::alternatives(*app::plan(inputs, products("TAB10"), context), context);
        std::set<std::string> protocols;
        for (const app::Alternative& row : coarse) {
            QCOMPARE(std::get<core::TitrationInputs>(row.inputs).goal, daily("60"));
            protocols.insert(std::get<core::TitrationInputs>(row.inputs).protocol->id);
        }
        QCOMPARE(protocols.size(), coarse.size());
        QVERIFY(!protocols.contains("ORAL-ADULT-VERY-SLOW")); // needs pieces of 2.5 mg
        const auto fine = app::alternatives(*app::plan(inputs, products("TAB5*"), context), context);
        QCOMPARE(fine.size(), coarse.size() + 1);
    }

    // INT-20: two sedating medicines, and every step of the proposal is a week longer.
    void sedativesLengthenEachStep_data() {
        QTest::addColumn<QStringList>("medicines");
        QTest::addColumn<int>("days");
        QTest::newRow("none") << QStringList{} << 3;
        QTest::newRow("one") << QStringList{QStringLiteral("morphine")} << 3;
        QTest::newRow("two") << QStringList{QStringLiteral("morphine"), QStringLiteral("Valium 5 mg")} << 10;
        QTest::newRow("two, one without sedation")
            << QStringList{QStringLiteral("morphine"), QStringLiteral("lithium")} << 3;
        QTest::newRow("three") << QStringList{QStringLiteral("morphine"), QStringLiteral("Valium"),
                                              QStringLiteral("Lyrica")}
                               << 10;
    }
    void sedativesLengthenEachStep() {
        QFETCH(QStringList, medicines);
        QFETCH(int, days);
        app::PatientRecord record = adult();
        record.facts.creatinines.front().thousandths = 700;
        record.facts.medicinesRecorded = true;
        for (const QString& name : medicines)
            record.facts.medicineNames.push_back(name.toStdString());
        const app::PlanningContext context = contextOf(record);
        const core::TitrationInputs inputs =
            app::proposedTitration(context, shippedCatalogue().defaultProtocol(), today + 1, products("TAB10"));
        const auto view = app::plan(inputs, products("TAB10"), context);
        QVERIFY(view && view->plan.steps.size() > 2);
        for (const core::Step& step : view->plan.steps)
            QVERIFY(step.span.isOpen() || step.span.days() == days);
        const bool told = std::ranges::any_of(view->findings, [](const core::Finding& finding) {
            return finding.rule == core::RuleId("INT-20") && finding.message == "int-20.waits";
        });
        QCOMPARE(told, days == 10);
    }

    // With a weak kidney the label's scheme and the gradual one come down to the same doses on the same days.
    void aComparisonNeverRepeatsItself_data() {
        QTest::addColumn<int>("creatinineThousandths");
        QTest::addColumn<QString>("product");
        for (const int creatinine : {700, 1'600, 3'000})
            for (const char* product : {"TAB10", "TAB5*"})
                QTest::addRow("%d %s", creatinine, product) << creatinine << QString::fromLatin1(product);
    }
    void aComparisonNeverRepeatsItself() {
        QFETCH(int, creatinineThousandths);
        QFETCH(QString, product);
        app::PatientRecord record = adult();
        record.facts.creatinines.front().thousandths = creatinineThousandths;
        const app::PlanningContext context = contextOf(record);
        const core::ProductSet set = products(product.toStdString());
        const core::TitrationInputs inputs =
            app::proposedTitration(context, shippedCatalogue().defaultProtocol(), today + 1, set);
        std::set<QStringList> seen;
        const auto rows = app::alternatives(*app::plan(inputs, set, context), context);
        for (const app::Alternative& row : rows) {
            QStringList steps;
            const app::PlanView view = app::plan(row.inputs, set, context).value();
            for (const core::Step& step : view.plan.steps) {
                steps << QString::fromStdString(step.span.first.iso());
                for (const core::DayPart part : step.split.parts())
                    steps << QString::number(step.split.at(part).inNanograms());
            }
            QVERIFY2(seen.insert(steps).second, qPrintable(steps.join(QLatin1Char(' '))));
        }
        QVERIFY(rows.front().chosen && !rows.empty());
    }

    void aHeldTaperKeepsItsPastAndMovesTheRest() {
        app::PatientRecord record = onSixty();
        addRevision(record, planned(taper("2026-11-02", "60", 10, 7), "TAB10"));
        const core::Plan before = record.active()->plan;
        const auto draft = app::draftHold(record, today, 7, shippedNumbers());
        QVERIFY(draft);
        QCOMPARE(draft->basedOn, record.active()->id);
        QCOMPARE(draft->effectiveFrom, today);
        QCOMPARE(draft->rules.front(), core::RuleId("TAP-12"));
        QCOMPARE(*draft->plan.stopDate(), *before.stopDate() + 7);
        QCOMPARE(dosesOf(draft->plan).mid(0, 2), dosesOf(before).mid(0, 2));
    }

    void aSteppedBackTaperReturnsToTheDoseBefore() {
        app::PatientRecord record = onSixty();
        addRevision(record, planned(taper("2026-11-02", "60", 10, 7), "TAB10"));
        const auto draft = app::draftStepBack(record, today, shippedNumbers());
        QVERIFY(draft);
        QCOMPARE(draft->plan.stepOn(today - 1)->daily(), daily("45"));
        QCOMPARE(draft->plan.stepOn(today)->daily(), daily("50"));
        QCOMPARE(draft->rules.front(), core::RuleId("TAP-13"));
    }

    void shiftingAPlanThatHasNotBegunKeepsTheDoseBeforeIt() {
        app::PatientRecord record = onSixty();
        addRevision(record, planned(taper("2026-11-23", "60", 10, 7), "TAB10"));
        const auto draft = app::draftShift(record, today + 1, 7);
        QVERIFY(draft);
        core::Revision moved;
        moved.plan = draft->plan;
        moved.effectiveFrom = draft->effectiveFrom;
        const app::DoseTimeline timeline(record, moved);
        QCOMPARE(timeline.on(date("2026-11-29"))->daily, daily("60"));
        QCOMPARE(timeline.on(date("2026-11-30"))->daily, daily("55"));
        QCOMPARE(*draft->plan.stopDate(), date("2027-02-15"));
    }

    void shiftingLaterStepsLeavesTheRunningOne() {
        app::PatientRecord record = onSixty();
        addRevision(record, planned(taper("2026-11-16", "60", 10, 7), "TAB10"));
        for (const int days : {5, -3}) {
            const auto draft = app::draftShift(record, date("2026-11-30"), days);
            QVERIFY(draft);
            core::Revision moved;
            moved.plan = draft->plan;
            moved.effectiveFrom = draft->effectiveFrom;
            const app::DoseTimeline timeline(record, moved);
            QCOMPARE(timeline.on(date("2026-11-30") + days - 1)->daily, daily("50"));
            QCOMPARE(timeline.on(date("2026-11-30") + days)->daily, daily("45"));
        }
    }

    void withoutAPlanThereIsNothingToChange() {
        const app::PatientRecord record = adult();
        for (const auto& draft :
             {app::draftHold(record, today, 7, shippedNumbers()), app::draftStepBack(record, today, shippedNumbers()),
              app::draftShift(record, today, 7), app::draftResume(record, today, shippedNumbers())}) {
            QVERIFY(!draft);
            QCOMPARE(draft.error().code, core::ErrorCode::notFound);
        }
    }

    // mockups/finish: old against new.
    void theFinishPageSetsOldAgainstNew() {
        app::PatientRecord record = onSixty();
        record.revisions.front().planNumber = 6;
        const app::PlanningContext context = contextOf(record);
        const app::Draft draft = app::draftNew(record, planned(taper("2026-11-23", "60", 10, 7), "TAB10"));
        const app::FinishComparison page = app::compareForFinish(record, draft, context);
        QCOMPARE(QString::fromStdString(page.now.plan), QStringLiteral("6, version 1"));
        QCOMPARE(QString::fromStdString(page.next.plan), QStringLiteral("7, version 1"));
        QCOMPARE(page.now.doseToday, daily("60"));
        QCOMPARE(page.next.doseToday, daily("60"));
        QVERIFY(!page.now.firstChange && !page.now.ends && !page.now.largestStep);
        QCOMPARE(page.next.firstChange->span.first, date("2026-11-23"));
        QCOMPARE(page.next.firstChange->daily(), daily("55"));
        QCOMPARE(page.next.largestStep, daily("5"));
        QCOMPARE(page.next.largestStepTenths, std::int64_t{83});
        QCOMPARE(page.next.ends, date("2027-02-08"));
        QCOMPARE(page.next.days, 77);
        QCOMPARE(page.next.supply.products.front().tablets(), std::int64_t{231});
        QCOMPARE(page.next.nextVisit, date("2026-12-04"));
        QCOMPARE(page.owed.size(), core::unanswered(page.findings, {}).size());
    }

    void theFirstPlanHasNoOldSide() {
        const app::PatientRecord record = adult();
        const app::Draft draft = app::draftNew(record, planned(titration("2026-11-23", "15", "5", 3, "30"), "TAB10"));
        const app::FinishComparison page = app::compareForFinish(record, draft, contextOf(record));
        QVERIFY(page.now.plan.empty() && !page.now.kind && !page.now.doseToday);
        QCOMPARE(QString::fromStdString(page.next.plan), QStringLiteral("1, version 1"));
        QCOMPARE(page.next.firstChange->daily(), daily("15"));
        QVERIFY(!page.next.ends);
    }
};

QTEST_APPLESS_MAIN(TestPlanning)
#include "tst_planning.moc"
