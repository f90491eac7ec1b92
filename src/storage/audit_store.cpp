#include "storage/audit_store.h"

#include "storage/database.h"

#include <QCryptographicHash>

#include <initializer_list>
#include <string_view>

namespace lento::storage {

namespace {

// The row as it stands in the file: the chain can be checked without opening what is sealed.
struct SealedLine {
    std::int64_t seq = 0;
    std::string at, who, operation;
    std::optional<std::string> patient;
    std::string subject;
    QByteArray before, after, reason;
    std::string previousHash;
};

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// SHA-256 over the fields in order, each after its length, so that no two lines have the same input.
std::string hashOf(const SealedLine& line) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const std::string seq = std::to_string(line.seq);
    const std::string patient = line.patient ? "p" + *line.patient : std::string();
    for (const std::string_view field :
         {std::string_view(line.previousHash), std::string_view(seq), std::string_view(line.at),
          std::string_view(line.who), std::string_view(line.operation), std::string_view(patient),
          std::string_view(line.subject), viewOf(line.before), viewOf(line.after), viewOf(line.reason)}) {
        const std::string length = std::to_string(field.size()) + ':';
        hash.addData(QByteArrayView(length.data(), static_cast<qsizetype>(length.size())));
        hash.addData(QByteArrayView(field.data(), static_cast<qsizetype>(field.size())));
    }
    return hash.result().toHex().toStdString();
}

// A line's number is its id: sealed values do not open in another line, nor in another field of the same.
std::string contextOf(std::int64_t seq, std::string_view field) {
    return "audit/" + std::to_string(seq) + '/' + std::string(field);
}

constexpr std::string_view columns = "select seq, at, who, operation, patient_id, subject, before_sealed, after_sealed,"
                                     " reason_sealed, prev_hash, hash from audit";

SealedLine sealedLineOf(const Query& row) {
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.optionalText(4),
            row.text(5),    row.blob(6), row.blob(7), row.blob(8), row.text(9)};
}

AuditLine lineOf(const Vault& vault, const Query& row) {
    SealedLine sealed = sealedLineOf(row);
    AuditLine line;
    line.seq = sealed.seq;
    line.entry.at = std::move(sealed.at);
    line.entry.who = std::move(sealed.who);
    line.entry.operation = std::move(sealed.operation);
    if (sealed.patient)
        line.entry.patient = core::PatientId(*sealed.patient);
    line.entry.subject = std::move(sealed.subject);
    line.entry.before = vault.open(contextOf(line.seq, "before"), sealed.before);
    line.entry.after = vault.open(contextOf(line.seq, "after"), sealed.after);
    line.entry.reason = vault.open(contextOf(line.seq, "reason"), sealed.reason).toStdString();
    line.previousHash = std::move(sealed.previousHash);
    line.hash = row.text(10);
    return line;
}

} // namespace

std::int64_t AuditStore::append(const AuditEntry& entry) {
    const Vault& vault = m_database.vault();
    SealedLine line;
    {
        Query last = m_database.query("select seq, hash from audit order by seq desc limit 1");
        last.run();
        const bool hasLast = last.next();
        line.seq = hasLast ? last.integer(0) + 1 : 1;
        line.previousHash = hasLast ? last.text(1) : std::string();
    }
    line.at = entry.at;
    line.who = entry.who;
    line.operation = entry.operation;
    if (entry.patient)
        line.patient = entry.patient->text();
    line.subject = entry.subject;
    line.before = vault.seal(contextOf(line.seq, "before"), entry.before);
    line.after = vault.seal(contextOf(line.seq, "after"), entry.after);
    line.reason = vault.seal(contextOf(line.seq, "reason"), QByteArray::fromStdString(entry.reason));
    m_database.change(
        "insert into audit (seq, at, who, operation, patient_id, subject, before_sealed, after_sealed, reason_sealed,"
        " prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        line.seq, line.at, line.who, line.operation, line.patient, line.subject, line.before, line.after, line.reason,
        line.previousHash, hashOf(line));
    return line.seq;
}

void AuditStore::forEach(const std::function<bool(AuditLine&& line)>& visit) const {
    Query row = m_database.query(std::string(columns) + " order by seq");
    row.run();
    while (row.next())
        if (!visit(lineOf(m_database.vault(), row)))
            return;
}

std::vector<AuditLine> AuditStore::forPatient(const core::PatientId& patient) const {
    std::vector<AuditLine> lines;
    Query row = m_database.query(std::string(columns) + " where patient_id = ? order by seq");
    row.run(patient);
    while (row.next())
        lines.push_back(lineOf(m_database.vault(), row));
    return lines;
}

std::optional<std::int64_t> AuditStore::firstBroken() const {
    Query row = m_database.query(std::string(columns) + " order by seq");
    row.run();
    std::int64_t expected = 1;
    std::string previousHash;
    while (row.next()) {
        const SealedLine line = sealedLineOf(row);
        const std::string hash = row.text(10);
        if (line.seq != expected || line.previousHash != previousHash || hashOf(line) != hash)
            return expected;
        previousHash = hash;
        ++expected;
    }
    return std::nullopt;
}

} // namespace lento::storage
