// PatientModel is the patient list as the search left it; the second line of a row is read when the row comes into
// view.
#pragma once

#include "app/patient_summaries.h"
#include "app/patients.h"

#include <QAbstractListModel>
#include <QCache>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace lento::gui {

class PatientModel : public QAbstractListModel {
    Q_OBJECT
public:
    using SummaryReader =
        std::function<core::Result<std::vector<app::PatientSummary>>(std::span<const core::PatientId>)>;

    explicit PatientModel(QObject* parent = nullptr);

    void setIndex(app::PatientIndex index, core::Date today, SummaryReader reader);
    void clear();
    bool hasIndex() const noexcept { return m_index.has_value(); }
    // Of all patients, whatever was searched for.
    std::size_t patientCount() const { return m_index ? m_index->size() : 0; }
    void search(const QString& text);
    const QString& searched() const noexcept { return m_text; }

    core::PatientId idAt(int row) const;
    // The row of a patient among the matches; -1 if it is none of them.
    int rowOf(const core::PatientId& id) const;

    // After a change: the entry itself, and what was read for its second line.
    void put(const app::PatientIndex::Entry& entry);
    void forgetSummary(const core::PatientId& id);

    enum Role { Name = Qt::UserRole, SecondLine, BadgeText, BadgeTone };
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const app::PatientSummary* summary(std::size_t entryRow, int row) const;
    void readWanted();
    QString secondLine(std::size_t entryRow, const app::PatientSummary* summary) const;

    std::optional<app::PatientIndex> m_index;
    app::PatientIndex::Matches m_matches;
    core::Date m_today;
    SummaryReader m_reader;
    QString m_text;
    QCache<QString, app::PatientSummary> m_summaries{4'000};
    // Rows painted without a summary, oldest first; painting asks through const functions.
    mutable std::vector<int> m_wanted;
    mutable QTimer m_read;
};

} // namespace lento::gui
