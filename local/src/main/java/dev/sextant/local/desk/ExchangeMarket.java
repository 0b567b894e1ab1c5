package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.venue.VenueDescription;
import dev.sextant.local.doctor.Place;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.live.LiveVenue;
import dev.sextant.local.venue.live.LiveVenueConfig;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.VenueReadException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real exchange's market as it happens. Nothing here can hold it, so the schedule runs by a timer. */
final class ExchangeMarket implements DeskMarket {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeMarket.class);
    private static final String ACCOUNT = "paper-account.json";
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long MAX_BODY_BYTES = 64 * 1024;

    private final BinanceEndpoints exchange;
    private final List<Symbol> symbols;
    private final OrderRoute orders;
    private final Set<String> syntheticInputs;
    private final Runnable reconcile;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());
    private volatile long heldAtNanos;

    private ExchangeMarket(
            BinanceEndpoints exchange,
            List<Symbol> symbols,
            OrderRoute orders,
            Set<String> syntheticInputs,
            Runnable reconcile) {
        this.exchange = exchange;
        this.symbols = symbols;
        this.orders = orders;
        this.syntheticInputs = syntheticInputs;
        this.reconcile = reconcile;
    }

    /**
     * Paper on the exchange's market. Checks that the state is of this exchange, and reaches it: who can't shall know
     * before a database is started.
     *
     * @param reconcile run each minute
     */
    static Prepared prepare(DeskOptions options, StateFolder state, ApiKey key, Symbol symbol, Runnable reconcile)
            throws IOException, InterruptedException {
        Settings settings = options.settings();
        BinanceEndpoints exchange = BinanceEndpoints.of(
                URI.create(settings.text(Key.LIVE_REST_URL)), URI.create(settings.text(Key.LIVE_WS_URL)));
        LiveClaim claim = LiveClaim.of(state, TradingMode.PAPER, exchange.rest().getAuthority());
        LiveVenueConfig config = LiveVenueConfig.of(exchange, symbol, key, state.path(ACCOUNT))
                .withWalletE8(E8.parse(settings.text(Key.START_BALANCE)))
                .withLatencyMs(settings.number(Key.VENUE_LATENCY_MS));
        LiveVenue venue = start(config);
        try {
            Set<String> madeUp = syntheticInputs(exchange);
            claim.keep();
            OrderRoute orders = new OrderRoute.Paper(
                    venue,
                    key,
                    settings,
                    "live " + symbol + " from " + exchange.rest().getAuthority());
            return () -> new ExchangeMarket(exchange, List.of(symbol), orders, madeUp, reconcile);
        } catch (IOException | InterruptedException | RuntimeException e) {
            venue.close();
            throw e;
        }
    }

    /**
     * The exchange's market and the exchange's orders. Every check that the doctor makes is made here, too.
     *
     * @param reconcile run each minute
     */
    static Prepared prepareTraded(DeskOptions options, StateFolder state, Runnable reconcile)
            throws IOException, InterruptedException {
        ExchangeGate.Admitted admitted = ExchangeGate.pass(options, state);
        Place place = admitted.place();
        Set<String> madeUp = syntheticInputs(place.endpoints());
        return () -> new ExchangeMarket(
                place.endpoints(), place.symbols(), ExchangeRoute.open(place, admitted.money()), madeUp, reconcile);
    }

    private static LiveVenue start(LiveVenueConfig config) throws IOException, InterruptedException {
        try {
            return LiveVenue.start(config);
        } catch (IllegalArgumentException e) {
            throw new DeskException(String.valueOf(e.getMessage()), e);
        }
    }

    /** None at an exchange. A venue server that stands in for one says what it makes up, and so must the desk. */
    private static Set<String> syntheticInputs(BinanceEndpoints exchange) throws IOException, InterruptedException {
        try (HttpClient http = JdkHttpGet.newClient(Duration.ofSeconds(5))) {
            return new VenueDescription(new JdkHttpGet(http, MAX_BODY_BYTES), exchange.rest()).names();
        } catch (VenueReadException e) {
            throw new IOException("the exchange at " + exchange.rest() + " can't be used: " + e.getMessage(), e);
        }
    }

    @Override
    public VenueAccess access() {
        return orders.access();
    }

    @Override
    public EpochClock clock() {
        return orders.clock();
    }

    @Override
    public BigDecimal startBalance() {
        return orders.startBalance();
    }

    @Override
    public List<Symbol> symbols() {
        return symbols;
    }

    @Override
    public Optional<String> resting(String strategy) {
        return orders.resting();
    }

    @Override
    public BinanceEndpoints data() {
        return exchange;
    }

    @Override
    public Map<String, String> ingestSettings() {
        return Map.of("SEXTANT_FEED", "live", SqlRequestLedger.EGRESS_VARIABLE, SqlRequestLedger.EGRESS);
    }

    @Override
    public void drive(TickBarrier barrier) {
        var _ = schedule.scheduleWithFixedDelay(this::reconcileSafely, 1, 1, TimeUnit.MINUTES);
    }

    private void reconcileSafely() {
        try {
            reconcile.run();
        } catch (RuntimeException e) {
            // Thrown further it would silently end the schedule; the next minute tries again.
            LOG.error("reconciliation failed", e);
        }
    }

    @Override
    public Map<String, JsonNode> statuses() {
        ArrayNode madeUp = JsonNodeFactory.instance.arrayNode();
        syntheticInputs.stream().sorted().forEach(madeUp::add);
        return Map.of("synthetic_inputs", madeUp, "venue", orders.description());
    }

    @Override
    public boolean wakesConsumers() {
        return false;
    }

    @Override
    public String announcement() {
        return orders.announcement();
    }

    @Override
    public CountDownLatch finished() {
        return finished;
    }

    @Override
    public void hold() {
        heldAtNanos = System.nanoTime();
    }

    @Override
    public void resume() {}

    /** An exchange doesn't tell who listens; an ingest that has lived for a while has got through its start. */
    @Override
    public boolean isHeard() {
        return System.nanoTime() - heldAtNanos > START_NANOS;
    }

    /** The exchange goes on; what ends is the schedule, and the listening when the ingest is stopped. */
    @Override
    public void stop() {
        schedule.shutdown();
    }

    /**
     * Aggregate trades carry consecutive ids, so the trades that came in are those from the first one stored to the last
     * one that the ingest says it has taken (its status, posted once more after it has drained). A gap that nobody could
     * fill is between them, and so counts as lost.
     */
    @Override
    public long tradesIn(SqlClient sql) {
        return sql.query(Sql.of("""
                        select coalesce(sum(greatest(stored.last, taken.last) - stored.first + 1), 0)::bigint as n
                        from (select symbol, min(agg_id) as first, max(agg_id) as last
                              from market.agg_trades group by symbol) stored
                        left join (select f->>'symbol' as symbol, (f->>'last_agg_id')::bigint as last
                                   from ops.component_status, jsonb_array_elements(status->'feeds') f
                                   where component = 'ingest') taken using (symbol)""")).getFirst().longValue("n");
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        orders.close();
    }
}
