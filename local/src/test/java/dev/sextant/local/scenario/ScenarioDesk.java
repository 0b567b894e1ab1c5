package dev.sextant.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.local.venue.RestClient;
import dev.sextant.local.venue.scripted.ScriptedVenue;
import dev.sextant.local.venue.scripted.ScriptedVenueConfig;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.memory.InMemoryStream;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.risk.RiskCheckHandler;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.BinanceTradeSettings;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.ClockMode;
import dev.sextant.venues.binance.trade.Credentials;
import dev.sextant.venues.binance.trade.RequestBudget;
import dev.sextant.venues.binance.trade.Timing;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.sim.instrument.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A desk with the real adapter, the functions' own handlers and a real database, before a venue whose market and faults the
 * test writes. Time passes only when the test says so. A standard signal buys 0.5 BTC at 61,800 with a stop 40 away and
 * targets 30 and 60 away, half each.
 */
final class ScenarioDesk implements AutoCloseable {

    static final Account ACCOUNT = new Account("paper-main");
    static final Symbol BTC = new Symbol("BTCUSDT");
    static final long T0 = 1_723_161_300_000L;
    static final String PRICE = "61800";
    private static final long WEIGHT_LIMIT = 2_400;
    private static final long PLACEMENT_WINDOW_MS = 2_000;
    private static final long READ_WINDOW_MS = 5_000;
    /** For a machine that has better things to do; what is lost here is lost at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String DEEP = "100";

    final ScriptedFaults faults = new ScriptedFaults();
    final ScriptedVenue venue;
    final DeskDatabase database = new DeskDatabase();
    final Upstream upstream = new Upstream(database);
    final DeskBooks books = new DeskBooks(database, this::machineMs);
    final Person person = new Person(database, this::machineMs);
    final InMemoryStream decisions = new InMemoryStream("decisions", () -> T0);
    final AtExchange exchange;
    final BinanceTradingVenue adapter;
    final MortalVenue mortal;
    final Sandbox<RiskCheckHandler> risk;
    final Sandbox<OrderPlacerHandler> placer;
    final Sandbox<ReconcilerHandler> reconciler;
    final Reader riskReader;
    final Reader placerReader;
    final Reader privateReader;
    final RestClient hand;
    final List<String> metrics = new CopyOnWriteArrayList<>();

    /** How far this machine's clock is ahead of the venue's. */
    long machineAheadMs;
    /** Whether the private stream gives signs of life with each tick. */
    boolean streamAlive = true;
    /** Whether the market data are complete up to the last tick. */
    boolean dataFresh = true;

    ScenarioDesk() {
        this(config -> config);
    }

    ScenarioDesk(UnaryOperator<ScriptedVenueConfig> changes) {
        try {
            venue = ScriptedVenue.start(changes.apply(ScriptedVenueConfig.of(Instrument.btcUsdt(), T0, RestClient.KEY)
                    .withFaults(faults)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        exchange = new AtExchange(venue);
        hand = new RestClient(venue);
        Timing timing = new Timing(this::machineMs, () -> nowMs() * 1_000_000, ms -> {}, longestMs -> 0);
        RequestBudget budget =
                new RequestBudget(this::machineMs, WEIGHT_LIMIT, new HaltLedger(database, this::machineMs));
        adapter = new BinanceTradingVenue(
                new BinanceTradeSettings(
                        venue.httpUri(), ClockMode.OFFSET, PATIENCE, PATIENCE, PLACEMENT_WINDOW_MS, READ_WINDOW_MS, 3),
                Credentials.fromEnvironment(
                        Map.of("X_API_KEY", RestClient.KEY.key(), "X_API_SECRET", RestClient.KEY.secret()), "X"),
                budget,
                timing);
        mortal = new MortalVenue(adapter);
        MetricLines lines = metrics::add;
        risk = new Sandbox<>(this::machineMs, lines, List.of(database.as("risk"), decisions), RiskCheckHandler::new);
        placer = placerSandbox();
        reconciler = new Sandbox<>(
                this::machineMs, lines, List.of(database.as("reconciler"), adapter), ReconcilerHandler::new);
        riskReader = new Reader(decisions, _ -> true, event -> risk.handler().execute(event));
        placerReader =
                new Reader(decisions, _ -> true, event -> placer.handler().execute(event));
        privateReader = new Reader(
                decisions,
                record -> record instanceof PrivateEvent || record instanceof PrivateStreamAlive,
                event -> reconciler.handler().apply(event));
        price(PRICE);
        upstream.completeTo(nowMs());
    }

    /** Another copy of order-placer, before the same venue. */
    Sandbox<OrderPlacerHandler> placerSandbox() {
        return new Sandbox<>(
                this::machineMs,
                metrics::add,
                List.of(database.as("placer"), mortal, TradingMode.PAPER, (MonotonicClock) this::nowMs),
                OrderPlacerHandler::new);
    }

    long nowMs() {
        return venue.marketClock().nowMs();
    }

    private long machineMs() {
        return nowMs() + machineAheadMs;
    }

    /** Everybody trades at a price now, and there is plenty on both sides of it. */
    void price(String price) {
        long priceE8 = E8.parse(price);
        venue.mark(priceE8);
        venue.quote(priceE8 - E8.parse("0.1"), priceE8, E8.parse(DEEP));
        venue.trade(priceE8, E8.parse("0.001"), false);
        upstream.lastPrice(price);
    }

    /** The same price, and no more than so much on either side. */
    void thinBook(String quantity) {
        long priceE8 = E8.parse(PRICE);
        venue.quote(priceE8 - E8.parse("0.1"), priceE8, E8.parse(quantity));
    }

    /** A signal to buy, with a life of 15 s, on the stream; nobody has read it yet. */
    SignalRaised raise() {
        return raise(Upstream.BUCKET_MS);
    }

    /** The same with another life. */
    SignalRaised raise(long lifeMs) {
        SignalRaised signal = upstream.signal(nowMs(), lifeMs);
        publish(signal);
        return signal;
    }

    void publish(DecisionRecord... records) {
        new StreamDecisionPublisher(decisions).publish(List.of(records));
    }

    /** A signal, and all that follows from it at once. */
    StoredIntent enter() {
        raise();
        work();
        return entry();
    }

    /** Everybody reads what is new, until nobody has anything to read or somebody stopped at a failure. */
    void work() {
        boolean fine = true;
        while (fine && (riskReader.hasNews() || placerReader.hasNews() || privateReader.hasNews())) {
            fine = riskReader.read();
            fine = placerReader.read() && fine;
            fine = privateReader.read() && fine;
        }
    }

    /** The next full second comes, with a tick. */
    void tick() {
        skip(1_000 - nowMs() % 1_000);
    }

    void ticks(int count) {
        for (int i = 0; i < count; i++) {
            tick();
        }
    }

    /** Time passes; then one tick, on the full second. */
    void skip(long ms) {
        venue.advance(ms);
        venue.advance((1_000 - nowMs() % 1_000) % 1_000);
        if (dataFresh) {
            upstream.completeTo(nowMs());
        }
        if (streamAlive) {
            publish(new PrivateStreamAlive(ACCOUNT, nowMs()));
        }
        publish(new Tick(ACCOUNT, nowMs(), Map.of(BTC, E8.parse(PRICE)), Map.of(BTC, nowMs())));
        work();
    }

    /** The minute's reconciliation. */
    String reconcile() {
        return job(Schedules.RECONCILE.name());
    }

    /** A job of the schedule that the reconciler does. */
    String job(String name) {
        return reconciler.handler().run(name);
    }

    List<StoredIntent> intents() {
        return database.rows(StoredIntent.ALL).stream().map(StoredIntent::of).toList();
    }

    List<StoredIntent> intents(String purpose) {
        return intents().stream()
                .filter(intent -> intent.purpose().equals(purpose))
                .toList();
    }

    /** The newest entry. */
    StoredIntent entry() {
        return intents("ENTRY").getLast();
    }

    /** The newest stop. */
    StoredIntent stop() {
        return intents("STOP").getLast();
    }

    /** Both sides have it, and all of it is covered by stops at the exchange. */
    void assertProtectedPosition(String quantity) {
        assertPosition(quantity);
        assertEquals(quantity, exchange.covered(), "covered by stops");
    }

    /** Both sides have it. */
    void assertPosition(String quantity) {
        assertEquals(
                quantity + " at the venue, " + quantity + " here",
                exchange.position() + " at the venue, " + books.position() + " here");
    }

    /** Another client of the account ends it. */
    void endListenKey() throws IOException, InterruptedException {
        hand.send("DELETE", "/fapi/v1/listenKey", "", RestClient.KEY.key());
    }

    /** The adapter measures the venue's clock, if that is due. */
    void adapterTime() {
        try {
            adapter.venueTimeMs();
        } catch (VenueUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    /** A metric's total over all parts. */
    long metric(String name) {
        String field = "\"" + name + "\":";
        return metrics.stream()
                .filter(line -> line.contains(field))
                .mapToLong(line -> Long.parseLong(
                        line.substring(line.indexOf(field) + field.length()).split("[,}]", 2)[0]))
                .sum();
    }

    @Override
    public void close() {
        reconciler.close();
        placer.close();
        risk.close();
        adapter.close();
        venue.close();
        database.close();
    }
}
