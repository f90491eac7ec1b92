// PastValues lists what was measured before, newest first, so that a value that was never so can be put right or taken
// away; nothing happens before the form is saved.
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lento::gui {

class PastValues : public QWidget {
    Q_OBJECT
public:
    // open: the words of the button that shows the list ("Earlier weights").
    explicit PastValues(const QString& open, QWidget* parent = nullptr);

    // "02-Jan-2026: 68.5 kg", newest first. Without any the whole list is hidden.
    void setValues(const QStringList& values);
    // By their place in the list.
    QList<int> removed() const;
    // As if its button were pressed.
    void remove(int index);

Q_SIGNALS:
    void edited();
    // The value is to be typed anew; the old one is marked as removed.
    void correctionRequested(int index);

private:
    struct Row {
        QLabel* text = nullptr;
        QPushButton* correct = nullptr;
        QPushButton* remove = nullptr;
        QString value;
        bool isRemoved = false;
    };
    void addRow(const QString& value);
    void mark(int index, bool removed);

    QPushButton* m_open = nullptr;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_rowsLayout = nullptr;
    QList<Row> m_rows;
};

} // namespace lento::gui
