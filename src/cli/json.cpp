#include "cli/json.h"

#include "core/decimal.h"

#include <QByteArray>

namespace lento::cli {

namespace {

constexpr std::size_t lineWidth = 120;

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
        case '\\':
            out += '\\';
            out += c;
            break;
        case '\n':
            out += "\\n";
            break;
        default:
            if (byte < 0x20)
                out += "\\u" + QByteArray::number(byte, 16).rightJustified(4, '0').toStdString();
            else
                out += c;
        }
    }
    return out + '"';
}

} // namespace

Json Json::text(std::string_view text) {
    return Json(Kind::scalar, quoted(text));
}

Json Json::scaled(std::int64_t value, int decimals) {
    return Json(Kind::scalar, core::formatDecimal(value, decimals));
}

Json Json::rounded(double value, int decimals) {
    QByteArray digits = QByteArray::number(value, 'f', decimals);
    if (digits.contains('.')) {
        while (digits.endsWith('0'))
            digits.chop(1);
        if (digits.endsWith('.'))
            digits.chop(1);
    }
    return Json(Kind::scalar, digits == "-0" ? "0" : digits.toStdString());
}

Json& Json::add(std::string_view key, Json value) {
    m_children.emplace_back(quoted(key), std::move(value));
    return *this;
}

Json& Json::append(Json value) {
    m_children.emplace_back(std::string(), std::move(value));
    return *this;
}

std::string Json::compact() const {
    if (m_kind == Kind::scalar)
        return m_literal;
    std::string out(1, m_kind == Kind::object ? '{' : '[');
    for (const auto& [key, value] : m_children) {
        if (out.size() > 1)
            out += ", ";
        if (m_kind == Kind::object)
            out += key + ": ";
        out += value.compact();
    }
    return out + (m_kind == Kind::object ? '}' : ']');
}

std::string Json::pretty() const {
    return pretty(0, 0);
}

std::string Json::pretty(std::size_t indent, std::size_t used) const {
    std::string line = compact();
    if (m_children.empty() || (indent > 0 && used + line.size() < lineWidth))
        return line;
    constexpr std::size_t step = 2;
    const std::string margin(indent + step, ' ');
    std::string out(1, m_kind == Kind::object ? '{' : '[');
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        const auto& [key, value] = m_children[i];
        std::string head = margin;
        if (m_kind == Kind::object)
            head.append(key).append(": ");
        out.append(i == 0 ? "\n" : ",\n").append(head).append(value.pretty(indent + step, head.size() + 1));
    }
    return out + '\n' + std::string(indent, ' ') + (m_kind == Kind::object ? '}' : ']');
}

} // namespace lento::cli
