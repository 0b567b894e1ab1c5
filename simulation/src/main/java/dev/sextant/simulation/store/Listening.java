package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.reconciler.PrivateStreams;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions on {@code ops.private_streams}, and how its messages find their orders. {@code dbMs} is the database's time. */
public final class Listening {

    private final Tables tables;

    Listening(Tables tables) {
        this.tables = tables;
    }

    /** {@code ops.expect_private_stream}. */
    public boolean expect(long nowMs) {
        boolean fresh = !tables.account.contacts.expectsStream();
        tables.account.contacts.streamExpected(nowMs);
        return fresh;
    }

    /** {@code ops.listen_key_state}. */
    public PrivateStreams.KeyState keyState(long nowMs, long dbMs) {
        ListenKeyRow row = tables.account.listenKey;
        long seenMs = Objects.requireNonNull(tables.account.contacts.streamSeenMs(), "no stream is expected");
        return row.key == null
                ? new PrivateStreams.KeyState(null, 0, 0, nowMs - seenMs)
                : new PrivateStreams.KeyState(row.key, dbMs - row.keptAtMs, row.expiresAtMs - dbMs, nowMs - seenMs);
    }

    /** {@code ops.keep_listen_key}. */
    public void keep(String key, long validMs, long dbMs) {
        ListenKeyRow row = tables.account.listenKey;
        if (tables.account.contacts.expectsStream()) {
            row.key = key;
            row.keptAtMs = dbMs;
            row.expiresAtMs = dbMs + validMs;
        }
    }

    /** {@code ops.drop_listen_key}. */
    public void drop(String key) {
        ListenKeyRow row = tables.account.listenKey;
        if (key.equals(row.key)) {
            row.key = null;
        }
    }

    /** {@code ops.listen_key}. */
    public Optional<String> key(long dbMs) {
        ListenKeyRow row = tables.account.listenKey;
        return row.expiresAtMs > dbMs ? Optional.ofNullable(row.key) : Optional.empty();
    }

    /** {@code ops.private_stream_alive}. */
    public void alive(long atMs) {
        tables.account.contacts.streamAlive(atMs);
    }

    /** {@code risk.stream_seen}. */
    public @Nullable Long seenMs() {
        return tables.account.contacts.streamSeenMs();
    }

    /** {@code execution.order_of_venue}. */
    public Optional<StoredOrder> orderOf(Symbol symbol, String clientOrderId, String executorId) {
        OrderRow ours = tables.byClientId.get(clientOrderId);
        OrderRow executed = tables.byExecutor.get(executorId);
        boolean fits = executed != null && executed.intent.request().symbol().equals(symbol);
        return Optional.ofNullable(ours == null && fits ? executed : ours).map(OrderRow::stored);
    }

    /** When the newest fill in a symbol happened, or 0. */
    public long bookedToMs(Symbol symbol) {
        return tables.bookedToMs.getOrDefault(symbol, 0L);
    }
}
