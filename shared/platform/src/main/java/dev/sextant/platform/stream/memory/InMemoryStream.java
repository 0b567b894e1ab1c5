package dev.sextant.platform.stream.memory;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.SequenceOrder;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamReader;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.StreamUnavailableException;
import dev.sextant.platform.stream.StreamWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A stream in memory: for tests and for offline commands that run a whole desk in one process. Order, sequence numbers,
 * shards and partition keys behave as on Kinesis; a switch makes it unavailable. Thread-safe. Keeps everything put.
 */
public final class InMemoryStream implements StreamWriter, StreamReader {

    /** Numbers look like the real ones, so that nobody parses them into a long. */
    private static final BigInteger FIRST_NUMBER =
            new BigInteger("49590338271490256608559692538361571095921575989136588898");

    private final String name;
    private final EpochClock wallClock;
    private final List<Shard> shards = new ArrayList<>();
    private BigInteger nextNumber = FIRST_NUMBER;
    private long acceptsBeforeOutage = Long.MAX_VALUE;

    /** A stream of one shard. */
    public InMemoryStream(String name, EpochClock wallClock) {
        this(name, wallClock, 1);
    }

    public InMemoryStream(String name, EpochClock wallClock, int shardCount) {
        this.name = name;
        this.wallClock = wallClock;
        for (int shard = 0; shard < shardCount; shard++) {
            shards.add(new Shard(String.format(Locale.ROOT, "shardId-%012d", shard), new ArrayList<>()));
        }
    }

    /** Makes the stream unavailable once this many further records were put; 0 is at once. Reads fail from then on too. */
    public synchronized void failAfter(long records) {
        acceptsBeforeOutage = records;
    }

    /** Ends an outage. */
    public synchronized void recover() {
        acceptsBeforeOutage = Long.MAX_VALUE;
    }

    @Override
    public synchronized PutReceipt put(List<Outgoing> records) throws StreamUnavailableException {
        PutReceipt accepted = PutReceipt.NONE;
        for (int i = 0; i < records.size(); i++) {
            if (acceptsBeforeOutage == 0) {
                throw new StreamUnavailableException(
                        "stream " + name + " is unavailable", null, accepted, records.subList(i, records.size()));
            }
            acceptsBeforeOutage--;
            accepted = accepted.and(append(records.get(i)));
        }
        return accepted;
    }

    private PutReceipt append(Outgoing record) {
        Shard shard = shards.get(Math.floorMod(record.partitionKey().hashCode(), shards.size()));
        String number = nextNumber.toString();
        nextNumber = nextNumber.add(BigInteger.TWO);
        byte[] data = record.data().clone();
        shard.records.add(new StreamRecord(shard.id, number, record.partitionKey(), data, wallClock.nowMs()));
        return new PutReceipt(Map.of(shard.id, number), 1);
    }

    /** Everything in the stream in the order it was put. */
    public synchronized List<StreamRecord> records() {
        return shards.stream()
                .flatMap(shard -> shard.records.stream())
                .sorted((left, right) -> SequenceOrder.INSTANCE.compare(left.sequenceNumber(), right.sequenceNumber()))
                .toList();
    }

    @Override
    public String streamArn() {
        return "arn:aws:kinesis:us-east-1:000000000000:stream/" + name;
    }

    @Override
    public synchronized List<String> shardIds() throws StreamUnavailableException {
        checkAvailable();
        return shards.stream().map(Shard::id).toList();
    }

    @Override
    public synchronized Cursor open(String shardId, StreamPosition from) throws StreamUnavailableException {
        checkAvailable();
        List<StreamRecord> records = shards.stream()
                .filter(shard -> shard.id.equals(shardId))
                .findFirst()
                .orElseThrow(() -> new StreamUnavailableException("stream " + name + " has no shard " + shardId, null))
                .records;
        return new MemoryCursor(records, indexOf(records, from));
    }

    private static int indexOf(List<StreamRecord> shard, StreamPosition from) {
        return switch (from) {
            case StreamPosition.TrimHorizon _ -> 0;
            case StreamPosition.Latest _ -> shard.size();
            case StreamPosition.AtTime at ->
                (int) shard.stream()
                        .filter(record -> record.arrivedAtMs() < at.arrivedAtMs())
                        .count();
            case StreamPosition.After after ->
                (int) shard.stream()
                        .filter(record ->
                                SequenceOrder.INSTANCE.compare(record.sequenceNumber(), after.sequenceNumber()) <= 0)
                        .count();
        };
    }

    private void checkAvailable() throws StreamUnavailableException {
        if (acceptsBeforeOutage == 0) {
            throw new StreamUnavailableException("stream " + name + " is unavailable", null);
        }
    }

    private record Shard(String id, List<StreamRecord> records) {}

    private final class MemoryCursor implements Cursor {
        private final List<StreamRecord> shard;
        private int next;

        private MemoryCursor(List<StreamRecord> shard, int next) {
            this.shard = shard;
            this.next = next;
        }

        @Override
        public Page next(int limit) throws StreamUnavailableException {
            synchronized (InMemoryStream.this) {
                checkAvailable();
                int end = Math.min(shard.size(), next + limit);
                List<StreamRecord> records = List.copyOf(shard.subList(next, end));
                next = end;
                return new Page(records, false);
            }
        }
    }
}
