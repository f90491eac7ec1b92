// VisitList shows a patient's visits, newest first, the one being written above them, each with what was found.
#pragma once

#include "core/visit.h"

#include <QListView>

#include <optional>
#include <vector>

class QStandardItemModel;

namespace lento::content {
class Catalogue;
}

namespace lento::gui {

class VisitList : public QListView {
    Q_OBJECT
public:
    // The key of the visit that is being written, which may have no id yet; a stored visit's is its id.
    static const QString draftKey;

    explicit VisitList(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // Says nothing of what is chosen then.
    void setVisits(const std::vector<core::Visit>& visits, const std::optional<core::Visit>& draft);
    // The key of the row chosen, empty for none.
    QString chosen() const;
    // Without a signal; nothing happens where no row has that key.
    void choose(const QString& key);
    // False for an empty list.
    bool chooseNewest();

Q_SIGNALS:
    void chosenAnother();

private:
    QString summary(const core::Visit& visit) const;

    const content::Catalogue& m_catalogue;
    QStandardItemModel* m_rows;
};

} // namespace lento::gui
