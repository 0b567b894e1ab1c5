package dev.sextant.simulation.desk;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.simulation.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** The decisions stream: one shard, records for ever in the order they arrived. */
final class Stream {

    record Entry(DecisionRecord record, long atMs) {}

    private final Kernel kernel;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Runnable> readers = new ArrayList<>();

    Stream(Kernel kernel) {
        this.kernel = kernel;
    }

    void append(DecisionRecord record) {
        entries.add(new Entry(record, kernel.nowMs()));
        readers.forEach(Runnable::run);
    }

    void onAppend(Runnable reader) {
        readers.add(reader);
    }

    int size() {
        return entries.size();
    }

    Entry get(int index) {
        return entries.get(index);
    }
}
