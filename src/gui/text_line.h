// TextLine is a line of free text that may be required: then it refuses to be left empty, naming what it wants.
#pragma once

#include "gui/typed_edit.h"

#include <string>

namespace lento::gui {

class TextLine : public TypedEdit {
    Q_OBJECT
public:
    // field: the name of the field as errors call it ("surname").
    explicit TextLine(std::string field = {}, QWidget* parent = nullptr)
        : TypedEdit(parent)
        , m_field(std::move(field)) {}

    std::string value() const { return text().trimmed().toStdString(); }
    void setValue(const std::string& value) { setText(QString::fromStdString(value)); }

protected:
    std::optional<core::Error> readingError() const override {
        if (!isEmpty())
            return std::nullopt;
        return core::Error{core::ErrorCode::emptyText, m_field, {}};
    }
    void tidy() override { setText(text().trimmed()); }

private:
    std::string m_field;
};

} // namespace lento::gui
