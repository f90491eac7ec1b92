// What a clinic says of itself and the products it adds (FRM-1): saved once, audited old and new, seen by every plan.
#include "app/clinic_settings.h"
#include "app/documents.h"
#include "app/planning.h"
#include "app/record.h"
#include "app/region_impact.h"
#include "app/visit_assistant.h"
#include "clinic_products.h"
#include "plan_values.h"
#include "storage/audit_store.h"
#include "test_clinic.h"

#include <QSignalSpy>
#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::ErrorCode;

namespace {

content::Catalogue catalogueOf(TestClinic& clinic) {
    return app::clinicCatalogue(clinic.session(), shippedCatalogue()).value();
}

std::vector<storage::AuditLine> auditOf(TestClinic& clinic) {
    std::vector<storage::AuditLine> lines;
    const auto keep = [&lines](storage::AuditLine&& line) {
        lines.push_back(std::move(line));
        return true;
    };
    [&] { QVERIFY(clinic.session().read([&](storage::Database& db) { storage::AuditStore(db).forEach(keep); })); }();
    return lines;
}

void setRegion(TestClinic& clinic, core::Region region) {
    core::Clinic changed = app::clinic(clinic.session()).value();
    changed.region = region;
    QVERIFY(app::saveClinic(clinic.session(), changed, shippedCatalogue().numbers()));
}

core::ClinicProduct add(TestClinic& clinic, core::ClinicProduct product) {
    product.product.id = app::newProductId(clinic.session());
    app::ProductEdits edits;
    edits.added = {product};
    [&] { QVERIFY(app::saveProducts(clinic.session(), edits)); }();
    return app::clinicProducts(clinic.session()).value().back();
}

app::PlanningContext contextOf(TestClinic& clinic, const content::Catalogue& catalogue) {
    const core::PatientId patient = clinic.addPatient();
    const auto record = app::loadRecord(clinic.session(), catalogue, patient).value();
    return app::planningContext(catalogue, record, clinic.today());
}

QStringList idsOf(const core::ProductSet& set) {
    QStringList all;
    for (const core::Product& product : set.products())
        all << QString::fromStdString(product.id);
    return all;
}

} // namespace

class TestClinicSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClinicIsSavedWithItsOldAndNewSelf() {
        TestClinic clinic;
        QSignalSpy changes(&clinic.session(), &app::Session::changed);
        core::Clinic changed = app::clinic(clinic.session()).value();
        const core::Clinic before = changed;
        changed.name = "Another name";
        changed.region = core::Region::fr;
        changed.trialDays = 56;
        changed.epilepsyNeedsReason = false;
        changed.closedWeekdays = {core::Weekday::sunday};
        const auto saved = app::saveClinic(clinic.session(), changed, shippedCatalogue().numbers());
        QVERIFY(saved);
        QCOMPARE(saved->rowVersion, before.rowVersion + 1);
        clinic.reopen();
        QVERIFY(app::clinic(clinic.session()).value() == *saved);
        const auto lines = auditOf(clinic);
        QCOMPARE(lines.back().entry.operation, std::string("edit-clinic"));
        QVERIFY(lines.back().entry.before.contains("Test clinic"));
        QVERIFY(lines.back().entry.after.contains("Another name"));
        QVERIFY(lines.back().entry.after.contains("\"trial_days\":56"));
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.first().first().value<app::ChangeSet>().touches(app::RecordKind::clinic));
    }

    void whatDoesNotDifferIsNotWritten() {
        TestClinic clinic;
        const std::size_t lines = auditOf(clinic).size();
        const core::Clinic same = app::clinic(clinic.session()).value();
        QVERIFY(app::saveClinic(clinic.session(), same, shippedCatalogue().numbers()));
        QVERIFY(app::saveProducts(clinic.session(), {}));
        QCOMPARE(auditOf(clinic).size(), lines);
    }

    void aSecondWindowDoesNotWriteOverTheFirst() {
        TestClinic clinic;
        core::Clinic one = app::clinic(clinic.session()).value();
        core::Clinic other = one;
        one.telephone = "1";
        other.telephone = "2";
        QVERIFY(app::saveClinic(clinic.session(), one, shippedCatalogue().numbers()));
        const auto refused = app::saveClinic(clinic.session(), other, shippedCatalogue().numbers());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::recordChanged);
        QCOMPARE(app::clinic(clinic.session())->telephone, std::string("1"));
    }

    void badValuesAreRefused_data() {
        QTest::addColumn<core::Clinic>("clinic");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, auto change, const char* field) {
            core::Clinic clinic;
            clinic.name = "Test clinic";
            change(clinic);
            QTest::newRow(name) << clinic << QString::fromLatin1(field);
        };
        row(
            "no name", [](auto& c) { c.name = "  "; }, "name");
        row(
            "a trial too short", [](auto& c) { c.trialDays = 41; }, "trial_days");
        row(
            "a trial too long", [](auto& c) { c.trialDays = 57; }, "trial_days");
    }
    void badValuesAreRefused() {
        QFETCH(const core::Clinic, clinic);
        QFETCH(const QString, field);
        TestClinic file;
        const auto saved = app::saveClinic(file.session(), clinic, shippedCatalogue().numbers());
        QVERIFY(!saved);
        QCOMPARE(QString::fromStdString(saved.error().subject), field);
        QCOMPARE(auditOf(file).back().entry.operation, std::string("create-clinic"));
    }

    // FRM-1
    void aProductIsAddedByWhomAndWhen() {
        TestClinic clinic;
        const core::ClinicProduct stored = add(clinic, clinicTablet("25", true));
        QCOMPARE(stored.addedBy, std::string("Dr A. Weber"));
        QVERIFY(QString::fromStdString(stored.addedAt).startsWith(QStringLiteral("2026-11-22T09:00")));
        QVERIFY(catalogueOf(clinic).isOffered(stored.product.id));
        const auto line = auditOf(clinic).back().entry;
        QCOMPARE(line.operation, std::string("edit-products"));
        QVERIFY(!line.before.contains("Baclo-Clinic") && line.after.contains("Baclo-Clinic"));
    }

    void aRetiredProductIsNamedButNotOffered() {
        TestClinic clinic;
        const core::ClinicProduct product = add(clinic, clinicTablet("25", true));
        app::ProductEdits edits;
        edits.retired = {product.product.id};
        edits.choices = {{product.product.id, true}}; // even if somebody asks for both
        QVERIFY(app::saveProducts(clinic.session(), edits));
        const core::ClinicProduct retired = app::clinicProducts(clinic.session())->front();
        QVERIFY(retired.isRetired());
        QCOMPARE(retired.retiredBy, std::string("Dr A. Weber"));
        const content::Catalogue catalogue = catalogueOf(clinic);
        QVERIFY(!catalogue.isOffered(product.product.id));
        QVERIFY(catalogue.product(product.product.id) != nullptr);
        // Its name is free again.
        add(clinic, clinicTablet("25", false));
    }

    void badProductsAreRefused_data() {
        QTest::addColumn<core::ClinicProduct>("product");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const core::ClinicProduct& product, ErrorCode code, const char* field) {
            QTest::newRow(name) << product << code << QString::fromLatin1(field);
        };
        core::ClinicProduct pump = clinicTablet("25", false);
        pump.product.form = core::ProductForm::intrathecal;
        core::ClinicProduct odd = clinicLiquid("1", 500);
        odd.product.strength = core::OralDose::nanograms(1'000'001);
        row("no name", clinicTablet("25", false, " "), ErrorCode::emptyText, "name");
        row("no strength", clinicTablet("0", false), ErrorCode::outOfRange, "strength");
        core::ClinicProduct strongest = clinicTablet("1", false);
        const auto most = shippedCatalogue().numbers().uni1.oralHardDaily.inNanograms();
        strongest.product.strength = core::OralDose::nanograms(most);
        QVERIFY(app::validate(strongest));
        strongest.product.strength = core::OralDose::nanograms(most + 1);
        row("UNI-1: stronger than any day", strongest, ErrorCode::outOfRange, "strength");
        row("a liquid without a step", clinicLiquid("1", 0), ErrorCode::outOfRange, "grid");
        row("a step above 10 mL", clinicLiquid("1", 10'001), ErrorCode::outOfRange, "grid");
        row("a smallest amount that is no whole nanogram", odd, ErrorCode::conflictingFields, "grid");
        row("for the pump", pump, ErrorCode::wrongType, "form");
    }
    void badProductsAreRefused() {
        QFETCH(const core::ClinicProduct, product);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, field);
        TestClinic clinic;
        app::ProductEdits edits;
        edits.added = {product};
        edits.choices = {{"TAB5", false}};
        const auto saved = app::saveProducts(clinic.session(), edits);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, code);
        QCOMPARE(QString::fromStdString(saved.error().subject), field);
        QVERIFY(app::clinicProducts(clinic.session())->empty());
        QVERIFY(catalogueOf(clinic).isOffered("TAB5"));
    }

    void allOrNothing() {
        TestClinic clinic;
        const core::ClinicProduct there = add(clinic, clinicTablet("25", true));
        app::ProductEdits edits;
        edits.choices = {{"TAB20", true}};
        edits.added = {clinicTablet("30", false, "BACLO-clinic ")}; // the name of the other
        const auto saved = app::saveProducts(clinic.session(), edits);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::duplicateRecord);
        QVERIFY(app::clinicProducts(clinic.session()).value() == std::vector{there});
        QVERIFY(!catalogueOf(clinic).isOffered("TAB20"));
    }

    // FRM-1: PROPOSE never uses one that the clinic has not enabled.
    void aNewPlanBeginsWithWhatTheClinicOffers_data() {
        QTest::addColumn<core::Region>("region");
        QTest::addColumn<QByteArray>("on");
        QTest::addColumn<QByteArray>("off");
        QTest::addColumn<QStringList>("products");
        using core::Region;
        const auto row = [](const char* name, Region region, const char* on, const char* off, const char* products) {
            QTest::newRow(name) << region << QByteArray(on) << QByteArray(off)
                                << QString::fromLatin1(products).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("UK", Region::uk, "", "", "TAB10");
        row("US", Region::us, "", "", "TAB10");
        row("the standard tablet switched off", Region::uk, "", "TAB10", "TAB5");
        row("only liquids", Region::uk, "", "TAB10 TAB5", "SOL1");
        row("France: its only tablet is too coarse to begin with", Region::fr, "", "", "");
        row("France, where the pharmacy has 10 mg", Region::fr, "TAB10", "", "TAB10");
        row("elsewhere nothing until the clinic chooses", Region::other, "", "", "");
        row("elsewhere with a choice", Region::other, "TAB5 TAB20", "", "TAB5");
        row("only what is too coarse", Region::other, "TAB20", "", "");
    }
    void aNewPlanBeginsWithWhatTheClinicOffers() {
        QFETCH(const core::Region, region);
        QFETCH(const QByteArray, on);
        QFETCH(const QByteArray, off);
        QFETCH(const QStringList, products);
        TestClinic clinic;
        setRegion(clinic, region);
        app::ProductEdits edits;
        for (const QByteArray& id : on.split(' '))
            if (!id.isEmpty())
                edits.choices.push_back({id.toStdString(), true});
        for (const QByteArray& id : off.split(' '))
            if (!id.isEmpty())
                edits.choices.push_back({id.toStdString(), false});
        QVERIFY(app::saveProducts(clinic.session(), edits));
        const content::Catalogue catalogue = catalogueOf(clinic);
        QCOMPARE(idsOf(app::usualProducts(contextOf(clinic, catalogue))), products);
    }

    void itsOwnProductIsProposedWhereItOffersNoOther() {
        TestClinic clinic;
        setRegion(clinic, core::Region::other);
        add(clinic, clinicTablet("25", true)); // 12.5 mg at least: too coarse
        const core::ClinicProduct fine = add(clinic, clinicTablet("4", true, "Fine"));
        const content::Catalogue catalogue = catalogueOf(clinic);
        QCOMPARE(idsOf(app::usualProducts(contextOf(clinic, catalogue))),
                 QStringList{QString::fromStdString(fine.product.id)});
    }

    // A visit is judged also where the clinic offers nothing; only a plan cannot be made.
    void withoutAnyProductAVisitIsStillJudged() {
        TestClinic clinic;
        setRegion(clinic, core::Region::other);
        const content::Catalogue catalogue = catalogueOf(clinic);
        const core::PatientId patient = clinic.addPatient();
        const auto record = app::loadRecord(clinic.session(), catalogue, patient).value();
        const app::DoseLimits limits = app::doseLimits(record, catalogue, clinic.today());
        const app::PlanningContext context = app::planningContext(catalogue, record, clinic.today());
        QCOMPARE(limits.start, app::proposedProtocol(context).start);
        QCOMPARE(limits.increment, app::proposedProtocol(context).increment);
        const auto view =
            app::plan(app::proposedTitration(context, catalogue.defaultProtocol(), clinic.today() + 1, {}),
                      app::usualProducts(context), context);
        QVERIFY(!view);
        QCOMPARE(view.error().code, ErrorCode::noProducts);
    }

    // TIT-ORAL-ADULT-3 needs pieces of 2.5 mg, from what the clinic offers (FRM-1).
    void theVerySlowProtocolTakesFinePiecesThatAreOffered_data() {
        QTest::addColumn<QByteArray>("off");
        QTest::addColumn<QString>("set");
        QTest::newRow("halved 5 mg tablets") << QByteArray("") << QStringLiteral("TAB10 TAB5");
        QTest::newRow("a liquid where there are none") << QByteArray("TAB5") << QStringLiteral("TAB10 SOL1");
        QTest::newRow("nothing fine enough") << QByteArray("TAB5 SOL1 SOL2") << QStringLiteral("TAB10");
    }
    void theVerySlowProtocolTakesFinePiecesThatAreOffered() {
        QFETCH(const QByteArray, off);
        QFETCH(const QString, set);
        TestClinic clinic;
        app::ProductEdits edits;
        for (const QByteArray& id : off.split(' '))
            if (!id.isEmpty())
                edits.choices.push_back({id.toStdString(), false});
        QVERIFY(app::saveProducts(clinic.session(), edits));
        const content::Catalogue catalogue = catalogueOf(clinic);
        const core::Protocol* slow = catalogue.protocol("ORAL-ADULT-VERY-SLOW");
        QVERIFY(slow != nullptr);
        QCOMPARE(idsOf(app::productsFor(*slow, products("TAB10"), catalogue)).join(QLatin1Char(' ')), set);
    }

    void aSecondWindowDoesNotChooseOverTheFirst() {
        TestClinic clinic;
        app::ProductEdits one, other;
        one.choices = {{"TAB5", false}};
        other.choices = {{"TAB20", true}};
        QVERIFY(app::saveProducts(clinic.session(), one));
        const auto refused = app::saveProducts(clinic.session(), other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::recordChanged);
        other.choicesThen = app::productChoices(clinic.session()).value();
        QVERIFY(app::saveProducts(clinic.session(), other));
        const content::Catalogue catalogue = catalogueOf(clinic);
        QVERIFY(!catalogue.isOffered("TAB5") && catalogue.isOffered("TAB20"));
    }

    // Section 0: a region never loosens a block silently.
    void anotherRegionNamesThePlansItJudgesOtherwise() {
        TestClinic clinic;
        const auto treat = [&](const std::string& surname, std::vector<std::string> conditions, bool active) {
            app::PatientForm form = TestClinic::form(surname);
            form.conditions.emplace();
            for (const std::string& code : conditions)
                form.conditions->push_back({{}, code, "", std::nullopt, std::nullopt});
            const core::PatientId patient = app::addPatient(clinic.session(), form).value();
            const auto record = app::loadRecord(clinic.session(), shippedCatalogue(), patient).value();
            const app::PlanningContext context = app::planningContext(shippedCatalogue(), record, clinic.today());
            app::PlanView view =
                app::plan(titration("2026-11-23", "15", "5", 7, "40"), products("TAB10"), context).value();
            app::Draft draft = app::draftNew(record, view.plan);
            draft.reason = "As agreed";
            for (const core::Finding& finding : core::unanswered(view.findings, {}))
                draft.overrides.push_back({finding.rule, finding.fingerprint(), "Agreed", "Dr A. Weber", "2026"});
            if (active)
                QVERIFY(app::makeActive(clinic.session(), draft, context));
            else
                QVERIFY(app::saveDraft(clinic.session(), draft));
        };
        treat("Zimmer", {"peptic-ulcer-active"}, true);
        treat("Adler", {"peptic-ulcer-active", "epilepsy"}, false);
        treat("Nobody", {}, true);
        const auto texts = [&](core::Region from, core::Region to) {
            QStringList all;
            const auto plans =
                app::judgedOtherwise(clinic.session(), {from, shippedCatalogue()}, {to, shippedCatalogue()}).value();
            for (const app::PlanJudgedOtherwise& plan : plans) {
                QString text =
                    QString::fromStdString(plan.surname) + (plan.draft ? QStringLiteral(" draft") : QString());
                for (const app::JudgedOtherwise& rule : plan.rules) {
                    const core::RuleId id = rule.now ? rule.now->rule : rule.then->rule;
                    text += QStringLiteral(" %1%2").arg(QString::fromStdString(std::string(id.text())),
                                                        rule.isSofter() ? QStringLiteral("-") : QStringLiteral("+"));
                }
                all << text;
            }
            return all;
        };
        using core::Region;
        QCOMPARE(texts(Region::uk, Region::uk), QStringList());
        QCOMPARE(texts(Region::uk, Region::us),
                 (QStringList{QStringLiteral("Adler draft SAF-2-"), QStringLiteral("Zimmer SAF-2-")}));
        QCOMPARE(texts(Region::us, Region::uk),
                 (QStringList{QStringLiteral("Adler draft SAF-2+"), QStringLiteral("Zimmer SAF-2+")}));
        QCOMPARE(texts(Region::uk, Region::other),
                 (QStringList{QStringLiteral("Adler draft SAF-2- SAF-4+"), QStringLiteral("Zimmer SAF-2-")}));
        // The list changed nothing.
        QCOMPARE(app::clinic(clinic.session())->region, Region::uk);
    }

    // FRM-3 sees the clinic's products, and names them by the clinic's name.
    void aSetWithItsOwnProductIsCheckedLikeAnyOther() {
        TestClinic clinic;
        const core::Product own = add(clinic, clinicTablet("25", false)).product;
        const core::ProductSet set = core::ProductSet::of({own, product("TAB10")}).value();
        const content::Catalogue catalogue = catalogueOf(clinic);
        const auto view =
            app::plan(titration("2026-11-23", "25", "25", 7, "50"), set, contextOf(clinic, catalogue)).value();
        const auto finding = std::ranges::find(view.findings, core::RuleId("FRM-3"), &core::Finding::rule);
        QCOMPARE(set.quantum(), dose("5"));
        QVERIFY(finding == view.findings.end()); // 25 and 10 are multiples of the half of 10
        const core::Product odd = add(clinic, clinicTablet("12", false, "Twelve")).product;
        const core::ProductSet apart = core::ProductSet::of({odd, product("TAB10")}).value();
        const auto checked =
            app::plan(titration("2026-11-23", "10", "5", 7, "50"), apart, contextOf(clinic, catalogue)).value();
        const auto blocked = std::ranges::find(checked.findings, core::RuleId("FRM-3"), &core::Finding::rule);
        QVERIFY(blocked != checked.findings.end());
        QCOMPARE(blocked->action, core::Action::blockOverridable);
        const auto named = std::ranges::find(blocked->inputs, std::string("product"), &core::Input::name);
        QVERIFY(named != blocked->inputs.end());
        QCOMPARE(std::get<std::string>(named->value), std::string("Twelve"));
    }
};

QTEST_GUILESS_MAIN(TestClinicSettings)
#include "tst_clinic_settings.moc"
