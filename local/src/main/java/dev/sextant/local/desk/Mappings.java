package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.poller.CheckpointStore;
import dev.sextant.local.poller.EventSourceMapping;
import dev.sextant.local.poller.MappingStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The desk's event-source mappings, by name, with the stream each reads. */
final class Mappings implements AutoCloseable {

    private record Entry(String stream, EventSourceMapping mapping) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final CheckpointStore checkpoints;

    Mappings(CheckpointStore checkpoints) {
        this.checkpoints = checkpoints;
    }

    CheckpointStore checkpoints() {
        return checkpoints;
    }

    EventSourceMapping add(String name, String stream, EventSourceMapping mapping) {
        entries.put(name, new Entry(stream, mapping));
        return mapping;
    }

    void start() {
        entries.values().forEach(entry -> entry.mapping().start());
    }

    List<EventSourceMapping> of(String stream) {
        return entries.values().stream()
                .filter(entry -> entry.stream().equals(stream))
                .map(Entry::mapping)
                .toList();
    }

    /** The component status {@code pollers}. */
    ObjectNode status() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        ArrayNode consumers = status.putArray("consumers");
        entries.forEach((name, entry) -> {
            MappingStatus now = entry.mapping().status();
            consumers
                    .addObject()
                    .put("name", name)
                    .put("stream", entry.stream())
                    .put("lag_ms", now.lagMs())
                    .put("records", now.recordsSeen())
                    .put("errors", now.errors())
                    .put("given_up", now.recordsGivenUp())
                    .put("last_error", now.lastError())
                    .put(
                            "last_at",
                            now.lastBatchAtMs() == 0
                                    ? null
                                    : Instant.ofEpochMilli(now.lastBatchAtMs()).toString());
        });
        return status;
    }

    @Override
    public void close() {
        entries.values().forEach(entry -> entry.mapping().close());
    }
}
