package dev.sextant.ingest.sink;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Tick;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.MarketCodec;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of an entry on disk: a kind, then either the stream's own bytes of a market record, or time, term and the
 * stream's own bytes of each tick.
 */
final class OutboxCodec {

    private static final byte MARKET = 1;
    private static final byte DECISIONS = 2;
    private static final byte PRIVATE = 3;

    private OutboxCodec() {}

    static byte[] encode(OutboxEntry entry) {
        return switch (entry) {
            case OutboxEntry.OnMarket(var market) -> {
                byte[] record = MarketCodec.encode(market);
                yield ByteBuffer.allocate(1 + record.length)
                        .put(MARKET)
                        .put(record)
                        .array();
            }
            case OutboxEntry.OnDecisions(long tickMs, long term, List<Tick> unsent) -> ticks(tickMs, term, unsent);
            case OutboxEntry.OnPrivate(List<DecisionRecord> unsent) -> told(unsent);
        };
    }

    private static byte[] ticks(long tickMs, long term, List<Tick> unsent) {
        byte[] records = encoded(unsent);
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + records.length)
                .put(DECISIONS)
                .putLong(tickMs)
                .putLong(term)
                .put(records)
                .array();
    }

    private static byte[] told(List<DecisionRecord> unsent) {
        byte[] records = encoded(unsent);
        return ByteBuffer.allocate(1 + records.length).put(PRIVATE).put(records).array();
    }

    /** How many, then length and bytes of each. */
    private static byte[] encoded(List<? extends DecisionRecord> unsent) {
        List<byte[]> records = unsent.stream().map(DecisionCodec::encode).toList();
        int length = records.stream()
                .mapToInt(record -> Integer.BYTES + record.length)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + length).putInt(records.size());
        records.forEach(record -> out.putInt(record.length).put(record));
        return out.array();
    }

    /** @throws CorruptRecordException when {@link #encode} did not make these bytes */
    static OutboxEntry decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte kind = in.get();
            return switch (kind) {
                case MARKET -> new OutboxEntry.OnMarket(MarketCodec.decode(take(in, in.remaining())));
                case DECISIONS ->
                    new OutboxEntry.OnDecisions(in.getLong(), in.getLong(), records(in, Tick.class, "a tick"));
                case PRIVATE -> new OutboxEntry.OnPrivate(records(in, DecisionRecord.class, "a private message"));
                default -> throw new CorruptRecordException(0, "an entry's kind, 1 to 3", Byte.toString(kind));
            };
        } catch (BufferUnderflowException e) {
            throw new CorruptRecordException(in.position(), "more bytes of an entry", "its end");
        }
    }

    private static <T extends DecisionRecord> List<T> records(ByteBuffer in, Class<T> type, String expected) {
        int count = in.getInt();
        List<T> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DecisionRecord record = DecisionCodec.decode(take(in, in.getInt()));
            if (!type.isInstance(record)) {
                throw new CorruptRecordException(in.position(), expected, DecisionCodec.typeOf(record));
            }
            records.add(type.cast(record));
        }
        return records;
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new CorruptRecordException(in.position(), "up to " + in.remaining() + " bytes", "" + length);
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
