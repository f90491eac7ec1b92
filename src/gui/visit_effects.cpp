#include "gui/visit_effects.h"

#include "gui/card.h"
#include "gui/effect_search.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/quantities.h"
#include "wording/sign_words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

constexpr int worstGrade = 4;
// Falls are asked as none, one, several (AE-5).
constexpr int severalFalls = 2;
const std::string otherCode = "other";

// 0, and from the least grade on that the effect counts as. A lower one that stands there keeps its place.
QList<SegmentedControl::Choice> grades(int least, std::optional<int> recorded) {
    QList<SegmentedControl::Choice> choices;
    for (int grade = 0; grade <= worstGrade; ++grade)
        if (grade == 0 || grade >= least || grade == recorded)
            choices.append({grade, QString::number(grade), {}, wording::gradeText(grade)});
    return choices;
}

QString sourcesOf(const content::AdverseEffectKind& kind) {
    QStringList sources;
    for (const std::string& source : kind.sources)
        sources << QString::fromStdString(source);
    return VisitEffects::tr("%1 (%2)").arg(wording::frequencyText(kind.frequency), sources.join(QStringLiteral(", ")));
}

} // namespace

VisitEffects::VisitEffects(const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_title(new QLabel)
    , m_grid(new QGridLayout)
    , m_asked(new QGridLayout)
    , m_falls(new SegmentedControl(
          tr("Falls"),
          {{0, tr("none"), {}, {}}, {1, QStringLiteral("1"), {}, {}}, {severalFalls, tr("2+"), tr("two or more"), {}}}))
    , m_search(new EffectSearch(catalogue))
    , m_none(new QPushButton(tr("&None of the rest"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card;
    outer->addWidget(card);

    setTextKind(*m_title, TextKind::caption);
    card->body()->addWidget(m_title);
    auto* legend = new QLabel(wording::gradesText());
    legend->setWordWrap(true);
    setTextKind(*legend, TextKind::small);
    card->body()->addWidget(legend);
    for (QGridLayout* grid : {m_grid, m_asked}) {
        grid->setHorizontalSpacing(em(*this, 0.8));
        grid->setVerticalSpacing(em(*this, 0.4));
        grid->setColumnStretch(4, 1);
    }
    card->body()->addLayout(m_grid);
    m_search->setMaximumWidth(em(*this, 20));
    card->body()->addWidget(m_search);

    auto* asked = new QLabel(tr("Asked at each visit (AE-5, VIS-2)"));
    setTextKind(*asked, TextKind::caption);
    card->body()->addWidget(asked);
    card->body()->addLayout(m_asked);
    m_asked->addWidget(m_falls, 0, 1); // below the rows, once there are some
    makeLink(*m_none);
    m_none->setToolTip(tr("Writes 0 wherever nothing was answered, and no falls"));
    connect(m_none, &QPushButton::clicked, this, &VisitEffects::noneOfTheRest);
    card->body()->addWidget(m_none, 0, Qt::AlignLeft);

    m_falls->setClearable(true);
    connect(m_falls, &SegmentedControl::valueChanged, this, &VisitEffects::touched);
    connect(m_search, &EffectSearch::found, this,
            [this](const content::AdverseEffectKind& kind) { answer(row(kind, 1)); });
    connect(m_search, &EffectSearch::named, this, [this](const QString& words) { answer(row(words, 1)); });
    setSince(std::nullopt);
}

void VisitEffects::touched() {
    if (!m_setting)
        Q_EMIT edited();
}

void VisitEffects::setSince(const std::optional<core::Date>& since) {
    m_title->setText(since ? tr("Adverse effects since %1, grade 0 to 4").arg(wording::clinicalDate(*since))
                           : tr("Adverse effects, grade 0 to 4"));
}

void VisitEffects::clear() {
    m_asked->removeWidget(m_falls);
    for (QGridLayout* grid : {m_grid, m_asked}) {
        while (QLayoutItem* item = grid->takeAt(0)) {
            delete item->widget();
            delete item;
        }
    }
    m_effects.clear();
    m_inGrid = m_inAsked = 0;
}

void VisitEffects::setVisit(const core::Visit& visit) {
    m_setting = true;
    m_visit = visit;
    clear();
    auto* falls = new QLabel(tr("Falls"));
    m_asked->addWidget(falls, 0, 0);
    m_asked->addWidget(m_falls, 0, 1, Qt::AlignLeft);
    m_inAsked = 1;
    for (const content::AdverseEffectKind& kind : m_catalogue.adverseEffects()) {
        const auto found = std::ranges::find(visit.adverseEffects, kind.code, &core::AdverseEffect::code);
        const bool recorded = found != visit.adverseEffects.end();
        if (kind.usual || kind.asked || recorded)
            row(kind, recorded ? std::optional(found->grade) : std::nullopt);
    }
    // What no term names, or no term any more, stays in view.
    for (const core::AdverseEffect& effect : visit.adverseEffects)
        if (std::ranges::find(m_catalogue.adverseEffects(), effect.code, &content::AdverseEffectKind::code) ==
            m_catalogue.adverseEffects().end())
            add({effect.code, effect.text, nullptr},
                QString::fromStdString(effect.text.empty() ? effect.code : effect.text), {}, 1, false, effect.grade);
    m_falls->setValue(visit.falls ? std::optional(std::min(*visit.falls, severalFalls)) : std::nullopt);
    m_setting = false;
    setReadOnly(m_readOnly);
}

SegmentedControl& VisitEffects::row(const content::AdverseEffectKind& kind, std::optional<int> grade) {
    for (const Effect& effect : m_effects)
        if (effect.code == kind.code)
            return *effect.grade;
    return add({kind.code, {}, nullptr}, wording::signText(kind.name), sourcesOf(kind), kind.leastGrade, kind.asked,
               grade);
}

SegmentedControl& VisitEffects::row(const QString& words, std::optional<int> grade) {
    for (const Effect& effect : m_effects)
        if (effect.code == otherCode && QString::fromStdString(effect.text) == words)
            return *effect.grade;
    return add({otherCode, words.toStdString(), nullptr}, words, {}, 1, false, grade);
}

SegmentedControl& VisitEffects::add(Effect effect, const QString& name, const QString& hint, int leastGrade, bool asked,
                                    std::optional<int> grade) {
    auto* control = new SegmentedControl(tr("%1, grade").arg(name), grades(leastGrade, grade));
    control->setClearable(true);
    control->setValue(grade);
    control->setEnabled(!m_readOnly);
    connect(control, &SegmentedControl::valueChanged, this, &VisitEffects::touched);
    auto* label = new QLabel(name);
    label->setTextFormat(Qt::PlainText);
    label->setToolTip(hint);
    QGridLayout* grid = asked ? m_asked : m_grid;
    int& index = asked ? m_inAsked : m_inGrid;
    const int column = index % 2 * 2;
    grid->addWidget(label, index / 2, column);
    grid->addWidget(control, index / 2, column + 1, Qt::AlignLeft);
    ++index;
    effect.grade = control;
    m_effects.push_back(std::move(effect));
    touched();
    return *control;
}

// The next key is its grade.
void VisitEffects::answer(SegmentedControl& grade) {
    grade.setFocus();
}

void VisitEffects::noneOfTheRest() {
    for (const Effect& effect : m_effects)
        if (!effect.grade->value())
            effect.grade->setValue(0);
    if (!m_falls->value())
        m_falls->setValue(0);
    touched();
}

void VisitEffects::writeTo(core::Visit& visit) const {
    visit.adverseEffects.clear();
    for (const Effect& effect : m_effects)
        if (const auto grade = effect.grade->value()) {
            // Free text of an effect recorded elsewhere is kept.
            const auto before = std::ranges::find(m_visit.adverseEffects, effect.code, &core::AdverseEffect::code);
            const bool kept = effect.text.empty() && before != m_visit.adverseEffects.end();
            visit.adverseEffects.push_back({effect.code, kept ? before->text : effect.text, *grade});
        }
    // A count above what the row can say stays when the row still says "2+".
    const std::optional<int> falls = m_falls->value();
    if (!(falls == severalFalls && m_visit.falls && *m_visit.falls > severalFalls))
        visit.falls = falls;
}

void VisitEffects::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_search->setVisible(!readOnly);
    m_none->setVisible(!readOnly);
    m_falls->setEnabled(!readOnly);
    for (const Effect& effect : m_effects)
        effect.grade->setEnabled(!readOnly);
}

} // namespace lento::gui
