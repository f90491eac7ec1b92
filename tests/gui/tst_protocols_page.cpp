// The clinic's protocols as a person drives them: a built-in one copied, each field refused in its place, a change as a
// new version that old plans and their paper do not follow, other uses offered with their off-label words, and files
// brought in and given out.
#include "app/clinic_protocols.h"
#include "app/documents.h"
#include "app/sheet_facts.h"
#include "content/protocol_file.h"
#include "gui/field_note.h"
#include "gui/folder_protocols.h"
#include "gui/plan_draft.h"
#include "gui/plan_page.h"
#include "gui/protocol_dialog.h"
#include "gui/protocol_preview_card.h"
#include "gui/protocols_page.h"
#include "gui/settings_dialog.h"
#include "patient_window.h"
#include "report/document_json.h"
#include "report/sheet_input.h"
#include "report/steps_report.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableWidget>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

void fail(const QString& words) {
    QTest::qFail(qPrintable(words), __FILE__, __LINE__);
}

void inProtocols(PatientWindow& clinic, const std::function<void(SettingsDialog&)>& work) {
    bool worked = false;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        auto& settings = dynamic_cast<SettingsDialog&>(dialog);
        settings.showPage(*settings.page<ProtocolsPage>());
        work(settings);
        worked = true;
        return dialog.result();
    });
    clinic.window->showSettings();
    QVERIFY(worked);
}

QTableWidget& table(SettingsDialog& settings) {
    return *named<QTableWidget>(*settings.page<ProtocolsPage>(), QStringLiteral("Protocols"));
}

int rowOf(SettingsDialog& settings, const QString& title) {
    for (int row = 0; row < table(settings).rowCount(); ++row) {
        if (table(settings).item(row, 0)->text() == title)
            return row;
    }
    fail(QStringLiteral("no protocol: ") + title);
    return 0;
}

void select(SettingsDialog& settings, const QString& title) {
    table(settings).setCurrentCell(rowOf(settings, title), 0);
}

bool isTicked(SettingsDialog& settings, const QString& title) {
    return table(settings).item(rowOf(settings, title), 0)->checkState() == Qt::Checked;
}

// By keyboard: the row, then the blank.
void tick(SettingsDialog& settings, const QString& title) {
    table(settings).setFocus();
    select(settings, title);
    QTest::keyClick(&table(settings), Qt::Key_Space);
}

QLineEdit& line(QWidget& dialog, const char* name) {
    return *named<QLineEdit>(dialog, QString::fromUtf8(name));
}

using Typing = std::function<void(ProtocolDialog&)>;

void inDialog(PatientWindow& clinic, SettingsDialog& settings, const QString& button, const Typing& work) {
    clinic.dialogs.answerRun([work](QDialog& dialog) {
        work(dynamic_cast<ProtocolDialog&>(dialog));
        return dialog.result();
    });
    click(settings, button);
}

void copyAs(PatientWindow& clinic, SettingsDialog& settings, const QString& base, const QString& title,
            const Typing& more = {}) {
    select(settings, base);
    inDialog(clinic, settings, QStringLiteral("Copy…"), [&](ProtocolDialog& dialog) {
        type(line(dialog, "Title"), title, false);
        if (more)
            more(dialog);
        click(dialog, QStringLiteral("Adopt"));
        if (dialog.isVisible())
            fail(visibleText(dialog));
    });
}

void save(SettingsDialog& settings) {
    click(settings, QStringLiteral("Save changes"));
    QCOMPARE(settings.result(), int(QDialog::Accepted));
}

std::vector<core::Protocol> stored(const PatientWindow& clinic) {
    return app::clinicProtocols(*clinic.window->session()).value();
}

QComboBox& protocolBox(const PatientWindow& clinic) {
    return *named<QComboBox>(*clinic.window, QStringLiteral("Protocol"));
}

app::PatientForm youngForm() {
    app::PatientForm form = completeForm("Kowalski");
    form.patient.identity.birthDate = date("1986-03-12"); // the old are proposed the sensitive one
    return form;
}

QByteArray ownFile(const std::function<void(core::Protocol&)>& change = {}) {
    core::Protocol protocol = *catalogue().protocol("ORAL-ADULT-LABEL");
    protocol.id = "OWN-FAST";
    protocol.title = "From a colleague";
    protocol.basedOn = "ORAL-ADULT-LABEL";
    protocol.adoptedBy = "Dr Elsewhere";
    protocol.adoptedOn = date("2025-01-02");
    protocol.isDefault = false;
    if (change)
        change(protocol);
    return content::protocolFile(protocol);
}

QString written(const PatientWindow& clinic, const QByteArray& text) {
    const QString path = clinic.path(QStringLiteral("own.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        fail(QStringLiteral("cannot write"));
    return path;
}

} // namespace

class TestProtocolsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListSaysWhereEachComesFrom() {
        PatientWindow clinic;
        inProtocols(clinic, [](SettingsDialog& settings) {
            QCOMPARE(table(settings).rowCount(), static_cast<int>(catalogue().protocols().size()));
            const int gradual = rowOf(settings, QStringLiteral("Adult, gradual"));
            QCOMPARE(table(settings).item(gradual, 1)->text(), QStringLiteral("Spasticity, from 18 years"));
            QCOMPARE(table(settings).item(gradual, 2)->text(), QStringLiteral("built in; S14, S11; edition 2026-11"));
            QVERIFY(isTicked(settings, QStringLiteral("Adult, gradual")));
            QVERIFY(!isTicked(settings, QStringLiteral("Trigeminal neuralgia")));
            select(settings, QStringLiteral("Trigeminal neuralgia"));
            const QString told = visibleText(settings);
            QVERIFY2(told.contains(QStringLiteral("Off-label use. Trigeminal neuralgia is outside the label")),
                     qPrintable(told));
            // Built-in ones are never edited.
            QVERIFY(!button(settings, QStringLiteral("Change…"))->isEnabled());
            QVERIFY(!button(settings, QStringLiteral("Save changes"))->isEnabled());
            settings.reject();
        });
    }

    void aCopyIsOfferedInTheNextPlan() {
        PatientWindow clinic({}, youngForm());
        inProtocols(clinic, [&](SettingsDialog& settings) {
            copyAs(clinic, settings, QStringLiteral("Adult, gradual"), QStringLiteral("Ours"),
                   [](ProtocolDialog& dialog) {
                       if (line(dialog, "Adopted by").text() != QStringLiteral("Dr A. Weber") ||
                           line(dialog, "Adopted on").text() != QStringLiteral("22-Nov-2026"))
                           fail(QStringLiteral("nobody is proposed"));
                       type(line(dialog, "Start"), QStringLiteral("10 mg"), false);
                   });
            const int row = rowOf(settings, QStringLiteral("Ours"));
            QVERIFY(table(settings).item(row, 2)->text().contains(QStringLiteral("(not saved yet)")));
            save(settings);
        });
        const auto protocols = stored(clinic);
        QCOMPARE(protocols.size(), std::size_t{1});
        QCOMPARE(protocols.front().start, daily("10"));
        QCOMPARE(protocols.front().basedOn, std::string("ORAL-ADULT-GRADUAL"));
        clinic.page<PlanPage>(PageId::plan).newTitration();
        QVERIFY(protocolBox(clinic).findText(QStringLiteral("Ours")) >= 0);
        // What is switched off is not.
        inProtocols(clinic, [](SettingsDialog& settings) {
            tick(settings, QStringLiteral("Ours"));
            QVERIFY(!isTicked(settings, QStringLiteral("Ours")));
            save(settings);
        });
        clinic.dialogs.answerConfirm(true); // another draft instead
        clinic.page<PlanPage>(PageId::plan).newTitration();
        QCOMPARE(protocolBox(clinic).findText(QStringLiteral("Ours")), -1);
    }

    // DAT-2: old plans keep theirs, on the screen and on paper.
    void aChangeIsANewVersionThatOldPlansDoNotFollow() {
        PatientWindow clinic({}, youngForm());
        inProtocols(clinic, [&](SettingsDialog& settings) {
            copyAs(clinic, settings, QStringLiteral("Adult, gradual"), QStringLiteral("Ours"),
                   [](ProtocolDialog& dialog) { type(line(dialog, "Usual goal"), QStringLiteral("30"), false); });
            save(settings);
        });
        const core::Protocol first = stored(clinic).front();
        core::TitrationInputs inputs;
        inputs.protocol = first;
        inputs.start = clinic.today + 1;
        inputs.startDose = first.start;
        inputs.increment = first.increment;
        inputs.intervalDays = first.intervalDays;
        inputs.goal = daily("30");
        clinic.activate(*clinic.window->session(), inputs, products("TAB10"));
        QTRY_VERIFY(clinic.record().active() != nullptr);
        const auto printed = [&] {
            const core::Revision& revision = *clinic.record().active();
            const app::SheetFacts facts =
                app::sheetFacts(clinic.record(), revision, catalogue().numbers(), clinic.today);
            const core::Clinic details = app::clinic(*clinic.window->session()).value();
            const report::ReportInput input =
                report::sheetInput(details, clinic.record().patient, revision, facts.replaced, facts.reviews,
                                   facts.doseBefore, clinic.today);
            return report::toJson(report::stepsReport(input, wording::DocLocale()).value());
        };
        const QByteArray paper = printed();
        QVERIFY(paper.contains("30"));
        const core::Plan before = clinic.record().active()->plan;

        inProtocols(clinic, [&](SettingsDialog& settings) {
            select(settings, QStringLiteral("Ours"));
            inDialog(clinic, settings, QStringLiteral("Change…"), [](ProtocolDialog& dialog) {
                if (line(dialog, "Short name").isEnabled())
                    fail(QStringLiteral("its short name can be changed"));
                type(line(dialog, "Start"), QStringLiteral("5"), false);
                type(line(dialog, "Usual goal"), QStringLiteral("60"), false);
                click(dialog, QStringLiteral("Adopt"));
            });
            QVERIFY2(visibleText(settings).contains(
                         QStringLiteral("Earlier: version 1, adopted by Dr A. Weber, 22-Nov-2026.")),
                     qPrintable(visibleText(settings)));
            save(settings);
        });
        QCOMPARE(stored(clinic).size(), std::size_t{2});
        QCOMPARE(stored(clinic).back().version, 2);
        QCOMPARE(stored(clinic).back().start, daily("5"));
        clinic.open(); // read from the file again
        QVERIFY(clinic.record().active()->plan == before);
        auto& page = clinic.page<PlanPage>(PageId::plan);
        QVERIFY2(visibleText(page).contains(QStringLiteral("Ours, version 1")), qPrintable(visibleText(page)));
        QCOMPARE(printed(), paper);
    }

    void theSameAgainIsNoNewVersion() {
        PatientWindow clinic;
        inProtocols(clinic, [&](SettingsDialog& settings) {
            copyAs(clinic, settings, QStringLiteral("Adult, gradual"), QStringLiteral("Ours"));
            save(settings);
        });
        inProtocols(clinic, [&](SettingsDialog& settings) {
            select(settings, QStringLiteral("Ours"));
            inDialog(clinic, settings, QStringLiteral("Change…"),
                     [](ProtocolDialog& dialog) { click(dialog, QStringLiteral("Adopt")); });
            QVERIFY(!button(settings, QStringLiteral("Save changes"))->isEnabled());
            settings.reject();
        });
        QCOMPARE(stored(clinic).size(), std::size_t{1});
    }

    void whatCannotBeReadIsRefusedInItsPlace_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* field, const char* typed, const char* words) {
            QTest::addRow("%s: %s", field, typed)
                << QByteArray(field) << QString::fromUtf8(typed) << QString::fromUtf8(words);
        };
        row("Title", "", "is empty");
        row("Title", "Adult, gradual", "Another protocol has this title");
        row("Short name", "ours", "capital letters");
        row("Short name", "ORAL-ADULT-LABEL", "never changed");
        row("From the age of, years", "-1", "from 0 to 130");
        row("Below the age of, years", "18", "do not go together");
        row("From the weight of", "70 lb", "kg");
        row("Start", "", "is empty");
        row("Start", "0", "from 0.0001 to 300");
        row("Start", "1.000", "read in two ways");
        row("Start", "90", "“Start” and “Ceiling” do not go together");
        row("Increase of a step", "five", "not a number");
        row("Usual goal", "90", "“Usual goal” and “Ceiling” do not go together");
        row("Ceiling", "301", "300");
        row("Caution above", "90 mg", "do not go together");
        row("Largest single dose", "20 mcg", "mg");
        row("Interval, days", "-3", "from 1 to 365");
        row("Interval, days", "5", "not among the intervals");
        row("Intervals to choose from, days", "3, x", "not a whole number");
        row("Intervals to choose from, days", "3, 3", "do not go together");
        row("First review after, days", "0", "from 1 to 365");
        row("Sources", "", "is empty");
        row("Sources", "S14, S999", "“S999” is not known");
        row("Edition", "", "is empty");
        row("Adopted by", "", "is empty");
        row("Adopted on", "", "is empty");
        row("Adopted on", "01-Dec-2026", "outside");
    }
    void whatCannotBeReadIsRefusedInItsPlace() {
        QFETCH(const QByteArray, field);
        QFETCH(const QString, typed);
        QFETCH(const QString, words);
        PatientWindow clinic;
        inProtocols(clinic, [&](SettingsDialog& settings) {
            select(settings, QStringLiteral("Adult, gradual"));
            inDialog(clinic, settings, QStringLiteral("Copy…"), [&](ProtocolDialog& dialog) {
                type(line(dialog, "Title"), QStringLiteral("Ours"), false);
                QLineEdit& edit = line(dialog, field.constData());
                type(edit, typed, false);
                click(dialog, QStringLiteral("Adopt"));
                if (!dialog.isVisible())
                    fail(QStringLiteral("it was taken"));
                if (!edit.accessibleDescription().contains(words))
                    fail(QStringLiteral("told: ") + edit.accessibleDescription());
                if (dialog.focusWidget() != &edit)
                    fail(QStringLiteral("the field is not in focus"));
                dialog.reject();
            });
            QVERIFY(!button(settings, QStringLiteral("Save changes"))->isEnabled());
            settings.reject();
        });
        QVERIFY(stored(clinic).empty());
    }

    void aNoteIsAskedForInItsPlace() {
        PatientWindow clinic;
        inProtocols(clinic, [&](SettingsDialog& settings) {
            select(settings, QStringLiteral("Adult, gradual"));
            inDialog(clinic, settings, QStringLiteral("Copy…"), [](ProtocolDialog& dialog) {
                type(line(dialog, "Title"), QStringLiteral("Ours"), false);
                auto* note = named<QPlainTextEdit>(dialog, QStringLiteral("Note"));
                note->clear();
                click(dialog, QStringLiteral("Adopt"));
                if (!dialog.isVisible() || dialog.focusWidget() != note ||
                    !visibleText(dialog).contains(QStringLiteral("It is empty.")))
                    fail(visibleText(dialog));
                dialog.reject();
            });
            settings.reject();
        });
    }

    void thePreviewFollowsTheFields() {
        PatientWindow clinic;
        inProtocols(clinic, [&](SettingsDialog& settings) {
            select(settings, QStringLiteral("Adult, gradual"));
            inDialog(clinic, settings, QStringLiteral("Copy…"), [](ProtocolDialog& dialog) {
                const ProtocolPreviewCard& preview = dialog.preview();
                // 15 to 80 by 5.
                if (preview.stepCount() != 14 || preview.findingCount() != 0)
                    fail(QStringLiteral("%1 steps, %2 findings").arg(preview.stepCount()).arg(preview.findingCount()));
                if (!visibleText(dialog).contains(QStringLiteral("TIT-6 to TIT-9")))
                    fail(visibleText(dialog));
                type(line(dialog, "Ceiling"), QStringLiteral("120"), false);
                if (preview.stepCount() != 22 || preview.findingCount() == 0 ||
                    !visibleText(dialog).contains(QStringLiteral("TIT-6")))
                    fail(visibleText(dialog));
                type(line(dialog, "Increase of a step"), QStringLiteral("x"), false);
                if (preview.stepCount() != 0 ||
                    !visibleText(dialog).contains(QStringLiteral("once every field can be read")))
                    fail(visibleText(dialog));
                dialog.reject();
            });
            settings.reject();
        });
    }

    void aChildsProtocolIsTypedByWeight() {
        PatientWindow clinic;
        inProtocols(clinic, [&](SettingsDialog& settings) {
            copyAs(clinic, settings, QStringLiteral("Child, by weight"), QStringLiteral("Our children"),
                   [](ProtocolDialog& dialog) {
                       if (line(dialog, "Start by weight").text() != QStringLiteral("0.3 mg/kg"))
                           fail(line(dialog, "Start by weight").text());
                       type(line(dialog, "Start by weight"), QStringLiteral("0.2 mg/kg"), false);
                       if (dialog.preview().stepCount() == 0)
                           fail(visibleText(dialog));
                   });
            save(settings);
        });
        QCOMPARE(stored(clinic).front().byWeight->start, core::PerWeight{200});
    }

    // IND
    void whatIsOffLabelIsAgreedTo() {
        app::PatientForm form = youngForm();
        form.patient.indication = "IND-TN";
        PatientWindow clinic({}, form);
        inProtocols(clinic, [&](SettingsDialog& settings) {
            tick(settings, QStringLiteral("Trigeminal neuralgia"));
            clinic.dialogs.answerConfirm(false);
            click(settings, QStringLiteral("Save changes"));
            QVERIFY(settings.isVisible());
            QVERIFY2(clinic.dialogs.asked.last().contains(QStringLiteral("Off-label use. Trigeminal neuralgia is")),
                     qPrintable(clinic.dialogs.asked.last()));
            clinic.dialogs.answerConfirm(true);
            save(settings);
        });
        auto& page = clinic.page<PlanPage>(PageId::plan);
        page.newTitration();
        QVERIFY(protocolBox(clinic).findText(QStringLiteral("Trigeminal neuralgia")) >= 0);
        QVERIFY2(visibleText(page).contains(QStringLiteral("Off-label use. Trigeminal neuralgia is outside")),
                 qPrintable(visibleText(page)));
        // Taking it back asks nothing.
        inProtocols(clinic, [](SettingsDialog& settings) {
            tick(settings, QStringLiteral("Trigeminal neuralgia"));
            save(settings);
        });
        QVERIFY(clinic.dialogs.isDone());
    }

    void aFileIsLookedAtAndAdopted() {
        PatientWindow clinic;
        const QString path = written(clinic, ownFile());
        inProtocols(clinic, [&](SettingsDialog& settings) {
            clinic.dialogs.answerOpen(path);
            inDialog(clinic, settings, QStringLiteral("Import…"), [](ProtocolDialog& dialog) {
                // Who made it is not who adopts it.
                if (line(dialog, "Adopted by").text() != QStringLiteral("Dr A. Weber"))
                    fail(line(dialog, "Adopted by").text());
                click(dialog, QStringLiteral("Adopt"));
            });
            save(settings);
        });
        QCOMPARE(stored(clinic).front().title, std::string("From a colleague"));
        QCOMPARE(stored(clinic).front().version, 1);
        // The same name again is its next version.
        const QString later = written(clinic, ownFile([](core::Protocol& p) { p.start = daily("10"); }));
        inProtocols(clinic, [&](SettingsDialog& settings) {
            clinic.dialogs.answerOpen(later);
            inDialog(clinic, settings, QStringLiteral("Import…"),
                     [](ProtocolDialog& dialog) { click(dialog, QStringLiteral("Adopt")); });
            save(settings);
        });
        QCOMPARE(stored(clinic).size(), std::size_t{2});
        QCOMPARE(stored(clinic).back().start, daily("10"));
    }

    void aBadFileIsRefusedByNameFieldAndReason_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, QByteArray text, const char* words) {
            QTest::newRow(name) << std::move(text) << QString::fromUtf8(words);
        };
        row("no unit", ownFile().replace("\"start_mg\"", "\"start\""), "own.json, field “start_mg”: It is missing.");
        row("an unknown rule", ownFile([](core::Protocol& p) { p.ruleId = "TIT-ORAL-ADULT-9"; }),
            "own.json, field “rule”: “TIT-ORAL-ADULT-9” is not known.");
        row("a negative interval", ownFile([](core::Protocol& p) { p.intervalDays = -3; }),
            "own.json, field “interval_days”: “-3” is outside what is accepted. Type a value from 1 to 365.");
        row("a cycle", ownFile([](core::Protocol& p) { p.basedOn = p.id; }),
            "own.json, field “based_on”: It leads back to the protocol itself.");
        row("the name of a built-in one", ownFile([](core::Protocol& p) { p.id = "ORAL-ADULT-LABEL", p.basedOn = ""; }),
            "own.json, field “id”: A built-in protocol has this short name");
        row("no JSON", "{\n\"id\": ,", "own.json, line 2: It cannot be read beyond character");
    }
    void aBadFileIsRefusedByNameFieldAndReason() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, words);
        PatientWindow clinic;
        const QString path = written(clinic, text);
        inProtocols(clinic, [&](SettingsDialog& settings) {
            clinic.dialogs.answerOpen(path);
            click(settings, QStringLiteral("Import…"));
            QVERIFY(!clinic.dialogs.informed.isEmpty());
            QVERIFY2(clinic.dialogs.informed.last().contains(words), qPrintable(clinic.dialogs.informed.last()));
            settings.reject();
        });
        QVERIFY(stored(clinic).empty());

        // The same file in a folder that the program is started with: said once, and what is used instead.
        const FolderProtocols folder = withFolder(clinic.folder.path(), catalogue());
        QVERIFY2(folder.refused.startsWith(words), qPrintable(folder.refused));
        QCOMPARE(folder.refused.count(QStringLiteral("own.json")), 1);
        QVERIFY(folder.refused.endsWith(QStringLiteral("The built-in protocols are used; none of this folder is.")));
        QVERIFY(folder.catalogue.protocols() == catalogue().protocols());
    }

    void aGoodFolderIsTakenWithoutAWord() {
        PatientWindow clinic;
        written(clinic, ownFile());
        const FolderProtocols folder = withFolder(clinic.folder.path(), catalogue());
        QVERIFY(folder.refused.isEmpty());
        QVERIFY(folder.catalogue.protocol("OWN-FAST") != nullptr);
    }

    void aNoticeStandsThereUntilItIsClosed() {
        PatientWindow clinic;
        auto* notice = new NoticeBar(QStringLiteral("own.json, field “rule”: …"));
        clinic.window->addToolBar(notice);
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(visibleText(*notice).contains(QStringLiteral("own.json")));
        click(*notice, QStringLiteral("Close"));
        QVERIFY(!notice->isVisible());
    }

    void whatIsGivenOutReadsBackTheSame() {
        PatientWindow clinic;
        const QString path = clinic.path(QStringLiteral("out.json"));
        inProtocols(clinic, [&](SettingsDialog& settings) {
            copyAs(clinic, settings, QStringLiteral("Adult, very slow"), QStringLiteral("Ours"));
            clinic.dialogs.answerSave(path);
            click(settings, QStringLiteral("Export…"));
            save(settings);
        });
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = content::protocolFromFile(file.readAll(), "out.json", catalogue());
        QVERIFY(read);
        QVERIFY(*read == stored(clinic).front());
    }

    void aFileThatCannotBeWrittenIsTold() {
        PatientWindow clinic;
        inProtocols(clinic, [&](SettingsDialog& settings) {
            clinic.dialogs.answerSave(clinic.path(QStringLiteral("nowhere/out.json")));
            click(settings, QStringLiteral("Export…"));
            settings.reject();
        });
        QCOMPARE(clinic.dialogs.told.size(), 1);
        QCOMPARE(clinic.dialogs.told.first().code, core::ErrorCode::cannotWrite);
    }
};

QTEST_MAIN(TestProtocolsPage)
#include "tst_protocols_page.moc"
