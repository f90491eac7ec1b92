#include "gui/pump_entry_dialog.h"

#include "gui/field_note.h"
#include "gui/finding_card.h"
#include "gui/tab_order.h"
#include "gui/theme.h"
#include "gui/typed_edit.h"
#include "wording/messages.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lento::gui {

PumpEntryDialog::PumpEntryDialog(const Workplace& workplace, RecordPointer record, const QString& title,
                                 const QString& verb, QWidget* parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_record(std::move(record))
    , m_fields(new QVBoxLayout)
    , m_checks(new QVBoxLayout)
    , m_noChecks(new QLabel(tr("The checks of what is typed stand here.")))
    , m_problem(new FieldNote(this)) {
    setWindowTitle(title);
    auto* heading = new QLabel(title, this);
    setTextKind(*heading, TextKind::title);
    auto* who = new QLabel(tr("Lento records what was programmed and filled; it never programs a pump."), this);
    who->setWordWrap(true);
    setTextKind(*who, TextKind::muted);

    const auto scrolled = [this](QVBoxLayout* body, double width) {
        auto* holder = new QWidget;
        auto* layout = new QVBoxLayout(holder);
        layout->setContentsMargins(0, 0, em(*this, 0.4), 0);
        body->setSpacing(em(*this, 0.5));
        layout->addLayout(body);
        layout->addStretch(1);
        auto* area = new QScrollArea;
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setWidget(holder);
        area->setMinimumWidth(em(*this, width));
        return area;
    };
    m_noChecks->setWordWrap(true);
    setTextKind(*m_noChecks, TextKind::muted);
    m_checks->addWidget(m_noChecks);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(em(*this, 1.2));
    m_fieldArea = scrolled(m_fields, 20);
    columns->addWidget(m_fieldArea, 1);
    columns->addWidget(scrolled(m_checks, 20), 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* ok = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    ok->setDefault(true);
    makePrimary(*ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &PumpEntryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    const int side = em(*this, 1.2);
    layout->setContentsMargins(side, side, side, side * 3 / 4);
    layout->setSpacing(em(*this, 0.6));
    layout->addWidget(heading);
    layout->addWidget(who);
    layout->addLayout(columns, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(em(*this, 48), em(*this, 38));
}

void PumpEntryDialog::addAboveChecks(QWidget* widget) {
    m_checks->insertWidget(0, widget);
}

void PumpEntryDialog::follow(TypedEdit& edit) {
    m_edits << &edit;
    connect(&edit, &QLineEdit::textChanged, this, [this] {
        m_problem->clear();
        refresh();
    });
}

void PumpEntryDialog::finish() {
    orderTabs(*this);
    refresh();
    // Nothing of a form is cut off at its side.
    const int needed = m_fieldArea->widget()->minimumSizeHint().width() + em(*this, 1.2);
    m_fieldArea->setMinimumWidth(qMax(m_fieldArea->minimumWidth(), needed));
    resize(qMax(width(), minimumSizeHint().width()), height());
    if (!m_edits.isEmpty())
        m_edits.front()->setFocus();
}

void PumpEntryDialog::showFindings(const std::vector<core::Finding>& findings) {
    std::vector<std::uint64_t> now;
    now.reserve(findings.size());
    for (const core::Finding& finding : findings)
        now.push_back(finding.fingerprint());
    if (now == m_shown)
        return;
    m_shown = std::move(now);
    for (FindingCard* card : findChildren<FindingCard*>()) {
        m_checks->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_noChecks->setText(findings.empty() ? tr("Nothing to say of what is typed.") : QString());
    m_noChecks->setVisible(findings.empty());
    for (const core::Finding& finding : findings) {
        auto* card = new FindingCard(finding, m_workplace.catalogue);
        const quint64 fingerprint = finding.fingerprint();
        if (finding.action == core::Action::blockOverridable) {
            card->askReason(true);
            if (m_reasons.contains(fingerprint))
                card->setReason(GivenReason(m_reasons.value(fingerprint)));
            connect(card, &FindingCard::reasonEdited, this,
                    [this, fingerprint](const QString& reason) { m_reasons.insert(fingerprint, reason); });
        }
        m_checks->addWidget(card);
    }
    orderTabs(*this);
}

std::vector<app::PumpReason> PumpEntryDialog::reasons() const {
    std::vector<app::PumpReason> all;
    for (auto given = m_reasons.begin(); given != m_reasons.end(); ++given)
        all.push_back({given.key(), given.value().trimmed().toStdString()});
    return all;
}

void PumpEntryDialog::accept() {
    m_problem->clear();
    TypedEdit* first = nullptr;
    for (TypedEdit* edit : std::as_const(m_edits)) {
        if (edit->isVisibleTo(this) && !edit->check() && first == nullptr)
            first = edit;
    }
    if (first != nullptr) {
        first->setFocus(Qt::OtherFocusReason);
        return;
    }
    const core::Result<void> saved = save();
    if (saved) {
        QDialog::accept();
        return;
    }
    const core::Error& error = saved.error();
    const QString words = error.code == core::ErrorCode::reasonMissing && !error.values.empty()
                              ? tr("A reason is still owed (%1). Write it beside the check, or change what is typed.")
                                    .arg(QString::fromStdString(error.values.front()))
                              : wording::sentence(error);
    if (TypedEdit* field = fieldOf(saved.error().subject); field != nullptr && field->isVisibleTo(this)) {
        field->refuse(words);
        field->setFocus(Qt::OtherFocusReason);
    } else {
        m_problem->set(Tone::critical, words);
    }
}

} // namespace lento::gui
