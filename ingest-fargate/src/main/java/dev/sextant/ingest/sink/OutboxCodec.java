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
        };
    }

    private static byte[] ticks(long tickMs, long term, List<Tick> unsent) {
        List<byte[]> records = unsent.stream().map(DecisionCodec::encode).toList();
        int length = records.stream()
                .mapToInt(record -> Integer.BYTES + record.length)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(1 + 2 * Long.BYTES + Integer.BYTES + length);
        out.put(DECISIONS).putLong(tickMs).putLong(term).putInt(records.size());
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
                case DECISIONS -> new OutboxEntry.OnDecisions(in.getLong(), in.getLong(), ticks(in));
                default -> throw new CorruptRecordException(0, "an entry's kind, 1 or 2", Byte.toString(kind));
            };
        } catch (BufferUnderflowException e) {
            throw new CorruptRecordException(in.position(), "more bytes of an entry", "its end");
        }
    }

    private static List<Tick> ticks(ByteBuffer in) {
        int count = in.getInt();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DecisionRecord record = DecisionCodec.decode(take(in, in.getInt()));
            if (!(record instanceof Tick tick)) {
                throw new CorruptRecordException(in.position(), "a tick", DecisionCodec.typeOf(record));
            }
            ticks.add(tick);
        }
        return ticks;
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
