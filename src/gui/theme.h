// The theme: every colour by its role for light and dark, text sizes relative to the system font, and how to apply
// them.
//
// A widget asks tokens(palette()) when it paints, so that a change of appearance needs no bookkeeping. Text on its
// background has a contrast of at least 4.5:1, bars and borders of controls at least 3:1 (platform-facts.md 6.5);
// tst_widgets computes it.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

#include <array>
#include <cstdint>

class QApplication;
class QFont;
class QLabel;
class QPushButton;
class QWidget;

namespace lento::gui {

// What a coloured thing says; always beside words.
enum class Tone : std::uint8_t { critical, caution, information, good, neutral };

struct ToneColours {
    QColor pale; // background of a badge
    QColor wash; // background of a card, paler
    QColor text; // on pale and on wash
    QColor bar;  // the bar at the left of a card, the frame of a field
};

struct Tokens {
    bool dark = false;
    QColor page;          // behind cards
    QColor surface;       // cards, lists, fields
    QColor subtle;        // heads of tables, the status bar
    QColor border;        // of cards and between rows; decoration
    QColor controlBorder; // of fields, where the frame alone says that something can be typed
    QColor buttonBorder;  // of buttons, whose words say it
    QColor text;
    QColor muted;       // second lines, labels
    QColor primary;     // links, the chosen tab, focus
    QColor primaryFill; // the one main button, the chosen segment
    QColor onPrimaryFill;
    QColor primaryPale; // the chosen row, a pressed toggle
    QColor banner;
    QColor onBanner;
    QColor onBannerMuted;
    QColor dose, doseFill, mas, nrs, effect, grid; // of the chart
    QColor stepFrame, stepWash;                    // a calendar day on which the dose changes
    std::array<ToneColours, 5> tones;

    const ToneColours& tone(Tone tone) const { return tones[static_cast<std::size_t>(tone)]; }
};

const Tokens& lightTokens();
const Tokens& darkTokens();
// Light or dark by the palette's own background.
const Tokens& tokens(const QPalette& palette);
QPalette paletteOf(const Tokens& tokens);

enum class Appearance : std::uint8_t { system, light, dark };

// Style, palette and tooltips of the whole program; may be called again when the person chooses another appearance.
void applyTheme(QApplication& application, Appearance appearance);
// What the person chose before; kept in QSettings.
Appearance storedAppearance();
void storeAppearance(Appearance appearance);

enum class TextKind : std::uint8_t {
    title,   // the name of a page or dialog
    heading, // the title of a card
    value,   // the one number of a card
    caption, // small, bold, muted: above a value or a field
    muted,   // a second line
    small,   // muted and smaller: rule ids, notes
};
void setTextKind(QLabel& label, TextKind kind);
QFont textFont(const QWidget& widget, TextKind kind);

// Lengths in the height of the widget's own font, so that 200 % stays in proportion.
int em(const QWidget& widget, double factor);

// The one button of a page that does what the page is for.
void makePrimary(QPushButton& button);
// A button that looks like a link; stays a button for keys and screen readers.
void makeLink(QPushButton& button);
// Small and square: arrows, close.
void makeCompact(QPushButton& button);

// One of resources/icons, drawn in the text colour of the palette: "search", "calendar".
QIcon themeIcon(const QString& name, const QPalette& palette, const QColor& colour = {});

// (L1 + 0.05) / (L2 + 0.05) by WCAG 2.2.
double contrast(const QColor& a, const QColor& b);

} // namespace lento::gui
