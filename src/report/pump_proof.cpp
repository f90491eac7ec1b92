#include "report/pump_proof.h"

#include "core/decimal.h"

#include <QRegularExpression>

namespace lento::report {

namespace {

// All words of the document, one piece a line.
QString wordsOf(const Document& document) {
    QString words;
    for (const Page& page : document.pages) {
        for (const Block& block : page.blocks) {
            if (const Text* text = std::get_if<Text>(&block.shape)) {
                words += text->text + u'\n';
            } else if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.shape)) {
                for (const Run& run : paragraph->runs)
                    words += run.text;
                words += u'\n';
            }
        }
    }
    return words;
}

} // namespace

core::Result<void> provePump(const Document& document, const PumpSheetInput& input, const wording::DocLocale& locale,
                             PumpFigures figures) {
    const auto refused = [&input](const char* reason) {
        return core::failure(core::ErrorCode::proofFailed, input.refillBy.iso(), {reason});
    };
    const QString words = wordsOf(document);
    static const QRegularExpression amount(QStringLiteral("([0-9]+(?:\\.[0-9]+)?)[ \u00a0]?(mcg/mL|mcg|mg)"));
    bool dose = false;
    bool concentration = false;
    for (auto found = amount.globalMatch(words); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        // Thousandths of a microgram are nanograms.
        const core::Result<std::int64_t> nanograms = core::parseDecimal(match.captured(1).toStdString(), 3);
        if (!nanograms)
            return refused("an amount cannot be read");
        const QString unit = match.captured(2);
        if (unit == QLatin1String("mg"))
            return refused("milligrams on a pump's paper");
        if (unit == QLatin1String("mcg")) {
            if (*nanograms != input.daily.inNanograms())
                return refused("a dose differs from the setting");
            dose = true;
        } else {
            if (*nanograms != input.concentration.inNanogramsPerMillilitre())
                return refused("a concentration differs from the fill");
            concentration = true;
        }
    }
    if (figures == PumpFigures::all && !(dose && concentration))
        return refused("dose or concentration is missing");
    if (!words.contains(locale.date(input.refillBy)))
        return refused("the day of the refill is missing");
    if (!words.contains(locale.date(input.alarm)))
        return refused("the alarm date is missing");
    return {};
}

} // namespace lento::report
