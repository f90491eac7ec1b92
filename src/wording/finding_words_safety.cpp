// Words of findings about contraindications and precautions (SAF).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{
        "SAF-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Hypersensitive to baclofen"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "A known hypersensitivity forbids baclofen by every route.")},
    FindingWords{
        "SAF-10", QT_TRANSLATE_NOOP("lento::wording::findings", "Autonomic dysreflexia"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "Pain or a sudden stop can set it off. Keep the doses steady.")},
    FindingWords{"SAF-11", QT_TRANSLATE_NOOP("lento::wording::findings", "Bladder"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "The bladder may empty less. Ask for residual urine.")},
    FindingWords{"SAF-12", QT_TRANSLATE_NOOP("lento::wording::findings", "Diabetes"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Glucose may rise. Check it.")},
    FindingWords{
        "SAF-13", QT_TRANSLATE_NOOP("lento::wording::findings", "Pressure or porphyria"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{condition}: use baclofen with care; pressure may fall.")},
    FindingWords{"SAF-14", QT_TRANSLATE_NOOP("lento::wording::findings", "Ovarian cysts"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Cysts were found in some women on baclofen; most went away by themselves.")},
    FindingWords{"SAF-15", QT_TRANSLATE_NOOP("lento::wording::findings", "Not for muscle pain"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Rheumatic or ordinary muscle pain is no indication for baclofen.")},
    FindingWords{"SAF-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Epilepsy or seizures"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Seizures may come more easily: only with treatment and supervision, and never stop suddenly.")},
    FindingWords{"SAF-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Mind and mood"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{condition}: may get worse with baclofen or its withdrawal. Ask "
                                   "about mood and thoughts of self-harm at each visit.")},
    FindingWords{"SAF-6", QT_TRANSLATE_NOOP("lento::wording::findings", "Parkinson’s disease"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Baclofen may worsen it and bring confusion.")},
    FindingWords{"SAF-7", QT_TRANSLATE_NOOP("lento::wording::findings", "Stroke"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Poorly tolerated after a stroke: the sensitive scheme, in small steps.")},
    FindingWords{
        "SAF-8", QT_TRANSLATE_NOOP("lento::wording::findings", "Tone is needed"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "The patient needs tone to stand or transfer: look at gait and transfers at each step.")},
    FindingWords{
        "SAF-9", QT_TRANSLATE_NOOP("lento::wording::findings", "Breathing"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Impaired breathing or sleep apnoea: baclofen can depress breathing, more so with other sedatives.")},
    FindingWords{
        "saf-1.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Allergies not assessed"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Not assessed: {missing} is missing. Ask for a reaction to baclofen before it is given.")},
    FindingWords{"saf-1.taper", QT_TRANSLATE_NOOP("lento::wording::findings", "Hypersensitive to baclofen"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Baclofen is forbidden; this plan takes it away. Choose how fast by how severe the reaction is.")},
    FindingWords{"saf-2.active", QT_TRANSLATE_NOOP("lento::wording::findings", "Active peptic ulcer"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Baclofen stimulates acid; with an active ulcer it is to be avoided.")},
    FindingWords{"saf-2.history", QT_TRANSLATE_NOOP("lento::wording::findings", "Peptic ulcer in the past"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Baclofen may bring an ulcer back; ask about the stomach at each visit.")},
    FindingWords{"saf-4.contraindicated", QT_TRANSLATE_NOOP("lento::wording::findings", "Epilepsy or seizures"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "A leaflet of this region forbids baclofen in epilepsy. Only with treatment and supervision.")},
    FindingWords{
        "saf.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Precautions not assessed"),
        QT_TRANSLATE_NOOP(
            "lento::wording::findings",
            "Not assessed: {missing} is missing. Ulcer, epilepsy, mood, breathing and others change what is allowed.")},
};

} // namespace

std::span<const FindingWords> safetyWords() {
    return rows;
}

} // namespace lento::wording
