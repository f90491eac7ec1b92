// Medicines as people type them, and the classes of INT that they belong to.
#include "core/medicine.h"
#include "core_values.h"
#include "shipped_numbers.h"

using namespace lento::core;
using namespace lento::test;

namespace {

// "INT-1 INT-15", in the order of the list.
QString classesOf(const MedicineList& list, const QString& typed) {
    QStringList rules;
    for (const MedicineClass* each : list.classesOf(typed.toStdString()))
        rules << QString::fromUtf8(each->rule.text().data(), static_cast<qsizetype>(each->rule.text().size()));
    return rules.join(QLatin1Char(' '));
}

} // namespace

class TestMedicine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFolded_data();
    void wordsAreFolded();
    void typedNamesFindTheirClass_data();
    void typedNamesFindTheirClass();
    void namesOfTheRulesAreFound_data();
    void namesOfTheRulesAreFound();
    void everyNameOfTheListFindsItself();
    void listsAreTheirOwn();
};

void TestMedicine::wordsAreFolded_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("as it is") << "morphine"
                              << "morphine";
    QTest::newRow("case and strength") << "Oxycodone MR 10mg"
                                       << "oxycodone mr 10 mg";
    QTest::newRow("strength without a blank") << "tramadol50mg"
                                              << "tramadol 50 mg";
    QTest::newRow("hyphen and slash") << "Co-codamol 8/500"
                                      << "co codamol 8 500";
    QTest::newRow("accents") << QStringLiteral("Méthadone, LÉVODOPA") << "methadone levodopa";
    QTest::newRow("accents as marks of their own") << QStringLiteral("Me\u0301thadone") << "methadone";
    QTest::newRow("letters that are no accents") << QStringLiteral("Łøæß") << "loaess";
    QTest::newRow("other scripts part words") << QStringLiteral("морфин morphine モルヒネ") << "morphine";
    QTest::newRow("blanks and signs") << QStringLiteral("  Valium®  (diazepam) ") << "valium diazepam";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("only signs") << "?!"
                                << "";
}

void TestMedicine::wordsAreFolded() {
    QFETCH(QString, typed);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(foldedWords(typed.toStdString())).trimmed(), words);
}

void TestMedicine::typedNamesFindTheirClass_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("classes");
    const auto row = [](const char* typed, const char* classes) {
        QTest::addRow("%s", typed) << QString::fromUtf8(typed) << QString::fromLatin1(classes);
    };
    // INT-1
    row("Oxycodone MR 10mg", "INT-1");
    row("OXYCONTIN 5 mg bd", "INT-1");
    row("morphine sulfate", "INT-1 INT-16");
    row("MST Continus 10 mg", "INT-1 INT-16");
    row("fentanyl patch 12 mcg/h", "INT-1 INT-15");
    row("Méthadone", "INT-1");
    row("co-codamol 30/500", "INT-1");
    row("Tramacet", "INT-1");
    row("apomorphine", "");
    row("dextromethorphan", "");
    row("loperamide", "");
    row("Nurofen Plus", "INT-1 INT-12");
    // INT-2 to INT-6
    row("Diazepam 2 mg tds", "INT-2");
    row("Valium", "INT-2");
    row("zopiclone 3.75mg nocte", "INT-2");
    row("olanzapine", "INT-5");
    row("Alcohol", "INT-3");
    row("non-alcoholic mouthwash", "");
    row("Piriton", "INT-4");
    row("cetirizine", "");
    row("Pregabalin 75mg", "INT-5");
    row("Lyrica", "INT-5");
    row("Sativex spray", "INT-5");
    row("tizanidine", "INT-6");
    row("Sirdalud", "INT-6");
    // INT-7 by ending
    row("ramipril 5mg", "INT-7");
    row("Perindopril arginine", "INT-7");
    row("losartan/hydrochlorothiazide", "INT-7");
    row("propranolol", "INT-7");
    row("bisoprolol fumarate", "INT-7");
    row("timolol eye drops", "INT-7");
    row("menthol", "");
    row("levomenthol cream", "");
    row("stanozolol", "");
    row("started April", "");
    row("olol", "");
    row("clonidine", "INT-7");
    row("frusemide", "INT-7");
    // INT-8 to INT-14
    row("Amitriptyline 10 mg", "INT-8");
    row("Sinemet Plus", "INT-9");
    row("co-careldopa 25/100", "INT-9");
    row("Priadel 400mg", "INT-10");
    row("lithium carbonate", "INT-10");
    row("rasagiline", "INT-11");
    row("Ibuprofen gel", "INT-12");
    row("Ibuprofène", "INT-12");
    row("mefenamic acid", "INT-12");
    row("folic acid", "");
    row("tenofovir disoproxil", "INT-12");
    row("Metformin MR", "INT-13");
    row("sitagliptin", "INT-13");
    row("insulin glargine", "INT-13");
    row("Ozempic", "INT-13");
    row("propofol", "INT-14 INT-15");
    // No class, and no hit inside another word
    row("sertraline", "");
    row("oxybutynin", "");
    row("fampridine", "");
    row("paracetamol", "");
    row("baclofen", "");
    row("codeineless", "");
    row("xdiazepam", "");
    row("", "");
    row("10 mg", "");
    // Two in one line
    row("diazepam and morphine", "INT-1 INT-2 INT-16");
}

void TestMedicine::typedNamesFindTheirClass() {
    QFETCH(QString, typed);
    QFETCH(QString, classes);
    QCOMPARE(classesOf(shippedNumbers().medicines, typed), classes);
}

// The names that clinical-rules.md section 13 asks for, as people type them; never inside another word.
void TestMedicine::namesOfTheRulesAreFound_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("rule");
    const auto rows = [](const char* rule, const char* names) {
        for (const QString& name : QString::fromLatin1(names).split(QLatin1Char(' ')))
            QTest::addRow("%s %s", rule, qPrintable(name)) << name << QString::fromLatin1(rule);
    };
    rows("INT-1", "morphine oxycodone hydrocodone hydromorphone fentanyl codeine dihydrocodeine tramadol tapentadol "
                  "methadone buprenorphine pethidine meperidine");
    rows("INT-2", "diazepam clonazepam lorazepam alprazolam temazepam nitrazepam oxazepam midazolam clobazam zolpidem "
                  "zopiclone eszopiclone");
    rows("INT-3", "alcohol");
    rows(
        "INT-4",
        "promethazine diphenhydramine hydroxyzine chlorphenamine chlorpheniramine cyclizine doxylamine cyproheptadine");
    rows("INT-5", "gabapentin pregabalin phenobarbital primidone haloperidol olanzapine quetiapine risperidone "
                  "clozapine chlorpromazine levomepromazine nabiximols dronabinol nabilone");
    rows("INT-6", "tizanidine dantrolene cyclobenzaprine methocarbamol carisoprodol orphenadrine");
    rows("INT-7", "carvedilol labetalol sotalol amlodipine nifedipine felodipine diltiazem verapamil doxazosin "
                  "prazosin clonidine methyldopa furosemide hydrochlorothiazide chlortalidone bendroflumethiazide "
                  "indapamide spironolactone lisinopril enalapril candesartan valsartan atenolol metoprolol");
    rows("INT-8",
         "amitriptyline nortriptyline imipramine clomipramine desipramine dosulepin doxepin trimipramine lofepramine");
    rows("INT-9", "levodopa co-careldopa co-beneldopa");
    rows("INT-10", "lithium");
    rows("INT-11", "phenelzine tranylcypromine isocarboxazid moclobemide selegiline rasagiline safinamide");
    rows("INT-12", "ibuprofen naproxen diclofenac indometacin ketorolac meloxicam celecoxib gentamicin tobramycin "
                   "amikacin vancomycin ciclosporin tacrolimus amphotericin cisplatin tenofovir probenecid");
    rows("INT-13", "insulin metformin gliclazide glipizide glimepiride");
    rows("INT-14", "rocuronium suxamethonium propofol sevoflurane");
    rows("INT-15", "propofol fentanyl sevoflurane");
    rows("INT-16", "morphine");
}

void TestMedicine::namesOfTheRulesAreFound() {
    QFETCH(QString, name);
    QFETCH(QString, rule);
    const MedicineList& list = shippedNumbers().medicines;
    const auto finds = [&](const QString& typed) {
        return classesOf(list, typed).split(QLatin1Char(' ')).contains(rule);
    };
    for (const QString& typed :
         {name, name.toUpper(), QString(name).replace(0, 1, name.left(1).toUpper()), name + QStringLiteral(" 10mg"),
          QStringLiteral("takes %1, at night").arg(name), QStringLiteral("(%1)").arg(name)})
        QVERIFY2(finds(typed), qPrintable(typed));
    for (const QString& inside : {name + QStringLiteral("ish"), name.chopped(2)})
        QVERIFY2(!finds(inside), qPrintable(inside));
}

void TestMedicine::everyNameOfTheListFindsItself() {
    const MedicineList& list = shippedNumbers().medicines;
    QCOMPARE(list.classes().size(), std::size_t{16});
    for (const MedicineClass& each : list.classes()) {
        QCOMPARE(list.find(each.rule), &each);
        for (const std::string& name : each.names) {
            const auto found = list.classesOf(name);
            QVERIFY2(std::find(found.begin(), found.end(), &each) != found.end(), name.c_str());
        }
    }
    QVERIFY(!list.find("INT-99"));
}

// The list is data: another one answers otherwise, and an empty one knows nothing.
void TestMedicine::listsAreTheirOwn() {
    MedicineClass acids;
    acids.rule = "INT-1";
    acids.names = {"tranexamic acid", "acid"};
    acids.endings = {"olol"};
    acids.exceptions = {"gladolol"};
    const MedicineList list =
        MedicineList::of({acids}, {{"Cyklo Kapron", {"tranexamic acid"}}, {"Unknown", {"nothing"}}});
    QCOMPARE(classesOf(list, QStringLiteral("Cyklo-Kapron 500")), QStringLiteral("INT-1"));
    QCOMPARE(classesOf(list, QStringLiteral("kapron")), QString());
    QCOMPARE(classesOf(list, QStringLiteral("Unknown")), QString());
    QCOMPARE(classesOf(list, QStringLiteral("Gladolol")), QString());
    QCOMPARE(classesOf(list, QStringLiteral("sotalolol")), QStringLiteral("INT-1"));
    QCOMPARE(classesOf(MedicineList(), QStringLiteral("morphine")), QString());
}

LENTO_CORE_TEST_MAIN(TestMedicine)
#include "tst_medicine.moc"
