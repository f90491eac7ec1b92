// VisitScores is the part of the visit form that takes the scales, each beside what it was before (SCL).
#pragma once

#include "app/record.h"
#include "content/catalogue.h"
#include "core/visit.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lento::gui {

class BodyPicture;
class FurtherScoreCards;
class LevelGrid;
class NrsEdit;
class SegmentedControl;

class VisitScores : public QWidget {
    Q_OBJECT
public:
    explicit VisitScores(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    // Signals nothing.
    void setVisit(const core::Visit& visit, std::shared_ptr<const app::PatientRecord> record);
    // Writes what the fields say into the visit, and leaves the rest of it alone.
    void writeTo(core::Visit& visit) const;
    void setReadOnly(bool readOnly);
    // What each scale was before the day of the visit as it now stands, and the response that follows (SCL-9).
    void compare(const app::PatientRecord& record, const core::Visit& now);
    // Tells in place what cannot be read; true when everything can.
    bool check();
    void focusProblem();

Q_SIGNALS:
    void edited();

private:
    QWidget* makeRatings();
    void arrangePenn();
    void showBody(bool shown);
    void drawLevels();

    const content::Catalogue& m_catalogue;
    bool m_readOnly = false;
    LevelGrid* m_mas;
    QVBoxLayout* m_masCard = nullptr;
    QPushButton* m_bodyButton;
    BodyPicture* m_body = nullptr; // made when it is first asked for
    QLabel* m_mean;
    SegmentedControl* m_nrs;
    NrsEdit* m_nrsEdit;
    QLabel* m_nrsBefore;
    SegmentedControl* m_pennFrequency;
    SegmentedControl* m_pennSeverity;
    QLabel* m_pennBefore;
    FurtherScoreCards* m_further;
    QLabel* m_response;
};

} // namespace lento::gui
