#include "gui/patient_list.h"

#include "gui/patient_delegate.h"
#include "gui/row_list.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

PatientList::PatientList(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_searchIcon(new QAction(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new RowList(this))
    , m_message(new QLabel(this))
    , m_offer(new QPushButton(this))
    , m_new(new QPushButton(tr("+ &New patient"), this))
    , m_count(new QLabel(this))
    , m_model(new PatientModel(this)) {
    m_search->setPlaceholderText(tr("Name, date of birth or number"));
    m_search->setAccessibleName(tr("Search patients by name, date of birth or record number"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_searchIcon, QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &PatientList::search);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new PatientDelegate(m_list));
    m_list->setAccessibleName(tr("Patients"));
    connect(m_list, &QAbstractItemView::clicked, this, &PatientList::chooseCurrent);
    connect(m_list, &QAbstractItemView::activated, this, &PatientList::chooseCurrent);

    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTextKind(*m_message, TextKind::muted);
    connect(m_offer, &QPushButton::clicked, this, [this] { Q_EMIT newPatientRequested(m_search->text().trimmed()); });
    connect(m_new, &QPushButton::clicked, this, [this] { Q_EMIT newPatientRequested({}); });
    m_new->setAccessibleName(tr("New patient"));
    setTextKind(*m_count, TextKind::small);

    const int unit = em(*this, 1.0);
    auto* nothing = new QWidget(m_stack);
    auto* nothingLayout = new QVBoxLayout(nothing);
    nothingLayout->setContentsMargins(unit * 3 / 4, unit, unit * 3 / 4, unit);
    nothingLayout->setSpacing(unit);
    nothingLayout->addWidget(m_message);
    nothingLayout->addWidget(m_offer, 0, Qt::AlignLeft);
    nothingLayout->addStretch(1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(nothing);

    const int side = unit * 5 / 8;
    auto* top = new QVBoxLayout;
    top->setContentsMargins(side, side, side, unit / 2);
    top->setSpacing(unit / 4);
    top->addWidget(m_search);
    top->addWidget(m_count);
    auto* bottom = new QVBoxLayout;
    bottom->setContentsMargins(side, side, side, side);
    bottom->addWidget(m_new);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addLayout(bottom);
    setMinimumWidth(unit * 12);
    drawIcon();
    showState();
}

void PatientList::drawIcon() {
    m_searchIcon->setIcon(themeIcon(u"search"_s, palette(), tokens(palette()).muted));
}

void PatientList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_searchIcon != nullptr)
        drawIcon();
}

void PatientList::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(mirrored ? 0 : width() - 1, 0, 1, height()), t.border);
}

void PatientList::showReading() {
    m_reading = true;
    m_problem.clear();
    showState();
}

void PatientList::showProblem(const QString& words) {
    m_reading = false;
    m_problem = words;
    showState();
}

void PatientList::setIndex(app::PatientIndex index, core::Date today, PatientModel::SummaryReader reader) {
    m_reading = false;
    m_problem.clear();
    m_model->setIndex(std::move(index), today, std::move(reader));
    showState();
    showSelection();
}

void PatientList::clear() {
    m_reading = false;
    m_problem.clear();
    m_selected = {};
    m_search->clear();
    m_model->clear();
    showState();
}

void PatientList::search(const QString& text) {
    m_model->search(text);
    showState();
    showSelection();
}

void PatientList::refresh(const app::PatientIndex::Entry& entry) {
    m_model->put(entry);
    showState();
    showSelection();
}

void PatientList::select(const core::PatientId& patient) {
    m_selected = patient;
    if (!patient.isNull() && m_model->hasIndex() && m_model->rowOf(patient) < 0 && !m_search->text().isEmpty())
        m_search->clear();
    showSelection();
}

void PatientList::setCanAdd(bool canAdd) {
    m_new->setEnabled(canAdd);
    m_offer->setEnabled(canAdd);
}

void PatientList::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PatientList::showSelection() {
    const int row = m_selected.isNull() ? -1 : m_model->rowOf(m_selected);
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
    } else {
        m_list->selectionModel()->clear();
        m_list->scrollToTop();
    }
}

void PatientList::chooseCurrent() {
    const core::PatientId id = m_model->idAt(m_list->currentIndex().row());
    if (id.isNull())
        return;
    m_selected = id;
    Q_EMIT patientChosen(id);
}

void PatientList::showState() {
    const bool some = m_model->rowCount() > 0;
    const QString text = m_search->text().trimmed();
    m_stack->setCurrentIndex(some ? 0 : 1);
    m_count->setVisible(some && !text.isEmpty());
    if (some) {
        m_count->setText(tr("%1 of %2")
                             .arg(wording::countText(m_model->rowCount()),
                                  wording::countText(static_cast<std::int64_t>(m_model->patientCount()))));
        return;
    }
    m_offer->hide();
    if (!m_problem.isEmpty()) {
        m_message->setText(m_problem);
    } else if (m_reading) {
        m_message->setText(tr("Reading patients…"));
    } else if (!m_model->hasIndex()) {
        m_message->clear();
    } else if (m_model->patientCount() == 0) {
        m_message->setText(
            tr("No patients yet.\nA new patient needs a surname and a date of birth; the rest can follow."));
        m_offer->setText(tr("Add the first patient"));
        m_offer->show();
    } else {
        m_message->setText(tr("No patient matches “%1”.\nName in any order, date of birth such as 12-Mar-1961, or the "
                              "beginning of a record number.")
                               .arg(text));
        m_offer->setText(tr("New patient…"));
        m_offer->show();
    }
}

bool PatientList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        switch (key.key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
        case Qt::Key_PageDown:
        case Qt::Key_PageUp: {
            // The hand stays in the search field; the list follows.
            QKeyEvent copy(event->type(), key.key(), key.modifiers());
            QCoreApplication::sendEvent(m_list, &copy);
            return true;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
                m_list->setCurrentIndex(m_model->index(0));
            chooseCurrent();
            return true;
        case Qt::Key_Escape:
            if (!m_search->text().isEmpty()) {
                m_search->clear();
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lento::gui
