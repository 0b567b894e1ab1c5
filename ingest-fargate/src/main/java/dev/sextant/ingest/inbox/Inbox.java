package dev.sextant.ingest.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue in arrival order. When it is full the socket's thread waits, which makes the venue hold the data; news
 * about the connection itself never waits, because it may come from the thread that watches over it.
 */
public final class Inbox {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Input> queue = new ArrayDeque<>();
    private boolean closed;

    /** @param capacity events beyond which the sender waits */
    public Inbox(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an event, when there is room. After {@link #close} it is dropped: the next run fetches it. */
    public void put(Input.Event event) {
        lock.lock();
        try {
            while (queue.size() >= capacity && !closed) {
                changed.awaitUninterruptibly();
            }
            add(event);
        } finally {
            lock.unlock();
        }
    }

    /** Adds news about the connection at once. */
    public void tell(Input news) {
        lock.lock();
        try {
            add(news);
        } finally {
            lock.unlock();
        }
    }

    private void add(Input input) {
        if (!closed) {
            queue.addLast(input);
            changed.signalAll();
        }
    }

    /** Up to {@code max} inputs in order; waits up to {@code timeoutMs} for the first. */
    public List<Input> take(int max, long timeoutMs) throws InterruptedException {
        List<Input> taken = new ArrayList<>();
        lock.lockInterruptibly();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
            while (queue.isEmpty() && !closed && leftNs > 0) {
                leftNs = changed.awaitNanos(leftNs);
            }
            while (taken.size() < max && !queue.isEmpty()) {
                taken.add(queue.removeFirst());
            }
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what is there can still be taken. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Inputs waiting. */
    public int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }
}
