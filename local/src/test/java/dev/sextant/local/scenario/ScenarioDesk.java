package dev.sextant.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.RequestLedger;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.local.venue.RestClient;
import dev.sextant.local.venue.scripted.ScriptedVenue;
import dev.sextant.local.venue.scripted.ScriptedVenueConfig;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.Sql;
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
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.ExecutionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
    private static final long BUCKET_MS = 15_000;
    private static final long WEIGHT_LIMIT = 2_400;
    private static final long PLACEMENT_WINDOW_MS = 2_000;
    private static final long READ_WINDOW_MS = 5_000;
    /** For a machine that has better things to do; what is lost here is lost at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String DEEP = "100";

    final ScriptedFaults faults = new ScriptedFaults();
    final ScriptedVenue venue;
    final DeskDatabase database = new DeskDatabase();
    final InMemoryStream decisions = new InMemoryStream("decisions", () -> T0);
    final RequestBudget budget;
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

    private int signals;

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
        hand = new RestClient(venue);
        Timing timing = new Timing(this::machineMs, () -> nowMs() * 1_000_000, ms -> {}, longestMs -> 0);
        budget = new RequestBudget(this::machineMs, WEIGHT_LIMIT, RequestLedger.NONE);
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
        freshData();
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
        database.sql.update(
                Sql.of("update market.agg_trades_meta set last_price = :p").with("p", new BigDecimal(price)));
    }

    /** The same price, and no more than so much on either side. */
    void thinBook(String quantity) {
        long priceE8 = E8.parse(PRICE);
        venue.quote(priceE8 - E8.parse("0.1"), priceE8, E8.parse(quantity));
    }

    private void freshData() {
        database.sql.update(Sql.of("""
                        insert into market.agg_trades_meta values
                            ('BTCUSDT', 1, now(), 61800, 1, now(), 1, ops.ts(:at), 1, now())
                        on conflict (symbol) do update set watermark_at = ops.ts(:at)""").with("at", nowMs()));
    }

    /** A signal to buy, with a life of 15 s, on the stream; nobody has read it yet. */
    SignalRaised raise() {
        return raise(BUCKET_MS);
    }

    /** The same with another life. */
    SignalRaised raise(long lifeMs) {
        long bucket = T0 - BUCKET_MS * ++signals;
        SignalRaised signal = new SignalRaised(
                "signal-" + signals,
                "decision-" + signals,
                ACCOUNT,
                "demo",
                "demo@1#00000000",
                BTC,
                Direction.LONG,
                bucket,
                88,
                Tier.STANDARD,
                new BigDecimal(PRICE),
                new BigDecimal("30"),
                new BigDecimal("40"),
                new BigDecimal("30"),
                new BigDecimal("60"),
                new BigDecimal("0.5"),
                nowMs(),
                nowMs() + lifeMs,
                4_200_000);
        publish(signal);
        return signal;
    }

    /** What the scorer stores of a signal before it tells of it. */
    void store(SignalRaised signal) {
        database.sql.update(Sql.of("""
                        insert into strategy.decisions values (:decision, :strategy, :version, :symbol, ops.ts(:bucket), ops.ts(:at),
                            :score, :direction, true, 'taken', :signal, '{}')""")
                .with("decision", signal.decisionId())
                .with("strategy", signal.strategy())
                .with("version", signal.strategyVersion())
                .with("symbol", signal.symbol().name())
                .with("bucket", signal.bucketStartMs())
                .with("at", signal.decidedAtMs())
                .with("score", signal.score())
                .with("direction", signal.direction().name())
                .with("signal", signal.signalId()));
        database.sql.update(Sql.of("""
                        insert into strategy.signals select signal_id, decision_id, :account, strategy, strategy_version, symbol,
                            direction, bucket_start, score, :tier, :price, decided_at, ops.ts(:expires), '{}'
                        from strategy.decisions where decision_id = :decision""")
                .with("account", signal.account().name())
                .with("tier", signal.tier().name())
                .with("price", signal.price())
                .with("expires", signal.expiresAtMs())
                .with("decision", signal.decisionId()));
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
            freshData();
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

    /** How many orders the exchange accepted under an intent's id. */
    long accepted(StoredIntent intent) {
        return venue.happened().stream()
                .filter(event -> switch (event) {
                    case VenueEvent.OrderReport report ->
                        report.execution() == ExecutionType.NEW
                                && report.order()
                                        .originalType()
                                        .equals(report.order().type().name())
                                && report.order().clientOrderId().equals(intent.clientId());
                    case VenueEvent.AlgoReport report ->
                        report.algo().status() == dev.sextant.venues.sim.algo.AlgoStatus.NEW
                                && report.algo().request().clientAlgoId().equals(intent.clientId());
                    case VenueEvent.AccountReport _, VenueEvent.FundingReport _ -> false;
                })
                .count();
    }

    /** Base quantity that stops at the exchange would sell. */
    String covered() {
        long coveredE8 = venue.query(state -> state.openAlgos(BTC)).stream()
                .filter(algo -> algo.request().type() == dev.sextant.venues.sim.algo.AlgoType.STOP_MARKET)
                .mapToLong(algo -> algo.request().qtyE8())
                .sum();
        return E8.print(coveredE8);
    }

    String venuePosition() {
        return E8.print(venue.query(state -> state.position(BTC).qtyE8()));
    }

    String deskPosition() {
        return one(Sql.of("select ops.dec(coalesce(sum(qty), 0)) as x from portfolio.positions"));
    }

    /** Both sides have it, and all of it is covered by stops at the exchange. */
    void assertProtectedPosition(String quantity) {
        assertPosition(quantity);
        assertEquals(quantity, covered(), "covered by stops");
    }

    /** Both sides have it. */
    void assertPosition(String quantity) {
        assertEquals(
                quantity + " at the venue, " + quantity + " here",
                venuePosition() + " at the venue, " + deskPosition() + " here");
    }

    /** Why nobody may enter now, or "nothing". */
    String barrier() {
        return database.one(Sql.of("""
                        select coalesce(execution.entry_refusal('paper-main', 'demo', 'BTCUSDT', ops.ts(:now), ops.ts(:now))->>'code',
                            'nothing') as x""").with("now", machineMs()));
    }

    /** The condition, if it holds, or "not so". */
    String barrierOf(String condition) {
        return database.one(Sql.of("""
                        select coalesce(max(condition), 'not so') as x
                        from risk.guard('paper-main', 'demo', 'BTCUSDT', ops.ts(:now)) where condition = :c""").with("now", machineMs()).with("c", condition));
    }

    /** Why the symbol is blocked, or "nothing". */
    String blocked() {
        return one(Sql.of("select coalesce(string_agg(reason, '; '), 'nothing') as x from market.blocked_symbols"));
    }

    /** Every reason for which the symbol was blocked, in order. */
    String everyBlock() {
        return one(Sql.of("select string_agg(detail, '; ' order by seq) as x from ops.audit where action = 'blocked'"));
    }

    /** Orders at the venue that are not the desk's: kind, id, status. */
    String strangers() {
        return one(Sql.of("""
                select coalesce(string_agg(concat_ws(' ', kind, client_order_id, status), '; ' order by client_order_id), 'none') as x
                from ops.external_orders"""));
    }

    /** A side's quantity in the reconciler's newest finding: {@code desk} or {@code venue}. */
    String mismatch(String side) {
        return database.one(Sql.of("""
                        select status->'position_mismatches'->0->>:side as x from ops.component_status
                        where component = 'reconciler'""").with("side", side));
    }

    /** What the account has, by the desk's books. */
    String balance() {
        return one(Sql.of("select ops.dec(sum(amount)) as x from portfolio.balances"));
    }

    /** What the account has won since the start, by the desk's books. */
    String balanceChange() {
        return one(Sql.of("select ops.dec(sum(amount) - 10000) as x from portfolio.balances"));
    }

    /** What closed trades have won, fees paid. */
    String tradePnl() {
        return one(Sql.of("select ops.dec(sum(pnl)) as x from execution.trades where closed_at is not null"));
    }

    /** The day that losses are counted for, and what it stands at in R, to one decimal. */
    String riskDay() {
        return one(Sql.of("select concat_ws(' ', risk_day, ops.dec(round(day_pnl_r, 1))) as x from risk.accounts"));
    }

    /** The ingest has read the exchange's filters again. */
    void learnStep(String step) {
        database.sql.update(Sql.of("update market.instruments set step_size = :s, min_qty = :s, version = version + 1")
                .with("s", new BigDecimal(step)));
    }

    /** The key that the private stream is read with. */
    String listenKey() {
        return one(Sql.of("select listen_key as x from ops.private_streams"));
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

    /** Why the newest signal was refused, as its page shows it. */
    String refusedSignal() {
        return one(Sql.of("""
                        select refused_code || ': ' || refused_text as x from strategy.signals order by decided_at desc limit 1"""));
    }

    /** The monthly partitions of trades, or "none". */
    String partitions() {
        return one(Sql.of("""
                        select coalesce(string_agg(c.relname, ',' order by c.relname), 'none') as x
                        from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'market.agg_trades'::regclass"""));
    }

    /** The recorder stores one trade; answers how many were new. */
    long storeTrades(long aggId, long atMs) {
        return database.as("ingest")
                .callOne(Sql.of("select market.store_trades('BTCUSDT', :trades::jsonb, :at, 1) as x")
                        .withJson(
                                "trades",
                                "[{\"a\":" + aggId + ",\"t\":" + atMs
                                        + ",\"p\":\"61800\",\"q\":\"1\",\"m\":false,\"f\":1,\"l\":1}]")
                        .with("at", atMs))
                .longValue("x");
    }

    /** How the newest trade ended. */
    String exitReason() {
        return one(Sql.of(
                "select coalesce(exit_reason, 'open') as x from execution.trades order by opened_at desc limit 1"));
    }

    /** A person throws the kill switch. */
    void kill(String level) {
        command("{\"do\":\"kill\",\"level\":\"" + level + "\",\"reason\":\"a test\"}");
    }

    /** A named person resumes, or hears why not. */
    String resume() {
        return command("{\"do\":\"resume\",\"by\":\"ada\",\"reason\":\"seen\"}");
    }

    private String command(String json) {
        return database.sql
                .callOne(Sql.of("select risk.command('paper-main', :p::jsonb, 'ada', ops.ts(:now))->>'result' as x")
                        .withJson("p", json)
                        .with("now", machineMs()))
                .text("x");
    }

    /** One text value of the database. */
    String one(Sql query) {
        return database.one(query);
    }

    /** Sets limits of the account. */
    void limits(@com.google.errorprone.annotations.CompileTimeConstant String assignments) {
        database.sql.update(Sql.of("update risk.accounts set " + assignments));
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
