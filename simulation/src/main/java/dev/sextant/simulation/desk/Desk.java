package dev.sextant.simulation.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.EntryTerms;
import dev.sextant.placer.OrderPlacer;
import dev.sextant.platform.mapping.FunctionMapping;
import dev.sextant.platform.mapping.FunctionMappings;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.reconciler.Adopter;
import dev.sextant.reconciler.Findings;
import dev.sextant.reconciler.ListenKeyKeeper;
import dev.sextant.reconciler.PrivateEvents;
import dev.sextant.reconciler.PrivateStreams;
import dev.sextant.reconciler.Reconciler;
import dev.sextant.reconciler.StreamedOrders;
import dev.sextant.risk.RiskCheck;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.AnswerLost;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.NotReached;
import dev.sextant.simulation.kernel.Sandbox;
import dev.sextant.simulation.kernel.Sandboxes;
import dev.sextant.simulation.store.ModelStore;
import java.util.List;
import java.util.Optional;

/** The functions, the stream between them, and what they reach. */
public final class Desk {

    /** How far a clock of the desk that is wrong is off at the most. */
    static final long BAD_CLOCK_MS = 8_000;

    private static final long PUT_TIMEOUT_MS = 5_000;
    private static final long TIMEOUT_MS = 15_000;
    private static final long RECONCILER_TIMEOUT_MS = 55_000;

    private final Kernel kernel;
    private final Sandboxes sandboxes;
    private final Faults faults;
    private final ModelStore store;
    private final SimExchange exchange;
    private final Account account;
    private final AccountSettings settings;
    private final Wiring wiring;
    private final Witness witness;
    private final Stream decisions;
    private final Stream privateNews;
    private final List<Mapping> mappings;
    private final VenueWatch watch = new VenueWatch();
    private long tokens;
    private boolean up = true;

    /**
     * @param wiring what the production classes are given; a mutant gives them something else
     * @param witness sees every step of the store
     */
    public Desk(
            Kernel kernel,
            Sandboxes sandboxes,
            Faults faults,
            ModelStore store,
            SimExchange exchange,
            AccountSettings settings,
            Wiring wiring,
            Witness witness) {
        this.kernel = kernel;
        this.sandboxes = sandboxes;
        this.faults = faults;
        this.store = store;
        this.exchange = exchange;
        this.account = settings.account();
        this.settings = settings;
        this.wiring = wiring;
        this.witness = witness;
        this.decisions = new Stream(kernel);
        this.privateNews = new Stream(kernel);
        this.mappings = List.of(
                mapping("risk", FunctionMappings.RISK_CHECK, this::judge),
                mapping("placer", FunctionMappings.ORDER_PLACER, this::place),
                new Mapping(
                        kernel,
                        sandboxes,
                        faults,
                        privateNews,
                        "reconciler",
                        FunctionMappings.RECONCILER,
                        RECONCILER_TIMEOUT_MS,
                        new StreamReader(kernel, this::events, this::pass)));
    }

    private Mapping mapping(String name, FunctionMapping rules, Handler handler) {
        return new Mapping(kernel, sandboxes, faults, decisions, name, rules, TIMEOUT_MS, handler);
    }

    /** Puts a record on the stream; the mappings' filters keep the private stream's from all but the reconciler. */
    public void append(DecisionRecord record) {
        boolean ofTheStream = record instanceof PrivateEvent || record instanceof PrivateStreamAlive;
        (ofTheStream ? privateNews : decisions).append(record);
    }

    /** Whether the desk runs. */
    public boolean isUp() {
        return up;
    }

    /** Everything of it dies at once. */
    public void crash() {
        up = false;
        mappings.forEach(mapping -> mapping.setAway(true));
        sandboxes.killAll();
        kernel.note("the desk crashes");
    }

    /** It comes up again: recovering, with its strategies stopped. */
    public void restart() {
        up = true;
        store.setDeskState("RECOVERING");
        mappings.forEach(mapping -> mapping.setAway(false));
        kernel.note("the desk restarts");
        reconcile();
    }

    /** Starts one pass of the reconciler; a clean one ends the recovery. */
    public void reconcile() {
        sandboxes.start("reconciler", faults.clockAheadMs(BAD_CLOCK_MS), this::pass, () -> {});
    }

    private void pass(Sandbox self) {
        StorePort port = port(self);
        BookPort books = new BookPort(port, store, witness::reconciled);
        Reconciler reconciler = new Reconciler(
                wiring.store("reconciler", port), wiring.venue("reconciler", venue(self), self), books, books);
        try {
            keys(self, port).keep(account, self.clockMs());
            new Adopter(
                            wiring.store("reconciler", port),
                            wiring.venue("reconciler", venue(self), self),
                            books,
                            new AdoptionPort(port, store.adopting(), () -> "adopted" + tokens++, witness))
                    .run(account, self.clockMs());
            Findings findings = reconciler.run(account, self.clockMs());
            if (findings.clean()) {
                port.step("healthy", this::healthy);
            }
        } catch (RuntimeException e) {
            // A pass that fails is over; the next one makes up for it.
            kernel.note("reconciler fails: " + e.getMessage());
        }
    }

    private ListenKeyKeeper keys(Sandbox self, StorePort port) {
        return new ListenKeyKeeper(new KeyPort(kernel, venue(self), exchange.users()), wiring.streams(streams(port)));
    }

    private StreamPort streams(StorePort port) {
        return new StreamPort(kernel, port, store.listening(), witness);
    }

    private PrivateEvents events(Sandbox self) {
        StorePort port = port(self);
        PrivateStreams streams = wiring.streams(streams(port));
        StreamedOrders orders = new StreamedOrders(
                wiring.store("reconciler", port),
                wiring.venue("reconciler", venue(self), self),
                streams,
                self::clockMs);
        BookPort books = new BookPort(port, store, witness::reconciled);
        return new PrivateEvents(orders, streams, books, keys(self, port), self::clockMs, Metrics.NONE);
    }

    private boolean healthy() {
        if (!store.deskState().equals("HEALTHY")) {
            store.setDeskState("HEALTHY");
            witness.recovered();
        }
        return true;
    }

    private void judge(Sandbox self, DecisionRecord record) {
        StorePort port = port(self);
        RiskCheck risk = new RiskCheck(
                wiring.store("risk", port),
                (who, symbol) ->
                        port.step("terms", () -> new EntryTerms(Optional.of(settings), store.instrument(symbol))),
                (signal, code, reason) -> port.step("refuse signal", () -> true),
                records -> publish(self, records),
                self::clockMs);
        risk.onRecord(record);
    }

    private void place(Sandbox self, DecisionRecord record) {
        StorePort port = port(self);
        OrderPlacer placer = new OrderPlacer(
                wiring.store("placer", port),
                wiring.venue("placer", venue(self), self),
                symbol -> port.step("instrument", () -> store.instrument(symbol)),
                self::clockMs,
                wiring.monotonic(self),
                () -> "token" + tokens++);
        if (record instanceof Tick) {
            watch.look(self, port, store.surroundings(), () -> venue(self).positions());
        }
        placer.onRecord(record);
    }

    private void publish(Sandbox self, List<? extends DecisionRecord> records) {
        try {
            self.call(faults::stream, PUT_TIMEOUT_MS, self.name() + " put", () -> {
                records.forEach(decisions::append);
                return true;
            });
        } catch (NotReached | AnswerLost e) {
            throw new IllegalStateException("the stream did not answer", e);
        }
    }

    private StorePort port(Sandbox self) {
        return new StorePort(kernel, self, faults, store, witness);
    }

    private VenuePort venue(Sandbox self) {
        return new VenuePort(kernel, self, faults, exchange);
    }
}
