// VisitEffects is the part of the visit form that takes adverse effects with their grade, what is asked at each visit,
// and falls (AE-1, AE-2, AE-5).
//
// What nobody answered is not in the visit; a grade of 0 says that it was asked for and absent.
#pragma once

#include "content/catalogue.h"
#include "core/visit.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace lento::gui {

class EffectSearch;
class SegmentedControl;

class VisitEffects : public QWidget {
    Q_OBJECT
public:
    explicit VisitEffects(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // Signals nothing.
    void setVisit(const core::Visit& visit);
    // Writes what the fields say into the visit, and leaves the rest of it alone.
    void writeTo(core::Visit& visit) const;
    void setReadOnly(bool readOnly);
    // The visit before, since which effects are asked for.
    void setSince(const std::optional<core::Date>& since);

Q_SIGNALS:
    void edited();

private:
    struct Effect {
        std::string code;
        std::string text; // of an effect that no term names
        SegmentedControl* grade = nullptr;
    };
    void clear();
    // The row of an effect, new where it has none.
    SegmentedControl& row(const content::AdverseEffectKind& kind, std::optional<int> grade);
    SegmentedControl& row(const QString& words, std::optional<int> grade);
    SegmentedControl& add(Effect effect, const QString& name, const QString& hint, int leastGrade, bool asked,
                          std::optional<int> grade);
    void answer(SegmentedControl& grade);
    void noneOfTheRest();
    void touched();

    const content::Catalogue& m_catalogue;
    core::Visit m_visit;
    bool m_setting = false;
    bool m_readOnly = false;
    QLabel* m_title;
    QGridLayout* m_grid;  // effects, two in a line
    QGridLayout* m_asked; // asked at each visit
    int m_inGrid = 0;
    int m_inAsked = 0;
    std::vector<Effect> m_effects;
    SegmentedControl* m_falls;
    EffectSearch* m_search;
    QPushButton* m_none;
};

} // namespace lento::gui
