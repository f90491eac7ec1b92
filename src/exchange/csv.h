// A table as a CSV file that spreadsheets open rightly everywhere: UTF-8 with a mark, CRLF, every text quoted when it
// must be.
//
// Dates are ISO 8601 and numbers use '.', units stand in the headings ("dose_mg_per_day"). A text that a spreadsheet
// would take for a formula (it begins with = + - @, a tab or a line break) gets an apostrophe in front. Never fails.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace lento::exchange {

// A number is written as it stands; a text is guarded against being taken for a formula.
struct Field {
    QString text;
    bool number = false;
};

struct Table {
    QStringList headings;
    std::vector<std::vector<Field>> rows; // each as long as headings
};

QByteArray toCsv(const Table& table);

} // namespace lento::exchange
