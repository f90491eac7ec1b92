#include "gui/step_model.h"

#include "core/dispense.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <algorithm>

namespace lento::gui {

namespace {

// Figures stand under each other by their last digit.
QVariant alignmentOf(StepModel::Column kind) {
    using Column = StepModel::Column;
    const bool figure = kind == Column::days || kind == Column::dose || kind == Column::daily || kind == Column::change;
    return QVariant((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

QString tabletsADay(const core::DoseSplit& split, const core::ProductSet& products) {
    if (!products.hasProducts())
        return {};
    std::vector<core::Pieces> day;
    for (int i = 0; i < split.dosesPerDay(); ++i) {
        const auto pieces = core::dispense(split.at(i), products);
        if (!pieces)
            return StepModel::tr("cannot be made");
        for (const core::Pieces& piece : *pieces) {
            const auto same = std::ranges::find(day, piece.product, &core::Pieces::product);
            if (same == day.end()) {
                day.push_back(piece);
            } else {
                same->whole += piece.whole;
                same->half += piece.half;
                same->volume = same->volume + piece.volume;
            }
        }
    }
    // The strongest first, halves counted: "5 × 10 mg + 1 × half 10 mg".
    std::ranges::sort(day, [&](const core::Pieces& a, const core::Pieces& b) {
        return products.products()[a.product].strength > products.products()[b.product].strength;
    });
    QStringList parts;
    for (const core::Pieces& piece : day) {
        const core::Product& product = products.products()[piece.product];
        if (!piece.volume.isZero())
            parts << wording::volumeText(piece.volume);
        if (piece.whole > 0)
            parts << StepModel::tr("%1 × %2").arg(piece.whole).arg(wording::doseText(product.strength));
        if (piece.half > 0)
            parts << StepModel::tr("%1 × half %2").arg(piece.half).arg(wording::doseText(product.strength));
    }
    return parts.join(QStringLiteral(" + "));
}

StepModel::StepModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void StepModel::setView(const app::PlanView& view, std::optional<core::DailyDose> doseBefore,
                        core::Date firstEditable) {
    // While a slider moves only the numbers change; keeping rows and columns keeps the selection and costs one repaint.
    int widest = 1;
    for (const core::Step& each : view.plan.steps)
        widest = std::max(widest, each.split.dosesPerDay());
    const std::span<const core::DayPart> parts = core::dayParts(widest);
    const bool sameShape =
        m_view && m_view->plan.steps.size() == view.plan.steps.size() && std::ranges::equal(m_parts, parts);
    if (!sameShape)
        beginResetModel();
    m_view = view;
    m_doseBefore = doseBefore;
    m_firstEditable = firstEditable;
    m_parts.assign(parts.begin(), parts.end());
    if (!sameShape)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void StepModel::clear() {
    beginResetModel();
    m_view.reset();
    m_parts.clear();
    endResetModel();
}

StepModel::Column StepModel::columnKind(int column) const {
    const int doses = static_cast<int>(m_parts.size());
    if (column < static_cast<int>(Column::dose))
        return static_cast<Column>(column);
    if (column < static_cast<int>(Column::dose) + doses)
        return Column::dose;
    return static_cast<Column>(column - doses + 1);
}

int StepModel::columnOf(Column kind) const {
    const int plain = static_cast<int>(kind);
    return kind <= Column::dose ? plain : plain + static_cast<int>(m_parts.size()) - 1;
}

std::optional<core::DayPart> StepModel::partOf(int column) const {
    if (columnKind(column) != Column::dose)
        return std::nullopt;
    return m_parts[static_cast<std::size_t>(column - static_cast<int>(Column::dose))];
}

int StepModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_view ? 0 : static_cast<int>(m_view->plan.steps.size());
}

int StepModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::note) + static_cast<int>(m_parts.size());
}

QString StepModel::changeText(int row) const {
    const std::optional<core::DailyDose> before = row > 0 ? std::optional(step(row - 1).daily()) : m_doseBefore;
    const core::DailyDose now = step(row).daily();
    if (!before || before->isZero() || *before == now)
        return {};
    if (now < *before)
        return QStringLiteral("−%1").arg(wording::percentText(core::percentTenths(*before - now, *before)));
    return QStringLiteral("+%1").arg(wording::percentText(core::percentTenths(now - *before, *before)));
}

QString StepModel::tabletsText(int row) const {
    if (step(row).daily().isZero())
        return tr("no tablets");
    // Two sorts of pieces in a line: more would take the room of the note beside them.
    const QStringList parts = tabletsADay(step(row).split, m_view->plan.products).split(QStringLiteral(" + "));
    QStringList lines;
    for (qsizetype at = 0; at < parts.size(); at += 2)
        lines << parts.mid(at, 2).join(QStringLiteral(" + "));
    return lines.join(QStringLiteral(" +\n"));
}

QString StepModel::noteText(int row) const {
    const core::Step& shown = step(row);
    QStringList notes;
    switch (shown.reason) {
    case core::StepReason::stop:
        notes << tr("stop");
        break;
    case core::StepReason::hold:
        notes << tr("held");
        break;
    case core::StepReason::pause:
        notes << tr("paused");
        break;
    case core::StepReason::stepBack:
        notes << tr("stepped back");
        break;
    case core::StepReason::byHand:
        notes << tr("by hand");
        break;
    case core::StepReason::goal:
        notes << tr("goal");
        break;
    default:
        break;
    }
    if (shown.onlyAfterReview)
        notes << tr("after review");
    for (const core::Date review : m_view->reviews)
        if (shown.span.contains(review)) {
            notes << tr("review %1").arg(wording::shortDate(review));
            break;
        }
    return notes.join(QLatin1Char('\n'));
}

QString StepModel::problemText(int row) const {
    QStringList lines;
    for (const core::Finding& finding : m_view->findings)
        if (finding.step == row + 1 && finding.action >= core::Action::warn)
            lines << wording::findingSentence(finding);
    return lines.join(QLatin1Char('\n'));
}

bool StepModel::frozen(int row) const {
    const core::DateSpan& span = step(row).span;
    return span.last && *span.last < m_firstEditable;
}

QVariant StepModel::display(int row, int column) const {
    const core::Step& shown = step(row);
    switch (columnKind(column)) {
    case Column::number:
        return row + 1;
    case Column::from:
        return wording::clinicalDateWithWeekday(shown.span.first);
    case Column::days:
        return shown.span.isOpen() ? QVariant(QStringLiteral("–")) : QVariant(shown.span.days());
    case Column::dose:
        // A step with fewer doses has nothing at the others' times.
        return shown.split.dosesPerDay() == 0 ? QString() : wording::milligrams(shown.split.at(*partOf(column)));
    case Column::daily:
        return wording::milligrams(shown.daily());
    case Column::change:
        return changeText(row);
    case Column::tablets:
        return tabletsText(row);
    case Column::note:
        return noteText(row);
    }
    return {};
}

QVariant StepModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const Column kind = columnKind(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::EditRole:
        if (kind == Column::dose)
            return static_cast<qlonglong>(step(row).split.at(*partOf(index.column())).inNanograms());
        return display(row, index.column());
    case PartRole:
        return kind == Column::dose ? QVariant(static_cast<int>(*partOf(index.column()))) : QVariant();
    case DoseRole:
        return kind == Column::dose
                   ? QVariant(static_cast<qlonglong>(step(row).split.at(*partOf(index.column())).inNanograms()))
                   : QVariant();
    case ChangedRole:
        return !changeText(row).isEmpty();
    case ProblemRole:
        return problemText(row);
    case Qt::ToolTipRole: {
        const QString problem = problemText(row);
        return problem.isEmpty() ? QVariant() : problem;
    }
    case Qt::TextAlignmentRole:
        return alignmentOf(kind);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
            display(row, index.column()).toString());
    default:
        return {};
    }
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(columnKind(section));
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    switch (columnKind(section)) {
    case Column::number:
        return spoken ? tr("Step") : tr("#");
    case Column::from:
        return tr("From");
    case Column::days:
        return tr("Days");
    case Column::dose:
        return (spoken ? tr("%1 mg") : tr("%1\nmg")).arg(wording::dayPartText(*partOf(section)));
    case Column::daily:
        return spoken ? tr("Whole day mg") : tr("Day\nmg");
    case Column::change:
        return tr("Change");
    case Column::tablets:
        return tr("Tablets a day");
    case Column::note:
        return tr("Note");
    }
    return {};
}

Qt::ItemFlags StepModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || frozen(index.row()))
        return flags;
    const core::Step& shown = step(index.row());
    const Column kind = columnKind(index.column());
    const bool stopRow = shown.split.dosesPerDay() == 0;
    const bool hasDose = kind == Column::dose && !stopRow &&
                         std::ranges::find(shown.split.parts(), *partOf(index.column())) != shown.split.parts().end();
    if (hasDose || (kind == Column::days && !shown.span.isOpen()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool StepModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const core::Step& edited = step(index.row());
    if (columnKind(index.column()) == Column::days) {
        const int days = value.toInt();
        if (days < 1 || days == edited.span.days())
            return false;
        Q_EMIT daysTyped(index.row() + 1, days);
        return true;
    }
    const qlonglong nanograms = value.toLongLong();
    core::DoseSplit split = edited.split;
    const std::span<const core::DayPart> parts = split.parts();
    const auto at = std::ranges::find(parts, *partOf(index.column())) - parts.begin();
    if (nanograms < 0 || split.at(static_cast<int>(at)).inNanograms() == nanograms)
        return false;
    split.set(static_cast<int>(at), core::OralDose::nanograms(nanograms));
    Q_EMIT doseTyped(index.row() + 1, split);
    return true;
}

} // namespace lento::gui
