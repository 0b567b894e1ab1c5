package dev.sextant.local.poller;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints that end with the process, for tests and for commands that always start over. */
public final class MemoryCheckpoints implements CheckpointStore {

    private final Map<String, Map<String, String>> byMapping = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> load(String mapping) {
        return byMapping.getOrDefault(mapping, Map.of());
    }

    @Override
    public void save(String mapping, Map<String, String> lastProcessed) {
        byMapping.put(mapping, Map.copyOf(lastProcessed));
    }
}
