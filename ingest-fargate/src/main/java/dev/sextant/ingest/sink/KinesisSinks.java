package dev.sextant.ingest.sink;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.StreamUnavailableException;
import dev.sextant.platform.stream.StreamWriter;
import java.util.HashMap;
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
        Keyed<MarketRecord> sink =
                new Keyed<>(writer, entry -> new Outgoing(entry.symbol().name(), MarketCodec.encode(entry)));
        return entries -> {
            List<Encoded<MarketRecord>> encoded = sink.encode(entries);
            String lastSequence = sink.put(encoded);
            return new Receipt(lastSequence, frameBytes(encoded));
        };
    }

    private static Map<Symbol, Long> frameBytes(List<Encoded<MarketRecord>> accepted) {
        Map<Symbol, Long> bytes = new HashMap<>();
        for (Encoded<MarketRecord> each : accepted) {
            if (each.entry() instanceof Frame frame) {
                bytes.merge(frame.symbol(), (long) each.outgoing().data().length, Long::sum);
            }
        }
        return bytes;
    }

    /** Ticks and private messages, keyed by account. */
    public static DecisionSink decisions(StreamWriter writer) {
        Keyed<DecisionRecord> sink =
                new Keyed<>(writer, record -> new Outgoing(record.account().name(), DecisionCodec.encode(record)));
        return records -> new Receipt(sink.put(sink.encode(records)), Map.of());
    }

    private record Encoded<T>(T entry, Outgoing outgoing) {}

    /** One writer with its encoding; remembers the last number of every shard it ever wrote to. */
    private static final class Keyed<T> {
        private final StreamWriter writer;
        private final Function<T, Outgoing> encoding;
        private PutReceipt total = PutReceipt.NONE;

        Keyed(StreamWriter writer, Function<T, Outgoing> encoding) {
            this.writer = writer;
            this.encoding = encoding;
        }

        List<Encoded<T>> encode(List<? extends T> entries) {
            return entries.stream()
                    .map(entry -> new Encoded<T>(entry, encoding.apply(entry)))
                    .toList();
        }

        String put(List<Encoded<T>> entries) throws SinkException {
            try {
                total = total.and(
                        writer.put(entries.stream().map(Encoded::outgoing).toList()));
                return lastSequence();
            } catch (StreamUnavailableException e) {
                total = total.and(e.accepted());
                throw new SinkException(String.valueOf(e.getMessage()), entriesOf(e.unsent(), entries));
            }
        }

        /** A writer gives back the very objects it was given. */
        private List<T> entriesOf(List<Outgoing> unsent, List<Encoded<T>> entries) {
            IdentityHashMap<Outgoing, T> byOutgoing = new IdentityHashMap<>();
            entries.forEach(each -> byOutgoing.put(each.outgoing(), each.entry()));
            return unsent.stream().map(byOutgoing::get).toList();
        }

        private String lastSequence() {
            Map<String, String> last = total.lastSequenceNumbers();
            return last.size() == 1
                    ? last.values().iterator().next()
                    : last.entrySet().stream()
                            .map(shard -> shard.getKey() + "=" + shard.getValue())
                            .collect(Collectors.joining(","));
        }
    }
}
