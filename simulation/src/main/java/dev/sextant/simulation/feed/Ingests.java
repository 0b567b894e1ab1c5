package dev.sextant.simulation.feed;

import dev.sextant.domain.event.Tick;
import dev.sextant.ingest.account.PrivateSettings;
import dev.sextant.simulation.exchange.UserStream;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The ingests that run: one as a rule, two in a deployment or when one is taken for dead. And what goes wrong with them. */
public final class Ingests {

    private static final long ROTATES_MS = 240_000;

    private final Site site;
    private final Kernel kernel;
    private final Faults faults;
    private final List<SimIngest> running = new ArrayList<>();
    private int started;

    public Ingests(Site site) {
        this.site = site;
        this.kernel = site.kernel();
        this.faults = site.faults();
    }

    /** The first one begins. */
    public void begin() {
        start();
    }

    private SimIngest start() {
        SimIngest fresh = new SimIngest(site, this, "ingest-" + ++started, settings());
        running.add(fresh);
        return fresh;
    }

    /** Where sockets are bad, old ones are replaced after minutes instead of a day. */
    private PrivateSettings settings() {
        PrivateSettings usual = PrivateSettings.standard();
        if (faults.of(FaultClass.PRIVATE_SOCKETS) == 0) {
            return usual;
        }
        return new PrivateSettings(
                usual.connectMs(),
                usual.pingMs(),
                usual.silenceMs(),
                ROTATES_MS,
                ROTATES_MS / 2,
                usual.overlapMs(),
                usual.reconnect());
    }

    /** A full second of the market's time is over, for all who hear it. */
    public void tick() {
        running.removeIf(SimIngest::isGone);
        long second = kernel.nowMs() / Tick.EVERY_MS * Tick.EVERY_MS;
        List.copyOf(running).forEach(ingest -> ingest.tick(second));
    }

    int holders() {
        return (int) running.stream().filter(SimIngest::isHeld).count();
    }

    /** Draws what happens to ingests, sockets and keys now. */
    public void trouble() {
        if (faults.strikes(FaultClass.INGESTS, 0.2)) {
            replace();
        }
        if (faults.strikes(FaultClass.PRIVATE_SOCKETS, 0.2)) {
            sockets(kernel.pick(List.<Consumer<SimSocket>>of(SimSocket::end, SimSocket::deafen, SimSocket::die)));
        }
        if (faults.strikes(FaultClass.LISTEN_KEYS, 0.1)) {
            endKey();
        }
    }

    private void sockets(Consumer<SimSocket> trouble) {
        running.forEach(ingest -> List.copyOf(ingest.sockets()).forEach(trouble));
    }

    private void endKey() {
        UserStream users = site.exchange().users();
        if (kernel.chance(0.5)) {
            users.expire(kernel.nowMs());
        } else {
            users.delete();
        }
        if (kernel.chance(0.5)) {
            kernel.after(kernel.between(0, 5_000), users::endOthers);
        }
    }

    /** A younger one begins, and the old one leaves, dies, stands still or loses the database. */
    private void replace() {
        running.removeIf(SimIngest::isGone);
        if (running.isEmpty()) {
            // One is on its way already.
            return;
        }
        SimIngest old = running.getFirst();
        switch ((int) kernel.between(0, 4)) {
            case 0 -> kernel.after(kernel.between(1_000, 60_000), old::leave);
            case 1 -> old.die();
            case 2 -> old.freeze(kernel.between(1_000, 60_000));
            case 3 -> old.store().cutOff(kernel.between(1_000, 60_000));
            default -> {
                // Stands still and nobody notices: none takes its place.
                old.freeze(kernel.between(1_000, 30_000));
                return;
            }
        }
        kernel.after(kernel.between(0, 20_000), this::start);
        kernel.after(kernel.between(20_000, 120_000), this::endOld);
    }

    /** All but the youngest are stopped. */
    private void endOld() {
        running.removeIf(SimIngest::isGone);
        List<SimIngest> old = List.copyOf(running.subList(0, Math.max(0, running.size() - 1)));
        old.forEach(kernel.chance(0.5) ? SimIngest::leave : SimIngest::die);
    }

    /** Once everything works there is one. */
    public void heal() {
        endOld();
        running.forEach(ingest -> ingest.store().reconnect());
        if (running.isEmpty()) {
            start();
        }
    }
}
