package dev.sextant.local.direct;

import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.direct.DirectTask;
import dev.sextant.direct.LaneLease;
import dev.sextant.direct.LaneTime;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.kraken.KrakenPrivateSide;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.FeeTable;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Trade;
import dev.sextant.local.venue.kraken.rest.KrakenKey;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.reconciler.SpotReconcilers;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The direct lane with everything around it, in one process, on a market that moves when it is stepped. */
final class DirectDesk implements AutoCloseable {

    private static final Account ACCOUNT = new Account("paper-main-kraken");
    static final long START_MS = 1_767_225_600_250L;
    private static final long STEP_MS = 20;

    /** While a plan is under way, so that a slow machine is no slow trader. */
    private static final long SMALL_STEP_MS = 1;

    private static final int MOST_STEPS = 60_000;
    private static final int REST_STEPS = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final KrakenKey KEY = new KrakenKey(
            "trader-key-of-the-made-venue", "c2VjcmV0LW9mLXRoZS1tYWRlLXZlbnVlLTEyMzQ1Ng==", Right.trading());
    private static final Map<String, BigDecimal> START =
            Map.of("USD", new BigDecimal("10000"), "EUR", new BigDecimal("10000"));

    private final AtomicLong clock = new AtomicLong(START_MS);
    private final HttpClient http = JdkHttpGet.newClient(PATIENCE);
    private final DataApiServer server;
    private final DataApi api;
    private final LaneRecords records;
    private final Stage stage;
    private final KrakenVenueServer venue;
    private final KrakenPrivateSide side;
    private final AtomicLong leaseClock = new AtomicLong(START_MS);
    private final LaneLease lease;
    private final KrakenTrading trading;
    private final DirectTask task;
    private @Nullable KrakenTrading secondTrading;
    private @Nullable DirectTask second;

    DirectDesk(long seed, Faults faults) {
        this(clock -> Stage.madeUp(seed, clock), faults);
    }

    /** @param staged gives the venue, whose time is this */
    DirectDesk(Function<AtomicLong, Stage> staged, Faults faults) {
        stage = staged.apply(clock);
        try {
            server = DataApiServer.start(
                    SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), clock::get, Limits.AWS);
            api = DataApi.local(server.endpoint());
            new Migrator(api, List.of("db/migration")).migrate();
            records = new LaneRecords(new SqlClient(api));
            records.open(START);
            venue = stage.venue();
            side = new KrakenPrivateSide(
                    venue,
                    new AccountSetup(dev.sextant.local.venue.kraken.account.Tier.PRO, Fees.lowestVolume(), START),
                    List.of(KEY),
                    clock::get,
                    faults);
            FeeTable crosses = FeeTable.flat(new Fees(new BigDecimal(19), new BigDecimal(19)));
            venue.pairs().stream()
                    .filter(pair -> !pair.quote().name().equals("USD"))
                    .forEach(pair -> side.exchange().fees().set(pair.symbol(), crosses));
            lease = lease("first");
            lease.step();
            LaneTime laneTime = new LaneTime();
            trading = trading(laneTime);
            task = lane(trading, laneTime, lease).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | VenueUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    private SqlClient direct() {
        return new SqlClient(api.to(DatabaseAddress.localAs("direct")));
    }

    private KrakenTrading trading(LaneTime laneTime) throws VenueUnavailableException, InterruptedException {
        return new KrakenTrading(
                new KrakenTrading.Addresses(side.rest(), side.socket()),
                new KrakenCredentials(KEY.key(), KEY.secret()),
                SqlNonces.of(direct(), KEY.key()),
                Tier.PRO,
                clock::get,
                () -> clock.get() * 1_000_000,
                laneTime);
    }

    private DirectTask lane(KrakenTrading of, LaneTime laneTime, LaneLease by) {
        return new DirectTask(
                watched(),
                new PlanSettings(ACCOUNT, "USD", "triangles", "triangles@1", CyclePlan.Lane.DIRECT, 1_000, 2_000),
                direct(),
                of.venue(),
                of::fees,
                new JdkSocketConnector(http, PATIENCE, 1 << 20),
                clock::get,
                clock::get,
                laneTime,
                by);
    }

    /** What a process of this name asks for; renewed only by hand. */
    LaneLease lease(String owner) {
        return new LaneLease(direct(), ACCOUNT, owner, leaseClock::get, leaseClock::get);
    }

    LaneLease lease() {
        return lease;
    }

    /** The database has not been reached for so long. */
    void leaseGoesUnrenewed(long ms) {
        leaseClock.addAndGet(ms);
    }

    /** And gives it to whoever asks. */
    void leaseRunsOut() {
        leaseClock.addAndGet(3_000);
        records.sql("update execution.direct_leases set expires_at = clock_timestamp()");
    }

    /** A second process with everything of its own but the key. */
    void secondLane(LaneLease by) throws VenueUnavailableException, InterruptedException {
        LaneTime laneTime = new LaneTime();
        secondTrading = trading(laneTime);
        second = lane(secondTrading, laneTime, by).start();
    }

    /** What the database says. */
    LaneRecords records() {
        return records;
    }

    private boolean isIdle() {
        return task.isIdle() && (second == null || second.isIdle());
    }

    private WatchSettings watched() {
        return new WatchSettings(
                venue.address(),
                true,
                new FeedSettings(10, List.of("USD", "EUR"), Set.of(), 3, 2_600),
                new DetectorLimits(0, 50_000, 1_000, 1_000),
                5_000,
                Optional.empty());
    }

    /** The market goes on; between two steps the database is asked something, so that the lane can keep up. */
    void steps(int count) {
        for (int step = 0; step < count; step++) {
            clock.addAndGet(records.underWay() || !isIdle() ? SMALL_STEP_MS : STEP_MS);
            stage.step();
        }
    }

    /** Until the private socket is live. */
    DirectDesk streaming() {
        for (int step = 0; step < MOST_STEPS && !trading.isStreaming(); step++) {
            records.underWay();
        }
        return this;
    }

    /** Until so many plans have ended. */
    void untilEnded(int wanted) {
        until(() -> records.ended() >= wanted);
    }

    /** Until there are so many plans, refused ones among them. */
    void untilPlans(int wanted) {
        until(() -> records.plans() >= wanted);
    }

    /** Until one plan has traded all of its legs: on a busy machine many come too late. */
    void untilComplete() {
        until(() -> records.count("execution.plans where outcome = 'COMPLETE'") > 0);
    }

    /** Until the venue has filled so many orders, wholly or partly. */
    void untilFills(int wanted) {
        until(() -> fillTimes().size() >= wanted);
    }

    /** Until a plan was refused because of this. */
    void untilRefused(String reasonCode) {
        until(() -> records.refusals().contains(reasonCode));
    }

    private void until(BooleanSupplier there) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (there.getAsBoolean()) {
                return;
            }
            steps(1);
        }
        throw new AssertionError(records.plansSoFar());
    }

    /** No plan begins any more, and those under way end. */
    void rest() {
        records.sql("update strategy.strategies set state = 'STOPPED' where name = 'triangles'");
        for (int step = 0; step < REST_STEPS; step++) {
            steps(1);
            if (!records.underWay()) {
                return;
            }
        }
        throw new AssertionError("a plan does not end: " + records.ordersUnderWay());
    }

    /** The venue charges this much from now on, in basis points, for every pair. */
    void charge(String takerBps) {
        Fees fees = new Fees(new BigDecimal(takerBps), new BigDecimal(takerBps));
        synchronized (venue) {
            venue.pairs().forEach(pair -> side.exchange().fees().set(pair.symbol(), FeeTable.flat(fees)));
        }
    }

    /** Until the plan made last is priced with this fee alone. */
    void untilPricedWith(String fee) {
        until(() -> Set.of(fee)
                .equals(Set.copyOf(records.feesOfPlans(records.plans() - 1).values())));
    }

    Map<String, BigDecimal> atVenue() {
        synchronized (venue) {
            return LaneRecords.plain(side.exchange().settlement().balances());
        }
    }

    /** Until no plan is being begun and none is under way. */
    void settle() {
        for (int step = 0; step < REST_STEPS && (records.underWay() || !isIdle()); step++) {
            steps(1);
        }
    }

    /** When each fill at the venue was. */
    List<Long> fillTimes() {
        synchronized (venue) {
            return side.exchange().settlement().trades().stream()
                    .map(Trade::atMs)
                    .toList();
        }
    }

    long nowMs() {
        return clock.get();
    }

    int ordersAtVenue() {
        synchronized (venue) {
            return side.exchange().history().all().size();
        }
    }

    /** What a reconciliation finds to say, by asset. */
    Map<String, String> found() {
        Map<String, String> found = new HashMap<>();
        SpotReconcilers.of(new SqlClient(api.to(DatabaseAddress.localAs("reconciler"))), trading.venue())
                .run(ACCOUNT, clock.get())
                .mismatches()
                .forEach(
                        each -> found.put(each.symbol().name(), each.atDesk() + " here, " + each.atVenue() + " there"));
        return found;
    }

    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
        if (secondTrading != null) {
            secondTrading.close();
        }
        task.close();
        trading.close();
        lease.close();
        side.close();
        stage.close();
        http.shutdownNow();
        api.close();
        server.close();
    }
}
