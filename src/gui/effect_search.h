// EffectSearch finds an adverse effect while one types, the more common first; words that no term holds become an
// effect of their own (AE-2).
#pragma once

#include "content/catalogue.h"

#include <QLineEdit>

namespace lento::gui {

class EffectSearch : public QLineEdit {
    Q_OBJECT
public:
    explicit EffectSearch(const content::Catalogue& catalogue, QWidget* parent = nullptr);

Q_SIGNALS:
    void found(const content::AdverseEffectKind& kind);
    void named(const QString& words);

private:
    void take();

    const content::Catalogue& m_catalogue;
};

} // namespace lento::gui
