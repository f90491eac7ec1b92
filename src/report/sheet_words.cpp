#include "report/sheet_words.h"

#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace lento::report {

using core::DailyDose;
using core::Date;

namespace {

bool isClosed(const ClinicDetails& clinic, core::Weekday day) {
    return std::find(clinic.closedDays.begin(), clinic.closedDays.end(), day) != clinic.closedDays.end();
}

} // namespace

QString SheetWords::patientName() const {
    return wording::nameText(m_input.patient);
}

QString SheetWords::patientLine() const {
    QString line = text(QT_TRANSLATE_NOOP("sheet", "born %1")).arg(m_locale.date(m_input.patient.birthDate));
    if (!m_input.patient.recordNumber.empty())
        line += QStringLiteral(" · ") +
                text(QT_TRANSLATE_NOOP("sheet", "record %1")).arg(QString::fromStdString(m_input.patient.recordNumber));
    return line;
}

QString SheetWords::clinicLine() const {
    const ClinicDetails& clinic = m_input.clinic;
    QStringList parts;
    if (!clinic.prescriber.isEmpty())
        parts << clinic.prescriber;
    if (!clinic.telephone.isEmpty())
        parts << m_locale.isolated(clinic.telephone);
    if (!clinic.hours.isEmpty())
        parts << clinic.hours;
    if (!clinic.outOfHours.isEmpty())
        parts << text(QT_TRANSLATE_NOOP("sheet", "out of hours %1")).arg(m_locale.isolated(clinic.outOfHours));
    return parts.join(QStringLiteral(" · "));
}

QString SheetWords::planLine() const {
    const SheetPlan& sheet = m_input.sheet;
    return text(QT_TRANSLATE_NOOP("sheet", "Plan %1, version %2")).arg(sheet.number).arg(sheet.version) +
           QStringLiteral(" · ") + text(QT_TRANSLATE_NOOP("sheet", "printed %1")).arg(m_locale.date(m_input.printed));
}

QString SheetWords::replacesLine() const {
    const SheetPlan& sheet = m_input.sheet;
    if (!sheet.replacesNumber)
        return text(QT_TRANSLATE_NOOP("sheet", "Throw older sheets away"));
    return text(QT_TRANSLATE_NOOP("sheet", "Replaces plan %1, version %2: throw older sheets away"))
        .arg(*sheet.replacesNumber)
        .arg(sheet.replacesVersion.value_or(1));
}

QString SheetWords::pageLine(int page, int pages) const {
    return text(QT_TRANSLATE_NOOP("sheet", "page %1 of %2")).arg(page).arg(pages);
}

QString SheetWords::drugLine() const {
    return m_input.sheet.purpose.isEmpty()
               ? text(QT_TRANSLATE_NOOP("sheet", "baclofen"))
               : text(QT_TRANSLATE_NOOP("sheet", "baclofen, for %1")).arg(m_input.sheet.purpose);
}

QString SheetWords::productName(const core::Product& product) const {
    switch (product.form) {
    case core::ProductForm::tablet:
        return text(QT_TRANSLATE_NOOP("sheet", "%1 tablet")).arg(m_locale.dose(product.strength));
    case core::ProductForm::granules:
        return text(QT_TRANSLATE_NOOP("sheet", "%1 packet of granules")).arg(m_locale.dose(product.strength));
    case core::ProductForm::liquid:
    case core::ProductForm::intrathecal:
        break;
    }
    return text(QT_TRANSLATE_NOOP("sheet", "liquid, %1 in 1 mL")).arg(m_locale.dose(product.strength));
}

QString SheetWords::supply(const core::Pieces& pieces) const {
    const core::Product& product = m_input.sheet.plan.products.products()[pieces.product];
    const int whole = pieces.whole + (pieces.half + 1) / 2;
    switch (product.form) {
    case core::ProductForm::tablet:
        return (whole == 1 ? text(QT_TRANSLATE_NOOP("sheet", "1 tablet of %1"))
                           : text(QT_TRANSLATE_NOOP("sheet", "%n tablets of %1"), whole))
            .arg(m_locale.dose(product.strength));
    case core::ProductForm::granules:
        return (whole == 1 ? text(QT_TRANSLATE_NOOP("sheet", "1 packet of %1"))
                           : text(QT_TRANSLATE_NOOP("sheet", "%n packets of %1"), whole))
            .arg(m_locale.dose(product.strength));
    case core::ProductForm::liquid:
    case core::ProductForm::intrathecal:
        break;
    }
    return text(QT_TRANSLATE_NOOP("sheet", "%1 of liquid")).arg(m_locale.volume(pieces.volume));
}

QString SheetWords::partName(core::DayPart part) const {
    switch (part) {
    case core::DayPart::morning:
        return text(QT_TRANSLATE_NOOP("sheet", "morning"));
    case core::DayPart::midday:
        return text(QT_TRANSLATE_NOOP("sheet", "midday"));
    case core::DayPart::evening:
        return text(QT_TRANSLATE_NOOP("sheet", "evening"));
    case core::DayPart::bedtime:
        return text(QT_TRANSLATE_NOOP("sheet", "bedtime"));
    }
    return {};
}

Sign SheetWords::partSign(core::DayPart part) {
    switch (part) {
    case core::DayPart::morning:
        return Sign::morning;
    case core::DayPart::midday:
        return Sign::midday;
    case core::DayPart::evening:
        return Sign::evening;
    case core::DayPart::bedtime:
        return Sign::bedtime;
    }
    return Sign::morning;
}

QString SheetWords::appointmentName(AppointmentKind kind) const {
    switch (kind) {
    case AppointmentKind::visit:
        return text(QT_TRANSLATE_NOOP("sheet", "Visit"));
    case AppointmentKind::call:
        return text(QT_TRANSLATE_NOOP("sheet", "Phone call"));
    case AppointmentKind::bloodTest:
        return text(QT_TRANSLATE_NOOP("sheet", "Blood test"));
    case AppointmentKind::pumpRefill:
        return text(QT_TRANSLATE_NOOP("sheet", "Pump refill"));
    case AppointmentKind::pumpAlarm:
        return text(QT_TRANSLATE_NOOP("sheet", "Pump alarm"));
    }
    return {};
}

Sign SheetWords::appointmentSign(AppointmentKind kind) {
    switch (kind) {
    case AppointmentKind::visit:
        return Sign::visit;
    case AppointmentKind::call:
        return Sign::call;
    case AppointmentKind::bloodTest:
        return Sign::bloodTest;
    case AppointmentKind::pumpRefill:
        return Sign::refill;
    case AppointmentKind::pumpAlarm:
        return Sign::alarm;
    }
    return Sign::visit;
}

// "5 mg less each Monday", "15 mg more every 3 days"; in honest words where steps or intervals differ.
QString SheetWords::pace(const std::vector<core::Step>& steps, bool down) const {
    DailyDose smallest, largest;
    int shortest = 0, longest = 0;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const DailyDose a = steps[i - 1].daily();
        const DailyDose b = steps[i].daily();
        const DailyDose change = a > b ? a - b : b - a;
        const int days = steps[i].span.first - steps[i - 1].span.first;
        if (i == 1) {
            smallest = largest = change;
            shortest = longest = days;
        }
        smallest = std::min(smallest, change);
        largest = std::max(largest, change);
        shortest = std::min(shortest, days);
        longest = std::max(longest, days);
    }
    const QString amount =
        smallest == largest
            ? m_locale.dose(largest)
            : text(QT_TRANSLATE_NOOP("sheet", "%1 to %2")).arg(m_locale.milligrams(smallest), m_locale.dose(largest));
    const QString change =
        (down ? text(QT_TRANSLATE_NOOP("sheet", "%1 less")) : text(QT_TRANSLATE_NOOP("sheet", "%1 more"))).arg(amount);
    if (steps.size() == 2)
        return change;
    if (shortest != longest)
        return text(QT_TRANSLATE_NOOP("sheet", "%1 on each day marked CHANGE")).arg(change);
    const QString weekday = m_locale.weekday(steps[1].span.first.weekday());
    if (shortest == 7)
        return text(QT_TRANSLATE_NOOP("sheet", "%1 each %2")).arg(change, weekday);
    if (shortest == 14)
        return text(QT_TRANSLATE_NOOP("sheet", "%1 every second %2")).arg(change, weekday);
    if (shortest == 1)
        return text(QT_TRANSLATE_NOOP("sheet", "%1 every day")).arg(change);
    return text(QT_TRANSLATE_NOOP("sheet", "%1 every %n days"), shortest).arg(change);
}

QString SheetWords::summary(Date first) const {
    const core::Plan& plan = m_input.sheet.plan;
    // What is still ahead on the sheet's first day, led by the dose before it.
    std::vector<core::Step> ahead;
    const core::Step* eve = plan.stepOn(first - 1);
    const core::TaperInputs* taper = plan.taper();
    std::optional<DailyDose> before = m_input.doseBefore;
    if (eve)
        before = eve->daily();
    else if (!before && taper && first == plan.steps.front().span.first)
        before = taper->from;
    for (const core::Step& step : plan.steps) {
        if (!step.span.last || *step.span.last >= first)
            ahead.push_back(step);
    }
    ahead.front().span.first = std::max(ahead.front().span.first, first);

    bool rises = false;
    bool falls = false;
    for (std::size_t i = 1; i < ahead.size(); ++i) {
        rises = rises || ahead[i].daily() > ahead[i - 1].daily();
        falls = falls || ahead[i].daily() < ahead[i - 1].daily();
    }
    if (before) {
        rises = rises || ahead.front().daily() > *before;
        falls = falls || ahead.front().daily() < *before;
    }
    const core::Step& last = ahead.back();
    const auto aDay = [this](DailyDose dose) {
        return dose.isZero() ? QStringLiteral("0")
                             : text(QT_TRANSLATE_NOOP("sheet", "%1 a day")).arg(m_locale.dose(dose));
    };
    if (!rises && !falls)
        return text(QT_TRANSLATE_NOOP("sheet", "Stay on %1.")).arg(aDay(last.daily()));

    const bool leads = before && *before != ahead.front().daily() && !before->isZero();
    const DailyDose from = leads ? *before : ahead.front().daily();
    const Date since = leads ? ahead.front().span.first - 1 : ahead.front().span.first;
    const QString way =
        text(QT_TRANSLATE_NOOP("sheet", "%1 on %2 to %3 on %4"))
            .arg(aDay(from), m_locale.shortDate(since), aDay(last.daily()), m_locale.shortDate(last.span.first));
    if (rises && falls)
        return text(QT_TRANSLATE_NOOP("sheet", "Changing: %1. Look for the days marked CHANGE.")).arg(way);
    if (leads) {
        core::Step origin;
        // The interval before the first change is not known; let it agree with the others.
        const int interval = ahead.size() > 1 ? ahead[1].span.first - ahead[0].span.first : 1;
        origin.span.first = ahead.front().span.first - interval;
        origin.split = core::DoseSplit(1);
        origin.split.set(0, core::OralDose::nanograms(from.inNanograms()));
        ahead.insert(ahead.begin(), origin);
    }
    return (falls ? text(QT_TRANSLATE_NOOP("sheet", "Going down: %1, %2."))
                  : text(QT_TRANSLATE_NOOP("sheet", "Going up: %1, %2.")))
        .arg(way, pace(ahead, falls));
}

QString SheetWords::notice(const SheetDays& sheet) const {
    QStringList parts;
    if (sheet.gatedFrom) {
        const SheetDay* eve = sheet.on(*sheet.gatedFrom - 1);
        const QString day = m_locale.dateWithWeekday(*sheet.gatedFrom);
        parts << (eve ? text(QT_TRANSLATE_NOOP("sheet",
                                               "From %1 only after your review: until we have spoken, stay on %2 "
                                               "a day, and call if an effect limits what you do in the day."))
                            .arg(day, m_locale.dose(eve->planned))
                      : text(QT_TRANSLATE_NOOP("sheet", "From %1 only after your review.")).arg(day));
    }
    if (sheet.openEnded)
        parts << text(QT_TRANSLATE_NOOP("sheet",
                                        "This sheet ends on %1, the treatment does not: keep taking %2 a day and ask "
                                        "for the next sheet before then."))
                     .arg(m_locale.dateWithWeekday(sheet.days.back().on), m_locale.dose(sheet.days.back().planned));
    return parts.join(u' ');
}

// rule: PAT-1, PAT-2
std::vector<Run> SheetWords::doNotStop() const {
    const QString number = m_input.clinic.emergencyNumber.isEmpty()
                               ? text(QT_TRANSLATE_NOOP("sheet", "the emergency number"))
                               : m_locale.isolated(m_input.clinic.emergencyNumber);
    return {{text(QT_TRANSLATE_NOOP("sheet", "Do not stop suddenly.")) + u' ', true},
            {text(QT_TRANSLATE_NOOP("sheet", "Call %1 at once for")).arg(number), true},
            {u' ' + text(QT_TRANSLATE_NOOP("sheet",
                                           "a fit, high fever, confusion, seeing or hearing things, rigid muscles, "
                                           "great drowsiness or slow breathing. Say “I take baclofen” and "
                                           "show this page.")),
             false}};
}

std::vector<Run> SheetWords::callTheClinic() const {
    const ClinicDetails& clinic = m_input.clinic;
    QString head = text(QT_TRANSLATE_NOOP("sheet", "Call the clinic"));
    if (!clinic.telephone.isEmpty())
        head = text(QT_TRANSLATE_NOOP("sheet", "Call the clinic, %1,")).arg(m_locale.isolated(clinic.telephone));
    return {{head, true},
            {u' ' + text(QT_TRANSLATE_NOOP("sheet",
                                           "for more spasms, too much sleepiness, a fall, low mood, two missed doses, "
                                           "vomiting, or tablets running short.")),
             false}};
}

// rule: PAT-3
std::vector<Run> SheetWords::missedAndTooHard() const {
    const QString missed =
        m_input.clinic.missedDose.isEmpty()
            ? text(QT_TRANSLATE_NOOP("sheet",
                                     "Take it if no more than half the time to the next has passed; otherwise leave it "
                                     "out. Never two at once."))
            : m_input.clinic.missedDose;
    const QString tooHard =
        m_input.clinic.tooHard.isEmpty()
            ? text(QT_TRANSLATE_NOOP("sheet", "Keep the present dose and call before the next change."))
            : m_input.clinic.tooHard;
    return {{text(QT_TRANSLATE_NOOP("sheet", "Missed a dose?")), true},
            {u' ' + missed + u' ', false},
            {text(QT_TRANSLATE_NOOP("sheet", "Step too hard?")), true},
            {u' ' + tooHard, false}};
}

Date SheetWords::collectBy(Date first) const {
    if (m_input.collectBy)
        return *m_input.collectBy;
    // The last working day before the sheet starts; when that has passed, the next one there is.
    Date day = first - 1;
    for (int back = 0; back < 7 && isClosed(m_input.clinic, day.weekday()); ++back)
        day = day - 1;
    if (day >= m_input.printed)
        return day;
    day = m_input.printed;
    for (int on = 0; on < 7 && isClosed(m_input.clinic, day.weekday()); ++on)
        day = day + 1;
    return day;
}

std::vector<Run> SheetWords::tabletsForThisSheet(const SheetDays& sheet) const {
    if (!sheet.lastDoseDay)
        return {{text(QT_TRANSLATE_NOOP("sheet", "No tablets are needed for this sheet.")), true}};
    QStringList amounts;
    for (const core::Pieces& pieces : sheet.supply)
        amounts << supply(pieces);
    return {{text(QT_TRANSLATE_NOOP("sheet", "For this sheet:")), true},
            {u' ' + m_locale.list(amounts) + QStringLiteral(". "), false},
            {text(QT_TRANSLATE_NOOP("sheet", "Collect by %1."))
                     .arg(m_locale.dateWithWeekday(collectBy(sheet.days.front().on))) +
                 u' ',
             false},
            {text(QT_TRANSLATE_NOOP("sheet", "They last until %1.")).arg(m_locale.dateWithWeekday(*sheet.lastDoseDay)),
             false}};
}

} // namespace lento::report
