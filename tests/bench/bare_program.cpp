// The floor of a window: a Qt program of the same kinds of widgets that does nothing else. Menus, a list of the names
// in an SQLite table, a form, a month grid, a chart; the list is filled after the window stands.
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStatusBar>
#include <QStringListModel>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

namespace {

using namespace Qt::Literals::StringLiterals;

QStringList names(const QString& path) {
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(path);
    QStringList read;
    if (!database.open())
        return read;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(u"select surname || ', ' || given from person order by surname, given"_s);
    while (query.next())
        read << query.value(0).toString();
    return read;
}

void addMenus(QMainWindow& window) {
    for (const char* title : {"File", "Edit", "Patient", "View", "Help"}) {
        QMenu* menu = window.menuBar()->addMenu(QString::fromLatin1(title));
        for (int i = 1; i <= 6; ++i)
            menu->addAction(QStringLiteral("%1 action %2").arg(QString::fromLatin1(title)).arg(i));
    }
}

QWidget* form() {
    auto* box = new QWidget;
    auto* layout = new QFormLayout(box);
    for (int i = 1; i <= 8; ++i)
        layout->addRow(QStringLiteral("Field %1").arg(i), new QLineEdit);
    layout->addRow(u"Choice"_s, new QComboBox);
    layout->addRow(u"Day"_s, new QDateEdit);
    layout->addRow(new QPushButton(u"Save"_s));
    return box;
}

QWidget* month() {
    auto* grid = new QTableWidget(6, 7);
    for (int day = 0; day < 42; ++day)
        grid->setItem(day / 7, day % 7, new QTableWidgetItem(QString::number(day % 31 + 1)));
    grid->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    grid->verticalHeader()->hide();
    return grid;
}

QWidget* chart() {
    auto* line = new QLineSeries;
    auto* points = new QScatterSeries;
    QList<QPointF> corners;
    QList<QPointF> scores;
    for (int day = 0; day < 365; ++day)
        corners << QPointF(day, 20 + day / 14);
    for (int visit = 0; visit < 12; ++visit)
        scores << QPointF(visit * 30, 10 + visit % 3);
    line->replace(corners);
    points->replace(scores);
    auto* view = new QChartView;
    view->setRenderHint(QPainter::Antialiasing);
    view->chart()->addSeries(line);
    view->chart()->addSeries(points);
    view->chart()->createDefaultAxes();
    return view;
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QMainWindow window;
    addMenus(window);
    auto* model = new QStringListModel(&window);
    auto* list = new QListView;
    list->setUniformItemSizes(true);
    list->setModel(model);
    auto* column = new QWidget;
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->addWidget(new QLineEdit);
    columnLayout->addWidget(list);
    auto* page = new QWidget;
    auto* pageLayout = new QVBoxLayout(page);
    for (QWidget* part : {form(), month(), chart()})
        pageLayout->addWidget(part);
    auto* splitter = new QSplitter;
    splitter->addWidget(column);
    splitter->addWidget(page);
    window.setCentralWidget(splitter);
    window.statusBar()->showMessage(u"bare"_s);
    window.resize(1360, 860);
    window.show();
    const QStringList arguments = QApplication::arguments();
    QTimer::singleShot(0, &window, [&] { model->setStringList(names(arguments.value(1))); });
    return QApplication::exec();
}
