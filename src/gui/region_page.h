// RegionPage is the settings' page on which a clinic says whose labels apply: it shows what each region changes, and
// before another is saved which plans are then judged otherwise. No block is loosened in silence.
#pragma once

#include "app/region_impact.h"
#include "gui/settings_page.h"
#include "gui/workplace.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QListWidget;
class QSemaphore;

namespace lento::gui {

class ClinicEdits;

class RegionPage : public SettingsPage {
    Q_OBJECT
public:
    RegionPage(const Workplace& workplace, ClinicEdits& edits, QWidget* parent = nullptr);
    ~RegionPage() override;

    QString title() const override;
    bool isChanged() const override;
    bool confirm() override;
    core::Result<void> save() override;
    // False while the plans are being looked through.
    bool isJudged() const noexcept { return m_reading == nullptr; }

Q_SIGNALS:
    void plansJudged();

private:
    using Labels = std::pair<core::Region, bool>; // and the option of SAF-4

    void follow();
    void showDifferences();
    void judgePlans();
    void stopJudging();
    void showPlans(const core::Result<std::vector<app::PlanJudgedOtherwise>>& plans);
    content::Catalogue catalogueOf(const core::Clinic& clinic) const;
    bool isOther() const;
    QStringList softerRules() const;

    const Workplace& m_workplace;
    ClinicEdits& m_edits;
    QButtonGroup* m_regions;
    QCheckBox* m_epilepsy;
    QWidget* m_table = nullptr;
    QLabel* m_plansNote;
    QListWidget* m_plans;
    std::optional<Labels> m_shown;
    std::optional<Labels> m_shownStored;
    std::optional<std::vector<app::PlanJudgedOtherwise>> m_plansThen; // nothing while they are looked through
    std::shared_ptr<QSemaphore> m_reading;                            // released by the worker
    std::shared_ptr<app::TaskMonitor> m_task;
};

} // namespace lento::gui
