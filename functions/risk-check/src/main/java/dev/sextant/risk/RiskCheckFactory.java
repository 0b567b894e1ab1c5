package dev.sextant.risk;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.lambda.RecordLoop;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.market.SqlInstruments;
import dev.sextant.platform.orders.SqlAccountSettings;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlSignalJournal;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.StreamWriter;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.platform.telemetry.ObservedOrderStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Puts risk-check together. The local desk brings its own clock, database client and stream writer. */
@Factory
final class RiskCheckFactory {

    private static final String NAME = "risk-check";

    @Singleton
    @Named(NAME)
    RecordLoop<DecisionRecord> loop(SqlClient sql, StreamWriter decisions, EpochClock marketClock, MetricLines lines) {
        Metrics metrics = lines.of(NAME);
        RiskCheck riskCheck = new RiskCheck(
                new ObservedOrderStore(new SqlOrderStore(sql), metrics),
                new SqlAccountSettings(sql),
                new SqlInstruments(sql),
                new SqlSignalJournal(sql),
                new StreamDecisionPublisher(decisions),
                marketClock);
        return new RecordLoop<>(DecisionCodec::decode, riskCheck::onRecord, new SqlDeadLetters(sql, NAME), metrics);
    }
}
