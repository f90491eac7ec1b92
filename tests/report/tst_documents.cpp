// Whole documents against their golden text.
#include "for_rule.h"
#include "golden_text.h"
#include "report/calendar_report.h"
#include "report/clinic_report.h"
#include "report/emergency_report.h"
#include "report/page_painter.h"
#include "report/report_registry.h"
#include "report/sheet_input.h"
#include "report/steps_report.h"
#include "report/visit_report.h"
#include "sample_sheets.h"

#include <QDir>
#include <QGuiApplication>
#include <QtTest/QtTest>

#include <functional>

using namespace lento;
using namespace lento::test;
using report::AppointmentKind;
using report::ReportInput;

namespace {

ReportInput taperSheet() {
    ReportInput input = sheetFor(taperOf60("TAB10"));
    input.appointments = {{date("2026-12-03"), AppointmentKind::call, {}},
                          {date("2026-12-15"), AppointmentKind::visit, QStringLiteral("10:30")},
                          {date("2027-02-15"), AppointmentKind::visit, QStringLiteral("9:00")}};
    return input;
}

ReportInput letterSheet() {
    ReportInput input = taperSheet();
    input.paper = report::PaperSize::letter;
    input.firstDayOfWeek = core::Weekday::sunday;
    return input;
}

ReportInput draftSheet() {
    ReportInput input = sheetFor(verySlowTitration("TAB5*"));
    input.sheet.status = core::RevisionStatus::draft;
    input.sheet.replacesNumber.reset();
    input.through = date("2026-04-10");
    return input;
}

ReportInput startedInTheEvening() {
    ReportInput input = sheetFor(fourTimesADay("TAB10"));
    input.firstDayFrom = core::DayPart::evening;
    input.through = date("2026-06-10");
    return input;
}

report::VisitSheetInput visitSheet() {
    const ReportInput sheet = taperSheet();
    report::VisitSheetInput input;
    input.clinic = sheet.clinic;
    input.patient = sheet.patient;
    input.visit.on = date("2026-12-01");
    input.visit.mas = {{"hip-adductors", core::Side::left, core::Mas::onePlus},
                       {"hip-adductors", core::Side::right, core::Mas::two}};
    input.visit.nrsTenths = 35;
    input.visit.pennFrequency = 2;
    input.visit.pennSeverity = 1;
    input.visit.falls = 0;
    input.visit.note = "for the clinic only";
    input.visit.decision = "Walk a little each day.";
    input.before = input.visit;
    input.before->mas[1].level = core::Mas::three;
    input.before->nrsTenths = 60;
    input.choice = core::VisitChoice::hold;
    input.effects = {{QStringLiteral("Drowsiness"), 2}, {QStringLiteral("Dry mouth"), 1}};
    input.taken = sheet.sheet.plan.steps[1].split;
    input.nextChange = date("2026-12-07");
    input.nextDose = daily("45");
    input.nextReview = date("2026-12-15");
    input.printed = date("2026-12-01");
    return input;
}

report::ClinicReportInput clinicSheet() {
    report::ClinicReportInput input;
    input.clinic = taperSheet().clinic;
    input.clinic.name = QStringLiteral("Test clinic");
    input.figures.titrated = 12;
    input.figures.atMaximum = 3;
    input.figures.tapered = 1204;
    input.figures.onHold = 2;
    input.figures.pausedOrReversed = 5;
    input.figures.stable = 31;
    input.figures.unscored = 4;
    input.figures.overridesByRule = {{"TAP-4", 9}, {"TIT-7", 2}};
    input.ruleTitles = {{"TAP-4", QStringLiteral("A title so long that it needs a second line of the sheet, which goes "
                                                 "on below the first without touching the number beside it")}};
    input.day = date("2026-11-22");
    return input;
}

ReportInput remainingDays() {
    ReportInput input = taperSheet();
    input.from = date("2027-01-06");
    input.printed = date("2027-01-05");
    return input;
}

// A titration by a clinic's protocol, off-label, beyond a limit that two people answer for.
ReportInput cliniciansSheet() {
    core::Plan plan = verySlowTitration("TAB5*");
    core::Protocol protocol;
    protocol.id = "OWN-SLOW";
    protocol.title = "Ours, very slow";
    protocol.version = 3;
    protocol.adoptedBy = "Dr C. Lind";
    auto inputs = *plan.titration();
    inputs.protocol = protocol;
    plan.inputs = inputs;
    ReportInput input = sheetFor(plan);
    core::Finding offLabel;
    offLabel.rule = "IND-TN";
    offLabel.action = core::Action::warn;
    offLabel.message = "ind.off-label";
    offLabel.inputs = {{"indication", std::string("Trigeminal neuralgia")}};
    core::Finding ceiling;
    ceiling.rule = "TIT-6";
    ceiling.action = core::Action::blockOverridable;
    ceiling.message = "tit-6.second-clinician";
    ceiling.inputs = {{"highest_mg", daily("110")}, {"limit_mg", daily("100")}};
    core::Finding unanswered = ceiling;
    unanswered.rule = "TIT-8";
    unanswered.message = "TIT-8";
    unanswered.inputs = {{"dose_mg", dose("30")}, {"cap_mg", dose("20")}, {"limit_mg", dose("20")}};
    core::Finding caution = ceiling;
    caution.action = core::Action::warn;
    const core::Override given{"TIT-6",       ceiling.fingerprint(),      "Failed on less",
                               "Dr A. Weber", "2026-02-28T09:00:00.000Z", "Dr B. Roy"};
    input.notes = report::recordNotes({offLabel, ceiling, unanswered, caution}, {given});
    return input;
}

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsReadAsTheirGoldenText_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<std::function<ReportInput()>>("sheet");
        const auto row = [](const char* name, const char* kind, std::function<ReportInput()> sheet) {
            QTest::newRow(name) << QString::fromLatin1(kind) << std::move(sheet);
        };
        row("calendar-taper", "calendar", taperSheet);
        row("calendar-taper-letter", "calendar", letterSheet);
        row("calendar-two-strengths", "calendar", [] { return sheetFor(taperOf60("TAB5,TAB10")); });
        row("calendar-liquid", "calendar", [] { return sheetFor(taperOf60("SOL1")); });
        row("calendar-slow-draft", "calendar", draftSheet);
        row("calendar-four-times", "calendar", startedInTheEvening);
        row("calendar-remaining-days", "calendar", remainingDays);
        row("steps-taper", "steps", taperSheet);
        row("steps-slow-draft", "steps", draftSheet);
        row("clinician-titration", "clinician", cliniciansSheet);
        row("clinician-taper", "clinician", taperSheet);
    }
    void documentsReadAsTheirGoldenText() {
        QFETCH(QString, kind);
        QFETCH(std::function<ReportInput()>, sheet);
        const auto entry = report::findReport(kind.toStdString());
        QVERIFY(entry.has_value());
        const auto document = entry->make(sheet(), {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        const QString text = report::toText(*document);

        comparesWithGolden(text);
    }

    // What was decided between colleagues is not for the fridge door.
    void notesAreOnTheCliniciansCopyAlone() {
        const ReportInput with = cliniciansSheet();
        QCOMPARE(with.notes.size(), std::size_t{3});
        QVERIFY(with.notes[1].answer.contains(QStringLiteral("Failed on less (Dr A. Weber with Dr B. Roy")));
        QVERIFY(with.notes[2].answer.isEmpty());
        ReportInput without = with;
        without.notes.clear();
        for (const report::ReportEntry& entry : report::reports()) {
            const QString text = report::toText(entry.make(with, {}).value());
            const bool isForClinicians = entry.id == "clinician";
            QCOMPARE(text != report::toText(entry.make(without, {}).value()), isForClinicians);
            QCOMPARE(text.contains(QStringLiteral("Dr B. Roy")), isForClinicians);
        }
    }

    void manyLongReasonsGoOnOnFurtherPages() {
        ReportInput input = cliniciansSheet();
        const report::RecordNote one = input.notes[1];
        for (int more = 0; more < 60; ++more) {
            input.notes.push_back(one);
            input.notes.back().answer =
                QStringLiteral("Reason %1: ").arg(more) + QStringLiteral("as agreed ").repeated(30);
        }
        const auto document = report::clinicianReport(input, {});
        QVERIFY(document);
        QVERIFY(report::checkText(*document));
        QVERIFY(document->pages.size() > 2);
        const QString text = report::toText(*document);
        for (int more = 0; more < 60; ++more)
            QCOMPARE(text.count(QStringLiteral("Reason %1: ").arg(more)), 1);
    }

    // ITB-19, ITB-20
    void thePumpCardsAreOnePage_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("paper");
        QTest::addColumn<bool>("known");
        for (const auto paper : {report::PaperSize::a4, report::PaperSize::letter})
            for (const auto kind : {wording::PumpEmergency::withdrawal, wording::PumpEmergency::overdose})
                for (const bool known : {true, false})
                    QTest::addRow("%d %d %d", static_cast<int>(paper), static_cast<int>(kind), known)
                        << static_cast<int>(kind) << static_cast<int>(paper) << known;
    }
    void thePumpCardsAreOnePage() {
        QFETCH(const int, kind);
        QFETCH(const int, paper);
        QFETCH(const bool, known);
        const ReportInput sheet = taperSheet();
        report::EmergencyInput input;
        input.patient = sheet.patient;
        input.day = date("2026-11-22");
        input.paper = static_cast<report::PaperSize>(paper);
        report::PumpCardInput pump;
        pump.kind = static_cast<wording::PumpEmergency>(kind);
        pump.highCordLesion = true;
        if (known) {
            input.clinic = sheet.clinic;
            pump.model = "Programmable pump, 20 mL";
            pump.serial = "SN-7";
            pump.daily = core::PumpDose::nanograms(310'500);
            pump.concentration = core::Concentration::microgramsPerMillilitre(1000);
            pump.alarm = date("2026-12-09");
        }
        input.pump = pump;
        const auto document = report::emergencyReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        QCOMPARE(document->pages.size(), std::size_t{1});
        for (const report::Block& block : document->pages.front().blocks) {
            const auto* paragraph = std::get_if<report::Paragraph>(&block.shape);
            QVERIFY(!paragraph || (paragraph->points >= 11 && paragraph->box.bottom() <= document->height() - 14));
        }
        const QString text = report::toText(*document);
        QCOMPARE(text.contains(QStringLiteral("not recorded")), !known);
        for (const char* words : {"310.5 mcg a day", "1000 mcg/mL", "SN-7"})
            QCOMPARE(text.contains(QString::fromLatin1(words)), known);
        QCOMPARE(text.contains(QStringLiteral("T6")), pump.kind == wording::PumpEmergency::withdrawal);
    }

    void theEmergencyCardIsOnePage_data() {
        QTest::addColumn<int>("paper");
        QTest::addColumn<bool>("known");
        QTest::newRow("A4") << static_cast<int>(report::PaperSize::a4) << true;
        QTest::newRow("Letter") << static_cast<int>(report::PaperSize::letter) << true;
        QTest::newRow("nothing known of the clinic") << static_cast<int>(report::PaperSize::a4) << false;
    }
    void theEmergencyCardIsOnePage() {
        QFETCH(const int, paper);
        QFETCH(const bool, known);
        const ReportInput sheet = taperSheet();
        report::EmergencyInput input;
        input.patient = sheet.patient;
        input.day = date("2026-11-22");
        input.paper = static_cast<report::PaperSize>(paper);
        if (known) {
            input.clinic = sheet.clinic;
            input.taken = sheet.sheet.plan.steps.front().split;
        }
        const auto document = report::emergencyReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        QCOMPARE(document->pages.size(), std::size_t{1});
        for (const report::Block& block : document->pages.front().blocks) {
            const auto* paragraph = std::get_if<report::Paragraph>(&block.shape);
            QVERIFY(!paragraph || (paragraph->points >= 11 && paragraph->box.bottom() <= document->height() - 14));
        }
        const QString text = report::toText(*document);
        // AE-4 and WDL-4, each sign of them, and whom to call.
        for (const char* words :
             {"KOWALSKI, Maria", "12-Mar-1961", "hard to wake", "shallow breathing", "new seizure", "collapse",
              "ending one’s life", "confusion, above all with weak kidneys", "delirium", "39 °C", "rigid muscles",
              "dark urine", "unstable blood pressure", "sepsis", "haemodialysis", "22-Nov-2026"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        QCOMPARE(text.contains(QStringLiteral("Call 112")), known);
        QCOMPARE(text.contains(QStringLiteral("Call the emergency number")), !known);
        QCOMPARE(text.contains(QStringLiteral("(15 / 20 / 20)")), known);
        QCOMPARE(text.contains(QStringLiteral("no plan is recorded")), !known);
    }

    void theEmergencyCardSaysThatBaclofenStopped() {
        report::EmergencyInput input;
        input.patient = taperSheet().patient;
        input.day = date("2027-03-01");
        input.taken = core::DoseSplit();
        const auto document = report::emergencyReport(input, {});
        QVERIFY(document && report::toText(*document).contains(QStringLiteral("stopped by plan")));
    }

    void theVisitSummaryReadsAsItsGoldenText_data() {
        QTest::addColumn<std::function<void(report::VisitSheetInput&)>>("change");
        const auto row = [](const char* name, std::function<void(report::VisitSheetInput&)> change) {
            QTest::newRow(name) << std::move(change);
        };
        row("visit-hold", [](report::VisitSheetInput&) {});
        row("visit-step-back", [](report::VisitSheetInput& input) {
            input.choice = core::VisitChoice::stepBack;
            input.newCalendarToCome = true;
            input.paper = report::PaperSize::letter;
        });
        row("visit-further-scales", [](report::VisitSheetInput& input) {
            core::FurtherScores& now = input.visit.further;
            now.ashworth = {{"elbow-flexors", core::Side::right, 3}, {"elbow-flexors", core::Side::left, 2}};
            now.tardieu = {{"gastrocnemius-soleus", core::Side::left, {0, 1, 3}, -10, 5},
                           {"gastrocnemius-soleus", core::Side::right, {0, 1, {}}, {}, 5}};
            now.goals = {{"Walk to the shop with one stick", 2, 3, 1}, {"Sleep through", 1, 1, {}}};
            now.tenMetreHundredths = 2050;
            now.twentyFiveFootHundredths = 1000;
            input.visit.temperatureTenths = 380;
            input.visit.pulse = 96;
            input.before->further = now;
            input.before->further.goals[0].attainment = -1;
            input.before->further.tardieu[0].r1Degrees = -15;
            input.before->further.tenMetreHundredths = 2500;
            input.withdrawalSigns = {{QStringLiteral("Itching"), QStringLiteral("Poor sleep")}};
            input.dangerSigns.emplace();
            input.paper = report::PaperSize::letter;
        });
        row("visit-nothing-known", [](report::VisitSheetInput& input) {
            core::Visit empty;
            empty.on = input.visit.on;
            empty.kind = core::VisitKind::telephone;
            input = {};
            input.patient = taperSheet().patient;
            input.visit = empty;
            input.printed = empty.on;
        });
    }
    void theVisitSummaryReadsAsItsGoldenText() {
        const ForRule rule("VIS-13");
        QFETCH(const std::function<void(report::VisitSheetInput&)>, change);
        report::VisitSheetInput input = visitSheet();
        change(input);
        const auto document = report::visitReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        QCOMPARE(document->pages.size(), std::size_t{1});
        for (const report::Block& block : document->pages.front().blocks) {
            const auto* paragraph = std::get_if<report::Paragraph>(&block.shape);
            QVERIFY(!paragraph || (paragraph->points >= 11 && paragraph->box.bottom() <= document->height() - 14));
        }
        const QString text = report::toText(*document);
        for (const char* words : {"Next review:", "Do not stop suddenly.", "If it gets worse:", "Call the clinic"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        QVERIFY(!text.contains(QStringLiteral("for the clinic only"))); // the note
        comparesWithGolden(text);
    }

    // More goals than one page holds go on, none is left out.
    void aLongVisitGoesOnOnAnotherPage() {
        report::VisitSheetInput input = visitSheet();
        for (int goal = 0; goal < 40; ++goal)
            input.visit.further.goals.push_back(
                {QStringLiteral("Goal number %1 in words").arg(goal).toStdString(), 1, 1, 0});
        const auto document = report::visitReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        QCOMPARE(document->pages.size(), std::size_t{2});
        const QString text = report::toText(*document);
        for (int goal = 0; goal < 40; ++goal)
            QCOMPARE(text.count(QStringLiteral("Goal number %1 in words").arg(goal)), 1);
        QCOMPARE(text.count(QStringLiteral("KOWALSKI")), 2); // whose each page is
        for (const report::Page& page : document->pages)
            for (const report::Block& block : page.blocks)
                if (const auto* paragraph = std::get_if<report::Paragraph>(&block.shape))
                    QVERIFY(paragraph->box.bottom() <= document->height() - 14);
    }

    void theClinicInFiguresReadsAsItsGoldenText_data() {
        QTest::addColumn<std::function<void(report::ClinicReportInput&)>>("change");
        const auto row = [](const char* name, std::function<void(report::ClinicReportInput&)> change) {
            QTest::newRow(name) << std::move(change);
        };
        row("clinic-figures", [](report::ClinicReportInput&) {});
        row("clinic-figures-none-letter", [](report::ClinicReportInput& input) {
            input.clinic = {};
            input.figures = {};
            input.paper = report::PaperSize::letter;
        });
    }
    void theClinicInFiguresReadsAsItsGoldenText() {
        QFETCH(const std::function<void(report::ClinicReportInput&)>, change);
        report::ClinicReportInput input = clinicSheet();
        change(input);
        const auto document = report::clinicReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        QCOMPARE(document->pages.size(), std::size_t{1});
        comparesWithGolden(report::toText(*document));
    }

    // However many rules were overridden, each stands on a page and none runs over its foot.
    void manyOverridesGoOnToTheNextPage() {
        report::ClinicReportInput input = clinicSheet();
        input.figures.overridesByRule.clear();
        for (int i = 0; i < 120; ++i)
            input.figures.overridesByRule.emplace_back("rule " + std::to_string(i), 120 - i);
        const auto document = report::clinicReport(input, {});
        QVERIFY(document.has_value());
        QVERIFY(report::checkText(*document).has_value());
        QVERIFY(document->pages.size() > 1);
        const QString text = report::toText(*document);
        for (const auto& [rule, count] : input.figures.overridesByRule)
            QVERIFY2(text.contains(QString::fromStdString(rule)), rule.c_str());
        for (const report::Page& page : document->pages) {
            QVERIFY(page.blocks.size() > 2); // never a foot alone
            for (const report::Block& block : page.blocks)
                if (const auto* paragraph = std::get_if<report::Paragraph>(&block.shape))
                    QVERIFY(paragraph->box.bottom() <= document->height() - 14 + 0.01);
        }
    }

    void everyPageNamesPatientPlanAndWhatToDo() {
        const ForRule rule("PAT-1, PAT-2, PAT-3, PAT-17, PAT-18");
        const auto document = report::calendarReport(taperSheet(), {});
        QVERIFY(document.has_value());
        for (std::size_t page = 0; page < document->pages.size(); ++page) {
            const QString text = report::toText({{}, {}, true, false, {document->pages[page]}});
            for (const char* words : {"KOWALSKI, Maria", "12-Mar-1961", "483 926 0175", "Plan 7, version 2",
                                      "Replaces plan 7, version 1: throw older sheets away", "Do not stop suddenly.",
                                      "Call 112 at once for", "a fit, high fever, confusion", "01 555 0100",
                                      "01 555 0199", "Missed a dose?", "Step too hard?", "For this sheet:",
                                      "Collect by Mon 23-Nov-2026", "They last until Sun 07-Feb-2027"})
                QVERIFY2(text.contains(QString::fromUtf8(words)), words);
            QVERIFY(text.contains(QStringLiteral("page %1 of %2").arg(page + 1).arg(document->pages.size())));
        }
    }

    void typeIsNeverTooSmall() {
        for (const ReportInput& input : {taperSheet(), letterSheet(), draftSheet(), startedInTheEvening()}) {
            const auto document = report::calendarReport(input, {});
            QVERIFY(document.has_value());
            for (const report::Page& page : document->pages) {
                for (const report::Block& block : page.blocks) {
                    const bool isDose = block.tag && block.tag->role == report::Role::dose;
                    if (const auto* text = std::get_if<report::Text>(&block.shape)) {
                        QVERIFY(text->points >= (isDose ? 12 : 10));
                        QVERIFY(!isDose || text->face == report::Face::condensedBold ||
                                text->face == report::Face::bold);
                    } else if (const auto* tick = std::get_if<report::TickBox>(&block.shape)) {
                        QVERIFY(tick->box.width >= 5 && tick->box.height >= 5);
                    } else if (const auto* paragraph = std::get_if<report::Paragraph>(&block.shape)) {
                        QVERIFY(paragraph->points >= 10);
                    }
                }
            }
        }
    }

    void weeksAreNeverTorn() {
        for (const ReportInput& input : {taperSheet(), letterSheet(), draftSheet()}) {
            const auto document = report::calendarReport(input, {});
            QVERIFY(document.has_value());
            std::map<std::pair<int, int>, std::size_t> pageOfWeek; // of a month
            for (std::size_t page = 0; page < document->pages.size(); ++page) {
                for (const report::Block& block : document->pages[page].blocks) {
                    if (!block.tag || block.tag->role != report::Role::day)
                        continue;
                    const core::Date day = block.tag->day;
                    const int first = static_cast<int>(input.firstDayOfWeek);
                    const int start = day.dayNumber() - (static_cast<int>(day.weekday()) - first + 7) % 7;
                    const auto [known, added] = pageOfWeek.insert({{start, day.month()}, page});
                    QCOMPARE(known->second, page);
                }
            }
        }
    }

    void aMonthOfThreeDosesFitsOnePageOfA4() {
        const auto document = report::calendarReport(taperSheet(), {});
        QVERIFY(document.has_value());
        QCOMPARE(document->pages.size(), std::size_t{4}); // November to February
    }

    void whatCannotBePrintedIsRefused() {
        const auto code = [](const ReportInput& input) {
            const auto document = report::calendarReport(input, {});
            return document ? std::string("printed") : std::to_string(static_cast<int>(document.error().code));
        };
        const std::string nothing = std::to_string(static_cast<int>(core::ErrorCode::nothingToPrint));
        QCOMPARE(code(sheetFor(taperOf60("q 5"))), nothing);
        ReportInput past = taperSheet();
        past.through = date("2026-01-01");
        QCOMPARE(code(past), nothing);
        ReportInput tooFine = sheetFor(verySlowTitration("TAB5*"));
        tooFine.sheet.plan.products = products("TAB10");
        QCOMPARE(code(tooFine), std::to_string(static_cast<int>(core::ErrorCode::doseNotDispensable)));
        QVERIFY(!report::findReport("poster").has_value());
    }
};

QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"
