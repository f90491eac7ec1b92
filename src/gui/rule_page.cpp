#include "gui/rule_page.h"

#include "wording/messages.h"
#include "wording/quantities.h"
#include "wording/rule_number_words.h"

#include <QCoreApplication>

namespace lento::gui {

namespace {

struct RulePage {
    Q_DECLARE_TR_FUNCTIONS(lento::gui::RulePage)
};

QString text(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QString escaped(std::string_view value) {
    return text(value).toHtmlEscaped();
}

QString list(const std::vector<std::string>& items) {
    QString html;
    for (const std::string& item : items)
        html += QStringLiteral("<li>%1</li>").arg(escaped(item));
    return html.isEmpty() ? html : QStringLiteral("<ul>%1</ul>").arg(html);
}

QString heading(const QString& words) {
    return QStringLiteral("<h4>%1</h4>").arg(words.toHtmlEscaped());
}

QString numbers(const std::string& rule, const content::RuleReference& reference) {
    QString rows;
    std::string before;
    for (const content::RuleNumber& number : reference.numbers(rule)) {
        // A heading where a group or a member of a list begins.
        if (const std::string group = number.group + ' ' + number.part; group != before) {
            before = group;
            if (!number.group.empty())
                rows += QStringLiteral("<tr><td colspan='2'><i>%1 %2</i></td></tr>")
                            .arg(wording::ruleNumberName(number.group).toHtmlEscaped(), escaped(number.part));
        }
        rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td><b>%2</b></td></tr>")
                    .arg(wording::ruleNumberName(number.name).toHtmlEscaped(),
                         wording::ruleNumberValue(number.name, number.value).toHtmlEscaped());
    }
    if (rows.isEmpty())
        return {};
    QStringList sources;
    for (const std::string& id : reference.numberSources(rule))
        sources << text(id);
    return heading(RulePage::tr("Numbers")) +
           QStringLiteral("<table>%1</table><p>%2</p>")
               .arg(
                   rows,
                   RulePage::tr("Source of these numbers: %1").arg(sources.join(QStringLiteral(", "))).toHtmlEscaped());
}

QString firings(const std::string& rule, const RuleUse& use) {
    QString fired;
    for (const RuleFiring& firing : use.firings) {
        if (firing.finding.rule.text() != std::string_view(rule))
            continue;
        QStringList inputs;
        for (const core::Input& input : firing.finding.inputs)
            inputs << QStringLiteral("%1 %2").arg(wording::inputName(input.name), wording::inputValue(input));
        QString where = firing.plan;
        if (firing.finding.step)
            where += RulePage::tr(", step %1").arg(*firing.finding.step);
        if (firing.on)
            where += RulePage::tr(", from %1").arg(wording::clinicalDate(*firing.on));
        fired += QStringLiteral("<li><b>%1</b> · %2: %3<br>%4")
                     .arg(wording::severityText(firing.finding).toHtmlEscaped(), where.toHtmlEscaped(),
                          wording::findingSentence(firing.finding).toHtmlEscaped(),
                          inputs.join(QStringLiteral("; ")).toHtmlEscaped());
        if (!firing.answer.isEmpty())
            fired += QStringLiteral("<br>") + firing.answer.toHtmlEscaped();
        fired += QStringLiteral("</li>");
    }
    for (const EarlierAnswer& earlier : use.earlier) {
        if (earlier.rule.text() == std::string_view(rule))
            fired +=
                QStringLiteral("<li>%1: %2</li>").arg(earlier.plan.toHtmlEscaped(), earlier.answer.toHtmlEscaped());
    }
    if (!fired.isEmpty())
        return QStringLiteral("<ul>%1</ul>").arg(fired);
    return QStringLiteral("<p>%1</p>")
        .arg((use.patient.isEmpty() ? RulePage::tr("Open a patient to see where this rule has something to say.")
                                    : RulePage::tr("This rule has nothing to say about the plans of this patient."))
                 .toHtmlEscaped());
}

} // namespace

QString rulePage(const content::RuleText& rule, const content::Catalogue& catalogue,
                 const content::RuleReference& reference, const RuleUse& use) {
    QString html =
        QStringLiteral("<h2>%1 · %2</h2><p>%3</p>").arg(escaped(rule.id), escaped(rule.title), escaped(rule.text));
    html += numbers(rule.id, reference);

    QString sources;
    for (const std::string& id : rule.sources) {
        const content::SourceText* source = catalogue.source(id);
        sources +=
            QStringLiteral("<li><b>%1</b> %2</li>").arg(escaped(id), source ? escaped(source->title) : QString());
    }
    html += heading(RulePage::tr("Sources")) + QStringLiteral("<ul>%1</ul>").arg(sources);
    if (!rule.conflict.empty())
        html +=
            heading(RulePage::tr("Where sources disagree")) + QStringLiteral("<p>%1</p>").arg(escaped(rule.conflict));

    html += heading(use.patient.isEmpty() ? RulePage::tr("For a patient") : RulePage::tr("For %1").arg(use.patient));
    html += firings(rule.id, use);

    if (const content::RuleTrace* trace = reference.trace(rule.id)) {
        html += heading(RulePage::tr("In the program")) + list(trace->data) + list(trace->code);
        html += heading(RulePage::tr("Tests")) + list(trace->tests);
    } else if (!reference.isTraced()) {
        html +=
            heading(RulePage::tr("In the program")) + QStringLiteral("<p>%1</p>").arg(notTracedText().toHtmlEscaped());
    }
    if (const std::string reason = reference.reason(rule.id); !reason.empty())
        html += QStringLiteral("<p>%1</p>").arg(escaped(reason));
    return html;
}

QString hazardPage(const content::Hazard& hazard) {
    QString html = QStringLiteral("<h2>%1 · %2</h2><p>%3</p><p><b>%4</b> %5</p>")
                       .arg(escaped(hazard.id), escaped(hazard.title), escaped(hazard.cause),
                            RulePage::tr("Harm:").toHtmlEscaped(), escaped(hazard.harm));
    if (!hazard.controls.empty())
        html += heading(RulePage::tr("What stands against it")) + list(hazard.controls);
    if (!hazard.open.empty())
        html += heading(RulePage::tr("Not yet")) + QStringLiteral("<p>%1</p>").arg(escaped(hazard.open));
    if (!hazard.rules.empty())
        html += heading(RulePage::tr("Rules")) + list(hazard.rules);
    if (!hazard.where.empty())
        html += heading(RulePage::tr("In the program")) + list(hazard.where);
    if (!hazard.tests.empty())
        html += heading(RulePage::tr("Tests")) + list(hazard.tests);
    return html;
}

QString notTracedText() {
    return RulePage::tr("This build was made without its tests, so it cannot say which code and tests hold a rule.");
}

} // namespace lento::gui
