#include "report/page_export.h"

#include "report/page_painter.h"
#include "report/typeface.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cassert>
#include <cerrno>
#include <cmath>

namespace lento::report {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

// Fine enough that no stroke or letter moves visibly; coordinates stay short in the file.
constexpr int pdfResolution = 1200;

// Writes all of it or nothing: the old file stays until the new one is whole.
Result<void> save(const QByteArray& bytes, const QString& path) {
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return failure(errno == ENOSPC ? ErrorCode::diskFull : ErrorCode::cannotWrite, path.toStdString());
    const bool written = file.write(bytes) == bytes.size() && file.flush() && file.commit();
    if (written)
        return {};
    // A quota or a limit on a file's size is the same to the reader as a full disk.
    const int reason = errno;
    const bool full = file.error() == QFileDevice::ResourceError || reason == ENOSPC || reason == EFBIG
#ifdef EDQUOT
                      || reason == EDQUOT
#endif
        ;
    file.cancelWriting();
    return failure(full ? ErrorCode::diskFull : ErrorCode::cannotWrite, path.toStdString());
}

} // namespace

Result<QByteArray> pdfBytes(const Document& document) {
    if (document.pages.empty())
        return failure(ErrorCode::nothingToPrint);
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());
    if (Result<void> checked = checkText(document, *type); !checked)
        return failure(checked.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(pdfResolution);
        writer.setPageLayout(pageLayout(document));
        writer.setTitle(document.title);
        writer.setCreator(QStringLiteral("Lento"));
        QPainter painter(&writer);
        for (std::size_t page = 0; page < document.pages.size(); ++page) {
            if (page > 0 && !writer.newPage())
                return failure(ErrorCode::cannotWrite);
            paintPage(document, page, painter, pdfResolution / 25.4, *type);
        }
    }
    return bytes;
}

Result<void> writePdf(const Document& document, const QString& path) {
    const Result<QByteArray> bytes = pdfBytes(document);
    return bytes ? save(*bytes, path) : failure(bytes.error());
}

Result<QImage> pageImage(const Document& document, std::size_t page, int dotsPerInch) {
    assert(page < document.pages.size());
    if (Result<void> checked = checkText(document); !checked)
        return failure(checked.error());
    const double perMillimetre = dotsPerInch / 25.4;
    QImage image(static_cast<int>(std::lround(document.width() * perMillimetre)),
                 static_cast<int>(std::lround(document.height() * perMillimetre)), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(perMillimetre * 1000)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(perMillimetre * 1000)));
    image.fill(Qt::white);
    QPainter painter(&image);
    if (Result<void> painted = paintPage(document, page, painter, perMillimetre); !painted)
        return failure(painted.error());
    return image;
}

Result<void> writePng(const Document& document, std::size_t page, const QString& path, int dotsPerInch) {
    const Result<QImage> image = pageImage(document, page, dotsPerInch);
    if (!image)
        return failure(image.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image->save(&buffer, "PNG"))
        return failure(ErrorCode::cannotWrite, path.toStdString());
    return save(bytes, path);
}

Result<void> writeSvg(const Document& document, std::size_t page, const QString& path) {
    assert(page < document.pages.size());
    if (Result<void> checked = checkText(document); !checked)
        return checked;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        constexpr int resolution = 254; // ten units a millimetre
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(resolution);
        generator.setSize(QSize(static_cast<int>(document.width() * 10), static_cast<int>(document.height() * 10)));
        generator.setViewBox(QRectF(0, 0, document.width() * 10, document.height() * 10));
        generator.setTitle(document.title);
        QPainter painter(&generator);
        if (Result<void> painted = paintPage(document, page, painter, 10); !painted)
            return painted;
    }
    return save(bytes, path);
}

} // namespace lento::report
