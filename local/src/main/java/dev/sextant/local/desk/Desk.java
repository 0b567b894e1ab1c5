package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.api.ApiHandler;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.OperatorToken;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.RequestLedger;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.jobs.ContainerJobs;
import dev.sextant.ingest.jobs.JobTimer;
import dev.sextant.ingest.recorder.MarketRecorder;
import dev.sextant.ingest.recorder.RestTradeHistory;
import dev.sextant.local.poller.EventSourceMapping;
import dev.sextant.local.poller.MappingConfig;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.local.web.PortBusyException;
import dev.sextant.local.web.WebServer;
import dev.sextant.placer.PlanAccount;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.BinanceVenues;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every part of the desk, started in order. Closing stops them in the opposite order. */
final class Desk implements AutoCloseable {

    static final String VERSION = "0.1.0";
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Symbol LIVE_SYMBOL = new Symbol("BTCUSDT");
    private static final String TOKEN = "operator-token";
    private static final String ADDRESS = "address";

    private final Parts parts;
    private final DeskOptions options;
    private final Settings settings;
    private final StateFolder state;
    private final DeskAccount account;

    private final Storage storage;
    private final Streams streams;
    private final DeskMarket market;
    private final KrakenSide kraken;
    private final Functions functions;
    private final JobTimer timer;
    private final Mappings mappings;
    private final TickBarrier barrier;
    private final Sessions sessions;
    private final Sessions.Begun session;
    private final Recovery recovery;
    private final IngestKeeper ingest;
    private final WebServer web;
    private final CompletableFuture<Object> lost;
    private final Optional<Triangles> triangles;
    private boolean ended;

    private Desk(DeskOptions options, Parts parts) throws IOException, InterruptedException {
        this.parts = parts;
        this.options = options;
        this.settings = options.settings();
        this.account = DeskAccount.of(settings);
        ExchangeGate.approach(options);
        KrakenSide.check(options);
        this.state = parts.add("state folder", StateFolder.open(options.state(), options.fresh()));
        ApiKey key = new ApiKey("sextant-paper-account-key", state.secret("venue-secret"));
        DeskMarket.Prepared prepared = prepare(key);
        CompletableFuture<Storage> database =
                CompletableFuture.supplyAsync(() -> parts.add("database", Storage.start(state)));
        CompletableFuture<Streams> kinesis =
                CompletableFuture.supplyAsync(() -> parts.add("streams", Streams.start(options.home(), state)));
        this.market = parts.add("market", prepared.open());
        this.kraken = parts.add("Kraken's market", KrakenSide.open(options, state));
        this.streams = join(kinesis);
        this.storage = join(database);
        this.lost = CompletableFuture.anyOf(
                streams.onExit().thenApply(_ -> "the Kinesis emulator"),
                storage.onExit().thenApply(_ -> "the database"));
        state.write(DeskData.ENDPOINT, storage.endpoint().toString());
        SqlClient sql = storage.sql();
        account.requireMode(sql);
        ExchangeGate.confirm(account, account.limits(sql, settings), options.confirmation());
        this.sessions = new Sessions(sql);
        this.session = sessions.begin();
        this.recovery = parts.add("recovery", new Recovery(sessions, session.id()));
        seed(sql);
        Optional<TriangleVenue> triangleVenue = TriangleVenue.open(kraken, account, settings, storage, state);
        triangleVenue.ifPresent(open -> parts.add("triangles' venue", open));
        this.functions = parts.add("functions", functions(triangleVenue.flatMap(TriangleVenue::ofPlacer)));
        this.timer = new JobTimer(Schedules.started(), parts.add("jobs", jobs())::run);
        this.mappings = parts.add(
                "consumers",
                Consumers.of(streams, state, pollEveryMs(), !market.wakesConsumers(), functions, recorder()));
        this.barrier =
                new TickBarrier(mappings.of(Streams.MARKET), mappings.of(Streams.DECISIONS), streams.decisions());
        if (!atLambdaCadence()) {
            List<EventSourceMapping> readers = mappings.of(Streams.DECISIONS);
            streams.decisions().onPut(written -> readers.forEach(reader -> reader.wakeFor(written)));
        }
        market.drive(barrier);
        if (isKrakenAlone()) {
            market.hold();
        }
        String token = state.secret(TOKEN);
        ApiHandler api = parts.add(
                "api",
                new ApiHandler(new ApiSetup(
                        storage.sqlAs("api"),
                        account.name(),
                        OperatorToken.ofHash(OperatorToken.hashOf(token)),
                        VERSION,
                        parts.add("backtests", DeskBacktests.of(options.home(), state)))));
        this.web = parts.add("web", web(api));
        state.write(ADDRESS, web.url().toString().replaceAll("/$", ""));
        recovery.start(functions::reconcile);
        everyMinute();
        mappings.start();
        parts.add("on demand", new OnDemand(sql, account.name(), functions::reconcile).start());
        this.ingest = parts.add("ingest", IngestKeeper.start(this::ingest, market, barrier));
        this.triangles = triangleVenue.map(venue -> Triangles.start(venue, kraken.watched(), storage));
        triangles.ifPresent(traded -> parts.add("triangles", traded));
        parts.add("status", new StatusLoop(new StatusBoard(sql), sessions, session.id(), this::statuses).start());
    }

    /**
     * Starts the desk.
     *
     * @throws DeskException in one line, when a part can't start; what had started is stopped again
     */
    static Desk start(DeskOptions options) throws InterruptedException {
        Parts parts = new Parts();
        try {
            return new Desk(options, parts);
        } catch (IOException e) {
            parts.close();
            throw new DeskException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // Each part explains itself in one line; nothing that did start may stay behind.
            LOG.error("the desk could not start", e);
            parts.close();
            throw new DeskException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Checks what can be checked before anything expensive is started. */
    private DeskMarket.Prepared prepare(ApiKey key) throws IOException, InterruptedException {
        if (account.mode() != TradingMode.PAPER) {
            return ExchangeMarket.prepareTraded(options, state, this::everyMinute);
        }
        return KrakenSide.isMarketPlayed(options)
                ? ReplayedMarket.prepare(options, state, key, this::everyMinute)
                : ExchangeMarket.prepare(options, state, key, LIVE_SYMBOL, this::everyMinute);
    }

    /** Called each minute of market time. */
    private void everyMinute() {
        timer.at(market.clock().nowMs());
    }

    private void seed(SqlClient sql) {
        account.forgetStream(sql);
        account.ensure(sql, market.clock().nowMs(), settings, market.startBalance());
        new StrategyRegistry(sql).register(settings.path(Key.STRATEGIES, options.home()), market::resting);
    }

    private boolean atLambdaCadence() {
        return Boolean.parseBoolean(settings.text(Key.LAMBDA_CADENCE));
    }

    private long pollEveryMs() {
        if (atLambdaCadence()) {
            return MappingConfig.LAMBDA_POLL_MS;
        }
        return market.wakesConsumers() ? Consumers.WHEN_WOKEN_MS : Consumers.PROMPTLY_MS;
    }

    private Jobs jobs() {
        return new Jobs(
                functions,
                streams.decisions(),
                ContainerJobs.of(
                        storage.sqlAs("ingest"),
                        new FolderObjects(state.path(DeskData.ARCHIVE)),
                        Integer.parseInt(settings.text(Key.MONTHS_KEPT)),
                        MetricLines.appendingTo(metricsFile()).of("recorder")),
                market.clock(),
                account.name());
    }

    private MarketRecorder recorder() {
        SqlClient sql = storage.sqlAs("ingest");
        RequestLedger requests = SqlRequestLedger.ofReaders(sql, market.data().rest(), market.ingestSettings());
        return new MarketRecorder(sql, RestTradeHistory.of(market.data(), requests), Streams.MARKET, Metrics.NONE);
    }

    private Functions functions(Optional<PlanAccount> plans) {
        Map<String, String> environment = market.access().environment();
        LedgerBeside ledger = parts.add(
                "request ledger",
                new LedgerBeside(SqlRequestLedger.fromEnvironment(storage.sqlAs("placer"), environment)));
        BinanceTradingVenue trading = BinanceVenues.fromEnvironment(environment, ledger);
        EpochClock marketClock = market.clock();
        return new Functions(
                storage::sqlAs,
                streams.decisions(),
                marketClock,
                trading,
                account.mode(),
                MetricLines.appendingTo(metricsFile()),
                plans,
                recovery,
                properties(plans));
    }

    private Map<String, Object> properties(Optional<PlanAccount> plans) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "sextant.account",
                account.name().name(),
                "sextant.accounts",
                List.of(account.name().name()),
                "sextant.margin.type",
                settings.text(Key.MARGIN_TYPE),
                "sextant.leverage",
                settings.number(Key.LEVERAGE)));
        plans.ifPresent(by -> properties.putAll(Map.of(
                "sextant.triangles.account",
                by.account().name(),
                "sextant.triangles.currency",
                TriangleAccount.CURRENCY,
                "sextant.triangles.max.book.age.ms",
                settings.number(Key.KRAKEN_PLAN_AGE_MS))));
        return properties;
    }

    private WebServer web(ApiHandler api) {
        try {
            return WebServer.start(
                    settings.number(Key.PORT),
                    options.home().resolve("dashboard/dist"),
                    event -> api.handleRequest(event, null));
        } catch (PortBusyException e) {
            throw new DeskException(e.getMessage() + ": --port", e);
        }
    }

    private IngestProcess ingest() {
        return IngestProcess.start(
                IngestEnvironment.of(market, kraken, account, state, storage, streams, metricsFile()),
                state.path("log").resolve("ingest.log"),
                state.path("ingest.pid"));
    }

    private Path metricsFile() {
        return state.path("log").resolve("metrics.jsonl");
    }

    private Map<String, JsonNode> statuses() {
        return DeskStatus.of(account, market, mappings);
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    URI address() {
        return web.url();
    }

    /** What is being traded on, for the terminal. */
    String market() {
        return isKrakenAlone() ? "nothing of Binance's, whose market stands still" : market.announcement();
    }

    /** What is watched beside it, or an empty line. */
    String beside() {
        return kraken.announcement();
    }

    Account account() {
        return account.name();
    }

    /** The mode as it is shown: real money shouts. */
    String mode() {
        return account.mode() == TradingMode.LIVE ? "LIVE" : account.mode().word();
    }

    Path tokenFile() {
        return state.path(TOKEN);
    }

    Sessions.PreviousEnd previousEnd() {
        return session.previous();
    }

    CountDownLatch finished() {
        return isKrakenAlone() ? kraken.finished() : market.finished();
    }

    private boolean isKrakenAlone() {
        return KrakenSide.Venues.of(options) == KrakenSide.Venues.KRAKEN;
    }

    /** Reaches 0 when recorded books that are played beside it are over; a market that stands still never is. */
    CountDownLatch besideFinished() {
        return isKrakenAlone() ? market.finished() : kraken.finished();
    }

    /** Completes with the name of a part without which the desk can't go on, once its process has ended. */
    CompletableFuture<Object> lost() {
        return lost;
    }

    /** Stops the market, lets everything under way arrive, and counts. */
    RunReport end(long startedAtNanos) throws InterruptedException {
        triangles.ifPresent(Triangles::close);
        RunReport report = new RunEnd(market, ingest, barrier, functions, storage.sql()).report(startedAtNanos);
        ended = true;
        return report;
    }

    @Override
    public void close() {
        barrier.stop();
        state.delete(ADDRESS);
        state.delete(DeskData.ENDPOINT);
        if (ended) {
            sessions.end(session.id());
        }
        parts.close();
    }
}
