#include "gui/put_off_dialog.h"

#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/segmented.h"
#include "gui/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lento::gui {

namespace {
constexpr int longestDays = 365;
constexpr int usualDays = 7;
} // namespace

PutOffDialog::PutOffDialog(const QString& what, core::Date today, QWidget* parent)
    : QDialog(parent)
    , m_until(new DateEdit) {
    setWindowTitle(tr("Do it later"));
    auto* outer = new QVBoxLayout(this);
    auto* words = new QLabel(tr("%1. It comes back on the worklist on the day chosen here.").arg(what));
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setMinimumWidth(em(*this, 24));
    outer->addWidget(words);

    auto* span = new SegmentedControl(
        tr("Later by"), {{1, tr("1 day"), {}}, {3, tr("3 days"), {}}, {7, tr("1 week"), {}}, {14, tr("2 weeks"), {}}});
    span->setValue(usualDays);
    outer->addWidget(span, 0, Qt::AlignLeft);
    m_until->setRange(today + 1, today + longestDays);
    m_until->setOptional(false);
    m_until->setValue(today + usualDays);
    outer->addWidget(new Field(tr("&Until"), m_until));
    connect(span, &SegmentedControl::valueChanged, this, [this, today](std::optional<int> days) {
        if (days)
            m_until->setValue(today + *days);
    });
    connect(m_until, &QLineEdit::textEdited, span, [span] { span->setValue(std::nullopt); });

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* ok = buttons->addButton(tr("&Put off"), QDialogButtonBox::AcceptRole);
    makePrimary(*ok);
    outer->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PutOffDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

core::Date PutOffDialog::until() const {
    return *m_until->value();
}

void PutOffDialog::accept() {
    if (m_until->check())
        QDialog::accept();
}

} // namespace lento::gui
