#include "wording/finding_words.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <string>
#include <type_traits>

namespace lento::wording {

namespace {

QString translated(const char* source) {
    return QCoreApplication::translate(findingContext, source);
}

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string_view keyOf(const core::Finding& finding) {
    return finding.message.empty() ? finding.rule.text() : std::string_view(finding.message);
}

// A rate such as K, to one decimal: it was calculated, so more would pretend to a precision that it has not.
QString rateText(double rate) {
    QString text = QString::number(rate, 'f', 1);
    return text.endsWith(QStringLiteral(".0")) ? text.chopped(2) : text;
}

struct Unit {
    QStringView ending;
    const char* text;
};

// The unit is the end of an input's name.
constexpr std::array units = {
    Unit{u"_ml_min", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mL/min")},
    Unit{u"_mg_per_day", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mg/day")},
    Unit{u"_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mg")},
    Unit{u"_kg", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 kg")},
    Unit{u"_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 %")},
    Unit{u"_years", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 y")},
    Unit{u"_months", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 months")},
};

QString withUnit(const QString& number, QStringView name) {
    if (name.endsWith(u"_days"))
        return daysText(number.toInt());
    for (const Unit& unit : units) {
        if (name.endsWith(unit.ending))
            return translated(unit.text).arg(number);
    }
    return number;
}

} // namespace

QString inputValue(const core::Input& input) {
    const QString name = fromUtf8(input.name);
    return std::visit(
        [&name](const auto& value) -> QString {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, bool>)
                return value ? translated("yes") : translated("no");
            else if constexpr (std::is_same_v<Value, std::int64_t>)
                return withUnit(QString::number(value), name);
            else if constexpr (std::is_same_v<Value, double>)
                return withUnit(rateText(value), name);
            else if constexpr (std::is_same_v<Value, std::string>)
                return fromUtf8(value);
            else if constexpr (std::is_same_v<Value, core::Date>)
                return clinicalDate(value);
            else
                return doseText(value);
        },
        input.value);
}

QString inputName(std::string_view name) {
    struct Name {
        std::string_view name;
        const char* text;
    };
    static constexpr std::array names = {
        Name{"age", QT_TRANSLATE_NOOP("lento::wording::findings", "Age")},
        Name{"age_years", QT_TRANSLATE_NOOP("lento::wording::findings", "Age")},
        Name{"birth_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Date of birth")},
        Name{"ceiling_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Ceiling")},
        Name{"creatinine", QT_TRANSLATE_NOOP("lento::wording::findings", "Creatinine")},
        Name{"current_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose before")},
        Name{"daily_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Daily dose")},
        Name{"date", QT_TRANSLATE_NOOP("lento::wording::findings", "Date")},
        Name{"drop_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Drop")},
        Name{"drop_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "Drop")},
        Name{"height", QT_TRANSLATE_NOOP("lento::wording::findings", "Height")},
        Name{"interval_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Interval")},
        Name{"k_ml_min", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function (K)")},
        Name{"limit_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Limit")},
        Name{"sex", QT_TRANSLATE_NOOP("lento::wording::findings", "Sex")},
        Name{"unit", QT_TRANSLATE_NOOP("lento::wording::findings", "The unit")},
        Name{"weight", QT_TRANSLATE_NOOP("lento::wording::findings", "Weight")},
    };
    for (const Name& known : names) {
        if (known.name == name)
            return translated(known.text);
    }
    QString words = fromUtf8(name).replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

bool hasFindingWords(std::string_view key) {
    return wordsFor(key) != nullptr;
}

QString findingTitle(const core::Finding& finding) {
    const FindingWords* words = wordsFor(keyOf(finding));
    return words ? translated(words->title) : fromUtf8(finding.rule.text());
}

QString findingSentence(const core::Finding& finding) {
    const FindingWords* words = wordsFor(keyOf(finding));
    if (!words)
        return translated("See the text of the rule.");
    QString sentence = translated(words->sentence);
    for (const core::Input& input : finding.inputs)
        sentence.replace(u'{' + fromUtf8(input.name) + u'}', inputValue(input));
    return sentence;
}

QString severityText(const core::Finding& finding) {
    if (!finding.assessed)
        return translated("Not assessed");
    switch (finding.action) {
    case core::Action::propose:
        return translated("Proposal");
    case core::Action::inform:
        return translated("For information");
    case core::Action::warn:
        return translated("Caution");
    case core::Action::blockOverridable:
        return translated("Needs a reason");
    case core::Action::hard:
        return translated("Stopped");
    }
    return {};
}

} // namespace lento::wording
