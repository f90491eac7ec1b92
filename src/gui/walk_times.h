// WalkTimes takes the timed walks, each beside last time and the baseline: 10 m shown as a speed, 25 feet as a time
// (SCL-8).
#pragma once

#include "app/earlier_scores.h"
#include "core/rule_numbers.h"

#include <QWidget>

class QLabel;

namespace lento::gui {

class SecondsEdit;
class TypedEdit;

class WalkTimes : public QWidget {
    Q_OBJECT
public:
    explicit WalkTimes(const core::RuleNumbers& numbers, QWidget* parent = nullptr);

    void setTimes(const core::FurtherScores& scores, const app::EarlierScores& earlier);
    void writeTo(core::FurtherScores& scores) const;
    void setReadOnly(bool readOnly);
    TypedEdit* problem();

Q_SIGNALS:
    void edited();

private:
    void compare();

    const core::RuleNumbers& m_numbers;
    app::EarlierScores m_earlier;
    SecondsEdit* m_tenMetre;
    SecondsEdit* m_twentyFiveFoot;
    QLabel* m_tenMetreWords;
    QLabel* m_twentyFiveFootWords;
};

} // namespace lento::gui
