// The catalogue loads whole, its files agree with each other and with clinical-rules, and a wrong file is named with
// its field.
#include "content/catalogue.h"
#include "content/rule_reference.h"
#include "core/further_scores.h"
#include "core/rules.h"
#include "core/scale.h"
#include "core/taper.h"
#include "core/titration.h"
#include "for_rule.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <set>

using namespace lento;
using content::Catalogue;
using core::DailyDose;
using core::ErrorCode;
using core::OralDose;

namespace {

const Catalogue& shipped() {
    static const Catalogue catalogue = Catalogue::load().value();
    return catalogue;
}

QString resources() {
    return QStringLiteral(LENTO_SOURCE_DIR "/resources");
}

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The shipped files in a folder of their own, to be spoilt.
class Copy {
public:
    Copy() {
        for (const QString& folder : {QStringLiteral("catalogue"), QStringLiteral("protocols"), QStringLiteral("rules"),
                                      QStringLiteral("scales")}) {
            QDir(m_folder.path()).mkpath(folder);
            const QDir from(resources() + QLatin1Char('/') + folder);
            for (const QString& name : from.entryList({QStringLiteral("*.json")}, QDir::Files))
                QFile::copy(from.filePath(name), path(folder + QLatin1Char('/') + name));
        }
    }
    QString root() const { return m_folder.path(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    bool replace(const QString& name, const QByteArray& from, const QByteArray& to) {
        QByteArray text = readAll(path(name));
        const qsizetype at = text.indexOf(from);
        if (at < 0)
            return false;
        text.replace(at, from.size(), to);
        QFile::remove(path(name));
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }

private:
    QTemporaryDir m_folder;
};

// Every number and fraction of a group, as text.
QStringList numbersIn(const QJsonValue& value) {
    QStringList all;
    if (value.isDouble())
        all.append(QString::number(value.toDouble()));
    else if (value.isArray())
        for (const QJsonValue& one : value.toArray())
            all += numbersIn(one);
    else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (it.key() == QLatin1String("factor") || it.key().endsWith(QLatin1String("_above")))
                all.append(it->toString());
            else
                all += numbersIn(*it);
    }
    return all;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProgramsOwnResourcesLoad() {
        const auto loaded = Catalogue::load();
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().subject.c_str());
        QVERIFY(!loaded->ruleSetVersion().empty());
    }

    void theFolderAndTheProgramHoldTheSame() {
        const auto folder = Catalogue::load(resources());
        QVERIFY2(folder.has_value(), folder ? "" : folder.error().subject.c_str());
        QVERIFY(folder->products() == shipped().products());
        QVERIFY(folder->protocols() == shipped().protocols());
        QCOMPARE(folder->rules().size(), shipped().rules().size());
    }

    void theProductsAreThoseOfFrm_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("form");
        QTest::addColumn<qint64>("strengthNg");
        QTest::addColumn<bool>("halves");
        QTest::addColumn<qint64>("gridNl");
        const auto row = [](const char* id, core::ProductForm form, OralDose strength, bool halves = false,
                            int gridUl = 0) {
            QTest::newRow(id) << QString::fromLatin1(id) << static_cast<int>(form) << qint64{strength.inNanograms()}
                              << halves << qint64{gridUl} * 1000;
        };
        using core::ProductForm;
        row("TAB5", ProductForm::tablet, OralDose::milligrams(5));
        row("TAB10", ProductForm::tablet, OralDose::milligrams(10), true);
        row("TAB15", ProductForm::tablet, OralDose::milligrams(15));
        row("TAB20", ProductForm::tablet, OralDose::milligrams(20), true);
        row("BAC40", ProductForm::tablet, OralDose::milligrams(40), true);
        row("SOL1", ProductForm::liquid, OralDose::milligrams(1), false, 500);
        row("SOL2", ProductForm::liquid, OralDose::milligrams(2), false, 500);
        row("SUS5", ProductForm::liquid, OralDose::milligrams(5), false, 100);
        row("GRA5", ProductForm::granules, OralDose::milligrams(5));
        row("GRA10", ProductForm::granules, OralDose::milligrams(10));
        row("GRA20", ProductForm::granules, OralDose::milligrams(20));
        row("IT50", ProductForm::intrathecal, OralDose::micrograms(50));
        row("IT500", ProductForm::intrathecal, OralDose::micrograms(500));
        row("IT1000", ProductForm::intrathecal, OralDose::micrograms(1000));
        row("IT2000", ProductForm::intrathecal, OralDose::micrograms(2000));
    }
    void theProductsAreThoseOfFrm() {
        QFETCH(const QString, id);
        QFETCH(const int, form);
        QFETCH(const qint64, strengthNg);
        QFETCH(const bool, halves);
        QFETCH(const qint64, gridNl);
        const core::Product* product = shipped().product(id.toStdString());
        QVERIFY(product != nullptr);
        QCOMPARE(static_cast<int>(product->form), form);
        QCOMPARE(qint64{product->strength.inNanograms()}, strengthNg);
        QCOMPARE(product->halvesAllowed, halves);
        QCOMPARE(qint64{product->grid.inNanolitres()}, gridNl);
        QVERIFY(!product->sources.empty());
        QVERIFY(!product->regions.empty());
        QCOMPARE(shipped().products().size(), std::size_t{15});
    }

    // DAT-1
    void theProtocolsAreThoseOfTit_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("numbers"); // start, increment, interval, ceiling, split
        QTest::newRow("label") << QStringLiteral("ORAL-ADULT-LABEL") << QStringLiteral("TIT-ORAL-ADULT-1")
                               << QStringLiteral("15 15 3 80 equal");
        QTest::newRow("gradual") << QStringLiteral("ORAL-ADULT-GRADUAL") << QStringLiteral("TIT-ORAL-ADULT-2")
                                 << QStringLiteral("15 5 3 80 equal");
        QTest::newRow("very slow") << QStringLiteral("ORAL-ADULT-VERY-SLOW") << QStringLiteral("TIT-ORAL-ADULT-3")
                                   << QStringLiteral("5 2.5 5 80 evening");
        QTest::newRow("sensitive") << QStringLiteral("ORAL-ADULT-SENSITIVE") << QStringLiteral("TIT-ORAL-ADULT-4")
                                   << QStringLiteral("5 5 7 80 equal");
    }
    void theProtocolsAreThoseOfTit() {
        QFETCH(const QString, id);
        QFETCH(const QString, rule);
        QFETCH(const QString, numbers);
        const core::Protocol* protocol = shipped().protocol(id.toStdString());
        QVERIFY(protocol != nullptr);
        QCOMPARE(QString::fromStdString(protocol->ruleId), rule);
        const std::string found = milligramText(protocol->start) + ' ' + milligramText(protocol->increment) + ' ' +
                                  std::to_string(protocol->intervalDays) + ' ' + milligramText(protocol->ceiling) +
                                  (protocol->split == core::SplitStrategy::evening ? " evening" : " equal");
        QCOMPARE(QString::fromStdString(found), numbers);
        QCOMPARE(protocol->isDefault, id == QLatin1String("ORAL-ADULT-GRADUAL"));
        QVERIFY(protocol->singleDoseCap == OralDose::milligrams(20));
        QVERIFY(!protocol->title.empty() && !protocol->edition.empty() && !protocol->note.empty());
    }
    void theRestOfTheProtocols() {
        QCOMPARE(shipped().protocols().size(), std::size_t{11});
        QCOMPARE(shipped().defaultProtocol().id, std::string("ORAL-ADULT-GRADUAL"));
        QVERIFY(shipped().protocol("ORAL-ADULT-LABEL")->defaultGoal == DailyDose::milligrams(60));
        QVERIFY(shipped().protocol("ORAL-ADULT-SENSITIVE")->softCeiling == DailyDose::milligrams(40));
        QVERIFY(shipped().protocol("ORAL-ADULT-VERY-SLOW")->quantumAtMost == OralDose::micrograms(2500));
    }

    void theNumbersAreThoseOfTheRules() {
        const core::RuleNumbers& n = shipped().numbers();
        QVERIFY(n.uni1.oralHardDaily == DailyDose::milligrams(300));
        QCOMPARE(n.dat5.maximumDays, 365);
        QCOMPARE(n.dat5.maximumDays65, 183);
        QCOMPARE(n.dat5.maximumDaysLowK, 92);
        QCOMPARE(n.dat5.ageYears, 65);
        QCOMPARE(n.dat5.lowK, 60);
        QVERIFY(n.titOralAdult1.start == DailyDose::milligrams(15));
        QVERIFY(n.titOralAdult1.increment == DailyDose::milligrams(15));
        QCOMPARE(n.tit5.size(), std::size_t{3});
        QVERIFY(n.tit5[1].region == core::Region::uk && !n.tit5[1].lowest &&
                n.tit5[1].highest == DailyDose::milligrams(60));
        QVERIFY(n.tit6.ceiling == DailyDose::milligrams(80));
        QVERIFY(n.tit6.secondClinician == DailyDose::milligrams(100));
        QVERIFY(n.tit7.mostRise == DailyDose::milligrams(15));
        QCOMPARE(n.tit7.withinDays, 3);
        QCOMPARE(n.tit7.minimumIntervalDays, 3);
        QVERIFY(n.tit8.singleDose == OralDose::milligrams(20));
        QCOMPARE(n.tit10.baselineScoreDays, 14);
        QCOMPARE(n.tit11.reviewEveryDays, 14);
        QCOMPARE(n.tit12.trialDays, 42);
        QCOMPARE(n.eld1.ageYears, 65);
        QVERIFY(n.eld1.softCeiling == DailyDose::milligrams(40));
        QCOMPARE(n.tap4.lowestPercent, 5);
        QCOMPARE(n.tap4.highestPercent, 20);
        QCOMPARE(n.tap4.blockAbovePercent, 25);
        QCOMPARE(n.tap4.minimumIntervalDays, 7);
        QCOMPARE(n.tap7.firstStep.whole(), 20);
        QVERIFY(n.tap8.alwaysAcceptable == DailyDose::milligrams(5));
        QVERIFY((n.tap8.warnAbove == core::Ratio{1, 3} && n.tap8.blockAbove == core::Ratio{1, 2}));
        QCOMPARE(n.tap9.warnBelowDays, 14);
        QCOMPARE(n.tap9.blockBelowDays, 7);
        QCOMPARE(n.tap11.highFromMonths, 6);
        QVERIFY(n.tap11.highFromDose == DailyDose::milligrams(60));
        QCOMPARE(n.tap11.lowBelowMonths, 2);
        QVERIFY(n.tap11.lowUpToDose == DailyDose::milligrams(30));
        QCOMPARE(n.tap16.firstVisitWithinDays, 14);
        QCOMPARE(n.tap16.thenEveryDays, 28);
        QCOMPARE(n.tap16.afterStopDays, 7);
        QCOMPARE(n.ren6.ageYears, 65);
        QCOMPARE(n.ren6.k, 60.0);
        QVERIFY(n.ren6.warnFrom == DailyDose::milligrams(20));
        QVERIFY((n.ren5[0].factor == core::Ratio{1, 1} && !n.ren5[0].minimumIntervalDays));
        QVERIFY((n.ren5[1].factor == core::Ratio{2, 3} && n.ren5[1].action == core::Action::inform));
        QVERIFY((n.ren5[2].factor == core::Ratio{1, 2} && n.ren5[2].minimumIntervalDays == 7));
        QVERIFY((n.ren5[3].factor == core::Ratio{1, 3} && n.ren5[3].action == core::Action::blockOverridable));
        QVERIFY(n.ren5[4].ceiling == DailyDose::milligrams(5) && n.ren5[4].minimumIntervalDays == 14);
    }

    void theNumbersForChildrenAreThoseOfTheRules() {
        const core::RuleNumbers& n = shipped().numbers();
        QVERIFY(n.ped1.start.forWeight(14'000) == core::DailyDose::micrograms(4'200));
        QVERIFY(n.ped2.increment.forWeight(10'000) == DailyDose::milligrams(3));
        QVERIFY(n.ped2.most == DailyDose::milligrams(5) && n.ped2.intervalDays == 7);
        QVERIFY(n.ped3.lowest.forWeight(10'000) == core::DailyDose::micrograms(7'500));
        QVERIFY(n.ped3.highest.forWeight(10'000) == DailyDose::milligrams(20));
        QVERIFY(n.ped4.younger == DailyDose::milligrams(40) && n.ped4.older == DailyDose::milligrams(60));
        QVERIFY(n.ped4.olderFromYears == 8 && n.ped4.most.forWeight(1'000) == DailyDose::milligrams(2));
        QCOMPARE(n.ped5.size(), std::size_t{3});
        QVERIFY(n.ped5[1].fromYears == 2 && n.ped5[1].belowYears == 6);
        QVERIFY(n.ped5[1].lowest == DailyDose::milligrams(20) && n.ped5[1].highest == DailyDose::milligrams(30));
        QCOMPARE(n.ped6.tabletsFromGrams, 33'000);
        QVERIFY(n.ped7.blockBelowYears == 1 && n.ped7.warnBelowYears == 2 && n.ped7.labelFromYears == 12);
        QVERIFY(n.ped9.adultFromYears == 16 && n.ped9.adultFromGrams == 50'000);
    }

    void theNumbersForVisitsAreThoseOfTheRules() {
        const core::RuleNumbers& n = shipped().numbers();
        QCOMPARE(n.vis3.holdDays, 14);
        QCOMPARE(n.vis4.leastAdherencePercent, 80);
        QCOMPARE(n.vis5.reviewMonths, 6);
        QVERIFY(n.vis10.holdDays == 14 && n.vis10.attempts == 2);
        QVERIFY(n.vis11.masLevel == 3 && n.vis11.nrsTenths == 70);
        QVERIFY((n.rstM.partOfGap == core::Ratio{1, 2}));
        QVERIFY(n.rst1.belowHours == 48 && n.rst1.lowK == 60.0);
        QVERIFY((n.rst2.belowDays == 7 && n.rst2.factor == core::Ratio{1, 2}));
        QCOMPARE(n.rst4.emergencyGrade, 3);
        QVERIFY(n.scl6.responderPercent == 30 && n.scl6.minimalPercent == 18);
        QVERIFY(n.scl7.correlation == .3 && n.scl7.meaningfulChange == 10.0);
        QVERIFY(n.scl8.tenMetreThousandths == 160 && n.scl8.twentyFiveFootPercent == 20);
        QCOMPARE(n.scl9.nrsFromTenths, 40);
        QVERIFY(n.scl9.lower.responderThousandths == 730 && n.scl9.lower.minimalThousandths == 450);
        QVERIFY(n.scl9.upper.responderThousandths == 760 && n.scl9.upper.minimalThousandths == 480);
        QVERIFY(n.pk2.absorptionPerHour == 1.64 && n.pk2.litres == 59.0 && n.pk2.litresPerHour == 10.8);
        QVERIFY(n.pk2.renalShare == .85 && n.pk2.fullK == 100.0);
        QVERIFY(n.pk3.litresPerHourPerKg == .273 && n.pk3.litresPerKg == 1.16);
        QVERIFY(n.pk3.fromYears == 2 && n.pk3.toYears == 17);
    }

    // "Why" can be asked of every proposal at a visit and after a gap.
    void everyProposalHasItsText() {
        for (const char* rule : {"VIS-1",  "VIS-2",  "VIS-3",  "VIS-4",  "VIS-5",  "VIS-6",  "VIS-7",  "VIS-8", "VIS-9",
                                 "VIS-10", "VIS-11", "VIS-12", "TAP-12", "TAP-13", "TAP-14", "TAP-19", "RST-1", "RST-2",
                                 "RST-3",  "RST-4",  "RST-M",  "SCL-6",  "SCL-7",  "SCL-8",  "SCL-9",  "PK-2",  "PK-5"})
            QVERIFY2(shipped().rule(rule) != nullptr, rule);
    }

    // Whoever changes a threshold must change the sentence that tells it.
    void theTextOfARuleNamesItsNumbers() {
        const QJsonObject whole =
            QJsonDocument::fromJson(readAll(resources() + QStringLiteral("/rules/numbers.json"))).object();
        int checked = 0;
        for (const QJsonValue& value : whole.value(QLatin1String("numbers")).toArray()) {
            const QJsonObject group = value.toObject();
            const QString rule = group.value(QLatin1String("rule")).toString();
            const content::RuleText* text = shipped().rule(rule.toStdString());
            QVERIFY2(text != nullptr, qPrintable(rule));
            for (const QString& number : numbersIn(group)) {
                if (number == QLatin1String("1") || number == QLatin1String("0"))
                    continue; // the factor of R1, the lower edge of R5
                const QRegularExpression word(QStringLiteral("(?<![0-9./])%1(?![0-9/]|\\.[0-9])").arg(number));
                QVERIFY2(QString::fromStdString(text->text).contains(word),
                         qPrintable(rule + QStringLiteral(": ") + number));
                ++checked;
            }
        }
        QVERIFY2(checked > 40, qPrintable(QString::number(checked)));
    }

    // A number, a class of medicines or a scale has no source that its rule does not name.
    void sourcesStandUnderTheirRule() {
        int checked = 0;
        const auto holds = [&checked](const std::string& rule, const std::vector<std::string>& sources) {
            const content::RuleText* text = shipped().rule(rule);
            QVERIFY2(text != nullptr, rule.c_str());
            for (const std::string& source : sources) {
                QVERIFY2(std::ranges::count(text->sources, source) == 1, (rule + ": " + source).c_str());
                ++checked;
            }
        };
        const auto reference = content::RuleReference::load(resources());
        QVERIFY(reference);
        for (const content::RuleText& rule : shipped().rules())
            holds(rule.id, reference->numberSources(rule.id));
        for (const core::MedicineClass& medicines : shipped().numbers().medicines.classes())
            holds(std::string(medicines.rule.text()), medicines.sources);
        for (const content::ScaleKind& scale : shipped().scales())
            holds(scale.rule, scale.sources);
        QVERIFY2(checked > 150, qPrintable(QString::number(checked)));
    }

    void pumpsAreUnverified() {
        QCOMPARE(shipped().pumpModels().size(), std::size_t{2});
        for (const core::PumpModel& model : shipped().pumpModels()) {
            QVERIFY(!model.isConfirmed());
            QVERIFY(model.tubing == shipped().numbers().pump.itb16.tubing);
            QVERIFY(model.perCentimetre == shipped().numbers().pump.itb16.perCentimetre);
        }
        QVERIFY(shipped().pumpModels().front().reservoir == core::Volume::microlitres(20'000));
        QVERIFY(shipped().pumpModels().front().alarm == core::Volume::microlitres(2'000));
    }

    void everyRuleHasItsSourcesAndWords() {
        QVERIFY(shipped().rules().size() >= 80);
        for (const content::RuleText& rule : shipped().rules()) {
            QVERIFY2(!rule.title.empty() && !rule.text.empty() && !rule.sources.empty(), rule.id.c_str());
            for (const std::string& source : rule.sources)
                QVERIFY2(shipped().source(source) != nullptr, rule.id.c_str());
        }
        for (const char* family : {"UNI-1", "DAT-5", "FRM-3", "RND-3", "SPL-4", "DSP-2", "TIT-16", "TIT-ORAL-ADULT-3",
                                   "REN-5", "TAP-8", "VIS-10", "SCL-1", "AE-1", "WDL-4"})
            QVERIFY2(shipped().rule(family) != nullptr, family);
    }

    // "Why" can be asked of every finding.
    void everyRuleThatIsCheckedHasItsText() {
        QVERIFY(!core::ruleTable().empty());
        for (const core::RuleEntry& entry : core::ruleTable())
            QVERIFY2(shipped().rule(entry.rule.text()) != nullptr, entry.rule.text().data());
    }

    void everyFindingNamesSourcesThatAreListed_data() {
        QTest::addColumn<bool>("taper");
        QTest::newRow("titration") << false;
        QTest::newRow("taper") << true;
    }
    void everyFindingNamesSourcesThatAreListed() {
        QFETCH(const bool, taper);
        const core::ProductSet products = core::ProductSet::of({*shipped().product("TAB10")}).value();
        core::TitrationInputs up;
        up.start = core::Date::fromIso("2026-03-02").value();
        up.startDose = DailyDose::milligrams(40);
        up.increment = DailyDose::milligrams(40);
        up.intervalDays = 2;
        up.goal = DailyDose::milligrams(120);
        core::TaperInputs down;
        down.start = up.start;
        down.from = DailyDose::milligrams(120);
        down.model = core::TaperModel::fixedStep;
        down.fixedStep = DailyDose::milligrams(60);
        down.intervalDays = 2;
        const core::Plan plan = taper ? core::planTaper(down, products, shipped().numbers()).value()
                                      : core::planTitration(up, products, 14).value();
        core::PatientFacts facts;
        facts.conditionCodes = {"stroke", "epilepsy", "muscle-pain"};
        facts.conditionsRecorded = true;
        core::RuleContext context{plan, shipped().numbers(), up.start};
        context.facts = &facts;
        const std::vector<core::Finding> findings = core::check(context);
        QVERIFY(findings.size() >= 5);
        int sources = 0;
        for (const core::Finding& finding : findings)
            for (const std::string& source : finding.sources) {
                QVERIFY2(shipped().source(source) != nullptr, source.c_str());
                ++sources;
            }
        QVERIFY(sources > 0);
    }

    // SCL-1 to SCL-8: what the list of scales says is what the visit accepts.
    void theScalesSayWhatAVisitAccepts() {
        const auto measure = [](const char* id, std::size_t index) {
            const content::ScaleKind* scale = shipped().scale(id);
            return scale != nullptr && index < scale->measures.size() ? scale->measures[index]
                                                                      : content::ScaleMeasure();
        };
        const auto codes = [](const content::ScaleMeasure& of) {
            std::vector<std::string> all;
            for (const content::ScaleLevel& level : of.levels)
                all.push_back(level.code);
            return all;
        };
        const auto has = [](const content::ScaleMeasure& of, std::int64_t lowest, std::int64_t highest) {
            return of.range && of.range->lowest == lowest && of.range->highest == highest;
        };
        std::vector<std::string> mas;
        for (int i = 0; i < core::masLevels; ++i)
            mas.emplace_back(core::masText(static_cast<core::Mas>(i)));
        QVERIFY(codes(measure("mas", 0)) == mas);
        QVERIFY((codes(measure("ashworth", 0)) == std::vector<std::string>{"0", "1", "2", "3", "4"}));
        QCOMPARE(codes(measure("ashworth", 0)).back(), std::to_string(core::highestAshworth));
        QCOMPARE(codes(measure("tardieu", 0)).back(), std::to_string(core::highestTardieuQuality));
        QVERIFY(has(measure("tardieu", 1), -core::widestAngle, core::widestAngle));
        QVERIFY(has(measure("tardieu", 2), -core::widestAngle, core::widestAngle));
        QVERIFY((codes(measure("penn", 0)) == std::vector<std::string>{"0", "1", "2", "3", "4"}));
        QVERIFY((codes(measure("penn", 1)) == std::vector<std::string>{"1", "2", "3"}));
        QVERIFY(has(measure("nrs", 0), 0, 100));
        QCOMPARE(codes(measure("gas", 0)).front(), std::to_string(-core::mostAttainment));
        QCOMPARE(codes(measure("gas", 0)).back(), "+" + std::to_string(core::mostAttainment));
        QVERIFY(has(measure("gas", 1), 1, core::highestGoalWeight));
        QVERIFY(has(measure("gas", 2), 1, core::highestGoalWeight));
        for (const char* walk : {"ten-metre-walk", "twenty-five-foot-walk"})
            QVERIFY(has(measure(walk, 0), 1, core::longestWalkHundredths));
        QCOMPARE(shipped().scales().size(), std::size_t{8});
        QCOMPARE(shipped().scale("penn")->changeRule, std::nullopt); // SCL-4: no change is known to matter
    }

    void theScreensListsAreThere() {
        const test::ForRule rule("AE-2");
        std::set<std::string> usual;
        for (const content::MuscleGroup& group : shipped().muscleGroups())
            if (group.usual)
                usual.insert(group.code);
        QVERIFY((usual == std::set<std::string>{"hip-adductors", "hamstrings", "quadriceps", "gastrocnemius-soleus",
                                                "elbow-flexors"}));
        usual.clear();
        for (const content::AdverseEffectKind& kind : shipped().adverseEffects())
            if (kind.usual)
                usual.insert(kind.code);
        QVERIFY((usual == std::set<std::string>{"drowsiness", "dizziness", "weakness"}));
        QVERIFY(shipped().conditions().size() > 20);
        for (const content::ConditionKind& condition : shipped().conditions())
            QVERIFY2(!condition.rules.empty(), condition.code.c_str());
    }

    void whatIsNotThereIsNotFound() {
        QVERIFY(shipped().product("TAB25") == nullptr);
        QVERIFY(shipped().protocol("") == nullptr);
        QVERIFY(shipped().rule("TAP-99") == nullptr);
        QVERIFY(shipped().source("S999") == nullptr);
    }

    void aWrongFileIsNamedWithItsField_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char* name, const char* file, const char* from, const char* to, ErrorCode code,
                            const char* subject) {
            QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(from) << QByteArray(to)
                                << static_cast<int>(code) << QString::fromLatin1(subject);
        };
        const char* products = "catalogue/products.json";
        row("strength as text", products, "\"mg\": 5", "\"mg\": \"5\"", ErrorCode::wrongType,
            "catalogue/products.json:products[0].mg");
        row("strength of zero", products, "\"mg\": 10", "\"mg\": 0", ErrorCode::outOfRange,
            "catalogue/products.json:products[1].mg");
        row("five decimals", products, "\"mg\": 10", "\"mg\": 10.00001", ErrorCode::tooManyDecimals,
            "catalogue/products.json:products[1].mg");
        row("unknown form", products, "\"tablet\"", "\"pill\"", ErrorCode::unknownName,
            "catalogue/products.json:products[0].form");
        row("unknown region", products, "\"US\"", "\"XX\"", ErrorCode::unknownName,
            "catalogue/products.json:products[0].regions[0]");
        row("unknown key", products, "\"scored\"", "\"colour\": 1, \"scored\"", ErrorCode::unknownField,
            "catalogue/products.json:products[0].colour");
        row("a label for an indication that nobody knows", products, "\"IND-AUD\"", "\"IND-XYZ\"", ErrorCode::notFound,
            "catalogue/products.json:products[4].only_for");
        row("missing key", products, "\"scored\": false, ", "", ErrorCode::missingField,
            "catalogue/products.json:products[0].scored");
        row("the same id twice", products, "TAB10", "TAB5", ErrorCode::conflictingFields,
            "catalogue/products.json:products[1].id");
        row("unknown source", products, "\"S8\"", "\"S800\"", ErrorCode::notFound,
            "catalogue/products.json:products[0].sources");
        row("not JSON", products, "]\n}", "]", ErrorCode::malformedFile, "catalogue/products.json:20");
        const char* gradual = "protocols/oral_adult_gradual.json";
        row("start above ceiling", gradual, "\"start_mg\": 15", "\"start_mg\": 95", ErrorCode::conflictingFields,
            "protocols/oral_adult_gradual.json:start_mg");
        row("interval of half a day", gradual, "\"interval_days\": 3", "\"interval_days\": 0.5",
            ErrorCode::notAnInteger, "protocols/oral_adult_gradual.json:interval_days");
        row("interval not offered", gradual, "\"interval_days\": 3", "\"interval_days\": 5",
            ErrorCode::conflictingFields, "protocols/oral_adult_gradual.json:interval_days");
        row("unknown rule", gradual, "TIT-ORAL-ADULT-2", "TIT-ORAL-ADULT-9", ErrorCode::notFound,
            "protocols/oral_adult_gradual.json:rule");
        row("five doses a day", gradual, "\"doses_per_day\": 3", "\"doses_per_day\": 5", ErrorCode::outOfRange,
            "protocols/oral_adult_gradual.json:doses_per_day");
        row("two defaults", "protocols/oral_adult_label.json", "\"note\"", "\"default\": true, \"note\"",
            ErrorCode::conflictingFields, "protocols/oral_adult_label.json:default");
        row("no default", gradual, "\"default\": true", "\"default\": false", ErrorCode::missingField,
            "protocols:default");
        const char* numbers = "rules/numbers.json";
        // The groups may come in any order, and more come with every rule.
        const auto inGroup = [](const char* rule, const char* path) {
            const QJsonArray groups =
                QJsonDocument::fromJson(readAll(resources() + QStringLiteral("/rules/numbers.json")))
                    .object()
                    .value(QLatin1String("numbers"))
                    .toArray();
            const auto found = std::find_if(groups.begin(), groups.end(), [rule](const QJsonValue& group) {
                return group[QLatin1String("rule")].toString() == QLatin1String(rule);
            });
            return QStringLiteral("rules/numbers.json:numbers[%1].%2")
                .arg(found - groups.begin())
                .arg(QLatin1String(path))
                .toLatin1();
        };
        row("a missing number", numbers, "\"maximum_days\": 365, ", "", ErrorCode::missingField,
            inGroup("DAT-5", "maximum_days").constData());
        row("a number too many", numbers, "\"trial_days\"", "\"trail_days\": 1, \"trial_days\"",
            ErrorCode::unknownField, inGroup("TIT-12", "trail_days").constData());
        row("an unknown group", numbers, "\"TAP-9\"", "\"TAP-99\"", ErrorCode::unknownName,
            inGroup("TAP-9", "rule").constData());
        row("a group twice", numbers, "\"TAP-9\"", "\"TAP-7\"", ErrorCode::conflictingFields,
            inGroup("TAP-9", "rule").constData());
        row("a fraction by zero", numbers, "\"1/3\"", "\"1/0\"", ErrorCode::notANumber,
            inGroup("TAP-6", "gentle_above").constData());
        row("an age band that ends before it begins", numbers, "\"from_years\": 2, \"below_years\": 6",
            "\"from_years\": 6, \"below_years\": 2", ErrorCode::conflictingFields,
            inGroup("PED-5", "ages[1].from_years").constData());
        row("an amount by weight of nothing", numbers, "\"start_mg_per_kg\": 0.3", "\"start_mg_per_kg\": 0",
            ErrorCode::outOfRange, inGroup("PED-1", "start_mg_per_kg").constData());
        row("bands in another order", numbers, "\"band\": \"R2\"", "\"band\": \"R3\"", ErrorCode::unknownName,
            inGroup("REN-5", "bands[1].band").constData());
        row("edges that do not fall", numbers, "\"from_k\": 60", "\"from_k\": 80", ErrorCode::conflictingFields,
            inGroup("REN-5", "bands[1].from_k").constData());
        row("a preset of another model", numbers, "\"low\": {\"model\": \"percent-of-start\"",
            "\"low\": {\"model\": \"fixed\"", ErrorCode::unknownName, inGroup("TAP-11", "low.model").constData());
        row("a usual dose upside down", numbers, "\"lowest_mcg_per_day\": 300", "\"lowest_mcg_per_day\": 801",
            ErrorCode::conflictingFields, inGroup("ITB-9", "usual_spinal.highest_mcg_per_day").constData());
        row("a creatinine upside down", numbers, "\"highest_mg_per_dl\": 20", "\"highest_mg_per_dl\": 0.05",
            ErrorCode::outOfRange, inGroup("REN-1", "highest_mg_per_dl").constData());
        row("a factor above one", numbers, "\"female_factor\": 0.85", "\"female_factor\": 1.85", ErrorCode::outOfRange,
            inGroup("REN-2", "female_factor").constData());
        row("a formula without its constant", numbers, "\"multiplier\": 142, ", "", ErrorCode::missingField,
            inGroup("REN-3", "multiplier").constData());
        row("a pulse upside down", numbers, "\"pulse\": {\"lowest\": 20", "\"pulse\": {\"lowest\": 300",
            ErrorCode::conflictingFields, inGroup("ITB-2", "pulse.lowest").constData());
        row("no pace to compare with", numbers, "\"paces\": [", "\"peaces\": [", ErrorCode::missingField,
            inGroup("TAP-5", "paces").constData());
        row("renewed after it is urgent", numbers, "\"renew_before_days\": 7", "\"renew_before_days\": 2",
            ErrorCode::outOfRange, inGroup("DSP-5", "renew_before_days").constData());
        row("a pump that beeps when full", "catalogue/pumps.json", "\"alarm_ml\": 2", "\"alarm_ml\": 20",
            ErrorCode::conflictingFields, "catalogue/pumps.json:pumps[0].alarm_ml");
        row("a region that is none", numbers, "\"licensed_regions\": [\"UK\"", "\"licensed_regions\": [\"EU\"",
            ErrorCode::unknownName, inGroup("TIT-14", "licensed_regions[0]").constData());
        row("no region at all", numbers, "\"block_regions\": [\"UK\"]", "\"block_region\": 1", ErrorCode::missingField,
            inGroup("SAF-2", "block_regions").constData());
        const char* medicines = "catalogue/medicines.json";
        row("a class of no rule", medicines, "\"INT-1\"", "\"INT-99\"", ErrorCode::notFound,
            "catalogue/medicines.json:classes[0].rule");
        row("a class twice", medicines, "\"INT-2\"", "\"INT-1\"", ErrorCode::conflictingFields,
            "catalogue/medicines.json:classes[1].rule");
        row("an unknown severity", medicines, "\"severity\": \"major\"", "\"severity\": \"fatal\"",
            ErrorCode::unknownName, "catalogue/medicines.json:classes[0].severity");
        row("an exception to nothing", medicines, "\"stanozolol\"", "\"menthol\"", ErrorCode::conflictingFields,
            "catalogue/medicines.json:classes[6].exceptions");
        row("a class without sources", medicines, "\"sources\": [\"S57\", \"GK\"]", "\"sources\": []",
            ErrorCode::missingField, "catalogue/medicines.json:classes[2].sources");
        row("a brand of something unknown", medicines, "\"generics\": [\"fentanyl\"]", "\"generics\": [\"fentanol\"]",
            ErrorCode::notFound, "catalogue/medicines.json:brands[1].generics");
        row("a rule without sources", "rules/rules.json", "\"sources\": [\"PD\"]", "\"sources\": []",
            ErrorCode::missingField, "rules/rules.json:rules[0].sources");
        row("an empty text", "rules/rules.json", "\"title\": \"Two routes, two units\"", "\"title\": \"\"",
            ErrorCode::emptyText, "rules/rules.json:rules[0].title");
        row("a source twice", "rules/sources.json", "\"S2\"", "\"S1\"", ErrorCode::conflictingFields,
            "rules/sources.json:sources[3].id");
        row("a third limb", "scales/muscle_groups.json", "\"lower\"", "\"tail\"", ErrorCode::unknownName,
            "scales/muscle_groups.json:muscle_groups[0].limb");
        const char* scales = "scales/scales.json";
        row("a scale without a licence", scales, "\"licence\": \"A numeric rating; no licence is needed.\",", "",
            ErrorCode::missingField, "scales/scales.json:scales[4].licence");
        row("a scale twice", scales, "\"id\": \"ashworth\"", "\"id\": \"mas\"", ErrorCode::conflictingFields,
            "scales/scales.json:scales[1].id");
        row("a scale of no rule", scales, "\"rule\": \"SCL-2\"", "\"rule\": \"INT-99\"", ErrorCode::notFound,
            "scales/scales.json:scales[1].rule");
        row("a change by no rule", scales, "\"change_rule\": \"SCL-9\"", "\"change_rule\": \"INT-99\"",
            ErrorCode::notFound, "scales/scales.json:scales[0].change_rule");
        row("a third direction", scales, "\"higher\", \"by", "\"better\", \"by", ErrorCode::unknownName,
            "scales/scales.json:scales[5].better");
        row("a level twice", scales, "{\"code\": \"1+\"", "{\"code\": \"1\"", ErrorCode::conflictingFields,
            "scales/scales.json:scales[0].measures[0].levels[2].code");
        row("a level without words", scales, "\"rigid\"", "\"\"", ErrorCode::emptyText,
            "scales/scales.json:scales[0].measures[0].levels[5].text");
        row("a range that ends before it begins", scales, "\"lowest\": 0, \"highest\": 10,",
            "\"lowest\": 10, \"highest\": 0,", ErrorCode::conflictingFields,
            "scales/scales.json:scales[4].measures[0].range.highest");
        row("a range too fine", scales, "\"lowest\": 0.01,", "\"lowest\": 0.001,", ErrorCode::tooManyDecimals,
            "scales/scales.json:scales[6].measures[0].range.lowest");
        row("a measure of nothing", scales, ", \"range\": {\"lowest\": 0, \"highest\": 10, \"decimals\": 1}", "",
            ErrorCode::conflictingFields, "scales/scales.json:scales[4].measures[0].levels");
        row("an unknown frequency", "catalogue/adverse_effects.json", "\"rare\"", "\"often\"", ErrorCode::unknownName,
            "catalogue/adverse_effects.json:adverse_effects[21].frequency");
        row("a condition without rules", "catalogue/conditions.json", "[\"SAF-4\", \"MON-4\", \"TAP-11\"]", "[]",
            ErrorCode::missingField, "catalogue/conditions.json:conditions[0].rules");
    }
    void aWrongFileIsNamedWithItsField() {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const int, code);
        QFETCH(const QString, subject);
        Copy copy;
        QVERIFY2(copy.replace(file, from, to), "the file does not hold what was to be spoilt");
        const auto loaded = Catalogue::load(copy.root());
        QVERIFY(!loaded);
        QCOMPARE(QString::fromStdString(loaded.error().subject), subject);
        QCOMPARE(static_cast<int>(loaded.error().code), code);
    }

    void aMissingFileIsNamed_data() {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"catalogue/products.json", "catalogue/medicines.json", "catalogue/conditions.json",
              "catalogue/adverse_effects.json", "catalogue/withdrawal_signs.json", "catalogue/red_flags.json",
              "catalogue/pumps.json", "rules/rules.json", "rules/numbers.json", "rules/sources.json",
              "scales/muscle_groups.json", "scales/scales.json"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void aMissingFileIsNamed() {
        QFETCH(const QString, file);
        Copy copy;
        QVERIFY(QFile::remove(copy.path(file)));
        const auto loaded = Catalogue::load(copy.root());
        QVERIFY(!loaded);
        QCOMPARE(static_cast<int>(loaded.error().code), static_cast<int>(ErrorCode::missingResource));
        QCOMPARE(QString::fromStdString(loaded.error().subject), file);
    }

    void aFolderWithoutProtocolsIsRefused() {
        Copy copy;
        QVERIFY(QDir(copy.path(QStringLiteral("protocols"))).removeRecursively());
        const auto loaded = Catalogue::load(copy.root());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().subject, std::string("protocols"));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
