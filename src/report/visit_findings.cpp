#include "report/visit_findings.h"

#include "wording/score_words.h"
#include "wording/sign_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lento::report {

namespace {

class Findings {
public:
    Findings(const VisitSheetInput& input, const wording::DocLocale& locale)
        : m_input(input)
        , m_locale(locale) {}

    QStringList lines() {
        scales();
        goals();
        signs();
        return m_lines;
    }

private:
    QString text(const char* source, int n = -1) const { return m_locale.text("visit", source, n); }

    using Measured = QString (Findings::*)(const core::Visit&) const;

    // "1.3; last time 1.5"
    QString besideLast(const QString& now, const QString& last) const {
        return last.isEmpty() ? now : text(QT_TRANSLATE_NOOP("visit", "%1; last time %2")).arg(now, last);
    }
    // source holds %1, and %n where `n` says of how many.
    void add(const char* source, Measured measured, int n = -1) {
        if (const QString now = (this->*measured)(m_input.visit); !now.isEmpty())
            m_lines << text(source, n).arg(
                besideLast(now, m_input.before ? (this->*measured)(*m_input.before) : QString()));
    }

    QString oneDecimal(double value) const { return m_locale.locale().toString(value, 'f', 1); }

    QString masMean(const core::Visit& visit) const {
        const auto mean = core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf);
        if (!mean)
            return {};
        const auto tenths = (*mean + 50) / 100; // rounded
        return oneDecimal(static_cast<double>(tenths) / 10);
    }
    QString ashworthMean(const core::Visit& visit) const {
        const auto& scores = visit.further.ashworth;
        if (scores.empty())
            return {};
        const int sum = std::accumulate(scores.begin(), scores.end(), 0,
                                        [](int so, const core::AshworthScore& each) { return so + each.level; });
        return oneDecimal(static_cast<double>(sum) / static_cast<double>(scores.size()));
    }
    static int measuredAngles(const core::Visit& visit) {
        return static_cast<int>(std::ranges::count_if(visit.further.tardieu, [](const core::TardieuScore& each) {
            return core::spasticityAngle(each).has_value();
        }));
    }
    QString tardieuAngle(const core::Visit& visit) const {
        const int count = measuredAngles(visit);
        if (count == 0)
            return {};
        int sum = 0;
        for (const core::TardieuScore& each : visit.further.tardieu)
            sum += core::spasticityAngle(each).value_or(0);
        return wording::degreesText(static_cast<int>(std::lround(static_cast<double>(sum) / count)));
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
    QString seconds(int hundredths) const {
        return text(QT_TRANSLATE_NOOP("visit", "%1 seconds")).arg(m_locale.locale().toString(hundredths / 100.0));
    }
    QString tenMetres(const core::Visit& visit) const {
        return visit.further.tenMetreHundredths ? seconds(*visit.further.tenMetreHundredths) : QString();
    }
    QString twentyFiveFeet(const core::Visit& visit) const {
        return visit.further.twentyFiveFootHundredths ? seconds(*visit.further.twentyFiveFootHundredths) : QString();
    }

    void scales() {
        const core::Visit& visit = m_input.visit;
        add(QT_TRANSLATE_NOOP("visit", "Stiffness (Modified Ashworth, mean of %n, 1+ counted as 1.5): %1"),
            &Findings::masMean, static_cast<int>(visit.mas.size()));
        add(QT_TRANSLATE_NOOP("visit", "Stiffness (Ashworth, mean of %n): %1"), &Findings::ashworthMean,
            static_cast<int>(visit.further.ashworth.size()));
        add(QT_TRANSLATE_NOOP("visit", "Stiffness when moved fast (Tardieu, R2 − R1, mean of %n): %1"),
            &Findings::tardieuAngle, measuredAngles(visit));
        add(QT_TRANSLATE_NOOP("visit", "Spasticity as felt, 0 to 10: %1"), &Findings::nrs);
        add(QT_TRANSLATE_NOOP("visit", "Spasms (Penn): %1"), &Findings::penn);
        add(QT_TRANSLATE_NOOP("visit", "Walk of 10 m: %1"), &Findings::tenMetres);
        add(QT_TRANSLATE_NOOP("visit", "Walk of 25 feet: %1"), &Findings::twentyFiveFeet);
    }

    QString attained(int attainment) const {
        constexpr const char* words[] = {
            QT_TRANSLATE_NOOP("visit", "much less than hoped"), QT_TRANSLATE_NOOP("visit", "less than hoped"),
            QT_TRANSLATE_NOOP("visit", "as hoped"), QT_TRANSLATE_NOOP("visit", "more than hoped"),
            QT_TRANSLATE_NOOP("visit", "much more than hoped")};
        return text(words[std::clamp(attainment, -core::mostAttainment, core::mostAttainment) + core::mostAttainment]);
    }
    // SCL-7: in the patient's own words, each by itself.
    void goals() {
        for (const core::Goal& goal : m_input.visit.further.goals) {
            QString last;
            if (m_input.before)
                for (const core::Goal& then : m_input.before->further.goals)
                    if (then.text == goal.text && then.attainment)
                        last = attained(*then.attainment);
            const QString now =
                goal.attainment ? attained(*goal.attainment) : text(QT_TRANSLATE_NOOP("visit", "not judged yet"));
            m_lines << text(QT_TRANSLATE_NOOP("visit", "Goal “%1”: %2"))
                           .arg(QString::fromStdString(goal.text), besideLast(now, last));
        }
    }

    QString sign(const QString& name) const { return m_locale.text(wording::signContext, name.toUtf8().constData()); }
    void asked(const std::optional<std::vector<QString>>& names, const char* none, const char* some) {
        if (!names)
            return;
        QStringList words;
        for (const QString& name : *names)
            words << sign(name);
        m_lines << (words.isEmpty() ? text(none) : text(some).arg(words.join(QStringLiteral(", "))));
    }

    void signs() {
        const core::Visit& visit = m_input.visit;
        constexpr const char* grades[] = {
            QT_TRANSLATE_NOOP("visit", "%1 (mild)"), QT_TRANSLATE_NOOP("visit", "%1 (moderate)"),
            QT_TRANSLATE_NOOP("visit", "%1 (severe)"), QT_TRANSLATE_NOOP("visit", "%1 (dangerous)")};
        QStringList effects;
        for (const FoundEffect& effect : m_input.effects)
            effects << text(grades[std::clamp(effect.grade, 1, 4) - 1]).arg(sign(effect.name));
        if (!effects.isEmpty())
            m_lines << text(QT_TRANSLATE_NOOP("visit", "Unwanted effects: %1")).arg(effects.join(QStringLiteral(", ")));
        asked(m_input.dangerSigns, QT_TRANSLATE_NOOP("visit", "No signs of danger"),
              QT_TRANSLATE_NOOP("visit", "Signs of danger: %1"));
        asked(m_input.withdrawalSigns, QT_TRANSLATE_NOOP("visit", "No signs of withdrawal"),
              QT_TRANSLATE_NOOP("visit", "Signs of withdrawal: %1"));
        if (visit.temperatureTenths)
            m_lines << text(QT_TRANSLATE_NOOP("visit", "Temperature: %1 °C"))
                           .arg(m_locale.locale().toString(*visit.temperatureTenths / 10.0));
        if (visit.pulse)
            m_lines << text(QT_TRANSLATE_NOOP("visit", "Pulse: %1 a minute")).arg(m_locale.count(*visit.pulse));
        if (visit.falls)
            m_lines << (*visit.falls == 0
                            ? text(QT_TRANSLATE_NOOP("visit", "No falls"))
                            : text(QT_TRANSLATE_NOOP("visit", "Falls: %1")).arg(m_locale.count(*visit.falls)));
    }

    const VisitSheetInput& m_input;
    const wording::DocLocale& m_locale;
    QStringList m_lines;
};

} // namespace

QStringList visitFindings(const VisitSheetInput& input, const wording::DocLocale& locale) {
    return Findings(input, locale).lines();
}

} // namespace lento::report
