#include "gui/emergency_card.h"

#include "gui/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScreen>
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

QLabel* wrapped(const QString& text, TextKind kind, QWidget* parent) {
    QLabel* label = wrapped(text, parent);
    setTextKind(*label, kind);
    return label;
}

QString orNotRecorded(const std::string& text) {
    return text.empty() ? EmergencyCard::tr("not recorded") : QString::fromStdString(text);
}

} // namespace

QString emergencyTelephones(const core::Clinic& clinic) {
    return EmergencyCard::tr("Clinic: %1 · out of hours: %2")
        .arg(orNotRecorded(clinic.telephone), orNotRecorded(clinic.outOfHours));
}

EmergencyContent emergencyContent(const core::Clinic& clinic) {
    return {wording::emergencyText(wording::emergencyTitle()),
            {},
            wording::emergencySections(),
            {emergencyTelephones(clinic)},
            {},
            clinic.emergencyNumber};
}

EmergencyCard::EmergencyCard(const EmergencyContent& content, Button button, QWidget* parent)
    : QFrame(parent) {
    auto* layout = new QVBoxLayout(this);
    const int line = em(*this, 1.0);
    layout->setContentsMargins(line * 7 / 8, line / 2, line / 2, line / 2);
    layout->setSpacing(line / 4);
    layout->addWidget(wrapped(content.title, TextKind::title, this));
    if (!content.who.isEmpty())
        layout->addWidget(wrapped(content.who, TextKind::heading, this));
    bool isFirst = true;
    for (const wording::EmergencySection& section : content.sections) {
        addSection(*layout, section, content.number, isFirst);
        if (isFirst && button == Button::print) {
            auto* print = new QPushButton(tr("Print the card…"), this);
            connect(print, &QPushButton::clicked, this, &EmergencyCard::printRequested);
            layout->addWidget(print, 0, Qt::AlignLeft);
        }
        if (isFirst && !content.facts.isEmpty())
            layout->addWidget(wrapped(content.facts.join(u'\n'), this));
        layout->addSpacing(line / 4);
        isFirst = false;
    }
    if (!content.closing.isEmpty())
        layout->addWidget(wrapped(content.closing, TextKind::heading, this));
    layout->addStretch(1);
    setAccessibleName(content.title);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

// Each line behind its own bullet, so that its second line stands below its first word.
void EmergencyCard::addSection(QVBoxLayout& layout, const wording::EmergencySection& section, const std::string& number,
                               bool isFirst) {
    const int line = em(*this, 1.0);
    layout.addWidget(wrapped(u"%1 · %2"_s.arg(wording::emergencyText(section.title), QLatin1StringView(section.rules)),
                             TextKind::caption, this));
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(line / 3);
    rows->setVerticalSpacing(line / 8);
    rows->setColumnStretch(1, 1);
    for (const char* source : section.lines) {
        QString text = wording::emergencyText(source);
        if (text.contains(u"%1"))
            text = text.arg(wording::emergencyNumberText(number));
        const int row = rows->rowCount();
        auto* bullet = new QLabel(u"•"_s, this);
        QLabel* words = wrapped(text, this);
        if (isFirst)
            for (QLabel* label : {bullet, words})
                setTextKind(*label, TextKind::heading);
        rows->addWidget(bullet, row, 0, Qt::AlignTop);
        rows->addWidget(words, row, 1);
    }
    layout.addLayout(rows);
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

EmergencyDialog::EmergencyDialog(const EmergencyContent& content, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(content.title);
    auto* layout = new QVBoxLayout(this);
    auto* card = new EmergencyCard(content, EmergencyCard::Button::none);
    // A small screen scrolls; what to do stands above that.
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(content.title);
    area->setWidget(card);
    layout->addWidget(area, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* print = buttons->addButton(tr("&Print the card…"), QDialogButtonBox::ActionRole);
    connect(print, &QPushButton::clicked, this, &EmergencyDialog::printRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    const int width = em(*this, 36);
    const int most = screen() ? screen()->availableSize().height() * 9 / 10 : em(*this, 48);
    resize(width, qMin(card->heightForWidth(width) + em(*this, 5), qMin(most, em(*this, 48))));
}

} // namespace lento::gui
