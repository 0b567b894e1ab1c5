package dev.sextant.scorer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.MarketRecord;
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
            @Value("${sextant.accounts}") List<String> accounts) {
        Metrics metrics = lines.of(NAME);
        SqlBuckets buckets = new SqlBuckets(sql, NAME);
        SignalScorer scorer = new SignalScorer(
                buckets,
                new SqlReadings(sql),
                new BucketHistory(sql, buckets),
                new StrategyShelf(sql),
                new DecisionLog(sql),
                new ObservedPublisher(new StreamDecisionPublisher(decisions), metrics),
                accounts.stream().map(Account::new).toList());
        return new RecordLoop<>(MarketCodec::decode, scorer::onRecord, new SqlDeadLetters(sql, NAME), metrics);
    }
}
