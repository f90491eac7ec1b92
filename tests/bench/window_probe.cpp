// Linked into a program as it is: notes when its first window is painted and when, with all rows in a list, it has come
// to rest; then writes both with its peak memory to LENTO_PROBE_FILE and ends it.
//
// LENTO_PROBE_START: nanoseconds of the steady clock at which the program was started. LENTO_PROBE_ROWS: rows to wait
// for.
#include <QAbstractEventDispatcher>
#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QStyleHints>
#include <QThreadPool>
#include <QTimer>

#include <ctime>

namespace {

// Longer than anything a program does in one go.
constexpr qint64 restNanoseconds = 300'000'000;

qint64 nanoseconds() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<qint64>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

class Probe : public QObject {
public:
    Probe() {
        connect(&m_timer, &QTimer::timeout, this, &Probe::look);
        m_timer.setInterval(25);
    }

protected:
    bool eventFilter(QObject* receiver, QEvent* event) override {
        if (receiver == this || receiver == &m_timer)
            return false;
        m_active = true;
        if (event->type() != QEvent::Paint)
            return false;
        if (m_firstPaint == 0) {
            m_firstPaint = -1;                                    // it is being painted
            QGuiApplication::styleHints()->setCursorFlashTime(0); // a blink is no work
            // Runs once this paint is done, before anything else that waits.
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), 1'000'000);
            connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
                if (m_active)
                    m_rest = nanoseconds();
                m_active = false;
            });
        }
        if (!m_full) {
            auto* view = qobject_cast<QAbstractItemView*>(receiver->parent());
            m_full = view != nullptr && view->model() != nullptr &&
                     view->model()->rowCount() >= qEnvironmentVariableIntValue("LENTO_PROBE_ROWS");
            if (m_full)
                m_timer.start();
        }
        return false;
    }
    bool event(QEvent* event) override {
        if (event->type() == QEvent::User)
            m_firstPaint = nanoseconds();
        return QObject::event(event);
    }

private:
    void look() {
        if (nanoseconds() - m_rest < restNanoseconds || QThreadPool::globalInstance()->activeThreadCount() > 0)
            return;
        m_timer.stop();
        const qint64 start = qEnvironmentVariable("LENTO_PROBE_START").toLongLong();
        QFile status(QStringLiteral("/proc/self/status"));
        qint64 peak = 0;
        if (status.open(QIODevice::ReadOnly))
            for (const QByteArray& line : status.readAll().split('\n'))
                if (line.startsWith("VmHWM:"))
                    peak = line.mid(6).trimmed().split(' ').first().toLongLong();
        QFile file(qEnvironmentVariable("LENTO_PROBE_FILE"));
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::number((m_firstPaint - start) / 1000) + ' ' +
                       QByteArray::number((m_rest - start) / 1000) + ' ' + QByteArray::number(peak) + '\n');
        file.close();
        QCoreApplication::quit();
    }

    QTimer m_timer;
    qint64 m_firstPaint = 0;
    qint64 m_rest = 0;
    bool m_active = false;
    bool m_full = false;
};

void startProbe() {
    static Probe* probe = nullptr;
    probe = new Probe;
    probe->setParent(QCoreApplication::instance());
    QCoreApplication::instance()->installEventFilter(probe);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(startProbe)
