#include "gui/patient_pages.h"

#include "gui/calendar_page.h"
#include "gui/documents_page.h"
#include "gui/overview_page.h"
#include "gui/plan_page.h"
#include "gui/pump_page.h"
#include "gui/visits_page.h"

#include <QCoreApplication>

#include <array>

namespace lento::gui {

namespace {

template <class Page>
PatientPage* make(const Workplace& workplace, QWidget* parent) {
    return new Page(workplace, parent);
}

const std::array kinds{
    PatientPageKind{PageId::overview, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "Overview"), make<OverviewPage>},
    PatientPageKind{PageId::plan, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "Plan"), make<PlanPage>},
    PatientPageKind{PageId::calendar, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "Calendar"), make<CalendarPage>},
    PatientPageKind{PageId::visits, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "Visits"), make<VisitsPage>},
    PatientPageKind{PageId::pump, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "Pump"), make<PumpPage>},
    PatientPageKind{PageId::documents, QT_TRANSLATE_NOOP("lento::gui::PatientPage", "Documents"), make<DocumentsPage>},
};

} // namespace

std::span<const PatientPageKind> patientPageKinds() {
    return kinds;
}

QString pageTitle(const PatientPageKind& kind) {
    return QCoreApplication::translate("lento::gui::PatientPage", kind.title);
}

} // namespace lento::gui
