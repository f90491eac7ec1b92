#include "report/visit_report.h"

#include "report/plan_dose_line.h"
#include "report/sheet_words.h"
#include "report/text_column.h"
#include "report/visit_findings.h"

#include <QCoreApplication>
#include <QStringList>

namespace lento::report {

using core::failure;
using core::Result;

namespace {

constexpr double margin = 14;
constexpr double pad = 4;
constexpr double footRoom = 14; // clinic and day of print, below what was found

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
    Summary(const Typeface& type, const VisitSheetInput& input, const wording::DocLocale& locale, Document& document)
        : m_type(type)
        , m_input(input)
        , m_locale(locale)
        , m_sheet(sheetOf(input))
        , m_words(m_sheet, locale)
        , m_document(document)
        , m_area{margin, margin, document.width() - 2 * margin, document.height() - 2 * margin} {
        nextPage();
    }

    void draw() {
        m_column->put({{text(kindText(m_input.visit.kind)).arg(m_locale.date(m_input.visit.on)), true}}, 20);
        m_column->put({{m_words.patientName(), true}, {QStringLiteral(" · ") + m_words.patientLine(), false}}, 13);
        m_column->skip(4);
        m_column->framed(0.7, pad, [this](double inset) { drawWhatToDo(inset); });
        m_column->skip(5);
        m_column->framed(0.7, pad, [this](double inset) {
            m_column->put(m_words.doNotStop(), 13, inset);
            m_column->skip(2);
            m_column->put({{text(QT_TRANSLATE_NOOP("visit", "If it gets worse:")) + u' ', true}}, 13, inset);
            m_column->put(m_words.callTheClinic(), 13, inset);
            m_column->skip(2);
            m_column->put(m_words.missedAndTooHard(), 12, inset);
        });
        m_column->skip(5);
        drawFound();
        m_column->skip(4);
        const QString clinic = m_words.clinicLine();
        if (!clinic.isEmpty())
            m_column->put({{clinic, false}}, 11);
        m_column->put({{text(QT_TRANSLATE_NOOP("visit", "Printed on %1.")).arg(m_locale.date(m_input.printed)), false}},
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

    QString text(const char* source) const { return m_locale.text("visit", source); }

    void drawWhatToDo(double inset) {
        m_column->put({{m_input.nextReview ? text(QT_TRANSLATE_NOOP("visit", "Next review: %1"))
                                                 .arg(m_locale.dateWithWeekday(*m_input.nextReview))
                                           : text(QT_TRANSLATE_NOOP("visit", "Next review: ask the clinic for a day.")),
                        true}},
                      16, inset);
        m_column->skip(2);
        m_column->put({{planDoseLine(m_input.taken, m_locale), true}}, 13, inset);
        if (m_input.nextChange && m_input.nextDose && !m_input.newCalendarToCome)
            m_column->put(
                {{m_input.nextDose->isZero()
                      ? text(QT_TRANSLATE_NOOP("visit", "From %1: no more baclofen, as your calendar shows."))
                            .arg(m_locale.dateWithWeekday(*m_input.nextChange))
                      : text(QT_TRANSLATE_NOOP("visit", "From %1: %2 a day, as your calendar shows."))
                            .arg(m_locale.dateWithWeekday(*m_input.nextChange), m_locale.dose(*m_input.nextDose)),
                  false}},
                13, inset);
        if (m_input.choice) {
            m_column->skip(2);
            m_column->put({{text(QT_TRANSLATE_NOOP("visit", "Decided:")) + u' ', true},
                           {text(decidedText(*m_input.choice)), false}},
                          13, inset);
        }
        if (m_input.newCalendarToCome)
            m_column->put({{text(QT_TRANSLATE_NOOP("visit", "Your plan is being changed: ask the clinic for the new "
                                                            "calendar before the next change of dose.")),
                            true}},
                          13, inset);
        if (!m_input.visit.decision.empty())
            m_column->put({{QString::fromStdString(m_input.visit.decision), false}}, 13, inset);
    }

    // On a further page where this one ends.
    void drawFound() {
        const QStringList lines = visitFindings(m_input, m_locale);
        m_column->put({{text(QT_TRANSLATE_NOOP("visit", "What was found")), true}}, 13);
        if (lines.isEmpty())
            m_column->put({{text(QT_TRANSLATE_NOOP("visit", "Nothing was measured at this visit.")), false}}, 12);
        for (const QString& line : lines) {
            if (m_column->top() + m_type.heightOf({{line, false}}, 12, m_area.width) > m_area.bottom() - footRoom) {
                nextPage();
                m_column->put(
                    {{m_words.patientName(), true},
                     {QStringLiteral(" · ") + text(kindText(m_input.visit.kind)).arg(m_locale.date(m_input.visit.on)),
                      false}},
                    13);
                m_column->skip(4);
            }
            m_column->putItem({{line, false}}, 12);
        }
    }

    void nextPage() {
        m_document.pages.emplace_back();
        m_column.emplace(m_type, m_document.pages.back(), m_area);
    }

    const Typeface& m_type;
    const VisitSheetInput& m_input;
    const wording::DocLocale& m_locale;
    ReportInput m_sheet;
    SheetWords m_words;
    Document& m_document;
    Box m_area;
    std::optional<TextColumn> m_column; // of the last page
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
    Summary(*type, input, locale, document).draw();
    return document;
}

} // namespace lento::report
