// Protocol files: what a hand-edited one may hold, that every mistake is refused with file and field, and that what is
// written reads back as the same; the protocols for children and other uses against the numbers of the rules.
#include "content/catalogue.h"
#include "content/protocol_file.h"
#include "core/protocol_dosing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <functional>

using namespace lento;
using content::Catalogue;
using core::DailyDose;
using core::ErrorCode;

namespace {

const Catalogue& shipped() {
    static const Catalogue catalogue = *Catalogue::load();
    return catalogue;
}

QJsonObject own() {
    core::Protocol protocol = *shipped().protocol("ORAL-ADULT-GRADUAL");
    protocol.id = "OWN-GRADUAL";
    protocol.basedOn = "ORAL-ADULT-GRADUAL";
    protocol.adoptedBy = "Dr A. Moss";
    protocol.adoptedOn = *core::Date::fromYmd(2026, 11, 2);
    protocol.isDefault = false;
    return QJsonDocument::fromJson(content::protocolFile(protocol)).object();
}

QByteArray textOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson();
}

using Edit = std::function<void(QJsonObject&)>;

Edit set(const char* key, const QJsonValue& value) {
    return [=](QJsonObject& object) { object.insert(QLatin1String(key), value); };
}

Edit renamed(const char* key, const char* other) {
    return [=](QJsonObject& object) { object.insert(QLatin1String(other), object.take(QLatin1String(key))); };
}

} // namespace

Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(ErrorCode)

class ProtocolFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBackTheSame_data() {
        QTest::addColumn<QString>("id");
        for (const core::Protocol& protocol : shipped().protocols())
            QTest::newRow(protocol.id.c_str()) << QString::fromStdString(protocol.id);
    }
    void whatIsWrittenReadsBackTheSame() {
        QFETCH(const QString, id);
        core::Protocol protocol = *shipped().protocol(id.toStdString());
        protocol.id = "OWN-" + protocol.id;
        protocol.basedOn = id.toStdString();
        protocol.adoptedBy = "Dr A. Moss";
        protocol.adoptedOn = *core::Date::fromYmd(2026, 11, 2);
        protocol.isDefault = false;
        const auto read = content::protocolFromFile(content::protocolFile(protocol), "own.json", shipped());
        QVERIFY2(read.has_value(), read ? "" : read.error().subject.c_str());
        QVERIFY(*read == protocol);
    }

    void everyMistakeIsNamedWithFileAndField_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, Edit edit, ErrorCode code, const char* where) {
            QTest::newRow(name) << std::move(edit) << code << QString::fromLatin1(where);
        };
        row("a unit is missing", renamed("start_mg", "start"), ErrorCode::missingField, "start_mg");
        row("another unit", renamed("ceiling_mg", "ceiling_mcg"), ErrorCode::missingField, "ceiling_mg");
        row("an unknown rule", set("rule", QStringLiteral("TAP-99")), ErrorCode::notFound, "rule");
        row("an unknown source", set("sources", QJsonArray{QStringLiteral("S999")}), ErrorCode::notFound, "sources");
        row("no source", set("sources", QJsonArray()), ErrorCode::missingField, "sources");
        row("an unknown indication", set("indication", QStringLiteral("IND-ZZ")), ErrorCode::notFound, "indication");
        row("an unknown region", set("regions", QJsonArray{QStringLiteral("DE")}), ErrorCode::unknownName,
            "regions[0]");
        row("a negative interval", set("interval_days", -3), ErrorCode::outOfRange, "interval_days");
        row("no interval", set("interval_days", 0), ErrorCode::outOfRange, "interval_days");
        row("half a day", set("interval_days", 3.5), ErrorCode::notAnInteger, "interval_days");
        row("an interval that is not offered", set("interval_days", 5), ErrorCode::conflictingFields, "interval_days");
        row("a start above the ceiling", set("start_mg", 90), ErrorCode::conflictingFields, "start_mg");
        row("a start of nothing", set("start_mg", 0), ErrorCode::outOfRange, "start_mg");
        row("a negative increment", set("increment_mg", -5), ErrorCode::outOfRange, "increment_mg");
        row("a number as text", set("increment_mg", QStringLiteral("5")), ErrorCode::wrongType, "increment_mg");
        row("too many decimals", set("increment_mg", 5.00001), ErrorCode::tooManyDecimals, "increment_mg");
        row("a ceiling no day may hold", set("ceiling_mg", 301), ErrorCode::outOfRange, "ceiling_mg");
        row("five doses", set("doses_per_day", 5), ErrorCode::outOfRange, "doses_per_day");
        row("an unknown split", set("split", QStringLiteral("morning")), ErrorCode::unknownName, "split");
        row("ages the wrong way round", set("below_age_years", 12), ErrorCode::conflictingFields, "below_age_years");
        row("an unknown band", set("lowest_renal_band", QStringLiteral("R9")), ErrorCode::unknownName,
            "lowest_renal_band");
        row("fixed and by weight", set("start_mg_per_kg", 0.3), ErrorCode::conflictingFields, "start_mg");
        row("an unknown key", set("phases", QJsonArray()), ErrorCode::unknownField, "phases");
        row("a built-in id", set("id", QStringLiteral("ORAL-ADULT-LABEL")), ErrorCode::conflictingFields, "id");
        row("a formless id", set("id", QStringLiteral("slow")), ErrorCode::unknownName, "id");
        row("based on nothing known", set("based_on", QStringLiteral("OWN-GONE")), ErrorCode::notFound, "based_on");
        row("based on itself", set("based_on", QStringLiteral("OWN-GRADUAL")), ErrorCode::conflictingFields,
            "based_on");
        row("the default", set("default", true), ErrorCode::unknownField, "default");
        row("a day that is none", set("adopted_on", QStringLiteral("2026-02-30")), ErrorCode::notADate, "adopted_on");
    }
    void everyMistakeIsNamedWithFileAndField() {
        QFETCH(const Edit, edit);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, where);
        QVERIFY(content::protocolFromFile(textOf(own()), "own.json", shipped()).has_value());
        QJsonObject object = own();
        edit(object);
        const auto read = content::protocolFromFile(textOf(object), "own.json", shipped());
        QVERIFY(!read.has_value());
        QCOMPARE(QString::fromStdString(read.error().subject), QStringLiteral("own.json:") + where);
        QVERIFY(read.error().code == code);
    }

    void aFolderIsReadWholeOrNotAtAll() {
        const QTemporaryDir folder;
        const auto put = [&](const char* name, const char* id, const char* basedOn) {
            QJsonObject object = own();
            object.insert(QLatin1String("id"), QLatin1String(id));
            object.insert(QLatin1String("based_on"), QLatin1String(basedOn));
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(textOf(object));
        };
        put("a.json", "OWN-A", "OWN-B");
        put("b.json", "OWN-B", "ORAL-ADULT-GRADUAL");
        const auto both = content::protocolsInFolder(folder.path(), shipped());
        QVERIFY(both.has_value());
        QCOMPARE(both->size(), std::size_t{2});
        const Catalogue with = shipped().withProtocols(*both);
        QVERIFY(with.protocol("OWN-A") != nullptr);
        QCOMPARE(with.protocols().size(), shipped().protocols().size() + 2);

        put("b.json", "OWN-B", "OWN-A"); // a cycle
        const auto cycle = content::protocolsInFolder(folder.path(), shipped());
        QVERIFY(!cycle.has_value());
        QVERIFY(cycle.error().code == ErrorCode::conflictingFields);
        QCOMPARE(cycle.error().subject, std::string("a.json:based_on"));

        put("b.json", "OWN-A", "ORAL-ADULT-GRADUAL"); // an id twice
        const auto twice = content::protocolsInFolder(folder.path(), shipped());
        QVERIFY(!twice.has_value());
        QCOMPARE(twice.error().subject, std::string("b.json:id"));
        QVERIFY(!content::protocolsInFolder(folder.filePath(QStringLiteral("none")), shipped()).has_value());
    }

    // PED-1 to PED-4: each number stands in the rules alone.
    void aChildsProtocolTakesItsNumbersFromTheRules() {
        const core::Protocol& child = *shipped().protocol("ORAL-CHILD");
        const core::RuleNumbers& n = shipped().numbers();
        QVERIFY(child.byWeight.has_value());
        QVERIFY(child.byWeight->start == n.ped1.start);
        QVERIFY(child.byWeight->increment == n.ped2.increment);
        QVERIFY(child.byWeight->mostIncrement == n.ped2.most);
        QVERIFY(child.byWeight->goal == n.ped3.lowest);
        QVERIFY(child.ceiling == n.ped4.older);
        QCOMPARE(child.intervalDays, n.ped2.intervalDays);
        QCOMPARE(child.dosesPerDay, 4);
        QVERIFY(child.enabled);
    }

    void aProtocolByWeightAsksForWeightAndAge() {
        const core::Protocol& child = *shipped().protocol("ORAL-CHILD");
        const auto dosing = [&](const core::DosedPerson& person) {
            return core::dosingOf(child, person, DailyDose::micrograms(500), shipped().numbers());
        };
        QVERIFY(dosing({4, 14'000}).has_value());
        QVERIFY(dosing({4, 14'000})->start == DailyDose::milligrams(4));
        QVERIFY(dosing({4, 14'000})->goal == DailyDose::micrograms(10'500));
        QVERIFY(dosing({4, std::nullopt}).error().code == ErrorCode::missingField);
        QCOMPARE(dosing({std::nullopt, 14'000}).error().subject, std::string("birth_date"));
        QVERIFY(dosing({18, 50'000}).error().code == ErrorCode::outOfRange);
        // PED-9: half of it in R3.
        QVERIFY(dosing({4, 14'000, &shipped().numbers().ren5[2]})->start == DailyDose::milligrams(2));
        QCOMPARE(dosing({4, 14'000, &shipped().numbers().ren5[4]})->dosesPerDay, 1);
    }

    // IND: start, increment, interval, ceiling, soft ceiling, doses a day.
    void otherUsesAreThoseOfTheRules_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("IND-AUD") << QStringLiteral("IND-AUD") << QList<int>{15, 15, 5, 80, 60, 3};
        QTest::newRow("IND-AUD-SLOW") << QStringLiteral("IND-AUD-SLOW") << QList<int>{5, 5, 4, 80, 60, 3};
        QTest::newRow("IND-NEUP") << QStringLiteral("IND-NEUP") << QList<int>{10, 5, 7, 60, 0, 2};
        QTest::newRow("IND-TN") << QStringLiteral("IND-TN") << QList<int>{15, 15, 7, 80, 60, 3};
        QTest::newRow("IND-HICC") << QStringLiteral("IND-HICC") << QList<int>{15, 5, 3, 45, 0, 3};
        QTest::newRow("IND-GERD") << QStringLiteral("IND-GERD") << QList<int>{15, 15, 7, 30, 0, 3};
    }
    void otherUsesAreThoseOfTheRules() {
        QFETCH(const QString, id);
        QFETCH(const QList<int>, numbers);
        const core::Protocol* protocol = shipped().protocol(id.toStdString());
        QVERIFY(protocol != nullptr);
        QVERIFY(!protocol->enabled); // until the clinic enables it
        QVERIFY(protocol->start == DailyDose::milligrams(numbers[0]));
        QVERIFY(protocol->increment == DailyDose::milligrams(numbers[1]));
        QCOMPARE(protocol->intervalDays, numbers[2]);
        QVERIFY(protocol->ceiling == DailyDose::milligrams(numbers[3]));
        QVERIFY(protocol->softCeiling.value_or(DailyDose()) == DailyDose::milligrams(numbers[4]));
        QCOMPARE(protocol->dosesPerDay, numbers[5]);
        QVERIFY(protocol->firstReviewDays == (id == QLatin1String("IND-HICC") ? std::optional(7) : std::nullopt));
        core::ClinicSet clinic;
        clinic.protocolChoices.push_back({id.toStdString(), true});
        QVERIFY(shipped().with(clinic).protocol(id.toStdString())->enabled);
    }

    void onlyFranceKnowsAlcoholDependence() {
        for (const core::Indication& use : shipped().indications()) {
            const bool france = std::ranges::count(use.offLabelRegions, core::Region::fr) > 0;
            const bool other = std::ranges::count(use.offLabelRegions, core::Region::uk) > 0;
            const bool offLabel = use.code.starts_with("IND-");
            QCOMPARE(other, offLabel);
            QCOMPARE(france, offLabel && use.code != "IND-AUD");
        }
    }
};

QTEST_GUILESS_MAIN(ProtocolFileTest)
#include "tst_protocol_file.moc"
