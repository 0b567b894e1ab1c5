package dev.sextant.ingest.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.memory.InMemoryStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KinesisSinksTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final Symbol ETH = new Symbol("ETHUSDT");

    private static Frame frame(Symbol symbol, long sequence) {
        return new Frame(symbol, 1, sequence, 1_750_000_005_000L, null, List.of(), List.of());
    }

    @Test
    void framesAreEncodedUnderTheirSymbolAndCountedInBytes() throws SinkException {
        InMemoryStream stream = new InMemoryStream("market", () -> 0);
        Receipt receipt = KinesisSinks.market(stream).put(List.of(frame(BTC, 0), frame(ETH, 0), frame(BTC, 1)));

        List<StreamRecord> records = stream.records();
        assertEquals(
                List.of("BTCUSDT", "ETHUSDT", "BTCUSDT"),
                records.stream().map(StreamRecord::partitionKey).toList());
        assertEquals(frame(BTC, 1), MarketCodec.decode(records.get(2).data()));
        assertEquals(records.get(2).sequenceNumber(), receipt.lastSequence());
        assertEquals(
                (long) records.get(0).data().length + records.get(2).data().length,
                receipt.frameBytes().get(BTC));
    }

    @Test
    void ticksAreEncodedUnderTheirAccount() throws SinkException {
        InMemoryStream stream = new InMemoryStream("decisions", () -> 0);
        Tick tick = new Tick(new Account("paper-main"), 1_750_000_005_000L, Map.of(BTC, 5L), Map.of());
        KinesisSinks.decisions(stream).put(List.of(tick));

        assertEquals("paper-main", stream.records().getFirst().partitionKey());
        assertEquals(tick, DecisionCodec.decode(stream.records().getFirst().data()));
    }

    @Test
    void whatTheStreamDidNotTakeComesBackInOrder() throws SinkException {
        InMemoryStream stream = new InMemoryStream("market", () -> 0);
        MarketSink sink = KinesisSinks.market(stream);
        stream.failAfter(1);
        List<Frame> frames = List.of(frame(BTC, 0), frame(ETH, 0), frame(BTC, 1));
        SinkException failure = assertThrows(SinkException.class, () -> sink.put(frames));

        assertEquals(List.of(frame(ETH, 0), frame(BTC, 1)), failure.unsent(MarketRecord.class));
        stream.recover();
        sink.put(failure.unsent(MarketRecord.class));
        assertEquals(
                frames,
                stream.records().stream()
                        .map(record -> MarketCodec.decode(record.data()))
                        .toList());
    }

    @Test
    void severalShardsAreNamedInTheReceipt() throws SinkException {
        InMemoryStream stream = new InMemoryStream("market", () -> 0, 2);
        MarketSink sink = KinesisSinks.market(stream);
        sink.put(List.of(frame(BTC, 0)));
        Receipt receipt =
                sink.put(List.of(frame(ETH, 0), frame(new Symbol("SOLUSDT"), 0), frame(new Symbol("XRPUSDT"), 0)));
        assertTrue(
                receipt.lastSequence().matches("shardId-000000000000=\\d+,shardId-000000000001=\\d+"),
                receipt::lastSequence);
    }
}
