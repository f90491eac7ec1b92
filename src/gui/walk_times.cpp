#include "gui/walk_times.h"

#include "core/response.h"
#include "gui/field.h"
#include "gui/number_edit.h"
#include "gui/theme.h"
#include "wording/score_words.h"

#include <QGridLayout>
#include <QLabel>

#include <cmath>

namespace lento::gui {

namespace {

QString speedText(int hundredths) {
    constexpr double thousandths = 1000.0;
    return wording::speedText(static_cast<std::int32_t>(std::lround(core::tenMetreSpeed(hundredths) * thousandths)));
}

QString changeText(core::WalkChange change) {
    switch (change) {
    case core::WalkChange::better:
        return WalkTimes::tr("better, and it matters (SCL-8)");
    case core::WalkChange::worse:
        return WalkTimes::tr("worse, and it matters (SCL-8)");
    case core::WalkChange::unchanged:
        break;
    }
    return WalkTimes::tr("no change that matters (SCL-8)");
}

} // namespace

WalkTimes::WalkTimes(const core::RuleNumbers& numbers, QWidget* parent)
    : QWidget(parent)
    , m_numbers(numbers)
    , m_tenMetre(new SecondsEdit)
    , m_twentyFiveFoot(new SecondsEdit)
    , m_tenMetreWords(new QLabel)
    , m_twentyFiveFootWords(new QLabel) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(em(*this, 1));
    const auto add = [&](int row, const QString& caption, SecondsEdit* edit, QLabel* words) {
        edit->setFixedWidth(em(*this, 6));
        edit->setPlaceholderText(tr("12.5 s"));
        setTextKind(*words, TextKind::muted);
        words->setWordWrap(true);
        grid->addWidget(new Field(caption, edit), row, 0, Qt::AlignTop);
        grid->addWidget(words, row, 1);
        connect(edit, &TypedEdit::valueEdited, this, [this] {
            compare();
            Q_EMIT edited();
        });
    };
    add(0, tr("10 m walk, comfortable pace"), m_tenMetre, m_tenMetreWords);
    add(1, tr("25-foot walk, fast but safe"), m_twentyFiveFoot, m_twentyFiveFootWords);
    grid->setColumnStretch(1, 1);
}

void WalkTimes::setTimes(const core::FurtherScores& scores, const app::EarlierScores& earlier) {
    m_earlier = earlier;
    m_tenMetre->setValue(scores.tenMetreHundredths);
    m_twentyFiveFoot->setValue(scores.twentyFiveFootHundredths);
    compare();
}

void WalkTimes::writeTo(core::FurtherScores& scores) const {
    scores.tenMetreHundredths = m_tenMetre->value();
    scores.twentyFiveFootHundredths = m_twentyFiveFoot->value();
}

void WalkTimes::compare() {
    const auto words = [](const std::optional<int>& now, const std::optional<int>& last,
                          const std::optional<int>& first, const auto& text, const auto& change) {
        QStringList parts;
        if (now)
            parts << text(*now);
        if (last)
            parts << tr("last time %1").arg(text(*last));
        if (first)
            parts << (now ? tr("baseline %1: %2").arg(text(*first), changeText(change(*first, *now)))
                          : tr("baseline %1").arg(text(*first)));
        return parts.isEmpty() ? tr("not timed before") : parts.join(QStringLiteral(" · "));
    };
    m_tenMetreWords->setText(words(m_tenMetre->value(), m_earlier.last.tenMetreHundredths,
                                   m_earlier.first.tenMetreHundredths, speedText,
                                   [this](int first, int now) { return core::tenMetreChange(first, now, m_numbers); }));
    m_twentyFiveFootWords->setText(words(
        m_twentyFiveFoot->value(), m_earlier.last.twentyFiveFootHundredths, m_earlier.first.twentyFiveFootHundredths,
        [](int hundredths) { return wording::secondsText(hundredths); },
        [this](int first, int now) { return core::twentyFiveFootChange(first, now, m_numbers); }));
}

void WalkTimes::setReadOnly(bool readOnly) {
    m_tenMetre->setReadOnly(readOnly);
    m_twentyFiveFoot->setReadOnly(readOnly);
}

TypedEdit* WalkTimes::problem() {
    const bool tenMetre = m_tenMetre->check();
    const bool twentyFiveFoot = m_twentyFiveFoot->check();
    return !tenMetre ? m_tenMetre : !twentyFiveFoot ? m_twentyFiveFoot : nullptr;
}

} // namespace lento::gui
