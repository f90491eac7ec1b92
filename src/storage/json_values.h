// Core values to JSON and back without loss: amounts are integer nanograms, dates ISO text, names those of the
// database.
//
// Reading throws StorageError fileDamaged naming the key that is missing, of another type, or unknown.
#pragma once

#include "core/clinic_set.h"
#include "core/decided_visit.h"
#include "core/finding.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/pump_record.h"
#include "core/visit.h"
#include "storage/clinic_store.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace lento::storage {

QJsonObject toJson(const core::Product& product);
QJsonObject toJson(const core::ProductSet& products);
QJsonObject toJson(const core::Protocol& protocol);
QJsonObject toJson(const core::PlanInputs& inputs);
QJsonObject toJson(const core::Step& step);
QJsonObject toJson(const core::Plan& plan);
QJsonObject toJson(const core::Finding& finding);
QJsonObject toJson(const core::Revision& revision);
QJsonObject toJson(const core::Visit& visit);
QJsonObject toJson(const core::Patient& patient);
QJsonObject toJson(const core::DecidedVisit& decided); // for the audit trail; read back from its table
QJsonObject toJson(const core::DiaryDay& day);
QJsonObject toJson(const Clinic& clinic);
QJsonObject toJson(const core::ClinicProduct& product); // for the audit trail
QJsonArray toJson(const std::vector<core::Input>& inputs);
QJsonObject toJson(const core::PumpModel& model);
QJsonObject toJson(const core::PumpTrial& trial);
QJsonObject toJson(const core::PumpImplant& implant);
QJsonObject toJson(const core::PumpSetting& setting);
QJsonObject toJson(const core::PumpRefill& refill);

core::Product productFromJson(const QJsonObject& json);
core::ProductSet productSetFromJson(const QJsonObject& json);
core::Protocol protocolFromJson(const QJsonObject& json);
core::PlanInputs planInputsFromJson(const QJsonObject& json);
core::Step stepFromJson(const QJsonObject& json);
core::Plan planFromJson(const QJsonObject& json);
core::Finding findingFromJson(const QJsonObject& json);
core::Revision revisionFromJson(const QJsonObject& json);
core::Visit visitFromJson(const QJsonObject& json);
core::Patient patientFromJson(const QJsonObject& json);
core::PumpModel pumpModelFromJson(const QJsonObject& json);
core::PumpTrial pumpTrialFromJson(const QJsonObject& json);
core::PumpImplant pumpImplantFromJson(const QJsonObject& json);
core::PumpSetting pumpSettingFromJson(const QJsonObject& json);
core::PumpRefill pumpRefillFromJson(const QJsonObject& json);
std::vector<core::Input> inputsFromJson(const QJsonArray& json);

// A finding's fingerprint as 16 hexadecimal digits.
std::string fingerprintText(std::uint64_t fingerprint);
std::uint64_t fingerprintOf(std::string_view text);

// Compact UTF-8 text, keys in alphabetical order: the same value gives the same bytes.
QByteArray jsonText(const QJsonObject& json);
QByteArray jsonText(const QJsonArray& json);
// Errors: fileDamaged when it is no JSON object.
QJsonObject jsonObject(const QByteArray& text);
QJsonArray jsonArray(const QByteArray& text);

} // namespace lento::storage
