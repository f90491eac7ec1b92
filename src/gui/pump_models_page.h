// PumpModelsPage is the settings' page of pump models: the shipped ones and the clinic's own, with the constants that
// refill dates and boluses follow from, and who confirmed them (ITB-13 to ITB-17). Nothing counts until the settings
// are saved.
#pragma once

#include "app/pumps.h"
#include "gui/settings_page.h"
#include "gui/workplace.h"

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace lento::gui {

class PumpModelsPage : public SettingsPage {
    Q_OBJECT
public:
    explicit PumpModelsPage(const Workplace& workplace, QWidget* parent = nullptr);

    QString title() const override;
    bool isChanged() const override;
    core::Result<void> save() override;

public Q_SLOTS:
    void addModel();
    // The constants of the chosen one, and whether they were compared with the manual.
    void editModel();

private:
    struct Row {
        app::ClinicPumpModel stored; // as in the file, or as shipped
        core::PumpModel now;         // as it would be saved
        bool isNew = false;
        bool confirms = false; // now, or before and unchanged since
        bool isChanged() const { return isNew || now != stored.model || confirms != stored.model.isConfirmed(); }
    };

    void read();
    void fill();
    QStringList namesBut(const Row* row) const;
    QString stateText(const Row& row) const;

    const Workplace& m_workplace;
    std::vector<Row> m_rows;
    QTableWidget* m_table;
    QLabel* m_state;
    QPushButton* m_add;
    QPushButton* m_edit;
};

} // namespace lento::gui
