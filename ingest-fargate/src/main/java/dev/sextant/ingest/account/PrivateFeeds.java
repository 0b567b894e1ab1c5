package dev.sextant.ingest.account;

import dev.sextant.domain.event.Account;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private streams of all accounts, with the keys they are read with. */
public final class PrivateFeeds implements PrivateListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFeeds.class);
    private static final long READ_KEYS_MS = 5_000;

    /** How long a replay's market waits for the private streams, so that it begins with them or, after that, without. */
    private static final long PATIENCE_MS = 5_000;

    private final Map<Account, PrivateSocket> sockets = new LinkedHashMap<>();
    private final Map<Account, String> keys = new ConcurrentHashMap<>();
    private final Set<Account> up = ConcurrentHashMap.newKeySet();
    private final PrivateKeys store;
    private final PrivateListener next;
    private final MonotonicClock clock;
    private final long startedMs;
    private final boolean marketWaits;
    private boolean settled;
    private long readKeysAtMs;

    /**
     * @param base address up to the key; empty when there are no private streams here
     * @param marketWaits whether a market that could begin without them waits for a moment
     */
    public PrivateFeeds(
            List<Account> accounts,
            Optional<String> base,
            boolean marketWaits,
            PrivateKeys store,
            SocketConnector connector,
            PrivateListener next,
            MonotonicClock clock,
            DoubleSupplier random) {
        this.store = store;
        this.next = next;
        this.clock = clock;
        this.startedMs = clock.nowMs();
        this.readKeysAtMs = startedMs;
        this.marketWaits = marketWaits;
        base.ifPresent(address -> accounts.forEach(account -> sockets.put(
                account,
                new PrivateSocket(account, address, connector, this, PrivateSettings.standard(), clock, random))));
    }

    /** Reads the keys when it is time: often as long as one is missing. Waits for the database. */
    public void readKeys() {
        if (sockets.isEmpty() || (clock.nowMs() < readKeysAtMs && keys.size() == sockets.size())) {
            return;
        }
        readKeysAtMs = clock.nowMs() + READ_KEYS_MS;
        for (Account account : sockets.keySet()) {
            try {
                store.current(account).ifPresentOrElse(key -> keys.put(account, key), () -> keys.remove(account));
            } catch (StoreException e) {
                LOG.warn("the key of {}'s private stream could not be read: {}", account, e.getMessage());
            }
        }
    }

    /** Keeps the connections. */
    public void check() {
        sockets.forEach((account, socket) -> socket.check(Optional.ofNullable(keys.get(account))));
    }

    /** Whether the market may begin. */
    public boolean settled() {
        settled =
                settled || !marketWaits || up.containsAll(sockets.keySet()) || clock.nowMs() - startedMs > PATIENCE_MS;
        return settled;
    }

    /** Accounts whose stream is there, for the health page. */
    public List<Account> alive() {
        return new ArrayList<>(up)
                .stream().sorted(Comparator.comparing(Account::name)).toList();
    }

    @Override
    public void onAlive(Account account) {
        next.onAlive(account);
        if (up.add(account)) {
            LOG.info("the private stream of {} flows", account);
        }
    }

    @Override
    public void onMessage(Account account, String text) {
        next.onMessage(account, text);
    }

    @Override
    public void onLost(Account account, String reason) {
        up.remove(account);
        LOG.warn("the private stream of {} is down: {}", account, reason);
        next.onLost(account, reason);
    }

    @Override
    public void close() {
        sockets.values().forEach(PrivateSocket::close);
    }
}
