// What is sealed of a patient, as compact bytes: the identity that the list needs, and the details that only the record
// does.
//
// A first byte counts the layout; texts are UTF-8 after their length, dates are day numbers. Reading throws
// StorageError fileDamaged for bytes that are no such value.
#pragma once

#include "core/patient.h"
#include "storage/patient_store.h"
#include "storage/vault.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace lento::storage {

// Surname, given name, title, birth date, record number.
QByteArray identityBytes(const core::Identity& identity);
void readIdentity(const QByteArray& bytes, core::Identity& identity);
void readIdentity(const QByteArray& bytes, IndexRow& row);

// The rest of the identity, diagnosis, goal, allergies.
QByteArray detailBytes(const core::Patient& patient);
void readDetails(const QByteArray& bytes, core::Patient& patient);

// Any texts, such as a visit's note and decision.
QByteArray textBytes(std::initializer_list<std::string_view> texts);
// As many texts as were written.
std::vector<std::string> readTexts(const QByteArray& bytes, std::size_t count);

// One free text; where there is none nothing is sealed, and the column stays empty.
QByteArray sealText(const Vault& vault, std::string_view context, const std::string& text);
std::string openText(const Vault& vault, std::string_view context, const QByteArray& sealed);

} // namespace lento::storage
