#include "gui/patient_model.h"

#include "gui/pump_badge.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

// A turn of reading second lines: short enough that scrolling stays smooth.
constexpr int millisecondsATurn = 6;
constexpr std::size_t mostWanted = 64;

struct BadgeWords {
    QString text;
    Tone tone = Tone::neutral;
};

BadgeWords badgeWords(const app::PatientSummary& summary, core::Date today) {
    switch (summary.status) {
    case core::PatientStatus::deceased:
        return {PatientModel::tr("deceased"), Tone::neutral};
    case core::PatientStatus::ended:
        return {PatientModel::tr("treatment ended"), Tone::neutral};
    case core::PatientStatus::suspended:
        return {PatientModel::tr("suspended"), Tone::neutral};
    case core::PatientStatus::active:
        break;
    }
    if (summary.pump && (pumpComesFirst(*summary.pump) || !summary.doseToday)) {
        const PumpBadge badge = pumpBadge(*summary.pump);
        return {badge.shortText, badge.tone};
    }
    if (summary.nextChange) {
        const app::DayDose& next = *summary.nextChange;
        const QString when =
            next.on - today < 7 ? wording::weekdayShort(next.on.weekday()) : wording::shortDate(next.on);
        switch (next.change) {
        case app::Change::up:
            return {PatientModel::tr("step up %1").arg(when), Tone::information};
        case app::Change::down:
            return {PatientModel::tr("step down %1").arg(when), Tone::information};
        case app::Change::stop:
            return {PatientModel::tr("stops %1").arg(when), Tone::caution};
        case app::Change::start:
            return {PatientModel::tr("starts %1").arg(when), Tone::information};
        case app::Change::none:
            return {PatientModel::tr("new times %1").arg(when), Tone::information};
        }
    }
    if (!summary.doseToday)
        return {PatientModel::tr("no plan"), Tone::neutral};
    if (summary.doseToday->isZero())
        return {PatientModel::tr("stopped"), Tone::neutral};
    return {PatientModel::tr("stable"), Tone::good};
}

} // namespace

PatientModel::PatientModel(QObject* parent)
    : QAbstractListModel(parent) {
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &PatientModel::readWanted);
}

void PatientModel::setIndex(app::PatientIndex index, core::Date today, SummaryReader reader) {
    beginResetModel();
    m_index = std::move(index);
    m_today = today;
    m_reader = std::move(reader);
    m_summaries.clear();
    m_wanted.clear();
    m_matches = m_index->search(m_text);
    endResetModel();
}

void PatientModel::clear() {
    beginResetModel();
    m_read.stop();
    m_index.reset();
    m_reader = nullptr;
    m_text.clear();
    m_summaries.clear();
    m_wanted.clear();
    m_matches = {};
    endResetModel();
}

void PatientModel::search(const QString& text) {
    if (text == m_text)
        return;
    beginResetModel();
    m_text = text;
    m_wanted.clear();
    if (m_index)
        m_matches = m_index->search(m_text);
    endResetModel();
}

core::PatientId PatientModel::idAt(int row) const {
    if (row < 0 || row >= rowCount())
        return {};
    return m_index->idAt(m_matches.row(static_cast<std::size_t>(row)));
}

int PatientModel::rowOf(const core::PatientId& id) const {
    if (!m_index)
        return -1;
    const std::optional<std::size_t> wanted = m_index->rowOf(id);
    if (!wanted)
        return -1;
    // Matches stand in the order of the index.
    std::size_t low = 0;
    std::size_t high = m_matches.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_matches.row(middle) < *wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < m_matches.size() && m_matches.row(low) == *wanted ? static_cast<int>(low) : -1;
}

void PatientModel::put(const app::PatientIndex::Entry& entry) {
    if (!m_index)
        return;
    beginResetModel();
    m_index->put(entry);
    m_summaries.remove(QString::fromStdString(entry.id.text()));
    m_wanted.clear();
    m_matches = m_index->search(m_text);
    endResetModel();
}

void PatientModel::forgetSummary(const core::PatientId& id) {
    m_summaries.remove(QString::fromStdString(id.text()));
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

int PatientModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !m_index)
        return 0;
    return static_cast<int>(std::min<std::size_t>(m_matches.size(), std::numeric_limits<int>::max()));
}

QVariant PatientModel::data(const QModelIndex& index, int role) const {
    if (!m_index || !index.isValid() || index.row() >= rowCount())
        return {};
    const std::size_t row = m_matches.row(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Name:
        return m_index->nameAt(row);
    case SecondLine:
        return secondLine(row, summary(row, index.row()));
    case BadgeText:
    case BadgeTone: {
        const app::PatientSummary* found = summary(row, index.row());
        if (found == nullptr)
            return {};
        const BadgeWords words = badgeWords(*found, m_today);
        return role == BadgeText ? QVariant(words.text) : QVariant(static_cast<int>(words.tone));
    }
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const app::PatientSummary* found = summary(row, index.row());
        QStringList parts{m_index->nameAt(row), secondLine(row, found)};
        if (found != nullptr)
            parts << badgeWords(*found, m_today).text;
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

QString PatientModel::secondLine(std::size_t entryRow, const app::PatientSummary* summary) const {
    QString line = wording::clinicalDate(m_index->birthDateAt(entryRow));
    if (summary == nullptr)
        return line;
    if (!summary->diagnosis.empty())
        line += u" · "_s + QString::fromStdString(summary->diagnosis);
    if (summary->doseToday)
        line += u" · "_s + wording::dailyText(*summary->doseToday);
    if (summary->kind == core::PlanKind::taper && summary->nextChange)
        line += u" · "_s + tr("tapering");
    if (summary->pump && summary->pump->known)
        line += u" · "_s + tr("ITB %1").arg(wording::microgramsPerDayText(summary->pump->known->daily));
    return line;
}

const app::PatientSummary* PatientModel::summary(std::size_t entryRow, int row) const {
    const app::PatientSummary* found = m_summaries.object(QString::fromStdString(m_index->idAt(entryRow).text()));
    if (found == nullptr && m_reader && (m_wanted.empty() || m_wanted.back() != row)) {
        // What was asked for last is in view now; what was asked for long ago has scrolled away.
        if (m_wanted.size() >= mostWanted)
            m_wanted.erase(m_wanted.begin());
        m_wanted.push_back(row);
        if (!m_read.isActive())
            m_read.start();
    }
    return found;
}

void PatientModel::readWanted() {
    QElapsedTimer clock;
    clock.start();
    int lowest = rowCount();
    int highest = -1;
    while (!m_wanted.empty() && clock.elapsed() < millisecondsATurn) {
        const int row = m_wanted.back();
        m_wanted.pop_back();
        const core::PatientId id = idAt(row);
        const QString key = QString::fromStdString(id.text());
        if (id.isNull() || m_summaries.contains(key))
            continue;
        auto read = m_reader(std::span(&id, 1));
        if (!read || read->empty()) {
            // The name and birth date stand; opening the patient will say what is wrong with the file.
            m_wanted.clear();
            m_reader = nullptr;
            return;
        }
        m_summaries.insert(key, new app::PatientSummary(std::move(read->front())));
        lowest = std::min(lowest, row);
        highest = std::max(highest, row);
    }
    if (highest >= lowest)
        Q_EMIT dataChanged(index(lowest), index(highest), {SecondLine, BadgeText, BadgeTone});
    if (!m_wanted.empty())
        m_read.start();
}

} // namespace lento::gui
