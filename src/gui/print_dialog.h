// PrintDialog shows a document as it will come out, lets the few things that matter be chosen, and prints it or writes
// a PDF.
//
// What does not add up, does not fit or has no glyph is said in words and cannot be printed.
#pragma once

#include "core/result.h"
#include "report/document.h"
#include "report/report_input.h"

#include <QDialog>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace lento::gui {

class DateEdit;
class DialogHost;
class FieldNote;
class PagePreview;

class PrintDialog : public QDialog {
    Q_OBJECT
public:
    struct Done {
        report::Document document;
        std::string kind;        // the report's id
        std::string destination; // "printer", "pdf"
        std::size_t offer = 0;   // which of several papers
    };

    // For a plan: the document is made anew whenever a choice changes.
    PrintDialog(report::ReportInput input, DialogHost& dialogs, QWidget* parent = nullptr);
    // For a document that was printed before: exactly that, nothing to choose.
    PrintDialog(report::Document document, std::string kind, DialogHost& dialogs, QWidget* parent = nullptr);
    // Of several finished papers, one at a time; the first is shown. Precondition: not empty.
    struct Offer {
        std::string kind; // the report's id
        QString title;
        QString words; // what it is for
        report::Document document;
    };
    PrintDialog(std::vector<Offer> offers, DialogHost& dialogs, QWidget* parent = nullptr);
    // The title and words at the side; for a document that is neither a plan's nor printed before.
    void setWords(const QString& title, const QString& words);

    // What was printed or written; nothing after Cancel.
    const std::optional<Done>& done() const noexcept { return m_done; }
    const std::optional<report::Document>& document() const noexcept { return m_document; }

public Q_SLOTS:
    void print();
    void savePdf();

private:
    void build(bool choices);
    QWidget* makeChoices();
    QWidget* makeOffers();
    void showOffer();
    // False, with words below it, when a field cannot be read: what would come out is not what is asked for.
    bool fieldsAreRead();
    void makeDocument();
    void allowPrinting();
    void showDocument(core::Result<report::Document> document);
    void showPageNumber();
    void finish(const char* destination);

    report::ReportInput m_input;
    std::string m_kind;
    std::vector<Offer> m_offers;
    DialogHost& m_dialogs;
    std::optional<report::Document> m_document;
    std::optional<Done> m_done;

    PagePreview* m_preview = nullptr;
    QLabel* m_pageNumber = nullptr;
    QPushButton* m_earlier = nullptr;
    QPushButton* m_later = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_words = nullptr;
    FieldNote* m_note = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_pdf = nullptr;
    QComboBox* m_report = nullptr;
    DateEdit* m_from = nullptr;
    DateEdit* m_through = nullptr;
    QComboBox* m_firstPart = nullptr;
    QComboBox* m_paper = nullptr;
};

} // namespace lento::gui
