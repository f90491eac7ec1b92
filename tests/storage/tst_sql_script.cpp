#include "storage/dialect.h"
#include "storage/sql_script.h"

#include <QtTest/QtTest>

using namespace lento::storage;

class TestSqlScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scriptsAreSplit_data();
    void scriptsAreSplit();
    void marksBecomeSqlite_data();
    void marksBecomeSqlite();
};

void TestSqlScript::scriptsAreSplit_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char* name, const QString& script, const QStringList& statements) {
        QTest::newRow(name) << script << statements;
    };
    row("nothing", QString(), {});
    row("only blanks and comments", QStringLiteral(" \n-- nothing; here\n/* nor; here */\n;;"), {});
    row("two", QStringLiteral("select 1; select 2"), {QStringLiteral("select 1"), QStringLiteral("select 2")});
    row("no closing semicolon, comment after it", QStringLiteral("select 1; -- done"), {QStringLiteral("select 1")});
    row("semicolon in a string", QStringLiteral("select 'a;b'; select 2"),
        {QStringLiteral("select 'a;b'"), QStringLiteral("select 2")});
    row("doubled quote", QStringLiteral("select 'it''s; so'; select 2"),
        {QStringLiteral("select 'it''s; so'"), QStringLiteral("select 2")});
    row("comment marks in a string", QStringLiteral("select '--;', '/*;'; select 2"),
        {QStringLiteral("select '--;', '/*;'"), QStringLiteral("select 2")});
    row("quoted name", QStringLiteral("select \"a;b\" from [c;d]; select `e;f`"),
        {QStringLiteral("select \"a;b\" from [c;d]"), QStringLiteral("select `e;f`")});
    row("quote in a line comment", QStringLiteral("select 1 -- it's\n, 2; select 3"),
        {QStringLiteral("select 1 \n, 2"), QStringLiteral("select 3")});
    row("semicolon in a block comment", QStringLiteral("/*strict;*/ select 1; select 2"),
        {QStringLiteral("/*strict;*/ select 1"), QStringLiteral("select 2")});
    const QString trigger =
        QStringLiteral("create trigger t before update on a begin select raise(abort, 'end;'); select 2; end");
    row("trigger body", trigger + QStringLiteral("; select 3"), {trigger, QStringLiteral("select 3")});
    const QString cased =
        QStringLiteral("CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; SELECT 4; END");
    row("case inside a trigger", cased + QStringLiteral(";select 5"), {cased, QStringLiteral("select 5")});
    row("case outside a trigger", QStringLiteral("select case when 1 then 2 end; select 3"),
        {QStringLiteral("select case when 1 then 2 end"), QStringLiteral("select 3")});
    row("begin as a statement", QStringLiteral("begin; select 1; end"),
        {QStringLiteral("begin"), QStringLiteral("select 1"), QStringLiteral("end")});
    row("names that hold the words", QStringLiteral("create table trigger_begin (begin_end int); select 1"),
        {QStringLiteral("create table trigger_begin (begin_end int)"), QStringLiteral("select 1")});
    row("unclosed string", QStringLiteral("select 'a; b"), {QStringLiteral("select 'a; b")});
}

void TestSqlScript::scriptsAreSplit() {
    QFETCH(QString, script);
    QTEST(splitSqlScript(script), "statements");
}

void TestSqlScript::marksBecomeSqlite_data() {
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected"); // empty: left out
    QTest::newRow("strict") << QStringLiteral("create table a (b text) /*strict*/")
                            << QStringLiteral("create table a (b text) strict");
    QTest::newRow("plain") << QStringLiteral("create index i on a (b)") << QStringLiteral("create index i on a (b)");
    QTest::newRow("ours") << QStringLiteral("/*only:sqlite*/ create trigger t") << QStringLiteral("create trigger t");
    QTest::newRow("another's") << QStringLiteral("/*only:postgresql*/ create function f") << QString();
}

void TestSqlScript::marksBecomeSqlite() {
    QFETCH(QString, statement);
    QTEST(forSqlite(statement).value_or(QString()), "expected");
}

QTEST_APPLESS_MAIN(TestSqlScript)
#include "tst_sql_script.moc"
