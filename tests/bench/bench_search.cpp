// Search as you type: the match alone, and from the key press to the painted list, over 100,000 and 1,000,000 patients.
//
// Floor of the painted list: the same column with only the rows that match, filled and painted without a search.
#include "app/patients.h"
#include "core_values.h"
#include "figures.h"
#include "gui/patient_list.h"
#include "gui/row_list.h"
#include "gui/theme.h"
#include "invented_people.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace {

using namespace lento;
using Entry = app::PatientIndex::Entry;

constexpr std::size_t people = 100'000;
constexpr std::size_t manyPeople = 1'000'000;

core::Date today() {
    return test::date("2026-11-22");
}

std::vector<Entry> invented(std::size_t count) {
    bench::InventedPeople source;
    std::vector<Entry> made(count);
    std::generate(made.begin(), made.end(), [&source] { return source.next(); });
    return made;
}

// Each beginning of what somebody types to find a patient, in the several ways of doing it.
std::vector<QString> typing(const std::vector<Entry>& entries) {
    std::vector<QString> texts;
    for (std::size_t i = 0; i < 200; ++i) {
        const Entry& entry = entries[i * 7919 % entries.size()];
        const QString surname = QString::fromStdString(entry.surname);
        const QString given = QString::fromStdString(entry.given);
        const QString born = QStringLiteral("%1.%2.%3")
                                 .arg(entry.birthDate.day(), 2, 10, QLatin1Char('0'))
                                 .arg(entry.birthDate.month(), 2, 10, QLatin1Char('0'))
                                 .arg(entry.birthDate.year());
        const QStringList ways{surname + QLatin1Char(' ') + given, given.toLower() + QLatin1Char(' ') + surname, born,
                               QString::fromStdString(entry.recordNumber), surname.left(3) + QLatin1Char(' ') + born};
        for (const QString& whole : ways)
            for (qsizetype length = 1; length <= whole.size(); ++length)
                texts.push_back(whole.left(length));
    }
    return texts;
}

// The rows that a search without any index finds for one word of letters.
std::size_t slowCount(const app::PatientIndex& index, const QString& word) {
    const QString wanted = app::folded(word);
    std::size_t found = 0;
    for (std::size_t row = 0; row < index.size(); ++row) {
        const Entry entry = index.entry(row);
        const QString names = app::folded(QString::fromStdString(entry.surname + ' ' + entry.given)
                                              .remove(QLatin1Char('\''))
                                              .replace(QLatin1Char('-'), QLatin1Char(' ')));
        const QStringList words = names.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        found += std::any_of(words.begin(), words.end(), [&](const QString& each) { return each.startsWith(wanted); });
    }
    return found;
}

void match(bench::Figures& figures, const app::PatientIndex& index, const std::vector<Entry>& entries) {
    for (const char* word : {"kow", "mull", "zoe", "q"}) {
        const QString text = QString::fromLatin1(word);
        const auto matches = index.search(text);
        bench::require(matches.size() == slowCount(index, text), "another number of rows for " + std::string(word));
        for (std::size_t i = 1; i < matches.size(); ++i)
            bench::require(matches.row(i - 1) < matches.row(i), "rows not in name order");
    }
    std::vector<double> samples;
    std::size_t rows = 0;
    for (const QString& text : typing(entries)) {
        QElapsedTimer clock;
        clock.start();
        const auto matches = index.search(text);
        const std::size_t found = matches.size();
        samples.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);

        rows += found;
    }
    bench::require(rows > samples.size() * 10, "next to nothing was matched");
    for (std::size_t i = 0; i < 200; ++i) {
        const Entry& entry = entries[i * 7919 % entries.size()];
        const auto matches = index.search(QString::fromStdString(entry.given + ' ' + entry.surname));
        bool isFound = false;
        for (std::size_t place = 0; place < matches.size(); ++place)
            isFound = isFound || index.idAt(matches.row(place)) == entry.id;
        bench::require(isFound, entry.surname + " is not found");
    }
    figures.absolute("match of each key typed, 100,000 patients: p95", bench::percentile(samples, 0.95), "ms", 1);
}

// What stands in a second line, for every patient the same work.
core::Result<std::vector<app::PatientSummary>> summaries(std::span<const core::PatientId> ids) {
    std::vector<app::PatientSummary> read;
    for (const core::PatientId& id : ids) {
        app::PatientSummary summary;
        summary.id = id;
        summary.diagnosis = "Multiple sclerosis";
        summary.doseToday = test::daily("45");
        summary.kind = core::PlanKind::taper;
        summary.nextChange = app::DayDose{today() + 3, {}, test::daily("40"), app::Change::down, 0, 0, false};
        read.push_back(std::move(summary));
    }
    return read;
}

class Column {
public:
    explicit Column(app::PatientIndex index)
        : m_list(std::make_unique<gui::PatientList>()) {
        m_list->resize(260, 800);
        m_list->setIndex(std::move(index), today(), summaries);
        m_list->show();
        settle();
        m_search = m_list->findChild<QLineEdit*>();
        m_rows = m_list->findChild<gui::RowList*>();
        bench::require(m_search != nullptr && m_rows != nullptr, "the column has no list");
        m_search->setFocus();
        settle();
    }

    gui::PatientList& list() { return *m_list; }
    int rowCount() const { return m_list->model().rowCount(); }
    int rowsPainted() const {
        const auto [first, last] = m_rows->rowsInView();
        return last - first + 1;
    }
    void type(const QString& text) {
        for (const QChar letter : text)
            press(0, letter);
        settle();
    }
    void press(int key, const QString& text) const {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(m_search, &down);
    }
    // From the key to the painted column, second lines and all.
    double keyMilliseconds(int key, const QString& text) {
        QElapsedTimer clock;
        clock.start();
        press(key, text);
        settle();
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }
    // The rows of another index, without a search.
    double fillMilliseconds(const app::PatientIndex& index) {
        QElapsedTimer clock;
        clock.start();
        m_list->setIndex(index, today(), summaries);
        settle();
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }
    static void settle() {
        // Painting and reading second lines ask for further turns.
        for (int turn = 0; turn < 4; ++turn)
            QCoreApplication::processEvents();
    }

private:
    std::unique_ptr<gui::PatientList> m_list;
    QLineEdit* m_search = nullptr;
    gui::RowList* m_rows = nullptr;
};

struct Typed {
    double key = 0; // ms, median
    double fill = 0;
};

// The last letter of a short search, again and again: typed, and as rows that come without a search.
Typed paint(const app::PatientIndex& index, const std::vector<QString>& words) {
    std::vector<double> keys;
    std::vector<double> fills;
    Column searched(index);
    for (const QString& word : words) {
        const auto matches = index.search(word);
        std::vector<Entry> found;
        for (std::size_t i = 0; i < matches.size(); ++i)
            found.push_back(index.entry(matches.row(i)));
        const app::PatientIndex narrow = app::PatientIndex::build(found);
        Column plain(narrow);
        searched.list().findChild<QLineEdit*>()->clear();
        searched.type(word.chopped(1));
        for (int round = 0; round < 15; ++round) {
            keys.push_back(searched.keyMilliseconds(0, word.right(1)));
            bench::require(searched.rowCount() == static_cast<int>(matches.size()), "other rows");
            fills.push_back(plain.fillMilliseconds(narrow));
            bench::require(plain.rowCount() == searched.rowCount(), "other rows without the search");
            bench::require(std::abs(plain.rowsPainted() - searched.rowsPainted()) <= 1, "more rows in view");
            searched.press(Qt::Key_Backspace, {});
            Column::settle();
        }
    }
    return {bench::percentile(keys, 0.5), bench::percentile(fills, 0.5)};
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    gui::applyTheme(application, gui::Appearance::light);
    const std::vector<QString> words{QStringLiteral("ko"), QStringLiteral("mar k"), QStringLiteral("kowal"),
                                     QStringLiteral("12.03.19"), QStringLiteral("48")};
    Typed few;
    {
        const std::vector<Entry> entries = invented(people);
        const app::PatientIndex index = app::PatientIndex::build(entries);
        match(figures, index, entries);
        few = paint(index, words);
    }
    figures.ratio("key press to painted list, 100,000 patients", few.key, few.fill, "ms", 1.3);
    const app::PatientIndex index = app::PatientIndex::build(manyPeople, [](const app::PatientIndex::Sink& sink) {
        bench::InventedPeople source;
        for (std::size_t i = 0; i < manyPeople; ++i)
            sink(source.next());
    });
    const Typed many = paint(index, words);
    figures.ratio("key press to painted list, 1,000,000 beside 100,000 patients", many.key, few.key, "ms", 1.2);
    return figures.exitCode();
}
