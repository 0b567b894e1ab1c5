package dev.sextant.local.venue.kraken;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.kraken.account.AccountJournal;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.SystemState;
import dev.sextant.local.venue.kraken.account.Tokens;
import dev.sextant.local.venue.kraken.rest.KrakenKey;
import dev.sextant.local.venue.kraken.rest.KrakenRestServer;
import dev.sextant.local.venue.kraken.socket.KrakenPrivateSocket;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account beside the made-up venue's public side: its orders trade against the same books, under the same clock. Ends
 * with its ports; what it knew is gone then, but for what a journal has.
 */
public final class KrakenPrivateSide implements AutoCloseable {

    private final KrakenVenueServer venue;
    private final KrakenExchange exchange;
    private final KrakenRestServer rest;
    private final KrakenPrivateSocket socket;
    private final Latency latency;

    /**
     * Opens its ports, to which there is no way.
     *
     * @param clock the public side's
     * @param faults asked before each request and each private frame
     */
    public KrakenPrivateSide(
            KrakenVenueServer venue, AccountSetup setup, List<KrakenKey> keys, EpochClock clock, Faults faults)
            throws IOException, InterruptedException {
        this(venue, setup, keys, clock, faults, Latency.none());
    }

    /**
     * Opens its ports.
     *
     * @param clock the public side's
     * @param faults asked before each request and each private frame
     * @param latency of each request and of each message back; ends with this
     */
    public KrakenPrivateSide(
            KrakenVenueServer venue,
            AccountSetup setup,
            List<KrakenKey> keys,
            EpochClock clock,
            Faults faults,
            Latency latency)
            throws IOException, InterruptedException {
        this(venue, setup, keys, clock, faults, latency, null);
    }

    /**
     * Opens its ports and goes on where the journal ends.
     *
     * @param journal whose balances the account begins with, or null for an account of this run alone
     */
    public KrakenPrivateSide(
            KrakenVenueServer venue,
            AccountSetup setup,
            List<KrakenKey> keys,
            EpochClock clock,
            Faults faults,
            Latency latency,
            @Nullable AccountJournal journal)
            throws IOException, InterruptedException {
        this.venue = venue;
        this.latency = latency;
        this.exchange =
                new KrakenExchange(venue, setup, journal == null ? clock.nowMs() : new SecureRandom().nextLong());
        if (journal != null) {
            synchronized (venue) {
                journal.restore(exchange, clock.nowMs());
            }
        }
        Tokens tokens = new Tokens(new SecureRandom().nextLong());
        this.rest = new KrakenRestServer(venue, exchange, keys, tokens, clock, faults, latency);
        this.socket = new KrakenPrivateSocket(venue, exchange, tokens, clock, faults, latency);
        socket.open();
    }

    /** The REST base address, {@code http://127.0.0.1:port}. */
    public URI rest() {
        return rest.uri();
    }

    /** The private WebSocket, {@code ws://127.0.0.1:port/v2}. */
    public URI socket() {
        return socket.uri();
    }

    /** The account, for tests and screens; the venue's monitor guards it. */
    public KrakenExchange exchange() {
        return exchange;
    }

    /** Lets be done from now on what this state allows, and tells all sockets so. */
    public void set(SystemState state) {
        synchronized (venue) {
            exchange.set(state);
            venue.set(state);
            socket.tellStatus();
        }
    }

    @Override
    public void close() {
        rest.close();
        socket.close();
        latency.close();
    }
}
