// A protocol file is a protocol as one JSON object (resources/protocols/protocol.schema.json): units in its keys, every
// problem named with file and field.
//
// A number that a rule holds may be named by the rule ("start_mg_per_kg": "PED-1") instead of being written again.
#pragma once

#include "core/protocol.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <string>
#include <vector>

namespace lento::core {
struct RuleNumbers;
}

namespace lento::content {

class Catalogue;
class JsonTrouble;

// The fields by themselves; whether rules, sources and indications are known is asked elsewhere.
core::Protocol readProtocol(const QJsonObject& object, const std::string& file, const core::RuleNumbers& numbers,
                            JsonTrouble& trouble);

// One file, against what is known. Errors: those of JsonReader, notFound (rule, source, indication, based_on),
// conflictingFields ("id" of a shipped protocol; "based_on" that leads back to itself).
core::Result<core::Protocol> protocolFromFile(const QByteArray& text, const std::string& file, const Catalogue& known);
// A protocol made elsewhere than in a file, held to the same; the subject of an error is the field alone.
core::Result<void> checkProtocol(const core::Protocol& protocol, const Catalogue& known);
// All *.json of a folder, in the order of their names; one that is wrong refuses them all, for they may rest on it.
core::Result<std::vector<core::Protocol>> protocolsInFolder(const QString& folder, const Catalogue& known);

// What protocolFromFile reads back as the same protocol.
QByteArray protocolFile(const core::Protocol& protocol);

} // namespace lento::content
