#include "gui/visit_scores.h"

#include "app/earlier_scores.h"
#include "app/visits.h"
#include "gui/body_picture.h"
#include "gui/card.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "gui/further_score_cards.h"
#include "gui/level_grid.h"
#include "gui/number_edit.h"
#include "gui/response_words.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

QList<SegmentedControl::Choice> zeroToTen() {
    QList<SegmentedControl::Choice> choices;
    for (int i = 0; i <= 10; ++i)
        choices.append({i, QString::number(i), {}});
    return choices;
}

std::optional<int> wholeRating(std::optional<int> tenths) {
    return tenths && *tenths % 10 == 0 ? std::optional(*tenths / 10) : std::nullopt;
}

} // namespace

VisitScores::VisitScores(const content::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_mas(new LevelGrid(modifiedAshworth(catalogue), catalogue))
    , m_bodyButton(new QPushButton(tr("&Body picture")))
    , m_mean(new QLabel)
    , m_nrs(new SegmentedControl(tr("Spasticity now, 0 to 10"), zeroToTen()))
    , m_nrsEdit(new NrsEdit)
    , m_nrsBefore(new QLabel)
    , m_pennFrequency(new SegmentedControl(tr("Penn: how often"),
                                           {{0, QStringLiteral("0"), tr("no spasms")},
                                            {1, QStringLiteral("1"), tr("mild, when stimulated")},
                                            {2, QStringLiteral("2"), tr("full spasms, less than one an hour")},
                                            {3, QStringLiteral("3"), tr("more than one an hour")},
                                            {4, QStringLiteral("4"), tr("more than ten an hour")}}))
    , m_pennSeverity(new SegmentedControl(tr("Penn: how strong"), {{1, QStringLiteral("1"), tr("mild")},
                                                                   {2, QStringLiteral("2"), tr("moderate")},
                                                                   {3, QStringLiteral("3"), tr("severe")}}))
    , m_pennBefore(new QLabel)
    , m_further(new FurtherScoreCards(catalogue))
    , m_response(new QLabel) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(em(*this, 0.7));

    auto* mas = new Card;
    mas->body()->addWidget(m_mas);
    setTextKind(*m_mean, TextKind::muted);
    m_mean->setWordWrap(true);
    mas->body()->addWidget(m_mean);
    makeLink(*m_bodyButton);
    m_bodyButton->setCheckable(true);
    m_bodyButton->setToolTip(tr("Show the same levels on a body; a click chooses the muscle group"));
    connect(m_bodyButton, &QPushButton::toggled, this, &VisitScores::showBody);
    mas->body()->addWidget(m_bodyButton, 0, Qt::AlignLeft);
    m_masCard = mas->body();
    outer->addWidget(mas);
    outer->addWidget(makeRatings());
    outer->addWidget(m_further);
    auto* response = new Card;
    auto* responseTitle = new QLabel(tr("Response against baseline"));
    setTextKind(*responseTitle, TextKind::caption);
    m_response->setWordWrap(true);
    response->body()->addWidget(responseTitle);
    response->body()->addWidget(m_response);
    outer->addWidget(response);

    connect(m_mas, &LevelGrid::edited, this, &VisitScores::drawLevels);
    connect(m_mas, &LevelGrid::groupAdded, this, &VisitScores::drawLevels);
    connect(m_mas, &LevelGrid::edited, this, &VisitScores::edited);
    connect(m_further, &FurtherScoreCards::edited, this, &VisitScores::edited);
    m_nrs->setClearable(true);
    connect(m_nrs, &SegmentedControl::valueChanged, this, [this](std::optional<int> value) {
        m_nrsEdit->setValue(value ? std::optional(*value * 10) : std::nullopt);
        Q_EMIT edited();
    });
    connect(m_nrsEdit, &TypedEdit::valueEdited, this, [this] {
        m_nrs->setValue(wholeRating(m_nrsEdit->value()));
        Q_EMIT edited();
    });
    m_pennSeverity->setClearable(true);
    connect(m_pennSeverity, &SegmentedControl::valueChanged, this, &VisitScores::edited);
    m_pennFrequency->setClearable(true);
    connect(m_pennFrequency, &SegmentedControl::valueChanged, this, [this] {
        arrangePenn();
        Q_EMIT edited();
    });
}

void VisitScores::showBody(bool shown) {
    if (m_body == nullptr) {
        m_body = new BodyPicture;
        m_body->setNames([this](const std::string& code) {
            const auto& groups = m_catalogue.muscleGroups();
            const auto group = std::ranges::find(groups, code, &content::MuscleGroup::code);
            return QString::fromStdString(group == groups.end() ? code : group->name);
        });
        connect(m_body, &BodyPicture::chosen, m_mas, &LevelGrid::goToGroup);
        m_masCard->addWidget(m_body, 0, Qt::AlignHCenter);
    }
    m_body->setVisible(shown);
    drawLevels();
}

void VisitScores::drawLevels() {
    if (m_body == nullptr)
        return;
    std::vector<BodyPicture::Level> levels;
    const std::vector<LevelGrid::Score> scores = m_mas->scores();
    for (const std::string& group : m_mas->groups())
        for (const core::Side side : {core::Side::left, core::Side::right}) {
            BodyPicture::Level level{group, side, {}, 0};
            for (const LevelGrid::Score& score : scores)
                if (score.muscleGroup == group && score.side == side) {
                    level.text = wording::masText(static_cast<core::Mas>(score.level));
                    level.share = double(score.level) / (core::masLevels - 1);
                }
            levels.push_back(std::move(level));
        }
    m_body->setLevels(std::move(levels));
}

QWidget* VisitScores::makeRatings() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* nrs = new Card;
    auto* nrsLine = new QHBoxLayout;
    m_nrsEdit->setFixedWidth(em(*this, 3.5));
    m_nrsEdit->setAccessibleName(tr("Spasticity now, with a decimal"));
    nrsLine->addWidget(m_nrs);
    nrsLine->addWidget(m_nrsEdit);
    nrsLine->addStretch(1);
    auto* nrsTitle = new QLabel(tr("Spasticity now, 0–10 (NRS)"));
    setTextKind(*nrsTitle, TextKind::caption);
    setTextKind(*m_nrsBefore, TextKind::muted);
    nrs->body()->addWidget(nrsTitle);
    nrs->body()->addLayout(nrsLine);
    nrs->body()->addWidget(new FieldNote(*m_nrsEdit));
    nrs->body()->addWidget(m_nrsBefore);
    nrs->body()->addStretch(1);
    layout->addWidget(nrs, 3);

    auto* penn = new Card;
    auto* pennRow = new FlowLayout;
    pennRow->setSpacing(em(*this, 0.8));
    pennRow->addWidget(new Field(tr("Penn: how often"), m_pennFrequency));
    pennRow->addWidget(new Field(tr("how strong"), m_pennSeverity));
    setTextKind(*m_pennBefore, TextKind::muted);
    penn->body()->addLayout(pennRow);
    penn->body()->addWidget(m_pennBefore);
    layout->addWidget(penn, 2);
    return row;
}

void VisitScores::setVisit(const core::Visit& visit, std::shared_ptr<const app::PatientRecord> record) {
    std::vector<LevelGrid::Score> levels;
    for (const core::MasScore& score : visit.mas)
        levels.push_back({score.muscleGroup, score.side, static_cast<int>(score.level)});
    m_further->setScores(visit.further, record ? app::earlierScores(*record, visit.on) : app::EarlierScores());
    m_mas->setScores(levels, [record = std::move(record), on = visit.on](const std::string& group, core::Side side) {
        const auto last = app::lastLevel(*record, group, side, on);
        return last ? std::optional(static_cast<int>(*last)) : std::nullopt;
    });
    drawLevels();
    m_nrsEdit->setValue(visit.nrsTenths);
    m_nrs->setValue(wholeRating(visit.nrsTenths));
    m_pennFrequency->setValue(visit.pennFrequency);
    m_pennSeverity->setValue(visit.pennSeverity);
    arrangePenn();
}

void VisitScores::writeTo(core::Visit& visit) const {
    visit.mas.clear();
    for (const LevelGrid::Score& score : m_mas->scores())
        visit.mas.push_back({score.muscleGroup, score.side, static_cast<core::Mas>(score.level)});
    visit.further = m_further->scores();
    visit.nrsTenths = m_nrsEdit->value();
    visit.pennFrequency = m_pennFrequency->value();
    visit.pennSeverity = m_pennSeverity->isEnabled() || m_readOnly ? m_pennSeverity->value() : std::nullopt;
}

void VisitScores::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_mas->setReadOnly(readOnly);
    m_further->setReadOnly(readOnly);
    m_nrsEdit->setReadOnly(readOnly);
    for (SegmentedControl* control : {m_nrs, m_pennFrequency})
        control->setEnabled(!readOnly);
    arrangePenn();
}

void VisitScores::arrangePenn() {
    // SCL-4: severity only where there are spasms.
    m_pennSeverity->setEnabled(!m_readOnly && m_pennFrequency->value().value_or(0) > 0);
    if (!m_readOnly && m_pennFrequency->value() == 0)
        m_pennSeverity->setValue(std::nullopt);
}

void VisitScores::compare(const app::PatientRecord& record, const core::Visit& now) {
    const app::Comparison before = app::compareBefore(record, now.on);
    QStringList mean;
    if (const auto value = core::masMeanThousandths(now, core::MasCoding::onePlusAsOneAndAHalf))
        mean << tr("Mean %1 (1+ counted as 1.5)").arg(wording::masMeanText(*value));
    else
        mean << tr("No muscle group scored yet");
    if (before.masMeanLast)
        mean << tr("last time %1").arg(wording::masMeanText(*before.masMeanLast));
    if (before.masMeanBaseline)
        mean << tr("baseline %1").arg(wording::masMeanText(*before.masMeanBaseline));
    m_mean->setText(mean.join(QStringLiteral(" · ")));

    QStringList nrs;
    if (before.nrsLast)
        nrs << tr("last time %1").arg(wording::nrsText(*before.nrsLast));
    if (before.nrsBaseline)
        nrs << tr("baseline %1").arg(wording::nrsText(*before.nrsBaseline));
    m_nrsBefore->setText(nrs.isEmpty() ? tr("not scored before") : nrs.join(QStringLiteral(" · ")));
    m_pennBefore->setText(
        before.pennFrequencyLast
            ? tr("last time %1 / %2")
                  .arg(*before.pennFrequencyLast)
                  .arg(before.pennSeverityLast ? QString::number(*before.pennSeverityLast) : QStringLiteral("–"))
            : tr("not scored before"));
    m_response->setText(responseText(app::treatmentResponse(record, now, m_catalogue)));
}

bool VisitScores::check() {
    const bool rating = m_nrsEdit->check();
    return m_further->problem() == nullptr && rating;
}

void VisitScores::focusProblem() {
    if (!m_nrsEdit->check())
        m_nrsEdit->setFocus();
    else if (QWidget* line = m_further->problem())
        line->setFocus();
}

} // namespace lento::gui
