// A Workplace is what every page is given: the open clinic, the shipped data, the day, and the one way to ask or tell a
// person.
#pragma once

#include "app/record.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "core/calendar.h"

#include <memory>

namespace lento::gui {

class DialogHost;

struct Workplace {
    app::Session& session;
    const content::Catalogue& catalogue;
    DialogHost& dialogs;

    core::Date today() const { return session.today(); }
};

// Shared by all pages of the open patient; replaced whole after each change.
using RecordPointer = std::shared_ptr<const app::PatientRecord>;

} // namespace lento::gui
