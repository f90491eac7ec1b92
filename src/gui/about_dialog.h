// AboutDialog says what Lento is, what it is not, which rules it holds, and which keys it knows.
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class AboutDialog;
}

namespace lento::content {
class Catalogue;
}

namespace lento::gui {

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    AboutDialog(const content::Catalogue& catalogue, QWidget* parent = nullptr);
    ~AboutDialog() override;

private:
    std::unique_ptr<Ui::AboutDialog> m_form;
};

} // namespace lento::gui
