#include "wording/protocol_words.h"

#include "wording/messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lento::wording {

namespace {

using core::Error;
using core::ErrorCode;

struct Name {
    std::string_view key;
    const char* text;
};

// Sorted by key.
constexpr std::array uses = {
    Name{"IND-AUD", QT_TRANSLATE_NOOP("lento::wording::protocols", "Alcohol dependence")},
    Name{"IND-GERD", QT_TRANSLATE_NOOP("lento::wording::protocols", "Reflux")},
    Name{"IND-HICC", QT_TRANSLATE_NOOP("lento::wording::protocols", "Hiccups")},
    Name{"IND-NEUP", QT_TRANSLATE_NOOP("lento::wording::protocols", "Neuropathic pain")},
    Name{"IND-OTHER", QT_TRANSLATE_NOOP("lento::wording::protocols", "Another use")},
    Name{"IND-TN", QT_TRANSLATE_NOOP("lento::wording::protocols", "Trigeminal neuralgia")},
    Name{"muscle-pain", QT_TRANSLATE_NOOP("lento::wording::protocols", "Muscle pain without spasticity")},
    Name{"spasticity", QT_TRANSLATE_NOOP("lento::wording::protocols", "Spasticity")},
};

// Sorted by key.
constexpr std::array fields = {
    Name{"adopted_by", QT_TRANSLATE_NOOP("lento::wording::protocols", "Adopted by")},
    Name{"adopted_on", QT_TRANSLATE_NOOP("lento::wording::protocols", "Adopted on")},
    Name{"based_on", QT_TRANSLATE_NOOP("lento::wording::protocols", "Copied from")},
    Name{"below_age_years", QT_TRANSLATE_NOOP("lento::wording::protocols", "Below the age of")},
    Name{"below_weight_kg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Below the weight of")},
    Name{"ceiling_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Ceiling")},
    Name{"conflict", QT_TRANSLATE_NOOP("lento::wording::protocols", "Where sources disagree")},
    Name{"doses_per_day", QT_TRANSLATE_NOOP("lento::wording::protocols", "Doses a day")},
    Name{"edition", QT_TRANSLATE_NOOP("lento::wording::protocols", "Edition")},
    Name{"first_review_days", QT_TRANSLATE_NOOP("lento::wording::protocols", "First review after")},
    Name{"from_age_years", QT_TRANSLATE_NOOP("lento::wording::protocols", "From the age of")},
    Name{"from_weight_kg", QT_TRANSLATE_NOOP("lento::wording::protocols", "From the weight of")},
    Name{"goal_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Usual goal")},
    Name{"goal_mg_per_kg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Usual goal by weight")},
    Name{"id", QT_TRANSLATE_NOOP("lento::wording::protocols", "Short name")},
    Name{"increment_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Increase of a step")},
    Name{"increment_mg_per_kg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Increase of a step by weight")},
    Name{"indication", QT_TRANSLATE_NOOP("lento::wording::protocols", "Use")},
    Name{"interval_days", QT_TRANSLATE_NOOP("lento::wording::protocols", "Interval")},
    Name{"interval_options", QT_TRANSLATE_NOOP("lento::wording::protocols", "Intervals to choose from")},
    Name{"lowest_renal_band", QT_TRANSLATE_NOOP("lento::wording::protocols", "Kidney function down to")},
    Name{"most_increment_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Largest increase of a step")},
    Name{"note", QT_TRANSLATE_NOOP("lento::wording::protocols", "Note")},
    Name{"quantum_at_most_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Needs pieces of at most")},
    Name{"regions", QT_TRANSLATE_NOOP("lento::wording::protocols", "Regions")},
    Name{"rule", QT_TRANSLATE_NOOP("lento::wording::protocols", "Rule")},
    Name{"single_dose_cap_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Largest single dose")},
    Name{"soft_ceiling_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Caution above")},
    Name{"sources", QT_TRANSLATE_NOOP("lento::wording::protocols", "Sources")},
    Name{"split", QT_TRANSLATE_NOOP("lento::wording::protocols", "Split over the day")},
    Name{"start_mg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Start")},
    Name{"start_mg_per_kg", QT_TRANSLATE_NOOP("lento::wording::protocols", "Start by weight")},
    Name{"title", QT_TRANSLATE_NOOP("lento::wording::protocols", "Title")},
    Name{"version", QT_TRANSLATE_NOOP("lento::wording::protocols", "Version")},
};
static_assert(std::ranges::is_sorted(uses, {}, &Name::key) && std::ranges::is_sorted(fields, {}, &Name::key));

QString translated(const char* source) {
    return QCoreApplication::translate("lento::wording::protocols", source);
}

template <class Names>
const Name* nameIn(const Names& names, std::string_view key) {
    const auto found = std::ranges::lower_bound(names, key, {}, &Name::key);
    return found != names.end() && found->key == key ? &*found : nullptr;
}

QString value(const Error& error, std::size_t index) {
    return index < error.values.size() ? QString::fromStdString(error.values[index]) : QString();
}

QString keyOrName(const std::string& value) {
    return nameIn(fields, value) != nullptr ? protocolFieldName(value) : QString::fromStdString(value);
}

// The key of an error's field, without the places in a list: "sources" of "sources[2]".
std::string keyOf(const std::string& subject) {
    return subject.substr(0, subject.find_first_of("[."));
}

QString conflict(const Error& error) {
    const std::string key = keyOf(error.subject);
    if (key == "id")
        return error.values.size() > 1 && error.values[0] != error.values[1]
                   ? translated("A built-in protocol has this short name, and built-in ones are never changed.")
                   : translated("Two files give this short name.");
    if (key == "based_on")
        return translated("It leads back to the protocol itself.");
    if (key == "interval_days")
        return translated("The interval is not among the intervals to choose from.");
    if (error.values.size() > 1 && error.values[0] == error.values[1])
        return translated("“%1” stands twice.").arg(value(error, 0));
    if (error.values.size() < 2)
        return translated("It does not go together with another field.");
    return translated("“%1” and “%2” do not go together.").arg(keyOrName(error.values[0]), keyOrName(error.values[1]));
}

} // namespace

bool hasIndicationWords(std::string_view code) {
    return nameIn(uses, code) != nullptr;
}

QString indicationName(const core::Indication& use) {
    const Name* known = nameIn(uses, use.code);
    return known != nullptr ? translated(known->text) : QString::fromStdString(use.name);
}

QString protocolFieldName(std::string_view key) {
    const Name* known = nameIn(fields, key);
    return known != nullptr ? translated(known->text)
                            : QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QString protocolProblem(const Error& error) {
    switch (error.code) {
    case ErrorCode::missingField:
        return translated("It is missing.");
    case ErrorCode::emptyText:
        return translated("It is empty.");
    case ErrorCode::unknownField:
        return translated("A protocol has no such field.");
    case ErrorCode::notFound:
        return translated("“%1” is not known.").arg(value(error, 0));
    case ErrorCode::wrongType:
        return value(error, 0).isEmpty() ? translated("It is in another form than expected.")
                                         : translated("Expected: %1.").arg(value(error, 0));
    case ErrorCode::malformedFile:
        return translated("It cannot be read beyond character %1.").arg(value(error, 0));
    case ErrorCode::duplicateRecord:
        return translated("Another protocol has this title.");
    case ErrorCode::conflictingFields:
        return conflict(error);
    default: {
        const Message said = message({error.code, {}, error.values});
        return said.remedy.isEmpty() ? said.what : said.what + QLatin1Char(' ') + said.remedy;
    }
    }
}

QString protocolFileProblem(const Error& error) {
    const QString place = QString::fromStdString(error.subject);
    const QString problem = protocolProblem(error);
    if (error.code == ErrorCode::missingResource)
        return translated("%1 cannot be read.").arg(place);
    const qsizetype colon = place.lastIndexOf(QLatin1Char(':'));
    if (colon <= 0)
        return translated("%1: %2").arg(place, problem);
    const QString file = place.left(colon);
    const QString where = place.mid(colon + 1);
    bool isLine = false;
    where.toInt(&isLine);
    Error inside = error;
    inside.subject = where.toStdString();
    return (isLine ? translated("%1, line %2: %3") : translated("%1, field “%2”: %3"))
        .arg(file, where, protocolProblem(inside));
}

} // namespace lento::wording
