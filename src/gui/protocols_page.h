// ProtocolsPage is the settings' page of the protocols that new plans may follow: the built-in ones, which are never
// edited, and the clinic's own, of which every change is a new version (DAT-1). Nothing counts until the settings are
// saved.
#pragma once

#include "core/clinic_set.h"
#include "gui/settings_page.h"
#include "gui/workplace.h"

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace lento::gui {

class ClinicEdits;

class ProtocolsPage : public SettingsPage {
    Q_OBJECT
public:
    ProtocolsPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent = nullptr);

    QString title() const override;
    bool isChanged() const override;
    // Offering a use that is outside the label in the clinic's region is agreed to first.
    bool confirm() override;
    core::Result<void> save() override;

public Q_SLOTS:
    void copyProtocol();
    void changeProtocol();
    void importProtocol();
    void exportProtocol();

private:
    struct Row {
        core::Protocol now;                   // as new plans would follow it
        std::optional<core::Protocol> stored; // built-in, or the newest version in the file
        std::vector<core::Protocol> earlier;  // versions of the clinic's own that plans may still follow
        std::optional<bool> chosenBefore;
        std::optional<bool> chosen;
        bool isAdopted() const { return !stored || !(*stored == now); }
        bool isEnabled() const { return chosen.value_or(now.enabled); }
        bool wasEnabled() const { return stored && chosenBefore.value_or(stored->enabled); }
    };

    void read();
    void fill();
    void followSelection();
    Row* current();
    Row* rowOf(const std::string& id);
    const core::Indication* useOf(const core::Protocol& protocol) const;
    bool isOffLabel(const core::Protocol& protocol) const;
    QString offLabelText(const core::Protocol& protocol) const;
    QString detailText(const Row& row) const;
    // The clinic's catalogue with what was adopted here and is not saved yet.
    content::Catalogue known() const;
    std::vector<core::Protocol> adopted() const;
    // Takes what the dialog gave and selects it.
    void adopt(const core::Protocol& protocol);

    const Workplace& m_workplace;
    ClinicEdits& m_edits;
    std::vector<Row> m_rows;
    std::vector<core::ProtocolChoice> m_choices;
    QTableWidget* m_table;
    QLabel* m_detail;
    QPushButton* m_copy;
    QPushButton* m_change;
    QPushButton* m_import;
    QPushButton* m_export;
    bool m_filling = false;
};

} // namespace lento::gui
