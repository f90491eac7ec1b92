// ProtocolPreviewCard shows what a protocol makes before anybody uses it: its steps for someone whom it is meant for,
// and what TIT-6 to TIT-9 say of them.
#pragma once

#include "core/calendar.h"
#include "core/protocol.h"
#include "gui/card.h"

#include <optional>

class QTableWidget;

namespace lento::content {
class Catalogue;
}

namespace lento::gui {

class ProtocolPreviewCard : public Card {
    Q_OBJECT
public:
    ProtocolPreviewCard(const content::Catalogue& catalogue, core::Date today, QWidget* parent = nullptr);

    // Nothing: the protocol cannot be read yet.
    void preview(const std::optional<core::Protocol>& protocol);
    int stepCount() const;
    int findingCount() const noexcept { return m_findingCount; }

private:
    void clearFindings();

    const content::Catalogue& m_catalogue;
    core::Date m_today;
    QLabel* m_whom;
    QTableWidget* m_steps;
    QLabel* m_fine;
    QVBoxLayout* m_findings;
    int m_findingCount = 0;
};

} // namespace lento::gui
