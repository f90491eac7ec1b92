#include "gui/banner.h"

#include "gui/badge.h"
#include "gui/pump_badge.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>

#include <cmath>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

// One decimal, so that what is shown does not hide on which side of a band's edge K lies.
QString rate(double value) {
    QString text = QString::number(value, 'f', 1);
    if (text.endsWith(".0"_L1))
        text.chop(2);
    return text;
}

struct Alert {
    QString text;
    Tone tone = Tone::neutral;
    QString detail;
};

Alert allergyAlert(const core::Patient& patient) {
    switch (patient.allergyStatus) {
    case core::AllergyStatus::known:
        return {Banner::tr("Known allergies"), Tone::critical, QString::fromStdString(patient.allergies)};
    case core::AllergyStatus::noneKnown:
        return {Banner::tr("No known allergies"), Tone::neutral, {}};
    case core::AllergyStatus::notRecorded:
        break;
    }
    return {Banner::tr("Allergies not recorded"), Tone::neutral, {}};
}

std::optional<Alert> renalAlert(const core::RenalAssessment& renal, bool dialysis) {
    if (dialysis)
        return Alert{Banner::tr("Dialysis"), Tone::critical, {}};
    if (!renal.band)
        return Alert{Banner::tr("Renal: not assessed"), Tone::neutral, renalWords(renal).value};
    switch (*renal.band) {
    case core::RenalBand::r1:
        return std::nullopt;
    case core::RenalBand::r2:
    case core::RenalBand::r3:
        return Alert{Banner::tr("Renal: reduced"), Tone::caution, {}};
    case core::RenalBand::r4:
    case core::RenalBand::r5:
        return Alert{Banner::tr("Renal: severely reduced"), Tone::critical, {}};
    }
    return std::nullopt;
}

std::optional<Alert> statusAlert(core::PatientStatus status) {
    switch (status) {
    case core::PatientStatus::active:
        return std::nullopt;
    case core::PatientStatus::suspended:
        return Alert{Banner::tr("Treatment suspended"), Tone::caution, {}};
    case core::PatientStatus::ended:
        return Alert{Banner::tr("Treatment ended"), Tone::neutral, {}};
    case core::PatientStatus::deceased:
        return Alert{Banner::tr("Deceased"), Tone::neutral, {}};
    }
    return std::nullopt;
}

QColor ground(const Tokens& t, const RecordPointer& record) {
    // Another background for the deceased (platform-facts.md 6.3), besides the words.
    if (record && record->patient.status == core::PatientStatus::deceased)
        return t.dark ? QColor(0x2c3743) : QColor(0x465261);
    return t.banner;
}

} // namespace

RenalWords renalWords(const core::RenalAssessment& renal) {
    RenalWords words;
    if (renal.function) {
        const core::RenalFunction& function = *renal.function;
        const bool clearance = function.crclMlMin && *function.crclMlMin <= function.k;
        words.name = clearance ? Banner::tr("CrCl") : Banner::tr("eGFR");
        words.value = clearance ? Banner::tr("%1 mL/min").arg(rate(function.k))
                                : Banner::tr("%1 mL/min/1.73 m²").arg(rate(function.k));
        if (renal.creatinineDate)
            words.date = wording::clinicalDate(*renal.creatinineDate);
        words.assessed = true;
        return words;
    }
    words.name = Banner::tr("Kidney function");
    QStringList missing;
    for (const std::string& name : renal.missing)
        missing << wording::inputName(name).toLower();
    if (renal.creatinineTooOld)
        words.value = Banner::tr("not assessed: creatinine is too old");
    else if (missing.size() == 1)
        words.value = Banner::tr("not assessed: %1 is missing").arg(missing.front());
    else if (!missing.isEmpty())
        words.value = Banner::tr("not assessed: %1 and %2 are missing")
                          .arg(missing.mid(0, missing.size() - 1).join(u", "_s), missing.back());
    else
        words.value = Banner::tr("not assessed");
    return words;
}

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this)) {
    QFont font = textFont(*this, TextKind::title);
    m_name->setFont(font);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (int i = 0; i < 5; ++i)
        m_facts << addFact();
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    recolour();
}

Banner::Fact Banner::addFact() {
    Fact fact;
    fact.caption = new QLabel(this);
    fact.caption->setFont(textFont(*this, TextKind::small));
    fact.value = new QLabel(this);
    for (QLabel* label : {fact.caption, fact.value})
        label->setTextFormat(Qt::PlainText);
    return fact;
}

void Banner::setFact(const Fact& fact, const QString& caption, const QString& value) {
    fact.caption->setText(caption);
    fact.value->setText(value);
    fact.caption->setVisible(!value.isEmpty());
    fact.value->setVisible(!value.isEmpty());
}

void Banner::setRecord(const RecordPointer& record, core::Date today) {
    m_record = record;
    m_pump.reset();
    if (!record)
        return;
    const core::Identity& identity = record->patient.identity;
    m_name->setText(wording::nameText(identity));
    setFact(m_facts[0], tr("Born"),
            u"%1 (%2)"_s.arg(wording::clinicalDate(identity.birthDate), wording::ageText(identity.birthDate, today)));
    setFact(m_facts[1], tr("Sex"), wording::sexText(record->patient.sex));
    setFact(m_facts[2], tr("Record no."),
            identity.recordNumber.empty() ? tr("Not recorded") : QString::fromStdString(identity.recordNumber));
    setFact(m_facts[3], tr("Weight"),
            record->facts.weights.empty() ? tr("Not recorded")
                                          : wording::weightText(record->facts.weights.back().grams));
    const RenalWords renal = renalWords(record->renal);
    setFact(m_facts[4], renal.date.isEmpty() ? renal.name : u"%1 · %2"_s.arg(renal.name, renal.date),
            renal.assessed ? renal.value : tr("Not assessed"));
    m_facts[4].value->setToolTip(renal.assessed ? QString() : renal.value);
    recolour();
    arrange();
}

void Banner::setPump(const std::optional<app::PumpGlance>& pump) {
    m_pump = pump;
    if (m_record)
        arrange();
}

void Banner::arrange() {
    setAlerts();
    updateGeometry();
    layOut(width(), true);
    update();
}

void Banner::setAlerts() {
    QList<Alert> alerts;
    const core::Patient& patient = m_record->patient;
    if (const auto status = statusAlert(patient.status))
        alerts << *status;
    if (m_pump) {
        const PumpBadge badge = pumpBadge(*m_pump);
        alerts << Alert{badge.text, badge.tone, badge.detail};
    }
    if (const auto renal = renalAlert(m_record->renal, patient.onDialysis.value_or(false)))
        alerts << *renal;
    if (patient.pregnant.value_or(false))
        alerts << Alert{tr("Pregnant"), Tone::critical, {}};
    alerts << allergyAlert(patient);

    qDeleteAll(m_alerts);
    m_alerts.clear();
    for (const Alert& alert : alerts) {
        auto* badge = new Badge(alert.text, alert.tone, this);
        badge->setToolTip(alert.detail);
        badge->setAccessibleDescription(alert.detail);
        badge->show();
        m_alerts << badge;
    }
}

void Banner::recolour() {
    const Tokens& t = tokens(palette());
    const auto paint = [](QLabel* label, const QColor& colour) {
        QPalette own = label->palette();
        if (own.color(QPalette::WindowText) == colour)
            return;
        own.setColor(QPalette::WindowText, colour);
        label->setPalette(own);
    };
    paint(m_name, t.onBanner);
    for (const Fact& fact : m_facts) {
        paint(fact.caption, t.onBannerMuted);
        paint(fact.value, t.onBanner);
    }
}

int Banner::layOut(int width, bool apply) const {
    const int unit = fontMetrics().height();
    const int side = unit * 9 / 8;
    const int gap = unit * 5 / 4;
    const int rowGap = unit / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    struct Placed {
        QWidget* widget;
        QRect rect;
        int row;
    };
    QList<Placed> placed;
    QList<int> heights{0};
    int x = side;
    int row = 0;
    const auto place = [&](QWidget* first, QWidget* second, int before) {
        const QSize one = first->sizeHint();
        const QSize two = second != nullptr ? second->sizeHint() : QSize(0, 0);
        const int wide = qMax(one.width(), two.width());
        if (x > side && x + before + wide > width - side) {
            ++row;
            heights << 0;
            x = side;
        } else if (x > side) {
            x += before;
        }
        placed << Placed{first, QRect(QPoint(x, 0), one), row};
        if (second != nullptr)
            placed << Placed{second, QRect(QPoint(x, one.height()), two), row};
        heights[row] = qMax(heights[row], one.height() + two.height());
        x += wide;
    };
    place(m_name, nullptr, 0);
    for (const Fact& fact : m_facts) {
        if (!fact.value->text().isEmpty())
            place(fact.caption, fact.value, gap);
    }
    // The alerts stand at the right of the last line while they fit there.
    const int badgeGap = unit / 3;
    int alertWidth = 0;
    for (const Badge* badge : m_alerts)
        alertWidth += badge->sizeHint().width() + (alertWidth > 0 ? badgeGap : 0);
    if (!m_alerts.isEmpty()) {
        if (x + gap + alertWidth <= width - side) {
            x = width - side - alertWidth;
        } else {
            ++row;
            heights << 0;
            x = side;
        }
        bool firstBadge = true;
        for (Badge* badge : m_alerts) {
            const QSize size = badge->sizeHint();
            if (!firstBadge && x + badgeGap + size.width() > width - side) {
                ++row;
                heights << 0;
                x = side;
            } else if (!firstBadge) {
                x += badgeGap;
            }
            placed << Placed{badge, QRect(QPoint(x, 0), size), row};
            heights[row] = qMax(heights[row], size.height());
            x += size.width();
            firstBadge = false;
        }
    }
    QList<int> tops;
    int y = unit * 3 / 5;
    for (const int height : heights) {
        tops << y;
        y += height + rowGap;
    }
    const int total = y - rowGap + unit * 3 / 5;
    if (apply) {
        // What stands alone in a line of two-line facts is centred on it.
        for (const Placed& one : placed) {
            QRect rect = one.rect;
            const bool single = one.widget == m_name || qobject_cast<Badge*>(one.widget) != nullptr;
            const int offset = single ? (heights[one.row] - rect.height()) / 2 : rect.top();
            rect.moveTop(tops[one.row] + offset);
            if (mirrored)
                rect.moveLeft(width - rect.left() - rect.width());
            one.widget->setGeometry(rect);
        }
    }
    return total;
}

int Banner::heightForWidth(int width) const {
    return layOut(width, false);
}

QSize Banner::sizeHint() const {
    const int unit = fontMetrics().height();
    return {unit * 50, layOut(unit * 80, false)};
}

QSize Banner::minimumSizeHint() const {
    // Name and birth date are never cut: the window does not become narrower than the wider of them.
    const int unit = fontMetrics().height();
    const int widest = qMax(m_name->sizeHint().width(), m_facts.front().value->sizeHint().width());
    return {widest + unit * 9 / 4, layOut(qMax(width(), widest + unit * 9 / 4), false)};
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), ground(tokens(palette()), m_record));
}

void Banner::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut(width(), true);
    // The least height is of this width; the window must not keep that of a narrower banner.
    if (event->oldSize().width() != width())
        updateGeometry();
}

void Banner::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace lento::gui
