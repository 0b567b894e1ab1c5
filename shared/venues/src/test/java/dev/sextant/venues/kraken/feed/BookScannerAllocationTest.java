package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading a book, or leaving a message, makes no garbage. */
class BookScannerAllocationTest {

    private static final int ROUNDS = 20_000;
    private static final int TRIES = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final BookScanner scanner =
            new BookScanner(new ScannedPairs(List.of(Frames.pair("BTC/USD", 1, 8), Frames.pair("ETH/USD", 2, 8))));
    private final ScannedBook into = new ScannedBook();

    @Test
    void scanningAllocatesNothing() throws IOException {
        List<byte[]> frames = Frames.written().stream()
                .map(frame -> frame.getBytes(StandardCharsets.UTF_8))
                .toList();
        frames.forEach(this::allocated);
        for (byte[] frame : frames) {
            assertEquals(0, leastAllocated(frame), () -> new String(frame, StandardCharsets.UTF_8));
        }
    }

    /** The machine itself allocates a little when it throws compiled code away; a message that does would each time. */
    private long leastAllocated(byte[] frame) {
        long least = allocated(frame);
        for (int i = 0; i < TRIES && least > 0; i++) {
            least = Math.min(least, allocated(frame));
        }
        return least;
    }

    private long allocated(byte[] frame) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            scanner.scan(frame, 0, frame.length, into);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
