package dev.sextant.simulation.feed;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Tick;
import dev.sextant.ingest.account.PrivateInbox;
import dev.sextant.ingest.account.PrivateListener;
import dev.sextant.ingest.account.PrivateRecords;
import dev.sextant.ingest.account.PrivateSettings;
import dev.sextant.ingest.account.PrivateSocket;
import dev.sextant.ingest.inbox.Inbox;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.ingest.lease.Lease;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.simulation.kernel.Kernel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the ingest: its lease, its private socket and what it puts on the stream. It may stand still for a while. */
final class SimIngest {

    private static final String BASE = "wss://exchange/private/ws/";
    private static final long BEAT_MS = 1_000;
    private static final long READ_KEY_MS = 5_000;
    private static final int ALL = 1_000;

    /** What a run has from its epoch on. */
    private record Run(Lease lease, SimOutbox outbox) {}

    private final Site site;
    private final Kernel kernel;
    private final Ingests all;
    private final String owner;
    private final LeasePort store;
    private final Inbox inbox = new Inbox(ALL);
    private final PrivateRecords records = new PrivateRecords(false);
    private final List<SimSocket> sockets = new ArrayList<>();
    private final Deque<Runnable> backlog = new ArrayDeque<>();
    private final PrivateSocket socket;
    private @Nullable Run run;
    private Optional<String> key = Optional.empty();
    private long readKeyAtMs;
    private long stoodStillMs;
    private boolean frozen;
    private boolean gone;

    SimIngest(Site site, Ingests all, String owner, PrivateSettings settings) {
        this.site = site;
        this.kernel = site.kernel();
        this.all = all;
        this.owner = owner;
        this.store = new LeasePort(site);
        PrivateListener listener = new PrivateInbox(inbox);
        this.socket = new PrivateSocket(
                site.account(),
                BASE,
                (address, told) -> open(address.toString().substring(BASE.length()), told),
                new Listening(listener),
                settings,
                this::monotonicMs,
                () -> kernel.between(0, 999) / 1_000.0);
        beat();
    }

    private SimSocket open(String withKey, dev.sextant.venues.http.SocketListener told) {
        sockets.removeIf(SimSocket::isOver);
        SimSocket opened = new SimSocket(site, withKey, told, this::whenAwake);
        sockets.add(opened);
        return opened;
    }

    /** What a connection tells is dealt with at once, as long as there is somebody. */
    private final class Listening implements PrivateListener {

        private final PrivateListener next;

        Listening(PrivateListener next) {
            this.next = next;
        }

        @Override
        public void onAlive(Account account) {
            next.onAlive(account);
        }

        @Override
        public void onMessage(Account account, String text) {
            next.onMessage(account, text);
        }

        @Override
        public void onLost(Account account, String reason) {
            kernel.note(owner + " has lost the private stream: " + reason);
            next.onLost(account, reason);
        }
    }

    /** Stops while the machine stands still, as some do. */
    private long monotonicMs() {
        return kernel.nowMs() - stoodStillMs;
    }

    boolean isGone() {
        return gone;
    }

    boolean isHeld() {
        return run != null && !gone && run.lease().isHeld();
    }

    List<SimSocket> sockets() {
        return sockets;
    }

    LeasePort store() {
        return store;
    }

    // Time passes.

    private void beat() {
        if (gone) {
            return;
        }
        kernel.after(BEAT_MS, this::beat);
        if (!frozen) {
            keepLease();
            readKey();
            socket.check(key);
            takeInputs();
        }
    }

    private void keepLease() {
        Run now = run;
        try {
            if (now == null) {
                run = begin(store.nextEpoch(owner));
            } else {
                now.lease().step();
                if (now.lease().superseded()) {
                    kernel.note(owner + " begins again");
                    now.lease().leave();
                    now.outbox().close();
                    run = null;
                }
            }
        } catch (StoreException e) {
            kernel.note(owner + " can't begin: " + e.getMessage());
        }
    }

    private Run begin(long epoch) {
        kernel.note(owner + " has epoch " + epoch);
        Lease lease = new Lease(store, owner, epoch, false, this::monotonicMs, kernel::nowMs);
        lease.step();
        return new Run(
                lease,
                new SimOutbox(
                        site,
                        lease,
                        epoch,
                        this::whenAwake,
                        () -> site.witness().tickLeaves(epoch, all.holders())));
    }

    private void readKey() {
        if (key.isPresent() && kernel.nowMs() < readKeyAtMs) {
            return;
        }
        readKeyAtMs = kernel.nowMs() + READ_KEY_MS;
        try {
            key = store.ask(() -> site.store().listening().key(kernel.nowMs()));
        } catch (StoreException e) {
            kernel.note(owner + " can't read the key");
        }
    }

    /** A second of the market's time is over. */
    void tick(long second) {
        long completeToMs = kernel.nowMs();
        whenAwake(() -> onTick(second, completeToMs));
    }

    private void onTick(long second, long completeToMs) {
        Run now = run;
        if (now != null) {
            site.symbols()
                    .forEach(symbol -> site.store()
                            .surroundings()
                            .heard(
                                    now.lease().epoch(),
                                    symbol,
                                    site.exchange().price(symbol).value(),
                                    completeToMs));
            takeInputs();
            now.outbox().addPrivate(records.at(second));
            now.outbox().addTick(new Tick(site.account(), second, Map.of(), Map.of()));
        }
    }

    private void takeInputs() {
        Run now = run;
        if (now == null) {
            return;
        }
        for (Input input : taken()) {
            switch (input) {
                case Input.Private(var event) -> now.outbox().addPrivate(records.on(event));
                case Input.PrivateAlive(var account) -> records.alive(account);
                case Input.PrivateLost(var account) -> records.lost(account);
                case Input.Connected _, Input.Lost _, Input.Event _, Input.Malformed _ ->
                    throw new IllegalStateException("nobody tells an ingest of the simulation " + input);
            }
        }
    }

    private List<Input> taken() {
        try {
            return inbox.take(ALL, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nothing waits", e);
        }
    }

    // What becomes of it.

    private void whenAwake(Runnable action) {
        if (gone) {
            return;
        }
        if (frozen) {
            backlog.addLast(action);
            return;
        }
        action.run();
        takeInputs();
    }

    /** Stands still; what comes meanwhile waits. */
    void freeze(long forMs) {
        if (!frozen) {
            frozen = true;
            kernel.note(owner + " stands still");
            long clockStopsMs = kernel.chance(0.5) ? forMs : 0;
            kernel.after(forMs, () -> thaw(clockStopsMs));
        }
    }

    private void thaw(long clockStopsMs) {
        frozen = false;
        stoodStillMs += clockStopsMs;
        while (!backlog.isEmpty()) {
            whenAwake(backlog.removeFirst());
        }
    }

    /** Ends in order: the lease is given back. */
    void leave() {
        Run now = run;
        if (!gone && now != null) {
            now.lease().leave();
        }
        die();
    }

    /** Is no more. */
    void die() {
        if (!gone) {
            kernel.note(owner + " is gone");
            socket.close();
            gone = true;
            if (run != null) {
                run.outbox().close();
            }
        }
    }
}
