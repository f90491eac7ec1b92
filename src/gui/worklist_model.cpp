#include "gui/worklist_model.h"

#include "wording/due_words.h"
#include "wording/quantities.h"

namespace lento::gui {

namespace {

Tone toneOf(core::Urgency urgency) {
    switch (urgency) {
    case core::Urgency::urgent:
        return Tone::critical;
    case core::Urgency::due:
        return Tone::caution;
    case core::Urgency::coming:
        return Tone::information;
    }
    return Tone::neutral;
}

} // namespace

WorklistModel::WorklistModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void WorklistModel::setCanMark(bool canMark) {
    beginResetModel();
    m_canMark = canMark;
    endResetModel();
}

void WorklistModel::setEntries(std::vector<app::WorklistEntry> entries, core::Date today) {
    beginResetModel();
    m_entries = std::move(entries);
    m_today = today;
    endResetModel();
}

int WorklistModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int WorklistModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_canMark ? columns : done;
}

QString WorklistModel::text(const app::WorklistEntry& entry, int column) const {
    switch (column) {
    case when:
        return wording::dueWhen(entry.item, m_today);
    case patient: {
        core::Identity identity;
        identity.surname = entry.surname;
        identity.given = entry.given;
        return wording::nameText(identity);
    }
    case toDo:
        return wording::dueToDo(entry.item);
    case because:
        return wording::dueBecause(entry.item);
    case rule: {
        const std::string_view id = entry.item.rule.text();
        return QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()));
    }
    case open:
        return tr("Open");
    case done:
        return tr("Done");
    case later:
        return tr("Later…");
    default:
        return {};
    }
}

QVariant WorklistModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::WorklistEntry& entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == because ? text(entry, because) : QVariant();
    case Qt::AccessibleTextRole:
        // A cell that acts says on what.
        return index.column() >= open ? QStringLiteral("%1: %2, %3")
                                            .arg(text(entry, index.column()), text(entry, patient), text(entry, toDo))
               : index.column() == when
                   ? QStringLiteral("%1, %2").arg(wording::urgencyText(entry.item.urgency), text(entry, when))
                   : QVariant();
    case ToneRole:
        return static_cast<int>(toneOf(entry.item.urgency));
    case ActionRole:
        return index.column() >= open;
    default:
        return {};
    }
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case when:
        return tr("When");
    case patient:
        return tr("Patient");
    case toDo:
        return tr("To do");
    case because:
        return tr("Because");
    case rule:
        return tr("Rule");
    default:
        return QString();
    }
}

} // namespace lento::gui
