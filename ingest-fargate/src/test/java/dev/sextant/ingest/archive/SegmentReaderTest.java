package dev.sextant.ingest.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentReaderTest {

    private static final long HOUR_MS = 1_723_161_600_000L;

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadBackAndNothingElse() throws ObjectStoreException {
        List<AggTrade> trades = List.of(
                new AggTrade(7, 6_180_050_000_000L, 1, HOUR_MS, true, 9, 12),
                new AggTrade(9, 1, 92_233_720_368_00000000L, HOUR_MS + 3_599_999, false, 13, 13));
        SegmentFile file = new SegmentFile(new Symbol("BTCUSDT"), HOUR_MS);
        file.add(trades);
        byte[] content = file.finish();
        Segment segment = file.describe(content);
        FolderObjects objects = new FolderObjects(folder);
        objects.put(segment.key(), content);

        SegmentReader reader = SegmentReader.open(objects, segment.key(), segment.sha256());
        List<AggTrade> read = new ArrayList<>();
        for (AggTrade trade = reader.next(); trade != null; trade = reader.next()) {
            read.add(trade);
        }
        assertEquals(trades, read);

        content[content.length - 1] ^= 1;
        objects.put(segment.key(), content);
        assertTrue(refusal(() -> SegmentReader.open(objects, segment.key(), segment.sha256()))
                .endsWith("expected " + segment.sha256() + ": it is not what was written"));
        assertTrue(refusal(() -> SegmentReader.open(objects, "trades/none", segment.sha256()))
                .contains("can't be read"));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(ObjectStoreException.class, call).getMessage());
    }
}
