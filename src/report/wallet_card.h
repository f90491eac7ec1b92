// The card of a pump for the wallet: bank-card size, two halves folded on one line, with the pump, drug, concentration,
// dose, refill and alarm day, whom to call, what the alarm means and when to go to hospital (PAT-16, ITB-15, ITB-19).
#pragma once

#include "core/result.h"
#include "report/document.h"
#include "report/pump_sheet.h"
#include "wording/doc_locale.h"

#include <string_view>

namespace lento::report {

inline constexpr std::string_view walletCardId = "wallet-card"; // stored with each print

// Errors: proofFailed (pump_proof.h), missingResource.
core::Result<Document> walletCard(const PumpSheetInput& input, const wording::DocLocale& locale);

} // namespace lento::report
