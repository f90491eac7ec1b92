// Work off the window's thread ends on the thread that asked for it, and only while somebody still waits.
#include "app/task.h"

#include <QSemaphore>
#include <QtTest/QtTest>

using namespace lento;

class TestTask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theResultComesToTheThreadThatAsked() {
        QObject context;
        int got = 0;
        QThread* where = nullptr;
        const auto monitor = app::startTask<int>(
            &context, [](app::TaskMonitor&) -> core::Result<int> { return 7; },
            [&](core::Result<int> result) {
                got = result.value_or(0);
                where = QThread::currentThread();
            });
        QTRY_COMPARE(got, 7);
        QCOMPARE(where, QThread::currentThread());
    }

    void cancelIsSeenByTheWork() {
        QObject context;
        QSemaphore begun;
        std::optional<core::ErrorCode> code;
        const auto monitor = app::startTask<int>(
            &context,
            [&](app::TaskMonitor& mine) -> core::Result<int> {
                begun.release();
                while (!mine.cancelled())
                    QThread::yieldCurrentThread();
                return core::failure(core::ErrorCode::cancelled);
            },
            [&](core::Result<int> result) { code = result.error().code; });
        begun.acquire();
        monitor->cancel();
        QTRY_COMPARE(code, std::optional(core::ErrorCode::cancelled));
    }

    // The window of a page that is closed the moment its reader is done.
    void whoeverAskedMayBeGoneByThen() {
        int delivered = 0;
        for (int round = 0; round < 2'000; ++round) {
            auto context = std::make_unique<QObject>();
            auto done = std::make_shared<QSemaphore>();
            app::startTask<int>(
                context.get(),
                [done](app::TaskMonitor&) -> core::Result<int> {
                    done->release();
                    return 1;
                },
                [&delivered](const core::Result<int>&) { ++delivered; });
            done->acquire();
            if (round % 3 == 0)
                QThread::yieldCurrentThread();
            context.reset(); // while the worker is about to post
            if (round % 100 == 0)
                QCoreApplication::processEvents();
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(delivered, 0); // nobody who is gone was called
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
