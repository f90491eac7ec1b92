// TypedEdit is a line for one value: it reads what was typed strictly, keeps what it cannot read, and says why in
// words.
//
// A problem is told when the field is left or Enter is pressed, and taken back as soon as the text can be read. Nothing
// is clamped or corrected behind the person's back; Up and Down step where the value has a step.
#pragma once

#include "core/result.h"

#include <QLineEdit>

#include <functional>
#include <optional>

namespace lento::gui {

class TypedEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit TypedEdit(QWidget* parent = nullptr);

    // An empty field is a value that is not there, not a problem. On by default.
    void setOptional(bool optional) { m_optional = optional; }
    bool isOptional() const noexcept { return m_optional; }
    bool isEmpty() const { return text().trimmed().isEmpty(); }

    // Tells the problem now, as when the field is left; true when there is none.
    bool check();
    // The problem as words, whether told already or not; empty when there is none.
    QString problem() const;
    // As when the field is left: tells a problem, or signals what was typed. For what the keyboard asks for while the
    // field is still in focus.
    void commit();
    // Words shown as this field's problem until the text changes: for what only the whole form can know.
    void refuse(const QString& words);
    bool showsProblem() const noexcept { return !m_shown.isEmpty(); }

Q_SIGNALS:
    void problemChanged(const QString& words);
    // A person changed the text and it can be read (or is empty and may be).
    void valueEdited();
    // The same, when the field is left or Enter is pressed.
    void valueCommitted();

protected:
    virtual std::optional<core::Error> readingError() const = 0;
    // False when the value has no step.
    virtual bool stepBy(int steps);
    // Rewrites the text in the usual form once it has been read.
    virtual void tidy() {}

    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void showProblem(const QString& words);

    QString m_shown;
    QString m_committed;
    bool m_optional = true;
};

// A field for a T that is read by a function of wording/typed_values and written by one of wording/quantities.
template <class T>
class ValueEdit : public TypedEdit {
public:
    using Reader = std::function<core::Result<T>(QStringView)>;
    using Writer = std::function<QString(const T&)>;

    ValueEdit(Reader reader, Writer writer, QWidget* parent)
        : TypedEdit(parent)
        , m_reader(std::move(reader))
        , m_writer(std::move(writer)) {}

    core::Result<T> read() const { return m_reader(text()); }
    std::optional<T> value() const {
        core::Result<T> result = read();
        return result ? std::optional<T>(*result) : std::nullopt;
    }
    // Signals nothing but QLineEdit's own textChanged.
    void setValue(const std::optional<T>& value) { setText(value ? m_writer(*value) : QString()); }

protected:
    std::optional<core::Error> readingError() const override {
        const core::Result<T> result = read();
        return result ? std::nullopt : std::optional<core::Error>(result.error());
    }
    void tidy() override {
        const core::Result<T> result = read();
        if (result && m_writer(*result) != text())
            setText(m_writer(*result));
    }
    void setReader(Reader reader) { m_reader = std::move(reader); }

private:
    Reader m_reader;
    Writer m_writer;
};

} // namespace lento::gui
