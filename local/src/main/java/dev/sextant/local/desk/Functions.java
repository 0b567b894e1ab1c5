package dev.sextant.local.desk;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.placer.PlanAccount;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.StreamWriter;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.reconciler.SessionKeeper;
import dev.sextant.risk.RiskCheckHandler;
import dev.sextant.scorer.SignalScorerHandler;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The functions' own handlers in this process, wired to the desk's database, streams, clock and venue, each with its own
 * database role. On AWS each runs alone and finds these in its environment. They are called past {@code handleRequest},
 * which would register Lambda's context as a new bean each time: nothing here asks for it, and the beans would pile up by
 * the second.
 */
final class Functions implements AutoCloseable {

    private final List<ApplicationContext> contexts = new ArrayList<>();
    private final SignalScorerHandler scorer;
    private final RiskCheckHandler riskCheck;
    private final OrderPlacerHandler placer;
    private final ReconcilerHandler reconciler;

    /**
     * @param sqlOf the database as one part of the desk, by the part's name
     * @param session is told what each reconciliation has read
     * @param plans the account that the placer trades plans with, if there is one
     */
    Functions(
            Function<String, SqlClient> sqlOf,
            StreamWriter decisions,
            EpochClock marketClock,
            BinanceTradingVenue venue,
            TradingMode mode,
            MetricLines metrics,
            Optional<PlanAccount> plans,
            SessionKeeper session,
            Map<String, Object> properties) {
        Function<String, ApplicationContext> start = part -> {
            List<Object> beans =
                    new ArrayList<>(List.of(sqlOf.apply(part), decisions, marketClock, venue, mode, metrics, session));
            plans.ifPresent(beans::add);
            return context(properties, beans.toArray());
        };
        this.scorer = new SignalScorerHandler(start.apply("scorer"));
        this.riskCheck = new RiskCheckHandler(start.apply("risk"));
        this.placer = new OrderPlacerHandler(start.apply("placer"));
        this.reconciler = new ReconcilerHandler(start.apply("reconciler"));
    }

    private ApplicationContext context(Map<String, Object> properties, Object... singletons) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environments("desk")
                .properties(properties)
                .singletons(singletons)
                .start();
        contexts.add(context);
        return context;
    }

    StreamsEventResponse score(KinesisEvent event) {
        return scorer.execute(event);
    }

    StreamsEventResponse checkRisk(KinesisEvent event) {
        return riskCheck.execute(event);
    }

    StreamsEventResponse place(KinesisEvent event) {
        return placer.execute(event);
    }

    /** Runs one pass of the reconciler. */
    String reconcile() {
        return run(Schedules.RECONCILE);
    }

    /** Calls the function of a job as EventBridge would; one copy at a time, as with a reserved concurrency of 1. */
    synchronized String run(ScheduledJob job) {
        if (!job.doer().equals(Schedules.RECONCILE.doer())) {
            throw new IllegalStateException("no function here does " + job.name() + ", which is for " + job.doer());
        }
        return reconciler.run(job.name());
    }

    /** Applies what the private stream told; one copy with the jobs. */
    synchronized StreamsEventResponse applyPrivate(KinesisEvent event) {
        return reconciler.apply(event);
    }

    @Override
    public void close() {
        contexts.forEach(ApplicationContext::close);
    }
}
