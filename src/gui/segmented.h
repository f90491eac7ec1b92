// SegmentedControl is a row of which one is chosen, or none yet: arrows move, digits and first letters choose.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

class QAbstractButton;
class QHBoxLayout;

namespace lento::gui {

class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        int value = 0;
        QString text;       // "1+"
        QString spokenText; // for screen readers; empty: text
        QString hint = {};  // what it means, under the pointer and for screen readers
    };
    explicit SegmentedControl(QWidget* parent = nullptr);
    // name: what is asked ("Hip adductors, left"); becomes the accessible name of the row and begins that of each
    // choice.
    SegmentedControl(const QString& name, const QList<Choice>& choices, QWidget* parent = nullptr);

    void setName(const QString& name);
    void setChoices(const QList<Choice>& choices);
    std::optional<int> value() const noexcept { return m_value; }
    // Says nothing; only a person's choice is signalled. Nothing: none is chosen.
    void setValue(std::optional<int> value);
    // A second click or Delete takes the choice back.
    void setClearable(bool clearable) { m_clearable = clearable; }

Q_SIGNALS:
    void valueChanged(std::optional<int> value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void choose(std::optional<int> value, bool focus);
    void showValue();

    QString m_name;
    QList<Choice> m_choices;
    QList<QAbstractButton*> m_buttons;
    std::optional<int> m_value;
    QHBoxLayout* m_layout = nullptr;
    bool m_clearable = false;
};

} // namespace lento::gui
