// Protocols in words: every use and every field that a file may hold has a name of its own, and a problem is told once
// with file, field and reason.
#include "content/catalogue.h"
#include "wording/protocol_words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QtTest>

using namespace lento;
using core::Error;
using core::ErrorCode;

Q_DECLARE_METATYPE(lento::core::Error)

class TestProtocolWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyUseHasTheWordsOfTheCatalogue() {
        const content::Catalogue catalogue = content::Catalogue::load().value();
        QVERIFY(!catalogue.indications().empty());
        for (const core::Indication& use : catalogue.indications()) {
            QVERIFY2(wording::hasIndicationWords(use.code), use.code.c_str());
            QCOMPARE(wording::indicationName(use), QString::fromStdString(use.name));
        }
        QVERIFY(!wording::hasIndicationWords("IND-XX"));
        QCOMPARE(wording::indicationName({"IND-XX", "Something new", {}, {}, {}}), QStringLiteral("Something new"));
    }

    void everyFieldOfAFileHasAName() {
        QFile file(QStringLiteral(":/lento/protocols/protocol.schema.json"));
        if (!file.exists())
            file.setFileName(QStringLiteral(LENTO_SOURCE_DIR "/resources/protocols/protocol.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
        const QStringList keys = schema.value(QLatin1String("properties")).toObject().keys();
        QVERIFY(keys.size() > 20);
        for (const QString& key : keys) {
            // Which is the default and which are offered is said by ticks, not by fields.
            if (key == QLatin1String("default") || key == QLatin1String("enabled"))
                continue;
            QVERIFY2(wording::protocolFieldName(key.toStdString()) != key, qPrintable(key));
        }
    }

    void aProblemNamesFileFieldAndReason_data() {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, Error error, const char* words) {
            QTest::newRow(name) << std::move(error) << QString::fromUtf8(words);
        };
        row("missing", {ErrorCode::missingField, "own.json:start_mg", {"start_mg"}},
            "own.json, field “start_mg”: It is missing.");
        row("empty", {ErrorCode::emptyText, "own.json:note", {}}, "own.json, field “note”: It is empty.");
        row("unknown key", {ErrorCode::unknownField, "own.json:colour", {"colour"}},
            "own.json, field “colour”: A protocol has no such field.");
        row("unknown source", {ErrorCode::notFound, "own.json:sources", {"S999"}},
            "own.json, field “sources”: “S999” is not known.");
        row("in a list", {ErrorCode::notAnInteger, "own.json:interval_options[1]", {"3.5"}},
            "own.json, field “interval_options[1]”: “3.5” is not a whole number. Type digits only, such as 7.");
        row("two files", {ErrorCode::conflictingFields, "own.json:id", {"OWN-A", "OWN-A"}},
            "own.json, field “id”: Two files give this short name.");
        row("built in", {ErrorCode::conflictingFields, "own.json:id", {"IND-TN", "the built-in IND-TN"}},
            "own.json, field “id”: A built-in protocol has this short name, and built-in ones are never changed.");
        row("twice", {ErrorCode::conflictingFields, "own.json:start_mg", {"start_mg", "start_mg"}},
            "own.json, field “start_mg”: “start_mg” stands twice.");
        row("against each other", {ErrorCode::conflictingFields, "own.json:goal_mg", {"goal_mg", "ceiling_mg"}},
            "own.json, field “goal_mg”: “Usual goal” and “Ceiling” do not go together.");
        row("no JSON", {ErrorCode::malformedFile, "own.json:7", {"12"}},
            "own.json, line 7: It cannot be read beyond character 12.");
        row("no JSON in one line", {ErrorCode::malformedFile, "own.json", {"12"}},
            "own.json: It cannot be read beyond character 12.");
        row("no file", {ErrorCode::missingResource, "protocols", {}}, "protocols cannot be read.");
    }
    void aProblemNamesFileFieldAndReason() {
        QFETCH(const Error, error);
        QFETCH(const QString, words);
        QCOMPARE(wording::protocolFileProblem(error), words);
    }
};

QTEST_GUILESS_MAIN(TestProtocolWords)
#include "tst_protocol_words.moc"
