// The lists that a clinic keeps beside the shipped ones, products and protocols, are saved alike: choices that somebody
// else changed meanwhile are refused, and the audit trail keeps the whole list before and after.
#pragma once

#include "app/session.h"
#include "core/result.h"

#include <QByteArray>

#include <functional>
#include <string>
#include <vector>

namespace lento::app {

// Part of an operation: the choices as they are now, unless they are no longer those that were read. Store: the one
// that keeps them; kind: what the error names.
template <class Store, class Choice>
core::Result<void> storeChoices(Store& store, const std::vector<Choice>& choices, const std::vector<Choice>& then,
                                const char* kind, const std::string& who, const std::string& at) {
    if (!choices.empty() && store.choices() != then)
        return core::failure(core::ErrorCode::recordChanged, kind);
    for (const Choice& choice : choices)
        store.choose(choice, who, at);
    return {};
}

// One operation whose audit line holds `state` before and after `write`.
core::Result<void> performAudited(Session& session, Operation operation,
                                  const std::function<QByteArray(storage::Database&)>& state,
                                  const std::function<core::Result<void>(storage::Database&)>& write);

} // namespace lento::app
