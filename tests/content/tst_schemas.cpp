// Every JSON file that the program ships holds to the schema beside it, and the schemas do refuse.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QtTest>
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace {

QString resourcePath(const QString& name) {
    return QStringLiteral(LENTO_SOURCE_DIR "/resources/") + name;
}

QJsonObject readJson(const QString& name) {
    QFile file(resourcePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

// Empty when the value holds to the schema, else what is wrong.
QString problems(const QJsonObject& schemaJson, const QJsonObject& value) {
    valijson::Schema schema;
    const QJsonValue schemaValue(schemaJson);
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaValue), schema);
    const QJsonValue whole(value);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema, valijson::adapters::QtJsonAdapter(whole), &results))
        return {};
    QString text;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        for (const std::string& part : error.context)
            text += QString::fromStdString(part);
        text += QStringLiteral(": ") + QString::fromStdString(error.description) + QLatin1Char('\n');
    }
    return text.isEmpty() ? QStringLiteral("refused") : text;
}

QString schemaOf(const QString& name) {
    return name.startsWith(QLatin1String("protocols/"))
               ? QStringLiteral("protocols/protocol.schema.json")
               : QString(name).replace(QLatin1String(".json"), QLatin1String(".schema.json"));
}

QStringList contentFiles() {
    QStringList all;
    for (const QString& folder :
         {QStringLiteral("catalogue"), QStringLiteral("protocols"), QStringLiteral("rules"), QStringLiteral("scales")})
        for (const QString& name : QDir(resourcePath(folder)).entryList({QStringLiteral("*.json")}, QDir::Files))
            if (!name.endsWith(QLatin1String(".schema.json")))
                all.append(folder + QLatin1Char('/') + name);
    return all;
}

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileHoldsToItsSchema_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : contentFiles())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyFileHoldsToItsSchema() {
        QFETCH(const QString, name);
        const QJsonObject schema = readJson(schemaOf(name));
        QVERIFY2(!schema.isEmpty(), qPrintable(schemaOf(name)));
        const QJsonObject value = readJson(name);
        QVERIFY(!value.isEmpty());
        QCOMPARE(problems(schema, value), QString());
    }

    void aForeignKeyIsRefused_data() { everyFileHoldsToItsSchema_data(); }
    void aForeignKeyIsRefused() {
        QFETCH(const QString, name);
        QJsonObject value = readJson(name);
        value.insert(QStringLiteral("surprise"), 1);
        QVERIFY(!problems(readJson(schemaOf(name)), value).isEmpty());
    }

    void aMissingKeyIsRefused_data() { everyFileHoldsToItsSchema_data(); }
    void aMissingKeyIsRefused() {
        QFETCH(const QString, name);
        const QJsonObject whole = readJson(name);
        const QJsonObject schema = readJson(schemaOf(name));
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        QVERIFY(!required.isEmpty());
        for (const QJsonValue& key : required) {
            QJsonObject value = whole;
            value.remove(key.toString());
            QVERIFY2(!problems(schema, value).isEmpty(), qPrintable(key.toString()));
        }
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schemas.moc"
