// lento [FILE]: the window. Everything it needs is built here and handed down.
#include "content/catalogue.h"
#include "gui/dialog_host.h"
#include "gui/folder_protocols.h"
#include "gui/main_window.h"
#include "gui/theme.h"
#include "report/typeface.h"
#include "wording/messages.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <QTextStream>

int main(int argc, char* argv[]) {
    using namespace Qt::Literals::StringLiterals;
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Lento"_s);
    QCoreApplication::setApplicationName(u"Lento"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LENTO_VERSION));
    QGuiApplication::setDesktopFileName(u"lento"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Baclofen titration and taper planning"));
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("main", "The clinic file to open."),
                                 u"[FILE]"_s);
    const QCommandLineOption protocols(
        u"protocols"_s,
        QCoreApplication::translate("main", "A folder of protocol files to offer beside the built-in ones."),
        u"folder"_s);
    parser.addOption(protocols);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    // A machine without fonts still shows text: those of the paper are on board.
    if (QFontDatabase::families().isEmpty() && lento::report::Typeface::load())
        QApplication::setFont(QFont(u"Noto Sans"_s));
    lento::gui::applyTheme(application, lento::gui::storedAppearance());
    auto catalogue = lento::content::Catalogue::load();
    if (!catalogue) {
        QTextStream(stderr) << lento::wording::sentence(catalogue.error()) << Qt::endl;
        return 1;
    }
    // One wrong file and none is used: the window opens with the built-in protocols and says why.
    QString refused;
    if (parser.isSet(protocols)) {
        lento::gui::FolderProtocols own = lento::gui::withFolder(parser.value(protocols), *catalogue);
        catalogue = std::move(own.catalogue);
        refused = own.refused;
        if (!refused.isEmpty())
            QTextStream(stderr) << refused << Qt::endl;
    }
    lento::gui::ScreenDialogs dialogs;
    lento::gui::MainWindow window(*catalogue, dialogs, lento::app::Environment::ofThisComputer());
    // Before the window is shown: its patients are read while it is being put up, and its first picture is the clinic.
    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty())
        window.openClinic(files.front());
    if (!refused.isEmpty())
        window.addToolBar(new lento::gui::NoticeBar(refused));
    window.show();
    return QApplication::exec();
}
