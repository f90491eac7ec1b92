// Words of findings about pregnancy and breastfeeding (PRG).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{"PRG-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Breastfeeding"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Possible while the infant is watched for sleepiness and weak feeding.")},
    FindingWords{"prg-1.either", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnancy or planning one"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Only if the benefit outweighs the risk. In animals a gap in the "
                                   "abdominal wall appeared at 13 times the human dose.")},
    FindingWords{
        "prg-1.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnancy not assessed"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Not assessed: {missing} is missing. Ask whether the patient is pregnant or plans to be.")},
    FindingWords{"prg-1.overdue", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnancy is out of date"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Not assessed: the due date {due_date} is past. Ask again, and whether she is breastfeeding.")},
    FindingWords{"prg-1.planning", QT_TRANSLATE_NOOP("lento::wording::findings", "A pregnancy is planned"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Only if the benefit outweighs the risk. In animals a gap in the abdominal wall "
                                   "appeared at 13 times the human dose; talk about it before.")},
    FindingWords{"prg-1.pregnant", QT_TRANSLATE_NOOP("lento::wording::findings", "Pregnant"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Only if the benefit outweighs the risk. In animals a gap in the abdominal wall "
                                   "appeared at 13 times the human dose. Never stop suddenly.")},
    FindingWords{"prg-2.continues", QT_TRANSLATE_NOOP("lento::wording::findings", "Baclofen until birth"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "If it goes on, tell the neonatal team: the newborn is watched for hours to days "
                                   "for stiffness, tremor, a high-pitched cry, fever and convulsions.")},
    FindingWords{"prg-2.late", QT_TRANSLATE_NOOP("lento::wording::findings", "The taper ends too late"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "It ends on {stop_date}; before the birth due on {due_date} it should end by {latest_stop}.")},
    FindingWords{
        "prg-2.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Due date is missing"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Whether the taper ends in time before the birth is not assessed: {missing} is missing.")},
    FindingWords{
        "prg-3.not-assessed", QT_TRANSLATE_NOOP("lento::wording::findings", "Breastfeeding, infant not known"),
        QT_TRANSLATE_NOOP("lento::wording::findings",
                          "Not assessed: {missing} is missing. A very young or preterm infant needs more care.")},
    FindingWords{"prg-3.young", QT_TRANSLATE_NOOP("lento::wording::findings", "Breastfeeding a very young infant"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Below 2 months or born early: watch the infant closely for "
                                   "sleepiness and weak feeding, and talk about the alternatives.")},
};

} // namespace

std::span<const FindingWords> pregnancyWords() {
    return rows;
}

} // namespace lento::wording
