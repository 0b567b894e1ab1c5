package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.binance.market.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A damaged message is left to the parser, or read as the parser reads it. */
class BookScannerDamageTest {

    private static final int ROUNDS = 60_000;
    private static final byte[] TELLING = "{}[]\":,.-+eE0123456789 \\\n".getBytes(StandardCharsets.US_ASCII);

    private final Twins twins = new Twins(Frames.pair("BTC/USD", 1, 8), Frames.pair("ETH/BTC", 6, 8));
    private final SplittableRandom random = new SplittableRandom(20_260_105);

    @Test
    void writtenMessages() throws IOException {
        damage(Frames.written());
    }

    @Test
    void recordedMessages() throws IOException {
        damage(ReferenceData.gzipLines("data/kraken-ws2-book/btcusd-depth10-20260719T1754Z.raw.ndjson.gz"));
    }

    /** A frame that does not end with a brace is left at once, so these do, behind every byte of a message. */
    @Test
    void messagesThatEndTooEarly() throws IOException {
        String turned = "{\"data\":[{\"timestamp\":\"2026-01-05T09:04:32.768901Z\",\"asks\":[{\"qty\":0.25,\"price\":"
                + "64525.1}],\"checksum\":17,\"bids\":[],\"symbol\":\"BTC/USD\"}],\"channel\":\"book\",\"type\":\"update\"}";
        for (String message : List.of(Frames.written().get(11), Frames.written().get(12), turned)) {
            assertEquals(ScanResult.BOOK, twins.check(message));
            for (int length = 0; length < message.length() - 1; length++) {
                for (String end : List.of("}", "\"}", "\":}", "1}", "}}", "]}", "}]}", "{}")) {
                    twins.check(message.substring(0, length) + end);
                }
            }
        }
    }

    private void damage(List<String> lines) {
        List<byte[]> frames = lines.stream()
                .filter(line -> line.contains("\"channel\":\"book\",\"type\""))
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = frames.get(random.nextInt(frames.size())).clone();
            read += twins.check(damaged(frame)) == ScanResult.BOOK ? 1 : 0;
        }
        assertTrue(read > ROUNDS / 50 && read < ROUNDS / 2, read + " of " + ROUNDS + " were read");
    }

    private byte[] damaged(byte[] frame) {
        int at = random.nextInt(frame.length);
        switch (random.nextInt(5)) {
            case 0 -> frame[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> frame[at] = (byte) random.nextInt(256);
            case 2 -> {
                byte[] early = Arrays.copyOf(frame, at + 1);
                early[at] = '}';
                return early;
            }
            case 3 -> {
                byte[] longer = new byte[frame.length + 1];
                System.arraycopy(frame, 0, longer, 0, at);
                longer[at] = TELLING[random.nextInt(TELLING.length)];
                System.arraycopy(frame, at, longer, at + 1, frame.length - at);
                return longer;
            }
            default -> frame[at] = TELLING[random.nextInt(TELLING.length)];
        }
        return frame;
    }
}
