// Search as you type finds exactly what looking at every patient finds, in name order.
#include "app/birth_date_query.h"
#include "app/name_folding.h"
#include "app/patients.h"
#include "core_values.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <random>
#include <stdexcept>

using namespace lento;
using namespace lento::test;
using app::PatientIndex;

namespace {

QString q(const std::string& text) {
    return QString::fromStdString(text);
}

core::PatientId idOf(std::uint32_t number) {
    std::array<std::uint8_t, 10> random{};
    for (std::size_t i = 0; i < 4; ++i)
        random[4 + i] = static_cast<std::uint8_t>(number >> (8 * i)); // clear of version and variant
    return core::PatientId(core::uuidV7(1'700'000'000'000 + number % 3, random));
}

PatientIndex::Entry entry(std::uint32_t number, std::string surname, std::string given,
                          std::string_view born = "1970-01-01", std::string recordNumber = {}) {
    PatientIndex::Entry made;
    made.id = idOf(number);
    made.surname = std::move(surname);
    made.given = std::move(given);
    made.birthDate = date(born);
    made.recordNumber = std::move(recordNumber);
    return made;
}

std::vector<PatientIndex::Entry> invented(std::size_t count, std::uint32_t seed) {
    static const std::vector<std::string> surnames{
        "Kowalski", "Łoś",          "Żółkiewski",     "Nguyễn",       "Đặng",       "Müller",
        "Groß",     "García-López", "O'Brien",        "van den Berg", "İnönü",      "Yıldız",
        "Sørensen", "Åström",       "الخطيب",         "Smith",        "Smithson",   "de la Cruz",
        "Þórsson",  "Constantinou", "Konstantinidis", "Иванов",       "Mac Donald", "Li"};
    static const std::vector<std::string> givens{"Maria",   "Zoë",       "Thi Lan",    "Łukasz", "Şule",
                                                 "Björn",   "José Luis", "Anne-Marie", "محمد",   "John",
                                                 "Johanna", "Œuvrette",  "Ömer",       "Mária",  ""};
    std::mt19937 random(seed);
    std::vector<PatientIndex::Entry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        PatientIndex::Entry made = entry(static_cast<std::uint32_t>(seed * 1'000'000 + i),
                                         surnames[random() % surnames.size()], givens[random() % givens.size()]);
        if (random() % 5 == 0)
            made.surname += "-" + surnames[random() % surnames.size()];
        made.birthDate = core::Date::fromDayNumber(-12'000 + static_cast<std::int32_t>(random() % 27'000));
        if (random() % 8 != 0) {
            const std::string digits = std::to_string(100'000'000 + random() % 900'000'000);
            made.recordNumber =
                random() % 2 == 0 ? digits : digits.substr(0, 3) + " " + digits.substr(3, 3) + " " + digits.substr(6);
            if (random() % 10 == 0)
                made.recordNumber = "MS-" + digits.substr(0, 5);
        }
        entries.push_back(std::move(made));
    }
    return entries;
}

bool isBefore(const PatientIndex::Entry& a, const PatientIndex::Entry& b) {
    const auto key = [](const PatientIndex::Entry& e) {
        return std::tuple(app::nameKey(e.surname), app::nameKey(e.given), e.birthDate, e.id.text());
    };
    return key(a) < key(b);
}

// The contract of search() for one typed piece, said again without an index.
bool wordFits(const PatientIndex::Entry& e, const QString& piece) {
    const QString key = q(app::nameKey(e.surname) + " " + app::nameKey(e.given));
    const QStringList words = key.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList wanted = q(app::nameKey(piece.toStdString())).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool names = !wanted.isEmpty() && std::all_of(wanted.begin(), wanted.end(), [&](const QString& w) {
        return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(w); });
    });
    const std::string number = app::numberKey(piece.toStdString());
    const bool numbers = !number.empty() && app::numberKey(e.recordNumber).starts_with(number);
    const auto patterns = app::birthPatterns(app::folded(piece).toStdString());
    const bool born = std::any_of(patterns.begin(), patterns.end(), [&](const app::BirthPattern& pattern) {
        return pattern.yearFits(e.birthDate.year()) &&
               ((pattern.months >> static_cast<unsigned>(e.birthDate.month())) & 1U) != 0 &&
               ((pattern.days >> static_cast<unsigned>(e.birthDate.day())) & 1U) != 0;
    });
    return names || numbers || born;
}

std::vector<std::string> idsOf(const PatientIndex& index, const PatientIndex::Matches& matches) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < matches.size(); ++i)
        ids.push_back(index.idAt(matches.row(i)).text());
    return ids;
}

QStringList namesOf(const PatientIndex& index, const QString& text) {
    QStringList names;
    const auto matches = index.search(text);
    for (std::size_t i = 0; i < matches.size(); ++i)
        names << index.nameAt(matches.row(i));
    return names;
}

PatientIndex ward() {
    return PatientIndex::build({
        entry(1, "Kowalski", "Maria", "1961-03-12", "483 926 0175"),
        entry(2, "Kowalska-Łoś", "Zofia", "1988-11-02", "483-926-0176"),
        entry(3, "van den Berg", "Jan Willem", "1954-01-23", "MS-0012"),
        entry(4, "O'Brien", "Siobhán", "1961-12-03", ""),
        entry(5, "Groß", "Jürgen", "1996-02-29", "12"),
        entry(6, "Nguyễn", "Thị Lan", "2015-08-08", "77"),
    });
}

} // namespace

class TestPatientIndex : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void severalSourcesMakeOneList() {
        std::vector<PatientIndex::Entry> entries = invented(300, 7);
        entries.front().id = core::PatientId("no UUID");
        entries.back().id = core::PatientId("none either");
        const auto part = [&entries](std::size_t first, std::size_t last) {
            return [&entries, first, last](const PatientIndex::Sink& sink) {
                for (std::size_t i = first; i < last; ++i)
                    sink(entries[i]);
            };
        };
        const PatientIndex one = PatientIndex::build(entries);
        const PatientIndex several = PatientIndex::build(
            entries.size(), std::vector<PatientIndex::Source>{part(0, 120), part(120, 120), part(120, 300)});
        QCOMPARE(several.size(), one.size());
        for (std::size_t row = 0; row < one.size(); ++row) {
            QCOMPARE(several.idAt(row).text(), one.idAt(row).text());
            QCOMPARE(several.nameAt(row), one.nameAt(row));
        }
        QCOMPARE(several.search(QStringLiteral("zol")).size(), one.search(QStringLiteral("zol")).size());
        QVERIFY(one.search(QStringLiteral("zol")).size() > 0);
    }
    void whatASourceThrowsComesThrough() {
        const auto broken = [](const PatientIndex::Sink&) { throw std::runtime_error("unreadable"); };
        const auto empty = [](const PatientIndex::Sink&) {};
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 PatientIndex::build(0, std::vector<PatientIndex::Source>{empty, broken}));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 PatientIndex::build(0, std::vector<PatientIndex::Source>{broken, empty}));
    }
    void foldsCaseAndAccents_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("Polish") << "Żółć Łoś"
                                << "zolc los";
        QTest::newRow("Turkish") << "İNÖNÜ Yıldız"
                                 << "inonu yildiz";
        QTest::newRow("Vietnamese") << "Nguyễn Đặng Thị"
                                    << "nguyen dang thi";
        QTest::newRow("German") << "Groß GROẞ Müller"
                                << "gross gross muller";
        QTest::newRow("Nordic") << "Åse Sørensen Þór Æsir"
                                << "ase sorensen thor aesir";
        QTest::newRow("decomposed") << QStringLiteral("Mu\u0308ller") << "muller";
        QTest::newRow("Greek") << "Σωκράτης" << QStringLiteral("\u03c3\u03c9\u03ba\u03c1\u03b1\u03c4\u03b7\u03c3");
        QTest::newRow("Arabic vowels and carriers")
            << QStringLiteral("\u0623\u064e\u062d\u0645\u062f\u0640") << QStringLiteral("\u0627\u062d\u0645\u062f");
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void foldsCaseAndAccents() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(app::folded(text), expected);
    }

    // The table for Latin letters says what folded() says.
    void everyLatinLetterHasTheKeyOfItsFoldedForm() {
        for (char32_t letter = 0x20; letter < 0x2000; ++letter) {
            if (letter >= 0x7f && letter < 0xa0)
                continue;
            const QString text = QString::fromUcs4(&letter, 1);
            const QString between = QStringLiteral("a") + text + QStringLiteral("b");
            QString expected;
            const QString plain = app::folded(between);
            for (const QChar each : plain) {
                if (QStringLiteral("'`\u02bc").contains(each))
                    continue;
                if (each.isLetterOrNumber())
                    expected += each;
                else if (!expected.endsWith(QLatin1Char(' ')))
                    expected += QLatin1Char(' ');
            }
            if (letter == 0xb4)
                expected = QStringLiteral("ab"); // an acute alone stands for an apostrophe
            QVERIFY2(q(app::nameKey(between.toStdString())) == expected, qPrintable(between));
        }
    }

    void nameKeysJoinWordsByOneBlank() {
        QCOMPARE(q(app::nameKey("  Müller--Łoś,  O'Brien ")), QStringLiteral("muller los obrien"));
        QCOMPARE(q(app::nameKey("O\u2019Brien")), QStringLiteral("obrien"));
        QCOMPARE(q(app::numberKey("483 926-0175")), QStringLiteral("4839260175"));
        QCOMPARE(q(app::nameKey("\xff\xfe broken")).isEmpty(), false);
    }

    void rowsStandInNameOrder() {
        const PatientIndex index = ward();
        QStringList names;
        for (std::size_t row = 0; row < index.size(); ++row)
            names << index.nameAt(row);
        QCOMPARE(names, (QStringList{QStringLiteral("GROSS, Jürgen"), QStringLiteral("KOWALSKA-ŁOŚ, Zofia"),
                                     QStringLiteral("KOWALSKI, Maria"), QStringLiteral("NGUYỄN, Thị Lan"),
                                     QStringLiteral("O'BRIEN, Siobhán"), QStringLiteral("VAN DEN BERG, Jan Willem")}));
    }

    void findsByWordDateAndNumber_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found"); // surnames' first letters, in order
        QTest::newRow("nothing typed") << ""
                                       << "GKKNOV";
        QTest::newRow("blanks") << "   "
                                << "GKKNOV";
        QTest::newRow("only a mark") << " - "
                                     << "GKKNOV";
        QTest::newRow("beginning") << "kow"
                                   << "KK";
        QTest::newRow("capital") << "KOWALSKI"
                                 << "K";
        QTest::newRow("given name") << "zof"
                                    << "K";
        QTest::newRow("any order") << "maria kowal"
                                   << "K";
        QTest::newRow("as it is shown") << "KOWALSKI, Maria"
                                        << "K";
        QTest::newRow("both words must fit") << "zofia kowalski"
                                             << "";
        QTest::newRow("part of a double name") << "los"
                                               << "K";
        QTest::newRow("double name typed whole") << "kowalska-łoś"
                                                 << "K";
        QTest::newRow("later word of a surname") << "berg"
                                                 << "V";
        QTest::newRow("second given name") << "willem"
                                           << "V";
        QTest::newRow("not the middle of a word") << "walski"
                                                  << "";
        QTest::newRow("apostrophe left out") << "obrien"
                                             << "O";
        QTest::newRow("apostrophe") << "o'b"
                                    << "O";
        QTest::newRow("sharp s") << "gross"
                                 << "G";
        QTest::newRow("sharp s itself") << "groß"
                                        << "G";
        QTest::newRow("tones") << "nguyen thi"
                               << "N";
        QTest::newRow("date") << "12-mar-1961"
                              << "K";
        QTest::newRow("date in capitals") << "12-Mar-1961"
                                          << "K";
        QTest::newRow("date with dots") << "12.03.1961"
                                        << "K";
        QTest::newRow("date without noughts") << "12.3.1961"
                                              << "K";
        QTest::newRow("ISO date") << "1961-03-12"
                                  << "K";
        QTest::newRow("ISO month") << "1961-03"
                                   << "K";
        QTest::newRow("with strokes, either way") << "12/3/61"
                                                  << "KO";
        QTest::newRow("short year") << "12.3.61"
                                    << "K";
        QTest::newRow("as it is typed") << "12.3.6"
                                        << "K";
        QTest::newRow("day and month") << "12-mar"
                                       << "K";
        QTest::newRow("unfinished month") << "12-m"
                                          << "K";
        QTest::newRow("month and year") << "mar 1961"
                                        << "K";
        QTest::newRow("date with blanks") << "12 mar 1961"
                                          << "K";
        QTest::newRow("month first") << "mar 12 1961"
                                     << "K";
        QTest::newRow("eight digits") << "12031961"
                                      << "K";
        QTest::newRow("eight digits, year first") << "19610312"
                                                  << "K";
        QTest::newRow("year") << "1961"
                              << "KO";
        QTest::newRow("leap day") << "29.2.1996"
                                  << "G";
        QTest::newRow("no such day") << "30.2.1996"
                                     << "";
        QTest::newRow("name and year") << "maria 1961"
                                       << "K";
        QTest::newRow("name and wrong year") << "maria 1962"
                                             << "";
        QTest::newRow("number") << "4839260175"
                                << "K";
        QTest::newRow("number with blanks") << "483 926 0175"
                                            << "K";
        QTest::newRow("number, other blanks") << "48 39 26"
                                              << "KK";
        QTest::newRow("beginning of a number") << "483"
                                               << "KK";
        QTest::newRow("number with letters") << "ms-00"
                                             << "V";
        QTest::newRow("number with letters, plain") << "ms0012"
                                                    << "V";
        QTest::newRow("two digits are a number") << "12"
                                                 << "G";
        QTest::newRow("unknown") << "xyz"
                                 << "";
        QTest::newRow("sentence") << "what is this"
                                  << "";
    }
    void findsByWordDateAndNumber() {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        QString letters;
        for (const QString& name : namesOf(ward(), typed))
            letters += name.at(0);
        QCOMPARE(letters, found);
    }

    void emptySearchMatchesAllWithoutACopy() {
        const PatientIndex index = ward();
        QVERIFY(index.search({}).all());
        QVERIFY(!index.search(QStringLiteral("k")).all());
        QCOMPARE(index.search({}).row(3), std::size_t{3});
    }

    void anEmptyIndexAnswers() {
        const PatientIndex none;
        QCOMPARE(none.size(), std::size_t{0});
        QCOMPARE(none.search(QStringLiteral("a")).size(), std::size_t{0});
        QCOMPARE(PatientIndex::build(std::vector<PatientIndex::Entry>{}).search(QStringLiteral("1961")).size(),
                 std::size_t{0});
        QVERIFY(!none.rowOf(idOf(1)));
    }

    void entriesComeBackAsTheyWentIn() {
        std::vector<PatientIndex::Entry> entries = invented(500, 3);
        entries[7].id = core::PatientId("not-a-uuid");
        entries[8].status = core::PatientStatus::deceased;
        const PatientIndex index = PatientIndex::build(entries);
        for (const PatientIndex::Entry& e : entries) {
            const auto row = index.rowOf(e.id);
            QVERIFY(row.has_value());
            const PatientIndex::Entry found = index.entry(*row);
            QCOMPARE(found.surname, e.surname);
            QCOMPARE(found.given, e.given);
            QCOMPARE(found.recordNumber, e.recordNumber);
            QCOMPARE(found.birthDate, e.birthDate);
            QCOMPARE(found.status, e.status);
            QCOMPARE(index.idAt(*row).text(), e.id.text());
        }
        QVERIFY(!index.rowOf(core::PatientId("another")));
    }

    void searchFindsWhatLookingAtEveryoneFinds_data() {
        QTest::addColumn<int>("edits");
        QTest::newRow("built at once") << 0;
        QTest::newRow("after many changes") << 400;
    }
    void searchFindsWhatLookingAtEveryoneFinds() {
        QFETCH(int, edits);
        std::vector<PatientIndex::Entry> entries = invented(2'000, 11);
        PatientIndex index = PatientIndex::build(entries);
        std::mt19937 random(99);
        std::vector<PatientIndex::Entry> spare = invented(static_cast<std::size_t>(edits), 12);
        for (int i = 0; i < edits; ++i) {
            const std::size_t at = random() % entries.size();
            if (i % 3 == 0) { // someone new
                index.put(spare[static_cast<std::size_t>(i)]);
                entries.push_back(spare[static_cast<std::size_t>(i)]);
            } else if (i % 3 == 1) { // another name and number
                spare[static_cast<std::size_t>(i)].id = entries[at].id;
                index.put(spare[static_cast<std::size_t>(i)]);
                entries[at] = spare[static_cast<std::size_t>(i)];
            } else {
                index.remove(entries[at].id);
                entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at));
            }
        }
        std::sort(entries.begin(), entries.end(), isBefore);
        QCOMPARE(index.size(), entries.size());
        for (std::size_t row = 0; row < entries.size(); ++row)
            QCOMPARE(index.idAt(row).text(), entries[row].id.text());

        QStringList typed;
        for (const char* text :
             {"k",  "m",    "ma",   "maria", "sm",         "smith", "smiths", "konstantin", "constantinou",
              "1",  "19",   "1961", "12.3",  "12/3/6",     "feb-",  "12-",    "los",        "d",
              "ms", "ms-1", "q",    "o'",    "anne-marie", "42 1",  "iva"})
            typed << QString::fromUtf8(text);
        typed << QStringLiteral("\u0645") << QStringLiteral("\u0438") << QStringLiteral("\u0141");
        for (int i = 0; i < 60; ++i) {
            const PatientIndex::Entry& e = entries[random() % entries.size()];
            const QString name = q(e.surname);
            typed << name.left(1 + static_cast<int>(random() % 8))
                  << q(e.birthDate.iso()).left(7 + static_cast<int>(random() % 4));
            if (!e.recordNumber.empty() && e.recordNumber.find(' ') == std::string::npos)
                typed << q(e.recordNumber).left(1 + static_cast<int>(random() % 9));
        }
        for (const QString& text : typed) {
            if (text.contains(QLatin1Char(' ')))
                continue;
            std::vector<std::string> expected;
            for (const PatientIndex::Entry& e : entries) {
                if (wordFits(e, text))
                    expected.push_back(e.id.text());
            }
            QVERIFY2(idsOf(index, index.search(text)) == expected, qPrintable(text));
        }
        // Two words, of which no two can be a date or number together: both must fit.
        for (const char* pair : {"maria kow", "k z", "lo jo", "van 1961", "jan ms-", "ng 12.3"}) {
            const QStringList words = QString::fromUtf8(pair).split(QLatin1Char(' '));
            std::vector<std::string> expected;
            for (const PatientIndex::Entry& e : entries) {
                if (wordFits(e, words.at(0)) && wordFits(e, words.at(1)))
                    expected.push_back(e.id.text());
            }
            QVERIFY2(idsOf(index, index.search(QString::fromUtf8(pair))) == expected, pair);
        }
    }

    void aCopyKeepsWhatItWas() {
        PatientIndex index = ward();
        const PatientIndex before = index;
        index.remove(idOf(1));
        index.put(entry(9, "Adams", "Ann"));
        QCOMPARE(before.size(), std::size_t{6});
        QCOMPARE(before.nameAt(0), QStringLiteral("GROSS, Jürgen"));
        QCOMPARE(index.nameAt(0), QStringLiteral("ADAMS, Ann"));
        QVERIFY(!index.rowOf(idOf(1)));
    }

    void overlongNamesAreCutAndDoNoHarm() {
        const std::string longName(200'000, 'x');
        const PatientIndex index = PatientIndex::build({entry(1, longName, "Ann"), entry(2, "Berg", longName)});
        QCOMPARE(index.size(), std::size_t{2});
        QVERIFY(index.entry(1).surname.size() < 70'000);
        QCOMPARE(index.search(QStringLiteral("xxx")).size(), std::size_t{2});
    }

    void birthPatternsRefuseWhatIsNoDate_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "12", "maria", "1.2.3.4", "12-xyz", "13", "-", "123456789", "0.0", "32.1.", "1961-13-01"})
            QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromUtf8(text);
    }
    void birthPatternsRefuseWhatIsNoDate() {
        QFETCH(QString, text);
        QVERIFY(app::birthPatterns(text.toStdString()).empty());
    }
};

QTEST_APPLESS_MAIN(TestPatientIndex)
#include "tst_patient_index.moc"
