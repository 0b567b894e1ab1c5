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
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Puts risk-check together. The local desk brings its own clock, database client and stream writer. */
@Factory
final class RiskCheckFactory {

    @Singleton
    @Named("risk-check")
    RecordLoop<DecisionRecord> loop(SqlClient sql, StreamWriter decisions, EpochClock marketClock) {
        RiskCheck riskCheck = new RiskCheck(
                new SqlOrderStore(sql),
                new SqlAccountSettings(sql),
                new SqlInstruments(sql),
                new SqlSignalJournal(sql),
                new StreamDecisionPublisher(decisions),
                marketClock);
        return new RecordLoop<>(DecisionCodec::decode, riskCheck::onRecord, new SqlDeadLetters(sql, "risk-check"));
    }
}
