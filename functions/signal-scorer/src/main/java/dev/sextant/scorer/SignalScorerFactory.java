package dev.sextant.scorer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.lambda.RecordLoop;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.market.SqlReadings;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.StreamWriter;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.platform.telemetry.ObservedPublisher;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts signal-scorer together. The local desk brings its own database client and stream writer. */
@Factory
final class SignalScorerFactory {

    private static final String NAME = "signal-scorer";

    @Singleton
    @Named(NAME)
    RecordLoop<MarketRecord> loop(
            SqlClient sql,
            StreamWriter decisions,
            MetricLines lines,
            @Value("${sextant.accounts}") List<String> accounts,
            @Value("${sextant.triangles.account:}") String triangles,
            @Value("${sextant.triangles.currency:USD}") String currency,
            @Value("${sextant.triangles.max.book.age.ms:3000}") long maxBookAgeMs) {
        Metrics metrics = lines.of(NAME);
        DecisionPublisher out = new ObservedPublisher(new StreamDecisionPublisher(decisions), metrics);
        SqlBuckets buckets = new SqlBuckets(sql, NAME);
        SignalScorer scorer = new SignalScorer(
                buckets,
                new SqlReadings(sql),
                new BucketHistory(sql, buckets),
                new StrategyShelf(sql),
                new DecisionLog(sql),
                out,
                accounts.stream().map(Account::new).toList(),
                triangles.isEmpty()
                        ? cycle -> {}
                        : new CycleScorer(
                                        planned(triangles, currency, maxBookAgeMs),
                                        out,
                                        System::currentTimeMillis,
                                        metrics)::onFrame);
        return new RecordLoop<>(MarketCodec::decode, scorer::onRecord, new SqlDeadLetters(sql, NAME), metrics);
    }

    /** A plan is good for as long as its books are: what comes after is stale whatever it says. */
    private static PlanSettings planned(String account, String currency, long maxBookAgeMs) {
        return new PlanSettings(
                new Account(account),
                currency,
                PlanSettings.STRATEGY,
                PlanSettings.VERSION,
                CyclePlan.Lane.STREAM,
                maxBookAgeMs,
                maxBookAgeMs);
    }
}
