// Words of findings about other medicines (INT).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{"INT-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Opioids"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: sedation and slow breathing add up, and deaths are reported. Lowest "
                                   "doses, slower steps; warn those who care for the patient.")},
    FindingWords{"INT-10", QT_TRANSLATE_NOOP("lento::wording::findings", "Lithium"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: involuntary movements may get worse.")},
    FindingWords{
        "INT-11", QT_TRANSLATE_NOOP("lento::wording::findings", "MAO inhibitor"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: more drowsiness is described. Adjust the doses.")},
    FindingWords{"INT-12", QT_TRANSLATE_NOOP("lento::wording::findings", "Medicine that acts on the kidney"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{medicine}: baclofen may leave the body more slowly. Measure creatinine within {within_days}.")},
    FindingWords{"INT-13", QT_TRANSLATE_NOOP("lento::wording::findings", "Diabetes medicine"),
                 QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: glucose may rise with baclofen.")},
    FindingWords{"INT-14", QT_TRANSLATE_NOOP("lento::wording::findings", "Anaesthetic"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: its effect may be stronger. Tell the anaesthetist about baclofen.")},
    FindingWords{"INT-15", QT_TRANSLATE_NOOP("lento::wording::findings", "Anaesthetic beside a pump"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{medicine}: disturbed heart rhythm and convulsions are described beside baclofen in the spine.")},
    FindingWords{
        "INT-16", QT_TRANSLATE_NOOP("lento::wording::findings", "Morphine beside a pump"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{medicine}: low pressure and breathlessness are described beside baclofen in the spine.")},
    FindingWords{"INT-2", QT_TRANSLATE_NOOP("lento::wording::findings", "Benzodiazepine or sleeping pill"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: drowsiness adds up. Do not taper both at the same time.")},
    FindingWords{"INT-21", QT_TRANSLATE_NOOP("lento::wording::findings", "Medicines without a known interaction"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not in any of the interaction lists: {medicine}. Check the "
                                   "spelling. No interaction through liver enzymes is expected.")},
    FindingWords{"INT-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Alcohol"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: to be avoided with baclofen; the effect together cannot be foretold.")},
    FindingWords{
        "INT-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Sedating antihistamine"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{medicine}: drowsiness adds up. Ask about sleep aids bought without a prescription too.")},
    FindingWords{
        "INT-5", QT_TRANSLATE_NOOP("lento::wording::findings", "Medicine that makes drowsy"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "{medicine}: drowsiness adds up. Gabapentinoids need a dose for the kidney as well.")},
    FindingWords{"INT-6", QT_TRANSLATE_NOOP("lento::wording::findings", "Another muscle relaxant"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: drowsiness adds up, with low pressure (tizanidine) or weakness "
                                   "(dantrolene). Together only where one alone has failed.")},
    FindingWords{"INT-7", QT_TRANSLATE_NOOP("lento::wording::findings", "Blood pressure medicine"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: pressure may fall. Measure it standing and adjust that medicine.")},
    FindingWords{
        "INT-8", QT_TRANSLATE_NOOP("lento::wording::findings", "Tricyclic antidepressant"),
        QT_TRANSLATE_NOOP("lento::wording::findings", "{medicine}: marked limpness and drowsiness are described.")},
    FindingWords{"INT-9", QT_TRANSLATE_NOOP("lento::wording::findings", "Levodopa"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: confusion, hallucinations and worse parkinsonism are described.")},
    FindingWords{"int-20.too-soon", QT_TRANSLATE_NOOP("lento::wording::findings", "Several sedating medicines"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: together a major interaction. Wait at least {least_days} before the "
                                   "next increase; the plan waits {interval_days}.")},
    FindingWords{"int-20.waits", QT_TRANSLATE_NOOP("lento::wording::findings", "Several sedating medicines"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: together a major interaction. The plan leaves at "
                                   "least {least_days} before the next increase.")},
    FindingWords{"int-3.treated", QT_TRANSLATE_NOOP("lento::wording::findings", "Alcohol under treatment"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{medicine}: while drinking goes on, look for drowsiness and "
                                   "slow breathing and ask about suicidal thoughts at each visit.")},
    FindingWords{"int.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Interactions not assessed"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not assessed: {missing} is missing. Opioids, sleeping pills and "
                                   "other sedatives add to baclofen; ask for all medicines.")},
};

} // namespace

std::span<const FindingWords> interactionWords() {
    return rows;
}

} // namespace lento::wording
