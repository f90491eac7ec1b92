// How a Catalogue is read from the resources: each file by its form, then whether the files agree with each other.
#include "content/by_id.h"
#include "content/catalogue.h"
#include "content/json_reader.h"
#include "content/number_fields.h"
#include "content/protocol_file.h"
#include "content/rule_numbers_reader.h"
#include "content/scale_reader.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <set>

// The resources of a static library are linked only if something names them; the macro must stand outside a namespace.
static void openResources() {
    Q_INIT_RESOURCE(lento_content);
}

namespace lento::content {

using core::ErrorCode;

namespace {

constexpr JsonName<core::ProductForm> productForms[] = {{"tablet", core::ProductForm::tablet},
                                                        {"liquid", core::ProductForm::liquid},
                                                        {"granules", core::ProductForm::granules},
                                                        {"intrathecal", core::ProductForm::intrathecal}};

// One file of the resources, read whole.
class ContentFile {
public:
    ContentFile(const QString& root, const QString& name, JsonTrouble& trouble)
        : m_name(name.toStdString()) {
        QFile file(root + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly)) {
            trouble.add(ErrorCode::missingResource, m_name);
            return;
        }
        core::Result<QJsonObject> parsed = parseJsonObject(file.readAll(), m_name);
        if (parsed)
            m_object = std::move(*parsed);
        else
            trouble.add(parsed.error());
    }
    const QJsonObject& object() const noexcept { return m_object; }
    JsonReader reader(JsonTrouble& trouble) const { return JsonReader(m_object, {m_name, {}}, trouble); }

private:
    std::string m_name;
    QJsonObject m_object;
};

// Refuses an id that stands twice in a list, at the place of the second.
class Unique {
public:
    explicit Unique(JsonTrouble& trouble)
        : m_trouble(trouble) {}
    void add(const std::string& id, const std::string& where) {
        if (!m_seen.insert(id).second)
            m_trouble.add(ErrorCode::conflictingFields, where, {id, id});
    }

private:
    JsonTrouble& m_trouble;
    std::set<std::string> m_seen;
};

core::Product product(JsonReader& reader) {
    core::Product product;
    product.id = reader.text("id");
    product.form = reader.oneOf<core::ProductForm>("form", productForms);
    switch (product.form) {
    case core::ProductForm::tablet:
        product.strength = reader.oralMg("mg", 300);
        product.scored = reader.flag("scored");
        product.halvesAllowed = product.scored;
        break;
    case core::ProductForm::granules:
        product.strength = reader.oralMg("mg", 300);
        break;
    case core::ProductForm::liquid:
        product.strength = reader.oralMg("mg_per_ml", 300);
        product.grid = core::Volume::microlitres(reader.decimal("grid_ml", 3, 10, 10'000));
        break;
    case core::ProductForm::intrathecal:
        product.strength = core::OralDose::micrograms(reader.integer("mcg_per_ml", 1, 4000));
        break;
    }
    product.regions = fields::regions(reader, "regions");
    product.sources = reader.texts("sources");
    return product;
}

constexpr JsonName<core::Severity> severities[] = {
    {"minor", core::Severity::minor}, {"moderate", core::Severity::moderate}, {"major", core::Severity::major}};

core::MedicineClass medicineClass(JsonReader& reader) {
    core::MedicineClass read;
    read.rule = core::RuleId(std::string_view(reader.text("rule")));
    read.name = reader.text("name");
    read.severity = reader.oneOf<core::Severity>("severity", severities);
    read.onlyIntrathecal = reader.optionalFlag("only_intrathecal").value_or(false);
    read.names = reader.texts("names");
    read.endings = reader.texts("endings");
    read.exceptions = reader.texts("exceptions");
    read.sources = reader.texts("sources");
    if (read.names.empty())
        reader.trouble().add(ErrorCode::missingField, reader.at("names"), {"names"});
    // An exception to no ending is a slip that would go unseen.
    for (const std::string& exception : read.exceptions) {
        const bool ends = std::any_of(read.endings.begin(), read.endings.end(),
                                      [&](const std::string& ending) { return exception.ends_with(ending); });
        if (!ends)
            reader.trouble().add(ErrorCode::conflictingFields, reader.at("exceptions"), {exception, "endings"});
    }
    reader.done();
    return read;
}

} // namespace

// Reads each file into the catalogue, then asks whether the files agree with each other.
class CatalogueLoader {
public:
    explicit CatalogueLoader(QString root)
        : m_root(std::move(root)) {}

    core::Result<Catalogue> load() {
        readRules();
        readNumbers();
        readMedicines();
        readIndications();
        readProducts();
        readProtocols();
        readLists();
        if (m_trouble)
            return core::failure(m_trouble.first());
        m_shipped->products = m_catalogue.m_products;
        m_shipped->protocols = m_catalogue.m_protocols;
        m_shipped->numbers = m_catalogue.m_numbers;
        m_catalogue.m_shipped = std::move(m_shipped);
        for (const core::Product& product : m_catalogue.m_products) {
            if (product.form != core::ProductForm::intrathecal)
                m_catalogue.m_offered.insert(product.id);
        }
        return std::move(m_catalogue);
    }

private:
    // The entries of a list, each with a unique value under `idKey`.
    template <class Read>
    void readList(const QString& name, const char* listKey, const char* idKey, Read read) {
        const ContentFile file(m_root, name, m_trouble);
        JsonReader whole = file.reader(m_trouble);
        if (name == QLatin1String("rules/rules.json"))
            m_shipped->ruleSetVersion = whole.text("version");
        else
            whole.text("edition");
        if (name == QLatin1String("catalogue/adverse_effects.json") ||
            name == QLatin1String("catalogue/withdrawal_signs.json") ||
            name == QLatin1String("catalogue/red_flags.json") || name == QLatin1String("catalogue/pumps.json"))
            checkSources(whole.texts("sources"), whole.at("sources"));
        Unique unique(m_trouble);
        for (JsonReader& entry : whole.objects(listKey)) {
            unique.add(entry.text(idKey), entry.at(idKey));
            read(entry);
            entry.done();
        }
        whole.done();
    }

    void checkSources(const std::vector<std::string>& sources, const std::string& where) {
        if (sources.empty())
            m_trouble.add(ErrorCode::missingField, where, {"sources"});
        for (const std::string& source : sources)
            if (find(m_shipped->sources, source) == nullptr)
                m_trouble.add(ErrorCode::notFound, where, {source});
    }

    std::vector<std::string> knownSources(JsonReader& entry) {
        std::vector<std::string> sources = entry.texts("sources");
        checkSources(sources, entry.at("sources"));
        return sources;
    }

    void readRules() {
        readList(QStringLiteral("rules/sources.json"), "sources", "id", [this](JsonReader& entry) {
            m_shipped->sources.push_back({entry.text("id"), entry.text("title")});
        });
        readList(QStringLiteral("rules/rules.json"), "rules", "id", [this](JsonReader& entry) {
            m_shipped->rules.push_back({entry.text("id"), entry.text("title"), entry.text("text"),
                                        entry.texts("sources"), entry.optionalText("conflict").value_or("")});
            checkSources(m_shipped->rules.back().sources, entry.at("sources"));
        });
    }

    void readNumbers() {
        const ContentFile file(m_root, QStringLiteral("rules/numbers.json"), m_trouble);
        m_catalogue.m_numbers = readRuleNumbers(file.reader(m_trouble), [this](const NumberGroup& group) {
            if (find(m_shipped->rules, group.rule) == nullptr)
                m_trouble.add(ErrorCode::notFound, group.where, {group.rule});
            checkSources(group.sources, group.where);
        });
    }

    // The classes with their names, then the brands, each of generics that some class knows.
    void readMedicines() {
        const ContentFile file(m_root, QStringLiteral("catalogue/medicines.json"), m_trouble);
        JsonReader whole = file.reader(m_trouble);
        whole.text("edition");
        std::vector<core::MedicineClass> classes;
        Unique uniqueClass(m_trouble);
        for (JsonReader& entry : whole.objects("classes")) {
            core::MedicineClass read = medicineClass(entry);
            const std::string rule(read.rule.text());
            uniqueClass.add(rule, entry.at("rule"));
            if (find(m_shipped->rules, rule) == nullptr)
                m_trouble.add(ErrorCode::notFound, entry.at("rule"), {rule});
            checkSources(read.sources, entry.at("sources"));
            classes.push_back(std::move(read));
        }
        if (classes.size() > core::MedicineList::mostClasses) {
            m_trouble.add(ErrorCode::outOfRange, whole.at("classes"),
                          {std::to_string(classes.size()), "1", std::to_string(core::MedicineList::mostClasses)});
            return;
        }
        const core::MedicineList generics = core::MedicineList::of(classes, {});
        std::vector<core::MedicineBrand> brands;
        Unique uniqueBrand(m_trouble);
        for (JsonReader& entry : whole.objects("brands")) {
            core::MedicineBrand brand{entry.text("brand"), entry.texts("generics")};
            uniqueBrand.add(core::foldedWords(brand.brand), entry.at("brand"));
            if (brand.generics.empty())
                m_trouble.add(ErrorCode::missingField, entry.at("generics"), {"generics"});
            for (const std::string& generic : brand.generics)
                if (generics.classesOf(generic).empty())
                    m_trouble.add(ErrorCode::notFound, entry.at("generics"), {generic});
            entry.done();
            brands.push_back(std::move(brand));
        }
        whole.done();
        m_catalogue.m_numbers.medicines = core::MedicineList::of(std::move(classes), brands);
    }

    void readProducts() {
        readList(QStringLiteral("catalogue/products.json"), "products", "id", [this](JsonReader& entry) {
            m_catalogue.m_products.push_back(product(entry));
            for (const std::string& use : entry.texts("only_for")) {
                if (core::indicationNamed(m_catalogue.m_numbers.indications, use) == nullptr)
                    m_trouble.add(ErrorCode::notFound, entry.at("only_for"), {use});
                m_shipped->onlyFor[m_catalogue.m_products.back().id].push_back(use);
            }
            checkSources(m_catalogue.m_products.back().sources, entry.at("sources"));
        });
    }

    void readProtocols() {
        const QString folder = QStringLiteral("protocols");
        QStringList names =
            QDir(m_root + QLatin1Char('/') + folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        names.removeIf([](const QString& name) { return name.endsWith(QLatin1String(".schema.json")); });
        if (names.isEmpty())
            m_trouble.add(ErrorCode::missingResource, folder.toStdString());
        Unique unique(m_trouble);
        int defaults = 0;
        for (const QString& name : std::as_const(names)) {
            const std::string path = (folder + QLatin1Char('/') + name).toStdString();
            const ContentFile file(m_root, QString::fromStdString(path), m_trouble);
            core::Protocol read = readProtocol(file.object(), path, m_catalogue.m_numbers, m_trouble);
            const JsonPlace place{path, {}};
            unique.add(read.id, place.key("id").text());
            checkSources(read.sources, place.key("sources").text());
            if (find(m_shipped->rules, read.ruleId) == nullptr)
                m_trouble.add(ErrorCode::notFound, place.key("rule").text(), {read.ruleId});
            // The list of indications names its protocols, and each of them names it.
            const core::Indication* use = core::indicationNamed(m_catalogue.m_numbers.indications, read.indication);
            if (use == nullptr || !std::ranges::count(use->protocols, read.id))
                m_trouble.add(ErrorCode::notFound, place.key("indication").text(), {read.indication});
            if (read.isDefault && ++defaults > 1)
                m_trouble.add(ErrorCode::conflictingFields, place.key("default").text(), {"default", "default"});
            m_catalogue.m_protocols.push_back(std::move(read));
        }
        if (defaults == 0)
            m_trouble.add(ErrorCode::missingField, folder.toStdString() + ":default", {"default"});
        std::vector<std::string> order;
        for (const core::Indication& use : m_catalogue.m_numbers.indications) {
            for (const std::string& id : use.protocols) {
                order.push_back(id);
                if (find(m_catalogue.m_protocols, id) == nullptr)
                    m_trouble.add(ErrorCode::notFound, "catalogue/indications.json:protocols", {id});
            }
        }
        std::ranges::sort(m_catalogue.m_protocols, {}, [&](const core::Protocol& each) {
            return std::ranges::find(order, each.id) - order.begin();
        });
    }

    // What baclofen is given for; needed by the rules, so among their numbers.
    void readIndications() {
        readList(QStringLiteral("catalogue/indications.json"), "indications", "code", [this](JsonReader& entry) {
            core::Indication use{entry.text("code"), entry.text("name"), entry.texts("rules"), entry.texts("protocols"),
                                 fields::regions(entry, "off_label_regions")};
            for (const std::string& rule : use.rules)
                if (find(m_shipped->rules, rule) == nullptr)
                    m_trouble.add(ErrorCode::notFound, entry.at("rules"), {rule});
            m_catalogue.m_numbers.indications.push_back(std::move(use));
        });
    }

    void readLists() {
        readList(QStringLiteral("scales/muscle_groups.json"), "muscle_groups", "code", [this](JsonReader& entry) {
            constexpr JsonName<bool> limbs[] = {{"lower", true}, {"upper", false}};
            m_shipped->muscleGroups.push_back(
                {entry.text("code"), entry.text("name"), entry.oneOf<bool>("limb", limbs), entry.flag("usual")});
        });
        readList(QStringLiteral("scales/scales.json"), "scales", "id", [this](JsonReader& entry) {
            ScaleKind scale = readScale(entry);
            checkSources(scale.sources, entry.at("sources"));
            if (find(m_shipped->rules, scale.rule) == nullptr)
                m_trouble.add(ErrorCode::notFound, entry.at("rule"), {scale.rule});
            if (scale.changeRule && find(m_shipped->rules, *scale.changeRule) == nullptr)
                m_trouble.add(ErrorCode::notFound, entry.at("change_rule"), {*scale.changeRule});
            m_shipped->scales.push_back(std::move(scale));
        });
        readList(
            QStringLiteral("catalogue/adverse_effects.json"), "adverse_effects", "code", [this](JsonReader& entry) {
                constexpr JsonName<bool> frequencies[] = {{"very common", true}, {"common", true}, {"rare", true}};
                entry.oneOf<bool>("frequency", frequencies);
                m_shipped->adverseEffects.push_back(
                    {entry.text("code"), entry.text("name"), entry.text("frequency"), entry.flag("asked"),
                     entry.flag("usual"), entry.optionalInteger("least_grade", 1, 4).value_or(1), knownSources(entry)});
            });
        readList(QStringLiteral("catalogue/withdrawal_signs.json"), "withdrawal_signs", "code",
                 [this](JsonReader& entry) {
                     m_shipped->withdrawalSigns.push_back(
                         {entry.text("code"), entry.text("name"), entry.optionalInteger("grade", 1, 4).value_or(0),
                          entry.optionalInteger("pump_grade", 1, 4), knownSources(entry)});
                 });
        readList(QStringLiteral("catalogue/red_flags.json"), "red_flags", "code", [this](JsonReader& entry) {
            constexpr JsonName<core::RuleId> rules[] = {{"AE-4", core::RuleId("AE-4")},
                                                        {"REN-7", core::RuleId("REN-7")}};
            m_shipped->redFlags.push_back({entry.text("code"), entry.text("name"),
                                           entry.oneOf<core::RuleId>("rule", rules), entry.flag("with_low_kidney"),
                                           knownSources(entry)});
        });
        readList(QStringLiteral("catalogue/conditions.json"), "conditions", "code", [this](JsonReader& entry) {
            m_shipped->conditions.push_back({entry.text("code"), entry.text("name"), entry.texts("rules"),
                                             entry.optionalText("asked_as").value_or("")});
            if (m_shipped->conditions.back().rules.empty())
                m_trouble.add(ErrorCode::missingField, entry.at("rules"), {"rules"});
        });
        readList(QStringLiteral("catalogue/pumps.json"), "pumps", "id", [this](JsonReader& entry) {
            constexpr int longestServiceMonths = 240;
            core::PumpModel model;
            model.id = entry.text("id");
            model.name = entry.text("name");
            model.reservoir = fields::volume(entry, "reservoir_ml");
            model.alarm = fields::volume(entry, "alarm_ml");
            model.tubing = fields::volume(entry, "tubing_ml");
            model.perCentimetre = fields::volume(entry, "catheter_ml_per_cm");
            model.serviceMonths = entry.integer("service_months", 1, longestServiceMonths);
            model.source = entry.text("source");
            if (model.alarm >= model.reservoir)
                m_trouble.add(ErrorCode::conflictingFields, entry.at("alarm_ml"), {"alarm_ml", "reservoir_ml"});
            m_shipped->pumpModels.push_back(model);
        });
    }

    QString m_root;
    JsonTrouble m_trouble;
    std::shared_ptr<Catalogue::Shipped> m_shipped = std::make_shared<Catalogue::Shipped>();
    Catalogue m_catalogue;
};

core::Result<Catalogue> Catalogue::load(const QString& root) {
    openResources();
    return CatalogueLoader(root).load();
}

} // namespace lento::content
