#include "app/clinic_lists.h"

namespace lento::app {

core::Result<void> performAudited(Session& session, Operation operation,
                                  const std::function<QByteArray(storage::Database&)>& state,
                                  const std::function<core::Result<void>(storage::Database&)>& write) {
    const core::Result<ChangeSet> done =
        session.perform(operation, {}, [&](storage::Database& database, AuditNote& note) {
            note.before = state(database);
            core::Result<void> written = write(database);
            note.after = state(database);
            return written;
        });
    return done ? core::Result<void>() : core::failure(done.error());
}

} // namespace lento::app
