// A Task is work off the window's thread with progress and a cancel flag; it ends with a Result on the thread that
// started it.
#pragma once

#include "core/result.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace lento::app {

// Seen by the work: look at cancelled() between items, say how far it is.
class TaskMonitor {
public:
    bool cancelled() const noexcept { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() noexcept { m_cancelled.store(true, std::memory_order_relaxed); }
    void progress(int done, int total) noexcept {
        m_total.store(total, std::memory_order_relaxed);
        m_done.store(done, std::memory_order_relaxed);
    }
    int done() const noexcept { return m_done.load(std::memory_order_relaxed); }
    int total() const noexcept { return m_total.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled{false};
    std::atomic<int> m_done{0};
    std::atomic<int> m_total{0};
};

// Runs `work` on the pool, then `finished` on the thread of `context` unless context is gone by then.
template <class T>
std::shared_ptr<TaskMonitor> startTask(QObject* context, std::function<core::Result<T>(TaskMonitor&)> work,
                                       std::function<void(core::Result<T>)> finished) {
    auto monitor = std::make_shared<TaskMonitor>();
    QPointer<QObject> receiver(context);
    QThreadPool::globalInstance()->start(
        [monitor, receiver, work = std::move(work), finished = std::move(finished)]() mutable {
            auto result = std::make_shared<core::Result<T>>(work(*monitor));
            // The receiver may only be touched on its own thread, which QMetaObject checks for us.
            if (QObject* target = receiver.data())
                QMetaObject::invokeMethod(
                    target, [result, finished = std::move(finished)] { finished(std::move(*result)); },
                    Qt::QueuedConnection);
        });
    return monitor;
}

} // namespace lento::app
