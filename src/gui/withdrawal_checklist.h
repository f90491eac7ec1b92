// WithdrawalChecklist asks for danger at a visit: red flags as ticks, and while a taper runs or after a sudden stop the
// signs of withdrawal with what was measured (AE-4, WDL, REN-7).
#pragma once

#include "app/withdrawal_check.h"
#include "content/catalogue.h"
#include "core/visit.h"

#include <QWidget>

#include <optional>
#include <string>
#include <utility>
#include <vector>

class QCheckBox;
class QLabel;

namespace lento::gui {

class TenthsEdit;
class WholeNumberEdit;

class WithdrawalChecklist : public QWidget {
    Q_OBJECT
public:
    explicit WithdrawalChecklist(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    void setVisit(const core::Visit& visit);
    // Writes what is ticked and typed into the visit.
    void fill(core::Visit& visit) const;
    void setReadOnly(bool readOnly);
    // Whether the signs of withdrawal are asked for, and the flags that count with weak kidneys only.
    void ask(bool withdrawal, bool lowKidney);
    // After which step they are asked for, and when they were last answered (WDL-5); nothing where none is watched.
    void setOccasion(const std::optional<app::WithdrawalCheck>& check);
    // Tells in place what cannot be read and goes to it; true when everything can.
    bool check();

Q_SIGNALS:
    void edited();

private:
    void touched();
    using Ticks = std::vector<std::pair<std::string, QCheckBox*>>;
    // "None" and a sign cannot both be ticked.
    void keepNoneApart(const Ticks& ticks, QCheckBox& none, const QCheckBox& box, bool on);
    void connectTicks(const Ticks& ticks, QCheckBox& none);

    Ticks m_flags;
    QCheckBox* m_noFlags;
    std::vector<QCheckBox*> m_lowKidneyFlags;
    Ticks m_signs;
    QCheckBox* m_noSigns;
    QWidget* m_withdrawal;
    QLabel* m_occasion;
    TenthsEdit* m_temperature;
    WholeNumberEdit* m_pulse;
    TenthsEdit* m_creatineKinase;
    WholeNumberEdit* m_stopped;
    bool m_setting = false;
};

} // namespace lento::gui
