#include "gui/patient_pages.h"

#include "gui/calendar_page.h"
#include "gui/overview_page.h"
#include "gui/plan_page.h"

#include <QCoreApplication>

#include <array>

namespace lento::gui {

namespace {

template <class Page>
PatientPage* make(const Workplace& workplace, QWidget* parent) {
    return new Page(workplace, parent);
}

const std::array kinds{
    PatientPageKind{PageId::overview, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "&Overview"), make<OverviewPage>},
    PatientPageKind{PageId::plan, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "P&lan"), make<PlanPage>},
    PatientPageKind{PageId::calendar, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "&Calendar"), make<CalendarPage>},
};

} // namespace

std::span<const PatientPageKind> patientPageKinds() {
    return kinds;
}

QString pageTitle(const PatientPageKind& kind) {
    return QCoreApplication::translate("lento::gui::PatientPage", kind.title);
}

} // namespace lento::gui
