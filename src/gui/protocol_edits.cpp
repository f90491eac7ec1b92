#include "gui/protocol_edits.h"

#include "wording/quantities.h"
#include "wording/typed_values.h"

namespace lento::gui {

namespace {

QString joined(const std::vector<int>& numbers) {
    QStringList texts;
    for (const int number : numbers)
        texts << QString::number(number);
    return texts.join(QStringLiteral(", "));
}

core::Result<std::vector<std::string>> namesIn(QStringView text) {
    std::vector<std::string> names;
    for (const QStringView part : text.split(u',')) {
        const QStringView name = part.trimmed();
        if (name.isEmpty())
            return core::failure(core::ErrorCode::emptyText, "sources");
        names.push_back(name.toString().toStdString());
    }
    return names;
}

} // namespace

PerWeightEdit::PerWeightEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parsePerWeight(text); },
                [](const core::PerWeight& amount) { return wording::perWeightText(amount); }, parent) {}

WholeNumbersEdit::WholeNumbersEdit(int lowest, int highest, QWidget* parent)
    : ValueEdit([=](QStringView text) { return wording::parseWholeNumbers(text, lowest, highest); },
                [](const std::vector<int>& numbers) { return joined(numbers); }, parent) {}

NamesEdit::NamesEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return namesIn(text); },
                [](const std::vector<std::string>& names) {
                    QStringList texts;
                    for (const std::string& name : names)
                        texts << QString::fromStdString(name);
                    return texts.join(QStringLiteral(", "));
                },
                parent) {}

} // namespace lento::gui
