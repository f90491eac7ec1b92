// The facts that rules ask for, through the real form: a past measurement that was never so is put right with an audit
// line, pregnancy and feeding ask only for what follows, and what baclofen is given for decides what else is asked.
#include "gui/date_edit.h"
#include "gui/number_edit.h"
#include "gui/patient_dialog.h"
#include "patient_window.h"
#include "storage/audit_store.h"

#include <QComboBox>
#include <QDialog>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

void fail(const QString& words) {
    QTest::qFail(qPrintable(words), __FILE__, __LINE__);
}

void inForm(PatientWindow& clinic, const std::function<void(QDialog&)>& work) {
    bool worked = false;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        dialog.resize(1'000, 2'400); // everything in view
        work(dialog);
        worked = true;
        if (dialog.isVisible())
            dialog.reject();
        return dialog.result();
    });
    clinic.window->editPatient();
    QVERIFY(worked);
}

void save(QDialog& dialog) {
    click(dialog, QStringLiteral("Save changes"));
    if (dialog.isVisible())
        fail(visibleText(dialog));
}

storage::AuditLine lastLine(const PatientWindow& clinic) {
    storage::AuditLine last;
    const auto keep = [&last](storage::AuditLine&& line) {
        last = std::move(line);
        return true;
    };
    if (!clinic.window->session()->read([&](storage::Database& db) { storage::AuditStore(db).forEach(keep); }))
        fail(QStringLiteral("the audit trail cannot be read"));
    return last;
}

bool isAsked(QDialog& dialog, const QString& name) {
    for (const QWidget* widget : dialog.findChildren<QWidget*>())
        if (widget->accessibleName() == name && widget->isVisibleTo(&dialog))
            return true;
    return false;
}

// Two weights, the later one mistyped.
app::PatientForm mistypedForm() {
    app::PatientForm form = completeForm("Kowalski");
    form.newWeights.push_back({date("2026-11-20"), 86'600});
    return form;
}

} // namespace

class TestPatientForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPastWeightIsPutRightWithAnAuditLine() {
        PatientWindow clinic({}, mistypedForm());
        inForm(clinic, [](QDialog& dialog) {
            click(dialog, QStringLiteral("Earlier weights"));
            choose(dialog, QStringLiteral("Correct 20-Nov-2026: 86.6 kg"));
            auto* weight = named<WeightEdit>(dialog, QStringLiteral("Weight"));
            if (weight->text() != QStringLiteral("86.6 kg") || dialog.focusWidget() != weight)
                fail(weight->text());
            type(*weight, QStringLiteral("68.6"), false);
            save(dialog);
        });
        QTRY_COMPARE(clinic.record().facts.weights.back().grams, 68'600);
        const std::vector<core::Weight> expected{{date("2026-10-12"), 68'000}, {date("2026-11-20"), 68'600}};
        QVERIFY(clinic.record().facts.weights == expected);
        const storage::AuditLine line = lastLine(clinic);
        QVERIFY2(line.entry.before.contains("86600"), line.entry.before.constData());
        QVERIFY2(line.entry.after.contains("68600") && !line.entry.after.contains("86600"),
                 line.entry.after.constData());
        clinic.open();
        QVERIFY(clinic.record().facts.weights == expected);
    }

    void aPastCreatinineKeepsItsUnitWhileItIsPutRight() {
        PatientWindow clinic;
        inForm(clinic, [](QDialog& dialog) {
            click(dialog, QStringLiteral("Earlier creatinines"));
            choose(dialog, QStringLiteral("Correct 14-Nov-2026: 1.1 mg/dL"));
            auto* line = qobject_cast<QLineEdit*>(dialog.focusWidget());
            if (!line || !line->text().startsWith(QStringLiteral("1.1"))) {
                fail(QStringLiteral("the value does not stand there"));
                return;
            }
            type(*line, QStringLiteral("1.7"), false);
            save(dialog);
        });
        QTRY_COMPARE(clinic.record().facts.creatinines.back().thousandths, 1'700);
        QCOMPARE(clinic.record().facts.creatinines.size(), std::size_t{1});
        QCOMPARE(clinic.record().facts.creatinines.back().unit, core::CreatinineUnit::mgPerDl);
        QCOMPARE(clinic.record().facts.creatinines.back().on, date("2026-11-14"));
        const storage::AuditLine line = lastLine(clinic);
        QVERIFY(line.entry.before.contains("1100") && line.entry.after.contains("1700"));
    }

    void whatIsRemovedMayBeKept() {
        PatientWindow clinic({}, mistypedForm());
        inForm(clinic, [](QDialog& dialog) {
            click(dialog, QStringLiteral("Earlier weights"));
            choose(dialog, QStringLiteral("Remove 20-Nov-2026: 86.6 kg"));
            if (!visibleText(dialog).contains(QStringLiteral("20-Nov-2026: 86.6 kg (removed when saved)")))
                fail(visibleText(dialog));
            choose(dialog, QStringLiteral("Keep 20-Nov-2026: 86.6 kg"));
            save(dialog);
        });
        QCOMPARE(clinic.record().facts.weights.size(), std::size_t{2});
        inForm(clinic, [](QDialog& dialog) {
            click(dialog, QStringLiteral("Earlier weights"));
            choose(dialog, QStringLiteral("Remove 20-Nov-2026: 86.6 kg"));
            save(dialog);
        });
        QTRY_COMPARE(clinic.record().facts.weights.size(), std::size_t{1});
        QCOMPARE(clinic.record().facts.weights.back().grams, 68'000);
    }

    // PRG
    void pregnancyAsksForItsDateAndNothingElse() {
        PatientWindow clinic;
        QVERIFY(!clinic.record().facts.pregnant.has_value());
        inForm(clinic, [](QDialog& dialog) {
            if (isAsked(dialog, QStringLiteral("Due date")) || isAsked(dialog, QStringLiteral("Infant born on")))
                fail(QStringLiteral("asked before it is known"));
            choose(dialog, QStringLiteral("Pregnant: Yes"));
            if (!isAsked(dialog, QStringLiteral("Due date")) ||
                isAsked(dialog, QStringLiteral("Planning a pregnancy: Yes")))
                fail(QStringLiteral("what follows is not asked"));
            auto* due = named<DateEdit>(dialog, QStringLiteral("Due date"));
            type(*due, QStringLiteral("01-May-2029"), false); // further than any pregnancy
            click(dialog, QStringLiteral("Save changes"));
            if (!dialog.isVisible() || !due->showsProblem())
                fail(QStringLiteral("it was taken"));
            type(*due, QStringLiteral("01-May-2027"), false);
            save(dialog);
        });
        QTRY_COMPARE(clinic.record().facts.pregnant, std::optional(true));
        QCOMPARE(clinic.record().facts.dueDate, std::optional(date("2027-05-01")));
        QVERIFY(!clinic.record().facts.planningPregnancy.has_value());
        // No longer: the date goes with it.
        inForm(clinic, [](QDialog& dialog) {
            choose(dialog, QStringLiteral("Pregnant: No"));
            save(dialog);
        });
        QTRY_COMPARE(clinic.record().facts.pregnant, std::optional(false));
        QVERIFY(!clinic.record().facts.dueDate.has_value());
    }

    void breastfeedingAsksForTheInfant() {
        PatientWindow clinic;
        inForm(clinic, [](QDialog& dialog) {
            choose(dialog, QStringLiteral("Breastfeeding: Yes"));
            auto* born = named<DateEdit>(dialog, QStringLiteral("Infant born on"));
            type(*born, QStringLiteral("01-Dec-2026"), false); // to come
            click(dialog, QStringLiteral("Save changes"));
            if (!dialog.isVisible() || !born->showsProblem())
                fail(QStringLiteral("it was taken"));
            type(*born, QStringLiteral("30-Oct-2026"), false);
            choose(dialog, QStringLiteral("Infant born early: Yes"));
            save(dialog);
        });
        QTRY_COMPARE(clinic.record().facts.breastfeeding, std::optional(true));
        QCOMPARE(clinic.record().facts.infantBirthDate, std::optional(date("2026-10-30")));
        QCOMPARE(clinic.record().facts.infantPreterm, std::optional(true));
    }

    // IND, TIT-10: origin and tone are asked of spasticity alone.
    void theUseDecidesWhatElseIsAsked() {
        PatientWindow clinic;
        inForm(clinic, [](QDialog& dialog) {
            if (!isAsked(dialog, QStringLiteral("Origin of spasticity: Spinal")))
                fail(QStringLiteral("the origin is not asked"));
            auto* use = named<QComboBox>(dialog, QStringLiteral("Given for"));
            const int at = use->findText(QStringLiteral("Trigeminal neuralgia"));
            if (at < 0)
                fail(QStringLiteral("the use is not offered"));
            use->setFocus();
            while (use->currentIndex() < at)
                QTest::keyClick(use, Qt::Key_Down);
            if (isAsked(dialog, QStringLiteral("Origin of spasticity: Spinal")))
                fail(QStringLiteral("the origin is asked"));
            save(dialog);
        });
        QTRY_COMPARE(clinic.record().facts.indication, std::string("IND-TN"));
        clinic.open();
        QCOMPARE(clinic.record().facts.indication, std::string("IND-TN"));
    }
};

QTEST_MAIN(TestPatientForm)
#include "tst_patient_form.moc"
