#include "gui/visit_list.h"

#include "content/catalogue.h"
#include "gui/theme.h"
#include "wording/quantities.h"
#include "wording/sign_words.h"

#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>

namespace lento::gui {

namespace {

constexpr int keyRole = Qt::UserRole;

QString kindText(core::VisitKind kind) {
    switch (kind) {
    case core::VisitKind::clinic:
        return VisitList::tr("clinic");
    case core::VisitKind::telephone:
        return VisitList::tr("telephone");
    case core::VisitKind::ward:
        return VisitList::tr("ward");
    case core::VisitKind::home:
        return VisitList::tr("home");
    }
    return {};
}

} // namespace

const QString VisitList::draftKey = QStringLiteral("draft");

VisitList::VisitList(const content::Catalogue& catalogue, QWidget* parent)
    : QListView(parent)
    , m_catalogue(catalogue)
    , m_rows(new QStandardItemModel(this)) {
    setModel(m_rows);
    setAccessibleName(tr("Visits, newest first"));
    setFrameShape(QFrame::NoFrame);
    setWordWrap(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSpacing(em(*this, 0.15));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &VisitList::chosenAnother);
}

QString VisitList::summary(const core::Visit& visit) const {
    QStringList parts;
    if (const auto mean = core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf)) {
        const auto tenths = (*mean + 50) / 100; // rounded
        parts << tr("MAS %1").arg(QString::number(static_cast<double>(tenths) / 10));
    }
    if (visit.nrsTenths)
        parts << tr("NRS %1").arg(wording::nrsText(*visit.nrsTenths));
    for (const core::AdverseEffect& effect : visit.adverseEffects) {
        if (effect.grade == 0)
            continue;
        const auto kind =
            std::ranges::find(m_catalogue.adverseEffects(), effect.code, &content::AdverseEffectKind::code);
        const QString name = kind == m_catalogue.adverseEffects().end()
                                 ? QString::fromStdString(effect.text.empty() ? effect.code : effect.text)
                                 : wording::signText(kind->name).toLower();
        parts << tr("%1 grade %2").arg(name).arg(effect.grade);
    }
    if (visit.falls.value_or(0) > 0)
        parts << tr("falls");
    return parts.join(QStringLiteral(" · "));
}

void VisitList::setVisits(const std::vector<core::Visit>& visits, const std::optional<core::Visit>& draft) {
    const QSignalBlocker quiet(selectionModel());
    m_rows->clear();
    const auto add = [this](const core::Visit& visit, const QString& head, const QString& key) {
        const QString found = summary(visit);
        auto* item = new QStandardItem(found.isEmpty() ? head : head + QLatin1Char('\n') + found);
        item->setData(key, keyRole);
        m_rows->appendRow(item);
    };
    if (draft)
        add(*draft, tr("%1 · draft, kept").arg(wording::clinicalDate(draft->on)), draftKey);
    for (auto visit = visits.rbegin(); visit != visits.rend(); ++visit)
        if (!visit->draft && (!draft || visit->id != draft->id))
            add(*visit, QStringLiteral("%1 · %2").arg(wording::clinicalDate(visit->on), kindText(visit->kind)),
                QString::fromStdString(visit->id.text()));
}

QString VisitList::chosen() const {
    return currentIndex().data(keyRole).toString();
}

void VisitList::choose(const QString& key) {
    const QSignalBlocker quiet(selectionModel());
    for (int row = 0; row < m_rows->rowCount(); ++row)
        if (!key.isEmpty() && m_rows->item(row)->data(keyRole).toString() == key)
            setCurrentIndex(m_rows->index(row, 0));
}

bool VisitList::chooseNewest() {
    if (m_rows->rowCount() == 0)
        return false;
    setCurrentIndex(m_rows->index(0, 0));
    return true;
}

} // namespace lento::gui
