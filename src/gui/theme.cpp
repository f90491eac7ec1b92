#include "gui/theme.h"

#include "gui/clinic_style.h"

#include <QApplication>
#include <QFile>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSvgRenderer>
#include <QToolTip>

#include <cmath>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QColor rgb(unsigned value) {
    return QColor::fromRgb(value);
}

Tokens makeLight() {
    Tokens t;
    t.dark = false;
    t.page = rgb(0xf3f5f7);
    t.surface = rgb(0xffffff);
    t.subtle = rgb(0xf7f9fa);
    t.border = rgb(0xdfe4e9);
    t.controlBorder = rgb(0x8a95a3);
    t.buttonBorder = rgb(0xb9c2cc);
    t.text = rgb(0x1a2433);
    t.muted = rgb(0x566272);
    t.primary = rgb(0x0b5fa8);
    t.primaryFill = rgb(0x0b5fa8);
    t.onPrimaryFill = rgb(0xffffff);
    t.primaryPale = rgb(0xe3eef9);
    t.banner = rgb(0x12395b);
    t.onBanner = rgb(0xffffff);
    t.onBannerMuted = rgb(0xb7cbde);
    t.dose = rgb(0x0b5fa8);
    t.doseFill = rgb(0xd9e9f7);
    t.mas = rgb(0xb4470b);
    t.nrs = rgb(0x5b3a8c);
    t.effect = rgb(0xb3201a);
    t.grid = rgb(0xe6eaee);
    t.stepFrame = rgb(0xb8620a);
    t.stepWash = rgb(0xfff7e6);
    t.tones = {
        ToneColours{rgb(0xfde4e3), rgb(0xfff4f3), rgb(0x9f1414), rgb(0xb91c1c)},
        ToneColours{rgb(0xfdeccb), rgb(0xfffaee), rgb(0x744600), rgb(0xc26a05)},
        ToneColours{rgb(0xdfecf9), rgb(0xf2f8fd), rgb(0x0a4f8f), rgb(0x0b5fa8)},
        ToneColours{rgb(0xdcf2e4), rgb(0xf2fbf5), rgb(0x0d6234), rgb(0x15803d)},
        ToneColours{rgb(0xe8ecf0), rgb(0xf7f8fa), rgb(0x465261), rgb(0x6f7b89)},
    };
    return t;
}

Tokens makeDark() {
    Tokens t;
    t.dark = true;
    t.page = rgb(0x11161c);
    t.surface = rgb(0x1a212a);
    t.subtle = rgb(0x161c24);
    t.border = rgb(0x2f3a46);
    t.controlBorder = rgb(0x6d7c8e);
    t.buttonBorder = rgb(0x4a5868);
    t.text = rgb(0xe8edf2);
    t.muted = rgb(0xa6b3c1);
    t.primary = rgb(0x6cb4f5);
    t.primaryFill = rgb(0x1b69b0);
    t.onPrimaryFill = rgb(0xffffff);
    t.primaryPale = rgb(0x1d3a56);
    t.banner = rgb(0x0f2f4c);
    t.onBanner = rgb(0xffffff);
    t.onBannerMuted = rgb(0xb7cbde);
    t.dose = rgb(0x6cb4f5);
    t.doseFill = rgb(0x1c3650);
    t.mas = rgb(0xf2a065);
    t.nrs = rgb(0xbda2ec);
    t.effect = rgb(0xff8d85);
    t.grid = rgb(0x2a343f);
    t.stepFrame = rgb(0xd98c2b);
    t.stepWash = rgb(0x2c2618);
    t.tones = {
        ToneColours{rgb(0x4d1d1e), rgb(0x2b1c20), rgb(0xffbab5), rgb(0xf27d78)},
        ToneColours{rgb(0x45330f), rgb(0x282419), rgb(0xffd894), rgb(0xdc9634)},
        ToneColours{rgb(0x173753), rgb(0x19273a), rgb(0xb0d7ff), rgb(0x6cb4f5)},
        ToneColours{rgb(0x143c25), rgb(0x172a24), rgb(0xa3e6bc), rgb(0x4ebd7c)},
        ToneColours{rgb(0x2c3743), rgb(0x202832), rgb(0xc8d2dc), rgb(0x8896a5)},
    };
    return t;
}

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double factorOf(TextKind kind) {
    switch (kind) {
    case TextKind::title:
        return 1.35;
    case TextKind::heading:
        return 1.0;
    case TextKind::value:
        return 1.65;
    case TextKind::caption:
    case TextKind::small:
        return 0.92;
    case TextKind::muted:
        return 1.0;
    }
    return 1.0;
}

bool isBold(TextKind kind) {
    return kind == TextKind::title || kind == TextKind::heading || kind == TextKind::value || kind == TextKind::caption;
}

bool isMuted(TextKind kind) {
    return kind == TextKind::caption || kind == TextKind::muted || kind == TextKind::small;
}

// Draws an SVG whose lines are "currentColor" in the colour asked for, sharp at every scale.
class TintedSvgEngine final : public QIconEngine {
public:
    TintedSvgEngine(QByteArray svg, QColor colour)
        : m_svg(std::move(svg))
        , m_colour(colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QColor colour = m_colour;
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.45F);
        QByteArray text = m_svg;
        text.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(text);
        painter->save();
        painter->setOpacity(painter->opacity() * colour.alphaF());
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new TintedSvgEngine(m_svg, m_colour); }

private:
    QByteArray m_svg;
    QColor m_colour;
};

} // namespace

const Tokens& lightTokens() {
    static const Tokens light = makeLight();
    return light;
}

const Tokens& darkTokens() {
    static const Tokens dark = makeDark();
    return dark;
}

const Tokens& tokens(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < 0.5F ? darkTokens() : lightTokens();
}

QPalette paletteOf(const Tokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.page);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.subtle);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.onPrimaryFill);
    p.setColor(QPalette::Highlight, t.primaryFill);
    p.setColor(QPalette::HighlightedText, t.onPrimaryFill);
    p.setColor(QPalette::Link, t.primary);
    p.setColor(QPalette::LinkVisited, t.primary);
    p.setColor(QPalette::ToolTipBase, t.dark ? t.primaryPale : t.text);
    p.setColor(QPalette::ToolTipText, t.dark ? t.text : t.surface);
    p.setColor(QPalette::Light, t.surface);
    p.setColor(QPalette::Midlight, t.subtle);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.controlBorder);
    p.setColor(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.controlBorder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.dark ? rgb(0x74808d) : rgb(0x8c97a3));
    p.setColor(QPalette::Disabled, QPalette::Base, t.subtle);
    return p;
}

void applyTheme(QApplication& application, Appearance appearance) {
    bool dark = appearance == Appearance::dark;
    if (appearance == Appearance::system) {
        // Qt 6.4 has no colour scheme hint: the platform's own palette says it, once ours is taken away.
        QApplication::setPalette(QPalette());
        dark = QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    }
    if (qobject_cast<ClinicStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new ClinicStyle);
    const QPalette palette = paletteOf(dark ? darkTokens() : lightTokens());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application.setProperty("lentoAppearance", static_cast<int>(appearance));
}

Appearance storedAppearance() {
    const QString name = QSettings().value(u"view/appearance"_s).toString();
    if (name == "light"_L1)
        return Appearance::light;
    if (name == "dark"_L1)
        return Appearance::dark;
    return Appearance::system;
}

void storeAppearance(Appearance appearance) {
    const QString name = appearance == Appearance::light  ? u"light"_s
                         : appearance == Appearance::dark ? u"dark"_s
                                                          : u"system"_s;
    QSettings().setValue(u"view/appearance"_s, name);
}

QFont textFont(const QWidget& widget, TextKind kind) {
    QFont font = QApplication::font(&widget);
    const double factor = factorOf(kind);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
    font.setBold(isBold(kind));
    return font;
}

void setTextKind(QLabel& label, TextKind kind) {
    label.setFont(textFont(label, kind));
    label.setForegroundRole(isMuted(kind) ? QPalette::PlaceholderText : QPalette::WindowText);
}

int em(const QWidget& widget, double factor) {
    return static_cast<int>(std::lround(widget.fontMetrics().height() * factor));
}

void makePrimary(QPushButton& button) {
    button.setProperty("lentoPrimary", true);
    QFont font = button.font();
    font.setBold(true);
    button.setFont(font);
    button.update();
}

void makeLink(QPushButton& button) {
    button.setProperty("lentoLink", true);
    button.setFlat(true);
    button.setCursor(Qt::PointingHandCursor);
    button.updateGeometry();
}

void makeCompact(QPushButton& button) {
    button.setProperty("lentoCompact", true);
    button.updateGeometry();
}

QIcon themeIcon(const QString& name, const QPalette& palette, const QColor& colour) {
    QFile file(u":/lento/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedSvgEngine(file.readAll(), colour.isValid() ? colour : tokens(palette).text));
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

} // namespace lento::gui
