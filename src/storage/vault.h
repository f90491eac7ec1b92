// A Vault seals what could tell who a patient is, bound to the row it stands in, before it reaches the clinic file.
//
// context is the row's id: a sealed value copied to another row does not open. ClearVault is the codec of a clinic
// without a key: it keeps the bytes as they are, and its name says so.
#pragma once

#include <QByteArray>

#include <string_view>

namespace lento::storage {

class Vault {
public:
    virtual ~Vault() = default;
    virtual QByteArray seal(std::string_view context, const QByteArray& plain) const = 0;
    // Throws StorageError fileDamaged when the value was not sealed for this row.
    virtual QByteArray open(std::string_view context, const QByteArray& sealed) const = 0;
};

class ClearVault final : public Vault {
public:
    QByteArray seal(std::string_view, const QByteArray& plain) const override { return plain; }
    QByteArray open(std::string_view, const QByteArray& sealed) const override { return sealed; }
};

} // namespace lento::storage
