#include "gui/goal_rows.h"

#include "core/response.h"
#include "gui/field_note.h"
#include "gui/flow_layout.h"
#include "gui/segmented.h"
#include "gui/theme.h"
#include "wording/score_words.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lento::gui {

namespace {

constexpr double thousandths = 1000.0;

QList<SegmentedControl::Choice> weights() {
    QList<SegmentedControl::Choice> choices;
    for (int weight = 1; weight <= core::highestGoalWeight; ++weight)
        choices.append({weight, QString::number(weight), {}});
    return choices;
}

QList<SegmentedControl::Choice> attainments() {
    const QStringList spoken{GoalRows::tr("minus 2, much less than expected"),
                             GoalRows::tr("minus 1, less than expected"), GoalRows::tr("0, as expected"),
                             GoalRows::tr("plus 1, more than expected"),
                             GoalRows::tr("plus 2, much more than expected")};
    QList<SegmentedControl::Choice> choices;
    for (int attained = -core::mostAttainment; attained <= core::mostAttainment; ++attained)
        choices.append({attained, wording::attainmentText(attained), spoken[attained + core::mostAttainment]});
    return choices;
}

std::string textOf(const QLineEdit& edit) {
    return edit.text().trimmed().toStdString();
}

QString scoreText(const std::optional<double>& score) {
    return score ? wording::goalScoreText(static_cast<std::int32_t>(std::lround(*score * thousandths)))
                 : QStringLiteral("–");
}

} // namespace

GoalRows::GoalRows(double correlation, QWidget* parent)
    : QWidget(parent)
    , m_correlation(correlation)
    , m_layout(new QVBoxLayout)
    , m_score(new QLabel)
    , m_keys(new QLabel(tr("Keys on attainment: 0, 1, 2 choose 0, +1, +2; − turns the sign"))) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(em(*this, 0.4));
    auto* head = new QLabel(tr("Goals (GAS): importance and difficulty 1–3, attainment −2 to +2, more is better"));
    setTextKind(*head, TextKind::caption);
    head->setWordWrap(true);
    outer->addWidget(head);
    m_layout->setSpacing(em(*this, 0.5));
    outer->addLayout(m_layout);
    setTextKind(*m_score, TextKind::muted);
    setTextKind(*m_keys, TextKind::muted);
    m_score->setWordWrap(true);
    m_keys->setWordWrap(true);
    outer->addWidget(m_score);
    outer->addWidget(m_keys);
    keepOneEmpty();
    showScore();
}

void GoalRows::setGoals(const std::vector<core::Goal>& goals, const std::vector<core::Goal>& last) {
    for (const Row& row : m_rows) {
        row.widget->hide();
        row.widget->deleteLater();
    }
    m_rows.clear();
    m_last = last;
    for (const core::Goal& goal : goals)
        addRow(goal, false);
    if (!m_readOnly)
        for (core::Goal goal : last)
            if (std::ranges::count(goals, goal.text, &core::Goal::text) == 0) {
                goal.attainment.reset();
                addRow(goal, true);
            }
    keepOneEmpty();
    showScore();
}

std::vector<core::Goal> GoalRows::goals() const {
    std::vector<core::Goal> goals;
    for (const Row& row : m_rows)
        if (!row.carried && !isEmpty(row))
            goals.push_back({textOf(*row.text), row.importance->value().value_or(1),
                             row.difficulty->value().value_or(1), row.attainment->value()});
    return goals;
}

bool GoalRows::isEmpty(const Row& row) {
    return textOf(*row.text).empty() && !row.attainment->value();
}

void GoalRows::addRow(const core::Goal& goal, bool carried) {
    Row row;
    row.carried = carried;
    row.widget = new QWidget(this);
    row.text = new QLineEdit(QString::fromStdString(goal.text));
    row.text->setPlaceholderText(tr("Goal in the patient's words"));
    row.importance = new SegmentedControl(QString(), weights());
    row.difficulty = new SegmentedControl(QString(), weights());
    row.attainment = new SegmentedControl(QString(), attainments());
    row.importance->setValue(goal.importance);
    row.difficulty->setValue(goal.difficulty);
    row.attainment->setValue(goal.attainment);
    row.attainment->setClearable(true);
    row.remove = new QPushButton(tr("Remove"));
    makeLink(*row.remove);
    row.note = new FieldNote;
    auto* lines = new QVBoxLayout(row.widget);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(*this, 0.25));
    lines->addWidget(row.text);
    auto* choices = new FlowLayout;
    choices->setSpacing(em(*this, 0.6));
    const auto before = std::ranges::find(m_last, goal.text, &core::Goal::text);
    auto* last = new QLabel(before != m_last.end() && before->attainment
                                ? tr("last time %1").arg(wording::attainmentText(*before->attainment))
                                : tr("not judged before"));
    const auto beside = [&row](QLabel* label) {
        setTextKind(*label, TextKind::muted);
        label->setMinimumHeight(row.attainment->sizeHint().height());
        return label;
    };
    for (QWidget* each : std::initializer_list<QWidget*>{
             beside(new QLabel(tr("importance"))), row.importance, beside(new QLabel(tr("difficulty"))), row.difficulty,
             beside(new QLabel(tr("attainment"))), row.attainment, beside(last), row.remove})
        choices->addWidget(each);
    lines->addLayout(choices);
    lines->addWidget(row.note);
    row.text->setReadOnly(m_readOnly);
    for (SegmentedControl* control : {row.importance, row.difficulty, row.attainment})
        control->setEnabled(!m_readOnly);

    QWidget* widget = row.widget;
    connect(row.text, &QLineEdit::textEdited, this, [this, widget] { touch(widget); });
    for (SegmentedControl* control : {row.importance, row.difficulty, row.attainment})
        connect(control, &SegmentedControl::valueChanged, this, [this, widget] { touch(widget); });
    connect(row.remove, &QPushButton::clicked, this, [this, widget] { removeRow(widget); });
    for (QAbstractButton* button : row.attainment->findChildren<QAbstractButton*>())
        button->installEventFilter(this);
    m_layout->addWidget(widget);
    m_rows.push_back(row);
    nameRows();
}

void GoalRows::touch(QWidget* widget) {
    const auto row = std::ranges::find(m_rows, widget, &Row::widget);
    row->carried = false;
    row->note->clear();
    keepOneEmpty();
    showScore();
    Q_EMIT edited();
}

void GoalRows::removeRow(QWidget* widget) {
    const auto row = std::ranges::find(m_rows, widget, &Row::widget);
    m_rows.erase(row);
    widget->hide();
    widget->deleteLater();
    keepOneEmpty();
    nameRows();
    showScore();
    Q_EMIT edited();
}

void GoalRows::keepOneEmpty() {
    if (!m_readOnly && (m_rows.empty() || !isEmpty(m_rows.back())))
        addRow({}, false);
}

void GoalRows::nameRows() {
    int number = 0;
    for (const Row& row : m_rows) {
        ++number;
        row.text->setAccessibleName(tr("Goal %1").arg(number));
        row.importance->setName(tr("Goal %1, importance").arg(number));
        row.difficulty->setName(tr("Goal %1, difficulty").arg(number));
        row.attainment->setName(tr("Goal %1, attainment").arg(number));
        row.remove->setAccessibleName(tr("Remove goal %1").arg(number));
        row.remove->setVisible(!m_readOnly && !isEmpty(row));
    }
}

void GoalRows::showScore() {
    const std::vector<core::Goal> judged = goals();
    const auto score = core::judgedAttainment(judged, m_correlation);
    const auto count =
        std::ranges::count_if(judged, [](const core::Goal& goal) { return goal.attainment.has_value(); });
    QStringList words;
    words << (score ? tr("T %1, goals judged: %2 (SCL-7)").arg(scoreText(score)).arg(count) : tr("No goal judged yet"));
    if (const auto last = core::judgedAttainment(m_last, m_correlation))
        words << tr("last time %1").arg(scoreText(last));
    m_score->setText(words.join(QStringLiteral(" · ")));
    for (const Row& row : m_rows)
        row.remove->setVisible(!m_readOnly && !isEmpty(row));
}

bool GoalRows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || m_readOnly)
        return QWidget::eventFilter(watched, event);
    const auto row =
        std::ranges::find_if(m_rows, [&](const Row& each) { return each.attainment == watched->parent(); });
    const QString typed = static_cast<QKeyEvent*>(event)->text();
    if (row == m_rows.end() || typed.size() != 1)
        return QWidget::eventFilter(watched, event);
    std::optional<int> attained;
    if (typed[0] >= QLatin1Char('0') && typed[0] <= QLatin1Char('0' + core::mostAttainment))
        attained = typed.toInt();
    else if (typed[0] == QLatin1Char('-') || typed[0] == QChar(0x2212))
        attained = -row->attainment->value().value_or(0);
    else
        return QWidget::eventFilter(watched, event);
    SegmentedControl* control = row->attainment;
    control->setValue(attained);
    control->setFocus(Qt::OtherFocusReason);
    touch(row->widget);
    return true;
}

void GoalRows::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (const Row& row : m_rows) {
        row.text->setReadOnly(readOnly);
        for (SegmentedControl* control : {row.importance, row.difficulty, row.attainment})
            control->setEnabled(!readOnly);
        row.widget->setVisible(!readOnly || (!row.carried && !isEmpty(row)));
    }
    m_keys->setVisible(!readOnly);
    keepOneEmpty();
    nameRows();
}

QLineEdit* GoalRows::problem() {
    QLineEdit* first = nullptr;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        if (row->carried || isEmpty(*row))
            continue;
        const std::string text = textOf(*row->text);
        const bool twice = std::any_of(
            m_rows.begin(), row, [&](const Row& before) { return !before.carried && textOf(*before.text) == text; });
        row->note->set(Tone::critical, text.empty() ? tr("Write the goal that is judged here.")
                                       : twice      ? tr("This goal stands there twice.")
                                                    : QString());
        if ((text.empty() || twice) && first == nullptr)
            first = row->text;
    }
    return first;
}

} // namespace lento::gui
