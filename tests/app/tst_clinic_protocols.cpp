// A clinic's own protocols (DAT-1): adopted by whom and when, changed as a new version while old plans keep theirs
// (DAT-2), offered or not, and shown before they are used with what the limits of titration say (TIT-6 to TIT-9).
#include "app/clinic_protocols.h"
#include "app/clinic_settings.h"
#include "app/planning.h"
#include "app/protocol_preview.h"
#include "app/record.h"
#include "content/protocol_file.h"
#include "plan_values.h"
#include "storage/audit_store.h"
#include "test_clinic.h"

#include <QSignalSpy>
#include <QtTest/QtTest>

#include <functional>

using namespace lento;
using namespace lento::test;
using core::DailyDose;
using core::ErrorCode;
using core::OralDose;

namespace {

content::Catalogue catalogueOf(TestClinic& clinic) {
    return app::clinicCatalogue(clinic.session(), shippedCatalogue()).value();
}

core::Protocol ownOf(TestClinic& clinic, const char* base = "ORAL-ADULT-GRADUAL", const char* title = "Ours") {
    const content::Catalogue catalogue = catalogueOf(clinic);
    core::Protocol copy = app::copyOf(*catalogue.protocol(base), clinic.session(), catalogue);
    copy.title = title;
    return copy;
}

core::Result<void> adopt(TestClinic& clinic, const core::Protocol& protocol) {
    app::ProtocolEdits edits;
    edits.adopted = {protocol};
    return app::saveProtocols(clinic.session(), edits, catalogueOf(clinic));
}

core::Result<void> choose(TestClinic& clinic, std::vector<core::ProtocolChoice> choices) {
    app::ProtocolEdits edits;
    edits.choices = std::move(choices);
    edits.choicesThen = app::protocolChoices(clinic.session()).value();
    return app::saveProtocols(clinic.session(), edits, catalogueOf(clinic));
}

app::PlanningContext contextOf(TestClinic& clinic, const content::Catalogue& catalogue,
                               const core::PatientId& patient) {
    return app::planningContext(catalogue, app::loadRecord(clinic.session(), catalogue, patient).value(),
                                clinic.today());
}

storage::AuditLine lastLine(TestClinic& clinic) {
    storage::AuditLine last;
    const auto keep = [&last](storage::AuditLine&& line) {
        last = std::move(line);
        return true;
    };
    [&] { QVERIFY(clinic.session().read([&](storage::Database& db) { storage::AuditStore(db).forEach(keep); })); }();
    return last;
}

QStringList rulesOf(const app::PlanView& view) {
    QStringList rules;
    for (const core::Finding& finding : view.findings)
        rules << QString::fromUtf8(finding.rule.text().data(), static_cast<int>(finding.rule.text().size()));
    rules.removeDuplicates();
    rules.sort();
    return rules;
}

} // namespace

using Change = std::function<void(core::Protocol&)>;
Q_DECLARE_METATYPE(Change)

class TestClinicProtocols : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCopyIsAdoptedByWhomAndWhen() {
        TestClinic clinic;
        QSignalSpy changes(&clinic.session(), &app::Session::changed);
        core::Protocol copy = ownOf(clinic);
        QCOMPARE(copy.id, std::string("OWN-ORAL-ADULT-GRADUAL"));
        QCOMPARE(copy.basedOn, std::string("ORAL-ADULT-GRADUAL"));
        copy.increment = DailyDose::nanograms(2'500'000);
        QVERIFY(adopt(clinic, copy));
        clinic.reopen();
        const content::Catalogue catalogue = catalogueOf(clinic);
        const core::Protocol* stored = catalogue.protocol(copy.id);
        QVERIFY(stored != nullptr && *stored == copy);
        QCOMPARE(stored->adoptedBy, std::string("Dr A. Weber"));
        QCOMPARE(stored->adoptedOn->iso(), std::string("2026-11-22"));
        QVERIFY(stored->enabled);
        // The one it was copied from stays as it was shipped.
        QVERIFY(*catalogue.protocol("ORAL-ADULT-GRADUAL") == *shippedCatalogue().protocol("ORAL-ADULT-GRADUAL"));
        const auto line = lastLine(clinic).entry;
        QCOMPARE(line.operation, std::string("edit-protocols"));
        QVERIFY(!line.before.contains("OWN-ORAL") && line.after.contains("OWN-ORAL"));
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.first().first().value<app::ChangeSet>().touches(app::RecordKind::clinic));
        // A second copy has a name of its own.
        QCOMPARE(ownOf(clinic).id, std::string("OWN-ORAL-ADULT-GRADUAL-2"));
    }

    // DAT-2
    void anOldPlanKeepsTheVersionItWasMadeFrom() {
        TestClinic clinic;
        core::Protocol first = ownOf(clinic);
        first.ceiling = DailyDose::milligrams(60);
        QVERIFY(adopt(clinic, first));
        const core::PatientId patient = clinic.addPatient();
        {
            const content::Catalogue catalogue = catalogueOf(clinic);
            const app::PlanningContext context = contextOf(clinic, catalogue, patient);
            const core::ProductSet products = app::usualProducts(context);
            const auto view =
                app::plan(app::proposedTitration(context, *catalogue.protocol(first.id), clinic.today() + 1, products),
                          products, context);
            QVERIFY(view);
            app::Draft draft;
            draft.patient = patient;
            draft.plan = view->plan;
            draft.effectiveFrom = clinic.today() + 1;
            const auto active = app::makeActive(clinic.session(), draft, context);
            QVERIFY(active);
        }
        core::Protocol second = first;
        second.version = 2;
        second.start = DailyDose::milligrams(5);
        second.ceiling = DailyDose::milligrams(40);
        QVERIFY(adopt(clinic, second));
        clinic.reopen();
        const content::Catalogue catalogue = catalogueOf(clinic);
        QVERIFY(*catalogue.protocol(first.id) == second);
        QVERIFY((app::clinicProtocols(clinic.session()).value() == std::vector{first, second}));
        const auto record = app::loadRecord(clinic.session(), catalogue, patient).value();
        QVERIFY(record.active() != nullptr);
        const core::TitrationInputs* inputs = record.active()->plan.titration();
        QVERIFY(inputs != nullptr && inputs->protocol == first);
        QCOMPARE(inputs->startDose, DailyDose::milligrams(15));
    }

    void whatIsNoProtocolIsRefusedInItsField_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, Change change, ErrorCode code, const char* field) {
            QTest::newRow(name) << std::move(change) << code << QString::fromLatin1(field);
        };
        using P = core::Protocol;
        row(
            "no title", [](P& p) { p.title = " "; }, ErrorCode::emptyText, "title");
        row(
            "the title of a built-in one", [](P& p) { p.title = "adult, GRADUAL "; }, ErrorCode::duplicateRecord,
            "title");
        row(
            "nobody adopted it", [](P& p) { p.adoptedBy = ""; }, ErrorCode::emptyText, "adopted_by");
        row(
            "adopted on no day", [](P& p) { p.adoptedOn.reset(); }, ErrorCode::missingField, "adopted_on");
        row(
            "the id of a built-in one", [](P& p) { p.id = "ORAL-ADULT-LABEL"; }, ErrorCode::conflictingFields, "id");
        row(
            "an id of another form", [](P& p) { p.id = "ours"; }, ErrorCode::unknownName, "id");
        row(
            "no source", [](P& p) { p.sources.clear(); }, ErrorCode::missingField, "sources");
        row(
            "an unknown source", [](P& p) { p.sources = {"S999"}; }, ErrorCode::notFound, "sources");
        row(
            "an unknown rule", [](P& p) { p.ruleId = "TIT-ORAL-ADULT-9"; }, ErrorCode::notFound, "rule");
        row(
            "an unknown use", [](P& p) { p.indication = "IND-XX"; }, ErrorCode::notFound, "indication");
        row(
            "no start", [](P& p) { p.start = {}; }, ErrorCode::outOfRange, "start_mg");
        row(
            "no increment", [](P& p) { p.increment = {}; }, ErrorCode::outOfRange, "increment_mg");
        row(
            "a start above the ceiling", [](P& p) { p.start = DailyDose::milligrams(90); },
            ErrorCode::conflictingFields, "start_mg");
        row(
            "a ceiling above any day", [](P& p) { p.ceiling = DailyDose::milligrams(301); }, ErrorCode::outOfRange,
            "ceiling_mg");
        row(
            "a negative interval", [](P& p) { p.intervalDays = -3; }, ErrorCode::outOfRange, "interval_days");
        row(
            "an interval that is none of the options", [](P& p) { p.intervalDays = 5; }, ErrorCode::conflictingFields,
            "interval_days");
        row(
            "five doses a day", [](P& p) { p.dosesPerDay = 5; }, ErrorCode::outOfRange, "doses_per_day");
        row(
            "ages that exclude each other", [](P& p) { p.belowAgeYears = 18; }, ErrorCode::conflictingFields,
            "below_age_years");
        row(
            "based on itself", [](P& p) { p.basedOn = p.id; }, ErrorCode::conflictingFields, "based_on");
        row(
            "the default", [](P& p) { p.isDefault = true; }, ErrorCode::conflictingFields, "protocol");
    }
    void whatIsNoProtocolIsRefusedInItsField() {
        QFETCH(const Change, change);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, field);
        TestClinic clinic;
        core::Protocol copy = ownOf(clinic);
        change(copy);
        app::ProtocolEdits edits;
        edits.adopted = {copy};
        edits.choices = {{"IND-TN", true}};
        const auto saved = app::saveProtocols(clinic.session(), edits, catalogueOf(clinic));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, code);
        QCOMPARE(QString::fromStdString(saved.error().subject), field);
        QVERIFY(app::clinicProtocols(clinic.session())->empty());
        QVERIFY(!catalogueOf(clinic).protocol("IND-TN")->enabled);
        QCOMPARE(lastLine(clinic).entry.operation, std::string("create-clinic"));
    }

    void aSecondWindowDoesNotMakeTheSameVersion() {
        TestClinic clinic;
        const core::Protocol first = ownOf(clinic);
        QVERIFY(adopt(clinic, first));
        core::Protocol one = first;
        one.version = 2;
        core::Protocol other = one;
        one.start = DailyDose::milligrams(10);
        QVERIFY(adopt(clinic, one));
        const auto refused = adopt(clinic, other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::recordChanged);
        QVERIFY(*catalogueOf(clinic).protocol(first.id) == one);
    }

    // IND: a use is offered once the clinic says so, and no longer when it says otherwise.
    void anotherUseIsOfferedWhenTheClinicSaysSo() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalski");
        form.patient.indication = "IND-TN";
        const core::PatientId patient = app::addPatient(clinic.session(), form).value();
        const auto offered = [&] {
            const content::Catalogue catalogue = catalogueOf(clinic);
            return app::protocolsFor(contextOf(clinic, catalogue, patient)).size();
        };
        QCOMPARE(offered(), std::size_t{0});
        QVERIFY(choose(clinic, {{"IND-TN", true}}));
        QCOMPARE(offered(), std::size_t{1});
        QVERIFY(choose(clinic, {{"IND-TN", false}}));
        QCOMPARE(offered(), std::size_t{0});
        // What somebody chose meanwhile is not written over.
        app::ProtocolEdits late;
        late.choices = {{"IND-TN", true}};
        const auto refused = app::saveProtocols(clinic.session(), late, catalogueOf(clinic));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::recordChanged);
    }

    void aClinicThatOffersItsOwnInsteadOfTheUsualOneIsProposedItsOwn() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalski");
        form.patient.identity.birthDate = date("1986-03-12"); // the old are proposed the sensitive one
        const core::PatientId patient = app::addPatient(clinic.session(), form).value();
        const core::Protocol copy = ownOf(clinic);
        QVERIFY(adopt(clinic, copy));
        const auto proposed = [&] {
            const content::Catalogue catalogue = catalogueOf(clinic);
            return app::proposedProtocol(contextOf(clinic, catalogue, patient)).id;
        };
        QCOMPARE(proposed(), std::string("ORAL-ADULT-GRADUAL"));
        QVERIFY(choose(clinic, {{"ORAL-ADULT-GRADUAL", false},
                                {"ORAL-ADULT-LABEL", false},
                                {"ORAL-ADULT-VERY-SLOW", false},
                                {"ORAL-ADULT-SENSITIVE", false}}));
        QCOMPARE(proposed(), copy.id);
        // A clinic that offers none at all still plans by the usual one.
        QVERIFY(choose(clinic, {{copy.id, false}}));
        QCOMPARE(proposed(), std::string("ORAL-ADULT-GRADUAL"));
    }

    void everyShippedProtocolHasAPreviewWithoutABlock_data() {
        QTest::addColumn<QString>("id");
        for (const core::Protocol& protocol : shippedCatalogue().protocols())
            QTest::newRow(protocol.id.c_str()) << QString::fromStdString(protocol.id);
    }
    void everyShippedProtocolHasAPreviewWithoutABlock() {
        QFETCH(const QString, id);
        const core::Protocol& protocol = *shippedCatalogue().protocol(id.toStdString());
        const content::Catalogue catalogue = shippedCatalogue().with({});
        const auto view = app::previewOf(protocol, app::previewPerson(protocol), date("2026-11-22"), catalogue);
        QVERIFY2(view.has_value(), view ? "" : view.error().subject.c_str());
        QVERIFY(!view->plan.steps.empty());
        QCOMPARE(view->plan.steps.front().span.first, date("2026-11-23"));
        for (const core::Finding& finding : view->findings)
            QVERIFY(finding.action != core::Action::blockOverridable && finding.action != core::Action::hard);
        if (!protocol.byWeight) {
            QCOMPARE(view->plan.steps.front().daily(), protocol.start);
            QCOMPARE(view->plan.steps.back().daily(), protocol.ceiling);
        }
    }

    void thePreviewFindsWhatTheLimitsForbid_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("rule");
        using P = core::Protocol;
        QTest::newRow("above 80 mg/day") << Change([](P& p) { p.ceiling = DailyDose::milligrams(120); }) << "TIT-6";
        QTest::newRow("every day") << Change([](P& p) { p.intervalDays = 1; }) << "TIT-7";
        QTest::newRow("20 mg/day at once") << Change([](P& p) { p.increment = DailyDose::milligrams(20); }) << "TIT-7";
        QTest::newRow("30 mg in one dose") << Change([](P& p) {
            p.singleDoseCap = OralDose::milligrams(40);
            p.dosesPerDay = 2;
        }) << "TIT-8";
        QTest::newRow("once a day") << Change([](P& p) {
            p.dosesPerDay = 1;
            p.start = DailyDose::milligrams(5);
            p.ceiling = DailyDose::milligrams(20);
        }) << "TIT-9";
    }
    void thePreviewFindsWhatTheLimitsForbid() {
        QFETCH(const Change, change);
        QFETCH(const QString, rule);
        core::Protocol protocol = *shippedCatalogue().protocol("ORAL-ADULT-GRADUAL");
        const content::Catalogue catalogue = shippedCatalogue().with({});
        const auto person = app::previewPerson(protocol);
        const auto before = app::previewOf(protocol, person, date("2026-11-22"), catalogue);
        QVERIFY(before && !rulesOf(*before).contains(rule));
        change(protocol);
        const auto view = app::previewOf(protocol, person, date("2026-11-22"), catalogue);
        QVERIFY(view);
        QVERIFY2(rulesOf(*view).contains(rule), qPrintable(rulesOf(*view).join(QLatin1Char(' '))));
    }

    void thePreviewIsForSomeoneTheProtocolIsMeantFor_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("age");
        QTest::addColumn<int>("grams");
        using P = core::Protocol;
        QTest::newRow("an adult") << Change([](P&) {}) << 40 << 70'000;
        QTest::newRow("a child") << Change([](P& p) { p.fromAgeYears = 0, p.belowAgeYears = 18; }) << 8 << 25'000;
        QTest::newRow("an infant") << Change([](P& p) { p.fromAgeYears = 0, p.belowAgeYears = 2; }) << 1 << 25'000;
        QTest::newRow("the old") << Change([](P& p) { p.fromAgeYears = 65; }) << 65 << 70'000;
        QTest::newRow("below 60") << Change([](P& p) { p.belowAgeYears = 60; }) << 40 << 70'000;
        QTest::newRow("heavy") << Change([](P& p) { p.fromWeightGrams = 90'000; }) << 40 << 90'000;
        QTest::newRow("light") << Change([](P& p) { p.belowWeightGrams = 50'000; }) << 40 << 49'999;
    }
    void thePreviewIsForSomeoneTheProtocolIsMeantFor() {
        QFETCH(const Change, change);
        core::Protocol protocol = *shippedCatalogue().protocol("ORAL-ADULT-GRADUAL");
        change(protocol);
        const app::PreviewPerson person = app::previewPerson(protocol);
        QTEST(person.ageYears, "age");
        QTEST(static_cast<int>(person.weightGrams), "grams");
    }
};

QTEST_GUILESS_MAIN(TestClinicProtocols)
#include "tst_clinic_protocols.moc"
