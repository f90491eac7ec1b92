// SCL-9 and SCL-10 from a record: which visit is the baseline, and the band in which a change from it does not matter.
#include "app/treatment_response.h"
#include "for_rule.h"
#include "record_values.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::Mas;
using core::ResponseClass;
using core::Side;

namespace {

const core::Date today = core::Date::fromIso("2026-11-22").value();

core::Visit visitOn(std::string_view day, const char* id, std::optional<int> nrsTenths,
                    std::vector<core::MasScore> mas = {}) {
    core::Visit visit;
    visit.id = core::VisitId(id);
    visit.on = date(day);
    visit.nrsTenths = nrsTenths;
    visit.mas = std::move(mas);
    return visit;
}

app::ChartSeries charted(std::vector<core::Visit> visits) {
    app::PatientRecord record;
    record.visits = std::move(visits);
    app::ChartSeries series = app::chartSeries(record, today);
    app::addBaselineBands(series, record, shippedCatalogue());
    return series;
}

} // namespace

class TestTreatmentResponse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void baselineIsTheFirstOfEachScore();
    void goalsDecideWhereNothingElseCan();
    void visitIsNeverItsOwnBaseline();
    void ratingBandNeedsALargeEnoughBaseline_data();
    void ratingBandNeedsALargeEnoughBaseline();
    void meanBandIsThatOfItsLimb_data();
    void meanBandIsThatOfItsLimb();
};

void TestTreatmentResponse::baselineIsTheFirstOfEachScore() {
    app::PatientRecord record;
    record.visits = {visitOn("2026-08-01", "a", {}, {{"hamstrings", Side::left, Mas::three}}),
                     visitOn("2026-09-01", "b", 80, {{"hamstrings", Side::left, Mas::one}}),
                     visitOn("2026-10-01", "c", 50)};
    const core::Visit now = visitOn("2026-11-22", "d", 60, {{"hamstrings", Side::left, Mas::two}});
    const app::TreatmentResponse found = app::treatmentResponse(record, now, shippedCatalogue());
    QVERIFY(found.baselineOn == date("2026-08-01"));
    QCOMPARE(found.inputs.nrsBaselineTenths, std::optional(80));
    QCOMPARE(found.response.nrsChangeTenths, std::optional<std::int64_t>(250));
    QVERIFY(found.response.decided == ResponseClass::minimal && found.response.by == core::DecidedBy::nrs);
    QVERIFY(found.response.lowerMas == ResponseClass::responder); // from 3 to 2
}

// SCL-9: "else GAS"; each goal against the first visit at which it was judged (SCL-7).
void TestTreatmentResponse::goalsDecideWhereNothingElseCan() {
    app::PatientRecord record;
    record.visits = {visitOn("2026-08-01", "a", 30), visitOn("2026-09-01", "b", 30), visitOn("2026-10-01", "c", 30)};
    record.visits[0].further.goals = {{"Walk", 1, 1, std::nullopt}, {"Sleep", 1, 1, -2}};
    record.visits[1].further.goals = {{"Walk", 1, 1, -1}, {"Sleep", 1, 1, 0}};
    core::Visit now = visitOn("2026-11-22", "d", 10);
    now.further.goals = {{"Walk", 1, 1, 0}};
    app::TreatmentResponse found = app::treatmentResponse(record, now, shippedCatalogue());
    QVERIFY(found.baselineOn == date("2026-08-01"));
    QCOMPARE(found.inputs.goalsBaseline, std::optional(40.0));
    QCOMPARE(found.inputs.goalsCurrent, std::optional(50.0));
    QVERIFY(found.response.decided == ResponseClass::responder && found.response.by == core::DecidedBy::goals);
    // Scored legs are asked before the goals.
    record.visits[0].mas = now.mas = {{"hamstrings", Side::left, Mas::two}};
    found = app::treatmentResponse(record, now, shippedCatalogue());
    QVERIFY(found.response.decided == ResponseClass::none && found.response.by == core::DecidedBy::lowerMas);
    QVERIFY(found.response.goals == ResponseClass::responder);
}

void TestTreatmentResponse::visitIsNeverItsOwnBaseline() {
    app::PatientRecord record;
    record.visits = {visitOn("2026-11-22", "a", 80), visitOn("2026-11-23", "b", 20)};
    record.visits.push_back(visitOn("2026-10-01", "draft", 90));
    record.visits.back().draft = true;
    const app::TreatmentResponse found = app::treatmentResponse(record, record.visits.front(), shippedCatalogue());
    QVERIFY(!found.baselineOn);
    QVERIFY(found.response.decided == ResponseClass::notAssessable);
}

void TestTreatmentResponse::ratingBandNeedsALargeEnoughBaseline_data() {
    QTest::addColumn<int>("baselineTenths");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::newRow("8") << 80 << 6'560 << 9'440;
    QTest::newRow("never above the scale") << 100 << 8'200 << 10'000;
    QTest::newRow("just enough") << 40 << 3'280 << 4'720;
    QTest::newRow("too low") << 39 << -1 << -1;
    QTest::newRow("none") << 0 << -1 << -1;
}

void TestTreatmentResponse::ratingBandNeedsALargeEnoughBaseline() {
    const ForRule rule("SCL-10");
    QFETCH(int, baselineTenths);
    QFETCH(int, low);
    QFETCH(int, high);
    const app::ChartSeries series =
        charted({visitOn("2026-09-01", "a", baselineTenths), visitOn("2026-10-01", "b", 70)});
    QCOMPARE(series.nrsBand.has_value(), low >= 0);
    QCOMPARE(series.nrsBand ? series.nrsBand->lowThousandths : -1, low);
    QCOMPARE(series.nrsBand ? series.nrsBand->highThousandths : -1, high);
}

void TestTreatmentResponse::meanBandIsThatOfItsLimb_data() {
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::newRow("legs") << QStringList{QStringLiteral("hamstrings"), QStringLiteral("quadriceps")} << 2'550 << 3'450;
    QTest::newRow("arms") << QStringList{QStringLiteral("elbow-flexors")} << 2'520 << 3'480;
    QTest::newRow("both") << QStringList{QStringLiteral("hamstrings"), QStringLiteral("elbow-flexors")} << -1 << -1;
    QTest::newRow("nothing scored") << QStringList() << -1 << -1;
}

void TestTreatmentResponse::meanBandIsThatOfItsLimb() {
    const ForRule rule("SCL-10");
    QFETCH(QStringList, groups);
    QFETCH(int, low);
    QFETCH(int, high);
    std::vector<core::MasScore> mas;
    for (const QString& group : groups)
        mas.push_back({group.toStdString(), Side::left, Mas::three});
    const app::ChartSeries series = charted({visitOn("2026-09-01", "a", {}, mas)});
    QCOMPARE(series.masBand.has_value(), low >= 0);
    QCOMPARE(series.masBand ? series.masBand->lowThousandths : -1, low);
    QCOMPARE(series.masBand ? series.masBand->highThousandths : -1, high);
}

QTEST_APPLESS_MAIN(TestTreatmentResponse)
#include "tst_treatment_response.moc"
