package dev.sextant.recorder;

import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.StreamRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A recorder that answers as scripted, and with done when the script is over. */
final class ScriptedHandler implements BatchHandler {

    /** Each call's sequence numbers. */
    final List<List<String>> calls = new ArrayList<>();

    private final Deque<BatchHandler> script = new ArrayDeque<>();

    ScriptedHandler then(BatchHandler step) {
        script.add(step);
        return this;
    }

    ScriptedHandler thenThrows() {
        return then(_ -> {
            throw new IllegalStateException("the database is away");
        });
    }

    @Override
    public BatchResult handle(List<StreamRecord> batch) throws Exception {
        calls.add(batch.stream().map(StreamRecord::sequenceNumber).toList());
        BatchHandler step = script.poll();
        return step == null ? new BatchResult.Done() : step.handle(batch);
    }
}
