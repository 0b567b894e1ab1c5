package dev.sextant.local.desk;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.local.poller.EventSourceMapping;
import dev.sextant.local.poller.FileCheckpoints;
import dev.sextant.local.poller.LambdaHandler;
import dev.sextant.local.poller.MappingConfig;
import dev.sextant.local.poller.MappingListener;
import dev.sextant.local.poller.RecordFilter;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.StreamUnavailableException;
import java.nio.file.Path;
import java.util.function.Function;

/** Puts every consumer behind its stream, as the event-source mappings on AWS do. */
final class Consumers {

    private static final int MARKET_BATCH = 500;
    private static final int DECISIONS_BATCH = 10;

    private final Streams streams;
    private final Mappings mappings;
    private final Path failed;
    private final boolean lambdaCadence;

    private Consumers(Streams streams, StateFolder state, boolean lambdaCadence) {
        this.streams = streams;
        this.mappings = new Mappings(new FileCheckpoints(state.path("checkpoints")));
        this.failed = state.path("failed-batches");
        this.lambdaCadence = lambdaCadence;
    }

    static Mappings of(
            Streams streams, StateFolder state, boolean lambdaCadence, Functions functions, BatchHandler recorder) {
        Consumers consumers = new Consumers(streams, state, lambdaCadence);
        consumers.add(Streams.MARKET, "recorder", MARKET_BATCH, RecordFilter.all(), recorder);
        consumers.addFunction(Streams.MARKET, "signal-scorer", MARKET_BATCH, RecordFilter.all(), functions::score);
        consumers.addFunction(
                Streams.DECISIONS,
                "risk-check",
                DECISIONS_BATCH,
                RecordFilter.typeIn("signal", "tick"),
                functions::checkRisk);
        consumers.addFunction(
                Streams.DECISIONS,
                "order-placer",
                DECISIONS_BATCH,
                RecordFilter.typeIn("intent_approved", "tick"),
                functions::place);
        return consumers.mappings;
    }

    private void addFunction(
            String stream,
            String name,
            int batch,
            RecordFilter filter,
            Function<KinesisEvent, StreamsEventResponse> function) {
        try {
            add(
                    stream,
                    name,
                    batch,
                    filter,
                    new LambdaHandler(function, streams.reader(stream).streamArn()));
        } catch (StreamUnavailableException e) {
            throw unreadable(stream, e);
        }
    }

    private void add(String stream, String name, int batch, RecordFilter filter, BatchHandler handler) {
        MappingConfig config =
                MappingConfig.named(name, failed).batches(batch, 0).filteredBy(filter);
        if (lambdaCadence) {
            config = config.lambdaCadence();
        }
        try {
            mappings.add(
                    name,
                    stream,
                    new EventSourceMapping(
                            config,
                            streams.reader(stream),
                            handler,
                            mappings.checkpoints(),
                            System::currentTimeMillis,
                            MappingListener.NONE));
        } catch (StreamUnavailableException e) {
            throw unreadable(stream, e);
        }
    }

    private static DeskException unreadable(String stream, StreamUnavailableException e) {
        return new DeskException("stream " + stream + " can't be read: " + e.getMessage(), e);
    }
}
