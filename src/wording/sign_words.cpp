#include "wording/sign_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace lento::wording {

namespace {

// A name is the key of its translation; here so that lupdate finds it.
constexpr std::array names{
    QT_TRANSLATE_NOOP("signs", "Abdominal pain"),
    QT_TRANSLATE_NOOP("signs", "Acute confusion"),
    QT_TRANSLATE_NOOP("signs", "Agitation"),
    QT_TRANSLATE_NOOP("signs", "Anxiety"),
    QT_TRANSLATE_NOOP("signs", "Bladder does not empty"),
    QT_TRANSLATE_NOOP("signs", "Choking"),
    QT_TRANSLATE_NOOP("signs", "Collapse"),
    QT_TRANSLATE_NOOP("signs", "Coma"),
    QT_TRANSLATE_NOOP("signs", "Confused since the kidneys got worse"),
    QT_TRANSLATE_NOOP("signs", "Confusion"),
    QT_TRANSLATE_NOOP("signs", "Constipation"),
    QT_TRANSLATE_NOOP("signs", "Creatine kinase"),
    QT_TRANSLATE_NOOP("signs", "Dark urine"),
    QT_TRANSLATE_NOOP("signs", "Delirium"),
    QT_TRANSLATE_NOOP("signs", "Disabling rebound tone"),
    QT_TRANSLATE_NOOP("signs", "Dizziness"),
    QT_TRANSLATE_NOOP("signs", "Drowsiness"),
    QT_TRANSLATE_NOOP("signs", "Drowsy since the kidneys got worse"),
    QT_TRANSLATE_NOOP("signs", "Dry mouth"),
    QT_TRANSLATE_NOOP("signs", "Euphoria"),
    QT_TRANSLATE_NOOP("signs", "Fatigue"),
    QT_TRANSLATE_NOOP("signs", "Hallucinations"),
    QT_TRANSLATE_NOOP("signs", "Hallucinations that the patient sees through"),
    QT_TRANSLATE_NOOP("signs", "Hard to wake"),
    QT_TRANSLATE_NOOP("signs", "Headache"),
    QT_TRANSLATE_NOOP("signs", "Insomnia"),
    QT_TRANSLATE_NOOP("signs", "Itching"),
    QT_TRANSLATE_NOOP("signs", "Limp muscles (hypotonia)"),
    QT_TRANSLATE_NOOP("signs", "Low blood pressure"),
    QT_TRANSLATE_NOOP("signs", "Low body temperature"),
    QT_TRANSLATE_NOOP("signs", "Low mood"),
    QT_TRANSLATE_NOOP("signs", "More spasticity than before"),
    QT_TRANSLATE_NOOP("signs", "Nausea"),
    QT_TRANSLATE_NOOP("signs", "New seizure"),
    QT_TRANSLATE_NOOP("signs", "Nightmares"),
    QT_TRANSLATE_NOOP("signs", "Poor sleep"),
    QT_TRANSLATE_NOOP("signs", "Pulse"),
    QT_TRANSLATE_NOOP("signs", "Raised liver tests"),
    QT_TRANSLATE_NOOP("signs", "Rash"),
    QT_TRANSLATE_NOOP("signs", "Rebound spasms that limit activity"),
    QT_TRANSLATE_NOOP("signs", "Rigidity with altered consciousness"),
    QT_TRANSLATE_NOOP("signs", "Seizure"),
    QT_TRANSLATE_NOOP("signs", "Sexual dysfunction"),
    QT_TRANSLATE_NOOP("signs", "Slightly more tightness"),
    QT_TRANSLATE_NOOP("signs", "Slow or shallow breathing"),
    QT_TRANSLATE_NOOP("signs", "Slow pulse"),
    QT_TRANSLATE_NOOP("signs", "Suicidal intent"),
    QT_TRANSLATE_NOOP("signs", "Sweating"),
    QT_TRANSLATE_NOOP("signs", "Temperature"),
    QT_TRANSLATE_NOOP("signs", "Thoughts of self-harm"),
    QT_TRANSLATE_NOOP("signs", "Tremor"),
    QT_TRANSLATE_NOOP("signs", "Unstable blood pressure"),
    QT_TRANSLATE_NOOP("signs", "Unsteadiness"),
    QT_TRANSLATE_NOOP("signs", "Urinary frequency"),
    QT_TRANSLATE_NOOP("signs", "Visual disturbance"),
    QT_TRANSLATE_NOOP("signs", "Weakness"),
};

constexpr std::array grades{
    QT_TRANSLATE_NOOP("signs", "none"),
    QT_TRANSLATE_NOOP("signs", "mild: no limit"),
    QT_TRANSLATE_NOOP("signs", "moderate: limits demanding daily activities"),
    QT_TRANSLATE_NOOP("signs", "severe: limits self-care or needs attendance"),
    QT_TRANSLATE_NOOP("signs", "life-threatening"),
};

constexpr std::array frequencies{
    QT_TRANSLATE_NOOP("signs", "very common"),
    QT_TRANSLATE_NOOP("signs", "common"),
    QT_TRANSLATE_NOOP("signs", "rare"),
};

QString translated(const char* source) {
    return QCoreApplication::translate(signContext, source);
}

} // namespace

std::span<const char* const> signNames() {
    return names;
}

QString signText(const std::string& name) {
    return translated(name.c_str());
}

QString gradeText(int grade) {
    return grade < 0 || grade >= static_cast<int>(grades.size()) ? QString()
                                                                 : translated(grades[static_cast<std::size_t>(grade)]);
}

QString gradesText() {
    QStringList all;
    for (int grade = 0; grade < static_cast<int>(grades.size()); ++grade)
        all << QStringLiteral("%1 %2").arg(QString::number(grade), gradeText(grade));
    return all.join(QStringLiteral(" · "));
}

QString frequencyText(const std::string& frequency) {
    for (const char* known : frequencies)
        if (frequency == known)
            return translated(known);
    return QString::fromStdString(frequency);
}

} // namespace lento::wording
