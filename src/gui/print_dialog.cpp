#include "gui/print_dialog.h"

#include "gui/date_edit.h"
#include "gui/dialog_host.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/page_preview.h"
#include "gui/theme.h"
#include "report/page_export.h"
#include "report/page_painter.h"
#include "report/report_registry.h"
#include "wording/doc_locale.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace lento::gui {

namespace {

// The first day may begin with any of its doses.
constexpr int wholeDay = -1;

} // namespace

PrintDialog::PrintDialog(report::ReportInput input, DialogHost& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_input(std::move(input))
    , m_dialogs(dialogs) {
    build(true);
    makeDocument();
}

PrintDialog::PrintDialog(report::Document document, std::string kind, DialogHost& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_kind(std::move(kind))
    , m_dialogs(dialogs) {
    build(false);
    showDocument(std::move(document));
}

PrintDialog::PrintDialog(std::vector<Offer> offers, DialogHost& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_offers(std::move(offers))
    , m_dialogs(dialogs) {
    build(false);
    showOffer();
}

void PrintDialog::setWords(const QString& title, const QString& words) {
    setWindowTitle(tr("Print"));
    m_title->setText(title);
    m_words->setText(words);
}

void PrintDialog::build(bool choices) {
    setWindowTitle(choices ? tr("Print") : tr("Print again"));
    m_preview = new PagePreview;
    m_pageNumber = new QLabel;
    m_earlier = new QPushButton(QStringLiteral("‹"));
    m_later = new QPushButton(QStringLiteral("›"));
    m_earlier->setAccessibleName(tr("Page before"));
    m_later->setAccessibleName(tr("Next page"));
    for (QPushButton* button : {m_earlier, m_later}) {
        makeCompact(*button);
        button->setAutoDefault(false);
    }
    m_note = new FieldNote;
    m_print = new QPushButton(tr("&Print…"));
    m_pdf = new QPushButton(tr("&Save as PDF…"));
    auto* cancel = new QPushButton(tr("Cancel"));
    makePrimary(*m_print);

    auto* outer = new QHBoxLayout(this);
    outer->setSpacing(em(*this, 1));
    auto* side = new QVBoxLayout;
    m_title = new QLabel(choices ? tr("What is printed is proved") : tr("Exactly as it was printed"));
    setTextKind(*m_title, TextKind::heading);
    m_words = new QLabel(
        choices ? tr("Every day once, pieces × strength = mg, doses = the day's total: a sheet that does not add "
                     "up is not printed.")
                : tr("This sheet is taken from the clinic file page by page; nothing in it is made anew."));
    m_words->setWordWrap(true);
    setTextKind(*m_words, TextKind::muted);
    side->addWidget(m_title);
    side->addWidget(m_words);
    if (choices)
        side->addWidget(makeChoices());
    if (m_offers.size() > 1)
        side->addWidget(makeOffers());
    side->addWidget(m_note);
    side->addStretch(1);
    side->addWidget(m_print);
    side->addWidget(m_pdf);
    side->addWidget(cancel);
    auto* sideBox = new QWidget;
    sideBox->setLayout(side);
    sideBox->setFixedWidth(em(*this, 17));
    outer->addWidget(sideBox);

    auto* main = new QVBoxLayout;
    main->addWidget(m_preview, 1);
    auto* turn = new QHBoxLayout;
    turn->addStretch(1);
    turn->addWidget(m_earlier);
    turn->addWidget(m_pageNumber);
    turn->addWidget(m_later);
    turn->addStretch(1);
    main->addLayout(turn);
    outer->addLayout(main, 1);

    connect(m_earlier, &QPushButton::clicked, this, [this] { m_preview->showPage(m_preview->page() - 1); });
    connect(m_later, &QPushButton::clicked, this, [this] { m_preview->showPage(m_preview->page() + 1); });
    connect(m_preview, &PagePreview::pageShown, this, &PrintDialog::showPageNumber);
    connect(m_print, &QPushButton::clicked, this, &PrintDialog::print);
    connect(m_pdf, &QPushButton::clicked, this, &PrintDialog::savePdf);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    const QSize room = screen() ? screen()->availableSize() * 9 / 10 : QSize(1200, 800);
    resize(QSize(em(*this, 70), em(*this, 42)).boundedTo(room));
}

QWidget* PrintDialog::makeChoices() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_report = new QComboBox;
    const wording::DocLocale english;
    for (const report::ReportEntry& entry : report::reports())
        m_report->addItem(english.text("reports", entry.title),
                          QString::fromLatin1(entry.id.data(), static_cast<qsizetype>(entry.id.size())));
    m_from = new DateEdit;
    m_through = new DateEdit;
    m_firstPart = new QComboBox;
    m_paper = new QComboBox;

    const std::vector<core::Step>& steps = m_input.sheet.plan.steps;
    if (!steps.empty()) {
        m_from->setRange(steps.front().span.first, std::nullopt);
        m_through->setRange(steps.front().span.first, std::nullopt);
        m_from->setValue(m_input.from.value_or(steps.front().span.first));
        m_through->setValue(m_input.through);
    }
    m_from->setOptional(false);
    m_through->setPlaceholderText(m_input.sheet.plan.stopDate() ? tr("to the end") : tr("four weeks of the last step"));
    m_firstPart->addItem(tr("all doses of the day"), wholeDay);
    for (const core::DayPart part : {core::DayPart::midday, core::DayPart::evening, core::DayPart::bedtime})
        m_firstPart->addItem(tr("the %1 dose").arg(wording::dayPartText(part).toLower()), static_cast<int>(part));
    if (m_input.firstDayFrom)
        m_firstPart->setCurrentIndex(m_firstPart->findData(static_cast<int>(*m_input.firstDayFrom)));
    m_paper->addItem(tr("A4"), static_cast<int>(report::PaperSize::a4));
    m_paper->addItem(tr("Letter"), static_cast<int>(report::PaperSize::letter));
    m_paper->setCurrentIndex(static_cast<int>(m_input.paper));

    column->addWidget(new Field(tr("&Document"), m_report));
    column->addWidget(new Field(tr("&From"), m_from));
    column->addWidget(new Field(tr("&Until"), m_through));
    column->addWidget(new Field(tr("The first day begins &with"), m_firstPart));
    column->addWidget(new Field(tr("Pape&r"), m_paper));
    for (QComboBox* choice : {m_report, m_firstPart, m_paper})
        connect(choice, &QComboBox::currentIndexChanged, this, &PrintDialog::makeDocument);
    for (DateEdit* date : {m_from, m_through}) {
        connect(date, &TypedEdit::valueEdited, this, &PrintDialog::makeDocument);
        connect(date, &DateEdit::textChanged, this, &PrintDialog::allowPrinting);
    }
    return box;
}

QWidget* PrintDialog::makeOffers() {
    m_report = new QComboBox;
    for (const Offer& offer : m_offers)
        m_report->addItem(offer.title);
    connect(m_report, &QComboBox::currentIndexChanged, this, &PrintDialog::showOffer);
    return new Field(tr("&Document"), m_report);
}

void PrintDialog::showOffer() {
    const Offer& offer = m_offers[static_cast<std::size_t>(m_report ? m_report->currentIndex() : 0)];
    m_kind = offer.kind;
    setWords(offer.title, offer.words);
    showDocument(offer.document);
}

void PrintDialog::makeDocument() {
    m_kind = m_report->currentData().toString().toStdString();
    report::ReportInput input = m_input;
    if (!m_from->problem().isEmpty() || !m_through->problem().isEmpty())
        return; // its words stand below the field; the preview stays
    const std::vector<core::Step>& steps = input.sheet.plan.steps;
    input.from.reset();
    if (const auto from = m_from->value(); from && !steps.empty() && *from != steps.front().span.first)
        input.from = from;
    input.through = m_through->value();
    const int part = m_firstPart->currentData().toInt();
    input.firstDayFrom = part == wholeDay ? std::nullopt : std::optional(static_cast<core::DayPart>(part));
    input.paper = static_cast<report::PaperSize>(m_paper->currentData().toInt());

    const core::Result<wording::DocLocale> locale =
        wording::DocLocale::forLanguage(QString::fromStdString(input.patient.documentLanguage));
    if (!locale) {
        showDocument(core::failure(locale.error()));
        return;
    }
    const core::Result<report::ReportEntry> entry = report::findReport(m_kind);
    if (!entry) {
        showDocument(core::failure(entry.error()));
        return;
    }
    core::Result<report::Document> document = entry->make(input, *locale);
    if (document)
        if (const core::Result<void> text = report::checkText(*document); !text)
            document = core::failure(text.error());
    showDocument(std::move(document));
}

void PrintDialog::showDocument(core::Result<report::Document> document) {
    m_note->set(Tone::critical, document ? QString() : wording::sentence(document.error()));
    m_document = document ? std::optional(*std::move(document)) : std::nullopt;
    m_preview->setDocument(m_document);
    allowPrinting();
    showPageNumber();
}

void PrintDialog::allowPrinting() {
    const bool readable = !m_from || (m_from->problem().isEmpty() && m_through->problem().isEmpty());
    m_print->setEnabled(m_document.has_value() && readable);
    m_pdf->setEnabled(m_document.has_value() && readable);
}

bool PrintDialog::fieldsAreRead() {
    if (!m_from)
        return true;
    const bool from = m_from->check();
    const bool through = m_through->check();
    return from && through;
}

void PrintDialog::showPageNumber() {
    const int pages = m_preview->pageCount();
    m_pageNumber->setText(pages == 0 ? tr("no page") : tr("page %1 of %2").arg(m_preview->page() + 1).arg(pages));
    m_earlier->setEnabled(m_preview->page() > 0);
    m_later->setEnabled(m_preview->page() + 1 < pages);
}

void PrintDialog::print() {
    if (!m_document || !fieldsAreRead())
        return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setFullPage(true);
    printer.setPageLayout(report::pageLayout(*m_document));
    printer.setDocName(m_document->title);
    QPrintDialog chooser(&printer, this);
    chooser.setMinMax(1, static_cast<int>(m_document->pages.size()));
    if (m_dialogs.run(chooser) != QDialog::Accepted)
        return;
    printer.setPageLayout(report::pageLayout(*m_document));
    QPainter painter;
    if (!painter.begin(&printer)) {
        m_note->set(Tone::critical, wording::sentence({core::ErrorCode::printerFailed, {}, {}}));
        return;
    }
    const double unitsPerMillimetre = printer.resolution() / 25.4;
    for (std::size_t page = 0; page < m_document->pages.size(); ++page) {
        const bool turned = page == 0 || printer.newPage();
        const core::Result<void> painted = report::paintPage(*m_document, page, painter, unitsPerMillimetre);
        if (!turned || !painted) {
            printer.abort();
            m_note->set(Tone::critical, wording::sentence(painted ? core::Error{core::ErrorCode::printerFailed, {}, {}}
                                                                  : painted.error()));
            return;
        }
    }
    if (!painter.end()) {
        m_note->set(Tone::critical, wording::sentence({core::ErrorCode::printerFailed, {}, {}}));
        return;
    }
    finish("printer");
}

void PrintDialog::savePdf() {
    if (!m_document || !fieldsAreRead())
        return;
    // No name of a patient in a file name unless someone types it.
    const QString suggestion = QStringLiteral("%1.pdf").arg(QString::fromStdString(m_kind));
    const std::optional<QString> path = m_dialogs.saveFile(this, tr("Save as PDF"), suggestion, tr("PDF (*.pdf)"));
    if (!path)
        return;
    if (const core::Result<void> written = report::writePdf(*m_document, *path); !written) {
        m_note->set(Tone::critical, wording::sentence(written.error()));
        return;
    }
    finish("pdf");
}

void PrintDialog::finish(const char* destination) {
    const int offer = m_offers.size() > 1 ? m_report->currentIndex() : 0;
    m_done = Done{*m_document, m_kind, destination, static_cast<std::size_t>(offer)};
    accept();
}

} // namespace lento::gui
