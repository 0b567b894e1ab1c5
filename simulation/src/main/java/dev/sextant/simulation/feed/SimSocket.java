package dev.sextant.simulation.feed;

import dev.sextant.simulation.exchange.UserStream;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketListener;
import java.util.function.Consumer;

/** A connection to the user data stream: it may never open, lose, delay and repeat messages, and die in silence. */
final class SimSocket implements SocketConnection, UserStream.Ear {

    private static final long LATE_MS = 40_000;

    private final Site site;
    private final Kernel kernel;
    private final Faults faults;
    private final String key;
    private final SocketListener listener;
    private final Consumer<Runnable> reader;
    private long lastArrivalMs;
    private boolean deaf;
    private boolean dead;
    private boolean over;

    /** @param reader runs what the connection hears, as soon as its ingest is awake */
    SimSocket(Site site, String key, SocketListener listener, Consumer<Runnable> reader) {
        this.site = site;
        this.kernel = site.kernel();
        this.faults = site.faults();
        this.key = key;
        this.listener = listener;
        this.reader = reader;
        boolean refused = faults.strikes(FaultClass.PRIVATE_SOCKETS, 0.1);
        dead = !refused && faults.strikes(FaultClass.PRIVATE_SOCKETS, 0.1);
        deaf = faults.strikes(FaultClass.PRIVATE_SOCKETS, 0.4);
        kernel.after(kernel.between(20, 300), () -> open(refused));
    }

    private void open(boolean refused) {
        if (over || dead) {
            return;
        }
        if (refused || !site.exchange().users().connect(key, this, kernel.nowMs())) {
            end();
            return;
        }
        reader.accept(this::opened);
    }

    private void opened() {
        if (!over) {
            site.witness().heard();
            listener.onOpen();
        }
    }

    boolean isOver() {
        return over;
    }

    /** From now on it tells nothing and still answers pings. */
    void deafen() {
        deaf = true;
    }

    /** From now on it says nothing at all. */
    void die() {
        dead = true;
    }

    @Override
    public void hear(String text) {
        if (deaf || dead || faults.strikes(FaultClass.PRIVATE_EVENTS, 0.4)) {
            return;
        }
        boolean late = faults.strikes(FaultClass.PRIVATE_EVENTS, 0.3);
        long arrivesAtMs = Math.max(lastArrivalMs, kernel.nowMs() + kernel.between(5, 80));
        if (late) {
            arrivesAtMs = kernel.nowMs() + kernel.between(1_000, LATE_MS);
        } else {
            lastArrivalMs = arrivesAtMs;
        }
        arrive(text, arrivesAtMs - kernel.nowMs());
        if (faults.strikes(FaultClass.PRIVATE_EVENTS, 0.2)) {
            arrive(text, kernel.between(0, LATE_MS));
        }
    }

    private void arrive(String text, long delayMs) {
        kernel.after(delayMs, () -> reader.accept(() -> told(text)));
    }

    private void told(String text) {
        if (over) {
            if (!faults.strikes(FaultClass.PRIVATE_EVENTS, 0.5)) {
                return;
            }
            site.witness().heardAfterTheEnd();
        }
        site.witness().heard();
        kernel.say(() -> "heard " + text);
        listener.onText(text);
    }

    @Override
    public void ping() {
        if (!dead && !over) {
            kernel.after(kernel.between(10, 150), () -> reader.accept(this::answered));
        }
    }

    private void answered() {
        if (!over && !dead) {
            site.witness().heard();
            listener.onPong();
        }
    }

    /** The other side, or the network, ends it. */
    @Override
    public void end() {
        reader.accept(() -> close("ended by the other side"));
    }

    @Override
    public void abort() {
        close("given up");
    }

    private void close(String reason) {
        if (!over) {
            over = true;
            site.exchange().users().disconnect(this);
            listener.onClosed(reason);
        }
    }
}
