#include "storage/sql_script.h"

#include <algorithm>

namespace lento::storage {

namespace {

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'_';
}

// Walks a script one character at a time and gathers statements.
class Splitter {
public:
    explicit Splitter(const QString& script)
        : m_script(script) {}

    QStringList split() {
        while (m_at < m_script.size()) {
            const QChar c = m_script.at(m_at);
            if (c == u'\'' || c == u'"' || c == u'`')
                takeQuoted(c);
            else if (c == u'[')
                takeQuoted(u']');
            else if (startsWith(u"--"))
                skipLineComment();
            else if (startsWith(u"/*"))
                takeBlockComment();
            else if (isWordCharacter(c))
                takeWord();
            else if (c == u';' && m_depth == 0) {
                finish();
                ++m_at;
            } else
                take(1);
        }
        finish();
        return m_statements;
    }

private:
    bool startsWith(QStringView what) const { return QStringView(m_script).mid(m_at).startsWith(what); }

    void take(qsizetype count) {
        m_statement += QStringView(m_script).mid(m_at, count);
        m_at = std::min(m_at + count, m_script.size());
    }

    // A doubled quote inside is two quoted pieces in a row, which comes to the same.
    void takeQuoted(QChar closing) {
        const qsizetype end = m_script.indexOf(closing, m_at + 1);
        take(end < 0 ? m_script.size() - m_at : end - m_at + 1);
    }

    void skipLineComment() {
        const qsizetype end = m_script.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_script.size() : end;
    }

    void takeBlockComment() {
        const qsizetype end = m_script.indexOf(QLatin1String("*/"), m_at + 2);
        take(end < 0 ? m_script.size() - m_at : end - m_at + 2);
    }

    // In a trigger "begin … end" holds statements of its own, and a "case … end" may stand inside.
    void takeWord() {
        qsizetype end = m_at;
        while (end < m_script.size() && isWordCharacter(m_script.at(end)))
            ++end;
        const QStringView word = QStringView(m_script).mid(m_at, end - m_at);
        const auto is = [word](QLatin1String name) { return word.compare(name, Qt::CaseInsensitive) == 0; };
        if (m_words < 4 && is(QLatin1String("trigger")))
            m_inTrigger = true;
        if (m_inTrigger) {
            if (is(QLatin1String("begin")) || is(QLatin1String("case")))
                ++m_depth;
            else if (is(QLatin1String("end")) && m_depth > 0)
                --m_depth;
        }
        ++m_words;
        take(end - m_at);
    }

    void finish() {
        const QString statement = m_statement.trimmed();
        // A comment alone is no statement; the driver would refuse it.
        if (m_words > 0)
            m_statements.append(statement);
        m_statement.clear();
        m_words = 0;
        m_depth = 0;
        m_inTrigger = false;
    }

    const QString& m_script;
    qsizetype m_at = 0;
    QString m_statement;
    QStringList m_statements;
    int m_words = 0;
    int m_depth = 0;
    bool m_inTrigger = false;
};

} // namespace

QStringList splitSqlScript(const QString& script) {
    return Splitter(script).split();
}

} // namespace lento::storage
