// A Task is work off the window's thread with progress and a cancel flag; it ends with a Result on the thread that
// started it.
#pragma once

#include "core/result.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

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

// The object on whose thread a task ends. It may be destroyed at any moment by its own thread, also while the worker is
// about to post to it: both hold the lock for that moment.
class TaskReceiver {
public:
    explicit TaskReceiver(QObject* object)
        : m_object(object) {}
    static std::shared_ptr<TaskReceiver> of(QObject* object) {
        auto receiver = std::make_shared<TaskReceiver>(object);
        receiver->m_connection = QObject::connect(object, &QObject::destroyed, [receiver] { receiver->forget(); });
        return receiver;
    }
    // Posts `call` to the object's thread; nothing if it is gone.
    template <class Call>
    void post(Call&& call) {
        const std::lock_guard lock(m_lock);
        if (m_object)
            QMetaObject::invokeMethod(m_object, std::forward<Call>(call), Qt::QueuedConnection);
    }
    // On the object's thread, once it is done with.
    void release() { QObject::disconnect(m_connection); }

private:
    void forget() {
        const std::lock_guard lock(m_lock);
        m_object = nullptr;
    }

    std::mutex m_lock;
    QObject* m_object;
    QMetaObject::Connection m_connection;
};

// Runs `work` on the pool, then `finished` on the thread of `context` unless context is gone by then.
template <class T>
std::shared_ptr<TaskMonitor> startTask(QObject* context, std::function<core::Result<T>(TaskMonitor&)> work,
                                       std::function<void(core::Result<T>)> finished) {
    auto monitor = std::make_shared<TaskMonitor>();
    auto receiver = TaskReceiver::of(context);
    QThreadPool::globalInstance()->start(
        [monitor, receiver, work = std::move(work), finished = std::move(finished)]() mutable {
            auto result = std::make_shared<core::Result<T>>(work(*monitor));
            receiver->post([receiver, result, finished = std::move(finished)] {
                receiver->release();
                finished(std::move(*result));
            });
        });
    return monitor;
}

} // namespace lento::app
