// The words of pumps: figures are exact and say their unit, the emergency cards say what the rules ask for.
#include "core_values.h"
#include "wording/pump_emergency_words.h"
#include "wording/pump_words.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::Volume;

namespace {

QString cardText(wording::PumpEmergency kind) {
    QString all = QString::fromUtf8(wording::pumpEmergencyTitle(kind));
    for (const wording::EmergencySection& section : wording::pumpEmergencySections(kind)) {
        all += u'\n' + QString::fromUtf8(section.title) + u'\n' + QString::fromUtf8(section.rules);
        for (const char* line : section.lines)
            all += u'\n' + QString::fromUtf8(line);
    }
    return all;
}

} // namespace

class TestPumpWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figuresSayTheirUnit() {
        QCOMPARE(wording::microgramsText(core::PumpDose::nanograms(87'500)), QStringLiteral("87.5 mcg"));
        QCOMPARE(wording::microgramsText(core::PumpBolus::micrograms(50)), QStringLiteral("50 mcg"));
        QCOMPARE(wording::concentrationText(core::Concentration::microgramsPerMillilitre(2000)),
                 QStringLiteral("2000 mcg/mL"));
        QCOMPARE(wording::flowText(Volume::nanolitres(240'250)), QStringLiteral("0.2403 mL/day"));
        QCOMPARE(wording::flowText(Volume::nanolitres(310'000)), QStringLiteral("0.31 mL/day"));
        QCOMPARE(wording::reservoirText(Volume::nanolitres(4'750'000)), QStringLiteral("4.8 mL"));
        QCOMPARE(wording::reservoirText(Volume()), QStringLiteral("0 mL"));
        QCOMPARE(wording::timeOfDayText(545), QStringLiteral("09:05"));
        QCOMPARE(wording::timeOfDayText(1440), QStringLiteral("24:00"));
    }

    void differencesHaveASign() {
        const auto ml = [](int tenths) { return Volume::microlitres(tenths * 100); };
        QCOMPARE(wording::differenceText(ml(29), ml(31)), QStringLiteral("+0.2"));
        QCOMPARE(wording::differenceText(ml(34), ml(32)), QStringLiteral("−0.2"));
        QCOMPARE(wording::differenceText(ml(34), ml(34)), QStringLiteral("0"));
    }

    void anEmptyRangeIsSaid() {
        const auto mcg = [](int tenths) { return core::pumpGrid * tenths; };
        QCOMPARE(wording::rangeText({mcg(3410), mcg(4340)}), QStringLiteral("341–434 mcg/day"));
        QCOMPARE(wording::rangeText({mcg(2), mcg(1)}), QStringLiteral("none on the grid of 0.1 mcg"));
    }

    // ITB-22
    void theBadgeNeedsNoColour() {
        core::Refill refill;
        refill.refillBy = date("2026-12-01");
        refill.alarm = date("2026-12-09");
        using enum core::RefillUrgency;
        QCOMPARE(wording::refillBadge(refill, soon, date("2026-11-22")), QStringLiteral("Refill in 9 d"));
        QCOMPARE(wording::refillBadge(refill, warn, date("2026-12-01")), QStringLiteral("Refill due today"));
        QCOMPARE(wording::refillBadge(refill, late, date("2026-12-04")), QStringLiteral("Refill overdue 3 d"));
        QCOMPARE(wording::refillBadge(refill, pastAlarm, date("2026-12-10")),
                 QStringLiteral("Past the alarm date: emergency"));
    }

    // ITB-19, ITB-20, ITB-21
    void cardsSayWhatTheRulesAskFor() {
        const QString withdrawal = cardText(wording::PumpEmergency::withdrawal);
        for (const char* words :
             {"ITB-19", "ITB-21", "hospital now", "itching", "fever", "rigid", "seizures", "24 to 72",
              "10 to 20 mg every 6 hours", "never given into a vein", "%1", "Two tones"})
            QVERIFY2(withdrawal.contains(QString::fromLatin1(words), Qt::CaseInsensitive), words);
        const QString overdose = cardText(wording::PumpEmergency::overdose);
        for (const char* words : {"ITB-20", "Airway", "Stop or empty the pump", "30 to 40 mL", "no antidote",
                                  "up to 72 hours", "25 mcg", "%1"})
            QVERIFY2(overdose.contains(QString::fromLatin1(words), Qt::CaseInsensitive), words);
        QVERIFY(QString::fromUtf8(wording::autonomicDysreflexiaLine()).contains(QStringLiteral("T6")));
    }
};

QTEST_APPLESS_MAIN(TestPumpWords)
#include "tst_pump_words.moc"
