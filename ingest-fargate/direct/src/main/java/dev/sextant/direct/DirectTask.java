package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.ingest.opportunity.LanePorts;
import dev.sextant.ingest.opportunity.OpportunityStore;
import dev.sextant.ingest.opportunity.OpportunityWatch;
import dev.sextant.ingest.opportunity.SqlOpportunities;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.placer.PlanRunner;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.market.SqlInstruments;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The direct lane as a whole: {@link #start}, then {@link #close}. Reads the database for everything it knows of the past. */
public final class DirectTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectTask.class);
    private static final long CHECK_MS = 250;
    private static final long ASK_MS = 1_000;

    private final SqlInstruments instruments;
    private final PlanRunner runner;
    private final Account account;
    private final EpochClock time;
    private final TickGate lease;
    private final DirectLane lane;
    private final PlanThread thread;
    private final OpportunityWatch watch;
    private final AccountFees fees;
    private final AtomicReference<List<Instrument>> unsaved = new AtomicReference<>(List.of());
    private final ScheduledExecutorService checks = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().daemon().name("direct-checks-", 0).factory());

    /**
     * @param sql with the role of the direct lane
     * @param venue the account's private side
     * @param question asked for the account's fees
     * @param clock by which the books age
     * @param time the wall's clock
     * @param laneTime told by the venue's adapter when an order has gone
     * @param lease while it is shut nothing is begun, gone on with or asked of the account
     */
    public DirectTask(
            WatchSettings watched,
            PlanSettings settings,
            SqlClient sql,
            TradingVenue venue,
            FeeQuestion question,
            SocketConnector connector,
            MonotonicClock clock,
            EpochClock time,
            LaneTime laneTime,
            TickGate lease) {
        this(
                watched,
                settings,
                sql,
                venue,
                question,
                connector,
                clock,
                time,
                laneTime,
                lease,
                new SqlOpportunities(sql));
    }

    /** @param opportunities where they are kept, and how the watch is told */
    DirectTask(
            WatchSettings watched,
            PlanSettings settings,
            SqlClient sql,
            TradingVenue venue,
            FeeQuestion question,
            SocketConnector connector,
            MonotonicClock clock,
            EpochClock time,
            LaneTime laneTime,
            TickGate lease,
            OpportunityStore opportunities) {
        this.lease = lease;
        this.instruments = new SqlInstruments(sql, PlanSettings.VENUE);
        this.time = time;
        this.account = settings.account();
        this.fees = new AccountFees(question, watched.feed().feePpm());
        this.runner = PlanRunner.of(sql, new FeeWitness(venue, fees), this::worst, time);
        this.thread =
                new PlanThread(runner, settings.account(), this::taken, this::left, this::sample, laneTime, lease);
        this.lane = new DirectLane(settings, watched.haircutPpm(), fees, thread, unsaved::set);
        this.watch = new OpportunityWatch(
                watched,
                opportunities,
                LanePorts.NONE,
                lease,
                connector,
                clock,
                time,
                () -> ThreadLocalRandom.current().nextDouble(),
                fees,
                List.of(lane));
    }

    /** Goes on with what an earlier run left, and connects. */
    public DirectTask start() {
        thread.start();
        var _ = checks.scheduleWithFixedDelay(this::check, 0, CHECK_MS, TimeUnit.MILLISECONDS);
        // Waits for answers, and so must hold up neither the books nor the plans.
        var _ = checks.scheduleWithFixedDelay(this::ask, 0, ASK_MS, TimeUnit.MILLISECONDS);
        var _ = checks.scheduleWithFixedDelay(this::readFees, 0, CHECK_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Whether no plan is being begun now: whoever steps a market by hand lets it stand meanwhile. */
    public boolean isIdle() {
        return thread.isFree();
    }

    private void check() {
        try {
            watch.check();
            List<Instrument> told = unsaved.get();
            if (!told.isEmpty()) {
                told.forEach(instrument -> instruments.save(instrument, time.nowMs()));
                unsaved.compareAndSet(told, List.of());
            }
        } catch (RuntimeException e) {
            // The next quarter of a second tries again; without the venue's filters no plan is taken.
            LOG.error("the direct lane's round failed and goes on", e);
        }
    }

    private void readFees() {
        if (lease.term() == TickGate.CLOSED) {
            return;
        }
        try {
            fees.look(time.nowMs());
        } catch (RuntimeException e) {
            // Without the fees of now no plan begins.
            LOG.error("the account's fees were not read", e);
        }
    }

    private void ask() {
        if (lease.term() == TickGate.CLOSED) {
            return;
        }
        try {
            runner.watch(account);
        } catch (RuntimeException e) {
            // Unsaid, the venue counts as silent and plans stop.
            LOG.error("the guard was not told about the venue", e);
        }
    }

    private Optional<Price> worst(PairTerms terms, Side side, Quantity quantity) {
        return watch.still(() -> lane.worst(terms, side, quantity));
    }

    private Optional<CyclePlan> sample() {
        return watch.still(() -> lane.sample(time.nowMs()));
    }

    private void taken(String opportunityId, String planId) {
        watch.recorder().taken(opportunityId, planId);
    }

    private void left(String opportunityId, String reason) {
        watch.recorder().left(opportunityId, reason);
    }

    /** Takes nothing new, lets the step under way finish, and leaves plans that are not over to the next run. */
    @Override
    public void close() {
        checks.shutdownNow();
        watch.end();
        thread.close();
        watch.close();
    }
}
