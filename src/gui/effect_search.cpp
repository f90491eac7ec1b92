#include "gui/effect_search.h"

#include "wording/sign_words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <QTimer>

namespace lento::gui {

namespace {

constexpr int nameRole = Qt::UserRole;

// The terms stand in their order, the very common first.
class Terms final : public QCompleter {
public:
    explicit Terms(const content::Catalogue& catalogue, QObject* parent)
        : QCompleter(parent) {
        auto* terms = new QStandardItemModel(this);
        for (const content::AdverseEffectKind& kind : catalogue.adverseEffects()) {
            const QString name = wording::signText(kind.name);
            auto* item =
                new QStandardItem(EffectSearch::tr("%1 · %2").arg(name, wording::frequencyText(kind.frequency)));
            item->setData(name, nameRole);
            terms->appendRow(item);
        }
        setModel(terms);
        setCompletionRole(nameRole);
        setCaseSensitivity(Qt::CaseInsensitive);
        setFilterMode(Qt::MatchContains);
    }
};

} // namespace

EffectSearch::EffectSearch(const content::Catalogue& catalogue, QWidget* parent)
    : QLineEdit(parent)
    , m_catalogue(catalogue) {
    setAccessibleName(tr("Other effect: type to search"));
    setPlaceholderText(tr("Other effect: type to search"));
    setClearButtonEnabled(true);
    auto* terms = new Terms(catalogue, this);
    setCompleter(terms);
    connect(this, &QLineEdit::returnPressed, this, &EffectSearch::take);
    // The line itself writes the term that was picked first.
    connect(terms, qOverload<const QString&>(&QCompleter::activated), this, &EffectSearch::take, Qt::QueuedConnection);
}

void EffectSearch::take() {
    const QString words = text().trimmed();
    if (words.isEmpty())
        return;
    const content::AdverseEffectKind* kind = nullptr;
    for (const content::AdverseEffectKind& each : m_catalogue.adverseEffects()) {
        const QString name = wording::signText(each.name);
        if (name.compare(words, Qt::CaseInsensitive) == 0) {
            kind = &each;
            break;
        }
        if (!kind && name.contains(words, Qt::CaseInsensitive))
            kind = &each;
    }
    completer()->popup()->hide();
    // What the completer still writes is gone with it.
    clear();
    QTimer::singleShot(0, this, &QLineEdit::clear);
    if (kind)
        Q_EMIT found(*kind);
    else
        Q_EMIT named(words);
}

} // namespace lento::gui
