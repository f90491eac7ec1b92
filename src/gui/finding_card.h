// FindingCard shows one finding: its severity in words and colour, its sentence, its rule with *why*, and the reason it
// may owe.
#pragma once

#include "core/finding.h"
#include "gui/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace lento::content {
class Catalogue;
}

namespace lento::gui {

// The tone of a finding's action (experience.md, "Severity of a check").
Tone toneOf(const core::Finding& finding);

// What answers a finding: a reason, and the name of the second person where the rule asks for one.
struct GivenReason {
    GivenReason(QString given = {}, QString second = {})
        : reason(std::move(given))
        , secondName(std::move(second)) {}
    QString reason;
    QString secondName;
};

class FindingCard : public QFrame {
    Q_OBJECT
public:
    FindingCard(const core::Finding& finding, const content::Catalogue& catalogue, QWidget* parent = nullptr);

    const core::Finding& finding() const noexcept { return m_finding; }
    // Where the finding proposes something of which more can be said than its words do: "Step back to 20 mg/day".
    void setTitle(const QString& title);
    // Another tone than that of the action: an emergency is proposed, but not as information.
    void setTone(Tone tone);
    // Asks for a reason ("Give a reason…"); with `open` the field stands there at once, as on the Finish page.
    void askReason(bool open);
    void setReason(const GivenReason& given);
    // A reason that was given and is no longer asked for, with who and when.
    void showReason(const QString& words);
    QString reason() const;
    QString secondName() const;
    bool isWhyOpen() const noexcept { return m_why != nullptr; }

public Q_SLOTS:
    // Opens or closes the rule's text, the inputs used and the sources.
    void toggleWhy();

Q_SIGNALS:
    // While typing; empty when the reason was taken away.
    void reasonEdited(const QString& reason, const QString& secondName);
    void stepRequested(int step); // from 1
    // The whole rule, from the why; offered only where somebody listens.
    void ruleRequested(const QString& rule);
    // A value that was not there: "weight_kg".
    void missingValueRequested(const QString& input);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeWhy();
    void openReason();

    core::Finding m_finding;
    QLabel* m_title = nullptr;
    Tone m_tone;
    const content::Catalogue& m_catalogue;
    QPushButton* m_whyButton = nullptr;
    QPushButton* m_reasonButton = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_second = nullptr;
    QWidget* m_why = nullptr;
};

} // namespace lento::gui
