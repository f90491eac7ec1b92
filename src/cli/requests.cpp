#include "cli/requests.h"

#include "app/clinic_settings.h"
#include "app/session.h"
#include "cli/command_line.h"
#include "cli/error_text.h"
#include "content/protocol_file.h"

#include <QFile>

namespace lento::cli {

namespace {

core::Result<Answer> answer(const QByteArray& text, const std::string& place, const content::Catalogue& catalogue,
                            Answerer answerer) {
    const core::Result<QJsonObject> object = content::parseJsonObject(text, place);
    if (!object)
        return core::failure(object.error());
    content::JsonTrouble trouble;
    content::JsonReader reader(*object, {place, {}}, trouble);
    return answerer(reader, catalogue);
}

int answerWhole(QIODevice& source, const std::string& name, const content::Catalogue& catalogue, Answerer answerer,
                const Streams& streams) {
    const core::Result<Answer> done = answer(source.readAll(), name, catalogue, answerer);
    if (!done) {
        writeError(streams, done.error());
        return exitWrongInput;
    }
    write(streams.out, done->json.pretty() + '\n');
    return done->needsClinician ? exitNeedsClinician : exitDone;
}

int answerLines(QIODevice& source, const std::string& name, const content::Catalogue& catalogue, Answerer answerer,
                const Streams& streams) {
    int exitCode = exitDone;
    int number = 0;
    for (QByteArray line = source.readLine(); !line.isEmpty(); line = source.readLine()) {
        ++number;
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        const core::Result<Answer> done = answer(line, name + ':' + std::to_string(number), catalogue, answerer);
        if (done) {
            write(streams.out, done->json.compact() + '\n');
            if (done->needsClinician && exitCode == exitDone)
                exitCode = exitNeedsClinician;
        } else {
            writeError(streams, done.error());
            Json error = Json::object();
            error.add("where", Json::text(done.error().subject)).add("what", Json::text(errorText(done.error())));
            write(streams.out, Json::object().add("error", std::move(error)).compact() + '\n');
            exitCode = exitWrongInput;
        }
        // Whoever asks line by line through a pipe waits for this answer before the next question.
        if (auto* const file = qobject_cast<QFileDevice*>(&streams.out))
            file->flush();
    }
    return exitCode;
}

} // namespace

int answerRequests(const QString& command, const QString& description, const QStringList& arguments,
                   const Streams& streams, Answerer answerer) {
    const QString lines = QStringLiteral("lines");
    CommandLine call(command, description);
    call.option(lines, QStringLiteral("One request a line, one answer a line. A wrong line is answered by an error."));
    call.positional(QStringLiteral("file"), QStringLiteral("The request; - or nothing reads standard input."),
                    QStringLiteral("[FILE|-]"));
    const QString clinic = QStringLiteral("file");
    call.option(clinic,
                QStringLiteral("A clinic file: its products, its region and its choices count. It is only read."),
                QStringLiteral("F"));
    const QString protocols = QStringLiteral("protocols");
    call.option(protocols, QStringLiteral("A folder of protocol files that may be named beside the built-in ones."),
                QStringLiteral("folder"));
    if (const auto exitCode = call.parse(arguments, streams, 1))
        return *exitCode;

    core::Result<content::Catalogue> catalogue = content::Catalogue::load();
    if (!catalogue) {
        writeError(streams, catalogue.error());
        return exitWrongInput;
    }
    if (call.isSet(protocols)) {
        // One wrong file and none is used: the built-in protocols answer, and it is said why.
        const auto own = content::protocolsInFolder(call.value(protocols), *catalogue);
        if (own)
            catalogue = catalogue->withProtocols(*own);
        else
            writeError(streams, own.error());
    }
    if (call.isSet(clinic)) {
        const auto session = app::Session::openReadOnly(call.value(clinic), app::Environment::ofThisComputer());
        catalogue = session ? app::clinicCatalogue(**session, *catalogue) : core::failure(session.error());
        if (!catalogue) {
            core::Error error = catalogue.error();
            error.subject = call.value(clinic).toStdString();
            writeError(streams, error);
            return exitClinicFile;
        }
    }
    const QString name = call.positional().value(0, QStringLiteral("-"));
    QFile file(name);
    const bool standardInput = name == QLatin1String("-");
    if (!standardInput && !file.open(QIODevice::ReadOnly)) {
        writeError(streams, name.toStdString(), file.exists() ? "cannot be read" : "there is no such file");
        return exitWrongInput;
    }
    QIODevice& source = standardInput ? streams.in : static_cast<QIODevice&>(file);
    const auto answerAll = call.isSet(lines) ? answerLines : answerWhole;
    return answerAll(source, name.toStdString(), *catalogue, answerer, streams);
}

} // namespace lento::cli
