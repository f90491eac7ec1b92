// The list at the left: any number of patients, found as one types, their second lines read only when they come into
// view.
#include "core_values.h"
#include "gui/patient_list.h"
#include "gui/row_list.h"
#include "gui/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace lento;
using namespace lento::gui;
using test::date;

namespace {

core::PatientId idOf(int number) {
    return core::PatientId(core::uuidV7(1'793'000'000'000 + number, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

// "FAMILY0000042, Maria", in the order of their numbers.
app::PatientIndex indexOf(int patients) {
    std::vector<app::PatientIndex::Entry> entries;
    entries.reserve(static_cast<std::size_t>(patients));
    for (int i = 0; i < patients; ++i) {
        app::PatientIndex::Entry entry;
        entry.id = idOf(i);
        entry.surname = QStringLiteral("Family%1").arg(i, 7, 10, QLatin1Char('0')).toStdString();
        entry.given = i % 2 == 0 ? "Maria" : "Józef";
        entry.recordNumber = std::to_string(1'000'000 + i);
        entry.birthDate = date("1950-01-01") + i % 20'000;
        entries.push_back(std::move(entry));
    }
    return app::PatientIndex::build(std::move(entries));
}

struct Reader {
    int calls = 0;
    PatientModel::SummaryReader function() {
        return [this](std::span<const core::PatientId> ids) -> core::Result<std::vector<app::PatientSummary>> {
            std::vector<app::PatientSummary> summaries;
            for (const core::PatientId& id : ids) {
                ++calls;
                app::PatientSummary summary;
                summary.id = id;
                summary.diagnosis = "Multiple sclerosis";
                summary.doseToday = core::DailyDose::milligrams(60);
                summaries.push_back(std::move(summary));
            }
            return summaries;
        };
    }
};

QString messageIn(const PatientList& list) {
    QStringList shown;
    for (const QLabel* label : list.findChildren<QLabel*>()) {
        if (label->isVisible())
            shown << label->text();
    }
    return shown.join(QLatin1Char(' '));
}

} // namespace

class TestPatientList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    void modelKeepsItsPromises() {
        PatientModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Reader reader;
        model.setIndex(indexOf(50), date("2026-11-22"), reader.function());
        QCOMPARE(model.rowCount(), 50);
        model.search(QStringLiteral("jozef"));
        QCOMPARE(model.rowCount(), 25);
        app::PatientIndex::Entry entry;
        entry.id = idOf(900);
        entry.surname = "Aaa";
        entry.given = "Józef";
        entry.birthDate = date("1970-01-01");
        model.put(entry);
        QCOMPARE(model.rowCount(), 26);
        QCOMPARE(model.rowOf(idOf(900)), 0);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void rowOfIsThePlaceAmongTheMatches() {
        PatientModel model;
        Reader reader;
        model.setIndex(indexOf(1'000), date("2026-11-22"), reader.function());
        model.search(QStringLiteral("maria"));
        QCOMPARE(model.rowOf(idOf(10)), 5);
        QCOMPARE(model.idAt(5), idOf(10));
        QCOMPARE(model.rowOf(idOf(11)), -1);
        QVERIFY(model.idAt(-1).isNull());
        QVERIFY(model.idAt(500).isNull());
    }

    void secondLineIsReadForRowsInViewOnly() {
        PatientList list;
        Reader reader;
        list.resize(280, 800);
        list.setIndex(indexOf(100'000), date("2026-11-22"), reader.function());
        list.show();
        auto& model = list.model();
        QTRY_VERIFY(model.index(0).data(PatientModel::SecondLine).toString().contains(QStringLiteral("60 mg/day")));
        QTRY_COMPARE(model.index(0).data(PatientModel::BadgeText).toString(), QStringLiteral("stable"));
        QCoreApplication::processEvents();
        QVERIFY2(reader.calls < 40, qPrintable(QString::number(reader.calls)));
        QCOMPARE(model.index(0).data(PatientModel::SecondLine).toString(),
                 QStringLiteral("01-Jan-1950 · Multiple sclerosis · 60 mg/day"));
    }

    void aMillionRowsCostWhatIsInView() {
        PatientList list;
        Reader reader;
        list.resize(280, 800);
        list.show();
        list.setIndex(indexOf(1'000'000), date("2026-11-22"), reader.function());
        auto* rows = list.findChild<RowList*>();
        QCOMPARE(rows->model()->rowCount(), 1'000'000);
        rows->setCurrentIndex(rows->model()->index(0, 0));
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_End);
        QCOMPARE(rows->currentIndex().row(), 999'999);
        QVERIFY(rows->viewport()->rect().contains(rows->visualRect(rows->currentIndex()).center()));
        QVERIFY(rows->visualRect(rows->model()->index(0, 0)).isNull());
        const auto [first, last] = rows->rowsInView();
        QVERIFY(last - first < 20);
        QCOMPARE(rows->indexAt(rows->visualRect(rows->currentIndex()).center()), rows->currentIndex());
        QTest::keyClick(rows, Qt::Key_PageUp);
        QVERIFY(rows->currentIndex().row() < 999'999);
        QTest::keyClick(rows, Qt::Key_Home);
        QCOMPARE(rows->currentIndex().row(), 0);
        QCOMPARE(rows->verticalScrollBar()->value(), 0);
    }

    void typingFindsAndEnterOpens() {
        PatientList list;
        Reader reader;
        list.setIndex(indexOf(200), date("2026-11-22"), reader.function());
        list.show();
        QSignalSpy chosen(&list, &PatientList::patientChosen);
        auto* search = list.findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("family0000007"));
        QCOMPARE(list.model().rowCount(), 1);
        QVERIFY(messageIn(list).contains(QStringLiteral("1 of 200")));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().value<core::PatientId>(), idOf(7));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(list.model().rowCount(), 200);
        QCOMPARE(list.findChild<RowList*>()->currentIndex().row(), 7); // stays marked
    }

    void arrowsWorkFromTheSearchField() {
        PatientList list;
        Reader reader;
        list.setIndex(indexOf(20), date("2026-11-22"), reader.function());
        list.show();
        QSignalSpy chosen(&list, &PatientList::patientChosen);
        auto* search = list.findChild<QLineEdit*>();
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.front().front().value<core::PatientId>(), idOf(1));
        QVERIFY(search->hasFocus() || !list.isActiveWindow());
    }

    void nobodyFoundSaysWhatWasSearchedAndOffersANewPatient() {
        PatientList list;
        Reader reader;
        list.setIndex(indexOf(20), date("2026-11-22"), reader.function());
        list.show();
        QSignalSpy wanted(&list, &PatientList::newPatientRequested);
        QTest::keyClicks(list.findChild<QLineEdit*>(), QStringLiteral("Nowak"));
        QVERIFY(messageIn(list).contains(QStringLiteral("Nowak")));
        for (QPushButton* button : list.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("New patient…"))
                button->click();
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("Nowak"));
    }

    void statesAreSaid() {
        PatientList list;
        Reader reader;
        list.show();
        list.showReading();
        QVERIFY(messageIn(list).contains(QStringLiteral("Reading patients")));
        list.setIndex(indexOf(0), date("2026-11-22"), reader.function());
        QVERIFY(messageIn(list).contains(QStringLiteral("No patients yet")));
        list.showProblem(QStringLiteral("The file is damaged."));
        QVERIFY(messageIn(list).contains(QStringLiteral("The file is damaged.")));
    }

    void whatWasTypedWhileReadingCounts() {
        PatientList list;
        Reader reader;
        list.show();
        list.showReading();
        QTest::keyClicks(list.findChild<QLineEdit*>(), QStringLiteral("family0000003"));
        list.setIndex(indexOf(20), date("2026-11-22"), reader.function());
        QCOMPARE(list.model().rowCount(), 1);
    }

    void selectingAHiddenPatientShowsItAgain() {
        PatientList list;
        Reader reader;
        list.setIndex(indexOf(20), date("2026-11-22"), reader.function());
        list.show();
        QTest::keyClicks(list.findChild<QLineEdit*>(), QStringLiteral("family0000003"));
        list.select(idOf(12));
        QCOMPARE(list.model().rowCount(), 20);
        QCOMPARE(list.findChild<RowList*>()->currentIndex().row(), 12);
    }
};

QTEST_MAIN(TestPatientList)
#include "tst_patient_list.moc"
