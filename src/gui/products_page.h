// ProductsPage is the settings' page of what new plans are offered: the shipped products, which are never edited, and
// the clinic's own (FRM-1). Nothing counts until the settings are saved.
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

class ProductsPage : public SettingsPage {
    Q_OBJECT
public:
    ProductsPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent = nullptr);

    QString title() const override;
    bool isChanged() const override;
    core::Result<void> save() override;

public Q_SLOTS:
    void addProduct();
    void editProduct();
    // Takes a product out of new plans for ever; one that was added by mistake and is used nowhere is removed instead.
    void retireProduct();

private:
    struct Row {
        core::Product product;
        std::optional<core::ClinicProduct> stored; // the clinic's own, as it is in the file
        core::ClinicProduct own;                   // as it would be saved
        bool isOwn = false;
        bool isInUse = false;
        bool retires = false;
        bool removes = false;
        std::optional<bool> chosenBefore;
        std::optional<bool> chosen;
        bool isRetired() const { return isOwn && (retires || own.isRetired()); }
    };

    void read();
    void fill();
    void followSelection();
    bool isOffered(const Row& row) const;
    Row* current();
    QStringList namesBut(const Row* row) const;

    const Workplace& m_workplace;
    ClinicEdits& m_edits;
    std::vector<Row> m_rows;
    std::vector<core::ProductChoice> m_choices;
    QTableWidget* m_table;
    QLabel* m_none;
    QPushButton* m_add;
    QPushButton* m_edit;
    QPushButton* m_retire;
    bool m_filling = false;
};

} // namespace lento::gui
