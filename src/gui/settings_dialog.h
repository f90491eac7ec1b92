// SettingsDialog is the clinic's settings, one page for each subject, saved together or left as they were.
#pragma once

#include "gui/workplace.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace lento::gui {

class FieldNote;
class SettingsPage;

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(const Workplace& workplace, QWidget* parent = nullptr);

    const QList<SettingsPage*>& pages() const noexcept { return m_pages; }
    void showPage(const SettingsPage& page);
    // The page of that type; nothing if there is none.
    template <class Page>
    Page* page() const {
        for (SettingsPage* each : m_pages) {
            if (auto* found = qobject_cast<Page*>(each))
                return found;
        }
        return nullptr;
    }

public Q_SLOTS:
    void accept() override;
    void reject() override;

private:
    void add(SettingsPage* page);
    bool isChanged() const;
    void showState();

    const Workplace& m_workplace;
    QList<SettingsPage*> m_pages;
    QListWidget* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    FieldNote* m_note = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace lento::gui
