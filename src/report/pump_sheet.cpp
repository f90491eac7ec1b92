#include "report/pump_sheet.h"

#include "report/pump_proof.h"
#include "report/pump_sheet_words.h"
#include "report/text_column.h"
#include "wording/quantities.h"

#include <QCoreApplication>

namespace lento::report {

namespace {

constexpr double margin = 14;
constexpr double pad = 4;

class Sheet {
public:
    Sheet(const Typeface& type, const PumpSheetInput& input, const wording::DocLocale& locale, const Document& document,
          Page& page)
        : m_input(input)
        , m_locale(locale)
        , m_words(input, locale)
        , m_column(type, page, {margin, margin, document.width() - 2 * margin, document.height() - 2 * margin}) {}

    void draw() {
        m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "My baclofen pump")), true}}, 22);
        m_column.skip(2);
        m_column.put({{wording::nameText(m_input.patient), true}, {QStringLiteral(" · ") + m_words.born(), false}}, 13);
        m_column.skip(4);
        m_column.framed(0.7, pad, [&](double inset) {
            m_column.put({{m_words.refillLine(), true}}, 20, inset);
            line(QT_TRANSLATE_NOOP("pump-sheet", "The alarm would sound on %1"), m_locale.date(m_input.alarm), 14,
                 inset);
        });
        m_column.skip(4);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Dose: %1 a day"), m_words.micrograms(), 14, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "set on %1"), m_locale.date(m_input.setOn), 12, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Filled on %1"), m_locale.date(m_input.filledOn), 12, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Solution: %1"), m_words.concentration(), 12, 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Pump: %1"), m_words.pump(), 12, 0);
        m_column.skip(5);
        m_column.framed(0.7, pad, [&](double inset) {
            m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "To hospital now, whatever the hour:")), true}}, 15,
                         inset);
            items(PumpSheetWords::dangers(), 14, true, inset);
            line(QT_TRANSLATE_NOOP("pump-sheet", "Call %1 and say: baclofen pump."), m_words.emergencyNumber(), 14,
                 inset);
        });
        m_column.skip(5);
        m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "What the alarm means")), true}}, 13);
        items(PumpSheetWords::sounds(), 12, false, 0);
        m_column.skip(4);
        m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "Always")), true}}, 13);
        items(PumpSheetWords::always(), 12, false, 0);
        m_column.skip(5);
        if (!m_input.clinic.telephone.isEmpty())
            line(QT_TRANSLATE_NOOP("pump-sheet", "Clinic: %1"), m_locale.isolated(m_input.clinic.telephone), 13, 0);
        if (!m_input.clinic.outOfHours.isEmpty())
            line(QT_TRANSLATE_NOOP("pump-sheet", "Out of hours: %1"), m_locale.isolated(m_input.clinic.outOfHours), 13,
                 0);
        line(QT_TRANSLATE_NOOP("pump-sheet", "Printed on %1. Throw older sheets away."), m_locale.date(m_input.day), 11,
             0);
    }

private:
    QString text(const char* source) const { return m_words.text(source); }

    void line(const char* source, const QString& value, double points, double inset) {
        m_column.put({{text(source).arg(value), true}}, points, inset);
    }

    void items(std::span<const char* const> list, double points, bool bold, double inset) {
        for (const char* source : list)
            m_column.putItem({{text(source), bold}}, points, inset);
    }

    const PumpSheetInput& m_input;
    const wording::DocLocale& m_locale;
    PumpSheetWords m_words;
    TextColumn m_column;
};

} // namespace

// rule: PAT-16
core::Result<Document> pumpSheet(const PumpSheetInput& input, const wording::DocLocale& locale) {
    const core::Result<Typeface> type = Typeface::load();
    if (!type)
        return core::failure(type.error());
    Document document;
    document.title = locale.text("pump-sheet", QT_TRANSLATE_NOOP("pump-sheet", "My baclofen pump"));
    document.paper = input.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    Sheet(*type, input, locale, document, page).draw();
    document.pages.push_back(std::move(page));
    if (const core::Result<void> proved = provePump(document, input, locale, PumpFigures::all); !proved)
        return core::failure(proved.error());
    return document;
}

} // namespace lento::report
