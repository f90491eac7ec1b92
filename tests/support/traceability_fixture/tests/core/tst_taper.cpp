// Holds TAP-2 and TAP-7, says this comment; TAP-88 is no rule at all. E2 is none either: "E2 an example".
class TestTaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    // void planted();

private:
    void helper();
};

void TestTaper::rows_data() {
    row("E1 an example"); // "TAP-7"
    row("TAP-1 comes first");
    row("E1b another");
}
void TestTaper::rows() {
    QCOMPARE(finding(), "WARN tap-4.quick");
}
void TestTaper::helper() {}
