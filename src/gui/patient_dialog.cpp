#include "gui/patient_dialog.h"

#include "app/documents.h"
#include "gui/dialog_host.h"
#include "gui/field_note.h"
#include "gui/patient_cards.h"
#include "gui/tab_order.h"
#include "gui/theme.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

PatientDialog::PatientDialog(const Workplace& workplace, QWidget* parent)
    : QDialog(parent)
    , m_workplace(workplace) {
    build(tr("New patient"), tr("Add patient"));
    if (const core::Result<core::Clinic> clinic = app::clinic(workplace.session))
        m_identity->proposeLanguage(QString::fromStdString(clinic->language));
}

PatientDialog::PatientDialog(const Workplace& workplace, const app::PatientRecord& record, QWidget* parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_before(record.patient)
    , m_isNew(false) {
    build(wording::nameText(record.patient.identity), tr("Save changes"));
    m_identity->show(record.patient);
    m_treatment->show(record.patient);
    m_body->show(record.patient, record.facts);
    m_pregnancy->show(record.patient);
    m_history->show(record);
    showRenal();
    showPregnancy();
    fitToCards(); // with the rows that the record brought
    m_touched = false;
}

void PatientDialog::build(const QString& title, const QString& verb) {
    setWindowTitle(m_isNew ? tr("New patient") : tr("Edit patient"));
    const core::Date today = m_workplace.today();
    auto* heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    setTextKind(*heading, TextKind::title);
    auto* hint = new QLabel(
        tr("Surname and date of birth are needed. What is left open is “not assessed” until it is known."), this);
    hint->setWordWrap(true);
    setTextKind(*hint, TextKind::muted);

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QWidget(m_scroll);
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 0, em(*this, 0.5), 0);
    columnLayout->setSpacing(em(*this, 0.7));
    m_identity = new IdentityCard(today, column);
    m_treatment = new TreatmentCard(today, m_workplace.catalogue.indications(), column);
    m_body = new BodyCard(today, m_workplace.catalogue.numbers(), column);
    m_pregnancy = new PregnancyCard(today, column);
    m_history = new HistoryCard(m_workplace.catalogue, column);
    for (PatientCard* card : cards()) {
        columnLayout->addWidget(card);
        connect(card, &PatientCard::edited, this, [this] {
            m_touched = true;
            showRenal();
            showPregnancy();
        });
    }
    columnLayout->addStretch(1);
    m_scroll->setWidget(column);

    m_note = new FieldNote(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* save = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    makePrimary(*save);
    connect(buttons, &QDialogButtonBox::accepted, this, &PatientDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PatientDialog::reject);

    auto* layout = new QVBoxLayout(this);
    const int side = em(*this, 1.2);
    layout->setContentsMargins(side, side, side, side * 3 / 4);
    layout->setSpacing(em(*this, 0.6));
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);

    orderTabs(*this);
    m_identity->focusFirst();
    showRenal();
    fitToCards();
}

// As wide as its cards where the screen allows it, so that nothing is scrolled sideways.
void PatientDialog::fitToCards() {
    QWidget& column = *m_scroll->widget();
    column.layout()->activate();
    const QMargins around = layout()->contentsMargins();
    const int wanted = column.minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent) +
                       around.left() + around.right();
    const QSize room = screen()->availableSize() * 9 / 10;
    resize(QSize(std::max(em(*this, 50), wanted), column.sizeHint().height() + em(*this, 11)).boundedTo(room));
}

QList<PatientCard*> PatientDialog::cards() const {
    return {m_identity, m_treatment, m_body, m_pregnancy, m_history};
}

void PatientDialog::suggest(const QString& typed) {
    m_identity->suggest(typed);
}

app::PatientForm PatientDialog::form() const {
    app::PatientForm form;
    form.patient = m_before;
    m_identity->fill(form.patient);
    m_treatment->fill(form.patient);
    m_body->fill(form);
    m_pregnancy->fill(form.patient);
    m_history->fill(form);
    return form;
}

void PatientDialog::showRenal() {
    core::Patient typed;
    m_identity->fill(typed);
    m_body->showRenal(typed, m_identity->birthDate(), m_workplace.today());
}

void PatientDialog::showPregnancy() {
    core::Patient typed;
    m_identity->fill(typed);
    m_pregnancy->setVisible(typed.sex != core::Sex::male);
}

void PatientDialog::goTo(const QString& fact) {
    for (PatientCard* card : cards()) {
        if (QWidget* field = card->fieldFor(fact))
            m_target = field;
    }
}

void PatientDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    if (m_target == nullptr)
        return;
    m_scroll->ensureWidgetVisible(m_target, 0, em(*this, 4));
    m_target->setFocus(Qt::OtherFocusReason);
    m_target = nullptr;
}

void PatientDialog::accept() {
    m_note->clear();
    QWidget* first = nullptr;
    for (PatientCard* card : cards()) {
        QWidget* problem = card->firstProblem();
        if (first == nullptr)
            first = problem;
    }
    if (first != nullptr) {
        m_scroll->ensureWidgetVisible(first, 0, em(*this, 4));
        first->setFocus(Qt::OtherFocusReason);
        m_note->set(Tone::critical, tr("Nothing was saved yet: a field needs another look."));
        return;
    }
    const app::PatientForm filled = form();
    const core::Error* refused = nullptr;
    core::Result<core::PatientId> added = core::PatientId();
    core::Result<void> changed;
    if (m_isNew) {
        added = app::addPatient(m_workplace.session, filled);
        refused = added ? nullptr : &added.error();
    } else {
        changed = app::changePatient(m_workplace.session, filled);
        refused = changed ? nullptr : &changed.error();
    }
    if (refused != nullptr) {
        const QString words = wording::sentence(*refused);
        if (refused->code == core::ErrorCode::duplicateRecord)
            m_identity->refuseRecordNumber(words);
        m_note->set(Tone::critical, words);
        return;
    }
    m_saved = m_isNew ? *added : filled.patient.id;
    QDialog::accept();
}

void PatientDialog::reject() {
    // What was typed is not thrown away by a slip.
    if (m_touched &&
        !m_workplace.dialogs.confirm(this, tr("Leave without saving?"),
                                     tr("What was typed here is not saved and will be lost."), tr("Leave")))
        return;
    QDialog::reject();
}

} // namespace lento::gui
