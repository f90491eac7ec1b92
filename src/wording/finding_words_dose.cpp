// Words of findings about products, splits and what can be dispensed (FRM, SPL, DSP, UNI, protocol limits).
#include "wording/finding_word_families.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

// Sorted by key.
constexpr std::array rows = {
    FindingWords{"DSP-2", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose cannot be made"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{dose_mg} cannot be made from the chosen products. The nearest dose on the careful "
                                   "side is {offer_mg}; a finer product makes it exactly.")},
    FindingWords{"DSP-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Volume cannot be measured"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{dose_mg} is no whole step of the syringe. {offer_mg} is {offer_ml}.")},
    FindingWords{"FRM-3", QT_TRANSLATE_NOOP("lento::wording::findings", "Products cannot be combined"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Not every piece of these products is a multiple of {quantum_mg} "
                                   "({product}), so some doses cannot be made exactly.")},
    FindingWords{"SPL-4", QT_TRANSLATE_NOOP("lento::wording::findings", "Single dose above the cap"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "From this step on a single dose of {dose_mg} is needed; the cap is {cap_mg}, and "
                                   "the day has no further time to take the rest.")},
    FindingWords{"UNI-1", QT_TRANSLATE_NOOP("lento::wording::findings", "Dose beyond any use"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "{daily_mg} a day is above {limit_mg} and cannot be planned. Check the number and the unit.")},
    FindingWords{"frm-2.changed", QT_TRANSLATE_NOOP("lento::wording::findings", "Concentration changes"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "The liquid changes from {before_mg_per_ml} to {now_mg_per_ml}. For {dose_mg} that "
                                   "is {now_ml} instead of {before_ml}. Tell the patient and show the new volume.")},
    FindingWords{"frm-2.two", QT_TRANSLATE_NOOP("lento::wording::findings", "Two concentrations"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Two liquids of different strength are chosen: {dose_mg} is "
                                   "{before_ml} of one and {now_ml} of the other. Use one only.")},
    FindingWords{"frm-5.to-liquid", QT_TRANSLATE_NOOP("lento::wording::findings", "From tablets to a liquid"),
                 QT_TRANSLATE_NOOP(
                     "lento::wording::findings",
                     "Tablets and liquid replace each other milligram for milligram. Show the patient the volume.")},
    FindingWords{"frm-5.to-tablets", QT_TRANSLATE_NOOP("lento::wording::findings", "From a liquid to tablets"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "Liquid and tablets replace each other milligram for milligram.")},
    FindingWords{"protocol.quantum", QT_TRANSLATE_NOOP("lento::wording::findings", "Pieces too large for this scheme"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "This scheme needs pieces of {most_mg} or less; the smallest "
                                   "that the chosen products make is {quantum_mg}.")},
    FindingWords{"protocol.soft-ceiling",
                 QT_TRANSLATE_NOOP("lento::wording::findings", "Above the scheme’s soft ceiling"),
                 QT_TRANSLATE_NOOP("lento::wording::findings",
                                   "{highest_mg} a day is above {limit_mg}, where this scheme asks for caution.")},
};

} // namespace

std::span<const FindingWords> doseWords() {
    return rows;
}

} // namespace lento::wording
