package dev.sextant.local.desk;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.StreamWriter;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.risk.RiskCheckHandler;
import dev.sextant.scorer.SignalScorerHandler;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/**
 * The functions' own handlers in this process, wired to the desk's database, streams, clock and venue. On AWS each runs
 * alone and finds these in its environment. They are called past {@code handleRequest}, which would register Lambda's
 * context as a new bean each time: nothing here asks for it, and the beans would pile up by the second.
 */
final class Functions implements AutoCloseable {

    private final ApplicationContext context;
    private final SignalScorerHandler scorer;
    private final RiskCheckHandler riskCheck;
    private final OrderPlacerHandler placer;
    private final ReconcilerHandler reconciler;

    Functions(
            SqlClient sql,
            StreamWriter decisions,
            EpochClock marketClock,
            TradingVenue venue,
            MetricLines metrics,
            Map<String, Object> properties) {
        this.context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environments("desk")
                .properties(properties)
                .singletons(sql, decisions, marketClock, venue, metrics)
                .start();
        this.scorer = new SignalScorerHandler(context);
        this.riskCheck = new RiskCheckHandler(context);
        this.placer = new OrderPlacerHandler(context);
        this.reconciler = new ReconcilerHandler(context);
    }

    /** The beans, for the API's handler. */
    ApplicationContext context() {
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

    /** Runs one pass; one copy at a time, as with a reserved concurrency of 1. */
    synchronized String reconcile() {
        return reconciler.execute(new ScheduledEvent());
    }

    @Override
    public void close() {
        context.close();
    }
}
