package dev.sextant.local.venue.stream;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.play.FramePublisher;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.venues.sim.VenueListener;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The venue's WebSocket port on the loopback interface. */
public final class StreamServer implements AutoCloseable {

    private static final int CLOSE_MILLIS = 500;

    private final StreamHub hub;
    private final ListenKeys listenKeys;
    private final LoopbackSockets sockets;
    private final UserFeed userFeed;
    private final Housekeeping housekeeping;

    /**
     * Prepares the server; {@link #open} starts it.
     *
     * @param audienceChanged called after any change of subscriptions
     */
    public StreamServer(
            ConnectionRules rules,
            Faults faults,
            Map<Symbol, ? extends Listed> listed,
            EpochClock marketClock,
            Runnable audienceChanged) {
        hub = new StreamHub(audienceChanged, rules.slowConsumer());
        listenKeys = new ListenKeys(rules.listenKeyValidity(), System::nanoTime);
        sockets = new LoopbackSockets(hub, listenKeys, rules, faults);
        userFeed = new UserFeed(listed, hub, listenKeys);
        housekeeping = new Housekeeping(hub, listenKeys, rules, marketClock);
    }

    /** Opens the port. */
    public void open() throws InterruptedException {
        sockets.open();
        housekeeping.start();
    }

    /** {@code ws://127.0.0.1:port}; the routed paths follow. Known once open. */
    public URI uri() {
        return URI.create("ws://127.0.0.1:" + sockets.getPort());
    }

    public FramePublisher publisher() {
        return hub;
    }

    /** Where the matching core reports to. */
    public VenueListener userFeed() {
        return userFeed;
    }

    public ListenKeys listenKeys() {
        return listenKeys;
    }

    /** Ends an API key's listen key and its connections; empty when there was none. */
    public Optional<String> closeListenKey(String apiKey) {
        Optional<String> closed = listenKeys.delete(apiKey);
        closed.ifPresent(housekeeping::close);
        return closed;
    }

    @Override
    public void close() {
        housekeeping.close();
        try {
            sockets.stop(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
