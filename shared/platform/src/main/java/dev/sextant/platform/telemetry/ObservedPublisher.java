package dev.sextant.platform.telemetry;

import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.SignalRaised;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each signal that went out, with the bucket whose frame raised it, and counts it. */
public final class ObservedPublisher implements DecisionPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(ObservedPublisher.class);

    private final DecisionPublisher out;
    private final Metrics metrics;

    public ObservedPublisher(DecisionPublisher out, Metrics metrics) {
        this.out = out;
        this.metrics = metrics;
    }

    @Override
    public void publish(List<? extends DecisionRecord> records) {
        out.publish(records);
        for (DecisionRecord record : records) {
            if (record instanceof SignalRaised signal) {
                metrics.count("Signals", 1);
                LOG.atInfo()
                        .addKeyValue(Correlation.KEY, signal.decisionId())
                        .addKeyValue("symbol", signal.symbol())
                        .addKeyValue("bucket_start_ms", signal.bucketStartMs())
                        .addKeyValue("strategy", signal.strategy())
                        .addKeyValue("direction", signal.direction())
                        .addKeyValue("score", signal.score())
                        .log("signal raised");
            }
        }
    }
}
