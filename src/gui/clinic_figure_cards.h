// ClinicFigureCards shows the clinic in figures above the worklist: titrated, tapered, stable, checks overridden.
#pragma once

#include "core/clinic_figures.h"

#include <QWidget>

#include <optional>

namespace lento::gui {

class FigureCard;

class ClinicFigureCards : public QWidget {
    Q_OBJECT
public:
    explicit ClinicFigureCards(QWidget* parent = nullptr);
    // Nothing: not read yet.
    void show(const std::optional<core::ClinicFigures>& read);

private:
    FigureCard* m_titrated;
    FigureCard* m_tapered;
    FigureCard* m_stable;
    FigureCard* m_overrides;
};

} // namespace lento::gui
