package dev.sextant.risk;

import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.lambda.RecordLoop;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.orders.SqlEntryTerms;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlPlanStore;
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
        OrderStore orders = new ObservedOrderStore(new SqlOrderStore(sql), metrics);
        DecisionPublisher out = new StreamDecisionPublisher(decisions);
        RiskCheck riskCheck =
                new RiskCheck(orders, new SqlEntryTerms(sql), new SqlSignalJournal(sql), out, marketClock);
        PlanCheck planCheck = new PlanCheck(new SqlPlanStore(sql), new Approvals(out), System::currentTimeMillis);
        return new RecordLoop<>(
                DecisionCodec::decode,
                record -> {
                    if (record instanceof CyclePlanned planned) {
                        planCheck.judge(planned);
                    } else {
                        riskCheck.onRecord(record);
                    }
                },
                new SqlDeadLetters(sql, NAME),
                metrics);
    }
}
