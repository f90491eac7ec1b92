// A Document as a PDF, PNG or SVG file; on any failure the file that was there before is still there, whole.
//
// PDF text is real text with embedded fonts. Errors: those of page_painter, diskFull, cannotWrite (subject: the file),
// nothingToPrint (no pages).
#pragma once

#include "core/result.h"
#include "report/document.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace lento::report {

core::Result<QByteArray> pdfBytes(const Document& document);
core::Result<void> writePdf(const Document& document, const QString& path);

// Precondition: page < document.pages.size().
core::Result<QImage> pageImage(const Document& document, std::size_t page, int dotsPerInch);
core::Result<void> writePng(const Document& document, std::size_t page, const QString& path, int dotsPerInch = 150);
core::Result<void> writeSvg(const Document& document, std::size_t page, const QString& path);

} // namespace lento::report
