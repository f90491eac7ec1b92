#include "gui/finding_card.h"

#include "content/catalogue.h"
#include "gui/whole_dates.h"
#include "wording/messages.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMetaMethod>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel* wrapped(const QString& text, TextKind kind, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextKind(*label, kind);
    return label;
}

QString fromStd(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The value that is asked for: the first that the finding calls missing.
std::string firstMissing(const core::Finding& finding) {
    for (const core::Input& input : finding.inputs) {
        if (const auto* name = std::get_if<std::string>(&input.value); input.name == "missing" && name)
            return *name;
    }
    return finding.inputs.front().name;
}

} // namespace

Tone toneOf(const core::Finding& finding) {
    if (!finding.assessed)
        return Tone::neutral;
    switch (finding.action) {
    case core::Action::hard:
    case core::Action::blockOverridable:
        return Tone::critical;
    case core::Action::warn:
        return Tone::caution;
    case core::Action::inform:
    case core::Action::propose:
        return Tone::information;
    }
    return Tone::information;
}

FindingCard::FindingCard(const core::Finding& finding, const content::Catalogue& catalogue, QWidget* parent)
    : QFrame(parent)
    , m_finding(finding)
    , m_tone(toneOf(finding))
    , m_catalogue(catalogue)
    , m_whyButton(new QPushButton(tr("why"), this)) {
    const QString title = wording::findingTitle(finding);
    const QString rule = fromStd(finding.rule.text());
    auto* layout = new QVBoxLayout(this);
    const int line = em(*this, 1.0);
    layout->setContentsMargins(line * 7 / 8, line / 2, line / 2, line / 2);
    layout->setSpacing(line / 6);

    m_title = wrapped(title, TextKind::heading, this);
    layout->addWidget(m_title);
    auto* sentence = new QLabel(withWholeDates(wording::findingSentence(finding)), this);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(sentence);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(line / 4);
    // The severity stands here in words, so that the bar's colour says nothing that is not written.
    auto* severity = new QLabel(u"%1 · %2"_s.arg(wording::severityText(finding), rule), this);
    severity->setTextFormat(Qt::PlainText);
    setTextKind(*severity, TextKind::small);
    foot->addWidget(severity);
    makeLink(*m_whyButton);
    m_whyButton->setFont(textFont(*this, TextKind::small));
    m_whyButton->setAccessibleName(tr("Why: %1").arg(title));
    connect(m_whyButton, &QPushButton::clicked, this, &FindingCard::toggleWhy);
    foot->addWidget(m_whyButton);
    if (finding.step) {
        auto* go = new QPushButton(tr("step %1").arg(*finding.step), this);
        makeLink(*go);
        go->setFont(textFont(*this, TextKind::small));
        go->setAccessibleName(tr("Go to step %1: %2").arg(*finding.step).arg(title));
        connect(go, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(*m_finding.step); });
        foot->addWidget(go);
    }
    foot->addStretch(1);
    layout->addLayout(foot);

    if (!finding.assessed && !finding.inputs.empty()) {
        const std::string missing = firstMissing(finding);
        const QString input = QString::fromStdString(missing);
        auto* enter = new QPushButton(tr("Enter it…"), this);
        makeCompact(*enter);
        enter->setAccessibleName(tr("Enter %1").arg(wording::inputName(missing)));
        connect(enter, &QPushButton::clicked, this, [this, input] { Q_EMIT missingValueRequested(input); });
        layout->addWidget(enter, 0, Qt::AlignLeft);
    }
    setAccessibleName(u"%1. %2. %3"_s.arg(wording::severityText(finding), title, wording::findingSentence(finding)));
    // As high as the words are at this width. Maximum would mean the height at the width Qt thinks best, and cut them.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FindingCard::setTitle(const QString& title) {
    m_title->setText(title);
    m_whyButton->setAccessibleName(tr("Why: %1").arg(title));
    setAccessibleName(
        u"%1. %2. %3"_s.arg(wording::severityText(m_finding), title, wording::findingSentence(m_finding)));
}

void FindingCard::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void FindingCard::askReason(bool open) {
    if (m_reason != nullptr || m_reasonButton != nullptr)
        return;
    if (open) {
        openReason();
        return;
    }
    m_reasonButton = new QPushButton(tr("Give a reason…"), this);
    makeCompact(*m_reasonButton);
    m_reasonButton->setAccessibleName(tr("Give a reason: %1").arg(wording::findingTitle(m_finding)));
    connect(m_reasonButton, &QPushButton::clicked, this, [this] {
        openReason();
        m_reason->setFocus();
    });
    layout()->addWidget(m_reasonButton);
    layout()->setAlignment(m_reasonButton, Qt::AlignLeft);
}

void FindingCard::openReason() {
    if (m_reason != nullptr)
        return;
    if (m_reasonButton != nullptr)
        m_reasonButton->hide();
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Reason, kept with the plan"));
    m_reason->setAccessibleName(tr("Reason: %1").arg(wording::findingTitle(m_finding)));
    const auto tell = [this] { Q_EMIT reasonEdited(reason(), secondName()); };
    connect(m_reason, &QLineEdit::textEdited, this, tell);
    layout()->addWidget(m_reason);
    const core::SecondName second = core::secondNameFor(m_finding);
    if (second == core::SecondName::none)
        return;
    m_second = new QLineEdit(this);
    const QString who = second == core::SecondName::nephrologist          ? tr("Name of the nephrologist")
                        : second == core::SecondName::addictionSpecialist ? tr("Name of the addiction specialist")
                                                                          : tr("Name of a second clinician");
    m_second->setPlaceholderText(who);
    m_second->setAccessibleName(tr("%1: %2").arg(who, wording::findingTitle(m_finding)));
    connect(m_second, &QLineEdit::textEdited, this, tell);
    layout()->addWidget(m_second);
}

void FindingCard::setReason(const GivenReason& given) {
    if (given.reason.isEmpty() && given.secondName.isEmpty() && m_reason == nullptr)
        return;
    openReason();
    if (m_reason->text().trimmed() != given.reason)
        m_reason->setText(given.reason);
    if (m_second != nullptr && m_second->text().trimmed() != given.secondName)
        m_second->setText(given.secondName);
}

QString FindingCard::secondName() const {
    return m_second != nullptr ? m_second->text().trimmed() : QString();
}

void FindingCard::showReason(const QString& words) {
    auto* given = wrapped(words, TextKind::muted, this);
    given->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout()->addWidget(given);
}

QString FindingCard::reason() const {
    return m_reason != nullptr ? m_reason->text().trimmed() : QString();
}

void FindingCard::toggleWhy() {
    if (m_why != nullptr) {
        delete m_why;
        m_why = nullptr;
        m_whyButton->setText(tr("why"));
        return;
    }
    m_why = makeWhy();
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(3, m_why);
    m_whyButton->setText(tr("close"));
}

QWidget* FindingCard::makeWhy() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(em(*this, 0.25));
    const content::RuleText* rule = m_catalogue.rule(m_finding.rule.text());
    if (rule != nullptr) {
        layout->addWidget(
            wrapped(tr("Rule %1: %2").arg(QString::fromStdString(rule->id), QString::fromStdString(rule->title)),
                    TextKind::caption, box));
        auto* text = wrapped(QString::fromStdString(rule->text), TextKind::muted, box);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(text);
        if (!rule->conflict.empty()) {
            layout->addWidget(wrapped(tr("Where sources disagree"), TextKind::caption, box));
            auto* conflict = wrapped(QString::fromStdString(rule->conflict), TextKind::muted, box);
            conflict->setTextInteractionFlags(Qt::TextSelectableByMouse);
            layout->addWidget(conflict);
        }
    }
    if (!m_finding.inputs.empty()) {
        layout->addWidget(wrapped(tr("Used for this"), TextKind::caption, box));
        QStringList lines;
        for (const core::Input& input : m_finding.inputs)
            lines << tr("%1: %2").arg(wording::inputName(input.name), wording::inputValue(input));
        layout->addWidget(wrapped(lines.join(u'\n'), TextKind::muted, box));
    }
    if (!m_finding.sources.empty()) {
        layout->addWidget(wrapped(tr("Source"), TextKind::caption, box));
        QStringList lines;
        for (const std::string& id : m_finding.sources) {
            const content::SourceText* source = m_catalogue.source(id);
            const QString name = QString::fromStdString(id);
            lines << (source != nullptr ? u"%1 · %2"_s.arg(name, QString::fromStdString(source->title)) : name);
        }
        auto* text = wrapped(lines.join(u'\n'), TextKind::small, box);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(text);
    }
    if (rule != nullptr && isSignalConnected(QMetaMethod::fromSignal(&FindingCard::ruleRequested))) {
        const QString id = QString::fromStdString(rule->id);
        auto* all = new QPushButton(tr("All of rule %1…").arg(id), box);
        makeLink(*all);
        all->setAutoDefault(false);
        all->setFont(textFont(*this, TextKind::small));
        connect(all, &QPushButton::clicked, this, [this, id] { Q_EMIT ruleRequested(id); });
        layout->addWidget(all, 0, Qt::AlignLeft);
    }
    return box;
}

void FindingCard::paintEvent(QPaintEvent*) {
    const ToneColours& colours = tokens(palette()).tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = em(*this, 0.25);
    QPainterPath shape;
    shape.addRoundedRect(rect(), radius, radius);
    painter.fillPath(shape, colours.wash);
    painter.setClipPath(shape);
    const int bar = qMax(3, em(*this, 0.25));
    painter.fillRect(layoutDirection() == Qt::RightToLeft ? QRect(width() - bar, 0, bar, height())
                                                          : QRect(0, 0, bar, height()),
                     colours.bar);
}

} // namespace lento::gui
