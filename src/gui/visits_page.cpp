#include "gui/visits_page.h"

#include "app/visits.h"
#include "gui/card.h"
#include "gui/dialog_host.h"
#include "gui/theme.h"
#include "gui/visit_form.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace lento::gui {

namespace {

constexpr std::chrono::milliseconds keepAfter{1000};
// A stored visit's id, or draftKey for the one that is being written and may have no id yet.
constexpr int keyRole = Qt::UserRole;
const QString draftKey = QStringLiteral("draft");

QString kindText(core::VisitKind kind) {
    switch (kind) {
    case core::VisitKind::clinic:
        return VisitsPage::tr("clinic");
    case core::VisitKind::telephone:
        return VisitsPage::tr("telephone");
    case core::VisitKind::ward:
        return VisitsPage::tr("ward");
    case core::VisitKind::home:
        return VisitsPage::tr("home");
    }
    return {};
}

} // namespace

VisitsPage::VisitsPage(const Workplace& workplace, QWidget* parent)
    : PatientPage(workplace, parent)
    , m_list(new QListView)
    , m_rows(new QStandardItemModel(this))
    , m_either(new QStackedWidget)
    , m_form(new VisitForm(workplace.catalogue))
    , m_state(new QLabel)
    , m_new(new QPushButton(tr("New &visit")))
    , m_save(new QPushButton(tr("&Save visit")))
    , m_discard(new QPushButton(tr("Discard draft")))
    , m_correct(new QPushButton(tr("Co&rrect…"))) {
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(em(*this, 1), em(*this, 1), em(*this, 1), em(*this, 1));
    outer->setSpacing(em(*this, 0.8));

    auto* left = new Card;
    makePrimary(*m_new);
    left->body()->addWidget(m_new);
    m_list->setModel(m_rows);
    m_list->setAccessibleName(tr("Visits, newest first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(em(*this, 0.15));
    left->body()->addWidget(m_list, 1);
    left->setFixedWidth(em(*this, 14));
    outer->addWidget(left);

    auto* right = new QVBoxLayout;
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_form);
    m_area = area;
    area->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    auto* empty = new QLabel(
        tr("No visit yet. Scores, adverse effects and doses taken are written down in a visit; the chart shows them "
           "above the dose."));
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    setTextKind(*empty, TextKind::muted);
    m_either->addWidget(empty);
    m_either->addWidget(area);
    right->addWidget(m_either, 1);

    auto* buttons = new QHBoxLayout;
    setTextKind(*m_state, TextKind::muted);
    makePrimary(*m_save);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_correct);
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_save);
    right->addLayout(buttons);
    outer->addLayout(right, 1);

    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &VisitsPage::keepDraft);
    connect(m_form, &VisitForm::edited, this, [this] {
        if (m_writing && !m_keepTimer.isActive())
            m_keepTimer.start();
    });
    connect(m_new, &QPushButton::clicked, this, &VisitsPage::newVisit);
    connect(m_save, &QPushButton::clicked, this, &VisitsPage::save);
    connect(m_discard, &QPushButton::clicked, this, &VisitsPage::discard);
    connect(m_correct, &QPushButton::clicked, this, &VisitsPage::correct);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &VisitsPage::showSelected);
    arrange();
}

const core::Visit* VisitsPage::stored(const QString& key) const {
    const auto found = std::ranges::find(m_record->visits, core::VisitId(key.toStdString()), &core::Visit::id);
    return found == m_record->visits.end() ? nullptr : &*found;
}

void VisitsPage::setRecord(RecordPointer record) {
    const bool otherPatient = !m_record || m_record->patient.id != record->patient.id;
    if (otherPatient && m_record)
        keepDraft();
    m_record = std::move(record);
    if (!otherPatient) {
        fillList();
        return;
    }
    m_draft.reset();
    m_shown.clear();
    m_writing = false;
    core::Result<std::optional<core::Visit>> kept = app::loadVisitDraft(workplace().session, m_record->patient.id);
    if (kept && *kept)
        m_draft = **kept;
    fillList();
    if (m_draft)
        show(*m_draft, true);
    else if (m_rows->rowCount() > 0)
        m_list->setCurrentIndex(m_rows->index(0, 0));
    else
        m_either->setCurrentIndex(0);
    arrange();
}

QString VisitsPage::summary(const core::Visit& visit) const {
    QStringList parts;
    if (const auto mean = core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf))
        parts << tr("MAS %1").arg(QString::number((*mean + 50) / 100 / 10.0));
    if (visit.nrsTenths)
        parts << tr("NRS %1").arg(wording::nrsText(*visit.nrsTenths));
    for (const core::AdverseEffect& effect : visit.adverseEffects) {
        if (effect.grade == 0)
            continue;
        const auto kind =
            std::ranges::find(workplace().catalogue.adverseEffects(), effect.code, &content::AdverseEffectKind::code);
        const QString name = kind == workplace().catalogue.adverseEffects().end()
                                 ? QString::fromStdString(effect.code)
                                 : QString::fromStdString(kind->name).toLower();
        parts << tr("%1 grade %2").arg(name).arg(effect.grade);
    }
    if (visit.falls.value_or(0) > 0)
        parts << tr("falls");
    return parts.join(QStringLiteral(" · "));
}

void VisitsPage::fillList() {
    const QSignalBlocker quiet(m_list->selectionModel());
    m_rows->clear();
    const auto add = [this](const core::Visit& visit, const QString& head, const QString& key) {
        auto* item = new QStandardItem(QStringList{head, summary(visit)}.join(QLatin1Char('\n')));
        item->setData(key, keyRole);
        m_rows->appendRow(item);
    };
    if (m_draft)
        add(*m_draft, tr("%1 · draft, kept").arg(wording::clinicalDate(m_draft->on)), draftKey);
    for (auto visit = m_record->visits.rbegin(); visit != m_record->visits.rend(); ++visit)
        if (!visit->draft && (!m_draft || visit->id != m_draft->id))
            add(*visit, QStringLiteral("%1 · %2").arg(wording::clinicalDate(visit->on), kindText(visit->kind)),
                QString::fromStdString(visit->id.text()));
    for (int row = 0; row < m_rows->rowCount(); ++row)
        if (!m_shown.isEmpty() && m_rows->item(row)->data(keyRole).toString() == m_shown)
            m_list->setCurrentIndex(m_rows->index(row, 0));
}

void VisitsPage::showSelected() {
    const QString key = m_list->currentIndex().data(keyRole).toString();
    if (key.isEmpty() || key == m_shown)
        return;
    keepDraft();
    if (key == draftKey)
        show(*m_draft, true);
    else if (const core::Visit* visit = stored(key))
        show(*visit, false);
}

void VisitsPage::show(const core::Visit& visit, bool writing) {
    m_shown = writing ? draftKey : QString::fromStdString(visit.id.text());
    m_writing = writing;
    m_form->setVisit(visit, m_record, workplace().today());
    m_form->setReadOnly(!writing);
    m_either->setCurrentIndex(1);
    arrange();
}

void VisitsPage::arrange() {
    m_save->setVisible(m_writing);
    m_discard->setVisible(m_writing);
    m_correct->setVisible(!m_writing && !m_shown.isEmpty());
    const bool readOnly = workplace().session.isReadOnly();
    m_new->setEnabled(!readOnly);
    m_correct->setEnabled(!readOnly);
    m_state->setText(readOnly    ? tr("This clinic file may only be read.")
                     : m_writing ? tr("What you type is kept as a draft.")
                                 : QString());
}

void VisitsPage::newVisit() {
    if (m_writing)
        return;    // it is before the person's eyes
    if (m_draft) { // one at a time: the one begun is taken up again
        show(*m_draft, true);
        fillList();
        return;
    }
    core::Visit visit;
    visit.patient = m_record->patient.id;
    visit.on = workplace().today();
    visit.draft = true;
    if (const core::Revision* inForce = m_record->inForceOn(visit.on))
        visit.revisionInForce = inForce->id;
    m_draft = visit;
    show(visit, true);
    fillList();
}

void VisitsPage::correct() {
    const core::Visit* visit = stored(m_shown);
    if (!visit)
        return;
    if (m_draft) { // one at a time: what was typed there would be gone
        workplace().dialogs.inform(this, tr("Another visit is being written"),
                                   tr("Save or discard the draft of %1 first, then correct this visit.")
                                       .arg(wording::clinicalDate(m_draft->on)));
        return;
    }
    m_draft = *visit;
    show(*m_draft, true);
    fillList();
}

void VisitsPage::keepDraft() {
    m_keepTimer.stop();
    if (!m_writing || !m_draft)
        return;
    m_draft = m_form->visit();
    if (const core::Result<void> kept = app::saveVisitDraft(workplace().session, *m_draft); !kept)
        m_form->refuse(wording::sentence(kept.error()));
}

void VisitsPage::save() {
    if (!m_writing)
        return;
    if (!m_form->check()) {
        // The field that is refused comes into view with its words.
        if (QWidget* field = m_form->focusWidget())
            m_area->ensureWidgetVisible(field);
        return;
    }
    m_keepTimer.stop();
    core::Visit visit = m_form->visit();
    visit.draft = false;
    visit.author = workplace().session.userName();
    const core::Result<core::Visit> saved = app::saveVisit(workplace().session, visit);
    if (!saved) {
        m_form->refuse(wording::sentence(saved.error()));
        return;
    }
    m_draft.reset();
    m_writing = false;
    m_shown = QString::fromStdString(saved->id.text());
    m_form->setReadOnly(true);
    arrange();
    Q_EMIT recordChanged();
}

void VisitsPage::discard() {
    if (!workplace().dialogs.confirm(this, tr("Discard this draft?"),
                                     tr("What was typed is lost. Saved visits stay as they are."), tr("Discard draft")))
        return;
    m_keepTimer.stop();
    if (const core::Result<void> gone = app::discardVisitDraft(workplace().session, m_record->patient.id); !gone) {
        workplace().dialogs.tell(this, gone.error());
        return;
    }
    m_draft.reset();
    m_shown.clear();
    m_writing = false;
    fillList();
    if (m_rows->rowCount() > 0)
        m_list->setCurrentIndex(m_rows->index(0, 0));
    else
        m_either->setCurrentIndex(0);
    arrange();
}

} // namespace lento::gui
