package dev.sextant.local.desk;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.local.poller.ErrorHandling;
import dev.sextant.local.poller.EventSourceMapping;
import dev.sextant.local.poller.FileCheckpoints;
import dev.sextant.local.poller.LambdaHandler;
import dev.sextant.local.poller.MappingConfig;
import dev.sextant.local.poller.MappingListener;
import dev.sextant.platform.mapping.FunctionMapping;
import dev.sextant.platform.mapping.FunctionMappings;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.StreamUnavailableException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Puts every consumer behind its stream, as the event-source mappings on AWS do. */
final class Consumers {

    /** How often a shard is looked at. What this process puts itself is looked for at once; each look costs the emulator its time. */
    static final long PROMPTLY_MS = 10;
    /** The same for consumers that are woken when there is something to read. */
    static final long WHEN_WOKEN_MS = 50;
    /** The same for those for whom nobody waits: what the exchange said of the account is a later word, and records are for later. */
    private static final long AT_LEISURE_MS = 50;

    private static final int RECORDER_BATCH = 500;

    /** Most calls of the placer at once where the market doesn't wait for the desk. */
    private static final int PLACERS = 8;

    private final Streams streams;
    private final Mappings mappings;
    private final Path failed;
    private final long pollEveryMs;

    private Consumers(Streams streams, StateFolder state, long pollEveryMs) {
        this.streams = streams;
        this.mappings = new Mappings(new FileCheckpoints(state.path("checkpoints")));
        this.failed = state.path("failed-batches");
        this.pollEveryMs = pollEveryMs;
    }

    /**
     * @param placesAtOnce lets the placer place several approvals at once, beside looking after positions: an entry then
     *     doesn't wait for the stop and the targets of another. Copies may run at once by its own rules, and here they
     *     share one budget of requests. Not in a replay that waits for the desk: there orders must come in one order
     */
    static Mappings of(
            Streams streams,
            StateFolder state,
            long pollEveryMs,
            boolean placesAtOnce,
            Functions functions,
            BatchHandler recorder) {
        Consumers consumers = new Consumers(streams, state, pollEveryMs);
        consumers.addRecorder(recorder);
        consumers.add(FunctionMappings.SIGNAL_SCORER, functions::score);
        consumers.add(FunctionMappings.RISK_CHECK, functions::checkRisk, consumers::whenWoken);
        consumers.add(
                FunctionMappings.ORDER_PLACER,
                functions::place,
                config -> consumers.whenWoken(placesAtOnce ? eachApproval(config) : config));
        consumers.add(FunctionMappings.RECONCILER, functions::applyPrivate, consumers::atLeisure);
        return consumers.mappings;
    }

    /** The recorder is no function but a reader of its own, which never gives a record up. */
    private void addRecorder(BatchHandler recorder) {
        add(
                Streams.MARKET,
                MappingConfig.named("recorder", failed)
                        .batches(RECORDER_BATCH, 0)
                        .pollingEvery(Math.max(pollEveryMs, AT_LEISURE_MS))
                        .onError(ErrorHandling.NEVER_GIVES_UP),
                recorder);
    }

    /** All that this function reads is put by this process. */
    private MappingConfig whenWoken(MappingConfig config) {
        return config.pollingEvery(Math.max(pollEveryMs, WHEN_WOKEN_MS));
    }

    private MappingConfig atLeisure(MappingConfig config) {
        return config.pollingEvery(Math.max(pollEveryMs, AT_LEISURE_MS));
    }

    private static MappingConfig eachApproval(MappingConfig config) {
        return config.parallel(PLACERS).lanesBy(Consumers::approval);
    }

    /** An approval is of no other's lane; what else there is stays in the account's. */
    private static String approval(StreamRecord record) {
        try {
            return DecisionCodec.decode(record.data()) instanceof IntentApproved approved
                    ? approved.intentId()
                    : record.partitionKey();
        } catch (CorruptRecordException e) {
            return record.partitionKey(); // the function keeps it aside
        }
    }

    private void add(FunctionMapping rules, Function<KinesisEvent, StreamsEventResponse> function) {
        add(rules, function, config -> config.pollingEvery(pollEveryMs));
    }

    private void add(
            FunctionMapping rules,
            Function<KinesisEvent, StreamsEventResponse> function,
            UnaryOperator<MappingConfig> changes) {
        String stream = Streams.nameOf(rules.stream());
        try {
            String arn = streams.reader(stream).streamArn();
            add(stream, changes.apply(MappingConfig.of(rules, failed)), new LambdaHandler(function, arn));
        } catch (StreamUnavailableException e) {
            throw unreadable(stream, e);
        }
    }

    private void add(String stream, MappingConfig config, BatchHandler handler) {
        try {
            mappings.add(
                    config.name(),
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
