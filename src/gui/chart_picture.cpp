#include "gui/chart_picture.h"

#include "gui/theme.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Half an A4 page in landscape proportions, drawn at 96 dots an inch and saved at twice that.
constexpr QSize pictureSize(1040, 620);
constexpr int pictureScale = 2;
constexpr double pointsAPixel = 72.0 / 96.0;

core::Failure cannotWrite(const QSaveFile& file) {
    const bool full = file.error() == QFileDevice::ResourceError;
    return core::failure(full ? core::ErrorCode::diskFull : core::ErrorCode::cannotWrite,
                         QFileInfo(file.fileName()).fileName().toStdString());
}

QByteArray draw(DoseChart& chart, const QString& ending) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QRectF whole(QPointF(0, 0), QSizeF(pictureSize));
    const auto render = [&](QPaintDevice& device, const QRectF& target) {
        QPainter painter(&device);
        painter.setRenderHint(QPainter::Antialiasing);
        chart.render(&painter, target, chart.viewport()->rect());
    };
    if (ending == "png"_L1) {
        QImage image(pictureSize * pictureScale, QImage::Format_RGB32);
        image.fill(Qt::white);
        render(image, QRectF(image.rect()));
        image.save(&buffer, "PNG");
    } else if (ending == "svg"_L1) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(pictureSize);
        generator.setViewBox(whole);
        generator.setTitle(u"Dose and spasticity over time"_s);
        render(generator, whole);
    } else {
        QPdfWriter writer(&buffer);
        writer.setTitle(u"Dose and spasticity over time"_s);
        writer.setPageSize(QPageSize(QSizeF(pictureSize) * pointsAPixel, QPageSize::Point));
        writer.setPageMargins(QMarginsF());
        render(writer, QRectF(0, 0, writer.width(), writer.height()));
    }
    return bytes;
}

} // namespace

core::Result<void> saveChartPicture(const DoseChart& shown, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "png"_L1 && ending != "svg"_L1 && ending != "pdf"_L1)
        return core::failure(core::ErrorCode::unknownName, "picture", {ending.toStdString(), "png, svg, pdf"});

    DoseChart chart;
    chart.setAttribute(Qt::WA_DontShowOnScreen);
    chart.setFrameShape(QFrame::NoFrame);
    chart.setPalette(paletteOf(lightTokens()));
    const Tokens& t = lightTokens();
    chart.setColours({t.dose, t.doseFill, t.mas, t.nrs, t.effect, t.text, t.text, t.muted, t.grid, t.surface});
    chart.resize(pictureSize);
    chart.setRange(shown.range());
    chart.setSeries(shown.series());
    // Laid out as if it were seen, without a window that flashes up.
    chart.show();

    QSaveFile file(path);
    const QByteArray bytes = draw(chart, ending);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(file);
    return {};
}

} // namespace lento::gui
