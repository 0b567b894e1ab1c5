package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.PrivateStreamKeys;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The private stream's records in memory, and a venue that gives keys; time is set by hand. */
final class MemoryStreams implements PrivateStreams, PrivateStreamKeys {

    private final MemoryDesk desk;
    final List<String> asked = new ArrayList<>();
    long wallMs;
    boolean reachable = true;
    boolean mints = true;
    private int minted;
    private @Nullable String atVenue;
    private @Nullable String kept;
    private long keptAtMs;
    private long aliveMs;

    MemoryStreams(MemoryDesk desk) {
        this.desk = desk;
    }

    /** The venue ends its key, as after an hour without an extension. */
    void endsKey() {
        atVenue = null;
    }

    @Override
    public String mint() throws VenueUnavailableException {
        asked.add("POST");
        requireReachable();
        if (!mints) {
            throw new VenueUnavailableException("status 500");
        }
        String key = atVenue == null ? "key-" + ++minted : atVenue;
        atVenue = key;
        return key;
    }

    @Override
    public boolean extend() throws VenueUnavailableException {
        asked.add("PUT");
        requireReachable();
        return atVenue != null;
    }

    private void requireReachable() throws VenueUnavailableException {
        if (!reachable) {
            throw new VenueUnavailableException("timed out");
        }
    }

    @Override
    public long validMs() {
        return 3_600_000;
    }

    @Override
    public void expect(Account account, long nowMs) {
        aliveMs = aliveMs == 0 ? nowMs : aliveMs;
    }

    @Override
    public KeyState keyState(Account account, long nowMs) {
        return new KeyState(kept, wallMs - keptAtMs, keptAtMs + validMs() - wallMs, nowMs - aliveMs);
    }

    @Override
    public void keep(Account account, String key, long validMs) {
        kept = key;
        keptAtMs = wallMs;
    }

    @Override
    public void drop(Account account, String key) {
        kept = key.equals(kept) ? null : kept;
    }

    @Override
    public void alive(Account account, long atMs) {
        aliveMs = Math.max(aliveMs, atMs);
    }

    @Nullable
    String kept() {
        return kept;
    }

    @Override
    public Optional<StoredOrder> orderOf(Account account, Symbol symbol, String clientOrderId, String venueOrderId) {
        return desk.all().stream()
                .filter(order -> order.request().clientOrderId().equals(clientOrderId))
                .findFirst();
    }

    @Override
    public long bookedToMs(Account account, Symbol symbol) {
        return MemoryDesk.T0;
    }
}
