package dev.sextant.platform.stream.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamReader;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.StreamUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InMemoryStreamTest {

    private final AtomicLong nowMs = new AtomicLong(1_000);
    private final InMemoryStream stream = new InMemoryStream("market", nowMs::getAndIncrement);

    @Test
    void readingStartsWhereThePositionSays() throws Exception {
        stream.put(List.of(record("a"), record("b"), record("c")));
        String shard = stream.shardIds().getFirst();
        String second = stream.records().get(1).sequenceNumber();

        assertEquals("abc", read(shard, new StreamPosition.TrimHorizon()));
        assertEquals("", read(shard, new StreamPosition.Latest()));
        assertEquals("c", read(shard, new StreamPosition.After(second)));
        assertEquals("bc", read(shard, new StreamPosition.AtTime(1_001)));
    }

    @Test
    void aCursorSeesWhatArrivesLater() throws Exception {
        StreamReader.Cursor cursor = stream.open(stream.shardIds().getFirst(), new StreamPosition.Latest());

        stream.put(List.of(record("a"), record("b")));

        assertEquals("a", text(cursor.next(1).records()));
        assertEquals("b", text(cursor.next(10).records()));
        assertEquals("", text(cursor.next(10).records()));
    }

    @Test
    void anOutageInTheMiddleOfAPutHandsTheRestBack() throws Exception {
        stream.failAfter(2);

        StreamUnavailableException outage = assertThrows(
                StreamUnavailableException.class, () -> stream.put(List.of(record("a"), record("b"), record("c"))));
        stream.recover();
        stream.put(outage.unsent());

        assertEquals(2, outage.accepted().records());
        assertEquals("abc", text(stream.records()));
    }

    @Test
    void recordsOfOneKeyStayOnOneShardInOrder() throws Exception {
        InMemoryStream sharded = new InMemoryStream("market", nowMs::get, 4);
        for (int i = 0; i < 9; i++) {
            sharded.put(List.of(new Outgoing("BTCUSDT", new byte[] {(byte) ('0' + i)}), record("x")));
        }

        List<StreamRecord> btc = sharded.records().stream()
                .filter(record -> record.partitionKey().equals("BTCUSDT"))
                .toList();

        assertEquals(1, btc.stream().map(StreamRecord::shardId).distinct().count());
        assertEquals("012345678", text(btc));
    }

    private String read(String shard, StreamPosition from) throws StreamUnavailableException {
        return text(stream.open(shard, from).next(100).records());
    }

    private static String text(List<StreamRecord> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(new String(record.data(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static Outgoing record(String text) {
        return new Outgoing("key", text.getBytes(StandardCharsets.UTF_8));
    }
}
