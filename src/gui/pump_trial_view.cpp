#include "gui/pump_trial_view.h"

#include "gui/pump_trial_chart.h"
#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

PumpTrialView::PumpTrialView(const Workplace& workplace, const core::PumpTrial& trial, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Screening trial"));
    auto* heading = new QLabel(windowTitle(), this);
    setTextKind(*heading, TextKind::title);
    auto* outcome = new QLabel(this);
    outcome->setWordWrap(true);
    outcome->setTextFormat(Qt::PlainText);
    setTextKind(*outcome, TextKind::muted);
    QStringList text{
        tr("%1; recorded by %2.").arg(wording::trialOutcomeText(trial.outcome), QString::fromStdString(trial.author))};
    if (!trial.note.empty())
        text << QString::fromStdString(trial.note);
    outcome->setText(text.join(u' '));
    auto* chart = new PumpTrialChart;
    chart->show(trial, workplace.catalogue.numbers().pump);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(outcome);
    layout->addWidget(chart, 1);
    layout->addWidget(buttons);
    resize(em(*this, 46), em(*this, 28));
}

} // namespace lento::gui
