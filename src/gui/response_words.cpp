#include "gui/response_words.h"

#include "wording/quantities.h"
#include "wording/score_words.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdlib>

namespace lento::gui {

namespace {

QString words(const char* source) {
    return QCoreApplication::translate("lento::gui::Response", source);
}

QString masChange(const char* source, const core::MasPair& pair) {
    return words(source).arg(wording::masMeanText(pair.baseline.thousandths()),
                             wording::masMeanText(pair.current.thousandths()));
}

QString goalScore(const std::optional<double>& score) {
    constexpr double thousandths = 1000.0;
    return wording::goalScoreText(static_cast<std::int32_t>(std::lround(score.value_or(0) * thousandths)));
}

QString nrsChange(std::int64_t tenths) {
    if (tenths == 0)
        return words(QT_TRANSLATE_NOOP("lento::gui::Response", "NRS as at baseline"));
    return words(tenths > 0 ? QT_TRANSLATE_NOOP("lento::gui::Response", "NRS %1 better than at baseline")
                            : QT_TRANSLATE_NOOP("lento::gui::Response", "NRS %1 worse than at baseline"))
        .arg(wording::percentText(std::abs(tenths)));
}

} // namespace

QString responseClassText(core::ResponseClass response) {
    switch (response) {
    case core::ResponseClass::responder:
        return words(QT_TRANSLATE_NOOP("lento::gui::Response", "Responder"));
    case core::ResponseClass::minimal:
        return words(QT_TRANSLATE_NOOP("lento::gui::Response", "Minimal response"));
    case core::ResponseClass::none:
        return words(QT_TRANSLATE_NOOP("lento::gui::Response", "No response"));
    case core::ResponseClass::worse:
        return words(QT_TRANSLATE_NOOP("lento::gui::Response", "Worse"));
    case core::ResponseClass::notAssessable:
        break;
    }
    return words(QT_TRANSLATE_NOOP("lento::gui::Response", "Response not assessed"));
}

QString responseText(const app::TreatmentResponse& found) {
    QString why;
    switch (found.response.by) {
    case core::DecidedBy::nrs:
        why = nrsChange(found.response.nrsChangeTenths.value_or(0)) + QStringLiteral(" (SCL-6, SCL-9)");
        break;
    case core::DecidedBy::lowerMas:
        why = masChange(QT_TRANSLATE_NOOP("lento::gui::Response",
                                          "mean MAS of the legs %1 at baseline, %2 now, over the muscles scored both "
                                          "times, 1+ counted as 1.5 (SCL-9)"),
                        *found.inputs.lowerMas);
        break;
    case core::DecidedBy::upperMas:
        why = masChange(QT_TRANSLATE_NOOP("lento::gui::Response",
                                          "mean MAS of the arms %1 at baseline, %2 now, over the muscles scored both "
                                          "times, 1+ counted as 1.5 (SCL-9)"),
                        *found.inputs.upperMas);
        break;
    case core::DecidedBy::goals:
        why =
            words(QT_TRANSLATE_NOOP("lento::gui::Response",
                                    "goals T %1 at baseline, %2 now, over the goals judged both times (SCL-7, SCL-9)"))
                .arg(goalScore(found.inputs.goalsBaseline), goalScore(found.inputs.goalsCurrent));
        break;
    case core::DecidedBy::nothing:
        why = found.baselineOn
                  ? words(QT_TRANSLATE_NOOP("lento::gui::Response", "no score of the baseline is scored now (SCL-9)"))
                  : words(QT_TRANSLATE_NOOP("lento::gui::Response", "there is no earlier score (SCL-9)"));
        break;
    }
    return words(QT_TRANSLATE_NOOP("lento::gui::Response", "%1: %2"))
        .arg(responseClassText(found.response.decided), why);
}

} // namespace lento::gui
