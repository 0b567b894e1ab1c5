package dev.sextant.local.poller;

import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.StreamUnavailableException;
import dev.sextant.platform.stream.memory.InMemoryStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stream in memory, a stepped clock, and mappings over them. */
final class MappingBench {

    long nowMs = 1_000_000;
    final InMemoryStream stream;
    final MemoryCheckpoints checkpoints = new MemoryCheckpoints();
    final List<String> givenUp = new ArrayList<>();
    private final Path folder;

    MappingBench(Path folder) {
        this(folder, 1);
    }

    MappingBench(Path folder, int shards) {
        this.folder = folder;
        this.stream = new InMemoryStream("sextant-decisions", () -> nowMs, shards);
    }

    MappingConfig config() {
        return MappingConfig.named("risk-check", folder).checkpointingEvery(0);
    }

    EventSourceMapping mapping(MappingConfig config, ScriptedFunction function) throws StreamUnavailableException {
        return EventSourceMapping.ofFunction(config, stream, function, checkpoints, () -> nowMs, new MappingListener() {
            @Override
            public void onGivenUp(String mapping, List<StreamRecord> batch, Path file) {
                StringBuilder letters = new StringBuilder();
                batch.forEach(record -> letters.append(new String(record.data(), StandardCharsets.UTF_8).charAt(0)));
                givenUp.add(letters.toString());
            }
        });
    }

    /** Puts one record a letter, all of one key. */
    EventSourceMapping mapping(MappingConfig config, BatchHandler handler) throws StreamUnavailableException {
        return new EventSourceMapping(config, stream, handler, checkpoints, () -> nowMs, MappingListener.NONE);
    }

    PutReceipt put(String letters) throws StreamUnavailableException {
        return put("paper-main", letters);
    }

    PutReceipt put(String key, String letters) throws StreamUnavailableException {
        return stream.put(letters.chars()
                .mapToObj(letter -> new Outgoing(key, Character.toString(letter).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /** Polls until nothing happens for longer than any pause between retries. */
    void run(EventSourceMapping mapping) {
        int idle = 0;
        for (int steps = 0; idle < 170 && steps < 20_000; steps++) {
            idle = mapping.pollOnce() == 0 ? idle + 1 : 0;
            nowMs += 50;
        }
    }
}
