// The first plan of somebody else than the usual adult, through the real Plan page: a child by weight (PED), and uses
// outside the label (IND).
#include "gui/dose_edit.h"
#include "gui/plan_draft.h"
#include "gui/plan_page.h"
#include "patient_window.h"

#include <QComboBox>
#include <QStyle>
#include <QStyleOptionFrame>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

app::PatientForm childForm(std::string_view born, std::optional<std::int32_t> grams) {
    app::PatientForm form = completeForm("Kowalski", "Ola", born);
    form.patient.origin = core::SpasticityOrigin::cerebral;
    form.patient.heightMillimetres = 1'250;
    form.newCreatinines.clear();
    form.newWeights.clear();
    if (grams)
        form.newWeights.push_back({date("2026-11-20"), *grams});
    return form;
}

app::PatientForm adultFor(const char* indication) {
    app::PatientForm form = completeForm("Kowalski", "Maria", "1986-03-12");
    form.patient.indication = indication;
    return form;
}

QStringList protocolsOffered(const PatientWindow& clinic) {
    const auto& box = *named<QComboBox>(*clinic.window, QStringLiteral("Protocol"));
    QStringList titles;
    for (int i = 0; i < box.count(); ++i)
        titles << box.itemText(i);
    return titles;
}

const core::Plan& drafted(PlanPage& page) {
    return page.findChild<PlanDraft*>()->view().plan;
}

} // namespace

class TestPlanPopulations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // PED-1 to PED-3, PED-6
    void aChildIsPlannedByWeightInALiquid() {
        PatientWindow clinic({}, childForm("2018-03-12", 22'000));
        auto& page = clinic.page<PlanPage>(PageId::plan);
        page.newTitration();
        QVERIFY(page.findChild<PlanDraft*>()->isOpen());
        const core::Plan& plan = drafted(page);
        QCOMPARE(plan.titration()->protocol->id, std::string("ORAL-CHILD"));
        QCOMPARE(plan.products.products().front().form, core::ProductForm::liquid);
        // 0.3 mg/kg and never more; 0.75 mg/kg is where it rests.
        QVERIFY(plan.steps.front().daily() <= core::PerWeight{300}.forWeight(22'000));
        QVERIFY(plan.steps.front().daily() > core::PerWeight{250}.forWeight(22'000));
        QVERIFY(plan.steps.back().daily() <= core::PerWeight{750}.forWeight(22'000));
        QCOMPARE(plan.steps.front().split.dosesPerDay(), 4);
        QCOMPARE(protocolsOffered(clinic), QStringList{QStringLiteral("Child, by weight")});
        // No number loses a digit in its field.
        for (DailyDoseEdit* edit : page.findChildren<DailyDoseEdit*>()) {
            if (!edit->isVisible())
                continue;
            edit->setValue(core::DailyDose::nanograms(112'250'000));
            QStyleOptionFrame option;
            option.initFrom(edit);
            option.lineWidth = edit->style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, edit);
            const QRect room = edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit);
            QVERIFY2(edit->fontMetrics().horizontalAdvance(edit->text()) + 4 <= room.width(),
                     qPrintable(edit->accessibleName()));
        }
    }

    void aChildWithoutAWeightIsAskedForIt() {
        PatientWindow clinic({}, childForm("2018-03-12", std::nullopt));
        auto& page = clinic.page<PlanPage>(PageId::plan);
        page.newTitration();
        QVERIFY(!page.findChild<PlanDraft*>()->isOpen());
        QCOMPARE(clinic.dialogs.told.size() + clinic.dialogs.informed.size(), 1);
    }

    // PED-9: an adult protocol is offered beside, never first.
    void aHeavyYoungPersonMayFollowAnAdultProtocol() {
        PatientWindow clinic({}, childForm("2010-03-12", 60'000));
        auto& page = clinic.page<PlanPage>(PageId::plan);
        page.newTitration();
        QCOMPARE(drafted(page).titration()->protocol->id, std::string("ORAL-CHILD"));
        QVERIFY(protocolsOffered(clinic).contains(QStringLiteral("Adult, gradual")));
    }

    // IND: nothing is enabled until the clinic says so.
    void aUseWithoutAnEnabledProtocolIsAFreePlan() {
        PatientWindow clinic({}, adultFor("IND-TN"));
        auto& page = clinic.page<PlanPage>(PageId::plan);
        page.newTitration();
        QVERIFY(page.findChild<PlanDraft*>()->isOpen());
        QVERIFY(!drafted(page).titration()->protocol);
        QCOMPARE(protocolsOffered(clinic), QStringList{QStringLiteral("None, free plan")});
        const QString told = visibleText(page);
        QVERIFY2(told.contains(QStringLiteral("Off-label use. Trigeminal neuralgia is outside the label")),
                 qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("No protocol for this use")), qPrintable(told));
    }

    void spasticityIsOnLabelAndNothingIsSaid() {
        PatientWindow clinic({}, adultFor("spasticity"));
        auto& page = clinic.page<PlanPage>(PageId::plan);
        page.newTitration();
        QVERIFY(page.findChild<PlanDraft*>()->isOpen());
        QVERIFY(!visibleText(page).contains(QStringLiteral("Off-label")));
    }
};

QTEST_MAIN(TestPlanPopulations)
#include "tst_plan_populations.moc"
