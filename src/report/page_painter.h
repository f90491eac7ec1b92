// Draws a page of a Document on any QPainter, in millimetres: screen preview, printer, PDF, PNG and SVG take this one
// path.
//
// Black on white with the program's own fonts. Errors: textClipped (subject: the words that do not fit), glyphMissing
// (values: the character), missingResource (the fonts).
#pragma once

#include "core/result.h"
#include "report/document.h"

#include <QPageLayout>

class QPainter;

namespace lento::report {

class Typeface;

// Succeeds when no page has a clipped text or a character without a glyph. Every export calls it before its first
// stroke; whoever paints on a printer calls it once before.
core::Result<void> checkText(const Document& document);

// The page with the paper's top left corner at the painter's origin. unitsPerMillimetre: device resolution / 25.4.
// Precondition: page < document.pages.size().
core::Result<void> paintPage(const Document& document, std::size_t page, QPainter& painter, double unitsPerMillimetre);

// The same with a Typeface that has measured the document already.
core::Result<void> checkText(const Document& document, const Typeface& type);
void paintPage(const Document& document, std::size_t page, QPainter& painter, double unitsPerMillimetre,
               const Typeface& type);

// Paper size, orientation and no margins: what QPrinter and QPdfWriter must be set to (with full page) before painting.
QPageLayout pageLayout(const Document& document);

} // namespace lento::report
