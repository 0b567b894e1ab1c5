package dev.sextant.local.dataapi;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that nobody uses at the moment, by the role they act as. Who asks gets the one of its role that was used
 * last: it has already planned what that role asks, and an order's first call in a fresh session takes 20 to 60 ms instead
 * of one or two. For the same reason it waits a little for a busy one before it takes one that has to learn.
 */
final class IdleSessions {

    /** So many of a role at once are enough for a machine of a few processors. */
    private static final int ENOUGH = 2;

    /** As long as that takes which a fresh session would take longer. */
    private static final long WAIT_NANOS = 20_000_000;

    private final Map<DatabaseRole, Deque<Connection>> idle = new HashMap<>();
    private final Map<DatabaseRole, Integer> busy = new HashMap<>();
    private boolean closed;

    /** One of this role, which is busy from now on; null when there is none, and another is to be opened for it. */
    synchronized @Nullable Connection take(DatabaseRole role) throws InterruptedException {
        Deque<Connection> ofRole = idle.computeIfAbsent(role, _ -> new ArrayDeque<>());
        long deadline = System.nanoTime() + WAIT_NANOS;
        while (ofRole.isEmpty() && busy.getOrDefault(role, 0) >= ENOUGH) {
            long leftNanos = deadline - System.nanoTime();
            if (leftNanos <= 0) {
                break;
            }
            wait(leftNanos / 1_000_000, (int) (leftNanos % 1_000_000));
        }
        busy.merge(role, 1, Integer::sum);
        return ofRole.pollFirst();
    }

    /** One of another role that nobody uses, the one of longest standing. */
    synchronized @Nullable Connection takeAny() {
        return idle.values().stream()
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(Deque::pollLast)
                .orElse(null);
    }

    /** It is not used any more; false when it is not wanted here. */
    synchronized boolean giveBack(DatabaseRole role, Connection connection) {
        gone(role);
        if (closed) {
            return false;
        }
        idle.computeIfAbsent(role, _ -> new ArrayDeque<>()).addFirst(connection);
        return true;
    }

    /** One of this role that was busy is no more. */
    synchronized void gone(DatabaseRole role) {
        busy.merge(role, -1, Integer::sum);
        notifyAll();
    }

    /** Takes nothing back any more, and hands out what is there. */
    synchronized List<Connection> close() {
        closed = true;
        List<Connection> rest = idle.values().stream().flatMap(Deque::stream).toList();
        idle.clear();
        return rest;
    }
}
