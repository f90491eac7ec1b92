// NewClinicDialog asks what a clinic prints on its pages and which medicines it can get; only the name is needed to
// begin.
#pragma once

#include "app/session.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NewClinicDialog;
}

namespace lento::gui {

class NewClinicDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewClinicDialog(QWidget* parent = nullptr);
    ~NewClinicDialog() override;

    app::NewClinic clinic() const;

public Q_SLOTS:
    void accept() override;

private:
    std::unique_ptr<Ui::NewClinicDialog> m_form;
};

} // namespace lento::gui
