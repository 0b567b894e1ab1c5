package dev.sextant.ingest.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Frame;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderHandlerTest {

    private final MemoryTradeStore store = new MemoryTradeStore();
    private final List<String> dead = new ArrayList<>();
    private final RecorderHandler handler = new RecorderHandler(
            new Recorder(store, (_, _, _) -> List.of(), _ -> {}),
            (record, why) -> dead.add(record.sequenceNumber() + ": " + why.getMessage()));

    @Test
    void aCorruptRecordIsHandedOnAndTheOthersAreStored() {
        AggTrade trade = new AggTrade(7, 100, 100, 1_723_161_240_000L, false, 1, 1);
        Frame frame = new Frame(Market.BTC, 1, 0, 1_723_161_240_000L, null, List.of(trade), List.of());

        BatchResult result =
                handler.handle(List.of(record("1", new byte[] {'S', 'x', 9}), record("2", MarketCodec.encode(frame))));

        assertEquals(new BatchResult.Done(), result);
        assertEquals(List.of(trade), store.trades(Market.BTC));
        assertEquals(
                List.of("1: record is corrupt at byte 0: expected the magic byte 'S', found the end of the record"),
                dead);
    }

    private static StreamRecord record(String number, byte[] data) {
        return new StreamRecord("shardId-000000000000", number, "BTCUSDT", data, 0);
    }
}
