package dev.sextant.ingest.account;

import dev.sextant.domain.event.Account;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One account's private stream, kept flowing. Has no thread of its own: the owner calls {@link #check} every quarter of a
 * second or so. A new key and old age are met in the same way: the new connection must be open before the old one goes,
 * and both are read for a while. What is told twice by that changes nothing for whoever reads it.
 */
public final class PrivateSocket implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final Account account;
    private final String base;
    private final SocketConnector connector;
    private final PrivateListener listener;
    private final PrivateSettings settings;
    private final MonotonicClock clock;
    private final DoubleSupplier random;

    private @Nullable PrivateLink current;
    private @Nullable PrivateLink successor;
    private long connectAtMs;
    private long rotateAtMs = NEVER;
    private long dropOldAtMs = NEVER;
    private int failures;
    private boolean closed;

    /**
     * @param base address up to the key, which is appended
     * @param random uniform in [0, 1), for back-off and rotation
     */
    public PrivateSocket(
            Account account,
            String base,
            SocketConnector connector,
            PrivateListener listener,
            PrivateSettings settings,
            MonotonicClock clock,
            DoubleSupplier random) {
        this.account = account;
        this.base = base;
        this.connector = connector;
        this.listener = listener;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.connectAtMs = clock.nowMs();
    }

    /** Does what time and a new key demand: opens, pings, gives up, replaces. */
    public synchronized void check(Optional<String> key) {
        if (closed) {
            return;
        }
        long nowMs = clock.nowMs();
        PrivateLink link = current;
        if (link == null) {
            if (key.isPresent() && nowMs >= connectAtMs) {
                current = open(key.get());
            }
            return;
        }
        link.pingWhenDue(settings.pingMs());
        link.fault(settings).ifPresentOrElse(reason -> lose(link, reason, nowMs), () -> keep(link, key, nowMs));
    }

    private PrivateLink open(String key) {
        return new PrivateLink(account, base, key, connector, listener, clock);
    }

    private void lose(PrivateLink lost, String reason, long nowMs) {
        lost.abort();
        PrivateLink standby = successor;
        endReplacement();
        if (standby != null && standby.isOpen()) {
            current = standby;
            return;
        }
        if (standby != null) {
            standby.abort();
        }
        current = null;
        listener.onLost(account, reason);
        connectAtMs = nowMs + settings.reconnect().delayMs(failures, random.getAsDouble());
        failures++;
    }

    private void keep(PrivateLink link, Optional<String> key, long nowMs) {
        if (link.isOpen()) {
            failures = 0;
            if (rotateAtMs == NEVER) {
                rotateAtMs = link.openedMs()
                        + settings.rotateAfterMs()
                        - (long) (settings.rotateJitterMs() * random.getAsDouble());
            }
        }
        if (key.isPresent() && nowMs >= connectAtMs && (nowMs >= rotateAtMs || !link.isOf(key.get()))) {
            replace(link, key.get(), nowMs);
        }
    }

    private void replace(PrivateLink old, String key, long nowMs) {
        PrivateLink next = successor;
        if (next == null) {
            successor = open(key);
            return;
        }
        next.pingWhenDue(settings.pingMs());
        if (next.fault(settings).isPresent() || !next.isOf(key)) {
            next.abort();
            endReplacement();
            connectAtMs = nowMs + settings.reconnect().capMs();
        } else if (nowMs >= dropOldAtMs) {
            current = next;
            old.abort();
            endReplacement();
        } else if (dropOldAtMs == NEVER && next.isOpen()) {
            dropOldAtMs = nowMs + settings.overlapMs();
        }
    }

    private void endReplacement() {
        successor = null;
        dropOldAtMs = NEVER;
        rotateAtMs = NEVER;
    }

    /** Ends the connections; nothing is opened afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.abort();
        }
        if (successor != null) {
            successor.abort();
        }
    }
}
