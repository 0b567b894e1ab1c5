package dev.sextant.local.poller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.recorder.MemoryTradeStore;
import dev.sextant.ingest.recorder.Recorder;
import dev.sextant.ingest.recorder.RecorderHandler;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.memory.InMemoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder is no Lambda function, and a mapping drives it all the same. */
class RecorderThroughMappingTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    @TempDir
    Path folder;

    @Test
    void framesFromTheStreamEndAsStoredTrades() throws Exception {
        InMemoryStream stream = new InMemoryStream("sextant-market", () -> 1_000);
        MemoryTradeStore store = new MemoryTradeStore();
        List<AggTrade> trades = new ArrayList<>();
        PutReceipt receipt = PutReceipt.NONE;
        for (long id = 1; id <= 50; id++) {
            trades.add(new AggTrade(id, 100 + id, 5, 1_723_161_240_000L + id * 700, id % 2 == 0, id, id));
            Frame frame =
                    new Frame(BTC, 1, id, 1_723_161_240_000L + id * 700, null, List.of(trades.getLast()), List.of());
            receipt = receipt.and(stream.put(List.of(new Outgoing(BTC.name(), MarketCodec.encode(frame)))));
        }
        Recorder recorder = new Recorder(store, (_, _, _) -> List.of(), _ -> {});

        try (EventSourceMapping mapping = new EventSourceMapping(
                MappingConfig.named("recorder", folder).batches(7, 0),
                stream,
                new RecorderHandler(recorder, (_, why) -> {
                    throw why;
                }),
                new MemoryCheckpoints(),
                () -> 1_000,
                MappingListener.NONE)) {
            for (int i = 0; i < 20; i++) {
                mapping.pollOnce();
            }
            assertTrue(mapping.hasProcessed(receipt));
        }
        assertEquals(trades, store.trades(BTC));
    }
}
