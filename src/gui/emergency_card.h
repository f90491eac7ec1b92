// EmergencyCard shows what to do, the signs and the number to call in an emergency, and can be printed (VIS-1, AE-4,
// WDL-4).
#pragma once

#include <QDialog>
#include <QFrame>

#include <string>

namespace lento::gui {

class EmergencyCard : public QFrame {
    Q_OBJECT
public:
    // clinicNumber: as the clinic gave it; may be empty.
    explicit EmergencyCard(const std::string& clinicNumber, QWidget* parent = nullptr);

Q_SIGNALS:
    void printRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
};

// The card by itself, for an emergency that no visit is written about.
class EmergencyDialog : public QDialog {
    Q_OBJECT
public:
    explicit EmergencyDialog(const std::string& clinicNumber, QWidget* parent = nullptr);

Q_SIGNALS:
    void printRequested();
};

} // namespace lento::gui
