package dev.sextant.local.desk;

import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.StreamUnavailableException;
import dev.sextant.platform.stream.StreamWriter;
import java.util.List;
import java.util.function.Consumer;

/** A writer that remembers how far it has written, so that a replay can wait until consumers have come as far, and tells. */
final class TrackingWriter implements StreamWriter {

    private final StreamWriter writer;
    private volatile Consumer<List<Outgoing>> onPut = records -> {};
    private PutReceipt total = PutReceipt.NONE;

    TrackingWriter(StreamWriter writer) {
        this.writer = writer;
    }

    @Override
    public PutReceipt put(List<Outgoing> records) throws StreamUnavailableException {
        PutReceipt receipt = writer.put(records);
        synchronized (this) {
            total = total.and(receipt);
        }
        onPut.accept(records);
        return receipt;
    }

    /** Names what follows each put: readers in this process need not wait for their next look. */
    void onPut(Consumer<List<Outgoing>> other) {
        onPut = other;
    }

    /** Everything put so far, together. */
    synchronized PutReceipt total() {
        return total;
    }
}
