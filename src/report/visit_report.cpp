#include "report/visit_report.h"

#include "report/sheet_words.h"
#include "report/text_column.h"
#include "wording/quantities.h"
#include "wording/sign_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace lento::report {

using core::failure;
using core::Result;

namespace {

constexpr double margin = 14;
constexpr double pad = 4;

// What the decision means for the patient; a dose is never among it.
const char* decidedText(core::VisitChoice choice) {
    switch (choice) {
    case core::VisitChoice::emergency:
        return QT_TRANSLATE_NOOP("visit", "This is an emergency: you need hospital care now.");
    case core::VisitChoice::stepBack:
        return QT_TRANSLATE_NOOP("visit", "The dose goes back by one step.");
    case core::VisitChoice::stopAndTaper:
        return QT_TRANSLATE_NOOP("visit", "Baclofen is to be stopped slowly, step by step.");
    case core::VisitChoice::hold:
        return QT_TRANSLATE_NOOP("visit", "The dose stays as it is for now.");
    case core::VisitChoice::maintain:
        return QT_TRANSLATE_NOOP("visit", "The dose stays as it is.");
    case core::VisitChoice::increase:
        return QT_TRANSLATE_NOOP("visit", "The dose rises by one step.");
    case core::VisitChoice::continueTaper:
        return QT_TRANSLATE_NOOP("visit", "The dose goes on falling as planned.");
    case core::VisitChoice::taperLower:
        return QT_TRANSLATE_NOOP("visit", "The dose is to be lowered slowly.");
    case core::VisitChoice::referForPump:
        return QT_TRANSLATE_NOOP("visit", "A trial for a pump is to be arranged. The dose stays as it is until then.");
    }
    return "";
}

const char* kindText(core::VisitKind kind) {
    switch (kind) {
    case core::VisitKind::clinic:
        return QT_TRANSLATE_NOOP("visit", "Visit of %1");
    case core::VisitKind::telephone:
        return QT_TRANSLATE_NOOP("visit", "Telephone call of %1");
    case core::VisitKind::ward:
        return QT_TRANSLATE_NOOP("visit", "Seen on the ward on %1");
    case core::VisitKind::home:
        return QT_TRANSLATE_NOOP("visit", "Seen at home on %1");
    }
    return "";
}

class Summary {
public:
    Summary(const Typeface& type, const VisitSheetInput& input, const wording::DocLocale& locale,
            const Document& document, Page& page)
        : m_input(input)
        , m_locale(locale)
        , m_sheet(sheetOf(input))
        , m_words(m_sheet, locale)
        , m_column(type, page, {margin, margin, document.width() - 2 * margin, document.height() - 2 * margin}) {}

    void draw() {
        m_column.put({{text(kindText(m_input.visit.kind)).arg(m_locale.date(m_input.visit.on)), true}}, 20);
        m_column.put({{m_words.patientName(), true}, {QStringLiteral(" · ") + m_words.patientLine(), false}}, 13);
        m_column.skip(4);
        m_column.framed(0.7, pad, [this](double inset) { drawWhatToDo(inset); });
        m_column.skip(5);
        m_column.framed(0.7, pad, [this](double inset) {
            m_column.put(m_words.doNotStop(), 13, inset);
            m_column.skip(2);
            m_column.put({{text(QT_TRANSLATE_NOOP("visit", "If it gets worse:")) + u' ', true}}, 13, inset);
            m_column.put(m_words.callTheClinic(), 13, inset);
            m_column.skip(2);
            m_column.put(m_words.missedAndTooHard(), 12, inset);
        });
        m_column.skip(5);
        drawFound();
        m_column.skip(4);
        const QString clinic = m_words.clinicLine();
        if (!clinic.isEmpty())
            m_column.put({{clinic, false}}, 11);
        m_column.put({{text(QT_TRANSLATE_NOOP("visit", "Printed on %1.")).arg(m_locale.date(m_input.printed)), false}},
                     11);
    }

private:
    static ReportInput sheetOf(const VisitSheetInput& input) {
        ReportInput sheet;
        sheet.clinic = input.clinic;
        sheet.patient = input.patient;
        sheet.printed = input.printed;
        sheet.paper = input.paper;
        return sheet;
    }

    QString text(const char* source, int n = -1) const { return m_locale.text("visit", source, n); }

    void drawWhatToDo(double inset) {
        m_column.put({{m_input.nextReview ? text(QT_TRANSLATE_NOOP("visit", "Next review: %1"))
                                                .arg(m_locale.dateWithWeekday(*m_input.nextReview))
                                          : text(QT_TRANSLATE_NOOP("visit", "Next review: ask the clinic for a day.")),
                       true}},
                     16, inset);
        m_column.skip(2);
        m_column.put({{dose(), true}}, 13, inset);
        if (m_input.nextChange && m_input.nextDose && !m_input.newCalendarToCome)
            m_column.put(
                {{m_input.nextDose->isZero()
                      ? text(QT_TRANSLATE_NOOP("visit", "From %1: no more baclofen, as your calendar shows."))
                            .arg(m_locale.dateWithWeekday(*m_input.nextChange))
                      : text(QT_TRANSLATE_NOOP("visit", "From %1: %2 a day, as your calendar shows."))
                            .arg(m_locale.dateWithWeekday(*m_input.nextChange), m_locale.dose(*m_input.nextDose)),
                  false}},
                13, inset);
        if (m_input.choice) {
            m_column.skip(2);
            m_column.put({{text(QT_TRANSLATE_NOOP("visit", "Decided:")) + u' ', true},
                          {text(decidedText(*m_input.choice)), false}},
                         13, inset);
        }
        if (m_input.newCalendarToCome)
            m_column.put({{text(QT_TRANSLATE_NOOP("visit", "Your plan is being changed: ask the clinic for the new "
                                                           "calendar before the next change of dose.")),
                           true}},
                         13, inset);
        if (!m_input.visit.decision.empty())
            m_column.put({{QString::fromStdString(m_input.visit.decision), false}}, 13, inset);
    }

    QString dose() const {
        if (!m_input.taken)
            return text(QT_TRANSLATE_NOOP("visit", "Baclofen: no plan is recorded."));
        if (m_input.taken->total().isZero())
            return text(QT_TRANSLATE_NOOP("visit", "Baclofen: none, by plan."));
        QStringList doses;
        for (int i = 0; i < m_input.taken->dosesPerDay(); ++i)
            doses << m_locale.milligrams(m_input.taken->at(i));
        return text(QT_TRANSLATE_NOOP("visit", "Baclofen by plan: %1 a day (%2)"))
            .arg(m_locale.dose(m_input.taken->total()), m_locale.isolated(doses.join(QStringLiteral(" / "))));
    }

    // "1.3; last time 1.5"
    QString besideLast(const QString& now, const QString& last) const {
        return last.isEmpty() ? now : text(QT_TRANSLATE_NOOP("visit", "%1; last time %2")).arg(now, last);
    }

    QString masMean(const core::Visit& visit) const {
        const auto mean = core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf);
        return mean ? m_locale.locale().toString(static_cast<double>((*mean + 50) / 100) / 10, 'f', 1) : QString();
    }
    QString nrs(const core::Visit& visit) const {
        return visit.nrsTenths ? m_locale.locale().toString(*visit.nrsTenths / 10.0) : QString();
    }
    QString penn(const core::Visit& visit) const {
        if (!visit.pennFrequency)
            return {};
        const QString often = m_locale.count(*visit.pennFrequency);
        return visit.pennSeverity ? text(QT_TRANSLATE_NOOP("visit", "how often %1, how strong %2"))
                                        .arg(often, m_locale.count(*visit.pennSeverity))
                                  : text(QT_TRANSLATE_NOOP("visit", "how often %1")).arg(often);
    }

    QString effects() const {
        constexpr const char* grades[] = {
            QT_TRANSLATE_NOOP("visit", "%1 (mild)"), QT_TRANSLATE_NOOP("visit", "%1 (moderate)"),
            QT_TRANSLATE_NOOP("visit", "%1 (severe)"), QT_TRANSLATE_NOOP("visit", "%1 (dangerous)")};
        QStringList all;
        for (const FoundEffect& effect : m_input.effects)
            all << text(grades[std::clamp(effect.grade, 1, 4) - 1])
                       .arg(m_locale.text(wording::signContext, effect.name.toUtf8().constData()));
        return all.join(QStringLiteral(", "));
    }

    void drawFound() {
        const core::Visit& visit = m_input.visit;
        const auto last = [this](auto value) { return m_input.before ? (this->*value)(*m_input.before) : QString(); };
        QStringList lines;
        if (const QString mean = masMean(visit); !mean.isEmpty())
            lines << text(
                         QT_TRANSLATE_NOOP("visit", "Stiffness (Modified Ashworth, mean of %n, 1+ counted as 1.5): %1"),
                         static_cast<int>(visit.mas.size()))
                         .arg(besideLast(mean, last(&Summary::masMean)));
        if (const QString felt = nrs(visit); !felt.isEmpty())
            lines << text(QT_TRANSLATE_NOOP("visit", "Spasticity as felt, 0 to 10: %1"))
                         .arg(besideLast(felt, last(&Summary::nrs)));
        if (const QString spasms = penn(visit); !spasms.isEmpty())
            lines
                << text(QT_TRANSLATE_NOOP("visit", "Spasms (Penn): %1")).arg(besideLast(spasms, last(&Summary::penn)));
        if (!m_input.effects.empty())
            lines << text(QT_TRANSLATE_NOOP("visit", "Unwanted effects: %1")).arg(effects());
        if (visit.falls)
            lines << (*visit.falls == 0
                          ? text(QT_TRANSLATE_NOOP("visit", "No falls"))
                          : text(QT_TRANSLATE_NOOP("visit", "Falls: %1")).arg(m_locale.count(*visit.falls)));
        m_column.put({{text(QT_TRANSLATE_NOOP("visit", "What was found")), true}}, 13);
        if (lines.isEmpty())
            m_column.put({{text(QT_TRANSLATE_NOOP("visit", "Nothing was measured at this visit.")), false}}, 12);
        for (const QString& line : lines)
            m_column.putItem({{line, false}}, 12);
    }

    const VisitSheetInput& m_input;
    const wording::DocLocale& m_locale;
    ReportInput m_sheet;
    SheetWords m_words;
    TextColumn m_column;
};

} // namespace

Result<Document> visitReport(const VisitSheetInput& input, const wording::DocLocale& locale) {
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());
    Document document;
    document.title = locale.text("reports", QT_TRANSLATE_NOOP("reports", "Visit summary"));
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    Summary(*type, input, locale, document, page).draw();
    document.pages.push_back(std::move(page));
    return document;
}

} // namespace lento::report
