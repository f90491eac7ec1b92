#include "wording/finding_words.h"
#include "wording/messages.h"
#include "wording/quantities.h"
#include "wording/sign_words.h"

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
    Unit{u"_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mcg")},
    Unit{u"_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mL")},
    Unit{u"_ml_min", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mL/min")},
    Unit{u"_mg_per_day", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mg/day")},
    Unit{u"_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 mg")},
    Unit{u"_kg", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 kg")},
    Unit{u"_hours", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 hours")},
    Unit{u"_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 %")},
    Unit{u"_years", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 y")},
    Unit{u"_months", QT_TRANSLATE_NOOP("lento::wording::findings", "%1 months")},
};

QString withUnit(const QString& number, QStringView name) {
    if (name == u"days" || name.startsWith(u"days_") || name.endsWith(u"_days"))
        return daysText(number.toInt());
    if (name == u"percent")
        return translated("%1 %").arg(number);
    if (name == u"months")
        return number == u"1" ? translated("1 month") : translated("%1 months").arg(number);
    for (const Unit& unit : units) {
        if (name.endsWith(unit.ending))
            return translated(unit.text).arg(number);
    }
    return number;
}

// SCL-9 in words.
QString responseText(const QString& code) {
    if (code == u"RESPONDER")
        return translated("clear");
    if (code == u"MINIMAL")
        return translated("small");
    if (code == u"WORSE")
        return translated("negative: worse than the baseline");
    return translated("absent");
}

// A code in words: what is missing by its name, a class or a condition in lower case.
QString textValue(QStringView name, const QString& text) {
    if (name == u"missing" || name == u"test")
        return inputName(text.toStdString()).toLower();
    if (name == u"product" || name == u"band" || name == u"band_before" || name.startsWith(u"medicine") ||
        name == u"severity")
        return text;
    if (name == u"class")
        return text.toLower();
    if (name == u"response")
        return responseText(text);
    if (name == u"adherence")
        return text == u"under-80" ? translated("less than 80 %")
               : text == u"most"   ? translated("most")
                                   : translated("all");
    if (name == u"sign")
        return signText(text.toStdString());
    if (name == u"condition" || name == u"reason")
        return QString(text).replace(u'-', u' ');
    return withUnit(text, name);
}

const core::InputValue* valueOf(const core::Finding& finding, std::string_view name) {
    for (const core::Input& input : finding.inputs) {
        if (input.name == name)
            return &input.value;
    }
    return nullptr;
}

// "10 % of the starting dose every 14 days"
QString presetText(const core::Finding& finding) {
    const core::InputValue* percent = valueOf(finding, "preset_percent");
    const core::InputValue* days = valueOf(finding, "preset_interval_days");
    const core::InputValue* ofCurrent = valueOf(finding, "preset_of_current");
    if (!percent || !days || !ofCurrent)
        return {};
    const QString sentence = *std::get_if<bool>(ofCurrent) ? translated("%1 of the present dose every %2")
                                                           : translated("%1 of the starting dose every %2");
    return sentence.arg(inputValue({"percent", *percent}), inputValue({"days", *days}));
}

// What makes the risk high: how long, how much, and which conditions.
QString riskReasons(const core::Finding& finding) {
    QStringList reasons;
    for (const core::Input& input : finding.inputs) {
        if (input.name == "months")
            reasons << translated("%1 of treatment").arg(inputValue(input));
        else if (input.name == "from_mg")
            reasons << translated("%1 a day").arg(inputValue(input));
        else if (input.name == "condition")
            reasons << inputValue(input);
    }
    return reasons.join(QStringLiteral(", "));
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
                return name == u"part" ? dayPartText(static_cast<core::DayPart>(value)).toLower()
                                       : withUnit(QString::number(value), name);
            else if constexpr (std::is_same_v<Value, double>)
                return withUnit(rateText(value), name);
            else if constexpr (std::is_same_v<Value, std::string>)
                return textValue(name, fromUtf8(value));
            else if constexpr (std::is_same_v<Value, core::Date>)
                return clinicalDate(value);
            else
                return name.endsWith(u"_mg_per_ml") ? translated("%1 mg/mL").arg(milligrams(value)) : doseText(value);
        },
        input.value);
}

QString inputName(std::string_view name) {
    struct Name {
        std::string_view name;
        const char* text;
    };
    static constexpr std::array names = {
        Name{"adherence", QT_TRANSLATE_NOOP("lento::wording::findings", "Doses taken, as said")},
        Name{"adherence_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "Doses taken, counted")},
        Name{"ae2_last_visit", QT_TRANSLATE_NOOP("lento::wording::findings", "Grade 2 at the visit before")},
        Name{"ae_grade", QT_TRANSLATE_NOOP("lento::wording::findings", "Worst grade of adverse effects")},
        Name{"after_days", QT_TRANSLATE_NOOP("lento::wording::findings", "After")},
        Name{"age", QT_TRANSLATE_NOOP("lento::wording::findings", "Age")},
        Name{"age_years", QT_TRANSLATE_NOOP("lento::wording::findings", "Age")},
        Name{"allergies", QT_TRANSLATE_NOOP("lento::wording::findings", "Allergies to baclofen")},
        Name{"aspirated_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Aspirated")},
        Name{"at_mtd", QT_TRANSLATE_NOOP("lento::wording::findings", "At the highest dose tolerated")},
        Name{"at_start_dose", QT_TRANSLATE_NOOP("lento::wording::findings", "At the starting dose")},
        Name{"baclofen_since", QT_TRANSLATE_NOOP("lento::wording::findings", "Baclofen since")},
        Name{"band", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney band")},
        Name{"band_before", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney band before")},
        Name{"baseline_score", QT_TRANSLATE_NOOP("lento::wording::findings", "A spasticity score of the last 14 days")},
        Name{"before_kg", QT_TRANSLATE_NOOP("lento::wording::findings", "Weight before")},
        Name{"before_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose before")},
        Name{"before_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose before")},
        Name{"before_mg_per_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Concentration before")},
        Name{"before_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Volume before")},
        Name{"birth_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Date of birth")},
        Name{"body_size", QT_TRANSLATE_NOOP("lento::wording::findings", "Body size for the device")},
        Name{"bolus_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Bolus")},
        Name{"brain_injury_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Date of the brain injury")},
        Name{"breastfeeding", QT_TRANSLATE_NOOP("lento::wording::findings", "Breastfeeding")},
        Name{"cap_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Cap for a single dose")},
        Name{"ceiling_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Ceiling")},
        Name{"class", QT_TRANSLATE_NOOP("lento::wording::findings", "Risk class")},
        Name{"condition", QT_TRANSLATE_NOOP("lento::wording::findings", "Condition")},
        Name{"conditions", QT_TRANSLATE_NOOP("lento::wording::findings", "Conditions")},
        Name{"creatinine", QT_TRANSLATE_NOOP("lento::wording::findings", "Creatinine")},
        Name{"creatinine_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Creatinine of")},
        Name{"daily_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Daily dose")},
        Name{"daily_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Daily dose")},
        Name{"date", QT_TRANSLATE_NOOP("lento::wording::findings", "Date")},
        Name{"days", QT_TRANSLATE_NOOP("lento::wording::findings", "Length")},
        Name{"days_at_ceiling", QT_TRANSLATE_NOOP("lento::wording::findings", "Time at the highest dose")},
        Name{"days_since_change", QT_TRANSLATE_NOOP("lento::wording::findings", "Time since the last change")},
        Name{"diagnosis", QT_TRANSLATE_NOOP("lento::wording::findings", "Diagnosis")},
        Name{"dose_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose")},
        Name{"doses_per_day", QT_TRANSLATE_NOOP("lento::wording::findings", "Doses a day")},
        Name{"drop_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Drop")},
        Name{"drop_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "Drop in percent")},
        Name{"due_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Due date")},
        Name{"every_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Every")},
        Name{"expected_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Expected")},
        Name{"extra_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Longer by")},
        Name{"first_visit", QT_TRANSLATE_NOOP("lento::wording::findings", "First visit")},
        Name{"flow_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Flow a day")},
        Name{"from", QT_TRANSLATE_NOOP("lento::wording::findings", "From")},
        Name{"from_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose it comes from")},
        Name{"from_years", QT_TRANSLATE_NOOP("lento::wording::findings", "From")},
        Name{"gap_hours", QT_TRANSLATE_NOOP("lento::wording::findings", "Gap")},
        Name{"given_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Given until then, a day")},
        Name{"glucose", QT_TRANSLATE_NOOP("lento::wording::findings", "Glucose")},
        Name{"goal", QT_TRANSLATE_NOOP("lento::wording::findings", "Treatment goal")},
        Name{"height", QT_TRANSLATE_NOOP("lento::wording::findings", "Height")},
        Name{"highest_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Highest")},
        Name{"highest_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Highest dose of the plan")},
        Name{"highest_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Highest flow a day")},
        Name{"hold_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Hold for")},
        Name{"increment_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Increase")},
        Name{"indication", QT_TRANSLATE_NOOP("lento::wording::findings", "Given for")},
        Name{"infant_birth_date", QT_TRANSLATE_NOOP("lento::wording::findings", "The infant’s date of birth")},
        Name{"infant_preterm", QT_TRANSLATE_NOOP("lento::wording::findings", "Whether the infant was born early")},
        Name{"infection", QT_TRANSLATE_NOOP("lento::wording::findings", "Active infection")},
        Name{"interval_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Interval")},
        Name{"k_ml_min", QT_TRANSLATE_NOOP("lento::wording::findings", "Kidney function (K)")},
        Name{"last_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Last on")},
        Name{"last_visit", QT_TRANSLATE_NOOP("lento::wording::findings", "Last visit")},
        Name{"latest_stop", QT_TRANSLATE_NOOP("lento::wording::findings", "Latest end")},
        Name{"least_days", QT_TRANSLATE_NOOP("lento::wording::findings", "At least")},
        Name{"least_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "At least")},
        Name{"limit_kg", QT_TRANSLATE_NOOP("lento::wording::findings", "From a weight of")},
        Name{"limit_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Limit")},
        Name{"limit_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Limit")},
        Name{"limit_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Limit")},
        Name{"limit_years", QT_TRANSLATE_NOOP("lento::wording::findings", "Limit")},
        Name{"lowest_band", QT_TRANSLATE_NOOP("lento::wording::findings", "Made down to kidney band")},
        Name{"lowest_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Lowest")},
        Name{"lowest_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Lowest flow a day")},
        Name{"maintenance_high_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Upper maintenance dose")},
        Name{"maintenance_low_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Lower maintenance dose")},
        Name{"medicine", QT_TRANSLATE_NOOP("lento::wording::findings", "Medicine")},
        Name{"medicine_class", QT_TRANSLATE_NOOP("lento::wording::findings", "Class")},
        Name{"medicines", QT_TRANSLATE_NOOP("lento::wording::findings", "List of medicines")},
        Name{"missing", QT_TRANSLATE_NOOP("lento::wording::findings", "Missing")},
        Name{"months", QT_TRANSLATE_NOOP("lento::wording::findings", "Time on baclofen")},
        Name{"most_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "At most")},
        Name{"most_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "At most")},
        Name{"next_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Next by")},
        Name{"now_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose now")},
        Name{"now_mg_per_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Concentration now")},
        Name{"now_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Volume now")},
        Name{"offer_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Offered dose")},
        Name{"offer_ml", QT_TRANSLATE_NOOP("lento::wording::findings", "Offered volume")},
        Name{"origin", QT_TRANSLATE_NOOP("lento::wording::findings", "Origin of the spasticity")},
        Name{"over_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Over")},
        Name{"part", QT_TRANSLATE_NOOP("lento::wording::findings", "Time of day")},
        Name{"patient", QT_TRANSLATE_NOOP("lento::wording::findings", "The patient’s record")},
        Name{"pauses", QT_TRANSLATE_NOOP("lento::wording::findings", "Pauses")},
        Name{"percent", QT_TRANSLATE_NOOP("lento::wording::findings", "Percentage")},
        Name{"pregnancy", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnancy")},
        Name{"preset_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Length at the proposed pace")},
        Name{"preset_interval_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Proposed interval")},
        Name{"preset_of_current",
             QT_TRANSLATE_NOOP("lento::wording::findings", "Proposed: percent of the present dose")},
        Name{"preset_percent", QT_TRANSLATE_NOOP("lento::wording::findings", "Proposed percentage")},
        Name{"product", QT_TRANSLATE_NOOP("lento::wording::findings", "Product")},
        Name{"proposed_mcg", QT_TRANSLATE_NOOP("lento::wording::findings", "Next of the usual ones")},
        Name{"proposed_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Proposed dose")},
        Name{"protocol", QT_TRANSLATE_NOOP("lento::wording::findings", "Protocol")},
        Name{"psychosis", QT_TRANSLATE_NOOP("lento::wording::findings", "New hallucinations, psychosis or seizure")},
        Name{"quantum_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Smallest piece")},
        Name{"reason", QT_TRANSLATE_NOOP("lento::wording::findings", "Reason")},
        Name{"red_flag", QT_TRANSLATE_NOOP("lento::wording::findings", "Red flag")},
        Name{"regional", QT_TRANSLATE_NOOP("lento::wording::findings", "How many regions are affected")},
        Name{"response", QT_TRANSLATE_NOOP("lento::wording::findings", "Response")},
        Name{"review_months", QT_TRANSLATE_NOOP("lento::wording::findings", "Review at")},
        Name{"review_on", QT_TRANSLATE_NOOP("lento::wording::findings", "Review on")},
        Name{"rise_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Rise")},
        Name{"rises", QT_TRANSLATE_NOOP("lento::wording::findings", "Increases")},
        Name{"severe", QT_TRANSLATE_NOOP("lento::wording::findings", "Severity")},
        Name{"severity", QT_TRANSLATE_NOOP("lento::wording::findings", "Severity")},
        Name{"sex", QT_TRANSLATE_NOOP("lento::wording::findings", "Sex")},
        Name{"sign", QT_TRANSLATE_NOOP("lento::wording::findings", "Sign")},
        Name{"since_hours", QT_TRANSLATE_NOOP("lento::wording::findings", "Time since")},
        Name{"start_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Start")},
        Name{"step_backs", QT_TRANSLATE_NOOP("lento::wording::findings", "Steps back")},
        Name{"steps", QT_TRANSLATE_NOOP("lento::wording::findings", "Steps")},
        Name{"stop_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Stop date")},
        Name{"test", QT_TRANSLATE_NOOP("lento::wording::findings", "Test")},
        Name{"tone_needed", QT_TRANSLATE_NOOP("lento::wording::findings", "Whether tone is needed to stand")},
        Name{"transaminases", QT_TRANSLATE_NOOP("lento::wording::findings", "Liver tests")},
        Name{"trial_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Length of the trial")},
        Name{"trial_ends", QT_TRANSLATE_NOOP("lento::wording::findings", "Trial complete on")},
        Name{"unit", QT_TRANSLATE_NOOP("lento::wording::findings", "The unit")},
        Name{"usual_highest_mg", QT_TRANSLATE_NOOP("lento::wording::findings", "Usual highest dose")},
        Name{"visits", QT_TRANSLATE_NOOP("lento::wording::findings", "Visits")},
        Name{"weight", QT_TRANSLATE_NOOP("lento::wording::findings", "Weight")},
        Name{"weight_date", QT_TRANSLATE_NOOP("lento::wording::findings", "Weighed on")},
        Name{"weight_kg", QT_TRANSLATE_NOOP("lento::wording::findings", "Weight")},
        Name{"withdrawal_grade", QT_TRANSLATE_NOOP("lento::wording::findings", "Worst grade of withdrawal")},
        Name{"within_days", QT_TRANSLATE_NOOP("lento::wording::findings", "Within")},
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
    sentence.replace(QStringLiteral("{preset}"), presetText(finding));
    sentence.replace(QStringLiteral("{why}"), riskReasons(finding));
    // An input may be there several times, such as each thing that is missing.
    for (const core::Input& input : finding.inputs) {
        const QString place = u'{' + fromUtf8(input.name) + u'}';
        if (!sentence.contains(place))
            continue;
        QStringList values;
        for (const core::Input& same : finding.inputs) {
            if (same.name == input.name)
                values << inputValue(same);
        }
        sentence.replace(place, values.join(QStringLiteral(", ")));
    }
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
