// The common widgets: colours that can be read, fields that refuse in words, rows of choices that a hand on the
// keyboard can use.
#include "content/catalogue.h"
#include "core_values.h"
#include "gui/badge.h"
#include "gui/card.h"
#include "gui/creatinine_edit.h"
#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/even_columns.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/finding_card.h"
#include "gui/folding_columns.h"
#include "gui/number_edit.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "gui/theme.h"
#include "gui/whole_dates.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lento;
using namespace lento::gui;
using core::Date;
using test::date;

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    void textCanBeRead_data() {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const Tokens* t : {&lightTokens(), &darkTokens()}) {
            const auto row = [t](const char* what, const QColor& text, const QColor& ground) {
                QTest::addRow("%s, %s", what, t->dark ? "dark" : "light") << text << ground;
            };
            for (const auto& [name, ground] : {std::pair("page", t->page),
                                               {"surface", t->surface},
                                               {"subtle", t->subtle},
                                               {"chosen row", t->primaryPale}}) {
                row(qPrintable(QStringLiteral("text on %1").arg(QLatin1String(name))), t->text, ground);
                row(qPrintable(QStringLiteral("second line on %1").arg(QLatin1String(name))), t->muted, ground);
                row(qPrintable(QStringLiteral("link on %1").arg(QLatin1String(name))), t->primary, ground);
            }
            row("main button", t->onPrimaryFill, t->primaryFill);
            row("name on the banner", t->onBanner, t->banner);
            row("caption on the banner", t->onBannerMuted, t->banner);
            for (const auto& [name, colour] :
                 {std::pair("dose", t->dose), {"MAS", t->mas}, {"NRS", t->nrs}, {"effect", t->effect}})
                row(qPrintable(QStringLiteral("%1 in the chart").arg(QLatin1String(name))), colour, t->surface);
            row("text on a step day", t->text, t->stepWash);
            for (std::size_t tone = 0; tone < t->tones.size(); ++tone) {
                const ToneColours& colours = t->tones[tone];
                row(qPrintable(QStringLiteral("badge %1").arg(tone)), colours.text, colours.pale);
                row(qPrintable(QStringLiteral("note %1").arg(tone)), colours.text, colours.wash);
                row(qPrintable(QStringLiteral("note on a card %1").arg(tone)), colours.text, t->surface);
                row(qPrintable(QStringLiteral("note on the page %1").arg(tone)), colours.text, t->page);
                row(qPrintable(QStringLiteral("sentence of a finding %1").arg(tone)), t->text, colours.wash);
                row(qPrintable(QStringLiteral("rule of a finding %1").arg(tone)), t->muted, colours.wash);
                row(qPrintable(QStringLiteral("why of a finding %1").arg(tone)), t->primary, colours.wash);
            }
        }
    }
    void textCanBeRead() {
        QFETCH(const QColor, text);
        QFETCH(const QColor, ground);
        QVERIFY2(contrast(text, ground) >= 4.5,
                 qPrintable(QStringLiteral("%1:1").arg(contrast(text, ground), 0, 'f', 2)));
    }

    void framesCanBeSeen_data() {
        QTest::addColumn<QColor>("frame");
        QTest::addColumn<QColor>("ground");
        for (const Tokens* t : {&lightTokens(), &darkTokens()}) {
            const char* name = t->dark ? "dark" : "light";
            QTest::addRow("field, %s", name) << t->controlBorder << t->surface;
            QTest::addRow("focus, %s", name) << t->primary << t->surface;
            QTest::addRow("step day, %s", name) << t->stepFrame << t->stepWash;
            for (std::size_t tone = 0; tone < t->tones.size(); ++tone)
                QTest::addRow("bar %zu, %s", tone, name) << t->tones[tone].bar << t->tones[tone].wash;
        }
    }
    void framesCanBeSeen() {
        QFETCH(const QColor, frame);
        QFETCH(const QColor, ground);
        QVERIFY2(contrast(frame, ground) >= 3.0,
                 qPrintable(QStringLiteral("%1:1").arg(contrast(frame, ground), 0, 'f', 2)));
    }

    void contrastIsThatOfTheStandard() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }

    void cardsStandInAsManyColumnsAsFit_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");
        QTest::newRow("all beside each other") << 430 << 4;
        QTest::newRow("one pixel less") << 429 << 2;
        QTest::newRow("two and two") << 210 << 2;
        QTest::newRow("one below the other") << 209 << 1;
        QTest::newRow("wider than needed") << 1201 << 4;
    }
    void cardsStandInAsManyColumnsAsFit() {
        QFETCH(const int, width);
        QFETCH(const int, columns);
        QWidget page;
        auto* layout = new EvenColumns(&page);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(10);
        QList<QLabel*> cards;
        for (const char* text : {"dose", "next", "scores", "supply"}) {
            cards << new QLabel(QString::fromLatin1(text));
            cards.back()->setMinimumSize(100, 30);
            layout->addWidget(cards.back());
        }
        const int rows = 4 / columns;
        QCOMPARE(layout->heightForWidth(width), rows * 30 + (rows - 1) * 10);
        layout->setGeometry(QRect(0, 0, width, 500));
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(cards[i]->y(), i / columns * 40);
            QVERIFY(cards[i]->width() >= 100);
            QVERIFY(std::abs(cards[i]->width() - cards[0]->width()) <= 1);
        }
        QCOMPARE(cards[columns - 1]->geometry().right(), width - 1); // to the edge
        QCOMPARE(cards[0]->x(), 0);
    }

    void doseIsReadOrRefused_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qlonglong>("nanograms"); // -1: refused
        QTest::addColumn<QString>("shown");
        QTest::newRow("whole") << "10" << 10'000'000LL << "10 mg";
        QTest::newRow("with unit") << "12.5 mg" << 12'500'000LL << "12.5 mg";
        QTest::newRow("comma") << " 2,5 " << 2'500'000LL << "2.5 mg";
        QTest::newRow("trailing zero") << "5.0" << 5'000'000LL << "5 mg";
        QTest::newRow("empty") << "" << 0LL << "";
        QTest::newRow("thousand or one") << "1.000" << -1LL << "1.000";
        QTest::newRow("negative") << "-5" << -1LL << "-5";
        QTest::newRow("micrograms") << "500 mcg" << -1LL << "500 mcg";
        QTest::newRow("words") << "ten" << -1LL << "ten";
        QTest::newRow("two numbers") << "5 10" << -1LL << "5 10";
        QTest::newRow("fifth decimal") << "0.00001" << -1LL << "0.00001";
    }
    void doseIsReadOrRefused() {
        QFETCH(const QString, typed);
        QFETCH(const qlonglong, nanograms);
        QFETCH(const QString, shown);
        DoseEdit edit;
        QSignalSpy problems(&edit, &TypedEdit::problemChanged);
        edit.show();
        edit.setFocus();
        QTest::keyClicks(&edit, typed);
        QVERIFY(problems.isEmpty()); // nothing is told while typing
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), shown);
        QCOMPARE(edit.showsProblem(), nanograms < 0);
        if (nanograms < 0) {
            QVERIFY(!edit.problem().isEmpty());
            QVERIFY(!edit.value());
            QCOMPARE(edit.accessibleDescription(), edit.problem());
        } else if (!typed.isEmpty()) {
            QCOMPARE(edit.value()->inNanograms(), nanograms);
        }
    }

    void requiredFieldMayNotBeEmpty() {
        TextLine line("surname");
        QVERIFY(line.check());
        line.setOptional(false);
        QVERIFY(!line.check());
        QVERIFY(line.problem().contains(QStringLiteral("urname")));
        QTest::keyClicks(&line, QStringLiteral("K"));
        QVERIFY(!line.showsProblem());
    }

    void problemGoesAsSoonAsTheTextCanBeRead() {
        DailyDoseEdit edit;
        FieldNote note(edit);
        edit.setText(QStringLiteral("45 ml"));
        QVERIFY(!edit.check());
        QVERIFY(!note.isHidden());
        QCOMPARE(note.tone(), Tone::critical);
        edit.selectAll();
        QTest::keyClicks(&edit, QStringLiteral("45"));
        QVERIFY(!edit.showsProblem());
        QVERIFY(note.isHidden());
    }

    void noteReturnsToWhatItSaidBefore() {
        WeightEdit edit;
        FieldNote note(edit);
        note.set(Tone::neutral, QStringLiteral("Last: 68 kg"));
        edit.setText(QStringLiteral("7000"));
        edit.check();
        QVERIFY(note.text() != QStringLiteral("Last: 68 kg"));
        edit.clear();
        edit.check();
        QCOMPARE(note.text(), QStringLiteral("Last: 68 kg"));
    }

    void upAndDownGoToTheNextMultiple() {
        DailyDoseEdit edit;
        edit.setStep(core::DailyDose::milligrams(5));
        edit.setValue(core::DailyDose::micrograms(12'500));
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(edit.value(), core::DailyDose::milligrams(15));
        edit.setValue(core::DailyDose::micrograms(12'500));
        QTest::keyClick(&edit, Qt::Key_Down);
        QCOMPARE(edit.value(), core::DailyDose::milligrams(10));
        edit.setValue(core::DailyDose::milligrams(5));
        QTest::keyClick(&edit, Qt::Key_Down);
        QTest::keyClick(&edit, Qt::Key_Down);
        QCOMPARE(edit.value(), core::DailyDose());
    }

    void dateIsReadOrRefused_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown"); // empty: refused
        QTest::newRow("clinical") << "09-Dec-2026"
                                  << "09-Dec-2026";
        QTest::newRow("ISO") << "2026-12-09"
                             << "09-Dec-2026";
        QTest::newRow("day can only be 23") << "23/11/2026"
                                            << "23-Nov-2026";
        QTest::newRow("day or month") << "03/04/2026"
                                      << "";
        QTest::newRow("no such day") << "30-Feb-2026"
                                     << "";
        QTest::newRow("two-digit year") << "09-Dec-26"
                                        << "";
        QTest::newRow("words") << "tomorrow"
                               << "";
    }
    void dateIsReadOrRefused() {
        QFETCH(const QString, typed);
        QFETCH(const QString, shown);
        DateEdit edit;
        QTest::keyClicks(&edit, typed);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), shown.isEmpty() ? typed : shown);
        QCOMPARE(edit.showsProblem(), shown.isEmpty());
    }

    void dateOutsideItsRangeNamesTheRange() {
        DateEdit edit;
        edit.setRange(date("2026-01-01"), date("2026-11-22"));
        edit.setText(QStringLiteral("23-Nov-2026"));
        QVERIFY(!edit.check());
        QVERIFY(edit.problem().contains(QStringLiteral("22-Nov-2026")));
        QCOMPARE(edit.text(), QStringLiteral("23-Nov-2026")); // kept, not clamped
    }

    void keysMoveADate() {
        DateEdit edit;
        edit.setSuggestion(date("2026-11-22"));
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(edit.value(), std::optional(date("2026-11-22")));
        QTest::keyClick(&edit, Qt::Key_Up);
        QTest::keyClick(&edit, Qt::Key_PageUp);
        QCOMPARE(edit.value(), std::optional(date("2026-11-30")));
        edit.setRange(std::nullopt, date("2026-11-30"));
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(edit.value(), std::optional(date("2026-11-30")));
    }

    void creatinineNeedsItsUnit() {
        CreatinineEdit edit;
        edit.line().setText(QStringLiteral("90"));
        QVERIFY(!edit.line().check());
        edit.setUnit(core::CreatinineUnit::umolPerL);
        QVERIFY(edit.line().check());
        QCOMPARE(edit.value()->unit, core::CreatinineUnit::umolPerL);
        // 90 mg/dL is beyond REN-1.
        edit.setUnit(core::CreatinineUnit::mgPerDl);
        QVERIFY(!edit.line().check());
    }

    void typedUnitIsTheUnitMeant() {
        CreatinineEdit edit;
        edit.setUnit(core::CreatinineUnit::mgPerDl);
        QTest::keyClicks(&edit.line(), QStringLiteral("95 umol/L"));
        QVERIFY(edit.unit() == core::CreatinineUnit::umolPerL);
    }

    void segmentsFollowTheKeys() {
        SegmentedControl control(QStringLiteral("Hip adductors, left"),
                                 {{0, QStringLiteral("0"), {}},
                                  {1, QStringLiteral("1"), {}},
                                  {2, QStringLiteral("1+"), QStringLiteral("1 plus")},
                                  {3, QStringLiteral("2"), {}}});
        control.show();
        QSignalSpy changes(&control, &SegmentedControl::valueChanged);
        QVERIFY(!control.value());
        const QList<QAbstractButton*> buttons = control.findChildren<QAbstractButton*>();
        QTest::keyClick(buttons.front(), Qt::Key_1);
        QCOMPARE(control.value(), std::optional(1));
        QTest::keyClick(buttons[1], Qt::Key_1);
        QCOMPARE(control.value(), std::optional(2));
        QTest::keyClick(buttons[2], Qt::Key_Right);
        QCOMPARE(control.value(), std::optional(3));
        QTest::keyClick(buttons[3], Qt::Key_Right); // the end
        QCOMPARE(control.value(), std::optional(3));
        QTest::keyClick(buttons[3], Qt::Key_Home);
        QCOMPARE(control.value(), std::optional(0));
        QCOMPARE(changes.size(), 4);
    }

    void segmentsAreOneTabStopWithNames() {
        SegmentedControl control(QStringLiteral("Sex"),
                                 {{1, QStringLiteral("Female"), {}}, {2, QStringLiteral("Male"), {}}});
        control.setValue(2);
        int stops = 0;
        for (const QAbstractButton* button : control.findChildren<QAbstractButton*>()) {
            stops += (button->focusPolicy() & Qt::TabFocus) != 0 ? 1 : 0;
            QVERIFY(button->accessibleName().startsWith(QStringLiteral("Sex: ")));
        }
        QCOMPARE(stops, 1);
    }

    void onlyAClearableChoiceCanBeTakenBack() {
        SegmentedControl control(QStringLiteral("Pregnant"),
                                 {{1, QStringLiteral("Yes"), {}}, {0, QStringLiteral("No"), {}}});
        QAbstractButton* yes = control.findChildren<QAbstractButton*>().front();
        QTest::mouseClick(yes, Qt::LeftButton);
        QTest::mouseClick(yes, Qt::LeftButton);
        QCOMPARE(control.value(), std::optional(1));
        control.setClearable(true);
        QTest::mouseClick(yes, Qt::LeftButton);
        QVERIFY(!control.value());
        QVERIFY(!yes->isChecked());
    }

    void fieldNamesItsControl() {
        auto* edit = new WeightEdit;
        const Field field(QStringLiteral("&Weight"), edit);
        QCOMPARE(edit->accessibleName(), QStringLiteral("Weight"));
    }

    void findingSaysSeverityRuleAndWhy() {
        const auto catalogue = content::Catalogue::load();
        QVERIFY(catalogue);
        core::Finding finding;
        finding.rule = "TAP-8";
        finding.action = core::Action::blockOverridable;
        finding.step = 2;
        finding.message = "tap-8.half";
        finding.inputs = {{"drop_mg", core::DailyDose::milligrams(35)}};
        finding.sources = {"S8"};
        FindingCard card(finding, *catalogue);
        card.askReason(false);
        card.resize(400, 300);
        card.show();
        QVERIFY(card.accessibleName().contains(QStringLiteral("eason")));
        const auto texts = [&card] {
            QStringList all;
            for (const QLabel* label : card.findChildren<QLabel*>())
                all << label->text();
            return all.join(QLatin1Char('\n'));
        };
        QVERIFY(texts().contains(QStringLiteral("TAP-8")));
        const QString ruleText = QString::fromStdString(catalogue->rule("TAP-8")->text);
        QVERIFY(!texts().contains(ruleText));
        card.toggleWhy();
        QVERIFY(texts().contains(ruleText));
        QVERIFY(texts().contains(QStringLiteral("35 mg")));
        QVERIFY(texts().contains(QStringLiteral("S8")));
        card.toggleWhy();
        QVERIFY(!texts().contains(ruleText));

        QSignalSpy reasons(&card, &FindingCard::reasonEdited);
        for (QPushButton* button : card.findChildren<QPushButton*>()) {
            if (button->text().startsWith(QStringLiteral("Give a reason")))
                button->click();
        }
        auto* reason = card.findChild<QLineEdit*>();
        QVERIFY(reason != nullptr);
        QTest::keyClicks(reason, QStringLiteral("Sees us weekly"));
        QCOMPARE(card.reason(), QStringLiteral("Sees us weekly"));
        QCOMPARE(reasons.last().front().toString(), QStringLiteral("Sees us weekly"));
    }

    void findingNotAssessedIsGreyAndAsksForTheValue() {
        const auto catalogue = content::Catalogue::load();
        core::Finding finding;
        finding.rule = "REN-5";
        finding.action = core::Action::warn;
        finding.assessed = false;
        finding.inputs = {{"weight_kg", std::string()}};
        QCOMPARE(toneOf(finding), Tone::neutral);
        FindingCard card(finding, *catalogue);
        QSignalSpy asked(&card, &FindingCard::missingValueRequested);
        for (QPushButton* button : card.findChildren<QPushButton*>()) {
            if (button->text().startsWith(QStringLiteral("Enter")))
                button->click();
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), QStringLiteral("weight_kg"));
    }

    // The frame alone says that something can be typed: as visible around several lines as around one (3:1).
    void fieldsOfSeveralLinesAreFramedLikeOthers_data() {
        QTest::addColumn<int>("appearance");
        QTest::newRow("light") << static_cast<int>(Appearance::light);
        QTest::newRow("dark") << static_cast<int>(Appearance::dark);
    }
    void fieldsOfSeveralLinesAreFramedLikeOthers() {
        QFETCH(const int, appearance);
        applyTheme(*qApp, static_cast<Appearance>(appearance));
        QPlainTextEdit edit;
        edit.resize(200, 80);
        const QImage picture = edit.grab().toImage();
        const QColor frame = picture.pixelColor(0, picture.height() / 2);
        const Tokens& t = tokens(edit.palette());
        applyTheme(*qApp, Appearance::light);
        QCOMPARE(frame.name(), t.controlBorder.name());
        QVERIFY(contrast(frame, t.surface) >= 3.0);
    }

    void columnsFoldWhereTheRoomEnds_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("secondShown");
        QTest::addColumn<bool>("folded");
        QTest::newRow("room to spare") << 400 << true << false;
        QTest::newRow("just room") << 310 << true << false;
        QTest::newRow("one pixel short") << 309 << true << true;
        QTest::newRow("room for the wider one only") << 200 << true << true;
        QTest::newRow("nothing in the second") << 205 << false << false;
    }
    void columnsFoldWhereTheRoomEnds() {
        QFETCH(const int, width);
        QFETCH(const bool, secondShown);
        QFETCH(const bool, folded);
        auto* first = new QWidget;
        first->setMinimumSize(200, 50);
        auto* second = new QWidget;
        second->setMinimumSize(100, 40);
        QWidget page; // a window would not become narrower than its layout asks for
        auto& columns = *new FoldingColumns(first, 3, second, 1, FoldingColumns::Room::least, &page);
        columns.setSpacing(10);
        second->setVisible(secondShown);
        columns.resize(1000, 300);
        page.show();
        QVERIFY(!columns.isFolded());
        columns.resize(width, 300);
        QCoreApplication::processEvents();
        QCOMPARE(columns.isFolded(), folded);
        QCOMPARE(columns.minimumSizeHint().width(), 200);
        QCOMPARE(columns.minimumSizeHint().height(), folded ? 100 : 50);
        if (!secondShown)
            return;
        if (folded) {
            QCOMPARE(second->x(), 0);
            QCOMPARE(second->y(), first->geometry().bottom() + 1 + 10);
        } else {
            QCOMPARE(second->y(), first->y());
            QCOMPARE(second->x(), first->geometry().right() + 1 + 10);
        }
        columns.resize(1000, 300);
        QVERIFY(!columns.isFolded());
    }

    void datesStayWhole_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown"); // a bar for each word joiner
        QTest::newRow("one") << QStringLiteral("renew by 11-Dec-2026") << QStringLiteral("renew by 11-|Dec-|2026");
        QTest::newRow("two") << QStringLiteral("09-Feb-2027, 10-Mär-2027")
                             << QStringLiteral("09-|Feb-|2027, 10-|Mär-|2027");
        QTest::newRow("no date") << QStringLiteral("5-10-2026, off-label, 10-20")
                                 << QStringLiteral("5-10-2026, off-label, 10-20");
        QTest::newRow("nothing") << QString() << QString();
    }
    void datesStayWhole() {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QCOMPARE(withWholeDates(text).replace(QChar(0x2060), QLatin1Char('|')), shown);
    }

    void textGrowsWithTheFont() {
        const QFont before = QApplication::font();
        QFont twice = before;
        twice.setPointSizeF(before.pointSizeF() * 2);
        const int small = Badge(QStringLiteral("stable"), Tone::good).sizeHint().width();
        QApplication::setFont(twice);
        const int large = Badge(QStringLiteral("stable"), Tone::good).sizeHint().width();
        QApplication::setFont(before);
        QVERIFY(large > small * 17 / 10);
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
