package dev.sextant.ingest.account;

import dev.sextant.domain.event.Account;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketConnector;
import dev.sextant.venues.http.SocketListener;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a {@link PrivateSocket}, with the key it was opened with. */
final class PrivateLink implements SocketListener {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateLink.class);
    private static final long NOT_YET = Long.MIN_VALUE;

    private final Account account;
    private final String key;
    private final PrivateListener listener;
    private final MonotonicClock clock;
    private final long startedMs;
    private final SocketConnection connection;
    private volatile long openedMs = NOT_YET;
    private volatile long heardMs = NOT_YET;
    private volatile @Nullable String closedBecause;
    private long pingedMs = NOT_YET;

    @SuppressWarnings(
            "this-escape") // the connection calls back only with news, for which all fields but itself suffice
    PrivateLink(
            Account account,
            String base,
            String key,
            SocketConnector connector,
            PrivateListener listener,
            MonotonicClock clock) {
        this.account = account;
        this.key = key;
        this.listener = listener;
        this.clock = clock;
        this.startedMs = clock.nowMs();
        this.connection = connector.open(URI.create(base + key), this);
    }

    boolean isOf(String otherKey) {
        return key.equals(otherKey);
    }

    void abort() {
        connection.abort();
    }

    @Override
    public void onOpen() {
        openedMs = clock.nowMs();
        heard();
    }

    @Override
    public void onPong() {
        heard();
    }

    @Override
    public void onText(String text) {
        heard();
        listener.onMessage(account, text);
    }

    @Override
    public void onOversized(long chars) {
        heard();
        LOG.error("a private message of {} has {} characters and is dropped; REST tells the same", account, chars);
    }

    private void heard() {
        heardMs = clock.nowMs();
        listener.onAlive(account);
    }

    @Override
    public void onClosed(String reason) {
        // The address holds the key, and a failed handshake may name it.
        closedBecause = reason.replace(key, "…");
    }

    boolean isOpen() {
        return openedMs != NOT_YET && closedBecause == null;
    }

    long openedMs() {
        return openedMs;
    }

    /** Asks for a sign of life when it is time. */
    void pingWhenDue(long everyMs) {
        long nowMs = clock.nowMs();
        if (isOpen() && (pingedMs == NOT_YET || nowMs - pingedMs >= everyMs)) {
            pingedMs = nowMs;
            connection.ping();
        }
    }

    /** Why this connection is of no use any more, if it is. */
    Optional<String> fault(PrivateSettings limits) {
        String closed = closedBecause;
        if (closed != null) {
            return Optional.of(closed);
        }
        long nowMs = clock.nowMs();
        if (openedMs == NOT_YET) {
            return nowMs - startedMs > limits.connectMs() ? Optional.of("no handshake") : Optional.empty();
        }
        long silentMs = nowMs - heardMs;
        return silentMs > limits.silenceMs()
                ? Optional.of("no sign of life for " + silentMs + " ms, though connected")
                : Optional.empty();
    }
}
