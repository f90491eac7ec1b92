// A document's text against the golden file named after the test's row; LENTO_UPDATE_GOLDEN=1 rewrites it on purpose.
#pragma once

#include <QFile>
#include <QtTest/QtTest>

#include <algorithm>

namespace lento::test {

inline void comparesWithGolden(const QString& text) {
    QFile golden(
        QStringLiteral(LENTO_TEST_DATA_DIR "/golden/documents/%1.txt").arg(QLatin1String(QTest::currentDataTag())));
    if (qEnvironmentVariableIsSet("LENTO_UPDATE_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(text.toUtf8());
        return;
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n');
    const QStringList found = text.split(u'\n');
    for (qsizetype line = 0; line < std::min(expected.size(), found.size()); ++line)
        QCOMPARE(found[line], expected[line]);
    QCOMPARE(found.size(), expected.size());
}

} // namespace lento::test
