#include "gui/about_dialog.h"

#include "content/catalogue.h"
#include "gui/theme.h"
#include "ui_about_dialog.h"

#include <QCoreApplication>
#include <QIcon>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

AboutDialog::AboutDialog(const content::Catalogue& catalogue, QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::AboutDialog>()) {
    m_form->setupUi(this);
    const int size = em(*this, 3.5);
    m_form->iconLabel->setPixmap(QIcon(u":/lento/icons/lento.svg"_s).pixmap(size, size));
    setMinimumWidth(em(*this, 36));
    setTextKind(*m_form->nameLabel, TextKind::title);
    setTextKind(*m_form->keysCaption, TextKind::caption);
    setTextKind(*m_form->licenceLabel, TextKind::small);
    m_form->versionLabel->setText(
        tr("Version %1 · rule set %2, %n rules", nullptr, static_cast<int>(catalogue.rules().size()))
            .arg(QCoreApplication::applicationVersion(), QString::fromStdString(catalogue.ruleSetVersion())));
}

AboutDialog::~AboutDialog() = default;

} // namespace lento::gui
