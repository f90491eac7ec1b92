#include "gui/emergency_card.h"

#include "gui/theme.h"
#include "wording/emergency_words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel* wrapped(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

EmergencyCard::EmergencyCard(const std::string& clinicNumber, QWidget* parent)
    : QFrame(parent) {
    auto* layout = new QVBoxLayout(this);
    const int line = em(*this, 1.0);
    layout->setContentsMargins(line * 7 / 8, line / 2, line / 2, line / 2);
    layout->setSpacing(line / 4);
    auto* title = wrapped(wording::emergencyText(wording::emergencyTitle()), this);
    setTextKind(*title, TextKind::heading);
    layout->addWidget(title);
    for (const wording::EmergencySection& section : wording::emergencySections()) {
        auto* head =
            wrapped(u"%1 · %2"_s.arg(wording::emergencyText(section.title), QLatin1StringView(section.rules)), this);
        setTextKind(*head, TextKind::caption);
        layout->addWidget(head);
        QStringList lines;
        for (const char* source : section.lines) {
            QString text = wording::emergencyText(source);
            if (text.contains(u"%1"))
                text = text.arg(wording::emergencyNumberText(clinicNumber));
            lines << u"• "_s + text;
        }
        layout->addWidget(wrapped(lines.join(u'\n'), this));
    }
    auto* print = new QPushButton(tr("Print the card…"), this);
    connect(print, &QPushButton::clicked, this, &EmergencyCard::printRequested);
    layout->addWidget(print, 0, Qt::AlignLeft);
    setAccessibleName(wording::emergencyText(wording::emergencyTitle()));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void EmergencyCard::paintEvent(QPaintEvent*) {
    const ToneColours& colours = tokens(palette()).tone(Tone::critical);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = em(*this, 0.25);
    QPainterPath shape;
    shape.addRoundedRect(rect(), radius, radius);
    painter.fillPath(shape, colours.wash);
    painter.setClipPath(shape);
    const int bar = qMax(3, em(*this, 0.25));
    painter.fillRect(layoutDirection() == Qt::RightToLeft ? QRect(width() - bar, 0, bar, height())
                                                          : QRect(0, 0, bar, height()),
                     colours.bar);
}

EmergencyDialog::EmergencyDialog(const std::string& clinicNumber, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Emergency"));
    auto* layout = new QVBoxLayout(this);
    auto* card = new EmergencyCard(clinicNumber);
    connect(card, &EmergencyCard::printRequested, this, &EmergencyDialog::printRequested);
    // A small screen scrolls; the number to call comes first.
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(card);
    layout->addWidget(area, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    const int width = em(*this, 30);
    resize(width, qMin(card->heightForWidth(width) + em(*this, 5), em(*this, 42)));
}

} // namespace lento::gui
