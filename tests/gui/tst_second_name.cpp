// Limits that two people answer for (TIT-6 above 100 mg a day, REN-5 below 15 mL/min): the second name is asked for in
// a field of its own, must be another's, and stands in the file, in the audit trail and on the clinician's copy.
#include "app/documents.h"
#include "app/sheet_facts.h"
#include "gui/dose_edit.h"
#include "gui/finding_card.h"
#include "gui/plan_draft.h"
#include "gui/plan_page.h"
#include "patient_window.h"
#include "report/sheet_input.h"
#include "report/steps_report.h"
#include "storage/audit_store.h"
#include "wording/quantities.h"

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

void fail(const QString& words) {
    QTest::qFail(qPrintable(words), __FILE__, __LINE__);
}

// Every reason that is asked for, but no second name.
void giveReasons(QDialog& finish) {
    for (FindingCard* card : finish.findChildren<FindingCard*>())
        for (QLineEdit* field : card->findChildren<QLineEdit*>())
            if (field->accessibleName().startsWith(QStringLiteral("Reason: ")))
                type(*field, QStringLiteral("Agreed with the patient"), false);
}

QLineEdit* secondField(QDialog& finish, const QString& whose) {
    for (QLineEdit* field : finish.findChildren<QLineEdit*>())
        if (field->placeholderText().startsWith(whose) || field->accessibleName().startsWith(whose))
            return field;
    fail(QStringLiteral("nobody asks for: ") + whose);
    return nullptr;
}

QByteArray lastAudit(const PatientWindow& clinic) {
    QByteArray after;
    const auto keep = [&after](storage::AuditLine&& line) {
        if (line.entry.operation == "activate-plan")
            after = line.entry.after;
        return true;
    };
    const auto read =
        clinic.window->session()->read([&](storage::Database& db) { storage::AuditStore(db).forEach(keep); });
    if (!read)
        fail(QStringLiteral("the audit trail cannot be read"));
    return after;
}

} // namespace

class TestSecondName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLimitForTwoIsAnsweredByTwo_data() {
        QTest::addColumn<bool>("dialysis");
        QTest::addColumn<QString>("goal");
        QTest::addColumn<QString>("whose");
        QTest::addColumn<QByteArray>("rule");
        QTest::newRow("above 100 mg a day")
            << false << QStringLiteral("120") << QStringLiteral("Name of a second clinician") << QByteArray("TIT-6");
        QTest::newRow("on dialysis") << true << QString() << QStringLiteral("Name of the nephrologist")
                                     << QByteArray("REN-5");
    }
    void aLimitForTwoIsAnsweredByTwo() {
        QFETCH(const bool, dialysis);
        QFETCH(const QString, goal);
        QFETCH(const QString, whose);
        QFETCH(const QByteArray, rule);
        app::PatientForm form = completeForm("Kowalski", "Maria", "1986-03-12");
        form.patient.onDialysis = dialysis;
        PatientWindow clinic({}, form);
        auto& page = clinic.page<PlanPage>(PageId::plan);
        page.newTitration();
        if (!goal.isEmpty())
            type(*named<DailyDoseEdit>(page, QStringLiteral("To")), goal);
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            giveReasons(dialog);
            QLineEdit* second = secondField(dialog, whose);
            if (!second)
                return int(QDialog::Rejected);
            click(dialog, QStringLiteral("Make it the plan"));
            if (!dialog.isVisible())
                fail(QStringLiteral("it was made without a second name"));
            type(*second, QStringLiteral("Dr A. Weber"), false); // who signs
            click(dialog, QStringLiteral("Make it the plan"));
            if (!dialog.isVisible())
                fail(QStringLiteral("one person stood for two"));
            type(*second, QStringLiteral("Dr B. Roy"), false);
            click(dialog, QStringLiteral("Make it the plan"));
            if (dialog.isVisible())
                fail(visibleText(dialog));
            return dialog.result();
        });
        page.finish();
        QTRY_VERIFY(clinic.record().active() != nullptr);
        QVERIFY(lastAudit(clinic).contains("\"second_name\":\"Dr B. Roy\""));

        clinic.open(); // read from the file again
        const core::Revision& made = *clinic.record().active();
        const auto given = std::ranges::find_if(made.overrides, [&](const core::Override& each) {
            return each.secondName == "Dr B. Roy" && each.rule.text() == rule.toStdString();
        });
        QVERIFY(given != made.overrides.end());
        QCOMPARE(given->who, std::string("Dr A. Weber"));
        QCOMPARE(given->reason, std::string("Agreed with the patient"));
        // On the screen beside its check.
        QVERIFY2(
            visibleText(clinic.page<PlanPage>(PageId::plan)).contains(QStringLiteral("Dr A. Weber with Dr B. Roy")),
            qPrintable(visibleText(clinic.page<PlanPage>(PageId::plan))));

        const app::SheetFacts facts = app::sheetFacts(clinic.record(), made, catalogue().numbers(), clinic.today);
        report::ReportInput input =
            report::sheetInput(app::clinic(*clinic.window->session()).value(), clinic.record().patient, made,
                               facts.replaced, facts.reviews, facts.doseBefore, clinic.today);
        const auto findings =
            app::findingsOf(*clinic.window->session(), clinic.record(), made, catalogue(), clinic.today);
        QVERIFY(findings);
        input.notes = report::recordNotes(*findings, made.overrides);
        const QString paper = report::toText(report::clinicianReport(input, {}).value());
        QVERIFY2(paper.contains(QString::fromLatin1(rule) + QStringLiteral(": ")), qPrintable(paper));
        const QString day = wording::clinicalDate(core::Date::fromIso(given->when.substr(0, 10)).value());
        const QString answer =
            QStringLiteral("Reason: Agreed with the patient (Dr A. Weber with Dr B. Roy, %1)").arg(day);
        QVERIFY2(paper.contains(answer), qPrintable(paper.mid(paper.indexOf(QStringLiteral("Reason: ")) - 300)));
    }
};

QTEST_MAIN(TestSecondName)
#include "tst_second_name.moc"
