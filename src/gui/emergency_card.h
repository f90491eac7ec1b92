// EmergencyCard shows what to do, the signs and whom to call in an emergency, and can be printed (VIS-1, AE-4, WDL-4;
// of a pump ITB-19, ITB-20).
//
// What to do comes first and largest, and is seen without scrolling at any size of the letters.
#pragma once

#include "core/clinic.h"
#include "wording/emergency_words.h"

#include <QDialog>
#include <QFrame>
#include <QStringList>

#include <span>

class QVBoxLayout;

namespace lento::gui {

struct EmergencyContent {
    QString title;
    QString who;                                         // the patient; may be empty
    std::span<const wording::EmergencySection> sections; // the first says what to do now
    QStringList facts;                                   // below that: telephone numbers, the pump
    QString closing;                                     // what else matters for this patient; may be empty
    std::string number;                                  // the clinic's emergency number; may be empty
};
// Of baclofen by mouth, with the clinic's telephone numbers; what is not recorded says so.
EmergencyContent emergencyContent(const core::Clinic& clinic);
// "Clinic: 01 555 0100 · out of hours: not recorded"
QString emergencyTelephones(const core::Clinic& clinic);

class EmergencyCard : public QFrame {
    Q_OBJECT
public:
    // A card in a page has its own button to print it; in a dialog the button stands below, where it is always seen.
    enum class Button : bool { none, print };
    EmergencyCard(const EmergencyContent& content, Button button, QWidget* parent = nullptr);

Q_SIGNALS:
    void printRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addSection(QVBoxLayout& layout, const wording::EmergencySection& section, const std::string& number,
                    bool isFirst);
};

// The card by itself, for an emergency that no visit is written about.
class EmergencyDialog : public QDialog {
    Q_OBJECT
public:
    explicit EmergencyDialog(const EmergencyContent& content, QWidget* parent = nullptr);

Q_SIGNALS:
    void printRequested();
};

} // namespace lento::gui
