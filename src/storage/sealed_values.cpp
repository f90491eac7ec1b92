#include "storage/sealed_values.h"

#include "storage/storage_error.h"

#include <cstdint>

namespace lento::storage {

namespace {

constexpr char layout = 1;

class Writer {
public:
    Writer() { m_bytes.append(layout); }

    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        m_bytes.append(value.data(), static_cast<qsizetype>(value.size()));
    }

    void date(core::Date date) {
        // Shifted so that days before 1970 stay positive.
        number(static_cast<std::uint32_t>(date.dayNumber() - dayShift));
    }

    QByteArray bytes() const { return m_bytes; }

    static constexpr std::int32_t dayShift = -40'000; // in 1860, before every date that core::Date takes

private:
    // Seven bits a byte, lowest first, the high bit says that more follow.
    void number(std::uint32_t value) {
        while (value >= 0x80U) {
            m_bytes.append(static_cast<char>((value & 0x7fU) | 0x80U));
            value >>= 7U;
        }
        m_bytes.append(static_cast<char>(value));
    }

    QByteArray m_bytes;
};

class Reader {
public:
    explicit Reader(const QByteArray& bytes)
        : m_at(bytes.constData())
        , m_end(bytes.constData() + bytes.size()) {
        if (m_at == m_end || *m_at++ != layout)
            damaged();
    }

    std::string_view text() {
        const std::uint32_t length = number();
        if (length > static_cast<std::size_t>(m_end - m_at))
            damaged();
        const std::string_view value(m_at, length);
        m_at += length;
        return value;
    }

    core::Date date() {
        const std::uint32_t shifted = number();
        constexpr std::uint32_t afterEveryDate = 200'000;
        if (shifted > afterEveryDate)
            damaged();
        return core::Date::fromDayNumber(static_cast<std::int32_t>(shifted) + Writer::dayShift);
    }

    bool atEnd() const { return m_at == m_end; }

    void end() const {
        if (m_at != m_end)
            damaged();
    }

private:
    [[noreturn]] static void damaged() { throw StorageError(core::ErrorCode::fileDamaged, "sealed"); }

    std::uint32_t number() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 7) {
            if (m_at == m_end)
                damaged();
            const auto byte = static_cast<unsigned char>(*m_at++);
            value |= static_cast<std::uint32_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        damaged();
    }

    const char* m_at;
    const char* m_end;
};

core::Date dateOf(std::string_view iso) {
    const core::Result<core::Date> date = core::Date::fromIso(iso);
    if (!date)
        throw StorageError(core::ErrorCode::fileDamaged, "sealed");
    return *date;
}

} // namespace

QByteArray identityBytes(const core::Identity& identity) {
    Writer writer;
    writer.text(identity.surname);
    writer.text(identity.given);
    writer.date(identity.birthDate);
    writer.text(identity.recordNumber);
    writer.text(identity.title);
    return writer.bytes();
}

void readIdentity(const QByteArray& bytes, core::Identity& identity) {
    Reader reader(bytes);
    identity.surname = reader.text();
    identity.given = reader.text();
    identity.birthDate = reader.date();
    identity.recordNumber = reader.text();
    identity.title = reader.text();
    reader.end();
}

void readIdentity(const QByteArray& bytes, IndexRow& row) {
    Reader reader(bytes);
    row.surname = reader.text();
    row.given = reader.text();
    row.birthDate = reader.date();
    row.recordNumber = reader.text();
}

QByteArray detailBytes(const core::Patient& patient) {
    const core::Identity& identity = patient.identity;
    return textBytes({identity.telephone, identity.address, identity.documentLanguage, identity.note, patient.diagnosis,
                      patient.goal, patient.allergies,
                      patient.infantBirthDate ? patient.infantBirthDate->iso() : std::string()});
}

void readDetails(const QByteArray& bytes, core::Patient& patient) {
    Reader reader(bytes);
    patient.identity.telephone = reader.text();
    patient.identity.address = reader.text();
    patient.identity.documentLanguage = reader.text();
    patient.identity.note = reader.text();
    patient.diagnosis = reader.text();
    patient.goal = reader.text();
    patient.allergies = reader.text();
    // Rows written before migration 0004 end here.
    if (!reader.atEnd()) {
        if (const std::string born(reader.text()); !born.empty())
            patient.infantBirthDate = dateOf(born);
    }
    reader.end();
}

QByteArray textBytes(std::initializer_list<std::string_view> texts) {
    Writer writer;
    for (const std::string_view text : texts)
        writer.text(text);
    return writer.bytes();
}

std::vector<std::string> readTexts(const QByteArray& bytes, std::size_t count) {
    Reader reader(bytes);
    std::vector<std::string> texts;
    texts.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        texts.emplace_back(reader.text());
    reader.end();
    return texts;
}

QByteArray sealText(const Vault& vault, std::string_view context, const std::string& text) {
    return text.empty() ? QByteArray("") : vault.seal(context, textBytes({text}));
}

std::string openText(const Vault& vault, std::string_view context, const QByteArray& sealed) {
    return sealed.isEmpty() ? std::string() : std::move(readTexts(vault.open(context, sealed), 1).front());
}

} // namespace lento::storage
