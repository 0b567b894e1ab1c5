package dev.sextant.local.desk;

import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.StreamUnavailableException;
import dev.sextant.platform.stream.StreamWriter;
import java.util.List;

/** A writer that remembers how far it has written, so that a replay can wait until consumers have come as far. */
final class TrackingWriter implements StreamWriter {

    private final StreamWriter writer;
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
        return receipt;
    }

    /** Everything put so far, together. */
    synchronized PutReceipt total() {
        return total;
    }
}
