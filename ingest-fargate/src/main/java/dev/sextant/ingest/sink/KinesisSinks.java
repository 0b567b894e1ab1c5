package dev.sextant.ingest.sink;

import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.StreamUnavailableException;
import dev.sextant.platform.stream.StreamWriter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two sinks over stream writers: encodes, sends, and finds the records of what was not taken. */
public final class KinesisSinks {

    private KinesisSinks() {}

    /** Frames and readings, keyed by symbol. */
    public static MarketSink market(StreamWriter writer) {
        Sink<MarketRecord> sink =
                new Sink<>(writer, entry -> new Outgoing(entry.symbol().name(), MarketCodec.encode(entry)));
        return sink::put;
    }

    /** Ticks, keyed by account. */
    public static DecisionSink decisions(StreamWriter writer) {
        Sink<Tick> sink = new Sink<>(writer, tick -> new Outgoing(tick.account().name(), DecisionCodec.encode(tick)));
        return sink::put;
    }

    /** One writer with its encoding; remembers the last number of every shard it ever wrote to. */
    private static final class Sink<T> {
        private final StreamWriter writer;
        private final Function<T, Outgoing> encoding;
        private PutReceipt total = PutReceipt.NONE;

        Sink(StreamWriter writer, Function<T, Outgoing> encoding) {
            this.writer = writer;
            this.encoding = encoding;
        }

        Receipt put(List<? extends T> entries) throws SinkException {
            IdentityHashMap<Outgoing, T> byEncoded = new IdentityHashMap<>();
            List<Outgoing> encoded = new ArrayList<>(entries.size());
            for (T entry : entries) {
                Outgoing outgoing = encoding.apply(entry);
                byEncoded.put(outgoing, entry);
                encoded.add(outgoing);
            }
            try {
                total = total.and(writer.put(encoded));
                return receipt();
            } catch (StreamUnavailableException e) {
                total = total.and(e.accepted());
                throw new SinkException(
                        String.valueOf(e.getMessage()),
                        e.unsent().stream().map(byEncoded::get).toList());
            }
        }

        private Receipt receipt() {
            Map<String, String> last = total.lastSequenceNumbers();
            if (last.size() == 1) {
                return new Receipt(last.values().iterator().next());
            }
            return new Receipt(last.entrySet().stream()
                    .map(shard -> shard.getKey() + "=" + shard.getValue())
                    .collect(Collectors.joining(",")));
        }
    }
}
