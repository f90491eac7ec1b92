// Short names for what core tests are full of: doses, days, the products of FRM, and how a failed comparison prints
// them.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/dispense.h"
#include "core/product.h"
#include "core/result.h"
#include "core/split.h"

#include <QString>
#include <QtTest/QtTest>

#include <clocale>
#include <locale>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lento::test {

// 12.5 mg a day is daily("12.5"). A text that is no amount is a slip in the test.
inline core::DailyDose daily(std::string_view milligrams) {
    return core::dailyDoseFromMilligrams(milligrams).value();
}
inline core::OralDose dose(std::string_view milligrams) {
    return core::oralDoseFromMilligrams(milligrams).value();
}
inline core::Date date(std::string_view iso) {
    return core::Date::fromIso(iso).value();
}

enum class Halves { asLabelled, allowed, forbidden };

namespace detail {
inline core::Product solid(std::string id, core::ProductForm form, int milligrams, bool scored, Halves halves) {
    core::Product product;
    product.id = std::move(id);
    product.form = form;
    product.strength = core::OralDose::milligrams(milligrams);
    product.scored = scored;
    product.halvesAllowed = halves == Halves::asLabelled ? scored : halves == Halves::allowed;
    return product;
}
inline core::Product liquid(std::string id, int milligramsPerMillilitre, int gridMicrolitres) {
    core::Product product;
    product.id = std::move(id);
    product.form = core::ProductForm::liquid;
    product.strength = core::OralDose::milligrams(milligramsPerMillilitre);
    product.grid = core::Volume::microlitres(gridMicrolitres);
    return product;
}
} // namespace detail

// The table of FRM.
inline core::Product tab5(Halves halves = Halves::asLabelled) {
    return detail::solid("TAB5", core::ProductForm::tablet, 5, false, halves);
}
inline core::Product tab10(Halves halves = Halves::asLabelled) {
    return detail::solid("TAB10", core::ProductForm::tablet, 10, true, halves);
}
inline core::Product tab15(Halves halves = Halves::asLabelled) {
    return detail::solid("TAB15", core::ProductForm::tablet, 15, false, halves);
}
inline core::Product tab20(Halves halves = Halves::asLabelled) {
    return detail::solid("TAB20", core::ProductForm::tablet, 20, true, halves);
}
inline core::Product bac40(Halves halves = Halves::asLabelled) {
    return detail::solid("BAC40", core::ProductForm::tablet, 40, true, halves);
}
inline core::Product gra(int milligrams) {
    return detail::solid("GRA" + std::to_string(milligrams), core::ProductForm::granules, milligrams, false,
                         Halves::forbidden);
}
inline core::Product sol1(int gridMicrolitres = 500) {
    return detail::liquid("SOL1", 1, gridMicrolitres);
}
inline core::Product sol2() {
    return detail::liquid("SOL2", 2, 500);
}
inline core::Product sus5() {
    return detail::liquid("SUS5", 5, 100);
}

// "TAB10", "TAB5" (no halves), "TAB5*" (halves allowed), "TAB10-" (halves forbidden), "SOL1", "SUS5", "GRA5".
inline core::Product product(std::string_view name) {
    Halves halves = Halves::asLabelled;
    if (name.ends_with('*') || name.ends_with('-')) {
        halves = name.ends_with('*') ? Halves::allowed : Halves::forbidden;
        name.remove_suffix(1);
    }
    if (name == "TAB5")
        return tab5(halves);
    if (name == "TAB10")
        return tab10(halves);
    if (name == "TAB15")
        return tab15(halves);
    if (name == "TAB20")
        return tab20(halves);
    if (name == "BAC40")
        return bac40(halves);
    if (name == "SOL1")
        return sol1();
    if (name == "SOL2")
        return sol2();
    if (name == "SUS5")
        return sus5();
    if (name == "GRA5")
        return gra(5);
    if (name == "GRA10")
        return gra(10);
    if (name == "GRA20")
        return gra(20);
    qFatal("a test names a product that is not in FRM");
}

// products("TAB10,TAB5*"), in that order; products("q 2.5") is a bare quantum.
inline core::ProductSet products(std::string_view list) {
    if (list.starts_with("q "))
        return core::ProductSet::ofQuantum(dose(list.substr(2))).value();
    std::vector<core::Product> made;
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        made.push_back(product(list.substr(0, comma)));
        list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    }
    return core::ProductSet::of(std::move(made)).value();
}

// "15 / 20 / 20", as clinical-rules.md writes a split.
inline QString splitText(const core::DoseSplit& split) {
    QStringList doses;
    for (int i = 0; i < split.dosesPerDay(); ++i)
        doses << QString::fromStdString(core::milligramText(split.at(i)));
    return doses.join(QStringLiteral(" / "));
}

// "1 TAB10 + half TAB10", "12.5 mL SOL1", "nothing".
inline QString piecesText(const std::vector<core::Pieces>& pieces, const core::ProductSet& set) {
    QStringList parts;
    for (const core::Pieces& piece : pieces) {
        const QString id = QString::fromStdString(set.products()[piece.product].id);
        if (piece.whole > 0)
            parts << QString::number(piece.whole) + QLatin1Char(' ') + id;
        if (piece.half > 0)
            parts << QStringLiteral("half ") + id;
        if (!piece.volume.isZero())
            parts << QString::fromStdString(core::millilitreText(piece.volume)) + QStringLiteral(" mL ") + id;
    }
    return parts.isEmpty() ? QStringLiteral("nothing") : parts.join(QStringLiteral(" + "));
}

} // namespace lento::test

// Found by QCOMPARE through the arguments' namespace.
namespace lento::core {

inline char* toString(OralDose dose) {
    return qstrdup((milligramText(dose) + " mg").c_str());
}
inline char* toString(DailyDose dose) {
    return qstrdup((milligramText(dose) + " mg/day").c_str());
}
inline char* toString(PumpDose dose) {
    return qstrdup((std::to_string(dose.inNanograms()) + " ng/day (pump)").c_str());
}
inline char* toString(Volume volume) {
    return qstrdup((millilitreText(volume) + " mL").c_str());
}
inline char* toString(Date day) {
    return qstrdup(day.iso().c_str());
}
inline char* toString(const DateSpan& span) {
    return qstrdup((span.first.iso() + " to " + (span.last ? span.last->iso() : "open")).c_str());
}
inline char* toString(const DoseSplit& split) {
    return qstrdup(test::splitText(split).toUtf8().constData());
}
inline char* toString(ErrorCode code) {
    return qstrdup(("error code " + std::to_string(static_cast<int>(code))).c_str());
}

} // namespace lento::core

namespace lento::test {

// 2.500,5: what a stream writes once this is installed, with or without a German system.
struct GermanNumbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace lento::test

// Like QTEST_APPLESS_MAIN, but in the locale of the environment and with German numbers in every stream: what the core
// reads and writes must not change.
#define LENTO_CORE_TEST_MAIN(TestClass)                                                                                \
    int main(int argc, char* argv[]) {                                                                                 \
        std::setlocale(LC_ALL, "");                                                                                    \
        std::locale::global(std::locale(std::locale(), new lento::test::GermanNumbers));                               \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
